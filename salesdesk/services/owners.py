"""Whose a record is: handed over with its planned steps, and the new owner told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from salesdesk.services import notices
from salesdesk.services.desk import Desk
from salesdesk.services.outreach.planning import open_steps
from salesdesk.services.records import Ref

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


def hand_over(unit: "Unit", desk: Desk, refs: Sequence[Ref], member: bytes | None) -> None:
    """Set the owner of records and of what is planned for them, inside an operation; nobody for None."""
    given = []
    for ref in refs:
        before = unit.connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        if unit.update(ref.kind, ref.id, {"owner_id": member}) and before != member:
            given.append(ref)
        for key in open_steps(unit.connection, ref):
            unit.update("activity", key, {"owner_id": member})
    notices.assigned(unit, desk, given, member)
