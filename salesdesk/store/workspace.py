"""Opening and making workspaces: an SQLite file of one's own, or a PostgreSQL database of the team."""

import os
from _thread import RLock, _local, allocate_lock, start_new_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from stat import S_ISDIR

from salesdesk.errors import DatabaseError
from salesdesk.hints import TYPE_CHECKING
from salesdesk.store import connection as connections
from salesdesk.store import held
from salesdesk.store.connection import Connection
from salesdesk.store.version import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

_WRITE_AHEAD_NAMES = ("-wal", "-shm")


def is_url(place: str) -> bool:
    """Whether a `--db` value names a PostgreSQL database and not a file."""
    return place.startswith(("postgresql://", "postgresql+psycopg://", "postgres://"))


class Workspace:
    """An open workspace: a connection for each thread that asks, one writer at a time in this process."""

    def __init__(self, place: str) -> None:
        self.place = place
        # The name of the file, '' for a server; where a `Path` is wanted, `path`.
        self.file = "" if is_url(place) else _tidy(place)
        self.read_only = False
        self.write_lock = RLock()
        self.triggers_checked = False
        # How many operations were committed through this object.
        self.writes = 0
        # Who is told that a write waits for another program's; see `Connection.waiting`.
        self.waiting: Callable[[float], None] | None = None
        # Who is told what is done before it can be used, when that takes a while.
        self.say: Callable[[str], object] | None = None
        self._immutable = False
        self._local = _local()
        self._all: list[Connection] = []
        self._all_lock = allocate_lock()

    @cached_property
    def path(self) -> "Path | None":
        """The file, None for a server."""
        from pathlib import Path

        return Path(self.file) if self.file else None

    @classmethod
    def open(cls, place: str, *, say: Callable[[str], object] | None = None) -> "Workspace":
        """Open an existing workspace, bringing an older schema up to date first, which `say` is told of.

        Raises DatabaseError for a missing, empty, foreign, damaged or newer file; the file stays as it was.
        """
        workspace = cls(place)
        workspace.say = say
        try:
            workspace._begin()
            workspace._check_version()
        except BaseException:
            workspace.close()
            raise
        return workspace

    @classmethod
    def open_ahead(cls, place: str, *, say: Callable[[str], object] | None = None) -> "Callable[[], Workspace]":
        """Begin to `open` a workspace in a thread of its own. What is given back waits for it, and raises what `open` raises.

        With the first statement SQLite reads the whole schema, which takes as long as importing what asks for it: at the same
        time, for both leave the other alone.
        """
        workspace = cls(place)
        workspace.say = say
        ended = allocate_lock()
        ended.acquire()
        failed: list[BaseException] = []

        def begin() -> None:
            try:
                workspace._begin()
            except BaseException as error:
                failed.append(error)
            finally:
                ended.release()

        def finish() -> Workspace:
            ended.acquire()
            try:
                if failed:
                    raise failed[0]
                # The connection goes over to the thread that asks from now on.
                workspace._local.connection = workspace._all[0]
                workspace._check_version()
            except BaseException:
                workspace.close()
                raise
            return workspace

        start_new_thread(begin, ())
        return finish

    def _begin(self) -> None:
        """Look at the file, connect, and ask the first question."""
        if self.file:
            self._check_file(self.file)
        self.version()

    @classmethod
    def create(cls, place: str) -> "Workspace":
        """Make a new, empty workspace there and open it; DatabaseError when something is there already."""
        from salesdesk.store.schema import create_all

        workspace = cls(place)
        if workspace.path is not None:
            _create_file(workspace.path)
        try:
            with workspace.transaction() as connection:
                if workspace.path is None and connection.value("SELECT to_regclass('alembic_version')") is not None:
                    raise DatabaseError(f"'{connection.place}' is a salesdesk workspace already.")
                create_all(connection)
        except BaseException:
            workspace.close()
            if workspace.path is not None:
                for suffix in ("", *_WRITE_AHEAD_NAMES):
                    workspace.path.with_name(f"{workspace.path.name}{suffix}").unlink(missing_ok=True)
            raise
        return workspace

    @property
    def connection(self) -> Connection:
        """The connection of the calling thread."""
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            self._local.connection = connection
            with self._all_lock:
                self._all.append(connection)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction: all of it, or nothing. Use `unit.operation` for anything a user does."""
        with self.write_lock:
            connection = self.connection
            connection.begin_write()
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Several reads of one moment; inside a write they see what it has written."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.begin_read()
        try:
            yield connection
        finally:
            connection.rollback()

    def change_mark(self) -> int:
        """A number that changes when another process has committed (SQLite); 0 on PostgreSQL, which notifies."""
        if self.path is None:
            return int(self.connection.value("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn") or 0)
        return int(self.connection.value("PRAGMA data_version"))

    def close(self) -> None:
        """Close every connection."""
        with self._all_lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = _local()

    def _connect(self) -> Connection:
        if not self.file:
            made = connections.open_postgresql(self.place)
        else:
            made = connections.open_sqlite(self.file, read_only=self.read_only, immutable=self._immutable)
        made.waiting = self._waited
        return made

    def _waited(self, seconds: float) -> None:
        if self.waiting is not None:
            self.waiting(seconds)

    def _check_file(self, path: str) -> None:
        try:
            if S_ISDIR(os.stat(path).st_mode):
                raise DatabaseError(f"'{path}' is a folder, not a workspace.", hint="Give the file inside it.")
            head = held.head(path, 100)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise DatabaseError(
                f"There is no workspace at '{path}'.", hint=f"Make one with: salesdesk --db {path} init."
            ) from None
        except OSError as error:
            raise DatabaseError(f"'{path}' cannot be read: {error.strerror}.", hint="Check its permissions.") from None
        # What this process has open was looked at when it was opened first.
        if head is not None:
            self._check_head(path, head)
        _refuse_network_drive(path)
        self.read_only = not os.access(path, os.W_OK)
        if not os.access(os.path.dirname(path) or os.curdir, os.W_OK):
            # SQLite cannot make its side files there; without changes waiting in them the file can be read alone.
            self.read_only = True
            self._immutable = not os.path.exists(f"{path}-wal")

    @staticmethod
    def _check_head(path: str, head: bytes) -> None:
        if not head:
            raise DatabaseError(
                f"'{path}' is empty, not a workspace.", hint=f"Remove it, then: salesdesk --db {path} init."
            )
        if head[:16] != b"SQLite format 3\x00" or len(head) < 100:
            raise DatabaseError(f"'{path}' is not a salesdesk workspace.", hint="Give another file with --db.")
        if int.from_bytes(head[68:72]) != APPLICATION_ID:
            raise DatabaseError(f"'{path}' is a database of another program.", hint="Give another file with --db.")

    def _check_version(self) -> None:
        found = self.version()
        if found == SCHEMA_VERSION:
            return
        if found > SCHEMA_VERSION:
            raise DatabaseError(
                f"'{self.connection.place}' was written by a newer salesdesk (schema {found}, this one knows"
                f" {SCHEMA_VERSION}).",
                hint="Upgrade salesdesk; the file was not touched.",
            )
        if self.read_only:
            raise DatabaseError(
                f"'{self.connection.place}' is of an older salesdesk and can only be read, so it cannot be brought"
                " up to date.",
                hint="Make it writable, or copy it.",
            )
        from salesdesk.store.migrations import migrate

        migrate(self, found)
        # Somebody else may have been quicker, with a salesdesk newer or older than this one.
        self._check_version()

    def version(self) -> str:
        """The schema it is of; DatabaseError when it has none."""
        connection = self.connection
        if not self.file and connection.value("SELECT to_regclass('alembic_version')") is None:
            raise DatabaseError(
                f"'{connection.place}' holds no salesdesk workspace.",
                hint="Make one with: salesdesk --db URL init.",
            )
        version = connection.value("SELECT version_num FROM alembic_version")
        if not version:
            raise DatabaseError(
                f"'{connection.place}' is damaged: it has no schema version.", hint="salesdesk restore."
            )
        return str(version)


def _tidy(place: str) -> str:
    """A path as `pathlib` writes it, which is asked only where it would change something."""
    if os.path.normpath(place) == place:
        return place
    from pathlib import Path

    return str(Path(place))


def _create_file(path: "Path") -> None:
    """An empty SQLite file that only its owner can read, in WAL mode, marked as ours."""
    try:
        if path.exists():
            raise DatabaseError(
                f"'{path}' is there already; nothing was changed.", hint="Open it, or give another name."
            )
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _refuse_network_drive(str(path))
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise DatabaseError(
            f"'{path}' cannot be made: {error.strerror}.", hint="Give another place with --db."
        ) from None
    connection = connections.open_sqlite(path)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


_NETWORK_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "fuse.sshfs", "fuse.glusterfs"}


def _refuse_network_drive(path: str) -> None:
    """WAL needs shared memory, which network drives do not have (sqlite.org/wal.html)."""
    try:
        with open("/proc/self/mounts", encoding="utf-8", errors="replace") as file:
            mounts = file.read()
    except FileNotFoundError:
        return
    best, kind = "", ""
    target = os.path.join(os.getcwd(), path)
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) > 2 and len(parts[1]) >= len(best):
            mount = parts[1].replace("\\040", " ")
            if target == mount or target.startswith(mount.rstrip("/") + "/"):
                best, kind = parts[1], parts[2]
    if kind in _NETWORK_SYSTEMS - {"9p"}:
        raise DatabaseError(
            f"'{path}' is on a network drive, where SQLite can lose data.",
            hint="Keep the file on a local disk, or share a PostgreSQL database.",
        )
