"""Bars, dots and sparklines in both sets of signs."""

from collections.abc import Iterator

import pytest

from salesdesk.widgets.bars import bar, dots, funnel, glyphs, sparkline, use_glyphs
from salesdesk.widgets.cards import Card, Stage, card_lines, head_lines, state_sign
from salesdesk.widgets.text import Line, measure


def told(line: Line) -> str:
    """The text of a line."""
    return "".join(piece.text for piece in line)


@pytest.fixture
def plain_signs() -> Iterator[None]:
    """ASCII signs for one test."""
    use_glyphs("ascii")
    yield
    use_glyphs("unicode")


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "┄┄┄┄"), (0.01, "╸┄┄┄"), (0.5, "━━┄┄"), (0.62, "━━╸┄"), (1, "━━━━"), (7, "━━━━"), (-1, "┄┄┄┄")],
)
def test_bar(share: float, shown: str) -> None:
    assert told(bar(share, 4)) == shown


def test_dots_funnel_and_sparkline() -> None:
    assert told(dots(3, 5)) == "●●●··"
    assert told(dots(9, 5)) == "●●●●●"
    assert told(funnel(50, 100, 6)) == "━━━   "
    assert sparkline([0, 1, 2, 4]) == "▁▃▅█"
    assert sparkline([5, 1, 1], 2) == "██"
    assert sparkline([]) == ""


def test_ascii_signs(plain_signs: None) -> None:
    assert (told(bar(0.5, 4)) + told(dots(1, 3)) + sparkline([0, 2])).isascii()
    assert len({state_sign(state) for state in ("over", "due", "later", "none", "done")}) == 5
    assert all(sign.isascii() for sign in (glyphs().edge, glyphs().overdue, glyphs().enter))


def test_a_card_tells_its_state_without_colour() -> None:
    over = Card("k", "Acme Nordic GmbH and Sons", "€48k", "Pricing", "3d over", "over", "14d", True)
    lines = [told(line) for line in card_lines(over, 22)]
    assert lines[0] == "▏ Acme Nordic G… €48k "
    assert lines[2] == "▏ ▲ 3d over       14d "
    assert told(card_lines(over, 22, focus=True)[0])[0] == "▌"
    stale = Card("k", "A", when="Wed", age="11d", stale=True)
    assert "▲ 11d" in told(card_lines(stale, 22)[2])
    assert len(card_lines(over, 22, short=True)) == 2


def test_the_head_of_a_column_measures_against_the_largest() -> None:
    head, under = head_lines(Stage("w", "Won", 3, "€86k", 50), 100, 21)
    assert told(head) == "Won 3           €86k "
    assert told(under) == "━" * 10 + "┄" * 10 + " "
    assert measure(head) == 21
