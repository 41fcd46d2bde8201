"""The verbs every kind of text has: a template, a snippet, a cadence, a rule is written, versioned and shared alike."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.nouns import DryRun, Yes
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.text import clean
from salesdesk.errors import ConfirmationNeededError, InvalidError, NotFoundError, UsageError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.texts import TextRow

_NAME = Argument("NAME", "Its name, or a part of it that fits no other.", complete="text")
Name = Annotated[str, _NAME]


def text_commands(kind: str) -> Commands:
    """The commands of a kind of text; its module may declare more."""
    commands = Commands(kind)
    _declare_reading(commands, kind)
    _declare_writing(commands, kind)
    _declare_editing(commands, kind)
    _declare_files(commands, kind)
    return commands


def _declare_reading(commands: Commands, kind: str) -> None:
    @commands.verb("list", listing=True)
    def list_texts(call: Call) -> Listing:
        """List them with what they hold, who wrote them and how many versions there are."""
        from salesdesk.services import texts

        desk = call.desk
        return Listing(
            (
                Column("name", "Name", lambda r: r.name, tone=lambda r: "strong"),
                Column("state", "State", lambda r: r.state, tone=lambda r: "warn" if r.draft else "muted"),
                Column("holds", "Holds", lambda r: texts.holds(desk, r), rank=1),
                Column("author", "By", lambda r: r.author, rank=3),
                Column("changed", "Changed", lambda r: r.changed_at, rank=2),
                Column("versions", "Versions", lambda r: r.versions, right=True, rank=3),
            ),
            texts.texts(desk, kind),
            ref=lambda r: str(r.name),
            empty=tr("None yet."),
        )

    @commands.verb("show", examples=())
    def show(call: Call, name: Name) -> str:
        """Print the text; its draft when there is a newer one that cannot be used yet."""
        from salesdesk.services import texts

        return texts.find_text(call.desk, kind, name).editable.rstrip("\n")


def _declare_writing(commands: Commands, kind: str) -> None:
    @commands.verb("add", result=True)
    def add(
        call: Call,
        name: Annotated[str, Argument("NAME", "What it will be called.")],
        file: Annotated[str | None, Option("--file", metavar="FILE|-", help="Its text.", complete="file")] = None,
    ) -> Done:
        """Write a new one in your editor, or take its text from a file."""
        from salesdesk.services import texts
        from salesdesk.services.text_kinds import kind_of

        desk = call.own_desk
        text = text_from(call, file, kind_of(kind).starter)
        return Done(texts.save(desk, kind, name, text), {"name": name})

    @commands.verb("rename", result=True)
    def rename(call: Call, name: Name, new: Annotated[str, Argument("NEW", "Its new name.")]) -> Done:
        """Give it another name."""
        from salesdesk.services import texts

        desk = call.own_desk
        return Done(texts.rename(desk, texts.find_text(desk, kind, name), new), {"name": clean(new)})

    @commands.verb("on", result=True)
    def on(call: Call, name: Name) -> Done:
        """Use it."""
        return _switch(call, name, True)

    @commands.verb("off", result=True)
    def off(call: Call, name: Name) -> Done:
        """Let it rest; it stays to be read."""
        return _switch(call, name, False)

    def _switch(call: Call, name: str, active: bool) -> Done:
        from salesdesk.services import texts

        desk = call.own_desk
        return Done(texts.switch(desk, texts.find_text(desk, kind, name), active=active), {"name": name})

    @commands.verb("delete", result=True)
    def delete(call: Call, name: Name) -> Done:
        """Put it in the bin; undo brings it back."""
        from salesdesk.services import texts

        desk = call.own_desk
        return Done(texts.delete(desk, texts.find_text(desk, kind, name)), {"name": name})


def _declare_editing(commands: Commands, kind: str) -> None:
    @commands.verb("edit", result=True)
    def edit(
        call: Call,
        name: Name,
        file: Annotated[str | None, Option("--file", metavar="FILE|-", help="Its new text.", complete="file")] = None,
        dry_run: DryRun = False,
        yes: Yes = False,
    ) -> Done:
        """Change the text in your editor, or take it from a file; every save is a version.

        What the change does to what hangs on it is said first.
        """
        from salesdesk.services import texts

        desk = call.own_desk
        row = texts.find_text(desk, kind, name)
        text = text_from(call, file, row.editable)
        if text == row.text and not row.draft:
            return Done(tr("Nothing was changed."), {"name": row.name})
        effect = texts.effect(desk, row, text)
        if dry_run:
            holds = texts.check(desk, kind, text)
            return Done(f"{holds}. {effect}".rstrip(), {"dry_run": True, "holds": holds, "effect": effect or None})
        if effect:
            _agree(call, row, text, effect, yes=yes, typed=not file)
        return Done(texts.save(desk, kind, row.name, text, row=row), {"name": row.name})


def _agree(call: Call, row: "TextRow", text: str, effect: str, *, yes: bool, typed: bool) -> None:
    """Say what a change does and go on after a yes; without one, what was typed is kept as a draft."""
    from salesdesk.services import texts

    call.say(effect)
    try:
        call.confirm(tr("Save it?"), yes=yes)
    except ConfirmationNeededError as error:
        if not typed:
            raise
        kept = texts.keep_draft(call.own_desk, row.kind, row.name, text, row=row)
        raise ConfirmationNeededError(f"{kept}.", hint=f"salesdesk {row.kind} edit '{row.name}'") from error


def declare_ready(commands: Commands, kind: str) -> None:
    """The command that brings what comes ready, for a kind that has some."""

    @commands.verb("ready", result=True)
    def ready(call: Call) -> Done:
        """Bring those that come with salesdesk and are not here by name; make them your own."""
        from salesdesk.services import texts

        sentence = texts.bring_ready(call.own_desk, kind)
        return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


def _declare_files(commands: Commands, kind: str) -> None:
    @commands.verb("export", result=True)
    def export(
        call: Call, folder: Annotated[str, Argument("FOLDER", "Where the files go.", complete="folder")]
    ) -> Done:
        """Write each into a file of its own, to be read, compared and kept elsewhere."""
        from salesdesk.services import texts

        try:
            written = texts.export(call.desk, kind, Path(folder).expanduser())
        except OSError as error:
            raise InvalidError(
                tr("'{folder}' cannot be written: {why}.", folder=folder, why=error.strerror),
                hint=tr("Give another folder."),
            ) from None
        files = [str(path) for path in written]
        return Done(tr("{count} written to {folder}", count=len(files), folder=folder), {"files": files})

    @commands.verb("import", result=True)
    def take_in(
        call: Call, files: Annotated[Sequence[str], Argument("FILE", "Files, or folders of them.", complete="file")]
    ) -> Done:
        """Take them in from files: those of a known name become its next version."""
        from salesdesk.services import texts

        sentence = texts.take_in(call.own_desk, kind, [Path(file).expanduser() for file in files])
        return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


def text_from(call: Call, file: str | None, before: str) -> str:
    """The text of a file or of standard input, else what the editor made of `before`."""
    if file == "-":
        return sys.stdin.read()
    if file:
        try:
            return Path(file).expanduser().read_text("utf-8")
        except FileNotFoundError:
            raise NotFoundError(tr("There is no file '{file}'.", file=file)) from None
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidError(tr("'{file}' cannot be read: {why}.", file=file, why=error)) from None
    if not call.interactive:
        raise UsageError(
            tr("There is no terminal for an editor."), hint=tr("Give the text with --file FILE, or --file -.")
        )
    return edited(before)


def edited(before: str) -> str:
    """The text as the editor leaves it."""
    from salesdesk.cli.settings import run_editor

    with tempfile.TemporaryDirectory(prefix="salesdesk-") as folder:
        path = Path(folder) / "text.md"
        path.write_text(before, "utf-8")
        run_editor(path)
        return path.read_text("utf-8")
