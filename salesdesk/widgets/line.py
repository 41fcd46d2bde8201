"""A widget of a few styled lines: what all the bars, panes and toasts are made of."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from salesdesk.themes import Tokens, tokens_of
from salesdesk.widgets.steady import Steady
from salesdesk.widgets.text import EMPTY, Line, strip, width
from salesdesk.widgets.whole_lines import WholeLines

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.theme import Theme


class RunAction(Message):
    """A key shown somewhere was clicked: its action is to be run."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class LineWidget(Steady, WholeLines):
    """Paints what `lines` returns, one line per row; a click calls `hit` with the mark of the piece."""

    DEFAULT_CSS = """
    LineWidget { height: 1; width: 1fr; background: $background; }
    """

    GROUND = "background"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Line] | None = None
        self._lines_width = -1

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._follow_theme)

    def _follow_theme(self, _theme: "Theme") -> None:
        self.refresh()

    @property
    def tokens(self) -> Tokens:
        """The colours of the roles in the theme of the moment."""
        return tokens_of(self.app)

    def lines(self, cells: int) -> Sequence[Line]:
        """The lines to paint when the widget is `cells` wide."""
        raise NotImplementedError

    def ground(self, y: int) -> str:
        """The ground of line `y`."""
        return self.GROUND

    def hit(self, mark: Hashable) -> None:
        """A piece with that mark was clicked."""

    def redraw(self, *, layout: bool = False) -> None:
        """The data changed: make the lines anew at the next paint."""
        self._lines = None
        self.refresh(layout=layout)

    def redraw_changes(self) -> None:
        """The data changed: make the lines anew now, and paint those that are others than before."""
        before, cells = self._lines, self.content_size.width
        if before is None or cells != self._lines_width:
            self.redraw()
            return
        self._lines = after = self.lines(cells)
        left, top = self.content_offset
        last = max(len(before), len(after))
        changed = [y for y in range(last) if before[y : y + 1] != after[y : y + 1]]
        if changed:
            self.refresh(*(Region(left, top + y, cells, 1) for y in changed))

    def _made(self, cells: int) -> Sequence[Line]:
        if self._lines is None or self._lines_width != cells:
            self._lines = self.lines(cells)
            self._lines_width = cells
        return self._lines

    def render_line(self, y: int) -> Strip:
        cells = self.content_size.width
        made = self._made(cells)
        return strip(made[y] if y < len(made) else EMPTY, cells, self.tokens, self.ground(y))

    def get_content_height(self, container: "Size", viewport: "Size", width: int) -> int:
        return len(self._made(width))

    def on_click(self, event: "events.Click") -> None:
        offset = event.get_content_offset(self)
        mark = None if offset is None else self.mark_at(offset.x, offset.y)
        if mark is not None:
            event.stop()
            self.hit(mark)

    def mark_at(self, x: int, y: int) -> Any:
        """The `hit` of the piece at that place of the content, or None."""
        made = self._made(self.content_size.width)
        if not 0 <= y < len(made):
            return None
        end = 0
        for piece in made[y]:
            end += width(piece.text)
            if x < end:
                return piece.hit
        return None


class HintWidget(LineWidget):
    """A line widget whose clickable pieces are keys: a click posts `RunAction`."""

    def hit(self, mark: Hashable) -> None:
        self.post_message(RunAction(str(mark)))
