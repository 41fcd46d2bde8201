"""Taking an operation back and bringing it again, set by set, refusing what would overwrite a later change."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.dialects import postgresql

from salesdesk.errors import UndoRefusedError
from salesdesk.store.bulk import Marks
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.folding import READS
from salesdesk.store.tables import metadata
from salesdesk.store.triggers import record_tables
from salesdesk.store.unit import Unit

# From here on marks are set without row-by-row triggers, and derived columns recomputed for whole tables.
BULK_FROM = 2000
_TYPES = postgresql.dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A later operation that stands on what is to be taken back."""

    table: str
    record_id: bytes
    operation_id: bytes


def undo(unit: Unit, target: bytes, *, keep_used: bool = False) -> None:
    """Bring every cell of operation `target` to its old value and put what it inserted in the bin.

    Raises UndoRefusedError naming the later operation that changed or uses it; with `keep_used`
    inserted records that are used stay.
    """
    connection = unit.connection
    cells = _cells(connection, target)
    _refuse_changed(connection, target, cells, expected="new")
    inserted = _inserted_tables(connection, target)
    obstacles = list(_obstacles(connection, target, inserted))
    if obstacles and not keep_used:
        raise _refusal(connection, obstacles[0].table, obstacles[0].record_id, obstacles[0].operation_id)
    _set_cells(unit, target, cells, "old")
    used = _closure(connection, target, {(o.table, o.record_id) for o in obstacles}) if obstacles else set()
    _mark(unit, inserted, "created_op = ? AND deleted_op IS NULL", (target,), unit.operation_id)
    for table, key in used:
        unit.execute(table, f"UPDATE {table} SET deleted_op = NULL WHERE id = ?", (key,))
    unit.execute("operation", "UPDATE operation SET undone_by = ? WHERE id = ?", (unit.operation_id, target))


def redo(unit: Unit, target: bytes, undone_by: bytes) -> None:
    """Bring an undone operation again: its cells to their new values, its records out of the bin.

    Raises UndoRefusedError when something was changed meanwhile, or imported again.
    """
    connection = unit.connection
    cells = _cells(connection, target)
    _refuse_changed(connection, target, cells, expected="old")
    newer = connection.one(
        "SELECT n.record_id, n.created_op FROM import_row o JOIN import_row n"
        " ON n.identity = o.identity AND n.entity = o.entity AND n.created_op > o.created_op AND n.deleted_op IS NULL"
        " WHERE o.created_op = ? LIMIT 1",
        (target,),
    )
    if newer is not None:
        raise _refusal(connection, "", newer[0], newer[1])
    tables = _inserted_tables(connection, target, live=False)
    _mark(unit, tables, "created_op = ? AND deleted_op = ?", (target, undone_by), None)
    _set_cells(unit, target, cells, "new")
    unit.execute("operation", "UPDATE operation SET undone_by = NULL WHERE id = ?", (target,))


def _cells(connection: Connection, target: bytes) -> list[tuple[str, str]]:
    return [
        (table, column)
        for table, column in connection.rows(
            f"SELECT DISTINCT table_name, column_name FROM {_history(connection)} WHERE operation_id = ?", (target,)
        )
    ]


def _refuse_changed(connection: Connection, target: bytes, cells: list[tuple[str, str]], *, expected: str) -> None:
    for table, column in cells:
        row = connection.one(
            f"SELECT h.record_id FROM {_history(connection, ' h')} CROSS JOIN {table} t WHERE h.operation_id = ? AND h.table_name = ?"
            f" AND h.column_name = ? AND t.id = h.record_id AND {_differs(connection, column, f'h.{expected}')} LIMIT 1",
            (target, table, column),
        )
        if row is None:
            continue
        later = connection.value(
            "SELECT max(operation_id) FROM history WHERE table_name = ? AND record_id = ? AND column_name = ?"
            " AND operation_id > ?"
            if connection.dialect is SQLITE
            else "SELECT operation_id FROM history WHERE table_name = ? AND record_id = ? AND column_name = ?"
            " AND operation_id > ? ORDER BY operation_id DESC LIMIT 1",
            (table, row[0], column, target),
        )
        raise _refusal(connection, table, row[0], later)


def _differs(connection: Connection, column: str, value: str) -> str:
    if connection.dialect is SQLITE:
        return f"t.{column} IS NOT {value}"
    return f"to_jsonb(t.{column}) IS DISTINCT FROM {value}"


def _set_cells(unit: Unit, target: bytes, cells: list[tuple[str, str]], which: str) -> None:
    for table, column in cells:
        value = f"h.{which}"
        if unit.connection.dialect is not SQLITE:
            kind = metadata.tables[table].c[column].type.compile(dialect=_TYPES)
            value = value if kind == "JSONB" else f"({value} #>> '{{}}')::{kind}"
        unit.execute(
            table,
            f"UPDATE {table} SET {column} = {value} FROM {_history(unit.connection, ' h')} WHERE h.operation_id = ? AND h.table_name = ?"
            f" AND h.column_name = ? AND h.record_id = {table}.id",
            (target, table, column),
        )
    for table in {table for table, column in cells if column in READS.get(table, ())}:
        rows = unit.connection.rows(
            f"SELECT DISTINCT record_id FROM {_history(unit.connection)} WHERE operation_id = ? AND table_name = ?",
            (target, table),
        )
        unit.refold(table, (key for (key,) in rows))


