"""The files of a record on the screen: list, open, attach, save, copy, take off."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesk.domain.dates import say_day
from salesdesk.domain.files import file_name, say_size
from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.outside import one_file_named, paths_starting
from salesdesk.screens.dialogs.files import FileAct, FilesDialog, PathDialog
from salesdesk.screens.dialogs.prompt import TextResult
from salesdesk.screens.targets import who
from salesdesk.services import files
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.read.files import FileRow
from salesdesk.widgets.options import Option
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Line, Piece, fit

if TYPE_CHECKING:
    from salesdesk.screens.verbs import RecordVerbs

_NAME_CELLS = 36


def ask(screen: "RecordVerbs", refs: Sequence[Ref], rows: Sequence[FileRow]) -> None:
    """Show the files of the one record meant."""
    if len(refs) > 1:
        screen.say(tr("Files are of one record at a time."), "note")
        return
    ref = refs[0]
    options = [
        Option(row.id.hex(), row.name, "", row.record if row.record_id != ref.id else "", _columns(row, screen.desk))
        for row in rows
    ]
    by_key = {row.id.hex(): Ref("attachment", row.id, row.code, row.name) for row in rows}
    dialog = FilesDialog(tr("Files: {who}", who=who(refs)), options)

    def chosen(act: FileAct) -> None:
        # What is typed on goes to the dialog that comes, not to the list between.
        screen.desk_app.hold_keys()
        screen.call_later(_do, screen, ref, by_key, act)

    screen.open_dialog(dialog, chosen)


def _do(screen: "RecordVerbs", ref: Ref, by_key: dict[str, Ref], act: FileAct) -> None:
    screen.desk_app.release_keys()
    if act.what == "attach":
        _ask_path(screen, ref)
        return
    file = by_key[act.file]
    if act.what == "open":
        open_one(screen, file)
    elif act.what == "detach":
        screen.act(lambda: files.detach(screen.desk, [file]))
    elif act.what == "save":
        _ask_target(screen, file)
    else:
        _outside(screen, lambda: files.reachable(screen.desk, file), lambda path: screen.desk_app.copy(screen, path))


def open_one(screen: "RecordVerbs", file: Ref) -> None:
    """Open an attached file or link with the program the system has for it."""
    _outside(screen, lambda: files.open_file(screen.desk, file), lambda sentence: screen.say(sentence, "note"))


def _outside(screen: "RecordVerbs", act: Callable[[], str], then: Callable[[str], object]) -> None:
    """Do in a thread what asks the disk or the system, then go on with what it gave, or say why not."""

    async def run() -> None:
        try:
            result = await screen.desk_app.read(act)
        except SalesdeskError as error:
            screen.say(str(error), "error")
            return
        then(result)

    start_work(screen, run, group="files")


def _ask_path(screen: "RecordVerbs", ref: Ref) -> None:
    app = screen.desk_app

    def save(result: TextResult) -> None:
        # Kept until it is attached: a refusal must not cost what was typed.
        app.file_draft = result.text

        def run() -> str:
            sentence = files.attach(screen.desk, ref, one_file_named(result.text))[1]
            app.file_draft = ""
            return sentence

        screen.act(run)

    dialog = PathDialog(
        tr("Attach to {who}", who=ref.name),
        app.file_draft,
        read=lambda text: files.meaning(screen.desk, one_file_named(text)),
        complete=paths_starting,
        placeholder=tr("~/Documents/offer.pdf or https://…"),
    )
    screen.open_dialog(dialog, save, kept=lambda text: setattr(app, "file_draft", text))


def _ask_target(screen: "RecordVerbs", file: Ref) -> None:
    downloads = Path("~/Downloads")
    start = downloads if downloads.expanduser().is_dir() else Path("~")

    def read(text: str) -> str:
        path = Path(one_file_named(text)).expanduser()
        whole = path / file_name(file.name) if path.is_dir() else path
        if whole.exists():
            raise InvalidError(tr("There is a file of that name already."))
        if not whole.parent.is_dir():
            raise InvalidError(tr("There is no folder '{folder}'.", folder=whole.parent))
        return tr("saves as {path}", path=whole)

    def save(text: str) -> str:
        return str(files.save_as(screen.desk, file, Path(one_file_named(text))))

    dialog = PathDialog(
        tr("Save {name}", name=file.name),
        str(start / file_name(file.name)),
        read=read,
        complete=paths_starting,
        enter=tr("enter saves"),
    )
    screen.open_dialog(
        dialog,
        lambda result: _outside(
            screen, lambda: save(result.text), lambda path: screen.say(tr("Saved as {path}", path=path), "note")
        ),
    )


def file_line(row: FileRow, desk: Desk) -> Line:
    """A file as a line of a record's page: name, size, day, who."""
    return [
        *fit(Piece(row.name, "text"), _NAME_CELLS),
        Piece(_columns(row, desk), "muted"),
        Piece(f"   {row.added_by}", "label"),
    ]


def _columns(row: FileRow, desk: Desk) -> str:
    """Size and day, each in a column of its own at the right."""
    return f"{_size(row):>8} {_day(row, desk):>9}"


def _size(row: FileRow) -> str:
    return tr("link") if row.kind == "url" else say_size(row.size)


def _day(row: FileRow, desk: Desk) -> str:
    return say_day(desk.local(row.added_at).date(), desk.today) if row.added_at else ""
