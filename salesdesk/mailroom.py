"""The mail that comes in while the screens are open: looked for now and then, and when somebody asks."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.prompt import PromptDialog, TextResult

if TYPE_CHECKING:
    from salesdesk.app import DeskApp
    from salesdesk.services.inbox import Fetched, InboxSettings

# The first look waits until the screens stand.
_FIRST_SECONDS = 3.0


class Mailroom:
    """One look at a time, in a thread that nothing waits for when the app ends."""

    def __init__(self, app: "DeskApp") -> None:
        self._app = app
        self._busy = False
        self._stop = threading.Event()
        self._password = ""
        self._asked = ""
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
        if self._busy:
            if not background:
                self._say(tr("Mail is being looked for already."), "note")
            return
        self._busy = True
        self._asked = ""
        try:
            done = await self._in_thread(lambda: self._fetch(background))
        except SalesdeskError as error:
            self._failed(str(error), background)
            return
        finally:
            self._busy = False
        if done.taken:
            self._say(done.sentence, "note" if background else "done", undo=not background)
            self._app.changed()
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
        source = source_of(settings, ask=self._ask)
        return fetch(self._app.desk, source, settings, background=background, should_stop=self._stop.is_set)

    def _ask(self, question: str) -> str | None:
        """The password typed before in this session; else the question is kept for a dialog."""
        self._asked = question
        return self._password or None

    def _failed(self, words: str, background: bool) -> None:
        if self._asked and not background:
            # It was not given yet, or not right.
            self._password = ""
            dialog = PromptDialog(
                self._asked.rstrip(":"), secret=True, about=words, hint=tr("enter logs in   esc close")
            )
            self._app.desk_screen().open_dialog(dialog, self._answered)
        elif not background or words != self._said:
            self._say(words, "warning" if background else "error")
        self._said = words

    def _answered(self, result: TextResult) -> None:
        self._password = result.text
        if result.text:
            self._app.run_worker(self.look(), group="mail")

    def _say(self, words: str, kind: str, *, undo: bool = False) -> None:
        self._app.desk_screen().say(words, kind, undo=undo)

    def _in_thread(self, act: "Callable[[], Fetched]") -> "asyncio.Future[Fetched]":
        """Run in a daemon thread: a server that does not answer must not keep the app from closing."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Fetched] = loop.create_future()

        def settle(give: Callable[[Any], None], value: object) -> None:
            if not future.done():
                give(value)

        def run() -> None:
            give: Callable[[Any], None] = future.set_result
            value: object
            try:
                value = act()
            except BaseException as error:
                give, value = future.set_exception, error
            # The loop may be gone: the app has closed meanwhile.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(settle, give, value)

        threading.Thread(target=run, name="salesdesk-mail", daemon=True).start()
        return future
