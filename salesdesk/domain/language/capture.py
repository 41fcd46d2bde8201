"""The capture line: one line of words, in any order, to what it means. Local and deterministic."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import DEFAULT, Calendar
from salesdesk.domain.jobs import is_job
from salesdesk.domain.language.naming import part
from salesdesk.domain.language.pieces import Capture, Label, Piece, Token, tokens
from salesdesk.domain.language.recognisers import HUNGARIAN_VERBS, RECOGNISERS, Found, Rules
from salesdesk.domain.language.signature import Line, read_signature
from salesdesk.domain.people import company_domain, nominative, split_name
from salesdesk.domain.text import fold
from salesdesk.domain.times import is_spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, time

# How one line shows where the lines of a paste ended.
LINE_END = "⏎"
_NEXT_WORDS = (">", "next:", "n:")
# A note or a task is told by its words; only a mail address or a phone number says that a person is meant.
_IMPERSONAL = frozenset({"note", "todo"})
# What else a note says are its words: a day in it is no appointment, `@omar` is spoken to and gets no record.
_OF_NOTES = frozenset({"tag", "mail", "phone"})
# `the morning show` is no time of day.
_ARTICLES = frozenset({"the", "a", "an", "good", "every", "each", "az"})
_FIELDS: dict[str, str] = {"web": "domain"}


def parse_capture(
    text: str,
    today: date,
    *,
    calendar: Calendar = DEFAULT,
    currency: str = "EUR",
    sources: Sequence[str] = (),
    now: time | None = None,
    verbs: Mapping[str, str] | None = None,
) -> Capture:
    """What the line says; `currency` is the one meant by `12k`, `sources` the known sources after `from`, `now` the
    time `in an hour` counts from, `verbs` the names of the workspace's own kinds of activity, folded.

    Several lines are one person (a mail signature). Whatever is not understood is `title`; nothing raises.
    """
    rules = Rules(today, calendar, currency, tuple(sources), now, verbs or {})
    reading = _Reading(text, rules)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        reading.read_lines()
    else:
        reading.read_line(text, 0, first=True)
        reading.part_names()
    return reading.capture()


def capture_words(
    words: Sequence[str],
    today: date,
    *,
    calendar: Calendar = DEFAULT,
    currency: str = "EUR",
    sources: Sequence[str] = (),
) -> Capture:
    """The same for command line words; one with spaces was quoted, so it is one phrase, unless it is the only
    one.
    """
    text = words[0] if len(words) == 1 else " ".join(_as_typed(word) for word in words)
    return parse_capture(text, today, calendar=calendar, currency=currency, sources=sources)


def _as_typed(word: str) -> str:
    return f'"{word}"' if " " in word and '"' not in word else word


class _Reading:
    """One reading of a text: what was found so far and which words are left."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.text = text
        self.rules = rules
        self.values: dict[str, Any] = {}
        self.tags: list[str] = []
        self.pieces: list[Piece] = []
        self.left: list[Token] = []

    def read_line(self, text: str, offset: int, *, first: bool) -> list[Token]:
        """Take what is recognised in the line; the words left over are returned and kept."""
        words = tokens(text, offset)
        if first and len(words) > 1 and words[0].text.lower() == "add":
            words = words[1:]
        left: list[Token] = []
        at, apart = 0, False
        while at < len(words):
            if not words[at].quoted and words[at].text.lower() in _NEXT_WORDS and at + 1 < len(words):
                self._take(Found("next", len(words) - at, self._between(words[at + 1 :])), words[at:])
                break
            found = self._recognise(words[at:], first=first and at == 0)
            if found and found.label == "time" and at and is_spoken(words[at].text):
                found = None if fold(words[at - 1].text) in _ARTICLES else found
            if found is None:
                left.append(words[at]._replace(apart=apart))
                at, apart = at + 1, False
            else:
                self._take(found, words[at : at + found.size])
                at, apart = at + found.size, True
        self.left += left
        return left

    def _recognise(self, words: Sequence[Token], *, first: bool) -> Found | None:
        if words[0].is_mark or words[0].quoted:
            return None
        for recognise in RECOGNISERS:
            found = recognise(words, self.rules, first)
            if found is None or (self.values.get("kind") == "note" and found.label not in _OF_NOTES):
                continue
            # The first verb, day, amount counts; a second one is part of what is said.
            if found.label == "tag" or found.label not in self.values:
                return found
        return None

    def _take(self, found: Found, words: Sequence[Token]) -> None:
        if found.label == "tag":
            self.tags.append(str(found.value))
        if found.label == "kind":
            verb = fold(" ".join(word.text for word in words[: found.size])).rstrip(":")
            self.values["hungarian"] = verb in HUNGARIAN_VERBS
        self.values[found.label] = found.value
        self._piece(found.label, words[: found.size])

    def _piece(self, label: Label, words: Sequence[Token]) -> None:
        if words:
            self.pieces.append(Piece(label, self._between(words), words[0].start, words[-1].end))

    def _named(self, label: Label, words: Sequence[Token]) -> None:
        # Only its own words: what was recognised between them has its own piece, and parts this one in two.
        runs: list[list[Token]] = []
        for word in words:
            parted = runs and any(runs[-1][-1].end <= piece.start < word.start for piece in self.pieces)
            if not runs or parted:
                runs.append([])
            runs[-1].append(word)
        self.pieces += [Piece(label, _words(run), run[0].start, run[-1].end) for run in runs]

    def _between(self, words: Sequence[Token]) -> str:
        if len(words) == 1:
            return words[0].text
        return " ".join(self.text[words[0].start : words[-1].end].split()) if words else ""

    def part_names(self) -> None:
        """Part the words left into person, company and title."""
        kind = self.values.get("kind")
        sure = bool(self.values.keys() & {"mail", "phone"}) or (kind is not None and kind not in _IMPERSONAL)
        if kind in _IMPERSONAL and not sure:
            self._title(self.left)
            return
        self._take_role()
        parties = part(self.left, sure=sure)
        if parties.person:
            name = _words(parties.person)
            self.values["name"] = split_name(nominative(name) if self.values.get("hungarian") else name)
            self._named("person", parties.person)
        if parties.company:
            self.values["company"] = _words(parties.company)
            self._named("company", parties.company)
        self._title(parties.title)

    def _take_role(self) -> None:
        """What somebody is at work stands between commas, behind the name: `Priya Raman, VP Revenue, Larkspur AI`."""
        marks = [at for at, word in enumerate(self.left) if word.is_mark]
        for mark, end in pairwise([*marks, len(self.left)]):
            stop = next((at for at in range(mark + 2, end) if self.left[at].apart), end)
            role = self.left[mark + 1 : stop]
            if mark and is_job([word.text for word in role]):
                self.values["role"] = _words(role)
                self._named("role", role)
                del self.left[mark:stop]
                return

    def _title(self, words: Sequence[Token]) -> None:
        kept = list(words)
        while kept and kept[0].is_mark:
            kept = kept[1:]
        while kept and kept[-1].is_mark:
            kept = kept[:-1]
        title = _words(kept)
        if title:
            self.values["title"] = title
            self._named("title", kept)

    def read_lines(self) -> None:
        """Read a paste of several lines as one person."""
        lines: list[Line] = []
        offset = 0
        for number, text in enumerate(self.text.split("\n")):
            words = self.read_line(text, offset, first=number == 0)
            lines.append(Line(text, offset, _without_labels(words)))
            offset += len(text) + 1
        signature = read_signature(lines, str(self.values.get("mail", "")))
        if signature.person:
            self.values["name"] = split_name(signature.person.text)
            self._piece("person", [signature.person])
        for label, token in (("role", signature.role), ("company", signature.company)):
            if token:
                self.values[label] = token.text
                self._piece("role" if label == "role" else "company", [token])
        self._title(signature.rest)

    def capture(self) -> Capture:
        """The finished value; a company's mail address tells its domain when no web address does."""
        values = {_FIELDS.get(label, label): value for label, value in self.values.items() if label != "tag"}
        if "domain" not in values and (domain := company_domain(values.get("mail", ""))):
            values["domain"] = domain
        rest = _words([word for word in self.left if not word.is_mark])
        pieces = tuple(sorted(self.pieces, key=lambda piece: (piece.start, piece.end)))
        return Capture(self.text, **values, tags=tuple(dict.fromkeys(self.tags)), rest=rest, pieces=pieces)


_LABELS = frozenset(
    {
        "tel",
        "phone",
        "mobile",
        "mobil",
        "email",
        "e-mail",
        "mail",
        "web",
        "www",
        "fax",
        "cell",
        "t",
        "m",
        "e",
        "w",
    }
)


def _without_labels(words: Sequence[Token]) -> tuple[Token, ...]:
    """Words without marks and labels such as `tel:`; what stood apart from the words before it still does."""
    kept: list[Token] = []
    apart = False
    for word in words:
        apart = apart or word.apart
        if not (fold(word.text).rstrip(":.") in _LABELS or word.is_mark):
            kept.append(word._replace(apart=apart))
            apart = False
    return tuple(kept)


def _words(words: Sequence[Token]) -> str:
    text = " ".join(word.text for word in words)
    return text.replace(" ,", ",").replace(" ;", ";")
