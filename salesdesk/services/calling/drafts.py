"""What a call must not lose when the terminal dies: the unfinished line, in a small file of this machine.

Notes are in the database the moment they are filed. The file is written over as a whole, so that it is never half.
Beside it a lock says that somebody is in the call; it goes with the process, however that ends.
"""

import os
from contextlib import suppress
from pathlib import Path

from salesdesk import paths
from salesdesk.store.alone import locked

# The calls this process is in.
_held: dict[bytes, int] = {}


def _file(call: bytes, suffix: str) -> Path:
    folder = paths.data_folder() / "calls"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{call.hex()}{suffix}"


def enter(call: bytes) -> bool:
    """This process is in the call from now on; False when another one of this machine is."""
    if call in _held:
        return True
    handle = os.open(_file(call, ".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    if not locked(handle):
        os.close(handle)
        return False
    _held[call] = handle
    return True


def leave(call: bytes) -> None:
    """This process is not in the call any more; its line stays."""
    handle = _held.pop(call, None)
    if handle is not None:
        os.close(handle)


def busy(call: bytes) -> bool:
    """Whether somebody on this machine is in the call now."""
    if call in _held:
        return True
    if not _file(call, ".lock").exists():
        return False
    if enter(call):
        leave(call)
        return False
    return True


def keep(call: bytes, line: str) -> None:
    """Keep the line of a call; OSError when the disk refuses."""
    part = _file(call, ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
    part.replace(_file(call, ".txt"))


def read(call: bytes) -> str:
    """The line kept for a call."""
    try:
        return _file(call, ".txt").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def forget(call: bytes) -> None:
    """The call is over: its files go."""
    leave(call)
    for suffix in (".txt", ".lock"):
        with suppress(OSError):
            _file(call, suffix).unlink(missing_ok=True)
