"""Plain goals: so many calls, talks, meetings, so much revenue in a day, a week, a month, a quarter; target and pace."""

import datetime as dt
from dataclasses import dataclass

from salesdesk.domain.dates import unit_around, working_days
from salesdesk.domain.money import Money, parse_money
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services.desk import Desk
from salesdesk.store.connection import Connection
from salesdesk.store.read import efforts

PERIODS = {"day": "d", "week": "w", "month": "m", "quarter": "q"}
REVENUE, LEADS, DEALS = "revenue", "leads", "deals"
METRICS = (*efforts.ACTIVITY_METRICS, LEADS, DEALS, REVENUE)
_LABELS = {metric: metric.capitalize() for metric in METRICS}


@dataclass(frozen=True, slots=True)
class Goal:
    """So much of a metric in each period: for a member, or for everyone together when `member_id` is None.

    `target` is a count, for revenue minor units of `currency`."""

    id: bytes
    code: str
    member_id: bytes | None
    member: str
    metric: str
    period: str
    target: int
    currency: str

    @property
    def label(self) -> str:
        """`Calls`."""
        return _LABELS.get(self.metric, self.metric)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a goal stands: `now` of its target, and `expected` by the end of today when all working days count alike."""

    goal: Goal
    now: int
    expected: float

    @property
    def share(self) -> float:
        """How much of the target is reached, 1 being all of it."""
        return self.now / self.goal.target

    @property
    def pace(self) -> float:
        """How far ahead (positive) or behind it is."""
        return self.now - self.expected


def goals(connection: Connection, *, member: bytes | None = None, everyone: bool = False) -> list[Goal]:
    """The goals of a member and those of everyone together; `everyone` gives all there are."""
    whose, params = ("", ()) if everyone else (" AND (g.member_id IS NULL OR g.member_id = ?)", (member,))
    rows = connection.rows(
        "SELECT g.id, g.code, g.member_id, COALESCE(m.name, ''), g.metric, g.period, g.target, g.currency"
        f" FROM goal g LEFT JOIN member m ON m.id = g.member_id WHERE g.deleted_op IS NULL{whose}",
        params,
    )
    found = [Goal(*row) for row in rows]
    periods = list(PERIODS)
    return sorted(found, key=lambda g: (g.member, periods.index(g.period), METRICS.index(g.metric), g.code))


def progress(desk: Desk, found: list[Goal]) -> list[Progress]:
    """Where these goals stand today; each span of days is read once for each member."""
    counted: dict[tuple[bytes | None, dt.date, dt.date], dict[str, int]] = {}
    result = []
    for goal in found:
        first, last = days_of(desk, goal.period)
        key = (goal.member_id, first, last)
        if goal.metric in efforts.ACTIVITY_METRICS:
            if key not in counted:
                counted[key] = efforts.activity_counts(desk.connection, *key)
            now = counted[key][goal.metric]
        elif goal.metric == LEADS:
            now = efforts.leads_arrived(desk.connection, *key)
        else:
            now = _sold(desk, goal, first, last)
        whole = working_days(first, last + dt.timedelta(days=1))
        gone = working_days(first, desk.today + dt.timedelta(days=1))
        result.append(Progress(goal, now, goal.target * (min(gone / whole, 1.0) if whole else 1.0)))
    return result


def days_of(desk: Desk, period: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of the present period of that name."""
    span = unit_around(desk.today, PERIODS[period], desk.calendar) if period != "day" else None
    return (span.start, span.end - dt.timedelta(days=1)) if span else (desk.today, desk.today)


def _sold(desk: Desk, goal: Goal, first: dt.date, last: dt.date) -> int:
    """Deals won, or what they were worth: the figures of the KPIs, so that both say the same."""
    from salesdesk.services import measuring

    terms = [f"period:{first.isoformat()}..{last.isoformat()}"]
    if goal.member:
        terms.append(f'owner:"{goal.member}"')
    won = measuring.show(desk, terms, only=("won_revenue",), compare=False).kpis["won_revenue"]
    if goal.metric == REVENUE:
        return won.value.minor if isinstance(won.value, Money) else 0
    return won.count or 0


