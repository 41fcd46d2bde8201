"""Cadences while the screens are open: what happened is followed up, and automatic mails go into the outbox."""

from typing import TYPE_CHECKING

from salesdesk.errors import SalesdeskError
from salesdesk.services.cadences import running
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    from salesdesk.app import DeskApp

# The first look waits until the screens stand; then now and then, and after mail was taken in.
_FIRST_SECONDS = 2.0
_EVERY_SECONDS = 300.0


class Pacer:
    """One look at a time; it writes only when there is something to do."""

    def __init__(self, app: "DeskApp") -> None:
        self._app = app
        self._busy = False
        self._said = ""

    def start(self) -> None:
        """Look at the start of the day and now and then."""
        if not self._app.desk.workspace.read_only:
            self._app.set_timer(_FIRST_SECONDS, self._begin)
            self._app.set_interval(_EVERY_SECONDS, self._begin)

    def _begin(self) -> None:
        # A look that still waits when the app goes ends with it, which a worker can and a timer cannot.
        start_work(self._app, self.look, group="pacer")

    async def look(self) -> None:
        """Do what there is to do; a problem is said once."""
        desk = self._app.desk
        if self._busy:
            return
        self._busy = True
        try:
            if not await self._app.read(lambda: running.has_work(desk)):
                return
            done = await self._app.write(lambda: running.run(desk, self._app.postman.settings))
        except SalesdeskError as error:
            self._say(str(error), "warning")
            return
        finally:
            self._busy = False
        if done.sentence:
            self._say(done.sentence, "warning" if done.problems else "note")
        if done.settled or done.queued:
            self._app.changed()

    def _say(self, words: str, kind: str) -> None:
        # While the app closes there is no screen to say it on.
        if words != self._said and self._app.screen_stack:
            self._app.desk_screen().say(words, kind)
        self._said = words
