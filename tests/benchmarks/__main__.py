"""Every performance goal that can be measured on this machine, as one table.

    .venv/bin/python -m tests.benchmarks [--leads 100000] [--touches 3] [--rounds 7] [--seed 7] [--peers] [--folder DIR]
                                         [P1 P13 ...]

Makes its own book of leads (deals for 30 % of them, `--touches` activities each) through the door all writes take, and keeps
it in `.benchmarks/` by size, seed and schema. Compiles the bytecode, then times each thing in turn with its peer,
so that a busy machine disturbs both alike. Prints medians, ratios and goals; it always exits 0: a machine is not
a test. `--peers` makes an environment of its own for the peers that are not part of the development set (duckdb,
textual-fastdatatable); without it they are left out, and the table says so. The goals are meant for 1,000,000 leads:
`--leads 1000000` takes about five minutes and 3 GB the first time.
"""

import argparse
import compileall
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks import boards, bringing, daily, lists, numbers, searching, starting, writing
from tests.benchmarks.bench import ROOT, Bench, outside_python
from tests.benchmarks.book import TOUCHES, cached
from tests.benchmarks.figures import Figure, table

MEASURES: dict[str, Callable[[Bench], Iterator[Figure]]] = {
    "P1": starting.reading_verbs,
    "P2": starting.hot_verbs,
    "P3": starting.first_frames,
    "P4": lists.paging,
    "P5": lists.finding,
    "P6": lists.memory,
    "P7": searching.typing,
    "P8": searching.first_keys,
    "P9": bringing.looking,
    "P10": bringing.bringing,
    "P11": bringing.duplicates,
    "P12": numbers.nine_kpis,
    "P13": writing.logging,
    "P14": boards.board,
    "P15": lists.moving,
    "P16": daily.the_day,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, or everything; always 0."""
    asked = _parser().parse_args(arguments)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    compileall.compile_dir(ROOT / "salesdesk", quiet=2)
    for folder in {Path(path) for path in sys.path if path.endswith("site-packages")}:
        compileall.compile_dir(folder, quiet=2)
    outside = outside_python(asked.folder, install=asked.peers)
    book = cached(asked.folder, asked.leads, asked.seed, asked.touches)
    bench = Bench(book, asked.leads, asked.rounds, asked.folder, outside, asked.seed, asked.touches)
    bench.prepare()
    figures = []
    for number in asked.numbers or MEASURES:
        sys.stderr.write(f"{number} ...\n")
        try:
            figures += list(MEASURES[number](bench))
        except Exception as error:
            sys.stderr.write(f"{number} could not be measured: {error}\n")
    shutil.rmtree(asked.folder / "backups", ignore_errors=True)
    sys.stdout.write(f"{asked.leads:,} leads, {asked.rounds} rounds, load {os.getloadavg()[0]:.1f}\n\n{table(figures)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("numbers", nargs="*", metavar="P1", choices=[[], *MEASURES], help="which goals; all by default")
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--touches", type=int, default=TOUCHES, help="activities of each lead")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--peers", action="store_true", help="install the outside peers in an environment of their own")
    parser.add_argument("--folder", type=lambda text: Path(text).resolve(), default=ROOT / ".benchmarks")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
