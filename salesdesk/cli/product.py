"""What is sold, from the shell."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.i18n import tr

commands = Commands("product")


@commands.verb("list", listing=True)
def list_products(call: Call) -> Listing:
    """List the products with their prices."""
    from salesdesk.services.products import products

    return Listing(
        (
            Column("ref", "Ref", lambda r: r[0].ref, tone=lambda r: "muted"),
            Column("name", "Product", lambda r: r[0].name, tone=lambda r: "strong"),
            Column("family", "Family", lambda r: r[0].detail),
            Column("price", "Price", lambda r: r[1], right=True),
        ),
        products(call.desk),
        ref=lambda r: str(r[0].ref),
        empty=tr("No products yet."),
    )


@commands.verb("add", result=True, examples=("product add 'Platform seat' --price 500",))
def add(
    call: Call,
    name: Annotated[str, Argument("NAME", "What it is called.")],
    price: Annotated[str | None, Option("--price", metavar="P", help="Its list price.")] = None,
    family: Annotated[str | None, Option("--family", metavar="WORDS", help="What it belongs to.")] = None,
) -> Done:
    """Add a product."""
    from salesdesk.domain.money import parse_money
    from salesdesk.services import products

    desk = call.own_desk
    amount = parse_money(price, desk.currency) if price else None
    ref = products.add(desk, name, price=amount, family=family or "")
    return Done(tr("Added {ref}. Undo: salesdesk undo", ref=ref), {"product": ref}, refs=[ref.ref])


@commands.verb("set", result=True, examples=("product set 'Platform seat' --name 'Workplace' --price 550",))
def set_fields(
    call: Call,
    name: Annotated[str, Argument("NAME", "Which one: its name, the beginning of it, or its reference.")],
    called: Annotated[str | None, Option("--name", metavar="NEW", help="What it is called from now on.")] = None,
    price: Annotated[str | None, Option("--price", metavar="P", help="Its list price.")] = None,
    family: Annotated[str | None, Option("--family", metavar="WORDS", help="What it belongs to.")] = None,
) -> Done:
    """Change a product: what it is called, its list price, its family.

    Deals keep the prices that are on them. Views, goals, rules and pages that name it follow a new name.
    """
    from salesdesk.domain.money import parse_money
    from salesdesk.services import products

    desk = call.own_desk
    ref = products.find_product(desk, name)
    amount = parse_money(price, desk.currency) if price else None
    sentence = products.change(desk, ref.ref, name=called, price=amount, family=family)
    now = products.find_product(desk, ref.ref)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"product": now}, refs=[now.ref])
