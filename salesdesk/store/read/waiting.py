"""Records that something has not happened to for a while, or that a day of theirs is near."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.language.fields import Where
from salesdesk.domain.language.rule_tree import Event
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.read.happened import Watched
from salesdesk.store.read.values import BROUGHT, day, placeholders

ARRIVAL = {"lead": "arrived_on", "deal": "opened_on"}
_OPEN = {
    "lead": "r.status_id IN (SELECT s.id FROM lead_status s WHERE s.meaning = 'open')",
    "deal": "r.state = 'open'",
}
LocalDay = Callable[[str], dt.date]


@dataclass(frozen=True, slots=True)
class Wait:
    """A record whose wait began on `base` and is over on the morning of `due`; nothing ends it up to `until`."""

    record_id: bytes
    base: dt.date
    due: dt.date
    until: dt.date = dt.date.max


def day_text(connection: Connection, watched: Watched, alias: str) -> Where:
    """The day a rule counts from, as text `YYYY-MM-DD`."""
    if watched.key:
        return connection.dialect.json_text(f"{alias}.custom", watched.key)
    return Where(connection.dialect.day_text(f"{alias}.{watched.column}"))


def now(
    connection: Connection,
    event: Event,
    watched: Watched,
    today: dt.date,
    *,
    first: dt.date | None = None,
    only: Sequence[bytes] | None = None,
    local: LocalDay,
) -> list[Wait]:
    """The records whose wait is over by `today`, and not before `first`, the longest waiting first."""
    if event.what in {"before", "after"}:
        found = _near_now(connection, event, watched, today, only, local)
    else:
        base, where, params = _present(connection, event, today)
        which, keys = _among(only)
        rows = connection.rows(
            f"SELECT r.id, {base} FROM {event.entity} r WHERE r.deleted_op IS NULL AND {where}{which}", (*params, *keys)
        )
        days = [(key, dt.date.fromisoformat(text)) for key, text in rows]
        if event.what == "stepless":
            days = list(_without_step(connection, event, days, local))
        found = [Wait(key, began, began + wait_of(event)) for key, began in days]
    due = [one for one in found if one.due <= today and (first is None or one.due >= first)]
    return sorted(due, key=lambda one: (one.due, one.record_id))


def _among(only: Sequence[bytes] | None) -> tuple[str, tuple[bytes, ...]]:
    return ("", ()) if only is None else (f" AND r.id IN ({placeholders(only)})", tuple(only))


def read_day(text: Any) -> dt.date | None:
    try:
        return day(text)
    except ValueError:
        # A custom day that was imported in no form of a day.
        return None


def wait_of(event: Event) -> dt.timedelta:
    return dt.timedelta(days=-event.days if event.what == "before" else event.days)


def _present(connection: Connection, event: Event, today: dt.date) -> tuple[str, str, tuple[object, ...]]:
    """The day the wait began, and the condition on records that may wait long enough."""
    arrival, text = f"r.{ARRIVAL[event.entity]}", connection.dialect.day_text
    latest = (today - dt.timedelta(days=event.days)).isoformat()
    if event.what == "untouched":
        base = f"COALESCE(r.touched_on, {arrival})"
        return text(base), f"{_OPEN[event.entity]} AND {base} <= ?", (latest,)
    if event.what == "stepless":
        return text(arrival), f"{_OPEN[event.entity]} AND r.next_on IS NULL AND {arrival} <= ?", (latest,)
    # A stage that a rule moved to starts no wait, or two rules could go on for ever.
    source = (
        "SELECT o.source FROM history h JOIN operation o ON o.id = h.operation_id WHERE h.table_name = 'deal'"
        " AND h.record_id = r.id AND h.column_name = 'stage_on' ORDER BY h.operation_id DESC LIMIT 1"
    )
    return text("r.stage_on"), f"r.state = 'open' AND r.stage_on <= ? AND COALESCE(({source}), '') <> 'rule'", (latest,)


def _near_now(
    connection: Connection,
    event: Event,
    watched: Watched,
    today: dt.date,
    only: Sequence[bytes] | None,
    local: LocalDay,
) -> list[Wait]:
    """The records whose day is near now, or was when it was set."""
    value = day_text(connection, watched, "r")
    days = dt.timedelta(days=event.days)
    low, high = ("", today - days) if event.what == "after" else (today, today + days)
    which, keys = _among(only)
    column, changed = "custom" if watched.key else watched.column, ""
    params: tuple[object, ...] = ()
    if watched.key:
        old, new = cell_text(connection, "old", watched), cell_text(connection, "new", watched)
        changed = f" AND {old.sql} {connection.dialect.is_not} {new.sql}"
        params = (*old.params, *new.params)
    set_by = (
        f"COALESCE((SELECT h.operation_id FROM history h WHERE h.table_name = '{event.entity}' AND h.record_id = r.id"
        f" AND h.column_name = '{column}'{changed} ORDER BY h.operation_id DESC LIMIT 1), r.created_op)"
    )
    rows = connection.rows(
        f"SELECT r.id, {value.sql}, o.at, o.source, o.action FROM {event.entity} r JOIN operation o ON o.id = {set_by}"
        f" WHERE r.deleted_op IS NULL AND {value.sql} >= ? AND {value.sql} <= ?{which}",
        (*value.params, *params, *value.params, str(low), *value.params, str(high), *keys),
    )
    found = [met(event, record, text, at, source, action, local) for record, text, at, source, action in rows]
    return [one for one in found if one is not None]


def met(
    event: Event, record: bytes, text: str | None, at: str, source: str, action: str, local: LocalDay
) -> Wait | None:
    """The wait for a day set at that instant: met in time, or on the morning after it was set; a rule's starts none."""
    began = read_day(text)
    if began is None or source == "rule":
        return None
    due = began + wait_of(event)
    if source not in BROUGHT and action != "setup":
        due = max(due, local(at) + dt.timedelta(days=1))
    return Wait(record, began, due) if event.what == "after" or due <= began else None


