"""A cadence as text: steps with waits in working days between them, and what ends it.

    ---
    for: lead
    stop: reply, meeting, opt-out, bounce, won, disqualified
    hours: 9-17
    ---
    now  call       First call, ask about {company|their plans}
    +2d  mail       First touch
    +3d  call       Second call
    +1w  auto mail  Last mail

A wait counts working days from the day the step before was done; a week is five. A mail names a template; `auto` sends
it without asking. Everything in `stop` ends it, and all of it does without that line; an opt-out always does.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from salesdesk.domain import front_matter
from salesdesk.domain.front_matter import FENCE, TextError
from salesdesk.domain.text import fold
from salesdesk.domain.zones import read_hours
from salesdesk.i18n import plural, tr

KINDS = ("call", "mail", "message", "visit", "task")
RECORDS = ("lead", "contact", "deal")
CAUSES = ("reply", "meeting", "opt-out", "bounce", "won", "disqualified")
ALWAYS = "opt-out"
MOST_STEPS = 50
LONGEST_WAIT = 260
_WEEK = 5
_FURTHEST = 366
_ALIASES = {"lost": "disqualified", "leads": "lead", "contacts": "contact", "deals": "deal", "meet": "meeting"}
_STEP = re.compile(
    r"(?P<wait>now|\+\s?\d+\s?[a-z]*)\s+(?P<auto>auto\s+)?(?P<kind>[a-z]+)(?:\s+(?P<words>.*))?", re.IGNORECASE
)
_WAIT = re.compile(r"\+\s?(\d+)\s?(d|days?|w|weeks?)")


@dataclass(frozen=True, slots=True)
class Hours:
    """From when, and up to when, not included, a day may be used."""

    start: dt.time
    end: dt.time

    def __str__(self) -> str:
        return "-".join(f"{t.hour}:{t:%M}" if t.minute else str(t.hour) for t in (self.start, self.end))


@dataclass(frozen=True, slots=True)
class CadenceStep:
    """One step: `wait` working days after the one before, then a call, a mail from the template `words`, a task."""

    wait: int
    kind: str
    words: str
    auto: bool = False

    @property
    def is_like(self) -> tuple[str, bool, str]:
        """What makes it the same step as another, whenever it comes."""
        return self.kind, self.auto, fold(self.words)


@dataclass(frozen=True, slots=True)
class Cadence:
    """The steps, the kinds of records they are for, what stops it, and the hours of mails that go by themselves."""

    steps: tuple[CadenceStep, ...]
    records: tuple[str, ...] = ("lead",)
    stop: frozenset[str] = frozenset(CAUSES)
    hours: Hours | None = None

    @property
    def days(self) -> int:
        """Working days from the first step to the last when each is done on its day."""
        return sum(step.wait for step in self.steps[1:]) + 1

    def summary(self) -> str:
        """`5 steps over 14 working days`."""
        steps = plural(len(self.steps), tr("step"), tr("steps"))
        return tr("{steps} over {days}", steps=steps, days=plural(self.days, tr("working day"), tr("working days")))


def parse(text: str) -> Cadence:
    """The cadence a text means; TextError names the line of the first mistake and the nearest right word."""
    text = text.replace("\r\n", "\n")
    head = front_matter.parse(text).only("for", "stop", "hours")
    records = _listed(head.value("for"), RECORDS, head.lines.get("for", 0)) or ("lead",)
    stop = _listed(head.value("stop"), CAUSES, head.lines.get("stop", 0)) or CAUSES
    hours = _hours(head.value("hours"), head.lines["hours"]) if head.value("hours") else None
    first = text.count("\n") - head.body.count("\n") + 1
    steps = tuple(
        _step(line, number)
        for number, line in enumerate(head.body.split("\n"), first)
        if line.strip() and not line.lstrip().startswith("#")
    )
    if not steps:
        raise TextError(tr("There is no step."), hint=tr("Write one a line, such as: +2d call First call."))
    if len(steps) > MOST_STEPS:
        raise TextError(tr("{count} steps are too many.", count=len(steps)), hint=tr("At most {n}.", n=MOST_STEPS))
    return Cadence(steps, records, frozenset({*stop, ALWAYS}), hours)


def _hours(text: str, line: int) -> Hours:
    """The hours in `9-17` or `8:30-16:00`; TextError when they are none, or end before they begin."""
    try:
        return Hours(*read_hours(text))
    except ValueError:
        hint = tr("Write 9-17 or 8:30-16:00.")
        raise TextError(tr("'{text}' are not hours of a day.", text=text), line, hint=hint) from None


def to_text(cadence: Cadence) -> str:
    """The cadence as a text that `parse` reads back."""
    head = [f"for: {', '.join(cadence.records)}", f"stop: {', '.join(c for c in CAUSES if c in cadence.stop)}"]
    head += [f"hours: {cadence.hours}"] if cadence.hours else []
    whats = [f"auto {step.kind}" if step.auto else step.kind for step in cadence.steps]
    cells = max(map(len, whats), default=0)
    steps = [
        f"{wait_text(step.wait):<3}  {what:<{cells}}  {step.words}"
        for step, what in zip(cadence.steps, whats, strict=True)
    ]
    return "\n".join([FENCE, *head, FENCE, *steps, ""])


def wait_text(wait: int) -> str:
    """`now`, `+2d`, `+1w`."""
    if not wait:
        return "now"
    return f"+{wait // _WEEK}w" if wait % _WEEK == 0 else f"+{wait}d"


def _listed(text: str, known: Sequence[str], line: int) -> tuple[str, ...]:
    """The words of a list in the head, each one that is known."""
    words = [fold(word.strip()) for word in text.split(",") if word.strip()]
    found = [_ALIASES.get(word, word) for word in words]
    for typed, word in zip(words, found, strict=True):
        if word not in known:
            raise TextError(tr("'{word}' is not known here.", word=typed), line, hint=_near(word, known))
    return tuple(word for word in known if word in found)


def _near(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return tr("Did you mean '{word}'?", word=near[0]) if near else tr("There are: {all}.", all=", ".join(known))


def _step(row: str, line: int) -> CadenceStep:
    found = _STEP.fullmatch(row.strip())
    if found is None:
        raise TextError(
            tr("'{row}' is not a step.", row=row.strip()[:60]),
            line,
            hint=tr("Write the wait, the kind and the words: +2d call First call."),
        )
    kind, words = found["kind"].lower(), " ".join((found["words"] or "").split())
    if kind not in KINDS:
        raise TextError(tr("'{kind}' is not a kind of step.", kind=kind), line, hint=_near(kind, KINDS))
    if found["auto"] and kind != "mail":
        raise TextError(tr("only a mail goes out by itself."), line, hint=tr("Leave out 'auto'."))
    if not words:
        what = tr("a mail names its template.") if kind == "mail" else tr("say what the {kind} is about.", kind=kind)
        raise TextError(what, line)
    return CadenceStep(_wait(found["wait"].lower(), line), kind, words, bool(found["auto"]))


def _wait(text: str, line: int) -> int:
    if text == "now":
        return 0
    found = _WAIT.fullmatch(text)
    if found is None:
        raise TextError(
            tr("'{text}' is not a wait.", text=text),
            line,
            hint=tr("Write +2d for working days, +1w for a week of five."),
        )
    wait = int(found[1]) * (_WEEK if found[2].startswith("w") else 1)
    if wait > LONGEST_WAIT:
        raise TextError(tr("{wait} is too long a wait.", wait=text), line, hint=tr("At most +{n}d.", n=LONGEST_WAIT))
    return wait


# A changed text and those who are inside


def places(old: Sequence[CadenceStep], new: Sequence[CadenceStep]) -> list[int | None]:
    """Where each old step stands now, None when it is gone.

    A step is known by its kind and words, wherever it moved; what is left between two known ones was changed in place.
    """
    found: list[int | None] = [None] * len(old)
    changed: list[tuple[range, range]] = []
    a, b = [step.is_like for step in old], [step.is_like for step in new]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found[i1:i2] = range(j1, j2)
        elif tag == "replace":
            changed.append((range(i1, i2), range(j1, j2)))
    free = set(range(len(new))) - {at for at in found if at is not None}
    for was in range(len(old)):
        moved = min((at for at in free if b[at] == a[was]), default=None) if found[was] is None else None
        if moved is not None:
            found[was] = moved
            free.discard(moved)
    for before, after in changed:
        left = [at for at in after if at in free]
        for was, at in zip([was for was in before if found[was] is None], left, strict=False):
            found[was] = at
    return found


def next_place(position: int, moved: Sequence[int | None]) -> int | None:
    """Where somebody at an old position goes on: at their step, else at the next that is left; None is the end."""
    return next((at for at in moved[position:] if at is not None), None)


# When a mail may go out


def next_allowed(
    moment: dt.datetime, hours: Hours, zone: dt.tzinfo, is_working: Callable[[dt.date], bool]
) -> dt.datetime:
    """The first instant from `moment` on, in UTC, that lies on a working day within the hours of that time zone.

    An hour that a clock change leaves out counts as the one after it; without a working day in a year, `moment`.
    """
    moment = moment.astimezone(dt.UTC)
    first = moment.astimezone(zone).date()
    for ahead in range(_FURTHEST):
        day = first + dt.timedelta(days=ahead)
        if is_working(day):
            start, end = (dt.datetime.combine(day, t, zone).astimezone(dt.UTC) for t in (hours.start, hours.end))
            if moment < end:
                return max(moment, start)
    return moment
