"""The mail that comes in while the screens are open: looked for now and then, and when somebody asks."""

import threading
from typing import TYPE_CHECKING, Any

from salesdesk.aside import SessionSecret, aside
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    from salesdesk.app import DeskApp
    from salesdesk.services.inbox import Fetched, InboxSettings

# The first look waits until the screens stand.
_FIRST_SECONDS = 3.0


class Mailroom:
    """One look at a time, in a thread that nothing waits for when the app ends."""

    def __init__(self, app: "DeskApp") -> None:
        self._app = app
        self.busy = False
        self._stop = threading.Event()
        self._secret = SessionSecret()
        self._said = ""

    def start(self) -> None:
        """Look now and then, where `[inbox]` says from where."""
        given: dict[str, Any] = self._app.config.get("inbox", {})
        if given.get("source", "none") == "none" or self._app.demo or self._app.desk.workspace.read_only:
            return
        self._app.set_timer(_FIRST_SECONDS, self._now_and_then)
        self._app.set_interval(60.0 * self._settings().minutes, self._now_and_then)

    def stop(self) -> None:
        """Nothing more is taken in."""
        self._stop.set()

    async def _now_and_then(self) -> None:
        await self.look(background=True)

    async def look(self, *, background: bool = False) -> None:
        """Take in what is new and say it; in the background a problem is said once, and no password is asked for."""
        if self.busy:
            if not background:
                self._say(tr("Mail is being looked for already."), "note")
            return
        self.busy = True
        self._secret.asked = ""
        try:
            done = await aside(lambda: self._fetch(background), "salesdesk-mail")[1]
        except SalesdeskError as error:
            self._failed(str(error), background)
            return
        finally:
            self.busy = False
        if done.taken:
            self._say(done.sentence, "note" if background else "done", undo=not background)
            self._app.changed()
            await self._app.pacer.look()
        if done.problem is not None:
            self._failed(str(done.problem), background)
        else:
            self._said = ""
            if not background and not done.taken:
                self._say(done.sentence, "note")

    def _settings(self) -> "InboxSettings":
        from salesdesk.services.inbox import inbox_settings

        return inbox_settings(self._app.config)

    def _fetch(self, background: bool) -> "Fetched":
        from salesdesk.services.inbox import fetch, source_of

        settings = self._settings()
        source = source_of(settings, ask=self._secret)
        return fetch(self._app.desk, source, settings, background=background, should_stop=self._stop.is_set)

    def _failed(self, words: str, background: bool) -> None:
        if self._secret.asked and not background:
            self._secret.ask(self._app.desk_screen(), words, lambda: start_work(self._app, self.look, group="mail"))
        elif not background or words != self._said:
            self._say(words, "warning" if background else "error")
        self._said = words

    def _say(self, words: str, kind: str, *, undo: bool = False) -> None:
        self._app.desk_screen().say(words, kind, undo=undo)
