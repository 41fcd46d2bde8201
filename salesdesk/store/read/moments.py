"""Records as they were right after an operation, for rules that look at what happened a moment or a year ago.

A field takes its value from history: what the earliest later change found there, else the present value. What carries a
day of its own has not happened yet while that day is to come, so that a deal that was imported as won still counts as
open before the day it was won. Words to search for, products and what belongs to the account are as they are now.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesdesk.domain.language.fields import Where
from salesdesk.store.connection import Connection
from salesdesk.store.read.catalogues import ALIAS

NEVER = bytes(16)
# For many more at once SQLite reads the whole table into a filter, each time.
_CHUNK = 50
# What PostgreSQL casts old values to; text where nothing is said.
_TYPES = {
    **dict.fromkeys(
        (
            *("owner_id", "account_id", "contact_id", "lead_id", "source_id"),
            *("status_id", "stage_id", "pipeline_id", "lost_reason_id"),
        ),
        "uuid",
    ),
    **dict.fromkeys(
        ("close_on", "won_on", "lost_on", "stage_on", "opened_on", "arrived_on", "qualified_on", "closed_on", "due_on"),
        "date",
    ),
    **dict.fromkeys(("score", "probability"), "integer"),
    "value_minor": "bigint",
    "do_not_contact": "boolean",
    "custom": "jsonb",
}
# Computed from other columns or rows, so not in history.
_PRESENT = {
    "id",
    "code",
    "created_op",
    "deleted_op",
    "name_key",
    "company_key",
    "email_key",
    "phone_key",
    "search_text",
}
_OF_NEXT = {"next_on": "due_on", "next_text": "subject", "next_kind_id": "kind_id"}
_OF_STAGE = {"stage_id": "to_stage_id", "stage_on": "changed_on"}
_DATED = {"won_on", "lost_on", "qualified_on", "closed_on"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A record right after an operation, on a day."""

    record_id: bytes
    after: bytes
    on: dt.date


def fitting(connection: Connection, entity: str, where: Where, moments: Sequence[Moment]) -> list[bool]:
    """Whether each record, live now, fitted the condition at its moment."""
    found: set[int] = set()
    for start in range(0, len(moments), _CHUNK):
        part = moments[start : start + _CHUNK]
        cast = connection.dialect.cast
        row = f"(?, {cast('?', 'uuid')}, {cast('?', 'uuid')}, {cast('?', 'date')})"
        alias = ALIAS[entity]
        sql = (
            f"WITH c (n, record_id, after, on_day) AS (VALUES {', '.join([row] * len(part))}),"
            " k AS (SELECT c.n, c.record_id, c.on_day,"
            " CASE WHEN r.created_op > c.after THEN r.created_op ELSE c.after END AS after,"
            " CASE WHEN r.created_op > c.after THEN 1 ELSE 0 END AS late"
            f" FROM c JOIN {entity} r ON r.id = c.record_id WHERE r.deleted_op IS NULL),"
            f" {alias} AS MATERIALIZED ({_then(connection, entity, where)}) SELECT {alias}.n FROM {alias} WHERE {where.sql}"
        )
        params = [
            value for n, one in enumerate(part, start) for value in (n, one.record_id, one.after, one.on.isoformat())
        ]
        found |= {n for (n,) in connection.rows(sql, (*params, *where.params))}
    return [n in found for n in range(len(moments))]


def _then(connection: Connection, entity: str, where: Where) -> str:
    """The records at their moments, with the columns the condition speaks of."""
    named = dict.fromkeys(re.findall(rf"\b{ALIAS[entity]}\.(\w+)", where.sql))
    made = _Columns(connection, entity)
    columns = [f"{made.sql(name)} AS {name}" for name in named if name not in {"n", "id"}]
    kept = ", ".join(["k.n", "r.id", *columns])
    return f"SELECT {kept} FROM k JOIN {entity} r ON r.id = k.record_id"


