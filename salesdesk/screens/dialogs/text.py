"""Several lines to type, for when no editor can be started."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.prompt import TextResult
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.text import Piece, words


class TextDialog(Dialog[TextResult]):
    """A text of several lines. Esc stops typing; then enter saves, e types on, q drops the changes."""

    DEFAULT_CSS = """
    TextDialog TextArea, TextDialog TextArea:focus {
        border: none; padding: 0; height: 14; background: $surface; background-tint: transparent;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", show=False),
        Binding("enter", "save", show=False),
        Binding("e,i", "type_on", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, title: str, text: str = "", *, problem: str = "", at: tuple[int, int] = (0, 0)) -> None:
        """`problem` is said above, and the cursor stands at line and column `at`, counted from 1."""
        super().__init__(title)
        self._problem = problem
        self._at = at
        self._area = TextArea(text, show_line_numbers=False, soft_wrap=True)
        self._area.cursor_blink = False
        self._stop = Lines([])

    @property
    def draft(self) -> str:
        """What is typed so far."""
        return self._area.text

    def compose_box(self) -> Sequence[Widget]:
        said = words(self._problem, 66) if self._problem else []
        lines = [[Piece("  " if n else f"{glyphs().overdue} ", "bad bold"), Piece(row)] for n, row in enumerate(said)]
        return [*([Lines(*lines), Gap()] if lines else []), self._area, Gap(), self._stop]

    def on_mount(self) -> None:
        self.action_type_on()
        line, column = self._at
        if line:
            self._area.move_cursor((line - 1, max(0, column - 1)))

    def action_type_on(self) -> None:
        """Back to typing."""
        self._area.can_focus = True
        self._area.focus()
        self._stop.show([Piece(tr("esc then enter saves"), "label")])

    def action_stop(self) -> None:
        """Stop typing and offer what to do; esc does not lose a text."""
        self.set_focus(None)
        self._area.can_focus = False
        pairs = (("⏎", tr(" save   ")), ("e", tr(" type on   ")), ("q", tr(" drop the changes")))
        self._stop.show([p for key, label in pairs for p in (Piece(key, "accent bold"), Piece(label, "muted"))])

    def action_save(self) -> None:
        """Take the text."""
        self.dismiss(TextResult(self._area.text))
