"""One way to talk to either engine: the DB-API connection behind a few verbs, with `?` placeholders."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from time import monotonic

from salesdesk.domain.text import fold
from salesdesk.errors import BusyError, DatabaseError, UnreachableError
from salesdesk.hints import Any
from salesdesk.store import held
from salesdesk.store.dialect import POSTGRESQL, SQLITE, Dialect
from salesdesk.store.version import APPLICATION_ID

Row = tuple[Any, ...]
Params = Sequence[Any]
# How long SQLite waits by itself, and how long it is made to for what is no write.
BUSY_MILLISECONDS = 2_000
BUSY_SECONDS = 10.0
# A large import publishes for a minute or two, and its lock goes with its process, however that ends.
LONGEST_WAIT = 900.0
# Steps of SQLite's machine: some milliseconds.
_STEPS = 200_000


class Connection:
    """A connection to a workspace. Keys are `bytes`, days and instants ISO text, JSON text, on both engines."""

    def __init__(
        self,
        raw: Any,
        dialect: Dialect,
        place: str,
        *,
        file: held.Held | None = None,
        connect: Callable[[], Any] | None = None,
    ) -> None:
        self.raw = raw
        self._file = file
        self._connect = connect
        self.dialect = dialect
        self.place = place
        self.in_transaction = False
        # Inside a snapshot: the temporary tables made in it, which go with it.
        self.reading = False
        self.made: set[str] = set()
        # Told, every few seconds, how long a write has been waiting for somebody else's; what it raises ends the wait.
        self.waiting: Callable[[float], None] = _wait_on
        self._may_make: bool | None = None

    def execute(self, sql: str, params: Params = ()) -> int:
        """Run one statement; the number of rows it changed."""
        return int(self._run(sql, params).rowcount)

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        """All rows of a query."""
        return list(self._run(sql, params).fetchall())

    def each(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """The rows of a query one by one, without holding them all."""
        cursor = self._run(sql, params)
        while batch := cursor.fetchmany(1000):
            yield from batch

    def one(self, sql: str, params: Params = ()) -> Row | None:
        """The first row, or None."""
        row: Row | None = self._run(sql, params).fetchone()
        return row

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, params)
        return row[0] if row else None

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        """Run one statement for each row of parameters."""
        with translated(self.place):
            if self.dialect is SQLITE:
                self.raw.executemany(sql, rows)
            else:
                with self.raw.cursor() as cursor:
                    cursor.executemany(percent_style(sql), rows)

    def begin_write(self, *, large: bool = True) -> None:
        """Take the write lock, so that no write can meet a changed snapshot; wait for it as long as somebody else has it.

        What one statement may have to take back is kept in memory, unless the transaction may be `large`. Raises
        BusyError after a quarter of an hour, and what `waiting` raises.
        """
        started = monotonic()
        while True:
            try:
                self._begin_write(large=large)
            except BusyError:
                waited = monotonic() - started
                if waited >= LONGEST_WAIT:
                    raise
                self.waiting(waited)
            else:
                self.in_transaction = True
                return

    def _begin_write(self, *, large: bool) -> None:
        if self.dialect is not SQLITE:
            self.execute("BEGIN")
            self.in_transaction = True
            # One writer at a time, as on SQLite: what a write read stays so, and operations sort as they commit.
            try:
                if not self.value("SELECT pg_try_advisory_xact_lock(?)", (APPLICATION_ID,)):
                    self.execute(f"SET LOCAL lock_timeout = {BUSY_MILLISECONDS}")
                    self.execute("SELECT pg_advisory_xact_lock(?)", (APPLICATION_ID,))
                    self.execute("SET LOCAL lock_timeout TO DEFAULT")
            except BaseException:
                self.rollback()
                raise
        elif large:
            self._take_turn()
        else:
            # Else SQLite makes a temporary file as soon as a statement, with its triggers, has changed 16 pages: a
            # quarter of what a logged touch takes. It asks when a transaction begins; sorting may use files afterwards.
            self.execute("PRAGMA temp_store = MEMORY")
            try:
                self._take_turn()
            finally:
                self.execute("PRAGMA temp_store = DEFAULT")

    def _take_turn(self) -> None:
        try:
            self.raw.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise _from_sqlite(error, self.place) from error

    def begin_read(self) -> None:
        """Start a snapshot: what is read until `rollback` is of one moment."""
        self.execute("BEGIN" if self.dialect is SQLITE else "BEGIN ISOLATION LEVEL REPEATABLE READ")
        self.in_transaction = self.reading = True

    def while_asking(self, act: Callable[[], object]) -> None:
        """Run `act` some times a second while SQLite works on a statement, so that a signal is heard then too: what it
        raises ends the statement. A statement to a server hears signals by itself."""
        if self.dialect is SQLITE:
            self.raw.set_progress_handler(act, _STEPS)

    def may_make(self) -> bool:
        """Whether temporary tables can be made: inside a snapshot, with the right to."""
        if not self.reading or self.dialect is SQLITE:
            return self.reading
        if self._may_make is None:
            self._may_make = bool(
                self.value(
                    "SELECT has_database_privilege(current_database(), 'TEMP')"
                    " AND current_setting('transaction_read_only') = 'off'"
                )
            )
        return self._may_make

    def commit(self) -> None:
        """Make the transaction last."""
        self.execute("COMMIT")
        self.in_transaction = False

    def rollback(self) -> None:
        """Forget the transaction; harmless where there is none."""
        if self.in_transaction:
            self.in_transaction = self.reading = False
            self.made.clear()
            with translated(self.place):
                # A server that is gone has forgotten it already.
                if self.raw.in_transaction if self.dialect is SQLITE else not self.lost:
                    self.raw.execute("ROLLBACK")

    @property
    def lost(self) -> bool:
        """Whether the server is gone; the next statement outside a transaction connects again."""
        return self.dialect is not SQLITE and bool(self.raw.closed)

    def close(self) -> None:
        """Close it for good."""
        self._connect = None
        self.raw.close()
        held.release(self._file)
        self._file = None

    def _run(self, sql: str, params: Params) -> Any:
        if self.dialect is SQLITE:
            # What `translated` would do, at a third of its price: a logged touch comes by a dozen times.
            try:
                return self.raw.execute(sql, params)
            except sqlite3.Error as error:
                return self._again(sql, params, error)
        with translated(self.place):
            try:
                return self.raw.execute(percent_style(sql), params)
            except Exception:
                # What a transaction has done went with the connection; a statement of its own can be asked again.
                if not self.lost or self.in_transaction or self._connect is None:
                    raise
                self.raw = self._connect()
                return self.raw.execute(percent_style(sql), params)

    def _again(self, sql: str, params: Params, error: sqlite3.Error) -> Any:
        """Ask once more what met a lock, for as long as one waits for that; any other error in words."""
        started = monotonic() - BUSY_MILLISECONDS / 1000
        while getattr(error, "sqlite_errorname", "") in _PASSING and monotonic() - started < BUSY_SECONDS:
            try:
                return self.raw.execute(sql, params)
            except sqlite3.Error as next_error:
                error = next_error
        raise _from_sqlite(error, self.place) from error


def _wait_on(waited: float) -> None:
    """Nobody is told."""


# Not SQLITE_BUSY_SNAPSHOT: what was read before a write is old, and stays so.
_PASSING = frozenset({"SQLITE_BUSY", "SQLITE_BUSY_RECOVERY", "SQLITE_BUSY_TIMEOUT"})


@lru_cache(maxsize=2048)
def percent_style(sql: str) -> str:
    """The statement with psycopg's placeholders."""
    return sql.replace("%", "%%").replace("?", "%s")


