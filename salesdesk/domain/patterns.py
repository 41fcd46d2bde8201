"""Regular expressions that are compiled when they are first used: a start needs few of them."""

import re
from functools import cached_property

from salesdesk.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Pattern:
    """Stands for `re.compile(text, flags)`."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def compiled(self) -> "re.Pattern[str]":
        """The expression itself."""
        return re.compile(self._text, self._flags)

    def fullmatch(self, text: str) -> "re.Match[str] | None":
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text)

    def match(self, text: str) -> "re.Match[str] | None":
        """As `re.Pattern.match`."""
        return self.compiled.match(text)

    def sub(self, other: "str | Callable[[re.Match[str]], str]", text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(other, text)

    def search(self, text: str) -> "re.Match[str] | None":
        """As `re.Pattern.search`."""
        return self.compiled.search(text)
