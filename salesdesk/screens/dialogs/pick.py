"""Choose one of many by typing a part of its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.capture_line import Gap, Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option, Options
from salesdesk.widgets.text import Piece

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Picked:
    """The option chosen; without one (`free` lists only) what was typed."""

    id: str
    text: str = ""


class PickDialog(Dialog[R], Generic[R]):
    """A list that typing narrows; enter takes the chosen one. Subclasses turn it into their result."""

    DEFAULT_CSS = """
    PickDialog .line { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,ctrl+k", "step(-1)", show=False),
        Binding("down,tab,ctrl+j", "step(1)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("pagedown", "step(10)", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        rows: int = 10,
        enter: str = "",
        aside: str = "",
        free: bool = False,
    ) -> None:
        super().__init__(title, aside=aside)
        self._rows = max(1, min(rows, len(options)))
        self._options = Options(options, self._rows)
        self._input = LineInput()
        self._enter = enter or tr("enter choose")
        self._free = free

    def compose_box(self) -> Sequence[Widget]:
        return [
            Horizontal(Prompt("❯ "), self._input, classes="line"),
            Gap(),
            self._options,
            Gap(),
            Lines([Piece(f"{self._enter}   {tr('type to search')}   {tr('esc close')}", "label")]),
        ]

    def on_mount(self) -> None:
        self._input.focus()

    def on_resize(self) -> None:
        self._options.styles.height = max(1, min(self._rows, self.app.size.height - 8))

    def result(self, picked: Picked) -> R:
        """The result for a choice."""
        raise NotImplementedError

    def action_step(self, rows: int) -> None:
        """Move the cursor of the list."""
        self._options.step(rows)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self._options.filter(event.value)

    @on(LineInput.Submitted)
    def _enter_pressed(self) -> None:
        option = self._options.chosen
        if option is not None:
            self.dismiss(self.result(Picked(option.id)))
        elif self._free and self._input.value.strip():
            self.dismiss(self.result(Picked("", self._input.value.strip())))

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        self.dismiss(self.result(Picked(event.option.id)))


class Choose(PickDialog[Picked]):
    """Choose an owner, a tag or another of many: dismisses with `Picked`."""

    def result(self, picked: Picked) -> Picked:
        return picked
