"""A call as it runs: signs, coverage, the next useful question, what came short, what an advance is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.commitment import read_commitment
from salesdesk.domain.script import parse
from salesdesk.domain.spin import (
    Note,
    Said,
    closest,
    coverage,
    find_questions,
    matching,
    missing_step,
    next_question,
    read_line,
)

SCRIPT = parse("""---
goal: g
advance: a
---
# Situation
- Which tools?
  known: industry
- Who owns it?
# Problem
- [export] How often is the export wrong?
  then: tried
- What breaks?
- [tried] What have you tried?
# Implication
- What does it cost?
# Need-payoff
- What would change?
- Who gains?
# Objections
- Too expensive
  cause: value
  kind: price
  answer: Against what?
- We have a BI team
  kind: competitor
# Capability
- One trusted number
  meets: export, friday
- Alerts
  meets: alert
""")


def notes(*lines: str) -> list[Note]:
    """`S Who owns it?|answer|kind` for each note."""
    made = []
    for n, line in enumerate(lines):
        question, text, kind = [*line.split("|"), "note"][:3]
        section, question = (question[0], question[2:]) if question else ("", "")
        made.append(Note(bytes([n]), n, kind, section, question, text))
    return made


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("about 15 accounts lost, 3k each", Said("note", "about 15 accounts lost, 3k each")),
        ("> demo thu 10:00", Said("next", "demo thu 10:00")),
        ("n: demo thu", Said("next", "demo thu")),
        ("!too expensive", Said("objection", "too expensive")),
        ("* 4 export is wrong", Said("implied", "export is wrong", 4)),
        ("*4 export is wrong", Said("implied", "export is wrong", 4)),
        ("i4: export is wrong", Said("implied", "export is wrong", 4)),
        ("** wants one number", Said("explicit", "wants one number")),
        ("E: wants one number", Said("explicit", "wants one number")),
        ('"it kills our Fridays"', Said("quote", "it kills our Fridays")),
        ("#hot", Said("tag", "hot")),
        ("t: hot", Said("tag", "hot")),
        ("$48k", Said("amount", "48k")),
        ("48k", Said("amount", "48k")),
        ("?cost", Said("find", "cost")),
        ("note: not a twin", Said("note", "note: not a twin")),
        ("*", Said("implied", "")),
    ],
)
def test_the_first_sign_says_what_a_line_is(line: str, said: Said) -> None:
    assert read_line(line) == said


@given(st.text(max_size=40))
def test_any_line_is_something(line: str) -> None:
    said = read_line(line)
    assert not any(sign in said.text for sign in ("\x1b", "\n", "\u202e"))


def test_coverage_counts_what_was_asked_and_what_data_answers() -> None:
    taken = notes("S Who owns it?|Priya", "S Who owns it?|and Dan", "P What breaks?|")
    covers = coverage(SCRIPT, taken, {"Which tools?"})
    assert [(c.letter, c.asked, c.known, c.total) for c in covers] == [
        ("S", 1, 1, 2), ("P", 1, 0, 3), ("I", 0, 0, 1), ("N", 0, 0, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "proposed"),
    [
        ((), "Which tools?"),
        (("S Which tools?|", "S Who owns it?|"), "How often is the export wrong?"),
        (("P How often is the export wrong?|1 in 5",), "What have you tried?"),
        (("P What breaks?|nobody sees it|implied",), "What does it cost?"),
        (("P What breaks?|x|implied", "I What does it cost?|52k"), "What would change?"),
        (("I What does it cost?|52k", "N What would change?|y", "P What breaks?|z|implied"), "Which tools?"),
    ],
)
def test_the_next_useful_question(lines: tuple[str, ...], proposed: str) -> None:
    found = next_question(SCRIPT, notes(*lines))
    assert found is not None and found.question is not None
    assert found.question.text == proposed


def test_enough_explicit_needs_lead_to_what_meets_them_and_only_that() -> None:
    taken = notes("P How often is the export wrong?|wants it right|explicit", "N Who gains?|finance wants it|explicit")
    found = next_question(SCRIPT, taken)
    assert found is not None and found.question is None
    assert [m.capability.text for m in found.matches] == ["One trusted number"]
    assert matching(SCRIPT, notes("|Fridays free|explicit"))[0].need == "Fridays free"
    assert matching(SCRIPT, notes("|export is wrong|implied")) == []


def test_objections_and_questions_are_found_by_words() -> None:
    assert closest(SCRIPT, "it is expensiv for us")[0].text == "Too expensive"
    assert closest(SCRIPT, "our bi team does that")[0].text == "We have a BI team"
    assert closest(SCRIPT, "weather") == []
    assert [q.text for q in find_questions(SCRIPT, "cost")] == ["What does it cost?"]


@pytest.mark.parametrize(
    ("before", "step"),
    [
        ((), "P"),
        (("S Who owns it?|x",), "P"),
        (("P What breaks?|x|implied",), "I"),
        (("P What breaks?|x|implied", "I What does it cost?|y"), "N"),
        (("P What breaks?|x|implied", "I What does it cost?|y", "N Who gains?|z"), ""),
        (("|wants it|explicit",), ""),
    ],
)
def test_which_step_came_short_before_an_objection(before: tuple[str, ...], step: str) -> None:
    taken = notes(*before, "|too expensive|objection")
    assert missing_step(taken, len(taken) - 1) == step


FRIDAY = dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "verb", "on", "who", "missing"),
    [
        ("Priya sends the export", "", FRIDAY, "Priya Raman", ()),
        ("with ops team", "demo", FRIDAY, "ops team", ()),
        ("with Dan Okoye", "meet", FRIDAY, "Dan Okoye", ()),
        ("Katalin signs the order", "", FRIDAY, "Katalin", ()),
        ("they sign", "", FRIDAY, "they", ()),
        ("Priya sends the export", "", None, "Priya Raman", ("when",)),
        ("the offer", "send", FRIDAY, "", ("who",)),
        ("", "call", FRIDAY, "", ("who", "what")),
        ("Priya", "call", FRIDAY, "Priya Raman", ("what",)),
        ("Maya sends the offer", "", FRIDAY, "", ("who",)),
    ],
)
def test_an_advance_says_who_does_what_by_when(
    text: str, verb: str, on: dt.date | None, who: str, missing: tuple[str, ...]
) -> None:
    found = read_commitment(text, verb, on, ["Priya Raman"], ["Maya Kessler"])
    assert (found.who, found.missing) == (who, missing)
