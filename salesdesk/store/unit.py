"""The only door for writes: one operation is one transaction, validated, recorded, and taken back as one."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from salesdesk import clock
from salesdesk.domain.ids import new_id, reference_code
from salesdesk.errors import DatabaseError, InvalidError, NotFoundError, UnreachableError
from salesdesk.store import folding
from salesdesk.store.bulk import Bulk, Marks, room, sorted_afterwards
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.schema import check_triggers
from salesdesk.store.tables import metadata
from salesdesk.store.workspace import Workspace

Values = Mapping[str, Any]
ANALYZE_FROM = 5000


class Unit:
    """An open operation. All writes go through it; they are validated against the tables of the schema."""

    def __init__(self, connection: Connection, operation_id: bytes) -> None:
        self.connection = connection
        self.operation_id = operation_id
        self.label = ""
        self.changed = 0
        self._bulk: Bulk | None = None

    def insert(self, table: str, values: Values) -> bytes:
        """Add a record and return its key. InvalidError names the field that does not fit."""
        shape = shape_of(table)
        row = self._complete(shape, values)
        self.changed += self.connection.execute(shape.insert_sql, shape.row(row))
        self._wrote(table, 1)
        return bytes(row["id"])

    def insert_many(self, table: str, rows: Iterable[Values]) -> int:
        """Add many records with one prepared statement; their number."""
        shape = shape_of(table)
        count = 0

        def each() -> Iterator[list[Any]]:
            nonlocal count
            for values in rows:
                count += 1
                yield shape.row(self._complete(shape, values))

        self.connection.many(shape.insert_sql, each())
        self.changed += count
        if count:
            self._wrote(table, count)
        return count

    def update(self, table: str, key: bytes, changes: Values) -> bool:
        """Change columns of one live record; whether there was one. Nothing is written for an empty change."""
        if not changes:
            return False
        shape = shape_of(table)
        values = shape.validated(changes)
        if shape.folds.intersection(values):
            columns = sorted(shape.folds | set(shape.folded))
            found = self.connection.one(
                f"SELECT {', '.join(columns)} FROM {table} WHERE id = ? AND deleted_op IS NULL", (key,)
            )
            if found is None:
                return False
            values.update(folding.folded(table, {**dict(zip(columns, found, strict=True)), **values}))
        sets = ", ".join(f"{column} = ?" for column in values)
        params = [*map(_plain, values.values()), key]
        count = self.connection.execute(f"UPDATE {table} SET {sets} WHERE id = ? AND deleted_op IS NULL", params)
        self.changed += count
        self._wrote(table)
        return count > 0

    def delete(self, table: str, key: bytes) -> bool:
        """Put one record in the bin; whether it was there."""
        sql = f"UPDATE {table} SET deleted_op = ? WHERE id = ? AND deleted_op IS NULL"
        count = self.connection.execute(sql, (self.operation_id, key))
        self.changed += count
        self._wrote(table)
        return count > 0

    def execute(self, table: str, sql: str, params: Iterable[Any] = ()) -> int:
        """A set-wise statement that changes `table`; the number of rows. Folded columns are the caller's."""
        count = self.connection.execute(sql, tuple(map(_plain, params)))
        self.changed += max(count, 0)
        self._wrote(table)
        return count

    def refold(self, table: str, keys: Iterable[bytes]) -> None:
        """Recompute the folded columns of these records, after a statement that went round `update`."""
        shape = shape_of(table)
        if not shape.folded:
            return
        columns = sorted(shape.folds)
        sets = ", ".join(f"{column} = ?" for column in shape.folded)
        for key in keys:
            row = self.connection.one(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (key,))
            if row is not None:
                new = folding.folded(table, dict(zip(columns, row, strict=True)))
                params = [*(new[c] for c in shape.folded), key]
                self.connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", params)

    @contextmanager
    def bulk(self, marks: Marks | None = None, *, coming: Mapping[str, int] | None = None) -> Iterator[None]:
        """Without row-by-row triggers: for thousands of inserts and set-wise marks. Derived columns and rollups are
        recomputed when it ends. Changes of single cells inside leave no history.

        `coming` says how many rows will be added to which tables, and that nothing is looked for in these meanwhile.
        """
        self._set_mode("bulk")
        with room(self.connection):
            self._bulk = bulk = Bulk(self, marks, first=self.changed == 0)
            try:
                with sorted_afterwards(self.connection, coming or {}):
                    yield
            finally:
                self._bulk = None
            bulk.settle(lambda: self._set_mode("live"))

    def _complete(self, shape: "Shape", values: Values) -> dict[str, Any]:
        row = shape.defaults | shape.validated(values)
        key = row.setdefault("id", new_id())
        row["code"] = reference_code(key)
        row["created_op"] = self.operation_id
        if shape.folded:
            row.update(folding.folded(shape.table, row))
        return row

    def _wrote(self, table: str, added: int = 0) -> None:
        if self._bulk is not None:
            self._bulk.wrote(table, added)

    def _set_mode(self, mode: str) -> None:
        if self.connection.dialect is SQLITE:
            self.connection.execute("UPDATE current_operation SET mode = ?", (mode,))
        else:
            self.connection.execute("SELECT set_config('salesdesk.mode', ?, true)", (mode,))


