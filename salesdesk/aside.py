"""What goes on beside the screens: work in a thread of its own, and a password typed once for it."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from salesdesk.i18n import tr
from salesdesk.screens.base import DeskScreen
from salesdesk.screens.dialogs.prompt import PromptDialog, TextResult

T = TypeVar("T")


def aside(act: Callable[[], T], name: str) -> "tuple[threading.Thread, asyncio.Future[T]]":
    """Run in a daemon thread: a server that does not answer must not keep the app from closing."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

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

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    return thread, future


class SessionSecret:
    """A password for as long as the app runs; called with a question it gives what was typed before, or None.

    `asked` is the question that had no other answer: then a dialog can be opened for it.
    """

    def __init__(self) -> None:
        self._value = ""
        self.asked = ""

    def __call__(self, question: str) -> str | None:
        self.asked = question
        return self._value or None

    def ask(self, screen: DeskScreen, words: str, then: Callable[[], object]) -> None:
        """It was not given yet, or not right, as `words` say: ask for it, then go on."""

        def answered(result: TextResult) -> None:
            self._value = result.text
            if result.text:
                then()

        self._value = ""
        hint = tr("enter logs in   esc close")
        screen.open_dialog(PromptDialog(self.asked.rstrip(":"), secret=True, about=words, hint=hint), answered)
