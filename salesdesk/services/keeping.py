"""Keeping a workspace safe: backups, putting one back, and a check of everything that can be checked."""

import datetime as dt
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from salesdesk import clock, paths
from salesdesk.errors import DatabaseError, InvalidError
from salesdesk.i18n import plural, tr
from salesdesk.store import backup as store
from salesdesk.store import backup_files
from salesdesk.store.backup import Backup
from salesdesk.store.files import FileStore
from salesdesk.store.workspace import Workspace, is_url

if TYPE_CHECKING:
    from salesdesk.store.connection import Connection

Status = Literal["ok", "warn", "bad", "note"]
# Above this size what takes longer than a moment is checked only when asked for.
LARGE = 64 * 1024 * 1024
_OLD_DAYS = 7
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor."""

    check: str
    status: Status
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """What putting a backup back would lose: rows now and then by table, the newest operations since, and what is
    wrong with its attached files."""

    counts: dict[str, tuple[int, int]]
    operations: list[tuple[dt.datetime, str]]
    files: list[str]


def folder_of(place: str, named: str = "") -> Path:
    """The backup folder of a workspace: beside it, or its own one inside the `named` folder.

    InvalidError for a PostgreSQL database, which has its own tool.
    """
    if is_url(place):
        raise InvalidError(
            tr("salesdesk backs up workspace files; a PostgreSQL database has a better tool."),
            hint=tr(
                "Use: pg_dump --format=custom --file=FILE DATABASE, and pg_restore to bring it back; copy the folder of"
                " attached files (files.folder) beside it."
            ),
        )
    path = Path(place)
    if not named:
        return paths.backup_folder(path)
    # Two workspaces of one name must not take turns pruning each other.
    mark = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:8]
    return Path(named).expanduser() / f"{path.stem}-{mark}"


def back_up(place: str, *, reason: str, folder: str = "", keep: int = store.KEEP) -> Backup:
    """Make a checked backup of a workspace file and prune the old ones."""
    target = folder_of(place, folder)
    Workspace.open(place).close()
    return store.back_up(Path(place), target, reason=reason, keep=keep)


def back_up_daily(place: str, *, folder: str = "", keep: int = store.KEEP) -> Backup | None:
    """A backup when the newest one is not of today (UTC); None when it is, or the place is no file."""
    if is_url(place) or not Path(place).exists():
        return None
    newest = next(iter(store.backups(folder_of(place, folder))), None)
    if newest and newest.made_at.date() >= clock.now().date():
        return None
    return back_up(place, reason="start of day", folder=folder, keep=keep)


def backups(place: str, *, folder: str = "") -> list[Backup]:
    """The backups of a workspace, newest first."""
    return store.backups(folder_of(place, folder))


def chosen(place: str, name: str | None, *, folder: str = "") -> Backup:
    """The backup of that name, or the newest; NotFoundError when there is none."""
    return store.named(folder_of(place, folder), name)


def loss(place: str, backup: Backup) -> Loss:
    """What the workspace has that the backup has not; empty for a file that cannot be read."""
    now = store.counts_of(Path(place)) if Path(place).exists() else {}
    counts = {table: (count, backup.counts.get(table, 0)) for table, count in now.items()}
    files = backup_files.file_problems(backup, read=False, also=FileStore(paths.files_folder(Path(place))))
    return Loss(counts, store.operations_since(Path(place), backup.path) if now else [], files)


def restore(place: str, backup: Backup, *, folder: str = "") -> Path | None:
    """Put the backup in the place of the workspace; where the present file was put aside."""
    return store.put_back(backup, Path(place), folder_of(place, folder))


def doctor(place: str, *, folder: str = "", files: str = "", verify: bool = False) -> list[Finding]:
    """Everything there is to say about the state of a workspace; `files` is the folder a team names for its files.
    Nothing is changed, whatever it finds."""
    from salesdesk.services import kept_files

    findings = [] if is_url(place) else list(_private(Path(place), folder))
    try:
        workspace = Workspace.open(place)
    except DatabaseError as error:
        return [Finding("file", "bad", error.message, error.hint), *findings]
    try:
        findings += _checked(workspace, verify=verify)
        findings += kept_files.findings(workspace, files, verify=verify)
    finally:
        workspace.close()
    if workspace.path is not None:
        findings.append(_backups(place, folder, verify=verify))
        findings.append(
            Finding(
                "rights",
                "note",
                tr("Who can open this file can read and change it all; --as is a convenience, not a lock."),
                tr("A team that needs rights shares a PostgreSQL database."),
            )
        )
    return findings


def _checked(workspace: Workspace, *, verify: bool) -> Iterator[Finding]:
    connection = workspace.connection
    if workspace.path is not None:
        size = workspace.path.stat().st_size
        mode = tr(", can only be read") if workspace.read_only else ""
        yield Finding("file", "ok", f"{workspace.place}, {size / 1_048_576:,.1f} MB{mode}")
        yield from _sound(connection)
        small = size <= LARGE
    else:
        yield Finding("database", "ok", connection.place)
        small = False
    version = connection.value("SELECT version_num FROM alembic_version")
    yield Finding("schema", "ok", tr("version {version}", version=version))
    triggers = _triggers(connection)
    yield triggers
    if triggers.status == "bad":
        yield Finding("derived", "note", tr("not compared"), tr("First the triggers have to be right."))
    elif verify or small:
        from salesdesk.services import kept_counts

        yield from _derived(workspace)
        yield kept_counts.finding(workspace)
    else:
        yield Finding("derived", "note", tr("not compared"), tr("It takes a while: salesdesk doctor --verify."))


def _private(path: Path, folder: str) -> Iterator[Finding]:
    if os.name == "nt" or not path.exists():
        return
    backup_folder = folder_of(str(path), folder)
    files = [path, *(Path(f"{path}{side}") for side in ("-wal", "-shm"))]
    files += [
        file for backup in store.backups(backup_folder) for file in (backup.path, backup.path.with_suffix(".json"))
    ]
    wide = [file for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077]
    folders = (backup_folder, paths.files_folder(path))
    wide += [one for one in folders if one.exists() and stat.S_IMODE(one.stat().st_mode) & 0o077]
    if not wide:
        yield Finding("privacy", "ok", tr("only you can read the workspace and its backups"))
    for file in wide[:_MOST_NAMED]:
        mode = stat.S_IMODE(file.stat().st_mode)
        right = "700" if file.is_dir() else "600"
        yield Finding(
            "privacy",
            "warn",
            tr("others on this machine can reach '{file}' (mode {mode:o})", file=file, mode=mode),
            f"chmod {right} '{file}'",
        )


def _sound(connection: "Connection") -> Iterator[Finding]:
    try:
        found = [str(row[0]) for row in connection.rows("PRAGMA integrity_check(10)")]
        broken = connection.rows("PRAGMA foreign_key_check")
    except DatabaseError as error:
        yield Finding("integrity", "bad", error.message, error.hint)
        return
    hint = tr("Bring back a backup: salesdesk restore.")
    if found == ["ok"]:
        yield Finding("integrity", "ok", tr("every page and index is sound"))
    else:
        yield Finding("integrity", "bad", "; ".join(found[:_MOST_NAMED]), hint)
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        many = plural(len(broken), tr("row points"), tr("rows point"))
        yield Finding("links", "bad", tr("{many} nowhere, in: {tables}", many=many, tables=tables), hint)
    else:
        yield Finding("links", "ok", tr("every link leads to a record"))
    if connection.value("SELECT count(*) FROM current_operation"):
        yield Finding("operation", "bad", tr("an operation was left open"), hint)


def _triggers(connection: "Connection") -> Finding:
    """History and guards are triggers: one that is missing, changed or foreign makes undo a guess."""
    from salesdesk.store.dialect import SQLITE
    from salesdesk.store.triggers import postgres_statements, sqlite_triggers

    if connection.dialect is SQLITE:
        expected = {name: " ".join(sql.split()) for name, sql in sqlite_triggers()}
        rows = connection.rows("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
        found = {name: " ".join((sql or "").split()) for name, sql in rows}
    else:
        expected = {name: "" for name, sql in postgres_statements() if sql.startswith("CREATE TRIGGER")}
        rows = connection.rows(
            "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal"
            " AND t.tgenabled <> 'D' AND c.relnamespace = current_schema()::regnamespace"
        )
        found = {name: "" for (name,) in rows}
    wrong = [tr("{name} is missing", name=name) for name in expected if name not in found]
    wrong += [tr("{name} is not ours", name=name) for name in found if name not in expected]
    wrong += [tr("{name} was changed", name=n) for n, sql in expected.items() if found.get(n, sql) != sql]
    if not wrong:
        return Finding("triggers", "ok", tr("all {count} are as they should be", count=len(expected)))
    more = tr(" and {count} more", count=len(wrong) - _MOST_NAMED) if len(wrong) > _MOST_NAMED else ""
    return Finding(
        "triggers",
        "bad",
        ", ".join(wrong[:_MOST_NAMED]) + more,
        tr("Undo cannot be trusted; bring back a backup: salesdesk restore."),
    )


class _TakeBackError(Exception):
    """Ends the trial operation so that nothing of it is kept."""


def _derived(workspace: Workspace) -> Iterator[Finding]:
    """Compares what triggers keep with a fresh computation, made on a copy or in a trial operation."""
    wrong = _folded(workspace.connection)
    if workspace.path is None:
        wrong += _recomputed(workspace)
    else:
        with tempfile.TemporaryDirectory(prefix="salesdesk-") as folder:
            copy = store.back_up(workspace.path, Path(folder), reason="check", files=False)
            trial = Workspace.open(str(copy.path))
            try:
                wrong += _recomputed(trial)
            finally:
                trial.close()
    if wrong:
        yield Finding("derived", "bad", ", ".join(wrong[:_MOST_NAMED]), tr("Please report this."))
    else:
        yield Finding("derived", "ok", tr("what is computed equals a fresh computation"))


def _folded(connection: "Connection") -> list[str]:
    from salesdesk.store import folding

    wrong = []
    for table, columns in folding.FOLDED.items():
        read = tuple(dict.fromkeys((*folding.READS[table], *columns)))
        count = 0
        for row in connection.each(f"SELECT {', '.join(read)} FROM {table}"):
            values = dict(zip(read, row, strict=True))
            fresh = folding.folded(table, values)
            count += any(values[column] != fresh[column] for column in columns)
        if count:
            wrong.append(tr("{table}: search text of {rows}", table=table, rows=plural(count, tr("row"), tr("rows"))))
    return wrong


def _recomputed(workspace: Workspace) -> list[str]:
    from salesdesk.store import derived, folding
    from salesdesk.store.triggers import record_tables
    from salesdesk.store.unit import operation

    differs = workspace.connection.dialect.is_not
    columns = {
        table.name: [
            c.name for c in table.columns if c.info.get("derived") and c.name not in folding.FOLDED.get(table.name, ())
        ]
        for table in record_tables()
    }
    wrong: list[str] = []
    try:
        with operation(workspace, "Check", actor=None, source="rule", large=True) as unit:
            kept = {table: names for table, names in columns.items() if names}
            for table, names in kept.items():
                unit.connection.execute(f"CREATE TEMP TABLE was_{table} AS SELECT id, {', '.join(names)} FROM {table}")
            with unit.bulk():
                for table in derived.BULK:
                    unit.execute(table, f"UPDATE {table} SET id = id WHERE 1 = 0")
            for table, names in kept.items():
                for name in names:
                    count = unit.connection.value(
                        f"SELECT count(*) FROM {table} t JOIN was_{table} w ON w.id = t.id"
                        f" WHERE t.{name} {differs} w.{name}"
                    )
                    if count:
                        wrong.append(f"{table}.{name}: {plural(count, tr('row'), tr('rows'))}")
            raise _TakeBackError
    except _TakeBackError:
        return wrong


def _backups(place: str, folder: str, *, verify: bool) -> Finding:
    every = backups(place, folder=folder)
    if not every:
        return Finding("backups", "warn", tr("there is none"), tr("Make one: salesdesk backup."))
    checked = every if verify else every[:1]
    for backup in checked:
        if found := store.problems(backup):
            return Finding("backups", "bad", found[0], tr("Make a new one: salesdesk backup."))
        if found := backup_files.file_problems(backup, read=verify):
            return Finding("backups", "warn", found[0], tr("Make a new one: salesdesk backup."))
    age = (clock.now() - every[0].made_at).days
    words = tr(
        "{count}, the newest of {day}",
        count=plural(len(every), "backup", "backups"),
        day=every[0].made_at.date(),
    )
    if age >= _OLD_DAYS:
        return Finding("backups", "warn", words, tr("Make a new one: salesdesk backup."))
    return Finding("backups", "ok", words)
