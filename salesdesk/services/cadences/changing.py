"""What a new text of a cadence, or its end, means for those who are inside."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk.domain.cadence import next_place, places
from salesdesk.i18n import plural, tr
from salesdesk.services.cadences import following, planning
from salesdesk.services.cadences.writing import read
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow
from salesdesk.store.connection import Connection
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import EnrolmentRow

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class _Move:
    """Where somebody inside goes on (None: at the end), and what it is to them: stays, changed, passed or ends."""

    row: EnrolmentRow
    place: int | None
    how: str


def told(desk: Desk, row: TextRow, text: str | None) -> str:
    """What happens to those inside when the cadence gets this text, or is deleted (None); empty when nobody is.

    They go on at the step that was next for them, wherever it stands now. Whose step is gone goes on with the one
    after it, and whoever has none left finishes. A step that was done is not done again.
    """
    if text is None:
        inside = len(_inside(desk.connection, row))
        return tr("{count} inside stopped.", count=inside) if inside else ""
    return _say(_moves(desk.connection, row, text))


def done(unit: "Unit", desk: Desk, row: TextRow, text: str | None) -> str:
    """Carry that out inside the operation that saves; the same sentence."""
    if text is None:
        inside = _inside(unit.connection, row)
        for one in inside:
            following.stop(unit, desk, one, "cadence deleted")
        return tr("{count} inside stopped.", count=len(inside)) if inside else ""
    moves = _moves(unit.connection, row, text)
    _renumber(unit, row, text)
    for move in moves:
        _move(unit, desk, move, text)
    return _say(moves)


def _inside(connection: Connection, row: TextRow) -> list[EnrolmentRow]:
    return enrolments.live(connection, "e.cadence_id = ?", (row.id,))


def _moves(connection: Connection, row: TextRow, text: str) -> list[_Move]:
    rows = _inside(connection, row)
    if not rows:
        return []
    old, new = read(row.text).steps, read(text).steps
    moved = places(old, new)
    found = []
    for one in rows:
        place = next_place(one.position, moved)
        if place is None:
            how = "ends"
        elif moved[one.position] is None:
            how = "passed"
        else:
            how = "stays" if old[one.position].is_like == new[place].is_like else "changed"
        found.append(_Move(one, place, how))
    return found


def _say(moves: list[_Move]) -> str:
    """`12 are inside: 9 go on at their step, 3 are past the new end and finish.`"""
    if not moves:
        return ""
    count = Counter(move.how for move in moves)
    words = {
        "stays": (tr("goes on at their step"), tr("go on at their step")),
        "changed": (tr("gets the changed step"), tr("get the changed step")),
        "passed": (tr("goes on after the step that is gone"), tr("go on after the step that is gone")),
        "ends": (tr("is past the new end and finishes"), tr("are past the new end and finish")),
    }
    parts = ", ".join(plural(count[how], *both) for how, both in words.items() if count[how])
    return tr("{inside}: {what}.", inside=plural(len(moves), tr("is inside"), tr("are inside")), what=parts)


def _renumber(unit: "Unit", row: TextRow, text: str) -> None:
    """The steps of everybody who was ever inside keep to the step they were, wherever it stands now."""
    moved = places(read(row.text).steps, read(text).steps)
    if moved == list(range(len(moved))):
        return
    cases = " ".join("WHEN ? THEN ?" if at is not None else "WHEN ? THEN NULL" for at in moved)
    params = [number for was, at in enumerate(moved) for number in (was, at) if number is not None]
    unit.execute(
        "activity",
        f"UPDATE activity SET cadence_step = CASE cadence_step {cases} END WHERE cadence_step IS NOT NULL"
        " AND enrolment_id IN (SELECT e.id FROM enrolment e WHERE e.cadence_id = ?)",
        [*params, row.id],
    )


def _move(unit: "Unit", desk: Desk, move: _Move, text: str) -> None:
    row, place = move.row, move.place
    if place is None:
        following.stop(unit, desk, row, "", state="finished")
        return
    unit.update("enrolment", row.id, {"position": place})
    if row.step_id is None or move.how == "stays":
        return
    _take_back(unit, "e.id = ?", row.id)
    old, new = read(row.text).steps[row.position], read(text).steps[place]
    ref = planning.ref_of(row)
    if row.step_subject != planning.subject(desk, ref, old):
        # The rep has put words of their own in its place; they stay.
        unit.update("activity", row.step_id, {"cadence_step": place})
        return
    step = planning.step_of(desk, ref, new, desk.today)
    unit.update("activity", row.step_id, {"kind_id": step.kind.id, "subject": step.subject, "cadence_step": place})


def switched(unit: "Unit", row: TextRow, active: bool) -> str:
    """A cadence that rests takes nobody new, and its automatic mails wait: those in the outbox are taken out, and are
    written again when it is used again. Steps that are planned stay with whoever has them."""
    if active:
        return ""
    count = _take_back(unit, "e.cadence_id = ?", row.id)
    return tr("; {mails} taken out of the outbox", mails=plural(count, tr("mail"), tr("mails"))) if count else ""


def _take_back(unit: "Unit", whose: str, key: bytes) -> int:
    """Take automatic mails that wait out of the outbox, as if never written: how many."""
    sql = (
        "SELECT x.id FROM message x JOIN enrolment e ON e.id = x.enrolment_id"
        f" WHERE {whose} AND x.state = 'queued' AND x.deleted_op IS NULL"
    )
    keys = [found for (found,) in unit.connection.rows(sql, (key,))]
    for found in keys:
        unit.delete("message", found)
    return len(keys)
