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


def results(desk: Desk, row: TextRow) -> tuple[list[StepLine], CadenceCounts, list[tuple[str, int]]]:
    """The steps of a cadence with who is at each, its counts, and why people were stopped, the commonest first."""
    with desk.workspace.snapshot() as connection:
        here: dict[int, list[EnrolmentRow]] = {}
        for one in enrolments.live(connection, "e.cadence_id = ?", (row.id,)):
            here.setdefault(one.position, []).append(one)
        done: Mapping[int, StepCounts] = enrolments.step_counts(connection, row.id)
        steps = read(row.text).steps if row.text else ()
        lines = [StepLine(at + 1, step, here.get(at, ()), done.get(at, StepCounts())) for at, step in enumerate(steps)]
        counts = enrolments.counts(connection).get(row.id, CadenceCounts())
        return lines, counts, enrolments.reasons(connection, row.id)


def where(row: EnrolmentRow, today: dt.date) -> str:
    """`step 2 of 5, mail Thu`, `step 2 of 5, paused`."""
    place = tr("step {at} of {all}", at=row.position + 1, all=len(read(row.text).steps))
    if row.state == "paused":
        return f"{place}, {tr('paused')}"
    return f"{place}, {row.step_kind} {say_due(row.due_on, None, today)}" if row.due_on else place


def inside(desk: Desk, kind: str, key: bytes) -> EnrolmentRow | None:
    """The cadence a record is in now."""
    return enrolments.of_record(desk.connection, kind, key)
