"""Where goals stand: pace, forecast, what is needed; prorated by days off, absences and ramp."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.domain.goals import REVENUE, Presence, Standing, Workload, run_rate, workload
from salesdesk.domain.spans import earlier_spans
from salesdesk.plain import Plain
from salesdesk.services.calendar import DaysOff, days_off
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import PERIODS, QUOTA, Goal, days_of
from salesdesk.services.goals.measure import Measure, Measured
from salesdesk.store.read.presence import presence

COURSE = 12


class Progress(Plain):
    """A goal in one span. `standing` holds the numbers; `why` says why there is none."""

    goal: Goal
    first: dt.date
    last: dt.date
    standing: Standing
    work: Workload
    why: str = ""

    @property
    def now(self) -> int:
        """How much there is, 0 where there is no number."""
        return self.standing.now or 0

    @property
    def target(self) -> int:
        """What is asked of this span, after absences and ramp."""
        return self.standing.target

    @property
    def expected(self) -> float:
        """What should be there by the end of today."""
        return self.standing.expected

    @property
    def share(self) -> float:
        """How much of the way is done, 1 being all of it."""
        return self.standing.share

    @property
    def pace(self) -> float:
        """How far ahead (positive) or behind it is; 0 where there is no number."""
        return self.standing.pace or 0.0


def progress(desk: Desk, found: Sequence[Goal], *, on: dt.date | None = None, forecast: bool = False) -> list[Progress]:
    """Where these goals stand in the span that `on` (today) lies in; a `forecast` costs a look at the pipeline."""
    off = days_off(desk)
    presences = presence(desk.connection)
    measure = Measure(desk)
    measure.expect((goal, days_of(desk, goal, on)) for goal in found)
    return [_of(desk, goal, measure, off, presences, on, forecast) for goal in found]


def _of(
    desk: Desk,
    goal: Goal,
    measure: Measure,
    off: DaysOff,
    presences: dict[bytes, Presence],
    on: dt.date | None,
    forecast: bool,
) -> Progress:
    first, last = days_of(desk, goal, on)
    metric = goal.measure
    who = presences.get(goal.member_id) if goal.member_id else None
    work = workload(first, last, desk.today, off, who)
    owed = workload(first, last, desk.today, _days_off(goal, off), who) if goal.kind == QUOTA else work
    to_come = goal.kind == QUOTA and first > desk.today
    measured = Measured(None) if to_come else measure.of(goal, first, last)
    idle = metric.flow and not work.days and goal.period in PERIODS
    target = 0 if idle else owed.target(goal.target) if metric.flow else goal.target
    expected = min(owed.expected(goal.target), float(target)) if metric.flow else float(goal.target)
    coming = None
    if forecast and metric.flow and first <= desk.today and first < last:
        coming = expected_to_come(measure, goal, measured.amount, work, first, last)
    standing = Standing(
        metric,
        measured.amount,
        target,
        expected,
        goal.baseline,
        coming,
        work.left,
        first <= desk.today,
        last < desk.today,
        idle,
    )
    return Progress(goal, first, last, standing, work, measured.why)


def _days_off(goal: Goal, off: DaysOff) -> "DaysOff | tuple[()]":
    """Public holidays are in every year's quota; it asks less for absences alone, as the KPI counts it."""
    return () if goal.kind == QUOTA else off


def expected_to_come(
    measure: Measure, goal: Goal, now: int | None, work: Workload, first: dt.date, last: dt.date
) -> float | None:
    """What the span will come to: revenue by the weighted forecast of the KPIs, the rest as it went so far."""
    if goal.metric != REVENUE or last < measure.desk.today:
        return run_rate(now, work.gone, work.owed)
    return measure.forecast(goal, first, last)


def course(desk: Desk, goal: Goal, *, on: dt.date | None = None) -> list[tuple[dt.date, int | None]]:
    """What the metric was in the spans before and in this one, oldest first, each with its first day: 12 in all."""
    first, last = days_of(desk, goal, on)
    spans = [*earlier_spans(first, last, COURSE - 1, before=first), (first, last)]
    return Measure(desk).course(goal, spans)


def cumulative(desk: Desk, goal: Goal, *, on: dt.date | None = None) -> list[tuple[dt.date, int | None, float]]:
    """Up to 16 days of the span: by each, how much there was by its end (None in the future) and what was expected."""
    first, last = days_of(desk, goal, on)
    off, presences, measure = _days_off(goal, days_off(desk)), presence(desk.connection), Measure(desk)
    mine = presences.get(goal.member_id) if goal.member_id else None
    steps = min(16, (last - first).days + 1)
    days = sorted({first + dt.timedelta(days=round((last - first).days * n / max(1, steps - 1))) for n in range(steps)})
    made: list[tuple[dt.date, int | None, float]] = []
    for day in days:
        amount = measure.of(goal, first, day).amount if day <= desk.today else None
        made.append((day, amount, workload(first, last, day, off, mine).expected(goal.target)))
    return made
