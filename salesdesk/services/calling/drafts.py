"""What a call must not lose when the terminal dies: the unfinished line, in a small file of this machine.

Notes are in the database the moment they are filed. The file is written over as a whole, so that it is never half.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from salesdesk import paths


@dataclass(frozen=True, slots=True)
class Draft:
    """The line that was being typed in a call, and the process that runs it."""

    call: bytes
    line: str
    process: int

    @property
    def alive(self) -> bool:
        """Whether another process of this machine is still in this call."""
        return self.process != os.getpid() and _runs(self.process)


def _folder() -> Path:
    return paths.data_folder() / "calls"


def keep(call: bytes, line: str) -> None:
    """Keep the line of a call; OSError when the disk refuses."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    whole = folder / f"{call.hex()}.json"
    part = whole.with_suffix(".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump({"line": line, "process": os.getpid()}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(whole)


def forget(call: bytes) -> None:
    """The call is over: its file goes."""
    with suppress(OSError):
        (_folder() / f"{call.hex()}.json").unlink(missing_ok=True)


def read(call: bytes) -> Draft | None:
    """The line kept for a call, or None."""
    try:
        held = json.loads((_folder() / f"{call.hex()}.json").read_text("utf-8"))
        return Draft(call, str(held["line"]), int(held["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _runs(process: int) -> bool:
    if os.name == "nt":
        # Asking Windows this way would end the process; a call is then offered again while it runs elsewhere.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
