"""Files and links on records, from the shell."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.files import say_size
from salesdesk.domain.text import clean
from salesdesk.errors import UsageError
from salesdesk.i18n import tr
from salesdesk.services import files
from salesdesk.services.records import LETTER_OF, find, reference

if TYPE_CHECKING:
    from salesdesk.services.records import Ref
    from salesdesk.store.read.files import FileRow

commands = Commands("file")
FileRef = Annotated[str, Argument("FILE", "A file's reference or any part of its name.")]


@commands.verb(
    "add",
    result=True,
    examples=("file add anna offer.pdf", "file add L-7K3QF0D https://acme.example/offer --name offer"),
)
def add(
    call: Call,
    who: Annotated[str, Argument("WHO", "A record or template: a reference or any part of a name.", complete="record")],
    sources: Annotated[Sequence[str], Argument("FILE|URL", "What to attach.", complete="file")],
    link: Annotated[bool, Option("--link", help="Keep the path, not a copy.")] = False,
    name: Annotated[str | None, Option("--name", metavar="NAME", help="What to call it; for one file.")] = None,
) -> Done:
    """Attach files or links to a record or a template.

    A file is copied beside the workspace, once however often it is attached, and goes into backups; with --link
    only its path is kept. Links are http, https, mailto and file. On PostgreSQL a copy stays on this machine,
    where colleagues cannot open it: name a folder all of you reach (config set files.folder FOLDER), or attach
    a path they reach with --link, or a URL. A copy may be 25 MB big (files.limit_mb).
    """
    if name is not None and len(sources) > 1:
        raise UsageError(tr("--name is for one file, and these are {count}.", count=len(sources)))
    desk = call.own_desk
    ref = find(desk, clean(who), files.KINDS)
    made, sentence = files.attach_all(desk, ref, sources, copy=not link, name=name or "")
    document = {"record": ref, "files": made, "message": sentence}
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), document, refs=[one.ref for one in made])


@commands.verb("list", listing=True, examples=("file list anna", "file list --json"))
def list_files(
    call: Call,
    who: Annotated[str | None, Argument("WHO", "Of this record; else all there are.", complete="record")] = None,
) -> Listing:
    """List attached files and links: of a record with its activities and leads, or all, the newest first."""
    from salesdesk.store.read.files import every

    desk = call.desk
    rows = files.of_record(desk, find(desk, clean(who), files.KINDS)) if who else every(desk.connection)
    return Listing(
        (
            Column("name", "Name", lambda r: r.name, tone=lambda r: "strong"),
            Column("size", "Size", lambda r: r.size, show=lambda r: say_size(r.size), right=True),
            Column("kind", "Kind", lambda r: r.kind),
            Column("record", "On", lambda r: r.record, rank=1),
            Column("added", "Added", lambda r: r.added_at, show=lambda r: _day(r), rank=2),
            Column("by", "By", lambda r: r.added_by, rank=3),
            Column("ref", "Ref", lambda r: reference("attachment", r.code), tone=lambda r: "muted"),
            Column("record_ref", "Record", _record, extra=True),
            Column("target", "Target", lambda r: r.target, extra=True),
            Column("media_type", "Type", lambda r: r.media_type, extra=True),
        ),
        rows,
        ref=lambda r: reference("attachment", r.code),
        empty=tr("Nothing is attached."),
    )


def _day(row: "FileRow") -> str:
    return row.added_at.date().isoformat() if row.added_at else ""


def _record(row: "FileRow") -> str:
    # A template is known by its name.
    return reference(row.record_kind, row.record_code) if row.record_kind in LETTER_OF else row.record


@commands.verb("open", result=True, examples=("file open offer",))
def open_one(call: Call, file: FileRef) -> Done:
    """Open a file or link with the program the system has for it.

    A copied file opens as a copy that cannot be written; save it to change it. Programs are not started.
    """
    ref = _file(call, file)
    return Done(f"{files.open_file(call.desk, ref)}.", {"file": ref}, refs=[ref.ref])


@commands.verb("save", result=True, examples=("file save offer", "file save F-7K3QF0D offers/2026.pdf"))
def save(
    call: Call,
    file: FileRef,
    target: Annotated[str, Argument("TARGET", "A path or a folder; else here.", complete="file")] = ".",
    force: Annotated[bool, Option("--force", help="Overwrite what is there.")] = False,
) -> Done:
    """Copy an attached file to a path or into a folder."""
    ref = _file(call, file)
    path = files.save_as(call.desk, ref, Path(target), overwrite=force)
    return Done(tr("Saved as {path}.", path=path), {"file": ref, "path": str(path)}, refs=[str(path)])


@commands.verb("remove", result=True, examples=("file remove F-7K3QF0D",))
def remove(call: Call, these: Annotated[Sequence[str], Argument("FILE", "References or any parts of names.")]) -> Done:
    """Take files off their records; undo puts them back."""
    refs = [_file(call, one) for one in these]
    sentence = files.detach(call.own_desk, refs)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"files": refs}, refs=[r.ref for r in refs])


def _file(call: Call, words: str) -> "Ref":
    return files.find_file(call.desk, clean(words))
