"""Cadences on the real app: put people in, steer them, see who is where, change one that runs."""

import re

import pytest
from textual.widgets import TextArea

from salesdesk.app import DeskApp
from salesdesk.services import editing, history, texts
from salesdesk.services.cadences import enrolling
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from salesdesk.store.read import enrolments
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of
from tests.store.test_operation import live_rows

THREE = "now call First call\n+2d call Second call\n+3d task Look at their news\n"


@pytest.fixture
def calm(busy: Desk) -> Desk:
    """Twenty leads and only one cadence, so that its letter is known."""
    for row in texts.texts(busy, "cadence"):
        texts.delete(busy, row)
    texts.save(busy, "cadence", "Opening", THREE)
    return busy


def inside(desk: Desk) -> list[tuple[str, str, int]]:
    return [(row.name, row.state, row.position) for row in enrolments.live(desk.connection)]


async def test_one_key_and_a_letter_enrol_and_the_same_key_steers(calm: Desk) -> None:
    async with opened(calm, "leads") as pilot:
        await press(pilot, "C")
        assert "3 steps over 6 working days" in text_of(pilot)
        await press(pilot, "o")
        assert "Lead 00 enrolled in Opening, call today: First call" in text_of(pilot)
        assert "CADENCE" in text_of(pilot) and "1 of 3" in text_of(pilot)
        await press(pilot, "C")
        assert "Lead 00: step 1 of 3, call today" in text_of(pilot)
        await press(pilot, "k")
        assert inside(calm) == [("Lead 00", "active", 1)]
        await press(pilot, "C", "p")
        assert "paused, 2 of 3" in text_of(pilot)
        await press(pilot, "C", "r")
        assert inside(calm) == [("Lead 00", "active", 1)]
        await press(pilot, "C", "s")
        assert "Lead 00 taken out of Opening" in text_of(pilot)
        await press(pilot, "u")
        assert inside(calm) == [("Lead 00", "active", 1)]


async def test_of_many_it_is_shown_who_stays_out_before_enter(calm: Desk) -> None:
    enrolling.enrol(calm, texts.find_text(calm, "cadence", "opening"), [find(calm, "Lead 01")])
    editing.edit(calm, [find(calm, "Lead 02"), find(calm, "Lead 03")], {"phone": ""})
    before = live_rows(calm.connection)
    async with opened(calm, "leads") as pilot:
        await press(pilot, "asterisk", "C", "o")
        text = text_of(pilot)
        assert "17 leads, call today: First call" in text
        assert "2  without a phone number" in text and "Lead 02, Lead 03" in text
        assert "1  in Opening already" in text
        await press(pilot, "escape")
        assert live_rows(calm.connection) == before
        await press(pilot, "C", "o", "enter")
        assert "17 leads enrolled in Opening" in text_of(pilot)
        assert len(inside(calm)) == 18
        await press(pilot, "u")
        assert live_rows(calm.connection) == before


async def test_who_cannot_be_enrolled_and_a_record_without_a_cadence_for_it_are_told(calm: Desk) -> None:
    editing.edit(calm, [find(calm, "Lead 00")], {"phone": ""})
    async with opened(calm, "leads") as pilot:
        await press(pilot, "C", "o")
        assert "was not enrolled in Opening: without a phone number" in text_of(pilot)
        await press(pilot, "3", "C")
        assert "There is no cadence for a deal yet" in text_of(pilot)
        await press(pilot, "2", "colon")
        await pilot.press(*"take them out of their cad")
        await press(pilot, "enter")
        assert "is in no cadence" in text_of(pilot)


