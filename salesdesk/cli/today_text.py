"""Today in plain words: for a mail in the morning, a printer, a screen reader."""

from collections.abc import Iterator, Sequence

from salesdesk.domain.dates import say_day, say_due, short_month, short_weekday
from salesdesk.domain.text import clean
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.pages import last_talk
from salesdesk.services.records import reference
from salesdesk.services.today import SILENT_DAYS, Today, say_reason
from salesdesk.store.read.notices import NoticeRow
from salesdesk.store.read.queue import QueueRow
from salesdesk.store.read.team import TeamRow
from salesdesk.store.read.timeline import events

# Of so many what was said last is looked up; a mail longer than that is not read to its end.
_MOST_TOLD = 60
_LAST_LIMIT = 160


def day_lines(desk: Desk, day: Today, *, done: bool = False, limit: int | None = None) -> Iterator[str]:
    """The day as lines: a head with the counts, then each group with its items and what one needs for them."""
    today = desk.today
    yield f"{short_weekday(today)} {today.day} {short_month(today)} {today.year}"
    yield _head(day)
    if done:
        yield from _group(tr("DONE"), [_done(desk, row) for row in day.done[:limit]], len(day.done))
        return
    yield from _group(tr("NEW FOR YOU"), [_notice(row) for row in day.new], len(day.new))
    left = limit
    groups = ((tr("OVERDUE"), day.overdue), (tr("TODAY"), day.timed), (tr("ANYTIME"), day.anytime))
    for word, rows in groups:
        shown = rows[:left]
        told = left is None or left <= _MOST_TOLD
        yield from _group(
            word, [_item(desk, day, row, told=told or n < _MOST_TOLD) for n, row in enumerate(shown)], len(rows)
        )
        left = None if left is None else left - len(shown)
    coming = day.coming[:limit]
    yield from _group(tr("COMING UP"), [_item(desk, day, row, told=True) for row in coming], len(day.coming))
    if day.team:
        yield from ("", f"{tr('THE TEAM')} {len(day.team)}", "", *(clean(_colleague(row)) for row in day.team))
    yield from _care(day)


def _colleague(row: TeamRow) -> str:
    """What waits for somebody of the team."""
    return tr(
        "{name}: {late} overdue, {without} without a next step, {due} due today",
        name=row.name,
        late=f"{row.overdue:,}",
        without=f"{row.stepless:,}",
        due=f"{row.due:,}",
    )


def _head(day: Today) -> str:
    left = tr("{count} to do, about {minutes} min.", count=f"{day.total:,}", minutes=day.minutes_left)
    words = [left if day.total else tr("Queue clear.")]
    if day.done:
        words.append(tr("{count} done.", count=len(day.done)))
    words += [f"{p.goal.label} {p.now}/{p.target}." for p in day.goals]
    return " ".join(words)


def _group(word: str, items: Sequence[Sequence[str]], count: int) -> Iterator[str]:
    """`OVERDUE 2`, then each item: what it is, and below it, set in, a line for each thing to know."""
    if not count:
        return
    yield ""
    yield f"{word} {count}"
    for title, *details in items:
        yield ""
        yield clean(title)
        yield from (f"  {clean(line)}" for line in details)
    if len(items) < count:
        yield ""
        yield tr("and {count} more", count=count - len(items))


def _item(desk: Desk, day: Today, row: QueueRow, *, told: bool) -> list[str]:
    why = day.why.get(row.id)
    other_day = row.due_on is not None and row.due_on != desk.today
    pairs = [
        (tr("when"), _day(desk, row) if other_day else ""),
        (tr("about"), row.subject if row.name else ""),
        (tr("phone"), row.phone),
        (tr("mail"), row.email),
        (
            tr("why"),
            ", ".join(say_reason(reason, row) for reason in why.reasons if reason.name != "late") if why else "",
        ),
        (tr("last"), _last(desk, row) if told else ""),
        (tr("ref"), reference(row.record_kind, row.code) if row.record_kind else ""),
    ]
    at = f"{desk.local(row.due_at):%H:%M} " if row.due_at and not other_day else ""
    return [f"{at}{_title(row)}", *(f"{label}: {text}" for label, text in pairs if text)]


def next_line(desk: Desk, row: QueueRow) -> str:
    """What comes next, in a sentence: `Next: Thu 11:00 Demo Joost de Vries, Havenlog.`"""
    return tr("Next: {when} {what}.", when=_day(desk, row), what=clean(_title(row)))


def _day(desk: Desk, row: QueueRow) -> str:
    """The day of what is not due today; the time of day is no matter once it has passed."""
    if row.due_on is None:
        return ""
    time = f" {desk.local(row.due_at):%H:%M}" if row.due_at and row.due_on > desk.today else ""
    return f"{say_due(row.due_on, None, desk.today)}{time}"


def _title(row: QueueRow) -> str:
    """`Demo Joost de Vries, Havenlog BV`; a to-do of its own says what it is."""
    if not row.name:
        return f"{row.kind}: {row.subject}" if row.subject else row.kind
    return f"{row.kind} {row.name}{f', {row.company}' if row.company and row.company != row.name else ''}"


def _last(desk: Desk, row: QueueRow) -> str:
    """What was done last with a record and what was said: `18 Nov Talked: churn spikes in Q3`."""
    if row.record_id is None:
        return ""
    said = last_talk(events(desk.connection, row.record_kind, row.record_id, limit=20))
    if said is None:
        return ""
    text = clean(said.text)
    short = f"{text[:_LAST_LIMIT].rstrip()}…" if len(text) > _LAST_LIMIT else text
    return f"{say_day(said.on, desk.today)} {said.title}{f': {short}' if short else ''}"


def _done(desk: Desk, row: QueueRow) -> list[str]:
    at = f"{desk.local(row.done_at):%H:%M} " if row.done_at else ""
    title = f"{row.outcome or row.kind} {row.name}{f', {row.company}' if row.company else ''}"
    following = f"{say_day(row.next_on, desk.today)} {row.next_text}".strip() if row.next_on else ""
    return [f"{at}{title}".strip(), *([tr("next: {step}", step=following)] if following else [])]


def _notice(row: NoticeRow) -> list[str]:
    title = f"{row.kind.capitalize()}: {row.name}{f', {row.company}' if row.company else ''}"
    pairs = [(tr("from"), row.who), (tr("says"), row.text), (tr("phone"), row.phone), (tr("mail"), row.email)]
    return [title, *(f"{label}: {text}" for label, text in pairs if text)]


def _care(day: Today) -> Iterator[str]:
    care = day.care
    found = [
        (care.stuck_mails, tr("mail"), tr("mails"), tr("did not get through: salesdesk outbox list")),
        (care.mail_drafts, tr("draft"), tr("drafts"), tr("not sent: salesdesk outbox list --state draft")),
        (
            care.leads_without_step,
            tr("open lead"),
            tr("open leads"),
            tr("without a next step: salesdesk lead list next:none"),
        ),
        (
            care.deals_without_step,
            tr("open deal"),
            tr("open deals"),
            tr("without a next step: salesdesk deal list next:none"),
        ),
        (
            care.silent_deals,
            tr("deal"),
            tr("deals"),
            tr("silent for {days} days: salesdesk deal list touch:{days}d..", days=SILENT_DAYS),
        ),
    ]
    lines = [f"{plural(count, one, many)} {words}" for count, one, many, words in found if count]
    if lines:
        yield from ("", tr("NEEDS CARE"), *lines)
