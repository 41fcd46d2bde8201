"""Touching people: logging what happened, and the next step that makes sure nobody is forgotten."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.dates import next_working_days, say_due
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import Choice, OutcomeRow, choices, outcomes

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# Which activities are a record's own. A step of a deal also names its contact and account, and is not theirs;
# a to-do without a record stands for itself.
_OWN = {
    "lead": "lead_id = ?",
    "deal": "deal_id = ?",
    "contact": "contact_id = ? AND lead_id IS NULL AND deal_id IS NULL",
    "account": "account_id = ? AND contact_id IS NULL AND lead_id IS NULL AND deal_id IS NULL",
    "activity": "id = ?",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: what, on which day, at which time if one was agreed."""

    kind: Choice
    day: dt.date
    time: dt.time | None = None
    subject: str = ""
    minutes: int | None = None

    def sentence(self, today: dt.date) -> str:
        """`call Thu 09:30`, for a toast or a command."""
        day = say_due(self.day, None, today)
        time = f" {self.time:%H:%M}" if self.time else ""
        what = f": {self.subject}" if self.subject else ""
        return f"{self.kind.name.lower()} {day}{time}{what}"


@dataclass(frozen=True, slots=True)
class Planned:
    """The next step a record has now."""

    id: bytes
    kind_id: bytes | None
    on: dt.date
    subject: str


@dataclass(frozen=True, slots=True)
class Logged:
    """What a log did, for the toast: the outcome and the next step that follows."""

    outcome: OutcomeRow
    next_step: Step | None
    sentence: str


def kinds(desk: Desk) -> list[Choice]:
    """The kinds of activity, in order."""
    return choices(desk.connection, "activity_kind")


def kind_named(desk: Desk, name: str) -> Choice:
    """The kind of that name, meaning, letter, or beginning; InvalidError lists them."""
    asked = fold(name)
    every = kinds(desk)
    for test in (
        lambda k: fold(k.name) == asked,
        lambda k: k.meaning == asked,
        lambda k: fold(k.name).startswith(asked),
    ):
        found = [k for k in every if test(k)]
        if found:
            return found[0]
    raise InvalidError(
        f"'{name}' is not a kind of activity.", hint="There are: " + ", ".join(k.name for k in every) + "."
    )


def planned(connection: Connection, ref: Ref) -> Planned | None:
    """The next step of a lead, deal, contact or account; a to-do is its own."""
    row = connection.one(
        f"SELECT id, kind_id, due_on, subject FROM activity WHERE {_OWN[ref.kind]} AND done_on IS NULL"
        " AND due_on IS NOT NULL AND deleted_op IS NULL ORDER BY due_on, due_at IS NULL, due_at, id LIMIT 1",
        (ref.id,),
    )
    return Planned(row[0], row[1], dt.date.fromisoformat(row[2]), row[3]) if row else None


def open_steps(connection: Connection, ref: Ref) -> list[bytes]:
    """The keys of all planned steps of a record's own."""
    rows = connection.rows(
        f"SELECT id FROM activity WHERE {_OWN[ref.kind]} AND done_on IS NULL AND deleted_op IS NULL", (ref.id,)
    )
    return [key for (key,) in rows]


def outcomes_for(desk: Desk, ref: Ref) -> tuple[Choice, list[OutcomeRow]]:
    """The kind that logging on this record starts with (its next step's, else call) and that kind's outcomes."""
    step = planned(desk.connection, ref)
    every = kinds(desk)
    kind = next((k for k in every if step and k.id == step.kind_id), None)
    if kind is None or (kind.meaning in {"task", "note"} and ref.kind != "activity"):
        kind = next(k for k in every if k.meaning == "call")
    return kind, [o for o in outcomes(desk.connection) if o.kind_id == kind.id]


