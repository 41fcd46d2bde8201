"""A call as it runs: what a typed line is, what was asked and heard so far, and what is worth asking next.

Nothing is guessed: a question counts when it was ticked or answered, a need when it was written down as one.
"""

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

from salesdesk.domain.money import Money, parse_money
from salesdesk.domain.script import Capability, Objection, Question, Script
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError

LETTERS = "SPIN"
# So many stated wishes before what we can do is shown: large sales are won on explicit needs, so one is not enough.
ENOUGH_EXPLICIT = 2
# From here on a word that was typed in a hurry is taken for one of the script.
ALIKE = 0.75
_SIGNS = (
    (">", "next"),
    ("!", "objection"),
    ("**", "explicit"),
    ("*", "implied"),
    ('"', "quote"),
    ("#", "tag"),
    ("$", "amount"),
    ("?", "find"),
    ("+", "shown"),
)
_TWINS = {
    "c": "shown",
    "n": "next",
    "o": "objection",
    "i": "implied",
    "e": "explicit",
    "b": "quote",
    "t": "tag",
    "q": "find",
}
_TWIN = re.compile(r"([noiebtqc])([1-5])?:\s*(.*)", re.IGNORECASE | re.DOTALL)
_SEVERITY = re.compile(r"([1-5])\s+(.*)", re.DOTALL)
_THOUSANDS = re.compile(r"[€$£]?\s?\d[\d.,]*\s?[km](\s?[a-z]{3})?", re.IGNORECASE)
NEEDS = frozenset({"implied", "explicit"})


@dataclass(frozen=True, slots=True)
class Said:
    """A typed line: `kind` is note, next, objection, implied, explicit, quote, tag, amount, shown or find."""

    kind: str
    text: str
    severity: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a call as it is kept; `question` is the one it was filed under, or the objection it met."""

    id: bytes
    position: int
    kind: str
    section: str
    question: str
    text: str
    severity: int | None = None
    cause: str = ""
    answered: bool = False
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """A section of the strip: how many of its questions were asked, and how many need no asking."""

    letter: str
    asked: int
    known: int
    total: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to do next: ask `question`, or show what meets the needs; `why` in a few words."""

    why: str
    question: Question | None = None
    matches: tuple["Match", ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A capability and the explicit need it meets, in the buyer's words."""

    capability: Capability
    need: str


def read_line(line: str) -> Said:
    """What a line typed in a call is; its first sign says so, or a letter twin: `n: o: i: e: b: t: q: c:`."""
    text = clean(line)
    twin = _TWIN.fullmatch(text)
    if twin:
        kind = _TWINS[twin[1].lower()]
        return Said(kind, _bare(kind, twin[3]), int(twin[2]) if twin[2] and kind in NEEDS else None)
    for sign, kind in _SIGNS:
        # A number in front of people or a phone is no capability.
        if text.startswith(sign) and not (kind == "shown" and text[1:2].isdigit()):
            rest = text[len(sign) :].strip()
            severity = _SEVERITY.fullmatch(rest) if kind in NEEDS else None
            if severity:
                return Said(kind, severity[2].strip(), int(severity[1]))
            return Said(kind, _bare(kind, rest))
    return Said("amount" if _THOUSANDS.fullmatch(text) else "note", text)


def _bare(kind: str, text: str) -> str:
    """Without the quotation marks of a quote and the signs of tags."""
    if kind == "quote":
        return text.strip('"“”„ ')
    return text.lstrip("#+ ").strip() if kind == "tag" else text.strip()


def amount(text: str, currency: str) -> Money | None:
    """The money of an amount line, or None when it is none."""
    try:
        return parse_money(text, currency)
    except InvalidError:
        return None


def asked(notes: Sequence[Note]) -> set[str]:
    """The questions that were asked."""
    return {note.question for note in notes if note.question and note.section}


def coverage(script: Script, notes: Sequence[Note], known: Collection[str] = ()) -> list[Cover]:
    """How much of each section was asked; `known` holds the questions that data answers."""
    done = asked(notes)
    covers = []
    for letter in LETTERS:
        questions = script.of(letter)
        hit = sum(q.text in done for q in questions)
        free = sum(q.text in known and q.text not in done for q in questions)
        covers.append(Cover(letter, hit, free, len(questions)))
    return covers


def next_question(script: Script, notes: Sequence[Note], known: Collection[str] = ()) -> Proposal | None:
    """What is most useful now; None when everything was asked.

    Enough explicit needs lead to what meets them; an implied need that nobody followed up to its implications, an
    implication to its payoff; else the follow-ups of the last question, then the first question left.
    """
    done = asked(notes)
    left = [q for q in script.questions if q.text not in done and q.text not in known]
    wishes = [note for note in notes if note.kind == "explicit"]
    matches = matching(script, notes)
    if matches and (len(wishes) >= ENOUGH_EXPLICIT or not any(q.section == "N" for q in left)):
        return Proposal("enough is wanted: show what meets it", matches=tuple(matches))
    last_need = _last(notes, lambda note: note.kind == "implied")
    last_of = {
        letter: _last(notes, lambda note, at=letter: bool(note.question) and note.section == at) for letter in "IN"
    }
    if last_need > last_of["I"] and (found := _first(left, "I")):
        return Proposal("a problem without its consequences", found)
    if last_of["I"] > last_of["N"] and last_of["I"] >= 0 and (found := _first(left, "N")):
        return Proposal("a consequence without its payoff", found)
    if follow := _follow_up(script, notes, left):
        return Proposal("it follows from the last answer", follow)
    return Proposal("next in the script", left[0]) if left else None


def _last(notes: Sequence[Note], test: object) -> int:
    return max((n for n, note in enumerate(notes) if test(note)), default=-1)  # type: ignore[operator]


def _first(left: Sequence[Question], letter: str) -> Question | None:
    return next((q for q in left if q.section == letter), None)


def _follow_up(script: Script, notes: Sequence[Note], left: Sequence[Question]) -> Question | None:
    last = next((note.question for note in reversed(notes) if note.question and note.section), "")
    source = next((q for q in script.questions if q.text == last), None)
    labels = source.then if source else ()
    return next((q for label in labels for q in left if q.label == label), None)


def matching(script: Script, notes: Sequence[Note]) -> list[Match]:
    """What we can do that meets an explicit need of this call: by a word of the need, or the label it came under."""
    labels = {q.text: q.label for q in script.questions}
    found = []
    for capability in script.capabilities:
        need = next((n for n in notes if n.kind == "explicit" and _meets(capability, n, labels)), None)
        if need:
            found.append(Match(capability, need.text))
    return found


def _meets(capability: Capability, need: Note, labels: Mapping[str, str]) -> bool:
    words, label = f" {fold(need.text)}", labels.get(need.question, "")
    return any(f" {fold(one)}" in words or (label and fold(one).strip("[]") == label) for one in capability.meets)


def capabilities(script: Script, text: str, *, most: int = 4) -> list[Capability]:
    """What we can do that these words speak of, the likeliest first; all when nothing is said."""
    words = set(fold(text).split())
    if not words:
        return list(script.capabilities[:most])
    scored = [
        (sum(max((_like(a, b) for b in fold(one.text).split()), default=0.0) for a in words), one)
        for one in script.capabilities
    ]
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score][:most]


