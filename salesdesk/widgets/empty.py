"""What a screen says when there is nothing to show: why, and the one key that helps."""

from collections.abc import Sequence

from salesdesk.widgets.key_footer import Hint, hint_pieces
from salesdesk.widgets.line import HintWidget
from salesdesk.widgets.text import EMPTY, Line, Piece, fit, words


class EmptyState(HintWidget):
    """Shows a sentence and hints; posts `RunAction` when a hint is clicked."""

    DEFAULT_CSS = """
    EmptyState { height: 1fr; }
    """

    def __init__(self, sentence: str = "", hints: Sequence[Hint] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._sentence = sentence
        self._hints = tuple(hints)

    def show(self, sentence: str, hints: Sequence[Hint] = ()) -> None:
        """Say this from now on."""
        self._sentence, self._hints = sentence, tuple(hints)
        self.redraw()

    def lines(self, cells: int) -> Sequence[Line]:
        return empty_lines(self._sentence, self._hints, cells)


def empty_lines(sentence: str, hints: Sequence[Hint], cells: int) -> list[Line]:
    """A blank line, the sentence broken to the width, a blank line and the hints."""
    made: list[Line] = [EMPTY]
    made += [fit([Piece("  "), Piece(line, "muted")], cells) for line in words(sentence, max(10, min(cells - 4, 76)))]
    if hints:
        line = [p for i, hint in enumerate(hints) for p in hint_pieces(hint, "   " if i else "  ")]
        made += [EMPTY, fit(line, cells)]
    return made
