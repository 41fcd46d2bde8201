"""The first run: one screen, one key to something useful, then one line about who works here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from salesdesk import clock
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.money import currency_code
from salesdesk.domain.text import clean
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Lines
from salesdesk.screens.dialogs.prompt import InvalidText, PromptDialog, TextResult
from salesdesk.services.settings import week_day
from salesdesk.services.setup import Beginning, guess
from salesdesk.themes import THEMES
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap, Preview, PreviewRow, Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Piece

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class FirstStep:
    """What was chosen: `demo`, `import` or `empty`; for the last two how the workspace begins and a first line."""

    choice: str
    beginning: Beginning | None = None
    line: str = ""


class StartScreen(Screen[FirstStep]):
    """Demo, import, or the first lead; a digit acts only while the line is empty."""

    DEFAULT_CSS = """
    StartScreen { background: $background; align: center middle; }
    StartScreen > Vertical { width: 68; max-width: 100%; height: auto; }
    StartScreen Lines, StartScreen Gap, StartScreen Preview, StartScreen Prompt { background: $background; }
    StartScreen .line { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "clear", show=False)]

    def compose(self) -> ComposeResult:
        self._input = LineInput(placeholder=tr("call Anna Lindqvist Acme Nordic tomorrow 9am #pricing"))
        self._preview = Preview(4)
        with Vertical():
            yield Lines([Piece(f"{glyphs().brand} ", "accent bold"), Piece("salesdesk", "strong bold")])
            yield Gap()
            yield Lines([Piece(tr("Your sales day, in the terminal. Everything stays on this machine."), "text")])
            yield Gap()
            yield Lines(
                _option("1", tr("Look around with demo data"), tr("a year of a team, safe to break")),
                _option("2", tr("Import leads from a CSV"), tr("columns are matched for you")),
                _option("3", tr("Start empty"), tr("or type your first lead below")),
            )
            yield Gap()
            yield Horizontal(Prompt("❯ "), self._input, classes="line")
            yield self._preview
            yield Gap()
            yield Lines([Piece(tr("enter saves   q quits"), "label")])

    def on_mount(self) -> None:
        for widget in self.query(LineWidget):
            widget.GROUND = "background"
        self._input.styles.background = "transparent"
        self._input.focus()

    def action_clear(self) -> None:
        """An empty line again."""
        self._input.value = ""

    def on_key(self, event: events.Key) -> None:
        """The digits and q, while nothing is typed; the input has not seen the key yet."""
        if self._input.value or event.character not in {"1", "2", "3", "q"}:
            return
        event.stop()
        event.prevent_default()
        self.choose(event.character)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        if event.value in {"1", "2", "3", "q"}:
            self._input.value = ""
            self.choose(event.value)
            return
        said = parse_capture(event.value, clock.today("UTC"))
        rows = [PreviewRow(p.label, p.label.capitalize(), p.text) for p in said.pieces[:4]]
        self._preview.show(rows)

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        if self._input.value.strip():
            self._ask("empty", clean(self._input.value))

    def choose(self, key: str) -> None:
        """What a digit means."""
        if key == "q":
            self.app.exit(None)
        elif key == "1":
            self.app.exit(FirstStep("demo"))
        else:
            self._ask("import" if key == "2" else "empty", "")

    def _ask(self, choice: str, line: str) -> None:
        found = guess()
        value = f", {found.currency}, {found.time_zone}, {_WEEK[found.week_start]}"
        dialog = PromptDialog(
            tr("Who works here?"),
            value,
            read=lambda text: _meaning(text, found),
            about=tr("your name, currency, time zone, first day of the week"),
            may_be_empty=False,
        )

        def begin(result: TextResult | None) -> None:
            if result is not None:
                self.app.exit(FirstStep(choice, read_beginning(result.text, found), line))

        self.app.push_screen(dialog, begin)
        self.app.call_after_refresh(dialog.to_start)


class StartApp(App[FirstStep | None]):
    """Runs the first screen alone; returns what was chosen, None when it was left."""

    ENABLE_COMMAND_PALETTE = False

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "ink"
        self.push_screen(StartScreen())


def read_beginning(text: str, found: Beginning) -> Beginning:
    """`Maya Kessler, EUR, Europe/Budapest, monday` in any order after the name; InvalidError for what does not fit."""
    name, *rest = [part.strip() for part in text.split(",")]
    currency, zone, day = found.currency, found.time_zone, found.week_start
    for part in filter(None, rest):
        if "/" in part or part.upper() == "UTC":
            clock.zone(part)
            zone = part
        elif len(part) == 3 and part.isalpha() and part.lower() not in {d[:3] for d in _WEEK}:
            currency = currency_code(part)
        else:
            day = week_day(part)
    return Beginning(clean(name), currency, zone, day, found.date_order, found.language)


def _meaning(text: str, found: Beginning) -> str | InvalidText:
    try:
        read = read_beginning(text, found)
    except SalesdeskError as error:
        return InvalidText(str(error))
    if not read.me:
        return InvalidText(tr("Type your name in front."))
    return tr(
        "{name}, amounts in {currency}, days in {zone}, weeks from {day}",
        name=read.me, currency=read.currency, zone=read.time_zone, day=_WEEK[read.week_start],
    )  # fmt: skip


def _option(key: str, label: str, hint: str) -> Sequence[Piece]:
    return [Piece(f"  {key}  ", "accent bold"), Piece(f"{label:<31}", "strong"), Piece(hint, "muted")]
