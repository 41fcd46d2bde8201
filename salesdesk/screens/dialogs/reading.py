"""A text to read, with what stands around it; scrolls where it is longer than the box."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.confirm import Confirmed
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.text import Line, Piece, words

# Beside frame and padding the bar that scrolls takes a cell.
WIDTH = 69


class ReadingDialog(Dialog[Confirmed]):
    """Shows Markdown as text: headings strong, lists as they are. Enter or esc closes; enter says it was read."""

    DEFAULT_CSS = """
    ReadingDialog VerticalScroll { height: auto; max-height: 24; scrollbar-size-vertical: 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "agree", show=False),
        Binding("q", "close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, title: str, text: str, *, aside: str = "", done: str = "") -> None:
        super().__init__(title, aside=aside)
        self._text = text
        self._done = done or tr("read")
        self._told = Lines(*markdown_lines(text, WIDTH))
        self._scroll = VerticalScroll(self._told, can_focus=False)

    def compose_box(self) -> Sequence[Widget]:
        keys = [
            Piece("⏎", "accent bold"),
            Piece(f" {self._done}   ", "text"),
            Piece("esc", "accent bold"),
            Piece(tr(" close"), "muted"),
        ]
        return [self._scroll, Gap(), Lines(keys)]

    def on_resize(self) -> None:
        self._scroll.styles.max_height = max(3, self.app.size.height - 8)
        self._told.show(*markdown_lines(self._text, max(20, min(WIDTH, self.app.size.width - 7))))

    def action_scroll(self, lines: int) -> None:
        """So many lines down."""
        self._scroll.scroll_relative(y=lines, animate=False)

    def action_agree(self) -> None:
        """It was read."""
        self.dismiss(Confirmed())


def markdown_lines(text: str, cells: int) -> list[Line]:
    """Markdown as lines of at most `cells`: headings in label level, list items with a hanging indent."""
    lines: list[Line] = []
    for row in text.rstrip().split("\n"):
        bare = row.strip()
        if bare.startswith("#"):
            lines.append([Piece(bare.lstrip("# ").upper(), "label")])
        elif bare.startswith(("- ", "* ")):
            first, *more = words(bare[2:], cells - 2) or [""]
            lines.append([Piece("· ", "label"), Piece(first, "text")])
            lines += [[Piece("  "), Piece(line, "text")] for line in more]
        else:
            lines += [[Piece(line, "text")] for line in words(bare, cells)] or [[]]
    return lines
