"""KPIs: headline numbers, funnel, activity, forecast, sources, what works; every number opens its formula and rows."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from salesdesk.domain.dates import unit_around
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.money import format_money
from salesdesk.errors import FilterError, SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.kpi_head import Headlines
from salesdesk.screens.kpi_lines import Opens
from salesdesk.screens.kpi_pages import pages
from salesdesk.screens.kpi_rows import KpiRowsScreen
from salesdesk.screens.page_files import ask_and_write
from salesdesk.screens.rep_choices import offer
from salesdesk.screens.working import WorkingScreen
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import question
from salesdesk.services.measuring.headlines import Headline, headlines
from salesdesk.services.measuring.page import markdown
from salesdesk.services.measuring.panels import RepRow
from salesdesk.services.measuring.report import KpiReport
from salesdesk.services.measuring.works import last_year
from salesdesk.services.records import Ref
from salesdesk.store.read.kpis.dimensions import quarter_of
from salesdesk.widgets.filter_line import FilterLine, Problem
from salesdesk.widgets.options import Option
from salesdesk.widgets.paging import Heading, Item, ListSource, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Cell, Piece
from salesdesk.widgets.view_line import View, ViewLine

_UNITS = {"m": "month", "q": "quarter", "y": "year"}


class KpisScreen(WorkingScreen):
    """Tab 6. Its pages stand where other tabs have views; `[` and `]` walk the periods, tab the pages."""

    STACK = "kpis"
    ENTITY = "deal"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    KpisScreen > ViewLine, KpisScreen.-short > ViewLine { display: block; }
    KpisScreen Headlines { height: auto; margin-bottom: 1; }
    KpisScreen Headlines.-away { display: none; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, *, query: str | None = None) -> None:
        self.pages = pages()
        self.at = 0
        # The period: a unit, and how many of them back.
        self.unit, self.back = "m", 0
        self.mine = False
        self._painted: tuple[int, tuple[str, ...]] | None = None
        super().__init__(desk, chrome, query=query)

    def compose_body(self) -> ComposeResult:
        self.headlines = Headlines()
        self.list = RecordList(self.pages[self.at].columns)
        with Vertical():
            yield self.headlines
            yield self.list

    def make_filter_line(self) -> FilterLine:
        return FilterLine(self._first_query or "", spans=self._spans, check=self._check_terms)

    def _check_terms(self, text: str) -> Problem | None:
        try:
            question(self.desk, [text] if text.strip() else [])
        except FilterError as error:
            return Problem(error.start, error.end, error.message, error.hint)
        except SalesdeskError as error:
            return Problem(0, len(text), error.message, error.hint)
        return None

    def on_mount(self) -> None:
        self.list.focus()
        self._show_view_line()
        self.reload()

    def show_views(self) -> Any:
        """Its pages are its views."""

    def _show_view_line(self) -> None:
        self.view_line.show([View(page.id, page.label) for page in self.pages], self.pages[self.at].id)

    def focus_body(self) -> None:
        self.list.focus()

    def terms(self) -> list[str]:
        """The filter, the period chosen by key, and whose figures."""
        text = self.filter_line.value.strip()
        words = [text] if text and self._check_terms(text) is None else []
        if "period:" not in text:
            words.append(f"period:{self.period}")
        if self.mine and "owner:" not in text and self.desk.actor is not None:
            words.append("owner:me")
        return words

    @property
    def period(self) -> str:
        """The period chosen by key, as a filter says it."""
        calendar = self.desk.calendar
        if not self.back and self.pages[self.at].yearly and self.unit == "m":
            return last_year(self.desk)
        span = unit_around(self.desk.today, self.unit, calendar, -self.back) if self.back else None
        if span is None:
            return _UNITS[self.unit]
        month = span.start.isoformat()[:7]
        if self.unit == "m":
            return month
        if self.unit == "q":
            return quarter_of(month, calendar.fiscal_start)
        last = unit_around(span.end, "m", calendar, -1)
        return month[:4] if calendar.fiscal_start == 1 or last is None else f"{month}..{last.start.isoformat()[:7]}"

    # Reading

    async def read_rows(self) -> None:
        """The page, block by block in a thread; each is painted as it is read, a page in sight once it is whole."""
        terms, at = self.terms(), self.at
        page, cells = self.pages[at], max(40, self.size.width - 4)
        fresh = self._painted != (at, tuple(terms))
        items: list[Item] = []
        try:
            await self._read_head(terms, shown=page.headlines)
            for number, block in enumerate(page.blocks, 1):
                items += await self.desk_app.read(partial(block, self.desk, terms, cells))
                if self.at != at:
                    return
                if fresh or number == len(page.blocks):
                    self.list.set_source(ListSource(items), from_top=fresh and number == 1)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.list.set_empty(tr("Nothing to show for this period."), [self.chrome.keymap.hint("period.previous")])
        self._painted = (at, tuple(terms))

    async def _read_head(self, terms: list[str], *, shown: bool) -> None:
        def read() -> tuple[KpiReport, Sequence[Headline]]:
            with self.desk.workspace.snapshot():
                report = measuring.show(self.desk, terms)
                return report, headlines(self.desk, terms, report)

        self.headlines.set_class(not shown, "-away")
        if shown:
            report, found = await self.desk_app.read(read)
            self.headlines.show(found, report)
        query = await self.desk_app.read(lambda: question(self.desk, terms))
        against = tr(", vs {period}", period=query.previous.label) if query.previous else ""
        parts: list[Cell] = [[Piece(query.period.label, "strong bold"), Piece(against, "muted")]]
        parts.append([Piece("T ", "accent bold"), Piece(tr("me") if self.mine else tr("team"), "muted")])
        if query.as_of:
            parts.insert(0, Piece(tr("as of {day}", day=query.as_of.isoformat()), "warn bold"))
        self.filter_line.show_summary(*parts)

    # Pages and periods

    def show_page(self, at: int) -> None:
        """Show the page at that place."""
        self.at = at % len(self.pages)
        self._show_view_line()
        self.list.empty_out()
        self.list.set_columns(self.pages[self.at].columns)
        self.reload()

    @on(ViewLine.Picked)
    def _page_clicked(self, event: ViewLine.Picked) -> None:
        event.stop()
        self.show_page(next(n for n, page in enumerate(self.pages) if page.id == event.view))

    def action_kpi_page_next(self) -> None:
        """The page to the right."""
        self.show_page(self.at + 1)

    def action_kpi_page_previous(self) -> None:
        """The page to the left."""
        self.show_page(self.at - 1)

    def action_view_menu(self) -> None:
        """A page by its number, or another length of period."""
        options = [Option(page.id, page.label, str(n)) for n, page in enumerate(self.pages, 1)]
        options += [Option(unit, tr("By {unit}", unit=tr(name)), unit) for unit, name in _UNITS.items()]
        self.open_dialog(ChooseDialog(tr("Pages and periods"), options), self._chosen)

    def _chosen(self, choice: Choice) -> None:
        if choice.id in _UNITS:
            self.unit, self.back = choice.id, 0
            self.reload()
        else:
            self.show_page(next(n for n, page in enumerate(self.pages) if page.id == choice.id))

    def action_period_previous(self) -> None:
        """The period before."""
        self._walk(1)

    def action_period_next(self) -> None:
        """The period after, up to the present one."""
        self._walk(-1)

    def _walk(self, back: int) -> None:
        if "period:" in self.filter_line.value:
            self.say(tr("The filter names the period: take period: out of it to walk."), "note")
            return
        if self.back + back < 0:
            self.say(tr("That is the present {unit}.", unit=tr(_UNITS[self.unit])), "note")
            return
        self.back += back
        self.reload()

    def action_kpi_scope(self) -> None:
        """Your figures or the team's."""
        self.mine = not self.mine
        self.reload()

    # Opening and copying

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        key = None if isinstance(event.item, Heading) else event.item.key
        if isinstance(key, Ref):
            self.desk_app.open_record("deal", key.id)
        elif isinstance(key, Opens):

            def rows(kpi: str) -> None:
                self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, kpi, self._behind(key)))

            if isinstance(event.item, Row) and isinstance(event.item.value, RepRow):
                offer(self, event.item.value, rows)
            else:
                rows(key.kpi)

    def _behind(self, key: Opens) -> list[str]:
        """The terms of a line."""
        own = any(word.startswith("owner:") for word in key.terms)
        return [*(word for word in self.terms() if not (own and word == "owner:me")), *key.terms]

    @on(RecordList.CursorMoved)
    def _moved(self, event: RecordList.CursorMoved) -> None:
        row = event.item
        key = row.key if isinstance(row, Row | Remark) else None
        if isinstance(row, Row) and isinstance(row.value, RepRow):
            rep = row.value
            won = format_money(rep.won.minor, rep.won.currency, short=True)
            self.status(rep.name, [tr("{won} won in {deals}", won=won, deals=plural(rep.won_deals, "deal", "deals"))])
        elif isinstance(key, Opens):
            hint = self.chrome.keymap.hint("record.open", label=tr("its rows"))
            self.status(tr(KPIS[key.kpi].name), [KPIS[key.kpi].formula], [hint])
        else:
            self.status(self.pages[self.at].label, [])

    def action_record_copy(self) -> None:
        """The page as text to be forwarded."""
        start_work(self, self._copy, group="copy")

    async def _copy(self) -> None:
        page, terms = self.pages[self.at], self.terms()
        try:
            text = await self.desk_app.read(lambda: markdown(page.text(self.desk, terms)))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.desk_app.copy(self, text)

    def action_kpi_page(self) -> None:
        """Write the page into a file, as Markdown."""
        page, terms = self.pages[self.at], self.terms()
        ask_and_write(self, tr("Page"), f"kpis {page.id}", lambda: markdown(page.text(self.desk, terms)))

    def clear(self) -> None:
        """Esc: the filter, then the period."""
        if self.filter_line.value:
            self.filter_line.set_value("")
        self.back = 0
        self.reload()

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.desk_app.leave()
