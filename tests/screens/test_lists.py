"""Lists on the real app: filter, marks, views, places, and what an empty list says."""

import datetime as dt

import pytest
from textual.events import Paste

from salesdesk.app import DeskApp
from salesdesk.services import editing, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from tests.screens.sight import SIZES, opened, press, settle, text_of, type_text
from tests.store.test_operation import live_rows


async def test_esc_closes_then_clears_the_filter_then_the_marks(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "space", "space", "slash")
        await type_text(pilot, " lead")
        await press(pilot, "enter", "t")
        assert "outcome" in text_of(pilot) or "voicemail" in text_of(pilot)
        await press(pilot, "escape")
        assert "2 selected" in text_of(pilot) and "owner:me sort:due lead" in text_of(pilot)
        await press(pilot, "escape")
        assert "2 selected" in text_of(pilot) and "owner:me" not in text_of(pilot)
        await press(pilot, "escape")
        assert "selected" not in text_of(pilot)


async def test_marks_survive_scrolling_and_filtering_and_all_of_them_are_meant(busy: Desk) -> None:
    colleague = "SELECT count(*) FROM lead l JOIN member m ON m.id = l.owner_id WHERE m.name = 'Omar Farouk'"
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "space", "space", "G", "space", "home")
        assert "3 selected" in text_of(pilot)
        await press(pilot, "slash")
        await type_text(pilot, " lead 01")
        await press(pilot, "enter")
        assert "3 selected" in text_of(pilot)
        assert "2 hidden by the filter" in text_of(pilot)
        before = live_rows(busy.connection)
        await press(pilot, "o", "o", "m", "enter")
        assert busy.connection.value(colleague) == 3
        assert "Owner of 3 leads set to Omar Farouk" in text_of(pilot)
        assert "selected" not in text_of(pilot)
        await press(pilot, "escape", "u")
        assert live_rows(busy.connection) == before


async def test_a_range_is_marked_by_moving(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "V", "j", "j", "j", "V", "j")
        assert "4 selected" in text_of(pilot)
        await press(pilot, "asterisk")
        assert "20 selected" in text_of(pilot)
        await press(pilot, "asterisk")
        assert "selected" not in text_of(pilot)


async def test_typing_a_filter_counts_at_once_and_esc_takes_it_back(busy: Desk) -> None:
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, " lead")
        assert "19 of 20" in text_of(pilot)
        await type_text(pilot, " 17")
        assert "1 of 20" in text_of(pilot)
        await type_text(pilot, " score:many")
        assert "▲" in text_of(pilot) and "Lead 17" in text_of(pilot)
        await press(pilot, "escape")
        assert "20 of 20" in text_of(pilot)


