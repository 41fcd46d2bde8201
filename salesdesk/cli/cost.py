"""What selling costs, from the shell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.errors import UsageError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.costs import CostRow

commands = Commands("cost")
Rate = Annotated[
    str | None, Option("--rate", metavar="N", help="What 1 of its currency is worth in that of the workspace.")
]
Refs = Annotated[Sequence[str], Argument("REF", "Which ones: references such as K-7K3QF0D.")]


@commands.verb(
    "list", listing=True, examples=("cost list", "cost list period:2026-Q4 marketing", "cost list channel:ads --csv")
)
def list_costs(
    call: Call,
    terms: Annotated[
        Sequence[str], Argument("TERM", "period:2026-Q4, or words of category, channel, campaign and note.")
    ] = (),
) -> Listing:
    """List what was booked as cost of selling, newest month first."""
    from salesdesk.services import costs

    found = costs.costs(call.desk, list(terms))
    return Listing(
        (
            Column("ref", "Ref", lambda r: r.ref, tone=lambda _: "muted"),
            Column("month", "Month", lambda r: f"{r.month:%Y-%m}"),
            Column("category", "Category", lambda r: r.category, tone=lambda _: "strong"),
            Column("channel", "Channel", lambda r: r.channel or None),
            Column("campaign", "Campaign", lambda r: r.campaign or None, rank=1),
            Column("amount", "Amount", lambda r: r.amount, lambda r: str(r.amount), right=True),
            Column("note", "Note", lambda r: r.note or None, tone=lambda _: "muted", rank=2),
        ),
        found,
        ref=lambda r: r.ref,
        note=_sum(found),
        empty=tr(
            "No cost is booked here. For example: salesdesk cost add 2026-11 marketing 1200 --channel 'Search ads'"
        ),
    )


def _sum(rows: "Sequence[CostRow]") -> str:
    from collections import Counter

    from salesdesk.domain.money import Money

    sums: Counter[str] = Counter()
    for row in rows:
        sums[row.amount.currency] += row.amount.minor
    return tr("Together {sums}.", sums=", ".join(str(Money(minor, code)) for code, minor in sorted(sums.items())))


@commands.verb(
    "add",
    result=True,
    examples=(
        "cost add 2026-11 marketing 1200 --channel 'Search ads' --campaign autumn",
        "cost add november sales 8k --note salaries",
        "cost add 2026-11 general '500 usd' --rate 0.92",
    ),
)
def add(
    call: Call,
    month: Annotated[str, Argument("MONTH", "The month it belongs to: 2026-11, november, or a day of it.")],
    category: Annotated[str, Argument("CATEGORY", "sales, marketing or general.")],
    amount: Annotated[str, Argument("AMOUNT", "How much: 1200, 1.2k, '500 usd'.")],
    channel: Annotated[
        str | None, Option("--channel", metavar="SOURCE", help="The source of leads it was spent on.")
    ] = None,
    campaign: Annotated[str | None, Option("--campaign", metavar="NAME", help="The campaign it was spent on.")] = None,
    note: Annotated[str | None, Option("--note", metavar="WORDS", help="What it was.")] = None,
    rate: Rate = None,
) -> Done:
    """Book a cost of selling; the customer acquisition cost is made of them."""
    from salesdesk.services import costs

    desk = call.own_desk
    new = costs.NewCost(month, category, amount, channel or "", campaign or "", note or "", rate or "")
    made = costs.add(desk, new)
    sentence = tr("Booked {ref}  {label}  {amount}", ref=made.ref, label=made.label, amount=made.amount)
    odd = costs.unknown_channel(desk, made.channel)
    words = tr("{sentence}. Undo: salesdesk undo", sentence=sentence)
    return Done(f"{words}\n{odd}" if odd else words, {"cost": made.ref, "amount": made.amount}, refs=[made.ref])


@commands.verb("edit", result=True, examples=("cost edit K-7K3QF0D amount=1300 channel='Search ads'",))
def edit(
    call: Call,
    changes: Annotated[
        Sequence[str], Argument("REF/FIELD=VALUE", "References, and month, category, channel, campaign, amount, note.")
    ],
    rate: Rate = None,
) -> Done:
    """Change fields of costs, as one change; `FIELD=none` empties a channel, campaign or note."""
    from salesdesk.services import costs

    refs = [word for word in changes if "=" not in word]
    values = dict(word.split("=", 1) for word in changes if "=" in word)
    if not refs or not values:
        raise UsageError(tr("What should change?"), hint=tr("Write a reference and FIELD=VALUE, such as amount=1300."))
    sentence = costs.edit(call.own_desk, refs, values, rate=rate or "")
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence}, refs=refs)


@commands.verb("delete", result=True)
def delete(call: Call, refs: Refs) -> Done:
    """Put costs in the bin; undo brings them back."""
    from salesdesk.services import costs

    sentence = costs.delete(call.own_desk, list(refs))
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
