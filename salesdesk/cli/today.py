"""Today's queue from the shell; one of the commands that are answered before Typer is imported."""

from collections.abc import Iterator, Sequence

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Listing
from salesdesk.domain.text import clean
from salesdesk.hints import TYPE_CHECKING, Annotated
from salesdesk.i18n import plural, tr
from salesdesk.services.records import LETTER_OF

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.services.today import Today
    from salesdesk.store.read.queue import QueueRow

commands = Commands()


@commands.verb("today", listing=True, examples=("today", "today --done", "today owner:lena", "today --plain"))
def today(
    call: Call,
    query: Annotated[Sequence[str], Argument("FILTER", "Only these, such as kind:call.", complete="filter")] = (),
    done: Annotated[bool, Option("--done", help="What was done today instead.")] = False,
    everyone: Annotated[bool, Option("--all", help="Everybody's.")] = False,
) -> Listing:
    """Show what to do now: overdue, agreed for a time, anytime; each in the order of its urgency.

    A filter asks about the planned activities and their records (kind, score, stage, owner); with an owner it shows
    that colleague's day. `--columns when,name,why` says why each stands where it does. `--plain` is the whole day in
    words, to be read aloud, printed, or sent by cron in the morning:

      0 7 * * 1-5  salesdesk today --plain | mail -s Today maya@example.com
    """
    from salesdesk.services.today import say_reason
    from salesdesk.services.today import today as read

    desk = call.desk
    text = _filter(query) if query else ""
    owner = None if everyone else desk.actor
    if owner is None and not everyone and not query and desk.members():
        owner = call.own_desk.actor
    day = read(desk, owner=owner, everyone=owner is None, query=text)
    shown = list(day.done) if done else day.due
    note = plural(len(shown), tr("thing done"), tr("things done")) if done else _note(day)

    def why(row: "QueueRow") -> list[str]:
        return [say_reason(reason, row) for reason in day.why[row.id].reasons] if row.id in day.why else []

    columns = (
        *_columns(desk),
        Column("why", "Why now", why, lambda r: ", ".join(why(r)), tone=lambda r: "muted", extra=True),
        Column("urgency", "Urgency", lambda r: day.why[r.id].points if r.id in day.why else None, extra=True),
    )
    plain = _plain(desk, day, done=done, limit=call.limit)
    return Listing(columns, shown, ref=reference, empty=_clear(desk, day, done=done), note=note, plain=plain)


def _plain(desk: "Desk", day: "Today", *, done: bool, limit: int | None) -> Iterator[str]:
    # Only --plain gets here, so only it pays for the import.
    from salesdesk.cli.today_text import day_lines

    yield from day_lines(desk, day, done=done, limit=limit)


def _clear(desk: "Desk", day: "Today", *, done: bool) -> str:
    """What is said of a clear queue, with what comes next."""
    if day.team and not done:
        late, without = sum(row.overdue for row in day.team), sum(row.stepless for row in day.team)
        words = tr("Queue clear. In the team {late} overdue, {without} without a next step", late=late, without=without)
        first = day.team[0]
        most = tr(", most with {name}", name=first.name) if first.overdue and len(day.team) > 1 else ""
        return f"{words}{most}: salesdesk today --all"
    if done or not day.coming:
        return tr("Queue clear.")
    from salesdesk.cli.today_text import next_line

    return f"{tr('Queue clear.')} {next_line(desk, day.coming[0])}"


def _filter(query: Sequence[str]) -> str:
    from salesdesk.domain.language.words import words_text

    return words_text([clean(word) for word in query])


def reference(row: "QueueRow") -> str:
    """The record an item is about."""
    return f"{LETTER_OF[row.record_kind]}-{row.code}" if row.record_kind else ""


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


def _note(day: "Today") -> str:
    words = (
        [tr("{count} left, about {minutes} min.", count=f"{day.total:,}", minutes=day.minutes_left)]
        if day.total
        else []
    )
    if day.new:
        words.append(
            tr("{count} new for you: {first}.", count=len(day.new), first=f"{day.new[0].kind} {day.new[0].name}")
        )
    words += [f"{p.goal.label} {p.now}/{p.target}." for p in day.goals]
    if day.care.stuck_mails:
        mails = plural(day.care.stuck_mails, tr("mail"), tr("mails"))
        words.append(tr("{mails} did not get through: salesdesk outbox list.", mails=mails))
    if day.care.mail_drafts:
        drafts = plural(day.care.mail_drafts, tr("draft"), tr("drafts"))
        words.append(tr("{drafts} not sent: salesdesk outbox list --state draft.", drafts=drafts))
    if day.care.leads_without_step:
        leads = plural(day.care.leads_without_step, tr("open lead"), tr("open leads"))
        words.append(tr("{leads} without a next step: salesdesk lead list next:none.", leads=leads))
    if day.care.silent_deals:
        deals = plural(day.care.silent_deals, tr("deal"), tr("deals"))
        words.append(tr("{deals} silent for 14 days.", deals=deals))
    return " ".join(words)
