"""The commonest acts cost the keys they are promised to cost, on the real app over a real file."""

import pytest
from textual.events import Key

from salesdesk.actions.table import ACTIONS, STACKS
from salesdesk.actions.tabs import TABS
from salesdesk.app import DeskApp
from salesdesk.services.desk import Desk
from tests.screens.sight import SIZES, opened, press, settle, text_of


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
@pytest.mark.parametrize("tab", ["today", "leads", "deals", "calls", "kpis", "team"])
async def test_every_tab_opens_whole_with_hostile_data(busy: Desk, tab: str, size: tuple[int, int]) -> None:
    async with opened(busy, tab, size) as pilot:
        text = text_of(pilot)
        assert "? keys" in text.splitlines()[-1]
        assert "salesdesk" in text.splitlines()[0]
        assert not any(sign in text for sign in ("\x1b", "\x07", "\u202e"))


async def test_a_voicemail_with_its_next_step_is_three_keys(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        await pilot.press("t", "v", "enter")
        await settle(pilot)
        rows = busy.connection.rows("SELECT done_on FROM activity WHERE done_on IS NOT NULL AND deleted_op IS NULL")
        assert rows == [("2026-11-23",)]
        assert busy.connection.one("SELECT next_on FROM lead WHERE name = 'Lead 00'") == ("2026-11-25",)
        assert "Logged voicemail for Lead 00" in text_of(pilot)


async def test_a_deal_moves_one_stage_with_one_key_and_back_with_one(busy: Desk) -> None:
    async with opened(busy, "deals") as pilot:
        stage = (
            "SELECT s.name FROM deal d JOIN stage s ON s.id = d.stage_id ORDER BY d.stage_on, s.position DESC LIMIT 1"
        )
        await pilot.press("L")
        await settle(pilot)
        assert busy.connection.value(stage) == "Qualified"
        await pilot.press("u")
        await settle(pilot)
        assert busy.connection.value(stage) == "New"


async def test_reassigning_all_that_match_takes_at_most_six_keys(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await pilot.press("*", "o", "o", "m", "enter")
        await settle(pilot)
        counted = "SELECT count(*) FROM lead l JOIN member m ON m.id = l.owner_id WHERE m.name = 'Omar Farouk'"
        assert busy.connection.value(counted) == 20
        await pilot.press("u")
        await settle(pilot)
        assert busy.connection.value(counted) == 0


async def test_a_line_adds_a_lead_that_is_complete(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await pilot.press("a")
        pilot.app.screen.query_one(
            "LineInput"
        ).value = "Anna Lindqvist at Acme Nordic +46 8 465 004 40 anna@acme.example 12k #hot"  # type: ignore[attr-defined]
        await pilot.pause(0.1)
        await pilot.press("enter")
        await settle(pilot)
        row = busy.connection.one(
            "SELECT company, phone, email, value_minor, tags FROM lead WHERE name = 'Anna Lindqvist'"
        )
        assert row == ("Acme Nordic", "+46 8 465 004 40", "anna@acme.example", 1_200_000, " hot ")


async def test_the_filter_narrows_while_typing_and_keeps_the_last_valid_result(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await pilot.press("slash")
        pilot.app.screen.filter_line.query_one("LineInput").value = "status:open due:today"  # type: ignore[attr-defined]
        await settle(pilot)
        assert "1 of 20" in text_of(pilot)
        pilot.app.screen.filter_line.query_one("LineInput").value = "status:open due:today scroe:5"  # type: ignore[attr-defined]
        await settle(pilot)
        text = text_of(pilot)
        assert "Lead 00" in text
        assert "scroe" in text


async def test_what_another_process_commits_is_seen(busy: Desk) -> None:
    from salesdesk.services.setup import open_desk

    async with opened(busy, "leads") as pilot:
        other = open_desk(str(busy.workspace.path), as_member="Maya")
        with other.operation("From the shell") as unit:
            status = unit.connection.value("SELECT id FROM lead_status WHERE name = 'New'")
            unit.insert("lead", {"name": "Aaa Newcomer", "status_id": status, "owner_id": other.actor})
        other.workspace.close()
        await pilot.pause(0.8)
        await settle(pilot)
        assert "21 of 21" in text_of(pilot)


async def test_a_record_opens_in_place_and_q_goes_back(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert "FACTS" in text_of(pilot)
        await pilot.press("q")
        await settle(pilot)
        assert "NEXT STEP" in text_of(pilot)


async def test_every_number_opens_its_formula(busy: Desk) -> None:
    async with opened(busy, "kpis") as pilot:
        await pilot.press("G", "enter")
        await settle(pilot)
        assert "/" in text_of(pilot)
        await pilot.press("q")
        await settle(pilot)
        assert "WON" in text_of(pilot)


async def test_every_action_is_carried_out_somewhere_and_found_in_the_palette(busy: Desk) -> None:
    from salesdesk.screens.calling import CallScreen
    from salesdesk.screens.calls import CallsScreen
    from salesdesk.screens.checkup import CheckupScreen
    from salesdesk.screens.deals import DealsScreen
    from salesdesk.screens.goals import GoalsScreen
    from salesdesk.screens.importing import ImportScreen
    from salesdesk.screens.kpis import KpisScreen
    from salesdesk.screens.leads import LeadsScreen
    from salesdesk.screens.outreach import OutreachScreen
    from salesdesk.screens.record import RecordScreen
    from salesdesk.screens.reviewing import ReviewScreen
    from salesdesk.screens.rule_trial import RuleTrialScreen
    from salesdesk.screens.team import TeamScreen
    from salesdesk.screens.today import TodayScreen
    from salesdesk.widgets.board import Board
    from salesdesk.widgets.record_list import RecordList

    places = {
        "today": (TodayScreen, RecordList),
        "leads": (LeadsScreen, RecordList),
        "deals": (DealsScreen, Board),
        "deals as a table": (DealsScreen, RecordList),
        "goals": (GoalsScreen, RecordList),
        "kpis": (KpisScreen, RecordList),
        "record": (RecordScreen, RecordList),
        "import": (ImportScreen, RecordList),
        "outreach": (OutreachScreen, RecordList),
        "calls": (CallsScreen, RecordList),
        "call": (CallScreen,),
        "trial": (RuleTrialScreen, RecordList),
        "team": (TeamScreen, RecordList),
        "review": (ReviewScreen, RecordList),
        "checkup": (CheckupScreen, RecordList),
    }
    for stack, contexts in STACKS.items():
        for action in ACTIONS:
            if not set(contexts).intersection(action.where):
                continue
            carriers = (*places[stack], DeskApp)
            assert any(hasattr(carrier, f"action_{action.name}") for carrier in carriers), (stack, action.id)
            assert action.cli or action.no_cli, action.id


async def test_an_empty_desk_says_what_to_press(file_desk: Desk) -> None:
    for tab, words in (("today", "Nothing planned"), ("leads", "No leads yet")):
        async with opened(file_desk, tab, (80, 24)) as pilot:
            text = text_of(pilot)
            assert words in text
            assert "a add" in text


async def test_keys_typed_ahead_go_to_the_dialog_that_opens(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        for key in ("t", "v", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        await pilot.pause(0.3)
        await settle(pilot)
        assert "Logged voicemail for Lead 00" in text_of(pilot)
        # D in the list deletes; in the dialog of files, which is not there yet, it must not.
        for key in "fD":
            pilot.app.post_message(Key("D" if key == "D" else key, key))
        await pilot.pause(0.3)
        await settle(pilot)
        assert "Nothing is attached yet" in text_of(pilot)
        assert busy.connection.value("SELECT count(*) FROM lead WHERE deleted_op IS NULL") == 20
        await press(pilot, "escape")
        for key in "fa/tmp/x.pdf":
            pilot.app.post_message(Key({"/": "slash", ".": "full_stop"}.get(key, key), key))
        await pilot.pause(0.6)
        await settle(pilot)
        assert "❯ /tmp/x.pdf" in text_of(pilot)


async def test_keys_typed_ahead_of_several_acts_keep_their_order(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        # To dial is read first, and the dialog of t is read too.
        for key in ("p", "t", "n"):
            pilot.app.post_message(Key(key, key))
        await pilot.pause(0.3)
        await settle(pilot)
        # A letter is of the outcomes, and the next one of the note, however close the tab between them comes.
        for key in ("v", "tab", "n", "o", "enter"):
            pilot.app.post_message(Key(key, {"tab": "\t", "enter": "\r"}.get(key, key)))
        await pilot.pause(0.3)
        await settle(pilot)
        assert "Logged voicemail for Lead 00" in text_of(pilot)
        assert busy.connection.value("SELECT note FROM activity WHERE done_on IS NOT NULL") == "no"


async def test_a_menu_takes_the_letter_that_is_typed_with_its_key(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        # Not m on the list, which writes a mail.
        for key in "gm":
            pilot.app.post_message(Key(key, key))
        await pilot.pause(0.5)
        await settle(pilot)
        assert "Outbox" in text_of(pilot) and "go to" not in text_of(pilot)


async def test_a_key_that_reaches_an_answered_dialog_is_for_what_comes_next(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "s")
        dialog = pilot.app.screen
        for key in ("w", "enter", "enter"):
            # Both were on their way to the dialog before the first of them answered it.
            dialog.post_message(Key(key, key if len(key) == 1 else "\r"))
        await pilot.pause(0.3)
        await settle(pilot)
        assert pilot.app.screen is not dialog
        assert (
            busy.connection.value(
                "SELECT count(*) FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE s.name = 'Working'"
            )
            == 1
        )


@pytest.mark.parametrize("tab", [tab.id for tab in TABS])
async def test_only_q_leaves_the_program(busy: Desk, tab: str) -> None:
    async with opened(busy, tab) as pilot:
        for key in ("left", "h", "escape", "minus", "escape"):
            await press(pilot, key)
            assert not pilot.app._exit, key
        await press(pilot, "q")
        assert pilot.app._exit
