"""Doing what a capture line proposes: a lead, a step, a touch or a note, as one operation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from salesdesk import clock
from salesdesk.domain.language.pieces import Capture
from salesdesk.domain.text import CELL_LIMIT, clean, fold
from salesdesk.errors import InvalidError
from salesdesk.services import notices
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import (
    Step,
    add_step,
    kind_of_verb,
    outcomes_of,
    set_step,
    step_values,
    touch,
    touch_values,
)
from salesdesk.services.owners import hand_over
from salesdesk.services.prospecting.capturing import Proposal
from salesdesk.services.prospecting.rows import kind_name
from salesdesk.services.records import Ref, by_id
from salesdesk.services.statuses import first_status
from salesdesk.services.steps import read_step
from salesdesk.store.read.lookups import OutcomeRow, choices

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


def save(desk: Desk, proposal: Proposal) -> tuple[Ref | None, str]:
    """Do what was proposed, as one operation: the record it made or met, and a sentence.

    Raises InvalidError for a step in the past, NotFoundError for an owner nobody is.
    """
    step = proposal.step
    if step is not None and step.day < desk.today:
        raise InvalidError(
            f"{step.day.isoformat()} is in the past, so it cannot be a next step.",
            hint="Log what happened with: log WHO OUTCOME at WHEN.",
        )
    following = read_step(desk, proposal.capture.next) if proposal.capture.next else proposal.then
    if proposal.target is not None:
        return _save_known(desk, proposal, proposal.target, following)
    if proposal.creates == "note":
        return None, _save_note(desk, proposal)
    return _save_lead(desk, proposal, following)


def _save_note(desk: Desk, proposal: Proposal) -> str:
    words = clean(proposal.capture.text)
    if not words:
        raise InvalidError("There is nothing to save yet.", hint="Type a name, a company, a phone number.")
    sentence = f"Noted: {words[:60]}"
    with desk.operation(sentence) as unit:
        if proposal.step is not None:
            unit.insert("activity", {**step_values(desk, proposal.step, words), "owner_id": desk.actor})
        else:
            key = unit.insert("activity", _touch(desk, _noted(desk), words))
            notices.mentioned(unit, desk, words, None, key)
    return sentence


def _save_lead(desk: Desk, proposal: Proposal, following: Step | None) -> tuple[Ref, str]:
    said, step, happened = proposal.capture, proposal.step, proposal.happened
    name = said.person or said.company or said.mail or said.phone
    with desk.operation(f"Lead {name} added") as unit:
        row = new_lead(desk, unit, said, source=proposal.source, notes="" if step or happened else proposal.title)
        ref = by_id(unit.connection, "lead", unit.insert("lead", row))
        notices.assigned(unit, desk, [ref], row["owner_id"])
        if happened:
            touch(unit, desk, ref, happened, _touch(desk, happened, proposal.title, said.duration), None, None)
        for planned in (step, following):
            if planned:
                add_step(unit, desk, ref, planned)
    then = step or following
    return ref, f"Lead {ref.name} added{f', {then.sentence(desk.today)}' if then else ''}"


def _save_known(desk: Desk, proposal: Proposal, target: Ref, following: Step | None) -> tuple[Ref, str]:
    """What was said about a known record: something that happened, a note, or a next step; and what it tells."""
    step, happened = proposal.step, proposal.happened
    if step:
        sentence = f"Next step of {target.name}: {step.sentence(desk.today)}"
    elif happened:
        sentence = f"{kind_name(desk, happened)} of {target.name}"
    else:
        happened = _noted(desk) if _says_more(proposal) else None
        sentence = f"Note on {target.name}" if happened else f"{target.name} changed"
    steps = [s for s in (step, following) if s]
    with desk.operation(sentence) as unit:
        if happened:
            words = proposal.title or proposal.capture.text
            touch(unit, desk, target, happened, _touch(desk, happened, words, proposal.capture.duration), None, None)
        for number, planned in enumerate(steps):
            (add_step if number else set_step)(unit, desk, target, planned)
        _tell(unit, desk, proposal, target)
    return target, sentence


def _says_more(proposal: Proposal) -> bool:
    """Whether a line about somebody known holds more than what is put in its place."""
    said = proposal.capture
    placed = proposal.fills or proposal.source or said.next or said.amount or said.tags or said.owner
    return bool(proposal.title or not placed)


def _tell(unit: "Unit", desk: Desk, proposal: Proposal, target: Ref) -> None:
    """Put into a known record what the line tells about it."""
    said = proposal.capture
    values: dict[str, Any] = dict(proposal.fills)
    if said.amount and target.kind in {"lead", "deal"}:
        values |= {"value_minor": said.amount.minor, "currency": said.amount.currency}
    if proposal.source:
        values["source_id"] = _source(unit, proposal.source)
    if said.tags and target.kind != "activity":
        tags = str(unit.connection.value(f"SELECT tags FROM {target.kind} WHERE id = ?", (target.id,)) or "")
        values["tags"] = tag_text([*tags.split(), *said.tags])
    unit.update(target.kind, target.id, values)
    if said.owner:
        hand_over(unit, desk, [target], desk.member(said.owner).id)


def new_lead(desk: Desk, unit: "Unit", said: Capture, *, source: str = "", notes: str = "") -> dict[str, Any]:
    """The row of a new lead as typed, owned by whom the line names, else by the present member."""
    given, family = (said.name.given, said.name.family) if said.name else ("", "")
    return {
        "name": said.person,
        "given_name": given,
        "family_name": family,
        "company": said.company,
        "title": said.role,
        "email": said.mail,
        "phone": said.phone,
        "website": said.domain,
        "status_id": first_status(unit.connection, "open").id,
        "source_id": _source(unit, source) if source else None,
        "owner_id": desk.member(said.owner).id if said.owner else desk.actor,
        "value_minor": said.amount.minor if said.amount else None,
        "currency": said.amount.currency if said.amount else desk.currency,
        "arrived_on": desk.today,
        "arrived_at": clock.now(),
        "tags": tag_text(said.tags),
        "notes": notes,
    }


def tag_text(tags: Sequence[str]) -> str:
    """Tags as they are kept: folded, sorted, between spaces, so that one can be found."""
    kept = sorted({fold(clean(tag)).replace(" ", "-") for tag in tags if clean(tag)})
    return f" {' '.join(kept)} " if kept else ""


def _source(unit: "Unit", name: str) -> bytes:
    """The source of that name, made when there is none."""
    every = choices(unit.connection, "source")
    found = next((c.id for c in every if fold(c.name) == fold(name)), None)
    return found or unit.insert("source", {"name": clean(name), "position": len(every)})


def _noted(desk: Desk) -> OutcomeRow:
    kind = kind_of_verb(desk, "note")
    found = next(iter(outcomes_of(desk, kind)), None)
    if found is None:
        raise InvalidError(f"There is no outcome of {kind.name} yet.", hint=f"salesdesk outcome add {kind.name} Noted")
    return found


def _touch(desk: Desk, outcome: OutcomeRow, words: str, minutes: int | None = None) -> dict[str, object]:
    said = {"subject": clean(words)[:CELL_LIMIT], "note": words, "duration_minutes": minutes}
    return {**touch_values(desk, outcome, clock.now()), **said}
