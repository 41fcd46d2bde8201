"""What calls teach: the figures recomputed by hand on random calls, the sample rule, versions; on both engines."""

import datetime as dt
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk import clock
from salesdesk.domain.learning import RESULTS, SECTIONS, Call, Tally, by_question, differ
from salesdesk.services import editing, history, learning, negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.setup import add_member
from tests.services.office import deal

QUESTIONS = {
    "How do you track it?": "S",
    "What breaks?": "P",
    "What does it cost?": "I",
    "What if it were solved?": "N",
}


@pytest.fixture
def script(desk: Desk) -> bytes:
    with desk.operation("Script") as unit:
        return unit.insert("script", {"name": "Discovery", "text": "# Situation\n"})


def run_call(desk: Desk, script: bytes | None, result: str, asked: list[str], **more: object) -> bytes:
    """A call that ended ten minutes after it began, with what was asked."""
    with desk.operation("Call", source="call") as unit:
        version = unit.connection.value(
            "SELECT operation_id FROM history WHERE table_name = 'script' AND record_id = ? ORDER BY operation_id DESC",
            (script,),
        ) or unit.connection.value("SELECT created_op FROM script WHERE id = ?", (script,))
        now = clock.now()
        values = {"script_id": script, "version": version, "result": result, "owner_id": desk.actor}
        times = {"started_at": now, "ended_at": now + dt.timedelta(minutes=10)}
        key = unit.insert("call_run", {**values, **times, **more})
        for position, question in enumerate(asked):
            note = {"call_id": key, "position": position, "kind": "asked", "question": question}
            unit.insert("call_note", {**note, "section": QUESTIONS[question]})
    return key


def test_figures_equal_those_counted_by_hand(desk: Desk, script: bytes) -> None:
    rng = Random(7)
    omar = add_member(desk, "Omar Farouk").id
    made = []
    for _ in range(60):
        rep = rng.choice([desk.actor, omar])
        result = rng.choice([*RESULTS, ""])
        asked = [q for q in QUESTIONS if rng.random() < 0.5]
        run_call(desk, script, result, asked, owner_id=rep, persona=rng.choice(["CFO", ""]))
        made.append((rep, result, asked))
    run_call(desk, script, "order", [], practice=True)
    found = learning.results(desk, "rep")
    for name, key in (("Maya Kessler", desk.actor), ("Omar Farouk", omar)):
        mine = [(result, asked) for rep, result, asked in made if rep == key]
        talks = [(result, asked) for result, asked in mine if result]
        tally = found[name]
        assert (tally.calls, tally.talks) == (len(mine), len(talks))
        assert tally.rate == sum(r in {"order", "advance"} for r, _ in talks) / len(talks)
        assert tally.asked == Counter(QUESTIONS[q] for _, asked in talks for q in asked)
        assert tally.median_minutes == 10
    assert sum(t.calls for t in learning.results(desk, "persona").values()) == 60
    for use in learning.questions(desk):
        assert use.asked.talks == sum(use.question in asked for _, result, asked in made if result)
        assert use.asked.talks + use.not_asked.talks == sum(bool(result) for _, result, _ in made)


def test_a_call_belongs_to_the_version_it_ran(desk: Desk, script: bytes) -> None:
    run_call(desk, script, "advance", [])
    with desk.operation("Edited") as unit:
        unit.update("script", script, {"text": "# Situation\n- New?\n"})
    run_call(desk, script, "no-sale", [])
    found = learning.results(desk, "version")
    assert {name: tally.successes for name, tally in found.items()} == {"Discovery v1": 1, "Discovery v2": 0}


def test_objections_say_cause_answer_and_what_came_before(desk: Desk, script: bytes) -> None:
    key = run_call(desk, script, "continuation", ["How do you track it?"])
    with desk.operation("Objection", source="call") as unit:
        note = {"call_id": key, "position": 5, "kind": "objection", "text": "We have a BI team"}
        unit.insert("call_note", {**note, "cause": "no problem felt", "answered": True})
    (only,) = learning.objections(desk)
    assert (only.text, only.count, only.answered) == ("We have a BI team", 1, 1)
    assert (only.causes, only.before) == ({"no problem felt": 1}, {"S": 1})
    assert (only.missing, only.calls) == ({"P": 1}, frozenset({key}))


def test_lost_deals_by_stage_and_script(desk: Desk, script: bytes) -> None:
    ref = deal(desk, "Platform")
    run_call(desk, script, "no-sale", [], deal_id=ref.id)
    reason = next(r for r in negotiating.reasons(desk) if r.name == "Price")
    negotiating.lose(desk, [ref], reason)
    editing.edit(desk, [ref], {"competitor": "Gridmoss"})

    def told(by: str, since: dt.date | None = None) -> list[tuple[str, str, int]]:
        return [(one.reason, one.what, len(one.deals)) for one in learning.lost(desk, by, since)]

    assert told("stage") == [("Price", "New", 1)]
    assert told("script") == [("Price", "Discovery", 1)]
    assert told("competitor") == [("Price", "Gridmoss", 1)]
    assert told("stage", desk.today + dt.timedelta(days=1)) == []
    history.undo(desk)
    history.undo(desk)
    assert told("stage") == []


def test_a_finding_needs_more_than_chance(desk: Desk, script: bytes) -> None:
    for _ in range(12):
        run_call(desk, script, "advance", ["What does it cost?"])
        run_call(desk, script, "continuation", ["How do you track it?"])
    sentences = learning.findings(desk)
    assert "With “What does it cost?” 12 of 12 talks moved on, without it 0 of 12." in sentences
    assert learning.findings(desk, desk.today + dt.timedelta(days=1)) == []
    found = learning.read(desk)
    moved, stayed = learning.by_success(found)
    assert (moved.tally.mix, stayed.tally.mix) == (
        {"S": 0, "P": 0, "I": 1, "N": 0},
        {"S": 1, "P": 0, "I": 0, "N": 0},
    )
    assert len(moved.calls | stayed.calls) == 24


def test_a_script_apart_from_the_others_is_said_once_with_its_calls(desk: Desk, script: bytes) -> None:
    with desk.operation("Another") as unit:
        other = unit.insert("script", {"name": "Other", "text": "# Situation\n"})
    good = [run_call(desk, script, "advance", []) for _ in range(12)]
    for _ in range(12):
        run_call(desk, other, "no-sale", [])
    first, second = learning.findings_in(learning.read(desk))
    assert first.sentence == "Discovery: 12 of 12 talks moved on, of all others 0 of 12."
    assert first.calls == frozenset(good)
    assert second.sentence.startswith("Other: 0 of 12")


@given(st.lists(st.tuples(st.sampled_from([*RESULTS, ""]), st.sets(st.sampled_from(sorted(QUESTIONS))))))
def test_every_question_splits_the_talks(made: list[tuple[str, set[str]]]) -> None:
    calls = [("s", Call(result, None, Counter(), frozenset(asked))) for result, asked in made]
    talks = sum(bool(result) for result, _ in made)
    for use in by_question(calls):
        assert use.asked.talks + use.not_asked.talks == talks
        assert use.asked.talks > 0


def test_small_samples_and_no_samples_claim_nothing() -> None:
    few, none = Tally(), Tally()
    for _ in range(9):
        few.add(Call("advance"))
    assert few.small and not differ(few, none)
    assert (none.rate, none.interval, none.mix, none.median_minutes) == (None, None, None, None)
    assert set(SECTIONS) == {"S", "P", "I", "N"}
