"""What goes on beside the screens: mails, cadences, rules, the calendar file."""

import asyncio
from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual import work

from salesdesk.entering import Entering

if TYPE_CHECKING:
    from salesdesk.app import DeskApp
    from salesdesk.mailroom import Mailroom
    from salesdesk.pacer import Pacer
    from salesdesk.postman import Postman
    from salesdesk.ruler import Ruler
    from salesdesk.screens.calendar_file import CalendarFile

_BESIDE = ("pacer", "postman", "mailroom", "ruler")


class Beside(Entering):
    """The part of the app that works while one does something else. `DeskApp` gives desk, config and screens."""

    demo: bool

    @property
    def _desk_app(self) -> "DeskApp":
        """Itself, typed."""
        app: Any = self
        return app  # type: ignore[no-any-return]

    @cached_property
    def postman(self) -> "Postman":
        """Mails that leave."""
        from salesdesk.postman import Postman

        return Postman(self._desk_app)

    @cached_property
    def mailroom(self) -> "Mailroom":
        """Mails that come in."""
        from salesdesk.mailroom import Mailroom

        return Mailroom(self._desk_app)

    @cached_property
    def calendar_file(self) -> "CalendarFile":
        """The calendar that other programs subscribe to."""
        from salesdesk.screens.calendar_file import CalendarFile

        return CalendarFile(self.desk, self.config)

    @property
    def _calendar_named(self) -> bool:
        return not self.demo and bool(self.config.get("calendar", {}).get("file"))

    @cached_property
    def pacer(self) -> "Pacer":
        """Cadences."""
        from salesdesk.pacer import Pacer

        return Pacer(self._desk_app)

    @cached_property
    def ruler(self) -> "Ruler":
        """The rules of the team."""
        from salesdesk.ruler import Ruler

        return Ruler(self._desk_app)

    async def start_beside(self) -> None:
        """What goes on beside the screens; a key that comes meanwhile does not wait for its import."""
        await asyncio.to_thread(import_all, _BESIDE)
        self.postman.start()
        self.mailroom.start()
        self.pacer.start()
        self.ruler.start()

    def stop_beside(self) -> None:
        """The app closes: nothing more is begun."""
        self.postman.stop()
        self.mailroom.stop()
        self.ruler.stop()

    def finish_calendar(self) -> None:
        """All is written: the calendar file is brought to it."""
        if self._calendar_named:
            self.calendar_file.finish()

    @work(group="calendar", exclusive=True)
    async def keep_calendar(self) -> None:
        """The calendar file of the config follows."""
        if self._calendar_named and (problem := await self.calendar_file.follow(self.read)):
            self.desk_screen().say(problem, "warning")


def import_all(names: Iterable[str]) -> None:
    """Import modules of this program; in a thread, so that keys come between."""
    for name in names:
        import_module(f"salesdesk.{name}")
