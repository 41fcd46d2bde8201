"""The headline numbers of the KPI tab."""

from collections.abc import Sequence

from salesdesk.domain.kpis.saying import change, figure, part
from salesdesk.domain.money import Money, format_money
from salesdesk.i18n import tr
from salesdesk.services.measuring.headlines import Headline
from salesdesk.services.measuring.report import KpiReport
from salesdesk.widgets.bars import bar, glyphs, sparkline
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Cell, Line, Piece, fit

_LABELS = {
    "won_revenue": "WON",
    "open_pipeline": "PIPELINE",
    "win_rate": "WIN RATE",
    "sales_cycle_days": "CYCLE",
    "contact_rate": "REACH",
}
TILE_LEAST = 15


class Headlines(LineWidget):
    """The numbers a manager looks at first, side by side; in two rows where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Headline] = ()
        self._report: KpiReport | None = None

    def show(self, headlines: Sequence[Headline], report: KpiReport | None) -> None:
        """Show these, beside the quotas of the report."""
        self._shown, self._report = headlines, report
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
            tiles = [_tile(h, self._report, width - 2, short=short) for h in self._shown[start : start + per_row]]
            for row in zip(*tiles, strict=True):
                line: list[Piece] = [Piece("  ")]
                for tile in row:
                    line += [*fit(tile, width - 2), Piece("  ")]
                made.append(line)
        return made


def _tile(headline: Headline, report: KpiReport | None, cells: int, *, short: bool) -> list[Cell]:
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
    return [label, number, trend, _aside(headline, report, cells)]


def _aside(headline: Headline, report: KpiReport | None, cells: int) -> Cell:
    """What stands under a number: its goal, what it is of, why there is none."""
    value = headline.value
    if value.value is None:
        return Piece(value.why, "label")
    quota = report.kpis.get("quota_attainment") if report else None
    goal = quota.denominator if quota is not None and headline.id == "won_revenue" else None
    if quota is not None and isinstance(quota.value, float) and isinstance(goal, Money):
        label = tr("quota {amount} ", amount=format_money(goal.minor, goal.currency, short=True))
        return [Piece(label, "label"), *bar(quota.value, max(4, min(9, cells - len(label))))]
    coverage = report.kpis.get("pipeline_coverage") if report else None
    if headline.id == "open_pipeline" and coverage is not None and coverage.value is not None:
        return Piece(tr("coverage {times}", times=figure(coverage)), "label")
    if headline.id == "open_pipeline" and headline.before is not None and isinstance(headline.before.value, Money):
        before = headline.before.value
        amount = format_money(before.minor, before.currency, short=True)
        return Piece(tr("{amount} when it began", amount=amount), "label")
    if value.unit == "days":
        return Piece(tr("median {days}", days=f"{value.median:.0f}"), "label") if value.median is not None else ""
    if headline.id == "contact_rate":
        return Piece(tr("{count} calls", count=part(value.denominator, "count")), "label")
    if value.unit == "ratio":
        small = f" {glyphs().overdue}" if value.small_sample else ""
        return Piece(f"n {part(value.denominator, 'count')}{small}", "label")
    unpriced = value.parts.get("without_value")
    return Piece(tr("+ {count} without value", count=unpriced), "label") if unpriced else ""
