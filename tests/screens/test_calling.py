"""The runner of a call by keys: what is typed is kept, ending means deciding, nothing gets lost."""

import asyncio
import time
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from salesdesk.app import OFFER_SECONDS
from salesdesk.screens.call_base import RunningCall
from salesdesk.screens.calling import CallScreen
from salesdesk.screens.practising import PracticeScreen
from salesdesk.services import calling, editing
from salesdesk.services.calling import drafts, practising
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of

LEAD = "Lead 00"


def kinds(desk: Desk) -> list[str]:
    return [k for (k,) in desk.connection.rows("SELECT kind FROM call_note WHERE deleted_op IS NULL ORDER BY position")]


@pytest.fixture
def busy(busy: Desk) -> Desk:
    """The first lead lives in London, so that the script is an English one."""
    editing.edit(busy, [find(busy, LEAD)], {"phone": "+44 20 7946 0102"})
    return busy


async def note(pilot: Pilot[Any], text: str) -> None:
    """Type a line and file it."""
    assert isinstance(pilot.app.screen, RunningCall)
    pilot.app.screen.line.value = text
    await press(pilot, "enter")


async def test_a_call_without_notes_is_four_keys(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await pilot.press("c")
        await settle(pilot)
        await press(pilot, "escape")
        await press(pilot, "v")
        await press(pilot, "enter")
        assert "Call with Lead 00: voicemail" in text_of(pilot)
        assert busy.connection.one("SELECT result, ended_at IS NOT NULL FROM call_run") == ("", 1)
        assert busy.connection.one("SELECT next_on FROM lead WHERE name = ?", (LEAD,)) == ("2026-11-25",)
        await press(pilot, "u")
        assert (
            busy.connection.value("SELECT count(*) FROM activity WHERE done_on IS NOT NULL AND deleted_op IS NULL") == 0
        )


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
async def test_letters_are_notes_and_signs_route_them(busy: Desk, size: tuple[int, int]) -> None:
    async with opened(busy, "leads", size) as pilot:
        await press(pilot, "c")
        await pilot.press(*"quit", "space", *"12u", "enter")
        await settle(pilot)
        await press(pilot, "pagedown")
        for line in ("*4 exports are wrong", "e: one number", "! too expensive", "#hot", "> Priya sends it fri"):
            await note(pilot, line)
        assert kinds(busy) == ["note", "implied", "explicit", "objection", "tag", "next"]
        assert busy.connection.one("SELECT text, section FROM call_note WHERE kind = 'note'") == ("quit 12u", "S")
        assert busy.connection.one("SELECT severity, section FROM call_note WHERE kind = 'implied'") == (4, "P")
        assert busy.connection.value("SELECT question FROM call_note WHERE kind = 'objection'") == "It is too expensive"
        text = text_of(pilot)
        assert "Priya sends it fri" in text and "esc wrap up" in text.splitlines()[-1]
        await press(pilot, "escape", "t")
        text = text_of(pilot)
        assert "▌a advance" in text and "Priya sends it fri" in text
        await press(pilot, "enter")
        assert "Call with Lead 00: advance" in text_of(pilot)
        assert busy.connection.one("SELECT advance_what FROM call_run") == ("Priya sends it",)


async def test_a_note_is_on_disk_before_the_next_key_is_handled(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen)
        screen.line.value = "first"
        seen: list[int] = []
        insert = screen.line.insert_text_at_cursor

        def watching(text: str) -> None:
            seen.append(len(kinds(busy)))
            insert(text)

        screen.line.insert_text_at_cursor = watching  # type: ignore[method-assign]
        await pilot.press("enter", "x")
        await settle(pilot)
        assert seen == [1]
        assert screen.line.value == "x"


async def test_keys_are_carried_out_in_the_order_they_are_pressed(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen)
        for key in ("a", "enter", "pagedown", "b", "enter", "pagedown", "c", "enter", "tab"):
            # Straight into the queue: nothing waits for what the key before did.
            event = Key(key, key if len(key) == 1 else None)
            screen.line.post_message(event)
        await pilot.pause(0.3)
        await settle(pilot)
        assert [s for (s,) in busy.connection.rows("SELECT section FROM call_note ORDER BY position")] == [
            "S",
            "P",
            "I",
        ]


async def test_enter_on_an_empty_line_ticks_then_goes_to_what_to_ask_next(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen) and screen.marked
        first = screen.marked.text
        await press(pilot, "enter")
        assert kinds(busy) == ["asked"] and screen.marked.text == first
        await press(pilot, "enter")
        assert screen.marked.text == "Where does it go wrong most often?", "the follow-up of the first question"
        await press(pilot, "tab", "shift+tab", "pageup")
        assert screen.marked.section == "S"
        await note(pilot, "?cost you in a quarter")
        assert screen.marked.section == "I"
        await note(pilot, "* it costs")
        await press(pilot, "up")
        assert screen.line.value == "*it costs"
        assert kinds(busy) == ["asked"]


async def test_an_advance_without_a_day_says_why_it_is_none(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "c")
        await note(pilot, "> Priya sends the export")
        await press(pilot, "escape", "t", "a")
        assert "kept as a continuation: it does not say by when" in text_of(pilot)
        await press(pilot, "enter")
        assert busy.connection.value("SELECT result FROM call_run") == "continuation"


async def test_what_was_typed_is_there_again_after_a_crash(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "c")
        await note(pilot, "a note")
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen) and screen.run_
        call = screen.run_.id
        await pilot.press(*"half")
        await pilot.pause(2.3)
        assert drafts.read(call) == "half"
    async with opened(busy, "today") as pilot:
        await pilot.pause(OFFER_SECONDS + 0.2)
        await settle(pilot)
        assert "A call was not ended" in text_of(pilot)
        await press(pilot, "r")
        text = text_of(pilot)
        assert "half" in text and "a note" in text
        await press(pilot, "escape")
        assert kinds(busy) == ["note", "note"]
        await press(pilot, "D")
        assert "dropped" in text_of(pilot)
        assert drafts.read(call) == ""


