"""The leads in textual-fastdatatable, which keeps them as Arrow: `fast_table_app.py FILE ROWS`."""

import sqlite3
import sys
from importlib import import_module
from typing import Any

from rows import HEADS, read
from textual.app import App, ComposeResult


class Leads(App[None]):
    """A table of so many leads."""

    def compose(self) -> ComposeResult:
        fast: Any = import_module("textual_fastdatatable")
        rows = read(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True), limit=int(sys.argv[2]))
        columns: list[list[str]] = [[] for _ in HEADS]
        for row in rows:
            for column, value in zip(columns, row, strict=False):
                column.append(value)
        table = import_module("pyarrow").table(dict(zip(HEADS, columns, strict=True)))
        yield fast.DataTable(data=table, cursor_type="row")

    def on_mount(self) -> None:
        self.query("DataTable").first().focus()


if __name__ == "__main__":
    Leads().run()
