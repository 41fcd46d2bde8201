"""Calls with scripts: planned, run, ended as one act, taken back, taken up again; on both engines."""

import pytest

from salesdesk import content
from salesdesk.domain.spin import read_line
from salesdesk.errors import InvalidError, NotFoundError, UndoRefusedError
from salesdesk.services import calling, editing, history, learning, pages, texts
from salesdesk.services.calling import drafts, scripts
from salesdesk.services.calling import ending as deciding
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.setup import add_member
from salesdesk.store.read import call_log as calls
from tests.services.office import capture, cell, deal, lead, outcome, stage, status, steps

PRIYA = "Priya Raman at Larkspur AI +44 20 7946 0102 #hot"


def begin(desk: Desk, ref: Ref, script: str = "Discovery") -> calling.Run:
    return calling.begin(desk, calling.plan_call(desk, ref, script))


def say(desk: Desk, run: calling.Run, line: str, at: str = "") -> None:
    """A line under the question that begins so."""
    question = next((q for q in run.plan.script.script.questions if at and q.text.startswith(at)), None)
    calling.note(desk, run, read_line(line), question.text if question else "", question.section if question else "")


def end(desk: Desk, run: calling.Run, name: str, result: str = "", step: str = "", *, stage: bool = False) -> str:
    return calling.end(desk, run, calling.Ending(outcome(desk, name), result, step, stage)).result


def dozen(desk: Desk, run: calling.Run) -> None:
    """A whole discovery call."""
    say(desk, run, "Salesforce and Excel", "How do you handle")
    say(desk, run, "ops team of 4", "Who owns")
    say(desk, run, "*4 export is wrong 1 in 5", "Where does it go wrong")
    say(desk, run, '"nobody sees it until the invoice"', "Where does it go wrong")
    say(desk, run, "52k a year", "What does that cost")
    say(desk, run, "** wants one number everyone trusts", "If it simply worked")
    say(desk, run, "e: reports without Fridays lost", "Who would you show")
    say(desk, run, "!too expensive")
    say(desk, run, "#churn")
    say(desk, run, "$48k")
    say(desk, run, "> Priya sends the export by fri")
    say(desk, run, "> send the security pack tomorrow")


def test_a_plan_ticks_what_data_answers_and_says_from_where(desk: Desk) -> None:
    ref = lead(desk, PRIYA)
    editing.edit(desk, [ref], {"industry": "Software"})
    plan = calling.plan_call(desk, ref, "discovery")
    known = plan.answered["Which part of the business does it matter for most?"]
    assert str(known) == "industry: Software, from the lead"
    assert (plan.name, plan.owner, plan.title) == ("Priya Raman", "Maya Kessler", "Larkspur AI")
    printed = "\n".join(calling.plan_lines(desk, plan))
    assert "- [x] Which part of the business" in printed
    assert "Advance: A demo by a day" in printed


def test_the_script_follows_the_stage_and_the_language(desk: Desk) -> None:
    assert scripts.choose(desk, deal(desk, "Platform")).name in {"Discovery", "Inbound first call"}
    anna = capture(desk, "Anna Kovács at Bolt Kft +36 30 123 4567", as_new=True)
    assert anna is not None
    assert scripts.choose(desk, anna).script.says("language") == "hu"
    assert scripts.choose(desk, anna, "win").name == "Win-back"
    for row in texts.texts(desk, "script"):
        texts.delete(desk, row)
    assert scripts.choose(desk, anna).name == ""