def set_goal(desk: Desk, metric: str, target: str, period: str, member: str) -> str:
    """So much of a metric in each period; a goal that is there already gets the new target. A sentence.

    `member` is a name, `me`, or `team` for everyone together. InvalidError names what does not fit.
    """
    metric, period = fold(clean(metric)), fold(clean(period)).removeprefix("a ").removeprefix("per ")
    if metric not in METRICS:
        near = [m for m in METRICS if m.startswith(metric) or metric.rstrip("s") == m.rstrip("s")]
        if len(near) != 1:
            raise InvalidError(f"'{metric}' cannot be a goal.", hint=f"There are: {', '.join(METRICS)}.")
        metric = near[0]
    if period not in PERIODS:
        raise InvalidError(f"'{period}' is not a period.", hint=f"There are: {', '.join(PERIODS)}.")
    amount, currency = _target(desk, metric, clean(target))
    who = None if fold(clean(member)) in {"team", "all", "everyone"} else desk.member(member)
    owner = who.id if who else None
    said = str(Money(amount, currency)) if currency else f"{amount:,} {metric}"
    sentence = f"Goal of {who.name if who else 'the team'}: {said} a {period}"
    same = [
        g for g in goals(desk.connection, everyone=True) if (g.member_id, g.metric, g.period) == (owner, metric, period)
    ]
    with desk.operation(sentence) as unit:
        if same:
            unit.update("goal", same[0].id, {"target": amount, "currency": currency})
        else:
            values = {"member_id": owner, "metric": metric, "period": period, "target": amount, "currency": currency}
            unit.insert("goal", {**values, "starts_on": desk.today})
    return sentence


def _target(desk: Desk, metric: str, text: str) -> tuple[int, str]:
    if metric == REVENUE:
        money = parse_money(text, desk.currency)
        amount, currency = money.minor, money.currency
        if currency != desk.currency:
            raise InvalidError(f"Revenue is counted in {desk.currency}.", hint=f"Give the target in {desk.currency}.")
    else:
        digits = text.replace(",", "").replace(" ", "")
        if not digits.isdigit():
            raise InvalidError(f"'{text}' is not a number of {metric}.", hint="Give a whole number, such as 40.")
        amount, currency = int(digits), ""
    if amount <= 0:
        raise InvalidError("A goal of nothing is none.", hint="Give a number above 0, or delete the goal.")
    return amount, currency


def read_goal(text: str) -> tuple[str, str, str]:
    """`calls 40 a day`, `revenue 20k month` as metric, target, period; InvalidError shows how it is written."""
    words = [w for w in clean(text).split() if fold(w) not in {"a", "per", "in", "each"}]
    period = words.pop() if len(words) > 2 and fold(words[-1]) in PERIODS else "day"
    if len(words) < 2:
        raise InvalidError("A goal is a metric, a number and a period.", hint="For example: calls 40 a day.")
    if words[0][:1].isdigit():
        words = [*words[1:], words[0]]
    return words[0], " ".join(words[1:]), period


def delete_goal(desk: Desk, goal: Goal) -> str:
    """Put a goal in the bin."""
    sentence = f"Goal of {goal.member or 'the team'} dropped: {goal.metric} a {goal.period}"
    with desk.operation(sentence) as unit:
        unit.delete("goal", goal.id)
    return sentence


def find_goal(desk: Desk, words: str) -> Goal:
    """The goal of that code, or of that metric and period when only one fits."""
    asked = fold(clean(words)).removeprefix("g-")
    every = goals(desk.connection, everyone=True)
    found = [g for g in every if g.code.lower() == asked] or [
        g for g in every if asked in {g.metric, f"{g.metric} {g.period}"} and g.member_id in {None, desk.actor}
    ]
    if len(found) != 1:
        names = ", ".join(f"G-{g.code} ({g.metric} a {g.period}, {g.member or 'team'})" for g in found or every)
        raise NotFoundError(
            f"{'No goal is' if not found else 'Several goals are'} '{words}'.",
            hint=f"There are: {names or 'none yet'}.",
        )
    return found[0]
