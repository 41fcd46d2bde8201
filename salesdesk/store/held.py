"""Which database files this process has open: a handle of our own on one would take SQLite's locks off it.

POSIX drops all locks of a process on a file when any of its handles is closed (sqlite.org/howtocorrupt.html, 2.2).
Another process would then think itself alone, and remove the log under our feet.
"""

import os
from _thread import allocate_lock
from collections import Counter

Held = tuple[int, int]
# A path as a text or a `Path`: importing pathlib or threading is no part of a quick command.
File = str | os.PathLike[str]

_files: Counter[Held] = Counter()
_lock = allocate_lock()


def hold(path: File) -> Held | None:
    """Say that SQLite is about to open this file; what `release` is given when it has been closed."""
    with _lock:
        key = _key(path)
        if key is not None:
            _files[key] += 1
        return key


def release(key: Held | None) -> None:
    """Say that one connection to the file has been closed."""
    with _lock:
        if key is not None:
            _files[key] -= 1
            if not _files[key]:
                del _files[key]


def knows(path: File) -> bool:
    """Whether a connection of this process has the file open; never waits."""
    return _key(path) in _files


def head(path: File, size: int) -> bytes | None:
    """The first bytes of a file; None while this process has it open. OSError when it cannot be read."""
    with _lock:
        if _key(path) in _files:
            return None
        with open(path, "rb") as file:
            return file.read(size)


def _key(path: File) -> Held | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
