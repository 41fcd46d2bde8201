"""Goals from the shell: plain ones in a line, SMART ones with their five parts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.goals import say_amount
from salesdesk.domain.money import Money
from salesdesk.domain.spans import span_label
from salesdesk.i18n import tr
from salesdesk.services.goals import PERIODS, Progress

commands = Commands("goal")
Which = Annotated[str, Argument("GOAL", "Its reference, its name or what it counts.")]
Target = Annotated[str, Argument("TARGET", "How many or how much; or a change of the baseline, such as +30%.")]


def amount_of(row: Progress, number: float | None) -> object:
    """An amount as JSON has it: money, a count, a rate between 0 and 1, days."""
    metric = row.goal.measure
    if number is None:
        return None
    if metric.unit == "money":
        return Money(round(number), row.goal.currency)
    return round(number / metric.scale, 6) if metric.scale > 1 else round(number, 1)


def _said(row: Progress, number: float | None) -> str:
    return say_amount(number, row.goal.measure, row.goal.currency, short=True)


def _pace(row: Progress) -> str:
    standing = row.standing
    words = tr(standing.word)
    if standing.pace is None or standing.word not in {"ahead", "behind"} or not standing.metric.flow:
        return words
    return f"{_said(row, abs(standing.pace))} {words}"


def _tone(row: Progress) -> str:
    word = row.standing.word
    return "ok" if word in {"reached", "ahead", "on pace"} else "bad" if word in {"behind", "missed"} else "muted"


def _days(row: Progress) -> str:
    return row.goal.period if row.goal.period in PERIODS else f"{row.first}..{row.last}"


def _share(row: Progress) -> float | None:
    return round(row.share, 6) if row.standing.now is not None else None


def _span(row: Progress) -> str:
    return row.goal.period if row.goal.period in PERIODS else span_label(row.first, row.last)


def columns(depths: dict[bytes, int] | None = None) -> tuple[Column, ...]:
    """The columns of a listing of goals; `depths` move those that serve another to the right."""

    def indented(row: Progress) -> str:
        return f"{'  ' * (depths or {}).get(row.goal.id, 0)}{row.goal.label}"

    return (
        Column(
            "goal", "Goal", lambda r: r.goal.metric, indented, tone=lambda r: "strong"
        ),
        Column("period", "Each", _days, _span),
        Column("member", "Whose", lambda r: r.goal.member or r.goal.team or tr("team")),
        Column("now", "Now", lambda r: amount_of(r, r.standing.now), lambda r: _said(r, r.standing.now), right=True),
        Column("target", "Target", lambda r: amount_of(r, r.target), lambda r: _said(r, r.target), right=True),
        Column("share", "Reached", lambda r: _share(r), lambda r: f"{r.share:.0%}" if r.standing.now is not None else "", right=True),
        Column("pace", "Pace", lambda r: amount_of(r, r.standing.pace), _pace, tone=_tone, right=True),
        Column("state", "State", lambda r: r.standing.word, extra=True),
        Column("from", "From", lambda r: r.first, extra=True),
        Column("to", "To", lambda r: r.last, extra=True),
        Column("baseline", "Baseline", lambda r: amount_of(r, r.goal.baseline), lambda r: _said(r, r.goal.baseline), extra=True),
        Column("forecast", "Forecast", lambda r: amount_of(r, r.standing.forecast), lambda r: _said(r, r.standing.forecast), extra=True),
        Column("filter", "Filter", lambda r: r.goal.query or None, extra=True),
        Column("because", "Because", lambda r: r.goal.reason or None, extra=True),
        Column("ref", "Ref", lambda r: r.goal.ref, tone=lambda r: "muted", rank=1),
    )  # fmt: skip


@commands.verb(
    "list",
    listing=True,
    examples=("goal list", "goal list --all", "goal list --columns goal,baseline,now"),
)
def list_goals(call: Call, everyone: Annotated[bool, Option("--all", help="Everybody's.")] = False) -> Listing:
    """List your goals and the team's, where they stand and what would be on pace by the end of today.

    A goal stands below the one it serves.
    """
    from salesdesk.services import goals

    desk = call.desk
    placed = goals.tree(goals.goals(desk.connection, member=desk.actor, everyone=everyone))
    found = goals.progress(desk, [goal for _, goal in placed], forecast=True)
    return Listing(
        columns({goal.id: depth for depth, goal in placed}),
        found,
        ref=lambda r: r.goal.ref,
        empty=tr("No goals yet. For example: salesdesk goal set calls 40 --each day"),
    )


@commands.verb("set", result=True, examples=("goal set calls 40", "goal set revenue 180k --each quarter --for team"))
def set_(
    call: Call,
    metric: Annotated[str, Argument("METRIC", "What is counted.")],
    target: Annotated[str, Argument("TARGET", "How many, or how much.")],
    each: Annotated[str, Option("--each", metavar="PERIOD", help="In which period.", choices=tuple(PERIODS))] = "day",
    member: Annotated[
        str,
        Option("--for", metavar="WHO", help="Whose goal: a member, a team; team for all together.", complete="member"),
    ] = "me",
) -> Done:
    """Set a plain goal, again in each period; one of the same metric, period and person gets the new target."""
    from salesdesk.services.goals import setting

    sentence = setting.set_goal(call.own_desk, metric, target, each, member)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb(
    "add",
    result=True,
    examples=(
        "goal add 'average order value' +30% --from 2027-H1 --for team",
        "goal add 'win rate' 40% --from 2026-12 --filter source:website",
    ),
)
def add(
    call: Call,
    metric: Annotated[str, Argument("METRIC", "What is counted: an activity or a KPI.")],
    target: Target,
    start: Annotated[str, Option("--from", metavar="DAY", help="Its first day, or its period such as 2027-Q1.")] = "",
    end: Annotated[str, Option("--to", metavar="DAY", help="Its last day.")] = "",
    member: Annotated[str, Option("--for", metavar="WHO", help="A member, a team, or team for all.", complete="member")] = "me",
    query: Annotated[str, Option("--filter", metavar="FILTER", help="Which records it is about.", complete="filter")] = "",
    serves: Annotated[str, Option("--serves", metavar="GOAL", help="The goal it serves.")] = "",
    because: Annotated[str, Option("--because", metavar="WORDS", help="Why it matters.")] = "",
    name: Annotated[str, Option("--name", metavar="NAME", help="What it is called.")] = "",
    baseline: Annotated[str, Option("--baseline", metavar="PERIOD", help="What it is measured against; the last span as long.")] = "",
    dry_run: Annotated[bool, Option("--dry-run", help="Show what it would mean, set nothing.")] = False,
) -> Done:  # fmt: skip
    """Add a SMART goal with an end: its baseline is frozen now, and the best past period stands beside it."""
    from salesdesk.services.goals import setting

    desk = call.own_desk
    fields = {
        "metric": metric, "target": target, "from": start or ("" if end else "month"), "to": end, "for": member,
        "filter": query, "because": because, "name": name, "baseline": baseline,
    }  # fmt: skip
    draft = setting.read(desk, fields | ({"serves": serves} if serves else {}))
    told = setting.say_draft(draft)
    if dry_run:
        return Done("\n".join([tr("Nothing was set."), *told]), _document(draft))
    sentence = setting.add(desk, draft)
    return Done(
        "\n".join([tr("{sentence}. Undo: salesdesk undo", sentence=sentence), *told[1:]]),
        _document(draft) | {"message": sentence},
    )


def _document(draft: Any) -> dict[str, object]:
    goal = draft.goal

    def plain(number: int | None) -> object:
        if number is None or not goal.currency:
            return number if number is None or goal.measure.scale == 1 else number / goal.measure.scale
        return Money(number, goal.currency)

    return {
        "metric": goal.metric,
        "target": plain(goal.target),
        "baseline": plain(goal.baseline),
        "baseline_from": goal.baseline_from,
        "baseline_to": goal.baseline_to,
        "best": plain(draft.best),
        "from": draft.first,
        "to": draft.last,
    }


@commands.verb("show", listing=True, examples=("goal show G-4F7H2KQ",))
def show(call: Call, goal: Which) -> Listing:
    """Show a goal with all its parts: baseline, pace, forecast, what would close the gap, its tasks."""
    from salesdesk.services.goals import closing, find_goal, goals, tracking

    desk = call.desk
    found = find_goal(desk, goal)
    told = tracking.progress(desk, [found], forecast=True)[0]
    every = goals(desk.connection, everyone=True)
    parent = next((g for g in every if g.id == found.parent_id), None)
    lines = closing.say_gap(desk, told)
    lines += [tr("Serves: {label} ({ref}).", label=parent.label, ref=parent.ref)] if parent else []
    lines += [tr("Because: {words}", words=found.reason)] if found.reason else []
    lines += [closing.say_task(desk, task) for task in closing.handed_down(desk, found)]
    shown = [c for c in columns() if c.key not in {"state"}]
    return Listing(
        tuple(replace(c, extra=False) for c in shown),
        [told],
        ref=lambda r: r.goal.ref,
        single=True,
        note="\n".join(lines),
    )


@commands.verb(
    "edit",
    result=True,
    examples=("goal edit calls target=50", "goal edit G-4F7H2KQ because='the board'"),
)
def edit(
    call: Call,
    goal: Which,
    changes: Annotated[Sequence[str], Argument("FIELD=VALUE", "metric, target, each, from, to, for, filter, serves, because, name or baseline.")],
) -> Done:  # fmt: skip
    """Change parts of a goal; its baseline stays frozen unless `baseline=` names another period."""
    from salesdesk.errors import InvalidError
    from salesdesk.services.goals import find_goal, setting

    desk = call.own_desk
    fields = {}
    for change in changes:
        name, sign, value = change.partition("=")
        if not sign or name not in setting.FIELDS:
            raise InvalidError(tr("'{text}' is not a field of a goal and a value.", text=change), hint=tr("Fields: {names}.", names=", ".join(setting.FIELDS)))  # fmt: skip
        fields[name] = value
    sentence = setting.edit(desk, find_goal(desk, goal), fields)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("task", result=True, examples=("goal task revenue Omar 'Call ten old customers' fri",))
def task(
    call: Call,
    goal: Which,
    who: Annotated[str, Argument("WHO", "Who does it.", complete="member")],
    what: Annotated[str, Argument("WHAT", "What is to be done.")],
    when: Annotated[str | None, Argument("WHEN", "Until when; today otherwise.")] = None,
) -> Done:
    """Hand a task down from a goal: it stands in the member's queue, and they are told."""
    from salesdesk.domain.dates import parse_day
    from salesdesk.errors import InvalidError
    from salesdesk.services.goals import closing, find_goal

    desk = call.own_desk
    day = parse_day(when, desk.today, desk.calendar) if when else None
    if when and day is None:
        raise InvalidError(tr("'{text}' is not a day.", text=when), hint=tr("Write fri, tomorrow or 2026-12-04."))
    sentence = closing.hand_down(desk, find_goal(desk, goal), who, what, day)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("delete", result=True)
def delete(call: Call, goal: Which) -> Done:
    """Put a goal in the bin; undo brings it back."""
    from salesdesk.services import goals

    desk = call.own_desk
    sentence = goals.delete_goal(desk, goals.find_goal(desk, goal))
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
