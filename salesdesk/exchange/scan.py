"""One pass over a file before anything is decided: how many rows, which values each column has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesdesk.domain.text import clean
from salesdesk.exchange.table import Layout, rows

HEAD = 2_000
_BATCH = 2_000
_DISTINCT = 5_000
_LONG = 60
_RAGGED_SHOWN = 20


@dataclass(slots=True)
class Scan:
    """What the pass saw; `distinct` holds up to some thousand values a column, none of the long ones."""

    rows: int
    ragged: int
    ragged_lines: list[tuple[int, int]]
    filled: list[bool]
    distinct: list[set[str]]
    head_columns: list[list[str]]
    first_rows: list[list[str]]
    accented: tuple[str, ...]


def scan(plan: Layout, step: Callable[[], None]) -> Scan:
    """Looks at every row once, calling `step` for each; keeps only the first rows and the distinct values."""
    width = len(plan.header)
    seen = Scan(0, 0, [], [False] * width, [set() for _ in range(width)], [[] for _ in range(width)], [], ())
    batch: list[list[str]] = []
    for line, row in rows(plan):
        step()
        seen.rows += 1
        if len(row) != width:
            if len(row) < width or any(cell.strip() for cell in row[width:]):
                seen.ragged += 1
                if len(seen.ragged_lines) < _RAGGED_SHOWN:
                    seen.ragged_lines.append((line, len(row)))
            row = (row + [""] * width)[:width]
        batch.append(row)
        if len(batch) == _BATCH:
            _take(batch, seen)
            batch = []
    if batch:
        _take(batch, seen)
    seen.accented = _accented(seen.head_columns)
    return seen


def _take(batch: Sequence[Sequence[str]], seen: Scan) -> None:
    first = not seen.first_rows
    if first:
        seen.first_rows = [list(row) for row in batch[:3]]
    for index, column in enumerate(zip(*batch, strict=True)):
        if first:
            seen.head_columns[index] = [value[:300] for value in column[:HEAD]]
        distinct = seen.distinct[index]
        if len(distinct) < _DISTINCT:
            distinct.update(value for value in set(column) if len(value) <= _LONG)
        if not seen.filled[index]:
            seen.filled[index] = any(value and not value.isspace() for value in column)


def _accented(columns: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The first values beyond ASCII: they show whether the encoding was guessed right."""
    found = dict.fromkeys(clean(value, limit=40) for column in columns for value in column[:500] if not value.isascii())
    return tuple(found)[:3]
