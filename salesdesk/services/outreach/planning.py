"""The next step of a record: what is planned, planned anew, moved, spread over working days."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk.domain.booking import MEETINGS
from salesdesk.domain.dates import say_due
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services import cadences, collision, statuses
from salesdesk.services.calendar import working_days
from salesdesk.services.desk import Desk
from salesdesk.services.outreach.kinds import kind_named
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import Choice, OutcomeRow

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# Which activities are a record's own. A step of a deal also names its contact and account, and is not theirs;
# a to-do without a record stands for itself.
OWN = {
    "lead": "lead_id = ?",
    "deal": "deal_id = ?",
    "contact": "contact_id = ? AND lead_id IS NULL AND deal_id IS NULL",
    "account": "account_id = ? AND contact_id IS NULL AND lead_id IS NULL AND deal_id IS NULL",
    "activity": "id = ?",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: what, on which day, at which time if one was agreed; `promised` when the buyer asked for it.

    `priority` is 2 for high, 1 for medium, 0 for none, -1 for low.
    """

    kind: Choice
    day: dt.date
    time: dt.time | None = None
    subject: str = ""
    minutes: int | None = None
    promised: bool = False
    priority: int = 0

    def sentence(self, today: dt.date) -> str:
        """`call Thu 09:30`, for a toast or a command."""
        day = say_due(self.day, None, today)
        time = f" {self.time:%H:%M}" if self.time else ""
        promised = f", {tr('promised')}" if self.promised else ""
        what = f": {self.subject}" if self.subject else ""
        return f"{self.kind.name.lower()} {day}{time}{promised}{what}"


@dataclass(frozen=True, slots=True)
class Planned:
    """The next step a record has now; `paced`: it is one of a cadence."""

    id: bytes
    kind_id: bytes | None
    on: dt.date
    subject: str
    paced: bool = False


def planned(connection: Connection, ref: Ref) -> Planned | None:
    """The next step of a lead, deal, contact or account; a to-do is its own."""
    row = connection.one(
        f"SELECT id, kind_id, due_on, subject, enrolment_id IS NOT NULL FROM activity WHERE {OWN[ref.kind]} AND done_on IS NULL"
        " AND due_on IS NOT NULL AND deleted_op IS NULL ORDER BY due_on, due_at IS NULL, due_at, id LIMIT 1",
        (ref.id,),
    )
    return Planned(row[0], row[1], dt.date.fromisoformat(row[2]), row[3], bool(row[4])) if row else None


def fulfils(outcome: OutcomeRow, kind_id: bytes | None, on: dt.date, today: dt.date) -> bool:
    """Whether a touch is what was planned: one of the same kind, or, unless it is only a note, one that is due."""
    return kind_id == outcome.kind_id or (outcome.meaning != "noted" and on <= today)


def open_steps(connection: Connection, ref: Ref) -> list[bytes]:
    """The keys of all planned steps of a record's own."""
    rows = connection.rows(
        f"SELECT id FROM activity WHERE {OWN[ref.kind]} AND done_on IS NULL AND deleted_op IS NULL", (ref.id,)
    )
    return [key for (key,) in rows]


def add_touch(unit: "Unit", desk: Desk, ref: Ref, values: dict[str, object]) -> bytes:
    """Something that happened with a record, inside an operation; the key of the activity."""
    key = unit.insert("activity", {**values, **links(unit, ref)})
    statuses.work(unit, ref)
    cadences.follow(unit, desk, [ref])
    return key


def add_step(unit: "Unit", desk: Desk, ref: Ref, step: Step, *, owner: bytes | None = None) -> bytes:
    """One more step of a record, its owner's unless another is given, inside an operation; its key."""
    values = _values(unit, desk, ref, step)
    key = unit.insert("activity", values | ({"owner_id": owner} if owner else {}))
    cadences.follow(unit, desk, [ref])
    return key


def set_step(unit: "Unit", desk: Desk, ref: Ref, step: Step) -> None:
    """The next step of a record, replacing what was planned, inside an operation.

    In place of a step of a cadence it belongs to that cadence, which goes on after it; only a meeting ends it.
    """
    before = planned(unit.connection, ref)
    values = _values(unit, desk, ref, step)
    if before is not None and step.kind.meaning not in MEETINGS:
        values |= _cadence_of(unit, before.id)
    unit.insert("activity", values)
    if before is not None:
        unit.delete("activity", before.id)
    statuses.work(unit, ref)
    cadences.follow(unit, desk, [ref])


def _cadence_of(unit: "Unit", key: bytes) -> dict[str, object]:
    row = unit.connection.one("SELECT enrolment_id, cadence_step FROM activity WHERE id = ?", (key,)) or (None, None)
    return {"enrolment_id": row[0], "cadence_step": row[1]}


def plan(desk: Desk, refs: Sequence[Ref], step: Step) -> str:
    """Set the next step of these records, replacing what was planned; one operation, one sentence."""
    _not_past(desk, step.day)
    refs, left_out = _reachable(desk, refs, step.kind)
    who = refs[0].name if len(refs) == 1 else plural(len(refs), "record", "records")
    sentence = f"Next step of {who}: {step.sentence(desk.today)}{left_out}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            set_step(unit, desk, ref, step)
    return sentence


