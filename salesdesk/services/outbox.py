"""The outbox: what waits, what left, what did not; and what a person decides about it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.ids import read_reference
from salesdesk.domain.text import clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.exchange.mail_out import AttachedFile, Outgoing, is_message_id
from salesdesk.exchange.mail_routes import MailSettings
from salesdesk.i18n import plural, tr
from salesdesk.services import files, outreach, statuses
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id, reference
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import OutcomeRow, outcomes
from salesdesk.store.read.values import instant

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# In the order of the screen: what a person has to decide first, what is over last.
STATES = ("asked", "failed", "draft", "sending", "queued", "bounced", "sent", "cancelled")
OPEN = ("asked", "failed", "sending", "queued")
_MOST = 500


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A mail of the outbox; `record` is what it is about, `error` what became of it in words."""

    id: bytes
    code: str
    state: str
    to_name: str
    to_address: str
    subject: str
    body: str
    owner: str
    send_at: dt.datetime | None
    sent_at: dt.datetime | None
    attempts: int
    error: str
    route: str
    record_kind: str
    record_id: bytes | None
    made_at: dt.datetime | None
    template: str

    @property
    def ref(self) -> str:
        """`E-7K3QF0D`."""
        return reference("message", self.code)

    @property
    def who(self) -> str:
        """Whom it goes to, in words."""
        return self.to_name or self.to_address


_ABOUT = (
    "CASE WHEN x.deal_id IS NOT NULL THEN 'deal' WHEN x.lead_id IS NOT NULL THEN 'lead'"
    " WHEN x.contact_id IS NOT NULL THEN 'contact' WHEN x.account_id IS NOT NULL THEN 'account' ELSE '' END"
)
_SELECT = (
    "SELECT x.id, x.code, x.state, COALESCE(c.name, l.name, ''), x.to_address, x.subject, x.body, COALESCE(m.name, ''),"
    f" x.send_at, x.sent_at, x.attempts, x.error, x.route, {_ABOUT},"
    " COALESCE(x.deal_id, x.lead_id, x.contact_id, x.account_id), o.at, COALESCE(t.name, '')"
    " FROM message x JOIN operation o ON o.id = x.created_op LEFT JOIN member m ON m.id = x.owner_id"
    " LEFT JOIN contact c ON c.id = x.contact_id LEFT JOIN lead l ON l.id = x.lead_id"
    " LEFT JOIN template t ON t.id = x.template_id WHERE x.direction = 'out' AND x.deleted_op IS NULL"
)


def mine(desk: Desk, alias: str = "x") -> tuple[str, tuple[bytes, ...]]:
    """The condition for the mails of the present member."""
    if desk.actor is None:
        return f"{alias}.owner_id IS NULL", ()
    return f"{alias}.owner_id = ?", (desk.actor,)


def rows(
    desk: Desk, *, states: Sequence[str] = STATES, everyone: bool = False, limit: int | None = None
) -> list[MessageRow]:
    """The mails in these states: what is to be decided first, then what waits, then what left, the newest first."""
    where, params = ("1 = 1", ()) if everyone else mine(desk)
    order = " ".join(f"WHEN '{state}' THEN {n}" for n, state in enumerate(STATES))
    marks = ", ".join("?" * len(states))
    found = desk.connection.rows(
        f"{_SELECT} AND {where} AND x.state IN ({marks}) ORDER BY CASE x.state {order} END,"
        f" CASE WHEN x.state = 'queued' THEN x.send_at END, x.id DESC LIMIT {int(_MOST if limit is None else limit)}",
        (*params, *states),
    )
    return [_row(row) for row in found]


def row_of(connection: Connection, key: bytes) -> MessageRow:
    """The mail of that key; NotFoundError when it is gone."""
    row = connection.one(f"{_SELECT} AND x.id = ?", (key,))
    if row is None:
        raise NotFoundError(tr("That mail is not there any more."), hint=tr("Somebody may have taken it back."))
    return _row(row)


