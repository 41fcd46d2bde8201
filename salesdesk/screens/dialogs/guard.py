"""One line before somebody is contacted whom a colleague is at work on; one key goes on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.confirm import Confirmed
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.text import Line, Piece, words


class GuardDialog(Dialog[Confirmed]):
    """Says what stands in the way; enter goes on. What must not be done (`forbidden`) takes a `y`, not an enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", show=False),
        Binding("enter", "enter", show=False),
        Binding("n,q", "close", show=False),
    ]

    def __init__(self, title: str, forbidden: Sequence[str], warnings: Sequence[str]) -> None:
        super().__init__(title)
        self._forbidden = forbidden
        self._warnings = warnings

    def compose_box(self) -> Sequence[Widget]:
        lines: list[Line] = []
        for texts, sign, role in ((self._forbidden, glyphs().overdue, "bad"), (self._warnings, glyphs().due, "warn")):
            for text in texts:
                first, *more = words(text, 66)
                lines.append([Piece(f"{sign} ", f"{role} bold"), Piece(first, "text")])
                lines += [[Piece("  "), Piece(line, "text")] for line in more]
        key = "y" if self._forbidden else glyphs().enter
        keys = [
            Piece(key, "bad bold" if self._forbidden else "accent bold"),
            Piece(tr(" all the same   ") if self._forbidden else tr(" go on   "), "text"),
            Piece("esc", "accent bold"),
            Piece(tr(" leave it"), "muted"),
        ]
        return [Lines(*lines), Gap(), Lines(keys)]

    def action_enter(self) -> None:
        """Go on, unless they asked to be left alone."""
        if self._forbidden:
            self.dismiss(None)
        else:
            self.action_agree()

    def action_agree(self) -> None:
        """Go on."""
        self.dismiss(Confirmed())
