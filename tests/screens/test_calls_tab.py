"""Tab 4 by keys: filtered, copied, learned from, practised from."""

import pytest

from salesdesk.app import DeskApp
from salesdesk.screens.calling import CallScreen
from salesdesk.screens.practising import PracticeScreen
from salesdesk.services import negotiating, texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from tests.screens.sight import HOSTILE, SIZES, opened, press, text_of, type_text
from tests.services.test_learning import run_call


@pytest.fixture
def learned(busy: Desk) -> Desk:
    """Twelve talks with a good question, twelve without it, an objection nobody had prepared, a lost deal."""
    script = texts.find_text(busy, "script", "Discovery").id
    seats = find(busy, "Seats")
    for _ in range(12):
        run_call(busy, script, "advance", ["What does it cost?"], deal_id=seats.id)
        last = run_call(busy, script, "continuation", ["How do you track it?"], deal_id=seats.id)
    with busy.operation("Objection", source="call") as unit:
        unit.insert("call_note", {"call_id": last, "position": 9, "kind": "objection", "text": HOSTILE})
    negotiating.lose(busy, [seats], next(r for r in negotiating.reasons(busy) if r.name == "Price"))
    return busy


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
async def test_what_calls_teach_opens_the_calls_behind_it(learned: Desk, size: tuple[int, int]) -> None:
    async with opened(learned, "calls", size) as pilot:
        await press(pilot, "]", "]")
        text = text_of(pilot)
        for words in (
            "“What does it cost?” 12 of 12 talks moved on, without it 0 of",
            "50 %   31 to 69",
            "S0 P0 I100 N0",
        ):
            assert words in text
        assert "[b]x[/b]" in text and "no problem" in text and "Price, from New" in text
        await press(pilot, "home", "down", "enter")
        text = text_of(pilot)
        assert "ESC GOES BACK 12" in text and text.count("✓ advance") >= 12
        await press(pilot, "escape")
        assert "MORE THAN CHANCE" in text_of(pilot)
        await press(pilot, "b", "q")
        assert "BY QUESTION 2" in text_of(pilot)
        await press(pilot, "v", "1")
        assert "by question, last 30 days" in text_of(pilot)
        await press(pilot, "end", "enter")
        assert "Seats" in text_of(pilot)


async def test_words_narrow_every_shelf_and_esc_brings_all_back(learned: Desk) -> None:
    async with opened(learned, "calls", (80, 24)) as pilot:
        await press(pilot, "/")
        await type_text(pilot, "renewal case")
        await press(pilot, "enter")
        assert "Win-back" not in text_of(pilot) or "Renewal" in text_of(pilot)
        await press(pilot, "escape")
        await press(pilot, "/")
        await type_text(pilot, "empty shelf")
        assert "Bulk order" in text_of(pilot) and "Discovery" not in text_of(pilot)
        await press(pilot, "enter", "escape")
        assert "Discovery" in text_of(pilot)
        await press(pilot, "]", "/")
        await type_text(pilot, "advance")
        await press(pilot, "enter")
        assert "continuation" not in text_of(pilot)


async def test_rows_are_copied_as_text(learned: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(DeskApp, "copy", lambda self, screen, text: copied.append(text))
    async with opened(learned, "calls") as pilot:
        await press(pilot, "y", "]", "y")
        await press(pilot, "]")
        await press(pilot, "y")
        assert copied[0].startswith("---\n") and "Seats" in copied[1]
        assert "MORE THAN CHANCE" in copied[2] and "12 of 12 talks" in copied[2] and "Discovery\t24\t50 %" in copied[2]


async def test_a_script_is_practised_and_called_with_from_its_row(learned: Desk) -> None:
    async with opened(learned, "calls", (80, 24)) as pilot:
        await press(pilot, "down", "down", "P")
        assert "Practise Discovery with" in text_of(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PracticeScreen) and "kitchen goods" in text_of(pilot)
        await press(pilot, "escape", "c")
        await type_text(pilot, "Lead 03")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CallScreen) and pilot.app.screen.run_
        assert pilot.app.screen.run_.plan.script.name == "Discovery"
