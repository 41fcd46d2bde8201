"""The records a rule is about: since it last looked, today, or on the days of a past year."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from salesdesk.domain.dates import say_day
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.rules.reading import Reading
from salesdesk.store.read import happened, moments, waited, waiting
from salesdesk.store.read.moments import Moment
from salesdesk.store.read.waiting import Wait

if TYPE_CHECKING:
    from salesdesk.domain.language.fields import Where


@dataclass(frozen=True, slots=True)
class Match:
    """A record a rule is to act on, once for each `cause`; `set_off` is the operation that did it, `day` when."""

    record_id: bytes
    cause: str
    why: str
    day: dt.date
    set_off: bytes | None = None


def happened_since(desk: Desk, reading: Reading, low: bytes, high: bytes) -> list[Match]:
    """What people did in operations after `low` up to `high`, as the records were right after it."""
    found = happened.since(desk.connection, reading.event, reading.watched, low, high)
    matches = [
        Match(one.record_id, one.operation.hex(), one.label, _local(desk, one.at), one.operation) for one in found
    ]
    return _fitting(desk, reading, [(match, match.set_off or b"") for match in matches])


def waiting_now(
    desk: Desk, reading: Reading, *, first: dt.date | None = None, only: Sequence[bytes] | None = None
) -> list[Match]:
    """The records whose wait was over between `first` and today, as they are now."""
    newest = desk.connection.value("SELECT id FROM operation ORDER BY id DESC LIMIT 1") or moments.NEVER
    found = waiting.now(
        desk.connection, reading.event, reading.watched, desk.today, first=first, only=only, local=_days_of(desk)
    )
    matches = [_waited(reading, one, desk.today, desk.today) for one in found]
    return _fitting(desk, reading, [(match, newest) for match in matches])


def in_the_past(desk: Desk, reading: Reading, first: dt.date, last: dt.date) -> list[Match]:
    """What would have been met on each day of `[first, last]`, in order."""
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 2)]
    begun = moments.last_before(desk.connection, [(day, _midnight(desk, day)) for day in days])
    if reading.event.waits:
        return _waits_over(desk, reading, first, last, begun)
    matches = happened_since(desk, reading, begun[first], begun[days[-1]])
    if not reading.event.on_import:
        told = happened.dated(desk.connection, reading.event, reading.watched, first, last)
        came = [
            (Match(record, f"day {day}", tr("by its own day"), day), begun[day + dt.timedelta(days=1)])
            for record, day in told
        ]
        matches += _fitting(desk, reading, came, became=False)
    return sorted(matches, key=lambda match: (match.day, match.cause, match.record_id))


def _waits_over(
    desk: Desk, reading: Reading, first: dt.date, last: dt.date, begun: dict[dt.date, bytes]
) -> list[Match]:
    """The waits that were over, each on the first morning after that on which its record fitted the filter."""
    local = _days_of(desk)
    waits = waited.over(desk.connection, reading.event, reading.watched, first, last, local=local)
    matches = _on_mornings(desk, reading, [(one, one.due) for one in waits], last, begun)
    met = {(match.record_id, match.cause) for match in matches}
    left = [one for one in waits if (one.record_id, _cause(reading, one)) not in met]
    if left:
        records = [one.record_id for one in left]
        later = waited.mornings_after(desk.connection, reading.event.entity, records, _midnight(desk, first), local)
        tries = [
            (one, morning)
            for one in left
            for morning in later.get(one.record_id, ())
            if one.due < morning <= min(one.until, last)
        ]
        for match in _on_mornings(desk, reading, sorted(tries, key=lambda pair: pair[1]), last, begun):
            if (match.record_id, match.cause) not in met:
                met.add((match.record_id, match.cause))
                matches.append(match)
    return sorted(matches, key=lambda match: (match.day, match.cause, match.record_id))


def _on_mornings(
    desk: Desk, reading: Reading, waits: list[tuple[Wait, dt.date]], last: dt.date, begun: dict[dt.date, bytes]
) -> list[Match]:
    return _fitting(desk, reading, [(_waited(reading, one, day, last), begun[day]) for one, day in waits])


def _cause(reading: Reading, wait: Wait) -> str:
    event = reading.event
    return f"{event.what} {event.field} {wait.base}" if event.field else f"{event.what} {wait.base}"


def _waited(reading: Reading, wait: Wait, day: dt.date, today: dt.date) -> Match:
    event = reading.event
    since = say_day(wait.base, today) if wait.base <= today else wait.base.isoformat()
    why = {
        "untouched": tr("last touch {day}", day=since),
        "stepless": tr("no step since {day}", day=since),
        "stuck": tr("in its stage since {day}", day=since),
    }.get(event.what, f"{event.field} {since}")
    return Match(wait.record_id, _cause(reading, wait), why, day)


def _fitting(
    desk: Desk, reading: Reading, matches: Sequence[tuple[Match, bytes]], *, became: bool = True
) -> list[Match]:
    """Those whose record fitted the filter right after that operation, and not yet before it where that matters.

    A wait is over at the beginning of its day: what has that day's date is still to come.
    """
    entity, connection, today = reading.event.entity, desk.connection, desk.today
    earlier = dt.timedelta(days=1 if reading.event.waits else 0)
    # Most filters mean the same on every day: all records are then asked about in few looks, in the order of their keys.
    asked: dict[tuple[Where, Where | None], list[tuple[Match, Moment]]] = defaultdict(list)
    meant = {day: (reading.where(day), reading.became(day) if became else None) for day in {m.day for m, _ in matches}}
    for match, after in sorted(matches, key=lambda pair: pair[0].record_id):
        seen = match.day - earlier if match.day != today else match.day
        asked[meant[match.day]].append((match, Moment(match.record_id, after, seen)))
    fit: set[int] = set()
    for (where, not_yet), pairs in asked.items():
        now = [moment for _, moment in pairs]
        fits = moments.fitting(connection, entity, where, now)
        if not_yet is not None:
            then = [replace(moment, after=moments.before(moment.after)) for moment in now]
            was = moments.fitting(connection, entity, not_yet, then)
            fits = [one and not before for one, before in zip(fits, was, strict=True)]
        fit |= {id(match) for (match, _), does in zip(pairs, fits, strict=True) if does}
    return [match for match, _ in matches if id(match) in fit]


def _midnight(desk: Desk, day: dt.date) -> str:
    return desk.connection.dialect.instant(desk.instant(day, dt.time()))


def _local(desk: Desk, at: str) -> dt.date:
    return desk.local(dt.datetime.fromisoformat(at)).date()


def _days_of(desk: Desk) -> waiting.LocalDay:
    """Business days of instants, each worked out once: a long history has few different ones."""
    known: dict[str, dt.date] = {}

    def local(at: str) -> dt.date:
        if at not in known:
            known[at] = _local(desk, at)
        return known[at]

    return local
