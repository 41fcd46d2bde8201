"""Setting goals: a plain one in a line, a SMART one with its five parts, changes of either."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from salesdesk.domain.dates import parse_day
from salesdesk.domain.goals import best, metric_named, read_target, say_amount, workload
from salesdesk.domain.money import to_major
from salesdesk.domain.periods import parse_period
from salesdesk.domain.spans import earlier_spans
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.calendar import days_off
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import (
    GOAL,
    PERIODS,
    QUOTA,
    SPAN,
    Goal,
    change,
    days_of,
    descendants,
    describe,
    find_goal,
    goals,
    insert,
    read_span,
    scope_of,
    values_of,
)
from salesdesk.services.goals.measure import Measure, check_filter
from salesdesk.store.read.presence import presence

FIELDS = ("metric", "target", "each", "from", "to", "for", "filter", "serves", "because", "name", "baseline")
PAST = 8


@dataclass(frozen=True, slots=True)
class Draft:
    """A goal as it is being set, with what makes it SMART: its baseline, the past spans beside it, what is needed."""

    goal: Goal
    first: dt.date
    last: dt.date
    past: tuple[tuple[dt.date, int | None], ...]
    best: int | None
    work_days: int

    @property
    def needed_per_day(self) -> float | None:
        """What each working day of the span has to bring; None for what is a state."""
        return self.goal.target / self.work_days if self.goal.measure.flow and self.work_days else None

    @property
    def against_best(self) -> float | None:
        """The target as a share of the best past span (of the same length); None without one."""
        return self.goal.target / self.best if self.best else None


def set_goal(desk: Desk, metric: str, target: str, period: str, member: str) -> str:
    """So much of a metric in each period; a goal that is there already gets the new target. A sentence.

    `member` is a name, `me`, a team, or `team` for everyone together. InvalidError names what does not fit.
    """
    draft = read(desk, {"metric": metric, "target": target, "each": period, "for": member})
    goal = draft.goal
    same = [
        g
        for g in goals(desk.connection, everyone=True)
        if (g.member_id, g.team_id, g.metric, g.period, g.query)
        == (goal.member_id, goal.team_id, goal.metric, goal.period, "")
    ]
    if same:
        names = ("target", "currency", "baseline", "baseline_from", "baseline_to")
        return change(desk, same[0], {name: getattr(goal, name) for name in names})
    return insert(desk, replace(goal, starts_on=desk.today))


def read(desk: Desk, fields: Mapping[str, str], present: Goal | None = None) -> Draft:
    """A goal from what was written in its fields (`FIELDS`), over `present` when it is being changed.

    `each` is a period the target is for again and again; `from` and `to` a span it is for once. The baseline is frozen
    from `baseline` (a period), else from the span of the same length before. Raises InvalidError, NotFoundError.
    """
    said = {name: clean(text) for name, text in fields.items()}
    metric = metric_named(said["metric"]) if said.get("metric") else present.measure if present else None
    if metric is None:
        raise InvalidError(tr("A goal needs something to count."), hint=tr("For example: calls 40 a day."))
    goal = present or Goal(b"", "", None, "", None, "", GOAL, "", metric.id, "", "day", 0, "")
    mine = "" if present else "me" if desk.actor is not None else "team"
    whose = said.get("for") or mine
    scope = scope_of(desk, whose) if whose else None
    if scope:
        goal = replace(
            goal,
            member_id=scope.member_id,
            team_id=scope.team_id,
            member=scope.name if scope.member_id else "",
            team=scope.name if scope.team_id else "",
        )
    goal = replace(
        goal,
        metric=metric.id,
        currency=desk.currency if metric.unit == "money" else "",
        name=said.get("name", goal.name),
        query=said.get("filter", goal.query),
        reason=said.get("because", goal.reason),
    )
    goal = _spanned(desk, goal, said)
    goal = _serving(desk, goal, said)
    first, last = days_of(desk, goal)
    check_filter(desk, goal, first, last)
    return _with_target(desk, goal, said, first, last, present)


def _spanned(desk: Desk, goal: Goal, said: Mapping[str, str]) -> Goal:
    each = fold(said.get("each", "")).removeprefix("a ").removeprefix("per ").removeprefix("each ")
    if said.get("from") or said.get("to"):
        first, last = read_span(desk, *_ends(desk, goal, said))
        return replace(goal, period=SPAN, starts_on=first, ends_on=last)
    if not each:
        return goal
    if each not in PERIODS:
        raise InvalidError(
            tr("'{period}' is not a period.", period=each), hint=tr("There are: {names}.", names=", ".join(PERIODS))
        )
    return replace(goal, period=each, starts_on=None, ends_on=None)


def _ends(desk: Desk, goal: Goal, said: Mapping[str, str]) -> tuple[str, str]:
    """Both ends as they were written; one that was not is that of the goal, unless the other names a whole period."""
    start, end = said.get("from", ""), said.get("to", "")
    if goal.period == SPAN and goal.starts_on and goal.ends_on:
        start = start or goal.starts_on.isoformat()
        if not end and parse_day(start, desk.today, desk.calendar):
            end = goal.ends_on.isoformat()
    return start, end


def _serving(desk: Desk, goal: Goal, said: Mapping[str, str]) -> Goal:
    if "serves" not in said:
        return goal
    if fold(said["serves"]) in {"", "none", "nothing"}:
        return replace(goal, parent_id=None)
    parent = find_goal(desk, said["serves"], kind=GOAL)
    if goal.id and parent.id in descendants(goals(desk.connection, everyone=True), goal):
        raise InvalidError(
            tr("A goal cannot serve itself: {parent} already serves {goal}.", parent=parent.ref, goal=goal.ref)
        )
    return replace(goal, parent_id=parent.id)


def _with_target(
    desk: Desk, goal: Goal, said: Mapping[str, str], first: dt.date, last: dt.date, present: Goal | None
) -> Draft:
    metric, measure = goal.measure, Measure(desk)
    smart = goal.period == SPAN or "baseline" in said
    moved = present is None or (goal.metric, goal.query, goal.whose) != (present.metric, present.query, present.whose)
    if smart and (moved or said.get("baseline") or goal.baseline_from is None):
        start, end = _baseline_days(desk, said.get("baseline", ""), first, last)
        goal = replace(goal, baseline=measure.of(goal, start, end).amount, baseline_from=start, baseline_to=end)
    if said.get("target"):
        wish = read_target(said["target"], metric, desk.currency)
        if wish.amount is None and goal.baseline_from is None:
            start, end = _baseline_days(desk, "", first, last)
            goal = replace(goal, baseline=measure.of(goal, start, end).amount, baseline_from=start, baseline_to=end)
        goal = replace(goal, target=wish.of(goal.baseline))
    if goal.target <= 0:
        raise InvalidError(
            tr("A goal needs a target above 0."),
            hint=tr("For example 40, 180k or +30 %."),
        )
    past: tuple[tuple[dt.date, int | None], ...] = ()
    who = presence(desk.connection).get(goal.member_id or b"")
    working = workload(first, last, desk.today, days_off(desk), who)
    if smart:
        spans = earlier_spans(first, last, PAST, before=desk.today)
        past = tuple(measure.course(goal, spans))
    return Draft(
        goal, first, last, past, best([value for _, value in past], metric), round(working.owed) or working.days
    )


def _baseline_days(desk: Desk, text: str, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The days of the baseline: the period written, else the last span of the same length that is over."""
    if text:
        period = parse_period(text, desk.today, desk.calendar)
        if period.start > desk.today:
            raise InvalidError(
                tr("A baseline is what was: {period} is still to come.", period=period.label),
                hint=tr("Give a period that is over, such as last-quarter."),
            )
        return period.start, period.until - dt.timedelta(days=1)
    spans = earlier_spans(first, last, 1, before=desk.today)
    return spans[0] if spans else (first, last)


