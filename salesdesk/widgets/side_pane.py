"""The pane at the right of a list: sections of plain lines behind one hairline."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.key_footer import Hint, hint_pieces
from salesdesk.widgets.line import HintWidget
from salesdesk.widgets.text import EMPTY, Cell, Line, Piece, pieces, spread

PADDING = 2


@dataclass(frozen=True, slots=True)
class PaneRow:
    """A line of a section: `left`, and `right` at the far end."""

    left: Cell
    right: Cell = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A head in label level (`SCORE`), a value at its right, and lines; without a head the lines alone."""

    head: str = ""
    aside: Cell = ""
    rows: Sequence[PaneRow] = ()
    hints: Sequence[Hint] = ()


class SidePane(HintWidget):
    """Shows a title, a subtitle and sections; posts `RunAction` when the key of a section is clicked."""

    DEFAULT_CSS = """
    SidePane { width: 33; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title: Cell = ""
        self._subtitle: Cell = ""
        self._sections: tuple[Section, ...] = ()
        self._top = 0

    def show(self, title: Cell = "", subtitle: Cell = "", sections: Sequence[Section] = ()) -> None:
        """Show this record from now on."""
        shown = (title, subtitle, tuple(sections))
        if shown != (self._title, self._subtitle, self._sections):
            self._title, self._subtitle, self._sections = shown
            self._top = 0
            # From one record to the next the heads and much of the rest stay.
            self.redraw_changes()

    @property
    def inner(self) -> int:
        """The cells a line may use, for callers that make bars and sparklines."""
        return max(10, self.size.width - PADDING - 1)

    def lines(self, cells: int) -> Sequence[Line]:
        inner = cells - PADDING - 1
        made = pane_lines(self._title, self._subtitle, self._sections, inner)
        height = max(self.size.height, 1)
        self._top = max(0, min(self._top, len(made) - height))
        edge = Piece(glyphs().upright + " " * PADDING, "hairline")
        shown = made[self._top : self._top + height]
        shown += [EMPTY] * (height - len(shown))
        return [[edge, *line] for line in shown]

    def on_mouse_scroll_down(self) -> None:
        self._top += 3
        self.redraw()

    def on_mouse_scroll_up(self) -> None:
        self._top -= 3
        self.redraw()

    def on_resize(self) -> None:
        self.redraw()


def pane_lines(title: Cell, subtitle: Cell, sections: Sequence[Section], cells: int) -> list[Line]:
    """The lines of the pane, each at most `cells` wide."""
    made: list[Line] = []
    if title:
        made.append(spread(pieces(title, "strong bold"), EMPTY, cells))
    if subtitle:
        made.append(spread(pieces(subtitle, "muted"), EMPTY, cells))
    for section in sections:
        if made:
            made.append(EMPTY)
        if section.head or section.aside:
            made.append(spread([Piece(section.head, "label")], pieces(section.aside, "strong"), cells))
        made += [
            spread(pieces(row.left), pieces(row.right, "muted") if row.right else EMPTY, cells) for row in section.rows
        ]
        if section.hints:
            line = [p for i, hint in enumerate(section.hints) for p in hint_pieces(hint, "   " if i else "")]
            made.append(spread(line, EMPTY, cells))
    return made
