"""Running command lines: in this process for most, in one of their own where that is the point."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from salesdesk.cli.main import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line did."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process, without a terminal."""

    def call(*arguments: str) -> Outcome:
        capfd.readouterr()
        code = main(list(arguments))
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def desk_file(tmp_path: Path, patterns: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of Maya Kessler, named by `SALESDESK_DB`; made once by `init` and copied from then on."""
    pattern = patterns / "team.db"
    if not pattern.exists():
        assert run("--db", str(pattern), "init", "--me", "Maya Kessler", "--currency", "EUR").code == 0
    path = tmp_path / "team.db"
    shutil.copyfile(pattern, path)
    path.chmod(0o600)
    monkeypatch.setenv("SALESDESK_DB", str(path))
    return path


def process(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "salesdesk", *arguments],
        input=stdin.encode(),
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
