"""What the outreach screen shows, a shelf for each thing: its columns, its rows, its pane and what its keys do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import say_day
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.prompt import PromptDialog
from salesdesk.screens.dialogs.reading import ReadingDialog, markdown_lines
from salesdesk.services import playbook, texts
from salesdesk.services.desk import Desk
from salesdesk.services.text_kinds import kind_of
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
    # Whether `a` adds to it.
    adds = False
    # Its key bar where it has one of its own: actions, and another label for them here.
    hints: Sequence[tuple[str, str]] = ()

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

    def text_of(self, value: Any) -> str:
        """What a filter looks into."""
        return ""

    def as_text(self, desk: Desk, value: Any) -> str:
        """What is copied; reads the store, so it runs in a thread."""
        return self.text_of(value)

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        """Enter."""

    def edited(self, screen: "OutreachScreen", value: Any) -> None:
        """e."""
        self.opened(screen, value)

    def in_editor(self, screen: "OutreachScreen", value: Any) -> None:
        """E."""
        self.edited(screen, value)

    def add(self, screen: "OutreachScreen") -> None:
        """a."""
        screen.say(tr("Nothing is added here by hand."), "note")

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        """s."""
        screen.say(tr("That cannot be switched on or off."), "note")

    def renamed(self, screen: "OutreachScreen", value: Any) -> None:
        """n."""
        screen.say(tr("That has no name to change here."), "note")

    def deleted(self, screen: "OutreachScreen", value: Any) -> None:
        """D."""
        screen.say(tr("That cannot be deleted here."), "note")

    def retried(self, screen: "OutreachScreen", value: Any) -> None:
        """r."""
        screen.say(tr("Only mails are sent again."), "note")

    def tested(self, screen: "OutreachScreen", value: Any) -> None:
        """T."""
        screen.say(tr("Only a rule is tried on the past."), "note")

    def cancelled(self, screen: "OutreachScreen", value: Any) -> None:
        """x."""
        screen.say(tr("Only mails are cancelled."), "note")


class TextShelf(Shelf):
    """The texts of one kind."""

    adds = True

    def __init__(self, kind: str, label: str, empty: str) -> None:
        self.id = kind
        self.label = label
        self.empty = empty

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("NAME"), lambda r, _: r[0].name, width=22, narrow=20, wide=28, lead=True),
            Column("holds", tr("HOLDS"), lambda r, _: Piece(r[1], "muted"), flex=1),
            Column("state", tr("STATE"), lambda r, _: state_of(r[0]), width=9),
            Column("changed", tr("CHANGED"), lambda r, _: Piece(_changed(desk, r[0]), "muted"), width=10, narrow=0),
        )

    def items(self, desk: Desk) -> list[Item]:
        return [Row(row.id, (row, self.holds(desk, row))) for row in texts.texts(desk, self.id)]

    def holds(self, desk: Desk, row: TextRow) -> str:
        """What a text holds in a line, or why it cannot be used any more."""
        return texts.holds(desk, row)

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: TextRow = value[0]
        return row.name, version_of(row), text_sections(desk, row, cells)

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        row: TextRow = value[0]
        return row.name, [state_of(row), Piece(value[1], "muted")]

    def text_of(self, value: Any) -> str:
        return f"{value[0].name} {value[0].editable}"

    def as_text(self, desk: Desk, value: Any) -> str:
        return str(value[0].editable)

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        screen.edit_in_box(value[0].name, value[0].editable, self._saver(value[0]), row=value[0])

    def in_editor(self, screen: "OutreachScreen", value: Any) -> None:
        screen.edit_outside(value[0].name, value[0].editable, self._saver(value[0]), row=value[0])

    def _saver(self, row: TextRow) -> Callable[[Desk, str], str]:
        return lambda desk, text: texts.save(desk, row.kind, row.name, text, row=row)

    def add(self, screen: "OutreachScreen") -> None:
        kind = kind_of(self.id)

        def named(name: str) -> None:
            save = lambda desk, text: texts.save(desk, kind.name, name, text)  # noqa: E731
            screen.edit_outside(name, kind.starter, save)

        dialog = PromptDialog(tr("A new {kind}", kind=kind.name), placeholder=tr("its name"), may_be_empty=False)
        screen.open_dialog(dialog, lambda result: screen.call_later(named, result.text))

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        row: TextRow = value[0]
        screen.write(lambda: texts.switch(screen.desk, row, active=not row.active))

    def renamed(self, screen: "OutreachScreen", value: Any) -> None:
        row: TextRow = value[0]
        dialog = PromptDialog(tr("Name of {name}", name=row.name), row.name, may_be_empty=False)
        screen.open_dialog(dialog, lambda said: screen.write(lambda: texts.rename(screen.desk, row, said.text)))

    def deleted(self, screen: "OutreachScreen", value: Any) -> None:
        screen.write(lambda: texts.delete(screen.desk, value[0]))


def version_of(row: TextRow) -> str:
    """Which version it is and who wrote it."""
    version = tr("version {count}", count=row.versions)
    return f"{version}, {row.author}" if row.author else version


def text_sections(desk: Desk, row: TextRow, cells: int) -> list[Section]:
    """The text, and above it what is wrong with a draft."""
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
    return [*sections, Section(rows=lines)]


class PlaybookShelf(TextShelf):
    """The playbook as a tree; enter reads a page, e edits it."""

    hints = (
        ("shelf.previous", ""),
        ("record.open", tr("read")),
        ("record.edit", ""),
        ("record.editor", ""),
        ("record.add", ""),
        ("text.switch", tr("I checked it")),
        ("filter.edit", ""),
        ("record.delete", ""),
        ("history.undo", ""),
    )

    def __init__(self) -> None:
        empty = tr("No pages yet: salesdesk playbook ready brings some to start from.")
        super().__init__(playbook.KIND, tr("Playbook"), empty)

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("PAGE"), lambda r, _: f"{'  ' * r[2].depth}{r[0].name}", flex=1, lead=True),
            Column("kind", tr("KIND"), lambda r, _: Piece(r[2].page.kind, "muted"), width=12),
            Column("checked", tr("CHECKED"), lambda r, _: _checked(desk, r[2]), width=12),
            Column("readers", tr("READ BY"), lambda r, _: Piece(_readers(r[2]), "muted"), width=16, narrow=0),
        )

    def items(self, desk: Desk) -> list[Item]:
        pages = [(page.row, page.page.first_line, page) for page in playbook.pages(desk)]
        shown = {row.id for row, *_ in pages}
        # What cannot be used or rests stands below, so that it can be mended.
        rest = [row for row in texts.texts(desk, playbook.KIND) if row.id not in shown]
        others = [Row(row.id, (row, self.holds(desk, row), None)) for row in rest]
        return [*(Row(value[0].id, value) for value in pages), *others]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        if value[2] is None:
            return super().pane(desk, value, cells)
        shown: playbook.Shown = value[2]
        body = [PaneRow(line) for line in markdown_lines(shown.page.body, cells)]
        ties = ", ".join(word for found in shown.page.ties.values() for word in found)
        rows = [Section(tr("APPLIES TO"), rows=[PaneRow(Piece(ties, "muted"))])] if ties else []
        return value[0].name, _vouched(desk, shown), [*rows, Section(rows=body)]

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return value[0].name, [Piece(value[1], "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        if value[2] is None:
            super().opened(screen, value)
            return
        shown: playbook.Shown = value[2]
        dialog = ReadingDialog(value[0].name, shown.page.body, aside=_vouched(screen.desk, shown))
        screen.open_dialog(dialog, lambda _: screen.write(lambda: playbook.mark_read(screen.desk, [value[0]])))

    def edited(self, screen: "OutreachScreen", value: Any) -> None:
        super().opened(screen, value)

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        if value[2] is None:
            super().switched(screen, value)
        else:
            screen.write(lambda: playbook.vouch(screen.desk, value[0]))


def _checked(desk: Desk, shown: "playbook.Shown | None") -> Cell:
    if shown is None:
        return Piece(f"{glyphs().due} {tr('not in use')}", "warn")
    if shown.checked_on is None:
        return Piece(f"{glyphs().later} {tr('never')}", "muted")
    day = say_day(shown.checked_on, desk.today)
    old = shown.old(desk.today)
    return Piece(f"{glyphs().due if old else glyphs().done} {day}", "warn" if old else "ok")


def _readers(shown: "playbook.Shown | None") -> str:
    names = [name.split(" ")[0] for name in shown.readers] if shown else []
    return ", ".join(names[:2]) + (f" +{len(names) - 2}" if len(names) > 2 else "")


def _vouched(desk: Desk, shown: "playbook.Shown") -> str:
    if shown.checked_on is None:
        return tr("nobody checked it yet")
    return tr("checked {day} by {who}", day=say_day(shown.checked_on, desk.today), who=shown.checked_by)


def state_of(row: TextRow) -> Cell:
    sign, role = {
        "draft": (glyphs().due, "warn"),
        "off": (glyphs().later, "muted"),
    }.get(row.state, (glyphs().done, "ok"))
    return Piece(f"{sign} {tr(row.state)}", role)


def _changed(desk: Desk, row: TextRow) -> str:
    return say_day(desk.local(row.changed_at).date(), desk.today)


def shelves() -> list[Shelf]:
    """The shelves, in the order of their tabs."""
    from salesdesk.screens.cadence_shelf import CadenceShelf
    from salesdesk.screens.inbox_shelf import InboxShelf
    from salesdesk.screens.outbox_shelf import OutboxShelf
    from salesdesk.screens.rule_shelf import RuleShelf

    return [
        OutboxShelf(),
        InboxShelf(),
        TextShelf("template", tr("Templates"), tr("No templates yet: mails with merge fields.")),
        CadenceShelf(),
        TextShelf("snippet", tr("Snippets"), tr("No snippets yet: talking points for mails and calls.")),
        RuleShelf(),
    ]
