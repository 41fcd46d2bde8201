"""`[inbox]` of the config: where mail is read from, and how to get in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salesdesk import paths
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.exchange.mail_imap import Login
    from salesdesk.exchange.mail_sources import Source

# Asks the person for a secret; None when nobody is there to answer.
Ask = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class InboxSettings:
    """The settings as the services take them; `unsubscribe` and `mine` are addresses known from `[mail]`."""

    source: str = "none"
    host: str = ""
    port: int = 993
    security: str = "tls"
    user: str = ""
    password_command: str = ""
    token_command: str = ""
    keyring: bool = True
    folder: str = "INBOX"
    path: str = ""
    days: int = 30
    minutes: int = 5
    unsubscribe: str = ""
    mine: str = ""

    @property
    def ready(self) -> bool:
        """Whether mail is to be taken in at all."""
        return self.source != "none"


def inbox_settings(sections: Mapping[str, Mapping[str, Any]]) -> InboxSettings:
    """The settings of the sections of a config; what they do not say has its default."""
    from salesdesk.config import SETTINGS

    given = sections.get("inbox", {})
    mail = sections.get("mail", {})
    values: dict[str, Any] = {"unsubscribe": mail.get("unsubscribe", ""), "mine": mail.get("from", "")}
    for setting in SETTINGS:
        where, _, key = setting.name.partition(".")
        if where == "inbox":
            values[key.replace("-", "_")] = given.get(key, setting.default)
    return InboxSettings(**values)


def source_of(settings: InboxSettings, *, ask: Ask = lambda _question: None) -> "Source":
    """The mailbox that is set up; InvalidError when there is none, or when something it needs is not said."""
    from salesdesk.exchange.mail_sources import MaildirSource, MboxSource

    if settings.source in {"maildir", "mbox"}:
        if not settings.path:
            raise InvalidError(
                tr("Where is the {source}?", source=settings.source), hint="salesdesk config set inbox.path ~/Mail"
            )
        path = Path(settings.path).expanduser()
        # A folder of that name on the machine of a colleague is another one.
        account = f"{paths.device()}:{path.absolute()}"
        return MaildirSource(path, account) if settings.source == "maildir" else MboxSource(path, account)
    if settings.source != "imap":
        raise InvalidError(
            tr("No mailbox is set up to read from."),
            hint=tr(
                "Choose one: salesdesk config set inbox.source imap, maildir or mbox; or give --maildir or --mbox."
            ),
        )
    for name in ("host", "user"):
        if not getattr(settings, name):
            raise InvalidError(
                tr("IMAP needs inbox.{name}.", name=name), hint=f"salesdesk config set inbox.{name} {name.upper()}"
            )
    from salesdesk.exchange.mail_imap import ImapSource

    return ImapSource(
        settings.host,
        settings.port,
        lambda: _login(settings, ask),
        account=f"{settings.user}@{settings.host}",
        folder=settings.folder,
        security=settings.security,
    )


def _login(settings: InboxSettings, ask: Ask) -> "Login":
    """User with password or token, from where mail that goes out has them too."""
    from salesdesk.exchange.mail_imap import Login
    from salesdesk.exchange.mail_routes import MailSettings, RouteDownError, secrets
    from salesdesk.exchange.mail_sources import SourceError

    account = MailSettings(
        host=settings.host,
        user=settings.user,
        password_command=settings.password_command,
        token_command=settings.token_command,
        keyring=settings.keyring,
    )
    try:
        if settings.token_command:
            return Login(settings.user, secrets.token(account), token=True)
        return Login(settings.user, secrets.password(account, ask))
    except RouteDownError as error:
        raise SourceError(error.message, hint=error.hint.replace("mail.", "inbox.")) from None
