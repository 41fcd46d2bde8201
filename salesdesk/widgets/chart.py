"""A chart of lines in braille: two dots across and four down in every cell."""

from collections.abc import Sequence

from salesdesk.widgets.bars import UNICODE, glyphs
from salesdesk.widgets.text import Line, Piece

# The bit of each dot of a braille cell, by row and column (Unicode 16, block U+2800).
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800

Course = Sequence[float | None]


class Canvas:
    """Dots on a grid of `cells` by `rows` cells, drawn in layers; where two meet the later layer's role shows."""

    def __init__(self, cells: int, rows: int) -> None:
        self.cells, self.rows = cells, rows
        self._bits = [[0] * cells for _ in range(rows)]
        self._roles = [["label"] * cells for _ in range(rows)]

    def dot(self, x: int, y: int, role: str) -> None:
        """Set the dot at `x` from the left and `y` from the top, in dots; outside the grid nothing."""
        if 0 <= x < self.cells * 2 and 0 <= y < self.rows * 4:
            self._bits[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
            self._roles[y // 4][x // 2] = role

    def course(self, values: Course, top: float, role: str, *, every: int = 1) -> None:
        """A line through values spread over the width, 0 at the bottom and `top` at the top; it ends at the first None."""
        known = list(values)
        if None in known:
            known = known[: known.index(None)]
        if len(values) < 2 or not known or top <= 0:
            return
        width, height = self.cells * 2 - 1, self.rows * 4 - 1
        last = round(width * (len(known) - 1) / (len(values) - 1))
        for x in range(0, last + 1, every):
            place = x * (len(values) - 1) / width
            before = min(int(place), len(known) - 1)
            after = min(before + 1, len(known) - 1)
            low, high = known[before] or 0.0, known[after] or 0.0
            value = low + (high - low) * (place - before)
            self.dot(x, height - round(max(0.0, min(1.0, value / top)) * height), role)

    def lines(self) -> list[Line]:
        """The rows of the grid; without braille a star stands for a cell that has any dot."""
        ascii_only = glyphs() is not UNICODE
        made: list[Line] = []
        for bits, roles in zip(self._bits, self._roles, strict=True):
            line: list[Piece] = []
            for bit, role in zip(bits, roles, strict=True):
                sign = ("*" if bit else " ") if ascii_only else chr(_BLANK + bit) if bit else " "
                role = role if bit else "label"
                if line and line[-1].role == role:
                    line[-1] = Piece(line[-1].text + sign, role)
                else:
                    line.append(Piece(sign, role))
            made.append(line)
        return made


def chart(
    now: Course,
    goal: Course,
    cells: int,
    rows: int,
    *,
    labels: Sequence[str] = ("", ""),
    ends: tuple[str, str] = ("", ""),
) -> list[Line]:
    """`now` as a line and `goal` as dots, `rows` high, with the value at the top and half way (`labels`) on the left and
    what the left and right end are below (`ends`)."""
    top = max([value for value in (*now, *goal) if value is not None], default=0.0)
    width = max(len(label) for label in labels)
    canvas = Canvas(max(4, cells - width - 2), rows)
    canvas.course(goal, top, "muted", every=4)
    canvas.course(now, top, "accent")
    made: list[Line] = []
    for number, line in enumerate(canvas.lines()):
        label = labels[0] if number == 0 else labels[1] if number == rows // 2 else ""
        mark = glyphs().axis_mark if label else glyphs().upright
        made.append([Piece(f"{label:>{width}} {mark}", "label"), *line])
    room = max(0, canvas.cells - len(ends[0]) - len(ends[1]))
    made.append([Piece(f"{'':>{width}} {glyphs().corner}{ends[0]}{' ' * room}{ends[1]}", "label")])
    return made
