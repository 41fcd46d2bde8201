"""Deals from the shell."""

import datetime as dt
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Option
from salesdesk.cli.lead import money
from salesdesk.cli.nouns import add_plan, record_commands
from salesdesk.cli.output import Column, Done
from salesdesk.cli.picking import done
from salesdesk.i18n import tr
from salesdesk.services.records import find, reference
from salesdesk.store.read import deals

COLUMNS = (
    Column("ref", "Ref", lambda r: reference("deal", r.code), tone=lambda r: "muted"),
    Column("name", "Deal", lambda r: r.name, tone=lambda r: "strong"),
    Column("account", "Account", lambda r: r.account, rank=1),
    Column("stage", "Stage", lambda r: r.stage),
    Column("value", "Value", lambda r: money(r.value_minor, r.currency), right=True),
    Column("state", "State", lambda r: r.state, rank=3),
    Column("close", "Closes", lambda r: r.close_on, rank=2),
    Column("due", "Due", lambda r: r.due_on, rank=2),
    Column("next", "Next step", lambda r: r.next_text or r.next_kind, rank=3),
    Column("owner", "Owner", lambda r: r.owner, rank=4),
    Column("list_value", "At list price", lambda r: money(r.list_minor, r.currency), extra=True),
    Column(
        "probability", "Probability", lambda r: r.probability / 100 if r.probability is not None else None, extra=True
    ),
    Column("pipeline", "Pipeline", lambda r: r.pipeline, extra=True),
    Column("contact", "Contact", lambda r: r.contact, extra=True),
    Column("opened", "Opened", lambda r: r.opened_on, extra=True),
    Column("won", "Won", lambda r: r.won_on, extra=True),
    Column("lost", "Lost", lambda r: r.lost_on, extra=True),
    Column("lost_reason", "Lost reason", lambda r: r.lost_reason, extra=True),
    Column("in_stage_since", "In stage since", lambda r: r.stage_on, extra=True),
    Column("touched", "Touched", lambda r: r.touched_on, extra=True),
    Column("tags", "Tags", lambda r: r.tags.split(), extra=True),
)
commands = record_commands("deal", COLUMNS, lambda desk, ids: deals.rows(desk.connection, ids))
add_plan(commands, "deal")
Who = Annotated[str, Argument("REF", "Which deal.", complete="record")]


@commands.verb("add", result=True, examples=("deal add 'Platform, 40 seats' --value 72k --account 'Larkspur AI'",))
def add(
    call: Call,
    name: Annotated[str, Argument("NAME", "What the deal is called.")],
    value: Annotated[str | None, Option("--value", metavar="V", help="What it is worth.")] = None,
    account: Annotated[str | None, Option("--account", metavar="REF", help="The account.", complete="record")] = None,
    stage: Annotated[str | None, Option("--stage", metavar="STAGE", help="Where it starts.", complete="stage")] = None,
    close: Annotated[str | None, Option("--close", metavar="DAY", help="When it should close.")] = None,
) -> Done:
    """Open a deal."""
    from salesdesk.domain.money import parse_money
    from salesdesk.services import negotiating
    from salesdesk.services.steps import read_day

    desk = call.own_desk
    new = negotiating.NewDeal(
        name,
        parse_money(value, desk.currency) if value else None,
        account_id=find(desk, account, ("account",)).id if account else None,
        stage_id=negotiating.stage_named(desk, stage).id if stage else None,
        close_on=read_day(desk, close) if close else None,
    )
    ref = negotiating.add(desk, new)
    return Done(tr("Opened {deal}. Undo: salesdesk undo", deal=ref), {"deal": ref}, refs=[ref.ref])


@commands.verb("move", result=True, examples=("deal move D-17AB negotiation",))
def move(call: Call, who: Who, stage: Annotated[str, Argument("STAGE", "Where to.", complete="stage")]) -> Done:
    """Put a deal into another stage."""
    from salesdesk.services import negotiating

    desk = call.own_desk
    ref = find(desk, who, ("deal",))
    pipeline = desk.connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (ref.id,))
    return done(negotiating.move(desk, ref, negotiating.stage_named(desk, stage, pipeline)), [ref])


@commands.verb("won", result=True, examples=("deal won larkspur",))
def won(
    call: Call,
    who: Who,
    on: Annotated[str | None, Option("--on", metavar="DAY", help="The day it was won.")] = None,
    value: Annotated[str | None, Option("--value", metavar="V", help="What it came to.")] = None,
) -> Done:
    """Win a deal: it counts for its owner for ever, and makes an order."""
    from salesdesk.domain.money import parse_money
    from salesdesk.services import negotiating

    desk = call.own_desk
    ref = find(desk, who, ("deal",))
    amount = parse_money(value, desk.currency) if value else None
    return done(negotiating.win(desk, ref, on=_past_day(call, on), value=amount), [ref])


@commands.verb("lost", result=True, examples=("deal lost larkspur price",))
def lost(
    call: Call,
    who: Who,
    reason: Annotated[str, Argument("REASON", "Why: a reason or its beginning.")],
    on: Annotated[str | None, Option("--on", metavar="DAY", help="The day it was lost.")] = None,
) -> Done:
    """Lose a deal for a reason."""
    from salesdesk.services import negotiating

    desk = call.own_desk
    ref = find(desk, who, ("deal",))
    chosen = negotiating.reason_named(negotiating.reasons(desk), reason)
    return done(negotiating.lose(desk, ref, chosen, on=_past_day(call, on)), [ref])


@commands.verb("reopen", result=True)
def reopen(call: Call, who: Who) -> Done:
    """Open a closed deal again."""
    from salesdesk.services import negotiating

    desk = call.own_desk
    ref = find(desk, who, ("deal",))
    return done(negotiating.reopen(desk, ref), [ref])


@commands.verb("product", result=True, examples=("deal product larkspur 'Platform seat' --quantity 40",))
def product(
    call: Call,
    who: Who,
    name: Annotated[str, Argument("PRODUCT", "What is sold.")],
    quantity: Annotated[int, Option("--quantity", metavar="N", help="How many.")] = 1,
    price: Annotated[str | None, Option("--price", metavar="P", help="The price of one; else the list price.")] = None,
) -> Done:
    """Put a product on a deal; its value is then the sum of its products."""
    from salesdesk.domain.money import parse_money
    from salesdesk.services import negotiating

    desk = call.own_desk
    ref, sold = find(desk, who, ("deal",)), find(desk, name, ("product",))
    amount = parse_money(price, desk.currency) if price else None
    return done(negotiating.add_product(desk, ref, sold, quantity=quantity, price=amount), [ref])


def _past_day(call: Call, text: str | None) -> dt.date | None:
    if not text:
        return None
    from salesdesk.domain.dates import parse_day
    from salesdesk.errors import InvalidError

    desk = call.desk
    day = parse_day(text, desk.today, desk.calendar, lean="past")
    if day is None:
        raise InvalidError(tr("'{text}' is not a day.", text=text), hint=tr("Write it like 2026-11-20 or yesterday."))
    return day
