"""What is hidden costs nothing: the screens below a full one rest, those below a dialog are seen through it."""

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.pilot import Pilot

from salesdesk.screens.today import TodayScreen
from salesdesk.services import prospecting
from salesdesk.services.desk import Desk
from tests.screens.sight import opened, press, settle, text_of


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Compositor]]:
    """What Textual computed since, and for which screen: a layout, a picture."""
    done: list[tuple[str, Compositor]] = []

    def watch(name: str) -> None:
        act = getattr(Compositor, name)

        def noted(self: Compositor, *args: Any, **named: Any) -> Any:
            done.append((name, self))
            return act(self, *args, **named)

        monkeypatch.setattr(Compositor, name, noted)

    watch("reflow")
    watch("render_update")
    return done


def today(pilot: Pilot[Any]) -> TodayScreen:
    below = pilot.app.screen_stack[0]
    assert isinstance(below, TodayScreen)
    return below


async def test_a_full_screen_lets_the_one_below_rest(busy: Desk, worked: list[tuple[str, Compositor]]) -> None:
    async with opened(busy, "today") as pilot:
        await press(pilot, "enter")
        below = today(pilot)
        assert pilot.app.screen is not below
        worked.clear()
        below.list.refresh()
        below.pane.display = False
        await settle(pilot)
        assert not worked
        await press(pilot, "q")
        assert {name for name, screen in worked if screen is below._compositor} == {"reflow", "render_update"}


async def test_what_was_written_meanwhile_is_there_on_the_way_back(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        await press(pilot, "enter")
        prospecting.save(busy, prospecting.propose(busy, "Zita Nagy, Initech, call today"))
        app: Any = pilot.app
        app.changed()
        await settle(pilot)
        await press(pilot, "q")
        assert "Zita Nagy" in text_of(pilot)


async def test_the_screen_below_follows_a_resize_when_it_is_back(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        await press(pilot, "enter")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await press(pilot, "q")
        back = text_of(pilot)
    async with opened(busy, "today", (80, 24)) as pilot:
        assert text_of(pilot) == back


async def test_a_dialog_shows_what_changes_below(busy: Desk) -> None:
    async with opened(busy, "today") as pilot:
        await press(pilot, "question_mark")
        below = today(pilot)
        assert pilot.app.screen is not below
        below.status("changed meanwhile")
        await settle(pilot)
        assert "changed meanwhile" in text_of(pilot)
