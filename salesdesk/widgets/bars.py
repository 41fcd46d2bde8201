"""Small drawings in text: bars, stage dots, sparklines; each has an ASCII twin for plain consoles."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.widgets.text import Line, Piece


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs the interface draws with."""

    full: str
    half: str
    track: str
    dot: str
    no_dot: str
    spark: str
    overdue: str
    due: str
    later: str
    none: str
    done: str
    edge: str
    quiet_edge: str
    hairline: str
    upright: str
    brand: str
    enter: str
    up: str
    down: str
    less: str
    more: str
    axis_mark: str
    corner: str


UNICODE = Glyphs(
    "━",
    "╸",
    "┄",
    "●",
    "·",
    "▁▂▃▄▅▆▇█",
    "▲",
    "●",
    "○",
    "·",
    "✓",
    "▌",
    "▏",
    "─",
    "│",
    "◆",
    "⏎",
    "↑",
    "↓",
    "‹",
    "›",
    "┤",
    "└",
)
ASCII = Glyphs(
    "=",
    "-",
    ".",
    "*",
    ".",
    "_.-:=+*#",
    "!",
    "*",
    "o",
    ".",
    "v",
    "|",
    "|",
    "-",
    "|",
    "*",
    "enter",
    "^",
    "v",
    "<",
    ">",
    "+",
    "+",
)

_shown = UNICODE


def use_glyphs(name: str) -> None:
    """Draw with `unicode` or `ascii` signs from now on (`[ui] glyphs`)."""
    global _shown
    _shown = ASCII if name == "ascii" else UNICODE


def glyphs() -> Glyphs:
    """The signs in use."""
    return _shown


def bar(share: float, cells: int, role: str = "accent") -> Line:
    """A bar of `cells` cells filled to `share` (0 to 1, more is full), to the half cell."""
    signs = glyphs()
    halves = round(max(0.0, min(1.0, share)) * cells * 2)
    if share > 0 and halves == 0:
        halves = 1
    filled = signs.full * (halves // 2) + (signs.half if halves % 2 else "")
    return (Piece(filled, role), Piece(signs.track * (cells - len(filled)), "track"))


def paced(share: float, mark: float, cells: int, role: str = "accent") -> Line:
    """A bar filled to `share` with an upright where it should be (`mark`, 0 to 1); none at either end."""
    at = round(max(0.0, min(1.0, mark)) * cells)
    drawn = bar(share, cells, role)
    if not 0 < at < cells:
        return drawn
    text = "".join(piece.text for piece in drawn)
    filled = len(drawn[0].text)
    made = [Piece(text[: min(filled, at)], role), Piece(text[min(filled, at) : at], "label")]
    made.append(Piece(glyphs().upright, "strong"))
    made += [Piece(text[at + 1 : max(filled, at + 1)], role), Piece(text[max(filled, at + 1) :], "label")]
    return tuple(piece for piece in made if piece.text)


def funnel(value: float, largest: float, cells: int, role: str = "label") -> Line:
    """A bar without a track, as long as `value` is against `largest`."""
    filled = bar(value / largest if largest > 0 else 0.0, cells, role)[0]
    return (filled, Piece(" " * (cells - len(filled.text)), role))


def dots(reached: int, of: int, role: str = "accent") -> Line:
    """Stage dots `●●●··`: the shape says how far, colour only repeats it."""
    signs = glyphs()
    reached = max(0, min(reached, of))
    return (Piece(signs.dot * reached, role), Piece(signs.no_dot * (of - reached), "label"))


def sparkline(values: Sequence[float], cells: int | None = None) -> str:
    """A line of blocks for the last `cells` values; zero is the baseline, the largest value is full."""
    shown = list(values if cells is None else values[-cells:])
    signs = glyphs().spark
    top = max(shown, default=0)
    if top <= 0:
        return signs[0] * len(shown)
    return "".join(signs[max(0, min(len(signs) - 1, round(max(0.0, v) / top * (len(signs) - 1))))] for v in shown)


def hairline(cells: int) -> Piece:
    """A horizontal hairline."""
    return Piece(glyphs().hairline * max(0, cells), "hairline")
