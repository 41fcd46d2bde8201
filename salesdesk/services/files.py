"""Files and links on records and templates: attach, list, open, save, detach."""

import mimetypes
import shutil
import stat
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesk import outside, paths
from salesdesk.domain.files import (
    file_link_path,
    file_name,
    is_program,
    link_name,
    link_scheme,
    say_size,
    why_not_link,
)
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id, find
from salesdesk.store.connection import Connection
from salesdesk.store.files import FileStore, look_at
from salesdesk.store.read import files as reading
from salesdesk.store.read.files import FileRow
from salesdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

MEGABYTE = 1_000_000
KINDS = ("lead", "deal", "contact", "account", "activity", "template")
_OPENED_SECONDS = 24 * 3600


def store_of(workspace: Workspace, folder: str = "") -> FileStore:
    """Where the contents of a workspace are kept: beside its file; for a database in the named folder, which a team
    shares, or in the data folder of this machine. Each database has a folder of its own in it."""
    if workspace.path is not None:
        return FileStore(paths.files_folder(workspace.path))
    first = workspace.connection.value("SELECT id FROM operation ORDER BY id LIMIT 1")
    base = Path(folder).expanduser() if folder else paths.data_folder() / "files"
    return FileStore(base / (first.hex()[:16] if first else "empty"))


def store_for(desk: Desk) -> FileStore:
    """Where the contents of the desk's workspace are kept."""
    return store_of(desk.workspace, desk.file_rules.folder)


def attach(desk: Desk, ref: Ref, source: str, *, copy: bool = True, name: str = "") -> tuple[Ref, str]:
    """Attach a file or link to a record or template; what was made, and a sentence.

    A file is copied in, or with `copy` False only its path is kept; a link (http, https, mailto, file) stays one.
    What is there already under that name is not attached twice.
    """
    (made,), sentence = attach_all(desk, ref, [source], copy=copy, name=name)
    return made, sentence


def attach_all(
    desk: Desk, ref: Ref, sources: Sequence[str], *, copy: bool = True, name: str = ""
) -> tuple[list[Ref], str]:
    """Attach several files or links as one operation, all or none; see `attach`."""
    if ref.kind not in KINDS:
        raise InvalidError(f"{ref.name} is a {ref.kind}; nothing can be attached to it.")
    every = [described(desk, source, copy=copy, name=name) for source in sources]
    what = str(every[0]["name"]) if len(every) == 1 else plural(len(every), "file", "files")
    sentence = f"{what} attached to {ref.name}"
    keys, new = [], []
    with desk.operation(sentence) as unit:
        if unit.connection.value(f"SELECT 1 FROM {ref.kind} WHERE id = ? AND deleted_op IS NULL", (ref.id,)) is None:
            raise NotFoundError(f"{ref.name} is not there any more.", hint="Somebody may have deleted it; refresh.")
        for values in every:
            known = unit.connection.value(
                "SELECT id FROM attachment WHERE record_id = ? AND kind = ? AND target = ? AND name = ?"
                " AND deleted_op IS NULL",
                (ref.id, values["kind"], values["target"], values["name"]),
            )
            if known is None:
                new.append(values)
                known = unit.insert(
                    "attachment", {**values, "record_kind": ref.kind, "record_id": ref.id, "owner_id": desk.actor}
                )
            keys.append(known)
    made = [by_id(desk.connection, "attachment", key) for key in keys]
    return made, _said(desk, sentence, new)


def _said(desk: Desk, sentence: str, new: Sequence[Mapping[str, object]]) -> str:
    if not new:
        return f"{sentence} already"
    sizes = [values["size_bytes"] for values in new if values["kind"] != "url"]
    size = f", {say_size(sum(sizes))}" if sizes else ""  # type: ignore[arg-type]
    alone = desk.workspace.path is None and not desk.file_rules.folder and any(v["kind"] == "file" for v in new)
    return sentence + size + (tr(", kept on this machine only") if alone else "")


