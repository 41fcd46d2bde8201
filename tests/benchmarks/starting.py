"""P1 to P3: how soon a command has answered, and how soon the screens are there."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence

from tests.benchmarks.bench import Bench, peer, salesdesk
from tests.benchmarks.figures import Figure, compared, in_turn
from tests.benchmarks.terminal import Terminal

# What stands in the first picture, before anything was read.
_BRAND = "salesdesk"


def reading_verbs(bench: Bench) -> Iterator[Figure]:
    """P1: what only reads, through Typer, as a whole process."""
    verbs = {
        "lead list --limit 20": ("lead", "list", "--limit", "20"),
        "find": ("find", "nordic"),
        "find, no match": ("find", "nobody-is-called-so"),
        "show": ("show", _some_reference(bench)),
        "--help": ("--help",),
    }
    acts = {name: _process(bench, salesdesk(*words)) for name, words in verbs.items()}
    took = in_turn(bench.rounds, acts | {"typer": _process(bench, peer("typer_app"))})
    for name in verbs:
        yield compared("P1", name, took[name], "one-command Typer app", took["typer"], 1.25)


def hot_verbs(bench: Bench) -> Iterator[Figure]:
    """P2: the verbs that are asked all day, without Typer."""
    acts = {
        "kpi show": _process(bench, salesdesk("kpi", "show")),
        "today": _process(bench, salesdesk("today")),
        "pass": _process(bench, [sys.executable, "-c", "pass"]),
        "sql": _same_sql(bench),
    }
    took = in_turn(bench.rounds, acts)
    yield compared("P2", "today", took["today"], "python -c pass", took["pass"], 6)
    yield compared("P2", "kpi show", took["kpi show"], "python -c pass", took["pass"], 6)
    tool = "sqlite3 shell" if shutil.which("sqlite3") else "python sqlite3"
    yield compared("P2", "kpi show", took["kpi show"], f"{tool}, the same SQL", took["sql"], 1.5)


def first_frames(bench: Bench) -> Iterator[Figure]:
    """P3: the screens in a terminal, from the start of the process to the first picture, and to the rows in it."""
    took = in_turn(
        bench.rounds,
        {
            "today": _frame(bench, salesdesk(), _BRAND),
            "leads": _frame(bench, salesdesk("open", "leads"), _BRAND),
            "queue": _frame(bench, salesdesk(), "OVERDUE"),
            "rows": _frame(bench, salesdesk("open", "leads", "sort:name"), bench.first_name),
            "trivial": _frame(bench, peer("textual_app"), "Hello"),
        },
    )
    trivial = took["trivial"]
    yield compared("P3", "Today, first frame", took["today"], "trivial Textual app", trivial, 1.5)
    yield compared("P3", "Leads, first frame", took["leads"], "trivial Textual app", trivial, 1.5)
    yield compared("P3", "Today, rows in it", took["queue"], "trivial Textual app", trivial, None)
    yield compared("P3", "Leads by name, rows in it", took["rows"], "trivial Textual app", trivial, None)
    if harlequin := shutil.which("harlequin"):
        both = in_turn(
            min(bench.rounds, 3),
            {
                "ours": _frame(bench, salesdesk(), _BRAND),
                "harlequin": _frame(bench, [harlequin, "--adapter", "sqlite", str(bench.book)], "Query"),
            },
        )
        yield compared("P3", "Today, first frame", both["ours"], "harlequin", both["harlequin"], 0.5)


def _process(bench: Bench, words: Sequence[str]) -> Callable[[], float]:
    return lambda: bench.seconds(words)


def _frame(bench: Bench, words: Sequence[str], text: str) -> Callable[[], float]:
    def act() -> float:
        with Terminal(words, bench.environment) as terminal:
            return terminal.wait_for(text)

    return act


def _some_reference(bench: Bench) -> str:
    return f"L-{bench.one('SELECT code FROM lead ORDER BY id LIMIT 1 OFFSET 7')}"


def _same_sql(bench: Bench) -> Callable[[], float]:
    """The statements `kpi show` really runs, given to the sqlite3 shell (or to Python without one)."""
    from salesdesk.services.measuring.showing import show
    from salesdesk.services.setup import open_desk
    from tests.benchmarks.book import ME, frozen

    said: list[str] = []
    with frozen():
        desk = open_desk(str(bench.book), as_member=ME)
        desk.connection.raw.set_trace_callback(said.append)
        try:
            show(desk)
        finally:
            desk.connection.raw.set_trace_callback(None)
            desk.workspace.close()
    script = "".join(f"{statement};\n" for statement in said)
    if shutil.which("sqlite3"):
        return lambda: bench.seconds(["sqlite3", "-readonly", str(bench.book)], stdin=script)
    code = "import sqlite3, sys\nfor s in sys.stdin.read().split(';\\n'):\n    c.execute(s).fetchall()"
    opening = f"import sqlite3; c = sqlite3.connect({str(bench.book)!r})\n"
    return lambda: bench.seconds([sys.executable, "-c", opening + code], stdin=script)
