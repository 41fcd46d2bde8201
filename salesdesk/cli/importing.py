"""Bringing files in: what was recognised, a question, one operation that can be undone."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Done
from salesdesk.errors import ConfirmationNeededError, UsageError
from salesdesk.i18n import plural, tr

if TYPE_CHECKING:
    from salesdesk.services.importing import FilePreview, ImportReport, Preview, Progress

commands = Commands()
_PROBLEMS = 12
_KINDS = (
    "lead",
    "contact",
    "account",
    "deal",
    "product",
    "member",
    "activity",
    "subscription",
    "cost",
    "order",
    "quota",
)


@commands.verb(
    "import", result=True, examples=("import contacts.csv", "import accounts.csv deals.csv --yes --me 'Maya Kessler'")
)
def import_files(
    call: Call,
    files: Annotated[Sequence[str], Argument("FILE", "CSV files; several are linked in one go.", complete="file")],
    kind: Annotated[str | None, Option("--kind", metavar="KIND", help="What the file holds.", choices=_KINDS)] = None,
    mapping: Annotated[
        Sequence[str], Option("--map", metavar="COLUMN=FIELD", help="Read a column as this field.")
    ] = (),
    encoding: Annotated[str | None, Option("--encoding", metavar="E", help="Such as cp1250.")] = None,
    delimiter: Annotated[str | None, Option("--delimiter", metavar="D", help="What parts the cells.")] = None,
    dates: Annotated[
        str | None, Option("--dates", metavar="ORDER", help="How 03/04/2026 is read.", choices=("ymd", "dmy", "mdy"))
    ] = None,
    decimal: Annotated[
        str | None, Option("--decimal", metavar="SIGN", help="The decimal sign.", choices=(".", ","))
    ] = None,
    currency: Annotated[str | None, Option("--currency", metavar="ISO", help="Of amounts that name none.")] = None,
    no_header: Annotated[bool, Option("--no-header", help="The first line is data; columns are 1, 2, 3.")] = False,
    me: Annotated[
        str | None, Option("--me", metavar="NAME", help="Which of the owners is you.", complete="member")
    ] = None,
    theirs: Annotated[bool, Option("--theirs", help="The file wins over what was changed here since.")] = False,
    merge: Annotated[
        str | None, Option("--merge", metavar="HOW", help="Merge rows of the same mail or phone.", choices=("exact",))
    ] = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Show what was recognised and stop.")] = False,
    yes: Annotated[bool, Option("--yes", "-y", help="Do not ask.")] = False,
) -> Done:
    """Import CSV files as one operation that one undo takes back.

    Columns are recognised by what they mean, exports of HubSpot, Pipedrive, Salesforce, Google and Outlook by their
    heads. The same file again changes nothing; what was changed here since stays, and both values are listed.
    """
    from salesdesk.services import importing

    options = importing.ImportOptions(
        kind=kind,
        mapping=dict(_pair(word) for word in mapping),
        encoding=encoding,
        delimiter={"tab": "\t", "\\t": "\t"}.get(delimiter or "", delimiter),
        dates=dates,
        decimal=decimal,
        currency=currency,
        no_header=True if no_header else None,
    )
    desk = call.desk
    progress = _progress(call)
    with importing.told_when_interrupted(desk):
        preview = importing.examine(desk, [Path(name) for name in files], options, progress=progress)
        if not (yes or call.quiet) or dry_run:
            call.say(_preview_text(preview))
        if dry_run:
            return Done(tr("Nothing was imported."), preview.report.json())
        preview.check_ready()
        me = _ask(call, preview, me, yes=yes)
        report = importing.publish(desk, preview, me=me, theirs=theirs, merge=merge, progress=progress)
    if me and desk.actor is not None:
        _remember(call, next(m.name for m in desk.members() if m.id == desk.actor))
    waiting = importing.count_without_next_step(desk, report)
    return Done(_sentence(report, waiting), report.json())


def _pair(word: str) -> tuple[str, str]:
    column, equals, field = word.rpartition("=")
    if not equals:
        raise UsageError(tr("--map needs COLUMN=FIELD, not '{word}'.", word=word))
    return column, field


def _ask(call: Call, preview: "Preview", me: str | None, *, yes: bool) -> str | None:
    """A yes, and which of the owners it is who imports; without a terminal `--yes` is needed."""
    if yes:
        return me
    if not call.interactive:
        raise ConfirmationNeededError(
            tr("An import needs a yes."), hint=tr("Say --yes to do it; nothing was imported.")
        )
    if preview.needs_confirmation:
        call.say(tr("{count} new custom fields would be made.", count=len(preview.new_fields)))
    if me is None and preview.owners and not preview.members:
        call.say(tr("Owners in the files: {names}.", names=", ".join(preview.owners[:20])))
        me = call.ask(tr("Which of them is you? (enter: none)")) or None
    call.confirm(tr("Import this?"), yes=False)
    return me


def _remember(call: Call, name: str) -> None:
    from salesdesk import config

    if not call.as_member and not call.config.text("me.name"):
        config.change("me.name", name)


def _progress(call: Call) -> "Progress | None":
    if call.quiet or not sys.stderr.isatty():
        return None

    def tell(what: str, done: int, total: int) -> None:
        share = f"{done:,} of {total:,}" if total else f"{done:,}"
        sys.stderr.write(f"\r{what}: {share}   ")
        if total and done >= total:
            sys.stderr.write("\r\033[K")
        sys.stderr.flush()

    return tell


def _preview_text(preview: "Preview") -> str:
    lines: list[str] = []
    for file in preview.files:
        lines += _file_lines(file)
    for name, owners in ((tr("New members"), preview.owners),):
        if owners:
            more = f" ... {len(owners)}" if len(owners) > 12 else ""
            lines.append(f"{name}: {', '.join(owners[:12])}{more}")
    return "\n".join(lines)


def _file_lines(file: "FilePreview") -> list[str]:
    result = file.result
    if file.not_records:
        return [f"{file.path.name}: {tr('not imported')}: {file.not_records}"]
    head = f"{file.path.name}: {plural(result.rows, tr('row'), tr('rows'))}, {file.kind or '?'}"
    about = ", ".join(
        filter(None, [file.preset, file.encoding, repr(file.delimiter), file.dates or "", file.decimal or ""])
    )
    counts = tr(
        "would add {added}, update {updated}, leave {unchanged}, refuse {refused}",
        added=f"{result.added:,}", updated=f"{result.updated:,}", unchanged=f"{result.unchanged:,}", refused=f"{result.refused:,}",
    )  # fmt: skip
    lines = [f"{head} ({about})", f"  {counts}"]
    lines.append("  " + ", ".join(f"{c.column} -> {c.field or tr('custom field')}" for c in file.columns[:40]))
    lines += [f"  {' | '.join(row[:8])}" for row in file.sample[:3]]
    lines += [f"  ? {question.question} ({question.option})" for question in file.undecided]
    shown = result.problems[:_PROBLEMS]
    lines += [
        f"  {p.severity}, {tr('line')} {p.line}{_times(len(p.lines))}: {p.column} '{p.value[:40]}': {p.reason}"
        for p in shown
    ]
    if len(result.problems) > len(shown):
        lines.append(tr("  and {count} more problems: --json lists all", count=len(result.problems) - len(shown)))
    if result.duplicates:
        lines.append(
            tr("  {pairs} look like another record; they are added and listed in --json", pairs=len(result.duplicates))
        )
    return [*lines, *(f"  {note}" for note in result.notes)]


def _times(count: int) -> str:
    return f" (x{count:,})" if count > 1 else ""


def _sentence(report: "ImportReport", waiting: int) -> str:
    words = tr(
        "Imported: {added} added, {updated} updated, {unchanged} unchanged, {refused} refused.",
        added=f"{report.added:,}", updated=f"{report.updated:,}", unchanged=f"{report.unchanged:,}", refused=f"{report.refused:,}",
    )  # fmt: skip
    left_out = [f"{file.path}: {file.not_records}" for file in report.files if file.not_records]
    lines = [words + (tr(" Undo: salesdesk undo") if report.operation else "")]
    lines += [tr("Left out: {what}", what=what) for what in left_out]
    if waiting:
        lines.append(
            tr("{count} open records have no next step: salesdesk lead plan, salesdesk deal plan", count=f"{waiting:,}")
        )
    return "\n".join(lines)
