"""Text to rows: the separator, the header, the width, and every row with the line it starts on."""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.exchange.decoding import Decoding, opened
from salesdesk.exchange.words import known_share
from salesdesk.i18n import tr

MAX_COLUMNS = 2_000
_FIELD_LIMIT = 64_000_000
_HEAD_CHARS = 256_000
_HEAD_ROWS = 200
_HEADER_ROWS = 20
_NAME_CHARS = 200
_DELIMITERS = ",;\t|^:"
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*\Z", re.IGNORECASE)
_NAMED_DELIMITERS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}
# What a value looks like and a column's name does not: mail, number, date, identifier.
_VALUE_LIKE = re.compile(
    r"[^@\s]+@[^@\s]+\.[a-z]{2,}|[-+]?[\d.,\s]*\d%?|\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?"
    r"|\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}.*|true|false|https?://.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out: everything `rows` needs to read it again the same way."""

    path: Path
    decoding: Decoding
    delimiter: str
    header: tuple[str, ...]
    header_line: int  # 0 when the file has no header
    title_lines: tuple[str, ...] = ()
    sure: bool = True
    notes: tuple[str, ...] = field(default=())


def layout(path: Path, decoding: Decoding, *, delimiter: str | None = None, no_header: bool | None = None) -> Layout:
    """The separator, header and width of a file, decided from its first rows.

    Raises InvalidError when it is no table: blank, JSON or HTML, too many columns, a quote never closed.
    """
    head = _head(path, decoding)
    _refuse_other_formats(path, head)
    given = _given_delimiter(delimiter)
    announced = _SEPARATOR_LINE.match(head.split("\n", 1)[0].strip("\r\ufeff"))
    separator, sure = (given or (announced[1] if announced else None)), True
    if separator is None:
        separator, sure = vote(head)
    numbered = list(islice(_numbered(path, decoding, separator), _HEADER_ROWS + _HEAD_ROWS))
    if not numbered:
        raise InvalidError(
            tr("'{path}' holds nothing but blank lines.", path=path),
            hint=tr("Export it again, with its records."),
        )
    return _with_header(path, decoding, separator, numbered, no_header, sure)


def _with_header(
    path: Path,
    decoding: Decoding,
    separator: str,
    numbered: list[tuple[int, list[str]]],
    no_header: bool | None,
    sure: bool,
) -> Layout:
    cells = [row for _, row in numbered]
    position = -1 if no_header else header_position(cells, sure_there_is_one=no_header is False)
    width = _usual_width(cells[max(position, 0) :])
    _refuse_too_wide(path, max(width, len(cells[position]) if position >= 0 else 0))
    titles: tuple[str, ...] = ()
    if position < 0:
        header, line = tuple(str(i + 1) for i in range(width)), 0
    else:
        header, line = _names(cells[position]), numbered[position][0]
        titles = tuple(clean(" ".join(filter(None, row))) for row in cells[:position])
        later = cells[position + 1 :]
        while (
            header
            and header[-1] == str(len(header))
            and not any(len(row) >= len(header) and row[len(header) - 1].strip() for row in later)
        ):
            header = header[:-1]  # `a,b,c,,`: separators without a column
    notes = [] if line else [tr("no header found: the columns are named 1, 2, 3 and so on")]
    if titles:
        notes.append(tr("header found on line {line}; the lines above are a title", line=line))
    return Layout(path, decoding, separator, header, line, titles, sure, tuple(notes))


def _refuse_too_wide(path: Path, width: int) -> None:
    if width > MAX_COLUMNS:
        raise InvalidError(
            tr(
                "'{path}' has {width:,} columns; {limit:,} can be read.",
                path=path,
                width=width,
                limit=MAX_COLUMNS,
            ),
            hint=tr("Export only the columns you need."),
        )


def rows(plan: Layout) -> Iterator[tuple[int, list[str]]]:
    """Each record below the header with the line it starts on, as it stands (its width may be wrong).

    Blank lines are left out. Raises InvalidError at a quote that is never closed, naming its line.
    """
    for line, row in _numbered(plan.path, plan.decoding, plan.delimiter):
        if line > plan.header_line:
            yield line, row


def _numbered(path: Path, decoding: Decoding, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_FIELD_LIMIT)
    with opened(path, decoding) as file:
        first = file.readline()
        announced = int(bool(_SEPARATOR_LINE.match(first.lstrip("\ufeff"))))  # Excel's `sep=;` line
        reader = csv.reader(file if announced else chain([first], file), delimiter=delimiter, strict=True)
        start = 1 + announced
        try:
            for row in reader:
                if row and any(cell and not cell.isspace() for cell in row):
                    yield start, row
                start = reader.line_num + 1 + announced
        except csv.Error as error:
            raise _broken(path, start, error) from None


def _broken(path: Path, line: int, error: csv.Error) -> InvalidError:
    words = str(error)
    if "expected after" in words:
        reason = tr("has text after a closing quote")
    elif "end of data" in words or "field larger" in words:
        reason = tr("opens a quote that is never closed")
    else:
        reason = tr("cannot be read as CSV ({words})", words=words)
    return InvalidError(
        tr("'{path}': the record starting on line {line} {reason}.", path=path, line=line, reason=reason),
        hint=tr("Mend that line (a quote inside a value is written twice) or export the file again."),
    )


def _head(path: Path, decoding: Decoding) -> str:
    with opened(path, decoding) as file:
        return file.read(_HEAD_CHARS)


def _refuse_other_formats(path: Path, head: str) -> None:
    text = head.lstrip("\ufeff \t\r\n")
    first = text[:200].lower()
    if re.match(r"[\[{]\s*(?:[\[{\"]|\Z)", text) and not re.match(r"\{[0-9a-f-]{36}\}", first):
        what = "JSON"
    elif first.startswith(("<!doctype", "<html", "<?xml", "<table")):
        what = "a web page or XML"
    elif first.startswith(("begin:vcard", "begin:vcalendar")):
        what = "a card or calendar"
    else:
        return
    raise InvalidError(
        tr("'{path}' is {what}, not a table of text.", path=path, what=what),
        hint=tr("Save the records as CSV and import that."),
    )


def _given_delimiter(text: str | None) -> str | None:
    if text is None:
        return None
    delimiter = _NAMED_DELIMITERS.get(text.lower(), text)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise InvalidError(
            tr("'{text}' cannot separate columns.", text=text),
            hint=tr("Use one sign, such as ',' or ';', or the word tab, with --delimiter."),
        )
    return delimiter


def vote(head: str) -> tuple[str, bool]:
    """The separator that really parses most rows to one width, and whether the vote was clear."""
    scores = sorted(((_score(head, d), -_DELIMITERS.index(d), d) for d in _DELIMITERS), reverse=True)
    (best, _, delimiter), (second, _, _) = scores[0], scores[1]
    if best <= 0:
        return ",", True
    return delimiter, best - second > 0.05


def _score(head: str, delimiter: str) -> float:
    complete = len(head) < _HEAD_CHARS
    reader = csv.reader(head.splitlines(keepends=True), delimiter=delimiter)
    widths: list[int] = []
    decimals = 0
    try:
        for row in islice(reader, _HEAD_ROWS + 1):
            if row:
                widths.append(len(row))
                decimals += _split_numbers(row) if delimiter == "," else 0
    except csv.Error:
        return 0.0
    if not complete and len(widths) <= _HEAD_ROWS:
        widths = widths[:-1] or widths  # the last row may be cut in half
    usual, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
    if usual < 2:
        return 0.0
    score = count / len(widths) + 0.04 * math.log(usual)
    if delimiter in ":^":  # clock times and web addresses hold colons
        score -= 0.15
    if decimals > len(widths) / 2:  # 1,5;2,5 is split inside its numbers
        score -= 0.3
    return score


def _split_numbers(row: Sequence[str]) -> bool:
    inner = [cell for cell in row[1:-1] if ";" in cell]
    return bool(inner) and all(re.fullmatch(r"\d+;-?\d+", cell) for cell in inner)


def header_position(cells: Sequence[Sequence[str]], *, sure_there_is_one: bool = False) -> int:
    """Which of the first rows names the columns; -1 when the file starts with values."""
    usual = max(_usual_fill(cells), 1)
    if usual == 1:
        return -1 if not sure_there_is_one and _reads_like_values(cells, 0) else 0
    best, best_score = 0, -9.0
    for index, row in enumerate(cells[:_HEADER_ROWS]):
        names = [cell[:_NAME_CHARS].strip() for cell in row if cell.strip()]
        if not names:
            continue
        values = sum(bool(_VALUE_LIKE.fullmatch(name)) or len(name) > 60 for name in names)
        repeats = len(names) - len({fold(name) for name in names})
        score = (
            min(len(names) / usual, 1.0)
            + known_share(names) * min(len(names) / usual, 1.0)
            - 1.5 * values / len(names)
            - 0.5 * repeats / len(names)
            - 0.04 * index
        )
        if score > best_score + 1e-9:
            best, best_score = index, score
    if sure_there_is_one or not _reads_like_values(cells, best):
        return best
    return -1


def _reads_like_values(cells: Sequence[Sequence[str]], position: int) -> bool:
    """Whether the row holds a value (a mail, number or date) where the rows below hold the like."""
    row = [cell[:_NAME_CHARS].strip() for cell in cells[position]]
    below = cells[position + 1 : position + 30]
    likely = [i for i, cell in enumerate(row) if cell and _VALUE_LIKE.fullmatch(cell)]
    if not likely:
        return False
    if len(likely) == len([cell for cell in row if cell]) and not below:
        return True
    alike = 0
    for i in likely:
        under = [r[i][:_NAME_CHARS].strip() for r in below if len(r) > i and r[i].strip()]
        alike += not under or sum(bool(_VALUE_LIKE.fullmatch(u)) for u in under) > len(under) / 2
    names = [cell for cell in row if cell]
    return alike == len(likely) and known_share(names) < 0.5


def _usual_fill(cells: Sequence[Sequence[str]]) -> int:
    widths = Counter(sum(1 for cell in row if cell.strip()) for row in cells)
    return max(widths, key=lambda w: (widths[w] * math.sqrt(w), w))


def _usual_width(cells: Sequence[Sequence[str]]) -> int:
    return Counter(len(row) for row in cells).most_common(1)[0][0]


def _names(row: Sequence[str]) -> tuple[str, ...]:
    """Column names: cleaned, the nameless numbered, a second `email` becomes `email (2)`."""
    copies: Counter[str] = Counter()
    names: list[str] = []
    for number, cell in enumerate(row, start=1):
        name = base = clean(" ".join(cell.split()), limit=200).rstrip("*").strip() or str(number)
        copies[fold(base)] += 1
        while copies[fold(base)] > 1 and copies[fold(name)]:
            name = f"{base} ({copies[fold(base)]})"
            if not copies[fold(name)]:
                copies[fold(name)] += 1
                break
            copies[fold(base)] += 1
        names.append(name)
    return tuple(names)
