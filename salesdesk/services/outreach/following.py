"""What follows a touch: a next step, or the end of trying."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import NamedTuple

from salesdesk.domain.dates import parse_day
from salesdesk.domain.language.recognisers import VERBS
from salesdesk.domain.text import fold
from salesdesk.domain.times import parse_time
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.calendar import working_days
from salesdesk.services.desk import Desk
from salesdesk.services.outreach.kinds import kind_named, kind_of_verb, kinds
from salesdesk.services.outreach.planning import Step
from salesdesk.store.read.lookups import Choice, OutcomeRow

NURTURE_DAYS = 90
_OTHER_HALF = "other half"
_DEFAULT = re.compile(
    r"(?P<kind>[^+]+?)(?: (?P<wait>\+\d+[dwmqy]|today|tomorrow))?"
    rf"(?: (?:at )?(?P<time>{_OTHER_HALF}|[\d:]+(?:am|pm|h)?))?(?P<promised> promised)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nurture:
    """The lead is laid aside, and heard of again with this step."""

    step: Step

    def sentence(self, today: dt.date) -> str:
        """`nurture, call 22 Feb`."""
        return f"{tr('nurture')}, {self.step.sentence(today)}"


@dataclass(frozen=True, slots=True)
class Disqualify:
    """The lead is closed for a reason."""

    reason: Choice

    def sentence(self, _today: dt.date) -> str:
        """`disqualify: unreachable`."""
        return f"{tr('disqualify')}: {self.reason.name.lower()}"


Following = Step | Nurture | Disqualify


class Default(NamedTuple):
    """What an outcome suggests: a kind of step after a wait, at a time or in the other half of the day."""

    kind: Choice
    wait: str
    time: dt.time | None
    other_half: bool
    promised: bool


def read_default(desk: Desk, text: str) -> Default | None:
    """The default next step of an outcome as it is written: `call +2d`, `mail today`, `call +1d 9:00`,
    `call +1d other half`, `call +1d promised`; None for an empty one.

    Raises InvalidError when it is not one of these or names a kind there is not.
    """
    words = " ".join(text.split())
    if not words:
        return None
    match = _DEFAULT.fullmatch(words)
    kind = _kind(desk, match["kind"]) if match else None
    if match is None or kind is None:
        names = ", ".join(k.name.lower() for k in kinds(desk))
        raise InvalidError(
            f"'{text}' is not a next step that can be planned by itself.",
            hint=f"Write for example: call +2d, mail today, call +1d 9:00. It begins with one of: {names}.",
        )
    time = match["time"]
    at = None if time in {None, _OTHER_HALF} else parse_time(f"at {time}")
    if time and time != _OTHER_HALF and at is None:
        raise InvalidError(f"'{time}' is not a time.", hint="Write for example: call +1d 9:00.")
    wait = (match["wait"] or "+1d").lower()
    if parse_day(wait, desk.today) is None:
        raise InvalidError(f"'{wait}' is too long to wait.", hint="Write for example: call +90d.")
    return Default(kind, wait, at, time == _OTHER_HALF, bool(match["promised"]))


def renamed_default(text: str, old: str, new: str) -> str:
    """A default that names the kind `old` as it is when that is called `new`; empty without one."""
    match = _DEFAULT.fullmatch(text)
    if match is None or fold(match["kind"]) != fold(old):
        return text
    return f"{new.lower()}{text[match.end('kind') :]}" if new else ""


def default_step(desk: Desk, outcome: OutcomeRow, local: dt.datetime) -> Step | None:
    """What the outcome suggests for a touch made at `local`, or None; a day to come is one this team works on."""
    try:
        default = read_default(desk, outcome.next_step)
    except InvalidError:
        # A list that was edited elsewhere must not keep a touch from being logged.
        return None
    if default is None:
        return None
    day = parse_day(default.wait, local.date()) or local.date()
    if day != local.date():
        day = next(working_days(desk, day))
    time = default.time
    if default.other_half:
        time = dt.time(14, 30) if local.hour < 12 else dt.time(9, 30)
    return Step(default.kind, day, time, promised=default.promised)


def nurture(desk: Desk, day: dt.date | None = None) -> Nurture:
    """Laying a lead aside until a day, else for 90 days."""
    day = day or next(working_days(desk, desk.today + dt.timedelta(days=NURTURE_DAYS)))
    return Nurture(Step(kind_of_verb(desk, "call"), day))


def _kind(desk: Desk, word: str) -> Choice | None:
    """The kind a default names, by its name, the beginning of it, or a verb."""
    verb = VERBS.get(fold(word))
    try:
        return kind_of_verb(desk, verb) if verb else kind_named(desk, word)
    except InvalidError:
        return None