def _without_step(
    connection: Connection, event: Event, arrivals: Sequence[tuple[bytes, dt.date]], local: LocalDay
) -> Iterator[tuple[bytes, dt.date]]:
    """Each record with the day since which nothing is planned: its last step was done or dropped, or it arrived."""
    for start in range(0, len(arrivals), 500):
        part = arrivals[start : start + 500]
        ended: dict[bytes, dt.date] = {}
        for record, _, end, _ in steps(connection, event, [key for key, _ in part], local):
            if end is not None:
                ended[record] = max(end, ended.get(record, end))
        for key, arrived in part:
            yield key, max(arrived, ended.get(key, arrived))


def steps(
    connection: Connection, event: Event, records: Sequence[bytes] | None, local: LocalDay
) -> Iterator[tuple[bytes, dt.date, dt.date | None, bool]]:
    """Every step that was ever planned: its record, the days it was planned and done or dropped on, and whether it
    came with an import, which does not tell when it was planned."""
    link = f"a.{event.entity}_id"
    which = f"{link} IS NOT NULL" if records is None else f"{link} IN ({placeholders(records)})"
    rows = connection.each(
        f"SELECT {link}, o.at, o.source, o.action, a.done_on, g.at FROM activity a JOIN operation o ON o.id = a.created_op"
        f" LEFT JOIN operation g ON g.id = a.deleted_op WHERE {which} AND a.due_on IS NOT NULL",
        tuple(records or ()),
    )
    for record, made, source, action, done, gone in rows:
        end = min((one for one in (day(done), local(gone) if gone else None) if one), default=None)
        yield record, local(made), end, source in BROUGHT or action != "change"


def cell_text(connection: Connection, which: str, watched: Watched) -> Where:
    """The watched day in the `old` or `new` cell of a change `h`, as text."""
    if watched.key:
        return connection.dialect.json_text(f"h.{which}", watched.key)
    return Where(f"h.{which}" if connection.dialect is SQLITE else f"(h.{which} #>> '{{}}')")
