"""The door to files: `examine` says what they hold, `records` reads them value by value."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salesdesk.domain.text import clean, fold
from salesdesk.errors import ExitCode, InvalidError, SalesdeskError
from salesdesk.exchange import table
from salesdesk.exchange.columns import decide
from salesdesk.exchange.convert import EMPTY, Cell, Converter, Style, converter, keep
from salesdesk.exchange.decoding import detect, readable
from salesdesk.exchange.evidence import profile
from salesdesk.exchange.fields import kinds
from salesdesk.exchange.presets import heading_key
from salesdesk.exchange.recognise import ColumnGuess, Recognition, recognise
from salesdesk.exchange.scan import scan
from salesdesk.exchange.values import Undecided
from salesdesk.i18n import tr

_STEP = 1_000
_CACHE = 50_000

Progress = Callable[[int], None]
ShouldStop = Callable[[], bool]


class ImportStoppedError(SalesdeskError):
    """The user cancelled while files were read; nothing has been changed."""

    title = "Stopped"
    exit_code = ExitCode.INTERRUPTED


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about the files; None: find out. `country` (ISO 3166) helps to guess encodings."""

    kind: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    delimiter: str | None = None
    dates: str | None = None
    decimal: str | None = None
    no_header: bool | None = None
    country: str | None = None
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a row that could not be taken as it stands; `refused` when the row is left out for it."""

    line: int
    column: str
    value: str
    reason: str
    severity: str  # warning | refused


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a file holds and how it will be read; `kind` None when unknown or when it holds no records."""

    path: Path
    kind: str | None
    preset: str
    sure: float
    rivals: tuple[str, ...]
    encoding: str
    encoding_sure: bool
    delimiter: str
    dates: str | None
    decimal: str | None
    header: tuple[str, ...]
    no_header: bool
    columns: tuple[ColumnGuess, ...]
    unmapped: tuple[str, ...]
    empty_columns: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    accented: tuple[str, ...]
    rows: int
    ragged: int
    problems: tuple[Problem, ...]
    undecided: tuple[Undecided, ...]
    not_records: str
    notes: tuple[str, ...]
    layout: table.Layout
    styles: Mapping[str, Style]
    currencies: Mapping[str, str]
    distinct: Mapping[str, frozenset[str]]
    size: int

    def column_of(self, field_name: str) -> str | None:
        """The (first) column a field comes from."""
        return next((c.column for c in self.columns if c.field == field_name), None)


