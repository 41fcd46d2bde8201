"""An IMAP folder, looked at and never changed (RFC 3501): headers first, whole mails only when they are wanted."""

import base64
import datetime as dt
import imaplib
import re
import ssl
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from salesdesk.domain.text import clean
from salesdesk.exchange.mail_head import Unreadable
from salesdesk.exchange.mail_in import MOST_BYTES
from salesdesk.exchange.mail_sources import Letter, Position, SourceError
from salesdesk.i18n import tr

TIMEOUT_SECONDS = 30.0
_HEADERS_AT_ONCE = 50
_MOST_HEADER_BYTES = 64 * 1024
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_UID = re.compile(rb"\bUID (\d+)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Login:
    """How to get in: a password, or a token for XOAUTH2."""

    user: str
    secret: str
    token: bool = False


class ImapSource:
    """A folder on an IMAP server; `security` is tls, starttls, or none for a server on this machine.

    `login` is asked for when the connection stands.
    """

    route = "imap"

    def __init__(
        self,
        host: str,
        port: int,
        login: Callable[[], Login],
        *,
        account: str,
        folder: str = "INBOX",
        security: str = "tls",
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        self.host, self.port, self.folder, self.security = host, port, folder, security
        self.account = account
        self._login = login
        self._timeout = timeout
        self._position = Position()

    @property
    def position(self) -> Position:
        """How far the letters that were worked on go."""
        return self._position

    def letters(self, after: Position, since: dt.datetime | None) -> Generator[Letter | Unreadable]:
        """The mails behind `after`, or since that day when the folder was never read or was made anew."""
        with self._translated(), self._connected() as imap:
            validity = self._examine(imap)
            known = after.last_uid if after.validity == validity else 0
            self._position = Position(validity, known)
            uids = self._search(imap, known, since)
            for start in range(0, len(uids), _HEADERS_AT_ONCE):
                some = uids[start : start + _HEADERS_AT_ONCE]
                heads = self._fetch(imap, some, f"BODY.PEEK[HEADER]<0.{_MOST_HEADER_BYTES}>")
                for uid in some:
                    if uid in heads:
                        yield Letter(f"{self.folder} {uid}", heads[uid], partial(self._whole, imap, uid))
                    self._position = Position(validity, uid)

    def _whole(self, imap: imaplib.IMAP4, uid: int) -> bytes:
        with self._translated():
            return self._fetch(imap, [uid], f"BODY.PEEK[]<0.{MOST_BYTES}>").get(uid, b"")

    @contextmanager
    def _connected(self) -> Iterator[imaplib.IMAP4]:
        if self.security == "none" and self.host not in _LOOPBACK:
            raise SourceError(
                tr("{host} is not this machine, and without TLS everybody could read along.", host=self.host),
                hint=tr("Set inbox.security to tls or starttls."),
            )
        imap: imaplib.IMAP4
        if self.security == "tls":
            context = ssl.create_default_context()
            imap = imaplib.IMAP4_SSL(self.host, self.port, ssl_context=context, timeout=self._timeout)
        else:
            imap = imaplib.IMAP4(self.host, self.port, timeout=self._timeout)
        try:
            if self.security == "starttls":
                imap.starttls(ssl.create_default_context())
            self._log_in(imap)
            yield imap
        except BaseException:
            # The mailbox was only looked at: nothing is to be said to a server that may not answer any more.
            with suppress(OSError):
                imap.shutdown()
            raise
        with suppress(OSError, imaplib.IMAP4.error):
            imap.logout()

    def _log_in(self, imap: imaplib.IMAP4) -> None:
        login = self._login()
        try:
            if login.token:
                bearer = f"user={login.user}\x01auth=Bearer {login.secret}\x01\x01".encode()
                # What the server answers to a token it does not like is to be answered by nothing.
                answers = iter([bearer])
                imap.authenticate("XOAUTH2", lambda _: next(answers, b""))
            elif "AUTH=PLAIN" in imap.capabilities:
                imap.authenticate("PLAIN", lambda _: f"\0{login.user}\0{login.secret}".encode())
            else:
                imap.login(login.user, login.secret)
        except imaplib.IMAP4.abort:
            raise
        except (imaplib.IMAP4.error, UnicodeEncodeError) as error:
            raise SourceError(
                tr(
                    "{host} refused the login of {user}: {reason}.",
                    host=self.host,
                    user=login.user,
                    reason=_said(error),
                ),
                hint=tr("Check user and password; many providers want a password of its own for programs."),
            ) from None

    def _examine(self, imap: imaplib.IMAP4) -> int:
        """Open the folder for reading only; its UIDVALIDITY."""
        kind, data = imap.select(_quoted(self.folder), readonly=True)
        if kind != "OK":
            raise SourceError(
                tr("There is no folder '{folder}' on {host}: {reason}.", folder=self.folder, host=self.host,
                   reason=clean(_text(data[0]))),
                hint=tr("Set inbox.folder."),
            )  # fmt: skip
        _, found = imap.response("UIDVALIDITY")
        value = _text(found[0]) if found else ""
        return int(value) if value.isdigit() else 0

    def _search(self, imap: imaplib.IMAP4, known: int, since: dt.datetime | None) -> list[int]:
        asked = ["ALL"]
        if known:
            asked = ["UID", f"{known + 1}:*"]
        elif since is not None:
            # The server has days of its own zone.
            day = since.date() - dt.timedelta(days=1)
            asked = ["SINCE", f"{day.day}-{_MONTHS[day.month - 1]}-{day.year}"]
        kind, data = imap.uid("SEARCH", *asked)
        if kind != "OK":
            raise SourceError(tr("{host} does not search its mails: {reason}.", host=self.host, reason=_text(data[0])))
        # `8:*` gives the last mail also when its UID is below 8.
        return sorted({int(uid) for line in data for uid in _text(line).split() if uid.isdigit() and int(uid) > known})

    def _fetch(self, imap: imaplib.IMAP4, uids: Sequence[int], what: str) -> dict[int, bytes]:
        """A part of each mail by its UID; a mail that is gone meanwhile is not in it."""
        kind, data = imap.uid("FETCH", ",".join(map(str, uids)), f"(UID {what})")
        if kind != "OK":
            raise SourceError(tr("{host} does not give its mails: {reason}.", host=self.host, reason=_text(data[0])))
        found: dict[int, bytes] = {}
        for at, item in enumerate(data):
            if not isinstance(item, tuple):
                continue
            # The UID stands before the text or behind it, as the server likes.
            behind = data[at + 1] if at + 1 < len(data) and isinstance(data[at + 1], bytes) else b""
            uid = _UID.search(item[0]) or _UID.search(behind)
            if uid:
                found[int(uid[1])] = bytes(item[1])
        return found

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turns what a connection can meet into one sentence."""
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            raise SourceError(
                tr("The certificate of {host} is not right: {reason}.", host=self.host, reason=error.verify_message),
                hint=tr("Check inbox.host; a certificate that cannot be checked is never trusted."),
            ) from None
        except TimeoutError:
            raise SourceError(
                tr("{host} did not answer in {count} seconds.", host=self.host, count=f"{self._timeout:g}"),
                hint=tr("Try again; nothing that came in is lost."),
            ) from None
        except (OSError, imaplib.IMAP4.error) as error:
            raise SourceError(
                tr("The connection to {host} broke: {reason}.", host=f"{self.host}:{self.port}", reason=_said(error)),
                hint=tr("Check inbox.host, inbox.port and inbox.security, or try again; nothing that came in is lost."),
            ) from None


def _said(error: Exception) -> str:
    """What a server or the system says of an error, in one harmless line."""
    first = error.args[0] if error.args else ""
    text = getattr(error, "strerror", None) or (_text(first) if isinstance(first, bytes) else str(error))
    return clean(text.removeprefix("b'").removesuffix("'"))[:200].rstrip(".") or type(error).__name__


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")


def _quoted(folder: str) -> str:
    """A folder name as IMAP writes it: modified UTF-7 (RFC 3501, 5.1.3) between quotes."""

    def encoded(match: re.Match[str]) -> str:
        if match[0] == "&":
            return "&-"
        return f"&{base64.b64encode(match[0].encode('utf-16-be')).decode().rstrip('=').replace('/', ',')}-"

    name = re.sub(r"&|[^\x20-\x7e]+", encoded, clean(folder))
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
