"""A report of several tables on a terminal, as wide as it is."""

import sys
from collections.abc import Iterable, Sequence

from salesdesk.cli.output import Screen
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.services.measuring.page import Block, Page, Part

_MARGIN, _GAP = 2, 2


def write_page(page: Page, screen: Screen) -> None:
    """Write the page to standard output."""
    from rich.console import Console
    from rich.text import Text

    from salesdesk.cli.streams import ascii_signs
    from salesdesk.cli.terminal import TONES

    console = Console(
        file=sys.stdout, width=screen.width, no_color=not screen.colour, highlight=False, markup=False, emoji=False
    )
    for line in page_lines(page, console.width):
        text = Text()
        for part in line:
            text.append(ascii_signs(part.text) if screen.plain_signs else part.text, TONES.get(part.tone, ""))
        text.rstrip()
        console.print(text, soft_wrap=True)


def page_lines(page: Page, width: int) -> Iterable[Sequence[Part]]:
    """The lines of the page on a terminal of that width."""
    yield [Part(_clean(page.title), "strong"), Part(f"  {_clean(page.subtitle)}", "muted")]
    for block in page.blocks:
        if block.rows:
            yield []
            peers = [other for other in page.blocks if other.rows and list(other.heads) == list(block.heads)]
            yield from _block_lines(block, peers, width)
    if page.remarks:
        yield []
    for remark in page.remarks:
        yield from ([Part(line, "muted")] for line in _wrapped(_clean(remark), width))


def _block_lines(block: Block, peers: Sequence[Block], width: int) -> Iterable[Sequence[Part]]:
    if not block.heads:
        yield [Part(_clean(block.title), "strong")]
        for row in block.rows:
            lines = _wrapped(_clean(row[0].text), width - _MARGIN)
            yield from ([Part(" " * _MARGIN + line, row[0].tone)] for line in lines)
        return
    # Tables of the same columns stand in line.
    widths = [
        max(_size(text) for peer in peers for text in _column(peer, place)) for place in range(len(block.heads) + 1)
    ]
    while len(widths) > 2 and _whole(widths) > width and not block.loose:
        widths.pop()
    if block.loose:
        room = width - _whole(widths[:-1]) - _GAP
        widths = [*widths[:-1], min(widths[-1], room)] if room >= min(24, widths[-1]) else widths[:-1]
        while len(widths) > 2 and _whole(widths) > width:
            widths.pop()
    widths[0] = max(8, widths[0] - max(0, _whole(widths) - width))
    heads = [Part(block.title, "strong"), *(Part(head, "muted") for head in block.heads)]
    yield _line(heads, widths, block)
    for row in block.rows:
        yield _line([Part(_clean(part.text), part.tone) for part in row], widths, block)


def _column(block: Block, place: int) -> list[str]:
    return [[block.title, *block.heads][place], *(_clean(row[place].text) for row in block.rows)]


def _line(parts: Sequence[Part], widths: Sequence[int], block: Block) -> list[Part]:
    line = [Part(" " * _MARGIN)] if parts[0].tone != "strong" or parts[0].text != block.title else []
    indent = 0 if line else _MARGIN
    for place, size in enumerate(widths):
        text = _cut(parts[place].text, size)
        pad = " " * (size - _size(text))
        left = place == 0 or (block.loose and place == len(block.heads))
        line.append(Part(text + pad + " " * indent if left else pad + text, parts[place].tone))
        line.append(Part(" " * _GAP))
        indent = 0
    return line


def _whole(widths: Sequence[int]) -> int:
    return _MARGIN + sum(widths) + _GAP * (len(widths) - 1)


def _size(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _cut(text: str, size: int) -> str:
    from rich.cells import set_cell_size

    return text if _size(text) <= size else set_cell_size(text, size - 1) + "…"


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, max(20, width)) or [""]


def _clean(text: str) -> str:
    return clean(text, limit=NOTE_LIMIT)
