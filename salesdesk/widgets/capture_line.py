"""The capture line: what is typed, and below it what was understood."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message

from salesdesk.domain.language.capture import LINE_END
from salesdesk.widgets.input_line import LineInput, Spans
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Cell, Line, Piece, cell, fit, measure, pieces

LABEL_CELLS = 12


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A fact that was understood: label, value, how sure; `ways` counts the readings tab goes through."""

    key: str
    label: str
    value: Cell
    note: Cell = ""
    ways: int = 1


# The rows for a text when for some of them (by key) another reading than the first is chosen; it may take a while.
Parse = Callable[[str, Mapping[str, int]], Awaitable[Sequence[PreviewRow]]]
# What is typed within this time is read at once.
REST_SECONDS = 0.03


class Preview(LineWidget):
    """Rows of label, value and note; `at` is the row tab acts on. Its height is fixed, so nothing jumps."""

    GROUND = "surface"
    DEFAULT_CSS = """
    Preview { background: $surface; }
    """

    def __init__(self, rows: int, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._count = rows
        self._rows: Sequence[PreviewRow] = ()
        self._at = -1
        self.styles.height = rows

    def show(self, rows: Sequence[PreviewRow], at: int = -1) -> None:
        """Show these rows."""
        self._rows, self._at = rows, at
        self.redraw()

    def lines(self, cells: int) -> Sequence[Line]:
        return [preview_line(row, cells, active=index == self._at) for index, row in enumerate(self._rows)]


def preview_line(row: PreviewRow, cells: int, *, active: bool = False) -> Line:
    """`Label     value            note` in `cells` cells."""
    head = cell(row.label, LABEL_CELLS, "accent" if active else "label")
    note = pieces(row.note, "muted") if row.note else []
    room = cells - LABEL_CELLS - measure(note) - (2 if note else 0)
    value = fit(row.value, max(4, room))
    return fit([head, *value, *([Piece("  "), *note] if note else [])], cells)


class CaptureLine(Vertical):
    """An input with a preview below; tab goes through the readings of a row, down goes to the next."""

    DEFAULT_CSS = """
    CaptureLine { height: auto; background: $surface; }
    CaptureLine Horizontal { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_reading(1)", show=False),
        Binding("shift+tab", "other_reading(-1)", show=False),
        Binding("down", "other_row(1)", show=False),
        Binding("up", "other_row(-1)", show=False),
    ]

    class Changed(Message):
        """The text is `text` now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """Enter: save `text` with these readings."""

        def __init__(self, text: str, readings: Mapping[str, int]) -> None:
            super().__init__()
            self.text = text
            self.readings = readings

    def __init__(
        self,
        parse: Parse,
        value: str = "",
        *,
        rows: int = 5,
        spans: Spans | None = None,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._parse = parse
        self._readings: dict[str, int] = {}
        self._row: str | None = None
        self._rows: Sequence[PreviewRow] = ()
        # A mail signature is one person told in several lines; where they end has to be seen.
        self._input = LineInput(value, spans=spans, placeholder=placeholder, line_end=f" {LINE_END} ")
        self._preview = Preview(rows)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Prompt("❯ ")
            yield self._input
        yield Gap()
        with Horizontal(id="preview-row"):
            yield Prompt("  ")
            yield self._preview

    def on_mount(self) -> None:
        self.query_one("#preview-row").styles.height = "auto"
        self._read()

    @property
    def value(self) -> str:
        """The text typed so far."""
        return self._input.text

    @property
    def readings(self) -> Mapping[str, int]:
        """The readings chosen with tab, by row key."""
        return dict(self._readings)

    def edit(self) -> None:
        """Give the line the focus."""
        self._input.focus()

    @work(exclusive=True, group="reading")
    async def _read(self, rest: float = 0.0) -> None:
        """What the text means now; what was typed before it is not waited for."""
        await asyncio.sleep(rest)
        self._rows = await self._parse(self.value, dict(self._readings))
        self._show()

    def _uncertain(self) -> list[str]:
        return [row.key for row in self._rows if row.ways > 1]

    def _show(self) -> None:
        uncertain = self._uncertain()
        if self._row not in uncertain:
            self._row = uncertain[0] if uncertain else None
        at = next((index for index, row in enumerate(self._rows) if row.key == self._row), -1)
        self._preview.show(self._rows, at)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        event.stop()
        self._readings.clear()
        self._read(REST_SECONDS)
        self.post_message(self.Changed(self.value))

    @on(LineInput.Submitted)
    def _enter(self, event: LineInput.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(self.value, self.readings))

    def action_other_reading(self, step: int) -> None:
        """The next reading of the uncertain row."""
        row = next((one for one in self._rows if one.key == self._row), None)
        if row is not None:
            self._readings[row.key] = (self._readings.get(row.key, 0) + step) % row.ways
            self._read()

    def action_other_row(self, step: int) -> None:
        """The next uncertain row."""
        uncertain = self._uncertain()
        if self._row in uncertain:
            self._row = uncertain[(uncertain.index(self._row) + step) % len(uncertain)]
            self._show()


class Prompt(LineWidget):
    """The sign in front of an input, or a few fixed words."""

    GROUND = "surface"
    DEFAULT_CSS = """
    Prompt { width: auto; background: $surface; }
    """

    def __init__(self, text: str, role: str = "accent bold", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._piece = Piece(text, role)

    def get_content_width(self, container: object, viewport: object) -> int:
        return measure([self._piece])

    def lines(self, cells: int) -> Sequence[Line]:
        return ((self._piece,),)


class Gap(LineWidget):
    """An empty row."""

    GROUND = "surface"

    def lines(self, cells: int) -> Sequence[Line]:
        return ((),)