def _inserted_tables(connection: Connection, target: bytes, *, live: bool = True) -> dict[str, int]:
    state = "deleted_op IS NULL" if live else "deleted_op IS NOT NULL"
    counts = {
        t.name: connection.value(
            f"SELECT count(*) FROM {_made_by(connection, t.name)} WHERE created_op = ? AND {state}",
            (target,),
        )
        for t in record_tables()
    }
    return {table: int(count) for table, count in counts.items() if count}


# By operation, whatever the statistics say: after an import most rows are of one, and the last one has a few.
def _history(connection: Connection, alias: str = "") -> str:
    return f"history{alias}{connection.dialect.by('ix_history_operation')}"


def _made_by(connection: Connection, table: str, alias: str = "") -> str:
    return f"{table}{alias}{connection.dialect.by(f'ix_{table}_created_op')}"


def _mark(unit: Unit, tables: dict[str, int], where: str, params: tuple[bytes, ...], value: bytes | None) -> None:
    def run() -> None:
        for table in tables:
            made = _made_by(unit.connection, table)
            unit.execute(table, f"UPDATE {made} SET deleted_op = ? WHERE {where}", (value, *params))

    if sum(tables.values()) < BULK_FROM:
        run()
    else:
        with unit.bulk(Marks(params[0], tables)):
            run()


def references() -> Iterator[tuple[str, str, str]]:
    """`(table, column, table pointed at)` of every key between records."""
    for table in record_tables():
        for column in table.columns:
            for key in column.foreign_keys:
                pointed = key.target_fullname.partition(".")[0]
                if pointed != "operation":
                    yield table.name, column.name, pointed


def _obstacles(connection: Connection, target: bytes, inserted: dict[str, int]) -> Iterator[Obstacle]:
    for table in inserted:
        # CROSS JOIN keeps SQLite from starting at the history, whatever statistics it lacks.
        rows = connection.rows(
            f"SELECT t.id, h.operation_id FROM {_made_by(connection, table, ' t')} CROSS JOIN history h"
            " CROSS JOIN operation o WHERE t.created_op = ? AND t.deleted_op IS NULL AND h.table_name = ? AND h.record_id = t.id"
            " AND h.operation_id > ? AND o.id = h.operation_id AND o.action = 'change' AND o.undone_by IS NULL",
            (target, table, target),
        )
        yield from (Obstacle(table, key, later) for key, later in rows)
    for table, column, pointed in references():
        if pointed not in inserted:
            continue
        rows = connection.rows(
            f"SELECT t.id, c.created_op FROM {_made_by(connection, table, ' c')} CROSS JOIN {pointed} t WHERE c.created_op > ?"
            f" AND c.deleted_op IS NULL AND t.id = c.{column} AND t.created_op = ?",
            (target, target),
        )
        yield from (Obstacle(pointed, key, later) for key, later in rows)
        new = "h.new" if connection.dialect is SQLITE else "(h.new #>> '{}')::uuid"
        rows = connection.rows(
            f"SELECT t.id, h.operation_id FROM {_history(connection, ' h')} CROSS JOIN {table} c CROSS JOIN {pointed} t"
            " WHERE h.operation_id > ? AND h.table_name = ? AND h.column_name = ? AND c.id = h.record_id"
            f" AND c.deleted_op IS NULL AND t.id = {new} AND c.{column} = t.id AND t.created_op = ?",
            (target, table, column, target),
        )
        yield from (Obstacle(pointed, key, later) for key, later in rows)


def _closure(connection: Connection, target: bytes, used: set[tuple[str, bytes]]) -> set[tuple[str, bytes]]:
    """The used records and whatever of the same operation they point at."""
    every = list(references())
    todo = list(used)
    while todo:
        table, key = todo.pop()
        for child, column, pointed in every:
            if child != table:
                continue
            found = connection.value(
                f"SELECT t.id FROM {child} c JOIN {pointed} t ON t.id = c.{column} WHERE c.id = ? AND t.created_op = ?",
                (key, target),
            )
            if found is not None and (pointed, found) not in used:
                used.add((pointed, found))
                todo.append((pointed, found))
    return used


def _refusal(connection: Connection, table: str, record: bytes, later: bytes | None) -> UndoRefusedError:
    name = _name_of(connection, table, record)
    row = connection.one("SELECT label, at FROM operation WHERE id = ?", (later,)) if later else None
    what = f"'{row[0]}' ({row[1][:16].replace('T', ' ')})" if row else "a later change"
    return UndoRefusedError(
        f"Not taken back: {name} was changed or used later by {what}.",
        hint="Take that back first: salesdesk undo --list shows the order.",
    )


def _name_of(connection: Connection, table: str, record: bytes) -> str:
    if table and "name" in metadata.tables[table].c:
        name = connection.value(f"SELECT name FROM {table} WHERE id = ?", (record,))
        if name:
            return f"{table.replace('_', ' ')} '{name}'"
    return f"a {table.replace('_', ' ')}" if table else "an imported record"


__all__ = ["BULK_FROM", "redo", "references", "undo"]
