"""The first run: one key to something useful, or a line typed at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk.errors import InvalidError
from salesdesk.screens.start import FirstStep, StartApp, read_beginning
from salesdesk.services.setup import Beginning
from tests.screens.sight import press, text_of, type_text

BERLIN = Beginning("", "EUR", "Europe/Berlin", 0, "dmy")


@asynccontextmanager
async def started() -> AsyncIterator[tuple[StartApp, Pilot[Any]]]:
    app = StartApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_the_demo_is_one_key(monkeypatch: pytest.MonkeyPatch) -> None:
    async with started() as (app, pilot):
        text = text_of(pilot)
        assert all(words in text for words in ("Look around with demo data", "Import leads", "Start empty", "q quits"))
        await press(pilot, "1")
    assert app.return_value == FirstStep("demo")


async def test_an_empty_start_asks_for_a_name_in_one_line() -> None:
    async with started() as (app, pilot):
        await press(pilot, "3")
        assert "Who works here?" in text_of(pilot)
        await press(pilot, "enter")
        assert app.return_value is None
        await type_text(pilot, "Maya Kessler")
        assert "Maya Kessler, amounts in" in text_of(pilot)
        await press(pilot, "enter")
    chosen = app.return_value
    assert chosen is not None and chosen.beginning is not None
    assert (chosen.choice, chosen.beginning.me, chosen.line) == ("empty", "Maya Kessler", "")


async def test_a_lead_can_be_typed_before_anything_is_chosen() -> None:
    async with started() as (app, pilot):
        await type_text(pilot, "call Anna Berg, Acme 1 dec")
        assert "Person" in text_of(pilot)
        await press(pilot, "enter")
        await type_text(pilot, "Maya")
        await press(pilot, "enter")
    chosen = app.return_value
    assert chosen is not None and chosen.line == "call Anna Berg, Acme 1 dec"


async def test_q_leaves_without_making_anything() -> None:
    async with started() as (app, pilot):
        await press(pilot, "q")
    assert app.return_value is None


def test_the_line_about_who_works_here_is_read_in_any_order() -> None:
    read = read_beginning("Maya Kessler, sunday, huf, Europe/Budapest", BERLIN)
    assert (read.me, read.currency, read.time_zone, read.week_start) == ("Maya Kessler", "HUF", "Europe/Budapest", 6)
    assert read_beginning("Maya", BERLIN).time_zone == "Europe/Berlin"
    for bad in ("Maya, Nowhere/City", "Maya, XXQ", "Maya, someday"):
        with pytest.raises(InvalidError):
            read_beginning(bad, BERLIN)
