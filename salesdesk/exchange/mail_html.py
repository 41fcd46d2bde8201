"""HTML of a mail as plain text: lines, lists, and what it quotes marked by `>`."""

import re
from html import unescape
from html.parser import HTMLParser

MOST_CHARACTERS = 200_000
_DEEPEST_QUOTE = 8

_UNSEEN = {"script", "style", "title", "template", "noscript", "svg", "object"}
_BLOCKS_TEXT = """
    address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main
    nav ol p pre section table td th tr ul
"""
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
# What stands apart from its neighbours by an empty line.
_PARTED = {"p", "table", "ul", "ol", "blockquote", "h1", "h2", "h3"}
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_TAG = re.compile(r"<[^<>]{0,2000}>?")
# The marks mail programs put around the mail that is answered.
_QUOTE = re.compile(r"\b(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|appendonsend)\b")


def html_to_text(html: str) -> str:
    """The words of an HTML mail, a line for each block; it never raises, whatever the HTML is."""
    reader = _Reader()
    html = html[:MOST_CHARACTERS]
    try:
        # Without `close`, which would look at what never ends again and again (quadratic time).
        reader.feed(html)
        rest = reader.rawdata
    except (AssertionError, ValueError, RecursionError):
        rest = html
    reader.words(unescape(_TAG.sub(" ", rest)) if not reader.hidden else "")
    return reader.text()


class _Reader(HTMLParser):
    """Gathers lines; `hidden` counts the open elements whose text is not for readers."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden = 0
        self._quoted = 0
        self._lines: list[str] = []
        self._line: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        elif tag == "br":
            self._break(parted=not self._spoken())
        elif tag in _BLOCKS:
            self._break(parted=tag in _PARTED)
            if tag == "blockquote":
                self._quoted += 1
            elif tag == "li":
                self.words("- ")
            elif tag == "hr":
                self._lines.append("_" * 32)
        if any(name in {"id", "class"} and value and _QUOTE.search(value) for name, value in attrs):
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in {"td", "th"}:
            self.words(" ")
        elif tag in _BLOCKS:
            self._break(parted=tag in _PARTED)
            if tag == "blockquote":
                self._quoted = max(0, self._quoted - 1)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words(data)

    def words(self, data: str) -> None:
        """Add running text to the line."""
        self._line.append(_SPACES.sub(" ", data))

    def _spoken(self) -> bool:
        return any(part.strip() for part in self._line)

    def _break(self, *, parted: bool = False) -> None:
        """End the line; `parted` leaves an empty one before what follows."""
        marks = "> " * min(self._quoted, _DEEPEST_QUOTE)
        line = _SPACES.sub(" ", "".join(self._line)).strip()
        self._line = []
        if line:
            self._lines.append(marks + line)
        if parted:
            self._lines.append(marks.rstrip())

    def text(self) -> str:
        """All lines, with no more than one empty line between two."""
        self._break()
        return re.sub(r"\n(?:(?:> ?)*\n){2,}", "\n\n", "\n".join(self._lines)).strip()
