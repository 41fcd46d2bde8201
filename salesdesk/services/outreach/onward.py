"""Where a record could move after a touch: a deal to its next stage, a lead that waited back to work."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk.services import negotiating, statuses
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.read.lookups import StageRow, stages

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Onward:
    """A move that is offered with a log: `Qualified → Needs agreed`; `stage` is the one of a deal."""

    ref: Ref
    label: str
    stage: StageRow | None = None

    def enter(self, unit: "Unit", desk: Desk) -> None:
        """Move, inside an operation."""
        if self.stage is not None:
            negotiating.put(unit, desk, self.ref, self.stage)
        else:
            statuses.take_up(unit, self.ref)


def onward_of(desk: Desk, ref: Ref) -> Onward | None:
    """The next open stage of an open deal; for a lead laid aside, being worked on again; else None."""
    if ref.kind == "deal":
        pipeline, present = desk.connection.one("SELECT pipeline_id, stage_id FROM deal WHERE id = ?", (ref.id,)) or (
            None,
            None,
        )
        every = [s for s in stages(desk.connection, pipeline) if s.meaning == "open"] if pipeline else []
        at = next((n for n, stage in enumerate(every) if stage.id == present), len(every))
        return Onward(ref, f"{every[at].name} → {every[at + 1].name}", every[at + 1]) if at + 1 < len(every) else None
    if ref.kind == "lead":
        aside, working = statuses.nurture_status(desk.connection), statuses.working_status(desk.connection)
        present = desk.connection.value("SELECT status_id FROM lead WHERE id = ?", (ref.id,))
        if present == aside.id and working.id != aside.id:
            return Onward(ref, f"{aside.name} → {working.name}")
    return None
