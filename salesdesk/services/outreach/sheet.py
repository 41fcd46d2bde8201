"""What logging on a record starts from: the channels with their outcomes, what is planned, how often it was tried."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.text import fold
from salesdesk.i18n import tr
from salesdesk.services import cadences
from salesdesk.services.calendar import days_off
from salesdesk.services.desk import Desk
from salesdesk.services.outreach.following import NURTURE_DAYS, Disqualify, Following, default_step, nurture
from salesdesk.services.outreach.kinds import kinds, outcomes_of
from salesdesk.services.outreach.onward import Onward, onward_of
from salesdesk.services.outreach.planning import OWN, Step, fulfils, planned
from salesdesk.services.records import Ref
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import EnrolmentRow
from salesdesk.store.read.lookups import Choice, OutcomeRow, lost_reasons, outcomes

# Tried more often without reaching anybody than this, nobody counts any more.
_MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class WayOut:
    """What can follow when there were enough attempts: `word` is where its letter comes from."""

    following: Following
    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A step that is planned; `paced`: it is the one of the cadence the record is in."""

    step: Step
    paced: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a log needs, read once: `start` is the kind it begins with, `waiting` the next two planned steps,
    `attempts` the attempts since somebody was reached, `most` after how many the trying ends and `ways_out` how;
    `onward` is where the record could move, `inside` the cadence it is in."""

    start: Choice
    kinds: Sequence[Choice]
    outcomes: Sequence[OutcomeRow]
    waiting: Sequence[Waiting]
    attempts: int
    most: int
    ways_out: Sequence[WayOut] = ()
    onward: Onward | None = None
    inside: EnrolmentRow | None = None

    def of(self, kind_id: bytes) -> list[OutcomeRow]:
        """How a contact of that kind can end."""
        return [outcome for outcome in self.outcomes if outcome.kind_id == kind_id]

    def step_after(self, desk: Desk, outcome: OutcomeRow, local: dt.datetime) -> Step | None:
        """The next step once this outcome is logged: one planned for later, that of a cadence which goes on, else what
        the outcome suggests."""
        waiting = list(self.waiting)
        first = waiting[0] if waiting else None
        done = first if first and fulfils(outcome, first.step.kind.id, first.step.day, desk.today) else None
        left = waiting[1:] if done else waiting
        steps = [one.step for one in left]
        if self.inside is not None:
            ahead = cadences.ahead(desk, self.inside, outcome, self._channel(outcome), local.date())
            steps = [one.step for one in left if not (one.paced and ahead.ends)]
            steps += [ahead.step] if ahead.step and done and done.paced else []
        return min(steps, key=_when) if steps else default_step(desk, outcome, local)

    def _channel(self, outcome: OutcomeRow) -> str:
        return next((kind.meaning for kind in self.kinds if kind.id == outcome.kind_id), "")

    def is_planned(self, step: Step | None) -> bool:
        """Whether a step is one that waits already."""
        return any(one.step == step for one in self.waiting)

    def tries(self, outcome: OutcomeRow | None) -> int:
        """Which attempt in a row this touch is; 0 when it is none."""
        return self.attempts + 1 if outcome and outcome.meaning == "attempt" else 0


def sheet(desk: Desk, ref: Ref) -> Sheet:
    """What logging on this record starts from; a few small reads."""
    every = kinds(desk)
    # The first holiday asked for takes a moment; here nobody waits for a key.
    _ = desk.today in days_off(desk)
    start, waiting = _first_kind(desk, ref, every), _waiting(desk, ref, every)
    return Sheet(
        start,
        [k for k in every if k.meaning != "task" or ref.kind == "activity" or k == start],
        outcomes(desk.connection),
        waiting,
        attempts(desk, ref),
        int(desk.settings["attempts"]),
        _ways_out(desk) if ref.kind == "lead" else (),
        onward_of(desk, ref),
        enrolments.of_record(desk.connection, ref.kind, ref.id) if any(one.paced for one in waiting) else None,
    )


def outcomes_for(desk: Desk, ref: Ref) -> tuple[Choice, list[OutcomeRow]]:
    """The kind that logging on this record starts with (its next step's, else call) and that kind's outcomes."""
    kind = _first_kind(desk, ref, kinds(desk))
    return kind, outcomes_of(desk, kind)


def step_after(desk: Desk, ref: Ref, outcome: OutcomeRow, local: dt.datetime) -> Step | None:
    """The next step of a record once this outcome is logged."""
    return sheet(desk, ref).step_after(desk, outcome, local)


def attempts(desk: Desk, ref: Ref) -> int:
    """How often this record was tried without reaching anybody, since somebody was reached."""
    rows = desk.connection.rows(
        f"SELECT (SELECT o.meaning FROM outcome o WHERE o.id = outcome_id) FROM activity WHERE {OWN[ref.kind]}"
        f" AND done_on IS NOT NULL AND deleted_op IS NULL ORDER BY done_on DESC, done_at DESC NULLS LAST, id DESC"
        f" LIMIT {_MOST_LOOKED_AT}",
        (ref.id,),
    )
    meanings = [meaning for (meaning,) in rows]
    since = meanings.index("reached") if "reached" in meanings else len(meanings)
    return meanings[:since].count("attempt")


def _ways_out(desk: Desk) -> list[WayOut]:
    reason = next((r for r in lost_reasons(desk.connection, "lead") if fold(r.name) == "unreachable"), None)
    closing = Disqualify(reason) if reason else None
    # The letters are given in this order: d for disqualify is the one people know.
    found = [WayOut(closing, tr("disqualify"), closing.sentence(desk.today))] if closing else []
    return [*found, WayOut(nurture(desk), tr("nurture"), tr("nurture in {days} days", days=NURTURE_DAYS))]


def _first_kind(desk: Desk, ref: Ref, every: Sequence[Choice]) -> Choice:
    step = planned(desk.connection, ref)
    kind = next((k for k in every if step and k.id == step.kind_id), None)
    # A task of a cadence is a step like its calls; any other waits beside the call that was just made.
    if step and step.paced and step.on <= desk.today:
        return kind or every[0]
    if kind is None or (kind.meaning in {"task", "note"} and ref.kind != "activity"):
        kind = next((k for k in every if k.meaning == "call"), every[0])
    return kind


def _when(step: Step) -> tuple[dt.date, bool, dt.time]:
    """In the order of the queue: by day, an hour that was agreed before any time."""
    return step.day, step.time is None, step.time or dt.time.max


def _waiting(desk: Desk, ref: Ref, every: Sequence[Choice]) -> list[Waiting]:
    rows = desk.connection.rows(
        "SELECT kind_id, due_on, due_at, subject, duration_minutes, promised, enrolment_id IS NOT NULL"
        f" FROM activity WHERE {OWN[ref.kind]}"
        " AND done_on IS NULL AND due_on IS NOT NULL AND deleted_op IS NULL"
        " ORDER BY due_on, due_at IS NULL, due_at, id LIMIT 2",
        (ref.id,),
    )
    known = {k.id: k for k in every}
    return [
        Waiting(
            Step(
                known.get(kind_id, every[0]),
                dt.date.fromisoformat(on),
                desk.local(dt.datetime.fromisoformat(at)).time() if at else None,
                subject,
                minutes,
                bool(promised),
            ),
            bool(paced),
        )
        for kind_id, on, at, subject, minutes, promised, paced in rows
    ]
