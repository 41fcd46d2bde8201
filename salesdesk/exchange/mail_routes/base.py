"""What all routes share: the settings of `[mail]`, the four ways a handing over can end badly, the protocol."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any, Protocol

from salesdesk.errors import ExitCode, SalesdeskError
from salesdesk.exchange.mail_out import Outgoing

# Asks the person for a secret; None when nobody is there to answer.
Ask = Callable[[str], str | None]
# Puts a text on the clipboard.
Copy = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class MailSettings:
    """`[mail]` of the config: who writes, and how mails leave (`route`: smtp, sendmail, eml, mailto, or none yet)."""

    from_address: str = ""
    name: str = ""
    route: str = ""
    host: str = ""
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password_command: str = ""
    token_command: str = ""
    keyring: bool = True
    sendmail: str = "sendmail"
    folder: str = ""
    unsubscribe: str = ""


_NAMES = {"from": "from_address"}


def mail_settings(section: Mapping[str, Any]) -> MailSettings:
    """The settings of a `[mail]` section; what it does not say has the default of the config."""
    from salesdesk.config import SETTINGS

    values: dict[str, Any] = {}
    for setting in SETTINGS:
        where, _, key = setting.name.partition(".")
        name = _NAMES.get(key, key.replace("-", "_"))
        if where == "mail" and name in MailSettings.__slots__:
            values[name] = section.get(key, setting.default)
    return MailSettings(**values)


class RouteError(SalesdeskError):
    """A mail that was not handed over."""

    title = "Mail"


class RouteDownError(RouteError):
    """No mail can leave this way now: no network, a wrong password, a certificate that is not valid."""


class RefusedError(RouteError):
    """This mail will never be taken, in the server's own words."""

    exit_code = ExitCode.INVALID


class BusyError(RouteError):
    """This mail was surely not taken now; it may be later."""


class UnsureError(RouteError):
    """Nobody knows whether this mail was taken: the answer got lost after all of it was handed over."""


class Route(Protocol):
    """A way for mails to leave. `asks`: whether only the person knows if a mail was really sent."""

    name: str
    asks: bool

    def open(self) -> None:
        """Get ready; RouteDownError before any mail is touched when that cannot be."""

    def deliver(self, mail: Outgoing, message: EmailMessage) -> str:
        """Hand over one mail; a remark for the person, or ''. RouteError when it was not taken, or may not have been."""
        ...

    def close(self) -> None:
        """Done for now."""
