"""Who does what by when: what makes an agreed step an advance, not a friendly next talk."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.text import clean, fold

# What stands before somebody who takes part: `demo thu with ops team`.
_WITH = re.compile(r"\b(?:with|and|for)\s+(?:the\s+)?(.+)$", re.IGNORECASE)
_THEY = frozenset({"they", "he", "she", "buyer", "ok", "ugyfel", "vevo"})
_NOT_A_DEED = frozenset({"call", "talk", "touch", "base", "follow", "up", "check", "in", "again", "hivas", "later"})
_LITTLE = frozenset({"the", "a", "an", "by", "on", "at", "until", "with", "to", "and", "will", "az", "es"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """`missing` names what an advance lacks: who (of theirs), what (a deed), when; empty when it is one."""

    who: str = ""
    what: str = ""
    on: dt.date | None = None
    missing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is an advance."""
        return not self.missing


def read_commitment(
    text: str, verb: str, on: dt.date | None, people: Sequence[str], team: Sequence[str] = ()
) -> Commitment:
    """What was agreed. `text` is the line without its day, `verb` the kind of step it began with (empty for none),
    `people` those of the buyer that are known, `team` our own, who cannot make an advance alone."""
    words = clean(text)
    who = _known(words, people) or _with(words) or _they(words) or _named(words, team)
    what = _deed(words, verb, who)
    lacks = [name for name, there in (("who", who), ("what", what), ("when", on)) if not there]
    return Commitment(who, what, on, tuple(lacks))


def _known(words: str, people: Sequence[str]) -> str:
    """The person of theirs whose whole name, or a part of it, stands in the line."""
    parts = _parts(words)
    for name in people:
        own = [part for part in _parts(name) if len(part) > 1]
        if any(said == part or (len(part) > 3 and said.startswith(part)) for part in own for said in parts):
            return name
    return ""


def _with(words: str) -> str:
    found = _WITH.search(words)
    return found[1].strip(" .,")[:60] if found else ""


def _they(words: str) -> str:
    first = next(iter(_parts(words)), "")
    return words.split()[0] if first in _THEY else ""


def _named(words: str, team: Sequence[str]) -> str:
    """A name nobody knows yet at the very start, followed by something they do: `Dan signs the order`."""
    own = {part for name in team for part in _parts(name)}
    found = re.match(r"((?:[A-ZÀ-ÖØ-ÞŐŰ][\w'’.-]+\s+){1,2})(?=[a-zà-öø-ÿőű])", words)
    if not found:
        return ""
    name = found[1].strip()
    return "" if any(part in own for part in _parts(name)) else name


def _deed(words: str, verb: str, who: str) -> str:
    """What is done: the words beside the person, or a verb that is more than talking again."""
    own = set(_parts(who)) | _LITTLE
    rest = [word for word in words.split() if fold(word).strip(".,:") not in own]
    weighty = verb and verb not in {"call", "mail", "message", "task", "note", "todo"}
    told = [word for word in rest if fold(word).strip(".,:") not in _NOT_A_DEED]
    return " ".join([verb, words]).strip() if weighty else words if told else ""


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[^\w]+", fold(text)) if part]
