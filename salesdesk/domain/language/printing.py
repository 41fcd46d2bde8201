"""A tree back to text, for saved views and for the shell."""

from __future__ import annotations

import re
import shlex

from salesdesk.domain.language.tree import Meta, Pair, Query, Range, Tag, Term, Value, View

_SAFE_IN_SHELL = re.compile(r"[\w@%+:,./-]+")


def to_text(query: Query) -> str:
    """The query in its shell-safe spelling where it has one (`60..`, `+tag`, `not:`); parsing gives an equal
    query.

    Strict comparisons (`score>60`) have no such spelling; `to_shell` quotes them.
    """
    return " ".join(term_text(part) for part in (*query.terms, *query.metas))


def to_shell(query: Query) -> str:
    """The query as words for bash, zsh and fish, quoted where needed."""
    words = (term_text(part) for part in (*query.terms, *query.metas))
    return " ".join(word if _SAFE_IN_SHELL.fullmatch(word) else shlex.quote(word) for word in words)


def term_text(part: Term | Meta) -> str:
    """One term or meta as text."""
    if isinstance(part, Meta):
        return f"{part.name}:{','.join(value_text(value) for value in part.values)}"
    negation = "not:" if part.negated else ""
    if isinstance(part, Pair):
        return f"{negation}{part.field}{part.op}{values_text(part)}"
    if isinstance(part, Tag | View):
        sign = "+" if isinstance(part, Tag) else "@"
        plain = re.fullmatch(r'[^\W\d_][^\s,":]*' if isinstance(part, Tag) else r'\w[^\s,":]*', part.name)
        return f"{negation}{sign}{part.name if plain else quote(part.name)}"
    return f"{negation}{quote(part.text) if part.quoted else part.text}"


def values_text(pair: Pair) -> str:
    """The values of a pair as written after its operator: `2017-04-01..2017-06-30`, `new,open`."""
    return ",".join(value_text(value) for value in pair.values)


def value_text(value: Value | Range) -> str:
    """One value or range as text."""
    if isinstance(value, Range):
        return f"{value_text(value.low) if value.low else ''}..{value_text(value.high) if value.high else ''}"
    return quote(value.text) if value.quoted or _needs_quotes(value.text) else value.text


def _needs_quotes(text: str) -> bool:
    return not text or bool(re.search(r"[\s,]|\.\.", text)) or text[0] in '"('


def quote(text: str) -> str:
    """The text in double quotes, with `"` and `\\` escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
