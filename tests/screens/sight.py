"""The real app over a real file, driven by keys and read as text."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from salesdesk.app import DeskApp
from salesdesk.screens.working import WorkingScreen
from salesdesk.services.desk import Desk

HOSTILE = 'A [/] [b]x[/b] [a=b] O\'Neil "q" 日本 🙂 \x1b]0;t\x07\u202e'
SIZES = [(80, 24), (120, 36)]


@asynccontextmanager
async def opened(
    desk: Desk, start: str, size: tuple[int, int] = (120, 36), config: dict[str, Any] | None = None
) -> AsyncIterator[Pilot[Any]]:
    app = DeskApp(desk, start=start, config=config)
    async with app.run_test(size=size, notifications=True) as pilot:
        # What reads the first list is begun after the first picture: until then there is nothing to wait for.
        await until(pilot, lambda: any(isinstance(s, WorkingScreen) and was_shown(s) for s in app.screen_stack))
        await settle(pilot)
        yield pilot


def was_shown(screen: WorkingScreen) -> bool:
    """Whether the rows of a screen were read, and are not being read again."""
    return screen.was_read and not screen._reading


async def until(pilot: Pilot[Any], there: Callable[[], bool]) -> None:
    """Until it is so, however busy the machine is; of what never comes the test says what is there instead."""
    for _ in range(1500):
        if there():
            return
        await pilot.pause(0.02)


async def settle(pilot: Pilot[Any]) -> None:
    """Until nothing is being read or written."""
    for _ in range(150):
        await pilot.pause(0.02)
        if all(worker.group == "warm-up" or worker.is_finished for worker in pilot.app.workers):
            break
    await pilot.pause(0.05)


def text_of(pilot: Pilot[Any]) -> str:
    """What the screen says, without colour."""
    width = pilot.app.size.width
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line)[:width].rstrip() for line in lines)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after another, then wait until all is calm."""
    await pilot.press(*keys)
    await settle(pilot)


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type the first sign of a text where the cursor is, and paste the rest."""
    await pilot.press("space" if text[0] == " " else text[0])
    pilot.app.screen.post_message(Paste(text[1:]))
    await settle(pilot)