def closest(script: Script, text: str, *, most: int = 4) -> list[Objection]:
    """The objections of the script that what the buyer said may be, the likeliest first; all when nothing is said."""
    said = set(fold(text).split())
    if not said:
        return list(script.objections[:most])
    scored = []
    for one in script.objections:
        words = set(fold(f"{one.text} {one.kind} {one.cause}").split())
        scored.append((sum(max((_like(a, b) for b in words), default=0.0) for a in said), one))
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score >= ALIKE][:most]


def _like(one: str, other: str) -> float:
    """How alike two words are, 0 to 1; short ones say little, so they must be the same."""
    if min(len(one), len(other)) < 4:
        return 0.25 if one == other else 0.0
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= ALIKE else 0.0


def find_questions(script: Script, text: str, *, most: int = 6) -> list[Question]:
    """The questions that hold these words, those with all of them first."""
    words = fold(text).split()
    scored = [(sum(word in fold(q.text) for word in words), q) for q in script.questions]
    return [q for score, q in sorted(scored, key=lambda pair: -pair[0]) if score][:most]


class Noted(Protocol):
    """What is needed of a note to say what came before what."""

    @property
    def kind(self) -> str:
        """See `Note`."""

    @property
    def section(self) -> str:
        """See `Note`."""

    @property
    def question(self) -> str:
        """See `Note`."""


def missing_step(notes: Sequence[Noted], at: int) -> str:
    """Which step came short before the objection at place `at`: P, I, N, or empty when each was made.

    Objections come when solutions are shown before the need is built: no problem was named, none was made large,
    nobody asked what solving it is worth.
    """
    before = notes[:at]
    sections = {note.section for note in before if note.question}
    kinds = {note.kind for note in before}
    if "explicit" in kinds:
        return ""
    if "implied" not in kinds and "P" not in sections:
        return "P"
    if "I" not in sections:
        return "I"
    return "" if "N" in sections else "N"