async def test_a_record_deleted_meanwhile_is_said_and_the_call_stays(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "c")
        await note(pilot, "a note")
        editing.delete(busy, [find(busy, LEAD)])
        await note(pilot, "one more")
        await press(pilot, "escape", "t", "enter")
        assert "was deleted during the call" in text_of(pilot)
        assert kinds(busy) == ["note", "note"]
        assert isinstance(pilot.app.screen, CallScreen)


async def test_smaller_and_back_breaks_nothing(busy: Desk) -> None:
    async with opened(busy, "leads", (120, 36)) as pilot:
        await press(pilot, "c")
        await note(pilot, "a note")
        for size in ((40, 10), (20, 6), (80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await press(pilot, "tab")
        await pilot.resize_terminal(40, 10)
        await press(pilot, "escape", "t")
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        text = text_of(pilot)
        assert "▌t talked" in text and "a note" in text


async def test_hostile_text_is_shown_as_text(busy: Desk) -> None:
    ref = find(busy, "Lead 03")
    editing.edit(busy, [ref], {"name": HOSTILE, "title": HOSTILE, "company": HOSTILE})
    async with opened(busy, "leads", (80, 24)) as pilot:
        app: Any = pilot.app
        app.start_call(ref)
        await settle(pilot)
        await note(pilot, HOSTILE)
        await note(pilot, f"! {HOSTILE}")
        await note(pilot, f"> {HOSTILE}")
        await press(pilot, "escape", "t")
        text = text_of(pilot)
        assert "[b]x[/b]" in text
        assert not any(sign in text for sign in ("\x1b", "\x07", "\u202e"))


async def test_no_script_still_runs(busy: Desk) -> None:
    with busy.operation("No scripts") as unit:
        unit.execute("script", "UPDATE script SET deleted_op = ?", (unit.operation_id,))
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "c")
        assert "No script is in use" in text_of(pilot)
        await note(pilot, "said all the same")
        await press(pilot, "escape", "t", "enter")
        assert "continuation" in text_of(pilot)


async def test_it_opens_at_once_and_reads_behind_the_picture(busy: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = calling.plan_call

    def waiting(*arguments: Any) -> Any:
        time.sleep(0.6)
        return slow(*arguments)

    monkeypatch.setattr(calling, "plan_call", waiting)
    async with opened(busy, "leads") as pilot:
        await pilot.press("c")
        for _ in range(40):
            await asyncio.sleep(0.01)
            if isinstance(pilot.app.screen, CallScreen) and "CALL" in text_of(pilot):
                break
        else:
            raise AssertionError("the runner waits for its data")
        await pilot.press(*"early", "enter")
        await settle(pilot)
        await pilot.pause(0.8)
        await settle(pilot)
        assert kinds(busy) == ["note"]


async def test_the_calls_tab_shows_scripts_with_counts_and_every_call(busy: Desk) -> None:
    run = calling.begin(busy, calling.plan_call(busy, find(busy, LEAD), "Discovery"))
    every = {o.letter: o for o in calling.call_outcomes(busy)}
    calling.end(busy, run, calling.Ending(every["t"], "order"))
    for size in SIZES:
        async with opened(busy, "calls", size) as pilot:
            text = text_of(pilot)
            assert "100 % of 1" in text
            await press(pilot, "]")
            assert "order" in text_of(pilot) and LEAD in text_of(pilot)
            await press(pilot, "enter")
            assert "FACTS" in text_of(pilot)


async def test_the_follow_up_waits_as_a_draft_and_goes_with_the_wrap_up(busy: Desk) -> None:
    editing.edit(busy, [find(busy, LEAD)], {"email": "lead@acme.example"})
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "c")
        await note(pilot, "** one number")
        await press(pilot, "escape", "t", "M")
        assert "✓ After the call" in text_of(pilot)
        await press(pilot, "enter")
        await press(pilot, "g", "m")
        assert "DRAFTS 1" in text_of(pilot)
        await press(pilot, "enter")
        assert "- one number" in text_of(pilot)
        await press(pilot, "d", "x")
        assert busy.connection.value("SELECT count(*) FROM message WHERE deleted_op IS NULL") == 0
        await press(pilot, "u")
        assert busy.connection.value("SELECT state FROM message WHERE deleted_op IS NULL") == "draft"
        await press(pilot, "enter", "enter")
        assert "Which address do you write from" in text_of(pilot), "it needs a sender, and is a draft until then"
        assert busy.connection.value("SELECT state FROM message WHERE deleted_op IS NULL") == "draft"


@pytest.mark.parametrize("size", [(40, 10), (60, 16), (80, 24)], ids=str)
async def test_the_wrap_up_is_whole_in_every_terminal(busy: Desk, size: tuple[int, int]) -> None:
    async with opened(busy, "leads", size) as pilot:
        await press(pilot, "c")
        await note(pilot, "> Priya sends the export")
        await press(pilot, "escape")
        assert "w wrong number" in text_of(pilot)
        await press(pilot, "t", "a")
        text = text_of(pilot)
        for words in ("▌t talked", "▌a advance", "x no sale", "kept as a continuation", "Next step  ❯", "enter saves"):
            assert words in text
        assert text.rstrip().splitlines()[-1][:1] != "│", "its frame is closed"


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
async def test_a_buyer_answers_and_there_is_a_debrief(busy: Desk, size: tuple[int, int]) -> None:
    async with opened(busy, "calls", size) as pilot:
        app: Any = pilot.app
        app.start_call(practising.ref_of(practising.buyer_for(busy, "Discovery")), script="Discovery")
        await settle(pilot)
        assert "Marta here" in text_of(pilot) and "kitchen goods" in text_of(pilot)
        await press(pilot, "enter")
        assert "“Orders come by mail" in text_of(pilot)
        await note(pilot, "+ Everything")
        assert "We have a sheet that works" in text_of(pilot)
        await press(pilot, "escape")
        assert "NEEDS MISSED" in text_of(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PracticeScreen), "back into the talk"
        await press(pilot, "escape", "enter")
        assert "no step was asked for" in text_of(pilot)
        assert busy.connection.one("SELECT practice, ended_at IS NOT NULL FROM call_run") == (1, 1)
        app.start_call(practising.ref_of(practising.buyer_for(busy, "Discovery")))
        await settle(pilot)
        await press(pilot, "escape")
        assert busy.connection.value("SELECT count(*) FROM call_run WHERE deleted_op IS NULL") == 1, "nothing was said"
