"""Whom a mail concerns: the conversation it answers, else the person who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesdesk.domain.people import mail_key
from salesdesk.exchange.mail_head import Head
from salesdesk.services.desk import Desk
from salesdesk.services.inbox.settings import InboxSettings
from salesdesk.services.records import Ref, by_id
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import placeholders

_LINKS = ("deal", "lead", "contact", "account")


@dataclass(frozen=True, slots=True)
class Answered:
    """A mail of a conversation that another one answers or brings back; `to_address` only of what we sent."""

    id: bytes
    owner_id: bytes | None
    enrolment_id: bytes | None
    message_id: str
    thread: str
    to_address: str
    ref: Ref | None


class Correspondence:
    """What one fetch needs to know at each header: our own addresses, those of companies, the unsubscribe address."""

    def __init__(self, desk: Desk, settings: InboxSettings) -> None:
        members = desk.connection.rows("SELECT email FROM member WHERE email <> '' AND deleted_op IS NULL")
        accounts = desk.connection.rows("SELECT email, id FROM account WHERE email <> '' AND deleted_op IS NULL")
        mine = [settings.mine, settings.user, settings.unsubscribe, *(email for (email,) in members)]
        self.own = {key for text in mine if (key := mail_key(text))}
        self.unsubscribe = mail_key(settings.unsubscribe) or ""
        self._accounts = {key: account for email, account in accounts if (key := mail_key(email))}

    def concerned(self, connection: Connection, head: Head) -> bool:
        """Whether this mail is worth reading: of somebody known, in a conversation of ours, or about delivery."""
        return (
            head.about_delivery
            or self.asks_out(head)
            or self.person(connection, head.sender.mail) is not None
            or answered(connection, (head.in_reply_to, *head.references)) is not None
        )

    def asks_out(self, head: Head) -> bool:
        """Whether it went to the address that takes people off our lists."""
        return bool(self.unsubscribe) and any(a.mail == self.unsubscribe for a in (*head.to, *head.cc))

    def person(self, connection: Connection, address: str) -> Ref | None:
        """Whose address it is: an open lead, a contact (through an open deal), a lead of before, a company."""
        key = mail_key(address)
        if not key:
            return None
        lead = connection.one(
            "SELECT l.id, s.meaning FROM lead l LEFT JOIN lead_status s ON s.id = l.status_id"
            " WHERE l.email_key = ? AND l.deleted_op IS NULL"
            " ORDER BY CASE s.meaning WHEN 'open' THEN 0 WHEN 'converted' THEN 1 ELSE 2 END, l.id DESC LIMIT 1",
            (key,),
        )
        if lead is not None and lead[1] == "open":
            return by_id(connection, "lead", lead[0])
        contact = connection.value(
            "SELECT c.id FROM contact c WHERE c.email_key = ? AND c.deleted_op IS NULL"
            " ORDER BY EXISTS (SELECT 1 FROM deal d WHERE d.contact_id = c.id AND d.state = 'open'"
            " AND d.deleted_op IS NULL) DESC, c.id DESC LIMIT 1",
            (key,),
        )
        if contact is not None:
            return _open_deal(connection, "contact_id = ?", contact) or by_id(connection, "contact", contact)
        if lead is not None:
            return _of_lead(connection, lead[0])
        account = self._accounts.get(key)
        return _live(connection, "account", account) if account else None


def answered(connection: Connection, ids: Iterable[str], *, only_sent: bool = False) -> Answered | None:
    """The newest mail here with one of these ids, one that we sent before one that came in."""
    wanted = [one for one in dict.fromkeys(ids) if one]
    if not wanted:
        return None
    sent = " AND direction = 'out'" if only_sent else ""
    row = connection.one(
        "SELECT id, owner_id, enrolment_id, message_id, thread, CASE WHEN direction = 'out' THEN to_address ELSE '' END,"
        " deal_id, lead_id, contact_id, account_id"
        f" FROM message WHERE message_id IN ({placeholders(wanted)}) AND deleted_op IS NULL{sent}"
        " ORDER BY direction = 'out' DESC, id DESC LIMIT 1",
        wanted,
    )
    if row is None:
        return None
    key, owner, enrolment, message_id, thread, to_address, *links = row
    found = (_live(connection, kind, linked) for kind, linked in zip(_LINKS, links, strict=True) if linked)
    ref = next((ref for ref in found if ref), None)
    return Answered(key, owner, enrolment, message_id, thread, to_address, ref)


def is_here(connection: Connection, message_id: str, *, also_undone: bool) -> bool:
    """Whether a mail was taken in already; with `also_undone` also when that was taken back."""
    live = "" if also_undone else " AND deleted_op IS NULL"
    found = connection.value(f"SELECT 1 FROM message WHERE message_id = ?{live} LIMIT 1", (message_id,))
    return found is not None


def _live(connection: Connection, kind: str, key: bytes) -> Ref | None:
    if connection.value(f"SELECT 1 FROM {kind} WHERE id = ? AND deleted_op IS NULL", (key,)) is None:
        return None
    return _of_lead(connection, key) if kind == "lead" else by_id(connection, kind, key)


def _of_lead(connection: Connection, key: bytes) -> Ref:
    """A lead, or the open deal it has become."""
    where = "id IN (SELECT k.deal_id FROM deal_lead k WHERE k.lead_id = ? AND k.deleted_op IS NULL)"
    return _open_deal(connection, where, key) or by_id(connection, "lead", key)


def _open_deal(connection: Connection, where: str, key: bytes) -> Ref | None:
    found = connection.value(
        f"SELECT id FROM deal WHERE {where} AND state = 'open' AND deleted_op IS NULL ORDER BY id DESC LIMIT 1", (key,)
    )
    return by_id(connection, "deal", found) if found else None
