"""The benchmarks still run: on a small book, once each, whatever the figures are."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import messy
from tests.benchmarks.__main__ import MEASURES
from tests.benchmarks.bench import ROOT
from tests.benchmarks.figures import Figure, beside, percentile, table


@pytest.mark.skipif(sys.platform != "linux", reason="terminals are measured through /proc")
def test_every_measure_gives_figures(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.benchmarks", "--leads", "300", "--rounds", "1", "--folder", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    assert "could not be measured" not in done.stderr
    numbers = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("P")}
    assert numbers >= set(MEASURES)


def test_a_messy_list_is_the_same_each_time_and_says_who_is_in_it_again(tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    planted = messy.write(first, 2000, 7)
    assert messy.write(second, 2000, 7) == planted and first.read_bytes() == second.read_bytes()
    with first.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2000 and all(planted.lines.values())
    mails = [row["E-mail"].strip().lower() for row in rows]
    # In the file a line break makes a row two lines.
    assert len(mails) - len(set(mails)) == len(planted.lines["mail"])


def test_a_verdict_is_of_the_ratio_or_of_the_figure() -> None:
    assert beside("P1", "list", 120.0, "typer", 100.0, 1.25).verdict == "pass"
    assert beside("P1", "list", 130.0, "typer", 100.0, 1.25).verdict == "miss"
    assert Figure("P5", "jump", 40.0, goal=50, absolute=True).verdict == "pass"
    assert Figure("P6", "memory", 60.0, unit="MB").verdict == ""
    assert "1.30x" in table([beside("P1", "list", 130.0, "typer", 100.0, 1.25)])
    assert [percentile(list(range(1, 101)), share) for share in (0.5, 0.95, 1.0)] == [50, 95, 100]
