"""The headline numbers of a team, with their change and their course."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.domain.dates import unit_around
from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.formulas import evaluate
from salesdesk.domain.kpis.tallies import Tallies
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.i18n import tr
from salesdesk.plain import Plain, replace
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import Question, question
from salesdesk.services.measuring.report import KpiReport
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import panels
from salesdesk.store.read.kpis.scope import Dimension
from salesdesk.store.read.kpis.tallying import Buckets, tally

POINTS = 12


class Headline(Plain):
    """One headline number. `change` is a fraction of what was before for money and counts, a difference for ratios
    and days; None where nothing can be said (no period before, too few records). `course`: the last 12 months, oldest
    first, None where there was nothing to measure."""

    id: str
    label: str
    value: KpiValue
    before: KpiValue | None
    change: float | None
    better: bool | None
    course: tuple[float | None, ...]


_HEADLINES = ("won_revenue", "open_pipeline", "win_rate", "sales_cycle_days", "contact_rate")


def headlines(desk: Desk, terms: Sequence[str], report: KpiReport) -> list[Headline]:
    """The headline numbers of a report of the same terms."""
    with desk.workspace.snapshot() as connection:
        return _headlines(desk, connection, question(desk, terms), report)


def _headlines(desk: Desk, connection: Connection, query: Question, report: KpiReport) -> list[Headline]:
    courses = _courses(desk, connection, query)
    before = dict(report.before)
    opened = _pipeline_before(desk, connection, query)
    if opened is not None:
        before["open_pipeline"] = opened
    return [
        Headline(
            name,
            tr(KPIS[name].name),
            report.kpis[name],
            before.get(name),
            change_of(report.kpis[name], before.get(name)),
            KPIS[name].higher_is_better,
            courses[name],
        )
        for name in _HEADLINES
    ]


def _pipeline_before(desk: Desk, connection: Connection, query: Question) -> KpiValue | None:
    """The open pipeline as it was when the period began."""
    if query.previous is None or query.period.start > query.today or query.period.start == dt.date.min:
        return None
    day = query.period.start - dt.timedelta(days=1)
    asked = question(desk, [f"as-of:{day.isoformat()}"])
    scope = replace(asked.scope, filters=query.scope.filters)
    found = tally(connection, scope, ("open",))
    return evaluate("open_pipeline", found.groups[None], Basis(scope.currency, day, query.period.start))


def change_of(now: KpiValue, before: KpiValue | None) -> float | None:
    """How much a KPI changed: a fraction of what was before for money and counts, a difference for the rest; None where
    nothing can be said."""
    # A cohort that had no time to become something says nothing yet.
    if before is None or before.value is None or now.value is None or now.parts.get("mature") is False:
        return None
    if now.unit in {"ratio", "percent-change", "days", "minutes", "months"}:
        counts = (now.denominator, before.denominator)
        if any(isinstance(count, int) and count < 5 for count in counts):
            return None
        return _number(now) - _number(before)
    return (_number(now) - _number(before)) / _number(before) if _number(before) > 0 else None


def _number(value: KpiValue) -> float:
    figure = value.value
    return float(figure.minor if isinstance(figure, Money) else figure or 0)


def _courses(desk: Desk, connection: Connection, query: Question) -> dict[str, tuple[float | None, ...]]:
    """The last 12 months of each headline, up to the one the period ends in."""
    last = min(query.today, query.scope.last - dt.timedelta(days=1))
    months = [unit_around(last, "m", desk.calendar, -back) for back in range(POINTS - 1, -1, -1)]
    spans = {span.start.isoformat()[:7]: (span.start, span.end) for span in months if span}
    start = next(iter(spans.values()))[0]
    end = next(reversed(spans.values()))[1]
    scope = replace(query.scope, start=start, end=end, dimension=Dimension("month", "month"))
    found = tally(connection, scope, ("closed", "activities"), buckets=Buckets(spans, desk.calendar.fiscal_start))
    tallies = [found.groups.get(month, Tallies()) for month in spans]
    worth = panels.worth_of_open(connection, query.scope, [min(end, query.scope.tomorrow) for _, end in spans.values()])
    closed = [group.closed for group in tallies]
    return {
        "won_revenue": tuple(float(c.revenue[scope.currency]) if c else 0.0 for c in closed),
        "open_pipeline": tuple(float(value) for value in worth),
        "win_rate": tuple(c.won / (c.won + c.lost) if c and c.won + c.lost else None for c in closed),
        "sales_cycle_days": tuple(spread.mean(c.won_days) if c else None for c in closed),
        "contact_rate": tuple(
            g.activities.connected / g.activities.made if g.activities and g.activities.made else None for g in tallies
        ),
    }
