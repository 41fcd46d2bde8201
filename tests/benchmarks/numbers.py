"""P12: nine KPIs of a month, with a filter, by a dimension, and of a quarter as of its end, beside DuckDB on its own file,
plain SQL over the rows and a book of a tenth the size."""

import datetime as dt
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from functools import partial

from salesdesk.services.desk import Desk
from salesdesk.services.measuring.showing import show
from salesdesk.services.setup import open_desk
from tests.benchmarks.bench import PEERS, Bench
from tests.benchmarks.book import ME, TODAY, cached, frozen
from tests.benchmarks.figures import Figure, beside, in_turn

NINE = (
    "won_revenue", "win_rate", "sales_cycle_days", "sales_growth", "average_deal", "lead_conversion", "open_pipeline",
    "weighted_forecast", "activities",
)  # fmt: skip
# The end of the last quarter, looked from in this one.
PAST = dt.date(2026, 9, 30)


def statements(
    first: dt.date, last: dt.date, month: dt.date, expected: dt.date, then: dt.date | None = None, worth: int = 0
) -> list[str]:
    """One statement for each number of the days from `first` to `last`, in words both engines know; `{days}` is what they
    call the days between two days. `month` begins the period before, `expected` ends the one deals are to close in. As of
    `then` a record counts by its dates: the book has no history. With `worth` only what is worth more counts."""
    done, past = f"BETWEEN '{first}' AND '{last}'", f"'{then}'"
    is_open, won, lost = "state = 'open'", "state = 'won'", "state = 'lost'"
    converted = "s.meaning = 'converted'"
    if then:
        is_open = (
            f"opened_on <= {past} AND (won_on IS NULL OR won_on > {past}) AND (lost_on IS NULL OR lost_on > {past})"
        )
        won, lost = f"won_on <= {past}", f"lost_on <= {past}"
        converted += f" AND l.closed_on <= {past}"
    live, about = "deleted_op IS NULL", ""
    if worth:
        live += f" AND {{alias}}value_minor > {worth}"
        about = " JOIN lead l ON l.id = a.lead_id"
    of = {alias: live.replace("{alias}", alias) for alias in ("", "l.", "d.")}
    live = of[""]
    return [
        f"SELECT currency, sum(value_minor) FROM deal WHERE {won} AND won_on {done} AND {live} GROUP BY 1",
        f"SELECT count(CASE WHEN {won} THEN 1 END), count(CASE WHEN {lost} THEN 1 END) FROM deal"
        f" WHERE (won_on {done} OR lost_on {done}) AND {live}",
        f"SELECT avg({{days}}), count(*) FROM deal WHERE {won} AND won_on {done} AND {live}",
        f"SELECT sum(CASE WHEN won_on >= '{first}' THEN value_minor END), sum(CASE WHEN won_on < '{first}' THEN value_minor"
        f" END) FROM deal WHERE {won} AND won_on >= '{month}' AND {live}",
        f"SELECT avg(value_minor) FROM deal WHERE {won} AND won_on {done} AND {live}",
        f"SELECT count(*), sum(CASE WHEN {converted} THEN 1 ELSE 0 END) FROM lead l JOIN lead_status s"
        f" ON s.id = l.status_id WHERE l.arrived_on {done} AND l.{of['l.']}",
        f"SELECT stage_id, count(*), sum(value_minor) FROM deal WHERE {is_open} AND {live} GROUP BY 1",
        "SELECT sum(d.value_minor * COALESCE(d.probability, s.probability)) FROM deal d JOIN stage s ON s.id = d.stage_id"
        f" WHERE {is_open} AND d.close_on BETWEEN '{first}' AND '{expected}' AND d.{of['d.']}",
        f"SELECT k.meaning, count(*) FROM activity a JOIN activity_kind k ON k.id = a.kind_id{about}"
        f" WHERE a.done_on {done} AND a.{of['l.'] if worth else live} GROUP BY 1",
    ]


