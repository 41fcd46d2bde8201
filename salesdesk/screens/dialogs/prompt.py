"""Dialogs with one line to type: the next step, a due day, a field, or anything else."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from textual import events, on, work
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.capture_line import Gap, Prompt
from salesdesk.widgets.input_line import LineInput, Spans
from salesdesk.widgets.options import Option, letter_lines
from salesdesk.widgets.text import Cell, Line, Piece, pieces

# What a typed text means; an InvalidText instead says why it cannot be taken.
Read = Callable[[str], "Cell | InvalidText"]
# Runs what reads the store in a thread.
Meant = Callable[[], "Cell | InvalidText"]
Away = Callable[[Meant], Awaitable["Cell | InvalidText"]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InvalidText:
    """Why a text cannot be taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class TextResult:
    """The text that was entered."""

    text: str


@dataclass(frozen=True, slots=True)
class EditResult:
    """A field and its new value as typed."""

    field: str
    text: str


class MeaningDialog(Dialog[T]):
    """Below a line stands what is typed in it means. A reading that asks the store is given `away`, which runs it in a
    thread (`desk_app.read`)."""

    def __init__(self, title: str, *, away: Away | None = None, aside: str = "") -> None:
        super().__init__(title, aside=aside)
        self._away = away
        self._meaning = Lines([])

    def show_meaning(self, read: Meant) -> None:
        """Show what was typed means."""
        if self._away:
            self._look(read)
        else:
            self._meaning.show(_meaning_line(read()))

    def take(self, read: Meant, result: T) -> None:
        """Close with the result, unless what was typed is not valid."""
        if self._away:
            # What is typed meanwhile is for whoever comes next.
            self.app.hold_keys()  # type: ignore[attr-defined]
            self._take(read, result)
        elif not isinstance(read(), InvalidText):
            self.dismiss(result)

    @work(exclusive=True, group="meaning")
    async def _look(self, read: Meant) -> None:
        await self._shown_away(read)

    @work(exclusive=True, group="meaning")
    async def _take(self, read: Meant, result: T) -> None:
        try:
            if not isinstance(await self._shown_away(read), InvalidText):
                self.dismiss(result)
        finally:
            self.app.release_keys()  # type: ignore[attr-defined]

    async def _shown_away(self, read: Meant) -> "Cell | InvalidText":
        meant = await self._away(read) if self._away else ""
        self._meaning.show(_meaning_line(meant))
        return meant


class PromptDialog(MeaningDialog[TextResult]):
    """One line with its meaning below as it is typed; enter takes it unless `read` says it is not valid. A value that
    is only `offered` goes with the first letter that is typed.

    A `read` that asks the store is given `away`.
    """

    DEFAULT_CSS = """
    PromptDialog .line { height: 1; }
    """

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        read: Read | None = None,
        away: Away | None = None,
        about: Cell = "",
        aside: str = "",
        placeholder: str = "",
        spans: Spans | None = None,
        hint: str = "",
        may_be_empty: bool = True,
        secret: bool = False,
        offered: bool = False,
    ) -> None:
        super().__init__(title, away=away if read else None, aside=aside)
        self._read = read
        self._about = about
        self._hint = hint or tr("enter saves   esc close")
        self._may_be_empty = may_be_empty
        self._input = LineInput(value, placeholder=placeholder, spans=spans, secret=secret, offered=offered)

    @property
    def draft(self) -> str:
        """What is typed so far."""
        return self._input.text

    def compose_box(self) -> Sequence[Widget]:
        about = [Lines(pieces(self._about, "muted")), Gap()] if self._about else []
        return [
            *about,
            Horizontal(Prompt("❯ "), self._input, classes="line"),
            self._meaning,
            Gap(),
            Lines([Piece(self._hint, "label")]),
        ]

    def on_mount(self) -> None:
        self._input.focus()
        self.typed(self._input.text)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self.typed(event.value)

    def typed(self, text: str) -> None:
        """Show what a text means."""
        self.show_meaning(partial(self._meant, text))

    def _meant(self, text: str) -> "Cell | InvalidText":
        return self._read(text) if self._read and text.strip() else ""

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        text = self._input.value.strip()
        if text or self._may_be_empty:
            self.entered(text)

    def entered(self, text: str) -> None:
        """Take a text, unless it is not valid."""
        if text:
            self.take(partial(self._meant, text), TextResult(text))
        else:
            self.dismiss(TextResult(text))

    def to_start(self) -> None:
        """Put the cursor in front of the text."""
        self._input.cursor_position = 0


