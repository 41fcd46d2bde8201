"""A query to one WHERE condition that runs on SQLite and PostgreSQL alike.

A comparison never matches a missing value, `none` does; a negated term is the exact complement, missing
included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesdesk.domain.language.conditions import condition, escape, joined, like, missing
from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.refusal import MeaninglessError
from salesdesk.domain.language.tree import Pair, Query, Range, Sort, Tag, Term, Value, View, Words
from salesdesk.domain.language.where import EVERYTHING, Where
from salesdesk.domain.text import fold
from salesdesk.errors import FilterError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdesk.domain.language.fields import Catalogue, Context, Field


def compile_query(query: Query, catalogue: Catalogue, context: Context) -> Where:
    """The condition for the rows that fit; FilterError names the term that means nothing, and why."""
    return _all_terms(query, catalogue, context, ())


def sort_fields(query: Query, catalogue: Catalogue) -> tuple[tuple[Field, bool], ...]:
    """The fields to sort by, each with whether it runs downwards; FilterError for an unknown name and for a field
    a record has several of."""
    return tuple((_meta_field(query, "sort", sort, catalogue), sort.descending) for sort in query.sort)


def expand_views(query: Query, context: Context) -> Query:
    """The query with the metas of its (not negated) views added where it has none of its own: a view that
    sorts by due sorts a list filtered by `@view` too. FilterError for an unknown view."""
    names = {meta.name for meta in query.metas}
    added = []
    for term in query.terms:
        if isinstance(term, View) and not term.negated:
            inner = expand_views(_view_query(term, query.text, context, ()), context)
            added += [meta for meta in inner.metas if meta.name not in names]
    return Query(query.terms, (*added, *query.metas), query.text)


def _all_terms(query: Query, catalogue: Catalogue, context: Context, views: tuple[str, ...]) -> Where:
    parts = [_term(term, query.text, catalogue, context, views) for term in query.terms]
    if not parts:
        return EVERYTHING
    return joined(" AND ", parts)


def _term(term: Term, text: str, catalogue: Catalogue, context: Context, views: tuple[str, ...]) -> Where:
    if isinstance(term, Pair):
        found = _pair(term, text, catalogue, context)
    elif isinstance(term, Words):
        found = _words(term, catalogue)
    elif isinstance(term, Tag):
        value = Value(term.name, True, term.start, term.end)
        found = _pair(Pair("tag", ":", (value,), False, term.start, term.end), text, catalogue, context)
    else:
        name = fold(term.name)
        inner = _view_query(term, text, context, views)
        try:
            found = _all_terms(inner, catalogue, context, (*views, name))
        except FilterError as error:
            message = tr("In the view @{name}: {reason}", name=term.name, reason=error.message)
            raise FilterError(message, text, term.start, term.end, hint=error.hint) from None
    return Where(f"(({found.sql}) IS NOT TRUE)" if term.negated else f"({found.sql})", found.params)


def _view_query(term: View, text: str, context: Context, views: tuple[str, ...]) -> Query:
    name = fold(term.name)
    if name in views:
        raise FilterError(tr("The view @{name} uses itself.", name=term.name), text, term.start, term.end)
    known = {fold(view): source for view, source in context.views.items()}
    if name not in known:
        hint = tr("Known views: {names}.", names=", ".join(context.views) or tr("none yet"))
        raise FilterError(tr("There is no view '{name}'.", name=term.name), text, term.start, term.end, hint=hint)
    return parse(known[name])


def _words(term: Words, catalogue: Catalogue) -> Where:
    found = like(Where(catalogue.search_sql), f"%{escape(fold(term.text))}%")
    if catalogue.search_within:
        return Where(catalogue.search_within.replace("{condition}", found.sql), found.params)
    return found


def _pair(pair: Pair, text: str, catalogue: Catalogue, context: Context) -> Where:
    field = catalogue.find(pair.field)
    if field is None:
        raise _unknown_field(pair.field, text, pair.field_start or pair.start, pair.field_end or pair.end, catalogue)
    try:
        parts = [_value(field, pair.op, value, context) for value in pair.values]
    except MeaninglessError as refused:
        raise FilterError(refused.message, text, refused.start, refused.end, hint=refused.hint) from None
    return joined(" OR ", parts)


def _value(field: Field, op: str, value: Value | Range, context: Context) -> Where:
    if isinstance(value, Value) and value.is_none:
        return missing(field, context)
    found = condition(field, op, value, context)
    if field.within:
        return Where(field.within.replace("{condition}", f"({found.sql})"), found.params)
    return found


def _unknown_field(name: str, text: str, start: int, end: int, catalogue: Catalogue) -> FilterError:
    near = catalogue.nearest(name)
    hint = tr("Did you mean {name}?", name=near) if near else _field_names(catalogue.fields)
    return FilterError(tr("There is no field '{name}'.", name=name), text, start, end, hint=hint)


def _field_names(fields: Sequence[Field]) -> str:
    return tr("Fields: {names}.", names=", ".join(field.name for field in fields))


def _meta_field(query: Query, name: str, sort: Sort, catalogue: Catalogue) -> Field:
    field = catalogue.find(sort.field)
    if field is not None and not field.within:
        return field
    meta = next(meta for meta in reversed(query.metas) if meta.name == name)
    value = next(value for value in meta.values if value.text.lstrip("-") == sort.field)
    if field is None:
        raise _unknown_field(sort.field, query.text, value.start, value.end, catalogue)
    message = tr("A record can have several of {name}, so a list cannot be sorted by it.", name=field.name)
    raise FilterError(
        message, query.text, value.start, value.end, hint=tr("Filter by it: {name}:word.", name=field.name)
    )
