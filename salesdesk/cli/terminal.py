"""A listing on a terminal: a quiet table that fits its width."""

import sys
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from salesdesk.cli.output import Column, Screen, shown_value
from salesdesk.cli.streams import ascii_signs
from salesdesk.domain.text import CELL_LIMIT
from salesdesk.i18n import tr

TONES = {"strong": "bold", "muted": "dim", "ok": "green", "warn": "yellow", "bad": "bold red"}
_GAP = 2
# A column that has more to say than this may be cut down to it before another one is left out.
_LEAST = 12


def write_table(columns: Sequence[Column], rows: Iterable[object], screen: Screen) -> None:
    """Write the rows to standard output; columns of high rank go first when there is no room."""
    lines = []
    for row in rows:
        texts = [shown_value(column, row)[:CELL_LIMIT] for column in columns]
        tones = [TONES.get(column.tone(row), "") if column.tone else "" for column in columns]
        lines.append((list(map(ascii_signs, texts)) if screen.plain_signs else texts, tones))
    if not lines:
        return
    console = Console(
        file=sys.stdout, width=screen.width, no_color=not screen.colour, highlight=False, markup=False, emoji=False
    )
    heads = [tr(column.label) for column in columns]
    natural = [
        _LEAST if columns[place].whole else max(cell_len(head), *(cell_len(texts[place]) for texts, _ in lines))
        for place, head in enumerate(heads)
    ]
    widths = _fitted(columns, natural, console.width)
    for texts, tones in [(heads, ["dim"] * len(heads)), *lines]:
        line = Text()
        for place, width in widths.items():
            line.append(" " * _GAP if line else "")
            whole = columns[place].whole
            cell = texts[place] if whole else _cell(texts[place], width, right=columns[place].right)
            line.append(cell, tones[place])
        line.rstrip()
        console.print(line, soft_wrap=True)


def _cell(text: str, width: int, *, right: bool) -> str:
    size = cell_len(text)
    if size > width:
        return set_cell_size(text, width - 1) + "…"
    return " " * (width - size) + text if right else text + " " * (width - size)


def _fitted(columns: Sequence[Column], natural: Sequence[int], room: int) -> dict[int, int]:
    """The columns that are shown, by place, with their widths: the widest give way first."""
    kept = list(range(len(columns)))
    while len(kept) > 1 and sum(min(natural[place], _LEAST) + _GAP for place in kept) - _GAP > room:
        kept.remove(max(kept, key=lambda place: (columns[place].rank, place)))
    widths = {place: natural[place] for place in kept}
    while (over := sum(widths.values()) + _GAP * (len(kept) - 1) - room) > 0:
        widest = max(widths.values())
        among = [place for place, width in widths.items() if width == widest]
        second = max((width for width in widths.values() if width < widest), default=1)
        step = max(1, min(widest - second, over // len(among)))
        for place in among[: max(1, over)]:
            widths[place] = max(1, widths[place] - step)
        if widest == 1:
            break
    return widths
