"""A stage for widgets under test: an app with our themes, and helpers to read what it shows."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from salesdesk.themes import THEMES
from salesdesk.widgets.compositor import LineCompositor

Steps = Callable[[Pilot[None]], Awaitable[None]]


class Stage(App[None]):
    """Shows one widget or one screen, and keeps the messages that reach the app."""

    def __init__(self, what: Callable[[], Widget | Screen[None]], theme: str = "ink") -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self._what = what
        self.got: list[Message] = []

    def get_default_screen(self) -> Screen[None]:
        made = self._what()
        if isinstance(made, Screen):
            return made
        holder: Screen[None] = Holder(made)
        return holder


class Holder(Screen[None]):
    """A screen with one widget."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._compositor = LineCompositor()
        self._widget = widget

    def compose(self) -> ComposeResult:
        yield self._widget


def act(
    what: Callable[[], Widget | Screen[None]],
    steps: Steps,
    size: tuple[int, int] = (80, 24),
    theme: str = "ink",
) -> list[Message]:
    """Show a widget, carry out the steps, and return the messages sent meanwhile."""
    app = Stage(what, theme)

    def keep(message: Message) -> None:
        # A bubbling message is seen once by each widget on its way.
        if not any(message is seen for seen in app.got[-400:]):
            app.got.append(message)

    async def run() -> None:
        async with app.run_test(size=size, message_hook=keep) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())
    return app.got


def text_of(pilot: Pilot[None]) -> list[str]:
    """The rows of the screen as text."""
    app = pilot.app
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
