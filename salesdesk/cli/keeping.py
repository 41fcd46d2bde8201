"""Backups, restore and the doctor."""

import sqlite3
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.errors import ExitCode
from salesdesk.i18n import plural, tr
from salesdesk.services import keeping
from salesdesk.services.keeping import Finding
from salesdesk.store.backup import Backup

commands = Commands()

_SIGNS = {"ok": "✓", "warn": "▲", "bad": "✗", "note": "·"}
_TONES = {"ok": "ok", "warn": "warn", "bad": "bad", "note": "muted"}


@commands.verb("backup", listing=True, examples=("backup", "backup --list"))
def backup(
    call: Call,
    listed: Annotated[bool, Option("--list", help="Show the backups there are, newest first.")] = False,
    reason: Annotated[str, Option("--reason", metavar="WORDS", help="Why, kept with it.")] = "by hand",
) -> Listing | Done:
    """Copy the workspace and its attached files to a safe place, or list the copies.

    The copy is checked before it gets its name. A file is kept once for all backups. The newest 10 (backup.keep) and the first of each month stay.
    """
    folder = call.config.text("backup.folder")
    if listed:
        return Listing(_columns(), keeping.backups(call.place, folder=folder), ref=lambda row: row.name)
    keep = call.config.number("backup.keep")
    made = keeping.back_up(call.place, reason=reason, folder=folder, keep=keep)
    size = f"{made.size / 1_048_576:,.1f} MB"
    attached = made.counts.get("attachment", 0)
    files = tr(" with {files}", files=plural(attached, tr("file or link"), tr("files and links"))) if attached else ""
    if made.missing:
        lost = plural(made.missing, tr("attached file is"), tr("attached files are"))
        call.say(tr("{lost} missing and could not be taken along: salesdesk doctor.", lost=lost))
    return Done(
        tr("Backed up to {path}, {size}{files}, checked.", path=made.path, size=size, files=files),
        {
            "path": str(made.path),
            "name": made.name,
            "sha256": made.sha256,
            "size": made.size,
            "counts": made.counts,
            "missing": made.missing,
        },
        refs=[str(made.path)],
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", "Name", lambda row: row.name),
        Column("made_at", "Made", lambda row: row.made_at),
        Column("reason", "Why", lambda row: row.reason, rank=1),
        Column("leads", "Leads", lambda row: row.counts.get("lead"), right=True, rank=2),
        Column("deals", "Deals", lambda row: row.counts.get("deal"), right=True, rank=2),
        Column("size", "Size", lambda row: row.size, show=_size, right=True, rank=3),
        Column("path", "Path", lambda row: str(row.path), extra=True),
        Column("sha256", "SHA-256", lambda row: row.sha256, extra=True),
    )


def _size(row: Backup) -> str:
    return f"{row.size / 1_048_576:,.1f} MB"


@commands.verb("restore", result=True, examples=("restore", "restore salesdesk-20261123T090000Z --yes"))
def restore(
    call: Call,
    name: Annotated[str | None, Argument("BACKUP", "Its name, as backup --list shows it; else the newest.")] = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Only show what would be lost.")] = False,
    yes: Annotated[bool, Option("--yes", "-y", help="Do it without asking.")] = False,
) -> Done:
    """Put a backup in the place of the workspace.

    Shows what would be lost first. The present file is kept aside, with the backups.
    """
    folder = call.config.text("backup.folder")
    backup = keeping.chosen(call.place, name, folder=folder)
    lost = keeping.loss(call.place, backup)
    document: dict[str, object] = {
        "backup": backup.name,
        "made_at": backup.made_at,
        "counts": {table: {"now": now, "then": then} for table, (now, then) in lost.counts.items()},
        "operations": [{"at": at, "label": label} for at, label in lost.operations],
        "restored": not dry_run,
    }
    for line in _loss_lines(backup, lost):
        call.say(line)
    if dry_run:
        return Done("", document)
    call.confirm(tr("Put this backup in the place of '{place}'?", place=call.place), yes=yes)
    aside = keeping.restore(call.place, backup, folder=folder)
    document["aside"] = str(aside) if aside else None
    kept = " " + tr("The file before is {aside}.", aside=aside) if aside else ""
    return Done(tr("The workspace is that of {when} again.", when=_when(backup)) + kept, document)


