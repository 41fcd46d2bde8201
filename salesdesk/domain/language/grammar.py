"""The grammar of the filter language: text to tree. The only module that knows the parser library.

query = term { term }        term = [ "-" | "not:" ] ( pair | text | @view | #tag | +tag )
pair  = field op value { "," value }        op = ":" "=" "!=" ">" ">=" "<" "<=" "~"
value = word | "quoted text" | a..b | a.. | ..b
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NoReturn

import parsy  # type: ignore[import-untyped]

from salesdesk.domain.language.tree import (
    META,
    Meta,
    Operator,
    Pair,
    Query,
    Range,
    Tag,
    Term,
    Value,
    View,
    Words,
)
from salesdesk.errors import FilterError
from salesdesk.i18n import tr

_ANY_OF_HINT = "There are no parentheses and no or: use a,b for any of, as in status:new,open."
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_OPEN = object()
_FIELD = r"[^\W\d](?:[\w.-]*\w)?"


class _RefusedError(Exception):
    """The message for a part that can be named; the text is added at the door."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, start, end, hint


def _refuse(message: str, hint: str = "") -> Any:
    """A parser step that stops everything, naming what was just read."""

    def stop(found: tuple[int, str, int]) -> NoReturn:
        raise _RefusedError(message, found[0], max(found[2], found[0] + 1), hint)

    return stop


def _at(pattern: str) -> Any:
    """(start, matched text, end) of a regular expression."""
    return parsy.seq(parsy.index, parsy.regex(pattern), parsy.index).map(tuple)


