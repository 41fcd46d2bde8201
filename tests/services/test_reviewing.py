"""Pipeline reviews: what changed since the last one, what needs a word, what is said, agreed and kept."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import InvalidError
from salesdesk.services import editing, history, negotiating, outreach, playbook, reviewing
from salesdesk.services.desk import Desk
from salesdesk.services.goals import setting
from salesdesk.services.negotiating import NewDeal
from salesdesk.services.records import Ref, by_id
from salesdesk.services.reviewing.minutes import forecast_lines
from salesdesk.services.steps import read_step
from tests.services.office import cell, colleague, deal, steps

if TYPE_CHECKING:
    from salesdesk.services.reviewing import Change

TODAY = dt.date(2026, 11, 23)


def told(desk: Desk, review: Any) -> dict[str, list[tuple[str, str]]]:
    """The changes of a review: kind -> name of the deal, in words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for change in reviewing.look(desk, reviewing.fresh(desk, review)).changes:
        found.setdefault(change.kind, []).append((change.deal.name, change.words(TODAY)))
    return found


def closed(desk: Desk, member: bytes | None) -> Any:
    """A review that was begun and closed just now."""
    review = reviewing.start(desk, member)
    reviewing.close(desk, review)
    return reviewing.fresh(desk, review)


def stage_to(desk: Desk, ref: Ref, name: str) -> None:
    negotiating.move(desk, [ref], negotiating.stage_named(desk, name))


def close_on(desk: Desk, ref: Ref, day: str) -> None:
    editing.edit(desk, [ref], {"close": day})


def test_changes_since_the_last_review_have_their_old_and_new_value(desk: Desk) -> None:
    me = desk.actor
    won, lost, on, back, gone = (deal(desk, name, 1000) for name in ("Won", "Lost", "On", "Back", "Gone"))
    for ref in (on, back):
        stage_to(desk, ref, "Qualified")
    close_on(desk, on, "2026-12-01")
    closed(desk, me)
    negotiating.win(desk, won)
    negotiating.lose(desk, lost, negotiating.reason_named(negotiating.reasons(desk), "Price"))
    stage_to(desk, on, "Proposal")
    stage_to(desk, back, "New")
    close_on(desk, on, "2026-12-11")
    close_on(desk, on, "2026-12-18")
    editing.edit(desk, [back], {"value": "1500"})
    editing.edit(desk, [on], {"value": "400"})
    editing.delete(desk, [gone])
    deal(desk, "Fresh", 70)
    review = reviewing.start(desk, me)
    assert told(desk, review) == {
        "won": [("Won", "€1,000")],
        "lost": [("Lost", "Price")],
        "forward": [("On", "Qualified → Proposal")],
        "back": [("Back", "Qualified → New")],
        "pushed": [("On", "1 Dec → 18 Dec, 2 pushes in all")],
        "grown": [("Back", "€1,000 → €1,500")],
        "shrunk": [("On", "€1,000 → €400")],
        "new": [("Fresh", "New")],
        "dropped": [("Gone", "put in the bin")],
    }
    # Each names the operation that did it.
    made = {c.kind: c for c in reviewing.look(desk, review).changes}
    labels = {row.id: row.label for row in history.operations(desk)}
    act = made["pushed"].act
    assert act is not None and labels[act.id] == "Close of On set to 2026-12-18"


