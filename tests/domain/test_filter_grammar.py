"""The filter language: text to tree and back, for people and for shells."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.printing import to_shell, to_text
from salesdesk.domain.language.tree import Meta, Pair, Query, Range, Sort, Tag, Value, View, Words
from salesdesk.domain.language.words import parse_words, words_text
from salesdesk.errors import FilterError

PRINTED = [
    ("status:new,open owner:me", "status:new,open owner:me"),
    ("score>=60", "score:60.."),
    ("due<=30nov", "due:..30nov"),
    ("touch>14d", "touch>14d"),
    ("score:>60", "score>60"),
    ("-tag:cold", "not:tag:cold"),
    ("NOT:tag:cold", "not:tag:cold"),
    ("status!=new", "not:status=new"),
    ("-status!=new", "status=new"),
    ("#hot -#cold", "+hot not:+cold"),
    ('@"Hot & mine" -@hot', '@"Hot & mine" not:@hot'),
    ('"two words" -anna', '"two words" not:anna'),
    ('name:"a \\"b\\" c",d', 'name:"a \\"b\\" c",d'),
    ('name:"none"', 'name:"none"'),
    ('name:"a\\\\n b\\\\"', 'name:"a\\\\n b\\\\"'),
    ('due:"30 nov".."5 dec"', 'due:"30 nov".."5 dec"'),
    ("sort:due,-score anna limit:50", "anna sort:due,-score limit:50"),
    ("period:2017-04-01..2017-06-30 as-of:2017-07-01", "period:2017-04-01..2017-06-30 as-of:2017-07-01"),
    ("https://acme.hu/x 9:30 +36 +2d", "https://acme.hu/x 9:30 +36 +2d"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "printed"), PRINTED)
def test_printed_in_the_safe_spelling_and_read_again(text: str, printed: str) -> None:
    query = parse(text)
    assert to_text(query) == printed
    assert parse(printed) == query


REFUSED = [
    ("a or b", "or", "use a,b for any of"),
    ("(a b)", "(a", "use a,b for any of"),
    ("status:(new)", "(new)", "use a,b for any of"),
    ("foo)", "foo)", "use a,b for any of"),
    ("due:", "", "field:value"),
    ("status:new,", "", "field:value"),
    ("x:..", "..", "60.."),
    ('"open', '"open', "at its end"),
    ('name:"x', '"x', "at its end"),
    ('x:"a"b', "b", "quotes"),
    ("value>12,000", ">12,000", "12000 or 12k"),
    ("score>none", ">none", "field:none"),
    ("limit:x", "x", "limit:50"),
    ("-sort:x", "-sort:x", "sort:due"),
    ("#hot,cold", ",cold", "tag:hot,cold"),
]


@pytest.mark.parametrize(("text", "part", "hint"), REFUSED)
def test_what_is_not_understood_is_named_with_a_way_out(text: str, part: str, hint: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse(text)
    error = caught.value
    assert (error.text, text[error.start : error.end]) == (text, part)
    assert hint in error.hint


def test_the_tree_knows_where_everything_stands() -> None:
    text = 'anna  -score:60..90,"x y" @hot'
    query = parse(text)
    words, pair, view = query.terms
    assert isinstance(words, Words)
    assert isinstance(pair, Pair)
    assert isinstance(view, View)
    assert text[pair.start : pair.end] == '-score:60..90,"x y"'
    assert text[pair.field_start : pair.field_end] == "score"
    spread, quoted = pair.values
    assert isinstance(spread, Range)
    assert text[spread.start : spread.end] == "60..90"
    assert spread.high is not None
    assert text[spread.high.start : spread.high.end] == "90"
    assert text[quoted.start : quoted.end] == '"x y"'
    assert text[view.start : view.end] == "@hot"


def test_metas_say_what_to_show() -> None:
    query = parse("sort:name sort:due,-score group:stage cols:name,due limit:50 anna")
    assert query.sort == (Sort("due"), Sort("score", True))
    assert (query.group, query.columns, query.limit) == ("stage", ("name", "due"), 50)
    assert parse("anna").limit is None


def test_a_report_takes_its_own_pairs() -> None:
    query = parse("team:emea period:week")
    assert [pair.values for pair in query.pairs("period")] == [(Value("week"),)]
    assert to_text(query.without("period", "as-of")) == "team:emea"


WORDS = [
    (["status:new", "company:Acme Nordic"], 'status:new company:"Acme Nordic"'),
    (["company:Acme Nordic,Foo"], 'company:"Acme Nordic",Foo'),
    (["not:company:Acme Nordic"], 'not:company:"Acme Nordic"'),
    (["due:30 nov..5 dec"], 'due:"30 nov".."5 dec"'),
    (["Acme Nordic"], '"Acme Nordic"'),
    (["@Hot & mine", "anna"], '@"Hot & mine" anna'),
    (["title:Re: offer"], 'title:"Re: offer"'),
    (["status:new owner:me"], "status:new owner:me"),
    (["#hot +cold"], "#hot +cold"),
    (["", "anna "], "anna"),
]


@pytest.mark.parametrize(("words", "text"), WORDS)
def test_argv_words_get_their_quotes_back(words: list[str], text: str) -> None:
    assert words_text(words) == text
    assert parse_words(words) == parse(text)


_names = st.from_regex(r"[a-z][a-z-]{0,6}[a-z]", fullmatch=True).filter(lambda name: name not in ("not", "or"))
_plain = st.from_regex(r"[a-z0-9é][a-z0-9é.@/-]{0,8}", fullmatch=True).filter(lambda t: ".." not in t)
_quoted = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
_values = st.builds(Value, _plain) | st.builds(Value, _quoted, st.just(True))
_bounds = _plain.map(lambda text: Value(text.strip("."))).filter(lambda v: bool(v.text) and v.text != "none")
_ranges = st.builds(Range, _bounds, _bounds | st.none()) | st.builds(Range, st.none(), _bounds)
_pairs = st.builds(
    Pair,
    _names.filter(lambda name: name not in ("sort", "group", "cols", "limit")),
    st.sampled_from([":", "="]),
    st.lists(_values | _ranges, min_size=1, max_size=3).map(tuple),
    st.booleans(),
)
_words = st.builds(Words, _names, st.just(False), st.booleans()) | st.builds(
    Words, _quoted, st.just(True), st.booleans()
)
_marks = st.builds(Tag, _names, st.booleans()) | st.builds(View, _names | _quoted.filter(str.strip), st.booleans())
_metas = st.builds(Meta, st.just("sort"), st.lists(st.builds(Value, _names), min_size=1, max_size=2).map(tuple))
_queries = st.builds(
    Query, st.lists(_pairs | _words | _marks, max_size=4).map(tuple), st.lists(_metas, max_size=1).map(tuple)
)


@given(_queries)
def test_every_query_survives_printing(query: Query) -> None:
    assert parse(to_text(query)) == query


@given(_queries)
def test_every_query_survives_the_shell(query: Query) -> None:
    words = shlex.split(to_shell(query))
    assert parse_words(words) == query


@given(st.text(max_size=30))
def test_any_text_parses_or_is_refused_inside_itself(text: str) -> None:
    try:
        query = parse(text)
    except FilterError as error:
        assert 0 <= error.start <= error.end <= len(text)
        return
    assert parse(to_text(query)) == query
