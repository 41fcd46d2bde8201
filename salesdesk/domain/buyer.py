"""A buyer to practise with, as people write one: what they say, to which question, and what they keep to themselves.

A reply depends on what was asked before and on nothing else: the same talk brings the same answers. Items are written
as in a script; an answer says which words of a question bring it (`asked:`), what must have come out first (`after:`)
and which need is in it (`need:`).
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from salesdesk.domain import front_matter, spin
from salesdesk.domain.outline import Entry, Mistakes, error_of, labels, listed, read, split_label
from salesdesk.domain.script import LETTERS, Script
from salesdesk.domain.spin import Note
from salesdesk.domain.text import clean, fold

HEAD = ("persona", "company", "script", "language", "opening", "unsure", "early", "pleased")
# What a buyer can agree to, the best first.
AGREES = ("order", "advance", "continuation")
_KEYS = {
    **dict.fromkeys(LETTERS, ("asked", "after", "need")),
    "Objections": ("until", "cause"),
    "Agrees": ("after",),
}
# What somebody says who has nothing to say, by language, where the buyer's own words are not written.
_USUAL = {
    "en": {
        "unsure": "Nothing comes to mind.",
        "early": "I do not see yet why that would matter.",
        "pleased": "Yes, that is what we need.",
        "again": "As I said: {words}",
        "continuation": "Call me again in a month or two.",
    },
    "hu": {
        "unsure": "Most semmi sem jut eszembe.",
        "early": "Egyelőre nem látom, miért számítana.",
        "pleased": "Igen, erre van szükségünk.",
        "again": "Ahogy mondtam: {words}",
        "continuation": "Hívjon egy-két hónap múlva.",
    },
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What they say when the right question is asked; `need` is implied, but in Need-payoff explicit."""

    section: str
    text: str
    label: str = ""
    asked: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    need: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What they say when something is shown before all of `until` came out; without it, before a wish did."""

    text: str
    until: tuple[str, ...] = ()
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What they agree to once all of `after` came out."""

    kind: str
    text: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Buyer:
    """A buyer that was understood; `about` is what one may know before the call."""

    head: dict[str, str] = field(default_factory=dict)
    about: str = ""
    answers: tuple[Answer, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    consents: tuple[Consent, ...] = ()

    def says(self, key: str) -> str:
        """Their words for a usual thing."""
        language = self.head.get("language", "en")
        return self.head.get(key, "") or _USUAL.get(language, _USUAL["en"]).get(key, "")


def parse(text: str) -> Buyer:
    """The buyer a text is; TextError names every line that cannot be understood."""
    found = front_matter.parse(text).only(*HEAD)
    mistakes: Mistakes = []
    about, entries = read(text, found.body_line, _KEYS, mistakes)
    for entry in entries:
        split_label(entry, mistakes)
    asked = [entry for entry in entries if entry.section in LETTERS]
    agreed = [entry for entry in entries if entry.section == "Agrees"]
    if not asked and not mistakes:
        mistakes.append((0, "A buyer needs an answer: below '# Problem', a line that begins with '- '."))
    for entry in agreed:
        if entry.label not in AGREES:
            mistakes.append(
                (entry.line, f"what they agree to begins with one of: {', '.join(f'[{a}]' for a in AGREES)}.")
            )
    _check(entries, asked, mistakes)
    if mistakes:
        raise error_of(mistakes)
    return Buyer(
        {key: clean(found.value(key)) for key in HEAD if clean(found.value(key))},
        about,
        tuple(
            Answer(
                LETTERS[e.section], e.text, e.label, listed(fold(e.keys.get("asked", ""))), _after(e), e.keys.get("need", "")
            )
            for e in asked
        ),
        tuple(Doubt(e.text, _after(e), e.keys.get("cause", "")) for e in entries if e.section == "Objections"),
        tuple(sorted((Consent(e.label, e.text, _after(e)) for e in agreed), key=lambda c: AGREES.index(c.kind))),
    )  # fmt: skip


def _after(entry: Entry) -> tuple[str, ...]:
    return labels(entry.keys.get("after", "") or entry.keys.get("until", ""))


def _check(entries: Sequence[Entry], asked: Sequence[Entry], mistakes: Mistakes) -> None:
    """Labels are there once; what must come out first can come out: nothing waits for itself."""
    by_label: dict[str, Entry] = {}
    for entry in asked:
        if entry.label and entry.label in by_label:
            mistakes.append((entry.line, f"the label '{entry.label}' is taken by line {by_label[entry.label].line}."))
        elif entry.label:
            by_label[entry.label] = entry
    for entry in entries:
        for label in _after(entry):
            if label not in by_label:
                line = entry.lines.get("after") or entry.lines.get("until") or entry.line
                mistakes.append((line, f"no answer has the label '{label}'."))
    out: set[str] = set()
    left = [entry for entry in asked if set(_after(entry)) <= set(by_label)]
    opened = True
    while opened:
        waiting = []
        for entry in left:
            if set(_after(entry)) <= out:
                out.add(entry.label)
            else:
                waiting.append(entry)
        opened, left = len(waiting) < len(left), waiting
    mistakes += [(entry.lines["after"], "this can never come out: it waits for itself.") for entry in left]


@dataclass(frozen=True, slots=True)
class Reply:
    """What they said to a note; `answer` when something came out, `missing` the step (P, I, N) that was missing before
    an objection, `consent` when they were asked for a step."""

    text: str
    answer: Answer | None = None
    doubt: Doubt | None = None
    missing: str = ""
    consent: Consent | None = None


@dataclass(slots=True)
class Talk:
    """A talk so far: the replies by the key of their note, and what came out, in order."""

    replies: dict[bytes, Reply] = field(default_factory=dict)
    out: list[Answer] = field(default_factory=list)
    raised: list[tuple[Doubt, str]] = field(default_factory=list)
    consent: Consent | None = None

    @property
    def labels(self) -> set[str]:
        """The labels of what came out."""
        return {answer.label for answer in self.out if answer.label}


def talk(buyer: Buyer, notes: Sequence[Note]) -> Talk:
    """The talk these notes make: a tick or a question brings an answer, what is shown an objection or a yes, a next step
    what they agree to."""
    so_far = Talk()
    asked: set[str] = set()
    for place, note in enumerate(notes):
        reply = None
        if words := _question(note, asked):
            reply = _answered(buyer, so_far, note.section, words)
        elif note.kind == "shown":
            reply = _shown(buyer, so_far, notes, place)
        elif note.kind == "next" and note.text:
            reply = _consented(buyer, so_far)
        if reply is not None:
            so_far.replies[note.id] = reply
        if note.section:
            asked.add(note.question)
    return so_far


def _question(note: Note, asked: Collection[str]) -> str:
    """What was asked: the question that was ticked, or one in own words; empty when the note only keeps what was said."""
    if note.kind == "asked":
        return note.question
    if note.kind == "note" and note.text.endswith("?"):
        return note.text
    return f"{note.question} {note.text}" if note.kind == "note" and note.section and note.question not in asked else ""


def _answered(buyer: Buyer, so_far: Talk, section: str, words: str) -> Reply:
    found = answer_to(buyer, so_far, section, words)
    if found is None:
        return Reply(buyer.says("unsure"))
    if found in so_far.out:
        return Reply(buyer.says("again").format(words=found.text))
    if not set(found.after) <= so_far.labels:
        return Reply(buyer.says("early"))
    so_far.out.append(found)
    return Reply(found.text, found)


def answer_to(buyer: Buyer, so_far: Talk, section: str, words: str) -> Answer | None:
    """The answer a question is for: the one most of its words speak of, of what was not said yet first; else one that
    every question of its type brings."""
    own = [answer for answer in buyer.answers if answer.section == section or not section]
    spoken = " " + " ".join(re.findall(r"[^\W_]+", fold(words)))

    def rank(answer: Answer) -> tuple[int, bool, bool]:
        hits = sum(f" {word}" in spoken for word in answer.asked)
        return hits if answer not in so_far.out else 0, set(answer.after) <= so_far.labels, hits > 0

    best = max(own, key=rank, default=None)
    if best is not None and rank(best)[0]:
        return best
    free = [a for a in own if not a.asked and a not in so_far.out and set(a.after) <= so_far.labels]
    return next(iter(free), None) or (best if best is not None and rank(best)[2] else None)


def _shown(buyer: Buyer, so_far: Talk, notes: Sequence[Note], place: int) -> Reply:
    wished = any(answer.section == "N" for answer in so_far.out)
    raised = {doubt for doubt, _ in so_far.raised}
    for doubt in buyer.doubts:
        early = not set(doubt.until) <= so_far.labels if doubt.until else not wished
        if early and doubt not in raised:
            missing = spin.missing_step(notes, place)
            so_far.raised.append((doubt, missing))
            return Reply(doubt.text, doubt=doubt, missing=missing)
    return Reply(buyer.says("pleased") if wished else buyer.says("unsure"))


def _consented(buyer: Buyer, so_far: Talk) -> Reply:
    ready = (consent for consent in buyer.consents if set(consent.after) <= so_far.labels)
    found = next(ready, None) or Consent("continuation", buyer.says("continuation"))
    so_far.consent = found
    return Reply(found.text, consent=found)


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a practice call came to. `found` and `missed` are the answers with a need in them; `better` is what they would
    have agreed to with more of it, `best` the question that would have led there next."""

    asked: dict[str, int]
    found: tuple[Answer, ...]
    missed: tuple[Answer, ...]
    raised: tuple[tuple[Doubt, str], ...]
    consent: Consent | None
    better: Consent | None = None
    best: str = ""


def debrief(buyer: Buyer, script: Script, notes: Sequence[Note]) -> Debrief:
    """Look back on a talk."""
    done = talk(buyer, notes)
    sections = {note.question: note.section for note in notes if note.section and note.question}
    needs = [answer for answer in buyer.answers if answer.need]
    ahead = buyer.consents[: buyer.consents.index(done.consent)] if done.consent in buyer.consents else buyer.consents
    better = next((one for one in ahead if not set(one.after) <= done.labels), None)
    return Debrief(
        {letter: sum(section == letter for section in sections.values()) for letter in LETTERS.values()},
        tuple(answer for answer in needs if answer in done.out),
        tuple(answer for answer in needs if answer not in done.out),
        tuple(done.raised),
        done.consent,
        better,
        _best_question(buyer, script, done, better),
    )


def _best_question(buyer: Buyer, script: Script, done: Talk, better: Consent | None) -> str:
    """The question that brings out the first thing that is missing for more, in the words of the script if it has one."""
    wanted = list(better.after) if better else []
    for label in wanted:
        answer = next((one for one in buyer.answers if one.label == label), None)
        wanted += [one for one in (answer.after if answer else ()) if one not in wanted]
    missing = [
        a for a in buyer.answers if a not in done.out and set(a.after) <= done.labels and (a.label in wanted or a.need)
    ]
    # What leads furthest first: a payoff, else an implication.
    missing.sort(key=lambda answer: (answer.label not in wanted, -spin.LETTERS.index(answer.section)))
    for answer in missing:
        fits = (q for q in script.of(answer.section) if answer_to(buyer, done, q.section, q.text) is answer)
        if question := next(fits, None):
            return question.text
    return ""
