"""The contents of attached files as the doctor sees them: changed, missing, named by nothing; and mending that."""

from collections.abc import Iterator

from salesdesk.domain.files import say_size
from salesdesk.i18n import plural, tr
from salesdesk.services import keeping
from salesdesk.services.files import store_of
from salesdesk.services.keeping import LARGE, Finding
from salesdesk.services.records import reference
from salesdesk.store import backup_files
from salesdesk.store.connection import Connection
from salesdesk.store.files import FileStore, State
from salesdesk.store.read.files import FileRow, every, named_contents
from salesdesk.store.workspace import Workspace

_MOST_NAMED = 5


def findings(workspace: Workspace, folder: str, *, verify: bool) -> Iterator[Finding]:
    """What there is to say about attached files; all are read when they are few or with `verify`."""
    store = store_of(workspace, folder)
    rows = every(workspace.connection)
    kept = [row for row in rows if row.kind == "file"]
    total = sum({row.target: row.size or 0 for row in kept}.values())
    read = verify or total <= LARGE
    states: dict[str, State] = {}
    for row in kept:
        if row.target not in states:
            states[row.target] = store.state(row.target, size=row.size, read=read)
    wrong = [row for row in kept if states[row.target] != "ok"]
    for row in wrong[:_MOST_NAMED]:
        yield _finding(workspace, row, states[row.target])
    if len(wrong) > _MOST_NAMED:
        yield Finding("files", "bad", tr("{count} more are missing or changed", count=len(wrong) - _MOST_NAMED))
    if kept and not wrong:
        words = plural(len(kept), tr("attached file"), tr("attached files"))
        how = tr("unchanged") if read else tr("there; --verify also reads them")
        yield Finding("files", "ok", f"{words}, {say_size(total)}, {how}")
    free = unused(workspace.connection, store)
    if free:
        size = sum(store.path(sha256).stat().st_size for sha256 in free)
        words = plural(len(free), tr("content"), tr("contents"))
        yield Finding(
            "files",
            "note",
            tr("{words} ({size}) that nothing names any more", words=words, size=say_size(size)),
            tr("Remove with: salesdesk doctor --mend."),
        )


def _finding(workspace: Workspace, row: FileRow, state: State) -> Finding:
    where = f"{row.name} ({reference('attachment', row.code)}, {row.record})"
    if state == "changed":
        message = tr("{where} has changed since it was attached", where=where)
    elif workspace.path is None:
        # Without a shared folder every machine has only what was attached on it.
        message = tr("{where} is not on this machine; it was attached on '{device}'", where=where, device=row.device)
        return Finding("files", "note", message, tr("Share a folder: salesdesk config set files.folder FOLDER."))
    else:
        message = tr("{where} is missing", where=where)
    hint = tr("Bring it back from the backups: salesdesk doctor --mend.") if workspace.path else tr("Attach it again.")
    return Finding("files", "bad", message, hint)


def unused(connection: Connection, store: FileStore) -> list[str]:
    """The contents nothing names any more; young ones may be on their way to their row."""
    wanted = {n.sha256 for n in named_contents(connection)}
    return [sha256 for sha256 in store.contents() if sha256 not in wanted and not store.is_young(sha256)]


def mend(place: str, *, folder: str = "", files: str = "") -> list[str]:
    """Bring missing and changed contents back from the backups, then remove what nothing names; a sentence for each
    thing done."""
    workspace = Workspace.open(place)
    try:
        store = store_of(workspace, files)
        said = []
        if workspace.path is not None:
            names = [n for n in named_contents(workspace.connection) if n.live and store.state(n.sha256) != "ok"]
            pool = backup_files.files_of(keeping.folder_of(place, folder))
            back = len(names) - backup_files.bring_files(names, pool, store)
            if back:
                words = plural(back, tr("attached file"), tr("attached files"))
                said.append(tr("{words} brought back from the backups.", words=words))
        free = unused(workspace.connection, store)
        size = sum(store.drop(sha256) for sha256 in free)
        if free:
            words = plural(len(free), tr("content"), tr("contents"))
            said.append(tr("{words} that nothing named removed, {size} freed.", words=words, size=say_size(size)))
        return said
    finally:
        workspace.close()
