"""The line of a call that always has the keys, and the rows around it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual import events

from salesdesk.i18n import tr
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Line


class NoteLine(LineInput):
    """The line of a call. Its keys are carried out here, one after the other: enter waits until the note is on disk, and
    so does every key typed after it. `keys` gives the action of a key, `act` carries it out.
    """

    def __init__(self, keys: Mapping[str, str], act: Callable[[str], Awaitable[None]]) -> None:
        super().__init__(placeholder=tr("what they say"), ground="background")
        self._keys = keys
        self._act = act

    async def _on_key(self, event: events.Key) -> None:
        action = self._keys.get(event.key)
        if action:
            event.stop()
            event.prevent_default()
            await self._act(action)


class Rows(LineWidget):
    """Lines the runner makes for the space there is."""

    def __init__(self, make: Callable[[int, int], Sequence[Line]], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._make = make

    def lines(self, cells: int) -> Sequence[Line]:
        return self._make(cells, self.size.height)

    def on_resize(self) -> None:
        self.redraw()
