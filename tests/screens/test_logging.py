"""Logging on the real app: few keys, every channel, and what is recognised is seen before enter."""

from typing import Any

from textual.pilot import Pilot

from salesdesk.services import history, outreach, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from salesdesk.services.settings import change_setting
from salesdesk.services.steps import read_step
from tests.screens.sight import opened, press, text_of, type_text


def touched(desk: Desk, columns: str = "k.name, o.name, a.note") -> list[tuple[object, ...]]:
    """What was logged."""
    return list(
        desk.connection.rows(
            f"SELECT {columns} FROM activity a JOIN activity_kind k ON k.id = a.kind_id JOIN outcome o ON o.id = a.outcome_id"
            " WHERE a.done_on IS NOT NULL AND a.deleted_op IS NULL ORDER BY a.id"
        )
    )


def box(pilot: Pilot[Any]) -> str:
    """What the dialog says."""
    lines = text_of(pilot).splitlines()
    first, last = (next(n for n, line in enumerate(lines) if sign in line) for sign in "╭╰")
    return "\n".join(lines[first : last + 1])


async def seen(pilot: Pilot[Any], words: str) -> bool:
    """Whether the words are on the screen, once what is read beside the list is there too."""
    for _ in range(50):
        if words in text_of(pilot):
            return True
        await pilot.pause(0.02)
    return False


async def test_a_mail_is_four_keys_and_a_note_its_words(busy: Desk) -> None:
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "t", "M", "s", "enter")
        assert touched(busy) == [("Mail", "Sent", "")]
        assert "Logged mail sent for Lead 00" in text_of(pilot)
        await press(pilot, "t", "N")
        await type_text(pilot, "prefers mornings")
        await press(pilot, "enter")
        assert touched(busy)[1] == ("Note", "Noted", "prefers mornings")


async def test_the_dialog_begins_with_the_channel_of_the_next_step(busy: Desk) -> None:
    outreach.plan(busy, [find(busy, "Lead 00")], read_step(busy, "demo today 15:00"))
    async with opened(busy, "leads") as pilot:
        await press(pilot, "t")
        assert "▌D demo" in box(pilot)
        assert "held" in box(pilot)
        await press(pilot, "n", "enter")
        assert touched(busy) == [("Demo", "No-show", "")]


async def test_what_a_note_says_is_seen_before_enter(busy: Desk) -> None:
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "t", "t", "tab")
        await type_text(pilot, 'in 12m at yesterday 15:00 "churn [b]spikes[/b]" wants ROI @omar')
        shown = box(pilot)
        for words in ("they called", "12 min", "yesterday 15:00", "tells Omar Farouk"):
            assert words in shown
        await press(pilot, "enter")
        columns = "a.note, a.quote, a.direction, a.duration_minutes, a.done_at"
        assert touched(busy, columns) == [("wants ROI @omar", "churn [b]spikes[/b]", "in", 12, "2026-11-22T14:00:00Z")]
        assert busy.connection.value("SELECT count(*) FROM notice") == 1


async def test_a_time_to_come_is_marked_and_refused_and_the_note_kept(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "t", "t", "tab")
        await type_text(pilot, "at 23:00, she agreed")
        assert "▲ 23:00 is to come" in box(pilot)
        await press(pilot, "enter")
        assert "cannot be logged in the future" in text_of(pilot)
        await press(pilot, "escape", "t")
        assert "at 23:00, she agreed" in box(pilot)
    assert touched(busy) == []


async def test_space_says_that_they_began_it(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "t", "space", "t")
        assert "they called" in box(pilot)
        await press(pilot, "enter")
        assert touched(busy, "a.direction") == [("in",)]


