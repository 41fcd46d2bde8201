"""The rare question before what undo cannot bring back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.text import Line, Piece, cut, words

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The user said yes."""


class ConfirmDialog(Dialog[Confirmed]):
    """Says what will happen, to how many and to which, for instance; `y` acts, everything else does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", show=False),
        Binding("enter,n,q", "close", show=False),
    ]

    def __init__(self, title: str, sentence: str, *, act: str, examples: Sequence[str] = (), count: int = 0) -> None:
        super().__init__(title)
        self._sentence = sentence
        self._act = act
        self._examples = list(examples[:EXAMPLES])
        self._more = max(0, count - len(self._examples))

    def compose_box(self) -> Sequence[Widget]:
        lines: list[Line] = [[Piece(line, "text")] for line in words(self._sentence, 68)]
        if self._examples:
            lines.append([])
            lines += [[Piece("  · ", "label"), Piece(cut(example, 62), "muted")] for example in self._examples]
            if self._more:
                lines.append([Piece("    "), Piece(tr("and {count} more", count=f"{self._more:,}"), "label")])
        keys = [
            Piece("y", "bad bold"),
            Piece(f" {self._act}   ", "text"),
            Piece("⏎", "accent bold"),
            Piece(tr(" or "), "muted"),
            Piece("esc", "accent bold"),
            Piece(tr(" cancel"), "muted"),
        ]
        return [Lines(*lines), Gap(), Lines(keys)]

    def action_agree(self) -> None:
        """Yes."""
        self.dismiss(Confirmed())
