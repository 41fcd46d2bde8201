"""Goals as they are kept: read, set, changed, put into a tree, dropped."""

import datetime as dt
from collections.abc import Mapping

from salesdesk.domain.dates import parse_day, unit_around
from salesdesk.domain.goals import PLAIN_METRICS, Metric, metric_named
from salesdesk.domain.periods import parse_period
from salesdesk.domain.text import clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.hints import Any
from salesdesk.i18n import tr
from salesdesk.plain import Plain, replace
from salesdesk.services.desk import Desk
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import with_days

PERIODS = {"day": "d", "week": "w", "month": "m", "quarter": "q", "year": "y"}
SPAN = "span"
GOAL, QUOTA = "goal", "quota"
_EVERYONE = {"team", "all", "everyone", "company"}

_SQL = (
    "SELECT g.id, g.code, g.member_id, COALESCE(m.name, ''), g.team_id, COALESCE(t.name, ''), g.kind, g.name, g.metric,"
    " g.query, g.period, g.target, g.currency, g.baseline, g.baseline_from, g.baseline_to, g.parent_id, g.reason,"
    " g.starts_on, g.ends_on FROM goal g LEFT JOIN member m ON m.id = g.member_id LEFT JOIN team t ON t.id = g.team_id"
    " WHERE g.deleted_op IS NULL"
)


# Where the days stand among the columns.
_DAYS = (14, 15, 18, 19)


class Goal(Plain):
    """A target, for a member, a team, or everyone together. See `store.tables.managing.Goal` for what is stored."""

    id: bytes
    code: str
    member_id: bytes | None
    member: str
    team_id: bytes | None
    team: str
    kind: str
    name: str
    metric: str
    query: str
    period: str
    target: int
    currency: str
    baseline: int | None = None
    baseline_from: dt.date | None = None
    baseline_to: dt.date | None = None
    parent_id: bytes | None = None
    reason: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None

    @property
    def measure(self) -> Metric:
        """What it counts."""
        return metric_named(self.metric)

    @property
    def label(self) -> str:
        """Its name, else what it counts."""
        return self.name or self.measure.name

    @property
    def ref(self) -> str:
        """`G-4F7H2KQ`."""
        return f"G-{self.code}"

    @property
    def whose(self) -> str:
        """`Maya Kessler`, a team, or everyone."""
        return self.member or self.team or tr("everyone")


def goals(
    connection: Connection, *, member: bytes | None = None, everyone: bool = False, kind: str | None = GOAL
) -> list[Goal]:
    """The goals of a member, of their team and of everyone together; `everyone` gives all there are."""
    whose: str = ""
    params: tuple[bytes | None, ...] = ()
    if not everyone:
        whose = (
            " AND (g.member_id = ? OR g.member_id IS NULL AND (g.team_id IS NULL"
            " OR g.team_id = (SELECT team_id FROM member WHERE id = ?)))"
        )
        params = (member, member)
    of_kind, kinds = ("", ()) if kind is None else (" AND g.kind = ?", (kind,))
    found = [Goal(*with_days(row, *_DAYS)) for row in connection.rows(f"{_SQL}{whose}{of_kind}", (*params, *kinds))]
    periods = [*PERIODS, SPAN]
    order = {metric: place for place, metric in enumerate(PLAIN_METRICS)}

    def place(goal: Goal) -> tuple[object, ...]:
        first = goal.starts_on if goal.period == SPAN else None
        metric = order.get(goal.metric, len(order))
        return goal.kind, periods.index(goal.period), goal.team, goal.member, first or dt.date.min, metric, goal.id

    return sorted(found, key=place)


def days_of(desk: Desk, goal: Goal, on: dt.date | None = None) -> tuple[dt.date, dt.date]:
    """The first and the last day of the span of a goal that `on` (today) lies in; of a goal with an end, its own."""
    if goal.period == SPAN and goal.starts_on and goal.ends_on:
        return goal.starts_on, goal.ends_on
    day = on or desk.today
    if goal.period == "day":
        return day, day
    span = unit_around(day, PERIODS[goal.period], desk.calendar)
    return (span.start, span.end - dt.timedelta(days=1)) if span else (day, day)


class Scope(Plain):
    """Whose goal: a member's, a team's, or everyone's when there is neither."""

    member_id: bytes | None = None
    team_id: bytes | None = None
    name: str = ""


def scope_of(desk: Desk, words: str) -> Scope:
    """`me`, a member, a team, or `team` for everyone together; NotFoundError names who there is."""
    asked = fold(clean(words))
    if asked in _EVERYONE:
        return Scope(name=tr("everyone"))
    rows = desk.connection.rows("SELECT id, name FROM team WHERE deleted_op IS NULL AND name_key = ?", (asked,))
    if len(rows) == 1:
        return Scope(team_id=rows[0][0], name=rows[0][1])
    try:
        found = desk.member(words)
    except NotFoundError as error:
        teams = desk.connection.rows("SELECT name FROM team WHERE deleted_op IS NULL ORDER BY name_key")
        names = ", ".join(name for (name,) in teams)
        hint = f"{error.hint} {tr('Teams: {names}.', names=names)}" if names else error.hint
        raise NotFoundError(tr("No member or team is called '{words}'.", words=words), hint=hint) from None
    return Scope(member_id=found.id, name=found.name)