def counts(desk: Desk) -> dict[str, int]:
    """How many mails of the present member are in each state."""
    where, params = mine(desk)
    return dict(
        desk.connection.rows(
            f"SELECT x.state, count(*) FROM message x WHERE x.direction = 'out' AND {where} AND x.deleted_op IS NULL"
            " GROUP BY x.state",
            params,
        )
    )


def find(desk: Desk, words: str) -> MessageRow:
    """The mail of that reference, or the only one whose recipient or subject holds the words, open ones first."""
    asked = clean(words)
    typed = read_reference(asked)
    if typed and typed[0] == "E":
        by_code = desk.connection.rows(f"{_SELECT} AND x.code LIKE ? LIMIT 5", (f"{typed[1]}%",))
        return _only(words, [_row(row) for row in by_code])
    for states in ((*OPEN, "draft"), ("bounced", "sent", "cancelled")):
        found = [
            row
            for row in rows(desk, states=states)
            if fold(asked) in fold(f"{row.to_name} {row.to_address} {row.subject}")
        ]
        if found:
            return _only(words, found)
    return _only(words, [])


def _only(words: str, found: Sequence[MessageRow]) -> MessageRow:
    if not found:
        raise NotFoundError(tr("No mail fits '{words}'.", words=words), hint="salesdesk outbox list")
    if len(found) > 1:
        shown = [f"{row.ref}  {row.who}: {row.subject}" for row in found[:12]]
        raise AmbiguousError(tr("Several mails fit '{words}'.", words=words), shown, hint=tr("Give its reference."))
    return found[0]


def _row(row: tuple[object, ...]) -> MessageRow:
    values = list(row)
    for place in (8, 9, 15):
        values[place] = instant(values[place])  # type: ignore[arg-type]
    return MessageRow(*values)  # type: ignore[arg-type]


def outgoing(desk: Desk, row: MessageRow, settings: MailSettings) -> Outgoing:
    """The mail as it is to leave, with its fixed Message-ID; InvalidError for a file or address that is not right."""
    found = desk.connection.one(
        "SELECT from_address, cc, message_id, in_reply_to, thread FROM message WHERE id = ?", (row.id,)
    )
    sender, cc, message_id, in_reply_to, thread = found or ("", "", "", "", "")
    me = desk.connection.value("SELECT name FROM member WHERE id = ?", (desk.actor,)) if desk.actor else ""
    return Outgoing(
        message_id,
        desk.local(clock.now()),
        sender,
        row.to_address,
        row.subject,
        row.body,
        from_name=settings.name or str(me or ""),
        to_name=row.to_name,
        cc=tuple(address.strip() for address in cc.split(",") if address.strip()),
        # What came in may carry any id; one that cannot stand in a header is not worth a mail.
        in_reply_to=in_reply_to if is_message_id(in_reply_to) else "",
        references=(thread,) if is_message_id(thread) else (),
        unsubscribe=settings.unsubscribe,
        files=files_of(desk, row.id),
    )


def files_of(desk: Desk, key: bytes) -> tuple[AttachedFile, ...]:
    """The files that go with a mail; InvalidError for one that is not as it was."""
    return tuple(AttachedFile(*file) for file in files.to_send(desk, "message", key))


# What a person decides


def cancel(desk: Desk, chosen: Sequence[MessageRow]) -> str:
    """Take mails out of the outbox that have not left; drafts are thrown away."""
    from salesdesk.services import drafting

    drafts = all(row.state == drafting.STATE for row in chosen)
    sentence = _sentence(chosen, tr("discarded") if drafts else tr("cancelled"))
    with desk.operation(sentence) as unit:
        for row in chosen:
            if row.state == drafting.STATE:
                drafting.discard(unit, row)
                continue
            _change(unit, row, ("queued", "failed", "asked"), {"state": "cancelled"}, tr("cancelled"))
    return sentence


