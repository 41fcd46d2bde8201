"""Starting the screens: a first picture at once, what is behind it afterwards."""

import asyncio
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual.screen import Screen

from salesdesk import garbage
from salesdesk.covering import Covering
from salesdesk.screens.opening import OpeningScreen
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    from salesdesk.screens.chrome import Chrome

# Writing needs SQLModel, which takes half a second of the processor: not while the first rows are made.
WARM_UP_SECONDS = 0.5
# Who has not typed for so long is reading.
REST_SECONDS = 1.0


class Starting(Covering):
    """Paints the bars of the tab `start`, then imports the screens in a thread and gives them what was typed.

    `DeskApp` gives `chrome` and `start`, shows its tabs in `show_desk` and prepares for writing in `warm_up`.
    """

    chrome: "Chrome"
    start: str

    def __init__(self) -> None:
        super().__init__()
        self._painted = asyncio.Event()
        self._early: list[events.Event] | None = []
        self._typed_at = 0.0

    def show_desk(self) -> Any:
        """Go to the first tab."""
        raise NotImplementedError

    def warm_up(self) -> None:
        """What the first write will need, in a thread."""
        raise NotImplementedError

    def look_after(self) -> None:
        """What can wait until all else is there, in a thread."""

    def get_default_screen(self) -> Screen[Any]:
        """See `App`: the screen below all others, the first that is painted."""
        return OpeningScreen(self.chrome, self.start, self._painted.set)

    def on_mount(self) -> None:
        start_work(self, self._open, group="opening")

    async def _open(self) -> None:
        await self._painted.wait()
        await asyncio.to_thread(import_module, f"salesdesk.screens.{self.start}")
        await self.show_desk()
        # What is typed while this goes on stays behind it.
        while self._early:
            await super().on_event(self._early.pop(0))
        self._early = None
        self.set_timer(WARM_UP_SECONDS, lambda: self.run_worker(self._get_ready, thread=True, group="warm-up"))

    def _get_ready(self) -> None:
        self.warm_up()
        if garbage.begin():
            self.call_from_thread(self.set_interval, REST_SECONDS, self._collect)
        self.look_after()

    def _collect(self) -> None:
        if monotonic() - self._typed_at >= REST_SECONDS:
            garbage.collect()

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed before there is a screen to act on it."""
        if isinstance(event, events.InputEvent):
            self._typed_at = monotonic()
        if self._early is not None and isinstance(event, events.InputEvent | events.Paste):
            self._early.append(event)
        else:
            await super().on_event(event)
