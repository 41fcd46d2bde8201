"""The columns of a list: declared as data, laid out for the width of the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.widgets.text import Cell, Line, Piece, cell, fit

GAP = 2
FLEX_LEAST = 8
NARROW_BELOW = 100
WIDE_FROM = 140


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `render(value, cells)` gives its cell.

    A fixed `width`, or `flex` shares of what is left. `narrow` and `wide` are its widths on screens under 100
    and from 140 cells (0 hides it). The highest `rank` goes first when the flexible ones get too narrow.
    `lead` marks the column whose text turns strong under the cursor or a mark.
    """

    key: str
    head: str
    render: Callable[[Any, int], Cell]
    width: int = 0
    flex: int = 0
    align: str = "left"
    narrow: int | None = None
    wide: int | None = None
    narrow_head: str | None = None
    role: str = "text"
    lead: bool = False
    rank: int = 5


Layout = Sequence[tuple[Column, int]]


def lay_out(columns: Sequence[Column], cells: int, screen: int) -> Layout:
    """The columns that fit in `cells` with their widths, on a screen `screen` cells wide."""
    shown = [(column, wanted) for column in columns if (wanted := _wanted(column, screen)) or column.flex]
    while True:
        fixed = sum(wanted for _, wanted in shown) + GAP * (len(shown) - 1)
        shares = sum(column.flex for column, wanted in shown if not wanted)
        left = cells - fixed
        if left >= (FLEX_LEAST * shares) or len(shown) <= 1:
            return _share(shown, max(left, 1), shares)
        worst = max(range(len(shown)), key=lambda i: (not shown[i][0].lead, shown[i][0].rank, i))
        del shown[worst]


def _wanted(column: Column, screen: int) -> int:
    if screen < NARROW_BELOW and column.narrow is not None:
        return column.narrow
    if screen >= WIDE_FROM and column.wide is not None:
        return column.wide
    return column.width


def _share(shown: Sequence[tuple[Column, int]], left: int, shares: int) -> Layout:
    widths = []
    for column, wanted in shown:
        width = wanted
        if not wanted:
            width = left * column.flex // shares
            left -= width
            shares -= column.flex
        widths.append((column, width))
    return widths


def head_line(layout: Layout, screen: int) -> Line:
    """The heads of the columns in the label role."""
    line: list[Piece] = []
    for column, width in layout:
        if line:
            line.append(Piece(" " * GAP, "label"))
        narrow = column.narrow_head is not None and screen < NARROW_BELOW
        line.append(cell(column.narrow_head or "" if narrow else column.head, width, "label", align=column.align))
    return line


# Under the cursor every level rises one step, so that all of it keeps its contrast on the brighter ground.
_RAISED = {"text": "strong", "label": "muted"}


def row_line(layout: Layout, value: Any, *, cursor: bool = False, marked: bool = False) -> list[Piece]:
    """The cells of a record, two cells apart; what the cursor or a mark makes of their roles."""
    line: list[Piece] = []
    for column, width in layout:
        made = fit(column.render(value, width), width, role=column.role, align=column.align)
        if column.lead and (cursor or marked):
            made = [piece._replace(role="strong bold") for piece in made]
        elif cursor:
            made = [piece._replace(role=_raised(piece.role)) for piece in made]
        if line:
            text, role, hit = line[-1]
            line[-1] = Piece(text + " " * GAP, role, hit)
        line += made
    return line


def _raised(role: str) -> str:
    colour, space, weights = role.partition(" ")
    return _RAISED.get(colour, colour) + space + weights
