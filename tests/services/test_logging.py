"""Logging on every channel: in whose words, who began it, what follows, and when the trying ends."""

import datetime as dt

import pytest

from salesdesk.errors import AmbiguousError, InvalidError
from salesdesk.services import editing, history, outreach, pages, prospecting
from salesdesk.services.calendar import add_holiday
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.settings import change_setting
from salesdesk.services.steps import following_text, read_following, read_step, step_text
from salesdesk.store.read.lookups import OutcomeRow
from tests.services.office import cell, deal, lead, outcome, status, steps
from tests.store.test_operation import live_rows


def touches(desk: Desk, columns: str) -> list[tuple[object, ...]]:
    """What was done, the first first."""
    return list(desk.connection.rows(f"SELECT {columns} FROM activity WHERE done_on IS NOT NULL ORDER BY done_at, id"))


def tried(desk: Desk, ref: Ref, times: int) -> None:
    """So many voicemails."""
    for _ in range(times):
        outreach.log(desk, ref, outcome(desk, "voicemail"))


@pytest.mark.parametrize(
    ("words", "kind", "chosen", "rest"),
    [
        (["talked"], "call", "Talked", []),
        (["mail", "sent", "the", "offer"], "mail", "Sent", ["the", "offer"]),
        (["meeting", "held"], "meeting", "Held", []),
        (["meeting", "booked"], "call", "Meeting booked", []),
        (["no", "answer"], "call", "No answer", []),
        (["demo", "h"], "demo", "Held", []),
        (["note", "likes mornings"], "note", "Noted", ["likes mornings"]),
        (["walk-in", "wants chairs"], "walk-in", "Talked", ["wants chairs"]),
        (["sent"], "mail", "Sent", []),
        (["callback"], "call", "Callback asked", []),
        (["v"], "call", "Voicemail", []),
        (["hívás", "talked"], "call", "Talked", []),
    ],
)
def test_the_channel_may_be_said_before_the_outcome(
    desk: Desk, words: list[str], kind: str, chosen: str, rest: list[str]
) -> None:
    found, left = outreach.read_outcome(desk, words, outreach.kind_named(desk, "call"))
    assert (found.name, left) == (chosen, rest)
    assert found.kind_id == outreach.kind_named(desk, kind).id


def test_an_outcome_is_found_whatever_is_planned(desk: Desk) -> None:
    mail = outreach.kind_named(desk, "mail")
    for word, name in (("callback", "Callback asked"), ("talked", "Talked"), ("held", "Held"), ("s", "Sent")):
        assert outreach.read_outcome(desk, [word], mail)[0].name == name


def test_what_names_no_outcome_or_several_is_said(desk: Desk) -> None:
    call = outreach.kind_named(desk, "call")
    for words, error in ((["demo"], InvalidError), (["nonsense"], InvalidError), (["meeting"], AmbiguousError)):
        with pytest.raises(error):
            outreach.read_outcome(desk, words, call)


