"""What all measurements share: the book they run on, the environment of the processes, the peers."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.book import ME, NOW, TOUCHES

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).parent / "peers"
# Peers that are no part of the development set; they get an environment of their own.
OUTSIDE = ("duckdb", "pyarrow", "textual-fastdatatable")


@dataclass(frozen=True, slots=True)
class Bench:
    """One run: the workspace to read, how many rounds, where to keep things, the Python of the outside peers,
    and what the book was made from."""

    book: Path
    leads: int
    rounds: int
    folder: Path
    outside: Path | None = None
    seed: int = 7
    touches: int = TOUCHES

    @property
    def environment(self) -> dict[str, str]:
        """The environment of every process that is timed."""
        dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "NO_COLOR", "COLUMNS", "LINES")
        kept = {name: value for name, value in os.environ.items() if name not in dropped and name[:8] != "TEXTUAL_"}
        return kept | {
            # The installed script runs this checkout, also where another one is installed.
            "PYTHONPATH": str(ROOT),
            "SALESDESK_NOW": NOW,
            "SALESDESK_DB": str(self.book),
            "SALESDESK_AS": ME,
            "SALESDESK_CONFIG": str(self.folder / "config.toml"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }

    def seconds(self, words: Sequence[str], *, stdin: str = "") -> float:
        """How long a process takes from its start to its end; RuntimeError when it fails."""
        start = time.perf_counter()
        done = subprocess.run(
            words, input=stdin.encode(), capture_output=True, env=self.environment, cwd=self.folder, check=False
        )
        took = time.perf_counter() - start
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(words)} failed: {done.stderr[-500:].decode(errors='replace')}")
        return took

    def seconds_and_memory(self, words: Sequence[str]) -> tuple[float, float]:
        """How long a process takes, and its largest resident memory in MB (Linux); RuntimeError when it fails."""
        start, peak = time.perf_counter(), 0.0
        with (self.folder / "said.txt").open("w+b") as said:
            child = subprocess.Popen(words, stdout=said, stderr=said, env=self.environment, cwd=self.folder)
            # What the system keeps of a child that has ended counts the memory of who began it too.
            while child.poll() is None:
                peak = max(peak, largest_memory(child.pid))
                time.sleep(0.02)
            took = time.perf_counter() - start
            said.seek(0)
            if child.returncode != 0:
                raise RuntimeError(f"{' '.join(words)} failed: {said.read()[-500:].decode(errors='replace')}")
        return took, peak

    @property
    def patience(self) -> float:
        """After how many seconds of silence a picture is finished: rows of a large book may come late."""
        return 0.15 if self.leads <= 10_000 else 0.6 if self.leads < 1_000_000 else 1.5

    def one(self, sql: str) -> Any:
        """The first value of a query on the book."""
        with closing(sqlite3.connect(f"file:{self.book}?mode=ro", uri=True)) as connection:
            return connection.execute(sql).fetchone()[0]

    @property
    def first_name(self) -> str:
        """The first lead by name: when it is on the screen, the rows are."""
        return str(self.one("SELECT name FROM lead ORDER BY name_key, id LIMIT 1"))

    def prepare(self) -> None:
        """The settings of the run: no daily backup, which would copy the book behind the first picture."""
        self.folder.mkdir(parents=True, exist_ok=True)
        backups = self.folder / "backups"
        text = f"[backup]\ndaily = false\nfolder = '{backups}'\n"
        (self.folder / "config.toml").write_text(text, encoding="utf-8")

    def copy(self) -> Path:
        """A copy of the book to write in; the caller removes it with `remove`."""
        path = self.folder / f"written-{os.getpid()}.db"
        shutil.copyfile(self.book, path)
        return path


def largest_memory(process: int) -> float:
    """The most resident memory a process has had, in MB; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def remove(path: Path) -> None:
    """Away with a workspace and its side files."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def salesdesk(*words: str) -> list[str]:
    """A command line of this checkout as its installed script runs it."""
    return [sys.executable, str(PEERS.with_name("installed") / "command.py"), *words]


def peer(name: str, *words: str) -> list[str]:
    """One of the small programs in `peers/`."""
    return [sys.executable, str(PEERS / f"{name}.py"), *words]


def outside_python(folder: Path, *, install: bool) -> Path | None:
    """The Python of the environment that has the outside peers; None when it is not there and may not be made."""
    home = folder / "peers"
    python = home / "bin" / "python"
    if not python.exists() and install:
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", *OUTSIDE], check=False)
        if done.returncode != 0:
            shutil.rmtree(home)
    return python if python.exists() else None
