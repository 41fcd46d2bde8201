"""Typing ahead: keys that come while the dialog a key asked for is being read go to that dialog, in their order."""

from bisect import insort
from collections import deque
from functools import partial
from operator import attrgetter
from time import monotonic

from textual import events

from salesdesk.i18n import tr
from salesdesk.starting import Starting

HOLD_SECONDS = 2.0
_TICK_SECONDS = 0.01
# What ends the program ends it at any time.
_NEVER_HELD = {"ctrl+c", "ctrl+q"}
_typed = attrgetter("time")


class TypeAhead(Starting):
    """An app that holds keys between `hold_keys` and the moment the screen that follows can take them."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[events.Key | events.Paste] = []
        self._held_until = 0.0
        self._holds = 0
        # Those that were let go: what finds no taker below comes back to be an action, and is not to wait again.
        self._let_out: deque[events.Event] = deque(maxlen=8)

    def hold_keys(self) -> None:
        """From now on keys wait, until `release_keys` or for two seconds at most."""
        self._holds += 1
        self._held_until = monotonic() + HOLD_SECONDS
        self.set_timer(HOLD_SECONDS, partial(self._end, self._holds))

    def release_keys(self) -> None:
        """What opens has been asked to; the keys follow when it is there."""
        self.set_timer(_TICK_SECONDS, partial(self._end, self._holds))

    async def on_event(self, event: events.Event) -> None:
        """Every event of the app; also keys that found no taker below and come back to be actions."""
        if isinstance(event, events.Key | events.Paste) and self._waits(event) and not _ends(event):
            insort(self._held, event, key=_typed)
            return
        await super().on_event(event)

    def _waits(self, event: events.Event) -> bool:
        """Whether the screen it is for is not there yet, or others that were typed before it wait."""
        return monotonic() < self._held_until or (bool(self._held) and not any(event is one for one in self._let_out))

    async def _end(self, hold: int) -> None:
        if hold == self._holds:
            self._held_until = 0.0
        await self._let_go()

    async def _let_go(self) -> None:
        if not self.screen_stack or monotonic() < self._held_until:
            # The app closes, or what was let go last asked for another dialog.
            return
        if not self.screen.is_mounted:
            self.set_timer(_TICK_SECONDS, self._let_go)
            return
        if not self._held or self._is_paste():
            return
        from salesdesk.screens.dialogs.base import again

        fresh = again(self._held.pop(0))
        self._let_out.append(fresh)
        await super().on_event(fresh)
        if self._held:
            # One at a time: each may open or close what the next one is for.
            self.set_timer(_TICK_SECONDS, self._let_go)

    def _is_paste(self) -> bool:
        """Whether a text was pasted where keys are commands: nothing of it is run."""
        from salesdesk.screens.base import BURST_KEYS, BURST_SECONDS, DeskScreen

        screen = self.screen
        many = len(self._held) >= BURST_KEYS - 1 and self._held[-1].time - self._held[0].time <= BURST_SECONDS
        if not many or not isinstance(screen, DeskScreen):
            return False
        self._held = []
        screen.say(tr("Many keys at once, taken for a paste and ignored."), "warning")
        return True


def _ends(event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and event.key in _NEVER_HELD
