"""Next steps as people type them: `call thu 10:00 with ops team`, `+2d`, `demo fri`."""

import datetime as dt

from salesdesk.domain.dates import parse_day
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step, kind_named, kinds
from salesdesk.store.read.lookups import Choice


def read_step(desk: Desk, text: str, *, kind: Choice | None = None) -> Step:
    """The step the words mean; without a day it is today, without a verb it is `kind` or a call.

    Raises InvalidError for an empty text or a day that has passed.
    """
    words = clean(text)
    if not words:
        raise InvalidError("Say what to do next.", hint="For example: call thu 10:00.")
    said = parse_capture(words, desk.today, calendar=desk.calendar, currency=desk.currency)
    chosen = kind or kind_named(desk, "call")
    if said.kind:
        chosen = kind_of_verb(desk, said.kind)
    day = said.day or desk.today
    if day < desk.today:
        raise InvalidError(
            f"{day.isoformat()} is in the past, so it cannot be a next step.", hint="Give a day to come."
        )
    return Step(chosen, day, said.time, said.rest, said.duration)


def step_text(step: Step, today: dt.date) -> str:
    """A step as words that `read_step` reads back."""
    day = "today" if step.day == today else step.day.strftime("%a %d %b").lstrip("0")
    time = f" {step.time:%H:%M}" if step.time else ""
    subject = f" {step.subject}" if step.subject else ""
    return f"{step.kind.name.lower()} {day}{time}{subject}"


def read_day(desk: Desk, text: str) -> dt.date:
    """The day the words mean, today or later."""
    day = parse_day(text, desk.today, desk.calendar)
    if day is None:
        raise InvalidError(f"'{text}' is not a day.", hint="Write for example: tomorrow, fri, +3d, 30nov.")
    return day


def kind_of_verb(desk: Desk, verb: str) -> Choice:
    """The kind of activity a verb of the capture line means."""
    every = kinds(desk)
    wanted = {"meet": "meeting", "send": "mail", "todo": "task"}.get(verb, verb)
    by_name = [k for k in every if k.name.lower() == wanted]
    by_meaning = [k for k in every if k.meaning == wanted]
    return (by_name or by_meaning or every)[0]