def meaning(desk: Desk, source: str, *, copy: bool = True) -> str:
    """What attaching `source` would do, in words; an error says why it cannot be done. Nothing is written."""
    if link_scheme(source):
        _checked_link(source)
        return tr("a link, kept as it is")
    path = _path(source)
    found = look_at(path)
    if not copy:
        return tr("{size}, its path is kept", size=say_size(found.st_size))
    limit = desk.file_rules.limit_mb * MEGABYTE
    if found.st_size > limit:
        raise InvalidError(
            tr("{size}; at most {limit} are copied.", size=say_size(found.st_size), limit=say_size(limit))
        )
    return tr("{size}, a copy is kept", size=say_size(found.st_size))


def described(desk: Desk, source: str, *, copy: bool = True, name: str = "") -> dict[str, object]:
    """The values of the row; a file that is to be copied is copied here, before the write begins."""
    if link_scheme(source):
        link = _checked_link(source)
        return {"kind": "url", "name": file_name(name or link_name(link)), "target": link}
    path = _path(source)
    found = look_at(path)
    shown = file_name(name or path.name)
    values: dict[str, object] = {"name": shown, "media_type": mimetypes.guess_type(path.name)[0] or ""}
    if not copy:
        target = str(path.absolute())
        if not target.isprintable():
            raise InvalidError(f"'{clean(target)}' has signs in its path that are not kept.", hint="Copy it instead.")
        return {**values, "kind": "path", "target": target, "size_bytes": found.st_size}
    kept = store_for(desk).keep(path, limit=desk.file_rules.limit_mb * MEGABYTE)
    return {**values, "kind": "file", "target": kept.sha256, "size_bytes": kept.size}


def _checked_link(source: str) -> str:
    link = clean(source)
    if reason := why_not_link(link):
        raise InvalidError(reason, hint="Links begin with https://, http://, mailto: or file:///.")
    return link


def _path(source: str) -> Path:
    if not source.strip() or "\x00" in source:
        raise InvalidError("Which file? Give its path, or a link.")
    try:
        return Path(source).expanduser()
    except RuntimeError:
        return Path(source)


def of_record(desk: Desk, ref: Ref) -> list[FileRow]:
    """The files of a record, the newest first."""
    return reading.of_record(desk.connection, ref.kind, ref.id)


def find_file(desk: Desk, who: str) -> Ref:
    """The attached file of that reference or name; NotFoundError or AmbiguousError as for records."""
    return find(desk, who, ("attachment",))


def row_of(desk: Desk, ref: Ref) -> FileRow:
    """All there is to know of an attached file; NotFoundError when it was detached."""
    rows = reading.by_ids(desk.connection, [ref.id])
    if not rows:
        raise NotFoundError(f"{ref.name} is not attached any more.", hint="undo brings it back.")
    return rows[0]


def content(desk: Desk, row: FileRow) -> Path:
    """The file behind an attachment, as it was when it was attached; NotFoundError or InvalidError where it is not.

    Not to be handed to a program that could write into it: see `open_file` and `save_as`.
    """
    if row.kind == "path":
        look_at(Path(row.target))
        return Path(row.target)
    if row.kind == "url":
        raise InvalidError(f"{row.name} is a link, not a file.", hint="Open it instead.")
    store = store_for(desk)
    state = store.state(row.target)
    if state == "ok":
        return store.path(row.target)
    if state == "changed":
        raise InvalidError(f"The kept copy of {row.name} has changed or is damaged.", hint="See: salesdesk doctor.")
    where = f" It was attached on '{row.device}'." if desk.workspace.path is None and row.device != desk.device else ""
    hint = "A team shares a folder: salesdesk config set files.folder FOLDER." if where else "See: salesdesk doctor."
    raise NotFoundError(f"The content of {row.name} is not on this machine.{where}", hint=hint)