async def test_when_attempts_run_out_one_letter_ends_the_trying(busy: Desk) -> None:
    change_setting(busy, "attempts", "2")
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "t", "v")
        assert "attempt 1 of 2" in box(pilot)
        assert "nurture" not in box(pilot)
        await press(pilot, "enter")
        await press(pilot, "t", "v")
        assert "attempt 2 of 2" in box(pilot)
        assert "d disqualify: unreachable" in box(pilot)
        await press(pilot, "u")
        assert "nurture, call 2027-02-22" in box(pilot)
        # Another outcome proposes its own again.
        await press(pilot, "t")
        assert "nurture" not in box(pilot)
        await press(pilot, "v", "d", "enter")
        assert "disqualify: unreachable" in text_of(pilot)
        status = "SELECT s.name FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.name = 'Lead 00'"
        assert busy.connection.value(status) == "Disqualified"
        history.undo(busy)
        assert busy.connection.value(status) == "Working"


async def test_the_attempts_of_several_are_not_counted_together(busy: Desk) -> None:
    change_setting(busy, "attempts", "1")
    async with opened(busy, "leads") as pilot:
        await press(pilot, "space", "space", "t", "v")
        assert "attempt" not in box(pilot)
        await press(pilot, "enter")
        assert len(touched(busy)) == 2


async def test_the_stage_that_follows_is_taken_with_the_log(busy: Desk) -> None:
    async with opened(busy, "deals") as pilot:
        await press(pilot, "t", "t")
        assert "New → Qualified" in box(pilot)
        await press(pilot, "shift+tab", "space", "enter")
        stages = "SELECT count(*) FROM deal d JOIN stage s ON s.id = d.stage_id WHERE s.name = 'Qualified'"
        assert busy.connection.value(stages) == 1
        await press(pilot, "u")
        assert busy.connection.value(stages) == 0


async def test_a_step_that_waits_is_shown_as_it_is_when_a_note_is_written(busy: Desk) -> None:
    first = find(busy, "Lead 00")
    with busy.operation("It was promised for Friday") as unit:
        step = outreach.planned(unit.connection, first)
        assert step is not None
        unit.update("activity", step.id, {"due_on": "2026-11-20", "promised": True})
    async with opened(busy, "leads") as pilot:
        assert await seen(pilot, "promised: they asked for it")
        await press(pilot, "t", "N", "h", "i")
        assert "call 3d over, promised: Intro   as planned" in box(pilot)
        await press(pilot, "enter")
        assert busy.connection.value("SELECT next_on FROM lead WHERE name = 'Lead 00'") == "2026-11-20"


async def test_the_buyers_words_stand_in_the_pane_and_on_the_page(busy: Desk) -> None:
    first = find(busy, "Lead 00")
    talked = outreach.outcome_named(busy, "talked")
    step = read_step(busy, "call today")
    outreach.log(busy, first, talked, note="wants ROI", quote="Q3 [b]hurts[/b]", minutes=12, step=step)
    async with opened(busy, "leads") as pilot:
        assert await seen(pilot, "“Q3 [b]hurts[/b]”")
        assert "LAST TIME" in text_of(pilot)
        await press(pilot, "enter")
        assert await seen(pilot, "Talked 12 min: “Q3 [b]hurts[/b]” wants ROI")


async def test_a_pasted_signature_is_one_person(busy: Desk) -> None:
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "a")
        await type_text(pilot, "\nAnna Kovács\nSales Manager\nAcme Nordic Kft.\n+36 30 123 4567")
        assert await seen(pilot, "Anna Kovács ⏎ Sales Manager")
        assert await seen(pilot, "Role        Sales Manager")
        await press(pilot, "enter")
        row = busy.connection.one("SELECT title, company, phone FROM lead WHERE name = 'Anna Kovács'")
        assert row == ("Sales Manager", "Acme Nordic Kft.", "+36 30 123 4567")


async def test_everything_a_line_says_is_seen_on_a_small_screen(busy: Desk) -> None:
    async with opened(busy, "leads", (80, 24)) as pilot:
        await press(pilot, "a")
        await type_text(pilot, "walk-in Kati Nagy, wants 20 chairs @omar 12k #vip")
        assert await seen(pilot, "Call Thu")
        shown = box(pilot)
        for words in ("Walk-in, talked", "€12,000", "Omar Farouk", "wants 20 chairs", "vip", "Call Thu"):
            assert words in shown
        await press(pilot, "escape")
    assert prospecting.propose(busy, "Kati Nagy, wants 20 chairs").creates == "lead"
