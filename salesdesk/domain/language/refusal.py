"""How a part of a filter that parses but means nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.domain.language.tree import Range, Value


class MeaninglessError(Exception):
    """Raised while compiling one value; the compiler adds the text and makes a FilterError of it."""

    def __init__(self, message: str, at: Value | Range, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, at.start, at.end, hint
