"""What a bulk write leaves to do before it commits: derived columns and rollups, which no trigger kept meanwhile."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from salesdesk.plain import Plain
from salesdesk.store import derived, rollups
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_COUNTED = ("lead", "deal", "activity")
# Of how many rows one may be concerned, so that counting those alone is less work. Each can change another row, and that
# one goes through all triggers, which takes about ten times as long as counting it with all others.
_FEW = 20
_PART = 10_000
# Kilobytes: each new row goes to its place in a dozen indexes, which SQLite would write and read again all the time.
_CACHE = 64_000
# Below that an index is kept in memory while it grows.
_SORTED_FROM = 50_000


@contextmanager
def room(connection: Connection) -> Iterator[None]:
    """More memory for SQLite's pages while very many rows are written."""
    if connection.dialect is not SQLITE:
        yield
        return
    before = connection.value("PRAGMA cache_size")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {int(before)}")


@contextmanager
def sorted_afterwards(connection: Connection, coming: Mapping[str, int]) -> Iterator[None]:
    """Without the indexes of tables to which `coming` brings more rows than they hold; they are made again at the end,
    from sorted rows. Others read what was there before; on PostgreSQL they would have to wait, so there they stay."""
    statements: list[str] = []
    for table, rows in coming.items() if connection.dialect is SQLITE else ():
        if rows < _SORTED_FROM or rows < int(connection.value(f"SELECT count(*) FROM {table}")):
            continue
        indexes = connection.rows(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)
        )
        for name, statement in indexes:
            connection.execute(f"DROP INDEX {name}")
            statements.append(statement)
    yield
    for statement in statements:
        connection.execute(statement)


class Marks(Plain):
    """All that is to be written puts rows in the bin, or takes them out, that one operation had added to these tables."""

    operation_id: bytes
    tables: Mapping[str, int]


class Bulk:
    """What a unit writes in bulk. Where only rows of one operation are concerned, its own new ones or those of `marks`, and
    they are not many, what hangs on them is computed, else all that hangs on the tables.

    `first` when the operation had changed nothing before.
    """

    def __init__(self, unit: "Unit", marks: Marks | None, *, first: bool) -> None:
        self._connection = unit.connection
        self._operation_id = marks.operation_id if marks else unit.operation_id
        self._touched: set[str] = set()
        self._rows = Counter(marks.tables if marks else {})
        self._alone = marks is not None or first
        self._marks = marks is not None
        self._counted_out = self._marks and self._few()
        if self._counted_out:
            rollups.count(self._connection, self._operation_id, set(self._rows), out=True)

    def wrote(self, table: str, added: int = 0) -> None:
        """Some rows of a table were added, or others changed."""
        self._touched.add(table)
        if not self._marks:
            self._rows[table] += added
            self._alone = self._alone and added > 0

    def settle(self, go_live: Callable[[], None]) -> None:
        """Compute what hangs on it; `go_live` turns the triggers on again, and they may run after it."""
        if not (self._counted_out if self._marks else self._few()):
            _everything(self._connection, self._touched)
            go_live()
            return
        tables = set(self._rows)
        self._recount(tables, "=")
        rollups.count(self._connection, self._operation_id, tables)
        go_live()
        self._recount(tables, "<>")
        if self._marks:
            rollups.tidy(self._connection, tables)

    def _few(self) -> bool:
        if not self._alone:
            return False
        rows = sum(int(self._connection.value(f"SELECT count(*) FROM {table}")) for table in _COUNTED)
        return self._rows.total() * _FEW <= rows

    def _recount(self, tables: set[str], which: str) -> None:
        """Compute what hangs on the rows of the operation: in rows it made itself (=), or in older ones (<>)."""
        dialect = self._connection.dialect
        for follow in derived.FOLLOWS:
            if follow.table not in tables or not (follow.marked if self._marks else "INSERT" in follow.events):
                continue
            rows = f"{follow.table} n{dialect.by(f'ix_{follow.table}_created_op')} WHERE n.created_op = ?"
            if follow.when and not self._marks:
                rows += f" AND {follow.when.replace('{r}', 'n')}"
            for recount in follow.recounts:
                # One by one: for a set SQLite may read the whole table, as it expects a whole import in every operation.
                link = f"n.{recount.link}"
                keys = self._connection.rows(
                    f"SELECT DISTINCT {link} FROM {rows} AND {link} IS NOT NULL", (self._operation_id,)
                )
                sql = f"{recount.by_key(dialect)} AND created_op {which} ?"
                self._connection.many(sql, ((key, self._operation_id) for (key,) in keys))


def _parts(connection: Connection, table: str) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """All rows of a table, on SQLite some thousand at once: what one statement may have to take back lies in memory."""
    if connection.dialect is not SQLITE:
        yield "TRUE", ()
        return
    first: bytes = b""
    following = f"SELECT id FROM {table} WHERE id >= ? ORDER BY id LIMIT 1 OFFSET {_PART}"
    while (after := connection.value(following, (first,))) is not None:
        yield "id >= ? AND id < ?", (first, after)
        first = after
    yield "id >= ?", (first,)


def _everything(connection: Connection, tables: set[str]) -> None:
    """Compute all that hangs on these tables."""
    for statement in dict.fromkeys(s for table in sorted(tables) for s in derived.BULK.get(table, ())):
        for scope, params in _parts(connection, statement.split()[1]):
            connection.execute(statement.format(scope=scope), params)
    reached = {reached for table in tables for reached in rollups.REACHES.get(table, ())}
    if reached:
        rollups.rebuild(connection, reached)
