"""A mail as it leaves: a MIME message without room for injected headers, an .eml file, a mailto: link."""

import datetime as dt
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import quote

from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr

# What mail programs and shells take as one link; Windows hands over 2,048 characters.
LONGEST_MAILTO = 1900
# A sign takes up to 12 characters there.
_MAILTO_SUBJECT = 120
# RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all.
_LONGEST_ADDRESS, _LONGEST_LOCAL = 254, 64
# Quoted local parts and those beyond ASCII (RFC 6531) are next to never met and are refused.
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~.-]+", re.ASCII)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}@[!-;=?-~]{1,200}>")
_WIRE = policy.SMTP.clone(max_line_length=78)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that goes with a mail: `path` is where it lies, `name` what the recipient sees."""

    name: str
    path: Path
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail to be built. Addresses are plain (`anna@acme.example`); `cc` and `references` hold several."""

    message_id: str
    at: dt.datetime
    from_address: str
    to_address: str
    subject: str
    body: str
    from_name: str = ""
    to_name: str = ""
    cc: tuple[str, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    unsubscribe: str = ""
    files: tuple[AttachedFile, ...] = ()

    @property
    def recipients(self) -> list[str]:
        """Everybody it is handed over for."""
        return [wire_address(address) for address in dict.fromkeys((self.to_address, *self.cc))]


def mail_address(text: str) -> str:
    """A mail address, without what stands around it; InvalidError when it is none or holds what it must not."""
    address = text.strip()
    local, at, domain = address.rpartition("@")
    labels = domain.split(".")
    fine = (
        at
        and len(address.encode("utf-8", "replace")) <= _LONGEST_ADDRESS
        and len(local) <= _LONGEST_LOCAL
        and _LOCAL.fullmatch(local)
        and not (local.startswith(".") or local.endswith(".") or ".." in local)
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) and len(label) <= 63 for label in labels)
    )
    if not fine:
        raise InvalidError(
            tr("'{text}' is not a mail address.", text=clean(text)[:100]), hint=tr("It looks like anna@example.com.")
        )
    return address


def wire_address(text: str) -> str:
    """A mail address as servers take it, its domain in ASCII; InvalidError when it is none."""
    local, _, domain = mail_address(text).rpartition("@")
    return f"{local}@{_ascii_domain(domain)}"


def message_id(key: bytes, sender: str) -> str:
    """The Message-ID of a mail: ours, in the sender's domain, the same whenever it is built."""
    return f"<{key.hex()}@{wire_address(sender).rpartition('@')[2]}>"


def is_message_id(text: str) -> bool:
    """Whether an id that came from elsewhere can stand in a header."""
    return bool(_MESSAGE_ID.fullmatch(text))


def build(mail: Outgoing) -> EmailMessage:
    """The MIME message: plain text, UTF-8, quoted-printable, attachments.

    InvalidError for an address that is none or a file that cannot be read; control characters are left out.
    """
    message = EmailMessage(policy=_WIRE)
    message["Message-ID"] = _id(mail.message_id)
    message["Date"] = format_datetime(mail.at)
    message["From"] = _address(mail.from_name, mail.from_address)
    message["To"] = _address(mail.to_name, mail.to_address)
    if mail.cc:
        message["Cc"] = [_address("", address) for address in mail.cc]
    message["Subject"] = clean(mail.subject)
    if mail.in_reply_to:
        message["In-Reply-To"] = _id(mail.in_reply_to)
        message["References"] = " ".join(_id(one) for one in dict.fromkeys((*mail.references, mail.in_reply_to)))
    if mail.unsubscribe:
        message["List-Unsubscribe"] = f"<mailto:{quote(mail_address(mail.unsubscribe), safe='@')}?subject=unsubscribe>"
    message.set_content(clean(mail.body, multiline=True, limit=NOTE_LIMIT) + "\n", cte="quoted-printable")
    for file in mail.files:
        _attach(message, file)
    return message


def wire_bytes(message: EmailMessage, *, line_end: str = "\r\n") -> bytes:
    """The message as bytes; sendmail-like programs want the line ends of the system."""
    return message.as_bytes(policy=_WIRE.clone(linesep=line_end))


def eml_name(mail: Outgoing) -> str:
    """The name of its .eml file: the day, the recipient, and a part of its id, so that writing twice is one file."""
    who = re.sub(r"[^a-z0-9]+", "-", fold(mail.to_address)).strip("-")[:40]
    return f"{mail.at:%Y-%m-%d}-{who}-{re.sub(r'[^0-9a-f]', '', mail.message_id.partition('@')[0])[-10:]}.eml"


def mailto(mail: Outgoing) -> tuple[str, bool]:
    """A mailto: link (RFC 6068), and whether the text of the mail has room in it; a long subject is cut."""
    heads = {"cc": ",".join(map(mail_address, mail.cc)), "subject": clean(mail.subject, limit=_MAILTO_SUBJECT)}
    start = f"mailto:{quote(mail_address(mail.to_address), safe='@')}"
    parts = [f"{key}={quote(value, safe='@,')}" for key, value in heads.items() if value]
    body = quote(clean(mail.body, multiline=True, limit=NOTE_LIMIT).replace("\n", "\r\n"), safe="")
    whole = f"{start}?{'&'.join([*parts, f'body={body}'])}"
    if len(whole) <= LONGEST_MAILTO:
        return whole, True
    link = f"{start}?{'&'.join(parts)}"
    if len(link) > LONGEST_MAILTO:
        raise InvalidError(tr("This mail has too many recipients for a mailto: link."), hint=tr("Use another route."))
    return link, False


def attached(paths: Sequence[Path]) -> tuple[AttachedFile, ...]:
    """Files as attachments; InvalidError for one that is not there."""
    for path in paths:
        if not path.is_file():
            raise InvalidError(tr("There is no file '{path}' to attach.", path=path), hint=tr("Check its name."))
    return tuple(AttachedFile(path.name, path) for path in paths)


def _address(name: str, address: str) -> Address:
    local, _, domain = wire_address(address).rpartition("@")
    return Address(clean(name), local, domain)


def _ascii_domain(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise InvalidError(tr("'{domain}' is not a domain.", domain=domain)) from None


def _id(text: str) -> str:
    if not is_message_id(text):
        raise InvalidError(tr("'{text}' is not a message id.", text=clean(text)[:100]))
    return text


def _attach(message: EmailMessage, file: AttachedFile) -> None:
    try:
        content = file.path.read_bytes()
    except OSError as error:
        raise InvalidError(
            tr("'{name}' cannot be attached: {why}.", name=file.name, why=error.strerror or error),
            hint=tr("Put the file back, or take it out of the mail."),
        ) from None
    guessed = file.media_type or mimetypes.guess_type(file.name)[0] or ""
    kind, _, subtype = guessed.partition("/")
    if not re.fullmatch(r"[a-z]+", kind) or not re.fullmatch(r"[\w.+-]+", subtype) or kind in {"message", "multipart"}:
        kind, subtype = "application", "octet-stream"
    name = clean(file.name).replace("/", "_").replace("\\", "_") or tr("file")
    message.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
