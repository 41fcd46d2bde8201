"""The wrap-up of a call: one letter says how it went, after a talk a second one says what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap, Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option
from salesdesk.widgets.text import Line, Piece, measure, words

LABEL_CELLS = 11
RESULTS = (
    Option("order", "order", "o"),
    Option("advance", "advance", "a"),
    Option("continuation", "continuation", "c"),
    Option("no-sale", "no sale", "x"),
)


@dataclass(frozen=True, slots=True)
class WrapResult:
    """What was decided; `dropped` when there was no call at all."""

    outcome: str = ""
    result: str = ""
    next_step: str = ""
    take_stage: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class WrapForm:
    """What the dialog starts from.

    `talked` are the outcomes after which a result is asked for; `next_for` gives the next step to begin with, by
    outcome, `read_next` what a typed one means, `why_not` why it is no advance (empty: it is one). `stage` is a stage
    to offer, `also` what else will be saved, `before` what was decided when saving did not work.
    """

    title: str
    outcomes: Sequence[Option]
    talked: frozenset[str]
    next_for: Mapping[str, str]
    from_line: bool
    read_next: Callable[[str], str]
    why_not: Callable[[str], str]
    coverage: str
    stage: str = ""
    also: Sequence[str] = ()
    before: WrapResult | None = None


class WrapUpDialog(Dialog[WrapResult]):
    """Outcome letter, result letter, next step; enter saves all of it, esc goes back to the call."""

    DEFAULT_CSS = """
    WrapUpDialog .line { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("tab", "focus_on(1)", show=False, priority=True),
        Binding("shift+tab", "focus_on(-1)", show=False, priority=True),
    ]

    def __init__(self, form: WrapForm) -> None:
        super().__init__(form.title)
        before = form.before or WrapResult()
        self._form = form
        self._outcome, self._result = before.outcome, before.result
        self._result_typed = bool(before.result)
        self._next_typed = bool(before.outcome)
        self._take_stage = before.take_stage
        self._letters = Lines(id="letters")
        self._letters.can_focus = True
        self._results = Lines([])
        self._next = LineInput(before.next_step, id="next")
        self._meaning = Lines([])
        self._stage = Lines(id="stage")
        self._stage.can_focus = bool(form.stage)
        self._hint = Lines([])

    def compose_box(self) -> Sequence[Widget]:
        facts: list[Line] = [[Piece(tr("Asked").ljust(LABEL_CELLS), "label"), Piece(self._form.coverage, "muted")]]
        if self._form.also:
            facts.append([Piece(tr("Also").ljust(LABEL_CELLS), "label"), Piece(", ".join(self._form.also), "muted")])
        return [
            self._letters,
            Gap(),
            self._results,
            Horizontal(Prompt(tr("Next step").ljust(LABEL_CELLS), "label"), Prompt("❯ "), self._next, classes="line"),
            self._meaning,
            *([self._stage] if self._form.stage else []),
            Lines(*facts),
            Gap(),
            self._hint,
        ]

    def on_mount(self) -> None:
        self._show()
        self._letters.focus()

    def on_resize(self) -> None:
        self._show()

    @property
    def _asks(self) -> bool:
        return self._outcome in self._form.talked

    def on_key(self, event: events.Key) -> None:
        if self.focused is self._letters and event.character:
            result = next((one for one in RESULTS if one.key == event.character), None) if self._asks else None
            outcome = next((one for one in self._form.outcomes if one.key == event.character), None)
            if result:
                event.stop()
                self._result, self._result_typed = result.id, True
                self._show()
            elif outcome:
                event.stop()
                self._choose(outcome.id)
            elif event.character == "D":
                event.stop()
                self.dismiss(WrapResult(dropped=True))
        elif self.focused is self._stage and event.key == "space":
            event.stop()
            self._take_stage = not self._take_stage
            self._show()

    def _choose(self, outcome: str) -> None:
        self._outcome = outcome
        self._result_typed = False
        if not self._next_typed:
            self._next.value = self._form.next_for[outcome]
        self._show()

    def action_save(self) -> None:
        """Save; without an outcome say that its letter is missing."""
        if not self._outcome:
            self._hint.show([Piece(tr("First the letter of how it went."), "warn")])
            self._letters.focus()
            return
        result = self._result if self._asks else ""
        stage = self._take_stage and self._counts == "advance"
        self.dismiss(WrapResult(self._outcome, result, self._next.value.strip(), stage))

    def action_focus_on(self, step: int) -> None:
        """The next field."""
        fields: list[Widget] = [self._letters, self._next]
        if self._form.stage:
            fields.append(self._stage)
        at = fields.index(self.focused) if self.focused in fields else 0
        fields[(at + step) % len(fields)].focus()
        self.call_after_refresh(self._show)

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        self.action_save()

    @on(LineInput.Changed, "#next")
    def _next_changed(self) -> None:
        if self.focused is self._next:
            self._next_typed = True
        self._show()

    @property
    def _counts(self) -> str:
        """The result as it will be stored: an advance that says too little is a continuation."""
        if self._result == "advance" and self._form.why_not(self._next.value):
            return "continuation"
        return self._result

    def _show(self) -> None:
        room = max(20, min(72, self.app.size.width - 4) - 2)
        text = self._next.text
        if self._asks and not self._result_typed:
            self._result = "continuation" if self._form.why_not(text) else "advance"
        self._letters.show([Piece(tr("How did it go?"), "label")], *flowing(self._form.outcomes, self._outcome, room))
        self._results.show(*self._result_lines(room), [])
        self._meaning.show(*self._meaning_lines(text, room))
        ready = self._counts == "advance" and self._asks
        sign = "✓" if self._take_stage and ready else "·"
        words_ = tr("space moves it there") if ready else tr("after an advance")
        self._stage.show(
            [
                Piece(tr("Deal stage").ljust(LABEL_CELLS), "label"),
                Piece(f"{sign} ", "accent bold"),
                Piece(self._form.stage, "strong" if self.focused is self._stage else "text" if ready else "muted"),
                Piece(f"   {words_}", "label"),
            ]
        )
        self._hint.show(
            [Piece(tr("enter saves all of it   tab next step   esc back to the call"), "label")],
            [Piece(tr("D if there was no call: nothing is kept"), "label")],
        )

    def _result_lines(self, room: int) -> list[Line]:
        if not self._asks:
            counts = (
                tr("counts as an attempt")
                if self._outcome
                else tr("after a talk: order, advance, continuation, no sale")
            )
            return [[Piece(tr("Result").ljust(LABEL_CELLS), "label"), Piece(counts, "muted")]]
        label = Piece(tr("Result").ljust(LABEL_CELLS), "label")
        lines: list[Line] = [
            [label if number == 0 else Piece(" " * LABEL_CELLS), *line]
            for number, line in enumerate(flowing(RESULTS, self._result, room - LABEL_CELLS))
        ]
        if self._result == "advance" and self._counts != "advance":
            why = tr("kept as a continuation: {why}", why=self._form.why_not(self._next.value))
            lines += [[Piece(" " * LABEL_CELLS), Piece(line, "warn")] for line in words(why, room - LABEL_CELLS)]
        return lines

    def _meaning_lines(self, text: str, room: int) -> list[Line]:
        if not text.strip():
            return [[Piece(" " * (LABEL_CELLS + 2)), Piece(tr("none"), "muted")]]
        meant = words(self._form.read_next(text), room - LABEL_CELLS - 2)
        source = ""
        if not self._next_typed and self._outcome:
            source = tr("from your > line") if self._form.from_line and self._asks else tr("default")
        lines: list[Line] = [[Piece(" " * (LABEL_CELLS + 2)), Piece(part, "muted")] for part in meant]
        if source and measure(lines[-1]) + len(source) + 3 <= room:
            lines[-1] = [*lines[-1], Piece(f"   {source}", "label")]
        elif source:
            lines.append([Piece(" " * (LABEL_CELLS + 2)), Piece(source, "label")])
        return lines


def flowing(options: Sequence[Option], chosen: str, cells: int) -> list[Line]:
    """`t talked   v voicemail   …`, one behind the other; the chosen one on the cursor ground with ▌."""
    lines: list[list[Piece]] = [[]]
    for option in options:
        mine = option.id == chosen
        ground = "@cursor" if mine else ""
        entry = [
            Piece(glyphs().edge if mine else " ", f"accent{ground}"),
            Piece(option.key, f"accent{ground} bold"),
            Piece(f" {option.label} ", f"strong{ground} bold" if mine else "text"),
            Piece(" "),
        ]
        if lines[-1] and measure([*lines[-1], *entry]) > cells:
            lines.append([])
        lines[-1] += entry
    return [tuple(line) for line in lines]
