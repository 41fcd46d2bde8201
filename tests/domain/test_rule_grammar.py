"""Rules as sentences: what is printed is read again, and every mistake is told with its place."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.language.rule_grammar import LONGEST_WAIT, parse_rule
from salesdesk.domain.language.rule_tree import (
    ACTIONS,
    EVENTS,
    Action,
    Assign,
    Enrol,
    Event,
    Mail,
    Move,
    Note,
    Notify,
    Plan,
    Rule,
    Set,
    Tag,
    sentence,
    to_text,
)

_signs = st.characters(exclude_categories=("C", "Zl", "Zp"))
_texts = st.text(_signs, max_size=40)
_names = st.text(_signs, min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
_several = st.lists(_names, min_size=1, max_size=4).map(tuple)
_words = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
_entities = st.sampled_from(["lead", "deal"])
_days = st.integers(1, LONGEST_WAIT)
_values = st.from_regex(r"[A-Za-z0-9]+(,[A-Za-z0-9]+)?", fullmatch=True)
# A word that does not begin another sentence.
_kinds = st.sampled_from(["call", "mail", "meeting", "video call", "e-mail"])


def _events() -> st.SearchStrategy[Event]:
    happened = st.one_of(
        st.builds(Event, st.sampled_from(["arrives", "replies", "bounces"]), _entities),
        st.builds(Event, st.sampled_from(["won", "lost"]), st.just("deal")),
        st.builds(Event, st.just("lost"), st.just("deal"), names=_several),
        st.builds(Event, st.just("qualified"), st.just("lead")),
        st.builds(Event, st.just("disqualified"), st.just("lead"), names=st.one_of(st.just(()), _several)),
        st.builds(Event, st.just("changes"), _entities, field=_words, values=st.one_of(st.just(""), _values)),
        st.builds(Event, st.just("logged"), _entities),
        st.builds(Event, st.just("logged"), _entities, kind=_kinds, names=st.one_of(st.just(()), _several)),
    )
    on_import = st.builds(lambda event, flag: replace(event, on_import=flag), happened, st.booleans())
    waits = st.one_of(
        st.builds(Event, st.sampled_from(["untouched", "stepless"]), _entities, days=_days),
        st.builds(Event, st.just("stuck"), st.just("deal"), days=_days),
        st.builds(Event, st.sampled_from(["before", "after"]), _entities, field=_words, days=_days),
    )
    return st.one_of(on_import, waits)


def _actions() -> st.SearchStrategy[Action]:
    tags = st.lists(st.from_regex(r"[+-][a-z][a-z0-9-]{0,6}", fullmatch=True), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Assign, st.lists(_names, min_size=1, max_size=1).map(tuple), st.just("one")),
        st.builds(Assign, st.one_of(st.just(()), _several), st.sampled_from(["turn", "least"])),
        st.builds(Plan, _kinds.filter(lambda k: " " not in k), st.sampled_from(["today", "+90d", "fri 10:00"]), _texts),
        st.builds(Tag, tags),
        st.builds(Set, _words, _names),
        st.builds(Move, _names),
        st.builds(Enrol, _names),
        st.builds(Mail, _names),
        st.builds(Notify, _texts, st.one_of(st.just(""), _names)),
        st.builds(Note, _texts),
    )


@given(
    _events(),
    st.lists(st.sampled_from(["source:website", 'not:+hot "two words"', "value:10k..", "anna"]), max_size=3),
    st.lists(_actions(), min_size=1, max_size=4),
)
def test_what_is_printed_is_read_again(event: Event, filters: list[str], actions: list[Action]) -> None:
    rule = Rule(event, tuple(filters), tuple(actions))
    text = to_text(rule)
    again = parse_rule(text)
    assert again == rule
    assert to_text(again) == text
    assert sentence(rule)


@pytest.mark.parametrize("phrase", EVENTS, ids=lambda p: p.shown)
def test_every_event_reads_as_it_is_shown(phrase: object) -> None:
    shown = phrase.shown  # type: ignore[attr-defined]
    rule = parse_rule(f"WHEN  {shown}\nthen call today\n")
    assert parse_rule(to_text(rule)) == rule


@pytest.mark.parametrize("phrase", ACTIONS, ids=lambda p: p.shown)
def test_every_action_reads_as_it_is_shown(phrase: object) -> None:
    shown = phrase.shown  # type: ignore[attr-defined]
    rule = parse_rule(f"# why\n\nwhen a lead arrives, also on import\n  and source:website\n  and +hot\nthen {shown}\n")
    assert rule.event.on_import
    assert rule.filters == ("source:website", "+hot")
    assert parse_rule(to_text(rule)) == rule


def test_a_rule_reads_as_people_write() -> None:
    rule = parse_rule(
        "when a lead arrives\nand  source:website not:tag:junk\nthen assign to maya, omar, and lena in turn\n"
        'and  call today "New \\"web\\" lead"\n'
    )
    assert rule.actions == (Assign(("maya", "omar", "lena"), "turn"), Plan("call", "today", 'New "web" lead'))
    assert [(place.line, place.column) for place in rule.places] == [(1, 6), (2, 6), (3, 6), (4, 6)]
    assert sentence(rule) == (
        "when a lead arrives and source:website not:tag:junk, assign to maya, omar and lena in turn"
        ' and call today "New \\"web\\" lead"'
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "A rule needs a line that begins with when"),
        ("wehn a lead arrives", "Line 1: .*Did you mean 'when'"),
        ("and x\nthen call today", "Line 1: a rule begins with when"),
        ("when a lead arrives\nwhen a deal is won\nthen call today", "Line 2: a rule has one when"),
        ("when a lead arrives\nthen call today\nthen call today", "Line 3: a rule has one then"),
        ("when a lead arrives\nand +hot", "A rule needs a line that begins with then"),
        ("when\nthen call today", "Line 1: nothing stands after 'when'"),
        ("when a led arrives\nthen call today", "Line 1, column 8: 'led' .*Did you mean 'lead'"),
        ("# x\nwhen a lead arrvies\nthen call today", "Line 2, column 13: 'arrvies' .*Did you mean 'arrives'"),
        ("when a lead\nthen call today", "Line 1, column 12: the line ends too early.*a lead arrives"),
        ("when the moon is full\nthen call today", "Line 1, column 15: 'is' is not understood"),
        ("when a lead is not touched for 3 months\nthen call today", "column 32: a wait is written in days or weeks"),
        ("when a lead is not touched for 0 days\nthen call today", "column 32: a wait is 1 to 3650 days"),
        ("when a deal is stuck for 9999 weeks\nthen call today", "a wait is 1 to 3650 days"),
        ("when a lead is not touched for 3 days, also on import\nthen call today", "Line 1: 'also on import'"),
        ("when a lead arrives\n and  sorce:\nthen call today", "Line 2, column 13: a value is missing"),
        ("when a lead arrives\nand sort:due\nthen call today", "Line 2, column 5: sort has no place in a rule"),
        ('when a lead arrives\nthen note "x', "Line 2, column 11: the quote is not closed"),
        ("when a lead arrives\nthen tag 3", "Line 2, column 10: '3'.*tag [+]hot"),
        ("when a lead arrives\nthen assign to", "Line 2, column 15: the line ends too early.*assign to"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_write(text: str, told: str) -> None:
    with pytest.raises(TextError) as error:
        parse_rule(text)
    assert re.search(told, str(error.value)), str(error.value)


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, f"when {text}\nthen call today", f"when a lead arrives\nand {text}\nthen {text}"):
        try:
            assert parse_rule(to_text(parse_rule(whole))) == parse_rule(whole)
        except TextError as error:
            assert error.message