def test_a_whole_call_is_one_act_found_again_and_taken_back(desk: Desk) -> None:
    ref = lead(desk, PRIYA)
    run = begin(desk, ref)
    dozen(desk, run)
    assert end(desk, run, "talked", "advance", deciding.agreed(run)) == "advance"
    row = calls.calls_of(desk.connection, "lead", ref.id)[0]
    assert (row.result, row.advance_who, row.advance_what) == ("advance", "Priya Raman", "Priya sends the export")
    assert (row.outcome, row.notes, row.needs) == ("Talked", 12, 3)
    assert [(n.kind, n.severity) for n in calls.needs_of(desk.connection, "lead", ref.id)] == [
        ("explicit", None), ("explicit", None), ("implied", 4),
    ]  # fmt: skip
    page = pages.page(desk, "lead", ref.id)
    assert page is not None
    said = next(e for e in page.events if e.what == "done")
    assert said.text.startswith("Advance: Priya sends the export by Fri")
    assert "P ** " not in said.text and "P * export is wrong 1 in 5 (4)" in said.text
    assert steps(desk, ref) == [
        ("Mail", "2026-11-24", "the security pack"),
        ("Call", "2026-11-27", "Priya sends the export"),
    ]
    assert (cell(desk, ref, "value_minor"), cell(desk, ref, "tags")) == (4_800_000, " churn hot ")
    assert status(desk, ref) == "Working"
    taken = history.undo(desk)
    assert taken.label == "Call with Priya Raman: advance"
    assert calls.calls_of(desk.connection, "lead", ref.id) == []
    assert (steps(desk, ref), cell(desk, ref, "value_minor"), status(desk, ref)) == ([], None, "New")
    again = calling.resume(desk, run.id)
    assert len(again.notes) == 12
    history.redo(desk)
    assert len(calls.calls_of(desk.connection, "lead", ref.id)) == 1


def test_an_advance_without_a_day_is_a_continuation_and_says_why(desk: Desk) -> None:
    run = begin(desk, lead(desk, PRIYA))
    say(desk, run, "> Priya sends the export")
    found = deciding.commitment(desk, run, deciding.agreed(run))
    assert deciding.why_no_advance(found) == "it does not say by when"
    assert deciding.likely_result(desk, run, "Priya sends it fri") == "advance"
    assert end(desk, run, "talked", "advance", "Priya sends the export") == "continuation"


def test_nobody_reached_is_an_attempt_without_a_result(desk: Desk) -> None:
    ref = lead(desk, PRIYA)
    run = begin(desk, ref)
    voicemail = outcome(desk, "voicemail")
    assert not deciding.asks_result(voicemail)
    assert end(desk, run, "voicemail", "order", deciding.proposed_step(desk, run, voicemail)) == ""
    assert steps(desk, ref) == [("Call", "2026-11-25", "")]
    assert desk.connection.value("SELECT count(*) FROM activity WHERE done_on IS NOT NULL") == 1
    run = begin(desk, ref)
    assert end(desk, run, "not interested") == "no-sale"
    run = begin(desk, ref)
    with pytest.raises(InvalidError, match="How did the talk end"):
        end(desk, run, "talked")


def test_an_advance_moves_the_deal_when_it_is_wished(desk: Desk) -> None:
    ref = deal(desk, "Platform", 40_000)
    run = begin(desk, ref)
    assert end(desk, run, "talked", "advance", "demo thu with ops team", stage=True) == "advance"
    assert stage(desk, ref) == "Qualified"
    history.undo(desk)
    assert stage(desk, ref) == "New"


def test_u_of_the_day_takes_no_single_note_back(desk: Desk) -> None:
    ref = lead(desk, PRIYA)
    editing.edit(desk, [ref], {"city": "London"})
    run = begin(desk, ref)
    say(desk, run, "a note")
    assert history.undo(desk).label == "City of Priya Raman set to London"
    with pytest.raises(UndoRefusedError, match="'Call with Priya Raman begun'"):
        history.undo(desk)
    assert [n.text for n in calls.notes(desk.connection, run.id)] == ["a note"]


def test_a_record_deleted_meanwhile_loses_no_note(desk: Desk) -> None:
    ref = lead(desk, PRIYA)
    run = begin(desk, ref)
    editing.delete(desk, [ref])
    say(desk, run, "still said")
    with pytest.raises(NotFoundError, match="All notes are kept"):
        try:
            end(desk, run, "voicemail")
        except NotFoundError as error:
            raise NotFoundError(str(error)) from None
    assert [n.text for n in calls.notes(desk.connection, run.id)] == ["still said"]


