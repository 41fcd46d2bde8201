"""Writing CSV that a spreadsheet opens without running any of it (OWASP), and taking it back."""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

_LEADS = "=+-@\t\r\n＝＋－＠"
_HARMLESS = re.compile(
    r"[-+]?(?:\d{1,3}(?:[ ,.\u00a0]\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][-+]?\d+)?(?: ?%| [A-Z]{3})?|\+[\d][\d\s()/.\-]*\d|-+|\+"
)
_GUARDED = re.compile(f"'+[{re.escape(_LEADS)}]")


def formula_safe(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: a `'` before it; numbers, amounts (-12.50 EUR) and +36 phones stay.

    A text that would look guarded already gets one more, so that `unguarded` gives every text back.
    """
    if not text:
        return text
    if text[0] in _LEADS and not _HARMLESS.fullmatch(text):
        return "'" + text
    return "'" + text if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text before `formula_safe` (or Excel's own `'`): undoes it exactly."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


def write_csv(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Writes header and rows (None is empty) to a file opened with `newline=""`; returns the rows written."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([formula_safe(name) for name in header])
    count = 0
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        count += 1
    return count


def _cell(value: object) -> object:
    if value is None:
        return ""
    return formula_safe(value) if isinstance(value, str) else value
