"""What lists, pages and commands say about cadences: who is inside, at which step, and what came of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesdesk.domain.cadence import CadenceStep
from salesdesk.domain.dates import say_due
from salesdesk.i18n import tr
from salesdesk.services import texts
from salesdesk.services.cadences.writing import KIND, read
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import CadenceCounts, EnrolmentRow, StepCounts


@dataclass(frozen=True, slots=True)
class Overview:
    """A cadence with how it does."""

    row: TextRow
    counts: CadenceCounts

    @property
    def reply_rate(self) -> float | None:
        """The share of everybody enrolled who replied; None before anybody was."""
        return self.counts.replied / self.counts.enrolled if self.counts.enrolled else None


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a cadence, who is at it now, and what became of it so far."""

    number: int
    step: CadenceStep
    here: Sequence[EnrolmentRow]
    counts: StepCounts


def overview(desk: Desk) -> list[Overview]:
    """Every cadence, by name, with its counts."""
    with desk.workspace.snapshot() as connection:
        found = enrolments.counts(connection)
        return [Overview(row, found.get(row.id, CadenceCounts())) for row in texts.texts(desk, KIND)]


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a cadence: its steps, its counts, and why people were stopped, the commonest first."""

    row: TextRow
    steps: Sequence[StepLine]
    counts: CadenceCounts
    reasons: Sequence[tuple[str, int]]

    def sentence(self) -> str:
        """`40 enrolled, 12 inside, 20 finished; stopped: 5 replied, 3 by hand`."""
        count = self.counts
        words = tr(
            "{all} enrolled, {here} inside, {done} finished", all=count.enrolled, here=count.inside, done=count.finished
        )
        why = ", ".join(f"{number} {tr(reason)}" for reason, number in self.reasons)
        return words + (tr("; stopped: {why}", why=why) if why else "")


def results(desk: Desk, row: TextRow) -> Results:
    """What came of a cadence so far."""
    with desk.workspace.snapshot() as connection:
        here: dict[int, list[EnrolmentRow]] = {}
        for one in enrolments.live(connection, "e.cadence_id = ?", (row.id,)):
            here.setdefault(one.position, []).append(one)
        done: Mapping[int, StepCounts] = enrolments.step_counts(connection, row.id)
        steps = read(row.text).steps if row.text else ()
        lines = [StepLine(at + 1, step, here.get(at, ()), done.get(at, StepCounts())) for at, step in enumerate(steps)]
        counts = enrolments.counts(connection).get(row.id, CadenceCounts())
        return Results(row, lines, counts, enrolments.reasons(connection, row.id))


def place(row: EnrolmentRow) -> str:
    """`2 of 5`."""
    return tr("{at} of {all}", at=row.position + 1, all=len(read(row.text).steps))


def where(row: EnrolmentRow, today: dt.date) -> str:
    """`step 2 of 5, mail Thu`, `step 2 of 5, paused`."""
    words = tr("step {place}", place=place(row))
    if row.state == "paused":
        return f"{words}, {tr('paused')}"
    return f"{words}, {row.step_kind} {say_due(row.due_on, None, today)}" if row.due_on else words
