"""Goals on the real app: set in a line, changed, walked through, handed down, opened; empty, narrow, hostile."""

import pytest

from salesdesk.services import absences, goals
from salesdesk.services.desk import Desk
from salesdesk.services.goals import closing, quotas, setting
from salesdesk.services.setup import open_desk
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of, type_text


def kept(desk: Desk) -> list[tuple[str, int, str]]:
    """Every goal: what it counts, its target, whose it is."""
    every = goals.goals(desk.connection, everyone=True, kind=None)
    return [(g.metric, g.target, g.member) for g in every]


async def test_a_goal_is_set_and_changed_in_a_line(busy: Desk) -> None:
    async with opened(busy, "goals") as pilot:
        assert "You have no goals yet" in text_of(pilot)
        await press(pilot, "a")
        await type_text(pilot, "calls 200 a week")
        await pilot.pause(0.3)
        await settle(pilot)
        assert "Goal of Maya Kessler: 200 calls a week" in text_of(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert kept(busy) == [("calls", 200, "Maya Kessler")]
        shown = text_of(pilot)
        assert "WEEK 48" in shown and "0 / 200" in shown and "-40 behind" in shown
        await press(pilot, "e", "home")
        await type_text(pilot, "talks 50 week")
        await press(pilot, "ctrl+k", "enter")
        assert kept(busy) == [("talks", 50, "Maya Kessler")]
        await press(pilot, "u")
        assert kept(busy) == [("calls", 200, "Maya Kessler")]
        await press(pilot, "D")
        assert kept(busy) == []


async def test_who_has_no_goals_begins_with_the_teams(busy: Desk) -> None:
    setting.add(busy, setting.read(busy, setting.read_line("average order value 5k in 2027-H1 for team")))
    async with opened(busy, "goals") as pilot:
        assert "Average order value" in text_of(pilot)
        await press(pilot, "shift+tab")
        await settle(pilot)
        assert "You have no goals yet" in text_of(pilot)


async def test_what_cannot_be_a_goal_stays_in_the_line(busy: Desk) -> None:
    async with opened(busy, "goals") as pilot:
        await press(pilot, "a")
        await type_text(pilot, "revenue 0 in 2026-Q4")
        await press(pilot, "enter")
        assert "asks for nothing" in text_of(pilot)
        assert kept(busy) == []
        await press(pilot, "escape")
        assert "You have no goals yet" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_all_kinds_of_goals_fit(busy: Desk, size: tuple[int, int]) -> None:
    for line in (
        "calls 40 a day",
        "revenue 60k a month",
        "win rate 40% in 2026-Q4 for me",
        f"average order value 5k in 2027-H1 for team called {HOSTILE}",
    ):
        setting.add(busy, setting.read(busy, setting.read_line(line)))
    quotas.set_quota(busy, "me", "180k", "2026-Q4")
    async with opened(busy, "goals", size) as pilot:
        shown = text_of(pilot)
        assert "TODAY 1" in shown and "NOV 2026 1" in shown and "QUOTAS 1" in shown
        assert all(len(line) <= size[0] for line in shown.splitlines())
        await press(pilot, "T")
        assert ("from 1 Jan" in text_of(pilot) and "everyone" in text_of(pilot)) or size[0] < 100
        await press(pilot, "T", "T")
        assert "Q4 2026, NOW" in text_of(pilot)
        await press(pilot, "T")
        assert "WON OF QUOTA" in text_of(pilot) and "Omar Farouk" in text_of(pilot)
        await press(pilot, "y", "T")
        assert "TODAY 1" in text_of(pilot)


async def test_the_past_is_a_key_away(busy: Desk) -> None:
    setting.set_goal(busy, "calls", "200", "week", "me")
    async with opened(busy, "goals") as pilot:
        await press(pilot, "left_square_bracket")
        assert "WEEK 47" in text_of(pilot) and "- missed" in text_of(pilot)
        await press(pilot, "comma", "full_stop")
        assert "WEEK 47" in text_of(pilot)
        await press(pilot, "escape")
        assert "WEEK 48" in text_of(pilot)
        await press(pilot, "enter")
        assert "Activities" in text_of(pilot)
        await press(pilot, "q")
        assert "WEEK 48" in text_of(pilot)


async def test_a_task_is_handed_down_by_key(busy: Desk) -> None:
    setting.set_goal(busy, "calls", "200", "week", "team")
    async with opened(busy, "goals") as pilot:
        await press(pilot, "T", "t")
        await type_text(pilot, "Omar: call ten old customers, fri")
        assert "Omar Farouk: call ten old customers" in text_of(pilot)
        await press(pilot, "enter")
        assert "Task for Omar Farouk" in text_of(pilot)
        goal = goals.goals(busy.connection, everyone=True)[0]
        assert [task.owner for task in closing.handed_down(busy, goal)] == ["Omar Farouk"]


async def test_who_is_away_is_asked_less(busy: Desk) -> None:
    setting.set_goal(busy, "calls", "50", "week", "me")
    absences.add_absence(busy, "me", "2026-11-25", "2026-11-27")
    async with opened(busy, "goals") as pilot:
        assert "0 / 20" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_off_asks_nothing_and_says_so(
    busy: Desk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    setting.set_goal(busy, "calls", "40", "day", "me")
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-28T09:00:00Z")
    async with opened(busy, "goals", size) as pilot:
        shown = text_of(pilot)
        assert "0 / -" in shown and "day off" in shown and "A day off: nothing is asked." in shown
        assert "Reached" not in shown


@pytest.mark.parametrize("size", SIZES)
async def test_a_task_that_was_handed_down_is_told_opened_and_done(busy: Desk, size: tuple[int, int]) -> None:
    """It is about no record: it has no page, and every key says so or does it."""
    setting.set_goal(busy, "calls", "200", "week", "team")
    goal = goals.goals(busy.connection, everyone=True)[0]
    closing.hand_down(busy, goal, *closing.read_task(busy, "Omar: call ten old customers, today"))
    omar = open_desk(busy.workspace.place, as_member="omar", source="tui")
    async with opened(omar, "today", size) as pilot:
        text = text_of(pilot)
        assert "NEW FOR YOU" in text and text.count("call ten o") >= 2
        for key in ("t", "n", "d", "s", "o", "e", "E", "w", "x", "p", "m", "c", "C", "f", "y", "number_sign"):
            await press(pilot, key)
            await press(pilot, "escape", "escape")
        await press(pilot, "enter")
        assert "NEW FOR YOU" not in text_of(pilot) and "ANYTIME 1" in text_of(pilot)
        assert ("WHAT" in text_of(pilot)) == (size[0] > 100)
        await press(pilot, "enter", "t", "t", "enter")
        assert "DONE 1" in text_of(pilot)
    omar.workspace.close()


async def test_tab_walks_whose_goals_are_shown(busy: Desk) -> None:
    async with opened(busy, "goals") as pilot:
        await press(pilot, "tab", "tab", "tab")
        assert "WON / QUOTA" in text_of(pilot)
        await press(pilot, "shift+tab")
        assert "WHOSE" in text_of(pilot) and "WON / QUOTA" not in text_of(pilot)
    async with opened(busy, "team") as pilot:
        await press(pilot, "tab")
        assert "TO PRACTISE" in text_of(pilot)
        await press(pilot, "shift+tab")
        assert "to be held" in text_of(pilot)
