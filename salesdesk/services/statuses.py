"""Where a lead stands: taken up by the first touch, laid aside for later, closed for a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.services import cadences
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import Choice, choices

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


def first_status(connection: Connection, meaning: str) -> Choice:
    """The first lead status of that meaning (open, converted, closed)."""
    found = _of_meaning(connection, meaning)
    if not found:
        raise InvalidError(f"There is no lead status that means {meaning}.", hint="Add one.")
    return found[0]


def nurture_status(connection: Connection) -> Choice:
    """Where leads wait that are not ready yet: the open status called Nurture, else the last open one."""
    found = _of_meaning(connection, "open")
    named = [s for s in found if fold(s.name) == "nurture"]
    return (named or found[-1:] or [first_status(connection, "open")])[0]


def must_not_be_qualified(desk: Desk, refs: Sequence[Ref]) -> None:
    """InvalidError when one of these leads has become a deal: then the deal is what is won or lost."""
    for ref in refs:
        meaning = desk.connection.value(
            "SELECT s.meaning FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.id = ?", (ref.id,)
        )
        if meaning == "converted":
            raise InvalidError(f"{ref.name} is qualified already.", hint="Win or lose its deal instead.")


def work(unit: "Unit", ref: Ref) -> None:
    """A lead somebody works on is not New any more."""
    if ref.kind != "lead":
        return
    first, present = first_status(unit.connection, "open").id, _present(unit, ref)
    if present == first != working_status(unit.connection).id:
        take_up(unit, ref)


def take_up(unit: "Unit", ref: Ref) -> None:
    """A lead is worked on."""
    unit.update("lead", ref.id, {"status_id": working_status(unit.connection).id})


def working_status(connection: Connection) -> Choice:
    """Where leads are that somebody works on: the second open status, or the only one."""
    found = _of_meaning(connection, "open")
    return found[1] if len(found) > 1 else first_status(connection, "open")


def lay_aside(unit: "Unit", ref: Ref) -> None:
    """A lead that is to hear from us again, but not now."""
    status = nurture_status(unit.connection)
    unit.update("lead", ref.id, {"status_id": status.id, "closed_on": None, "lost_reason_id": None})


def close(unit: "Unit", desk: Desk, ref: Ref, reason: Choice) -> None:
    """Disqualify a lead; what was planned for it goes to the bin."""
    status = first_status(unit.connection, "closed")
    unit.update("lead", ref.id, {"status_id": status.id, "closed_on": desk.today, "lost_reason_id": reason.id})
    for (key,) in unit.connection.rows(
        "SELECT id FROM activity WHERE lead_id = ? AND done_on IS NULL AND deleted_op IS NULL", (ref.id,)
    ):
        unit.delete("activity", key)
    cadences.follow(unit, desk, [ref])


def _present(unit: "Unit", ref: Ref) -> object:
    return unit.connection.value("SELECT status_id FROM lead WHERE id = ?", (ref.id,))


def _of_meaning(connection: Connection, meaning: str) -> list[Choice]:
    return [s for s in choices(connection, "lead_status") if s.meaning == meaning]
