"""The quotas of a year with where they stand, and what a quota would be beside the time before."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from salesdesk.domain.dates import unit_around, working_days
from salesdesk.domain.money import format_money
from salesdesk.domain.spans import earlier_spans, span_label
from salesdesk.i18n import plural, tr
from salesdesk.plain import Plain
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import Goal, Scope
from salesdesk.services.goals.measure import Measure
from salesdesk.services.goals.quotas import blank, quotas, same_days
from salesdesk.services.goals.tracking import Progress, progress

_ONE_DAY = dt.timedelta(days=1)
Span = tuple[dt.date, dt.date]


class QuotaSpan(Plain):
    """The quotas of the same days: those of everyone and of teams before those of members. `now` is what the highest
    of these levels won of its quotas (`of`), in minor units; None while nothing can be won yet."""

    first: dt.date
    last: dt.date
    rows: list[Progress]
    now: int | None
    of: int


class QuotaYear(Plain):
    """The quotas that begin in a fiscal year; of the present one (`year` is None) all that are not over before it, also
    those to come. `earlier` and `later` are the years next to it that have some, None where there are none."""

    year: dt.date | None
    spans: list[QuotaSpan]
    earlier: dt.date | None
    later: dt.date | None
    count: int


def quota_year(desk: Desk, year: dt.date | None = None) -> QuotaYear:
    """The quotas of a year, by their days: those that run, those to come, then those that are over, latest first."""
    every = quotas(desk)
    present = year_of(desk, desk.today)
    if year is not None and year >= present:
        year = None
    if year is None:
        chosen = [q for q in every if q.ends_on and q.ends_on >= present]
    else:
        chosen = [q for q in every if q.starts_on and year_of(desk, q.starts_on) == year]
    years = sorted({year_of(desk, q.starts_on) for q in every if q.starts_on} - {present})
    shown = year or present
    earlier = [one for one in years if one < shown]
    later = [one for one in years if shown < one < present]
    told = progress(desk, chosen, forecast=True)
    return QuotaYear(
        year,
        _spans(desk, told),
        earlier[-1] if earlier else None,
        later[0] if later else None,
        len(every),
    )


def year_of(desk: Desk, day: dt.date) -> dt.date:
    """The first day of the fiscal year of a day."""
    span = unit_around(day, "y", desk.calendar)
    return span.start if span else day


def _spans(desk: Desk, told: Sequence[Progress]) -> list[QuotaSpan]:
    groups: dict[Span, list[Progress]] = {}
    for one in told:
        groups.setdefault((one.first, one.last), []).append(one)

    def place(span: Span) -> tuple[int, int]:
        first, last = span
        if first <= desk.today <= last:
            return 0, last.toordinal()
        return (1, first.toordinal()) if first > desk.today else (2, -first.toordinal())

    return [_span(groups[span]) for span in sorted(groups, key=lambda span: (place(span), span))]


def _span(rows: Sequence[Progress]) -> QuotaSpan:
    placed = sorted(rows, key=lambda r: (_level(r.goal), r.goal.whose.casefold(), r.goal.id))
    # A team's quota is its own number, not the sum of those of its members (kpis.md 3.2).
    top = [r for r in placed if _level(r.goal) == _level(placed[0].goal)]
    begun = top[0].standing.begun
    now = sum(r.now for r in top) if begun else None
    return QuotaSpan(placed[0].first, placed[0].last, placed, now, sum(r.target for r in top))


def _level(quota: Goal) -> int:
    return 2 if quota.member_id else 1 if quota.team_id else 0


def say_sum(amounts: Iterable[tuple[int, str]]) -> str:
    """Amounts in minor units and their currencies added up: `€900k`, or `€900k and $40k`."""
    sums: Counter[str] = Counter()
    for minor, currency in amounts:
        sums[currency] += minor
    return tr(" and ").join(format_money(minor, currency, short=True) for currency, minor in sums.items())


def say_days(span: Span) -> str:
    """`Q1 2027: 1 Jan to 31 Mar 2027, 64 working days`."""
    first, last = span
    begins, ends = span_label(first, first, dated=first.year != last.year), span_label(last, last, dated=True)
    written, label = tr("{first} to {last}", first=begins, last=ends), span_label(first, last, dated=True)
    named = label if label == written else f"{label}: {written}"
    return f"{named}, {plural(working_days(first, last + _ONE_DAY), tr('working day'), tr('working days'))}"


def say_before(desk: Desk, scope: Scope, span: Span) -> str:
    """What somebody won of their quota in the span just before: `before: €98k won of €109k`; empty in the first one."""
    spans = earlier_spans(*span, 1, before=span[0])
    if not spans or spans[0][0] > desk.today:
        return ""
    there = same_days(desk, scope, spans[0])
    won = Measure(desk).of(there or blank(desk, scope, spans[0]), *spans[0]).amount
    if won is None or (not won and there is None):
        return ""
    said = format_money(won, desk.currency, short=True)
    when = span_label(*spans[0], dated=True)
    if there is None:
        return tr("{when}: {won} won, no quota", when=when, won=said)
    quota = format_money(there.target, there.currency, short=True)
    return tr("{when}: {won} won of {quota}", when=when, won=said, quota=quota)