def test_a_log_keeps_whose_words_who_began_it_and_how_long(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    before = live_rows(desk.connection)
    note = outreach.read_touch(desk, 'in 12m at yesterday 15:00 "churn spikes every Q3" wants ROI')
    outreach.log(
        desk, anna, outcome(desk, "talked"), note=note.note, quote=note.quote, direction=note.direction,
        minutes=note.minutes, at=outreach.instant_of(desk, note),
    )  # fmt: skip
    assert touches(desk, "note, quote, direction, duration_minutes, done_at") == [
        ("wants ROI", "churn spikes every Q3", "in", 12, "2026-11-22T14:00:00Z")
    ]
    page = pages.page(desk, "lead", anna.id)
    assert isinstance(page, pages.LeadPage)
    talked = next(event for event in page.events if event.what == "done")
    assert (talked.title, talked.words) == ("Talked 12 min, they called", "“churn spikes every Q3” wants ROI")
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_who_walked_in_or_wrote_back_began_it(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    for name, kind in (("sent", "mail"), ("replied", "mail"), ("talked", "walk-in"), ("held", "meeting")):
        outreach.log(desk, anna, outcome(desk, name, kind))
    assert touches(desk, "direction") == [("out",), ("in",), ("in",), ("out",)]


def test_a_note_is_no_touch_of_a_planned_call(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today about the price")
    logged = outreach.log(desk, anna, outcome(desk, "noted", "note"), note="prefers mornings")
    assert logged.sentence == "Note on Anna Lindqvist"
    assert steps(desk, anna) == [("Call", "2026-11-23", "about the price")]
    outreach.log(desk, anna, outcome(desk, "talked"))
    assert steps(desk, anna) == [("Call", "2026-11-26", "")]


def test_a_callback_that_was_asked_for_is_promised(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    logged = outreach.log(desk, anna, outcome(desk, "callback asked"))
    assert logged.sentence.endswith("Next: call Tue, promised")
    assert desk.connection.rows("SELECT promised FROM activity WHERE done_on IS NULL") in ([(1,)], [(True,)])
    page = pages.page(desk, "lead", anna.id)
    assert isinstance(page, pages.LeadPage)
    assert [event.label for event in pages.planned(page.events)] == ["Call, promised"]
    # It is kept when the step is shown again, and read from words.
    waiting = outreach.sheet(desk, anna).waiting[0].step
    assert read_step(desk, step_text(waiting, desk.today)) == waiting
    assert read_step(desk, "call thu 10:00 promised about the price").subject == "about the price"
    assert read_step(desk, "hívás csütörtök ígért").promised
    assert not read_step(desk, "call thu about what we promised them").promised


def default(desk: Desk, text: str, at: dt.datetime) -> outreach.Step | None:
    """What an outcome with that next step suggests."""
    talked = outcome(desk, "talked")
    row = OutcomeRow(talked.id, talked.kind_id, talked.name, "t", "reached", text)
    return outreach.default_step(desk, row, at)


def test_a_default_is_on_a_working_day_at_the_time_it_names(desk: Desk) -> None:
    friday = desk.local(dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC))
    for text, day, time in (
        ("call +1d", "2026-11-23", None),
        ("call +1d 9:00", "2026-11-23", dt.time(9)),
        ("mail today", "2026-11-20", None),
        ("meet +7d", "2026-11-27", None),
        ("visit tomorrow 3pm", "2026-11-23", dt.time(15)),
        ("call +1d other half", "2026-11-23", dt.time(14, 30)),
        ("call", "2026-11-23", None),
    ):
        step = default(desk, text, friday)
        assert step is not None
        assert (step.day.isoformat(), step.time) == (day, time), text
    assert default(desk, "", friday) is None
    # A list edited elsewhere must not keep a touch from being logged.
    assert default(desk, "juggle +2d", friday) is None


@pytest.mark.parametrize("text", ["juggle +2d", "call +99999y", "call +1d 25:00", "+2d", "call sometime"])
def test_a_default_nobody_can_plan_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(InvalidError):
        outreach.read_default(desk, text)


def test_defaults_and_spreads_pass_holidays_by(desk: Desk) -> None:
    change_setting(desk, "holidays", "HU")
    add_holiday(desk, "2026-12-28", "Between the years")
    before_christmas = desk.local(dt.datetime(2026, 12, 23, 9, tzinfo=dt.UTC))
    step = default(desk, "call +1d", before_christmas)
    # 24 to 26 December are off in Hungary, then comes a weekend, then the team's own day.
    assert step is not None and step.day == dt.date(2026, 12, 29)
    refs = [lead(desk, f"Person{n} Smith at Acme") for n in range(2)]
    outreach.spread(desk, refs, 1, start=dt.date(2026, 12, 23))
    assert [steps(desk, ref)[0][1] for ref in refs] == ["2026-12-23", "2026-12-29"]


def test_attempts_are_counted_since_somebody_was_reached(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    tried(desk, anna, 2)
    assert outreach.attempts(desk, anna) == 2
    outreach.log(desk, anna, outcome(desk, "talked"))
    outreach.log(desk, anna, outcome(desk, "noted", "note"), note="moved to Lund")
    assert outreach.attempts(desk, anna) == 0
    tried(desk, anna, 1)
    outreach.log(desk, anna, outcome(desk, "sent", "mail"))
    sheet = outreach.sheet(desk, anna)
    assert (sheet.attempts, sheet.most) == (1, 6)
    assert (sheet.tries(outcome(desk, "busy")), sheet.tries(outcome(desk, "talked"))) == (2, 0)
    change_setting(desk, "attempts", "2")
    assert outreach.sheet(desk, anna).most == 2


def test_trying_ends_with_a_rest_of_ninety_days(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    before = live_rows(desk.connection)
    logged = outreach.log(desk, anna, outcome(desk, "voicemail"), step=read_following(desk, "nurture"))
    # 90 days later is a Sunday.
    assert (status(desk, anna), steps(desk, anna)) == ("Nurture", [("Call", "2027-02-22", "")])
    assert "Next: nurture, call 2027-02-22" in logged.sentence
    onward = outreach.sheet(desk, anna).onward
    assert onward is not None and onward.label == "Nurture → Working"
    outreach.log(desk, anna, outcome(desk, "talked"), onward=onward)
    assert status(desk, anna) == "Working"
    history.undo(desk)
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_trying_ends_with_the_lead_closed(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today")
    outreach.log(desk, anna, outcome(desk, "voicemail"), step=read_following(desk, "disqualify"))
    assert (status(desk, anna), steps(desk, anna)) == ("Disqualified", [])
    reason = "SELECT r.name FROM lead l JOIN lost_reason r ON r.id = l.lost_reason_id"
    assert desk.connection.value(reason) == "Unreachable"
    assert cell(desk, anna, "closed_on") == "2026-11-23"
    outreach.log(desk, anna, outcome(desk, "talked"), step=read_following(desk, "nurture mail 1 feb"))
    assert (status(desk, anna), cell(desk, anna, "closed_on")) == ("Nurture", None)
    assert steps(desk, anna) == [("Mail", "2027-02-01", "")]


def test_the_status_for_later_is_found_without_its_name(desk: Desk) -> None:
    with desk.operation("In our words") as unit:
        for old, new in (("Nurture", "Pihen"), ("Working", "Folyamatban")):
            key = unit.connection.value("SELECT id FROM lead_status WHERE name = ?", (old,))
            unit.update("lead_status", bytes(key), {"name": new})
    anna = lead(desk, "Anna Lindqvist at Acme")
    outreach.log(desk, anna, outcome(desk, "voicemail"), step=read_following(desk, "nurture"))
    assert status(desk, anna) == "Pihen"


def test_only_a_lead_that_is_no_deal_yet_can_end_so(desk: Desk) -> None:
    platform, anna = deal(desk, "Platform"), lead(desk, "Anna Lindqvist at Acme")
    prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    before = live_rows(desk.connection)
    for ref in (platform, anna):
        for words in ("nurture", "disqualify"):
            with pytest.raises(InvalidError):
                outreach.log(desk, ref, outcome(desk, "voicemail"), step=read_following(desk, words))
    assert live_rows(desk.connection) == before


def test_what_follows_is_written_as_it_is_read(desk: Desk) -> None:
    for text in ("nurture", "nurture call 1 feb", "disqualify not interested", "call thu 10:00 promised the offer"):
        following = read_following(desk, text)
        assert read_following(desk, following_text(following, desk.today)) == following
    for bad in ("nurture yesterday", "disqualify whim", ""):
        with pytest.raises(InvalidError):
            read_following(desk, bad)


def test_a_deal_moves_on_with_the_log_and_comes_back_with_its_undo(desk: Desk) -> None:
    platform = deal(desk, "Platform")
    before = live_rows(desk.connection)
    onward = outreach.sheet(desk, platform).onward
    assert onward is not None and onward.label == "New → Qualified"
    outreach.log(desk, platform, outcome(desk, "held", "demo"), onward=onward)
    assert desk.connection.value("SELECT s.name FROM deal d JOIN stage s ON s.id = d.stage_id") == "Qualified"
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_an_overdue_step_is_not_read_as_one_of_next_year(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today the price")
    late = outreach.Step(outreach.kind_named(desk, "call"), dt.date(2026, 11, 20))
    with pytest.raises(InvalidError, match="in the past"):
        read_step(desk, step_text(late, desk.today))
    editing.delete(desk, [anna])
