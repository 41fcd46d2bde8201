"""Before many are enrolled: who goes in with which first step, and who stays out and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.confirm import Confirmed
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.text import Line, Piece, cut, fit, words

MOST_NAMES = 3
_REASON_CELLS = 30


@dataclass(frozen=True, slots=True)
class Refused:
    """Why some stay out, how many, and the names of the first."""

    reason: str
    count: int
    names: Sequence[str]


class EnrolDialog(Dialog[Confirmed]):
    """Enter enrols; without anybody to enrol it only says why."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", show=False), Binding("q", "close", show=False)]

    def __init__(
        self, title: str, sentence: str, refused: Sequence[Refused], *, warning: str = "", ready: bool
    ) -> None:
        super().__init__(title)
        self._warning = warning
        self._sentence = sentence
        self._refused = refused
        self._ready = ready

    def compose_box(self) -> Sequence[Widget]:
        lines: list[Line] = [[Piece(self._sentence, "text" if self._ready else "warn")]]
        for number, line in enumerate(words(self._warning, 66) if self._warning else ()):
            lines.append([Piece("  " if number else f"{glyphs().due} ", "warn bold"), Piece(line, "text")])
        if self._refused:
            lines += [[], [Piece(tr("STAY OUT"), "label")]]
            lines += [_reason(one) for one in self._refused]
        keys = [Piece("⏎", "accent bold"), Piece(tr(" enrol   "), "muted")] if self._ready else []
        return [Lines(*lines), Gap(), Lines([*keys, Piece("esc", "accent bold"), Piece(tr(" close"), "muted")])]

    def action_agree(self) -> None:
        """Enrol."""
        if self._ready:
            self.dismiss(Confirmed())


def _reason(one: Refused) -> Line:
    shown = ", ".join(one.names) + (" …" if one.count > len(one.names) else "")
    head = [Piece(f"{one.count:>5,}  ", "strong bold"), Piece(cut(one.reason, _REASON_CELLS - 2), "text")]
    return [*fit(head, _REASON_CELLS + 7), Piece(cut(shown, 32), "muted")]
