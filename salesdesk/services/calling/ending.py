"""After a call: how it went is decided, and everything that follows is saved as one act."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain import spin
from salesdesk.domain.commitment import Commitment, read_commitment
from salesdesk.domain.dates import say_due
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.money import Money
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.errors import InvalidError, NotFoundError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.services import outreach, recap
from salesdesk.services.calling import drafts
from salesdesk.services.calling.planning import links
from salesdesk.services.calling.running import Run
from salesdesk.services.calling.scripts import language_of
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_step, step_text
from salesdesk.store.read.lookups import OutcomeRow, StageRow, outcomes, stages

if TYPE_CHECKING:
    from salesdesk.services.composing import Letter
    from salesdesk.store.unit import Unit

ORDER, ADVANCE, CONTINUATION, NO_SALE = RESULTS = ("order", "advance", "continuation", "no-sale")
_TALKED = frozenset({"reached", "closed"})


@dataclass(frozen=True, slots=True)
class Ending:
    """What was decided; `result` counts only after a conversation, `next_step` empty plans none, `mail` keeps the draft
    of a follow-up."""

    outcome: OutcomeRow
    result: str = ""
    next_step: str = ""
    take_stage: bool = False
    mail: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """What was saved: the result as it counts, and the sentence for the toast."""

    result: str
    sentence: str


def call_outcomes(desk: Desk) -> list[OutcomeRow]:
    """How a call can end."""
    kind = next(k for k in outreach.kinds(desk) if k.meaning == "call")
    return [o for o in outcomes(desk.connection) if o.kind_id == kind.id]


def asks_result(outcome: OutcomeRow) -> bool:
    """Whether there was a conversation whose result is to be decided; a refusal is a no-sale by itself."""
    return outcome.meaning == "reached"


def agreed(run: Run) -> str:
    """What was written as the next step: the first `>` line."""
    return next((note.text for note in run.notes if note.kind == "next" and note.text), "")


def proposed_step(desk: Desk, run: Run, outcome: OutcomeRow) -> str:
    """The next step to begin with: the `>` line after a conversation, else what the outcome suggests."""
    said = agreed(run)
    if said and outcome.meaning in _TALKED:
        return said
    step = outreach.step_after(desk, run.plan.ref, outcome, desk.local(clock.now()))
    return step_text(step, desk.today) if step else ""


def commitment(desk: Desk, run: Run, text: str) -> Commitment:
    """Who does what by when in these words; what is missing for an advance."""
    said = parse_capture(clean(text), desk.today, calendar=desk.calendar, currency=desk.currency)
    team = [member.name for member in desk.members()]
    return read_commitment(said.rest, said.kind or "", said.day, run.plan.people, team)


def why_no_advance(found: Commitment) -> str:
    """Why the words are not an advance; empty when they are one."""
    if found.whole:
        return ""
    lacks = {"who": tr("who of theirs"), "what": tr("what they do"), "when": tr("by when")}
    return tr("it does not say {what}", what=tr(" and ").join(lacks[name] for name in found.missing))


def likely_result(desk: Desk, run: Run, text: str) -> str:
    """The result to begin with: an advance when the words are one, else a continuation."""
    return ADVANCE if commitment(desk, run, text).whole else CONTINUATION


def stage_after(desk: Desk, ref: Ref, result: str) -> StageRow | None:
    """The open stage to suggest after an advance: the next one of an open deal's pipeline."""
    if ref.kind != "deal" or result != ADVANCE:
        return None
    row = desk.connection.one("SELECT pipeline_id, stage_id, state FROM deal WHERE id = ?", (ref.id,))
    if row is None or row[2] != "open":
        return None
    every = stages(desk.connection, row[0])
    at = next((n for n, stage in enumerate(every) if stage.id == row[1]), len(every))
    return next((stage for stage in every[at + 1 :] if stage.meaning == "open"), None)


