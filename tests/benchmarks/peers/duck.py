"""The nine numbers in DuckDB on a file of its own: `duck.py BOOK FILE SQL_FILE TIMES` prints milliseconds a line."""

import sqlite3
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

# What the nine statements read.
COLUMNS = {
    "lead": {"id", "status_id", "arrived_on", "closed_on", "value_minor", "deleted_op"},
    "deal": {
        "id", "stage_id", "state", "value_minor", "currency", "probability", "close_on", "won_on", "lost_on",
        "opened_on", "first_on", "deleted_op",
    },
    "activity": {"id", "kind_id", "lead_id", "done_on", "deleted_op"},
    "stage": {"id", "probability"},
    "activity_kind": {"id", "meaning"},
    "lead_status": {"id", "meaning"},
}  # fmt: skip
TABLES = tuple(COLUMNS)


def load(duck: Any, book: str) -> None:
    """The tables of a workspace into the file, days as days."""
    arrow = import_module("pyarrow")
    types = {"BLOB": arrow.binary(), "TEXT": arrow.string(), "INTEGER": arrow.int64(), "BIGINT": arrow.int64()}
    source = sqlite3.connect(f"file:{book}?mode=ro", uri=True)
    for table in TABLES:
        columns = [
            (row[1], types.get(row[2], arrow.float64())) for row in source.execute(f"PRAGMA table_info({table})")
        ]
        kept = [(name, kind) for name, kind in columns if name in COLUMNS[table]]
        cursor = source.execute(f"SELECT {', '.join(name for name, _ in kept)} FROM {table}")
        values = zip(*cursor.fetchall(), strict=True)
        data = {name: arrow.array(column, kind) for (name, kind), column in zip(kept, values, strict=True)}
        duck.register("part", arrow.table(data))
        shown = ", ".join(f"CAST({name} AS DATE) AS {name}" if name.endswith("_on") else name for name, _ in kept)
        duck.execute(f"CREATE TABLE {table} AS SELECT {shown} FROM part")


def main(book: str, file: str, sql: str, times: str) -> None:
    """Load once, ask often."""
    if not Path(file).exists():
        with import_module("duckdb").connect(f"{file}.new") as made:
            load(made, book)
        Path(f"{file}.new").replace(file)
    statements = [part.strip() for part in Path(sql).read_text(encoding="utf-8").split(";") if part.strip()]
    with import_module("duckdb").connect(file, read_only=True) as duck:
        for _ in range(int(times)):
            start = time.perf_counter()
            for statement in statements:
                duck.execute(statement).fetchall()
            sys.stdout.write(f"{(time.perf_counter() - start) * 1000:.3f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
