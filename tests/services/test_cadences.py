"""Cadences on both engines: who goes in, what follows a step, what ends it, and one undo for each."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest

from salesdesk import clock
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import editing, history, negotiating, outreach, prospecting, setup, texts
from salesdesk.services.cadences import enrolling, following, showing, steering
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.settings import change_setting
from salesdesk.services.steps import read_step
from salesdesk.store.read import enrolments
from tests.services.office import cell, colleague, deal, lead, outcome, steps
from tests.store.test_operation import live_rows

THREE = "now call First call\n+2d call Second call\n+3d task Look at their news\n"
ANNA = "Anna Lindqvist at Acme Nordic +46 8 465 004 40 anna@acme.example"


def cadence(desk: Desk, text: str = THREE, name: str = "Opening") -> texts.TextRow:
    """A cadence in use."""
    texts.save(desk, "cadence", name, text)
    return texts.find_text(desk, "cadence", name)


def enrol(desk: Desk, ref: Ref, text: str = THREE) -> texts.TextRow:
    """A cadence with that record in it."""
    row = cadence(desk, text)
    enrolling.enrol(desk, row, [ref])
    return row


def state(desk: Desk) -> tuple[str, str, int]:
    """State, reason and position of the only enrolment."""
    ((how, why, position),) = desk.connection.rows(
        "SELECT state, reason, position FROM enrolment WHERE deleted_op IS NULL"
    )
    return how, why, position


def at(monkeypatch: pytest.MonkeyPatch, instant: str) -> None:
    """Stop the clock there."""
    monkeypatch.setenv("SALESDESK_NOW", instant)


# Going in


def test_enrolling_plans_the_first_step_for_the_owner_and_one_undo_takes_it_back(desk: Desk) -> None:
    anna, omar = lead(desk, ANNA), colleague(desk)
    editing.give(desk, [anna], "omar")
    row = cadence(desk)
    before = live_rows(desk.connection)
    done = enrolling.enrol(desk, row, [anna])
    assert done.sentence(desk.today) == "Anna Lindqvist enrolled in Opening, call today: First call"
    assert steps(desk, anna) == [("Call", "2026-11-23", "First call")]
    assert desk.connection.one("SELECT owner_id, cadence_step FROM activity") == (omar, 0)
    assert history.undo(desk).label == "Anna Lindqvist enrolled in Opening"
    assert live_rows(desk.connection) == before


def test_who_may_not_be_in_it_is_left_out_named_and_counted(desk: Desk) -> None:
    refs = {name: lead(desk, f"{name} Smith at Acme +36 30 {n:03} 4567") for n, name in enumerate(
        ("Good", "Banned", "Opted", "Closed", "Busy", "Twin", "Silent")
    )}  # fmt: skip
    editing.edit(desk, [refs["Banned"]], {"dnc": "yes"})
    editing.edit(desk, [refs["Silent"]], {"phone": ""})
    for name in ("Good", "Twin"):
        editing.edit(desk, [refs[name]], {"email": "one@acme.example"})
    prospecting.disqualify(desk, [refs["Closed"]], prospecting.disqualify_reasons(desk)[0])
    with desk.operation("Opted out") as unit:
        unit.insert("opt_out", {"address": "+36 30 002 4567", "address_key": "300024567", "channel": "call"})
    enrolling.enrol(desk, cadence(desk, name="Other"), [refs["Busy"]])
    row = cadence(desk)
    known = [*refs.values(), deal(desk, "Platform")]
    before = live_rows(desk.connection)
    found = enrolling.preview(desk, row, known)
    assert live_rows(desk.connection) == before
    assert [ref.name for ref in found.taken] == ["Good Smith"]
    assert {reason: [ref.name.split()[0] for ref in refused] for reason, refused in found.refused.items()} == {
        "do not contact": ["Banned"],
        "opted out": ["Opted"],
        "disqualified": ["Closed"],
        "in Other already": ["Busy"],
        "in Opening already": ["Twin"],
        "without a phone number": ["Silent"],
        "no lead but a deal": ["Platform"],
    }
    assert "7 not: 1 do not contact, 1 opted out" in enrolling.enrol(desk, row, known).sentence(desk.today)
    with pytest.raises(InvalidError, match=r"Good Smith was not enrolled in Opening: in Opening already\."):
        enrolling.enrol(desk, row, [refs["Good"]])


def test_a_cadence_that_rests_takes_nobody_and_a_day_that_has_passed_is_refused(desk: Desk) -> None:
    anna, row = lead(desk, ANNA), cadence(desk)
    with pytest.raises(InvalidError, match="in the past"):
        enrolling.enrol(desk, row, [anna], desk.today - dt.timedelta(days=1))
    texts.switch(desk, row, active=False)
    with pytest.raises(InvalidError, match="rests"):
        enrolling.enrol(desk, texts.find_text(desk, "cadence", "opening"), [anna])
    enrolling.enrol(desk, row, [anna], dt.date(2026, 11, 28))
    assert steps(desk, anna) == [("Call", "2026-11-30", "First call")]


def test_a_thousand_go_in_as_one_operation_and_come_out_with_one_undo(desk: Desk) -> None:
    with desk.operation("A list") as unit:
        status = unit.connection.value("SELECT id FROM lead_status WHERE name = 'New'")
        people = [
            {"name": f"Lead {n:04}", "phone": f"+36 30 {n:07}", "status_id": status, "owner_id": desk.actor}
            for n in range(1000)
        ]
        unit.insert_many("lead", people)
    refs = [Ref("lead", *row) for row in desk.connection.rows("SELECT id, code, name FROM lead")]
    row = cadence(desk)
    before = live_rows(desk.connection)
    operations = len(history.operations(desk))
    assert enrolling.enrol(desk, row, refs).sentence(desk.today).startswith("1,000 leads enrolled in Opening")
    assert len(history.operations(desk)) == operations + 1
    assert desk.connection.value("SELECT count(*) FROM lead WHERE next_on = '2026-11-23'") == 1000
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_two_who_enrol_the_same_person_at_the_same_moment_enrol_them_once(desk: Desk, place: str) -> None:
    refs = [lead(desk, f"Person{n} Smith at Acme +36 30 {n:03} 4567") for n in range(6)]
    rows = [cadence(desk, name=name) for name in ("Opening", "Other")]
    colleague(desk)
    other = setup.open_desk(place, as_member="omar")
    unexpected: list[BaseException] = []

    def work(where: Desk, row: texts.TextRow) -> None:
        for ref in refs:
            try:
                enrolling.enrol(where, row, [ref])
            except InvalidError:
                pass
            except BaseException as error:
                unexpected.append(error)
        where.workspace.close()

    both = [threading.Thread(target=work, args=(where, row)) for where, row in zip((desk, other), rows, strict=True)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert not unexpected
    assert desk.connection.value("SELECT count(*) FROM enrolment") == len(refs)
    assert desk.connection.value("SELECT count(DISTINCT lead_id) FROM enrolment") == len(refs)


# Going on


def test_a_step_that_is_done_plans_the_next_in_the_same_operation(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    before = live_rows(desk.connection)
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    assert steps(desk, anna) == [("Call", "2026-11-25", "Second call")]
    assert state(desk) == ("active", "", 1)
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_the_wait_counts_from_the_day_it_was_done_and_the_last_step_finishes_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    at(monkeypatch, "2026-11-26T10:00:00Z")
    outreach.log(desk, anna, outcome(desk, "no answer"))
    # Thursday and two working days.
    assert steps(desk, anna) == [("Call", "2026-11-30", "Second call")]
    at(monkeypatch, "2026-12-07T10:00:00Z")
    # Logged late, as of its day: the next is not overdue when it is planned.
    outreach.log(desk, anna, outcome(desk, "voicemail"), at=dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC))
    assert steps(desk, anna) == [("Task", "2026-12-07", "Look at their news")]
    outreach.log(desk, anna, outcome(desk, "done", "task"))
    assert state(desk) == ("finished", "", 2)
    assert steps(desk, anna) == []


def test_many_go_on_as_one_operation(desk: Desk) -> None:
    refs = [lead(desk, f"Person{n} Smith at Acme +36 30 {n:03} 4567") for n in range(5)]
    enrolling.enrol(desk, cadence(desk), refs)
    before = live_rows(desk.connection)
    outreach.log(desk, refs, outcome(desk, "voicemail"))
    assert {steps(desk, ref)[0] for ref in refs} == {("Call", "2026-11-25", "Second call")}
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_christmas_in_hungary_is_no_working_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    change_setting(desk, "holidays", "HU")
    with desk.operation("A day off") as unit:
        unit.insert("holiday", {"on_day": dt.date(2026, 12, 28), "name": "Closed"})
    at(monkeypatch, "2026-12-23T09:00:00Z")
    anna = lead(desk, ANNA)
    enrol(desk, anna, "now call One\n+1d call Two\n+2d call Three\n")
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    # Christmas Eve and both days after it, a weekend, and a day of the team's own.
    assert steps(desk, anna) == [("Call", "2026-12-29", "Two")]
    at(monkeypatch, "2026-12-30T09:00:00Z")
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    assert steps(desk, anna) == [("Call", "2027-01-04", "Three")]


def test_a_step_put_in_place_of_a_step_belongs_to_the_cadence(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    outreach.plan(desk, [anna], read_step(desk, "call wed 10:00 about the fleet"))
    outreach.postpone(desk, [anna], dt.date(2026, 11, 26))
    assert steps(desk, anna) == [("Call", "2026-11-26", "about the fleet")]
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    assert steps(desk, anna) == [("Call", "2026-11-25", "Second call")]
    outreach.log(desk, anna, outcome(desk, "talked"), step=read_step(desk, "call fri"))
    assert (steps(desk, anna), state(desk)) == ([("Call", "2026-11-27", "")], ("active", "", 2))


def test_a_step_that_is_skipped_or_deleted_is_passed_over(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    before = live_rows(desk.connection)
    assert steering.skip(desk, [anna]) == "Anna Lindqvist skipped a step of Opening. Next: call Wed: Second call"
    history.undo(desk)
    assert live_rows(desk.connection) == before
    key = desk.connection.value("SELECT id FROM activity")
    editing.delete(desk, [Ref("activity", key, "", "First call")])
    assert steps(desk, anna) == [("Call", "2026-11-25", "Second call")]
    steering.skip(desk, [anna])
    assert steering.skip(desk, [anna]).endswith("that was the last step")
    assert state(desk)[0] == "finished"
    with pytest.raises(NotFoundError, match="in no cadence"):
        steering.skip(desk, [anna])


def test_who_is_given_twice_is_skipped_once(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    assert steering.skip(desk, [anna, anna]).startswith("Anna Lindqvist skipped a step of Opening. Next: call Wed")
    assert state(desk) == ("active", "", 1)


def test_who_is_paused_waits_and_goes_on_at_the_same_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    before = live_rows(desk.connection)
    assert steering.pause(desk, [anna]) == "Anna Lindqvist paused in Opening"
    assert steps(desk, anna) == []
    assert following.settle(desk) == ""
    with pytest.raises(InvalidError, match="paused in Opening"):
        steering.pause(desk, [anna])
    history.undo(desk)
    assert live_rows(desk.connection) == before
    steering.pause(desk, [anna])
    at(monkeypatch, "2026-11-28T10:00:00Z")
    steering.resume(desk, [anna])
    assert steps(desk, anna) == [("Call", "2026-11-30", "Second call")]


def test_a_cadence_survives_its_author_leaving(desk: Desk, place: str) -> None:
    omar = colleague(desk)
    author = setup.open_desk(place, as_member="omar")
    anna = lead(desk, ANNA)
    enrol(author, anna)
    with desk.operation("Omar left") as unit:
        unit.update("member", omar, {"active": False})
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    assert desk.connection.value("SELECT owner_id FROM activity WHERE done_on IS NULL") == desk.actor
    # Nobody's record: who enrolled it is gone too, so it is theirs who acts.
    editing.edit(desk, [anna], {"owner": "none"})
    steering.skip(desk, [anna])
    assert desk.connection.value(
        "SELECT owner_id FROM activity WHERE done_on IS NULL AND deleted_op IS NULL"
    ) == desk.actor  # fmt: skip
    author.workspace.close()


def test_the_steps_of_an_owner_who_left_go_to_who_enrolled_them(desk: Desk) -> None:
    anna, omar = lead(desk, ANNA), colleague(desk)
    editing.give(desk, [anna], "omar")
    enrol(desk, anna)
    open_step = "SELECT owner_id FROM activity WHERE done_on IS NULL AND deleted_op IS NULL"
    assert desk.connection.value(open_step) == omar
    with desk.operation("Omar left") as unit:
        unit.update("member", omar, {"active": False})
    steering.skip(desk, [anna])
    assert desk.connection.value(open_step) == desk.actor


def test_an_owner_change_hands_the_steps_over_and_stops_nothing(desk: Desk) -> None:
    anna, omar = lead(desk, ANNA), colleague(desk)
    enrol(desk, anna)
    editing.give(desk, [anna], "omar")
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    assert desk.connection.value("SELECT owner_id FROM activity WHERE done_on IS NULL") == omar
    assert state(desk)[0] == "active"


# Coming out


def logged(name: str, kind: str = "call") -> Callable[[Desk, Ref], object]:
    return lambda desk, ref: outreach.log(desk, ref, outcome(desk, name, kind))


def called_back(desk: Desk, ref: Ref) -> None:
    """They called, written down where nobody follows it up: by an import, say."""
    call = outreach.kind_named(desk, "call").id
    touch = {"kind_id": call, "direction": "in", "done_on": desk.today, "done_at": clock.now(), "lead_id": ref.id}
    with desk.operation("They called") as unit:
        unit.insert("activity", touch)


CAUSES: dict[str, Callable[[Desk, Ref], object]] = {
    "replied": logged("replied", "mail"),
    "mail bounced": logged("bounced", "mail"),
    "wrong number": logged("wrong number"),
    "not interested": logged("not interested"),
    "meeting booked": logged("meeting booked"),
    "laid aside": lambda desk, ref: outreach.log(desk, ref, outcome(desk, "voicemail"), step=outreach.nurture(desk)),
    "no next step": lambda desk, ref: outreach.log(desk, ref, outcome(desk, "voicemail"), no_step=True),
    "meeting held": logged("held", "demo"),
    "do not contact": lambda desk, ref: editing.edit(desk, [ref], {"dnc": "yes"}),
    "disqualified": lambda desk, ref: prospecting.disqualify(desk, [ref], prospecting.disqualify_reasons(desk)[0]),
    "qualified": lambda desk, ref: prospecting.convert(desk, ref, prospecting.conversion_defaults(desk, ref)),
    "record deleted": lambda desk, ref: editing.delete(desk, [ref]),
    "by hand": lambda desk, ref: steering.stop(desk, [ref]),
    "cadence deleted": lambda desk, ref: texts.delete(desk, texts.find_text(desk, "cadence", "opening")),
}


@pytest.mark.parametrize("paused", [False, True], ids=["active", "paused"])
def test_everything_that_ends_it_does_so_in_its_own_operation_and_undo_brings_it_back(desk: Desk, paused: bool) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    if paused:
        steering.pause(desk, [anna])
    before = live_rows(desk.connection)
    for reason, act in CAUSES.items():
        act(desk, anna)
        assert state(desk)[:2] == ("stopped", reason)
        left = "enrolment_id IS NOT NULL AND done_on IS NULL AND deleted_op IS NULL"
        assert desk.connection.value(f"SELECT count(*) FROM activity WHERE {left}") == 0
        history.undo(desk)
        assert live_rows(desk.connection) == before, reason


def test_a_deal_that_closes_ends_it(desk: Desk) -> None:
    ref = deal(desk, "Platform")
    enrol(desk, ref, f"---\nfor: deal\n---\n{THREE.replace('call', 'task')}")
    before = live_rows(desk.connection)
    closes: dict[str, Callable[[], object]] = {
        "won": lambda: negotiating.win(desk, ref),
        "lost": lambda: negotiating.lose(desk, ref, negotiating.reasons(desk)[0]),
    }
    for how, close in closes.items():
        close()
        assert state(desk)[:2] == ("stopped", how)
        history.undo(desk)
        assert live_rows(desk.connection) == before


def test_a_meeting_put_in_place_of_a_step_ends_it_and_stays(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna)
    outreach.plan(desk, [anna], read_step(desk, "demo fri 10:00"))
    assert state(desk)[:2] == ("stopped", "meeting booked")
    assert steps(desk, anna) == [("Demo", "2026-11-27", "")]


def test_what_the_text_does_not_name_does_not_end_it(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    enrol(desk, anna, f"---\nstop: won\n---\n{THREE}")
    for name, kind in (("replied", "mail"), ("wrong number", "call")):
        outreach.log(desk, anna, outcome(desk, name, kind))
    assert state(desk)[0] == "active"
    editing.edit(desk, [anna], {"dnc": "yes"})
    assert state(desk)[:2] == ("stopped", "do not contact")


def test_what_happened_before_does_not_end_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = lead(desk, ANNA)
    outreach.log(desk, anna, outcome(desk, "replied", "mail"))
    outreach.plan(desk, [anna], read_step(desk, "demo fri 10:00"))
    enrol(desk, anna)
    assert following.settle(desk) == ""
    # A meeting agreed before and held now does.
    at(monkeypatch, "2026-11-27T10:00:00Z")
    outreach.log(desk, anna, outcome(desk, "held", "demo"))
    assert state(desk)[:2] == ("stopped", "meeting held")


def test_settle_follows_up_what_nobody_followed_and_then_has_nothing_to_do(desk: Desk) -> None:
    anna, bela = lead(desk, ANNA), lead(desk, "Béla Nagy at Bútor Kft +36 30 123 4567")
    enrolling.enrol(desk, cadence(desk), [anna, bela])
    assert following.settle(desk) == ""
    operations = len(history.operations(desk))
    called_back(desk, anna)
    with desk.operation("A step went") as unit:
        for (key,) in unit.connection.rows("SELECT id FROM activity WHERE lead_id = ?", (bela.id,)):
            unit.delete("activity", key)
    before = live_rows(desk.connection)
    assert following.settle(desk) == "Cadences: 1 stopped (1 replied), 1 went on to the next step"
    assert following.settle(desk) == ""
    assert steps(desk, bela) == [("Call", "2026-11-25", "Second call")]
    # It is no act of the member's: undo takes back what they did themselves, or this by its name.
    newest = history.operations(desk)[0]
    assert (newest.source, len(history.operations(desk))) == ("cadence", operations + 3)
    history.undo(desk, newest.key)
    assert live_rows(desk.connection) == before


# Another text


def test_a_changed_text_says_what_happens_to_those_inside_and_does_that(desk: Desk) -> None:
    refs = [lead(desk, f"Person{n} Smith at Acme +36 30 {n:03} 4567") for n in range(4)]
    row = cadence(desk, "now call A\n+1d call B\n+1d call C\n+1d call D\n")
    enrolling.enrol(desk, row, refs)
    for number, ref in enumerate(refs):
        for _ in range(number):
            outreach.log(desk, ref, outcome(desk, "voicemail"))
    new = "now call A\n+1d task New\n+1d call C, by phone\n"
    before = live_rows(desk.connection)
    told = texts.effect(desk, row, new)
    assert told == (
        "4 are inside: 1 goes on at their step, 2 get the changed step, 1 is past the new end and finishes."
    )
    assert texts.effect(desk, row, "now cal A\n") == ""
    assert live_rows(desk.connection) == before
    assert texts.save(desk, "cadence", row.name, new, row=row) == f"Cadence Opening changed. {told}".rstrip(".")
    assert [steps(desk, ref) for ref in refs] == [
        [("Call", "2026-11-23", "A")],
        [("Task", "2026-11-24", "New")],
        [("Call", "2026-11-24", "C, by phone")],
        [],
    ]
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_steps_that_moved_are_known_again_and_none_is_done_twice(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    row = enrol(desk, anna, "now call A\n+1d call B\n+1d call C\n")
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    told = texts.save(desk, "cadence", row.name, "now call B\n+1d call X\n+1d call A\n+1d call C\n", row=row)
    assert told.endswith("1 is inside: 1 goes on at their step")
    assert (steps(desk, anna), state(desk)[2]) == ([("Call", "2026-11-24", "B")], 0)
    following_steps = []
    for _ in range(3):
        outreach.log(desk, anna, outcome(desk, "voicemail"))
        following_steps += [subject for _, _, subject in steps(desk, anna)]
    # After the end the outcome plans what it always does, so that nobody is forgotten.
    assert following_steps == ["X", "C", ""]
    assert state(desk)[0] == "finished"
    found = showing.results(desk, texts.find_text(desk, "cadence", "opening"))
    assert [(line.step.words, line.counts.done) for line in found.steps] == [("B", 1), ("X", 1), ("A", 1), ("C", 1)]
    assert found.sentence() == "1 enrolled, 0 inside, 1 finished"


def test_words_of_the_reps_own_outlive_a_changed_step(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    row = enrol(desk, anna)
    outreach.plan(desk, [anna], read_step(desk, "call wed about the fleet"))
    texts.save(desk, "cadence", row.name, THREE.replace("First call", "Ring them"), row=row)
    assert steps(desk, anna) == [("Call", "2026-11-25", "about the fleet")]


# Reading


def test_who_is_inside_is_asked_with_the_filter(desk: Desk) -> None:
    from salesdesk.services import views

    anna, bela = lead(desk, ANNA), lead(desk, "Béla Nagy at Bútor Kft +36 30 123 4567")
    enrol(desk, anna)
    assert views.listing(desk, "lead", "cadence:opening").ids == [anna.id]
    assert views.listing(desk, "lead", 'cadence:"Opening"').ids == [anna.id]
    assert views.listing(desk, "lead", "cadence:none").ids == [bela.id]
    assert views.count(desk, "deal", "cadence:none") == 0
    with pytest.raises(InvalidError, match="Did you mean Opening"):
        views.count(desk, "lead", "cadence:openign")
    steering.stop(desk, [anna])
    assert views.count(desk, "lead", "cadence:none") == 2


def test_a_record_says_where_it_is(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    assert enrolments.of_record(desk.connection, "lead", anna.id) is None
    enrol(desk, anna)
    outreach.log(desk, anna, outcome(desk, "voicemail"))
    row = enrolments.of_record(desk.connection, "lead", anna.id)
    assert row is not None and showing.where(row, desk.today) == "step 2 of 3, call Wed"
    steering.pause(desk, [anna])
    row = enrolments.of_record(desk.connection, "lead", anna.id)
    assert row is not None and showing.where(row, desk.today) == "step 2 of 3, paused"
    assert cell(desk, anna, "next_on") is None