def _unquote(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def _value(found: tuple[int, str, int]) -> Value:
    start, text, end = found
    quoted = text.startswith('"')
    return Value(_unquote(text) if quoted else text, quoted, start, end)


_space = parsy.regex(r"\s+")
_bound = (_at(_QUOTED) | _at(r'(?!\.\.)[^\s,"(](?:(?!\.\.)[^\s,])*')).map(_value)
_broken = parsy.alt(
    _at(r'"[^\n]*').map(_refuse(tr("The quote is not closed."), tr('Add a " at its end.'))),
    _at(r"\([^\s]*").map(_refuse(tr("A parenthesis is not understood."), tr(_ANY_OF_HINT))),
)


def _range(parts: list[Any]) -> Value | Range:
    start, low, high, end = parts
    if high is None:
        value: Value = low if low is not None else _missing(start)
        return value
    if low is None and high is _OPEN:
        raise _RefusedError(tr("The range has no end."), start, end, tr("Write 60.., ..90 or 60..90."))
    return Range(low, None if high is _OPEN else high, start, end)


def _missing(start: int) -> NoReturn:
    raise _RefusedError(tr("A value is missing."), start, start + 1, tr("Write field:value, or field:none."))


_values = (
    parsy.seq(
        parsy.index,
        (_bound | parsy.peek(parsy.regex(r'["(]')) >> _broken).optional(),
        (parsy.string("..") >> _bound.optional(_OPEN)).optional(),
        parsy.index,
    )
    .map(_range)
    .sep_by(parsy.string(","), min=1)
)
_operator = parsy.regex(r":?(!=|>=|<=|>|<|~)|[:=]").map(lambda op: op.lstrip(":") or ":")


def _pair(parts: list[Any]) -> Pair | Meta:
    start, negation, (field_start, name, field_end), (op_start, op), values, end = parts
    name, negated = name.lower(), bool(negation)
    if name in META:
        return _meta(name, op, values, (start, end), negated)
    if op in (">", "<", ">=", "<=", "~"):
        _one_plain_value(op, values, op_start, end)
    if op == "!=":
        op, negated = "=", not negated
    elif op in (">=", "<="):
        value = values[0]
        values = [
            Range(value, None, value.start, value.end) if op == ">=" else Range(None, value, value.start, value.end)
        ]
        op = ":"
    kind: Operator = op
    return Pair(name, kind, tuple(values), negated, start, end, field_end, field_start)


def _one_plain_value(op: str, values: list[Any], start: int, end: int) -> None:
    if op != "~" and len(values) > 1:
        raise _RefusedError(
            tr("{op} takes one value.", op=op),
            start,
            end,
            tr("Write thousands without a comma: 12000 or 12k."),
        )
    if any(isinstance(value, Range) or value.is_none for value in values):
        raise _RefusedError(
            tr("{op} takes a single value, not a range or none.", op=op),
            start,
            end,
            tr("Write field:a..b or field:none."),
        )


def _meta(name: str, op: str, values: list[Any], span: tuple[int, int], negated: bool) -> Meta:
    if negated or op not in (":", "=") or any(isinstance(value, Range) for value in values):
        raise _RefusedError(tr("{name} takes plain values.", name=name), *span, tr("Write it like sort:due,-score."))
    if name in ("limit", "group") and len(values) > 1:
        raise _RefusedError(tr("{name} takes one value.", name=name), *span)
    if name == "limit" and not (values[0].text.isascii() and values[0].text.isdigit() and 0 < len(values[0].text) < 10):
        raise _RefusedError(tr("limit takes a number."), values[0].start, values[0].end, tr("Write it like limit:50."))
    return Meta(name, tuple(values), *span)


def _words(parts: list[Any]) -> Words:
    start, negation, (text_start, text, end) = parts
    if text.lower() in ("or", "|", "||") or text.endswith(")"):
        message = tr("'{text}' is not understood.", text=text)
        raise _RefusedError(message, text_start, end, tr(_ANY_OF_HINT))
    quoted = text.startswith('"')
    return Words(_unquote(text) if quoted else text, quoted, bool(negation), start, end)


def _named(kind: type[Tag] | type[View]) -> Any:
    def build(parts: list[Any]) -> Tag | View:
        start, negation, (_, text, end) = parts
        name = text[1:]
        return kind(_unquote(name) if name.startswith('"') else name, bool(negation), start, end)

    return build


_end_of_term = parsy.peek(parsy.regex(r"\s|\Z"))
_end_of_pair = _end_of_term | _at(r"\S+").map(
    _refuse(tr("This part is not understood."), tr("Put text with signs in quotes."))
)
_end_of_tag = _end_of_term | _at(r"\S+").map(
    _refuse(tr("A tag stands alone."), tr("For any of several write tag:hot,cold."))
)
_negation = (parsy.regex(r"-(?=\S)") | parsy.regex(r"not:(?=\S)", re.IGNORECASE)).optional()
_term = parsy.alt(
    parsy.seq(parsy.index, _negation, _at(rf'@(?:{_QUOTED}|\w[^\s,":]*)') << _end_of_term).map(_named(View)),
    parsy.seq(parsy.index, _negation, _at(rf'[#+](?:{_QUOTED}|[^\W\d_][^\s,":]*)') << _end_of_tag).map(_named(Tag)),
    parsy.seq(
        parsy.index,
        _negation,
        # An address such as https://acme.hu is a word to search for.
        _at(rf"(?!\w+://){_FIELD}"),
        parsy.seq(parsy.index, _operator),
        _values,
        parsy.index,
    ).map(_pair)
    << _end_of_pair,
    parsy.seq(parsy.index, _negation, _at(rf'{_QUOTED}|[^\s"(]\S*') << _end_of_term).map(_words),
    parsy.seq(parsy.index, _negation, _broken),
)
_query = _space.optional() >> (_term << (_space | parsy.eof)).many()


def parse(text: str) -> Query:
    """The tree of a filter; FilterError names the part that is not understood and what to write instead."""
    return _parse(text)


@lru_cache(maxsize=256)
def _parse(text: str) -> Query:
    try:
        parts: list[Term | Meta] = _query.parse(text)
    except _RefusedError as refused:
        raise FilterError(
            refused.message, text, refused.start, min(refused.end, len(text)), hint=refused.hint
        ) from None
    except parsy.ParseError as error:
        rest = re.compile(r"\S*").match(text, error.index)
        end = rest.end() if rest else len(text)
        part = text[error.index : end]
        raise FilterError(
            tr("'{part}' is not understood here.", part=part),
            text,
            error.index,
            end,
            hint=tr("Put text with signs in quotes."),
        ) from None
    terms = tuple(part for part in parts if not isinstance(part, Meta))
    return Query(terms, tuple(part for part in parts if isinstance(part, Meta)), text)
