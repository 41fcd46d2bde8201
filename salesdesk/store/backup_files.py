"""The attached files of backups: each content once for all of them, beside the copies that name it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesk.errors import DatabaseError, InvalidError, NotFoundError
from salesdesk.store.connection import open_sqlite
from salesdesk.store.files import FileStore
from salesdesk.store.read.files import Named, named_contents

if TYPE_CHECKING:
    from salesdesk.store.backup import Backup


def files_of(folder: Path) -> FileStore:
    """The attached files that the backups of a folder name."""
    return FileStore(folder / "files")


def file_problems(backup: "Backup", *, read: bool, also: FileStore | None = None) -> list[str]:
    """The attached files of a backup that are neither with it nor in `also`, or have changed when they are `read`."""
    stores = [files_of(backup.path.parent), *([also] if also else [])]
    names = [n for n in contents_of(backup.path) if n.live]
    lost = [n for n in names if all(s.state(n.sha256, size=n.size, read=read) != "ok" for s in stores)]
    return [f"{len(lost)} of {len(names)} attached files of '{backup.name}' are not whole in it."] if lost else []


def bring_files(names: Sequence[Named], source: FileStore, target: FileStore) -> int:
    """Copy the contents that are missing or changed in `target` from `source`; how many live ones could not be."""
    lacking = 0
    for name in names:
        if target.state(name.sha256) == "ok":
            continue
        try:
            target.keep(source.path(name.sha256), expected=name.sha256)
        except (InvalidError, NotFoundError):
            lacking += name.live
    return lacking


def take_files(part: Path, source: FileStore, target: FileStore) -> int:
    """Bring the attached files a copy names into the folder of the backups; how many live ones are missing.

    What is there from an earlier backup is not read again; the doctor does that.
    """
    new = []
    for name in contents_of(part):
        if target.state(name.sha256, size=name.size, read=False) == "ok":
            target.touch(name.sha256)
        else:
            new.append(name)
    return bring_files(new, source, target)


def drop_unnamed(store: FileStore, backups_left: Sequence[Path]) -> None:
    """Remove the contents that none of the backups that are left names; nothing when one cannot be read."""
    try:
        named = {n.sha256 for path in backups_left for n in contents_of(path)}
    except (DatabaseError, sqlite3.Error):
        return
    for sha256 in [found for found in store.contents() if found not in named]:
        if not store.is_young(sha256):
            store.drop(sha256)


def contents_of(path: Path) -> list[Named]:
    """The contents that a backup names; none when it is older than attached files."""
    with closing(open_sqlite(path, read_only=True, immutable=True)) as connection:
        if not connection.value("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'attachment'"):
            return []
        return named_contents(connection)
