"""A filter or a list of names with some of the names in it exchanged; every other character stays as it was written."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.printing import term_text, value_text
from salesdesk.domain.language.tree import Pair, Value, View
from salesdesk.errors import FilterError


def filter_with(text: str, instead: Callable[[str, str], Sequence[str]]) -> str:
    """The filter with the names `instead(field, value)` in place of every value for which there are some.

    A filter that cannot be understood stays as it is.
    """
    try:
        query = parse(text)
    except FilterError:
        return text
    found = [
        (value.start, value.end, names)
        for term in query.terms
        if isinstance(term, Pair)
        for value in term.values
        if isinstance(value, Value) and not value.is_none and (names := instead(term.field, value.text))
    ]
    for start, end, names in sorted(found, key=lambda one: one[0], reverse=True):
        # A thing may be called none, which without quotes is the absence of one.
        new = ",".join(value_text(Value(name, Value(name).is_none)) for name in names)
        text = text[:start] + new + text[end:]
    return text


def views_with(text: str, instead: Callable[[str], Sequence[str]]) -> str:
    """The filter with the name `instead` gives in place of every saved view it names; the same where it gives none."""
    try:
        query = parse(text)
    except FilterError:
        return text
    for term in reversed(query.terms):
        if isinstance(term, View) and (names := instead(term.name)):
            text = text[: term.start] + term_text(replace(term, name=names[0])) + text[term.end :]
    return text


def names_with(written: Sequence[str], instead: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """The names with those of `instead` in place of every one for which there are some, none of them twice."""
    return tuple(dict.fromkeys(new for name in written for new in (instead(name) or (name,))))
