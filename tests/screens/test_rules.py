"""Rules on the screens: the shelf, switching on, trying on the past, and what follows a write."""

from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk.app import DeskApp
from salesdesk.services import texts
from salesdesk.services.desk import Desk
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of, type_text
from tests.services.office import lead, steps
from tests.services.rulebook import tags, use


async def shelf(pilot: Pilot[Any]) -> None:
    """Go to the shelf of rules."""
    app = pilot.app
    assert isinstance(app, DeskApp)
    app.show_outreach("rule")
    await settle(pilot)


async def test_what_a_write_sets_off_is_said_and_u_takes_both_back(file_desk: Desk) -> None:
    use(file_desk, "Web", 'when a lead arrives\nand source:website\nthen tag +web\nand call today "New"')
    async with opened(file_desk, "leads") as pilot:
        await pilot.press("a")
        await type_text(pilot, "Anna Lindqvist at Acme from Website")
        await press(pilot, "enter")
        assert "Rule Web: Anna Lindqvist: +web; Anna Lindqvist gets call today: New" in text_of(pilot)
        assert file_desk.connection.value("SELECT tags FROM lead") == " web "
        await press(pilot, "u")
        assert "Took back: Lead Anna Lindqvist added" in text_of(pilot)
        live = "SELECT count(*) FROM activity WHERE deleted_op IS NULL"
        assert file_desk.connection.value(live) == 0


async def test_the_day_begins_with_the_waits_that_are_over(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = lead(file_desk, "Anna Lindqvist at Acme")
    use(file_desk, "Silent", 'when a lead is not touched for 3 days\nthen task today "Again"')
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-26T08:12:00Z")
    monkeypatch.setattr("salesdesk.app.ASIDE_SECONDS", 0.01)
    async with opened(file_desk, "today") as pilot:
        await settle(pilot)
        assert steps(file_desk, anna) == [("Task", "2026-11-26", "Again")]
        assert "Rule Silent: Anna Lindqvist gets task today: Again" in text_of(pilot)
        # The next day begins while the screens are open.
        with file_desk.operation("Taken off") as unit:
            unit.execute("activity", "UPDATE activity SET deleted_op = ?", (unit.operation_id,))
        use(file_desk, "Planless", "when a lead has no next step for 1 day\nthen tag +planless")
        monkeypatch.setenv("SALESDESK_NOW", "2026-11-27T00:00:30+01:00")
        app = pilot.app
        assert isinstance(app, DeskApp)
        app.ruler._look_at_the_day()
        await settle(pilot)
        assert tags(file_desk, anna) == {"planless"}


@pytest.mark.parametrize("size", SIZES)
async def test_the_shelf_says_what_each_rule_does_and_how_it_fares(file_desk: Desk, size: tuple[int, int]) -> None:
    with file_desk.operation("A field") as unit:
        key = unit.insert("custom_field", {"entity": "lead", "key": "tier", "label": "Tier"})
    use(file_desk, "Gold", "when a lead arrives\nand tier:gold\nthen tag +gold")
    use(file_desk, "Web", f'# {HOSTILE}\nwhen a lead arrives\nand source:website\nthen note "[/x] [bold]"')
    with file_desk.operation("It goes") as unit:
        unit.delete("custom_field", key)
    async with opened(file_desk, "leads", size) as pilot:
        await pilot.press("a")
        await type_text(pilot, "Anna Lindqvist at Acme from Website")
        await press(pilot, "enter")
        await shelf(pilot)
        text = text_of(pilot)
        stopped = next(line for line in text.splitlines() if "stopped" in line)
        assert "Gold" in stopped and "Line 2, column 5" in stopped
        assert "✓ in use" in text
        await press(pilot, "down")
        text = text_of(pilot)
        assert not any(sign in text for sign in ("\x1b", "\x07", "\u202e"))
        if size[0] > 100:
            assert "[/x] [bold]" in text
            assert "LATELY" in text and "✓ Anna Lindqvist" in text
            assert "WOULD HAVE ACTED IN 30 DAYS" in text


async def test_switching_on_asks_about_what_it_fits_already(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = [lead(file_desk, f"{name} Smith") for name in ("Anna", "Bob")]
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-14T08:12:00Z")
    texts.save(file_desk, "rule", "Silent", "when a lead is not touched for 7 days\nthen tag +silent")
    async with opened(file_desk, "today") as pilot:
        await shelf(pilot)
        assert "○ off" in text_of(pilot)
        await press(pilot, "s")
        assert "Also for the 2 records it fits already" in text_of(pilot)
        await press(pilot, "n")
        assert texts.find_text(file_desk, "rule", "silent").active
        assert [tags(file_desk, ref) for ref in refs] == [set(), set()]
        await press(pilot, "s")
        assert not texts.find_text(file_desk, "rule", "silent").active
        await press(pilot, "s", "a")
        assert "acted on 2 records" in text_of(pilot)
        assert [tags(file_desk, ref) for ref in refs] == [{"silent"}, {"silent"}]


@pytest.mark.parametrize("size", SIZES)
async def test_t_tries_a_rule_on_the_past_year(busy: Desk, size: tuple[int, int]) -> None:
    texts.save(busy, "rule", "Acme", "when a lead arrives\nand company:acme\nthen tag +acme")
    texts.save(busy, "rule", "Nothing", "when a deal is won\nand anna\nthen tag +x")
    before = busy.connection.value("SELECT count(*) FROM operation")
    async with opened(busy, "today", size) as pilot:
        await shelf(pilot)
        await press(pilot, "T")
        text = text_of(pilot)
        assert "would have acted 20 times in a year" in text
        assert "Lead 19" in text and "A team" in text
        await press(pilot, "enter")
        assert "Lead 19" in text_of(pilot)
        await press(pilot, "q", "G")
        assert "not played" in text_of(pilot)
        await press(pilot, "q", "down", "T")
        text = text_of(pilot)
        assert "would have acted 0 times" in text and "acted on nothing since 2025-11-23" in text
        assert "Words, products" in text
        await press(pilot, "q", "[", "T")
        assert "There is nothing here yet." in text_of(pilot)
    assert busy.connection.value("SELECT count(*) FROM operation") == before


async def test_a_adds_the_ready_rules_or_a_new_one(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with opened(file_desk, "today") as pilot:
        await shelf(pilot)
        assert "No rules yet" in text_of(pilot)
        await press(pilot, "a", "r")
        assert {row.state for row in texts.texts(file_desk, "rule")} == {"off"}
        assert len(texts.texts(file_desk, "rule")) == 6
        await press(pilot, "a")
        await type_text(pilot, "Ours")
        await press(pilot, "enter")
        await type_text(pilot, "# Ours alone\n")
        await press(pilot, "escape", "enter")
        assert texts.find_text(file_desk, "rule", "Ours").text.startswith("# Ours alone\n# A line for each part")


async def test_n_gives_a_text_another_name(file_desk: Desk) -> None:
    texts.save(file_desk, "rule", "Web", "when a lead arrives\nthen tag +met\n")
    async with opened(file_desk, "today") as pilot:
        await press(pilot, "g", "m")
        while "Web" not in text_of(pilot):
            await press(pilot, "full_stop")
        await press(pilot, "n", "ctrl+u")
        await type_text(pilot, "From the web")
        await press(pilot, "enter")
        assert "Rule Web is called From the web now" in text_of(pilot)
        await press(pilot, "comma", "n")
        assert "nothing here yet" in text_of(pilot)