def retry(desk: Desk, chosen: Sequence[MessageRow]) -> str:
    """Put mails back into the outbox, to be sent at once; those that may have been sent are sent again."""
    sentence = _sentence(chosen, tr("back in the outbox"))
    again = {"state": "queued", "send_at": None, "attempts": 0, "error": ""}
    with desk.operation(sentence) as unit:
        for row in chosen:
            _change(unit, row, ("failed", "asked", "cancelled", "queued"), again, tr("sent again"))
    return sentence


def mark_sent(desk: Desk, row: MessageRow, *, at: dt.datetime | None = None) -> str:
    """A mail left, as the person says who was asked: it is logged, with its next step."""
    with desk.operation("") as unit:
        unit.label = sentence = sent(unit, desk, row, ("asked", "failed", "queued"), at=at)
    return sentence


def sent(unit: "Unit", desk: Desk, row: MessageRow, before: Sequence[str], *, at: dt.datetime | None = None) -> str:
    """A mail left: inside an operation, with the touch it is and the next step that follows; a sentence."""
    when = at or clock.now()
    sentence = tr("Mail to {who} sent: {subject}", who=row.who, subject=row.subject)
    _change(unit, row, before, {"state": "sent", "sent_at": when, "send_at": None, "error": ""}, tr("marked as sent"))
    ref, outcome = record_of(unit.connection, row), _outcome(desk)
    if ref is None or outcome is None:
        # The record went to the bin, or the list of outcomes lost this one: the mail is sent all the same.
        return sentence
    values = outreach.touch_values(desk, outcome, when) | {"note": row.subject}
    default = outreach.default_step(desk, outcome, desk.local(when))
    did = _step_of(unit.connection, row) or ref
    touch, step = outreach.keyed_touch(unit, desk, did, outcome, values, None, default if did == ref else None)
    if did != ref:
        statuses.work(unit, ref)
    unit.update("message", row.id, {"activity_id": touch})
    return sentence + (tr(". Next: {step}", step=step.sentence(desk.today)) if step else "")


def _outcome(desk: Desk) -> OutcomeRow | None:
    """The outcome of a mail that was sent, whatever it is called here."""
    mails = {kind.id for kind in outreach.kinds(desk) if kind.meaning == "mail"}
    return next((o for o in outcomes(desk.connection) if o.kind_id in mails and o.meaning == "sent"), None)


def _step_of(connection: Connection, row: MessageRow) -> Ref | None:
    """The planned step a mail was written for, as a record of its own; a cadence knows what comes after it."""
    found = connection.one(
        "SELECT a.id, a.code, a.subject FROM message x JOIN activity a ON a.id = x.activity_id WHERE x.id = ?"
        " AND a.done_on IS NULL AND a.deleted_op IS NULL",
        (row.id,),
    )
    return Ref("activity", *found) if found else None


def record_of(connection: Connection, row: MessageRow) -> Ref | None:
    """The live record a mail is about."""
    if row.record_id is None:
        return None
    try:
        return by_id(connection, row.record_kind, row.record_id)
    except NotFoundError:
        return None


def _change(unit: "Unit", row: MessageRow, before: Sequence[str], values: Mapping[str, object], what: str) -> None:
    """Change a mail that is in one of these states now, whatever it was when it was looked at."""
    state = unit.connection.value("SELECT state FROM message WHERE id = ? AND deleted_op IS NULL", (row.id,))
    if state not in before:
        now = tr("is {state}", state=state) if state else tr("is not there any more")
        raise InvalidError(
            tr("The mail to {who} {now}, so it cannot be {what}.", who=row.who, now=now, what=what),
            hint="salesdesk outbox list",
        )
    unit.update("message", row.id, values)


def _sentence(chosen: Sequence[MessageRow], what: str) -> str:
    who = tr("Mail to {who}", who=chosen[0].who) if len(chosen) == 1 else plural(len(chosen), "mail", "mails")
    return f"{who} {what}"
