"""A review as it is gone through: headline, changes, the deals that need a word, tasks, and what worked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.learning import Tally
from salesdesk.domain.reviewing import counts
from salesdesk.services import learning
from salesdesk.services.desk import Desk
from salesdesk.services.reviewing.care import Concerns, concerns
from salesdesk.services.reviewing.changes import Change, changes
from salesdesk.services.reviewing.outlook import Outlook, outlook, submission_json
from salesdesk.services.reviewing.running import last_closed, window_of
from salesdesk.store.read import reviews
from salesdesk.store.read.pipeline import Window
from salesdesk.store.read.reviews import ChannelRow, ForecastRow, ReviewRow, TaskRow

# What a technique brings shows over more than a week.
TECHNIQUE_DAYS = 90


@dataclass(frozen=True, slots=True)
class Look:
    """Everything of a review, read at one moment. `forecast` is what was submitted since it was begun, if anything;
    `before` the review before it, `left` the tasks of that one which are not done."""

    review: ReviewRow
    window: Window
    outlook: Outlook
    changes: list[Change]
    concerns: Concerns
    tasks: list[TaskRow]
    forecast: ForecastRow | None
    task_of: dict[bytes, list[TaskRow]]
    before: ReviewRow | None = None
    left: Sequence[TaskRow] = ()

    def as_json(self) -> dict[str, Any]:
        """The review as `review show --json` prints it."""
        review = self.review
        return {
            "ref": review.ref,
            "member": review.member or None,
            "state": review.state,
            "from": review.period_from,
            "held_on": review.held_on,
            "by": review.made_by or None,
            "outlook": self.outlook.as_json() if review.open else None,
            "changes": [change.as_json() for change in self.changes],
            "counts": counts(change.kind for change in self.changes),
            "deals": [one.as_json() for one in self.concerns.deals],
            "deals_in_all": self.concerns.total,
            "forecast": submission_json(self.forecast) if self.forecast else None,
            "tasks": [
                {
                    "ref": f"T-{t.code}",
                    "what": t.subject or t.kind,
                    "who": t.who or None,
                    "due": t.due_on,
                    "done": t.done_on,
                }
                for t in self.tasks
            ],
            "agreed": review.agreed or None,
            "page": review.page or None,
        }


def look(desk: Desk, review: ReviewRow) -> Look:
    """A review with everything it shows; of a closed one what held when it was closed, and the deals it spoke of."""
    with desk.workspace.snapshot() as connection:
        window = window_of(desk, connection, review)
        changed = changes(desk, connection, window, review.member_id)
        items = reviews.items(connection, review.id)
        found = concerns(desk, connection, window, review.member_id, changed, items)
        if not review.open:
            found = Concerns([one for one in found.deals if one.item is not None], len(items))
        tasks = reviews.tasks(connection, review.id)
        of: dict[bytes, list[TaskRow]] = {}
        for task in tasks:
            if task.deal_id is not None:
                of.setdefault(task.deal_id, []).append(task)
        said = [
            f
            for f in reviews.forecasts(connection, review.member_id)
            if f.operation > review.made_op and (review.closed_op is None or f.operation < review.closed_op)
        ]
        before = last_closed(connection, review.member_id, review.made_op)
        left = [t for t in reviews.tasks(connection, before.id) if t.done_on is None] if before else []
        return Look(
            review,
            window,
            outlook(desk, connection, review.member_id),
            changed,
            found,
            tasks,
            said[0] if said else None,
            of,
            before,
            left,
        )


def why(desk: Desk, review: ReviewRow, deal: bytes) -> str:
    """Why a deal needs a word in a review, in one line; empty when it does not."""
    found = next((one for one in look(desk, review).concerns.deals if one.ref.id == deal), None)
    return found.why if found else ""


@dataclass(frozen=True, slots=True)
class Technique:
    """What worked: script versions (since the last review and over 90 days), channels since, and what differs by more
    than chance. Rates are always shown with their counts."""

    since: dt.date
    versions: Sequence[tuple[str, Tally, Tally]]
    channels: Sequence[ChannelRow]
    findings: Sequence[str]


def technique(desk: Desk, review: ReviewRow) -> Technique:
    """What worked for the team's scripts, and on the channels of whom the review is of."""
    long_ago = desk.today - dt.timedelta(days=TECHNIQUE_DAYS)
    lately = learning.results(desk, "version", review.period_from)
    long = learning.results(desk, "version", long_ago)
    versions = [(name, lately.get(name, Tally()), tally) for name, tally in long.items()]
    last = desk.today if review.open else review.held_on
    return Technique(
        review.period_from,
        versions,
        reviews.channels(desk.connection, review.member_id, review.period_from, last),
        learning.findings(desk, long_ago),
    )
