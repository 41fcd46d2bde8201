"""The headers of a mail that came in, read so that nothing in them can do harm; an unreadable one costs only itself."""

import datetime as dt
import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from salesdesk.domain.mails import sounds_automatic
from salesdesk.domain.people import find_mail
from salesdesk.domain.text import clean

MOST_HEADER_BYTES = 256 * 1024
_LONGEST_VALUE = 20_000
_LONGEST_WORDS = 2_000
_MOST_ADDRESSES = 200
_MOST_IDS = 100
_ID = re.compile(r"<[^<>\s]{1,500}>")
# Codecs that make text of bytes and are no charset: slow or surprising on hostile input.
_NO_CHARSETS = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
# Zone names of Europe that RFC 5322 does not know, in hours; without an offset it would be read as UTC.
_ZONES = {"WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3}


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody in a header: the name as written, the address in lower case ('' when there is none)."""

    name: str
    mail: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the headers say. `name` is where the mail was found; ids are written `<...>`.

    `sent_at` is None when the date cannot be read. `automatic`: a machine wrote it. `about_delivery`: it may tell
    that another mail did not arrive.
    """

    name: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    sent_at: dt.datetime | None
    automatic: bool
    about_delivery: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What is not a mail, and why."""

    name: str
    reason: str


def header_bytes(raw: bytes) -> bytes:
    """The part of a mail before its body, or of a file that is none its beginning."""
    found = re.search(rb"\r?\n\r?\n", raw[:MOST_HEADER_BYTES])
    return raw[: found.end()] if found else raw[:MOST_HEADER_BYTES]


def read_head(raw: bytes, name: str = "") -> Head | Unreadable:
    """The headers of a mail, of which `raw` may be no more than the beginning; never raises."""
    head = header_bytes(raw)
    if not head.strip():
        return Unreadable(name, "it is empty")
    return head_of(BytesHeaderParser().parsebytes(head), name)


def head_of(message: Message, name: str = "") -> Head | Unreadable:
    """The headers of a parsed mail; Unreadable when nobody sent it."""
    senders = _addresses(message, "from") or _addresses(message, "sender")
    if not senders:
        return Unreadable(name, "it has no sender, so it is not a mail")
    sender, subject = senders[0], value_of(message, "subject")
    own = next(iter(_ids(message, "message-id")), "") or _made_id(message)
    answered = _ids(message, "in-reply-to")
    local = sender.mail.partition("@")[0] or sender.name.lower()
    daemon = local.startswith(("mailer-daemon", "postmaster", "mail delivery"))
    returned = value_of(message, "return-path").strip() == "<>" or "x-failed-recipients" in message
    report = message.get_content_type() == "multipart/report"
    return Head(
        name,
        own,
        answered[0] if answered else "",
        tuple(_ids(message, "references")),
        sender,
        tuple(_addresses(message, "to")),
        tuple(_addresses(message, "cc")),
        subject,
        _date(value_of(message, "date")),
        report or _automatic(message) or sounds_automatic(subject),
        daemon or returned or report,
    )


def value_of(message: Message, name: str) -> str:
    """A header as text in one line, its encoded words decoded; '' when it is not there."""
    return _words(_raw(message, name))


def decoded(raw: bytes, charset: str | None) -> str:
    """Bytes as text: by their charset, else as UTF-8, else as the code page that has a sign for every byte."""
    for name in (charset, "utf-8"):
        if name and name.lower().replace("-", "_") not in _NO_CHARSETS:
            with suppress(LookupError, UnicodeError, ValueError):
                return raw.decode(name)
    return raw.decode("cp1252", "replace")


def _raw(message: Message, name: str) -> str:
    """A header as it was sent; bytes beyond ASCII are taken for UTF-8 or the usual code page."""
    value = next((str(v) for k, v in message.raw_items() if k.lower() == name), "")[:_LONGEST_VALUE]
    if not value.isascii():
        value = decoded(value.encode("utf-8", "surrogateescape"), None)
    return value


def _addresses(message: Message, name: str) -> list[Address]:
    raw = _raw(message, name).replace("\r", " ").replace("\n", " ")
    if not raw.strip():
        return []
    pairs: list[tuple[str, str]] = []
    with suppress(RecursionError, ValueError, IndexError, TypeError):
        pairs = getaddresses([raw])[:_MOST_ADDRESSES]
    found = [Address(_words(shown), (find_mail(mail[:1000]) or "").lower()) for shown, mail in pairs]
    found = [address for address in found if address.mail]
    if found:
        return found
    # What no rule allows still names somebody, or a machine without an address.
    return [Address(_words(raw[:1000]), (find_mail(raw[:1000]) or "").lower())]


def _words(raw: str) -> str:
    """A text with its encoded words (RFC 2047) decoded, in one line."""
    raw = raw[:_LONGEST_WORDS]
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError, IndexError):
        return clean(raw)
    return clean("".join(decoded(p, charset) if isinstance(p, bytes) else p for p, charset in parts))


def _ids(message: Message, name: str) -> list[str]:
    return [clean(found) for found in _ID.findall(_raw(message, name))[-_MOST_IDS:]]


def _made_id(message: Message) -> str:
    """An id for a mail that has none: the same for the same mail in two mailboxes."""
    said = "\n".join(_raw(message, name) for name in ("from", "to", "date", "subject"))
    return f"<{hashlib.sha256(said.encode()).hexdigest()[:32]}@no-message-id.invalid>"


def _automatic(message: Message) -> bool:
    """Whether a header says that a machine answered (RFC 3834) or that it went to a list."""
    return (
        value_of(message, "auto-submitted").lower().startswith("auto-")
        or any(name in message for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "list-id"))
        or value_of(message, "precedence").lower() in {"auto_reply", "bulk", "junk", "list"}
    )


def _date(text: str) -> dt.datetime | None:
    """The instant of a Date header in UTC."""
    if not text:
        return None
    try:
        found = parsedate_to_datetime(text[:200])
        if found.tzinfo is None:
            zone = re.search(r"\b([A-Z]{3,4})\b\W*$", text[:200])
            found = found.replace(tzinfo=dt.timezone(dt.timedelta(hours=_ZONES.get(zone[1], 0) if zone else 0)))
        return found.astimezone(dt.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
