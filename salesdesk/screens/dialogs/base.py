"""What all overlays share: a rounded box with its title in the border, esc closes, nothing behind reacts."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Line, content

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """An overlay; it dismisses with a frozen result, or with None when it is closed."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > .box {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $text-disabled; padding: 1 2;
        border-title-color: $foreground; border-title-style: bold; border-title-background: $surface;
        border-subtitle-color: $text-muted; border-subtitle-align: right;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, *, aside: str = "") -> None:
        super().__init__()
        self._title = title
        self._aside = aside

    def compose(self) -> ComposeResult:
        box = Vertical(*self.compose_box(), classes="box")
        box.border_title = content(self._title)
        if self._aside:
            box.border_subtitle = content(self._aside)
        yield box

    def compose_box(self) -> Sequence[Widget]:
        """What is in the box, from top to bottom."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)


class Lines(LineWidget):
    """Fixed lines in a box; `show` replaces them."""

    GROUND = "surface"
    DEFAULT_CSS = """
    Lines { height: auto; background: $surface; }
    """

    def __init__(self, *lines: Line, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._shown: Sequence[Line] = lines

    def show(self, *lines: Line) -> None:
        """Show these lines from now on."""
        taller = len(lines) != len(self._shown)
        self._shown = lines
        self.redraw(layout=taller)

    def lines(self, cells: int) -> Sequence[Line]:
        return self._shown