def outcome_named(desk: Desk, name: str, kind: Choice | None = None) -> OutcomeRow:
    """The outcome of that letter, name or beginning of a name; of one kind, or of whichever has it first."""
    asked = fold(name)
    every = [o for o in outcomes(desk.connection) if kind is None or o.kind_id == kind.id]
    found = [o for o in every if fold(o.name) == asked] or [o for o in every if fold(o.name).startswith(asked)]
    if kind is not None and len(asked) == 1:
        found = [o for o in every if o.letter == asked] or found
    if not found:
        words = ", ".join(dict.fromkeys(o.name.lower() for o in every))
        raise InvalidError(f"'{name}' is not an outcome.", hint=f"There are: {words}.")
    names = dict.fromkeys(o.name for o in found)
    if len(names) > 1 and kind is not None:
        raise AmbiguousError(f"Several outcomes start with '{name}'.", list(names))
    return found[0]


def log(
    desk: Desk,
    refs: Ref | Sequence[Ref],
    outcome: OutcomeRow,
    *,
    note: str = "",
    step: Step | None = None,
    no_step: bool = False,
    at: dt.datetime | None = None,
    minutes: int | None = None,
) -> Logged:
    """A touch that was made with one record or several, and the next step that follows, as one operation.

    A planned step of the same kind, or one that is due, is what was done; without one a touch is added.
    `step` None takes the outcome's default unless a later step is planned already; `no_step` plans none.
    """
    touched = [refs] if isinstance(refs, Ref) else list(refs)
    instant = at or clock.now()
    if instant > clock.now() + dt.timedelta(minutes=1):
        raise InvalidError("A touch cannot be logged in the future.", hint="Plan it as a next step instead.")
    local = desk.local(instant)
    values = {
        "kind_id": outcome.kind_id,
        "outcome_id": outcome.id,
        "note": clean(note, multiline=True, limit=NOTE_LIMIT),
        "done_on": local.date(),
        "done_at": instant,
        "duration_minutes": minutes,
        "owner_id": desk.actor,
    }
    default = step if step or no_step else default_step(desk, outcome, local)
    who = touched[0].name if len(touched) == 1 else plural(len(touched), "record", "records")
    sentence = f"Logged {outcome.name.lower()} for {who}"
    following = None
    with desk.operation(sentence) as unit:
        for ref in touched:
            following = _log_one(unit, desk, ref, values, step, default)
    then = f". Next: {following.sentence(desk.today)}" if following else ""
    return Logged(outcome, following, sentence + then)


def _log_one(
    unit: "Unit", desk: Desk, ref: Ref, values: dict[str, object], step: Step | None, default: Step | None
) -> Step | None:
    """Log on one record; the step that was planned."""
    before = planned(unit.connection, ref)
    done = before if before and (before.kind_id == values["kind_id"] or before.on <= desk.today) else None
    if done is not None:
        unit.update("activity", done.id, values)
    else:
        unit.insert("activity", {**values, **_links(unit, ref)})
    _work_lead(unit, ref)
    left = planned(unit.connection, ref)
    following = step or (default if left is None else None)
    if following is not None:
        _plan(unit, desk, ref, following, replacing=left.id if left else None)
    return following


def step_after(desk: Desk, ref: Ref, outcome: OutcomeRow, local: dt.datetime) -> Step | None:
    """The next step once this outcome is logged: the one planned for later, else what the outcome suggests."""
    waiting = desk.connection.rows(
        f"SELECT kind_id, due_on, due_at, subject, duration_minutes FROM activity WHERE {_OWN[ref.kind]}"
        " AND done_on IS NULL AND due_on IS NOT NULL AND deleted_op IS NULL"
        " ORDER BY due_on, due_at IS NULL, due_at, id LIMIT 2",
        (ref.id,),
    )
    if waiting and (waiting[0][0] == outcome.kind_id or waiting[0][1] <= desk.today.isoformat()):
        waiting = waiting[1:]
    if not waiting:
        return default_step(desk, outcome, local)
    kind_id, on, at, subject, minutes = waiting[0]
    every = kinds(desk)
    kind = next((k for k in every if k.id == kind_id), every[0])
    time = desk.local(dt.datetime.fromisoformat(at)).time() if at else None
    return Step(kind, dt.date.fromisoformat(on), time, subject, minutes)


