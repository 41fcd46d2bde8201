"""A few fields one below the other, each with what it means, or what is wrong with it, right below it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.prompt import InvalidText
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap, Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.text import Cell, Line, Piece, pieces, words

LABEL_CELLS = 8
# What the box takes from the width of the screen: border and padding, and the sign before an input.
FRAME = 8
# What is typed within this time is read in one go.
REST_SECONDS = 0.05

# What each field means by its id; an InvalidText says why it cannot be taken. Reads the store, so it runs in a thread.
Tell = Callable[[Mapping[str, str]], Mapping[str, "Cell | InvalidText"]]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: its id, its label, its value as text, what stands there while it is empty."""

    id: str
    label: str
    value: str = ""
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class FormResult:
    """What was entered, by field."""

    values: Mapping[str, str]


class FormDialog(Dialog[FormResult]):
    """Tab and the arrows walk the fields; enter takes them all, or goes to the first that cannot be taken."""

    DEFAULT_CSS = """
    FormDialog .line { height: 1; }
    FormDialog .meaning { min-height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,down", "focus_on(1)", show=False, priority=True),
        Binding("shift+tab,up", "focus_on(-1)", show=False, priority=True),
    ]

    def __init__(
        self, title: str, fields: Sequence[FormField], tell: Tell, *, start: str = "", hint: str = "", aside: str = ""
    ) -> None:
        super().__init__(title, aside=aside)
        self._fields = fields
        self._tell = tell
        self._start = start or fields[0].id
        self._hint = hint or tr("enter saves   tab next field   esc close, draft kept")
        self._inputs = {f.id: LineInput(f.value, placeholder=f.placeholder) for f in fields}
        self._meanings = {f.id: Lines([]) for f in fields}
        # An empty field is no mistake before enter was pressed.
        self._asked = False

    @property
    def values(self) -> dict[str, str]:
        """What is typed so far, by field."""
        return {key: line.text.strip() for key, line in self._inputs.items()}

    def compose_box(self) -> Sequence[Widget]:
        made: list[Widget] = []
        for field in self._fields:
            label = Prompt(field.label.ljust(LABEL_CELLS), "label")
            made.append(Horizontal(label, Prompt("❯ "), self._inputs[field.id], classes="line"))
            self._meanings[field.id].add_class("meaning")
            made.append(self._meanings[field.id])
        return [*made, Gap(), Lines([Piece(self._hint, "label")])]

    def on_mount(self) -> None:
        self._focus(self._start)
        self._look()

    def action_focus_on(self, step: int) -> None:
        """To the next field, or the one before."""
        keys = list(self._inputs)
        at = next((n for n, key in enumerate(keys) if self._inputs[key].has_focus), 0)
        self._focus(keys[(at + step) % len(keys)])

    def _focus(self, key: str) -> None:
        """Into a field: what stands in it goes with the first letter that is typed."""
        self._inputs[key].focus()
        self._inputs[key].select_all()

    @on(LineInput.Changed)
    def _typed(self) -> None:
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        await asyncio.sleep(REST_SECONDS)
        await self._show()

    async def _show(self) -> str:
        """Show what all fields mean; the first that cannot be taken, empty when all can."""
        values = self.values
        told = await self.app.read(lambda: self._tell(values))  # type: ignore[attr-defined]
        wrong = ""
        for field in self._fields:
            meant = told.get(field.id, "")
            if isinstance(meant, InvalidText):
                wrong = wrong or field.id
                if not values[field.id] and not self._asked:
                    meant = ""
            self._meanings[field.id].show(*self._lines(meant))
        return wrong

    def _lines(self, meant: "Cell | InvalidText") -> list[Line]:
        cells = max(20, min(76, self.app.size.width) - FRAME - LABEL_CELLS)
        wrong = isinstance(meant, InvalidText)
        said = [Piece(meant.reason, "bad")] if isinstance(meant, InvalidText) else pieces(meant, "muted")
        lines = [(line, piece.role) for piece in said for line in words(piece.text, cells)]
        signs = [f"{glyphs().overdue} " if wrong and not n else "  " for n in range(len(lines))]
        return [
            [Piece(" " * LABEL_CELLS), Piece(f"{sign}{line}", role)]
            for sign, (line, role) in zip(signs, lines, strict=True)
        ]

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        self._asked = True
        self._take()

    # Of a group of its own: the meaning of the last letters, shown late, must not end it.
    @work(exclusive=True, group="take")
    async def _take(self) -> None:
        values = self.values
        if wrong := await self._show():
            self._inputs[wrong].focus()
        elif values == self.values:
            self.dismiss(FormResult(values))
