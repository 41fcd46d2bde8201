"""Being the only one: a lock of the workspace that goes with the process, however that ends."""

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from salesdesk.store.version import APPLICATION_ID
from salesdesk.store.workspace import Workspace


@contextmanager
def alone(workspace: Workspace, what: str) -> Iterator[bool]:
    """Whether nobody else does `what` in this workspace until the block ends; says so at once, without waiting."""
    if workspace.path is not None:
        # A file beside the database: closing a handle of that itself would drop SQLite's own locks.
        handle = os.open(f"{workspace.path}-{what}", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            yield locked(handle)
        finally:
            os.close(handle)
        return
    connection, key = workspace.connection, (APPLICATION_ID, zlib.crc32(what.encode()) - (1 << 31))
    mine = bool(connection.value("SELECT pg_try_advisory_lock(?, ?)", key))
    try:
        yield mine
    finally:
        if mine:
            connection.value("SELECT pg_advisory_unlock(?, ?)", key)


def locked(handle: int) -> bool:
    """Whether this handle of a file is the one that has it now; the lock goes when it is closed or the process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
