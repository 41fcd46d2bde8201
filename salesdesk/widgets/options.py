"""A short list to choose from inside an overlay: a key, a label, a hint; filtered by typing elsewhere."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from textual.message import Message

from salesdesk.domain.text import fold
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Line, Piece, cell, cut, fit, measure, width


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: `key` is the letter that chooses it at once, `id` what the caller gets."""

    id: str
    label: str
    key: str = ""
    hint: str = ""
    aside: str = ""


def matching(options: Sequence[Option], words: str) -> list[Option]:
    """The options that have every word in the label, or at the start of a word of the hint; without case.

    Those whose label or key begins with the first word come first.
    """
    wanted = fold(words).split()
    if not wanted:
        return list(options)
    found = [option for option in options if all(_has(option, word) for word in wanted)]
    return sorted(found, key=lambda option: not _begins(option, wanted[0]))


def _has(option: Option, word: str) -> bool:
    label = fold(f"{option.label} {option.key} {option.id}")
    return word in label or any(part.startswith(word) for part in fold(f"{option.hint} {option.aside}").split())


def _begins(option: Option, word: str) -> bool:
    return any(part.startswith(word) for part in fold(option.label).split()) or fold(option.key) == word


class Options(LineWidget):
    """Shows options with one chosen; the caller moves it with `step` and reads `chosen`."""

    GROUND = "surface"
    DEFAULT_CSS = """
    Options { background: $surface; }
    """

    class Picked(Message):
        """An option was clicked."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    def __init__(
        self,
        options: Sequence[Option],
        rows: int,
        *,
        key_cells: int = 0,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._all = tuple(options)
        self._shown = list(options)
        self._rows = rows
        self._key_cells = key_cells or max((width(option.key) for option in options), default=1)
        self._at = 0
        self._top = 0
        self.styles.height = rows

    @property
    def chosen(self) -> Option | None:
        """The option under the cursor."""
        return self._shown[self._at] if self._shown else None

    @property
    def shown(self) -> Sequence[Option]:
        """The options that match."""
        return tuple(self._shown)

    def filter(self, words: str) -> None:
        """Show the options that match."""
        self._shown = matching(self._all, words)
        self._at = self._top = 0
        self.redraw()

    def found(self, more: Sequence[Option]) -> None:
        """Show these after those that match; they are what was looked for elsewhere."""
        known = {option.id for option in self._all}
        self._shown = [option for option in self._shown if option.id in known]
        self._shown += [option for option in more if option.id not in known]
        self._at = min(self._at, max(0, len(self._shown) - 1))
        self.redraw()

    def step(self, rows: int) -> None:
        """Move the cursor."""
        if self._shown:
            self._at = max(0, min(self._at + rows, len(self._shown) - 1))
            self._top = max(min(self._top, self._at), self._at - self._rows + 1)
            self.redraw()

    def hit(self, mark: Hashable) -> None:
        option = next((one for one in self._shown if one.id == mark), None)
        if option:
            self.post_message(self.Picked(option))

    def on_mouse_scroll_down(self) -> None:
        self.step(3)

    def on_mouse_scroll_up(self) -> None:
        self.step(-3)

    def ground(self, y: int) -> str:
        return "cursor" if self._shown and y == self._at - self._top else "surface"

    def lines(self, cells: int) -> Sequence[Line]:
        shown = self._shown[self._top : self._top + self._rows]
        return [
            option_line(option, cells, self._key_cells, chosen=index + self._top == self._at)
            for index, option in enumerate(shown)
        ]


def option_line(option: Option, cells: int, key_cells: int, *, chosen: bool = False) -> Line:
    """` key  label   hint          aside` in `cells` cells."""
    start = [Piece("▌" if chosen else " ", "accent", option.id)]
    key = cell(option.key, key_cells, "accent bold")._replace(hit=option.id)
    aside = [Piece("  "), Piece(cut(option.aside, cells // 3), "muted", option.id), Piece(" ")] if option.aside else []
    room = cells - measure(start) - key_cells - 2 - measure(aside)
    label = Piece(cut(option.label, room), "strong bold" if chosen else "text", option.id)
    left = [label]
    if option.hint and room - width(label.text) > 12:
        left.append(Piece(f"   {cut(option.hint, room - width(label.text) - 3)}", "muted", option.id))
    return [*start, key, Piece("  ", "text", option.id), *fit(left, max(1, room)), *aside]


def letter_lines(options: Sequence[Option], chosen: str, cells: int) -> list[Line]:
    """`t talked   v voicemail   …`, as many to a line as fit; the chosen one on the cursor ground with ▌."""
    widest = max((measure([Piece(f"{one.key} {one.label}")]) for one in options), default=1) + 4
    columns = max(1, cells // widest)
    lines: list[Line] = []
    for start in range(0, len(options), columns):
        line: list[Piece] = []
        for option in options[start : start + columns]:
            entry = _letter(option, chosen)
            line += [*entry, Piece(" " * (widest - measure(entry)))]
        lines.append(fit(line, cells))
    return lines


def flow_lines(options: Sequence[Option], chosen: str, cells: int) -> list[Line]:
    """The same without columns, so that more of them stand in a line."""
    lines: list[list[Piece]] = [[]]
    for option in options:
        entry = _letter(option, chosen)
        if lines[-1] and measure([*lines[-1], *entry]) > cells:
            lines.append([])
        lines[-1] += entry
    return [fit(line, cells) for line in lines]


def _letter(option: Option, chosen: str) -> list[Piece]:
    mine = option.id == chosen
    ground = "@cursor" if mine else ""
    return [
        Piece("▌" if mine else " ", f"accent{ground}"),
        Piece(option.key, f"accent{ground} bold"),
        Piece(f" {option.label} ", f"strong{ground} bold" if mine else "text"),
    ]
