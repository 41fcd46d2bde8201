"""What of a screen is painted anew: the lines that changed, asked only of the widgets that are seen on them.

Textual asks every widget of the screen for all its lines when one line of one of them has changed, and then lays them
over each other. Who is seen where changes only with the layout, so it is kept until then.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from rich.console import Console
    from textual.strip import Strip
    from textual.widget import Widget

    Painted = tuple[int, int, Strip]


class Part(NamedTuple):
    """The cells of a line from `start` to `end`: from `left` on in a row of a widget that is `cells` wide."""

    start: int
    end: int
    widget: "Widget"
    row: int
    left: int
    cells: int


class Changes(ChopsUpdate):
    """What is sent to the terminal: strips, each with its line and its first cell."""

    def __init__(self, painted: "Iterable[Painted]") -> None:
        super().__init__([], [], [])
        self.painted = list(painted)

    def render_segments(self, console: "Console") -> str:
        """See `CompositorUpdate`."""
        return "".join(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for y, x, strip in self.painted)


class LineCompositor(Compositor):
    """Textual's, but for what it asks of the widgets: every cell of its pictures is the same."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[int, list[Part]] = {}
        self._parts_of: object = None

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed since the last picture, None when nothing did."""
        changed = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not changed:
            return None
        wanted: dict[tuple[int, int], Part] = {}
        for y, left, right in self._regions_to_spans(changed):
            for part in self._line(y):
                if part.start < right and part.end > left:
                    wanted[y, part.start] = part if part.end <= right else part._replace(end=right)
        return Changes(_painted([(y, part) for (y, _), part in wanted.items()]))

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> "Sequence[Mapping[int, Strip]]":
        """The whole picture, line by line."""
        chops: list[dict[int, Strip]] = [{} for _ in range(self.size.height)]
        for y, x, strip in _painted([(row, part) for row in range(self.size.height) for part in self._line(row)]):
            chops[y][x] = strip
        return chops

    def _line(self, y: int) -> Sequence[Part]:
        """What is seen on a line, from left to right."""
        layers = self.layers_visible
        if layers is not self._parts_of:
            self._parts, self._parts_of = {}, layers
        parts = self._parts.get(y)
        if parts is None:
            parts = self._parts[y] = []
            cuts = self.cuts[y] if 0 <= y < len(layers) else []
            for start, end in pairwise(cuts):
                for widget, seen, whole in layers[y]:
                    if seen.x <= start and end <= seen.right:
                        parts.append(Part(start, end, widget, y - whole.y, start - whole.x, whole.width))
                        break
        return parts


def _painted(places: Sequence[tuple[int, Part]]) -> "Iterator[Painted]":
    """The strips of these parts of lines; of each widget only the rows that are needed are made."""
    needed: defaultdict[tuple[Widget, int], set[int]] = defaultdict(set)
    for _, part in places:
        needed[part.widget, part.cells].add(part.row)
    made = {widget: _rows(widget, cells, sorted(rows)) for (widget, cells), rows in needed.items()}
    for y, (start, end, widget, row, left, _) in places:
        yield y, start, made[widget][row].crop(left, left + end - start)


def _rows(widget: "Widget", cells: int, rows: Sequence[int]) -> "dict[int, Strip]":
    """Those rows of a widget, asked for in runs of neighbours."""
    made: dict[int, Strip] = {}
    first = 0
    for after, row in enumerate(rows, 1):
        if after == len(rows) or rows[after] != row + 1:
            made.update(
                zip(rows[first:after], widget.render_lines(Region(0, rows[first], cells, after - first)), strict=True)
            )
            first = after
    return made
