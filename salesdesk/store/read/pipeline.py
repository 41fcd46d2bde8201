"""What a pipeline review looks at: changes of deals from history, open deals that need a word, the forecast."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from salesdesk.domain.forecast import BEST_FROM, COMMIT_FROM
from salesdesk.domain.reviewing import Act, Cell, Stage
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day, placeholders

# The cells of a deal a review is about, and how history gives them back.
_KEYS = ("stage_id", "owner_id", "closed_owner_id")
_NUMBERS = ("value_minor",)
WATCHED = ("state", "stage_id", "close_on", "value_minor", "owner_id", "deleted_op")


@dataclass(frozen=True, slots=True)
class Window:
    """The part of history a review looks at: after an operation, or from an instant when there is none, up to one.

    `first` and `last` are the business days of it, for what was entered with days of its own (imports);
    `seen` is the last day an earlier review has looked at.
    """

    first: dt.date
    last: dt.date
    instant: str
    after: bytes | None = None
    until: bytes | None = None

    @property
    def seen(self) -> dt.date:
        """The last day that is not news any more for what was entered before."""
        return self.first if self.after else self.first - dt.timedelta(days=1)

    def operations(self, alias: str = "o") -> tuple[str, tuple[Any, ...]]:
        """The condition on operations."""
        sql, params = (f"{alias}.id > ?", [self.after]) if self.after else (f"{alias}.at >= ?", [self.instant])
        if self.until:
            sql, params = f"{sql} AND {alias}.id <= ?", [*params, self.until]
        return sql, tuple(params)


@dataclass(frozen=True, slots=True)
class DealFacts:
    """A deal as a review names it, as it is now."""

    id: bytes
    code: str
    name: str
    account: str
    state: str
    stage_id: bytes | None
    value_minor: int | None
    currency: str
    chance: int | None
    forecast: str
    owner_id: bytes | None
    closed_owner_id: bytes | None
    opened_on: dt.date | None
    close_on: dt.date | None
    won_on: dt.date | None
    lost_on: dt.date | None
    stage_on: dt.date | None
    rotting_days: int | None
    touched_on: dt.date | None
    next_on: dt.date | None
    lost_reason: str
    deleted: bool
    made: Act
    made_in: bool


_FACTS = (
    "SELECT d.id, d.code, d.name, COALESCE(y.name, ''), d.state, d.stage_id, d.value_minor, d.currency,"
    " COALESCE(d.probability, s.probability), d.forecast, d.owner_id, d.closed_owner_id, d.opened_on, d.close_on, d.won_on,"
    " d.lost_on, d.stage_on, s.rotting_days, d.touched_on, d.next_on, COALESCE(q.name, ''), d.deleted_op IS NOT NULL,"
    " made.id, made.at, COALESCE(m.name, ''), made.label, {inside}"
    " FROM deal d JOIN operation made ON made.id = d.created_op LEFT JOIN member m ON m.id = made.actor_id"
    " LEFT JOIN account y ON y.id = d.account_id LEFT JOIN stage s ON s.id = d.stage_id"
    " LEFT JOIN lost_reason q ON q.id = d.lost_reason_id"
)


# The places of days in it.
_DATED = frozenset({12, 13, 14, 15, 16, 18, 19})


def facts(connection: Connection, window: Window, ids: Sequence[bytes]) -> dict[bytes, DealFacts]:
    """The deals of these keys, deleted ones too; `made_in`: entered in the window."""
    inside, params = window.operations("made")
    found: dict[bytes, DealFacts] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        sql = _FACTS.format(inside=f"CASE WHEN {inside} THEN 1 ELSE 0 END")
        rows = connection.rows(f"{sql} WHERE d.id IN ({placeholders(part)})", (*params, *part))
        found |= {row[0]: _facts(row) for row in rows}
    return found


def _facts(row: Sequence[Any]) -> DealFacts:
    values: list[Any] = [day(value) if at in _DATED else value for at, value in enumerate(row[:21])]
    deleted, key, at, who, label, inside = row[21:]
    made = Act(key, dt.datetime.fromisoformat(at), who, label)
    values += [bool(deleted), made, bool(inside)]
    return DealFacts(*values)


def changed_cells(connection: Connection, window: Window) -> list[Cell]:
    """Every change of a watched cell of a deal in the window, in the order it happened."""
    which, params = window.operations()
    shown = "h.{0} #>> '{{}}'" if connection.dialect.name == "postgresql" else "h.{0}"
    taken_back = "o.undone_by IS NOT NULL" + (" AND o.undone_by <= ?" if window.until else "")
    rows = connection.rows(
        f"SELECT h.record_id, h.column_name, {shown.format('old')}, {shown.format('new')}, o.id, o.at,"
        f" COALESCE(m.name, ''), o.label, CASE WHEN o.action = 'undo' OR ({taken_back}) THEN 0 ELSE 1 END"
        " FROM operation o JOIN history h ON h.operation_id = o.id AND h.table_name = 'deal'"
        f" AND h.column_name IN ({placeholders(WATCHED)}) LEFT JOIN member m ON m.id = o.actor_id"
        f" WHERE {which} ORDER BY o.id, h.record_id, h.column_name",
        (*((window.until,) if window.until else ()), *WATCHED, *params),
    )
    return [
        Cell(
            record,
            column,
            _value(column, old),
            _value(column, new),
            Act(key, dt.datetime.fromisoformat(at), who, label),
            bool(stands),
        )
        for record, column, old, new, key, at, who, label, stands in rows
    ]


def _value(column: str, raw: Any) -> Any:
    if raw is None:
        return None
    if column in _KEYS:
        return UUID(raw).bytes if isinstance(raw, str) else bytes(raw)
    if column in _NUMBERS:
        return int(raw)
    return day(raw) if column == "close_on" else raw


def held_then(connection: Connection, ids: Sequence[bytes], until: bytes) -> dict[tuple[bytes, str], Any]:
    """What the cells of these deals held when that operation was done, those that changed since."""
    shown = "h.old #>> '{}'" if connection.dialect.name == "postgresql" else "h.old"
    columns = (*WATCHED, "closed_owner_id")
    found: dict[tuple[bytes, str], Any] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        rows = connection.rows(
            f"SELECT h.record_id, h.column_name, {shown} FROM history h WHERE h.table_name = 'deal' AND h.operation_id > ?"
            f" AND h.record_id IN ({placeholders(part)}) AND h.column_name IN ({placeholders(columns)})"
            " ORDER BY h.operation_id",
            (until, *part, *columns),
        )
        for key, column, old in rows:
            found.setdefault((key, column), _value(column, old))
    return found


def pushes(connection: Connection, ids: Sequence[bytes], until: bytes | None = None) -> dict[bytes, int]:
    """How often the close day of each deal was put off in all, what was taken back left out."""
    text = " #>> '{}'" if connection.dialect.name == "postgresql" else ""
    found: dict[bytes, int] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        rows = connection.rows(
            "SELECT h.record_id, count(*) FROM history h JOIN operation o ON o.id = h.operation_id"
            f" WHERE h.table_name = 'deal' AND h.record_id IN ({placeholders(part)}) AND h.column_name = 'close_on'"
            f" AND h.new{text} > h.old{text} AND o.action = 'change' AND o.undone_by IS NULL"
            f"{' AND o.id <= ?' if until else ''} GROUP BY h.record_id",
            (*part, *((until,) if until else ())),
        )
        found |= {key: int(count) for key, count in rows}
    return found


def dated_in(connection: Connection, window: Window) -> list[bytes]:
    """The deals that were opened or closed on a day of the window: those entered with such a day among them."""
    first, last = window.first.isoformat(), window.last.isoformat()
    days = " UNION ".join(
        f"SELECT id FROM deal WHERE deleted_op IS NULL AND {column} >= ? AND {column} <= ?"
        for column in ("won_on", "lost_on", "opened_on")
    )
    return [key for (key,) in connection.rows(days, (first, last) * 3)]


def entered_as(connection: Connection, ids: Sequence[bytes], column: str) -> set[bytes]:
    """Those of these deals whose cell was never changed since they were entered: it is what the entry said."""
    changed: set[bytes] = set()
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        rows = connection.rows(
            f"SELECT DISTINCT record_id FROM history WHERE table_name = 'deal' AND record_id IN ({placeholders(part)})"
            " AND column_name = ?",
            (*part, column),
        )
        changed |= {key for (key,) in rows}
    return set(ids) - changed


def dated_moves(connection: Connection, window: Window) -> dict[bytes, tuple[bytes | None, bytes | None, dt.date]]:
    """Where deals stood before and after the stage changes dated in the window: deal -> from, to, day of the last."""
    rows = connection.rows(
        "SELECT c.deal_id, c.from_stage_id, c.to_stage_id, c.changed_on FROM stage_change c WHERE c.changed_on > ?"
        " AND c.changed_on <= ? AND c.from_stage_id IS NOT NULL AND c.deleted_op IS NULL ORDER BY c.changed_on, c.id",
        (window.seen.isoformat(), window.last.isoformat()),
    )
    found: dict[bytes, tuple[bytes | None, bytes | None, dt.date]] = {}
    for deal, old, new, on in rows:
        first = found[deal][0] if deal in found else old
        found[deal] = (first, new, dt.date.fromisoformat(on))
    return found


def stages(connection: Connection) -> dict[bytes, Stage]:
    """Every stage by its key, deleted ones too: history may name them."""
    return {
        key: Stage(name, position, meaning)
        for key, name, position, meaning in connection.rows("SELECT id, name, position, meaning FROM stage")
    }


def open_deals_in_care(
    connection: Connection, owner: bytes | None, today: dt.date, silent_before: dt.date, limit: int
) -> tuple[list[bytes], int]:
    """Open deals of an owner (or of everyone) that rot, are overdue, silent or without a next step: the most valuable
    first, at most `limit`, and how many there are."""
    days = connection.dialect.days_between("d.stage_on", connection.dialect.cast("?", "date"))
    where = (
        "d.deleted_op IS NULL AND d.state = 'open' AND (d.next_on IS NULL OR d.close_on < ?"
        f" OR COALESCE(d.touched_on, d.opened_on) < ? OR {days} > s.rotting_days)"
    )
    params: list[Any] = [today.isoformat(), silent_before.isoformat(), today.isoformat()]
    if owner is not None:
        where += " AND d.owner_id = ?"
        params.append(owner)
    source = f"FROM deal d LEFT JOIN stage s ON s.id = d.stage_id WHERE {where}"
    rows = connection.rows(
        f"SELECT d.id {source} ORDER BY d.value_minor DESC NULLS LAST, d.id LIMIT {int(limit)}", params
    )
    total = len(rows) if len(rows) < limit else int(connection.value(f"SELECT count(*) {source}", params))
    return [key for (key,) in rows], total


def expected(
    connection: Connection, owner: bytes | None, first: dt.date, last: dt.date, currency: str
) -> dict[str, tuple[int, int, int]]:
    """Open deals by forecast category that are to close from `first` to `last`: count, value in `currency`, and how many
    have no value in it. Under `overdue` those whose day is before `first`."""
    chance = "COALESCE(d.probability, s.probability, 0)"
    kind = (
        f"CASE WHEN d.close_on < ? THEN 'overdue' WHEN d.forecast <> '' THEN d.forecast WHEN {chance} >= {COMMIT_FROM}"
        f" THEN 'commit' WHEN {chance} >= {BEST_FROM} THEN 'best' ELSE 'pipeline' END"
    )
    whose, params = ("", ()) if owner is None else (" AND d.owner_id = ?", (owner,))
    rows = connection.rows(
        f"SELECT {kind} AS kind, count(*), COALESCE(sum(CASE WHEN d.currency IN ('', ?) THEN d.value_minor END), 0),"
        " count(*) - count(CASE WHEN d.currency IN ('', ?) THEN d.value_minor END)"
        " FROM deal d LEFT JOIN stage s ON s.id = d.stage_id WHERE d.deleted_op IS NULL AND d.state = 'open'"
        f" AND d.close_on <= ?{whose} GROUP BY 1",
        (first.isoformat(), currency, currency, last.isoformat(), *params),
    )
    return {str(name): (int(count), int(worth), int(without)) for name, count, worth, without in rows}