class _Columns:
    """The columns of a record `r` at the moment `k`."""

    def __init__(self, connection: Connection, entity: str) -> None:
        self.dialect = connection.dialect
        self.entity = entity

    def sql(self, name: str) -> str:
        """One column."""
        if name in _PRESENT:
            return f"r.{name}"
        special: dict[str, Callable[[], str]] = {
            "touched_on": self._touched,
            "state": self._state,
            "status_id": self._status,
            "lost_reason_id": self._reason,
        }
        if name in special:
            return special[name]()
        if name in _OF_NEXT:
            return self._next(_OF_NEXT[name])
        if name in _OF_STAGE:
            return self._stage(_OF_STAGE[name], name)
        return self._by_day(name) if name in _DATED else self._was(name)

    def _was(self, column: str, table: str = "", alias: str = "r") -> str:
        """What history says the column was, else the present value."""
        changes = (
            f"FROM history h WHERE h.table_name = '{table or self.entity}' AND h.record_id = {alias}.id"
            f" AND h.column_name = '{column}' AND h.operation_id > k.after"
        )
        old = "h.old"
        if self.dialect.name == "postgresql" and _TYPES.get(column) != "jsonb":
            old = f"CAST(h.old #>> '{{}}' AS {_TYPES.get(column, 'text')})"
        return (
            f"CASE WHEN EXISTS (SELECT 1 {changes})"
            f" THEN (SELECT {old} {changes} ORDER BY h.operation_id LIMIT 1) ELSE {alias}.{column} END"
        )

    def _by_day(self, column: str) -> str:
        was = self._was(column)
        return f"CASE WHEN ({was}) <= k.on_day THEN ({was}) END"

    def _state(self) -> str:
        state, won, lost = self._was("state"), self._was("won_on"), self._was("lost_on")
        to_come = f"(({state}) = 'won' AND ({won}) > k.on_day) OR (({state}) = 'lost' AND ({lost}) > k.on_day)"
        return f"CASE WHEN {to_come} THEN 'open' ELSE ({state}) END"

    def _status(self) -> str:
        status = self._was("status_id")
        closing = f"COALESCE(({self._was('qualified_on')}), ({self._was('closed_on')}))"
        first = "SELECT s.id FROM lead_status s WHERE s.meaning = 'open' AND s.deleted_op IS NULL ORDER BY s.position, s.id LIMIT 1"
        return f"CASE WHEN {closing} > k.on_day THEN ({first}) ELSE ({status}) END"

    def _reason(self) -> str:
        closing = self._was("lost_on" if self.entity == "deal" else "closed_on")
        return f"CASE WHEN ({closing}) <= k.on_day THEN ({self._was('lost_reason_id')}) END"

    def _stage(self, entered: str, column: str) -> str:
        """From the history of stages where what is known already includes what was to come."""
        changes = "FROM stage_change g WHERE g.deal_id = r.id AND g.deleted_op IS NULL"
        return (
            f"CASE WHEN EXISTS (SELECT 1 {changes} AND g.created_op <= k.after AND g.changed_on > k.on_day)"
            f" THEN (SELECT g.{entered} {changes} AND g.changed_on <= k.on_day ORDER BY g.changed_on DESC, g.id DESC LIMIT 1)"
            f" ELSE ({self._was(column)}) END"
        )

    def _touched(self) -> str:
        return f"(SELECT max(a.done_on) {self._activities()} AND {self._done()})"

    def _next(self, column: str) -> str:
        due = self._was("due_on", "activity", "a")
        value = due if column == "due_on" else f"a.{column}"
        # SQLite does not find the moment from inside an ORDER BY, so the day is worked out one level below.
        steps = f"SELECT {value} AS said, {due} AS due, a.due_at AS at, a.id AS id {self._activities()} AND NOT {self._done()}"
        return (
            f"(SELECT x.said FROM ({steps}) x WHERE x.due IS NOT NULL ORDER BY x.due, x.at IS NULL, x.at, x.id LIMIT 1)"
        )

    def _activities(self) -> str:
        """Those of the record that were there; all of a record that came later, whose past is told by its days. The
        steps of a lead went on to its deal when it was qualified."""
        own = f"a.{self.entity}_id = r.id"
        if self.entity == "lead":
            deals = "SELECT d.deal_id FROM deal_lead d WHERE d.lead_id = r.id"
            own = f"({own} OR (a.lead_id IS NULL AND a.deal_id IN ({deals}) AND ({self._was('lead_id', 'activity', 'a')}) = r.id))"
        return (
            f"FROM activity a WHERE {own} AND (a.created_op <= k.after OR k.late = 1)"
            " AND (a.deleted_op IS NULL OR a.deleted_op > k.after)"
        )

    def _done(self) -> str:
        undone = (
            "EXISTS (SELECT 1 FROM history h WHERE h.table_name = 'activity' AND h.record_id = a.id"
            " AND h.column_name = 'done_on' AND h.operation_id > k.after AND h.old IS NULL)"
        )
        return f"(a.done_on IS NOT NULL AND a.done_on <= k.on_day AND NOT {undone})"


def before(operation: bytes) -> bytes:
    """The moment right before an operation."""
    return (int.from_bytes(operation) - 1).to_bytes(16)


def last_before(connection: Connection, starts: Sequence[tuple[dt.date, str]]) -> dict[dt.date, bytes]:
    """For each day, given in order with the instant it begins, the last operation before it; `NEVER` without one."""
    latest = [NEVER] * (len(starts) + 1)
    instants = [instant for _, instant in starts]
    for key, at in connection.each("SELECT id, at FROM operation"):
        place = bisect_right(instants, at)
        latest[place] = max(latest[place], key)
    found, last = {}, NEVER
    for place, (day, _) in enumerate(starts):
        last = max(last, latest[place])
        found[day] = last
    return found