@dataclass(slots=True)
class Record:
    """One row: typed values by field, leftover text by column, and what was wrong with it."""

    line: int
    values: dict[str, object]
    custom: dict[str, str]
    problems: list[Problem]

    @property
    def refused(self) -> bool:
        """Whether the row must be left out."""
        return any(problem.severity == "refused" for problem in self.problems)

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells this row from others: its external id, else all its mapped values, in canonical form."""
        external = self.values.get("external_id")
        if external:
            return ("id", str(external))
        if self.values:
            return ("row", *(f"{name}={self.values[name]}" for name in sorted(self.values)))
        return ("text", *(f"{name}={self.custom[name]}" for name in sorted(self.custom)))


def examine(
    paths: Sequence[Path],
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    should_stop: ShouldStop | None = None,
) -> list[FileReport]:
    """What each file holds, in the order given; every row is looked at once, none is kept.

    Raises InvalidError for the first file that cannot be read, ImportStoppedError when told to stop.
    """
    options = options or Options()
    watch = _Watch(progress, should_stop)
    reports = [_examine(Path(path), options, watch, alone=len(paths) == 1) for path in paths]
    _check_mapping(reports, options.mapping)
    return reports


def records(
    report: FileReport, *, progress: Progress | None = None, should_stop: ShouldStop | None = None
) -> Iterator[Record]:
    """Every row of the file as a Record, refused ones included (see `Record.refused`).

    Raises InvalidError when the file is not decided yet, holds no records, has changed or has gone.
    """
    _check_ready(report)
    watch = _Watch(progress, should_stop)
    reader = _RowReader(report)
    for line, row in table.rows(report.layout):
        watch.step()
        yield reader.read(line, row)
    watch.finish()


class _Watch:
    def __init__(self, progress: Progress | None, should_stop: ShouldStop | None) -> None:
        self._progress = progress
        self._should_stop = should_stop
        self.rows = 0

    def step(self) -> None:
        self.rows += 1
        if self.rows % _STEP == 0:
            self.finish()

    def finish(self) -> None:
        if self._should_stop is not None and self._should_stop():
            raise ImportStoppedError(tr("Stopped: nothing was imported."))
        if self._progress is not None:
            self._progress(self.rows)


def _examine(path: Path, options: Options, watch: _Watch, *, alone: bool) -> FileReport:
    decoding = detect(path, encoding=options.encoding, country=options.country)
    layout = table.layout(path, decoding, delimiter=options.delimiter, no_header=options.no_header)
    with readable(path):
        size = path.stat().st_size
    seen = scan(layout, watch.step)
    watch.finish()
    profiles = [profile(values) for values in seen.head_columns]
    known = recognise(
        layout.header, profiles, stem=path.stem, mapping=options.mapping, kind=options.kind if alone else None
    )
    if not alone and options.kind and known.kind is None and not known.not_records:
        known = recognise(layout.header, profiles, stem=path.stem, mapping=options.mapping, kind=options.kind)
    choice = decide(known, layout.header, seen, options.dates, options.decimal, options.time_zone)
    undecided = [*_unknown_kind(path, known), *choice.undecided]
    empty = tuple(name for name, filled in zip(layout.header, seen.filled, strict=True) if not filled)
    encoding_note = () if decoding.sure else (tr("the encoding is a guess: {name}", name=decoding.name),)
    return FileReport(
        path=path, kind=known.kind, preset=known.preset, sure=known.sure, rivals=known.rivals,
        encoding=decoding.name, encoding_sure=decoding.sure, delimiter=layout.delimiter,
        dates=choice.dates, decimal=choice.decimal, header=layout.header, no_header=layout.header_line == 0,
        columns=known.columns,
        unmapped=tuple(c.column for c in known.columns if c.field is None and c.column not in empty),
        empty_columns=empty,
        sample=tuple(tuple(clean(cell, limit=200) for cell in row) for row in seen.first_rows),
        accented=seen.accented, rows=seen.rows, ragged=seen.ragged,
        problems=tuple(_ragged(line, width, layout) for line, width in seen.ragged_lines),
        undecided=tuple(undecided), not_records=known.not_records, notes=layout.notes + encoding_note,
        layout=layout, styles=choice.styles, currencies=choice.currencies,
        distinct={n: frozenset(v) for n, v in zip(layout.header, seen.distinct, strict=True)}, size=size,
    )  # fmt: skip


def _unknown_kind(path: Path, known: Recognition) -> list[Undecided]:
    if known.kind is not None or known.not_records:
        return []
    question = tr("What are the records of '{name}'?", name=path.name)
    return [Undecided(question, "--kind", examples=tuple(kinds()))]


def _ragged(line: int, width: int, layout: table.Layout) -> Problem:
    reason = tr("{width} values for {wanted} columns", width=width, wanted=len(layout.header))
    return Problem(line, "", "", reason, "refused" if width > len(layout.header) else "warning")


def _check_mapping(reports: Sequence[FileReport], mapping: Mapping[str, str]) -> None:
    names = {key for report in reports for name in report.header for key in (fold(name), heading_key(name))}
    for column in mapping:
        if fold(column.strip()) not in names and heading_key(column) not in names:
            raise InvalidError(
                tr("There is no column '{column}' to map.", column=column),
                hint=tr("The columns are: {names}.", names=", ".join(reports[0].header[:20]) if reports else ""),
            )


def _check_ready(report: FileReport) -> None:
    if report.not_records:
        raise InvalidError(
            tr("'{path}' cannot be imported: {why}.", path=report.path, why=report.not_records),
            hint=tr("Leave it out, or name what it holds with --kind."),
        )
    if report.undecided:
        first = report.undecided[0]
        choices = f" ({', '.join(first.examples)})" if first.option == "--kind" else ""
        raise InvalidError(
            first.question, hint=tr("Say so with {option}{choices}.", option=first.option, choices=choices)
        )
    with readable(report.path):
        size = report.path.stat().st_size
    if size != report.size:
        raise InvalidError(
            tr("'{path}' has changed since it was examined.", path=report.path), hint=tr("Import it again.")
        )


class _RowReader:
    """Reads rows by one compiled plan: per column its field and a memoised converter."""

    def __init__(self, report: FileReport) -> None:
        self._header = report.header
        self._width = len(report.header)
        self._footers = bool(report.layout.title_lines) and self._width > 2
        self._damaged = not report.encoding_sure
        self._kind = kinds()[report.kind or "lead"]
        self._plan: list[tuple[int, str, str | None, Converter, dict[str, Cell], str | None]] = []
        for guess in report.columns:
            if guess.column in report.empty_columns:
                continue
            convert: Converter = keep
            if guess.field is not None:
                convert = converter(self._kind.fields[guess.field], report.styles.get(guess.column, Style()))
            self._plan.append(
                (guess.index, guess.column, guess.field, convert, {}, report.currencies.get(guess.column))
            )

    def read(self, line: int, row: list[str]) -> Record:
        problems: list[Problem] = []
        if len(row) != self._width:
            self._misshapen(line, row, problems)
        record = Record(line, {}, {}, problems)
        values = record.values
        currency: str | None = None
        row = row if len(row) == self._width else (row + [""] * self._width)[: self._width]
        for index, column, name, convert, cache, column_currency in self._plan:
            text = row[index]
            if not text:
                continue
            cell = cache.get(text)
            if cell is None:
                cell = convert(text)
                if len(cache) < _CACHE and len(text) < 200:
                    cache[text] = cell
            if cell is EMPTY:
                continue
            if cell.reason or cell.rest or name is None or name in values:
                self._keep_rest(record, column, text, cell, taken=name is None or name in values)
            if name is not None and cell.value is not None and name not in values:
                values[name] = cell.value
                currency = currency or cell.currency or column_currency
        self._complete(record, row, currency)
        return record

    def _complete(self, record: Record, row: list[str], currency: str | None) -> None:
        if currency is not None and "currency" in self._kind.fields:
            record.values.setdefault("currency", currency)
        if "name" not in record.values and "given_name" in self._kind.fields:
            self._name(record.values)
        if self._damaged and any("\ufffd" in cell for cell in row):
            reason = tr("signs were lost: the encoding does not fit")
            record.problems.append(Problem(record.line, "", "", reason, "warning"))

    @staticmethod
    def _keep_rest(record: Record, column: str, text: str, cell: Cell, *, taken: bool) -> None:
        """Keeps what its field could not take as text under the column's name, and says why."""
        if cell.reason:
            severity = "refused" if cell.refused else "warning"
            value = clean(text[:400], limit=200)
            record.problems.append(Problem(record.line, column, value, cell.reason, severity))
        if taken and cell.value is not None:
            record.custom[column] = cell.value if isinstance(cell.value, str) else clean(text)
        if cell.rest:
            record.custom[column] = cell.rest

    def _misshapen(self, line: int, row: list[str], problems: list[Problem]) -> None:
        filled = sum(1 for cell in row if cell.strip())
        if self._footers and filled == 1:
            reason = tr("a line around the table, not a record")
            problems.append(Problem(line, "", clean(" ".join(row), limit=200), reason, "refused"))
            return
        extra = [cell for cell in row[self._width :] if cell.strip()]
        if len(row) > self._width and not extra:
            return
        reason = tr("{width} values for {wanted} columns", width=len(row), wanted=self._width)
        severity = "refused" if extra else "warning"
        problems.append(Problem(line, "", clean(", ".join(extra), limit=200), reason, severity))

    @staticmethod
    def _name(values: dict[str, object]) -> None:
        parts = [str(values[part]) for part in ("given_name", "family_name") if part in values]
        if parts:
            values["name"] = " ".join(parts)
