"""What people did to leads and deals: the records an event is about, with the operation it happened in, or its day."""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from salesdesk.domain.language.rule_tree import Event
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import BROUGHT, placeholders

# The column whose change is the event.
_CLOSING = {
    "won": ("deal", "state"),
    "lost": ("deal", "state"),
    "qualified": ("lead", "status_id"),
    "disqualified": ("lead", "status_id"),
}
_DAYS = {
    ("arrives", "lead"): "arrived_on",
    ("arrives", "deal"): "opened_on",
    ("won", "deal"): "won_on",
    ("lost", "deal"): "lost_on",
    ("qualified", "lead"): "COALESCE(r.qualified_on, r.closed_on)",
    ("disqualified", "lead"): "closed_on",
}


@dataclass(frozen=True, slots=True)
class Happened:
    """An event met a record: in which operation, at which instant (ISO, UTC), and what that operation is called."""

    record_id: bytes
    operation: bytes
    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Watched:
    """What an event looks at besides its words: the `column` that changes or holds the day (`key`: in the custom
    fields), the kinds and outcomes (empty: any) of what is logged."""

    column: str = ""
    key: str = ""
    kinds: Sequence[bytes] = ()
    outcomes: Sequence[bytes] = ()


def facts(connection: Connection, low: bytes) -> frozenset[str]:
    """What kinds of things happened after that operation: `lead` (one was added), `deal.state` (a cell changed),
    `activity` (a touch was added), `message`. One quick question, so that rules nobody needs cost nothing."""
    made = [
        f"SELECT '{name}' AS fact WHERE EXISTS (SELECT 1 FROM {name} r WHERE r.created_op > ?{more})"
        for name, more in (("lead", ""), ("deal", ""), ("activity", " AND r.done_on IS NOT NULL"), ("message", ""))
    ]
    changed = "SELECT DISTINCT h.table_name || '.' || h.column_name FROM history h WHERE h.operation_id > ?"
    sql = " UNION ALL ".join([*made, changed])
    return frozenset(fact for (fact,) in connection.rows(sql, (low,) * (len(made) + 1)))


def concerns(event: Event, found: frozenset[str]) -> bool:
    """Whether an event may be among these facts."""
    if event.waits:
        return False
    if event.what == "arrives":
        return event.entity in found
    if event.what == "changes":
        return any(fact.startswith(f"{event.entity}.") for fact in found)
    if event.what in _CLOSING:
        table, column = _CLOSING[event.what]
        return f"{table}.{column}" in found or (event.on_import and table in found)
    return bool(found & {"activity", "activity.done_on", "message", "message.state"})


def since(connection: Connection, event: Event, watched: Watched, low: bytes, high: bytes) -> list[Happened]:
    """The events of operations in `(low, high]` that stand, in order; whether they fit a filter is not asked here."""
    sql, params = _found(event, watched, low, high)
    brought = ("rule",) if event.on_import else ("rule", *BROUGHT)
    rows = connection.rows(
        f"SELECT DISTINCT x.record_id, x.op, o.at, o.label FROM ({sql}) x JOIN operation o ON o.id = x.op"
        " WHERE x.record_id IS NOT NULL AND o.action = 'change' AND o.undone_by IS NULL"
        f" AND o.source NOT IN ({placeholders(brought)}) ORDER BY x.op, x.record_id",
        (*params, *brought),
    )
    found = [Happened(*row) for row in rows]
    return [one for one in found if not watched.key or _key_changed(connection, event, watched, one)]


def _found(event: Event, watched: Watched, low: bytes, high: bytes) -> tuple[str, tuple[object, ...]]:
    span = (low, high)
    if event.what == "arrives":
        sql = f"SELECT r.id AS record_id, r.created_op AS op FROM {event.entity} r WHERE r.created_op > ? AND r.created_op <= ?"
        return sql, span
    if event.what == "changes":
        return _changed(event.entity, watched.column), span
    if event.what in _CLOSING:
        table, column = _CLOSING[event.what]
        made = f"SELECT r.id, r.created_op FROM {table} r WHERE r.created_op > ? AND r.created_op <= ?"
        # Whoever came in closed already did not become so here, unless that is what an import brought.
        return (
            (f"{_changed(table, column)} UNION ALL {made}", span * 2)
            if event.on_import
            else (_changed(table, column), span)
        )
    return _logged(event, watched, low, high)


def _changed(table: str, column: str) -> str:
    return (
        "SELECT h.record_id AS record_id, h.operation_id AS op FROM history h WHERE h.operation_id > ? AND h.operation_id <= ?"
        f" AND h.table_name = '{table}' AND h.column_name = '{column}'"
    )


