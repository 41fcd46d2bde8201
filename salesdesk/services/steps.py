"""Next steps as people type them: `call thu 10:00 with ops team`, `+2d`, `demo fri`, `nurture`."""

import datetime as dt

from salesdesk import clock
from salesdesk.domain.dates import parse_day
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.language.pieces import Capture
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Disqualify, Following, Nurture, Step, kind_named, kind_of_verb, kinds, nurture
from salesdesk.store.read.lookups import Choice, choices, lost_reasons

PRIORITIES = {"high": 2, "medium": 1, "low": -1}
_PROMISED = frozenset({"promised", "igert", "megigert", "igertem"})
_NURTURE = frozenset({"nurture", "nurture:"})
_DISQUALIFY = frozenset({"disqualify", "disqualified", "disqualify:"})
_UNREACHABLE = "unreachable"


def read_line(desk: Desk, text: str) -> Capture:
    """A line in the words of this workspace: its calendar, currency, sources and own kinds of activity."""
    return parse_capture(
        text,
        desk.today,
        calendar=desk.calendar,
        currency=desk.currency,
        sources=[c.name for c in choices(desk.connection, "source")],
        verbs={fold(k.name): fold(k.name) for k in kinds(desk)},
        now=desk.local(clock.now()).time(),
    )


def read_step(desk: Desk, text: str, *, kind: Choice | None = None) -> Step:
    """The step the words mean; without a day it is today, without a verb it is `kind` or a call.

    Raises InvalidError for an empty text or a day that has passed.
    """
    words = clean(text)
    if not words:
        raise InvalidError("Say what to do next.", hint="For example: call thu 10:00.")
    said = read_line(desk, words)
    chosen = kind or kind_named(desk, "call")
    if said.kind:
        chosen = kind_of_verb(desk, said.kind)
    day = said.day or desk.today
    if day < desk.today:
        raise InvalidError(
            f"{day.isoformat()} is in the past, so it cannot be a next step.", hint="Give a day to come."
        )
    return step_of(said, chosen, day, said.rest)


def step_of(said: Capture, kind: Choice, day: dt.date, words: str) -> Step:
    """The step a line means; `promised` as the first or last of its words marks it."""
    subject = words.split()
    at = next((at for at in (0, -1) if subject and fold(subject[at]).strip(",.") in _PROMISED), None)
    if at is not None:
        subject.pop(at)
    rest = words if at is None else " ".join(subject).strip(" ,")
    return Step(kind, day, said.time, rest, said.duration, at is not None, PRIORITIES.get(said.priority, 0))


def read_following(desk: Desk, text: str) -> Following:
    """What the words say follows a touch: a step, `nurture [DAY]`, or `disqualify [REASON]` (else unreachable)."""
    head, _, rest = clean(text).partition(" ")
    if fold(head) in _NURTURE:
        if not rest:
            return nurture(desk)
        return Nurture(read_step(desk, rest))
    if fold(head) in _DISQUALIFY:
        from salesdesk.services.negotiating import reason_named

        return Disqualify(reason_named(lost_reasons(desk.connection, "lead"), rest or _UNREACHABLE))
    return read_step(desk, text)


def following_text(following: Following, today: dt.date) -> str:
    """What follows as words that `read_following` reads back."""
    if isinstance(following, Disqualify):
        return f"disqualify {following.reason.name.lower()}"
    if isinstance(following, Nurture):
        return f"nurture {step_text(following.step, today)}"
    return step_text(following, today)


def step_text(step: Step, today: dt.date) -> str:
    """A step as words that `read_step` reads back."""
    day = "today" if step.day == today else step.day.strftime("%a %d %b")
    if step.day < today:
        # One that is overdue must not be read as that day of next year.
        day = step.day.isoformat()
    time = f" {step.time:%H:%M}" if step.time else ""
    promised = " promised" if step.promised else ""
    subject = f" {step.subject}" if step.subject else ""
    return f"{step.kind.name.lower()} {day}{time}{promised}{subject}"


def read_day(desk: Desk, text: str) -> dt.date:
    """The day the words mean, today or later."""
    day = parse_day(text, desk.today, desk.calendar)
    if day is None:
        raise InvalidError(f"'{text}' is not a day.", hint="Write for example: tomorrow, fri, +3d, 30nov.")
    return day


__all__ = [
    "following_text",
    "kind_of_verb",
    "read_day",
    "read_following",
    "read_line",
    "read_step",
    "step_of",
    "step_text",
]  # fmt: skip