def test_what_was_undone_or_changed_back_is_no_change_and_no_push(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    close_on(desk, ref, "2026-12-01")
    closed(desk, desk.actor)
    stage_to(desk, ref, "Proposal")
    history.undo(desk)
    close_on(desk, ref, "2026-12-20")
    history.undo(desk)
    editing.edit(desk, [ref], {"value": "2000"})
    editing.edit(desk, [ref], {"value": "1000"})
    assert told(desk, reviewing.start(desk, desk.actor)) == {}
    close_on(desk, ref, "2026-12-21")
    change = reviewing.look(desk, reviewing.start(desk, desk.actor)).changes[0]
    assert (change.kind, change.pushes) == ("pushed", 1)
    # What was undone after a review has told of it is news in the next one.
    closed(desk, desk.actor)
    history.undo(desk)  # the closing
    history.undo(desk)  # the review
    history.undo(desk)  # the push
    assert told(desk, reviewing.start(desk, desk.actor)) == {}


def test_a_rep_sees_what_was_theirs_and_both_see_what_was_handed_over(desk: Desk) -> None:
    omar = colleague(desk)
    kept, given, sold = (deal(desk, name, 1000) for name in ("Kept", "Given", "Sold"))
    closed(desk, desk.actor)
    closed(desk, omar)
    negotiating.win(desk, sold)
    editing.give(desk, [given, sold], "Omar")
    stage_to(desk, given, "Qualified")
    stage_to(desk, kept, "Qualified")
    mine, his = reviewing.start(desk, desk.actor), reviewing.start(desk, omar)
    handed = [("Given", "Maya Kessler → Omar Farouk"), ("Sold", "Maya Kessler → Omar Farouk")]
    # The win stays with whom it was closed by.
    assert told(desk, mine) == {
        "won": [("Sold", "€1,000")],
        "forward": [("Kept", "New → Qualified")],
        "handed": handed,
    }
    assert told(desk, his) == {"forward": [("Given", "New → Qualified")], "handed": handed}
    # The first review of the team looks back a week: everything is new, so nothing has moved.
    assert set(told(desk, reviewing.start(desk, None))) == {"won", "new", "handed"}


def test_what_was_entered_with_days_of_its_own_counts_by_them(desk: Desk) -> None:
    with desk.operation("Import", source="import", at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC)) as unit:
        stage = {
            name: unit.connection.value("SELECT id FROM stage WHERE name = ?", (name,)) for name in ("New", "Proposal")
        }
        row: dict[str, Any] = {
            "name": "Old",
            "owner_id": desk.actor,
            "state": "won",
            "closed_owner_id": desk.actor,
            "currency": "EUR",
        }
        row |= {"stage_id": stage["Proposal"], "opened_on": "2025-01-01", "value_minor": 500}
        unit.insert("deal", {**row, "won_on": "2026-11-10"})
        unit.insert("deal", {**row, "name": "Lately", "won_on": "2026-11-18"})
        moved = unit.insert("deal", {**row, "name": "Moved", "state": "open", "closed_owner_id": None})
        change = {"deal_id": moved, "from_stage_id": stage["New"], "to_stage_id": stage["Proposal"]}
        unit.insert("stage_change", {**change, "changed_on": "2026-11-19"})
        unit.insert("deal", {**row, "name": "Begun", "state": "open", "opened_on": "2026-11-20"})
    review = reviewing.start(desk, desk.actor)
    assert told(desk, review) == {
        "won": [("Lately", "€5")],
        "forward": [("Moved", "New → Proposal")],
        "new": [("Begun", "Proposal")],
    }


