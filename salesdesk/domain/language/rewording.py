"""A filter or a list of names with one of the names in it exchanged; every other character stays as it was written."""

from collections.abc import Callable, Sequence

from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.printing import value_text
from salesdesk.domain.language.tree import Pair, Value
from salesdesk.errors import FilterError


def filter_with(text: str, fits: Callable[[str, str], bool], names: Sequence[str]) -> str:
    """The filter with `names` in place of every value for which `fits(field, value)` holds.

    A filter that cannot be understood stays as it is.
    """
    try:
        query = parse(text)
    except FilterError:
        return text
    # A thing may be called none, which without quotes is the absence of one.
    new = ",".join(value_text(Value(name, Value(name).is_none)) for name in names)
    found = [
        (value.start, value.end)
        for term in query.terms
        if isinstance(term, Pair)
        for value in term.values
        if isinstance(value, Value) and not value.is_none and fits(term.field, value.text)
    ]
    for start, end in sorted(found, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def names_with(written: Sequence[str], fits: Callable[[str], bool], names: Sequence[str]) -> tuple[str, ...]:
    """The names with `names` in place of every one that fits, none of them twice."""
    return tuple(dict.fromkeys(new for name in written for new in (names if fits(name) else (name,))))