def default_step(desk: Desk, outcome: OutcomeRow, local: dt.datetime) -> Step | None:
    """What the outcome suggests, such as `call +2d`: on a working day, after no answer in the other half of it."""
    word, _, wait = outcome.next_step.partition(" ")
    if not word:
        return None
    days = int(wait.strip("+d") or 1)
    day = next(next_working_days(local.date() + dt.timedelta(days=days)))
    time = None
    if fold(outcome.name) == "no answer":
        time = dt.time(14, 30) if local.hour < 12 else dt.time(9, 30)
    return Step(kind_named(desk, word), day, time)


def add_touch(unit: "Unit", ref: Ref, values: dict[str, object]) -> None:
    """Something that happened with a record, inside an operation."""
    unit.insert("activity", {**values, **_links(unit, ref)})
    _work_lead(unit, ref)


def set_step(unit: "Unit", desk: Desk, ref: Ref, step: Step) -> None:
    """The next step of a record, replacing what was planned, inside an operation."""
    before = planned(unit.connection, ref)
    _plan(unit, desk, ref, step, replacing=before.id if before else None)
    _work_lead(unit, ref)


def plan(desk: Desk, refs: Sequence[Ref], step: Step) -> str:
    """Set the next step of these records, replacing what was planned; one operation, one sentence."""
    _not_past(desk, step.day)
    who = refs[0].name if len(refs) == 1 else plural(len(refs), "record", "records")
    sentence = f"Next step of {who}: {step.sentence(desk.today)}"
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
    days = next_working_days(start or desk.today)
    moves, day = [], next(days)
    for number, ref in enumerate(refs):
        if number and number % per_day == 0:
            day = next(days)
        moves.append((ref, day, None))
    if not moves:
        return tr("Nothing to spread.")
    return _move(desk, moves, f"{per_day} a day until {say_due(day, None, desk.today)}", kind=kind)


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


def _plan(unit: "Unit", desk: Desk, ref: Ref, step: Step, *, replacing: bytes | None) -> None:
    values = _values(unit, desk, ref, step)
    if replacing is not None:
        unit.delete("activity", replacing)
    unit.insert("activity", values)


def _values(unit: "Unit", desk: Desk, ref: Ref, step: Step) -> dict[str, object]:
    owner = unit.connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,)) or desk.actor
    return {
        "kind_id": step.kind.id,
        "subject": clean(step.subject),
        "due_on": step.day,
        "due_at": desk.instant(step.day, step.time) if step.time else None,
        "duration_minutes": step.minutes,
        "owner_id": owner,
        **_links(unit, ref),
    }


def _links(unit: "Unit", ref: Ref) -> dict[str, bytes | None]:
    """What an activity on this record points at: the record, and the account and contact behind it.

    NotFoundError when it is gone: nothing is to hang on a record in the bin, where nobody would meet it again.
    """
    if unit.connection.value(f"SELECT 1 FROM {ref.kind} WHERE id = ? AND deleted_op IS NULL", (ref.id,)) is None:
        raise NotFoundError(f"{ref.name} is not there any more.", hint="Somebody may have deleted it; refresh.")
    if ref.kind == "activity":
        return {}
    links: dict[str, bytes | None] = {f"{ref.kind}_id": ref.id}
    if ref.kind in {"lead", "deal"}:
        row = unit.connection.one(f"SELECT account_id, contact_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        if row:
            links |= {"account_id": row[0], "contact_id": row[1]}
    elif ref.kind == "contact":
        links["account_id"] = unit.connection.value("SELECT account_id FROM contact WHERE id = ?", (ref.id,))
    return links


def _work_lead(unit: "Unit", ref: Ref) -> None:
    """A lead somebody works on is not New any more."""
    if ref.kind != "lead":
        return
    found = unit.connection.rows(
        "SELECT id FROM lead_status WHERE meaning = 'open' AND deleted_op IS NULL ORDER BY position, id LIMIT 2"
    )
    present = unit.connection.value("SELECT status_id FROM lead WHERE id = ?", (ref.id,))
    if len(found) == 2 and present == found[0][0]:
        unit.update("lead", ref.id, {"status_id": found[1][0]})


def _not_past(desk: Desk, day: dt.date) -> None:
    if day < desk.today:
        raise InvalidError(
            f"{day.isoformat()} is in the past, so it cannot be a next step.", hint="Log what happened with: log."
        )
