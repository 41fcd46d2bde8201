"""The ways a mail can leave: SMTP, a sendmail-like command, .eml files, the mail program of the desktop."""

from salesdesk.errors import InvalidError
from salesdesk.exchange.mail_routes.base import (
    Ask,
    BusyError,
    Copy,
    MailSettings,
    RefusedError,
    Route,
    RouteDownError,
    RouteError,
    UnsureError,
    mail_settings,
)
from salesdesk.i18n import tr

ROUTES = ("smtp", "sendmail", "eml", "mailto")


def route_of(settings: MailSettings, *, ask: Ask = lambda _question: None, copy: Copy = lambda _text: None) -> Route:
    """The route that is set up; InvalidError when there is none, or when something it needs is not said."""
    if settings.route == "smtp":
        from salesdesk.exchange.mail_routes.smtp import SmtpRoute

        return SmtpRoute(settings, ask)
    from salesdesk.exchange.mail_routes.local import EmlRoute, MailtoRoute, SendmailRoute

    if settings.route == "sendmail":
        return SendmailRoute(settings)
    if settings.route == "eml":
        return EmlRoute(settings)
    if settings.route == "mailto":
        return MailtoRoute(copy)
    raise InvalidError(
        tr("No way to send mail is set up yet; mails wait in the outbox."),
        hint=tr("Choose one: salesdesk config set mail.route {routes}.", routes="|".join(ROUTES)),
    )


__all__ = [
    "ROUTES", "Ask", "BusyError", "Copy", "MailSettings", "RefusedError", "Route", "RouteDownError", "RouteError",
    "UnsureError", "mail_settings", "route_of",
]  # fmt: skip
