"""How the files of one import hang together: which names in one are records of another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from salesdesk.exchange.closeness import Catalogue
from salesdesk.exchange.fields import kinds
from salesdesk.exchange.reading import FileReport


@dataclass(frozen=True, slots=True)
class Link:
    """A column that names records of another kind, and how many of its distinct values were found there.

    `close` holds (written, meant) pairs linked by closeness; `unknown` the first values found nowhere.
    """

    path: Path
    column: str
    field: str
    to: str
    found: int
    close: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    missing: int


def link(reports: Sequence[FileReport]) -> list[Link]:
    """Every linking column of these files whose other side is among them, in any order."""
    made: list[Link] = []
    for report in reports:
        if report.kind is None:
            continue
        fields = kinds()[report.kind].fields
        for guess in report.columns:
            if guess.field is None or guess.column in report.empty_columns or not fields[guess.field].links:
                continue
            to = fields[guess.field].links[0]
            values = {v.strip() for v in report.distinct[guess.column] if v.strip()}
            ids, names = _known(reports, to)
            if values and (ids or names):
                made.append(_link(report.path, guess.column, guess.field, to, values, ids, names))
    return made


def _known(reports: Iterable[FileReport], kind: str) -> tuple[set[str], set[str]]:
    ids: set[str] = set()
    names: set[str] = set()
    for report in reports:
        if report.kind == kind:
            for guess in report.columns:
                if guess.field == "external_id":
                    ids |= report.distinct[guess.column]
                elif guess.field == "name":
                    names |= report.distinct[guess.column]
    return ids, names


def _link(path: Path, column: str, field: str, to: str, values: set[str], ids: set[str], names: set[str]) -> Link:
    catalogue = Catalogue(sorted(names))
    found, close, unknown = 0, list[tuple[str, str]](), list[str]()
    for value in sorted(values):
        if value in ids:
            found += 1
            continue
        match = catalogue.find(value)
        if match is None:
            unknown.append(value)
        elif match.exact:
            found += 1
        else:
            close.append((value, match.name))
    return Link(path, column, field, to, found, tuple(close), tuple(unknown[:5]), len(unknown))
