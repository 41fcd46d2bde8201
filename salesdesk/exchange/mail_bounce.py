"""Bounces: which recipient a mail did not reach, for good or for now, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from salesdesk.domain.people import find_mail
from salesdesk.domain.text import clean

_LONGEST_REASON = 300
_MOST = 50
# RFC 3463: these say something of this mail or of the day, not that the address is of no use: full (5.2.2), too
# long (5.2.3, 5.3.4), protocol (5.5), content (5.6), policy and spam (5.7).
_NOT_THE_ADDRESS = re.compile(r"5\.(?:2\.[23]|3\.4|[567]\.\d+)")
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Failure:
    """A recipient a mail did not reach. `permanent`: it never will; `dead`: because the address is of no use."""

    recipient: str
    permanent: bool
    dead: bool
    reason: str


def failures_of(message: Message) -> tuple[Failure, ...]:
    """What a mail about delivery says: its delivery status (RFC 3464), else what old mail servers write in words."""
    found = {failure.recipient: failure for failure in _statuses(message)}
    return tuple(list(found.values())[:_MOST]) or _in_words(message)


def _statuses(message: Message) -> Iterator[Failure]:
    for part in message.walk():
        blocks = part.get_payload()
        if part.get_content_type() != "message/delivery-status" or not isinstance(blocks, list):
            continue
        for block in blocks:
            failure = _failure(block) if isinstance(block, Message) else None
            if failure is not None:
                yield failure


def _failure(block: Message) -> Failure | None:
    """One recipient of a delivery status; None for one that was reached."""
    named = [_said(block, name) for name in ("original-recipient", "final-recipient")]
    recipient = next((mail.lower() for text in named if (mail := find_mail(text.partition(";")[2] or text))), "")
    action, why = _said(block, "action").lower(), _said(block, "diagnostic-code")
    status = _STATUS.search(_said(block, "status")) or _STATUS.search(why)
    code = status[1] if status else ""
    if not any(named) or action.startswith(("delivered", "relayed", "expanded")) or code.startswith("2"):
        return None
    permanent = not action.startswith("delayed") and not code.startswith("4")
    reason = re.sub(r"(?i)^smtp\s*;\s*", "", why)
    if recipient:
        # The address is said beside it.
        reason = re.sub(rf"(?i)<?{re.escape(recipient)}>?:\s*", "", reason)
    dead = permanent and not _NOT_THE_ADDRESS.fullmatch(code)
    return Failure(recipient, permanent, dead, (reason or code)[:_LONGEST_REASON])


def _said(block: Message, name: str) -> str:
    return clean(str(block.get(name, ""))[:2000])


def _in_words(message: Message) -> tuple[Failure, ...]:
    """Bounces of servers that send no delivery status, by the rules that Mailman gathered."""
    from flufl.bounce import all_failures

    try:
        later, never = all_failures(message)
    except Exception:
        # Its rules meet every kind of rubbish; what they cannot read is no bounce.
        return ()
    found: list[Failure] = []
    for permanent, addresses in ((True, never), (False, later)):
        for address in sorted(addresses):
            mail = find_mail(address.decode("ascii", "replace")[:1000])
            if mail:
                found.append(Failure(mail.lower(), permanent, permanent, ""))
    return tuple(found[:_MOST])
