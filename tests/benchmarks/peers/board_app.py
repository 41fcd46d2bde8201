"""The open deals as a board of Textual's own widgets, 50 to a column: `board_app.py FILE`."""

import sqlite3
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

CARDS = 50
STAGES = """SELECT id, name FROM stage WHERE meaning <> 'lost' AND pipeline_id =
(SELECT pipeline_id FROM deal WHERE state = 'open' AND deleted_op IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
ORDER BY position LIMIT 6"""
SQL = """SELECT d.name, COALESCE(a.name, ''), COALESCE(CAST(d.value_minor / 100 AS TEXT), '') FROM deal d
LEFT JOIN account a ON a.id = d.account_id
WHERE d.stage_id = ? AND d.deleted_op IS NULL ORDER BY d.position, d.id LIMIT ?"""


class Card(Static, can_focus=True):
    """A deal."""

    DEFAULT_CSS = "Card { height: 4; border: round gray; } Card:focus { border: round yellow; }"


class Board(App[None]):
    """Six columns; the arrows go from card to card and from column to column."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(0, 1)", priority=True),
        Binding("up", "go(0, -1)", priority=True),
        Binding("right", "go(1, 0)", priority=True),
        Binding("left", "go(-1, 0)", priority=True),
    ]
    CSS = "VerticalScroll { width: 1fr; } "

    def compose(self) -> ComposeResult:
        connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
        stages = connection.execute(STAGES)
        self.columns: list[list[Card]] = []
        with Horizontal():
            for key, name in stages.fetchall():
                cards = [Card("\n".join(row), markup=False) for row in connection.execute(SQL, (key, CARDS))]
                self.columns.append(cards)
                with VerticalScroll(can_focus=False):
                    yield Static(name)
                    yield from cards

    def on_mount(self) -> None:
        self.columns = [cards for cards in self.columns if cards]
        self.at, self.down = 0, 0
        self.columns[0][0].focus()

    def action_go(self, aside: int, down: int) -> None:
        """Another card."""
        self.at = min(max(self.at + aside, 0), len(self.columns) - 1)
        self.down = min(max(self.down + down, 0), len(self.columns[self.at]) - 1)
        self.columns[self.at][self.down].focus()


if __name__ == "__main__":
    Board().run()
