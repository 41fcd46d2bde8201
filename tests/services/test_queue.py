"""Today as a queue: what is new, the order of its urgency, blocks by a filter, goals of the day; on both engines."""

import datetime as dt

import pytest

from salesdesk import clock
from salesdesk.domain.money import Money
from salesdesk.errors import AmbiguousError, InvalidError
from salesdesk.services import editing, goals, history, negotiating, outreach
from salesdesk.services.calendar import add_holiday
from salesdesk.services.desk import Desk
from salesdesk.services.goals import setting
from salesdesk.services.settings import change_setting
from salesdesk.services.setup import add_member
from salesdesk.services.today import Today, mark_seen, say_reason, today
from tests.services.office import cell, deal, lead, outcome


def mine(desk: Desk, query: str = "") -> Today:
    return today(desk, owner=desk.actor, query=query)


def names(day: Today) -> list[str]:
    return [row.name for row in day.due]


def test_the_dearest_and_the_promised_come_first_and_say_why(desk: Desk) -> None:
    lead(desk, "call Carl Smith at Acme today 1k")
    dear = lead(desk, "call Dora Smith at Acme today 50k")
    promised = lead(desk, "call Paul Prompt at Acme today")
    step = outreach.planned(desk.connection, promised)
    assert step is not None
    with desk.operation("He asked") as unit:
        unit.update("activity", step.id, {"promised": True})
        unit.update("lead", dear.id, {"score": 80})
    day = mine(desk)
    assert names(day) == ["Paul Prompt", "Dora Smith", "Carl Smith"]
    row = day.anytime[1]
    assert [say_reason(r, row) for r in day.why[row.id].reasons] == [
        "new since 1 min, no call yet", "worth €50k", "score 80"
    ]  # fmt: skip


def test_somebody_who_sleeps_is_called_later(desk: Desk) -> None:
    tokyo = lead(desk, "call Yuki Tanabe at Kitsune today 50k")
    lead(desk, "call Anna Berg at Acme today 1k")
    with desk.operation("Where she lives") as unit:
        unit.update("lead", tokyo.id, {"country": "Japan"})
    assert names(mine(desk)) == ["Yuki Tanabe", "Anna Berg"], "17:12 in Tokyo"
    change_setting(desk, "calling_hours", "9-17")
    day = mine(desk)
    assert names(day) == ["Anna Berg", "Yuki Tanabe"]
    row = day.anytime[1]
    assert say_reason(day.why[row.id].reasons[0], row) == "17:12 there, call from 09:00"


def test_a_filter_makes_a_block_of_records_too(desk: Desk) -> None:
    vienna = lead(desk, "call Vera Wien at Acme today +event")
    lead(desk, "call Other Otto at Acme today")
    lead(desk, "mail Vera Mail at Acme today")
    with desk.operation("Where") as unit:
        unit.update("lead", vienna.id, {"city": "Wien", "score": 91})
    assert names(mine(desk, "city:wien")) == ["Vera Wien"]
    assert names(mine(desk, "score:90..")) == ["Vera Wien"]
    assert names(mine(desk, "#event")) == ["Vera Wien"]
    assert sorted(names(mine(desk, "name:vera"))) == ["Vera Mail", "Vera Wien"]
    assert names(mine(desk, "kind:mail")) == ["Vera Mail"]
    assert mine(desk, "kind:mail").asked and not mine(desk).asked
    assert mine(desk, "kind:mail").total == 1
    whole = deal(desk, "Platform")
    outreach.plan(desk, [whole], outreach.Step(outreach.kind_named(desk, "demo"), desk.today))
    assert names(mine(desk, "stage:new")) == ["Platform"]


def test_a_colleague_is_covered_by_naming_her(desk: Desk) -> None:
    add_member(desk, "Lena Vogt")
    hers = lead(desk, "call Hers Only at Acme today")
    editing.give(desk, [hers], "lena")
    lead(desk, "call Mine Only at Acme today")
    assert names(mine(desk)) == ["Mine Only"]
    assert names(mine(desk, "owner:lena")) == ["Hers Only"]


def test_a_notice_is_new_until_it_was_seen_and_no_act_of_the_day(desk: Desk) -> None:
    ref = lead(desk, "Anna Lindqvist at Acme")
    assert desk.actor is not None
    with desk.operation("Reply") as unit:
        values = {"member_id": desk.actor, "kind": "reply", "record_kind": "lead", "record_id": ref.id}
        unit.insert("notice", {**values, "text": "Yes", "at": clock.now()})
    found = mine(desk).new
    assert [(n.kind, n.name, n.company, n.text, n.who) for n in found] == [
        ("reply", "Anna Lindqvist", "Acme", "Yes", "Maya Kessler")
    ]
    assert not mine(desk, "kind:call").new, "a block has no news in it"
    mark_seen(desk, found)
    assert not mine(desk).new
    assert history.undo(desk).label == "Reply"


