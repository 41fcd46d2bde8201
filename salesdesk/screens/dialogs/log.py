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
from salesdesk.widgets.options import Option, flow_lines, letter_lines
from salesdesk.widgets.text import Cell, Line, Piece, fit, pieces

LABEL_CELLS = 8
WIDEST = 80
# What the box takes from the width of the screen: border and padding.
FRAME = 6


@dataclass(frozen=True, slots=True)
class LogKind:
    """A channel: the capital letter that switches to it, its name, and how a contact on it can end.

    `inbound` says that it came from them; `note` a channel whose words are all there is; `placed` one that is held
    somewhere.
    """

    id: str
    key: str
    label: str
    outcomes: Sequence[Option]
    inbound: str = ""
    note: bool = False
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """A next step as text, and where it comes from: the default, or what is planned already."""

    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class LogForm:
    """What the dialog starts from: the channels and the one it begins with.

    `next_for(outcome id)` proposes the next step, `read_next(text)` says what a typed one means, `read_note(text,
    kind)` what was recognised in the note of a touch of that channel, `tried(outcome id)` which attempt it is; `ways_out(outcome id)` are next steps that end
    the trying, each with a letter of its own. `stage` is a change of stage to offer (empty: none).
    """

    kinds: Sequence[LogKind]
    start: str
    next_for: Callable[[str], Proposed]
    read_next: Callable[[str], Cell]
    read_note: Callable[[str, LogKind], Cell]
    tried: Callable[[str], Cell]
    ways_out: Callable[[str], Sequence[Option]]
    stage: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LogResult:
    """The touch to save; `next_step` is empty when there is to be none, `direction` when it is the usual one."""

    outcome: str
    note: str
    next_step: str
    take_stage: bool = False
    direction: str = ""


class Letters(Lines, can_focus=True):
    """The letters of the outcomes. A key is theirs that came while they had the focus, also when a tab typed right
    behind it has moved the focus on by the time it is handled."""

    def __init__(self, press: Callable[[events.Key], bool]) -> None:
        super().__init__(id="letters")
        self._press = press

    def on_key(self, event: events.Key) -> None:
        if self._press(event):
            event.stop()


