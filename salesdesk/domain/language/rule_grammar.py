"""The text of a rule to its tree: a line for each clause, the sentences those of `rule_tree`."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

import parsy  # type: ignore[import-untyped]

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.rule_tree import (
    ACTIONS,
    ALSO_ON_IMPORT,
    EVENTS,
    Action,
    Assign,
    Event,
    Phrase,
    Place,
    Rule,
)
from salesdesk.errors import FilterError
from salesdesk.i18n import tr

_CLAUSE = re.compile(r"(\s*)(when|and|then)(?:\s+|$)(.*)", re.IGNORECASE)
_ON_IMPORT = re.compile(rf"[\s,]+{ALSO_ON_IMPORT.replace(' ', chr(92) + 's+')}\s*$", re.IGNORECASE)
_QUOTED = r'"(?:[^"\\]|\\.)*"'
LONGEST_WAIT = 3650


class _RefusedError(Exception):
    """A part that can be named; line and column are added at the door."""

    def __init__(self, message: str, at: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.hint = message, at, hint


_gap = parsy.regex(r"\s+").desc(" ")
_quoted = parsy.regex(_QUOTED).map(lambda text: re.sub(r"\\(.)", r"\1", text[1:-1])).desc(tr("words in quotes"))
_name = _quoted | parsy.regex(r'(?:(?!\s+(?:and|or|in\s+turn)\b)[^,"])+', re.IGNORECASE).map(str.strip).desc(
    tr("a name")
)

_comma = parsy.regex(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+", re.IGNORECASE).desc(tr("a comma"))


def _days(found: tuple[int, str, str]) -> int:
    at, count, unit = found
    known = {"day": 1, "days": 1, "week": 7, "weeks": 7}
    if unit.lower() not in known:
        raise _RefusedError(
            tr("a wait is written in days or weeks."), at, tr("For example: {count} days.", count=count)
        )
    days = int(count) * known[unit.lower()]
    if not 0 < days <= LONGEST_WAIT:
        raise _RefusedError(tr("a wait is 1 to {most} days long.", most=LONGEST_WAIT), at)
    return days


def _tag(text: str) -> str:
    return text if text[0] in "+-" else f"+{text.lstrip('#')}"


_RESERVED = "|".join(sorted({p.words.split()[0] for p in ACTIONS if p.words[0] != "{"}))
_PARTS: dict[str, Any] = {
    "entity": parsy.regex("lead|deal", re.IGNORECASE).map(str.lower).desc("lead"),
    "field": parsy.regex(r"[^\W\d](?:[\w.-]*\w)?").map(str.lower).desc(tr("a field")),
    "values": parsy.regex(r"\S.*").map(str.strip).desc(tr("a value")),
    "value": (
        (_quoted << parsy.peek(parsy.regex(r"\s*\Z"))) | parsy.regex(r'[^\s"].*').map(str.strip).desc(tr("a value"))
    ),
    "names": _name.sep_by(_comma, min=1).map(tuple),
    "name": _name,
    "who": _quoted | parsy.regex(r'(?!the\b)[^",]+?(?=\s*")', re.IGNORECASE).map(str.strip).desc(tr("a name")),
    "kind": parsy.regex(r"\S.*?(?=\s+with\s)", re.IGNORECASE).desc(tr("a kind of activity")),
    "days": parsy.seq(parsy.index, parsy.regex(r"\d{1,5}") << _gap, parsy.regex(r"[^\W\d]+"))
    .map(tuple)
    .map(_days)
    .desc(tr("a number of days")),
    "tags": parsy.regex(r"[+#-]?[^\W\d_][\w-]*").map(_tag).sep_by(parsy.regex(r"[\s,]+"), min=1).map(tuple)
    .desc(tr("tags")),
    "verb": parsy.regex(rf"(?!(?:{_RESERVED})\b)[^\W\d][\w-]*", re.IGNORECASE).map(str.lower).desc(tr("a step")),
    "when": parsy.regex(r'[^"\s](?:[^"]*[^"\s])?').desc(tr("a day")),
    "words": _quoted,
}  # fmt: skip


def _literal(word: str) -> Any:
    return parsy.regex("an?" if word in {"a", "an"} else re.escape(word), re.IGNORECASE).desc(word)


def _sentence(phrase: Phrase) -> Any:
    steps = []
    for number, token in enumerate(phrase.words.split()):
        part = token[1:-1] if token.startswith("{") else ""
        parser = _PARTS[part].tag(part) if part else _literal(token).result(None)
        steps.append(_gap >> parser if number else parser)
    end = parsy.regex(r"\s*\Z").desc(tr("the end of the line"))
    return parsy.seq(*steps).map(lambda found: _made(phrase, dict(pair for pair in found if pair))) << end


def _made(phrase: Phrase, parts: dict[str, Any]) -> Any:
    if phrase.makes is Assign and "name" in parts:
        parts = {"names": (parts["name"],)}
    return phrase.makes(**phrase.fixed, **parts)


@cache
def _grammar(of: str) -> Any:
    return parsy.alt(*(_sentence(phrase) for phrase in (EVENTS if of == "event" else ACTIONS)))


@lru_cache(maxsize=64)
def parse_rule(text: str) -> Rule:
    """The rule a text says; TextError tells the line and column of the first mistake, and what to write instead.

    Blank lines and lines that begin with # do not count.
    """
    event: Event | None = None
    filters: list[tuple[str, Place]] = []
    actions: list[tuple[Action, Place]] = []
    first = Place(1, 1)
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        word, said, place = _clause(row, number)
        if event is None:
            if word != "when":
                raise TextError(tr("a rule begins with when."), number, hint=tr("For example: when a lead arrives."))
            event, first = _event(said, place), place
        elif word == "when":
            raise TextError(tr("a rule has one when."), number, hint=tr("Write another rule for it."))
        elif word == "then" and actions:
            raise TextError(tr("a rule has one then."), number, hint=tr("Begin what follows it with and."))
        elif word == "then" or actions:
            actions.append((_read("action", said, place), place))
        else:
            filters.append((_filter(said, place), place))
    if event is None:
        raise TextError(tr("A rule needs a line that begins with when."), hint=tr("For example: when a lead arrives."))
    if not actions:
        raise TextError(tr("A rule needs a line that begins with then."), hint=tr("For example: then call today."))
    places = (first, *(place for _, place in filters), *(place for _, place in actions))
    return Rule(event, tuple(one for one, _ in filters), tuple(one for one, _ in actions), places)


def _clause(row: str, number: int) -> tuple[str, str, Place]:
    found = _CLAUSE.fullmatch(row)
    if found is None:
        first = row.split()[0].lower()
        near = get_close_matches(first, ("when", "and", "then"), n=1)
        hint = tr("Did you mean '{word}'?", word=near[0]) if near else tr("A line that begins with # is a remark.")
        raise TextError(tr("a line begins with when, and, or then."), number, hint=hint)
    said = found[3].rstrip()
    if not said:
        raise TextError(tr("nothing stands after '{word}'.", word=found[2].lower()), number)
    return found[2].lower(), said, Place(number, found.start(3) + 1)


def _event(said: str, place: Place) -> Event:
    from dataclasses import replace

    words = _ON_IMPORT.sub("", said)
    event: Event = _read("event", words, place)
    if words == said:
        return event
    if event.waits:
        hint = tr("Days pass for what was imported too: leave it out.")
        raise TextError(tr("'{words}' has no place here.", words=ALSO_ON_IMPORT), place.line, hint=hint)
    return replace(event, on_import=True)


def _filter(said: str, place: Place) -> str:
    try:
        query = parse(said)
    except FilterError as error:
        raise at(place, error) from None
    if query.metas:
        reason = tr("{name} has no place in a rule: it acts on all that fit.", name=query.metas[0].name)
        raise TextError(reason, place.line, place.column + query.metas[0].start)
    return said


def at(place: Place, error: FilterError) -> TextError:
    """A mistake in a filter as one in the text it stands in."""
    return TextError(goes_on(error.message), place.line, place.column + error.start, hint=error.hint)


def goes_on(message: str) -> str:
    """A sentence that goes on after `Line 2:`; a word all in capitals stays as it is."""
    return message if message[1:2].isupper() else message[:1].lower() + message[1:]


def _read(of: str, said: str, place: Place) -> Any:
    try:
        return _grammar(of).parse(said)
    except _RefusedError as refused:
        raise TextError(refused.message, place.line, place.column + refused.at, hint=refused.hint) from None
    except parsy.ParseError as error:
        message, hint = _explained(of, said, error.index, sorted(error.expected))
        raise TextError(message, place.line, place.column + error.index, hint=hint) from None


def _explained(of: str, said: str, index: int, expected: Sequence[str]) -> tuple[str, str]:
    rest = re.match(r"\s*(\S*)", said[index:])
    word = rest[1] if rest else ""
    if word.startswith('"') and '"' not in word[1:] and said.count('"') % 2:
        return tr("the quote is not closed."), tr('Add a " at its end.')
    known = [one for one in expected if one.strip()]
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6) if word else []
    message = tr("'{word}' is not understood here.", word=word) if word else tr("the line ends too early.")
    if close:
        return message, tr("Did you mean '{near}'?", near=close[0])
    head = said[:index].strip().lower()
    like = [p.shown for p in (EVENTS if of == "event" else ACTIONS) if p.shown.lower().startswith(head)]
    if like:
        return message, tr("For example: {examples}.", examples="; ".join(like[:3]))
    return message, tr("It can go on with: {words}.", words=", ".join(known)) if known else ""
