"""A filter on real rows, with missing values among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.language.compile import compile_query, expand_views, sort_fields
from salesdesk.domain.language.grammar import parse
from salesdesk.errors import FilterError

if TYPE_CHECKING:
    from salesdesk.domain.language.fields import Catalogue, Context, Where


class World(Protocol):
    """The leads of conftest.py."""

    def names(self, where: Where) -> list[str]:
        """The first names of the leads that fit."""


CASES = [
    ("", "Anna Tomás Priya Grace 100%"),
    ("tomas", "Tomás"),
    ("ANNA acme", "Anna"),
    ("%", "100%"),
    ("sure_thing", "100%"),
    ("s_re", ""),
    ('"anna lindqvist"', "Anna"),
    ("-anna", "Tomás Priya Grace 100%"),
    ("name:tomás", "Tomás"),
    ("name:lind", "Anna"),
    ("name:qvist", ""),
    ("name~qvist", "Anna"),
    ("name=anna", ""),
    ('name="anna lindqvist"', "Anna"),
    ("mail:acme.se", "Anna"),
    ("email:none", "Priya Grace"),
    ("-mail:none", "Anna Tomás 100%"),
    ("phone:06301234567", "Anna"),
    ("phone:7946", "Priya"),
    ("phone:none", "Tomás Grace 100%"),
    ("status:new,qual", "Anna Priya 100%"),
    ("status:open", "Anna Tomás Grace 100%"),
    ("status!=new", "Tomás Priya Grace"),
    ("owner:me", "Anna 100%"),
    ("owner:om,none", "Tomás Priya"),
    ("not:owner:me", "Tomás Priya Grace"),
    ("score:60..", "Anna Tomás"),
    ("score>60", "Anna"),
    ("score<60", "Priya 100%"),
    ("-score<60", "Anna Tomás Grace"),
    ("score:59..60", "Tomás Priya"),
    ("score:none", "Grace"),
    ("score:0", "100%"),
    # 12,000 in the record's own currency: 5,000,000 yen is more, 0 forints is not.
    ("value>12k", "Tomás Priya"),
    ("value:12k", "Anna"),
    ('value>"12k eur"', "Tomás"),
    ("value:..12k", "Anna 100%"),
    ("due:..today", "Anna Tomás"),
    ("due<today", "Anna"),
    ("due<=30nov", "Anna Tomás Priya"),
    ("due:nov", "Anna Tomás Priya"),
    ("due>nov", "100%"),
    ("due:none", "Grace"),
    ("due:-3d..+7d", "Anna Tomás Priya"),
    # 22 November 23:30 UTC is the 23rd in Budapest, and 31 December 22:00 still the old year.
    ("created:today", "Tomás"),
    ("created:2026", "Anna Tomás 100%"),
    ("created:mar", ""),
    ("touch>14d", "Tomás 100%"),
    ("touch:14d..", "Anna Tomás 100%"),
    ("touch<2w", "Priya"),
    ("touch:10d..15d", "Anna Tomás"),
    ("touch:today", "Priya"),
    ("touch>1y", ""),
    ("touch:1y..", "100%"),
    ("-touch:14d..", "Priya Grace"),
    ("hot:yes", "Anna 100%"),
    ("hot:no", "Tomás"),
    ("hot:none", "Priya Grace"),
    ("account:acme", "Anna 100%"),
    ("account:a-7k3q", "Anna"),
    ("account:none", "Priya Grace"),
    ("+hot", "Anna Tomás"),
    ("+hot #cold", "Anna"),
    ("-#hot", "Priya Grace 100%"),
    ("tag:hot,v.i.p", "Anna Tomás 100%"),
    ("tag~ol", "Anna"),
    ("tag:none", "Priya Grace"),
    ("-tag:none", "Anna Tomás 100%"),
    ("region:eszak,DÉL", "Anna Tomás"),
    ("region:none", "Priya Grace 100%"),
    ("seats>2", "Anna Tomás"),
    ("seats:2.5", "Tomás"),
    ("seats:none", "Priya Grace 100%"),
    ("@hot", "Anna"),
    ("-@hot", "Tomás Priya Grace 100%"),
    ('@"best of all"', "Anna"),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_who_fits(text: str, names: str, world: World, catalogue: Catalogue, context: Context) -> None:
    assert world.names(compile_query(parse(text), catalogue, context)) == names.split()


REFUSED = [
    ("statu:new", "statu", "Did you mean status?"),
    ("anna -zzz:1", "zzz", "Fields: name"),
    ("status:nw", "nw", "Did you mean New?"),
    ("status:n", "n", "Write more"),
    ("owner:o", "o", "omar, olga"),
    ("owner:bob", "bob", "me or none"),
    ("score:abc", "abc", "60 or 12k"),
    ("value:xx", "xx", "12k eur"),
    ("due:blah", "blah", "30nov"),
    ("due:14d", "14d", "+14d"),
    ("touch:7d..today", "7d..today", "two days"),
    ("due:30nov..1nov", "30nov..1nov", ""),
    ("name>m", "m", "name:value"),
    ("hot:maybe", "maybe", ""),
    ("phone:abc", "abc", ""),
    ("@nosuch", "@nosuch", "hot"),
    ("@loop", "@loop", ""),
    ("anna @broken", "@broken", "score"),
]


@pytest.mark.parametrize(("text", "part", "hint"), REFUSED)
def test_what_means_nothing_is_named(text: str, part: str, hint: str, catalogue: Catalogue, context: Context) -> None:
    with pytest.raises(FilterError) as caught:
        compile_query(parse(text), catalogue, context)
    error = caught.value
    assert (error.text, text[error.start : error.end]) == (text, part)
    assert hint in error.hint


def test_nobody_is_me_until_somebody_says_so(catalogue: Catalogue, context: Context) -> None:
    with pytest.raises(FilterError, match="Nobody has said"):
        compile_query(parse("owner:me"), catalogue, replace(context, me=None))


def test_sorting_by_a_known_field_and_through_a_view(catalogue: Catalogue, context: Context) -> None:
    keys = sort_fields(expand_views(parse("@hot"), context), catalogue)
    assert [(field.name, down) for field, down in keys] == [("due", False)]
    own = sort_fields(expand_views(parse("@hot sort:-score"), context), catalogue)
    assert [(field.name, down) for field, down in own] == [("score", True)]
    with pytest.raises(FilterError, match="There is no field 'scor'"):
        sort_fields(parse("sort:-scor"), catalogue)
    with pytest.raises(FilterError, match="several of tag"):
        sort_fields(parse("sort:tag"), catalogue)


_values = {
    "name": ["anna", "none", '"o\'n"', "x"],
    "mail": ["acme.se", "none"],
    "phone": ["7946", "none"],
    "status": ["new", "open", "qual,none"],
    "owner": ["me", "none", "om,me"],
    "score": ["60..", "..59", "none", "0,92", "59..60"],
    "value": ["12k..", "..12k", "none", "0"],
    "due": ["today", "nov", "..today", "none", "+1w.."],
    "created": ["2026", "today", "none"],
    "touch": ["14d..", "..2w", "none", "today"],
    "hot": ["yes", "no", "none"],
    "account": ["acme", "none", "a-7k3q"],
    "tag": ["hot", "none", "cold,v.i.p"],
    "region": ["del", "none"],
    "seats": ["2..", "none"],
}
_pairs = st.sampled_from([f"{field}:{value}" for field, values in _values.items() for value in values])
_strict = st.sampled_from(["score>60", "score<60", "due>nov", "touch>14d", "value>12k", "name~a", "tag~o", "seats<9"])
_terms = _pairs | _strict | st.sampled_from(["anna", "+hot", "@hot", '"o\'neill"', "%"])


@given(term=_terms)
def test_a_negated_term_is_the_exact_complement(
    term: str, world: World, catalogue: Catalogue, context: Context
) -> None:
    everyone = set(world.names(compile_query(parse(""), catalogue, context)))
    fitting = world.names(compile_query(parse(term), catalogue, context))
    for negation in ("-", "not:"):
        others = world.names(compile_query(parse(negation + term), catalogue, context))
        assert len(fitting) + len(others) == len(everyone)
        assert {*fitting, *others} == everyone


@given(terms=st.lists(_terms, min_size=1, max_size=4))
def test_all_terms_must_hold(terms: list[str], world: World, catalogue: Catalogue, context: Context) -> None:
    each = [set(world.names(compile_query(parse(term), catalogue, context))) for term in terms]
    together = world.names(compile_query(parse(" ".join(terms)), catalogue, context))
    assert set(together) == set.intersection(*each)


@given(text=st.text(max_size=25))
def test_any_text_compiles_to_sql_that_runs_or_is_refused(
    text: str, world: World, catalogue: Catalogue, context: Context
) -> None:
    for line in (
        text,
        f'name:"{text}"',
        f"value:{text}",
        f"due:{text}",
        f"touch>{text}",
        f"seats:{text}",
        f"phone:{text}",
    ):
        try:
            where = compile_query(parse(line), catalogue, context)
        except FilterError:
            continue
        assert where.sql.count("?") == len(where.params)
        if "\x00" not in text and text.isprintable():
            world.names(where)