def read_span(desk: Desk, start: str, end: str, *, what: str = "goal") -> tuple[dt.date, dt.date]:
    """First and last day of a goal or quota (`what`): two days, or one period (`2026-Q4`, `31 may to 30 aug`) as the
    start. InvalidError where there is no beginning or no end."""
    if not end.strip():
        written = start.strip().lower()
        # For a report `2026-07..` and `ytd` end today; nobody means that of a target.
        endless = not written or written.endswith("..") or written in {"mtd", "ytd", "all"}
        period = None if endless else parse_period(start, desk.today, desk.calendar)
        if period is None or period.unit == "d" or period.end == dt.date.max:
            raise InvalidError(
                tr("A {what} needs an end.", what=tr(what)),
                hint=tr("Give the last day behind the first one, or a period such as 2026-12, 2026-Q4 or 2027."),
            )
        if period.start == dt.date.min:
            raise InvalidError(
                tr("A {what} needs a first day.", what=tr(what)),
                hint=tr("Write it in front, such as 2026-07-01..2026-09-30."),
            )
        return period.start, period.end - dt.timedelta(days=1)
    days = [parse_day(text, desk.today, desk.calendar) for text in (start or "today", end)]
    for text, day in zip((start, end), days, strict=True):
        if day is None:
            raise InvalidError(tr("'{text}' is not a day.", text=text), hint=tr("Write it like 2026-12-31."))
    first, last = days
    assert first is not None
    assert last is not None
    if last < first:
        raise InvalidError(
            tr("The {what} ends before it begins: {last} is before {first}.", what=tr(what), first=first, last=last),
            hint=tr("Write the first day first, then the last one."),
        )
    return first, last


def find_goal(desk: Desk, words: str, *, kind: str | None = None) -> Goal:
    """The goal of that reference, or of that name or metric when only one fits; NotFoundError lists what there is."""
    asked = fold(clean(words))
    every = goals(desk.connection, everyone=True, kind=kind)
    of_code = [g for g in every if g.code.lower() == asked.removeprefix("g-")]
    mine = [g for g in every if g.member_id in {None, desk.actor}]
    named = [
        g for g in mine if g.kind == (kind or GOAL) and asked in {fold(g.label), g.metric, f"{g.metric} {g.period}"}
    ]
    found = of_code or named
    names = [f"{g.ref} ({g.label}, {g.whose})" for g in found or every]
    if not found:
        there = tr("There are: {names}.", names=", ".join(names[:12]) or tr("none yet"))
        raise NotFoundError(tr("No goal is '{words}'.", words=words), hint=there)
    if len(found) > 1:
        raise AmbiguousError(tr("Several goals are '{words}'.", words=words), names, hint=tr("Give the reference."))
    return found[0]


def descendants(every: list[Goal], goal: Goal) -> set[bytes]:
    """The goals that serve this one, directly or not, and itself."""
    found = {goal.id}
    while more := {g.id for g in every if g.parent_id in found} - found:
        found |= more
    return found


def tree(every: list[Goal]) -> list[tuple[int, Goal]]:
    """Goals below the goals they serve, each with its depth; one whose goal is gone stands at the top."""
    there = {g.id for g in every}
    made: list[tuple[int, Goal]] = []

    def add(goal: Goal, depth: int) -> None:
        made.append((depth, goal))
        for child in every:
            if child.parent_id == goal.id:
                add(child, depth + 1)

    for goal in every:
        if goal.parent_id not in there:
            add(goal, 0)
    return made


def insert(desk: Desk, goal: Goal) -> str:
    """Keep a new goal as one operation; a sentence."""
    sentence = describe(goal)
    with desk.operation(sentence) as unit:
        unit.insert("goal", values_of(goal))
    return sentence


def change(desk: Desk, goal: Goal, changes: Mapping[str, Any], *, after: Goal | None = None) -> str:
    """Change a goal as one operation; a sentence with what it is `after` that."""
    sentence = describe(after or replace(goal, **dict(changes)))
    with desk.operation(sentence) as unit:
        unit.update("goal", goal.id, dict(changes))
    return sentence


def delete_goal(desk: Desk, goal: Goal) -> str:
    """Put a goal in the bin; what served it stays, at the top."""
    sentence = tr("{kind} of {whose} dropped: {label}", kind=goal.kind.capitalize(), whose=goal.whose, label=goal.label)
    with desk.operation(sentence) as unit:
        unit.delete("goal", goal.id)
    return sentence


def values_of(goal: Goal) -> dict[str, Any]:
    """The columns of a goal that are written."""
    names = (
        "member_id team_id kind name metric query period target currency baseline baseline_from baseline_to parent_id"
        " reason starts_on ends_on"
    )
    return {name: getattr(goal, name) for name in names.split()}


def describe(goal: Goal) -> str:
    """`Goal of Maya Kessler: 40 calls a day`."""
    from salesdesk.domain.goals import say_count

    metric = goal.measure
    what = say_count(goal.target, metric, goal.currency)
    if not metric.flow:
        what = tr("{name} {amount}", name=metric.name.lower(), amount=what)
    if goal.period == SPAN:
        what = tr("{what} from {first} to {last}", what=what, first=goal.starts_on, last=goal.ends_on)
    else:
        what = tr("{what} a {period}", what=what, period=goal.period)
    kind = tr("Quota") if goal.kind == QUOTA else tr("Goal")
    return tr("{kind} of {whose}: {what}", kind=kind, whose=goal.whose, what=what)