class Shape:
    """What a table's rows look like: validators, defaults and the insert statement, made once."""

    def __init__(self, table: str) -> None:
        model = _models()[table]
        self.table = table
        self.columns = [c.name for c in metadata.tables[table].columns]
        self.insert_sql = (
            f"INSERT INTO {table} ({', '.join(self.columns)}) VALUES ({', '.join('?' * len(self.columns))})"
        )
        self.adapters = {name: TypeAdapter(field.rebuild_annotation()) for name, field in model.model_fields.items()}
        self.defaults = {
            name: field.get_default() for name, field in model.model_fields.items() if not field.is_required()
        }
        self.required = [n for n, f in model.model_fields.items() if f.is_required()]
        self.folded = folding.FOLDED.get(table, ())
        self.folds = frozenset(folding.READS.get(table, ()))

    def validated(self, values: Values) -> dict[str, Any]:
        """The values as the columns want them; InvalidError for an unknown column or a value that does not fit."""
        result = {}
        for name, value in values.items():
            adapter = self.adapters.get(name)
            if adapter is None:
                raise InvalidError(f"A {self.table.replace('_', ' ')} has no field '{name}'.")
            try:
                result[name] = adapter.validate_python(value)
            except ValidationError as error:
                reason = error.errors()[0]["msg"]
                raise InvalidError(f"'{value}' does not fit {self.table}.{name}: {reason}.") from None
        return result

    def row(self, values: Values) -> list[Any]:
        """The values in the order of the columns."""
        try:
            row = [values[column] for column in self.columns]
        except KeyError as missing:
            raise InvalidError(f"A {self.table.replace('_', ' ')} needs a {missing.args[0]}.") from None
        return [value if type(value) in _AS_IS else _plain(value) for value in row]


@cache
def shape_of(table: str) -> Shape:
    """The shape of that table."""
    return Shape(table)


@cache
def _models() -> dict[str, Any]:
    from sqlmodel import SQLModel

    def walk(model: type[SQLModel]) -> Iterator[type[SQLModel]]:
        for child in model.__subclasses__():
            yield child
            yield from walk(child)

    return {m.__tablename__: m for m in walk(SQLModel) if hasattr(m, "__table__")}  # type: ignore[misc]


# Most of a row is nothing or a default, and goes as it is.
_AS_IS = frozenset({str, bytes, int, bool, type(None)})


