"""The door through which all text reaches the screen: cleaned, measured in cells, cut, and given a role."""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from salesdesk.domain.text import CELL_LIMIT, NOTE_LIMIT, clean
from salesdesk.themes import Tokens

ELLIPSIS = "…"


class Piece(NamedTuple):
    """A run of text in one role (`bad bold`, see `Tokens.style`); a click on it means `hit`."""

    text: str
    role: str = "text"
    hit: Hashable = None


Cell = str | Piece | Sequence[Piece]
Line = Sequence[Piece]
EMPTY: Line = ()


def width(text: str) -> int:
    """How many cells `text` takes on the screen."""
    return len(text) if text.isascii() else cell_len(text)


def pieces(cell: Cell, role: str = "text") -> list[Piece]:
    """The pieces of a cell; a plain `str` gets `role`. Text that could act on a terminal is cleaned."""
    if isinstance(cell, str):
        return [Piece(_safe(cell), role)]
    if isinstance(cell, Piece):
        return [cell if cell.text.isprintable() else cell._replace(text=_safe(cell.text))]
    return [p if p.text.isprintable() else p._replace(text=_safe(p.text)) for p in cell]


def measure(line: Iterable[Piece]) -> int:
    """The cells a line takes."""
    return sum([width(piece.text) for piece in line])


def cut(text: str, cells: int) -> str:
    """`text` in at most `cells` cells, with `…` where something is missing."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    kept = text[: cells - 1] if text.isascii() else set_cell_size(text, cells - 1)
    return kept.rstrip() + ELLIPSIS


def cell(text: str, cells: int, role: str = "text", *, align: str = "left") -> Piece:
    """User text as one piece of exactly `cells` cells: cleaned, cut with `…`, padded to `align`."""
    shown = cut(_safe(text), cells)
    room = " " * max(0, cells - width(shown))
    return Piece(room + shown if align == "right" else shown + room, role)


def fit(what: Cell, cells: int, *, role: str = "text", align: str = "left") -> list[Piece]:
    """`what` in exactly `cells` cells: cut with `…` or padded at the side away from `align`."""
    # Most cells are one piece that has room.
    text, own, hit = (
        (what, role, None) if isinstance(what, str) else what if isinstance(what, Piece) else ("", "", None)
    )
    if text and text.isprintable() and (room := cells - width(text)) >= 0 and "underline" not in own:
        return [Piece(" " * room + text if align == "right" else text + " " * room, own, hit)]
    line = pieces(what, role)
    used = measure(line)
    if used > cells:
        line, used = _cut_line(line, cells)
    if used < cells:
        rest = " " * (cells - used)
        if align == "right":
            line.insert(0, Piece(rest, line[0].role if line else role))
        elif line and "underline" not in line[-1].role:
            text, own, hit = line[-1]
            line[-1] = Piece(text + rest, own, hit)
        else:
            line.append(Piece(rest, role))
    return line


def _cut_line(line: Line, cells: int) -> tuple[list[Piece], int]:
    kept: list[Piece] = []
    left = cells
    for index, piece in enumerate(line):
        need = width(piece.text)
        rest = any(later.text for later in line[index + 1 :])
        if need < left or (need == left and not rest):
            kept.append(piece)
            left -= need
            continue
        text = cut(piece.text + "  " if need <= left else piece.text, left)
        kept.append(piece._replace(text=text))
        left -= width(text)
        break
    return kept, cells - left


def spread(left: Line, right: Line, cells: int) -> list[Piece]:
    """`left` and `right` at the two ends of `cells` cells; `left` is cut when both do not fit."""
    needed = measure(right)
    if not needed:
        return fit(left, cells)
    return [*fit(left, max(0, cells - needed - 1)), Piece(" ", "text"), *fit(right, min(needed, cells))]


def strip(line: Line, cells: int, tokens: Tokens, on: str = "background") -> Strip:
    """A line as the terminal gets it: `cells` wide on one ground, neighbours of equal style joined."""
    segments: list[Segment] = []
    style = tokens.style("text", on)
    held: list[str] = []
    used = 0
    for text, role, _ in line:
        if not text.isprintable():
            text = _safe(text)
        if not text:
            continue
        used += width(text)
        wanted = tokens.style(role, on)
        if wanted is not style:
            if held and text[0] == " " and _same_gap(style, wanted):
                rest = text.lstrip(" ")
                held.append(" " * (len(text) - len(rest)))
                text = rest
                if not text:
                    continue
            if held:
                segments.append(Segment("".join(held), style))
                held = []
            style = wanted
        held.append(text)
    if used < cells:
        held.append(" " * (cells - used))
    if held:
        segments.append(Segment("".join(held), style))
    made = Strip(segments, max(used, cells))
    return made.crop(0, cells) if used > cells else made


def _same_gap(one: Style, other: Style) -> bool:
    """Whether a space looks the same in both, so that it need not begin a new run."""
    return one.bgcolor == other.bgcolor and not (one.underline or other.underline or one.reverse or other.reverse)


def content(text: str, *, multiline: bool = False) -> Content:
    """User text for a `Static`: cleaned, never read as markup."""
    limit = NOTE_LIMIT if multiline else CELL_LIMIT
    return Content(clean(text, multiline=multiline, limit=limit))


def words(text: str, cells: int) -> list[str]:
    """`text` broken between words into lines of at most `cells` cells; a longer word is broken."""
    lines: list[str] = []
    for paragraph in clean(text, multiline=True).split("\n"):
        line = ""
        for word in paragraph.split():
            while width(word) > cells:
                if line:
                    lines.append(line)
                    line = ""
                head = set_cell_size(word, cells).rstrip()
                lines.append(head)
                word = word[len(head) :]
            longer = f"{line} {word}" if line else word
            if width(longer) > cells:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _safe(text: str) -> str:
    """`text` without anything that acts on a terminal; spaces at the ends are layout and stay."""
    if text.isprintable():
        return text if len(text) <= CELL_LIMIT * 2 else text[: CELL_LIMIT * 2]
    body = text[: CELL_LIMIT * 4]
    lead = len(body) - len(body.lstrip(" "))
    tail = len(body) - len(body.rstrip(" "))
    return " " * lead + clean(body, limit=CELL_LIMIT) + (" " * tail if body.strip(" ") else "")