def add(desk: Desk, draft: Draft) -> str:
    """Keep a drafted goal; a sentence."""
    return insert(desk, replace(draft.goal, starts_on=draft.goal.starts_on or desk.today))


def say_draft(draft: Draft) -> list[str]:
    """What a goal would mean, in lines: itself, its baseline, the best past span, what each day has to bring."""
    goal, metric = draft.goal, draft.goal.measure

    def say(number: float | None) -> str:
        return say_amount(number, metric, goal.currency)

    lines = [describe(goal)]
    if goal.baseline_from:
        about = tr(
            "Baseline {first} to {last}: {amount}",
            first=goal.baseline_from,
            last=goal.baseline_to,
            amount=say(goal.baseline),
        )
        wanted = (
            tr(", the target is {change} of it", change=f"{goal.target / goal.baseline - 1:+.1%}")
            if goal.baseline
            else ""
        )
        lines.append(f"{about}{wanted}.")
    if draft.best is not None:
        count = sum(value is not None for _, value in draft.past)
        lines.append(tr("Best of {count} past spans as long: {amount}.", count=count, amount=say(draft.best)))
    if draft.needed_per_day is not None and draft.work_days > 1:
        lines.append(
            tr(
                "Each of its {days} working days has to bring {amount}.",
                days=draft.work_days,
                amount=say(draft.needed_per_day),
            )
        )
    return lines


def edit(desk: Desk, goal: Goal, fields: Mapping[str, str]) -> str:
    """Change fields of a goal (`FIELDS`); a sentence with what it is now."""
    after = read(desk, fields, goal).goal
    before = values_of(goal)
    changed = {name: value for name, value in values_of(after).items() if value != before[name]}
    if goal.kind == QUOTA:
        _check_quota(desk, after, changed)
    if not changed:
        return tr("Nothing to change.")
    return change(desk, goal, changed, after=after)


