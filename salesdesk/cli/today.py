"""Today's queue from the shell; one of the commands that are answered before Typer is imported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Listing
from salesdesk.i18n import plural, tr
from salesdesk.services.records import LETTER_OF

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.store.read.queue import QueueRow

commands = Commands()


@commands.verb("today", listing=True, examples=("today", "today --done", "today owner:lena"))
def today(
    call: Call,
    query: Annotated[Sequence[str], Argument("FILTER", "Only these, such as kind:call.", complete="filter")] = (),
    done: Annotated[bool, Option("--done", help="What was done today instead.")] = False,
    everyone: Annotated[bool, Option("--all", help="Everybody's.")] = False,
) -> Listing:
    """Show what to do now: overdue, agreed for a time, anytime.

    A filter asks about the planned activities (kind, subject, owner); with an owner it shows that colleague's day.
    """
    from salesdesk.store.read import queue

    desk = call.desk
    owner = None if everyone or any(word.startswith("owner:") for word in query) else desk.actor
    if owner is None and not everyone and not query and desk.members():
        owner = call.own_desk.actor
    chosen = _chosen(desk, query) if query else None
    rows = queue.done(desk.connection, owner, desk.today) if done else queue.due(desk.connection, owner, desk.today)
    shown = [row for row in rows if chosen is None or row.id in chosen]
    note = _note(desk, owner, len(shown)) if not done else plural(len(shown), tr("thing done"), tr("things done"))
    return Listing(_columns(desk), shown, ref=reference, empty=tr("Queue clear."), note=note)


def reference(row: "QueueRow") -> str:
    """The record an item is about."""
    return f"{LETTER_OF[row.record_kind]}-{row.code}" if row.record_kind else ""


def _chosen(desk: "Desk", query: Sequence[str]) -> set[bytes]:
    from salesdesk.domain.language.words import words_text
    from salesdesk.services import views

    return set(views.listing(desk, "activity", words_text(list(query))).ids)


def _columns(desk: "Desk") -> tuple[Column, ...]:
    return (
        Column(
            "when",
            "When",
            lambda r: r.done_at or r.due_at or r.due_on,
            lambda r: _when(desk, r),
            lambda r: _tone(desk, r),
        ),
        Column("what", "What", lambda r: r.outcome or r.kind if r.done_at else r.kind),
        Column("name", "Who", lambda r: r.name, tone=lambda r: "strong"),
        Column("company", "Company", lambda r: r.company, rank=1),
        Column("subject", "About", lambda r: r.subject, rank=2),
        Column("phone", "Phone", lambda r: r.phone, rank=2),
        Column("ref", "Ref", reference, tone=lambda r: "muted", rank=3),
        Column("owner", "Owner", lambda r: r.owner, extra=True),
        Column("email", "Mail", lambda r: r.email, extra=True),
        Column("due", "Due", lambda r: r.due_on, extra=True),
    )


def _when(desk: "Desk", row: "QueueRow") -> str:
    from salesdesk.domain.dates import say_due

    if row.done_at is not None:
        return f"{desk.local(row.done_at):%H:%M}"
    if row.due_on is None:
        return ""
    time = desk.local(row.due_at).time() if row.due_at else None
    return say_due(row.due_on, time, desk.today)


def _tone(desk: "Desk", row: "QueueRow") -> str:
    if row.done_at is not None:
        return "ok"
    return "bad" if row.due_on and row.due_on < desk.today else "warn" if row.due_at else "muted"


def _note(desk: "Desk", owner: bytes | None, count: int) -> str:
    import datetime as dt

    from salesdesk.store.read.queue import care

    found = care(desk.connection, owner, desk.today - dt.timedelta(days=14))
    words = [tr("{count} left.", count=f"{count:,}")]
    if found.leads_without_step:
        words.append(
            tr(
                "{leads} without a next step: salesdesk lead list next:none.",
                leads=plural(found.leads_without_step, tr("open lead"), tr("open leads")),
            )
        )
    if found.silent_deals:
        words.append(tr("{deals} silent for 14 days.", deals=plural(found.silent_deals, tr("deal"), tr("deals"))))
    return " ".join(words)
