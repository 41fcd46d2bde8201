"""A write that waits until another program, such as an import, has written: said on the screen, and given up with the app."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from salesdesk.errors import BusyError
from salesdesk.i18n import tr
from salesdesk.store.connection import BUSY_SECONDS


class Turn:
    """What a workspace tells of waiting, in whichever thread writes; made in the thread of the screens."""

    def __init__(self, say: Callable[[str, str], None], gone: Callable[[], bool]) -> None:
        self._say = say
        self._gone = gone
        self._loop = asyncio.get_running_loop()
        self._waited = 0.0
        # What has to be said when the screens are no more.
        self.lost = ""

    def __call__(self, waited: float) -> None:
        """It has been waiting so long; BusyError when nobody is there any more and it has been long."""
        if self._gone():
            if waited > BUSY_SECONDS:
                self.lost = tr("Another program was still writing: your last change was not saved.")
                raise BusyError(self.lost)
        elif self._waited == 0.0 or waited < self._waited:
            words = tr("Another program is writing, such as an import: what you did is saved when it ends.")
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._say, words, "note")
        self._waited = waited
