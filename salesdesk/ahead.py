"""Typing ahead: keys that come while the dialog a key asked for is being read go to that dialog, in their order."""

from time import monotonic

from textual import events

from salesdesk.i18n import tr
from salesdesk.starting import Starting

HOLD_SECONDS = 2.0
_TICK_SECONDS = 0.01
# What ends the program ends it at any time.
_NEVER_HELD = {"ctrl+c", "ctrl+q"}


class TypeAhead(Starting):
    """An app that holds keys between `hold_keys` and the moment the screen that follows can take them."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[events.Key | events.Paste] = []
        self._held_until = 0.0

    def hold_keys(self) -> None:
        """From now on keys wait, until `release_keys` or for two seconds at most."""
        self._held_until = monotonic() + HOLD_SECONDS
        self.set_timer(HOLD_SECONDS, self._let_go)

    def release_keys(self) -> None:
        """What opens has been asked to; the keys follow when it is there."""
        self.set_timer(_TICK_SECONDS, self._let_go)

    async def on_event(self, event: events.Event) -> None:
        """Every event of the app; also keys that found no taker below and come back to be actions."""
        if isinstance(event, events.Key | events.Paste) and self._holding() and not _ends(event):
            self._held.append(event)
            return
        await super().on_event(event)

    def _holding(self) -> bool:
        return bool(self._held) or monotonic() < self._held_until

    async def _let_go(self) -> None:
        if not self.screen_stack:
            # The app closes.
            return
        if not self.screen.is_mounted:
            self.set_timer(_TICK_SECONDS, self._let_go)
            return
        self._held_until = 0.0
        if not self._held or self._is_paste():
            return
        held, *rest = self._held
        self._held = []
        await super().on_event(_fresh(held))
        self._held = rest + self._held
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


def _fresh(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """The event as it came first: one that went up through the widgets would not go down again."""
    made = events.Key(event.key, event.character) if isinstance(event, events.Key) else events.Paste(event.text)
    made.time = event.time
    return made
