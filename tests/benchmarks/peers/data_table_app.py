"""The leads in Textual's own table: `data_table_app.py FILE ROWS`."""

import sqlite3
import sys

from rows import HEADS, read
from textual.app import App, ComposeResult
from textual.widgets import DataTable


class Leads(App[None]):
    """A table of so many leads."""

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns(*HEADS)
        for row in read(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True), limit=int(sys.argv[2])):
            table.add_row(*row[: len(HEADS)])
        table.focus()


if __name__ == "__main__":
    Leads().run()
