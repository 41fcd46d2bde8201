"""Text that came from outside: made harmless on the way in, folded for search and sorting."""

import unicodedata

from salesdesk.domain.patterns import Pattern

CELL_LIMIT = 200
TEXT_LIMIT = 10_000
NOTE_LIMIT = 100_000

# C0 and C1 controls, DEL, bidirectional controls, zero width signs that hide text, lone surrogates.
_HARMFUL = Pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# An escape sequence goes as a whole, so that "\x1b]0;title\x07" does not leave "]0;title" behind.
_ESCAPES = Pattern(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c|$)"
    "|\x1b[ -/]*[0-~]?"
)
_SPACES = Pattern(r"\s+")
# Letters that no Unicode decomposition brings to ASCII, though people type them so.
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def clean(text: str, *, multiline: bool = False, limit: int = TEXT_LIMIT) -> str:
    """`text` without anything that could act on a terminal or hide itself, NFC, trimmed, cut at `limit`.

    One line unless `multiline`: then line ends are `\\n` and tabs stay.
    """
    harmless = text.isprintable()
    if harmless and text.isascii():
        return text.strip()[:limit]
    if not harmless:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _HARMFUL.sub("", _ESCAPES.sub("", text))
    text = unicodedata.normalize("NFC", text)
    if not multiline and not (harmless and "  " not in text):
        text = _SPACES.sub(" ", text)
    return text.strip()[:limit].rstrip()


class _Folding(dict[int, str | int | None]):
    """What becomes of each sign of a decomposed text: marks go, letters of their own are written as people type them."""

    def __missing__(self, code: int) -> str | int | None:
        self[code] = made = None if unicodedata.combining(chr(code)) else _LETTERS.get(code, code)
        return made


_folding = _Folding()


def fold(text: str) -> str:
    """`text` without case and accents, for comparing and sorting: `fold("Tomás ŁÓDŹ") == "tomas lodz"`."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_folding)


def digits(text: str) -> str:
    """Only the digits of a phone number as written, for comparing."""
    return "".join(c for c in text if c.isdigit() and c.isascii())
