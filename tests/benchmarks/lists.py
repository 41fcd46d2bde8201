"""P4 to P6 and P15: the list of leads in a terminal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.benchmarks.bench import Bench, peer, salesdesk
from tests.benchmarks.figures import Figure, beside, percentile
from tests.benchmarks.terminal import Answer, Terminal

PAGE_DOWN, PAGE_UP, END, HOME = "\x1b[6~", "\x1b[5~", "\x1b[F", "\x1b[H"
TABLE_ROWS = 1000


def paging(bench: Bench) -> Iterator[Figure]:
    """P4: a page down in the list by name."""
    pages = min(8 * bench.rounds, TABLE_ROWS // 36 - 2, bench.leads // 45)
    with (
        _leads(bench) as ours,
        _table(bench) as table,
        Terminal(peer("floor", str(bench.book)), bench.environment) as floor,
    ):
        floor.settle()
        mine, cost = _pages(ours, pages)
        _, table_cost = _pages(table, pages)
        least, _ = _pages(floor, pages)
    times, floor_times = [one.last for one in mine], [one.last for one in least]
    name = f"DataTable of {TABLE_ROWS:,} rows"
    yield beside("P4", "page down, CPU per page", cost * 1000, name, table_cost * 1000, 0.25)
    first = [one.half for one in mine]
    for words, share, goal in (("p50", 0.5, 12.0), ("p95", 0.95, 25.0)):
        theirs = percentile(floor_times, share) * 1000
        yield beside(
            "P4", f"page down, rows painted, {words}", percentile(first, share) * 1000, "SELECT and write", theirs, goal
        )
    yield beside(
        "P4",
        "page down, last byte, p50",
        percentile(times, 0.5) * 1000,
        "SELECT and write",
        percentile(floor_times, 0.5) * 1000,
        None,
        note="rows painted: half of the bytes that answer the key are written; the last ones are those of the side pane",
    )


def finding(bench: Bench) -> Iterator[Figure]:
    """P5: to the end, another order, a filter: from the key to the rows.

    The key of a filter line is echoed at once; the rows that follow are most of the bytes. Each key that is timed is
    one that changes the rows: where the rows stay, nothing but their number is painted.
    """
    jumps: list[float] = []
    sorts: list[float] = []
    filters: list[float] = []
    for _ in range(max(1, bench.rounds // 2)):
        with _leads(bench) as terminal:
            for _ in range(2):
                jumps.append(terminal.press(END, quiet=0.15).half)
                terminal.press(HOME, quiet=0.15)
            terminal.press("/", quiet=0.15)
            terminal.press(" city:", quiet=bench.patience)
            filters.append(terminal.press("t", quiet=bench.patience).half)
            terminal.press("\r", quiet=bench.patience)
        with _leads(bench, "status:open") as terminal:
            terminal.press("/", quiet=0.15)
            terminal.press(" sort:scor", quiet=bench.patience)
            sorts.append(terminal.press("e", quiet=bench.patience).half)
    for what, values in (("jump to the end", jumps), ("sort by score", sorts), ("filter by city", filters)):
        yield Figure("P5", f"{what}, p95", percentile(values, 0.95) * 1000, goal=50, absolute=True)


def memory(bench: Bench) -> Iterator[Figure]:
    """P6: resident memory after the list was opened, sorted and walked to its end."""
    with _leads(bench) as terminal:
        for key in (PAGE_DOWN, END, HOME):
            terminal.press(key, quiet=0.15)
        ours = terminal.memory()
    if bench.outside is not None:
        words = [str(bench.outside), *peer("fast_table_app", str(bench.book), str(bench.leads))[1:]]
        with Terminal(words, bench.environment) as terminal:
            terminal.wait_for(bench.first_name, seconds=300)
            terminal.rest(bench.patience)
            theirs = terminal.memory()
        name, note = "textual-fastdatatable", ""
    else:
        most = min(bench.leads, 10_000)
        with _table(bench, most) as terminal:
            theirs = terminal.memory()
        if most < bench.leads:
            with _table(bench, TABLE_ROWS) as terminal:
                theirs += (theirs - terminal.memory()) * (bench.leads - most) / (most - TABLE_ROWS)
        name, note = (
            "DataTable, extrapolated",
            "textual-fastdatatable is not installed (--peers); DataTable stands in for it",
        )
    goal = 0.125 if bench.leads >= 1_000_000 else None
    if goal is None:
        note = (
            f"{note}; ".lstrip("; ")
            + "the goal (0.125x) is of 1,000,000 leads: below that Python and Textual are most of it"
        )
    yield beside("P6", f"memory, {bench.leads:,} leads", ours, name, theirs, goal, unit="MB", note=note)


def moving(bench: Bench) -> Iterator[Figure]:
    """P15: what a cursor move writes to a large terminal: two rows at once, whom they are about in the side pane after."""
    moves = min(30, bench.leads // 4, 8 * bench.rounds)
    with _leads(bench, columns=240, rows=70) as ours:
        mine = [ours.press("j", quiet=0.3) for _ in range(moves)]
    with _table(bench, columns=240, rows=70) as table:
        theirs = [table.press("\x1b[B", quiet=0.3) for _ in range(moves)]
    what, name = "bytes of a cursor move, 240x70", f"DataTable of {TABLE_ROWS:,} rows"
    move, pane = percentile([one.at_once for one in mine], 0.5), percentile([one.size for one in mine], 0.5)
    yield Figure("P15", f"{what}, p50", move, goal=700, absolute=True, unit="bytes")
    other = percentile([one.size for one in theirs], 0.5)
    yield beside("P15", f"{what}, p50", move, name, other, None, unit="bytes")
    yield beside("P15", f"{what}, with the side pane", pane, name, other, None, unit="bytes")


@contextmanager
def _leads(bench: Bench, query: str = "sort:name", *, columns: int = 120, rows: int = 40) -> Iterator[Terminal]:
    """The leads on the screen, at rest."""
    words = salesdesk("open", "leads", query)
    with Terminal(words, bench.environment, columns=columns, rows=rows) as terminal:
        terminal.wait_for(bench.first_name if "sort" in query else "OVERDUE")
        terminal.rest(bench.patience)
        yield terminal


@contextmanager
def _table(bench: Bench, count: int = TABLE_ROWS, *, columns: int = 120, rows: int = 40) -> Iterator[Terminal]:
    """The peer on the screen, at rest."""
    words = peer("data_table_app", str(bench.book), str(count))
    with Terminal(words, bench.environment, columns=columns, rows=rows) as terminal:
        terminal.wait_for(bench.first_name, seconds=300)
        terminal.rest(bench.patience)
        yield terminal


def _pages(terminal: Terminal, count: int) -> tuple[Sequence[Answer], float]:
    """The answers to so many pages down, and the processor time of one."""
    before = terminal.cpu()
    answers = [terminal.press(PAGE_DOWN) for _ in range(max(1, count))]
    return answers, (terminal.cpu() - before) / len(answers)
