"""A rule tried on the past year: the records it would have acted on, month by month."""

from textual import on, work
from textual.app import ComposeResult

from salesdesk.domain.dates import say_day, short_month
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.working import PlacedScreen
from salesdesk.services.desk import Desk
from salesdesk.services.rules import trying
from salesdesk.services.rules.desks import author_desk
from salesdesk.services.rules.trying import Trial
from salesdesk.services.texts import TextRow
from salesdesk.widgets.bars import funnel, glyphs, sparkline
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Item, ListSource, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import PaneRow, Section, SidePane
from salesdesk.widgets.text import Piece, words

_MONTH_CELLS = 9


class RuleTrialScreen(PlacedScreen):
    """Opened by T on a rule; enter opens a record, q or h goes back. Nothing is changed."""

    STACK = "trial"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    RuleTrialScreen > FilterLine, RuleTrialScreen > ViewLine { display: none; }
    RuleTrialScreen > #body > SidePane { width: 44; }
    RuleTrialScreen.-narrow > #body > SidePane { display: none; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, row: TextRow) -> None:
        super().__init__(desk, chrome)
        self.row = row

    def compose_body(self) -> ComposeResult:
        self.list = RecordList(
            (
                Column("day", tr("DAY"), lambda h, _: Piece(say_day(h.day, self.desk.today), "muted"), width=10),
                Column("name", tr("WHO"), lambda h, _: h.ref.name or h.ref.detail, flex=1, lead=True),
                Column("why", tr("WHY"), lambda h, _: Piece(h.why, "muted"), flex=1),
            )
        )
        self.pane = SidePane()
        yield self.list
        yield self.pane

    def on_mount(self) -> None:
        self.list.focus()
        self.list.set_empty(tr("Looking back over the year ..."))
        self.status(self.row.name, [Piece(tr("looking back ..."), "muted")])
        self.reload()

    def refresh_rows(self) -> None:
        self.look_back()

    @work(exclusive=True, group="rows")
    async def look_back(self) -> None:
        """Try it, in a thread."""
        try:
            trial = await self.desk_app.read(self._attempt)
        except SalesdeskError as error:
            self.list.set_empty(str(error), [self.chrome.keymap.hint("app.back")])
            self.status(self.row.name, [Piece(str(error), "bad")])
            return
        # The newest first: they are the ones somebody remembers.
        rows: list[Item] = [Row((hit.ref.id, n), hit) for n, hit in enumerate(reversed(trial.hits))]
        nothing = tr("It would have acted on nothing since {day}.", day=trial.first)
        if not self.pane.display:
            # Without the pane what history cannot say stands below.
            lines = [*([] if rows else [nothing]), "", *_doubt_lines(trial, self.size.width - 6)]
            rows += [Remark(Piece(line, "muted"), f"doubt-{n}") for n, line in enumerate(lines)]
        self.list.set_source(ListSource(rows))
        self.list.set_empty(nothing)
        times = plural(len(trial.hits), tr("time"), tr("times"))
        months = [Piece(sparkline([count for _, count in trial.months]), "accent")] if trial.hits else []
        self.status(
            self.row.name,
            [
                tr("would have acted {times} in a year", times=times),
                *months,
                Piece(tr("nothing was changed"), "muted"),
            ],
        )
        self.pane.show(self.row.name, tr("the past year"), _sections(trial, self.pane.inner))

    def _attempt(self) -> Trial:
        return trying.attempt(author_desk(self.desk, self.row.author_id), self.row.editable)

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        if isinstance(event.item, Row):
            self.desk_app.open_record(event.item.value.ref.kind, event.item.value.ref.id)


def _sections(trial: Trial, cells: int) -> list[Section]:
    largest = max((count for _, count in trial.months), default=0)
    months = [
        PaneRow(
            [
                Piece(f"{short_month(month)} {month.year % 100:02}".ljust(_MONTH_CELLS), "muted"),
                *funnel(count, largest, cells - _MONTH_CELLS - 6, "accent"),
            ],
            Piece(f"{count:,}" if count else "·", "text" if count else "label"),
        )
        for month, count in reversed(trial.months)
    ]
    doubts = [PaneRow(Piece(line, "muted")) for line in _doubt_lines(trial, cells)]
    return [
        Section(rows=[PaneRow(line) for line in words(trial.sentence, cells)]),
        *([Section(tr("BY MONTH"), f"{len(trial.hits):,}", months)] if trial.hits else []),
        Section(tr("WHAT HISTORY CANNOT SAY"), "", doubts),
    ]


def _doubt_lines(trial: Trial, cells: int) -> list[str]:
    lines = []
    for doubt in trial.doubts:
        first, *others = words(doubt, cells - 2)
        lines += [f"{glyphs().none} {first}", *(f"  {line}" for line in others)]
    return lines
