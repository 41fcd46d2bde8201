"""Why one thing comes before another in the queue: points, each with the reason that gave them.

The rule, from the strongest on: a callback that was promised; a new inbound lead nobody has contacted (Oldroyd's study
of 2007 compares answers within 5 and 30 minutes); how late it is; what it is worth; a deal that stands still; how good
the lead is; what was marked important. Somebody who cannot be called at this hour waits until they can.
"""

import datetime as dt
from collections.abc import Iterator

from salesdesk.plain import Plain

PROMISED = 60
NEW_LEAD = 50
IMPORTANT = 30
OVER_A_DAY, OVER_MOST = 6, 40
WORTH_MOST = 25
ROTTING = 12
SCORE_MOST, WORTH_A_WORD = 15, 50
CLOSING_SOON = 10
NOT_NOW = -200
FRESH_MINUTES = 24 * 60
CLOSING_DAYS = 7


class Facts(Plain):
    """What is known of one item of the queue. `worth` is its value as a share of the largest in the queue."""

    today: dt.date
    now: dt.datetime
    due_on: dt.date
    promised: bool = False
    important: bool = False
    arrived_at: dt.datetime | None = None
    contacted: bool = True
    worth: float = 0.0
    score: int | None = None
    stage: str = ""
    days_in_stage: int | None = None
    rotting_days: int | None = None
    close_on: dt.date | None = None
    there: dt.datetime | None = None
    hours: tuple[dt.time, dt.time] | None = None
    by_phone: bool = True


class Reason(Plain):
    """One reason: how much it counts, which it is, and what to fill into its words."""

    points: int
    name: str
    value: str = ""


def reasons(facts: Facts) -> list[Reason]:
    """Everything that speaks for (or, now, against) this item, the strongest first."""
    found = sorted((*_time(facts), *_worth(facts)), key=lambda reason: -reason.points)
    return [*_asleep(facts), *found]


def _time(facts: Facts) -> Iterator[Reason]:
    """What cannot wait."""
    if facts.promised:
        yield Reason(PROMISED, "promised")
    if facts.arrived_at is not None and not facts.contacted:
        minutes = int((facts.now - facts.arrived_at).total_seconds() // 60)
        if 0 <= minutes < FRESH_MINUTES:
            yield Reason(NEW_LEAD, "new lead", say_minutes(max(minutes, 1)))
    late = (facts.today - facts.due_on).days
    if late > 0:
        yield Reason(min(late * OVER_A_DAY, OVER_MOST), "late", str(late))
    if facts.close_on is not None and (facts.close_on - facts.today).days <= CLOSING_DAYS:
        yield Reason(CLOSING_SOON, "closing", facts.close_on.isoformat())
    if facts.rotting_days and facts.days_in_stage is not None and facts.days_in_stage > facts.rotting_days:
        yield Reason(ROTTING, "rotting", f"{facts.stage}, {facts.days_in_stage}")


def _worth(facts: Facts) -> Iterator[Reason]:
    """What is worth it."""
    if facts.important:
        yield Reason(IMPORTANT, "important")
    if facts.worth > 0:
        yield Reason(max(1, round(facts.worth * WORTH_MOST)), "worth")
    if facts.score is not None and facts.score >= WORTH_A_WORD:
        yield Reason(round(facts.score * SCORE_MOST / 100), "score", str(facts.score))


def urgency(found: list[Reason]) -> int:
    """The points of these reasons together."""
    return sum(reason.points for reason in found)


def say_minutes(minutes: int) -> str:
    """`12 min`, `3 h`."""
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"


def _asleep(facts: Facts) -> Iterator[Reason]:
    """They should not be called at this hour of theirs."""
    if facts.there is None or facts.hours is None or not facts.by_phone:
        return
    start, end = facts.hours
    if not start <= facts.there.time() < end:
        yield Reason(NOT_NOW, "asleep", f"{facts.there:%H:%M}, {start:%H:%M}")
