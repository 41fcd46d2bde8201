"""Buyers to practise with: what comes out depends on what was asked before, and on nothing else."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk import content
from salesdesk.domain import buyer as buyers
from salesdesk.domain import script as scripts
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.spin import Note

MARTA = buyers.parse(content.ready("buyers")["Marta Quist, wholesale"])
DISCOVERY = scripts.parse(content.ready("scripts")["Discovery"])


def talk(*lines: tuple[str, str, str]) -> list[Note]:
    """Notes of kind, section and question (or text)."""
    return [
        Note(bytes([at]), at, kind, section, text if section else "", "" if kind == "asked" else text)
        for at, (kind, section, text) in enumerate(lines)
    ]


def asked(script: scripts.Script) -> list[tuple[str, str, str]]:
    return [("asked", question.section, question.text) for question in script.questions]


@pytest.mark.parametrize("name", content.ready("buyers"))
def test_every_ready_buyer_tells_all_to_who_asks_all_of_the_script(name: str) -> None:
    buyer = buyers.parse(content.ready("buyers")[name])
    script = scripts.parse(content.ready("scripts")[buyer.head["script"]])
    notes = talk(*asked(script), ("shown", "", "Anything"), ("next", "", "They sign"))
    done = buyers.debrief(buyer, script, notes)
    assert (done.missed, done.raised, done.better) == ((), (), None)
    assert done.consent is not None and done.consent.kind == "order"
    said = buyers.talk(buyer, notes).out
    assert {answer.text for answer in said} == {answer.text for answer in buyer.answers}


@pytest.mark.parametrize("name", content.ready("buyers"))
def test_what_is_shown_at_once_brings_every_objection_and_no_order(name: str) -> None:
    buyer = buyers.parse(content.ready("buyers")[name])
    script = scripts.parse(content.ready("scripts")[buyer.head["script"]])
    done = buyers.debrief(buyer, script, talk(*[("shown", "", "We can")] * 4, ("next", "", "They sign")))
    assert [missing for _, missing in done.raised] == ["P"] * len(buyer.doubts)
    assert done.consent is not None and done.consent.kind == "continuation"
    assert done.better is not None and done.best


def test_the_implication_waits_for_its_problem_and_the_payoff_for_both() -> None:
    cost = ("asked", "I", "What does that cost you in a quarter, in money or in hours?")
    wrong = ("asked", "P", "Where does it go wrong most often?")
    today = ("asked", "S", "How do you handle this today, from the first step to the last?")
    early = buyers.talk(MARTA, talk(cost))
    assert [reply.text for reply in early.replies.values()] == ["Hm. Why do you ask?"]
    done = buyers.talk(MARTA, talk(today, wrong, cost, wrong))
    assert [answer.label for answer in done.out] == ["today", "wrong", "cost"]
    assert [reply.text for reply in done.replies.values()][-1].startswith("As I said: Honestly")
    looked = buyers.debrief(MARTA, DISCOVERY, talk(today, wrong, ("shown", "", "We can")))
    assert [(doubt.text, missing) for doubt, missing in looked.raised] == [
        ("That sounds expensive for a company of our size.", "I")
    ]
    assert looked.best == "What does that cost you in a quarter, in money or in hours?"


def test_own_words_ask_and_notes_only_keep() -> None:
    question = DISCOVERY.of("S")[0].text
    notes = [Note(bytes([at]), at, "note", "S", question, "Excel") for at in (0, 1)]
    own = [*talk(("note", "P", "x")), Note(b"\x09", 9, "note", "P", "x", "And what takes longer than you like?")]
    assert len(buyers.talk(MARTA, notes).replies) == 1, "the second note keeps what was said"
    assert [answer.label for answer in buyers.talk(MARTA, own).out] == ["slow"]


def test_mistakes_are_told_by_line() -> None:
    text = (
        "# Problem\n- [a] A\n  after: b\n- [b] B\n  after: a\n- [a] C\n  afer: x\n- [c] D\n  after: d\n- [d] E\n  after: c\n"
        "# Agrees\n- [perhaps] D\n  after: nobody\n# Nonsense\n"
    )
    with pytest.raises(TextError) as error:
        buyers.parse(text)
    told = str(error.value)
    for words in (
        "'afer' is not known", "label 'a' is taken by line 2", "one of: [order], [advance], [continuation]",
        "no answer has the label 'nobody'", "waits for itself", "'Nonsense' is not a section",
    ):  # fmt: skip
        assert words in told
    with pytest.raises(TextError, match="needs an answer"):
        buyers.parse("Somebody.\n")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["asked", "note", "shown", "next", "implied"]),
            st.sampled_from("SPIN"),
            st.text(max_size=40),
        )
    )
)
def test_any_talk_is_the_same_twice_and_grows_only(lines: list[tuple[str, str, str]]) -> None:
    notes = [
        Note(at.to_bytes(2, "big"), at, kind, section, text, text) for at, (kind, section, text) in enumerate(lines)
    ]
    whole = buyers.talk(MARTA, notes)
    assert whole == buyers.talk(MARTA, notes)
    for before, after in itertools.pairwise([buyers.talk(MARTA, notes[:n]).out for n in range(len(notes) + 1)]):
        assert after[: len(before)] == before
    buyers.debrief(MARTA, DISCOVERY, notes)
