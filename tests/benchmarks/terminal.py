"""A program in a real terminal: what is typed, what comes back, what it costs (Linux)."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

QUIET = 0.06
# One picture is written within this time.
AT_ONCE = 0.004
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")


class Answer(NamedTuple):
    """What followed a key: seconds to the first byte, to half of the bytes and to the last one; how many bytes they were,
    and how many came at once."""

    first: float
    half: float
    last: float
    size: int
    at_once: int


class Terminal:
    """A child in a pseudo terminal of that size."""

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], *, columns: int = 120, rows: int = 40
    ) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.shown = b""
        self.started = time.perf_counter()
        self._child = subprocess.Popen(
            words, stdin=follower, stdout=follower, stderr=follower, env=dict(environment), start_new_session=True
        )
        os.close(follower)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.send_signal(signal.SIGKILL)
        self._child.wait()
        os.close(self._leader)

    @property
    def seconds(self) -> float:
        """Since the start of the child."""
        return time.perf_counter() - self.started

    def wait_for(self, text: str, *, seconds: float = 60.0) -> float:
        """How long after the start the text was shown; RuntimeError when it is not in time."""
        wanted = text.encode()
        while self.seconds < seconds:
            if wanted in _ESCAPES.sub(b"", self.shown):
                return self.seconds
            if not self._read(1.0) and self._child.poll() is not None:
                break
        tail = _ESCAPES.sub(b"", self.shown)[-1500:].decode(errors="replace")
        raise RuntimeError(f"'{text}' was never shown by {self._child.args!r}:\n{tail}")

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing has come for so long."""
        while self._read(quiet):
            pass

    def rest(self, seconds: float) -> None:
        """Read until it also computes nothing more behind the picture."""
        busy = True
        while busy:
            before, start = self.cpu(), time.perf_counter()
            while (left := start + seconds - time.perf_counter()) > 0:
                self._read(left)
            busy = self.cpu() - before > 0.02

    def type(self, keys: str) -> float:
        """Send keys; the moment they were sent."""
        self.shown = b""
        moment = time.perf_counter()
        os.write(self._leader, keys.encode())
        return moment

    def press(self, keys: str, *, quiet: float = QUIET, first: float = 2.0) -> Answer:
        """Send keys and time what follows, until nothing has come for `quiet` seconds."""
        moment = self.type(keys)
        came: list[tuple[float, int]] = []
        while part := self._read(quiet if came else first):
            came.append((time.perf_counter() - moment, part))
        if not came:
            raise RuntimeError(f"{keys!r} was answered with nothing")
        size = sum(part for _, part in came)
        seen, half = 0, came[-1][0]
        for at, part in came:
            seen += part
            if seen * 2 >= size:
                half = at
                break
        return Answer(came[0][0], half, came[-1][0], size, sum(part for at, part in came if at - came[0][0] < AT_ONCE))

    def cpu(self) -> float:
        """Seconds of processor time so far, all threads."""
        fields = Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Resident memory in MB."""
        for line in Path(f"/proc/{self._child.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("the system does not say how much memory it takes")

    def _read(self, seconds: float) -> int:
        ready, _, _ = select.select([self._leader], [], [], seconds)
        if not ready:
            return 0
        try:
            part = os.read(self._leader, 65536)
        except OSError:
            return 0
        self.shown += part
        return len(part)