def open_sqlite(path: held.File, *, read_only: bool = False, immutable: bool = False) -> Connection:
    """A connection to an existing SQLite file; it never creates one."""
    _keep_freed_memory()
    mode = "ro" if read_only else "rw"
    uri = f"{_uri(path)}?mode={mode}{'&immutable=1' if immutable else ''}"
    file = held.hold(path)
    try:
        with translated(str(path)):
            raw = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512)
    except BaseException:
        held.release(file)
        raise
    connection = Connection(raw, SQLITE, str(path), file=file)
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")
        raw.create_function("salesdesk_fold", 1, _fold, deterministic=True)
        if not read_only:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: held.File) -> str:
    """An absolute `file:` URI; `pathlib` is asked only where something has to be written otherwise there."""
    text = os.fspath(path)
    if text.startswith("/") and text.isascii() and text.translate(_NO_MARKS).isalnum():
        return f"file://{text}"
    from pathlib import Path

    return Path(text).absolute().as_uri()


_NO_MARKS = str.maketrans("", "", "/._-~")


@lru_cache(maxsize=1)
def _keep_freed_memory() -> None:
    """SQLite takes and frees some hundred kilobytes with each write. Until it has seen one large block go, the C library of
    Linux may give that back to the system and fetch it again each time, for two fifths of what a logged touch takes
    (mallopt(3), M_MMAP_THRESHOLD)."""
    bytes(4 << 20)


