"""The calendar file of the config follows what is done on the screens, once it has rested."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from salesdesk.errors import SalesdeskError
from salesdesk.services.agenda import alarm_minutes, keep_current
from salesdesk.services.desk import Desk

REST_SECONDS = 2.0


class CalendarFile:
    """Writes the file of `[calendar] file` in a thread; says once, not each time, that it cannot be written."""

    def __init__(self, desk: Desk, config: Mapping[str, Mapping[str, Any]]) -> None:
        wanted = config.get("calendar", {})
        self._desk = desk
        self._file = str(wanted.get("file", ""))
        self._alarm = alarm_minutes(str(wanted.get("alarm", "10")))
        self._me = str(config.get("me", {}).get("name", ""))
        self._behind = False
        self._failed = False

    async def follow(self, read: Callable[[Callable[[], str]], Awaitable[str]]) -> str:
        """Wait until no other change has come, then write; what to say, mostly nothing. Cancelled by the next."""
        if not self._file:
            return ""
        self._behind = True
        await asyncio.sleep(REST_SECONDS)
        return await read(self._write)

    def finish(self) -> None:
        """Write what was still resting."""
        if self._behind:
            self._write()

    def _write(self) -> str:
        self._behind = False
        try:
            keep_current(self._desk, self._file, self._alarm, me=self._me)
        except SalesdeskError as error:
            told, self._failed = self._failed, True
            return "" if told else str(error)
        self._failed = False
        return ""
