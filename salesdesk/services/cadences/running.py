"""What cadences do by themselves: follow up what happened, and put the automatic mails that are due in the outbox."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.cadence import Cadence, CadenceStep, Hours, next_allowed
from salesdesk.domain.zones import zone_of
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.services import composing
from salesdesk.services.cadences import following, planning
from salesdesk.services.cadences.writing import read
from salesdesk.services.calendar import days_off
from salesdesk.services.composing import Letter
from salesdesk.services.desk import Desk
from salesdesk.services.today import calling_hours
from salesdesk.store.connection import Connection
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import EnrolmentRow, Standing

if TYPE_CHECKING:
    from salesdesk.exchange.mail_routes import MailSettings
    from salesdesk.store.unit import Unit


@dataclass(slots=True)
class Ran:
    """What a run did: what was followed up, how many mails went into the outbox, and whose could not and why."""

    settled: str = ""
    queued: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """All of it; nothing when there was nothing to do."""
        mails = tr("{mails} in the outbox", mails=plural(self.queued, tr("mail"), tr("mails"))) if self.queued else ""
        count = len(self.problems)
        stuck = plural(count, tr("automatic mail waits"), tr("automatic mails wait")) if count else ""
        why = f"{stuck}: {self.problems[0]}" if stuck else ""
        return ". ".join(part for part in (self.settled, mails, why) if part)


def has_work(desk: Desk) -> bool:
    """Whether a run would do anything; a look in the store."""
    with desk.workspace.snapshot() as connection:
        return following.unsettled(desk, connection) or bool(_due(desk, connection))


def run(desk: Desk, settings: "MailSettings") -> Ran:
    """Follow up what happened, then put the present member's automatic mails of today in the outbox.

    Each leaves within the hours of its cadence on the clock of who gets it. A mail that cannot be written stays a step
    of its owner, with the reason. Nobody's mail goes in twice, whoever else runs this at the same moment.
    """
    done = Ran(following.settle(desk))
    with desk.workspace.snapshot() as connection:
        rows = _due(desk, connection)
    if not rows:
        return done
    try:
        sender = composing.from_address(desk, settings)
    except SalesdeskError as error:
        done.problems += [str(error)] * len(rows)
        return done
    letters = _letters(desk, rows)
    with desk.operation(tr("Mails of cadences"), source=following.SOURCE) as unit:
        still = {row.step_id for row in _due(desk, unit.connection)}
        for row, letter in letters:
            if row.step_id not in still:
                continue
            if isinstance(letter, Letter) and letter.ready:
                _queue(unit, desk, row, letter, sender)
                done.queued += 1
            else:
                why = letter if isinstance(letter, str) else letter.blocked or letter.problems[0]
                done.problems.append(f"{row.name}: {why}")
                _note(unit, row, tr("Not sent by itself: {why}", why=why))
        unit.label = tr("{mails} of cadences in the outbox", mails=plural(done.queued, tr("mail"), tr("mails")))
    return done


def _due(desk: Desk, connection: Connection) -> list[EnrolmentRow]:
    """The automatic mails of the present member that are due and were never put in the outbox."""
    owner = "t.owner_id IS NULL" if desk.actor is None else "t.owner_id = ?"
    rows = enrolments.live(
        connection,
        f"e.state = 'active' AND c.active AND t.due_on <= ? AND {owner} AND NOT EXISTS"
        " (SELECT 1 FROM message x WHERE x.activity_id = t.id AND x.deleted_op IS NULL)",
        (desk.today.isoformat(), *(() if desk.actor is None else (desk.actor,))),
    )
    return [row for row in rows if (step := _step(row)) and step.auto and _as_written(row, step)]


def _step(row: EnrolmentRow) -> CadenceStep | None:
    steps = read(row.text).steps
    return steps[row.position] if row.position < len(steps) else None


def _as_written(row: EnrolmentRow, step: CadenceStep) -> bool:
    """Whether nobody put words of their own in its place."""
    return row.step_kind == step.kind and row.step_subject == step.words


def _letters(desk: Desk, rows: Sequence[EnrolmentRow]) -> list[tuple[EnrolmentRow, Letter | str]]:
    """Each mail as it will be read, or why it cannot be written; outside of any transaction."""
    found: list[tuple[EnrolmentRow, Letter | str]] = []
    for name in dict.fromkeys(row.step_subject for row in rows):
        mine = [row for row in rows if row.step_subject == name]
        try:
            text, key = composing.usable_template(desk, name)
            letters = composing.compose(desk, [planning.ref_of(row) for row in mine], text, template_id=key)
        except SalesdeskError as error:
            found += [(row, error.message.rstrip(".")) for row in mine]
        else:
            found += zip(mine, letters, strict=True)
    return found


def _queue(unit: "Unit", desk: Desk, row: EnrolmentRow, letter: Letter, sender: str) -> None:
    (standing,) = enrolments.standings(unit.connection, row.record_kind, [row.record_id])
    at = send_at(desk, read(row.text), standing)
    composing.queue_one(unit, desk, letter, sender, at=at, enrolment=row.id, activity=row.step_id)


def send_at(desk: Desk, cadence: Cadence, standing: Standing) -> dt.datetime | None:
    """When a mail may leave: None for at once, else the next hour that is allowed where its reader lives."""
    now = clock.now()
    hours = cadence.hours or Hours(*calling_hours(desk))
    zone = zone_of(standing.time_zone, standing.country, standing.phone) or desk.time_zone
    at = next_allowed(now, hours, clock.zone(zone), _works(desk))
    return at if at > now else None


def _works(desk: Desk) -> Callable[[dt.date], bool]:
    off = days_off(desk)
    return lambda day: day.weekday() < 5 and day not in off


def _note(unit: "Unit", row: EnrolmentRow, words: str) -> None:
    if row.step_id is not None and row.step_note != words:
        unit.update("activity", row.step_id, {"note": words})