async def test_the_first_rows_are_there_at_once_and_all_of_them_are_meant(
    busy: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with busy.operation("Many") as unit:
        for number in range(300):
            status = unit.connection.value("SELECT id FROM lead_status WHERE name = 'New'")
            row = {"name": f"Many {number:03}", "status_id": status, "owner_id": busy.actor, "city": "Turku"}
            unit.insert("lead", row)
    async with opened(busy, "leads", (80, 24)) as pilot:
        assert "320 of 320" in text_of(pilot)
        await press(pilot, "slash", "ctrl+u")
        await type_text(pilot, "sort:name")
        assert "320 of 320" in text_of(pilot)
        await press(pilot, "enter", "G")
        assert "Many 299" in text_of(pilot)
        # From here on the order of all is not read in time: only the first rows are known.
        monkeypatch.setattr("salesdesk.screens.leads.REST_SECONDS", 3600.0)
        await pilot.press("slash", "space")
        pilot.app.screen.post_message(Paste("city:Turku"))
        await pilot.pause(0.3)
        text = text_of(pilot)
        assert "Many 000" in text and "Many 299" not in text and "… of 320" in text
        await pilot.press("enter", "asterisk")
        await pilot.pause(0.2)
        assert "all selected" in text_of(pilot)
        await pilot.press("o")
        await pilot.pause(0.3)
        await pilot.press("o", "m", "enter")
        await pilot.pause(0.5)
    moved = "SELECT count(*) FROM lead l JOIN member m ON m.id = l.owner_id WHERE m.name = 'Omar Farouk'"
    assert busy.connection.value(moved) == 300


async def test_a_view_is_saved_picked_by_its_number_and_dropped(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "slash")
        await type_text(pilot, " due:today")
        await press(pilot, "enter", "v", "s", "ctrl+u")
        await type_text(pilot, "Now")
        await press(pilot, "enter")
        assert "Now 1" in text_of(pilot)
        await press(pilot, "v", "5")
        assert "20 of 20" in text_of(pilot)
        await press(pilot, "v", "6")
        assert "1 of 20" in text_of(pilot)
        await press(pilot, "v", "r", "ctrl+u")
        await type_text(pilot, "At once")
        await press(pilot, "enter")
        assert "View Now is called At once now" in text_of(pilot)
        await press(pilot, "v", "d")
        assert [v.name for v in views.views(busy, "lead")][-1] == "Team"
        await press(pilot, "u")
        assert [v.name for v in views.views(busy, "lead")][-1] == "At once"


async def test_places_are_one_or_two_keys_away_and_minus_goes_back(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        for keys, words in (
            (("2",), "COMPANY"),
            (("g", "d"), "Qualified"),
            (("6",), "EVERY NUMBER"),
            (("g", "t"), "ANYTIME"),
        ):
            await press(pilot, *keys)
            assert words in text_of(pilot), keys
        await press(pilot, "2", "enter")
        assert "FACTS" in text_of(pilot)
        await press(pilot, "minus", "3", "enter")
        assert "STAGE" in text_of(pilot).upper()
        await press(pilot, "q", "g")
        assert "Lead 00" in text_of(pilot)
        await press(pilot, "2")
        assert "TIMELINE" in text_of(pilot)


async def test_the_palette_runs_an_action_opens_a_view_and_a_record(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        await press(pilot, "colon")
        await type_text(pilot, "stalled")
        await press(pilot, "enter")
        assert "stuck:14d.." in text_of(pilot)
        await press(pilot, "ctrl+p")
        await type_text(pilot, "lead 07")
        await press(pilot, "escape", "question_mark")
        await type_text(pilot, "board or")
        await press(pilot, "enter")
        assert "ACCOUNT" in text_of(pilot)
        await press(pilot, "colon")
        await type_text(pilot, "lead 03")
        await pilot.pause(0.2)
        await press(pilot, "enter")
        assert "Lead 03" in text_of(pilot) and "FACTS" in text_of(pilot)


@pytest.mark.parametrize(
    ("tab", "words", "key"),
    [
        ("today", "Nothing planned", "a add"),
        ("leads", "No leads yet", "a add"),
        ("deals", "no deals here", "a add"),
        ("kpis", "EVERY NUMBER", "period"),
    ],
)
async def test_an_empty_screen_says_why_and_what_to_press(file_desk: Desk, tab: str, words: str, key: str) -> None:
    async with opened(file_desk, tab, (80, 24)) as pilot:
        assert words in text_of(pilot)
        assert key in text_of(pilot)


async def test_a_filter_nothing_fits_says_how_to_get_out(busy: Desk) -> None:
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, " city:Nowhere")
        await press(pilot, "enter")
        text = text_of(pilot)
        assert "0 of 20 match" in text and "Esc clears" in text


async def test_every_state_is_told_without_colour(busy: Desk) -> None:
    with busy.operation("A promise of Friday, and none at all") as unit:
        for name, column, value in (("Lead 01", "due_on", "2026-11-20"), ("Lead 02", "due_on", None)):
            key = find(busy, name).id
            step = unit.connection.value("SELECT id FROM activity WHERE lead_id = ?", (key,))
            unit.update("activity", step, {column: value})
    editing.edit(busy, [find(busy, "Lead 00")], {"dnc": "yes"})
    async with opened(busy, "leads") as pilot:
        text = text_of(pilot)
        for sign in ("OVERDUE 1", "▲ 3d over", "● today", "○ Thu", "· none", "no next step"):
            assert sign in text, sign
        await press(pilot, "space", "k")
        assert any(line.startswith(" ▌") for line in text_of(pilot).splitlines())
    async with opened(busy, "deals") as pilot:
        await press(pilot, "w")
        assert "✓ today" in text_of(pilot)
        await press(pilot, "x", "p", "slash", "ctrl+u")
        await type_text(pilot, "status:lost")
        await press(pilot, "enter")
        assert "▲" in text_of(pilot) and "Price" in text_of(pilot)


@pytest.mark.parametrize("size", [*SIZES, (100, 30), (108, 30)])
async def test_a_clear_day_shows_what_comes_next(busy: Desk, size: tuple[int, int]) -> None:
    with busy.operation("Not today") as unit:
        step = unit.connection.value("SELECT id FROM activity WHERE due_on = '2026-11-23'")
        unit.update("activity", step, {"due_on": dt.date(2026, 12, 24)})
        agreed = unit.connection.value("SELECT id FROM activity WHERE due_on = '2026-11-24'")
        unit.update("activity", agreed, {"due_at": dt.datetime(2026, 11, 24, 13, 30, tzinfo=dt.UTC)})
    async with opened(busy, "today", size) as pilot:
        text = text_of(pilot)
        assert "nothing due today" in text and "left" not in text
        ahead = text[text.index("COMING UP") :]
        assert [f"Lead {n:02}" in ahead for n in range(1, 7)] == [True] * 5 + [False]
        assert "○ Tue" in ahead and f"{busy.local(dt.datetime(2026, 11, 24, 13, 30, tzinfo=dt.UTC)):%H:%M}" in ahead
        await press(pilot, "enter")
        assert "FACTS" in text_of(pilot) and "Lead 01" in text_of(pilot)


async def test_the_page_of_a_record_says_money_and_days_as_people_do(busy: Desk) -> None:
    at = dt.datetime(2026, 11, 26, 13, 30, tzinfo=dt.UTC)
    with busy.operation("Agreed") as unit:
        deal = unit.connection.value("SELECT id FROM deal WHERE name = 'Platform'")
        unit.update("deal", deal, {"close_on": dt.date(2026, 12, 30)})
        kind = unit.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        step = {"deal_id": deal, "kind_id": kind, "owner_id": busy.actor, "due_on": at.date(), "due_at": at}
        unit.insert("activity", step)
    async with opened(busy, "deals") as pilot:
        assert isinstance(pilot.app, DeskApp)
        pilot.app.open_record("deal", deal)
        await settle(pilot)
        text = text_of(pilot)
        facts = text[text.index("FACTS") : text.index("TIMELINE")]
        assert "€10,000" in facts and "30 Dec" in facts
        assert "2026-12-30" not in facts and "10000" not in facts
        assert f"26 Nov {busy.local(at):%H:%M}" in text


async def test_a_manager_with_a_clear_day_sees_the_team_and_opens_the_day_of_a_colleague(busy: Desk) -> None:
    with busy.operation("A manager") as unit:
        boss = unit.insert("member", {"name": "Cara Losch", "role": "manager"})
    desk = Desk(busy.workspace, source="tui", actor=boss)
    async with opened(desk, "today", (80, 24)) as pilot:
        seen = text_of(pilot)
        assert "THE TEAM 1" in seen
        # Three deals without a next step, one lead due today.
        assert "Maya Kessler" in seen and "3 without a next step" in seen and "1 due today" in seen
        await press(pilot, "enter")
        assert 'owner:"Maya Kessler"' in text_of(pilot)
        assert "Lead 00" in text_of(pilot)
        await press(pilot, "escape")
        assert "THE TEAM 1" in text_of(pilot)
        # Nothing is a manager's own: the lists begin with everybody's.
        await press(pilot, "3")
        assert "status:open owner:me" not in text_of(pilot)
        assert "Platform" in text_of(pilot)
    async with opened(busy, "today") as pilot:
        assert "THE TEAM" not in text_of(pilot)