def _check_quota(desk: Desk, after: Goal, changed: Mapping[str, object]) -> None:
    """InvalidError when a changed quota would be none any more, or overlap another."""
    from salesdesk.services.goals.quotas import check_free, scope_at

    if {"metric", "period", "query"} & set(changed):
        raise InvalidError(
            tr("A quota is revenue, in days of its own, without a filter."),
            hint=tr("Set a goal for anything else: goal add."),
        )
    if after.starts_on and after.ends_on:
        check_free(desk, scope_at(after), (after.starts_on, after.ends_on), after)


def fields_of(desk: Desk, goal: Goal) -> dict[str, str]:
    """The fields of a goal as they would be written."""
    metric = goal.measure
    target = say_amount(goal.target, metric, desk.currency)
    if metric.unit == "money":
        target = f"{to_major(goal.target, goal.currency or desk.currency):f}".removesuffix(".00")
    parent = next((g.ref for g in goals(desk.connection, everyone=True) if g.id == goal.parent_id), "")
    span = goal.period == SPAN
    return {
        "metric": metric.name.lower(),
        "target": target.replace(",", ""),
        "each": "" if span else goal.period,
        "from": goal.starts_on.isoformat() if span and goal.starts_on else "",
        "to": goal.ends_on.isoformat() if span and goal.ends_on else "",
        "for": goal.member or goal.team or "team",
        "filter": goal.query,
        "serves": parent,
        "because": goal.reason,
        "name": goal.name,
    }


# The words that begin a part of a goal in a line; the rest of the line is told by its place.
_WORDS = {
    "for": "for", "from": "from", "in": "from", "to": "to", "until": "to", "by": "to", "each": "each", "a": "each",
    "an": "each", "per": "each", "where": "filter", "serves": "serves", "because": "because", "called": "name",
    "against": "baseline",
}  # fmt: skip
_UNITS = {"days", "day", "d", "%", "pt", "points", "percent"}


def read_goal(text: str) -> tuple[str, str, str]:
    """`calls 40 a day`, `40 calls a day`, `revenue 20k month` as metric, target, period; InvalidError shows how it is
    written, or names the parts that only a goal with an end has."""
    fields = _parts(text)
    more = [name for name in fields if name not in {"metric", "target", "each", "from"}]
    period = fields.get("each") or fields.get("from") or "day"
    if more or fold(period) not in PERIODS:
        raise InvalidError(
            tr("A goal here is a metric, a number and a period."),
            hint=tr("For example: calls 40 a day. One with an end is set on the goals tab."),
        )
    return fields["metric"], fields["target"], fold(period)


def read_line(text: str) -> dict[str, str]:
    """The fields of a goal written in one line: `average order value +30% in 2027-H1 for team because fewer orders`.

    Metric, target, then in any order: `a week`, `in 2026-Q4`, `from DAY to DAY`, `for WHO`, `where FILTER`, `serves GOAL`,
    `called NAME`, `against PERIOD` (the baseline), `because WORDS`. InvalidError shows how it is written.
    """
    fields = _parts(text)
    if fields.get("from") and fold(fields["from"]) in PERIODS and "to" not in fields:
        fields["each"] = fields.pop("from")
    if not {"each", "from", "to"} & set(fields):
        fields["each"] = "day" if metric_named(fields["metric"]).unit == "count" else "month"
    return fields


def _parts(text: str) -> dict[str, str]:
    """The parts of a line as they stand; a number may come before what it counts."""
    words = clean(text).split()
    if words and words[0][:1].isdigit():
        words = [*words[1:2], words[0], *words[2:]]
    at = next((n for n, word in enumerate(words) if n and any(c.isdigit() for c in word)), len(words))
    if at >= len(words):
        raise InvalidError(
            tr("A goal is a metric, a number and a period."),
            hint=tr("For example: calls 40 a day, or: average order value +30% in 2027-H1 for team."),
        )
    fields = {"metric": " ".join(words[:at])}
    end = at + 1
    while end < len(words) and words[end].lower() in _UNITS:
        end += 1
    fields["target"] = " ".join(words[at:end])
    part = ""
    for word in words[end:]:
        found = _WORDS.get(word.lower()) if part != "because" else None
        if found and found not in fields:
            part = found
            fields[part] = ""
        elif part:
            fields[part] = f"{fields[part]} {word}".strip()
        elif fold(word) in PERIODS:
            fields["each"] = word
        else:
            part = "from"
            fields[part] = word
    return fields


def line_of(desk: Desk, goal: Goal) -> str:
    """A goal in one line, as it can be written again."""
    fields = fields_of(desk, goal)
    parts = [f"{fields['metric']} {fields['target']}"]
    for name, word in (
        ("each", "a"), ("from", "from"), ("to", "to"), ("for", "for"), ("filter", "where"), ("serves", "serves"),
        ("name", "called"), ("because", "because"),
    ):  # fmt: skip
        if fields[name]:
            parts.append(f"{word} {fields[name]}")
    return " ".join(parts)


def changed_fields(before: str, after: str) -> dict[str, str]:
    """What became of the fields of a goal written in a line when the line was edited; what was taken out is empty."""
    old, new = read_line(before), read_line(after)
    return {name: new.get(name, "") for name in {*old, *new} if old.get(name) != new.get(name)}
