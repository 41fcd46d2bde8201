"""The check-up of a rep on the screen: every rate opens the records behind it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.kpi_rows import KpiRowsScreen
from salesdesk.screens.page_files import ask_and_write
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.screens.working import PlacedScreen
from salesdesk.services import checkup as service
from salesdesk.services import checkup_page
from salesdesk.services.checkup import Checkup, Measure
from salesdesk.services.desk import Desk
from salesdesk.services.goals.measure import kpi_behind, record_terms
from salesdesk.services.records import Ref
from salesdesk.widgets.bars import bar, glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, ListSource, Remark, Row, key_of
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Line, Piece, cut, fit, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

ROWS_SHOWN, ROWS_IN_SIGHT = 100, 8


class CheckupScreen(PlacedScreen):
    """Opened from tab 8; enter on a number shows its records, on a record opens it; O writes the page, q goes back."""

    STACK = "checkup"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    CheckupScreen > FilterLine, CheckupScreen > ViewLine { display: none; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, name: str) -> None:
        super().__init__(desk, chrome)
        self.member = name
        self.found: Checkup | None = None
        # The rate whose records are shown.
        self.opened = ""
        self._show_rows = False

    def compose_body(self) -> ComposeResult:
        self.list = RecordList((), heads=False)
        yield self.list

    def on_mount(self) -> None:
        self.list.focus()
        self.reload()

    def focus_body(self) -> None:
        self.list.focus()

    async def read_rows(self) -> None:
        """The check-up, in a thread."""
        try:
            found, items = await self.desk_app.read(self._read)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.found = found
        self.list.set_source(ListSource(items))
        if self._show_rows:
            # The rate that was opened stays under the cursor, with its first records in sight below it.
            place = next((at for at, item in enumerate(items) if key_of(item) == ("rate", self.opened)), 0)
            self.list.move_to(min(place + ROWS_IN_SIGHT, len(items) - 1))
            self.list.move_to(place)
            self._show_rows = False
        about = tr("{period}, beside {reps}", period=found.period.label, reps=plural(found.reps, tr("rep"), tr("reps")))
        self.status(tr("Check-up: {who}", who=found.member.name), [about])

    def _read(self) -> tuple[Checkup, list[Item]]:
        found = service.checkup(self.desk, self.member)
        return found, [*self._verdict(found), *self._goals(found), *self._figures(found), *self._rates(found)]

    def _verdict(self, found: Checkup) -> list[Item]:
        cells = max(40, self.size.width - 8)
        items: list[Item] = [Heading(tr("ONE THING TO PRACTISE"), None, "warn" if found.practise else "muted")]
        for at, line in enumerate(checkup_page.practise_lines(found)):
            items += [
                Remark(Piece(part, "strong" if at == 0 else "text"), f"practise-{at}-{n}")
                for n, part in enumerate(words(line.replace("**", "").replace("\\", ""), cells))
                if part
            ]
        items += [Remark(), Heading(tr("STRENGTHS"), len(found.strengths), "ok" if found.strengths else "muted")]
        for measure in found.strengths:
            strong = [
                Piece(f"{glyphs().done} ", "ok"),
                Piece(f"{measure.label}: {checkup_page.against(measure)}", "text"),
            ]
            items.append(Remark(strong, ("strength", measure.id)))
        if not found.strengths:
            items.append(Remark(Piece(tr("None that chance does not explain."), "muted"), "no-strength"))
        return items

    def _goals(self, found: Checkup) -> list[Item]:
        if not found.goals:
            return []
        items: list[Item] = [Remark(), Heading(tr("GOALS"), len(found.goals), "muted")]
        for goal in found.goals:
            share = f"{goal.share * 100:>10.0f} %  "
            of = checkup_page.goal_words(goal).rpartition(" (")[0]
            items.append(
                Remark(
                    [
                        *fit(checkup_page.goal_name(goal), 28),
                        Piece(share, "strong"),
                        *bar(goal.share, 24),
                        Piece(f"  {of}", "muted"),
                    ],
                    ("goal", goal.goal.id),
                )
            )
        return items

    def _figures(self, found: Checkup) -> list[Item]:
        items: list[Item] = [Remark(), Heading(tr("ACTIVITIES AND RESULTS"), None, "muted")]
        items.append(
            Remark(Piece(f"{tr('enter shows their records'):<28}{tr('OWN'):>12}{tr('TEAM MEDIAN'):>14}", "label"))
        )
        for figure in (*found.efforts, *found.figures):
            own, other = (checkup_page.figure_text(self.desk, figure, n) for n in (figure.count, figure.team))
            line = [
                *fit(figure.label, 28),
                *fit(Piece(own, "strong"), 12, align="right"),
                Piece(f"{other:>14}", "muted"),
            ]
            items.append(Remark(line, ("figure", figure.id)))
        return items

    def _rates(self, found: Checkup) -> list[Item]:
        items: list[Item] = [Remark(), Heading(tr("RATES"), None, "muted")]
        items.append(
            Remark(Piece(f"{tr('enter shows their records'):<34}{tr('OWN'):>6}{tr('OF'):>13}{tr('TEAM'):>7}", "label"))
        )
        for measure in found.measures:
            items.append(Remark(self._rate(found, measure), ("rate", measure.id)))
            if measure.id == self.opened:
                items += self._behind(found, measure)
        room = max(40, self.size.width - 8)
        items += [Remark(), *(Remark(Piece(line, "label"), f"rule-{line}") for line in words(service.rule(), room))]
        return items

    def _rate(self, found: Checkup, measure: Measure) -> Line:
        rate = measure.rate
        says, role = "", "muted"
        if measure is found.practise:
            says, role = f"{glyphs().overdue} {tr('practise')}", "bad"
        elif measure in found.strengths:
            says, role = f"{glyphs().done} {tr('strength')}", "ok"
        elif rate.small and rate.denominator:
            says = tr("small sample")
        return [
            *fit(measure.label, 34),
            *fit(Piece(checkup_page.percent(rate.value), "strong"), 6, align="right"),
            Piece(f"{f'{rate.numerator:,} / {rate.denominator:,}':>13}", "muted"),
            Piece(f"{checkup_page.percent(rate.team):>7}  ", "label"),
            Piece(says, role),
        ]

    def _behind(self, found: Checkup, measure: Measure) -> list[Item]:
        listed = service.behind(self.desk, found, measure)
        items: list[Item] = []
        for at, one in enumerate(listed[:ROWS_SHOWN]):
            sign = Piece(f"   {glyphs().done} ", "ok") if one.good else Piece(f"   {glyphs().none} ", "label")
            line = [
                sign,
                Piece(f"{one.day:<12}", "label"),
                Piece(cut(one.ref.name, 40), "text"),
                Piece(f"   {one.ref.ref}", "label"),
            ]
            items.append(Remark(line, (one.ref, at)))
        if len(listed) > ROWS_SHOWN:
            more = tr(
                "{count} more: salesdesk member checkup {name} --rows {id}",
                count=f"{len(listed) - ROWS_SHOWN:,}",
                name=found.member.name,
                id=measure.id,
            )
            items.append(Remark(Piece(f"     {more}", "muted"), "more"))
        return items

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        key = event.item.key if isinstance(event.item, Remark) else None
        if not isinstance(key, tuple):
            return
        if isinstance(key[0], Ref):
            if key[0].code:
                self.desk_app.open_record(key[0].kind, key[0].id)
        elif key[0] == "goal" and self.found is not None:
            progress = next(one for one in self.found.goals if one.goal.id == key[1])
            self._show_behind(
                kpi_behind(progress.goal),
                lambda: record_terms(self.desk, progress.goal, progress.first, progress.last),
            )
        elif key[0] == "figure" and self.found is not None:
            found, figure = self.found, str(key[1])
            self._show_behind(
                figure if figure in KPIS else "activities",
                lambda: service.figure_question(self.desk, found, figure)[1],
            )
        elif key[0] in {"rate", "strength"}:
            self.opened = "" if self.opened == key[1] and key[0] == "rate" else str(key[1])
            self._show_rows = bool(self.opened)
            self.refresh_rows()

    def _show_behind(self, kpi: str, terms: Callable[[], list[str]]) -> None:
        """The page with the records of a number; q there comes back."""
        self.after_reading(terms, lambda asked: self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, kpi, asked)))

    def action_checkup_page(self) -> None:
        """Write it into a file, as Markdown."""
        found = self.found
        if found is not None:
            ask_and_write(
                self,
                tr("Check-up"),
                f"check-up {found.member.name}",
                lambda: checkup_page.markdown(self.desk, found),
            )


class CheckupShelf(Shelf):
    """Each rep with their rates at a glance; enter opens the whole."""

    id = "checkup"
    label = "Check-up"
    empty = "No reps work here yet: salesdesk member add NAME."
    hints = (("shelf.previous", ""), ("record.open", "check up"), ("history.undo", ""))

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        def rate(name: str) -> Any:
            return lambda r, _: _rate_cell(next(m for m in r.measures if m.id == name))

        return (
            Column("name", tr("REP"), lambda r, _: r.member.name, flex=1, lead=True),
            Column(
                "won",
                tr("WON"),
                lambda r, _: Piece(checkup_page.figure_text(desk, r.figures[0], r.figures[0].count), "strong"),
                width=11,
                align="right",
            ),
            Column("win", tr("WIN RATE"), rate("win_rate"), width=8, align="right"),
            Column("follow", tr("FOLLOW-UP"), rate("follow_up_discipline"), width=9, align="right"),
            Column("reach", tr("REACH"), rate("reached"), width=6, align="right", narrow=0),
            Column("practise", tr("TO PRACTISE"), _practise, width=30, narrow=22),
        )

    def items(self, desk: Desk) -> list[Item]:
        reps = [m for m in desk.members() if m.role != "manager"]
        return [Row(found.member.id, found) for found in service.checkups_of(desk, reps)] if reps else []

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        found: Checkup = value
        rows = [
            PaneRow(Piece(cut(m.label, cells - 8), "text"), _rate_cell(m)) for m in found.measures if m.rate.denominator
        ]
        said = [line.replace("**", "").replace("\\", "") for line in checkup_page.practise_lines(found) if line]
        lines = [PaneRow(Piece(part, "text")) for line in said for part in words(line, cells)]
        return (
            found.member.name,
            found.period.label,
            [Section(tr("TO PRACTISE"), rows=lines), Section(tr("RATES"), rows=rows)],
        )

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        said = "" if value.practise is None else checkup_page.against(value.practise)
        return value.member.name, [Piece(value.period.label, "muted"), Piece(said, "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        screen.app.push_screen(CheckupScreen(screen.desk, screen.chrome, f"M-{value.member.code}"))


def _rate_cell(measure: Measure) -> Cell:
    rate = measure.rate
    role = "bad bold" if rate.gap < 0 else "ok bold" if rate.gap > 0 else "text"
    sign = f"{glyphs().overdue} " if rate.gap < 0 else f"{glyphs().done} " if rate.gap > 0 else ""
    return Piece(f"{sign}{checkup_page.percent(rate.value)}", role if rate.value is not None else "label")


def _practise(found: Checkup, _cells: int) -> Cell:
    return Piece(found.practise.label, "warn") if found.practise else Piece(glyphs().none, "label")
