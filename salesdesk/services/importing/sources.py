"""The files of an import read into memory: which rows they hold and what their columns are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salesdesk.exchange import reading
from salesdesk.exchange.presets import heading_key
from salesdesk.exchange.reading import FileReport, Record
from salesdesk.exchange.words import concepts
from salesdesk.i18n import tr
from salesdesk.services.importing.options import ImportOptions, Progress, ShouldStop
from salesdesk.services.importing.report import REFUSED, FileResult
from salesdesk.services.importing.shapes import SHAPES


@dataclass(slots=True)
class Source:
    """One file: how it is read, its rows (refused ones left out), and the columns of its fields."""

    report: FileReport
    rows: list[Record] = field(default_factory=list)
    refused: list[Record] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    numbered: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of its records."""
        return self.report.kind or ""

    @property
    def tag(self) -> str:
        """The tool and column its external ids come from: ids of different tools are different things."""
        if self.report.preset != "generic":
            return self.report.preset
        return f"generic:{heading_key(self.columns.get('external_id', ''))}"

    def fields(self) -> frozenset[str]:
        """The fields this file speaks of, whether or not a row fills them."""
        return frozenset({*(guess.field for guess in self.report.columns if guess.field), "name", "currency"})

    def result(self) -> FileResult:
        """An empty result for this file."""
        report = self.report
        mapped = [(c.column, c.field) for c in report.columns if c.field and c.column not in report.empty_columns]
        made = FileResult(
            path=str(report.path),
            kind=report.kind,
            preset=report.preset,
            encoding=report.encoding,
            delimiter=report.delimiter,
            dates=report.dates,
            decimal=report.decimal,
            rows=report.rows,
            columns=mapped,
            unmapped=list(report.unmapped),
            not_records=report.not_records,
            notes=list(report.notes),
        )
        made.refused = len(self.refused)
        for record in (*self.refused, *self.rows):
            for problem in record.problems:
                made.problem(problem.line, problem.column, problem.value, problem.reason, problem.severity)
        return made


def read(
    paths: Sequence[Path],
    options: ImportOptions,
    time_zone: str,
    *,
    progress: Progress | None = None,
    should_stop: ShouldStop | None = None,
) -> list[Source]:
    """Look at the files and read every row of those that are decided; in the order given.

    Raises InvalidError naming the file that cannot be read, ImportStoppedError when told to stop.
    """
    unique = list({path.resolve(): path for path in map(Path, paths)}.values())
    asked = reading.Options(
        kind=options.kind,
        mapping=options.mapping,
        encoding=options.encoding,
        delimiter=options.delimiter,
        dates=options.dates,
        decimal=options.decimal,
        no_header=options.no_header,
        time_zone=time_zone,
    )
    looking = _telling(progress, tr("Looking at the files"), 0)
    reports = reading.examine(unique, asked, progress=looking, should_stop=should_stop)
    total = sum(report.rows for report in reports)
    sources: list[Source] = []
    before = 0
    for report in reports:
        source = Source(report)
        sources.append(source)
        if report.kind in SHAPES and not report.undecided and not report.not_records:
            _read_rows(source, _telling(progress, tr("Reading"), total, before), should_stop)
        before += report.rows
    return sources


def undecided(source: Source) -> bool:
    """Whether the user must say something before this file can be read."""
    return bool(source.report.undecided)


def left_out(source: Source, result: FileResult) -> None:
    """Say why a whole file is left out: it holds no records, or records that have no place here."""
    reason = source.report.not_records or tr("records of this kind cannot be imported")
    result.refused = result.rows
    if result.rows:
        result.problem(1, "", "", reason, REFUSED)
    result.not_records = reason


def _read_rows(source: Source, progress: Callable[[int], None] | None, should_stop: ShouldStop | None) -> None:
    for record in reading.records(source.report, progress=progress, should_stop=should_stop):
        (source.refused if record.refused else source.rows).append(record)
    empty = source.report.empty_columns
    for guess in source.report.columns:
        if guess.field is not None and guess.column not in empty:
            source.columns.setdefault(guess.field, guess.column)
    source.numbered = frozenset(name for name, column in source.columns.items() if concepts(column) & {"id", "code"})


def _telling(progress: Progress | None, what: str, total: int, before: int = 0) -> Callable[[int], None] | None:
    if progress is None:
        return None
    tell = progress
    return lambda rows: tell(what, before + rows, max(total, before + rows))