def _plain(value: Any) -> Any:
    """A value as both drivers take it."""
    if isinstance(value, dt.datetime):
        return clock.iso(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


@contextmanager
def operation(
    workspace: Workspace,
    label: str,
    *,
    actor: bytes | None,
    device: str = "",
    source: str = "cli",
    action: str = "change",
    target: bytes | None = None,
    at: dt.datetime | None = None,
    large: bool = False,
) -> Iterator[Unit]:
    """Write inside one operation: committed as a whole when the block ends, forgotten when it raises. UnreachableError
    says that nothing of it was saved; where that is not known, DatabaseError says so.

    An operation that changed nothing is not kept. `unit.label` may be set while it runs. `large` when single statements
    may change very many rows: they can be taken back from a file then, not from memory.
    """
    if workspace.read_only:
        raise DatabaseError(f"'{workspace.place}' can only be read; nothing was changed.", hint="Make it writable.")
    with workspace.write_lock:
        connection = workspace.connection
        _check_once(workspace)
        if connection.in_transaction:
            raise RuntimeError("an operation is open already: pass the unit on instead of opening another")
        unit: Unit | None = None
        try:
            connection.begin_write(large=large)
            key = _next_operation_id(connection)
            _open(connection, key)
            instant = at or clock.now()
            connection.execute(
                "INSERT INTO operation (id, at, actor_id, device, source, action, label, target_id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (key, clock.iso(instant), actor, device, source, action, label, target),
            )
            unit = Unit(connection, key)
            unit.label = label
            yield unit
            if unit.changed == 0:
                connection.rollback()
                return
            if unit.label != label:
                connection.execute("UPDATE operation SET label = ? WHERE id = ?", (unit.label, key))
            _close(connection)
            _commit(connection, unit)
            workspace.writes += 1
            if unit.changed >= ANALYZE_FROM:
                # Without statistics the planner may choose an index that makes the board a thousand times slower.
                connection.execute("ANALYZE")
        except UnreachableError as error:
            connection.rollback()
            raise error.unchanged(unit.label if unit else label) from error
        except BaseException:
            connection.rollback()
            raise


def _commit(connection: Connection, unit: Unit) -> None:
    """Make the operation last. When the server goes away meanwhile, another connection is asked what became of it."""
    try:
        connection.commit()
    except DatabaseError:
        if not connection.lost:
            raise
        connection.rollback()
        try:
            kept = connection.value("SELECT 1 FROM operation WHERE id = ?", (unit.operation_id,))
        except DatabaseError:
            raise DatabaseError(
                f"The connection was lost while saving: whether '{unit.label}' was kept is not known.",
                hint="When the server is back, look with: salesdesk undo --list.",
            ) from None
        if not kept:
            raise


def prepare(workspace: Workspace, tables: Iterable[str]) -> None:
    """Do what the first operation on these tables would wait for; DatabaseError as it would raise it."""
    for table in tables:
        shape_of(table)
    _check_once(workspace)


def _check_once(workspace: Workspace) -> None:
    if not workspace.triggers_checked:
        check_triggers(workspace.connection)
        workspace.triggers_checked = True


def _next_operation_id(connection: Connection) -> bytes:
    """A key that sorts after every operation there is, whatever the clock of this machine says."""
    key, last = new_id(), connection.value("SELECT id FROM operation ORDER BY id DESC LIMIT 1")
    if last is not None and key <= last:
        key = (int.from_bytes(last) + 1).to_bytes(16)
    return key


def _open(connection: Connection, key: bytes) -> None:
    if connection.dialect is SQLITE:
        connection.execute(
            "INSERT INTO current_operation (operation_id, mode, must_close) VALUES (?, 'live', 1)", (key,)
        )
    else:
        connection.execute("SELECT set_config('salesdesk.operation', ?, true)", (key.hex(),))


def _close(connection: Connection) -> None:
    if connection.dialect is SQLITE:
        connection.execute("DELETE FROM current_operation")


def must_change(done: bool, what: str) -> None:
    """NotFoundError unless a write met its record."""
    if not done:
        raise NotFoundError(f"{what} is not there any more.", hint="Somebody may have deleted it; refresh.")
