"""Logging a touch: what happened, with whom, in whose words, and what follows from it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.language.recognisers import VERBS
from salesdesk.domain.language.touch import TouchNote, read_note
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural
from salesdesk.services import cadences, notices, statuses
from salesdesk.services.desk import Desk
from salesdesk.services.outreach.following import Disqualify, Following, Nurture, default_step
from salesdesk.services.outreach.kinds import kinds
from salesdesk.services.outreach.onward import Onward
from salesdesk.services.outreach.planning import Step, add_touch, fulfils, planned, set_step
from salesdesk.services.records import Ref
from salesdesk.store.read import enrolments
from salesdesk.store.read.lookups import Choice, OutcomeRow

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Logged:
    """What a log did, for the toast: the outcome and what follows."""

    outcome: OutcomeRow
    following: Following | None
    sentence: str

    @property
    def next_step(self) -> Step | None:
        """The next step that was planned."""
        if isinstance(self.following, Nurture):
            return self.following.step
        return self.following if isinstance(self.following, Step) else None


def log(
    desk: Desk,
    refs: Ref | Sequence[Ref],
    outcome: OutcomeRow,
    *,
    note: str = "",
    quote: str = "",
    direction: str = "",
    step: Following | None = None,
    no_step: bool = False,
    at: dt.datetime | None = None,
    minutes: int | None = None,
    onward: Onward | None = None,
    place: str = "",
) -> Logged:
    """A touch that was made with one record or several, and the next step that follows, as one operation.

    A planned step of the same kind, or one that is due, is what was done; without one a touch is added. `quote`
    holds the buyer's own words; `direction` is in or out, empty for the usual one of the outcome.
    `step` None takes the outcome's default unless a later step is planned already; `no_step` plans none, and ends a
    cadence.
    `onward` is a move made along with it; `place` says where it was held (`online`, `in person`).
    """
    touched = [refs] if isinstance(refs, Ref) else list(refs)
    _must_fit(desk, touched, step)
    instant = at or clock.now()
    if instant > clock.now() + dt.timedelta(minutes=1):
        raise InvalidError("A touch cannot be logged in the future.", hint="Plan it as a next step instead.")
    values = touch_values(desk, outcome, instant)
    values |= {
        "note": clean(note, multiline=True, limit=NOTE_LIMIT),
        "quote": clean(quote, multiline=True, limit=NOTE_LIMIT),
        "duration_minutes": minutes,
        "direction": direction or values["direction"],
        "place": place,
    }
    default = None if step or no_step else default_step(desk, outcome, desk.local(instant))
    who = touched[0].name if len(touched) == 1 else plural(len(touched), "record", "records")
    sentence = _sentence(outcome, _kind_of(desk, outcome), who)
    following = None
    inside = enrolments.of_record(desk.connection, touched[0].kind, touched[0].id) if len(touched) == 1 else None
    with desk.operation(sentence) as unit:
        if onward:
            onward.enter(unit, desk)
        for ref in touched:
            following = touch(unit, desk, ref, outcome, values, step, default)
            if no_step:
                cadences.end(unit, desk, ref, "no next step")
    paced, ended = cadences.afterwards(desk, inside)
    following = following or paced
    then = f". Next: {following.sentence(desk.today)}" if following else ""
    return Logged(outcome, following, f"{sentence}{f'. {ended}' if ended else ''}{then}")


# What is held somewhere.
PLACED = ("meeting", "demo", "visit")


def read_touch(desk: Desk, text: str, *, placed: bool = False) -> TouchNote:
    """What a note says besides its words, and of what is held somewhere where; see `domain.language.touch`."""
    return read_note(text, desk.local(clock.now()), desk.calendar, placed=placed)


def has_place(desk: Desk, outcome: OutcomeRow) -> bool:
    """Whether a touch that ended so was held somewhere."""
    kind = _kind_of(desk, outcome)
    return kind is not None and kind.meaning in PLACED


def instant_of(desk: Desk, note: TouchNote) -> dt.datetime | None:
    """When it was, if the note says so."""
    return desk.instant(note.on, note.time) if note.on and note.time else None


def _sentence(outcome: OutcomeRow, kind: Choice | None, who: str) -> str:
    """`Logged voicemail for Anna`, `Logged demo held for Anna`: a call says it by its outcome."""
    if outcome.meaning == "noted":
        return f"Note on {who}"
    channel = "" if kind is None or kind.meaning == "call" else f"{kind.name.lower()} "
    return f"Logged {channel}{outcome.name.lower()} for {who}"


def usual_direction(outcome: OutcomeRow, kind: Choice | None) -> str:
    """`in` for who walked in or wrote back, else `out`."""
    walked_in = kind is not None and VERBS.get(fold(kind.name)) == "walk-in"
    wrote_back = kind is not None and kind.meaning in {"mail", "message"} and outcome.meaning == "reached"
    return "in" if walked_in or wrote_back else "out"


def touch_values(desk: Desk, outcome: OutcomeRow, instant: dt.datetime) -> dict[str, object]:
    """A touch of the present member that ended so, as the row of an activity."""
    return {
        "kind_id": outcome.kind_id,
        "outcome_id": outcome.id,
        "direction": usual_direction(outcome, _kind_of(desk, outcome)),
        "done_on": desk.local(instant).date(),
        "done_at": instant,
        "owner_id": desk.actor,
    }


def _kind_of(desk: Desk, outcome: OutcomeRow) -> Choice | None:
    return next((k for k in kinds(desk) if k.id == outcome.kind_id), None)


def touch(
    unit: "Unit",
    desk: Desk,
    ref: Ref,
    outcome: OutcomeRow,
    values: dict[str, object],
    step: Following | None,
    default: Following | None,
) -> Following | None:
    """A touch with one record, inside an operation; what follows: `step`, or `default` when nothing else is planned."""
    return keyed_touch(unit, desk, ref, outcome, values, step, default)[1]


def keyed_touch(
    unit: "Unit",
    desk: Desk,
    ref: Ref,
    outcome: OutcomeRow,
    values: dict[str, object],
    step: Following | None,
    default: Following | None,
) -> tuple[bytes, Following | None]:
    """`touch`, with the key of its activity."""
    before = planned(unit.connection, ref)
    if before is not None and fulfils(outcome, before.kind_id, before.on, desk.today):
        unit.update("activity", before.id, values)
        key = before.id
        statuses.work(unit, ref)
        cadences.follow(unit, desk, [ref])
    else:
        key = add_touch(unit, desk, ref, values)
    notices.mentioned(unit, desk, str(values.get("note", "")), ref, key)
    if isinstance(step, Disqualify):
        statuses.close(unit, desk, ref, step.reason)
        return key, step
    following = step or (default if planned(unit.connection, ref) is None else None)
    if isinstance(following, Nurture):
        cadences.end(unit, desk, ref, "laid aside")
        set_step(unit, desk, ref, following.step)
        statuses.lay_aside(unit, ref)
    elif isinstance(following, Step):
        set_step(unit, desk, ref, following)
    return key, following


def _must_fit(desk: Desk, touched: Sequence[Ref], step: Following | None) -> None:
    if not isinstance(step, Nurture | Disqualify):
        return
    if any(ref.kind != "lead" for ref in touched):
        raise InvalidError("Only leads are nurtured or disqualified.", hint="Give a next step instead.")
    statuses.must_not_be_qualified(desk, touched)
