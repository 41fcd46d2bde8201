"""How many records count on a past day by dates they were given later."""

from salesdesk.domain.language.where import Where
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.past_records import PastRecords
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Past, compose, sql
from salesdesk.store.rollups import NO_DAY

# By which days they count, any of which is enough.
_DAYS = {"lead": ("arrived_on",), "activity": ("done_on",), "deal": ("opened_on", "won_on", "lost_on")}
# The rollup that has how many there are of each day.
_ROLLUPS = {"lead": "rollup_arrival", "activity": "rollup_activity"}
# How many rows are worth being looked up one by one instead of going through a table.
FEW = 300_000
_EARLIER = "SELECT o.id FROM operation o WHERE o.at < {instant}"
_LATER = "SELECT o.id FROM then_since o"


def imported_later(connection: Connection, past: Past, *, few: int = FEW) -> int:
    """How many deals, leads and activities count on that day by dates they were given later.

    Where fewer than `few` were entered since, or before, those are looked up; the count is the same.
    """
    relations = Relations(connection, past)
    return sum(_late(relations, past, table, few) for table in ("deal", "lead", "activity"))


def _late(relations: Relations, past: Past, table: str, few: int) -> int:
    if relations.connection.may_make():
        if _are_few(relations, table, sql(_LATER), few):
            return _unchanged(relations, past, table) + _changed(relations, past, table)
        if _are_few(relations, table, compose(_EARLIER, instant=past.instant), few):
            return _all_but_earlier(relations, past, table) + _changed(relations, past, table)
    return int(relations.value(sql(f"SELECT count(*) FROM then_{table} r WHERE r.late = 1")) or 0)


def _are_few(relations: Relations, table: str, operations: Where, few: int) -> bool:
    """Whether these operations made few rows of the table."""
    some = f"SELECT 1 FROM {table} r WHERE r.created_op IN ({{operations}}) LIMIT {{few}}"
    query = compose(f"SELECT count(*) FROM ({some}) s", operations=operations, few=few)
    return int(relations.value(query) or 0) < few


def _live(relations: Relations, past: Past, table: str, operations: Where, more: str) -> int:
    """How many rows of these operations are dated before the end of the day at present."""
    return int(
        relations.value(
            compose(
                f"SELECT count(*) FROM {table} r{relations.dialect.by(f'ix_{table}_created_op')}"
                f" WHERE r.created_op IN ({{operations}}) AND r.deleted_op IS NULL AND {_dated(past, table)}{more}",
                operations=operations,
            )
        )
        or 0
    )


def _unchanged(relations: Relations, past: Past, table: str) -> int:
    other = f" AND NOT EXISTS (SELECT 1 FROM then_changed_{table} h WHERE h.record_id = r.id)"
    return _live(relations, past, table, sql(_LATER), other)


def _all_but_earlier(relations: Relations, past: Past, table: str) -> int:
    """As `_unchanged`: all of those days, without those that were there and those that were changed since."""
    earlier = _live(relations, past, table, compose(_EARLIER, instant=past.instant), "")
    changed = relations.value(
        sql(
            f"SELECT count(*) FROM then_changed_{table} h CROSS JOIN {table} r WHERE r.id = h.record_id"
            f" AND r.created_op IN ({_LATER}) AND r.deleted_op IS NULL AND {_dated(past, table)}"
        )
    )
    return _every(relations, past, table) - earlier - int(changed or 0)


def _every(relations: Relations, past: Past, table: str) -> int:
    """How many rows are dated before the end of the day at present."""
    if table in _ROLLUPS:
        query = (
            f"SELECT sum(r.n) FROM {_ROLLUPS[table]} r WHERE r.level = 0 AND r.on_day < {{day}} AND r.on_day > {{none}}"
        )
        none = sql(relations.dialect.cast(f"'{NO_DAY}'", "date"))
        return int(relations.value(compose(query, day=past.next_day, none=none)) or 0)
    # Most are: those that are not are found by the day that comes first.
    first, day = _DAYS[table][0], f"'{past.next_day.isoformat()}'"
    live = f"SELECT count(*) FROM {table} r WHERE r.deleted_op IS NULL"
    others = f"CASE WHEN {_dated(past, table)} THEN 0 ELSE 1 END = 1"
    return int(
        relations.value(
            sql(
                f"SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM {table} WHERE deleted_op IS NOT NULL)"
                f" - ({live} AND r.{first} >= {day} AND {others}) - ({live} AND r.{first} IS NULL AND {others})"
            )
        )
    )


def _dated(past: Past, table: str) -> str:
    """Whether the row `r` is dated before the end of the day."""
    before = f"< '{past.next_day.isoformat()}'"
    return f"({' OR '.join(f'r.{day} {before}' for day in _DAYS[table])})"


def _changed(relations: Relations, past: Past, table: str) -> int:
    part = PastRecords(relations.dialect, past).part(table, changed=True)
    return int(relations.value(sql(f"SELECT count(*) FROM {part} r WHERE r.late = 1")) or 0)