def _meaning_line(meant: "Cell | InvalidText") -> Line:
    if isinstance(meant, InvalidText):
        return [Piece(f"▲ {meant.reason}", "bad")]
    return [Piece("  "), *pieces(meant, "muted")]


class NextStepDialog(PromptDialog):
    """Change the next step: `call thu 10:00 about the contract`."""

    def __init__(self, about: str, value: str, read: Read, *, away: Away | None = None, count: int = 1) -> None:
        aside = plural(count, tr("record"), tr("records")) if count > 1 else ""
        super().__init__(tr("Next step: {about}", about=about), value, read=read, away=away, aside=aside)


class DueDialog(PromptDialog):
    """Move the due day. `1`-`9` (days), `m` and `w` save at once; another letter begins a text.

    With several records a digit begins a text too, so that `40/day` can be typed. The result is a text in the
    date language: `+3d`, `mon`, `+1w`, or what was typed.
    """

    def __init__(self, about: str, read: Read, *, count: int = 1) -> None:
        several = tr("   40/day spreads them over working days") if count > 1 else ""
        super().__init__(
            tr("Due: {about}", about=about),
            read=read,
            aside=plural(count, tr("record"), tr("records")) if count > 1 else "",
            placeholder=tr("1-9 days   m Monday   w a week   or type: 30nov, fri, +2w"),
            hint=tr("enter saves   esc close") + several,
            may_be_empty=False,
        )
        self._count = count
        self._input.can_focus = False

    def on_mount(self) -> None:
        self._meaning.show([])

    def on_key(self, event: events.Key) -> None:
        if self._input.has_focus or not event.character or not event.is_printable:
            return
        event.stop()
        quick = {"m": "mon", "w": "+1w"}.get(event.character, "")
        if event.character in "123456789" and self._count == 1:
            quick = f"+{event.character}d"
        if quick:
            self.dismiss(TextResult(quick))
            return
        self._input.can_focus = True
        self._input.focus()
        self._input.value = event.character.strip()
        self._input.cursor_position = len(self._input.value)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be edited: its letter, its label, its value as text, whether one goes on writing at its end."""

    id: str
    key: str
    label: str
    value: str = ""
    prose: bool = False


class EditDialog(MeaningDialog[EditResult]):
    """Choose a field by its letter, then type its value; `read(field, text)` says what it means, in a thread of `away`."""

    DEFAULT_CSS = """
    EditDialog .line { height: 1; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        read: Callable[[str, str], "Cell | InvalidText"] | None = None,
        away: Away | None = None,
    ) -> None:
        super().__init__(title, away=away)
        self._fields = list(fields)
        self._read = read
        self._field: Field | None = None
        self._letters = Lines()
        self._letters.can_focus = True
        self._input = LineInput()
        self._input.can_focus = False
        self._label = Lines([])

    def compose_box(self) -> Sequence[Widget]:
        return [
            self._letters,
            Gap(),
            self._label,
            Horizontal(Prompt("❯ "), self._input, classes="line"),
            self._meaning,
            Gap(),
            Lines([Piece(tr("letter chooses the field   enter saves   esc close"), "label")]),
        ]

    def on_mount(self) -> None:
        self._show()
        self._letters.focus()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        room = max(20, min(72, self.app.size.width - 4) - 2)
        options = [Option(field.id, field.label, field.key) for field in self._fields]
        self._letters.show(*letter_lines(options, self._field.id if self._field else "", room))
        self._label.show([Piece(self._field.label if self._field else tr("Which field?"), "label")])

    def on_key(self, event: events.Key) -> None:
        if self._input.has_focus:
            return
        field = next((one for one in self._fields if one.key == event.character), None)
        if field is not None:
            event.stop()
            self._field = field
            self._show()
            self._input.can_focus = True
            self._input.focus()
            self._input.offer(field.value, kept=field.prose)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self.show_meaning(partial(self._meant, event.value))

    def _meant(self, text: str) -> "Cell | InvalidText":
        return self._read(self._field.id, text) if self._read and self._field else ""

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        text = self._input.value.strip()
        if self._field is not None:
            self.take(partial(self._meant, text), EditResult(self._field.id, text))