def test_two_on_one_deal_are_told_and_both_are_kept(desk: Desk) -> None:
    ref = deal(desk, "Platform")
    mine = begin(desk, ref)
    maya, desk.actor = desk.actor, add_member(desk, "Omar Farouk").id
    plan = calling.plan_call(desk, ref)
    assert plan.others == ("Maya Kessler is on a call with Platform since 09:12",)
    his = calling.begin(desk, plan)
    say(desk, his, "his")
    assert end(desk, his, "talked", "continuation") == "continuation"
    desk.actor = maya
    say(desk, mine, "mine")
    assert end(desk, mine, "talked", "continuation") == "continuation"
    assert {row.owner for row in calls.calls_of(desk.connection, "deal", ref.id)} == {"Maya Kessler", "Omar Farouk"}
    with pytest.raises(InvalidError, match="wrapped up elsewhere"):
        end(desk, mine, "talked", "continuation")


def test_what_was_not_ended_is_offered_resumed_and_dropped(desk: Desk) -> None:
    run = begin(desk, lead(desk, PRIYA))
    say(desk, run, "a note", "Who owns")
    drafts.keep(run.id, "half a li")
    assert calling.unfinished(desk) == [], "it goes on"
    drafts.leave(run.id)
    found = calling.unfinished(desk)
    assert [call.name for call in found] == ["Priya Raman"]
    again = calling.resume(desk, run.id)
    assert (again.line, [n.text for n in again.notes]) == ("half a li", ["a note"])
    last = calling.take_back(desk, again)
    assert last is not None and last.text == "a note"
    calling.drop(desk, run.id, "Priya Raman")
    assert calling.unfinished(desk) == []
    assert drafts.read(run.id) == ""
    with pytest.raises(NotFoundError, match="dropped elsewhere"):
        say(desk, again, "too late")
    history.undo(desk)
    assert len(calling.unfinished(desk)) == 1


def test_results_belong_to_the_version_that_was_asked(desk: Desk) -> None:
    ref = lead(desk, PRIYA)
    end(desk, begin(desk, ref), "talked", "continuation")
    row = texts.find_text(desk, "script", "discovery")
    texts.save(desk, "script", row.name, row.text.replace("Who owns the result", "Who owns it"), row=row)
    end(desk, begin(desk, ref), "talked", "order")
    versions = [v for (v,) in desk.connection.rows("SELECT version FROM call_run ORDER BY id")]
    assert len(set(versions)) == 2
    told = learning.results(desk, "version")
    assert {name: (tally.talks, tally.successes) for name, tally in told.items()} == {
        "Discovery v1": (1, 0),
        "Discovery v2": (1, 1),
    }


def test_a_script_that_cannot_be_understood_is_told_by_line_and_kept_as_a_draft(desk: Desk) -> None:
    row = texts.find_text(desk, "script", "discovery")
    with pytest.raises(InvalidError, match="Line 2"):
        texts.save(desk, "script", row.name, "# Problem\n- a?\n  thn: b\nx\n".replace("- a?", "a?"), row=row)
    assert texts.find_text(desk, "script", "discovery").state == "draft"
    assert scripts.sum_up(desk, "# Problem\n- a?\n  known: empolyees\n").endswith("no field 'empolyees'")
    with pytest.raises(InvalidError, match="100,000"):
        texts.save(desk, "script", "Long", "# Problem\n" + "- question?\n" * 10_000)


def test_the_ready_scripts_come_again_when_they_are_gone(desk: Desk) -> None:
    texts.delete(desk, texts.find_text(desk, "script", "renewal"))
    assert texts.bring_ready(desk, "script") == "1 script brought"
    for text in content.ready("scripts").values():
        assert ";" not in scripts.sum_up(desk, text)
