"""Who is meant by the words of a capture line that mean nothing else: person, company and title parted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from salesdesk.domain.people import PARTICLES, is_given_name, is_legal_form, is_title
from salesdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdesk.domain.language.pieces import Token

_AT = frozenset({"at", "of"})
_WITH = frozenset({"with", "to", "for", "from"})


class Parties(NamedTuple):
    """The words taken for the person, for the company, and those left for the title, each in their order."""

    person: list[Token]
    company: list[Token]
    title: list[Token]


def part(words: Sequence[Token], *, sure: bool) -> Parties:
    """Part person from company: by a comma, `at` or a legal form, else the first two capitalised words are
    the person and the capitalised words after them the company.

    `sure`: something else on the line says that somebody is meant; else a lone capitalised first word, as any
    sentence has, is only a person when it is a given name.
    """
    start = next((at for at, word in enumerate(words) if _is_name(word)), None)
    if start is None:
        return Parties([], [], list(words))
    before = [word for word in words[:start] if not _is_link(word)]
    run_end = _run_end(words, start)
    units = _units(words[start:run_end])
    after = list(words[run_end:])
    if not sure and not before and len(units) == 1 and after and not _parts_off(after) and not _known(units[0]):
        return Parties([], [], list(words))
    person, company = _split(units)
    if company and after and _is_at(after[0]) and any(word.is_capital for word in after[1:2]):
        # `Priya Raman VP at Larkspur`: what stands before the `at` is what she is there.
        before, company = [*before, *_flat(company)], []
    if not company and after and _parts_off(after):
        company, after = _other_side(after)
    if company and not person and after:
        person, after = _person_after(after)
    if person and not company:
        company, after = _named_by_form(after)
    return Parties(_flat(person), _flat(company), [*before, *_trimmed(after)])


def _is_link(word: Token) -> bool:
    return not word.quoted and fold(word.text) in _WITH


def _is_at(word: Token) -> bool:
    return not word.quoted and fold(word.text) in _AT


def _is_name(word: Token) -> bool:
    return word.is_capital


def _parts_off(after: Sequence[Token]) -> bool:
    return after[0].is_mark or _is_at(after[0]) or (after[0].apart and after[0].is_capital)


def _known(unit: Sequence[Token]) -> bool:
    return is_given_name(unit[0].text)


def _run_end(words: Sequence[Token], start: int) -> int:
    """Where the run of name words that begins at `start` ends; particles and `&` belong to it inside."""
    end = start
    while end < len(words):
        word = words[end]
        if word.apart and end > start:
            break
        inside = word.text in ("&", "+") or (word.text.islower() and word.text in PARTICLES)
        if not (word.is_capital or is_legal_form(word.text)) and not (inside and _capital_follows(words, end)):
            break
        end += 1
    return end


def _capital_follows(words: Sequence[Token], at: int) -> bool:
    return any(word.is_capital for word in words[at + 1 : at + 2]) or (
        at + 2 < len(words) and words[at + 1].text in PARTICLES and words[at + 2].is_capital
    )


def _units(words: Sequence[Token]) -> list[list[Token]]:
    """The run in units: `de Vries`, `Dr. Nagy`, `Stone & Sons` and a phrase in quotes are one each."""
    units: list[list[Token]] = []
    joins = False
    for word in words:
        if joins and units:
            units[-1].append(word)
        else:
            units.append([word])
        joins = word.text == "&" or word.text in PARTICLES or (is_title(word.text) and not word.quoted)
        if word.text == "&" and len(units) > 1:
            units[-2:] = [units[-2] + units[-1]]
    return units


def _split(units: list[list[Token]]) -> tuple[list[list[Token]], list[list[Token]]]:
    forms = [at for at, unit in enumerate(units) if is_legal_form(unit[-1].text) and not unit[-1].quoted]
    if not forms:
        if len(units) > 1 and len(units[1]) == 1 and units[1][0].quoted:
            return units[:1], units[1:]
        # A phrase in quotes is a whole name; so is `Stone & Sons`, of a company.
        count = 1 if units[0][0].quoted and " " in units[0][0].text else 2
        if any(word.text == "&" for word in units[0]):
            return units[1:], units[:1]
        if len(units) > 1 and any(word.text == "&" for word in units[1]):
            count = 1
        return units[:count], units[count:]
    form = forms[-1] + 1
    while form < len(units) and is_legal_form(units[form][-1].text):
        form += 1
    named, following = units[:form], units[form:]
    if following:
        return following[:2], named
    size = len(named) - len([unit for unit in named if is_legal_form(unit[-1].text)])
    if size <= 1 or (size == 2 and not _known(named[0])):
        return [], named
    count = 1 if size == 2 else 2
    return named[:count], named[count:]


def _other_side(after: list[Token]) -> tuple[list[list[Token]], list[Token]]:
    """The company behind a comma or `at`, when a name follows; else nothing, and the words stay."""
    rest = after[1:] if after[0].is_mark or _is_at(after[0]) else after
    if rest and rest[0].is_capital:
        end = _run_end(rest, 0)
        return _units(rest[:end]), rest[end:]
    if _is_at(after[0]) and rest:
        return [[rest[0]]], rest[1:]
    return [], after


def _named_by_form(after: list[Token]) -> tuple[list[list[Token]], list[Token]]:
    """The company that a legal form betrays further on: `Kiss Éva, ügyvezető, Bútor Kft`."""
    form = next((at for at, word in enumerate(after) if is_legal_form(word.text) and not word.quoted), None)
    if form is None:
        return [], after
    start = form
    while start > 0 and after[start - 1].is_capital:
        start -= 1
    left = after[:start]
    while left and left[-1].is_mark:
        left = left[:-1]
    return ([after[start : form + 1]], [*left, *after[form + 1 :]]) if start < form else ([], after)


def _person_after(after: list[Token]) -> tuple[list[list[Token]], list[Token]]:
    rest = after[1:] if after[0].is_mark or _is_link(after[0]) else after
    if rest and rest[0].is_capital:
        end = _run_end(rest, 0)
        units = _units(rest[:end])
        return units[:2], [*_flat(units[2:]), *rest[end:]]
    return [], after


def _flat(units: list[list[Token]]) -> list[Token]:
    return [word for unit in units for word in unit]


def _trimmed(words: list[Token]) -> list[Token]:
    while words and words[0].is_mark:
        words = words[1:]
    while words and words[-1].is_mark:
        words = words[:-1]
    return words
