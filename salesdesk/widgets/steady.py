"""What the database refuses while a message is handled is said, and the widget goes on."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol, runtime_checkable

from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump

from salesdesk.errors import SalesdeskError


@runtime_checkable
class TellsTrouble(Protocol):
    """An app that shows what went wrong."""

    def trouble(self, error: SalesdeskError) -> None:
        """Say it, once for as long as it lasts."""


class Steady(MessagePump):
    """Textual ends the app when a handler raises. A server that went away, or a disk that failed, is no reason: the
    key or message that met it does nothing, and the next one tries again."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except SalesdeskError as error:
            app = self.app
            if not isinstance(app, TellsTrouble):
                raise
            app.trouble(error)


def start_work(
    node: DOMNode, work: Callable[[], Coroutine[Any, Any, object]], *, group: str, exclusive: bool = False
) -> None:
    """Run `work()` in the background of an app, a screen or a widget, and end it with that.

    The coroutine is made when its turn comes: one that was made before and whose screen goes first is never awaited,
    which Python says aloud.
    """
    node.run_worker(work, group=group, exclusive=exclusive)  # type: ignore[arg-type]
