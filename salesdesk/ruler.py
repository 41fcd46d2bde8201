"""The team's rules while the screens are open: they follow what is written, and what a new day brings."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from salesdesk.i18n import tr
from salesdesk.services.rules import any_in_use
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from salesdesk.app import DeskApp
    from salesdesk.services.rules.running import Report

# So often it is asked whether a new day has begun.
_EVERY_SECONDS = 30.0


class Ruler:
    """One look at a time, in a thread of its own: nobody's next write waits for more than one operation of a rule."""

    def __init__(self, app: "DeskApp") -> None:
        self._app = app
        self._thread = ThreadPoolExecutor(1, "salesdesk-rules")
        self._leaving = threading.Event()
        self._seen_on: dt.date | None = None
        self._told: set[str] = set()

    def start(self) -> None:
        """Look at the day now and when the next one begins."""
        if not self._app.desk.workspace.read_only:
            self._look_at_the_day()
            self._app.set_interval(_EVERY_SECONDS, self._look_at_the_day)

    def stop(self) -> None:
        """A rule at work stops between two of its operations; what is left is done next time."""
        self._leaving.set()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def follow(self) -> None:
        """Something was written here or elsewhere: let the rules look at it."""
        start_work(self._app, partial(self._look, self._after_write), group="rules")

    def _look_at_the_day(self) -> None:
        today = self._app.desk.today
        if self._seen_on != today:
            self._seen_on = today
            start_work(self._app, partial(self._look, self._of_the_day), group="rules")

    async def _look(self, act: "Callable[[], Report | None]") -> None:
        """Let the rules look, and say what they did; that a rule cannot be used is said once."""
        if self._leaving.is_set():
            return
        report = await asyncio.get_running_loop().run_in_executor(self._thread, act)
        if report is None or self._leaving.is_set():
            return
        screen = self._app.desk_screen()
        for sentence in report.sentences[:1]:
            more = len(report.sentences) - 1
            screen.say(tr("{sentence}, and {count} more", sentence=sentence, count=more) if more else sentence, "note")
        for line in report.lines[len(report.sentences) :]:
            if line not in self._told:
                self._told.add(line)
                screen.say(line, "warning")
        if report.sentences:
            self._app.changed()

    def _after_write(self) -> "Report | None":
        if not any_in_use(self._app.desk):
            return None
        from salesdesk.services.rules import running

        return running.after_write(self._app.desk, running.Report(should_stop=self._leaving.is_set))

    def _of_the_day(self) -> "Report | None":
        from salesdesk.errors import SalesdeskError

        if not any_in_use(self._app.desk):
            return None
        from salesdesk.services.rules import running

        report = running.Report(should_stop=self._leaving.is_set)
        try:
            return running.run(self._app.desk, report)
        except SalesdeskError as error:
            report.problems[""] = str(error)
            return report
