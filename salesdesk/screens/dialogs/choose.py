"""Menus of letters: a stage, a lost reason, what to copy, a view, where to go."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.options import Option, Options
from salesdesk.widgets.text import Cell, Line, Piece, cut, fit, pieces

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True, slots=True)
class Choice:
    """The option chosen."""

    id: str


def with_letters(options: Sequence[Option]) -> list[Option]:
    """The options, each with a key: its own, else the first free letter of its label, else any free one."""
    taken = {option.key for option in options if option.key}
    lettered = []
    for option in options:
        key = option.key or next((c for c in option.label.lower() + _LETTERS if c in _LETTERS and c not in taken), "")
        taken.add(key)
        lettered.append(Option(option.id, option.label, key, option.hint, option.aside))
    return lettered


class ChooseDialog(Dialog[Choice]):
    """Options one below the other; a letter takes its option at once, arrows and enter do as well.

    `about` is said above them, for instance the record or `3 leads`.
    """

    def __init__(self, title: str, options: Sequence[Option], *, about: Cell = "", aside: str = "") -> None:
        super().__init__(title, aside=aside)
        self._given = with_letters(options)
        self._options = Options(self._given, max(1, len(self._given)))
        self._about = about

    def compose_box(self) -> Sequence[Widget]:
        about = [Lines(pieces(self._about, "muted")), Gap()] if self._about else []
        return [
            *about,
            self._options,
            Gap(),
            Lines([Piece(tr("letter or enter chooses   esc close"), "label")]),
        ]

    def on_resize(self) -> None:
        self._options.styles.height = max(1, min(len(self._given), self.app.size.height - 8))

    def on_key(self, event: events.Key) -> None:
        steps = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10, "tab": 1}
        option = next((one for one in self._given if one.key and one.key == event.character), None)
        if option is not None:
            self._take(event, option)
        elif event.key == "enter" and self._options.chosen:
            self._take(event, self._options.chosen)
        elif event.key in steps:
            event.stop()
            self._options.step(steps[event.key])

    def _take(self, event: events.Key, option: Option) -> None:
        event.stop()
        self.dismiss(Choice(option.id))

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        self.dismiss(Choice(event.option.id))


class GotoDialog(Dialog[Choice]):
    """The go-to menu: letters in columns, then lines of their own; any letter goes there and closes.

    `places` stand in columns (`t Today`), `lists` one per line with their hint (`n No next step   7 items`).
    """

    COLUMNS = 4

    def __init__(self, places: Sequence[Option], lists: Sequence[Option] = (), *, title: str = "") -> None:
        super().__init__(title or tr("g  go to"))
        self._places = list(places)
        self._lists = list(lists)

    def compose_box(self) -> Sequence[Widget]:
        ends = [
            Option("top", tr("top of list"), "g"),
            Option("bottom", tr("bottom"), "G"),
            Option("previous", tr("previous place"), "-"),
        ]
        self._all = [*self._places, *self._lists, *ends]
        starts = range(0, len(self._places), self.COLUMNS)
        lines = [_columns(self._places[start : start + self.COLUMNS], 17) for start in starts]
        if self._lists:
            lines.append([])
            lines += [_list_line(option) for option in self._lists]
        lines += [[], _columns(ends, 17)]
        return [Lines(*lines), Gap(), Lines([Piece(tr("esc close"), "label")])]

    def on_key(self, event: events.Key) -> None:
        option = next((one for one in self._all if one.key == event.character), None)
        if option is not None:
            event.stop()
            self.dismiss(Choice(option.id))


def _columns(options: Sequence[Option], cells: int) -> Line:
    line: list[Piece] = []
    for option in options:
        line.append(Piece(f"{option.key} ", "accent bold"))
        line += fit(Piece(cut(option.label, cells - 3), "text"), cells - 2)
    return line


def _list_line(option: Option) -> Line:
    return [
        Piece(f"{option.key} ", "accent bold"),
        *fit(Piece(cut(option.label, 30), "text"), 32),
        Piece(cut(option.hint, 36), "muted"),
    ]
