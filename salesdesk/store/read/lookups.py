"""The short lists a manager can edit: stages, statuses, sources, reasons, kinds, outcomes, products."""

from dataclasses import dataclass

from salesdesk.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of such a list; `meaning` is what the code knows it by, `letter` the key that picks it."""

    id: bytes
    name: str
    meaning: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a pipeline."""

    id: bytes
    pipeline_id: bytes
    pipeline: str
    name: str
    position: int
    meaning: str
    probability: int
    rotting_days: int | None


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """How a contact of one kind can end, and the next step it suggests."""

    id: bytes
    kind_id: bytes
    name: str
    letter: str
    meaning: str
    next_step: str


_CHOICES = {
    "lead_status": "meaning, ''",
    "source": "direction, ''",
    "activity_kind": "meaning, letter",
    "team": "'', ''",
    "pipeline": "'', ''",
}


def choices(connection: Connection, table: str) -> list[Choice]:
    """The live entries of `lead_status`, `source`, `activity_kind`, `team` or `pipeline`, in order."""
    order = "position, name_key" if table != "team" else "name_key"
    rows = connection.rows(
        f"SELECT id, name, {_CHOICES[table]} FROM {table} WHERE deleted_op IS NULL ORDER BY {order}, id"
    )
    return [Choice(*row) for row in rows]


def lost_reasons(connection: Connection, applies_to: str) -> list[Choice]:
    """The reasons for a `deal` or a `lead`."""
    rows = connection.rows(
        "SELECT id, name, applies_to, letter FROM lost_reason WHERE deleted_op IS NULL AND applies_to = ?"
        " ORDER BY position, id",
        (applies_to,),
    )
    return [Choice(*row) for row in rows]


def outcomes(connection: Connection) -> list[OutcomeRow]:
    """All outcomes, in order."""
    rows = connection.rows(
        "SELECT id, kind_id, name, letter, meaning, next_step FROM outcome WHERE deleted_op IS NULL"
        " ORDER BY position, id"
    )
    return [OutcomeRow(*row) for row in rows]


def stages(connection: Connection, pipeline_id: bytes | None = None) -> list[StageRow]:
    """The stages of one pipeline, or of all, in order."""
    where, params = (" AND s.pipeline_id = ?", (pipeline_id,)) if pipeline_id else ("", ())
    rows = connection.rows(
        "SELECT s.id, s.pipeline_id, p.name, s.name, s.position, s.meaning, s.probability, s.rotting_days"
        " FROM stage s JOIN pipeline p ON p.id = s.pipeline_id"
        f" WHERE s.deleted_op IS NULL AND p.deleted_op IS NULL{where} ORDER BY p.position, p.id, s.position, s.id",
        params,
    )
    return [StageRow(*row) for row in rows]
