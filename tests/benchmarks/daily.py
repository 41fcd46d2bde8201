"""P16, the day of a rep: the queue under the cursor, Today from another tab, the runner of a call."""

from collections.abc import Iterator
from dataclasses import replace

from tests.benchmarks.bench import Bench, remove, salesdesk
from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.terminal import Terminal

ESCAPE = "\x1b"


def the_day(bench: Bench) -> Iterator[Figure]:
    """From the key to the picture: half of the bytes that answer it are painted."""
    copy = bench.copy()
    try:
        yield from _measured(replace(bench, book=copy))
    finally:
        remove(copy)


def _measured(bench: Bench) -> Iterator[Figure]:
    times = max(2, 2 * bench.rounds)
    opened, calls = [], []
    with Terminal(salesdesk(), bench.environment) as terminal:
        terminal.wait_for("OVERDUE")
        terminal.rest(bench.patience)
        moves = [terminal.press("j").first for _ in range(min(30, 8 * bench.rounds))]
        for _ in range(times):
            _at_rest(terminal, bench, "2")
            opened.append(_at_rest(terminal, bench, "1"))
        for _ in range(times):
            calls.append(_at_rest(terminal, bench, "c"))
            # Nothing was noted: esc and the letter of a call that was none leave it.
            _at_rest(terminal, bench, ESCAPE)
            _at_rest(terminal, bench, "D")
    for what, values, goal in (
        ("down in the queue of Today, painted, p95", moves, 50),
        ("Today from another tab, p95", opened, 100),
        ("the runner of a call, p95", calls, 100),
    ):
        yield Figure("P16", what, percentile(values, 0.95) * 1000, goal=goal, absolute=True)


def _at_rest(terminal: Terminal, bench: Bench, key: str) -> float:
    took = terminal.press(key, quiet=min(bench.patience, 0.5)).half
    terminal.settle()
    return took