def postpone(desk: Desk, refs: Sequence[Ref], day: dt.date, time: dt.time | None = None) -> str:
    """Move the next step of these records to a day; those without one get a call."""
    _not_past(desk, day)
    return _move(desk, [(ref, day, time) for ref in refs], say_due(day, None, desk.today))


def spread(desk: Desk, refs: Iterable[Ref], per_day: int, *, kind: str = "call", start: dt.date | None = None) -> str:
    """Give records, in the order given, next steps over working days, so many a day."""
    if per_day < 1:
        raise InvalidError("At least one a day.", hint="Write for example 40/day.")
    days = working_days(desk, start or desk.today)
    moves, day = [], next(days)
    wanted, left_out = _reachable(desk, list(refs), kind_named(desk, kind))
    for number, ref in enumerate(wanted):
        if number and number % per_day == 0:
            day = next(days)
        moves.append((ref, day, None))
    if not moves:
        return tr("Nothing to spread.")
    return _move(desk, moves, f"{per_day} a day until {say_due(day, None, desk.today)}{left_out}", kind=kind)


def _reachable(desk: Desk, refs: Sequence[Ref], kind: Choice) -> tuple[Sequence[Ref], str]:
    """Of several records those whose people may be contacted that way, and how many were left out, in words.

    One record somebody pointed at is planned all the same: the screens warn before it is dialled or written to.
    """
    if len(refs) < 2:
        return refs, ""
    found = collision.reachable(desk, refs, kind.meaning)
    if not found:
        raise InvalidError(
            tr("None of these {count} may be contacted that way.", count=len(refs)), hint=tr("See dnc:yes in a list.")
        )
    left_out = len(refs) - len(found)
    return found, tr("; {count} left out, not to be contacted", count=left_out) if left_out else ""


def best_first(desk: Desk, refs: Sequence[Ref]) -> list[Ref]:
    """The records with the highest score first, those without one last, else in the order given."""

    def score(ref: Ref) -> int:
        found = desk.connection.value("SELECT score FROM lead WHERE id = ?", (ref.id,))
        return -1 if found is None else int(found)

    return sorted(refs, key=score, reverse=True)


def _move(desk: Desk, moves: Sequence[tuple[Ref, dt.date, dt.time | None]], when: str, *, kind: str = "call") -> str:
    call = kind_named(desk, kind)
    who = moves[0][0].name if len(moves) == 1 else plural(len(moves), "record", "records")
    sentence = f"Next step of {who} moved to {when}" if len(moves) == 1 else f"Next steps of {who}: {when}"
    with desk.operation(sentence) as unit:
        new = []
        for ref, day, time in moves:
            before = planned(unit.connection, ref)
            instant = desk.instant(day, time) if time else None
            if before is None:
                new.append(_values(unit, desk, ref, Step(call, day, time)))
            else:
                unit.update("activity", before.id, {"due_on": day, "due_at": instant})
        for values in new:
            unit.insert("activity", values)
    return sentence


def step_values(desk: Desk, step: Step, words: str) -> dict[str, object]:
    """A step as the row of an activity, without its owner and the record it is about."""
    return {
        "kind_id": step.kind.id,
        "subject": clean(words),
        "due_on": step.day,
        "due_at": desk.instant(step.day, step.time) if step.time else None,
        "duration_minutes": step.minutes,
        "promised": step.promised,
        "priority": step.priority,
    }


def _values(unit: "Unit", desk: Desk, ref: Ref, step: Step) -> dict[str, object]:
    owner = unit.connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,)) or desk.actor
    return {**step_values(desk, step, step.subject), "owner_id": owner, **links(unit, ref)}


def links(unit: "Unit", ref: Ref) -> dict[str, bytes | None]:
    """What an activity on this record points at: the record, and the account and contact behind it.

    NotFoundError when it is gone: nothing is to hang on a record in the bin, where nobody would meet it again.
    """
    if unit.connection.value(f"SELECT 1 FROM {ref.kind} WHERE id = ? AND deleted_op IS NULL", (ref.id,)) is None:
        raise NotFoundError(f"{ref.name} is not there any more.", hint="Somebody may have deleted it; refresh.")
    if ref.kind == "activity":
        return {}
    found: dict[str, bytes | None] = {f"{ref.kind}_id": ref.id}
    if ref.kind in {"lead", "deal"}:
        row = unit.connection.one(f"SELECT account_id, contact_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        if row:
            found |= {"account_id": row[0], "contact_id": row[1]}
    elif ref.kind == "contact":
        found["account_id"] = unit.connection.value("SELECT account_id FROM contact WHERE id = ?", (ref.id,))
    return found


def _not_past(desk: Desk, day: dt.date) -> None:
    if day < desk.today:
        raise InvalidError(
            f"{day.isoformat()} is in the past, so it cannot be a next step.", hint="Log what happened with: log."
        )
