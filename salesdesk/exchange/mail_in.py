"""A mail that came in: who wrote what, whether it is a bounce, an automatic answer, or asks for no more mail.

Nothing here raises, whatever the bytes are: what is not a mail is told with its reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser

from salesdesk.domain.mails import new_part, wants_out
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.exchange.mail_bounce import Failure, failures_of
from salesdesk.exchange.mail_head import Address, Head, Unreadable, decoded, head_of
from salesdesk.exchange.mail_html import MOST_CHARACTERS, html_to_text

# What is looked at of one mail; attachments beyond are not needed to read it.
MOST_BYTES = 1024 * 1024
_MOST_BOUNDARIES = 25
_MOST_PARTS = 200
_RETURNED_ID = re.compile(rb"(?im)^[>\s]{0,8}message-id:\s{0,80}(<[^<>\s]{1,500}>)")

__all__ = ["Address", "Failure", "Head", "Mail", "Unreadable", "read_mail"]


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as text: `text` is all of it, `new_text` what it adds to the conversation.

    `failures` are the recipients that another mail did not reach, `returned_ids` the ids found in what came back
    of that mail. `wants_out`: it asks for no more mail.
    """

    head: Head
    text: str
    new_text: str
    failures: tuple[Failure, ...]
    returned_ids: tuple[str, ...]
    wants_out: bool


def read_mail(raw: bytes, name: str = "") -> Mail | Unreadable:
    """The mail in these bytes (its first MiB); `name` says where it was found."""
    raw = raw[:MOST_BYTES]
    if not raw.strip():
        return Unreadable(name, "it is empty")
    # The parser compares every line with every boundary that is open.
    if raw.count(b"boundary=") > _MOST_BOUNDARIES:
        return Unreadable(name, "it is nested too deeply to be a letter")
    try:
        message = BytesParser().parsebytes(raw)
        head = head_of(message, name)
        return head if isinstance(head, Unreadable) else _mail(message, head, raw)
    except RecursionError:
        return Unreadable(name, "it is nested too deeply to be a letter")
    except Exception as error:
        # The parser of the standard library has raised nearly everything on hostile mail over the years, and a
        # mailbox must not become unreadable by one letter.
        return Unreadable(name, f"it cannot be read ({type(error).__name__})")


def _mail(message: Message, head: Head, raw: bytes) -> Mail:
    text = clean(_text(message), multiline=True, limit=NOTE_LIMIT)
    new = new_part(text)
    failures = failures_of(message) if head.about_delivery else ()
    returned = dict.fromkeys(clean(found.decode("ascii", "replace")) for found in _RETURNED_ID.findall(raw))
    ids = tuple(found for found in returned if found != head.message_id) if head.about_delivery else ()
    out = not failures and not head.automatic and wants_out(head.subject, new)
    return Mail(head, text, new, failures, ids, out)


def _text(message: Message) -> str:
    """The readable text: what is plain, else what is HTML."""
    plain: list[str] = []
    html: list[str] = []
    for part in leaves(message):
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment" or part.get_filename()
        if attached or kind not in {"text/plain", "text/html"}:
            continue
        body = _body(part)
        if kind == "text/html":
            html.append(body[:MOST_CHARACTERS])
        else:
            flowed = str(part.get_param("format", "")).lower() == "flowed"
            plain.append(_unflowed(body) if flowed else body)
    if any(text.strip() for text in plain):
        return "\n".join(plain)
    return "\n".join(html_to_text(text) for text in html[:5])


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order, without going into mails that are attached."""
    waiting, count = [message], 0
    while waiting and count < _MOST_PARTS:
        part = waiting.pop()
        count += 1
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting += reversed([p for p in inside if isinstance(p, Message)])
        else:
            yield part


def _body(part: Message) -> str:
    raw = part.get_payload(decode=True)
    return decoded(raw, part.get_content_charset()) if isinstance(raw, bytes) else ""


def _unflowed(text: str) -> str:
    """Paragraphs of `format=flowed` (RFC 3676) as one line each; quoted lines stay as they are."""
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        if goes_on and not line.startswith(">"):
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line.removeprefix(" "))
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)