def end(desk: Desk, run: Run, ending: Ending) -> Ended:
    """Save the call as one operation: the touch, its result, needs, tags, value, next step, tasks, stage.

    An advance that does not say who does what by when is stored as a continuation. InvalidError for a conversation
    without a result or a step that cannot be read, NotFoundError when the record is gone; then nothing is saved and
    the call stays as it is, with all its notes.
    """
    result = _result(ending)
    step = read_step(desk, ending.next_step) if ending.next_step else None
    found = commitment(desk, run, ending.next_step)
    if result == ADVANCE and not found.whole:
        result = CONTINUATION
    now, ref = clock.now(), run.plan.ref
    sentence = _sentence(run, ending.outcome, result)
    talked = ending.outcome.meaning in _TALKED
    values = outreach.touch_values(desk, ending.outcome, now)
    values |= {
        "note": summary(desk, run, result, found if result == ADVANCE else None),
        "quote": clean("\n".join(n.text for n in run.notes if n.kind == "quote"), multiline=True, limit=NOTE_LIMIT),
        "duration_minutes": max(1, round(run.seconds / 60)) if talked else None,
    }
    stage = stage_after(desk, ref, result) if ending.take_stage else None
    letter = follow_up(desk, run, found, ending.next_step) if ending.mail and asks_result(ending.outcome) else None
    with desk.operation(sentence) as unit:
        _must_be_open(unit, run)
        _must_be_there(unit, ref)
        key = _touch(unit, desk, run, ending.outcome, values, step)
        kept = {"advance_who": found.who, "advance_what": found.what, "advance_on": found.on}
        unit.update(
            "call_run",
            run.id,
            {"activity_id": key, "ended_at": now, "result": result, **(kept if result == ADVANCE else {})},
        )
        _keep_needs(unit, desk, run)
        _follow(unit, desk, run, skip=agreed(run))
        _mark(unit, desk, run)
        if stage is not None:
            from salesdesk.services import negotiating

            negotiating.put(unit, desk, ref, stage)
        if letter is not None:
            from salesdesk.services import drafting

            drafting.insert(unit, desk, letter)
    drafts.forget(run.id)
    then = f". Next: {step.sentence(desk.today)}" if step else ""
    return Ended(result, sentence + then + (tr(". The follow-up waits as a draft in the outbox") if letter else ""))


def follow_up(desk: Desk, run: Run, found: Commitment, next_step: str) -> "Letter":
    """The mail after the call, with what was said in it; InvalidError when this person gets none."""
    from salesdesk.services import composing

    mail = recap.follow_up(desk, run.plan.ref, language_of(desk, run.plan.ref))
    if mail.why_not:
        raise InvalidError(tr("There is no follow-up mail: {why}.", why=mail.why_not), hint=tr("Wrap up without it."))
    wanted = sorted((n for n in run.notes if n.kind in spin.NEEDS and n.text), key=lambda n: n.kind != "explicit")
    said = agreed(run)
    others = [n.text for n in run.notes if n.kind == "next" and n.text and n.text != said]
    promised = [(found.what, found.on)] if found.what else [_promise(desk, next_step)]
    deeds = [*promised, *(_promise(desk, text) for text in others)]
    facts = {
        "needs": recap.needs_text(n.text for n in wanted),
        "agreed": recap.agreed_text(deeds, desk.today, mail.language),
    }
    text = recap.without_empty(mail.text, facts)
    return composing.compose(desk, [run.plan.ref], text, template_id=mail.template_id, facts=facts)[0]


def _promise(desk: Desk, text: str) -> tuple[str, dt.date | None]:
    """What a `>` line promises, and by when; what was only planned (a call, another time) is no promise to write of."""
    words = clean(text)
    said = parse_capture(words, desk.today, calendar=desk.calendar, currency=desk.currency)
    if not said.rest:
        return "", None
    # The kind of a step is read off its verb, which the reader of the mail needs.
    verb = words.split()[0]
    return (said.rest if said.rest.startswith(verb) else f"{verb} {said.rest}"), said.day


def _result(ending: Ending) -> str:
    if ending.outcome.meaning == "closed":
        return NO_SALE
    if not asks_result(ending.outcome):
        return ""
    if ending.result not in RESULTS:
        raise InvalidError("How did the talk end?", hint=f"One of: {', '.join(RESULTS)}.")
    return ending.result


def _sentence(run: Run, outcome: OutcomeRow, result: str) -> str:
    return f"Call with {run.plan.name}: {result or outcome.name.lower()}"


def _must_be_open(unit: "Unit", run: Run) -> None:
    found = unit.connection.one("SELECT ended_at, deleted_op FROM call_run WHERE id = ?", (run.id,))
    if found is None or found[1] is not None:
        raise NotFoundError("This call was dropped elsewhere.", hint="Undo brings it back.")
    if found[0] is not None:
        raise InvalidError("This call was wrapped up elsewhere.", hint="Esc leaves it; `salesdesk call list` shows it.")