_MONTH = (TODAY.replace(day=1), TODAY, dt.date(2026, 10, 1), dt.date(2026, 11, 30))
_NOW = statements(*_MONTH)
_WORTH = statements(*_MONTH, worth=100_000)
_THEN = statements(dt.date(2026, 7, 1), PAST, dt.date(2026, 4, 1), PAST, PAST)
_AS_OF = ("period:2026-Q3", f"as-of:{PAST}")


def nine_kpis(bench: Bench) -> Iterator[Figure]:
    """P12: what a KPI screen asks; the process is warm."""
    connection = sqlite3.connect(f"file:{bench.book}?mode=ro", uri=True)
    smaller = cached(bench.folder, bench.leads // 10, bench.seed, bench.touches)
    with frozen():
        desk, small = (open_desk(str(book), as_member=ME) for book in (bench.book, smaller))
        acts = {"ours": partial(_asked, desk), "small": partial(_asked, small), "plain": partial(_plain, connection)}
        # By themselves: they read so much that the next question finds nothing of its own in memory.
        others = {
            "past": partial(_asked, desk, _AS_OF),
            "worth": partial(_asked, desk, ("value:>1000",)),
            "region": partial(_asked, desk, (), "region"),
            "team": partial(_asked, desk, _AS_OF, "team"),
        }
        try:
            took: dict[str, list[float]] = {}
            for together in (acts, *({name: act} for name, act in others.items())):
                for act in together.values():
                    act()
                took |= in_turn(bench.rounds, together)
        finally:
            desk.workspace.close()
            small.workspace.close()
            connection.close()
    mine, little, plain, past, worth, region, team = (statistics.median(took[name]) * 1000 for name in took)
    yield Figure("P12", "nine KPIs", mine, goal=50, absolute=True)
    yield beside("P12", "nine KPIs", mine, "plain SQL for the same, sqlite3", plain, None)
    yield beside("P12", "nine KPIs", mine, f"a book of {bench.leads // 10:,} leads", little, 3)
    for asked, needed in ((f"as of {PAST}", past), ("with value:>1000", worth), ("by region", region)):
        yield Figure("P12", f"nine KPIs {asked}", needed, goal=1000, absolute=True)
    yield Figure("P12", f"nine KPIs as of {PAST} by team", team, goal=1000, absolute=True)
    if bench.outside is None:
        note = "duckdb is not installed (--peers), so there is nothing to hold the 0.5x and 2x against"
        yield Figure("P12", "nine KPIs", mine, "duckdb", note=note)
        return
    yield beside("P12", "nine KPIs", mine, "duckdb, its own file", _duck(bench, _NOW), 0.5)
    yield beside("P12", "nine KPIs with value:>1000", worth, "duckdb, its own file", _duck(bench, _WORTH), 2)
    note = "duckdb asks by dates alone, for the book has no history; we look for what changed since"
    yield beside("P12", f"nine KPIs as of {PAST}", past, "duckdb, its own file", _duck(bench, _THEN), 2, note=note)


def _asked(desk: Desk, terms: Sequence[str] = (), by: str | None = None) -> float:
    """Seconds the nine take."""
    start = time.perf_counter()
    show(desk, terms, by=by, only=NINE, compare=False)
    return time.perf_counter() - start


def _plain(connection: sqlite3.Connection) -> float:
    """Seconds plain SQL takes."""
    start = time.perf_counter()
    for sql in _NOW:
        connection.execute(sql.format(days="julianday(won_on) - julianday(first_on)")).fetchall()
    return time.perf_counter() - start


def _duck(bench: Bench, nine: Sequence[str]) -> float:
    """Milliseconds DuckDB takes."""
    script = bench.folder / "nine.sql"
    script.write_text(";\n".join(nine).format(days="date_diff('day', first_on, won_on)"), encoding="utf-8")
    words = [
        str(bench.outside),
        str(PEERS / "duck.py"),
        str(bench.book),
        str(bench.book.with_suffix(".nine.duckdb")),
        str(script),
    ]
    done = subprocess.run([*words, str(bench.rounds + 1)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"duckdb: {done.stderr[-800:]}")
    return statistics.median(float(line) for line in done.stdout.split()[1:])
