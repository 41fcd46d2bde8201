"""What the outreach screen shows, a shelf for each thing: its columns, its rows, its pane and what its keys do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import say_day
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.prompt import PromptDialog
from salesdesk.services import texts
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Piece, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

Shown = tuple[Cell, Cell, Sequence[Section]]


class Shelf:
    """One shelf. `items` and `pane` read the store, so they run in a thread; the verbs run on the screen."""

    id = ""
    label = ""
    # What an empty shelf says.
    empty = ""

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        """The columns of its list."""
        raise NotImplementedError

    def items(self, desk: Desk) -> list[Item]:
        """Everything on it, in order."""
        raise NotImplementedError

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        """Title, subtitle and sections of what is under the cursor."""
        raise NotImplementedError

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        """What the line above the keys says of it."""
        raise NotImplementedError

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        """Enter, and e."""

    def in_editor(self, screen: "OutreachScreen", value: Any) -> None:
        """E."""
        self.opened(screen, value)

    def add(self, screen: "OutreachScreen") -> None:
        """a."""
        screen.say(tr("Nothing is added here by hand."), "note")

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        """s."""
        screen.say(tr("That cannot be switched on or off."), "note")

    def deleted(self, screen: "OutreachScreen", value: Any) -> None:
        """D."""
        screen.say(tr("That cannot be deleted here."), "note")


class TextShelf(Shelf):
    """The texts of one kind."""

    def __init__(self, kind: str, label: str, empty: str) -> None:
        self.id = kind
        self.label = label
        self.empty = empty

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("NAME"), lambda r, _: r[0].name, width=22, narrow=20, wide=28, lead=True),
            Column("holds", tr("HOLDS"), lambda r, _: Piece(r[1], "muted"), flex=1),
            Column("state", tr("STATE"), lambda r, _: _state(r[0]), width=9),
            Column("changed", tr("CHANGED"), lambda r, _: Piece(_changed(desk, r[0]), "muted"), width=10, narrow=0),
        )

    def items(self, desk: Desk) -> list[Item]:
        return [Row(row.id, (row, _holds(desk, row))) for row in texts.texts(desk, self.id)]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: TextRow = value[0]
        sections = []
        if row.draft:
            try:
                texts.check(desk, row.kind, row.draft)
                why = tr("It can be used now: open it and save.")
            except SalesdeskError as error:
                why = str(error)
            lines = [PaneRow(Piece(line, "warn")) for line in words(why, cells)]
            sections.append(Section(tr("DRAFT, NOT IN USE"), rows=lines))
        lines = [PaneRow(line) for text in row.editable.split("\n") for line in words(text, cells) or [""]]
        sections.append(Section(rows=lines))
        version = tr("version {count}", count=row.versions)
        return row.name, f"{version}, {row.author}" if row.author else version, sections

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        row: TextRow = value[0]
        return row.name, [_state(row), Piece(value[1], "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        screen.edit_in_box(value[0].name, value[0].editable, self._saver(value[0]))

    def in_editor(self, screen: "OutreachScreen", value: Any) -> None:
        screen.edit_outside(value[0].name, value[0].editable, self._saver(value[0]))

    def _saver(self, row: TextRow) -> Callable[[Desk, str], str]:
        return lambda desk, text: texts.save(desk, row.kind, row.name, text, row=row)

    def add(self, screen: "OutreachScreen") -> None:
        kind = texts.kind_of(self.id)

        def named(name: str) -> None:
            save = lambda desk, text: texts.save(desk, kind.name, name, text)  # noqa: E731
            screen.edit_outside(name, kind.starter, save)

        dialog = PromptDialog(tr("A new {kind}", kind=kind.name), placeholder=tr("its name"), may_be_empty=False)
        screen.open_dialog(dialog, lambda result: screen.call_later(named, result.text))

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        row: TextRow = value[0]
        screen.write(lambda: texts.switch(screen.desk, row, active=not row.active))

    def deleted(self, screen: "OutreachScreen", value: Any) -> None:
        screen.write(lambda: texts.delete(screen.desk, value[0]))


def _holds(desk: Desk, row: TextRow) -> str:
    try:
        return texts.check(desk, row.kind, row.text) if row.text else ""
    except SalesdeskError as error:
        # What it refers to may be gone since it was written.
        return str(error)


def _state(row: TextRow) -> Cell:
    sign, role = {
        "draft": (glyphs().due, "warn"),
        "off": (glyphs().later, "muted"),
    }.get(row.state, (glyphs().done, "ok"))
    return Piece(f"{sign} {tr(row.state)}", role)


def _changed(desk: Desk, row: TextRow) -> str:
    return say_day(desk.local(row.changed_at).date(), desk.today)


def shelves() -> list[Shelf]:
    """The shelves, in the order of their tabs."""
    return [
        TextShelf("snippet", tr("Snippets"), tr("No snippets yet: talking points for mails and calls.")),
    ]
