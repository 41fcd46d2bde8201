"""The next step of somebody in a cadence: a planned activity like any other, with the cadence it belongs to."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from salesdesk.domain.cadence import CadenceStep
from salesdesk.services import outreach
from salesdesk.services.calendar import working_days
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step
from salesdesk.services.records import Ref
from salesdesk.store.read.enrolments import EnrolmentRow, Standing
from salesdesk.store.read.lookups import Choice

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


def due_day(desk: Desk, base: dt.date, wait: int) -> dt.date:
    """The working day `wait` working days after `base`, itself counted when it is one and the wait is none.

    Never before today: who logs late does not find the next step overdue.
    """
    days = working_days(desk, base + dt.timedelta(days=1) if wait else base)
    day = next(days)
    for _ in range(wait - 1):
        day = next(days)
    return day if day >= desk.today else next(working_days(desk, desk.today))


def kind_of(desk: Desk, step: CadenceStep) -> Choice:
    """The kind of activity a step is."""
    every = outreach.kinds(desk)
    return next((k for k in every if k.meaning == step.kind), every[0])


def step_of(desk: Desk, ref: Ref, step: CadenceStep, day: dt.date) -> Step:
    """A step of a cadence as a step of that record."""
    return Step(kind_of(desk, step), day, None, subject(desk, ref, step))


def subject(desk: Desk, ref: Ref, step: CadenceStep) -> str:
    """What the step is about, with the fields of the record put in; a mail is about its template."""
    if step.kind == "mail" or "{" not in step.words:
        return step.words
    from salesdesk.domain.mail_template import Template, merge, read_snippet
    from salesdesk.services.merging import fields, snippet_texts

    words = Template(read_snippet(step.words), ())
    return merge(words, fields(desk, ref), snippet_texts(desk)).subject


def values(
    unit: "Unit", desk: Desk, ref: Ref, step: Step, *, enrolment: bytes, place: int, owner: bytes | None
) -> dict[str, Any]:
    """The row of a planned step."""
    return {
        **outreach.step_values(desk, step, step.subject),
        **outreach.links(unit, ref),
        "enrolment_id": enrolment,
        "cadence_step": place,
        "owner_id": owner,
    }


def who_acts(standing: Standing, enrolled_by: bytes | None, desk: Desk) -> bytes | None:
    """Whose a step is: the owner of the record now; of nobody's record, or of somebody's who left, who enrolled it."""
    if standing.owner_id is not None and standing.owner_works:
        return standing.owner_id
    works = enrolled_by is not None and desk.connection.value(
        "SELECT 1 FROM member WHERE id = ? AND active", (enrolled_by,)
    )
    return enrolled_by if works else desk.actor or standing.owner_id


def ref_of(row: EnrolmentRow) -> Ref:
    """The record somebody is enrolled as."""
    return Ref(row.record_kind, row.record_id, row.code, row.name, row.company)