def test_the_minutes_of_a_closed_review_and_its_changes_stay_as_they_were(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    closed(desk, desk.actor)
    stage_to(desk, ref, "Qualified")
    review = closed(desk, desk.actor)
    kept = reviewing.minutes(desk, review)
    assert "- Platform (€1,000): New → Qualified" in kept
    stage_to(desk, ref, "Proposal")
    editing.edit(desk, [ref], {"value": "9000"})
    editing.give(desk, [ref], desk.member("Maya").name)
    negotiating.win(desk, ref)
    editing.delete(desk, [ref])
    assert reviewing.minutes(desk, reviewing.fresh(desk, review)) == kept
    assert told(desk, review) == {"forward": [("Platform", "New → Qualified")]}
    found: Change = reviewing.look(desk, review).changes[0]
    assert found.value == Money(100_000, "EUR")


def quiet_deals(desk: Desk) -> dict[str, Ref]:
    """Four deals, each with another reason, and one that is well."""
    made: dict[str, Ref] = {}
    for name, euros, opened, close in (
        ("Rots", 900, "2026-11-10", "2026-12-30"),
        ("Late", 800, "2026-11-20", "2026-11-21"),
        ("Silent", 700, "2026-11-06", "2026-12-30"),
        ("Lost thread", 600, "2026-11-20", "2026-12-30"),
        ("Well", 500, "2026-11-20", "2026-12-30"),
    ):
        days = dt.date.fromisoformat(opened), dt.date.fromisoformat(close)
        made[name] = negotiating.add(
            desk, NewDeal(name, Money(euros * 100, "EUR"), close_on=days[1], opened_on=days[0])
        )
    for name in ("Rots", "Late", "Silent", "Well"):
        outreach.plan(desk, [made[name]], read_step(desk, "call +3d"))
    call = outreach.outcome_named(desk, "Talked", outreach.kind_named(desk, "call"))
    outreach.log(desk, made["Rots"], call, step=read_step(desk, "call +3d"))
    return made


def test_the_deals_that_need_a_word_say_why_the_dearest_first(desk: Desk) -> None:
    quiet_deals(desk)
    found = reviewing.look(desk, reviewing.start(desk, desk.actor)).concerns
    assert [(one.ref.name, one.reasons(TODAY)) for one in found.deals] == [
        ("Rots", ["13 days in New, limit 7"]),
        ("Late", ["close day 2 days over"]),
        ("Silent", ["17 days in New, limit 7", "silent for 17 days"]),
        ("Lost thread", ["no next step"]),
    ]
    assert (found.done, found.first_left, found.total) == (0, 0, 4)


def test_a_review_goes_on_where_it_was_left_and_every_act_is_taken_back(desk: Desk) -> None:
    made = quiet_deals(desk)
    omar = colleague(desk)
    review = reviewing.start(desk, desk.actor)
    assert reviewing.start(desk, desk.actor).id == review.id
    reviewing.look_at(desk, review, made["Rots"], "13 days in New, limit 7")
    reviewing.note(desk, review, made["Late"], "Signs this week", why="close day 2 days over")
    sentence = reviewing.agree_task(desk, review, made["Late"], "@omar call thu 10:00 about the contract")
    assert sentence == "Agreed: call Thu 10:00: about the contract, Omar Farouk"
    seen = reviewing.look(desk, review)
    assert seen.concerns.first_left == 2
    (task,) = seen.tasks
    assert (task.who, task.due_on, task.deal_id) == ("Omar Farouk", dt.date(2026, 11, 26), made["Late"].id)
    assert desk.connection.value("SELECT owner_id FROM activity WHERE id = ?", (task.id,)) == omar
    # It is one more step: what was planned before stays.
    assert len(steps(desk, made["Late"])) == 2
    history.undo(desk)
    history.undo(desk)
    assert reviewing.look(desk, review).concerns.first_left == 1
    assert reviewing.look(desk, review).tasks == []


def test_two_who_write_of_one_deal_both_keep_their_words(desk: Desk) -> None:
    ref = quiet_deals(desk)["Late"]
    review = reviewing.start(desk, desk.actor)
    reviewing.note(desk, review, ref, "One", before="")
    reviewing.note(desk, review, ref, "Two", before="")
    reviewing.note(desk, review, ref, "Three", before="One\nTwo")
    (item,) = [one.item for one in reviewing.look(desk, review).concerns.deals if one.item]
    assert item.note == "Three"
    with pytest.raises(InvalidError, match="nothing to keep"):
        reviewing.note(desk, review, ref, "\x1b[31m ")


def test_one_change_is_agreed_kept_in_the_playbook_and_becomes_a_task(desk: Desk) -> None:
    review = reviewing.start(desk, desk.actor)
    reviewing.agree(desk, review, "Ask for the budget in the first call", "fri")
    seen = reviewing.look(desk, reviewing.fresh(desk, review))
    assert [(t.subject, t.due_on) for t in seen.tasks] == [
        ("Ask for the budget in the first call", dt.date(2026, 11, 27))
    ]
    assert seen.review.page == "2026-11-23 Maya Kessler"
    tree = {p.row.name: (p.depth, p.page.first_line) for p in playbook.pages(desk)}
    assert tree["2026-11-23 Maya Kessler"] == (1, "Ask for the budget in the first call")
    history.undo(desk)
    assert reviewing.fresh(desk, review).agreed == ""
    assert not any(p.row.name.startswith("2026") for p in playbook.pages(desk))


def test_the_forecast_is_held_against_the_goal_and_every_submission_stays(desk: Desk) -> None:
    setting.set_goal(desk, "revenue", "10k", "quarter", "me")
    for name, euros, chance, close in (
        ("Sure", 3000, "90", "2026-12-01"),
        ("Maybe", 2000, "60", "2026-12-01"),
        ("Far", 1000, "10", "2026-12-01"),
        ("Next year", 5000, "90", "2027-02-01"),
        ("Late", 4000, "90", "2026-11-01"),
        ("Said", 700, "10", "2026-12-31"),
        ("Out", 600, "90", "2026-12-31"),
    ):
        ref = deal(desk, name, euros)
        editing.edit(desk, [ref], {"probability": chance, "close": close})
        if name in {"Said", "Out"}:
            editing.edit(desk, [ref], {"forecast": "commit" if name == "Said" else "omitted"})
    negotiating.win(desk, deal(desk, "Won", 1000))
    out = reviewing.look(desk, reviewing.start(desk, desk.actor)).outlook
    assert (str(out.won), str(out.commit), str(out.best)) == ("€1,000", "€4,700", "€6,700")
    assert (out.overdue, str(out.overdue_value), str(out.gap)) == (1, "€4,000", "€5,300")
    commit, best, words = reviewing.read_submission(desk, "5k 7k with the renewal")
    reviewing.submit(desk, desk.actor, commit, best, words)
    reviewing.submit(desk, desk.actor, Money(480_000, "EUR"))
    seen = reviewing.look(desk, reviewing.start(desk, desk.actor))
    assert seen.forecast is not None and seen.outlook.submitted is not None
    assert (seen.forecast.commit_minor, seen.outlook.submitted.commit_minor) == (480_000, 480_000)
    assert desk.connection.value("SELECT count(*) FROM forecast") == 2
    for wrong in ("7k 5k", "soon", "-3k", "$5k"):
        with pytest.raises(InvalidError):
            reviewing.read_submission(desk, wrong)


def test_how_near_the_forecast_before_came_stands_by_the_new_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reviewing.look(desk, reviewing.start(desk, desk.actor)).outlook.as_json()["accuracy_before"] is None
    reviewing.submit(desk, desk.actor, Money(800_000, "EUR"))
    reviewing.submit(desk, None, Money(1_200_000, "EUR"))
    negotiating.win(desk, deal(desk, "Won", 10_000))
    monkeypatch.setenv("SALESDESK_NOW", "2027-02-01T09:00:00Z")
    desk.__dict__.pop("today", None)
    for member, near, submitted in ((desk.actor, "80 %", "€8,000"), (None, "80 %", "€12,000")):
        seen = reviewing.look(desk, reviewing.start(desk, member))
        words = f"Forecast of 2026-Q4: {near} accurate, {submitted} submitted, €10,000 won"
        assert words in forecast_lines(seen)[-1]
        assert seen.outlook.as_json()["accuracy_before"]["value"] == 0.8


def test_a_closed_review_takes_no_more_until_the_closing_is_undone(desk: Desk) -> None:
    ref = quiet_deals(desk)["Late"]
    review = reviewing.start(desk, desk.actor)
    reviewing.close(desk, review)
    with pytest.raises(InvalidError, match="closed"):
        reviewing.note(desk, review, ref, "Too late")
    history.undo(desk)
    reviewing.note(desk, review, ref, "In time")
    assert reviewing.fresh(desk, review).open
    assert cell(desk, by_id(desk.connection, "deal", ref.id), "state") == "open"
