"""Log a touch with its next step: the letter of the outcome, then enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.capture_line import Gap, Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option
from salesdesk.widgets.text import Cell, Line, Piece, fit, measure, pieces

LABEL_CELLS = 8


@dataclass(frozen=True, slots=True)
class LogForm:
    """What the dialog starts from.

    `outcomes` are the letters of the kind of touch; `next_for(outcome id)` proposes the next step,
    `read_next(text)` says what a typed one means; `stage` is a change of stage to offer (empty: none).
    """

    outcomes: Sequence[Option]
    next_for: Callable[[str], str]
    read_next: Callable[[str], Cell]
    stage: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LogResult:
    """The touch to save; `next_step` is empty when there is to be none."""

    outcome: str
    note: str
    next_step: str
    take_stage: bool


class LogDialog(Dialog[LogResult]):
    """Outcome letters, a note, the next step read as it is typed; esc keeps `draft` for the next time."""

    DEFAULT_CSS = """
    LogDialog .line { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("tab", "focus_on(1)", show=False, priority=True),
        Binding("shift+tab", "focus_on(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, form: LogForm, *, aside: str = "") -> None:
        super().__init__(title, aside=aside)
        self._form = form
        self._outcome = ""
        self._take_stage = False
        self._next_typed = False
        self._letters = Lines(id="letters")
        self._letters.can_focus = True
        self._note = LineInput(form.note, id="note")
        self._next = LineInput(id="next")
        self._meaning = Lines([])
        self._stage = Lines(id="stage")
        self._stage.can_focus = bool(form.stage)
        self._hint = Lines([])

    @property
    def draft(self) -> str:
        """The note typed so far."""
        return self._note.text

    def compose_box(self) -> Sequence[Widget]:
        return [
            self._letters,
            Gap(),
            Horizontal(Prompt(tr("Note").ljust(LABEL_CELLS), "label"), Prompt("❯ "), self._note, classes="line"),
            Horizontal(Prompt(tr("Next").ljust(LABEL_CELLS), "label"), Prompt("❯ "), self._next, classes="line"),
            self._meaning,
            *([self._stage] if self._form.stage else []),
            Gap(),
            self._hint,
        ]

    def on_mount(self) -> None:
        self._show()
        self._letters.focus()

    def on_resize(self) -> None:
        self._show()

    def on_key(self, event: events.Key) -> None:
        if self.focused is self._letters and event.character:
            option = next((one for one in self._form.outcomes if one.key == event.character), None)
            if option:
                event.stop()
                self._choose(option.id)
        elif self.focused is self._stage and event.key == "space":
            event.stop()
            self._take_stage = not self._take_stage
            self._show()

    def _choose(self, outcome: str) -> None:
        self._outcome = outcome
        if not self._next_typed:
            self._next.value = self._form.next_for(outcome)
        self._show()

    def action_save(self) -> None:
        """Save; without an outcome say that one letter is missing."""
        if not self._outcome:
            self._hint.show([Piece(tr("First the letter of the outcome."), "warn")])
            self._letters.focus()
            return
        self.dismiss(LogResult(self._outcome, self._note.value.strip(), self._next.value.strip(), self._take_stage))

    def action_focus_on(self, step: int) -> None:
        """The next field."""
        fields: list[Widget] = [self._letters, self._note, self._next]
        if self._form.stage:
            fields.append(self._stage)
        at = fields.index(self.focused) if self.focused in fields else 0
        fields[(at + step) % len(fields)].focus()
        self.call_after_refresh(self._show)

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        self.action_save()

    @on(LineInput.Changed, "#next")
    def _next_changed(self, event: LineInput.Changed) -> None:
        if self.focused is self._next:
            self._next_typed = True
        self._meaning.show(self._meaning_line(event.value))

    def _meaning_line(self, text: str) -> Line:
        meant = pieces(self._form.read_next(text), "muted") if text.strip() else []
        source = [] if self._next_typed or not meant else [Piece(f"   {tr('default')}", "label")]
        return [Piece(" " * (LABEL_CELLS + 2)), *meant, *source]

    def _show(self) -> None:
        room = max(20, min(72, self.app.size.width - 4) - 2)
        self._letters.show(*letter_lines(self._form.outcomes, self._outcome, room))
        sign = "✓" if self._take_stage else "·"
        self._stage.show(
            [
                Piece(tr("Stage").ljust(LABEL_CELLS), "label"),
                Piece(f"{sign} ", "accent bold"),
                Piece(self._form.stage, "strong" if self.focused is self._stage else "text"),
                Piece(f"   {tr('space takes it')}" if self.focused is self._stage else "", "label"),
            ]
        )
        words = tr("letter then enter saves   tab note   at … back-dates   esc close")
        self._hint.show([Piece(words, "label")])


def letter_lines(options: Sequence[Option], chosen: str, cells: int) -> list[Line]:
    """`t talked   v voicemail   …`, as many to a line as fit; the chosen one on the cursor ground with ▌."""
    widest = max((measure([Piece(f"{one.key} {one.label}")]) for one in options), default=1) + 4
    columns = max(1, cells // widest)
    lines: list[Line] = []
    for start in range(0, len(options), columns):
        line: list[Piece] = []
        for option in options[start : start + columns]:
            mine = option.id == chosen
            ground = "@cursor" if mine else ""
            entry = [
                Piece("▌" if mine else " ", f"accent{ground}"),
                Piece(option.key, f"accent{ground} bold"),
                Piece(f" {option.label} ", f"strong{ground} bold" if mine else "text"),
            ]
            line += [*entry, Piece(" " * (widest - measure(entry)))]
        lines.append(fit(line, cells))
    return lines
