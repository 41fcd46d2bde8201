"""Leads from the shell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Option
from salesdesk.cli.nouns import Refs, add_plan, record_commands
from salesdesk.cli.output import Column, Done
from salesdesk.cli.picking import done, picked
from salesdesk.domain.money import Money
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.records import find, reference
from salesdesk.store.read import leads
from salesdesk.store.read.leads import LeadRow


def money(minor: int | None, currency: str) -> Money | None:
    """An amount of a row, None when it has none."""
    return Money(minor, currency) if minor is not None else None


def _due(row: LeadRow) -> object:
    return row.due_at or row.due_on


COLUMNS = (
    Column("ref", "Ref", lambda r: reference("lead", r.code), tone=lambda r: "muted"),
    Column("name", "Name", lambda r: r.name, tone=lambda r: "strong"),
    Column("company", "Company", lambda r: r.company),
    Column("status", "Status", lambda r: r.status, rank=2),
    Column("score", "Score", lambda r: r.score, right=True, rank=3),
    Column("due", "Due", lambda r: r.due_on, rank=1),
    Column("next", "Next step", lambda r: r.next_text or r.next_kind, rank=1),
    Column("phone", "Phone", lambda r: r.phone, rank=4),
    Column("email", "Mail", lambda r: r.email, rank=5),
    Column("owner", "Owner", lambda r: r.owner, rank=4),
    Column("value", "Value", lambda r: money(r.value_minor, r.currency), right=True, rank=5),
    Column("source", "Source", lambda r: r.source, extra=True),
    Column("due_at", "Due at", lambda r: r.due_at, extra=True),
    Column("touched", "Touched", lambda r: r.touched_on, extra=True),
    Column("created", "Arrived", lambda r: r.arrived_on, extra=True),
    Column("title", "Title", lambda r: r.title, extra=True),
    Column("city", "City", lambda r: r.city, extra=True),
    Column("country", "Country", lambda r: r.country, extra=True),
    Column("tags", "Tags", lambda r: r.tags.split(), extra=True),
    Column("do_not_contact", "Do not contact", lambda r: bool(r.do_not_contact), extra=True),
)
commands = record_commands("lead", COLUMNS, lambda desk, ids: leads.rows(desk.connection, ids))
add_plan(commands, "lead")


@commands.verb("add", result=True, examples=("lead add Anna Lindqvist at Acme Nordic anna@acme.example",))
def add(
    call: Call, words: Annotated[Sequence[str], Argument("WORDS", "Name, company, phone, mail, +tag, 12k eur.")]
) -> Done:
    """Add a lead from a line of words, also when somebody like that is known."""
    from salesdesk.domain.language.capture import capture_words
    from salesdesk.services import prospecting

    desk = call.own_desk
    text = capture_words(list(words), desk.today).text
    proposal = prospecting.propose(desk, text, as_new=True)
    if proposal.creates != "lead":
        raise InvalidError(
            tr("There is no name, company, phone or mail in that."), hint=tr("Write: Anna Lindqvist at Acme.")
        )
    ref, sentence = prospecting.save(desk, proposal)
    alike = tr(" Looks like {ref}.", ref=proposal.alike[0]) if proposal.alike else ""
    refs = [ref.ref] if ref else []
    return Done(
        f"{sentence}.{alike} {tr('Undo: salesdesk undo')}", {"lead": ref, "alike": list(proposal.alike)}, refs=refs
    )


@commands.verb("convert", result=True, examples=("lead convert anna --value 12k --close 2026-12-18",))
def convert(
    call: Call,
    who: Annotated[str, Argument("REF", "Which lead.", complete="record")],
    deal: Annotated[str | None, Option("--deal", metavar="REF", help="Join this open deal.", complete="record")] = None,
    value: Annotated[str | None, Option("--value", metavar="V", help="What the new deal is worth.")] = None,
    close: Annotated[str | None, Option("--close", metavar="DAY", help="When it should close.")] = None,
    name: Annotated[str | None, Option("--name", metavar="NAME", help="What the new deal is called.")] = None,
) -> Done:
    """Qualify a lead: a contact, an account and a deal, found or made."""
    from salesdesk.domain.money import parse_money
    from salesdesk.services import prospecting
    from salesdesk.services.steps import read_day

    desk = call.own_desk
    ref = find(desk, who, ("lead",))
    how = prospecting.conversion_defaults(desk, ref)
    if deal:
        how = prospecting.Conversion(deal=find(desk, deal, ("deal",)))
    else:
        how = replace(
            how,
            name=name or how.name,
            value=parse_money(value, desk.currency) if value else how.value,
            close_on=read_day(desk, close) if close else how.close_on,
        )
    made = prospecting.convert(desk, ref, how)
    sentence = tr("{name} qualified into {deal}. Undo: salesdesk undo", name=ref.name, deal=made)
    return Done(sentence, {"lead": ref, "deal": made}, refs=[made.ref])


@commands.verb("disqualify", result=True, examples=("lead disqualify anna 'not interested'",))
def disqualify(
    call: Call,
    who: Annotated[str, Argument("REF", "Which lead.", complete="record")],
    reason: Annotated[str, Argument("REASON", "Why: a reason or its beginning.")],
) -> Done:
    """Close a lead for a reason."""
    from salesdesk.services import negotiating, prospecting

    desk = call.own_desk
    ref = find(desk, who, ("lead",))
    chosen = negotiating.reason_named(prospecting.disqualify_reasons(desk), reason)
    return done(prospecting.disqualify(desk, [ref], chosen), [ref])


@commands.verb("done", result=True)
def mark_done(call: Call, refs: Refs = ()) -> Done:
    """Mark the next step of leads as done, with nothing more to say."""
    from salesdesk.services import outreach

    chosen = picked(call, "lead", refs, ())
    desk = call.own_desk
    _kind, every = outreach.outcomes_for(desk, chosen[0])
    outcome = next((o for o in every if o.meaning in {"reached", "done", "sent"}), every[0])
    return done(outreach.log(desk, chosen, outcome).sentence, chosen)
