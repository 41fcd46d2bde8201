"""The verbs of the day: add, next, find, show."""

from collections.abc import Sequence

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.nouns import record_page
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.text import clean
from salesdesk.errors import UsageError
from salesdesk.hints import Annotated
from salesdesk.i18n import tr

commands = Commands()
Who = Annotated[str, Argument("WHO", "A reference or any part of a name.", complete="record")]


@commands.verb(
    "add",
    result=True,
    examples=("add call Anna Lindqvist Acme Nordic fri 9am +pricing", "add Anna Lindqvist at Acme Nordic 12k eur"),
)
def add(
    call: Call, words: Annotated[Sequence[str], Argument("WORDS", "What and who, when, how much, in any order.")]
) -> Done:
    """Add a lead, a step or a note from a line of words.

    A verb and somebody known plan a step; somebody new becomes a lead. `from SOURCE`, `@owner`, `+tag`, `12k eur`,
    phone, mail and `n: what then` are understood; what is not, is kept as a note.
    """
    from salesdesk.domain.language.capture import capture_words
    from salesdesk.services import prospecting

    desk = call.own_desk
    proposal = prospecting.propose(desk, capture_words([clean(w) for w in words], desk.today).text)
    ref, sentence = prospecting.save(desk, proposal)
    alike = tr(" Looks like {ref}.", ref=proposal.alike[0]) if proposal.alike else ""
    document = {"made": proposal.creates, "record": ref, "message": sentence, "alike": list(proposal.alike)}
    return Done(f"{sentence}.{alike} {tr('Undo: salesdesk undo')}", document, refs=[ref.ref] if ref else [])


@commands.verb("next", result=True, examples=("next", "next anna call thu 10:00 about the contract"))
def next_step(
    call: Call,
    who: Annotated[str | None, Argument("WHO", "A reference or any part of a name.", complete="record")] = None,
    words: Annotated[Sequence[str], Argument("WORDS", "What to do next, and when.")] = (),
) -> Done:
    """Set the next step of somebody; alone, say the first item of the queue."""
    from salesdesk.services import outreach
    from salesdesk.services.records import find
    from salesdesk.services.steps import read_step

    desk = call.own_desk
    if who is None:
        return _first_item(call)
    if not words:
        raise UsageError(tr("What is the next step?"), hint=tr("For example: salesdesk next anna call thu 10:00."))
    ref = find(desk, clean(who))
    step = read_step(desk, " ".join(clean(word) for word in words))
    sentence = outreach.plan(desk, [ref], step)
    return Done(
        tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"record": ref, "on": step.day}, refs=[ref.ref]
    )


def _first_item(call: Call) -> Done:
    from salesdesk.domain.dates import say_due
    from salesdesk.services.records import Ref
    from salesdesk.services.today import today

    desk = call.desk
    rows = today(desk, owner=desk.actor, everyone=desk.actor is None).due
    if not rows:
        return Done(tr("Queue clear."), {"next": None})
    row = rows[0]
    time = desk.local(row.due_at).time() if row.due_at else None
    when = say_due(row.due_on, time, desk.today) if row.due_on else ""
    words = [when, row.kind, f"{row.name}{f', {row.company}' if row.company else ''}", row.subject, row.phone]
    sentence = "  ".join(word for word in words if word)
    ref = Ref(row.record_kind, row.record_id, row.code, row.name, row.company) if row.record_id else None
    return Done(sentence, {"next": {"record": ref, "what": row.kind, "on": row.due_on}}, refs=[ref.ref] if ref else [])


@commands.verb("find", listing=True, examples=("find lindqvist",))
def find_records(
    call: Call, words: Annotated[Sequence[str], Argument("WORDS", "Name, company, phone, mail, words of notes.")]
) -> Listing:
    """Find leads, contacts, accounts and deals that hold every word."""
    from salesdesk.services.records import search

    found = search(call.desk, " ".join(words), limit=call.limit or 50)
    return Listing(
        (
            Column("ref", "Ref", lambda r: r.ref, tone=lambda r: "muted"),
            Column("kind", "Kind", lambda r: r.kind),
            Column("name", "Name", lambda r: r.name, tone=lambda r: "strong"),
            Column("detail", "", lambda r: r.detail),
        ),
        found,
        ref=lambda r: r.ref,
        empty=tr("Nothing holds those words."),
    )


@commands.verb("show", listing=True, examples=("show L-7K3QF0D",))
def show(call: Call, who: Who) -> Listing:
    """Show any record with its facts, what is planned and what happened."""
    return record_page(call, clean(who), ("lead", "deal", "contact", "account"))