def _must_be_there(unit: "Unit", ref: Ref) -> None:
    if unit.connection.value(f"SELECT 1 FROM {ref.kind} WHERE id = ? AND deleted_op IS NULL", (ref.id,)) is None:
        raise NotFoundError(
            f"{ref.name} was deleted during the call.",
            hint="All notes are kept: bring the record back with undo, then wrap up again.",
        )


def _touch(
    unit: "Unit", desk: Desk, run: Run, outcome: OutcomeRow, values: dict[str, object], step: Step | None
) -> bytes:
    """The touch in the timeline and what follows; its key, which is that of the planned call when one was waiting."""
    ref = run.plan.ref
    waiting = outreach.planned(unit.connection, ref)
    outreach.touch(unit, desk, ref, outcome, values, step, None)
    done = "SELECT id FROM activity WHERE {} AND done_on IS NOT NULL AND deleted_op IS NULL"
    was_planned = waiting and unit.connection.value(done.format("id = ?"), (waiting.id,))
    made = done.format(f"{ref.kind}_id = ? AND created_op = ?")
    return bytes(was_planned or unit.connection.value(made, (ref.id, unit.operation_id)))


def _keep_needs(unit: "Unit", desk: Desk, run: Run) -> None:
    about = links(unit.connection, run.plan.ref)
    for note in run.notes:
        if note.kind in spin.NEEDS and note.text:
            values = {"call_id": run.id, "kind": note.kind, "words": note.text, "severity": note.severity}
            unit.insert("need", {**values, **about, "said_on": desk.today})


def _follow(unit: "Unit", desk: Desk, run: Run, *, skip: str) -> None:
    """The other `>` lines become steps of their own."""
    for note in run.notes:
        if note.kind == "next" and note.text and note.text != skip:
            outreach.add_step(unit, desk, run.plan.ref, _task(desk, note.text))


def _task(desk: Desk, text: str) -> Step:
    """A step of these words; what cannot be read as one is a task of today, so that nothing said gets lost."""
    task = outreach.kind_named(desk, "task")
    try:
        return read_step(desk, text, kind=task)
    except SalesdeskError:
        return Step(task, desk.today, None, clean(text))


def _mark(unit: "Unit", desk: Desk, run: Run) -> None:
    """Tags and the value that were typed."""
    from salesdesk.services.editing import put_tags

    ref = run.plan.ref
    tags = [f"+{word}" for note in run.notes if note.kind == "tag" for word in note.text.replace(",", " ").split()]
    if tags:
        put_tags(unit, ref, tags)
    money = value_said(desk, run)
    if money is not None and ref.kind in {"lead", "deal"}:
        unit.update(ref.kind, ref.id, {"value_minor": money.minor, "currency": money.currency})


def value_said(desk: Desk, run: Run) -> Money | None:
    """The last amount that was typed."""
    said = [spin.amount(note.text, desk.currency) for note in run.notes if note.kind == "amount"]
    return next((money for money in reversed(said) if money is not None), None)


def summary(desk: Desk, run: Run, result: str, found: Commitment | None) -> str:
    """The note of the touch: the result in the first line, then what was said, in order."""
    lines = []
    if result:
        words = result.capitalize()
        if found and found.on:
            words += f": {found.what} by {say_due(found.on, None, desk.today)}"
        lines.append(f"{words}.")
    lines += [note_line(note) for note in run.notes if note.text]
    return clean("\n".join(lines), multiline=True, limit=NOTE_LIMIT)


def note_line(note: spin.Note) -> str:
    """A note as plain text: `P  Exports are wrong`, with the sign of what it is."""
    sign = {
        "next": ">",
        "objection": "!",
        "implied": "*",
        "explicit": "**",
        "quote": '"',
        "tag": "#",
        "amount": "$",
        "shown": "+",
    }
    severity = f" ({note.severity})" if note.severity else ""
    mark = sign.get(note.kind, "")
    closing = '"' if note.kind == "quote" else ""
    text = f"{mark}{'' if note.kind in {'quote', 'tag', 'amount'} else ' '}{note.text}{closing}" if mark else note.text
    return f"{note.section} {text}{severity}".strip()
