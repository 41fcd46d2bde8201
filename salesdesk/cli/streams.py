"""Standard output and error, made fit for any text on any terminal."""

import codecs
import io
import os
import sys
import unicodedata

# The signs of the interface as ASCII, for terminals that have no others and for `glyphs = "ascii"`.
SIGNS = {
    "▲": "!", "●": "*", "○": "o", "◆": "*", "·": "-", "✓": "+", "✗": "x", "×": "x", "…": "~", "→": ">",
    "–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "€": "EUR", "£": "GBP", "↗": ">",
    "━": "=", "─": "-", "╸": "-", "┄": ".", "│": "|", "▌": "|", "█": "#", "⏎": "enter",
    "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip
_ASCII = str.maketrans(SIGNS)


def ascii_signs(text: str) -> str:
    """`text` with the signs of the interface as ASCII; letters stay."""
    return text.translate(_ASCII)


def _twin(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    text = unicodedata.normalize("NFKD", found.translate(_ASCII))
    return "".join(c if c.isascii() else "" if unicodedata.combining(c) else "?" for c in text), error.end


def prepare() -> None:
    """Text that a terminal cannot show is written with its nearest signs; a pipe gets UTF-8 and `\\n` unless
    `PYTHONIOENCODING` says otherwise."""
    codecs.register_error("salesdesk", _twin)
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="salesdesk")
        else:
            stream.reconfigure(encoding="utf-8", errors="salesdesk", newline="")


def hush() -> None:
    """Forget what is left to write: the reader of the pipe has gone."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(devnull, stream.fileno())
