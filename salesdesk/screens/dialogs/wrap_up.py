"""The wrap-up of a call: one letter says how it went, after a talk a second one says what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs import wrap_lines
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.wrap_lines import LABEL_CELLS, RESULTS
from salesdesk.widgets.capture_line import Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option
from salesdesk.widgets.text import Line, Piece

# Border and padding above and below.
FRAME = 4


@dataclass(frozen=True, slots=True)
class WrapResult:
    """What was decided; `mail` asks for the draft of a follow-up, `dropped` says there was no call at all."""

    outcome: str = ""
    result: str = ""
    next_step: str = ""
    take_stage: bool = False
    mail: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class WrapForm:
    """What the dialog starts from.

    `talked` are the outcomes after which a result is asked for; `next_for` gives the next step to begin with, by
    outcome, `read_next` what a typed one means, `why_not` why it is no advance (empty: it is one). `stage` is a stage
    to offer, `mail` the template of a follow-up to offer and `no_mail` why there can be none, `also` what else will be
    saved, `before` what was decided when saving did not work.
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
    mail: str = ""
    no_mail: str = ""
    also: Sequence[str] = ()
    before: WrapResult | None = None


class WrapUpDialog(Dialog[WrapResult]):
    """Outcome letter, result letter, next step; enter saves all of it, esc goes back to the call.

    A box that does not fit its terminal is drawn tight: without frame lines, the letters gone once one was chosen.
    """

    DEFAULT_CSS = """
    WrapUpDialog .line { height: 1; }
    WrapUpDialog.-tight > .box { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("tab,down", "focus_on(1)", show=False, priority=True),
        Binding("shift+tab,up", "focus_on(-1)", show=False, priority=True),
    ]

    def __init__(self, form: WrapForm) -> None:
        super().__init__(form.title)
        before = form.before or WrapResult()
        self._form = form
        self._outcome, self._result = before.outcome, before.result
        self._result_typed = bool(before.result)
        self._next_typed = bool(before.outcome)
        self._taken = {"stage": before.take_stage, "mail": before.mail}
        self._complaint = ""
        self._letters, self._results, self._meaning = Lines(id="letters"), Lines(), Lines()
        self._next = LineInput(before.next_step, id="next")
        self._step = Horizontal(
            Prompt(tr("Next step").ljust(LABEL_CELLS), "label"), Prompt("❯ "), self._next, classes="line"
        )
        self._stage, self._mail = Lines(id="stage"), Lines(id="mail")
        self._facts, self._hint = Lines(), Lines()
        self._letters.can_focus = True
        self._stage.can_focus = bool(form.stage)
        self._mail.can_focus = bool(form.mail)

    def compose_box(self) -> Sequence[Widget]:
        return [
            self._letters, self._results, self._step, self._meaning, self._stage, self._mail, self._facts, self._hint,
        ]  # fmt: skip

    def on_mount(self) -> None:
        self._show()
        self._letters.focus()

    def on_resize(self) -> None:
        self._show()

    @property
    def _asks(self) -> bool:
        return self._outcome in self._form.talked

    # Keys

    def on_key(self, event: events.Key) -> None:
        if self.focused is self._next or event.character is None:
            return
        if event.key == "space" and self.focused in (self._stage, self._mail):
            self._take(str(self.focused.id if self.focused else ""))
        elif event.character in {"S", "M"}:
            self._take({"S": "stage", "M": "mail"}[event.character])
        elif event.character == "D":
            self.dismiss(WrapResult(dropped=True))
        elif not self._letter(event.character):
            return
        event.stop()

    def _letter(self, key: str) -> bool:
        """A letter of a result, after a talk, else of an outcome; whether it was one."""
        result = next((one for one in RESULTS if one.key == key), None) if self._asks else None
        outcome = next((one for one in self._form.outcomes if one.key == key), None)
        if result:
            self._result, self._result_typed = result.id, True
        elif outcome:
            self._outcome, self._result_typed = outcome.id, False
            if not self._next_typed:
                self._next.value = self._form.next_for[outcome.id]
        self._complaint = ""
        self._show()
        return bool(result or outcome)

    def _take(self, what: str) -> None:
        if {"stage": self._form.stage, "mail": self._form.mail}[what]:
            self._taken[what] = not self._taken[what]
            self._show()

    def action_save(self) -> None:
        """Save; without an outcome say that its letter is missing."""
        if not self._outcome:
            self._complaint = tr("First the letter of how it went.")
            self._letters.focus()
            self._show()
            return
        self.dismiss(
            WrapResult(
                self._outcome,
                self._result if self._asks else "",
                self._next.value.strip(),
                self._taken["stage"] and self._moves,
                self._taken["mail"] and self._asks,
            )
        )

    def action_focus_on(self, step: int) -> None:
        """The next field, or the one before."""
        fields: list[Widget] = [self._letters, self._next]
        fields += [one for one in (self._stage, self._mail) if one.can_focus and self._asks]
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

    # Showing

    @property
    def _counts(self) -> str:
        """The result as it will be stored: an advance that says too little is a continuation."""
        if self._result == "advance" and self._form.why_not(self._next.value):
            return "continuation"
        return self._result

    @property
    def _moves(self) -> bool:
        return self._counts == "advance" and self._asks

    def _show(self) -> None:
        if self._asks and not self._result_typed:
            self._result = "continuation" if self._form.why_not(self._next.text) else "advance"
        height = self.app.size.height
        # The step itself takes a row of its own.
        if sum(map(len, self._parts(tight=False))) + 1 + FRAME <= height:
            self._draw(tight=False)
        else:
            self._draw(tight=True)

    def _draw(self, *, tight: bool) -> None:
        self.set_class(tight, "-tight")
        self._step.display = bool(self._outcome) or not tight
        parts = (self._letters, self._results, self._meaning, self._stage, self._mail, self._facts, self._hint)
        for widget, lines in zip(parts, self._parts(tight=tight), strict=True):
            widget.show(*lines)
            widget.display = bool(lines) or widget.can_focus

    def _parts(self, *, tight: bool) -> list[list[Line]]:
        """The lines of each part, from top to bottom."""
        form = self._form
        cells = max(20, min(72 if tight else 70, self.app.size.width - (4 if tight else 6)))
        text = self._next.text
        why = form.why_not(text) if self._result == "advance" and self._counts != "advance" else ""
        source = ""
        if not self._next_typed and self._outcome:
            source = tr("from your > line") if form.from_line and self._asks else tr("default")
        meaning = form.read_next(text) if text.strip() else ""
        hints = wrap_lines.hint_lines(tight=tight)
        if self._complaint:
            hints[0 if tight else 1] = [Piece(self._complaint, "warn")]
        return [
            wrap_lines.outcome_lines(form.outcomes, self._outcome, cells, tight=tight),
            wrap_lines.result_lines(
                self._result, asks=self._asks, decided=bool(self._outcome), why=why, cells=cells, tight=tight
            ),
            [] if tight and (not self._outcome or why) else wrap_lines.meaning_lines(meaning, source, cells, tight=tight),
            self._offer("stage") if form.stage and (self._asks or not tight) else [],
            self._offer("mail") if (form.mail or form.no_mail) and self._asks else [],
            [] if tight else wrap_lines.fact_lines(form.coverage, form.also),
            hints,
        ]  # fmt: skip

    def _offer(self, what: str) -> list[Line]:
        form = self._form
        if what == "stage":
            told = tr("S moves it there") if self._moves else tr("after an advance")
            label, name, possible = tr("Deal stage"), form.stage, self._moves
        else:
            told = tr("M keeps a draft in the outbox") if form.mail else form.no_mail
            label, name, possible = tr("Mail"), form.mail or tr("none"), bool(form.mail)
        focused = self.focused is (self._stage if what == "stage" else self._mail)
        return [
            wrap_lines.offer_line(
                label, name, told, taken=self._taken[what], possible=possible, focused=focused
            )
        ]  # fmt: skip