class LogDialog(Dialog[LogResult]):
    """Outcome letters, a note, the next step read as it is typed; esc keeps `draft` for the next time."""

    DEFAULT_CSS = f"""
    LogDialog > .box {{ width: {WIDEST}; }}
    LogDialog .line {{ height: 1; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("tab", "focus_on(1)", show=False, priority=True),
        Binding("shift+tab", "focus_on(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, form: LogForm, *, aside: str = "") -> None:
        super().__init__(title, aside=aside)
        self._form = form
        self._kind = next((k for k in form.kinds if k.id == form.start), form.kinds[0])
        self._outcome = ""
        self._inbound = False
        self._take_stage = False
        self._next_typed = False
        self._proposed = Proposed()
        self._kinds = Lines(id="kinds")
        self._letters = Letters(self._press)
        self._note = LineInput(form.note, id="note")
        self._said = Lines([], id="said")
        self._next = LineInput(id="next")
        self._meaning = Lines([], id="meaning")
        self._ways = Lines(id="ways")
        self._stage = Lines(id="stage")
        self._stage.can_focus = bool(form.stage)
        self._hint = Lines([], id="hint")

    @property
    def draft(self) -> str:
        """The note typed so far."""
        return self._note.text

    def compose_box(self) -> Sequence[Widget]:
        return [
            self._kinds,
            Gap(),
            self._letters,
            Gap(),
            Horizontal(Prompt(tr("Note").ljust(LABEL_CELLS), "label"), Prompt("❯ "), self._note, classes="line"),
            self._said,
            Horizontal(Prompt(tr("Next").ljust(LABEL_CELLS), "label"), Prompt("❯ "), self._next, classes="line"),
            self._meaning,
            self._ways,
            *([self._stage] if self._form.stage else []),
            Gap(),
            self._hint,
        ]

    def on_mount(self) -> None:
        self._letters.focus()
        self._use(self._kind)

    def on_resize(self) -> None:
        self._show()

    # Keys

    def on_key(self, event: events.Key) -> None:
        if self.focused is self._stage and event.key == "space":
            event.stop()
            self._take_stage = not self._take_stage
            self._show()

    def _press(self, event: events.Key) -> bool:
        """A key while the letters have the focus; whether it meant something."""
        sign = event.character or ""
        outcome = next((one for one in self._kind.outcomes if one.key == sign), None)
        way = next((one for one in self._ways_out() if one.key == sign), None)
        kind = next((one for one in self._form.kinds if one.key == sign), None)
        if outcome is not None:
            self._choose(outcome.id)
        elif way is not None:
            self._next_typed = False
            self._propose(Proposed(way.id))
        elif kind is not None:
            self._use(kind)
        elif event.key in {"left", "right"}:
            at = self._form.kinds.index(self._kind) + (1 if event.key == "right" else -1)
            self._use(self._form.kinds[at % len(self._form.kinds)])
        elif event.key == "space":
            self._inbound = not self._inbound
            self._show()
        else:
            return False
        return True

    def _use(self, kind: LogKind) -> None:
        """Switch to a channel; when it can end in one way only, it did, and of a note the words are what is left."""
        self._kind = kind
        self._outcome = ""
        if len(kind.outcomes) == 1:
            self._choose(kind.outcomes[0].id)
            if kind.note:
                self._note.focus()
        else:
            self._propose(Proposed())

    def _choose(self, outcome: str) -> None:
        self._outcome = outcome
        self._propose(self._form.next_for(outcome))

    def _propose(self, proposed: Proposed) -> None:
        """A next step into its line, unless one was typed."""
        if not self._next_typed:
            self._proposed = proposed
            self._next.value = proposed.text
        self._show()

    def _ways_out(self) -> Sequence[Option]:
        return self._form.ways_out(self._outcome) if self._outcome else ()

    def action_save(self) -> None:
        """Save; without an outcome say that one letter is missing."""
        if not self._outcome:
            self._hint.show([Piece(tr("First the letter of the outcome."), "warn")])
            self._letters.focus()
            return
        note, step = self._note.value.strip(), self._next.value.strip()
        self.dismiss(LogResult(self._outcome, note, step, self._take_stage, "in" if self._inbound else ""))

    def action_focus_on(self, step: int) -> None:
        """The next field."""
        fields: list[Widget] = [self._letters, self._note, self._next]
        if self._form.stage:
            fields.append(self._stage)
        at = fields.index(self.focused) if self.focused in fields else 0
        # At once: the letter typed right behind a tab is for the next field.
        self.set_focus(fields[(at + step) % len(fields)])

    def on_descendant_focus(self) -> None:
        """What the keys do now is another thing."""
        self._show()

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        self.action_save()

    @on(LineInput.Changed, "#note")
    def _note_changed(self) -> None:
        self._show_said()

    @on(LineInput.Changed, "#next")
    def _next_changed(self, event: LineInput.Changed) -> None:
        if self.focused is self._next:
            self._next_typed = True
        self._meaning.show(self._meaning_line(event.value))

    # Showing

    def _below(self, cell: Cell) -> Line:
        return [Piece(" " * (LABEL_CELLS + 2)), *pieces(cell, "muted")]

    def _meaning_line(self, text: str) -> Line:
        parts = [pieces(self._form.read_next(text), "muted")] if text.strip() else []
        if text.strip() and not self._next_typed and self._proposed.source:
            parts.append([Piece(self._proposed.source, "label")])
        if self._outcome and (tried := self._form.tried(self._outcome)):
            parts.append(pieces(tried, "muted"))
        return self._below([piece for part in parts for piece in (*part, Piece("   "))])

    def _show(self) -> None:
        room = self._room
        kinds = [Option(kind.id, kind.label, kind.key) for kind in self._form.kinds]
        self._kinds.show(*flow_lines(kinds, self._kind.id, room))
        self._letters.show(*letter_lines(self._kind.outcomes, self._outcome, room))
        self._meaning.show(self._meaning_line(self._next.value))
        ways = self._ways_out()
        self._ways.show(*([self._ways_line(ways)] if ways else []))
        self._show_said()
        self._show_stage()
        self._hint.show([Piece(self._hint_words(), "label")])

    def _ways_line(self, ways: Sequence[Option]) -> Line:
        line = self._below("")
        for way in ways:
            line = [*line, Piece(way.key, "accent bold"), Piece(f" {way.label}   ", "text")]
        return line

    @property
    def _room(self) -> int:
        return max(20, min(WIDEST, self.app.size.width) - FRAME)

    def _show_said(self) -> None:
        said = pieces(self._form.read_note(self._note.text, self._kind), "muted")
        began = [Piece(f"{self._kind.inbound}   ", "accent")] if self._inbound else []
        self._said.show(fit(self._below([*began, *said]), self._room))

    def _show_stage(self) -> None:
        there = self.focused is self._stage
        self._stage.show(
            [
                Piece(tr("Stage").ljust(LABEL_CELLS), "label"),
                Piece("✓ " if self._take_stage else "· ", "accent bold"),
                Piece(self._form.stage, "strong" if there else "text"),
                Piece(f"   {tr('space takes it')}" if there else "", "label"),
            ]
        )

    def _hint_words(self) -> str:
        if self.focused is self._note:
            return tr('first: in, 12m, at yesterday 15:00   "their own words"   @name tells')
        if self.focused is self._next:
            return tr("call thu 10:00   promised   nurture   disqualify   empty plans none")
        return tr("letter, enter saves   capital: channel   space: {words}   tab note", words=self._kind.inbound)
