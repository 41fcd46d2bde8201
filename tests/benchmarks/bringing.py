"""P9 to P11: a messy list brought in, beside what the sqlite3 shell takes to read it; who is found in it twice."""

import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from salesdesk.services import importing
from salesdesk.services.setup import Beginning, create, open_desk
from tests.benchmarks import messy
from tests.benchmarks.bench import Bench, remove, salesdesk
from tests.benchmarks.book import ME, frozen
from tests.benchmarks.figures import Figure, compared, in_turn

MEMORY_MB = 450
_WHY = {"same mail address": "mail", "same phone number": "phone", "same name and company": "name"}


def looking(bench: Bench) -> Iterator[Figure]:
    """P9: the list read, cleaned, matched with what is there and with itself; nothing is written."""
    yield from _beside_the_shell(bench, "P9", "list read, cleaned and matched", 5, "--dry-run")


def bringing(bench: Bench) -> Iterator[Figure]:
    """P10: everything, to the committed import that can be used and undone; and the memory it takes."""
    yield from _beside_the_shell(bench, "P10", "list imported", 10, "--yes")


def _beside_the_shell(bench: Bench, number: str, what: str, goal: float, how: str) -> Iterator[Figure]:
    path, _ = _list(bench)
    empty = _empty(bench)
    place = bench.folder / "brought.db"
    peaks: list[float] = []

    def ours() -> float:
        remove(place)
        shutil.copyfile(empty, place)
        took, peak = bench.seconds_and_memory(salesdesk("--db", str(place), "import", str(path), how))
        peaks.append(peak)
        return took

    shell, name = _shell(bench, path)
    try:
        # Each takes so long that a few rounds tell as much as many of the others.
        took = in_turn(max(1, bench.rounds // 3), {"ours": ours, "theirs": shell})
    finally:
        remove(place)
        remove(empty)
        remove(bench.folder / "shell.db")
        path.unlink()
    yield compared(number, f"{what}, {bench.leads:,} rows", took["ours"], name, took["theirs"], goal)
    note = "memory grows with the rows; the goal is of 1,000,000" if bench.leads < 1_000_000 else ""
    most = MEMORY_MB if bench.leads >= 1_000_000 else None
    yield Figure(number, f"{what}, memory", max(peaks), goal=most, absolute=True, unit="MB", note=note)


def duplicates(bench: Bench) -> Iterator[Figure]:
    """P11: who stands in the list again, as the preview of an import tells it."""
    path, planted = _list(bench)
    empty = _empty(bench)
    with frozen():
        desk = open_desk(str(empty), as_member=ME)
        try:
            (file,) = importing.examine(desk, [path]).files
        finally:
            desk.workspace.close()
            remove(empty)
            path.unlink()
    told = {pair.line: _WHY[pair.reason] for pair in file.result.duplicates}
    for why, words, goal in (
        ("mail", "same mail", 0),
        ("phone", "same number", 0),
        ("name", "same name, near company", 2),
    ):
        lines = planted.lines[why]
        missed = sum(line not in told for line in lines)
        share = 100 * missed / len(lines) if lines else 0.0
        what = f"not found: {words} ({missed} of {len(lines):,})"
        yield Figure("P11", what, share, goal=goal, absolute=True, unit="%")
    right = {line for lines in planted.lines.values() for line in lines}
    false = sum(line not in right for line in told)
    what = f"found and not the same ({false} of {len(told):,})"
    yield Figure("P11", what, 100 * false / len(told) if told else 0.0, goal=2, absolute=True, unit="%")


def _list(bench: Bench) -> tuple[Path, messy.Planted]:
    path = bench.folder / "messy.csv"
    return path, messy.write(path, bench.leads, bench.seed)


def _empty(bench: Bench) -> Path:
    """A workspace with nothing in it."""
    place = bench.folder / "empty.db"
    remove(place)
    with frozen():
        create(str(place), Beginning(me=ME, currency="EUR", time_zone="Europe/Berlin")).workspace.close()
    return place


def _shell(bench: Bench, path: Path) -> tuple[partial[float], str]:
    """The list read into a bare table of texts."""
    place = bench.folder / "shell.db"
    if shutil.which("sqlite3"):
        script = f"PRAGMA journal_mode = OFF;\n.mode csv\n.import '{path}' list\n"
        words, name = ["sqlite3", str(place)], "sqlite3 .import"
    else:
        script = (
            f"import csv, sqlite3\nc = sqlite3.connect({str(place)!r}, isolation_level=None)\n"
            "c.execute('PRAGMA journal_mode = OFF')\nc.execute('BEGIN')\n"
            f"r = csv.reader(open({str(path)!r}, newline='', encoding='utf-8'))\n"
            "h = next(r)\nc.execute('CREATE TABLE list (%s)' % ', '.join('\"%s\"' % n for n in h))\n"
            "c.executemany('INSERT INTO list VALUES (%s)' % ', '.join('?' * len(h)), r)\nc.execute('COMMIT')\n"
        )
        words, name = [sys.executable, "-"], "csv and sqlite3"
    return partial(_fresh, bench, place, words, script), name


def _fresh(bench: Bench, place: Path, words: list[str], script: str) -> float:
    remove(place)
    return bench.seconds(words, stdin=script)
