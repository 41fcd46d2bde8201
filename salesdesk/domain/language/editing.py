"""What the filter line shows while someone types: roles to colour, problems to underline, completions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from salesdesk.domain.language.compile import compile_query
from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.printing import quote
from salesdesk.domain.language.tree import META, Meta, Pair, Query, Range, Tag, Value, View, Words
from salesdesk.domain.text import fold
from salesdesk.errors import FilterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from salesdesk.domain.language.fields import Catalogue, Context

Role = Literal["field", "op", "value", "tag", "word", "error"]

# A quote opens a phrase only where the grammar looks for one: at the start, after a sign or an operator.
_TERM = re.compile(r'(?:(?:(?<!\S)|(?<=[-:=<>~,.@#+]))"(?:[^"\\]|\\.)*(?:"|\Z)|\S)+')
_HEAD = re.compile(r"(-|not:)?([^\W\d](?:[\w.-]*\w)?)?", re.IGNORECASE)
_OPERATOR = re.compile(r":?(?:!=|>=|<=|>|<|~)|[:=]")


class Fragment(NamedTuple):
    """The part of the text a completion replaces: `[start, end)`; `field` when it is a value of that
    field.
    """

    start: int
    end: int
    field: str | None


def spans(text: str, catalogue: Catalogue | None = None) -> list[tuple[int, int, Role]]:
    """(start, end, role) for every part of the text that is not space, in order; never raises.

    With a catalogue an unknown field is an error too.
    """
    found: list[tuple[int, int, Role]] = []
    for start, part in _terms(text):
        try:
            query = parse(part)
        except FilterError:
            found.append((start, start + len(part), "error"))
            continue
        for node in sorted((*query.terms, *query.metas), key=lambda node: node.start):
            found += [(start + low, start + high, role) for low, high, role in _roles(node, part, catalogue)]
    return found


def problems(text: str, catalogue: Catalogue, context: Context) -> list[FilterError]:
    """Everything wrong with the text, term by term, with offsets into the whole of it."""
    found = []
    for start, part in _terms(text):
        try:
            compile_query(parse(part), catalogue, context)
        except FilterError as error:
            low, high = start + error.start, start + max(error.end, error.start + 1)
            found.append(FilterError(error.message, text, low, min(high, len(text)), hint=error.hint))
    return found


def valid_part(text: str, catalogue: Catalogue, context: Context) -> Query:
    """The query of the terms that are valid: what stays on screen while one is being typed."""
    good = []
    for _, part in _terms(text):
        try:
            compile_query(parse(part), catalogue, context)
        except FilterError:
            continue
        good.append(part)
    return parse(" ".join(good))


def _terms(text: str) -> Iterator[tuple[int, str]]:
    for match in _TERM.finditer(text):
        yield match.start(), match[0]


def _roles(
    node: Pair | Words | Tag | View | Meta, part: str, catalogue: Catalogue | None
) -> Iterator[tuple[int, int, Role]]:
    if isinstance(node, Meta):
        name_end = node.start + len(node.name)
        yield node.start, name_end, "field"
        yield from _value_roles(name_end, node.values, node.end)
        return
    head = _HEAD.match(part, node.start)
    body = node.start + (len(head[1] or "") if head and node.negated else 0)
    if isinstance(node, Pair):
        body = node.field_start
    if body > node.start:
        yield node.start, body, "op"
    if isinstance(node, Pair):
        known = catalogue is None or catalogue.find(node.field) is not None
        yield body, node.field_end, "field" if known else "error"
        yield from _value_roles(node.field_end, node.values, node.end)
    else:
        yield body, node.end, "word" if isinstance(node, Words) else "tag"


def _value_roles(at: int, values: tuple[Value | Range, ...], stop: int) -> Iterator[tuple[int, int, Role]]:
    for value in values:
        ends = [value] if isinstance(value, Value) else [end for end in (value.low, value.high) if end]
        for end in ends:
            if end.start > at:
                yield at, end.start, "op"
            yield end.start, end.end, "value"
            at = end.end
    if at < stop:
        yield at, stop, "op"


def fragment(text: str, cursor: int) -> Fragment:
    """What stands before the cursor and would be completed: a field name, or a value of a field."""
    before = text[:cursor]
    start = next((at for at, part in _terms(before) if at + len(part) == len(before)), cursor)
    part = before[start:]
    head = _HEAD.match(part)
    operator = _OPERATOR.match(part, head.end()) if head and head[2] else None
    if head and operator:
        last = re.compile(r'(?:"[^"]*"?|[^",])*\Z').search(part, operator.end())
        value = part[last.start() if last else operator.end() :]
        dots = value.rfind("..") if not value.startswith('"') else -1
        return Fragment(cursor - len(value) + (dots + 2 if dots >= 0 else 0), cursor, head[2].lower())
    if part[:1] in ("@", "#", "+"):
        return Fragment(start + 1, cursor, "view" if part[0] == "@" else "tag")
    return Fragment(start + (len(head[1] or "") if head else 0), cursor, None)


def complete(text: str, cursor: int, catalogue: Catalogue, value_source: Callable[[str, str], list[str]]) -> list[str]:
    """What may stand in place of `fragment(text, cursor)`: field names with their colon, then the values of
    the field.

    `value_source(field, typed)` gives values, most used first; `view` and `tag` are asked for as fields too.
    """
    part = fragment(text, cursor)
    typed = text[part.start : part.end].strip('"')
    if part.field is None:
        names = [field.name for field in catalogue.fields] + list(META)
        return [f"{name}:" for name in names if fold(name).startswith(fold(typed))]
    if part.field in ("sort", "group", "cols"):
        minus = "-" if typed.startswith("-") else ""
        names = [field.name for field in catalogue.fields]
        return [minus + name for name in names if fold(name).startswith(fold(typed.lstrip("-")))]
    field = catalogue.find(part.field)
    values = value_source(field.name if field else part.field, typed)
    fitting = [value for value in values if fold(value).startswith(fold(typed))]
    own = {"flag": (), "person": ("me", "none")}.get(field.kind, ("none",)) if field else ()
    special = [word for word in own if typed and word.startswith(fold(typed)) and word not in fitting]
    return [_printable(value) for value in fitting] + special


def _printable(value: str) -> str:
    return quote(value) if re.search(r'[\s,"]|\.\.|\A\(', value) or value.lower() == "none" else value
