"""What would close the gap of a goal, and the tasks a leader hands down from it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.dates import parse_day, say_day, say_due
from salesdesk.domain.goals import REVENUE, say_amount, say_count
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural, tr
from salesdesk.services import notices
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import Goal
from salesdesk.services.goals.measure import terms
from salesdesk.services.goals.tracking import Progress
from salesdesk.services.records import Ref
from salesdesk.store.read.values import day as day_of
from salesdesk.store.read.values import placeholders

MOST = 8


@dataclass(frozen=True, slots=True)
class Chance:
    """An open deal that could close the gap; `weighted` and `value` in minor units, `next_on` its next step."""

    ref: Ref
    value: int
    probability: int
    close_on: dt.date | None
    next_on: dt.date | None
    next_text: str
    stage: str

    @property
    def weighted(self) -> float:
        """Value by probability."""
        return self.value * self.probability / 100


@dataclass(frozen=True, slots=True)
class Gap:
    """How much is missing, the working days left for it, what the pipeline weighs, and the likeliest deals that
    cover it: the first `covering` of `chances`, 0 when all of them together do not."""

    missing: int
    left: int
    weighted: float
    chances: Sequence[Chance]
    covering: int


def gap(desk: Desk, progress: Progress) -> Gap:
    """What would close the gap of a goal of revenue: its open deals that are expected in the span, likeliest first."""
    missing = max(0, progress.target - progress.now)
    found = _chances(desk, progress) if progress.goal.metric == REVENUE else []
    total, covering = 0, 0
    for number, chance in enumerate(found, 1):
        total += chance.value
        if total >= missing:
            covering = number
            break
    return Gap(missing, progress.standing.left, sum(c.weighted for c in found), found[: max(MOST, covering)], covering)


def _chances(desk: Desk, progress: Progress) -> list[Chance]:
    from salesdesk.services import measuring

    behind = measuring.rows(desk, "weighted_forecast", terms(progress.goal, progress.first, progress.last)).rows
    rows = [row for row in behind if row.part == "numerator" and row.probability is not None and row.value]
    keys = [row.id for row in rows][:500]
    steps = {
        key: (day_of(day), text or "")
        for key, day, text in desk.connection.rows(
            f"SELECT id, next_on, next_text FROM deal WHERE id IN ({placeholders(keys)})", keys
        )
    }
    found = [
        Chance(
            Ref("deal", row.id, row.code, row.name),
            row.value.minor if row.value else 0,
            row.probability or 0,
            day_of(row.day),
            *steps.get(row.id, (None, "")),
            row.state,
        )
        for row in rows
    ]
    return sorted(found, key=lambda c: (-c.probability, -c.value, c.ref.name))


def say_gap(desk: Desk, progress: Progress) -> list[str]:
    """The gap in sentences: what is missing, per day, and which deals cover it."""
    standing = progress.standing
    if settled := _settled(progress):
        return [settled]
    if not progress.goal.measure.flow:
        return [_way(progress, progress.goal.currency or desk.currency)]
    found = gap(desk, progress)
    days = plural(found.left, tr("working day"), tr("working days"))
    words = [tr("{missing} to go, {days} left.", missing=_said(progress, found.missing), days=days)]
    if standing.per_day and found.left > 1:
        words.append(tr("To get there: {amount} on each of them.", amount=_said(progress, standing.per_day)))
    if progress.goal.metric != REVENUE:
        return words
    words.append(tr("{amount} weighted in the pipeline.", amount=_said(progress, found.weighted)))
    if not found.chances:
        return [*words, tr("No open deal is expected to close by then.")]
    if found.covering:
        words.append(
            tr("The likeliest deal covers it.")
            if found.covering == 1
            else tr("The {count} likeliest deals cover it.", count=found.covering)
        )
    else:
        words.append(tr("All open deals expected by then together do not cover it."))
    return words


def _settled(progress: Progress) -> str:
    """What there is to say where nothing can be done about a gap: to come, no figure, reached, over; else nothing."""
    standing = progress.standing
    target = _said(progress, progress.target)
    if not standing.begun:
        return tr("It begins on {day}: {amount} wanted.", day=progress.first, amount=target)
    if standing.now is None:
        return progress.why.capitalize() + "." if progress.why else tr("There is no figure yet.")
    if standing.idle:
        return tr("A day off: nothing is asked.")
    now = _said(progress, standing.now)
    if standing.reached:
        return tr("Reached: {now} of {target}.", now=now, target=target)
    if standing.over and progress.goal.measure.flow:
        short = _said(progress, progress.target - progress.now)
        return tr("Missed: {now} of {target}, {short} short.", now=now, target=target, short=short)
    return ""


def say_less(progress: Progress) -> list[str]:
    """That a span asks less than the whole of a quota, because somebody is away in it or still new."""
    whole, asked = progress.goal.target, progress.target
    if asked == whole or not progress.goal.measure.flow:
        return []
    said = [_said(progress, amount) for amount in (asked, whole)]
    return [tr("{asked} of {whole} are asked: absences and the ramp are taken off.", asked=said[0], whole=said[1])]


def _way(progress: Progress, currency: str) -> str:
    standing, metric = progress.standing, progress.goal.measure
    now, target = (say_amount(n, metric, currency) for n in (standing.now, standing.target))
    if standing.baseline is None:
        return tr("{now} now, {target} wanted.", now=now, target=target)
    before = say_amount(standing.baseline, metric, currency)
    return tr(
        "From {before} to {target}: {now} now, {share} of the way.",
        before=before,
        target=target,
        now=now,
        share=f"{standing.share:.0%}",
    )


def _said(progress: Progress, amount: float) -> str:
    return say_count(amount, progress.goal.measure, progress.goal.currency)


@dataclass(frozen=True, slots=True)
class HandedDown:
    """A task handed down from a goal."""

    id: bytes
    code: str
    what: str
    owner: str
    due_on: dt.date | None
    done_on: dt.date | None


def hand_down(desk: Desk, goal: Goal, who: str, what: str, due: dt.date | None) -> str:
    """Give a member a task that serves a goal; they are told, and it stands in their queue. A sentence."""
    from salesdesk.services.outreach.kinds import kind_named

    member, words = desk.member(who), clean(what)
    if not words:
        raise InvalidError(
            tr("A task needs words."), hint=tr("For example: goal task G-… Omar 'Call ten old customers' fri")
        )
    if due is not None and due < desk.today:
        raise InvalidError(tr("{day} is past.", day=due.isoformat()), hint=tr("A task is for today or later."))
    day = due or desk.today
    sentence = tr("Task for {who}: {what}, {day}", who=member.name, what=words, day=say_due(day, None, desk.today))
    with desk.operation(sentence) as unit:
        values = {"kind_id": kind_named(desk, "task").id, "owner_id": member.id, "subject": words, "due_on": day}
        key = unit.insert("activity", {**values, "goal_id": goal.id})
        code = str(unit.connection.value("SELECT code FROM activity WHERE id = ?", (key,)))
        notices.assigned(unit, desk, [Ref("activity", key, code, words, goal.label)], member.id)
    return sentence


def read_task(desk: Desk, text: str) -> tuple[str, str, dt.date | None]:
    """`Omar: call ten old customers, fri` as who, what and until when; InvalidError shows how it is written."""
    who, colon, rest = clean(text).partition(":")
    if not colon or not rest.strip():
        raise InvalidError(tr("Say who, what, until when."), hint=tr("For example: Omar: call ten old customers, fri"))
    what, comma, last = rest.strip().rpartition(",")
    day = parse_day(last.strip(), desk.today, desk.calendar) if comma else None
    return desk.member(who).name, (what if day else rest).strip(), day


def handed_down(desk: Desk, goal: Goal) -> list[HandedDown]:
    """The tasks of a goal, open ones first."""
    rows = desk.connection.rows(
        "SELECT t.id, t.code, t.subject, COALESCE(m.name, ''), t.due_on, t.done_on FROM activity t"
        " LEFT JOIN member m ON m.id = t.owner_id WHERE t.goal_id = ? AND t.deleted_op IS NULL"
        " ORDER BY t.done_on IS NOT NULL, t.due_on, t.id",
        (goal.id,),
    )
    return [HandedDown(key, code, what, owner, day_of(due), day_of(done)) for key, code, what, owner, due, done in rows]


def say_task(desk: Desk, task: HandedDown) -> str:
    """`Omar Farouk: Call ten old customers, Fri`."""
    day = task.done_on or task.due_on
    when = say_day(day, desk.today) if day else ""
    return f"{task.owner}: {task.what}, {tr('done {day}', day=when) if task.done_on else when}"
