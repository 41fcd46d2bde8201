"""What to do now: the queue of a member, what is done already, and what nobody looks after."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.services.desk import Desk
from salesdesk.store.read import queue
from salesdesk.store.read.lookups import outcomes
from salesdesk.store.read.queue import Care, QueueRow

SILENT_DAYS = 14
MOST = 5000


@dataclass(frozen=True, slots=True)
class Today:
    """The queue in its order: overdue, due today at a time, due today at any time; then what was done."""

    overdue: Sequence[QueueRow]
    timed: Sequence[QueueRow]
    anytime: Sequence[QueueRow]
    done: Sequence[QueueRow]
    care: Care
    total: int
    reached: frozenset[str] = frozenset()

    @property
    def left(self) -> int:
        """How much of the queue is left."""
        return self.total

    def counts(self) -> dict[str, int]:
        """What was done today, by what it counts as: calls, talks, meetings."""
        calls = [row for row in self.done if row.kind_meaning == "call"]
        talked = [row for row in calls if row.outcome in self.reached]
        met = [row for row in self.done if row.kind_meaning in {"meeting", "demo", "visit"}]
        return {"calls": len(calls), "talks": len(talked), "meetings": len(met)}


def today(desk: Desk, *, owner: bytes | None, everyone: bool = False) -> Today:
    """The day of a member, or of everyone."""
    who = None if everyone else owner
    with desk.workspace.snapshot() as connection:
        due = queue.due(connection, who, desk.today, limit=MOST)
        return Today(
            [row for row in due if row.due_on and row.due_on < desk.today],
            [row for row in due if row.due_on == desk.today and row.due_at],
            [row for row in due if row.due_on == desk.today and not row.due_at],
            queue.done(connection, who, desk.today),
            queue.care(connection, who, desk.today - dt.timedelta(days=SILENT_DAYS)),
            len(due) if len(due) < MOST else queue.count_due(connection, who, desk.today),
            frozenset(o.name for o in outcomes(connection) if o.meaning == "reached"),
        )
