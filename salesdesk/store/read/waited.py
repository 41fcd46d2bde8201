"""Waits that were over on the days of a past span, from history and business days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from salesdesk.domain.language.rule_tree import Event
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.read.happened import Watched
from salesdesk.store.read.values import BROUGHT, placeholders
from salesdesk.store.read.waiting import ARRIVAL, LocalDay, Wait, cell_text, day_text, met, steps


def over(
    connection: Connection, event: Event, watched: Watched, first: dt.date, last: dt.date, *, local: LocalDay
) -> list[Wait]:
    """The waits that were over on a day of `[first, last]`, in order; nothing later had ended them before."""
    if event.what in {"before", "after"}:
        found = _near(connection, event, watched, local)
    elif event.what == "stepless":
        found = _gaps(connection, event, local)
    else:
        # A wait that is over in the span began so many days before at the earliest.
        since = (first - dt.timedelta(days=event.days)).isoformat()
        days = _touches(connection, event, since) if event.what == "untouched" else _stages(connection, since)
        found = (one for one in _long_enough(days, event.days) if one.due <= last)
    # A day that was changed and changed back begins the same wait again, and a rule acts once for each.
    waits: dict[tuple[bytes, dt.date], Wait] = {}
    for one in sorted(found, key=lambda one: (one.due, one.record_id)):
        waits.setdefault((one.record_id, one.base), one)
    return [one for one in waits.values() if first <= one.due <= last]


def _long_enough(days: Iterator[tuple[Any, ...]], count: int) -> Iterator[Wait]:
    """Of days by record in order: those that no other day of the record followed in less than `count` days."""
    wait = dt.timedelta(days=count)
    before: tuple[bytes, dt.date, str] | None = None
    for record, text, source in days:
        on = dt.date.fromisoformat(text)
        if before is not None and before[2] != "rule":
            until = on if before[0] == record else dt.date.max
            if until >= before[1] + wait:
                yield Wait(before[0], before[1], before[1] + wait, until)
        before = record, on, source
    if before is not None and before[2] != "rule":
        yield Wait(before[0], before[1], before[1] + wait)


def _touches(connection: Connection, event: Event, since: str) -> Iterator[tuple[Any, ...]]:
    link, arrival = f"a.{event.entity}_id", f"r.{ARRIVAL[event.entity]}"
    touch = (
        f"SELECT {link} AS id, a.done_on AS on_day FROM activity a"
        f" WHERE {link} IS NOT NULL AND a.done_on >= ? AND a.deleted_op IS NULL"
    )
    earlier = f"SELECT 1 FROM activity a WHERE {link} = r.id AND a.done_on <= {arrival} AND a.deleted_op IS NULL"
    first = (
        f"SELECT r.id, {arrival} FROM {event.entity} r"
        f" WHERE {arrival} >= ? AND r.deleted_op IS NULL AND NOT EXISTS ({earlier})"
    )
    sql = f"SELECT id, on_day, '' FROM ({touch} UNION {first}) x ORDER BY id, on_day"
    return connection.each(sql, (since, since))


def _stages(connection: Connection, since: str) -> Iterator[tuple[Any, ...]]:
    return connection.each(
        "SELECT g.deal_id, g.changed_on, o.source FROM stage_change g JOIN operation o ON o.id = g.created_op"
        " WHERE g.changed_on >= ? AND g.deleted_op IS NULL ORDER BY g.deal_id, g.changed_on, g.id",
        (since,),
    )


def _gaps(connection: Connection, event: Event, local: LocalDay) -> Iterator[Wait]:
    """The stretches without any planned step, of records that were made here."""
    arrival, wait = ARRIVAL[event.entity], dt.timedelta(days=event.days)
    spans: dict[bytes, list[tuple[dt.date, dt.date | None]]] = defaultdict(list)
    untold: set[bytes] = set()
    for record, start, end, brought in (*steps(connection, event, None, local), *_moved_on(connection, event, local)):
        spans[record].append((start, end))
        if brought:
            untold.add(record)
    rows = connection.each(
        f"SELECT r.id, r.{arrival} FROM {event.entity} r JOIN operation o ON o.id = r.created_op WHERE r.deleted_op IS NULL"
        f" AND r.{arrival} IS NOT NULL AND o.action = 'change' AND o.source NOT IN ({placeholders(BROUGHT)})",
        BROUGHT,
    )
    for record, text in rows:
        if record in untold:
            continue
        ended: dt.date | None = dt.date.fromisoformat(text)
        for start, end in sorted(spans[record], key=lambda span: span[0]):
            if ended is not None and start >= ended + wait:
                yield Wait(record, ended, ended + wait, start)
            ended = None if end is None or ended is None else max(ended, end)
        if ended is not None:
            yield Wait(record, ended, ended + wait)


def _moved_on(
    connection: Connection, event: Event, local: LocalDay
) -> Iterator[tuple[bytes, dt.date, dt.date | None, bool]]:
    """The steps of a lead that went on to its deal when it was qualified."""
    if event.entity != "lead":
        return
    old = "h.old" if connection.dialect is SQLITE else "CAST(h.old #>> '{}' AS uuid)"
    rows = connection.each(
        f"SELECT {old}, o.at, o.source, o.action, m.at FROM history h JOIN activity a ON a.id = h.record_id"
        " JOIN operation o ON o.id = a.created_op JOIN operation m ON m.id = h.operation_id"
        " WHERE h.table_name = 'activity' AND h.column_name = 'lead_id' AND h.old IS NOT NULL AND a.due_on IS NOT NULL"
    )
    for record, made, source, action, moved in rows:
        yield record, local(made), local(moved), source in BROUGHT or action != "change"


def _near(connection: Connection, event: Event, watched: Watched, local: LocalDay) -> Iterator[Wait]:
    """Every value the day ever had, while it stood."""
    for record, values in _values(connection, event.entity, watched):
        ends = [local(at) for _, at, _, _ in values[1:]]
        for (text, at, source, action), end in zip(values, [*ends, dt.date.max], strict=True):
            one = met(event, record, text, at, source, action, local)
            if one is not None and one.due <= end:
                # A day that is near passes by.
                until = end if event.what == "after" else min(end, one.base)
                yield Wait(one.record_id, one.base, one.due, until)


def _values(
    connection: Connection, table: str, watched: Watched
) -> Iterator[tuple[bytes, list[tuple[str | None, str, str, str]]]]:
    """What a day of each record has been: each value with the instant, source and action of the operation that set it."""
    present = day_text(connection, watched, "r")
    column = "custom" if watched.key else watched.column
    old, new = (cell_text(connection, which, watched) for which in ("old", "new"))
    changes: dict[bytes, list[tuple[Any, ...]]] = defaultdict(list)
    for row in connection.each(
        f"SELECT h.record_id, {old.sql}, {new.sql}, o.at, o.source, o.action FROM history h"
        f" JOIN operation o ON o.id = h.operation_id WHERE h.table_name = '{table}' AND h.column_name = '{column}'"
        " ORDER BY h.record_id, h.operation_id",
        (*old.params, *new.params),
    ):
        if row[1] != row[2]:
            changes[row[0]].append(row[1:])
    for record, value, *made in connection.each(
        f"SELECT r.id, {present.sql}, o.at, o.source, o.action FROM {table} r JOIN operation o ON o.id = r.created_op"
        " WHERE r.deleted_op IS NULL",
        present.params,
    ):
        since = changes.get(record, [])
        at, source, action = made
        first = since[0][0] if since else value
        yield record, [(first, at, source, action), *((text, *by) for _, text, *by in since)]


def mornings_after(
    connection: Connection, entity: str, records: Sequence[bytes], since: str, local: LocalDay
) -> dict[bytes, list[dt.date]]:
    """For each of the records the mornings, in order, after a day since that instant on which anything about it changed."""
    link, wanted = f"a.{entity}_id", set(records)
    changed = (
        "SELECT h.record_id, o.at FROM history h JOIN operation o ON o.id = h.operation_id"
        f" WHERE h.table_name = '{entity}' AND o.at >= ?",
        f"SELECT {link}, o.at FROM activity a JOIN operation o ON o.id = a.created_op WHERE {link} IS NOT NULL AND o.at >= ?",
        f"SELECT {link}, o.at FROM activity a JOIN operation o ON o.id = a.deleted_op WHERE {link} IS NOT NULL AND o.at >= ?",
        f"SELECT {link}, o.at FROM history h JOIN operation o ON o.id = h.operation_id JOIN activity a ON a.id = h.record_id"
        f" WHERE h.table_name = 'activity' AND {link} IS NOT NULL AND o.at >= ?",
    )
    found: dict[bytes, set[dt.date]] = defaultdict(set)
    for record, at in connection.each(" UNION ".join(changed), (since,) * len(changed)):
        if record in wanted:
            found[record].add(local(at) + dt.timedelta(days=1))
    return {record: sorted(days) for record, days in found.items()}
