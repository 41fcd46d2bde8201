"""What one mail does: a reply is logged and ends the waiting, a bounce closes an address, a wish is respected."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from salesdesk import clock
from salesdesk.domain.text import clean
from salesdesk.exchange.mail_bounce import Failure
from salesdesk.exchange.mail_in import Mail
from salesdesk.i18n import tr
from salesdesk.services import optouts, outreach
from salesdesk.services.desk import Desk
from salesdesk.services.inbox.matching import Answered, Correspondence, answered
from salesdesk.services.records import Ref
from salesdesk.store.read.lookups import Choice, OutcomeRow, outcomes

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# What a mail can turn out to be, with its words; the state of its message says the same.
KINDS = {
    "received": ("reply", "replies"),
    "automatic": ("automatic answer", "automatic answers"),
    "bounced": ("bounce", "bounces"),
    "delayed": ("delay", "delays"),
    "unsubscribed": ("unsubscribed", "unsubscribed"),
}
_SUBJECT = 200
# An appointment stands, whatever comes in by mail meanwhile.
_APPOINTMENTS = {"meeting", "demo", "visit"}


class Taker:
    """Writes mails, inside one operation; `refs` are the records they were logged on."""

    def __init__(self, desk: Desk, unit: "Unit", book: Correspondence, route: str) -> None:
        self.desk = desk
        self.unit = unit
        self.book = book
        self.route = route
        self.refs: list[Ref] = []
        self._mail = outreach.kind_named(desk, "mail")
        self._note = outreach.kind_named(desk, "note")
        every = outcomes(unit.connection)
        self._replied = _outcome(every, self._mail, "Replied", "reached")
        self._bounced = _outcome(every, self._mail, "Bounced", "wrong")
        self._noted = _outcome(every, self._note, "Noted", "noted")

    def take(self, mail: Mail) -> str:
        """Write one mail; what it was (see KINDS), or '' when it concerns nobody after all."""
        if mail.failures:
            return self._take_failure(mail)
        head = mail.head
        ours = answered(self.unit.connection, (head.in_reply_to, *head.references))
        out = bool(head.sender.mail) and (mail.wants_out or (self.book.asks_out(head) and not head.automatic))
        ref = (ours.ref if ours else None) or self.book.person(self.unit.connection, head.sender.mail)
        if out:
            return self._take_wish(mail, ref, ours)
        if ref is None:
            return ""
        if head.automatic:
            activity = self._log(ref, ours, self._note, self._noted, mail, mail.new_text)
            self._keep(mail, "automatic", ref, ours, activity)
            return "automatic"
        return self._take_reply(mail, ref, ours)

    def _take_reply(self, mail: Mail, ref: Ref, ours: Answered | None) -> str:
        activity = self._log(ref, ours, self._mail, self._replied, mail, mail.new_text)
        message = self._keep(mail, "received", ref, ours, activity)
        words = next((line for line in mail.new_text.split("\n") if line.strip()), mail.head.subject)
        self._tell("reply", ref, ours, activity, message, words)
        self._end_waiting(ref)
        return "received"

    def _take_wish(self, mail: Mail, ref: Ref | None, ours: Answered | None) -> str:
        words = (mail.new_text or mail.head.subject).split("\n")[0][:80]
        # The address they wrote from, and the one we wrote to, which may be another one of theirs.
        for address in dict.fromkeys((mail.head.sender.mail, ours.to_address if ours else "")):
            if address:
                reason = tr("asked by mail: {words}", words=words)
                optouts.put(self.unit, self.desk, address, channel="mail", reason=reason)
        if ref is None:
            # Of a stranger nothing is kept but the address, and the id by which the mail is known again.
            values = {"direction": "in", "state": "unsubscribed", "from_address": mail.head.sender.mail}
            self.unit.insert("message", values | {"message_id": mail.head.message_id, "sent_at": _when(mail)})
            return "unsubscribed"
        activity = self._log(ref, ours, self._mail, None, mail, mail.new_text or tr("Unsubscribed"))
        message = self._keep(mail, "unsubscribed", ref, ours, activity)
        self._tell("reply", ref, ours, activity, message, tr("wants no more mail"))
        return "unsubscribed"

    def _take_failure(self, mail: Mail) -> str:
        ids = (*mail.returned_ids, mail.head.in_reply_to, *mail.head.references)
        ours = answered(self.unit.connection, ids, only_sent=True)
        taken = ""
        for failure in mail.failures:
            # Who forwards his mail fails under another address than the one we wrote to.
            address = failure.recipient if ours is None or len(mail.failures) > 1 else ours.to_address
            ref = (ours.ref if ours else None) or self.book.person(self.unit.connection, address)
            if ref is not None:
                taken = self._fail(mail, failure, address, ref, ours)
        return taken

    def _fail(self, mail: Mail, failure: Failure, address: str, ref: Ref, ours: Answered | None) -> str:
        reason = failure.reason or tr("no reason given")
        if not failure.permanent:
            words = tr("Mail to {address} is late: {reason}", address=address, reason=reason)
            self._keep(mail, "delayed", ref, ours, self._log(ref, ours, self._note, self._noted, mail, words))
            return "delayed"
        if ours is not None:
            self.unit.update("message", ours.id, {"state": "bounced", "error": reason})
        if failure.dead and address:
            optouts.put(self.unit, self.desk, address, channel="mail", reason=tr("bounced: {reason}", reason=reason))
        words = tr("Mail to {address} bounced: {reason}", address=address, reason=reason)
        activity = self._log(ref, ours, self._mail, self._bounced, mail, words)
        message = self._keep(mail, "bounced", ref, ours, activity)
        self._tell("bounce", ref, ours, activity, message, words)
        return "bounced"

    # The rows

    def _log(
        self, ref: Ref, ours: Answered | None, kind: Choice, outcome: OutcomeRow | None, mail: Mail, words: str
    ) -> bytes:
        instant = _when(mail)
        self.refs.append(ref)
        return outreach.add_touch(
            self.unit,
            self.desk,
            ref,
            {
                "kind_id": kind.id,
                "outcome_id": outcome.id if outcome else None,
                "subject": mail.head.subject[:_SUBJECT],
                "note": words,
                "direction": "in",
                "done_on": self.desk.local(instant).date(),
                "done_at": instant,
                "owner_id": self._owner(ref, ours),
                "enrolment_id": ours.enrolment_id if ours else None,
            },
        )

    def _keep(self, mail: Mail, state: str, ref: Ref, ours: Answered | None, activity: bytes) -> bytes:
        head = mail.head
        first = next(iter(head.references), head.in_reply_to) or head.message_id
        links: dict[str, Any] = {f"{ref.kind}_id": ref.id}
        row = self.unit.connection.one("SELECT account_id, contact_id FROM activity WHERE id = ?", (activity,))
        if row:
            links = {"account_id": row[0], "contact_id": row[1]} | links
        return self.unit.insert(
            "message",
            links
            | {
                "direction": "in",
                "state": state,
                "owner_id": self._owner(ref, ours),
                "activity_id": activity,
                "enrolment_id": ours.enrolment_id if ours else None,
                "from_address": head.sender.mail,
                "to_address": head.to[0].mail if head.to else "",
                "cc": ", ".join(address.mail for address in (*head.to[1:], *head.cc))[:2000],
                "subject": head.subject,
                "body": mail.text,
                "message_id": head.message_id,
                "in_reply_to": head.in_reply_to,
                "thread": (ours.thread or ours.message_id) if ours else first,
                "route": self.route,
                "sent_at": _when(mail),
            },
        )

    def _tell(self, kind: str, ref: Ref, ours: Answered | None, activity: bytes, message: bytes, words: str) -> None:
        member = self._owner(ref, ours)
        if member is None:
            return
        about = {"record_kind": ref.kind, "record_id": ref.id, "activity_id": activity, "message_id": message}
        values = {"member_id": member, "kind": kind, "text": clean(words)[:_SUBJECT], "at": clock.now()}
        self.unit.insert("notice", values | about)

    def _owner(self, ref: Ref, ours: Answered | None) -> bytes | None:
        """Who wrote the mail that is answered, else whose the record is, of those who still work here; else who takes
        the mail in."""
        connection = self.unit.connection
        owner = connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        for member in (ours.owner_id if ours else None, owner):
            if member and connection.value("SELECT 1 FROM member WHERE id = ? AND active", (member,)):
                return bytes(member)
        return self.desk.actor

    def _end_waiting(self, ref: Ref) -> None:
        """The next step is due today: there is something to answer. What was agreed for a time stays."""
        connection = self.unit.connection
        step = outreach.planned(connection, ref)
        if step is None:
            self._plan_answer(ref)
            return
        row = connection.one(
            "SELECT a.due_at, k.meaning FROM activity a LEFT JOIN activity_kind k ON k.id = a.kind_id WHERE a.id = ?",
            (step.id,),
        )
        agreed = row is not None and (row[0] is not None or row[1] in _APPOINTMENTS)
        if step.on > self.desk.today and not agreed:
            self.unit.update("activity", step.id, {"due_on": self.desk.today})

    def _plan_answer(self, ref: Ref) -> None:
        """An open lead or deal without a next step gets the one that follows a reply."""
        if ref.kind not in {"lead", "deal"} or self._replied is None:
            return
        live = (
            "SELECT 1 FROM deal WHERE id = ? AND state = 'open'"
            if ref.kind == "deal"
            else "SELECT 1 FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.id = ? AND s.meaning = 'open'"
        )
        step = outreach.default_step(self.desk, self._replied, self.desk.local(clock.now()))
        if step is not None and self.unit.connection.value(live, (ref.id,)):
            outreach.set_step(self.unit, self.desk, ref, step)


def _outcome(every: list[OutcomeRow], kind: Choice, name: str, meaning: str) -> OutcomeRow | None:
    """The outcome of that name, else the first that means the same: the lists are the team's own."""
    own = [outcome for outcome in every if outcome.kind_id == kind.id]
    named = [outcome for outcome in own if outcome.name == name]
    return next(iter(named or [outcome for outcome in own if outcome.meaning == meaning]), None)


def _when(mail: Mail) -> dt.datetime:
    """When it was written; a clock that runs ahead, or a date that cannot be read, is now."""
    now = clock.now()
    sent = mail.head.sent_at
    return min(sent, now) if sent is not None else now
