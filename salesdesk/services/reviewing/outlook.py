"""What the period will bring: won, commit, best case, weighted, against the target, and what was said before."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from salesdesk import clock
from salesdesk.domain.dates import short_month, unit_around
from salesdesk.domain.kpis.saying import figure, origin
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money, parse_money
from salesdesk.domain.periods import parse_period, previous
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.plain import replace
from salesdesk.services import goals, measuring
from salesdesk.services.desk import Desk
from salesdesk.services.reviewing.changes import whole_day
from salesdesk.store.connection import Connection
from salesdesk.store.read import pipeline, reviews
from salesdesk.store.read.kpis.dimensions import quarter_of
from salesdesk.store.read.reviews import ForecastRow

# The periods a forecast can be held against.
_SPANS = ("quarter", "month", "span")
_KPI = "forecast_accuracy"


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be sold from the first to the last day, both included; without an amount nobody set one."""

    first: dt.date
    last: dt.date
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast of a period. `commit` and `best` hold what is won too; `without_value` deals add nothing to them.

    `submitted` is the newest submission for the period, `gap` what the commit lacks to the target (below 0: beyond it);
    `accuracy` is how near the last submission for the period before (`earlier`) came, without a value where there was none.
    """

    target: Target
    period: str
    won: Money
    commit: Money
    best: Money
    weighted: Money
    overdue: int
    overdue_value: Money
    without_value: int
    submitted: ForecastRow | None
    earlier: str
    accuracy: KpiValue

    @property
    def gap(self) -> Money | None:
        """Target less commit; None without a target."""
        amount = self.target.amount
        return None if amount is None else Money(amount.minor - self.commit.minor, amount.currency)

    def as_json(self) -> dict[str, Any]:
        """The outlook as JSON has it."""
        said = self.submitted
        return {
            "period": {"from": self.target.first.isoformat(), "to": self.target.last.isoformat()},
            "target": self.target.amount,
            "won": self.won,
            "commit": self.commit,
            "best_case": self.best,
            "weighted": self.weighted,
            "gap": self.gap,
            "overdue": {"count": self.overdue, "value": self.overdue_value},
            "without_value": self.without_value,
            "submitted": None if said is None else submission_json(said),
            "accuracy_before": None if self.accuracy.value is None else self.accuracy.as_json(),
        }


def submission_json(said: ForecastRow) -> dict[str, Any]:
    """A submission as JSON has it."""
    return {
        "period": {"from": said.starts_on.isoformat(), "to": said.ends_on.isoformat()},
        "commit": Money(said.commit_minor, said.currency),
        "best_case": None if said.best_minor is None else Money(said.best_minor, said.currency),
        "note": said.note or None,
        "at": said.at,
        "by": said.by or None,
    }


def target_of(desk: Desk, member: bytes | None) -> Target:
    """The revenue to reach: the quota that today lies in, else the goal; the quarter before the month before a span
    of its own. Without one this quarter, without an amount. The one place where reviews ask for goals.
    """
    own = [
        g
        for g in goals.goals(desk.connection, everyone=True, kind=None)
        if (g.member_id, g.team_id, g.metric, g.query) == (member, None, goals.REVENUE, "") and g.period in _SPANS
    ]
    found = [p for p in goals.progress(desk, own) if p.first <= desk.today <= p.last and p.target > 0]
    if found:
        best = min(found, key=lambda p: (p.goal.kind != "quota", _SPANS.index(p.goal.period), p.last))
        return Target(best.first, best.last, Money(best.target, best.goal.currency or desk.currency))
    quarter = unit_around(desk.today, "q", desk.calendar)
    assert quarter is not None
    return Target(quarter.start, quarter.end - dt.timedelta(days=1))


def outlook(desk: Desk, connection: Connection, member: bytes | None) -> Outlook:
    """The forecast of the period the target is of, for a member or for everyone together."""
    target = target_of(desk, member)
    # By reference: two people may have one name, and a name may hold what a filter takes for its own.
    whose = [f"owner:M-{m.code}" for m in desk.members(active_only=False) if m.id == member]
    terms = [f"period:{target.first.isoformat()}..{target.last.isoformat()}", *whose]
    kpis = measuring.show(desk, terms, only=("won_revenue", "weighted_forecast"), compare=False).kpis
    won, weighted = (
        found.value if isinstance(found.value, Money) else Money(0, desk.currency)
        for found in (kpis["won_revenue"], kpis["weighted_forecast"])
    )
    sums = pipeline.expected(connection, member, desk.today, target.last, desk.currency)
    commit = won.minor + sums.get("commit", (0, 0, 0))[1]
    best = commit + sums.get("best", (0, 0, 0))[1]
    overdue = sums.get("overdue", (0, 0, 0))
    said = [f for f in reviews.forecasts(connection, member) if (f.starts_on, f.ends_on) == (target.first, target.last)]
    return Outlook(
        target,
        _called(desk, target),
        won,
        Money(commit, desk.currency),
        Money(best, desk.currency),
        weighted,
        overdue[0],
        Money(overdue[1], desk.currency),
        sum(sums.get(kind, (0, 0, 0))[2] for kind in ("commit", "best", "pipeline")),
        said[0] if said else None,
        *_accuracy(desk, target, whose),
    )


def _accuracy(desk: Desk, target: Target, whose: list[str]) -> tuple[str, KpiValue]:
    """The period before that of the target, and how near its forecast came."""
    span = parse_period(f"{target.first.isoformat()}..{target.last.isoformat()}", desk.today, desk.calendar)
    before = previous(replace(span, partial=False), desk.calendar)
    assert before is not None
    earlier = Target(before.start, before.end - dt.timedelta(days=1))
    terms = [f"period:{earlier.first.isoformat()}..{earlier.last.isoformat()}", *whose]
    return _called(desk, earlier), measuring.show(desk, terms, only=(_KPI,), compare=False).kpis[_KPI]


def accuracy_words(out: Outlook) -> str:
    """`Forecast of 2026-Q3: 93 % accurate, €465,000 submitted, €435,000 won`; '' where there was none."""
    if out.accuracy.value is None:
        return ""
    near, came = figure(out.accuracy), origin(out.accuracy)
    return tr("Forecast of {period}: {near} accurate, {came}", period=out.earlier, near=near, came=came)


def _called(desk: Desk, target: Target) -> str:
    """`2026-Q4`, `Nov 2026`, `15 Nov 2026 to 31 Jan 2027`."""
    span = unit_around(target.first, "q", desk.calendar)
    month = unit_around(target.first, "m", desk.calendar)
    end = target.last + dt.timedelta(days=1)
    if span is not None and (target.first, end) == (span.start, span.end):
        return quarter_of(target.first.isoformat()[:7], desk.calendar.fiscal_start)
    if month is not None and (target.first, end) == (month.start, month.end):
        return f"{short_month(target.first)} {target.first.year}"
    return tr("{first} to {last}", first=whole_day(target.first), last=whole_day(target.last))


def read_submission(desk: Desk, text: str) -> tuple[Money, Money | None, str]:
    """`120k 150k with the two renewals` as commit, best case and note; InvalidError shows how it is written."""
    words = clean(text).split()
    amounts: list[Money] = []
    for word in words[:2]:
        try:
            amounts.append(parse_money(word, desk.currency))
        except InvalidError:
            break
    if not amounts:
        raise InvalidError(
            tr("A forecast begins with what is committed."), hint=tr("For example: 120k 150k with both renewals.")
        )
    best = amounts[1] if len(amounts) > 1 else None
    _must_fit(desk, amounts[0], best)
    return amounts[0], best, " ".join(words[len(amounts) :])


def _must_fit(desk: Desk, commit: Money, best: Money | None) -> None:
    for money in (commit, best):
        if money is not None and money.currency != desk.currency:
            raise InvalidError(
                tr("A forecast is in {currency}, not {other}.", currency=desk.currency, other=money.currency),
                hint=tr("Give it in {currency}.", currency=desk.currency),
            )
        if money is not None and money.minor < 0:
            raise InvalidError(tr("A forecast is not below 0."), hint=tr("Give 0 when nothing is to come."))
    if best is not None and best.minor < commit.minor:
        raise InvalidError(
            tr("The best case {best} is below the commit {commit}.", best=best, commit=commit),
            hint=tr("The best case holds what is committed and more."),
        )


def submit(desk: Desk, member: bytes | None, commit: Money, best: Money | None = None, note: str = "") -> str:
    """Say what the period of the target will bring; earlier submissions stay. A sentence."""
    _must_fit(desk, commit, best)
    target = target_of(desk, member)
    who = next((m.name for m in desk.members(active_only=False) if m.id == member), tr("the team"))
    more = tr(", best case {best}", best=best) if best is not None else ""
    sentence = tr("Forecast of {who}: commit {commit}{more}", who=who, commit=commit, more=more)
    values = {
        "member_id": member,
        "starts_on": target.first,
        "ends_on": target.last,
        "commit_minor": commit.minor,
        "best_minor": best.minor if best is not None else None,
        "currency": commit.currency,
        "note": clean(note),
        "at": clock.now(),
    }
    with desk.operation(sentence) as unit:
        unit.insert("forecast", values)
    return sentence