def to_send(desk: Desk, kind: str, key: bytes) -> list[tuple[str, Path, str]]:
    """The files that go along with a mail or a template, as name, path and media type, in the order they came; links
    do not. InvalidError for a kept file that is missing or has changed."""
    found = []
    for row in reversed(reading.of_record(desk.connection, kind, key)):
        if row.kind != "url":
            try:
                path = content(desk, row) if row.kind == "file" else Path(row.target)
            except NotFoundError as error:
                raise InvalidError(error.message, hint=error.hint) from None
            found.append((row.name, path, row.media_type))
    return found


def names_to_send(connection: Connection, kind: str, key: bytes) -> list[str]:
    """The names of what `to_send` gives, whether it is there or not."""
    return [row.name for row in reversed(reading.of_record(connection, kind, key)) if row.kind != "url"]


def hand_on(unit: "Unit", source: bytes, kind: str, key: bytes) -> None:
    """Put the files of a template on a mail too, inside an operation: a template may change, a mail may not."""
    for row in reversed(reading.of_record(unit.connection, "template", source)):
        if row.kind != "url":
            values = {"record_kind": kind, "record_id": key, "kind": row.kind, "name": row.name, "target": row.target}
            unit.insert("attachment", {**values, "size_bytes": row.size, "media_type": row.media_type})


def open_file(desk: Desk, ref: Ref) -> str:
    """Open a file or link with the program the system has for it; a sentence. Programs are not started."""
    outside.open_with_system(reachable(desk, ref, programs=False))
    return tr("Opened {name}", name=ref.name)


def reachable(desk: Desk, ref: Ref, *, programs: bool = True) -> str:
    """The link or the path that leads to an attachment. A kept file is given as a copy under its own name that
    cannot be written, so that what was attached stays as it was. InvalidError for programs unless they may be."""
    row = row_of(desk, ref)
    if row.kind == "url":
        if reason := why_not_link(row.target):
            raise InvalidError(reason, hint="It is not opened.")
        if link_scheme(row.target) != "file":
            return row.target
        path = Path(file_link_path(row.target))
        look_at(path)
    else:
        path = content(desk, row)
    started = next((name for name in (row.name, path.name) if is_program(name)), "")
    if started and not programs:
        raise InvalidError(f"{started} is a program, so it is not opened.", hint="Save it: salesdesk file save.")
    return str(_copy_to_open(path, row) if row.kind == "file" else path)


def _copy_to_open(path: Path, row: FileRow) -> Path:
    """A copy under its own name, which programs go by; those of days before go."""
    base = paths.cache_folder() / "opened"
    base.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in base.iterdir():
        if time.time() - old.stat().st_mtime > _OPENED_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    target = base / row.id.hex() / file_name(row.name)
    if target.exists():
        target.chmod(stat.S_IWUSR | stat.S_IRUSR)
    paths.write_private(target, path.read_bytes())
    target.chmod(stat.S_IRUSR)
    return target


def save_as(desk: Desk, ref: Ref, target: Path, *, overwrite: bool = False) -> Path:
    """Copy an attached file to a path or into a folder; where it went. A file that is there stays unless
    `overwrite`."""
    row = row_of(desk, ref)
    path = content(desk, row)
    target = target.expanduser()
    if target.is_dir():
        target /= file_name(row.name)
    if target.exists() and not overwrite:
        raise InvalidError(f"'{target}' is there already.", hint="Choose another name, or say --force.")
    if not target.parent.is_dir():
        raise NotFoundError(f"There is no folder '{target.parent}'.", hint="Make it first.")
    try:
        paths.write_private(target, path.read_bytes())
    except OSError as error:
        raise InvalidError(f"'{target}' cannot be written: {error.strerror}.", hint="Choose another folder.") from None
    return target


def detach(desk: Desk, refs: Sequence[Ref]) -> str:
    """Take files off their records; undo puts them back, their contents stay until nothing names them."""
    rows = [row_of(desk, ref) for ref in refs]
    what = rows[0].name if len(rows) == 1 else plural(len(rows), "file", "files")
    owners = dict.fromkeys(row.record for row in rows)
    sentence = f"{what} taken off {', '.join(owners) if len(owners) == 1 else plural(len(owners), 'record', 'records')}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            unit.delete("attachment", ref.id)
    return sentence
