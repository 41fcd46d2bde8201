"""A look at the files before anything is written: what they hold, how they hang together, what would happen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salesdesk.domain.money import currency_code
from salesdesk.errors import InvalidError
from salesdesk.exchange.linking import Link, link
from salesdesk.exchange.reading import ImportStoppedError
from salesdesk.exchange.recognise import ColumnGuess
from salesdesk.exchange.values import Undecided
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.importing.options import ImportOptions, Progress, ShouldStop
from salesdesk.services.importing.planning import Planned, build
from salesdesk.services.importing.report import FileResult, ImportReport
from salesdesk.services.importing.sources import Source, read
from salesdesk.store.connection import Connection

MOST_NEW_FIELDS = 50


@dataclass(frozen=True, slots=True)
class FilePreview:
    """One file: how it was read, and in `result` what importing it would do."""

    path: Path
    kind: str | None
    preset: str
    sure: float
    rivals: tuple[str, ...]
    encoding: str
    encoding_sure: bool
    accented: tuple[str, ...]
    delimiter: str
    dates: str | None
    decimal: str | None
    header: tuple[str, ...]
    no_header: bool
    columns: tuple[ColumnGuess, ...]
    unmapped: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    not_records: str
    undecided: tuple[Undecided, ...]
    result: FileResult


@dataclass(slots=True)
class Preview:
    """What was recognised in all files. `owners` would become members; `members` are here already."""

    files: list[FilePreview]
    links: list[Link]
    owners: tuple[str, ...]
    members: tuple[str, ...]
    new_fields: tuple[tuple[str, str], ...]
    report: ImportReport
    options: ImportOptions
    sources: list[Source] = field(repr=False, default_factory=list)
    planned: Planned | None = field(repr=False, default=None)
    seen: bytes | None = field(repr=False, default=None)

    @property
    def undecided(self) -> list[tuple[Path, Undecided]]:
        """What the user must say first, each with the option that says it."""
        return [(file.path, question) for file in self.files for question in file.undecided]

    @property
    def needs_confirmation(self) -> bool:
        """Whether so many new custom fields would be made that the user should be asked."""
        return len(self.new_fields) > MOST_NEW_FIELDS

    def check_ready(self) -> None:
        """InvalidError when something is undecided, naming the option that decides it, or nothing can be imported."""
        for path, question in self.undecided:
            choices = f" ({', '.join(question.examples)})" if question.option == "--kind" else ""
            raise InvalidError(
                f"'{path.name}': {question.question}",
                hint=tr("Say so with {option}{choices}.", option=question.option, choices=choices),
            )
        usable = [file for file in self.files if not file.result.not_records]
        if not usable and self.files:
            first = self.files[0]
            raise InvalidError(
                tr("'{path}' cannot be imported: {why}.", path=first.path, why=first.result.not_records),
                hint=tr("Leave it out, or name what it holds with --kind."),
            )


def examine(
    desk: Desk,
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    *,
    progress: Progress | None = None,
    should_stop: ShouldStop | None = None,
) -> Preview:
    """Read the files whole and plan their import; nothing is written.

    Raises InvalidError for the first file that cannot be read, ImportStoppedError when told to stop.
    """
    options = options or ImportOptions()
    if options.currency:
        currency_code(options.currency)
    if not paths:
        raise InvalidError(tr("There is no file to import."), hint=tr("Name one or more files."))
    sources = read(paths, options, desk.time_zone, progress=progress, should_stop=should_stop)
    seen = last_operation(desk.connection)
    planned = build(desk, sources, options, step=stepping(sources, progress, should_stop))
    pairs = zip(sources, planned.results, strict=True)
    return Preview(
        files=[_file(source, result) for source, result in pairs],
        links=link([source.report for source in sources]),
        owners=tuple(sorted(set(planned.new_members.values()))),
        members=tuple(member.name for member in desk.members()),
        new_fields=tuple(planned.new_fields),
        report=ImportReport(planned.results, None, dry_run=True),
        options=options,
        sources=sources,
        planned=planned,
        seen=seen,
    )


def last_operation(connection: Connection) -> bytes | None:
    """The newest operation: whether anything was written since can be told by it."""
    key = connection.value("SELECT id FROM operation ORDER BY id DESC LIMIT 1")
    return bytes(key) if key is not None else None


def stepping(
    sources: Sequence[Source], progress: Progress | None, should_stop: ShouldStop | None
) -> Callable[[int], None]:
    """What is told while rows are matched: progress, and a stop when it is asked for."""
    total = sum(len(source.rows) for source in sources)

    def step(done: int) -> None:
        if should_stop is not None and should_stop():
            raise ImportStoppedError(tr("Stopped: nothing was imported."))
        if progress is not None:
            progress(tr("Matching"), done, total)

    return step


def _file(source: Source, result: FileResult) -> FilePreview:
    report = source.report
    return FilePreview(
        path=report.path,
        kind=report.kind,
        preset=report.preset,
        sure=report.sure,
        rivals=report.rivals,
        encoding=report.encoding,
        encoding_sure=report.encoding_sure,
        accented=report.accented,
        delimiter=report.delimiter,
        dates=report.dates,
        decimal=report.decimal,
        header=report.header,
        no_header=report.no_header,
        columns=report.columns,
        unmapped=report.unmapped,
        sample=report.sample,
        not_records=result.not_records,
        undecided=report.undecided,
        result=result,
    )