def test_news_of_a_deleted_record_is_no_news(desk: Desk) -> None:
    ref = lead(desk, "Anna Lindqvist at Acme")
    with desk.operation("Reply") as unit:
        values = {"member_id": desk.actor, "kind": "reply", "record_kind": "lead", "record_id": ref.id}
        unit.insert("notice", {**values, "at": clock.now()})
    editing.delete(desk, [ref])
    assert not mine(desk).new


def test_goals_show_target_and_pace(desk: Desk) -> None:
    setting.set_goal(desk, "calls", "4", "day", "me")
    setting.set_goal(desk, "talks", "10", "week", "me")
    outreach.log(desk, lead(desk, "Anna Lindqvist at Acme"), outcome(desk, "talked"))
    outreach.log(desk, lead(desk, "Ewa Kowalska at Acme"), outcome(desk, "voicemail"))
    calls, talks = mine(desk).goals
    assert (calls.now, calls.goal.target, calls.pace) == (2, 4, -2)
    # It is Monday: a fifth of the week's talks would be on pace.
    assert (talks.now, talks.expected, talks.pace) == (1, 2.0, -1.0)
    setting.set_goal(desk, "calls", "2", "day", "me")
    assert mine(desk).goals[0].share == 1.0
    history.undo(desk)
    assert mine(desk).goals[0].goal.target == 4


def test_the_pace_of_a_goal_knows_days_off(desk: Desk) -> None:
    setting.set_goal(desk, "talks", "10", "week", "me")
    add_holiday(desk, "mon")
    assert mine(desk).goals[0].expected == 2.0, "next Monday is of another week"
    add_holiday(desk, "fri")
    assert mine(desk).goals[0].expected == 2.5, "one of four days"
    add_holiday(desk, "today")
    assert mine(desk).goals[0].expected == 0.0, "nobody works yet"


def test_the_clock_of_a_new_lead_runs_to_the_minute_and_only_for_who_came_by_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = lead(desk, "call Ida Inbound at Acme today from Website")
    lead(desk, "call Olga Outbound at Acme today from Cold call")
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T08:29:30Z")
    day = mine(desk)
    why = {row.name: [say_reason(r, row) for r in day.why[row.id].reasons] for row in day.due}
    assert why == {"Ida Inbound": ["new since 17 min, no call yet"], "Olga Outbound": []}
    outreach.log(desk, came, outcome(desk, "no answer"))
    outreach.plan(desk, [came], outreach.Step(outreach.kind_named(desk, "call"), desk.today))
    day = mine(desk)
    assert not any(day.why[row.id].reasons for row in day.due), "it was tried"
    assert cell(desk, came, "arrived_at")
    editing.edit(desk, [came], {"created": "yesterday"})
    assert cell(desk, came, "arrived_at") is None, "nobody knows the minute of another day"


def test_revenue_says_what_the_kpi_says(desk: Desk) -> None:
    setting.set_goal(desk, "revenue", "20k", "quarter", "me")
    setting.set_goal(desk, "deals", "2", "month", "team")
    won = deal(desk, "Platform")
    editing.edit(desk, [won], {"value": "5000"})
    negotiating.win(desk, [won])
    found = {p.goal.metric: p for p in goals.progress(desk, goals.goals(desk.connection, member=desk.actor))}
    assert Money(found["revenue"].now, "EUR") == Money(500_000, "EUR")
    assert found["deals"].now == 1
    assert not mine(desk).goals, "money and the team's goals have their own screens"


@pytest.mark.parametrize(
    ("metric", "target", "period", "words"),
    [
        ("calls", "0", "day", "asks for nothing"),
        ("calls", "many", "day", "not a target"),
        ("smiles", "4", "day", "cannot be a goal"),
        ("calls", "4", "fortnight", "not a period"),
        ("revenue", "20k usd", "month", "counted in EUR"),
    ],
)
def test_a_goal_that_makes_no_sense_says_so(desk: Desk, metric: str, target: str, period: str, words: str) -> None:
    with pytest.raises(InvalidError) as told:
        setting.set_goal(desk, metric, target, period, "me")
    assert words in str(told.value)


def test_a_goal_is_found_and_dropped(desk: Desk) -> None:
    setting.set_goal(desk, *setting.read_goal("40 calls a day"), "me")
    setting.set_goal(desk, *setting.read_goal("calls 150 week"), "me")
    with pytest.raises(AmbiguousError, match="Several"):
        goals.find_goal(desk, "calls")
    goals.delete_goal(desk, goals.find_goal(desk, "calls week"))
    assert [g.period for g in goals.goals(desk.connection, member=desk.actor)] == ["day"]


def test_the_rest_of_the_day_is_estimated(desk: Desk) -> None:
    lead(desk, "call Anna Lindqvist at Acme today")
    lead(desk, "meet Ewa Kowalska at Acme today 15:00 90m")
    day = mine(desk)
    assert day.minutes_left == 6 + 90
    assert day.timed[0].due_at == dt.datetime(2026, 11, 23, 14, 0, tzinfo=dt.UTC)
