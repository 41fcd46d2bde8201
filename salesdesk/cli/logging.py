"""The verb that says what happened: log."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.daily import Who
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.output import Done
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.domain.language.touch import TouchNote
    from salesdesk.services.desk import Desk

commands = Commands()


@commands.verb(
    "log",
    result=True,
    examples=(
        "log anna voicemail next +2d",
        "log anna talked 12m 'wants ROI' b: 'churn spikes every Q3' next mail fri",
        "log anna mail sent at yesterday 15:00",
        "log anna demo held online 45m 'liked the audit trail'",
        "log anna note 'prefers mornings, tell @omar'",
        "log anna voicemail next nurture",
    ),
)
def log(
    call: Call,
    who: Who,
    outcome: Annotated[
        str, Argument("OUTCOME", "How it ended, after its channel: talked, no answer, mail sent, demo held, note.")
    ],
    words: Annotated[
        Sequence[str], Argument("WORDS", "in, 12m and a note, b: their own words, at WHEN, next WORDS.")
    ] = (),
) -> Done:
    """Log a touch with its next step.

    The channel is that of the next step, else a call, unless it is said: `mail sent`, `meeting held`, `note WORDS`.
    `in` says that they called, `12m` how long it took, `online` or `in person` where a demo or meeting was held; words in double quotes or after `b:` are the buyer's own; `at`
    back-dates it. Without `next` the outcome's own next step is planned; `next none` plans none, `next nurture` lays a
    lead aside for 90 days and `next disqualify REASON` closes it.
    """
    from salesdesk.services import outreach
    from salesdesk.services.records import find
    from salesdesk.services.steps import read_following

    desk = call.own_desk
    ref = find(desk, clean(who))
    kind, _ = outreach.outcomes_for(desk, ref)
    chosen, rest = outreach.read_outcome(desk, [clean(outcome), *(clean(w, multiline=True) for w in words)], kind)
    parts = _parts(rest)
    note = _note(desk, parts, placed=outreach.has_place(desk, chosen))
    none = parts.next.lower() in {"none", "-"}
    done = outreach.log(
        desk,
        ref,
        chosen,
        note=note.note,
        quote=note.quote,
        direction=note.direction,
        step=read_following(desk, parts.next) if parts.next and not none else None,
        no_step=none,
        at=_instant(desk, parts.at) if parts.at else outreach.instant_of(desk, note),
        minutes=note.minutes,
        place=note.place,
    )
    step = done.next_step
    document = {
        "record": ref,
        "outcome": chosen.name,
        "next": {"on": step.day, "what": step.sentence(desk.today)} if step else None,
    }
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=done.sentence), document, refs=[ref.ref])


@dataclass(slots=True)
class _Parts:
    """The words after an outcome, each part as typed."""

    note: list[str] = field(default_factory=list)
    theirs: list[str] = field(default_factory=list)
    next: str = ""
    at: str = ""


def _parts(words: Sequence[str]) -> _Parts:
    """Note, the buyer's words, next step and back-date; a quoted phrase after `b:` ends what is theirs."""
    found = _Parts()
    where = "note"
    for word in words:
        if word.lower() == "next" or (word.lower() == "at" and where in {"note", "theirs"}):
            where = word.lower()
        elif word.lower() == "b:" and where == "note":
            where = "theirs"
        elif where in {"next", "at"}:
            setattr(found, where, f"{getattr(found, where)} {word}".strip())
        else:
            getattr(found, where).append(word)
            where = "note" if where == "theirs" and " " in word else where
    return found


def _note(desk: "Desk", parts: _Parts, *, placed: bool) -> "TouchNote":
    """What the note says. Plain words before the first phrase may be `in` and `12m`; they end where it begins."""
    from salesdesk.services.outreach import read_touch

    words = parts.note
    at = next((number for number, word in enumerate(words) if " " in word), len(words))
    head = read_touch(desk, " ".join(words[:at]), placed=placed)
    note = read_touch(desk, " ".join(words), placed=placed)
    if not head.note and not head.quote:
        said = read_touch(desk, " ".join(words[at:]), placed=placed)
        note = replace(
            said,
            direction=head.direction or said.direction,
            minutes=head.minutes or said.minutes,
            place=head.place or said.place,
        )
    theirs = " ".join(parts.theirs).strip('"“”„ ')
    return replace(note, quote=" … ".join(part for part in (note.quote, theirs) if part))


def _instant(desk: "Desk", text: str) -> dt.datetime:
    from salesdesk import clock
    from salesdesk.domain.language.touch import read_when

    when = read_when(text, desk.local(clock.now()), desk.calendar)
    if when is None:
        raise InvalidError(tr("'{text}' is not a time.", text=text), hint=tr("Write it like: at yesterday 15:00."))
    return desk.instant(*when)
