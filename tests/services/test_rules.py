"""Rules at work: what sets them off, what they do, each cause once, on both engines."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest

from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import editing, history, negotiating, outreach, prospecting, setup, texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, find
from salesdesk.services.rules import record, running
from salesdesk.services.steps import read_step
from tests.services.office import cell, colleague, deal, lead, outcome, same, steps
from tests.services.rulebook import Clock, brought, clock, ruled, tags, use
from tests.store.test_operation import live_rows

__all__ = ["clock"]
MONDAY = dt.date(2026, 11, 23)


def _stage(desk: Desk, ref: Ref, name: str) -> None:
    negotiating.move(desk, ref, negotiating.stage_named(desk, name))


def _lose(desk: Desk, ref: Ref, reason: str) -> None:
    negotiating.lose(desk, ref, negotiating.reason_named(negotiating.reasons(desk), reason))


def _disqualify(desk: Desk, ref: Ref, reason: str) -> None:
    reasons = prospecting.disqualify_reasons(desk)
    prospecting.disqualify(desk, [ref], negotiating.reason_named(reasons, reason))


def _log(desk: Desk, ref: Ref, what: str, kind: str = "call") -> None:
    outreach.log(desk, ref, outcome(desk, what, kind), no_step=True)


Act = Callable[[Desk, Ref], object]
# When, on which kind of record, what sets it off, and what does not though it is alike.
EVENTS: list[tuple[str, str, Act, Act]] = [
    ("the status of a lead becomes Nurture", "lead",
     lambda d, r: editing.set_status(d, [r], "Nurture"), lambda d, r: editing.set_status(d, [r], "Working")),
    ("the owner of a lead becomes Omar", "lead",
     lambda d, r: editing.give(d, [r], "omar"), lambda d, r: editing.tag(d, [r], "x")),
    ("the city of a lead changes\nand city:wien", "lead",
     lambda d, r: editing.edit(d, [r], {"city": "Wien"}), lambda d, r: editing.edit(d, [r], {"city": "Graz"})),
    ("the tier of a lead changes", "lead",
     lambda d, r: editing.edit(d, [r], {"tier": "gold"}), lambda d, r: editing.edit(d, [r], {"region": "West"})),
    ("the tier of a lead becomes silver", "lead",
     lambda d, r: editing.edit(d, [r], {"tier": "silver"}), lambda d, r: editing.edit(d, [r], {"seats": "5"})),
    ("a lead is qualified", "lead",
     lambda d, r: prospecting.convert(d, r, prospecting.Conversion("X")), lambda d, r: _disqualify(d, r, "Junk")),
    ("a lead is disqualified for Junk or Poor fit", "lead",
     lambda d, r: _disqualify(d, r, "Junk"), lambda d, r: _disqualify(d, r, "Timing")),
    ("a call with a lead is logged as no answer or busy", "lead",
     lambda d, r: _log(d, r, "Busy"), lambda d, r: _log(d, r, "Talked")),
    ("a reply from a lead arrives", "lead",
     lambda d, r: _log(d, r, "Replied", "mail"), lambda d, r: _log(d, r, "Sent", "mail")),
    ("a mail to a lead bounces", "lead",
     lambda d, r: _log(d, r, "Bounced", "mail"), lambda d, r: _log(d, r, "Talked")),
    ("the stage of a deal becomes Proposal, Negotiation", "deal",
     lambda d, r: _stage(d, r, "Proposal"), lambda d, r: _stage(d, r, "Qualified")),
    ("the value of a deal becomes 50k..", "deal",
     lambda d, r: editing.edit(d, [r], {"value": "50k"}), lambda d, r: editing.edit(d, [r], {"value": "49k"})),
    ("a deal is won\nand value:5k..", "deal", lambda d, r: negotiating.win(d, r), lambda d, r: _lose(d, r, "Price")),
    ("a deal is lost for Price", "deal", lambda d, r: _lose(d, r, "Price"), lambda d, r: _lose(d, r, "Budget")),
    ("an activity with a deal is logged", "deal",
     lambda d, r: _log(d, r, "Held", "demo"), lambda d, r: _log(d, r, "Noted", "note")),
]  # fmt: skip


def test_each_event_sets_off_its_rule_and_only_what_is_meant(desk: Desk) -> None:
    colleague(desk)
    with desk.operation("Fields of our own") as unit:
        for key in ("tier", "seats"):
            unit.insert("custom_field", {"entity": "lead", "key": key, "label": key.capitalize()})
    use(desk, "arrives", "when a lead arrives\nand source:website\nthen tag +arrived")
    use(desk, "opened", "when a deal is opened\nthen tag +opened")
    use(desk, "planned", "when a call with a lead is logged\nthen tag +called")
    for number, (event, *_) in enumerate(EVENTS):
        use(desk, f"e{number}", f"when {event}\nthen tag +e{number}")
    for number, (event, kind, act, other) in enumerate(EVENTS):
        made = [
            lead(desk, f"{name} Smith at Firm{number} from Website")
            if kind == "lead"
            else deal(desk, f"{name} {number}", 6000)
            for name in ("Yes", "No")
        ]
        running.after_write(desk)
        for ref, does in zip(made, (act, other), strict=True):
            assert tags(desk, ref) == {"arrived" if kind == "lead" else "opened"}
            does(desk, same(desk, ref))
            running.after_write(desk)
        assert [f"e{number}" in tags(desk, ref) for ref in made] == [True, False], event
        assert running.after_write(desk).sentences == []
    # A step that was planned and is then done is logged as well as a touch out of the blue.
    anna = lead(desk, "call Anna Lindqvist at Acme fri")
    assert running.after_write(desk).acted == 0
    _log(desk, anna, "Talked")
    assert running.after_write(desk).acted == 1
    assert tags(desk, anna) == {"called"}


def test_becoming_is_not_being(desk: Desk) -> None:
    use(desk, "Big", "when the value of a deal becomes 50k..\nthen tag +big")
    platform = deal(desk, "Platform", 60_000)
    assert running.after_write(desk).acted == 0
    editing.edit(desk, [platform], {"value": "70k"})
    assert running.after_write(desk).acted == 0
    editing.edit(desk, [platform], {"value": "10k"})
    editing.edit(desk, [platform], {"value": "55k"})
    assert running.after_write(desk).acted == 1


def test_a_rule_can_do_what_it_says(desk: Desk) -> None:
    colleague(desk)
    use(
        desk,
        "All",
        "when a lead arrives\nand source:website\nthen assign to omar\nand tag +web -junk\nand set score to 80\n"
        'and move to Nurture\nand call +5d 10:00 "Call \\"back\\""\nand note "By the form"\nand notify maya "Look"\n'
        'and notify the owner "Yours"',
    )
    anna = lead(desk, "Anna Lindqvist at Acme from Website +junk, wants 20 chairs")
    report = running.after_write(desk)
    assert (report.acted, report.failed, report.problems) == (1, 0, {})
    owner = desk.connection.value(
        "SELECT m.name FROM lead l JOIN member m ON m.id = l.owner_id WHERE l.id = ?", (anna.id,)
    )
    assert (owner, tags(desk, anna), cell(desk, anna, "score")) == ("Omar Farouk", {"web"}, 80)
    # Five days on is a Saturday: the step waits until Monday.
    assert steps(desk, anna) == [("Call", "2026-11-30", 'Call "back"')]
    assert str(cell(desk, anna, "notes")).endswith("\n2026-11-23: By the form")
    assert cell(desk, anna, "touched_on") is None
    told = desk.connection.rows(
        "SELECT m.name, n.kind, n.text FROM notice n JOIN member m ON m.id = n.member_id ORDER BY n.id"
    )
    assert told == [
        ("Omar Farouk", "assigned", "Anna Lindqvist, Acme"),
        ("Maya Kessler", "mention", "Look"),
        ("Omar Farouk", "mention", "Yours"),
    ]
    done = history.operations(desk)[0]
    assert (done.source, done.actor) == ("rule", None)
    assert done.label.startswith("Rule All: Owner of Anna Lindqvist set to Omar Farouk; ")


def test_people_are_enrolled_and_written_to_and_who_cannot_be_is_said(desk: Desk) -> None:
    with desk.operation("Maya's address") as unit:
        unit.update("member", desk.actor or b"", {"email": "maya@lantern.example"})
    texts.save(desk, "cadence", "Short one", "---\nfor: lead\n---\nnow  call  First call\n+2d  call  Again\n")
    use(
        desk,
        "Web",
        "when a lead arrives\nand source:website\nthen enrol in Short one\nand queue mail Thank you\nand tag +web",
    )
    anna = lead(desk, "Anna Lindqvist at Acme anna@acme.example +36 1 123 4567 from Website")
    bob = lead(desk, "Bob Stone at Acme from Website")
    report = running.after_write(desk)
    assert (report.acted, report.failed, report.problems) == (2, 0, {})
    assert [step[2] for step in steps(desk, anna)] == ["First call"]
    assert steps(desk, bob) == []
    assert (tags(desk, anna), tags(desk, bob)) == ({"web"}, {"web"})
    assert desk.connection.rows(
        "SELECT state, owner_id, from_address, to_address FROM message WHERE deleted_op IS NULL"
    ) == [("queued", desk.actor, "maya@lantern.example", "anna@acme.example")]
    first, second = ruled(desk)
    assert first.startswith("Rule Web: Anna Lindqvist enrolled in Short one, call today: First call; Mail to Anna")
    assert "Bob Stone was not enrolled in Short one: without a phone number" in second
    assert "no mail to Bob Stone: no mail address" in second
    history.undo(desk, history.operations(desk)[1].key)
    assert steps(desk, anna) == []
    with pytest.raises(InvalidError, match="not for deals"):
        texts.check(desk, "rule", "when a deal is won\nthen enrol in Short one")


def test_a_deal_moves_in_its_own_pipeline_and_rules_do_not_close_it(desk: Desk) -> None:
    use(desk, "On", "when the value of a deal becomes 20k..\nthen move to Proposal")
    platform = deal(desk, "Platform", 1000)
    editing.edit(desk, [platform], {"value": "25k"})
    running.after_write(desk)
    assert desk.connection.value("SELECT s.name FROM deal d JOIN stage s ON s.id = d.stage_id") == "Proposal"
    for text, told in (
        ("when a deal is opened\nthen move to Won", "Line 2: won closes a deal, which is for people"),
        ("when a lead arrives\nthen set created to today", "created is not for a rule"),
        ("when a lead arrives\nthen set scroe to 5", "Did you mean score"),
        ("when a lead arrives\nthen set score to high", "high"),
        ("when a lead arrives\nthen assign to nobody", "No member|no member"),
        ("when a lead arrives\nthen asign to maya", "Did you mean assign"),
        ("when a lead arrives\nthen call soonish", "'soonish' is neither a day nor a time"),
        ("when a lead arrives\nand sorce:x\nthen call today", "Line 2, column 5: .*Did you mean source"),
        ("when the next of a lead changes\nthen call today", "computed"),
        ("when it is 3 days before the city of a lead\nthen call today", "city is not a day.*created"),
        ("when a deal is lost for Prize\nthen call today", "Line 1: .*'Prize'"),
        ("when a call with a lead is logged as sold\nthen call today", "Line 1: 'sold' is not an outcome"),
        ("when a lead arrives\nthen enrol in Nothing", "cadence"),
        ("when a lead arrives\nthen queue mail Nothing", "template"),
    ):
        with pytest.raises(InvalidError, match=told) as error:
            try:
                texts.check(desk, "rule", text)
            except (InvalidError, NotFoundError) as found:
                raise InvalidError(f"{found}") from None
        assert "\n" not in error.value.message


def test_several_take_turns_and_who_left_is_passed_over(desk: Desk) -> None:
    omar, lena = colleague(desk), colleague(desk, "Lena Vogt")
    use(desk, "Turns", "when a lead arrives\nthen assign to maya, omar and lena in turn")

    def owners(*names: str) -> list[object]:
        refs = [lead(desk, f"{name} Smith") for name in names]
        running.after_write(desk)
        return [cell(desk, ref, "owner_id") for ref in refs]

    assert owners("Ann", "Bob", "Cid", "Dan") == [desk.actor, omar, lena, desk.actor]
    with desk.operation("Omar leaves") as unit:
        unit.update("member", omar, {"active": False})
    assert owners("Eve", "Fay", "Gus") == [desk.actor, lena, desk.actor]
    history.undo(desk, next(o.key for o in history.operations(desk) if "Gus" in o.label and o.source == "rule"))
    assert owners("Hal") == [desk.actor]
    row = texts.find_text(desk, "rule", "Turns")
    texts.save(desk, "rule", row.name, "when a lead arrives\nthen assign to the least loaded", row=row)
    assert owners("Ida", "Jim") == [lena, lena]


def test_an_import_brings_nobody_that_arrives_unless_the_rule_says_so(desk: Desk) -> None:
    use(desk, "Live", "when a lead arrives\nthen tag +live")
    with brought(desk):
        anna = lead(desk, "Anna Lindqvist")
    assert running.after_write(desk).acted == 0
    use(desk, "Both", "when a lead arrives, also on import\nthen tag +both")
    with brought(desk):
        bob = lead(desk, "Bob Stone")
    cid = lead(desk, "Cid Smith")
    running.after_write(desk)
    assert [tags(desk, ref) for ref in (anna, bob, cid)] == [set(), {"both"}, {"live", "both"}]


def test_a_bulk_change_is_one_cause_and_one_operation_for_each_batch(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 3)
    use(desk, "Given", "when the owner of a lead changes\nthen tag +given")
    colleague(desk)
    refs = [lead(desk, f"Lead{number} Smith") for number in range(7)]
    editing.give(desk, refs, "omar")
    report = running.after_write(desk)
    assert report.sentences == [f"Rule Given: {many}: tag +given" for many in ("3 leads", "3 leads")] + [
        "Rule Given: Lead6 Smith: +given"
    ]
    assert history.undo(desk).label == "Owner of 7 leads set to Omar Farouk"
    assert [tags(desk, ref) for ref in refs] == [set()] * 7
    history.redo(desk)
    assert [tags(desk, ref) for ref in refs] == [{"given"}] * 7


def test_undo_takes_back_what_rules_did_because_of_it(desk: Desk) -> None:
    use(desk, "New", 'when a lead arrives\nthen call today "New"')
    before = live_rows(desk.connection)
    anna = lead(desk, "Anna Lindqvist")
    running.after_write(desk)
    mine = next(o for o in history.operations(desk) if o.source == "rule")
    assert history.undo(desk).label == "Lead Anna Lindqvist added"
    after = live_rows(desk.connection)
    assert {table for table in before if before[table] != after[table]} <= {"rule"}
    assert running.after_write(desk).acted == 0
    history.redo(desk)
    assert [step[2] for step in steps(desk, anna)] == ["New"]
    # By its own name it goes alone, and what was taken back is not done again.
    assert history.undo(desk, mine.key).label == mine.label
    assert steps(desk, anna) == []
    assert running.after_write(desk).acted == 0
    lead(desk, "Bob Stone")
    history.undo(desk)
    assert running.after_write(desk).acted == 0


def test_rules_that_feed_each_other_stop_at_once(desk: Desk, clock: Clock) -> None:
    clock(MONDAY)
    use(desk, "A", "when the status of a lead becomes Nurture\nthen move to Working\nand tag +a")
    use(desk, "B", "when the status of a lead becomes Working\nthen move to Nurture\nand tag +b")
    use(desk, "C", "when a deal is stuck for 2 days\nand stage:new\nthen move to Qualified")
    use(desk, "D", "when a deal is stuck for 2 days\nand stage:qualified\nthen move to New")
    use(desk, "E", "when it is 1 day after the close of a deal\nthen set close to +1d")
    use(desk, "F", 'when a lead is not touched for 1 day\nthen note "Still silent"')
    anna = lead(desk, "Anna Lindqvist")
    platform = deal(desk, "Platform")
    editing.edit(desk, [platform], {"close": "today"})
    editing.set_status(desk, [anna], "Nurture")
    assert running.after_write(desk).acted == 1
    assert running.after_write(desk).acted == 0
    assert tags(desk, anna) == {"a"}
    for day in range(1, 12):
        clock(MONDAY + dt.timedelta(days=day))
        running.run(desk)
    assert len(ruled(desk)) == 4
    assert str(cell(desk, anna, "notes")).count("Still silent") == 1
    # Once a person has done something, the wait begins anew.
    _log(desk, same(desk, anna), "Talked")
    clock(MONDAY + dt.timedelta(days=13))
    running.run(desk)
    assert str(cell(desk, anna, "notes")).count("Still silent") == 2


def test_a_failing_action_is_kept_visible_and_costs_nobody_anything(desk: Desk) -> None:
    omar = colleague(desk)
    row = use(desk, "Give", "when a lead arrives\nthen tag +seen\nand assign to omar")
    use(desk, "Tag", "when a lead arrives\nthen tag +other")
    with desk.operation("Omar leaves") as unit:
        unit.update("member", omar, {"active": False})
    anna = lead(desk, "Anna Lindqvist")
    report = running.after_write(desk)
    # A rule that names who has left cannot be used; the other goes on.
    assert list(report.problems) == ["Give"] and "does not work here any more" in report.problems["Give"]
    assert tags(desk, anna) == {"other"}
    texts.save(
        desk, "rule", "Give", 'when a lead arrives\nand city:wien\nthen tag +seen\nand notify the owner "x"', row=row
    )
    bob = lead(desk, "Bob Stone at Acme")
    with desk.operation("Bob is nobody's") as unit:
        unit.update("lead", bob.id, {"owner_id": None})
    running.after_write(desk)
    texts.save(desk, "rule", "City", 'when the city of a lead changes\nthen tag +seen\nand notify the owner "x"')
    texts.switch(desk, texts.find_text(desk, "rule", "City"), active=True)
    editing.edit(desk, [bob, anna], {"city": "Graz"})
    report = running.after_write(desk)
    assert (report.acted, report.failed) == (1, 1)
    assert "seen" in tags(desk, anna) and "seen" not in tags(desk, bob)
    (failed,) = [run for run in record.runs(desk) if run.error]
    assert (failed.rule, failed.ref.name, failed.error) == ("City", "Bob Stone", "Bob Stone has no owner.")
    assert "failed on Bob Stone: Bob Stone has no owner." in ruled(desk)[-1]
    fares = record.standings(desk)[texts.find_text(desk, "rule", "City").id]
    assert (fares.acted, fares.failed, fares.error) == (1, 1, "Bob Stone has no owner.")
    assert running.after_write(desk).failed == 0


def test_what_a_mended_rule_failed_on_is_tried_again(desk: Desk, clock: Clock) -> None:
    clock(MONDAY)
    row = use(desk, "Silent", 'when a lead is not touched for 3 days\nthen notify the owner "x"')
    anna = lead(desk, "Anna Lindqvist")
    with desk.operation("Nobody's") as unit:
        unit.update("lead", anna.id, {"owner_id": None})
    clock(MONDAY + dt.timedelta(days=4))
    assert [running.run(desk).failed for _ in range(2)] == [1, 0]
    texts.save(desk, "rule", row.name, "when a lead is not touched for 3 days\nthen tag +silent", row=row)
    assert [running.run(desk).acted for _ in range(2)] == [1, 0]


def test_a_field_that_is_gone_stops_its_rule_and_says_so(desk: Desk) -> None:
    with desk.operation("A field") as unit:
        key = unit.insert("custom_field", {"entity": "lead", "key": "tier", "label": "Tier"})
    use(desk, "Gold", "when a lead arrives\nand tier:none\nthen tag +gold")
    with desk.operation("It goes") as unit:
        unit.delete("custom_field", key)
    anna = lead(desk, "Anna Lindqvist")
    report = running.after_write(desk)
    assert "Line 2, column 5: there is no field 'tier'" in report.problems["Gold"]
    assert tags(desk, anna) == set()
    history.undo(desk, next(o.key for o in history.operations(desk) if o.label == "It goes"))
    assert running.after_write(desk).acted == 1


def test_waits_end_on_their_day_whatever_the_clock_does(desk: Desk, clock: Clock) -> None:
    saturday = dt.date(2026, 10, 24)
    clock(saturday, 23, 59)
    with desk.operation("A field") as unit:
        unit.insert("custom_field", {"entity": "deal", "key": "renewal", "label": "Renewal", "kind": "day"})
    use(desk, "Silent", "when a lead is not touched for 2 days\nthen tag +silent")
    use(desk, "Planless", "when a lead has no next step for 1 day\nthen tag +planless")
    use(desk, "Stuck", "when a deal is stuck for 1 week\nthen tag +stuck")
    use(desk, "Closing", "when it is 3 days before the close of a deal\nand status:open\nthen tag +closing")
    use(desk, "Renew", "when it is 2 days before the renewal of a deal\nthen tag +renew")
    use(desk, "Won", "when it is 1 day after a deal is won\nthen tag +thanked")
    anna = lead(desk, "Anna Lindqvist")
    bob = lead(desk, "call Bob Stone mon")
    platform = deal(desk, "Platform")
    editing.edit(desk, [platform], {"close": "2026-10-30", "renewal": "2026-10-31"})
    seen: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for day, hour, minute in ((25, 0, 5), (25, 23, 59), (26, 0, 5), (27, 8, 0), (28, 8, 0), (29, 8, 0), (31, 8, 0)):
        clock(dt.date(2026, 10, day), hour, minute)
        if day == 28:
            negotiating.win(desk, deal(desk, "Won on Wednesday"))
        running.run(desk)
        seen[f"{day} {hour:02}:{minute:02}"] = (tags(desk, anna), tags(desk, bob), tags(desk, platform))
    # The night the clocks go back has 25 hours; it is one day all the same.
    assert seen["25 00:05"] == ({"planless"}, set(), set())
    assert seen["25 23:59"][0] == {"planless"}
    assert seen["26 00:05"] == ({"planless", "silent"}, {"silent"}, set())
    assert seen["27 08:00"][2] == {"closing"}
    assert seen["29 08:00"][2] == {"closing", "renew"}
    assert seen["31 08:00"][2] == {"closing", "renew", "stuck"}
    assert tags(desk, find(desk, "Won on Wednesday")) == {"thanked"}


def test_a_touch_begins_the_wait_anew(desk: Desk, clock: Clock) -> None:
    clock(MONDAY)
    use(desk, "Silent", 'when a lead is not touched for 3 days\nthen task today "Again"')
    anna = lead(desk, "Anna Lindqvist")
    days = {}
    for day in range(10):
        clock(MONDAY + dt.timedelta(days=day))
        days[day] = running.run(desk).acted
        if day == 1:
            _log(desk, anna, "Talked")
        if day == 5:
            _log(desk, same(desk, anna), "Voicemail")
    assert [day for day, acted in days.items() if acted] == [4, 8]


def test_a_rule_begins_when_it_is_switched_on(desk: Desk, clock: Clock) -> None:
    clock(MONDAY)
    old = lead(desk, "Old Smith")
    clock(MONDAY + dt.timedelta(days=9))
    texts.save(desk, "rule", "Silent", "when a lead is not touched for 7 days\nthen tag +silent")
    row = texts.find_text(desk, "rule", "Silent")
    assert row.state == "off"
    new = lead(desk, "New Smith")
    assert running.left_alone(desk, row) == 1
    texts.switch(desk, row, active=True)
    assert running.run(desk).acted == 0
    clock(MONDAY + dt.timedelta(days=16))
    assert running.run(desk).acted == 1
    assert (tags(desk, old), tags(desk, new)) == (set(), {"silent"})
    ((_, _, due),) = running.due(desk, "Silent", backlog=True)
    assert [match.record_id for match in due] == [old.id]
    assert running.run(desk, named="silent", backlog=True).acted == 1
    assert tags(desk, old) == {"silent"}
    texts.switch(desk, texts.find_text(desk, "rule", "Silent"), active=False)
    with pytest.raises(NotFoundError, match="not in use"):
        running.run(desk, named="silent")
    # What happened while an event rule was off is not its business either.
    use(desk, "Arrives", "when a lead arrives\nthen tag +arrived")
    texts.switch(desk, texts.find_text(desk, "rule", "Arrives"), active=False)
    off = lead(desk, "Off Smith")
    texts.switch(desk, texts.find_text(desk, "rule", "Arrives"), active=True)
    assert running.after_write(desk).acted == 0
    assert tags(desk, off) == set()


def test_it_is_seen_as_it_was_though_looked_at_late(desk: Desk) -> None:
    use(desk, "Web", "when a lead arrives\nand source:website next:none\nthen tag +web")
    anna = lead(desk, "Anna Lindqvist from Partner")
    bob = lead(desk, "Bob Stone from Website")
    editing.edit(desk, [anna], {"source": "Website"})
    editing.edit(desk, [bob], {"source": "Partner"})
    outreach.plan(desk, [bob], read_step(desk, "call fri"))
    assert running.after_write(desk).acted == 1
    assert (tags(desk, anna), tags(desk, bob)) == (set(), {"web"})


@pytest.fixture
def other(desk: Desk, place: str) -> Desk:
    """Omar at the same workspace, on another laptop."""
    colleague(desk)
    made = setup.open_desk(place, as_member="omar")
    made.device = "omar-laptop"
    return made


def test_of_two_laptops_one_acts(desk: Desk, other: Desk, clock: Clock) -> None:
    clock(MONDAY)
    use(desk, "Turns", "when a lead arrives\nthen assign to maya, omar in turn\nand tag +turn")
    use(desk, "Silent", 'when a lead is not touched for 2 days\nthen task today "Again"')
    refs = [lead(at, f"Lead{n} Smith") for n in range(6) for at in (desk, other)]
    acted: list[int] = []

    def work(at: Desk) -> None:
        acted.append(running.run(at).acted)
        at.workspace.connection.close()
        at.workspace._local = threading.local()

    for later in (0, 3):
        clock(MONDAY + dt.timedelta(days=later))
        both = [threading.Thread(target=work, args=(at,)) for at in (desk, other)]
        for one in both:
            one.start()
        for one in both:
            one.join()
    assert sum(acted) == 2 * len(refs)
    owners = [cell(desk, ref, "owner_id") for ref in refs]
    assert sorted(map(owners.count, {*owners})) == [6, 6]
    assert all(steps(desk, ref) == [("Task", "2026-11-26", "Again")] for ref in refs)
    runs = desk.connection.value("SELECT count(*) FROM rule_run")
    assert runs == 2 * len(refs)
    other.workspace.close()


def test_how_far_it_looked_is_written_down_when_that_saves_much(
    desk: Desk, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "LAG", 20)
    use(desk, "Wien", "when a lead arrives\nand city:wien\nthen tag +wien")
    anna = lead(desk, "Anna Lindqvist")
    for number in range(20):
        editing.tag(desk, [anna], f"t{number}")
    late = setup.open_desk(place)
    running.after_write(late)
    (rule,) = running.in_use(desk)
    assert rule.seen == history.operations(desk)[1].id
    assert desk.connection.value("SELECT count(*) FROM operation WHERE source = 'rule'") == 1
    with pytest.raises(NotFoundError, match="cannot be taken back"):
        history.undo(desk, history.operations(desk)[0].key)
    running.after_write(late)
    assert desk.connection.value("SELECT count(*) FROM operation WHERE source = 'rule'") == 1
    late.workspace.close()


def test_me_is_who_wrote_the_rule_as_long_as_they_work_here(desk: Desk, other: Desk) -> None:
    use(other, "Mine", 'when a lead arrives\nand owner:me\nthen call today "Mine"')
    anna, bob = lead(desk, "Anna Lindqvist"), lead(other, "Bob Stone")
    running.after_write(desk)
    assert (steps(desk, anna), len(steps(desk, bob))) == ([], 1)
    with desk.operation("Omar leaves") as unit:
        unit.update("member", other.actor or b"", {"active": False})
    lead(desk, "Cid Smith")
    report = running.after_write(desk)
    assert "nobody has said who 'me' is" in report.problems["Mine"]
    other.workspace.close()
