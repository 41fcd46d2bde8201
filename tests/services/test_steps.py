"""Logging, planning and spreading, also where several steps, several records or no record are involved."""

import datetime as dt

import pytest

from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import editing, history, negotiating, outreach, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.services.steps import read_step, step_text
from salesdesk.services.today import today
from tests.services.office import capture, cell, colleague, deal, lead, outcome, status, steps
from tests.store.test_operation import live_rows

TUESDAY = dt.date(2026, 11, 24)


def qualified(desk: Desk) -> tuple[Ref, Ref, Ref]:
    """A deal with its contact and account; a demo on Friday belongs to the deal."""
    anna = lead(desk, "demo Anna Lindqvist at Acme Nordic fri 10:00")
    made = prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    keys = desk.connection.one("SELECT contact_id, account_id FROM deal WHERE id = ?", (made.id,))
    assert keys is not None
    return made, by_id(desk.connection, "contact", keys[0]), by_id(desk.connection, "account", keys[1])


def test_one_log_of_several_is_one_operation(desk: Desk) -> None:
    several = [lead(desk, f"Person{n} Smith at Acme") for n in range(3)]
    before, operations = live_rows(desk.connection), len(history.operations(desk))
    logged = outreach.log(desk, several, outcome(desk, "voicemail"), note="left a message")
    assert logged.sentence.startswith("Logged voicemail for 3 records. Next: call Wed")
    assert [steps(desk, ref) for ref in several] == [[("Call", "2026-11-25", "")]] * 3
    assert len(history.operations(desk)) == operations + 1
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_a_log_takes_the_step_it_is_told_to_or_none(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today")
    outreach.log(desk, anna, outcome(desk, "talked"), step=read_step(desk, "send offer thu 10:00"))
    assert steps(desk, anna) == [("Mail", "2026-11-26", "offer")]
    outreach.log(desk, anna, outcome(desk, "sent", "mail"), no_step=True)
    assert steps(desk, anna) == []


def test_a_second_step_that_is_agreed_is_never_replaced_by_a_default(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today")
    with desk.operation("A demo too") as unit:
        kind = outreach.kind_named(desk, "demo")
        unit.insert("activity", {"lead_id": anna.id, "kind_id": kind.id, "due_on": dt.date(2026, 11, 27)})
    now = desk.local(dt.datetime(2026, 11, 23, 8, 12, tzinfo=dt.UTC))
    promised = outreach.step_after(desk, anna, outcome(desk, "talked"), now)
    assert promised is not None and (promised.kind.name, promised.day) == ("Demo", dt.date(2026, 11, 27))
    logged = outreach.log(desk, anna, outcome(desk, "talked"))
    assert logged.next_step is None
    assert steps(desk, anna) == [("Demo", "2026-11-27", "")]


def test_no_answer_suggests_the_other_half_of_the_day(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    outreach.log(desk, anna, outcome(desk, "no answer"))
    assert cell(desk, anna, "next_at") == "2026-11-24T13:30:00Z"
    assert status(desk, anna) == "Working"


def test_a_touch_of_before_the_desk_opened_its_day_is_dated_locally(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    late = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC)
    outreach.log(desk, anna, outcome(desk, "talked"), at=late, minutes=7, no_step=True)
    row = desk.connection.one("SELECT done_on, done_at, duration_minutes FROM activity WHERE done_on IS NOT NULL")
    assert row == ("2026-11-22", "2026-11-21T23:30:00Z", 7)


def test_a_plan_replaces_the_step_and_one_undo_restores_it(desk: Desk) -> None:
    several = [lead(desk, f"call Person{n} Smith at Acme tomorrow") for n in range(2)]
    before = live_rows(desk.connection)
    assert outreach.plan(desk, several, read_step(desk, "demo thu 10:00")) == "Next step of 2 records: demo Thu 10:00"
    assert [steps(desk, ref) for ref in several] == [[("Demo", "2026-11-26", "")]] * 2
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_a_step_is_written_as_it_is_read(desk: Desk) -> None:
    for text in ("call thu 10:00 with ops team", "demo 4 dec", "mail today the offer"):
        step = read_step(desk, text)
        assert read_step(desk, step_text(step, desk.today)) == step
    for bad in ("", "call yesterday"):
        with pytest.raises(InvalidError):
            read_step(desk, bad)


def test_postponing_makes_a_call_where_nothing_was_planned(desk: Desk) -> None:
    planned, bare = lead(desk, "demo Anna Berg at Acme today"), lead(desk, "Bela Nagy at Tisza")
    outreach.postpone(desk, [planned, bare], TUESDAY)
    assert steps(desk, planned) == [("Demo", "2026-11-24", "")]
    assert steps(desk, bare) == [("Call", "2026-11-24", "")]


def test_the_best_come_first_when_they_are_spread(desk: Desk) -> None:
    low, none, high = (lead(desk, f"Person{n} Smith at Acme") for n in range(3))
    editing.edit(desk, [low], {"score": "20"})
    editing.edit(desk, [high], {"score": "90"})
    outreach.spread(desk, outreach.best_first(desk, [low, none, high]), 1)
    days = [steps(desk, ref)[0][1] for ref in (high, low, none)]
    assert days == ["2026-11-23", "2026-11-24", "2026-11-25"]
    with pytest.raises(InvalidError, match="At least one"):
        outreach.spread(desk, [low], 0)
    assert outreach.spread(desk, [], 5) == "Nothing to spread."


def test_a_deals_step_is_not_its_accounts_or_contacts(desk: Desk) -> None:
    made, contact, account = qualified(desk)
    outreach.plan(desk, [account], read_step(desk, "visit mon"))
    outreach.plan(desk, [contact], read_step(desk, "mail tue"))
    assert steps(desk, made) == [("Demo", "2026-11-27", "")]
    mine = desk.connection.value("SELECT owner_id FROM deal WHERE id = ?", (made.id,))
    colleague(desk)
    editing.give(desk, [account, contact], "omar")
    assert (
        desk.connection.value("SELECT owner_id FROM activity WHERE deal_id = ? AND done_on IS NULL", (made.id,)) == mine
    )
    editing.delete(desk, [account, contact])
    assert steps(desk, made) == [("Demo", "2026-11-27", "")]
    rows = "SELECT count(*) FROM activity WHERE deal_id IS NULL AND done_on IS NULL AND deleted_op IS NULL"
    assert desk.connection.value(rows) == 0


def test_a_to_do_of_no_record_can_be_moved_given_and_done(desk: Desk) -> None:
    assert capture(desk, "todo order new headsets today") is None
    (row,) = today(desk, owner=desk.actor).anytime
    ref = by_id(desk.connection, "activity", row.id)
    assert fold(ref.name) == "todo order new headsets today"
    outreach.postpone(desk, [ref], TUESDAY)
    assert today(desk, owner=desk.actor).total == 0
    outreach.postpone(desk, [ref], desk.today)
    kind, choices = outreach.outcomes_for(desk, ref)
    assert (kind.name, [o.name for o in choices]) == ("Task", ["Done"])
    outreach.log(desk, ref, choices[0])
    assert [r.id for r in today(desk, owner=desk.actor).done] == [ref.id]
    history.undo(desk)
    omar = colleague(desk)
    editing.give(desk, [ref], "omar")
    assert cell(desk, ref, "owner_id") == omar
    with pytest.raises(InvalidError, match="to-do"):
        editing.tag(desk, [ref], "hot")
    with pytest.raises(InvalidError, match="to-do"):
        editing.edit(desk, [ref], {"city": "Graz"})
    editing.delete(desk, [ref])
    assert today(desk, owner=None, everyone=True).total == 0


def test_the_queue_is_overdue_then_timed_then_anytime_then_done(desk: Desk) -> None:
    late, timed, any_time, done = (
        lead(desk, f"call {who} Smith at Acme {when}")
        for who, when in (("Late", "tomorrow"), ("Timed", "today 15:00"), ("Free", "today"), ("Done", "today"))
    )
    with desk.operation("It was promised for Friday") as unit:
        key = outreach.planned(unit.connection, late)
        assert key is not None
        unit.update("activity", key.id, {"due_on": dt.date(2026, 11, 20)})
    outreach.log(desk, done, outcome(desk, "talked"))
    lead(desk, "Nobody Planned at Acme")
    deal(desk, "Silent")
    day = today(desk, owner=desk.actor)
    groups = [[row.record_id for row in rows] for rows in (day.overdue, day.timed, day.anytime, day.done)]
    assert groups == [[late.id], [timed.id], [any_time.id], [done.id]]
    assert day.total == 3
    assert (day.counts["calls"], day.counts["talks"], day.counts["meetings"]) == (1, 1, 0)
    assert (day.care.leads_without_step, day.care.deals_without_step) == (1, 1)


def test_a_talk_counts_by_what_its_outcome_means(desk: Desk) -> None:
    talked = outcome(desk, "talked")
    with desk.operation("In our words") as unit:
        unit.update("outcome", talked.id, {"name": "Beszéltünk"})
    outreach.log(desk, lead(desk, "Anna Lindqvist at Acme"), outcome(desk, "beszéltünk"))
    assert today(desk, owner=desk.actor).counts["talks"] == 1


def test_acting_on_what_is_gone_leaves_nothing(desk: Desk) -> None:
    gone = deal(desk, "Platform")
    editing.delete(desk, [gone])
    before = live_rows(desk.connection)
    for act in (
        lambda: negotiating.win(desk, gone),
        lambda: negotiating.move(desk, gone, negotiating.stage_named(desk, "Proposal")),
        lambda: outreach.log(desk, gone, outcome(desk, "talked")),
        lambda: outreach.plan(desk, [gone], read_step(desk, "call fri")),
        lambda: outreach.postpone(desk, [gone], TUESDAY),
        lambda: editing.give(desk, [gone], "me"),
        lambda: editing.edit(desk, [gone], {"value": "12k"}),
        lambda: editing.tag(desk, [gone], "hot"),
        lambda: editing.delete(desk, [gone]),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert live_rows(desk.connection) == before
