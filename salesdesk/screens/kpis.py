"""KPIs: headline numbers, reps, funnel, lost reasons, stuck deals; every number opens its formula and rows."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.money import format_money
from salesdesk.domain.periods import Period, parse_period, previous
from salesdesk.errors import FilterError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.figures import change, figure, part, rate
from salesdesk.screens.kpi_rows import KpiRowsScreen
from salesdesk.screens.working import WorkingScreen
from salesdesk.services.measuring.asking import question
from salesdesk.services.measuring.overview import Headline, Overview, RepRow, overview
from salesdesk.services.records import Ref
from salesdesk.widgets.bars import funnel, glyphs, sparkline
from salesdesk.widgets.columns import Column
from salesdesk.widgets.filter_line import FilterLine, Problem
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.paging import Heading, Item, ListSource, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.text import Cell, Line, Piece, cut, fit

_LABELS = {
    "won_revenue": "WON",
    "open_pipeline": "PIPELINE",
    "win_rate": "WIN RATE",
    "sales_cycle_days": "CYCLE",
    "activities": "ACTIVITIES",
}
_UNITS = ("month", "quarter", "year")
TILE_LEAST = 15


class Headlines(LineWidget):
    """The numbers a manager looks at first, side by side; in two rows where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Headline] = ()

    def show(self, headlines: Sequence[Headline]) -> None:
        """Show these."""
        self._shown = headlines
        self.redraw(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self.lines(width)) if self._shown else 4

    def lines(self, cells: int) -> Sequence[Line]:
        if not self._shown:
            return ()
        short = self.app.size.height < 30
        per_row = max(1, min(len(self._shown), (cells - 2) // TILE_LEAST))
        width = (cells - 2) // per_row
        made: list[Line] = []
        for start in range(0, len(self._shown), per_row):
            tiles = [_tile(h, width - 2, short=short) for h in self._shown[start : start + per_row]]
            for row in zip(*tiles, strict=True):
                line: list[Piece] = [Piece("  ")]
                for tile in row:
                    line += [*fit(tile, width - 2), Piece("  ")]
                made.append(line)
        return made


def _tile(headline: Headline, cells: int, *, short: bool) -> list[Cell]:
    value = headline.value
    label = Piece(_LABELS.get(headline.id, headline.label.upper()), "label")
    number = Piece(figure(value), "strong bold" if value.value is not None else "muted")
    moved = change(headline.change, value.unit)
    good = headline.change is not None and headline.better is not None and (headline.change > 0) == headline.better
    role = "label" if not moved or not headline.change else "ok" if good else "bad"
    course = [0.0 if point is None else float(point) for point in headline.course]
    line = sparkline(course[-8:]) if any(course) else ""
    trend: Cell = [Piece(f"{moved:<6} ", role), Piece(line, "accent")]
    if short:
        return [label, [number, Piece(f"  {moved}", role)]]
    return [label, number, trend, Piece(_aside(headline), "label")]


def _aside(headline: Headline) -> str:
    value = headline.value
    if value.value is None:
        return value.why
    if value.unit == "days":
        return tr("median {days}", days=f"{value.median:.0f}") if isinstance(value.median, int | float) else ""
    if value.unit == "ratio":
        small = f" {glyphs().overdue}" if value.small_sample else ""
        return f"n {part(value.denominator, 'count')}{small}"
    unpriced = value.parts.get("without_value")
    if unpriced:
        return tr("+ {count} without value", count=unpriced)
    return ""


class KpisScreen(WorkingScreen):
    """Tab 6."""

    STACK = "kpis"
    ENTITY = "deal"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    KpisScreen > ViewLine { display: none; }
    KpisScreen Headlines { height: auto; margin-bottom: 1; }
    """

    def compose_body(self) -> ComposeResult:
        self.headlines = Headlines()
        self.list = RecordList(_COLUMNS)
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
        self.found: Overview | None = None
        self.period = ""
        self.unit = "month"
        self.mine = False
        self.list.focus()
        self.reload()

    def show_views(self) -> Any:
        """The overview has no saved views."""

    def focus_body(self) -> None:
        self.list.focus()

    def terms(self) -> list[str]:
        """The filter, the period chosen by key, and whose figures."""
        text = self.filter_line.value.strip()
        words = [text] if text and self._check_terms(text) is None else []
        if self.period and "period:" not in text:
            words.append(f"period:{self.period}")
        if self.mine and "owner:" not in text and self.desk.actor is not None:
            words.append("owner:me")
        return words

    async def read_rows(self) -> None:
        """The figures, in a thread."""
        terms = self.terms()
        try:
            self.found = await self.desk_app.read(lambda: overview(self.desk, terms))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        found = self.found
        self.headlines.show(found.headlines)
        self.list.set_source(ListSource(self._items(found)))
        report = found.report
        against = tr(", vs {period}", period=report.previous.label) if report.previous else ""
        parts: list[Cell] = [[Piece(report.period.label, "strong bold"), Piece(against, "muted")]]
        scope = tr("me") if self.mine else tr("team")
        parts.append([Piece("T ", "accent bold"), Piece(scope, "muted")])
        if report.as_of:
            parts.insert(0, Piece(tr("as of {day}", day=report.as_of.isoformat()), "warn bold"))
        self.filter_line.show_summary(*parts)

    def _items(self, found: Overview) -> list[Item]:
        items: list[Item] = []
        if found.reps:
            items += [Row(("rep", rep.id), rep) for rep in found.reps]
        items += [
            *self._funnel_items(found),
            *self._kpi_items(found),
            *self._lost_items(found),
            *self._stuck_items(found),
        ]
        return items

    def _funnel_items(self, found: Overview) -> list[Item]:
        largest = max((step.count for step in found.funnel), default=0)
        if not largest:
            return []
        of = tr("FUNNEL of leads that arrived") if found.cohort == "leads" else tr("FUNNEL of deals opened")
        items: list[Item] = [Remark(), Heading(of, None, "muted")]
        for step in found.funnel:
            line = [
                Piece(f"{cut(step.label, 16):<17}", "text"),
                Piece(f"{step.count:>7,}  ", "strong"),
                *funnel(step.count, largest, 40, "accent"),
                Piece(f"  {rate(step.rate):>5}", "muted"),
            ]
            items.append(Remark(line, ("funnel", step.label)))
        return items

    def _kpi_items(self, found: Overview) -> list[Item]:
        items: list[Item] = [Remark(), Heading(tr("EVERY NUMBER"), len(found.report.kpis), "muted")]
        for name, value in found.report.kpis.items():
            ratio = (
                f"{part(value.numerator, value.unit)} / {part(value.denominator, value.unit)}"
                if value.denominator is not None
                else ""
            )
            line = [
                Piece(f"{cut(tr(KPIS[name].name), 24):<25}", "text"),
                Piece(f"{figure(value):>12}  ", "strong" if value.value is not None else "muted"),
                Piece(
                    cut(ratio if value.value is not None else value.why, 58),
                    "muted" if value.value is not None else "label",
                ),
            ]
            items.append(Remark(line, ("kpi", name)))
        return items

    def _lost_items(self, found: Overview) -> list[Item]:
        if not found.lost:
            return []
        largest = max(reason.count for reason in found.lost)
        items: list[Item] = [Remark(), Heading(tr("LOST, why"), sum(r.count for r in found.lost), "muted")]
        for reason in found.lost:
            line = [
                Piece(f"{cut(reason.name or tr('no reason given'), 16):<17}", "text"),
                Piece(f"{reason.count:>7,}  ", "strong"),
                *funnel(reason.count, largest, 30, "label"),
                Piece(f"  {format_money(reason.value.minor, reason.value.currency, short=True):>7}", "muted"),
            ]
            items.append(Remark(line, ("lost", reason.name)))
        return items

    def _stuck_items(self, found: Overview) -> list[Item]:
        if not found.stuck:
            return []
        names = {m.id: m.name for m in self.desk.members(active_only=False)}
        items: list[Item] = [Remark(), Heading(tr("STUCK, longer in the stage than agreed"), len(found.stuck), "warn")]
        for deal in found.stuck[:40]:
            value = format_money(deal.value.minor, deal.value.currency, short=True) if deal.value else ""
            line = [
                Piece(f"{glyphs().overdue} ", "warn"),
                Piece(f"{cut(deal.account or deal.name, 24):<25}", "text"),
                Piece(f"{value:>8}  ", "strong"),
                Piece(f"{cut(deal.stage, 14):<15}{cut(names.get(deal.owner or b'', ''), 16):<17}", "muted"),
                Piece(f"{deal.days:>4} d", "warn"),
            ]
            items.append(Remark(line, Ref("deal", deal.id, deal.code, deal.name, deal.account)))
        return items

    # Keys

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        if isinstance(event.item, Heading):
            return
        key = event.item.key
        if isinstance(key, Ref):
            self.desk_app.open_record("deal", key.id)
        elif isinstance(key, tuple) and key[0] == "kpi":
            self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, str(key[1]), self.terms()))
        elif isinstance(key, tuple) and key[0] == "rep" and isinstance(event.item, Row):
            name = event.item.value.name
            terms = [*self.terms(), f'owner:"{name}"' if event.item.value.id else "owner:none"]
            self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, "won_revenue", terms))
        elif isinstance(key, tuple):
            name = {"funnel": "stage_conversion", "lost": "win_rate"}[str(key[0])]
            shown = name if name in KPIS else "win_rate"
            self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, shown, self.terms()))

    @on(RecordList.CursorMoved)
    def _moved(self, event: RecordList.CursorMoved) -> None:
        row = event.item
        if isinstance(row, Row) and isinstance(row.value, RepRow):
            rep = row.value
            won = format_money(rep.won.minor, rep.won.currency, short=True)
            self.status(rep.name, [tr("{won} won in {deals} deals", won=won, deals=rep.won_deals)])
        elif isinstance(row, Remark) and isinstance(row.key, tuple) and row.key[0] == "kpi":
            self.status(
                tr(KPIS[str(row.key[1])].name),
                [self.found.report.kpis[str(row.key[1])].formula if self.found else ""],
                [self.chrome.keymap.hint("record.open", label=tr("its rows"))],
            )
        else:
            self.status(tr("KPIs"), [])

    def action_period_previous(self) -> None:
        """The period before."""
        now = parse_period(self.period or self.unit, self.desk.today, self.desk.calendar)
        before = previous(now, self.desk.calendar)
        if before is not None:
            self.period = f"{before.start.isoformat()[:7]}" if now.unit == "m" else f"{before.start}..{_last(before)}"
            self.reload()

    def action_period_next(self) -> None:
        """The period after, up to the present one."""
        if not self.period:
            return
        now = parse_period(self.period, self.desk.today, self.desk.calendar)
        following = now.end.isoformat()[:7]
        present = self.desk.today.isoformat()[:7]
        self.period = "" if following >= present else following
        if now.end > self.desk.today + dt.timedelta(days=1):
            self.period = ""
        self.reload()

    def action_kpi_scope(self) -> None:
        """Your figures or the team's."""
        self.mine = not self.mine
        self.reload()

    def action_view_menu(self) -> None:
        """The overview has no views: periods are its views."""
        self.say(tr("The overview has no saved views; [ and ] change the period, / filters."), "note")

    def action_record_copy(self) -> None:
        """The headline numbers as text."""
        if self.found is not None:
            lines = [f"{h.label}: {figure(h.value, short=False)}" for h in self.found.headlines]
            self.desk_app.copy(self, "\n".join([self.found.report.period.label, *lines]))

    def clear(self) -> None:
        """Esc: the filter, then the period."""
        if self.filter_line.value:
            self.filter_line.set_value("")
        self.period = ""
        self.reload()

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.desk_app.leave()


def _last(period: Period) -> str:
    return (period.end - dt.timedelta(days=1)).isoformat()


def _number(name: str) -> Any:
    return lambda rep, _: str(getattr(rep, name)) if isinstance(rep, RepRow) else ""


def _money(name: str) -> Any:
    def render(rep: Any, _cells: int) -> Cell:
        found = getattr(rep, name)
        return format_money(found.minor, found.currency, short=True) if found.minor else Piece("-", "label")

    return render


def _care(name: str) -> Any:
    def render(rep: Any, _cells: int) -> Cell:
        count = getattr(rep, name)
        return Piece(f"{glyphs().overdue} {count}", "bad") if count else Piece("0", "label")

    return render


_COLUMNS = (
    Column("rep", "REP", lambda rep, _: rep.name, flex=1, lead=True),
    Column("calls", "CALLS", _number("calls"), width=6, align="right", narrow=0),
    Column("talks", "TALKS", _number("talks"), width=6, align="right", narrow=0),
    Column("meetings", "MEET", _number("meetings"), width=5, align="right", narrow=0),
    Column("won", "WON", _money("won"), width=8, align="right"),
    Column("deals", "DEALS", _number("won_deals"), width=5, align="right"),
    Column("weighted", "WEIGHTED", _money("weighted"), width=8, align="right", narrow=0),
    Column("overdue", "OVERDUE", _care("overdue"), width=8, align="right"),
    Column("none", "NO NEXT", _care("no_next_step"), width=8, align="right"),
    Column(
        "weeks",
        "12 WEEKS",
        lambda rep, _: Piece(sparkline(list(rep.weeks)) if any(rep.weeks) else "", "accent"),
        width=12,
        narrow=0,
    ),
)
