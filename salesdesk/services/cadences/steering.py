"""Taking somebody out of a cadence, letting them wait, going on, and passing over a step."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.cadences import following, planning
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import EnrolmentRow

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

BY_HAND = "by hand"


def stop(desk: Desk, refs: Sequence[Ref]) -> str:
    """Take them out of their cadence, with the step that was planned."""

    def act(unit: "Unit", row: EnrolmentRow) -> str:
        following.stop(unit, desk, row, BY_HAND)
        return ""

    return _each(desk, refs, tr("taken out of"), act)


def pause(desk: Desk, refs: Sequence[Ref]) -> str:
    """Let them wait: what was planned goes, until they are resumed."""

    def act(unit: "Unit", row: EnrolmentRow) -> str:
        unit.update("enrolment", row.id, {"state": "paused"})
        following.drop_step(unit, row, tr("{cadence} paused", cadence=row.cadence))
        return ""

    return _each(desk, refs, tr("paused in"), act, state="active")


def resume(desk: Desk, refs: Sequence[Ref]) -> str:
    """Go on where they were paused: the step is planned again, from today on."""

    def act(unit: "Unit", row: EnrolmentRow) -> str:
        step = following.plan_step(unit, desk, row, row.position, planning.due_day(desk, desk.today, 0))
        return step.sentence(desk.today)

    return _each(desk, refs, tr("resumed in"), act, state="paused")


def skip(desk: Desk, refs: Sequence[Ref]) -> str:
    """Pass over the step that is planned; the next one waits from today, after the last the cadence is finished."""

    def act(unit: "Unit", row: EnrolmentRow) -> str:
        following.drop_step(unit, row, tr("step of {cadence} skipped", cadence=row.cadence))
        step = following.go_on(unit, desk, row)
        return step.sentence(desk.today) if step else tr("that was the last step")

    return _each(desk, refs, tr("skipped a step of"), act, state="active")


def _each(
    desk: Desk, refs: Sequence[Ref], verb: str, act: Callable[["Unit", EnrolmentRow], str], state: str = ""
) -> str:
    """Act on those of these records who are inside (and in that state), as one operation; a sentence."""
    with desk.operation(verb) as unit:
        found = [row for ref in refs if (row := enrolments.of_record(unit.connection, ref.kind, ref.id))]
        # A person may be given twice, as themselves and by their deal.
        inside = list({row.id: row for row in found}.values())
        rows = [row for row in inside if not state or row.state == state]
        if not rows:
            raise _none(refs, inside)
        then = [act(unit, row) for row in rows]
        who = rows[0].name if len(rows) == 1 else plural(len(rows), tr("record"), tr("records"))
        names = list(dict.fromkeys(row.cadence for row in rows))
        what = names[0] if len(names) == 1 else plural(len(names), tr("cadence"), tr("cadences"))
        unit.label = sentence = f"{who} {verb} {what}"
    following_step = f". {tr('Next')}: {then[0]}" if len(then) == 1 and then[0] else ""
    return sentence + following_step


def _none(refs: Sequence[Ref], inside: Sequence[EnrolmentRow]) -> NotFoundError | InvalidError:
    who = refs[0].name if len(refs) == 1 else plural(len(refs), tr("record"), tr("records"))
    if inside:
        now = tr("paused") if inside[0].state == "paused" else tr("not paused")
        hint = f"salesdesk cadence {'resume' if inside[0].state == 'paused' else 'pause'} {inside[0].name}"
        return InvalidError(tr("{who}: {state} in {name}.", who=who, state=now, name=inside[0].cadence), hint=hint)
    return NotFoundError(tr("{who} is in no cadence.", who=who), hint="salesdesk cadence who")
