"""During a call: begun, each line kept at once, taken up again after a crash.

These operations have the source `call`, so that `u` never picks a single note: the wrap-up is what it takes back, and
then the call is there unfinished with all its notes, to be wrapped up anew or dropped.
"""

import datetime as dt
from dataclasses import dataclass, field, replace

from salesdesk import clock
from salesdesk.domain.ids import new_id
from salesdesk.domain.spin import Note, Said, capabilities, closest
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import tr
from salesdesk.services import texts
from salesdesk.services.calling import drafts
from salesdesk.services.calling.planning import CallPlan, links, plan_call
from salesdesk.services.calling.scripts import used
from salesdesk.services.desk import Desk
from salesdesk.services.records import by_id
from salesdesk.store.read import call_log
from salesdesk.store.read.call_log import CallRow

SOURCE = "call"


@dataclass(slots=True)
class Run:
    """A call that goes on: its plan, its notes in order, and since when (`before` is what it took before a break)."""

    id: bytes
    plan: CallPlan
    since: dt.datetime
    before: dt.timedelta = dt.timedelta()
    notes: list[Note] = field(default_factory=list)
    line: str = ""

    @property
    def seconds(self) -> int:
        """How long it takes so far."""
        return max(0, round((clock.now() - self.since + self.before).total_seconds()))


def begin(desk: Desk, plan: CallPlan) -> Run:
    """The call begins: it is on disk from now on, so that nothing of it gets lost."""
    now, key = clock.now(), new_id()
    used_script = plan.script
    drafts.enter(key)
    with desk.operation(f"Call with {plan.name} begun", source=SOURCE) as unit:
        unit.insert(
            "call_run",
            {
                "id": key,
                **links(unit.connection, plan.ref),
                "script_id": used_script.id,
                "version": used_script.version,
                "owner_id": desk.actor,
                "persona": used_script.script.says("persona"),
                "goal": used_script.script.says("goal"),
                "started_at": now,
            },
        )
    return Run(key, plan, now)


def resume(desk: Desk, call_id: bytes) -> Run:
    """Take up a call that was not ended, with its notes and the line that was being typed.

    NotFoundError when the call, or the record it is about, is gone; InvalidError while another window is in it.
    """
    if not drafts.enter(call_id):
        raise InvalidError("Another window is in that call.", hint="End it there, or close that window.")
    found = call_log.calls(desk.connection, " AND c.id = ? AND c.ended_at IS NULL", (call_id,), limit=1)
    if not found:
        raise NotFoundError("That call is not there any more.", hint="It was ended or dropped elsewhere.")
    call = found[0]
    ref = by_id(desk.connection, call.kind, call.record_id)
    plan = plan_call(desk, ref, call.script if call.script_id else "")
    notes = call_log.notes(desk.connection, call_id)
    last = max((note.at for note in notes if note.at), default=call.started_at)
    return Run(call_id, plan, clock.now(), last - call.started_at, notes, drafts.read(call_id))


def change_script(desk: Desk, run: Run, name: str) -> Run:
    """Go on with another script; what was noted stays."""
    chosen = used(desk, texts.find_text(desk, "script", name))
    plan = replace(plan_call(desk, run.plan.ref, chosen.name), unfinished=run.id)
    script = chosen.script
    with desk.operation(f"Call with {plan.name}: script {chosen.name}", source=SOURCE) as unit:
        values = {"script_id": chosen.id, "version": chosen.version}
        unit.update("call_run", run.id, {**values, "persona": script.says("persona"), "goal": script.says("goal")})
    run.plan = plan
    return run


def note(desk: Desk, run: Run, said: Said, question: str = "", section: str = "") -> Note:
    """File a line under a question; it is on disk when this returns.

    An empty note says that the question was asked. An objection is filed under the one of the script it is like, what
    was shown under what we can do.
    NotFoundError when the call was dropped elsewhere.
    """
    script = run.plan.script.script
    kind = said.kind if said.text or said.kind != "note" else "asked"
    cause, answered = "", False
    if kind == "objection":
        alike = closest(script, said.text, most=1)
        question, section = (alike[0].text if alike else ""), ""
        cause, answered = (alike[0].cause, bool(alike[0].answer)) if alike else ("", False)
    elif kind == "shown":
        shown = capabilities(script, said.text, most=1)
        question, section = (shown[0].text if shown else ""), ""
    elif kind in {"next", "tag", "amount"}:
        question, section = "", ""
    made = Note(
        new_id(),
        run.notes[-1].position + 1 if run.notes else 0,
        kind,
        section,
        question,
        clean(said.text, limit=NOTE_LIMIT),
        said.severity,
        cause,
        answered,
        clock.now(),
    )
    values = {name: getattr(made, name) for name in made.__slots__}
    with desk.operation(f"Note in the call with {run.plan.name}", source=SOURCE) as unit:
        _must_go_on(desk, run)
        unit.insert("call_note", {**values, "call_id": run.id})
    run.notes.append(made)
    return made


def take_back(desk: Desk, run: Run) -> Note | None:
    """The last note goes, to be typed again; None when there is none."""
    if not run.notes:
        return None
    last = run.notes[-1]
    with desk.operation(f"Note in the call with {run.plan.name} taken back", source=SOURCE) as unit:
        unit.delete("call_note", last.id)
    run.notes.pop()
    return last


def drop(desk: Desk, call_id: bytes, name: str) -> str:
    """Forget a call that never was; undo brings it back."""
    sentence = tr("Call with {name} dropped", name=name)
    with desk.operation(sentence) as unit:
        unit.execute(
            "call_note",
            "UPDATE call_note SET deleted_op = ? WHERE call_id = ? AND deleted_op IS NULL",
            (unit.operation_id, call_id),
        )
        unit.delete("call_run", call_id)
    drafts.forget(call_id)
    return sentence


def unfinished(desk: Desk) -> list[CallRow]:
    """The calls of the present member that were begun on this machine and not ended, the newest first.

    Not one that another window is in.
    """
    if desk.actor is None:
        return []
    found = call_log.calls(
        desk.connection,
        " AND c.ended_at IS NULL AND c.owner_id = ? AND c.created_op IN (SELECT o.id FROM operation o WHERE o.device = ?)",
        (desk.actor, desk.device),
        limit=20,
    )
    return [call for call in found if not drafts.busy(call.id)]


def _must_go_on(desk: Desk, run: Run) -> None:
    if desk.connection.value("SELECT 1 FROM call_run WHERE id = ? AND deleted_op IS NULL", (run.id,)) is None:
        raise NotFoundError(
            f"The call with {run.plan.name} was dropped elsewhere.", hint="Copy the line; undo brings the call back."
        )
