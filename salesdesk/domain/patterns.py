"""Regular expressions that are compiled when they are first used: a start needs few of them."""

from functools import cached_property

from salesdesk.hints import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


class Pattern:
    """Stands for `re.compile(text)`."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def compiled(self) -> "re.Pattern[str]":
        """The expression itself."""
        import re

        return re.compile(self._text)

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
