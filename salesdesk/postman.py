"""Mails that leave while the screens are open: when somebody says so, and when their time comes."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from salesdesk.aside import SessionSecret, aside
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.outside import copy_with_tool
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.working import WorkingScreen
from salesdesk.widgets.bars import bar
from salesdesk.widgets.options import Option
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Piece

if TYPE_CHECKING:
    from salesdesk.app import DeskApp
    from salesdesk.exchange.mail_routes import MailSettings
    from salesdesk.services.mailing import Report

_EVERY_SECONDS = 60.0
# How long the end of the app waits for a mail that is being handed over.
_LAST_SECONDS = 3.0


class Postman:
    """One sending at a time, in a thread of its own: writing and painting go on."""

    def __init__(self, app: "DeskApp") -> None:
        self._app = app
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = threading.Event()
        self._secret = SessionSecret()
        self._said = ""

    @property
    def settings(self) -> "MailSettings":
        """The settings of `[mail]`."""
        from salesdesk.exchange.mail_routes import mail_settings

        return mail_settings(self._app.config.get("mail", {}))

    @property
    def ready(self) -> bool:
        """Whether mails can leave from here; in the demo none does."""
        return bool(self._app.config.get("mail", {}).get("route")) and not self._app.demo

    def start(self) -> None:
        """What is due leaves by itself, unless a person has to send it in a program of theirs."""
        if self.ready and self.settings.route != "mailto" and not self._app.desk.workspace.read_only:
            self._app.set_interval(_EVERY_SECONDS, self._now_and_then)

    def stop(self) -> None:
        """No more mail begins; one that is on its way may end."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_LAST_SECONDS)

    async def _now_and_then(self) -> None:
        await self.send(background=True)

    async def send(self, only: Sequence[bytes] = (), *, background: bool = False) -> None:
        """Send what is due, or only these; in the background nothing is asked, and a problem is said once."""
        if not self.ready:
            if not background:
                self._say(self._why_not(), "note")
            return
        if self._thread is not None and self._thread.is_alive():
            if not background:
                self._say(tr("Mails are being sent already."), "note")
            return
        self._secret.asked = ""
        try:
            self._loop = asyncio.get_running_loop()
            self._thread, sending = aside(lambda: self._run(only), "salesdesk-send")
            report = await sending
        except SalesdeskError as error:
            self._say(str(error), "error")
            return
        finally:
            self._calm()
        self._tell(report, background)
        if report.sent or report.failed or report.asked or report.dropped:
            self._app.changed()
        if self._secret.asked and report.down and not background:
            again = lambda: start_work(self._app, partial(self.send, only), group="postman")  # noqa: E731
            self._secret.ask(self._app.desk_screen(), report.down, again)
        elif self.settings.route == "mailto" and report.asked_ids:
            await self._ask_sent(report.asked_ids)

    def _why_not(self) -> str:
        if self._app.demo:
            return tr("This is the demo: its mails stay in the outbox.")
        return tr("Mails wait in the outbox until you choose how they leave: salesdesk config set mail.route smtp.")

    def _run(self, only: Sequence[bytes]) -> "Report":
        from salesdesk.exchange.mail_routes import route_of
        from salesdesk.services.mailing import send_due

        settings = self.settings
        route = route_of(settings, ask=self._secret, copy=copy_with_tool)
        return send_due(
            self._app.desk, settings, route, only=only, progress=self._progress, should_stop=self._stop.is_set
        )

    def _progress(self, done: int, count: int, who: str) -> None:
        """From the sending thread."""
        if who and self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._show_progress, done, count, who)

    def _show_progress(self, done: int, count: int, who: str) -> None:
        share = (done + 0.5) / count
        words = tr("{at} of {count}  {who}", at=done + 1, count=count, who=who)
        self._app.desk_screen().status(tr("Sending"), [[*bar(share, 18), Piece(f"  {words}", "muted")]])

    def _calm(self) -> None:
        """The status line says again what it said."""
        screen = self._app.desk_screen()
        show = getattr(screen, "show_status", None)
        if show is not None:
            show()

    def _tell(self, report: "Report", background: bool) -> None:
        bad = bool(report.failed)
        nothing = not (report.sent or report.failed or report.later or report.asked or report.dropped)
        if background and (nothing if not report.down else report.sentence == self._said):
            return
        self._said = report.sentence if report.down else ""
        kind = "error" if bad else "warning" if report.down or report.later or report.dropped else "done"
        for remark in report.remarks:
            self._say(remark, "note")
        self._say(f"{report.sentence.rstrip('.')}.", "note" if nothing and not report.down else kind)

    # What only the person knows

    async def _ask_sent(self, ids: Sequence[bytes]) -> None:
        """Whether a mail that was opened in another program was sent there, one after another."""
        from salesdesk.services import outbox

        screen, desk = self._app.desk_screen(), self._app.desk
        if not ids or not isinstance(screen, WorkingScreen):
            return
        row = await self._app.read(lambda: outbox.row_of(desk.connection, ids[0]))
        options = [
            Option("yes", tr("Sent"), "y", tr("log it")),
            Option("no", tr("Not sent"), "n", tr("keep it in the outbox")),
            Option("drop", tr("Not to be sent"), "x", tr("cancel it")),
        ]

        def answered(choice: Choice) -> None:
            act = {
                "yes": lambda: outbox.mark_sent(desk, row),
                "no": lambda: outbox.retry(desk, [row]),
                "drop": lambda: outbox.cancel(desk, [row]),
            }[choice.id]
            screen.write(act, lambda: start_work(self._app, partial(self._ask_sent, ids[1:]), group="postman"))

        about = f"{row.who}: {row.subject}"
        screen.open_dialog(ChooseDialog(tr("Was it sent?"), options, about=about), answered)

    def _say(self, words: str, kind: str) -> None:
        self._app.desk_screen().say(words, kind)
