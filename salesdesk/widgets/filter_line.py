"""The filter line: the query with its parts in colour, what is wrong with it, and what it found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message

from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.input_line import LineInput, Span, Spans
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.steady import Steady
from salesdesk.widgets.text import Cell, Line, Piece, cut, measure, pieces

HISTORY_KEPT = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the characters from `start` to `end` of a filter, and what to do about it."""

    start: int
    end: int
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on: the whole text then, where its cursor is, and the word to show for it."""

    text: str
    cursor: int
    label: str


Check = Callable[[str], Problem | None]
Complete = Callable[[str, int], Sequence[Completion]]


class _Edge(LineWidget):
    """The sign in front of the text, or the summary behind it."""

    GROUND = "surface"
    DEFAULT_CSS = """
    _Edge { width: auto; background: $surface; }
    """

    def __init__(self, line: Line = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._line = line

    def show(self, line: Line) -> None:
        if list(line) != list(self._line):
            self._line = line
            self.redraw(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return measure(self._line)

    def lines(self, cells: int) -> Sequence[Line]:
        return (self._line,)


class FilterLine(Steady, Horizontal):
    """`/ query      summary`. The query is edited after `edit()`, until enter keeps or esc reverts it.

    Injected: `spans` colours the text, `check` finds what is wrong, `complete` knows how to go on.
    """

    DEFAULT_CSS = """
    FilterLine { height: 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
        Binding("escape", "cancel", show=False),
    ]

    class Changed(Message):
        """The text is `text` now; `problem` says what is wrong with it."""

        def __init__(self, text: str, problem: Problem | None) -> None:
            super().__init__()
            self.text = text
            self.problem = problem

    class Submitted(Message):
        """Enter: `text` is to be kept."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """Esc: the text is `text` again, as before the edit."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(
        self,
        value: str = "",
        *,
        spans: Spans | None = None,
        check: Check | None = None,
        complete: Complete | None = None,
        history: Sequence[str] = (),
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._spans, self._check, self._complete = spans, check, complete
        self._history = list(history)
        self._recalled = len(self._history)
        self._kept = value
        self._quiet = value
        self._problem: Problem | None = None
        self._summary: tuple[Cell, ...] = ()
        self._cycle: tuple[Sequence[Completion], int] | None = None
        self._input = LineInput(value, placeholder=placeholder, spans=self._coloured)
        self._input.can_focus = False
        self._right = _Edge()

    def compose(self) -> ComposeResult:
        yield _Edge((Piece(" "), Piece("/ ", "accent bold")))
        yield self._input
        yield self._right

    @property
    def value(self) -> str:
        """The text of the filter."""
        return self._input.text

    @property
    def problem(self) -> Problem | None:
        """What is wrong with the text."""
        return self._problem

    @property
    def editing(self) -> bool:
        """Whether keys go into the text now."""
        return self._input.has_focus

    def set_value(self, text: str) -> None:
        """Another filter is shown (a view was picked); no message is sent."""
        self._kept = text
        self._set(text, quiet=True)

    def show_summary(self, *parts: Cell) -> None:
        """What the filter found, at the right; parts that have no room are left out from the last."""
        self._summary = parts
        self._show_right()

    def edit(self) -> None:
        """Let the user type."""
        self._kept = self.value
        self._recalled = len(self._history)
        self._input.can_focus = True
        self._input.focus()
        self._input.cursor_position = len(self.value)

    def _leave(self) -> None:
        self._cycle = None
        self._input.can_focus = False
        if self._input.has_focus:
            self.screen.set_focus(None)
        self._show_right()

    def _set(self, text: str, *, quiet: bool = False, cursor: int | None = None) -> None:
        if quiet:
            self._quiet = text
        self._input.value = text
        self._input.cursor_position = len(text) if cursor is None else cursor
        if quiet:
            self._judge(text)

    def _judge(self, text: str) -> None:
        self._problem = self._check(text) if self._check else None
        self._input.refresh()
        self._show_right()

    def _coloured(self, text: str) -> Sequence[Span]:
        spans = list(self._spans(text)) if self._spans else []
        if self._problem:
            end = max(self._problem.end, self._problem.start + 1)
            spans.append(Span(self._problem.start, end, "bad underline"))
        return spans

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        event.stop()
        text = event.value
        if self._cycle and text not in [done.text for done in self._cycle[0]]:
            self._cycle = None
        if text == self._quiet:
            self._quiet = "\0"
            return
        self._quiet = "\0"
        self._judge(text)
        self.post_message(self.Changed(text, self._problem))

    @on(LineInput.Submitted)
    def _kept_text(self, event: LineInput.Submitted) -> None:
        event.stop()
        text = self.value
        if text.strip():
            self._history = [*[old for old in self._history if old != text][-HISTORY_KEPT:], text]
        self._kept = text
        self._leave()
        self.post_message(self.Submitted(text))

    def action_cancel(self) -> None:
        """Back to the text before the edit."""
        self._set(self._kept, quiet=True)
        self._leave()
        self.post_message(self.Cancelled(self._kept))

    def action_recall(self, step: int) -> None:
        """The filter used before, or the one after."""
        place = self._recalled + step
        if 0 <= place < len(self._history):
            self._recalled = place
            self._set(self._history[place])

    def action_complete(self) -> None:
        """Complete the word, or the next way to complete it."""
        if self._cycle is None:
            found = list(self._complete(self.value, self._input.cursor_position)) if self._complete else []
            if not found:
                return
            self._cycle = (found, 0)
        else:
            choices, at = self._cycle
            self._cycle = (choices, (at + 1) % len(choices))
        chosen = self._cycle[0][self._cycle[1]]
        self._set(chosen.text, cursor=chosen.cursor)
        self._show_right()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if not self.editing:
            self.edit()

    def on_resize(self) -> None:
        self._show_right()

    def _show_right(self) -> None:
        if self.is_mounted:
            self._right.show(self._right_line(self.size.width))

    def _right_line(self, cells: int) -> Line:
        room = max(0, cells - 4 - min(measure([Piece(self.value)]) + 2, cells * 2 // 3))
        if self._problem:
            words = f"{self._problem.reason} {self._problem.hint}".strip()
            return [
                Piece("  "),
                Piece(cut(f"{glyphs().overdue} {words}", max(room, cells // 3)), "bad"),
                Piece(" "),
            ]
        if self._cycle and len(self._cycle[0]) > 1:
            return self._choices(room)
        line: list[Piece] = []
        for part in self._summary:
            more = [Piece("   " if line else "  "), *pieces(part, "muted")]
            if measure(line) + measure(more) + 1 > room:
                break
            line += more
        return [*line, Piece(" ")]

    def _choices(self, room: int) -> Line:
        found, at = self._cycle or ((), 0)
        line: list[Piece] = [Piece(" ")]
        for index, completion in enumerate(found):
            piece = Piece(f"  {completion.label}", "accent bold" if index == at else "muted")
            if measure(line) + measure([piece]) > room:
                break
            line.append(piece)
        return [*line, Piece(" ")]