_DONE_LATER = (
    "SELECT 1 FROM history h WHERE h.table_name = 'activity' AND h.record_id = a.id AND h.column_name = 'done_on'"
    " AND h.old IS NULL"
)


def _logged(event: Event, watched: Watched, low: bytes, high: bytes) -> tuple[str, tuple[object, ...]]:
    """Touches that were added done, or planned and then done; a reply and a bounce also as a message."""
    which, params = _which(watched)
    link = f"a.{event.entity}_id"
    sql = (
        f"SELECT {link} AS record_id, a.created_op AS op FROM activity a WHERE a.created_op > ? AND a.created_op <= ?"
        f" AND a.done_on IS NOT NULL AND a.deleted_op IS NULL AND NOT EXISTS ({_DONE_LATER}){which}"
        f" UNION ALL SELECT {link}, h.operation_id FROM history h JOIN activity a ON a.id = h.record_id"
        " WHERE h.operation_id > ? AND h.operation_id <= ? AND h.table_name = 'activity' AND h.column_name = 'done_on'"
        f" AND h.old IS NULL AND h.new IS NOT NULL AND a.deleted_op IS NULL{which}"
    )
    values: tuple[object, ...] = (low, high, *params, low, high, *params)
    state = {"replies": "received", "bounces": "bounced"}.get(event.what)
    if state is None:
        return sql, values
    message = f"SELECT m.{event.entity}_id, m.created_op FROM message m WHERE m.created_op > ? AND m.created_op <= ? AND m.state = '{state}'"
    turned = (
        f"SELECT m.{event.entity}_id, h.operation_id FROM history h JOIN message m ON m.id = h.record_id"
        " WHERE h.operation_id > ? AND h.operation_id <= ? AND h.table_name = 'message' AND h.column_name = 'state'"
        f" AND m.state = '{state}'"
    )
    return f"{sql} UNION ALL {message} UNION ALL {turned}", (*values, low, high, low, high)


def _which(watched: Watched) -> tuple[str, tuple[object, ...]]:
    """The condition on an activity, as `AND ...`."""
    named = (("kind_id", watched.kinds), ("outcome_id", watched.outcomes))
    parts = [f" AND a.{column} IN ({placeholders(keys)})" for column, keys in named if keys]
    return "".join(parts), (*watched.kinds, *watched.outcomes)


def _key_changed(connection: Connection, event: Event, watched: Watched, one: Happened) -> bool:
    """Whether a change of the custom fields changed this one."""
    row = connection.one(
        "SELECT h.old, h.new FROM history h WHERE h.table_name = ? AND h.record_id = ? AND h.column_name = 'custom'"
        " AND h.operation_id = ?",
        (event.entity, one.record_id, one.operation),
    )
    old, new = (json.loads(value or "{}") for value in row or (None, None))
    return bool(old.get(watched.key) != new.get(watched.key))


def dated(
    connection: Connection, event: Event, watched: Watched, first: dt.date, last: dt.date
) -> list[tuple[bytes, dt.date]]:
    """The events of `[first, last]` that came in with an import and are known by their days alone."""
    days = _DAYS.get((event.what, event.entity))
    params: Collection[object] = ()
    untold = ""
    if event.what == "changes" and watched.column == "stage_id":
        source = "stage_change r JOIN deal e ON e.id = r.deal_id AND e.deleted_op IS NULL"
        record, day = "r.deal_id", "r.changed_on"
        untold = " AND r.from_stage_id IS NOT NULL"
    elif event.what in {"logged", "replies", "bounces"}:
        which, params = _which(watched)
        source = f"activity a JOIN {event.entity} e ON e.id = a.{event.entity}_id AND e.deleted_op IS NULL"
        record, day = "e.id", "a.done_on"
        untold = f" AND NOT EXISTS ({_DONE_LATER}){which}"
    elif days is not None:
        source, record = f"{event.entity} r", "r.id"
        day = days if days.startswith("COALESCE") else f"r.{days}"
        if event.what in _CLOSING:
            untold = (
                f" AND NOT EXISTS (SELECT 1 FROM history h WHERE h.table_name = '{event.entity}' AND h.record_id = r.id"
                f" AND h.column_name = '{_CLOSING[event.what][1]}')"
            )
    else:
        return []
    row = "a" if source.startswith("activity") else "r"
    rows = connection.rows(
        f"SELECT DISTINCT {record}, {day} FROM {source} JOIN operation o ON o.id = {row}.created_op"
        f" WHERE {row}.deleted_op IS NULL AND (o.source IN ({placeholders(BROUGHT)}) OR o.action <> 'change')"
        f" AND {day} >= ? AND {day} <= ?{untold} ORDER BY 2, 1",
        (*BROUGHT, first.isoformat(), last.isoformat(), *params),
    )
    return [(key, dt.date.fromisoformat(on)) for key, on in rows]