def _when(backup: Backup) -> str:
    return f"{backup.made_at:%Y-%m-%d %H:%M} UTC"


def _loss_lines(backup: Backup, lost: keeping.Loss) -> list[str]:
    lines = [tr("Backup {name} of {when} ({reason}).", name=backup.name, when=_when(backup), reason=backup.reason)]
    changed = [
        f"{table.replace('_', ' ')} {now:,} -> {then:,}" for table, (now, then) in lost.counts.items() if now != then
    ]
    if changed:
        lines.append(tr("Rows now and then: {rows}.", rows=", ".join(changed)))
    if lost.operations:
        lines.append(tr("Done since, and lost by it, newest first:"))
        lines += [f"- {at:%Y-%m-%d %H:%M}  {label}" for at, label in lost.operations]
    elif not changed and lost.counts:
        lines.append(tr("Nothing was done since; nothing would be lost."))
    if not lost.counts:
        lines.append(tr("The present file cannot be read, or is not there."))
    return [*lines, *lost.files]


@commands.verb("doctor", listing=True)
def doctor(
    call: Call,
    verify: Annotated[
        bool, Option("--verify", help="Also what takes a while: every backup, file and computed value.")
    ] = False,
    mend: Annotated[
        bool,
        Option(
            "--mend", help="Bring lost attached files back from the backups, remove those nothing names; count anew."
        ),
    ] = False,
) -> Listing:
    """Check the workspace and say what to mend; exit 6 when something is broken.

    Checks the file, who can read it, its pages and links, the triggers that keep history, what is computed
    from other rows or counted for KPIs, the attached files, the backups and your settings. Nothing is changed without --mend.
    """
    folder, files = call.config.text("backup.folder"), call.config.text("files.folder")
    if mend:
        from salesdesk.services import kept_counts, kept_files

        for sentence in [*kept_files.mend(call.place, folder=folder, files=files), *kept_counts.mend(call.place)]:
            call.say(sentence)
    findings = keeping.doctor(call.place, folder=folder, files=files, verify=verify)
    findings += [Finding("settings", "warn", warning, "salesdesk config edit") for warning in call.config.warnings]
    findings.append(Finding("program", "note", _versions()))
    broken = [f for f in findings if f.status == "bad"]
    warned = [f for f in findings if f.status == "warn"]
    note = tr("All is well.")
    if broken or warned:
        note = ", ".join(plural(len(f), one, many) for f, one, many in _counted(broken, warned) if f)
    return Listing(
        (
            Column("status", "", lambda row: row.status, show=lambda row: _SIGNS[row.status], tone=_tone),
            Column("check", "Check", lambda row: row.check),
            Column("message", "What", lambda row: row.message, show=_advice, whole=True),
            Column("hint", "What to do", lambda row: row.hint, extra=call.terminal),
        ),
        findings,
        note=f"{note}.".replace("..", "."),
        exit_code=ExitCode.DATABASE if broken else ExitCode.DONE,
    )


def _advice(row: Finding) -> str:
    return f"{row.message.rstrip('.')}. {row.hint}" if row.hint else row.message


def _tone(row: Finding) -> str:
    return _TONES[row.status]


def _counted(broken: list[Finding], warned: list[Finding]) -> list[tuple[list[Finding], str, str]]:
    return [
        (broken, tr("thing is broken"), tr("things are broken")),
        (warned, tr("thing to mend"), tr("things to mend")),
    ]


def _versions() -> str:
    import platform

    from salesdesk import __version__

    return f"salesdesk {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
