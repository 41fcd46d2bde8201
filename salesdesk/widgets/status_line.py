"""The row above the keys: the record under the cursor or the marked rows, and what can be done with them."""

from collections.abc import Sequence

from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.key_footer import Hint, hint_pieces
from salesdesk.widgets.line import HintWidget
from salesdesk.widgets.text import Cell, Line, Piece, fit, measure, pieces

GAP = "   "


class StatusLine(HintWidget):
    """Shows a head, parts and hints on the surface ground; what has no room is left out from the right."""

    GROUND = "surface"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head: Cell = ""
        self._parts: tuple[Cell, ...] = ()
        self._hints: tuple[Hint, ...] = ()

    def show(self, head: Cell = "", parts: Sequence[Cell] = (), hints: Sequence[Hint] = ()) -> None:
        """Show `▌ head   part   part   key label  key label`; an empty head blanks the line."""
        wanted = (head, tuple(parts), tuple(hints))
        if wanted != (self._head, self._parts, self._hints):
            self._head, self._parts, self._hints = wanted
            self.redraw()

    def lines(self, cells: int) -> Sequence[Line]:
        return (status_line(self._head, self._parts, self._hints, cells),)


def status_line(head: Cell, parts: Sequence[Cell], hints: Sequence[Hint], cells: int) -> Line:
    """The line in exactly `cells` cells."""
    start = pieces(head, "strong bold")
    if not any(piece.text for piece in start):
        return fit("", cells)
    line = [Piece(f"{glyphs().edge} ", "accent bold"), *start]
    blocks = [[Piece(GAP), *pieces(part, "muted")] for part in parts]
    blocks += [hint_pieces(hint, GAP if index == 0 else "  ") for index, hint in enumerate(hints)]
    used = measure(line)
    for block in blocks:
        used += measure(block)
        if used > cells:
            break
        line += block
    return fit(line, cells)
