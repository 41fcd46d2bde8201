"""Accounts from the shell."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Option
from salesdesk.cli.lead import money
from salesdesk.cli.nouns import record_commands
from salesdesk.cli.output import Column, Done
from salesdesk.domain.text import clean
from salesdesk.i18n import tr
from salesdesk.services.records import by_id, reference
from salesdesk.store.read.accounts import account_rows

COLUMNS = (
    Column("ref", "Ref", lambda r: reference("account", r.code), tone=lambda r: "muted"),
    Column("name", "Account", lambda r: r.name, tone=lambda r: "strong"),
    Column("sector", "Sector", lambda r: r.sector, rank=2),
    Column("city", "City", lambda r: r.city, rank=4),
    Column("country", "Country", lambda r: r.country, rank=3),
    Column("open_deals", "Deals", lambda r: r.open_deals, right=True, rank=2),
    Column("owner", "Owner", lambda r: r.owner, rank=3),
    Column("touched", "Touched", lambda r: r.touched_on, rank=2),
    Column("phone", "Phone", lambda r: r.phone, rank=5),
    Column("open_value", "Open", lambda r: money(r.open_minor, r.currency), extra=True),
    Column("won_value", "Won", lambda r: money(r.won_minor, r.currency), extra=True),
    Column("employees", "Employees", lambda r: r.employees, extra=True),
    Column("tags", "Tags", lambda r: r.tags.split(), extra=True),
)


commands = record_commands("account", COLUMNS, lambda desk, ids: account_rows(desk.connection, ids, desk.currency))


@commands.verb("add", result=True, examples=("account add 'Acme Nordic' --city Stockholm",))
def add(
    call: Call,
    name: Annotated[str, Argument("NAME", "The company.")],
    sector: Annotated[str | None, Option("--sector", metavar="WORDS", help="What it does.")] = None,
    city: Annotated[str | None, Option("--city", metavar="CITY", help="Where it is.")] = None,
    website: Annotated[str | None, Option("--website", metavar="URL", help="Its website.")] = None,
) -> Done:
    """Add an account."""
    desk = call.own_desk
    values = {
        "name": clean(name),
        "sector": clean(sector or ""),
        "city": clean(city or ""),
        "website": clean(website or ""),
    }
    with desk.operation(tr("Account {name} added", name=clean(name))) as unit:
        key = unit.insert("account", {**values, "owner_id": desk.actor})
    ref = by_id(desk.connection, "account", key)
    return Done(tr("Added {ref}. Undo: salesdesk undo", ref=ref), {"account": ref}, refs=[ref.ref])
