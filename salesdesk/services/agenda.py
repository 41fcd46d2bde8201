"""Meetings and next steps as a calendar that other programs can read or subscribe to."""

import datetime as dt
from pathlib import Path

from salesdesk import paths
from salesdesk.domain.ids import id_text
from salesdesk.errors import InvalidError
from salesdesk.exchange.ics import Event, calendar_text
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.records import reference
from salesdesk.store.read import queue
from salesdesk.store.read.agenda import agenda, revisions
from salesdesk.store.read.queue import QueueRow

UID_END = "@salesdesk"
BACK_DAYS, AHEAD_DAYS = 30, 366
_MINUTES = {"meeting": 60, "demo": 60, "visit": 60}
_OTHER_MINUTES = 30


def export(
    desk: Desk,
    query: str = "",
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    everyone: bool = False,
    alarm: int | None = None,
) -> tuple[str, int]:
    """The calendar of the present member, of everyone, or of what a filter of activities gives, as text; and how many
    events are in it. From 30 days ago to a year ahead unless days are given; timed events ring `alarm` minutes before.
    """
    start = start or desk.today - dt.timedelta(days=BACK_DAYS)
    end = end or desk.today + dt.timedelta(days=AHEAD_DAYS)
    if end < start:
        raise InvalidError(f"{end.isoformat()} is before {start.isoformat()}.", hint="Give --from before --to.")
    asks_owner = "owner:" in query
    with desk.workspace.snapshot() as connection:
        ids = agenda(connection, None if everyone or asks_owner else desk.actor, start, end)
        if query:
            from salesdesk.services import views

            fitting = set(views.listing(desk, "activity", query).ids)
            ids = [key for key in ids if key in fitting]
        changes = revisions(connection, ids)
        events = [_event(desk, row, changes[row.id], alarm) for row in queue.activities(connection, ids)]
    name = next((m.name for m in desk.members() if m.id == desk.actor), "") if not everyone else ""
    return calendar_text(events, name=f"salesdesk {name}".strip()), len(events)


def write_calendar(path: Path, text: str) -> bool:
    """Put a calendar into its file in one step, so that a program that reads it meanwhile sees the old or the new
    one; whether it was another than before. InvalidError when it cannot be written."""
    content = text.encode()
    try:
        if not path.exists():
            paths.write_private(path, content)
        elif path.read_bytes() == content:
            return False
        else:
            # Somebody may have let a server read it.
            mode = path.stat().st_mode
            paths.write_private(path, content)
            path.chmod(mode)
    except OSError as error:
        raise InvalidError(
            tr("The calendar '{path}' cannot be written: {reason}.", path=path, reason=error.strerror),
            hint=tr("Name another one, with --out or: salesdesk config set calendar.file FILE."),
        ) from None
    return True


def keep_current(desk: Desk, file: str, alarm: int | None, *, me: str = "") -> None:
    """Bring the calendar file of the config up to date; cheap when nothing has changed. It is of one person: a desk
    at which somebody else works (`me` is the member of the config) or nobody is known leaves it alone."""
    known = desk.known_as(me) if me else None
    if desk.members() and (desk.actor is None or (me and (known is None or known.id != desk.actor))):
        return
    write_calendar(Path(file).expanduser(), export(desk, alarm=alarm)[0])


def _event(desk: Desk, row: QueueRow, changes: tuple[int, dt.datetime], alarm: int | None) -> Event:
    sequence, changed = changes
    at = row.due_at or row.done_at
    begin: dt.date | dt.datetime
    finish: dt.date | dt.datetime
    if at is not None:
        begin = at
        finish = at + dt.timedelta(minutes=row.duration_minutes or _MINUTES.get(row.kind_meaning, _OTHER_MINUTES))
    else:
        begin = row.due_on or desk.today
        finish = begin + dt.timedelta(days=1)
    return Event(
        uid=f"{id_text(row.id)}{UID_END}",
        summary=_summary(row),
        start=begin,
        end=finish,
        changed=changed,
        sequence=sequence,
        description=_description(row),
        category=row.kind,
        busy=at is not None,
        alarm_minutes=alarm if row.due_at is not None and row.done_at is None else None,
    )


def _summary(row: QueueRow) -> str:
    """`Demo Joost de Vries, Havenlog BV`; a to-do of its own says what it is."""
    who = f"{row.name}{f', {row.company}' if row.company and row.company != row.name else ''}"
    if not who:
        return row.subject or row.kind
    return f"{'✓ ' if row.done_at else ''}{row.kind} {who}".strip()


def _description(row: QueueRow) -> str:
    ref = reference(row.record_kind, row.code) if row.record_kind else ""
    outcome = row.outcome if row.done_at else ""
    return "\n".join(part for part in (row.subject if row.name else "", outcome, row.phone, row.email, ref) if part)


def alarm_minutes(setting: str) -> int | None:
    """The minutes of the setting `calendar.alarm`; None for `off`."""
    return int(setting) if setting.isdigit() else None