def _fold(text: object) -> str | None:
    return fold(str(text)) if text is not None else None


def open_postgresql(url: str) -> Connection:
    """A connection to a PostgreSQL database, given as a URL."""
    try:
        import psycopg
    except ImportError:
        raise DatabaseError(
            "PostgreSQL needs the psycopg driver, which is not installed.",
            hint="Install it with: pip install 'salesdesk[postgres]'.",
        ) from None
    from salesdesk.store.postgres import prepare

    def connect() -> Any:
        raw = psycopg.connect(
            url.replace("postgresql+psycopg://", "postgresql://", 1),
            autocommit=True,
            connect_timeout=5,
            # A network that is gone without a word is noticed within half a minute, not after two hours.
            keepalives_idle=15,
            keepalives_interval=5,
            keepalives_count=3,
            tcp_user_timeout=30_000,
            options="-c TimeZone=UTC -c DateStyle=ISO -c lock_timeout=10s -c jit=off",
        )
        prepare(raw)
        return raw

    place = without_password(url)
    with translated(place):
        raw = connect()
    return Connection(raw, POSTGRESQL, place, connect=connect)


def without_password(url: str) -> str:
    """A database URL that may be shown."""
    head, at, tail = url.rpartition("@")
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.split(':')[0]}@{tail}" if at else url


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn the errors of either driver into sentences."""
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(error, place) from error
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "psycopg":
            raise
        raise _from_postgresql(error, place) from error


_SQLITE_WORDS = {
    "SQLITE_BUSY": ("'{place}' is busy: another program has been writing for too long.", "Try again in a moment."),
    "SQLITE_LOCKED": ("'{place}' is busy: another program has been writing for too long.", "Try again in a moment."),
    "SQLITE_FULL": ("The disk that holds '{place}' is full; nothing was changed.", "Free some space and try again."),
    "SQLITE_IOERR": ("The disk that holds '{place}' failed; nothing was changed.", "Free some space, check the disk, try again."),
    "SQLITE_READONLY": ("'{place}' can only be read; nothing was changed.", "Give yourself write permission on the file and its folder."),
    "SQLITE_CORRUPT": ("'{place}' is damaged; nothing was changed.", "Bring back a backup: salesdesk restore."),
    "SQLITE_NOTADB": ("'{place}' is not a salesdesk workspace.", "Give another file with --db, or make one: salesdesk --db FILE init."),
    "SQLITE_CANTOPEN": ("'{place}' cannot be opened.", "Check that the file is there and may be read."),
    "SQLITE_PERM": ("'{place}' may not be opened.", "Check the permissions of the file and its folder."),
}  # fmt: skip


def _from_sqlite(error: sqlite3.Error, place: str) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    family = "_".join(name.split("_")[:2])
    if family in _SQLITE_WORDS:
        message, hint = _SQLITE_WORDS[family]
        kind = BusyError if family == "SQLITE_BUSY" else DatabaseError
        return kind(message.format(place=place), hint=hint)
    return error


def _from_postgresql(error: Exception, place: str) -> Exception:
    state = getattr(error, "sqlstate", None)
    if state in {"55P03", "40P01", "40001"}:
        return BusyError(f"'{place}' is busy: somebody else is changing the same records.", hint="Try again.")
    if state in {"42501", "25006"}:
        return DatabaseError(f"'{place}' can only be read with this role.", hint="Ask the owner for rights.")
    if any(kind.__name__ == "OperationalError" for kind in type(error).__mro__):
        said = str(error).strip().splitlines()
        reason = said[0].rpartition("failed: ")[2].removeprefix("FATAL: ").strip() if said else "no answer"
        return UnreachableError(reason, place)
    return error
