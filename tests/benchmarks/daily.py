"""P4 on the day of a rep: the queue under the cursor, Today from another tab, the runner of a call."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.bench import Bench, salesdesk
from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.terminal import Terminal

ESCAPE = "\x1b"


def the_day(bench: Bench) -> Iterator[Figure]:
    """From the key to the picture: half of the bytes that answer it are painted."""
    times = max(3, 3 * bench.rounds)
    with _queue(bench) as terminal:
        moves = [terminal.press("j").first for _ in range(min(30, 8 * bench.rounds))]
        opened = []
        for _ in range(times):
            terminal.press("2", quiet=bench.patience)
            terminal.rest(0.3)
            opened.append(terminal.press("1", quiet=bench.patience).half)
            terminal.rest(0.3)
        calls = []
        for _ in range(times):
            calls.append(terminal.press("c", quiet=bench.patience).half)
            terminal.rest(0.3)
            # Nothing was noted: the call is dropped without a question.
            terminal.press(ESCAPE, quiet=bench.patience)
            terminal.rest(0.3)
    for what, values, goal in (
        ("down in the queue of Today, painted, p95", moves, 50),
        ("Today from another tab, p95", opened, 100),
        ("the runner of a call, p95", calls, 100),
    ):
        yield Figure("P4", what, percentile(values, 0.95) * 1000, goal=goal, absolute=True)


@contextmanager
def _queue(bench: Bench) -> Iterator[Terminal]:
    """Today on the screen, at rest."""
    with Terminal(salesdesk(), bench.environment) as terminal:
        terminal.wait_for("OVERDUE")
        terminal.rest(bench.patience)
        yield terminal
