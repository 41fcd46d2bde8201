"""What a bulk write leaves to do before it commits: derived columns and rollups, which no trigger kept meanwhile."""

from collections import Counter
from collections.abc import Callable

from salesdesk.store import derived, rollups
from salesdesk.store.connection import Connection

_COUNTED = ("lead", "deal", "activity")
# Of how many rows one may be new, so that counting the new ones alone is less work. Each can change another row, and
# that one goes through all triggers, which takes about ten times as long as counting it with all others.
_FEW = 20


class Bulk:
    """What was written so far; `first` when the operation had changed nothing before."""

    def __init__(self, *, first: bool) -> None:
        self._added: Counter[str] = Counter()
        self._touched: set[str] = set()
        self._only_added = first

    def wrote(self, table: str, added: int = 0) -> None:
        """Some rows of a table were added, or others changed."""
        self._touched.add(table)
        self._added[table] += added
        if not added:
            self._only_added = False

    def settle(self, connection: Connection, operation_id: bytes, go_live: Callable[[], None]) -> None:
        """Compute what hangs on it: from what was added, when that is all and not much, else for whole tables. `go_live`
        turns the triggers on again; after it they may run."""
        if self._only_added and self._few(connection):
            tables = {table for table, count in self._added.items() if count}
            _recount(connection, operation_id, tables, "=")
            rollups.add(connection, operation_id, tables)
            go_live()
            _recount(connection, operation_id, tables, "<>")
        else:
            _everything(connection, self._touched)
            go_live()

    def _few(self, connection: Connection) -> bool:
        rows = sum(int(connection.value(f"SELECT count(*) FROM {table}")) for table in _COUNTED)
        return sum(self._added.values()) * _FEW <= rows


def _recount(connection: Connection, operation_id: bytes, tables: set[str], which: str) -> None:
    """Compute what hangs on the rows an operation added to these tables: for rows it made itself (=), or older ones (<>)."""
    dialect = connection.dialect
    for follow in derived.FOLLOWS:
        if follow.table not in tables or "INSERT" not in follow.events:
            continue
        rows = f"{follow.table} n{dialect.by(f'ix_{follow.table}_created_op')} WHERE n.created_op = ?"
        if follow.when:
            rows += f" AND {follow.when.replace('{r}', 'n')}"
        for recount in follow.recounts:
            sql = f"{recount.after_many(rows, dialect.is_not)} AND created_op {which} ?"
            connection.execute(sql, (operation_id,) * sql.count("?"))


def _everything(connection: Connection, tables: set[str]) -> None:
    """Compute all that hangs on these tables."""
    for statement in dict.fromkeys(s for table in sorted(tables) for s in derived.BULK.get(table, ())):
        connection.execute(statement.format(scope="TRUE"))
    reached = {reached for table in tables for reached in rollups.REACHES.get(table, ())}
    if reached:
        rollups.rebuild(connection, reached)
