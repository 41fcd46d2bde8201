"""Mail by SMTP: TLS with a checked certificate, a password or XOAUTH2, one connection for many mails.

The mail is taken when the server says so after the last line of its data, and not before (RFC 5321, 4.2.5). So
what fails before that line is out can be tried again; what fails after it is unsure.
"""

import base64
import contextlib
import ipaddress
import re
import smtplib
import ssl
from email.message import EmailMessage

from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.exchange.mail_out import Outgoing, wire_address, wire_bytes
from salesdesk.exchange.mail_routes import secrets
from salesdesk.exchange.mail_routes.base import (
    Ask,
    BusyError,
    MailSettings,
    RefusedError,
    RouteDownError,
    RouteError,
    UnsureError,
)
from salesdesk.i18n import tr

# How long a server may take to say that it has the mail; the standard asks for patience here.
_VERDICT_SECONDS = 120.0
_LINE_DOT = re.compile(rb"(?m)^\.")
# Said when greeting, in place of the name of this machine, which is nobody's business and slow to look up.
_GREETING = "[127.0.0.1]"
# The one refusal at MAIL that is about the mail and not about who sends it.
_TOO_BIG = 552


class SmtpRoute:
    """A connection that is opened when first needed and used until it breaks."""

    name = "smtp"
    asks = False

    def __init__(
        self, settings: MailSettings, ask: Ask, *, timeout: float = 30.0, verdict: float = _VERDICT_SECONDS
    ) -> None:
        if not settings.host:
            raise InvalidError(tr("There is no server to send by."), hint="salesdesk config set mail.host smtp.example")
        if settings.security == "none" and not _is_loopback(settings.host):
            raise InvalidError(
                tr("Without TLS mail only goes to this machine itself, not to '{host}'.", host=settings.host),
                hint=tr("Set mail.security to starttls or tls."),
            )
        self._settings = settings
        self._ask = ask
        self._timeout = timeout
        self._verdict = verdict
        self._password = ""
        self._smtp: smtplib.SMTP | None = None
        self._used = False
        self._place = f"{settings.host}:{settings.port}"

    def open(self) -> None:
        """Connect, secure, log in."""
        if self._smtp is not None:
            return
        smtp: smtplib.SMTP | None = None
        try:
            smtp = self._connect()
            self._log_in(smtp)
        except BaseException as error:
            if smtp is not None:
                smtp.close()
            if isinstance(error, smtplib.SMTPException | OSError):
                raise self._down(error) from error
            raise
        self._smtp = smtp
        self._used = False

    def _connect(self) -> smtplib.SMTP:
        settings = self._settings
        place = (settings.host, settings.port, _GREETING)
        if settings.security == "tls":
            return smtplib.SMTP_SSL(*place, timeout=self._timeout, context=ssl.create_default_context())
        smtp = smtplib.SMTP(*place, timeout=self._timeout)
        if settings.security == "starttls":
            try:
                smtp.starttls(context=ssl.create_default_context())
            except BaseException:
                smtp.close()
                raise
        return smtp

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        settings = self._settings
        smtp.ehlo_or_helo_if_needed()
        if not settings.user:
            return
        if settings.token_command:
            said = f"user={settings.user}\x01auth=Bearer {secrets.token(settings)}\x01\x01"
            # A server that says no sends its reasons as a question, to be answered with nothing.
            smtp.auth("XOAUTH2", lambda challenge=None: said if challenge is None else "")
            return
        self._password = self._password or secrets.password(settings, self._ask)
        if f"{settings.user}{self._password}".isascii():
            smtp.login(settings.user, self._password)
            return
        # smtplib knows ASCII passwords only; PLAIN is UTF-8 (RFC 4616).
        plain = base64.b64encode(f"\0{settings.user}\0{self._password}".encode()).decode()
        code, words = smtp.docmd("AUTH", f"PLAIN {plain}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, words)

    def _down(self, error: Exception) -> RouteDownError:
        self._password = ""
        if isinstance(error, ssl.SSLCertVerificationError):
            why = tr("its certificate is not valid: {why}", why=error.verify_message)
            hint = tr("Check mail.host; a certificate of your own goes into the trust store of the system.")
        elif isinstance(error, smtplib.SMTPAuthenticationError):
            why = tr("it does not let {user} in: {words}", user=self._settings.user, words=_words(error.smtp_error))
            hint = tr("Check mail.user and the password; many servers want a password made for programs.")
        elif isinstance(error, smtplib.SMTPResponseException):
            why, hint = f"{error.smtp_code} {_words(error.smtp_error)}", tr("The mails wait in the outbox.")
        else:
            why = clean(str(getattr(error, "strerror", None) or error)) or type(error).__name__
            hint = tr("The mails wait in the outbox: salesdesk outbox send.")
        return RouteDownError(tr("{place} cannot be used: {why}.", place=self._place, why=why.rstrip(".")), hint=hint)

    def deliver(self, mail: Outgoing, message: EmailMessage) -> str:
        """Hand over one mail for all its recipients, or for none."""
        data = _LINE_DOT.sub(b"..", wire_bytes(message)) + b".\r\n"
        try:
            smtp = self._envelope(mail)
            _expect(*smtp.docmd("DATA"), 354)
            smtp.send(data)
        except smtplib.SMTPException as error:
            self.close()
            raise BusyError(tr("The connection broke before the mail was through: {why}.", why=error)) from error
        except RouteError:
            self._used = True
            self._reset()
            raise
        self._await_verdict(smtp)
        self._used = True
        return ""

    def _envelope(self, mail: Outgoing) -> smtplib.SMTP:
        """Name sender and recipients; a connection that went to sleep since the last mail is opened again."""
        sender = wire_address(mail.from_address)
        smtp = self._opened()
        try:
            code, words = smtp.mail(sender)
            asleep = code == 421
        except smtplib.SMTPServerDisconnected:
            if not self._used:
                raise
            asleep = True
        if asleep and self._used:
            self.close()
            smtp = self._opened()
            code, words = smtp.mail(sender)
        if 500 <= code < 600 and code != _TOO_BIG:
            raise RouteDownError(
                tr("{place} takes no mail from {who}: {words}.", place=self._place, who=sender, words=_words(words)),
                hint=tr("Check mail.from and mail.user."),
            )
        _expect(code, words, 250)
        for recipient in mail.recipients:
            code, words = smtp.rcpt(recipient)
            _expect(code, words, 250, 251, about=recipient)
        return smtp

    def _opened(self) -> smtplib.SMTP:
        self.open()
        if self._smtp is None:
            raise RuntimeError("open() leaves a connection or raises")
        return self._smtp

    def _await_verdict(self, smtp: smtplib.SMTP) -> None:
        """All of the mail is out: from here only the server's word counts."""
        try:
            if smtp.sock is not None:
                smtp.sock.settimeout(self._verdict)
            code, words = smtp.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise UnsureError(
                tr("{place} gave no answer after it had the mail.", place=self._place),
                hint=tr("Look in your Sent folder, or ask the recipient."),
            ) from error
        if smtp.sock is not None:
            smtp.sock.settimeout(self._timeout)
        if 200 <= code < 300:
            return
        if 400 <= code < 600:
            self._reset()
            _expect(code, words, 250)
        self.close()
        raise UnsureError(
            tr("{place} answered with what is no answer: {words}", place=self._place, words=_words(words))
        )

    def _reset(self) -> None:
        """Forget the mail that was begun; where that fails the connection is not worth keeping."""
        if self._smtp is None:
            return
        try:
            code, _ = self._smtp.rset()
        except (smtplib.SMTPException, OSError):
            code = 0
        if code != 250:
            self.close()

    def close(self) -> None:
        """Say goodbye."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                smtp.quit()
            smtp.close()


def _expect(code: int, words: bytes, *wanted: int, about: str = "") -> None:
    """RefusedError or BusyError, in the server's words, unless the code is one of those wanted."""
    if code in wanted:
        return
    said = f"{about}: {code} {_words(words)}" if about else f"{code} {_words(words)}"
    if 500 <= code < 600:
        raise RefusedError(tr("The server refused it: {words}", words=said))
    raise BusyError(tr("The server cannot take it now: {words}", words=said))


def _words(said: bytes | str) -> str:
    """What a server says, made harmless, in one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return clean(text, limit=300)


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
