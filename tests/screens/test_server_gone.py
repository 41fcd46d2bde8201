"""The screens while the server of a team is away."""

import pytest

from salesdesk.services.desk import Desk
from tests.screens.sight import SIZES, opened, press, text_of, type_text, until
from tests.servers import Server
from tests.services.office import cell, lead


async def test_the_screens_say_it_once_and_go_on_when_it_is_back(server_desk: Desk, server: Server) -> None:
    lead(server_desk, "Anna Lindqvist at Acme")
    lead(server_desk, "Bela Kis at Beta")
    async with opened(server_desk, "leads") as pilot:
        assert "Anna Lindqvist" in text_of(pilot)
        server.close()
        await press(pilot, "2", "slash")
        await type_text(pilot, " anna")
        await until(pilot, lambda: "database cannot be reached" in text_of(pilot))
        text = text_of(pilot)
        assert "database cannot be reached" in text and "Anna Lindqvist" in text
        await press(pilot, "escape", "t")
        server.open()
        await until(pilot, lambda: "answers again" in text_of(pilot))
        text = text_of(pilot)
        assert "answers again" in text and "cannot be reached" not in text
        await press(pilot, "escape", "slash")
        await type_text(pilot, " bela")
        await press(pilot, "enter")
        await until(pilot, lambda: "1 of 2" in text_of(pilot))
        text = text_of(pilot)
        assert "Bela Kis" in text and "1 of 2" in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_write_that_met_no_server_says_that_nothing_was_changed(
    server_desk: Desk, server: Server, size: tuple[int, int]
) -> None:
    """Whether what was typed is saved is the first thing one wants to know; it stands there until it is read."""
    ref = lead(server_desk, "Anna Lindqvist at Acme")
    async with opened(server_desk, "leads", size) as pilot:
        await press(pilot, "t", "v")
        server.close()
        await press(pilot, "enter")
        await until(pilot, lambda: "Nothing was changed" in text_of(pilot) or "was saved: the team's" in text_of(pilot))
        assert "Nothing was changed" in text_of(pilot) or "was saved: the team's" in text_of(pilot)
        server.open()
        await until(pilot, lambda: "answers again" in text_of(pilot))
        text = text_of(pilot)
        assert "answers again" in text
        assert "Nothing was changed" in text or "was saved: the team's" in text
        assert cell(server_desk, ref, "touched_on") is None
        await press(pilot, "t", "v", "enter")
        assert cell(server_desk, ref, "touched_on") is not None
