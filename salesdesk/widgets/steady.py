"""What the database refuses while a message is handled is said, and the widget goes on."""

from typing import Protocol, runtime_checkable

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
