"""A small sales office to act in: people, records and the words tests say often."""

from salesdesk.domain.money import Money
from salesdesk.services import negotiating, outreach, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.negotiating import NewDeal
from salesdesk.services.records import Ref, by_id, find
from salesdesk.services.setup import add_member
from salesdesk.store.read.lookups import OutcomeRow


def capture(desk: Desk, line: str, *, as_new: bool = False) -> Ref | None:
    """Save a capture line; the record it made or met."""
    return prospecting.save(desk, prospecting.propose(desk, line, as_new=as_new))[0]


def lead(desk: Desk, line: str) -> Ref:
    """A new lead from a capture line."""
    made = capture(desk, line, as_new=True)
    assert made is not None and made.kind == "lead"
    return made


def deal(desk: Desk, name: str, euros: int | None = None) -> Ref:
    """A new deal of the present member."""
    value = Money(euros * 100, "EUR") if euros is not None else None
    return negotiating.add(desk, NewDeal(name, value))


def colleague(desk: Desk, name: str = "Omar Farouk") -> bytes:
    """Another member."""
    return add_member(desk, name).id


def outcome(desk: Desk, name: str, kind: str = "call") -> OutcomeRow:
    """The outcome of that name."""
    return outreach.outcome_named(desk, name, outreach.kind_named(desk, kind))


def steps(desk: Desk, ref: Ref) -> list[tuple[str, str, str]]:
    """The planned steps of a record: kind, day, subject."""
    return [
        (kind, day, subject)
        for kind, day, subject in desk.connection.rows(
            "SELECT k.name, a.due_on, a.subject FROM activity a JOIN activity_kind k ON k.id = a.kind_id"
            f" WHERE a.{ref.kind}_id = ? AND a.done_on IS NULL AND a.deleted_op IS NULL ORDER BY a.due_on, a.id",
            (ref.id,),
        )
    ]


def cell(desk: Desk, ref: Ref, column: str) -> object:
    """One column of a record as it is stored now."""
    return desk.connection.value(f"SELECT {column} FROM {ref.kind} WHERE id = ?", (ref.id,))


def status(desk: Desk, ref: Ref) -> str:
    """The name of a lead's status."""
    return str(
        desk.connection.value(
            "SELECT s.name FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.id = ?", (ref.id,)
        )
    )


def stage(desk: Desk, ref: Ref) -> str:
    """The name of a deal's stage."""
    return str(
        desk.connection.value("SELECT s.name FROM deal d JOIN stage s ON s.id = d.stage_id WHERE d.id = ?", (ref.id,))
    )


def same(desk: Desk, ref: Ref) -> Ref:
    """The record as it is called now."""
    return by_id(desk.connection, ref.kind, ref.id)


__all__ = [
    "capture", "cell", "colleague", "deal", "find", "lead", "outcome", "same", "stage", "status", "steps",
]  # fmt: skip
