"""The shelves of the team tab about people: members, teams."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from salesdesk.domain.language.printing import quote
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.choose import ChooseDialog
from salesdesk.screens.dialogs.prompt import EditDialog, EditResult, Field, PromptDialog, TextResult
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.services import leaving, lists, members
from salesdesk.services.desk import Desk
from salesdesk.store.read import team
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.options import Option
from salesdesk.widgets.paging import Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Piece

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen
    from salesdesk.store.read.team import TeamRow


class MemberShelf(Shelf):
    """Who works here, and what waits for them."""

    id = "member"
    label = "Members"
    empty = "Nobody works here yet: salesdesk member add NAME."
    hints = (
        ("shelf.previous", ""),
        ("record.open", "their deals"),
        ("record.edit", ""),
        ("record.delete", "leaves"),
        ("history.undo", ""),
    )

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("NAME"), lambda r, _: r.name, width=18, lead=True),
            Column("role", tr("ROLE"), lambda r, _: Piece(r.role if r.active else tr("left"), "muted"), width=8),
            Column("team", tr("TEAM"), lambda r, _: Piece(r.team or "-", "muted"), flex=1, rank=9),
            Column("leads", tr("LEADS"), lambda r, _: _count(r.leads), width=6, align="right"),
            Column("deals", tr("DEALS"), lambda r, _: _count(r.deals), width=5, align="right"),
            Column("due", tr("DUE"), lambda r, _: _count(r.due), width=5, align="right"),
            Column("overdue", tr("OVERDUE"), lambda r, _: _late(r.overdue), width=8, align="right"),
            Column("none", tr("NO NEXT"), lambda r, _: _late(r.stepless), width=7, align="right"),
        )

    def items(self, desk: Desk) -> list[Item]:
        return [Row(row.id, row) for row in team.members(desk.connection, desk.today)]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: TeamRow = value
        facts = (
            (tr("team"), row.team),
            (tr("manager"), row.manager),
            (tr("mail"), row.email),
            (tr("open leads"), f"{row.leads:,}"),
            (tr("open deals"), f"{row.deals:,}"),
        )
        waits = (
            (tr("due today"), row.due),
            (tr("overdue"), row.overdue),
            (tr("without a next step"), row.stepless),
            (tr("notices not seen"), row.notices),
        )
        about = [PaneRow(Piece(label, "label"), Piece(text, "text")) for label, text in facts if text]
        waiting = [PaneRow(Piece(label, "text"), Piece(f"{count:,}", "strong")) for label, count in waits if count]
        nothing = [PaneRow(Piece(tr("Nothing waits."), "muted"))]
        return (
            row.name,
            row.role if row.active else tr("left"),
            [Section(rows=about), Section(tr("WAITS"), rows=waiting or nothing)],
        )

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        row: TeamRow = value
        leads, deals = plural(row.leads, tr("lead"), tr("leads")), plural(row.deals, tr("deal"), tr("deals"))
        open_now = tr("{leads} and {deals} open", leads=leads, deals=deals)
        return row.name, [row.role if row.active else tr("left"), Piece(open_now, "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        screen.desk_app.show_tab("deals", f"status:open owner:{quote(value.name)}")

    def edited(self, screen: "OutreachScreen", value: Any) -> None:
        row: TeamRow = value
        fields = (
            Field("name", "n", tr("name"), row.name, prose=True),
            Field("email", "m", tr("mail"), row.email, prose=True),
            Field("role", "r", tr("role"), row.role),
            Field("team", "t", tr("team"), row.team),
        )

        def save(result: EditResult) -> None:
            said = {result.field: result.text}
            screen.write(lambda: members.change(screen.desk, f"M-{row.code}", said).sentence)

        screen.open_dialog(EditDialog(tr("Edit: {who}", who=row.name), fields), save)

    def renamed(self, screen: "OutreachScreen", value: Any) -> None:
        self.edited(screen, value)

    def deleted(self, screen: "OutreachScreen", value: Any) -> None:
        """D: who leaves hands over to a colleague; who left comes back."""
        desk, row = screen.desk, value
        ref = f"M-{row.code}"
        if not row.active:
            screen.write(lambda: leaving.come_back(desk, ref))
            return

        def ask(going: leaving.Departure) -> None:
            options = [Option(f"M-{m.code}", m.name, hint=m.role) for m in desk.members() if m.id != row.id]
            options.append(Option("none", tr("Nobody")))
            dialog = ChooseDialog(tr("{name} leaves: who takes over?", name=row.name), options, about=going.words())
            screen.open_dialog(dialog, lambda choice: screen.write(lambda: leaving.leave(desk, ref, choice.id)))

        screen.after_reading(lambda: leaving.plan(desk, ref, "none"), ask)


class TeamShelf(Shelf):
    """The teams, and who is in each."""

    id = "team"
    label = "Teams"
    empty = "No teams yet."
    adds = True
    hints = (
        ("shelf.previous", ""),
        ("record.open", "its deals"),
        ("record.add", ""),
        ("record.edit", "name"),
        ("history.undo", ""),
    )

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("TEAM"), lambda r, _: r[1], width=24, lead=True),
            Column("members", tr("MEMBERS"), lambda r, _: _count(len(r[2])), width=8, align="right"),
            Column("who", tr("WHO"), lambda r, _: Piece(", ".join(r[2]), "muted"), flex=1),
        )

    def items(self, desk: Desk) -> list[Item]:
        return [Row(row[0], row) for row in team.teams(desk.connection)]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        rows = [PaneRow(Piece(name, "text")) for name in value[2]] or [PaneRow(Piece(tr("Nobody is in it."), "muted"))]
        return value[1], plural(len(value[2]), tr("member"), tr("members")), [Section(rows=rows)]

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return value[1], [Piece(plural(len(value[2]), tr("member"), tr("members")), "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        screen.desk_app.show_tab("deals", f"status:open team:{quote(value[1])}")

    def add(self, screen: "OutreachScreen") -> None:
        dialog = PromptDialog(tr("A new team"), placeholder=tr("its name"), may_be_empty=False)
        spec = lists.LISTS["team"]
        screen.open_dialog(dialog, lambda said: screen.write(lambda: lists.add(screen.desk, spec, None, said.text, {})))

    def edited(self, screen: "OutreachScreen", value: Any) -> None:
        name, spec = value[1], lists.LISTS["team"]

        def save(result: TextResult) -> None:
            screen.write(lambda: lists.change(screen.desk, spec, None, name, {}, called=result.text))

        screen.open_dialog(PromptDialog(tr("Name of {team}", team=name), name, may_be_empty=False), save)

    def renamed(self, screen: "OutreachScreen", value: Any) -> None:
        self.edited(screen, value)


def _count(count: int) -> Cell:
    return Piece(f"{count:,}", "text") if count else Piece("-", "label")


def _late(count: int) -> Cell:
    return Piece(f"{glyphs().overdue} {count:,}", "bad") if count else Piece("-", "label")
