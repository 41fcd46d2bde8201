"""The last row: what keys do here, cut by rank to the width, with `? keys` pinned at the right."""

from collections.abc import Sequence
from typing import Protocol

from salesdesk.widgets.line import HintWidget
from salesdesk.widgets.text import Line, Piece, fit, measure


class Hint(Protocol):
    """An entry of a key bar; `salesdesk.keymap.KeyHint` is one."""

    @property
    def keys(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def rank(self) -> int: ...


def hint_pieces(hint: Hint, gap: str = "") -> list[Piece]:
    """One entry: the key in accent, its label muted; a click on either runs the action."""
    mark = hint.action or None
    return [Piece(gap + hint.keys, "accent bold", mark), Piece(f" {hint.label}", "muted", mark)]


def key_line(hints: Sequence[Hint], pinned: Hint | None, cells: int) -> Line:
    """As many entries as fit whole in `cells`, the highest rank left out first."""
    end = hint_pieces(pinned) if pinned else []
    room = cells - measure(end) - (2 if end else 0)
    kept = list(hints)
    while kept and measure(_joined(kept)) > room:
        worst = max(range(len(kept)), key=lambda index: (kept[index].rank, index))
        del kept[worst]
    return [*fit(_joined(kept), cells - measure(end)), *end]


def _joined(hints: Sequence[Hint]) -> list[Piece]:
    return [piece for index, hint in enumerate(hints) for piece in hint_pieces(hint, "  " if index else "")]


class KeyFooter(HintWidget):
    """Shows key hints; posts `RunAction` when one is clicked."""

    def __init__(
        self,
        hints: Sequence[Hint] = (),
        pinned: Hint | None = None,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.hints = hints
        self.pinned = pinned

    def show(self, hints: Sequence[Hint], pinned: Hint | None = None) -> None:
        """Show these from now on; without `pinned` the pinned one stays."""
        self.hints = hints
        self.pinned = pinned or self.pinned
        self.redraw()

    def lines(self, cells: int) -> Sequence[Line]:
        return (key_line(self.hints, self.pinned, cells),)
