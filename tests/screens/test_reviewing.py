"""The team tab: a review by keyboard from its start to its end, the check-up of a rep, the members."""

import asyncio
from pathlib import Path
from typing import Any

from salesdesk.domain.money import Money
from salesdesk.services import history, negotiating, outreach, reviewing, views
from salesdesk.services.desk import Desk
from salesdesk.services.negotiating import NewDeal
from salesdesk.services.steps import read_step
from tests.screens.sight import HOSTILE, opened, press, settle, text_of, type_text


async def test_a_whole_review_by_keyboard(busy: Desk) -> None:
    async with opened(busy, "team") as pilot:
        assert "to be held" in text_of(pilot)
        await press(pilot, "down", "enter")
        seen = text_of(pilot)
        assert "NEEDS A WORD" in seen
        assert "0 of 3 deals looked at" in seen
        await press(pilot, "right_square_bracket")
        assert "Platform" in text_of(pilot)
        await press(pilot, "right_square_bracket", "N")
        await type_text(pilot, "Waits for the budget")
        await press(pilot, "enter")
        assert "Waits for the budget" in text_of(pilot)
        assert "1 of 3 deals looked at" in text_of(pilot)
        await press(pilot, "T")
        await type_text(pilot, "@omar call thu 10:00 about it")
        assert "Call Thu 10:00: about it, Omar Farouk" in text_of(pilot)
        await press(pilot, "enter", "F", "c")
        assert "Commit" in text_of(pilot)
        await press(pilot, "s", "q")
        # The stage is another now, so the deal needs no word for it any more; it stays where it is.
        assert "Qualified" in text_of(pilot)
        await press(pilot, "comma")
        assert "CHANGED" not in text_of(pilot)
        await press(pilot, "full_stop", "full_stop", "full_stop")
        assert "Submit commit" in text_of(pilot)
        await press(pilot, "enter")
        # The figures that are offered go with the first letter.
        await type_text(pilot, "12k 20k with luck")
        await press(pilot, "enter")
        assert "€12,000" in text_of(pilot)
        await press(pilot, "full_stop", "enter")
        await type_text(pilot, "Ask for the budget first")
        await press(pilot, "enter", "enter")
        assert "Playbook: 2026-11-23 Maya Kessler" in text_of(pilot)
        await press(pilot, "full_stop")
        assert "MINUTES" in text_of(pilot)
        await press(pilot, "X")
        assert "REVIEWS HELD" in text_of(pilot)
        assert "Ask for the budget" in text_of(pilot)
        # Undo opens it again, with all that was said.
        await press(pilot, "u")
        assert "goes on" in text_of(pilot)
    review = reviewing.find_review(busy)
    assert (review.open, review.said, review.tasks, review.agreed) == (True, 1, 2, "Ask for the budget first")
    assert busy.connection.value("SELECT commit_minor FROM forecast") == 1_200_000


async def test_who_was_reviewed_today_is_not_reviewed_again_by_mistake(busy: Desk) -> None:
    review = reviewing.start(busy, busy.actor)
    reviewing.close(busy, review)
    async with opened(busy, "team") as pilot:
        await press(pilot, "down", "enter")
        assert "It was held today" in text_of(pilot)
        await press(pilot, "enter")
        assert len(reviewing.all_reviews(busy)) == 1
        await press(pilot, "enter", "y")
        assert "NEEDS A WORD" in text_of(pilot)
    assert [one.open for one in reviewing.all_reviews(busy)] == [True, False]


async def test_a_review_goes_on_where_it_was_left_and_two_look_at_it(busy: Desk) -> None:
    review = reviewing.start(busy, busy.actor)
    first = reviewing.look(busy, review).concerns.deals[0].ref
    reviewing.look_at(busy, review, first)
    async with opened(busy, "team") as pilot:
        await press(pilot, "down", "enter")
        assert "2 / 3" in text_of(pilot)
        second = reviewing.look(busy, review).concerns.deals[1].ref
        # Somebody else, in another process, says something of the deal in sight.
        other = Desk(busy.workspace, source="cli", actor=busy.member("Omar").id)
        reviewing.note(other, review, second, "Heard that they merge")
        pilot.app.changed()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Heard that they merge" in text_of(pilot)
        # What was typed and not saved is kept for this deal.
        await press(pilot, "N", "ctrl+u")
        await type_text(pilot, "half a thou")
        await press(pilot, "escape", "N")
        assert "half a thou" in text_of(pilot)
        await press(pilot, "escape")
        # The review is taken back while it is looked at.
        for desk in (other, busy, busy):
            history.undo(desk)
        pilot.app.changed()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "not there any more" in text_of(pilot)


async def test_nobody_nothing_and_hostile_names(file_desk: Desk) -> None:
    async with opened(file_desk, "team", (80, 24)) as pilot:
        await press(pilot, "down", "enter")
        assert "No open deal needs a word." in text_of(pilot)
        for page in ("Nothing changed", "No open deal", "Submit", "Nothing was done", "Close the review"):
            await press(pilot, "full_stop")
            assert page in text_of(pilot)
        await press(pilot, "q", "full_stop")
        assert "TO PRACTISE" in text_of(pilot)
        await press(pilot, "enter")
        assert "every difference may be chance" in text_of(pilot)
    deal = negotiating.add(file_desk, NewDeal(HOSTILE, Money(100_000, "EUR")))
    review = reviewing.start(file_desk, file_desk.actor)
    reviewing.note(file_desk, review, deal, HOSTILE, why=HOSTILE)
    reviewing.agree(file_desk, review, HOSTILE)
    reviewing.close(file_desk, review)
    text = reviewing.minutes(file_desk, reviewing.fresh(file_desk, review))
    assert "\\[b\\]x\\[/b\\]" in text
    assert "\x1b" not in text
    async with opened(file_desk, "team", (80, 24)) as pilot:
        assert "[b]x[/b]" in text_of(pilot)
        await press(pilot, "down", "down", "down", "enter")
        assert "Minutes: Maya Kessler" in text_of(pilot)


