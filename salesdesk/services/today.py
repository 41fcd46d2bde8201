"""What to do now: the queue of a member in the order of an explained urgency, what is done, what nobody looks after."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from salesdesk import clock
from salesdesk.domain import zones
from salesdesk.domain.dates import say_day
from salesdesk.domain.language.where import EVERYTHING, Where
from salesdesk.domain.money import format_money, minor_digits
from salesdesk.domain.urgency import Facts, Reason, reasons, urgency
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import tr
from salesdesk.plain import Plain, field
from salesdesk.services import goals as own_goals
from salesdesk.services.desk import Desk
from salesdesk.services.goals import METRICS, REVENUE, Progress
from salesdesk.store.connection import Connection
from salesdesk.store.read import efforts, notices, queue
from salesdesk.store.read.notices import NoticeRow
from salesdesk.store.read.queue import Care, QueueRow

if TYPE_CHECKING:
    from salesdesk.store.read.team import TeamRow

SILENT_DAYS = 14
MOST = 5000
# How many of the next steps a clear day shows.
AHEAD = 5
# How long one of each takes when nobody said so, for "about 52 min".
MINUTES = {"call": 6, "mail": 4, "message": 3, "meeting": 45, "demo": 45, "visit": 60, "task": 10, "note": 2}
_BY_PHONE = {"call", "message"}
_OF_THE_DAY = {*METRICS} - {REVENUE}


class Why(Plain):
    """Why an item stands where it does: its points, the reasons they came from, and the hour where the person is."""

    points: int = 0
    reasons: tuple[Reason, ...] = ()
    there: dt.datetime | None = None


class Today(Plain):
    """The queue in its order: new, overdue, due today at a time, due at any time; then what was done.

    `total` is how many are due in all, which may be more than were read. `asked` is whether a filter is on.
    `coming` is what is planned next, read only when nothing is due; `team` then is what waits for each of a manager's
    colleagues, who has most overdue first.
    """

    new: Sequence[NoticeRow]
    overdue: Sequence[QueueRow]
    timed: Sequence[QueueRow]
    anytime: Sequence[QueueRow]
    done: Sequence[QueueRow]
    care: Care
    total: int
    why: dict[bytes, Why] = field(default_factory=dict)
    goals: Sequence[Progress] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    asked: bool = False
    coming: Sequence[QueueRow] = ()
    team: "Sequence[TeamRow]" = ()

    @property
    def due(self) -> list[QueueRow]:
        """All that is due, in the order of the queue."""
        return [*self.overdue, *self.timed, *self.anytime]

    @property
    def minutes_left(self) -> int:
        """About how long the rest takes."""
        return sum(row.duration_minutes or MINUTES.get(row.kind_meaning, 10) for row in self.due)


def today(desk: Desk, *, owner: bytes | None, everyone: bool = False, query: str = "") -> Today:
    """The day of a member, or of everyone; a filter asks about the planned activities and their records.

    A filter that names an owner shows that colleague's day. FilterError says what is wrong with a filter.
    """
    with desk.workspace.snapshot() as connection:
        where, names_owner = asked(desk, query)
        who = None if everyone or names_owner else owner
        due = queue.due(connection, who, desk.today, where=where, limit=MOST)
        why = explained(desk, due)

        def by_urgency(rows: Iterable[QueueRow]) -> list[QueueRow]:
            # The order they came in (by day, then as they were planned) decides between equals.
            return sorted(rows, key=lambda row: -why[row.id].points)

        return Today(
            new=notices.unseen(connection, owner) if owner and not everyone and not query.strip() else (),
            overdue=by_urgency(row for row in due if row.due_on and row.due_on < desk.today),
            timed=[row for row in due if row.due_on == desk.today and row.due_at],
            anytime=by_urgency(row for row in due if row.due_on == desk.today and not row.due_at),
            done=queue.done(connection, who, desk.today, where=where),
            care=queue.care(connection, who, desk.today - dt.timedelta(days=SILENT_DAYS)),
            total=len(due) if len(due) < MOST else queue.count_due(connection, who, desk.today, where=where),
            why=why,
            goals=_goals_of_day(desk, who),
            counts=efforts.activity_counts(connection, who, desk.today, desk.today),
            asked=where != EVERYTHING,
            coming=() if due else queue.coming(connection, who, desk.today, where=where, limit=AHEAD),
            team=() if due or where != EVERYTHING else _team_of(connection, who, desk.today),
        )


def _team_of(connection: Connection, who: bytes | None, day: dt.date) -> "Sequence[TeamRow]":
    """What waits for the others, for a manager; nothing for anybody else."""
    if who is None or connection.value("SELECT role FROM member WHERE id = ?", (who,)) != "manager":
        return ()
    from salesdesk.store.read.team import members

    others = [row for row in members(connection, day) if row.active and row.id != who]
    # By what is late, then by name, as they came.
    return sorted((row for row in others if row.overdue or row.due or row.stepless), key=lambda row: -row.overdue)


def asked(desk: Desk, query: str) -> tuple[Where, bool]:
    """A filter of the queue as a condition, and whether it says whose queue."""
    if not query.strip():
        return EVERYTHING, False
    from salesdesk.domain.language.tree import Pair
    from salesdesk.services import views

    parsed, where, _ = views.where(desk, "activity", query)
    return where, any(isinstance(term, Pair) and term.field == "owner" for term in parsed.terms)


def explained(desk: Desk, rows: Sequence[QueueRow]) -> dict[bytes, Why]:
    """Why each of these stands where it does."""
    now = clock.now()
    hours = calling_hours(desk)
    worths = {row.id: _worth(row) for row in rows}
    largest = max(worths.values(), default=0.0)
    found: dict[bytes, Why] = {}
    for row in rows:
        there = zones.there(now, zones.zone_of(row.time_zone, row.country, row.phone))
        reached = row.touched_on is not None
        facts = Facts(
            today=desk.today,
            now=now,
            due_on=row.due_on or desk.today,
            promised=bool(row.promised),
            important=row.priority > 0,
            arrived_at=row.arrived_at,
            contacted=reached,
            worth=worths[row.id] / largest if largest else 0.0,
            score=row.score,
            stage=row.stage,
            days_in_stage=(desk.today - row.stage_on).days if row.stage_on else None,
            rotting_days=row.rotting_days,
            close_on=row.close_on,
            there=there,
            hours=hours,
            by_phone=row.kind_meaning in _BY_PHONE and row.due_at is None,
        )
        because = reasons(facts)
        found[row.id] = Why(urgency(because), tuple(because), there)
    return found


def say_reason(reason: Reason, row: QueueRow) -> str:
    """A reason in words: `promised to call back`, `worth €72k`."""
    late = f"{reason.value} day{'' if reason.value == '1' else 's'} over"
    stage, _, days = reason.value.rpartition(", ")
    here, _, opens = reason.value.partition(", ")
    worth = format_money(row.value_minor, row.currency, short=True) if row.value_minor is not None else ""
    return {
        "promised": tr("they asked to be called back"),
        "new lead": tr("new since {ago}, no call yet", ago=reason.value),
        "late": late,
        "important": tr("marked important"),
        "worth": tr("worth {amount}", amount=worth),
        "rotting": tr("{days} days in {stage}", days=days, stage=stage),
        "closing": tr(
            "should close {day}", day=say_day(row.close_on, row.due_on or row.close_on) if row.close_on else ""
        ),
        "score": tr("score {score}", score=reason.value),
        "asleep": tr("{time} there, call from {opens}", time=here, opens=opens),
    }[reason.name]


def calling_hours(desk: Desk) -> tuple[dt.time, dt.time]:
    """When people may be called on their own clocks."""
    return zones.read_hours(desk.settings["calling_hours"])


def _worth(row: QueueRow) -> float:
    return row.value_minor / 10 ** minor_digits(row.currency) if row.value_minor and row.value_minor > 0 else 0.0


def _goals_of_day(desk: Desk, owner: bytes | None) -> list[Progress]:
    """The goals of a member that a day moves, of each metric the one of the shortest period; money has its screens."""
    own = own_goals.goals(desk.connection, member=owner) if owner is not None else []
    moved = [g for g in own if g.member_id == owner and g.period in own_goals.PERIODS and g.metric in _OF_THE_DAY]
    shortest = {(goal.metric, goal.query): goal for goal in reversed(moved)}
    told = own_goals.progress(desk, [goal for goal in moved if shortest[goal.metric, goal.query] == goal])
    # Who is away owes nothing.
    return [one for one in told if one.target > 0]


def mark_seen(desk: Desk, rows: Sequence[NoticeRow]) -> None:
    """Notices that were looked at are new no more; no act of the day, so `u` passes it by."""
    with desk.operation("Notices seen", source="seen") as unit:
        for row in rows:
            unit.update("notice", row.id, {"seen_at": clock.now()})
