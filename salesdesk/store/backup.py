"""Backups of a workspace file: made by SQLite itself, checked, and never half there."""

import datetime as dt
import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from salesdesk import clock
from salesdesk.errors import DatabaseError, InvalidError, NotFoundError
from salesdesk.paths import files_folder, sync_folder
from salesdesk.store.backup_files import bring_files, contents_of, drop_unnamed, files_of, take_files
from salesdesk.store.connection import open_sqlite, translated
from salesdesk.store.files import FileStore
from salesdesk.store.version import APPLICATION_ID

KEEP = 10
_STAMP = "%Y%m%dT%H%M%SZ"
_SIDES = ("-wal", "-shm")
# What a person would miss, in the order it is shown.
COUNTED = (
    "lead",
    "account",
    "contact",
    "deal",
    "activity",
    "sales_order",
    "subscription",
    "member",
    "attachment",
    "operation",
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup; `counts` are the rows that were live in each table of `COUNTED`, `missing` the attached
    files that were not there to be taken along."""

    path: Path
    made_at: dt.datetime
    reason: str
    size: int
    sha256: str
    counts: dict[str, int]
    missing: int = 0

    @property
    def name(self) -> str:
        """What `restore` takes."""
        return self.path.stem


def back_up(workspace: Path, folder: Path, *, reason: str, keep: int = KEEP, files: bool = True) -> Backup:
    """Copy a workspace file into `folder` while it is in use; prunes afterwards. DatabaseError when it fails.

    The copy gets its name only after it was checked and written to the disk. The attached `files` it names go
    along: each content once for all backups of the folder.
    """
    _private_folder(folder)
    instant = clock.now()
    path, part = _begun(folder, f"{workspace.stem}-{instant.strftime(_STAMP)}")
    try:
        _copy(workspace, part)
        counts = _checked_counts(part, workspace)
        missing = take_files(part, FileStore(files_folder(workspace)), files_of(folder)) if files else 0
        backup = Backup(path, instant, reason, part.stat().st_size, _digest(part), counts, missing)
        _write_sidecar(backup)
        part.replace(path)
        sync_folder(folder)
    except OSError as error:
        path.with_suffix(".json").unlink(missing_ok=True)
        raise DatabaseError(
            f"No backup could be made in '{folder}': {error.strerror}.",
            hint="Free some space, check its permissions.",
        ) from None
    finally:
        for suffix in ("", "-journal", *_SIDES):
            Path(f"{part}{suffix}").unlink(missing_ok=True)
    prune(folder, keep=keep)
    return backup


def backups(folder: Path) -> list[Backup]:
    """The finished backups of a folder, newest first."""
    found = []
    for sidecar in folder.glob("*.json") if folder.is_dir() else ():
        try:
            backup = _read_sidecar(sidecar)
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if backup.path.exists():
            found.append(backup)
    return sorted(found, key=lambda backup: (backup.made_at, backup.name), reverse=True)


def named(folder: Path, name: str | None) -> Backup:
    """The backup of that name, a unique part of it or a path; the newest without one. Else NotFoundError."""
    every = backups(folder)
    if not every:
        raise NotFoundError(f"There is no backup in '{folder}'.", hint="Make one with: salesdesk backup.")
    if not name:
        return every[0]
    stem = Path(name).stem
    found = [backup for backup in every if backup.name == stem] or [b for b in every if stem in b.name]
    if len(found) != 1:
        what = "No backup is called" if not found else "Several backups fit"
        raise NotFoundError(f"{what} '{name}'.", hint="salesdesk backup --list shows them.")
    return found[0]


def problems(backup: Backup) -> list[str]:
    """What is wrong with a backup: nothing for a good one. Its bytes are compared with what they were."""
    try:
        if _digest(backup.path) != backup.sha256:
            return [f"'{backup.path}' has changed since it was made: its checksum differs."]
        _checked_counts(backup.path, backup.path)
    except (OSError, DatabaseError) as error:
        return [str(error)]
    return []


def prune(folder: Path, *, keep: int = KEEP) -> list[Path]:
    """Remove all but the newest `keep` and the first of each month; what was removed."""
    every = backups(folder)
    first_of_month = {backup.made_at.strftime("%Y-%m"): backup for backup in every}
    kept = {backup.path for backup in (*every[: max(keep, 1)], *first_of_month.values())}
    removed = [backup.path for backup in every if backup.path not in kept]
    for path in removed:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)
    if removed:
        drop_unnamed(files_of(folder), [backup.path for backup in every if backup.path in kept])
    return removed


def counts_of(path: Path) -> dict[str, int]:
    """The live rows of a workspace file by table; empty when it cannot be read."""
    try:
        with closing(open_sqlite(path, read_only=True)) as connection:
            return _counts(connection.raw)
    except (DatabaseError, sqlite3.Error, OSError):
        return {}


def operations_since(workspace: Path, backup: Path, *, limit: int = 10) -> list[tuple[dt.datetime, str]]:
    """The newest operations of a workspace that its backup does not know: instant and label."""
    try:
        with closing(open_sqlite(workspace, read_only=True)) as connection, translated(str(workspace)):
            connection.raw.execute("ATTACH ? AS backup", (f"{backup.absolute().as_uri()}?mode=ro",))
            rows = connection.rows(
                "SELECT at, label FROM main.operation WHERE id NOT IN (SELECT id FROM backup.operation)"
                " ORDER BY id DESC LIMIT ?",
                (limit,),
            )
    except (DatabaseError, sqlite3.Error):
        return []
    return [(dt.datetime.fromisoformat(at), label) for at, label in rows]


def put_back(backup: Backup, workspace: Path, folder: Path) -> Path | None:
    """Put a backup in the place of a workspace file; where the present file went, None when there was none.

    Refused with DatabaseError while another program has the file open, and for a backup that is not good.
    """
    if found := problems(backup):
        raise DatabaseError(found[0], hint="Choose another one: salesdesk backup --list.")
    _private_folder(folder)
    part = workspace.with_name(f"{workspace.name}.part")
    try:
        bring_files(contents_of(backup.path), files_of(folder), FileStore(files_folder(workspace)))
        part.unlink(missing_ok=True)
        _make_private(part)
        _copy(backup.path, part)
        _use_log(part)
        aside = _put_aside(workspace, folder)
        part.replace(workspace)
        sync_folder(workspace.parent)
    except OSError as error:
        if workspace.exists():
            _use_log(workspace)
        raise DatabaseError(
            f"The backup could not be put in the place of '{workspace}': {error.strerror}.",
            hint="Check the space and the permissions there.",
        ) from None
    finally:
        for suffix in ("", "-journal", *_SIDES):
            Path(f"{part}{suffix}").unlink(missing_ok=True)
    return aside


def _put_aside(workspace: Path, folder: Path) -> Path | None:
    """A second name, or a copy on another disk, for the present file: so there is always one in its place."""
    if not workspace.exists():
        return None
    good = _let_go(workspace)
    instant = clock.now()
    aside = _free_name(folder, f"{workspace.stem}-before-restore-{instant.strftime(_STAMP)}")
    if good:
        counts = counts_of(workspace)
        _write_sidecar(Backup(aside, instant, "before restore", workspace.stat().st_size, _digest(workspace), counts))
    for suffix in _SIDES:
        side = Path(f"{workspace}{suffix}")
        if side.exists():
            shutil.move(side, f"{aside}{suffix}")
    try:
        os.link(workspace, aside)
    except OSError:
        shutil.copy2(workspace, aside)
    return aside


def _use_log(path: Path) -> None:
    with closing(open_sqlite(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def _let_go(workspace: Path) -> bool:
    """Bring the log into the file and see that nobody else has it open; False for a damaged file."""
    try:
        with closing(sqlite3.connect(workspace, isolation_level=None, timeout=2)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.execute("PRAGMA journal_mode = DELETE")
            return str(raw.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise DatabaseError(
                f"'{workspace}' is open in another salesdesk; nothing was changed.",
                hint="Close it and try again.",
            ) from None
        return False
    except sqlite3.DatabaseError:
        return False


def _copy(source: Path, target: Path) -> None:
    read_only = not os.access(source, os.W_OK) or not os.access(source.parent, os.W_OK)
    immutable = not os.access(source.parent, os.W_OK) and not Path(f"{source}-wal").exists()
    with (
        closing(open_sqlite(source, read_only=read_only, immutable=immutable)) as connection,
        closing(open_sqlite(target)) as copy,
        translated(str(source)),
    ):
        connection.raw.backup(copy.raw)
        # Without a log beside it the copy is whole in one file.
        copy.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _checked_counts(path: Path, source: Path) -> dict[str, int]:
    with closing(open_sqlite(path, read_only=True, immutable=True)) as connection:
        if connection.value("PRAGMA application_id") != APPLICATION_ID:
            raise InvalidError(f"'{source}' is not a salesdesk workspace.")
        found = connection.value("PRAGMA integrity_check(1)")
        if found != "ok":
            raise DatabaseError(f"'{source}' is damaged: {found}.", hint="Look with: salesdesk doctor.")
        return _counts(connection.raw)


def _counts(raw: sqlite3.Connection) -> dict[str, int]:
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    counts = {}
    for table in COUNTED:
        if table in tables:
            where = "" if table == "operation" else " WHERE deleted_op IS NULL"
            counts[table] = int(raw.execute(f"SELECT count(*) FROM {table}{where}").fetchone()[0])
    return counts


def _write_sidecar(backup: Backup) -> None:
    content = {
        "made_at": clock.iso(backup.made_at),
        "reason": backup.reason,
        "size": backup.size,
        "sha256": backup.sha256,
        "counts": backup.counts,
        "missing": backup.missing,
    }
    path = backup.path.with_suffix(".json")
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _read_sidecar(path: Path) -> Backup:
    content = json.loads(path.read_text(encoding="utf-8"))
    return Backup(
        path.with_suffix(".db"),
        dt.datetime.fromisoformat(content["made_at"]),
        str(content["reason"]),
        int(content["size"]),
        str(content["sha256"]),
        {str(table): int(count) for table, count in content["counts"].items()},
        int(content.get("missing", 0)),
    )


def _begun(folder: Path, stem: str) -> tuple[Path, Path]:
    """A name for a backup and the part it is made in, which nobody else has: another program may be backing up too."""
    number = 1
    while True:
        path = folder / (f"{stem}.db" if number == 1 else f"{stem}-{number}.db")
        part, number = path.with_suffix(".part"), number + 1
        try:
            _make_private(part)
        except FileExistsError:
            continue
        # In this order, for whoever had the part before has given it that name meanwhile.
        if not path.exists() and not path.with_suffix(".json").exists():
            return path, part
        part.unlink(missing_ok=True)


def _make_private(path: Path) -> None:
    """An empty file that only its owner can read; FileExistsError when there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _free_name(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.db", 2
    while path.exists() or path.with_suffix(".json").exists():
        path, number = folder / f"{stem}-{number}.db", number + 1
    return path


def _private_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DatabaseError(
            f"The backup folder '{folder}' cannot be made: {error.strerror}.",
            hint="Name another one: salesdesk config set backup.folder FOLDER.",
        ) from None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
