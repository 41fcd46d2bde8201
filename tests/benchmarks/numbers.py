"""P12: nine KPIs of a month, beside DuckDB on its own file and plain SQL over the rows."""

import sqlite3
import statistics
import subprocess
import time
from collections.abc import Iterator

from salesdesk.services.measuring.showing import show
from salesdesk.services.setup import open_desk
from tests.benchmarks.bench import PEERS, Bench
from tests.benchmarks.book import ME, TODAY, frozen
from tests.benchmarks.figures import Figure, beside, in_turn

NINE = (
    "won_revenue", "win_rate", "sales_cycle_days", "sales_growth", "average_deal", "lead_conversion", "open_pipeline",
    "weighted_forecast", "activities",
)  # fmt: skip
_MONTH, _LAST = TODAY.replace(day=1).isoformat(), f"{TODAY:%Y}-{TODAY.month - 1:02}-01"
_DONE = f"BETWEEN '{_MONTH}' AND '{TODAY.isoformat()}'"
# One statement for each number, in words both engines know; {days} is what they call the days between two days.
_SQL = (
    f"SELECT currency, sum(value_minor) FROM deal WHERE state = 'won' AND won_on {_DONE} AND deleted_op IS NULL GROUP BY 1",
    f"SELECT state, count(*) FROM deal WHERE (won_on {_DONE} OR lost_on {_DONE}) AND deleted_op IS NULL GROUP BY 1",
    f"SELECT avg({{days}}), count(*) FROM deal WHERE state = 'won' AND won_on {_DONE} AND deleted_op IS NULL",
    f"SELECT sum(CASE WHEN won_on >= '{_MONTH}' THEN value_minor END), sum(CASE WHEN won_on < '{_MONTH}' THEN value_minor END)"
    f" FROM deal WHERE state = 'won' AND won_on >= '{_LAST}' AND deleted_op IS NULL",
    f"SELECT avg(value_minor) FROM deal WHERE state = 'won' AND won_on {_DONE} AND deleted_op IS NULL",
    "SELECT count(*), sum(CASE WHEN s.meaning = 'converted' THEN 1 ELSE 0 END) FROM lead l JOIN lead_status s"
    f" ON s.id = l.status_id WHERE l.arrived_on {_DONE} AND l.deleted_op IS NULL",
    "SELECT stage_id, count(*), sum(value_minor) FROM deal WHERE state = 'open' AND deleted_op IS NULL GROUP BY 1",
    "SELECT sum(d.value_minor * COALESCE(d.probability, s.probability)) FROM deal d JOIN stage s ON s.id = d.stage_id"
    f" WHERE d.state = 'open' AND d.close_on BETWEEN '{_MONTH}' AND '{TODAY:%Y-%m}-30' AND d.deleted_op IS NULL",
    "SELECT k.meaning, count(*) FROM activity a JOIN activity_kind k ON k.id = a.kind_id"
    f" WHERE a.done_on {_DONE} AND a.deleted_op IS NULL GROUP BY 1",
)


def nine_kpis(bench: Bench) -> Iterator[Figure]:
    """P12: what a KPI screen asks; the process is warm."""
    connection = sqlite3.connect(f"file:{bench.book}?mode=ro", uri=True)
    plain_sql = [sql.format(days="julianday(won_on) - julianday(first_on)") for sql in _SQL]
    with frozen():
        desk = open_desk(str(bench.book), as_member=ME)
        try:

            def ours() -> float:
                start = time.perf_counter()
                show(desk, only=NINE, compare=False)
                return time.perf_counter() - start

            def plain() -> float:
                start = time.perf_counter()
                for sql in plain_sql:
                    connection.execute(sql).fetchall()
                return time.perf_counter() - start

            ours(), plain()
            took = in_turn(bench.rounds, {"ours": ours, "plain": plain})
        finally:
            desk.workspace.close()
            connection.close()
    mine = statistics.median(took["ours"]) * 1000
    yield Figure("P12", "nine KPIs", mine, goal=50, absolute=True)
    yield beside(
        "P12", "nine KPIs", mine, "plain SQL for the same, sqlite3", statistics.median(took["plain"]) * 1000, None
    )
    if bench.outside is None:
        note = "duckdb is not installed (--peers), so there is nothing to hold the 0.5x against"
        yield Figure("P12", "nine KPIs", mine, "duckdb", note=note)
        return
    yield beside("P12", "nine KPIs", mine, "duckdb, its own file", _duck(bench), 0.5)


def _duck(bench: Bench) -> float:
    """Milliseconds DuckDB takes."""
    script = bench.folder / "nine.sql"
    script.write_text(";\n".join(_SQL).format(days="date_diff('day', first_on, won_on)"), encoding="utf-8")
    words = [
        str(bench.outside),
        str(PEERS / "duck.py"),
        str(bench.book),
        str(bench.book.with_suffix(".duckdb")),
        str(script),
    ]
    done = subprocess.run([*words, str(bench.rounds + 1)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"duckdb: {done.stderr[-800:]}")
    return statistics.median(float(line) for line in done.stdout.split()[1:])
