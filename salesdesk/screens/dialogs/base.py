"""What all overlays share: a rounded box with its title in the border, esc closes, nothing behind reacts."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from salesdesk.widgets.compositor import LineCompositor
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.steady import Steady
from salesdesk.widgets.text import Line, content

T = TypeVar("T")


def again(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """The event as it came first: one that went up through the widgets would not go down again."""
    made = events.Key(event.key, event.character) if isinstance(event, events.Key) else events.Paste(event.text)
    made.time = event.time
    return made


class Dialog(Steady, ModalScreen[T]):
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
        self._compositor = LineCompositor()
        self._title = title
        self._aside = aside
        self._answered = False

    def compose(self) -> ComposeResult:
        box = Vertical(*self.compose_box(), classes="box")
        box.border_title = content(self._title)
        if self._aside:
            box.border_subtitle = content(self._aside)
        yield box

    def compose_box(self) -> Sequence[Widget]:
        """What is in the box, from top to bottom."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """A key that was on its way when the dialog was answered is for what opens next."""
        if self._answered and isinstance(event, events.Key | events.Paste):
            event.stop()
            self.app.post_message(again(event))
            return
        await super().on_event(event)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Answer, once."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)

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