async def test_the_log_says_what_the_cadence_does_next(calm: Desk) -> None:
    enrolling.enrol(calm, texts.find_text(calm, "cadence", "opening"), [find(calm, "Lead 05")])
    async with opened(calm, "today", (160, 36)) as pilot:
        assert "First call   Opening 1" in text_of(pilot)
        await press(pilot, "j")
        await press(pilot, "t", "v")
        assert "call Wed 25 Nov Second call" in text_of(pilot) and "Opening" in text_of(pilot)
        await press(pilot, "x")
        assert "call Wed 25 Nov Second call" not in text_of(pilot)
        await press(pilot, "v", "enter")
        assert "Next: call Wed: Second call" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_shelf_says_who_is_at_which_step(calm: Desk, size: tuple[int, int]) -> None:
    texts.save(calm, "cadence", HOSTILE, "now call [b]x[/b] 日本\n")
    row = texts.find_text(calm, "cadence", "opening")
    enrolling.enrol(calm, row, [find(calm, f"Lead {n:02}") for n in range(5)])
    async with opened(calm, "leads", size) as pilot:
        assert isinstance(pilot.app, DeskApp)
        pilot.app.show_outreach("cadence")
        await settle(pilot)
        await press(pilot, "G")
        text = text_of(pilot)
        assert re.search(r"Opening +3 in 6 days +5 ", text)
        assert "[b=b]" in text or "A [/]" in text
        if size[0] > 100:
            # In the pane and in the line of state.
            assert text.count("5 inside") == 2 and "Lead 00, Lead 01, Lead 02 …" in text
            assert "Stops on reply, meeting" in text


async def test_a_cadence_that_runs_is_changed_after_a_yes_and_nothing_typed_is_lost(
    calm: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    row = texts.find_text(calm, "cadence", "opening")
    enrolling.enrol(calm, row, [find(calm, "Lead 00"), find(calm, "Lead 01")])
    async with opened(calm, "leads") as pilot:
        assert isinstance(pilot.app, DeskApp)
        pilot.app.show_outreach("cadence")
        await settle(pilot)

        async def typed(text: str) -> None:
            await press(pilot, "enter")
            pilot.app.screen.query_one(TextArea).text = text
            await press(pilot, "escape", "enter")

        await typed("now call Ring them\n")
        assert "2 are inside: 2 get the changed step." in text_of(pilot)
        await press(pilot, "escape")
        assert texts.find_text(calm, "cadence", "opening").draft == "now call Ring them\n"
        await typed("now call Ring them soon\n")
        await press(pilot, "y")
        kept = texts.find_text(calm, "cadence", "opening")
        assert (kept.text, kept.draft) == ("now call Ring them soon\n", "")
        assert {row.step_subject for row in enrolments.live(calm.connection)} == {"Ring them soon"}
        await press(pilot, "u")
        assert {row.step_subject for row in enrolments.live(calm.connection)} == {"First call"}
        await press(pilot, "D")
        assert "2 inside stopped" in text_of(pilot)
        assert inside(calm) == []


async def test_a_mail_that_is_the_next_step_is_the_first_to_write(calm: Desk) -> None:
    lead = find(calm, "Lead 00")
    editing.edit(calm, [lead], {"email": "lead@acme.example"})
    texts.save(calm, "cadence", "Mails", "now mail Follow-up\n")
    enrolling.enrol(calm, texts.find_text(calm, "cadence", "mails"), [lead])
    async with opened(calm, "leads") as pilot:
        await press(pilot, "m")
        first = next(line for line in text_of(pilot).splitlines() if "▌" in line and "│" in line)
        assert "Follow-up" in first and "next in the cadence" in first


async def test_the_screens_follow_up_what_came_in_while_they_were_closed(calm: Desk) -> None:
    lead = find(calm, "Lead 00")
    enrolling.enrol(calm, texts.find_text(calm, "cadence", "opening"), [lead])
    with calm.operation("Marked elsewhere") as unit:
        unit.update("lead", lead.id, {"do_not_contact": True})
    async with opened(calm, "leads") as pilot:
        assert isinstance(pilot.app, DeskApp)
        await pilot.app.pacer.look()
        await settle(pilot)
        assert "Cadences: 1 stopped (1 do not contact)" in text_of(pilot)
        assert inside(calm) == []
        assert history.operations(calm)[0].source == "cadence"
