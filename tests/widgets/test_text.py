"""The door for text: cleaned, cut by cells, always as wide as asked."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from salesdesk.themes import INK
from salesdesk.widgets.text import Piece, cell, content, cut, fit, measure, spread, strip, words

HOSTILE = "\x1b]0;owned\x07Ann\u202ea [bold]x[/]\x9b2J"


def test_nothing_in_a_cell_acts_on_the_terminal() -> None:
    shown = cell(HOSTILE, 30).text
    assert shown.startswith("Anna [bold]x[/]")
    assert shown.isprintable()
    painted = strip([Piece(HOSTILE)], 40, INK)
    assert "\x1b" not in painted.text
    assert "\x9b" not in painted.text
    assert content("[b]x[/b]").plain == "[b]x[/b]"


def test_cut_by_cells() -> None:
    assert cut("Kitsune Robotics", 8) == "Kitsune…"
    assert cell_len(cut("日本語の会社", 7)) <= 7
    assert cut("abc", 0) == ""
    assert cell("12", 5, align="right").text == "   12"


def test_the_whole_line_is_cut_with_a_sign() -> None:
    line = fit([Piece("Anna "), Piece("Lindqvist", "muted"), Piece(" of Acme", "label")], 12)
    assert "".join(piece.text for piece in line) == "Anna Lindqv…"
    ends = spread([Piece("Head")], [Piece("86", "ok")], 20)
    assert "".join(piece.text for piece in ends) == "Head" + " " * 14 + "86"


def test_a_run_of_spaces_begins_no_new_style() -> None:
    painted = strip([Piece("a", "accent"), Piece("  "), Piece("b", "muted")], 8, INK)
    assert [segment.text for segment in painted] == ["a  ", "b    "]


def test_words_break_between_words() -> None:
    assert words("Queue clear. Enjoy it.", 12) == ["Queue clear.", "Enjoy it."]
    assert words("abcdefgh", 3) == ["abc", "def", "gh"]


@given(st.lists(st.text(max_size=30), max_size=4), st.integers(1, 60))
def test_a_line_is_exactly_as_wide_as_asked(texts: list[str], cells: int) -> None:
    line = fit([Piece(text) for text in texts], cells)
    assert measure(line) == cells
    assert strip(line, cells, INK).cell_length == cells
    assert cell_len(cell("".join(texts), cells).text) == cells
