"""One line to type in, drawn in the roles of the interface: coloured spans, a thin cursor, no box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.strip import Strip
from textual.widgets import Input

from salesdesk.domain.text import clean
from salesdesk.themes import tokens_of
from salesdesk.widgets.steady import Steady
from salesdesk.widgets.text import Piece, strip

THIN_CURSOR = "▏"
_HIDDEN = "•"
Spans = Callable[[str], "Sequence[Span]"]


@dataclass(frozen=True, slots=True)
class Span:
    """The characters from `start` to `end` in a role."""

    start: int
    end: int
    role: str


class LineInput(Steady, Input):
    """An `Input` without a frame; `spans(text)` gives roles to its parts. A paste becomes one line, its lines parted
    by `line_end`. What is typed into a `secret` one is not shown; a value that is `offered` goes with the first letter.
    """

    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        border: none; height: 1; padding: 0; background: $surface; background-tint: transparent; width: 1fr;
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        ground: str = "surface",
        spans: Spans | None = None,
        secret: bool = False,
        offered: bool = False,
        line_end: str = ", ",
        id: str | None = None,  # noqa: A002
    ) -> None:
        # A value given to `Input` here would ask for the screen, which need not exist yet.
        super().__init__(placeholder=placeholder, select_on_focus=False, password=secret, id=id)
        self._first_value = value
        self._offered = offered
        self._ground = ground
        self._spans = spans
        self._line_end = line_end

    @property
    def text(self) -> str:
        """What is typed, also before the widget is on a screen."""
        return self.value if self.is_mounted else self._first_value

    def on_mount(self) -> None:
        self.cursor_blink = False
        if self._first_value:
            self.value = self._first_value
            if self._offered:
                self.select_all()

    def offer(self, value: str, *, kept: bool = False) -> None:
        """Show a value: the next letter takes its place, or stands behind it if it is `kept`."""
        self.value = value
        if kept:
            self.cursor_position = len(value)
        else:
            self.select_all()

    def _on_paste(self, event: events.Paste) -> None:
        parts = [clean(line) for line in event.text.splitlines()]
        self.replace(self._line_end.join(part for part in parts if part), *sorted(self.selection))
        event.stop()
        event.prevent_default()

    def render_line(self, y: int) -> Strip:
        cells = self.size.width
        tokens = tokens_of(self.app)
        if y:
            return strip((), cells, tokens, self._ground)
        line = self._line()
        start = int(self.scroll_offset.x)
        made = strip(line, max(cells + start, self.content_width + 1), tokens, self._ground)
        return made.crop(start, start + cells)

    def _line(self) -> list[Piece]:
        value, focused = _HIDDEN * len(self.value) if self.password else self.value, self.has_focus
        if not value:
            shown = [Piece(self.placeholder, "label")]
            return [Piece(THIN_CURSOR, "accent"), *shown] if focused else shown
        roles = ["text"] * len(value)
        for span in self._spans(value) if self._spans else ():
            roles[span.start : span.end] = [span.role] * (min(span.end, len(value)) - span.start)
        if focused:
            for index in range(*sorted((self.selection.start, self.selection.end))):
                roles[index] = _grounded(roles[index], "cursor")
            if self.cursor_position < len(value):
                roles[self.cursor_position] += " reverse"
        line: list[Piece] = []
        for character, role in zip(value, roles, strict=True):
            if line and line[-1].role == role:
                line[-1] = Piece(line[-1].text + character, role)
            else:
                line.append(Piece(character, role))
        if focused and self.cursor_at_end:
            line.append(Piece(THIN_CURSOR, "accent"))
        return line


def _grounded(role: str, ground: str) -> str:
    colour, space, weights = role.partition(" ")
    return f"{colour.partition('@')[0]}@{ground}{space}{weights}"