async def test_a_rate_of_a_check_up_opens_its_records(busy: Desk, tmp_path: Path) -> None:
    call = outreach.kind_named(busy, "call")
    deal = negotiating.add(busy, NewDeal("Reached", None))
    for name in ("Talked", "No answer"):
        outreach.log(busy, deal, outreach.outcome_named(busy, name, call), step=read_step(busy, "call +3d"))
    async with opened(busy, "team", (80, 24)) as pilot:
        await press(pilot, "full_stop")
        assert "TO PRACTISE" in text_of(pilot)
        await press(pilot, "enter")
        seen = text_of(pilot)
        assert "STRENGTHS" in seen
        while "Calls that reached somebody" not in text_of(pilot).split("▏")[-1].split("\n")[0]:
            await press(pilot, "j")
        await press(pilot, "enter")
        assert text_of(pilot).count("2026-11-23  Reached") == 2
        await press(pilot, "j", "enter")
        assert "FACTS" in text_of(pilot)
        # A figure opens its records on a page of their own, with whose they are.
        await press(pilot, "q", "k")
        while "Calls   " not in text_of(pilot).split("▏")[-1].split("\n")[0]:
            await press(pilot, "k")
        await press(pilot, "enter")
        assert "Maya Kessler" in text_of(pilot).splitlines()[1]
        assert text_of(pilot).count("Reached") == 2
        await press(pilot, "q", "O", "ctrl+u")
        await type_text(pilot, str(tmp_path / "page.md"))
        await press(pilot, "enter")
    assert "| Calls that reached somebody | 50 % * | 1 / 2 |" in (tmp_path / "page.md").read_text("utf-8")


async def test_a_shelf_turned_to_while_another_is_read_is_the_one_that_is_shown(busy: Desk) -> None:
    async with opened(busy, "team") as pilot:
        team: Any = pilot.app.screen
        for at in (2, 1, 0):
            team.reload()
            while team._asked:
                await asyncio.sleep(0)
            team.show(at)
            await settle(pilot)
        assert "to be held" in text_of(pilot)


async def test_members_say_what_waits_and_open_their_deals(busy: Desk) -> None:
    async with opened(busy, "team") as pilot:
        await press(pilot, "comma", "comma")
        seen = text_of(pilot)
        assert "Omar Farouk" in seen
        assert "WAITS" in seen
        await press(pilot, "enter")
        assert "3 Deals" in text_of(pilot)
        assert 'owner:"Maya Kessler"' in text_of(pilot)


async def test_a_member_and_a_team_are_called_otherwise(busy: Desk) -> None:
    async with opened(busy, "team") as pilot:
        await press(pilot, "comma")
        assert "No teams yet." in text_of(pilot)
        await press(pilot, "a")
        await type_text(pilot, "North")
        await press(pilot, "enter")
        views.save(busy, "deal", "His", 'owner:"Omar Farouk" team:north')
        await press(pilot, "e", "ctrl+u")
        await type_text(pilot, "Up north")
        await press(pilot, "enter")
        assert "Team North changed. Changed with it: view His" in text_of(pilot)
        await press(pilot, "comma", "down", "e", "t")
        await type_text(pilot, "up")
        await press(pilot, "enter", "e", "n", "ctrl+u")
        await type_text(pilot, "Omar Haddad")
        await press(pilot, "enter")
        seen = text_of(pilot)
        assert "Omar Haddad" in seen and "Up north" in seen
        assert "Omar Farouk is called Omar Haddad now" in seen
        await press(pilot, "e", "n", "ctrl+u")
        await type_text(pilot, "Maya Kessler")
        await press(pilot, "enter")
        assert "There is a member called" in text_of(pilot)
        assert (
            next(v.query for v in views.views(busy, "deal") if v.name == "His") == 'owner:"Omar Haddad" team:"Up north"'
        )
        await press(pilot, "u")
        assert "Omar Farouk" in text_of(pilot)


async def test_who_leaves_hands_over_by_key(busy: Desk) -> None:
    async with opened(busy, "team") as pilot:
        while "Nothing waits" not in text_of(pilot) and "WAITS" not in text_of(pilot):
            await press(pilot, "comma")
        await press(pilot, "D")
        seen = text_of(pilot)
        assert "Maya Kessler leaves: who takes over?" in seen and "20 open leads, 3 open deals" in seen
        await press(pilot, "enter")
        assert "left: 20 open leads" in text_of(pilot)
        assert busy.connection.value("SELECT count(*) FROM deal WHERE owner_id = ?", (busy.member("omar").id,)) == 3
        await press(pilot, "u")
        assert busy.connection.value("SELECT count(*) FROM deal WHERE owner_id = ?", (busy.member("omar").id,)) == 0
