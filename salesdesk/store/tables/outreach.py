"""Outreach: what is written once and used often (templates, cadences, rules), and what goes out and comes in."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from salesdesk.store.tables.columns import (
    DAY,
    FOLDED,
    INSTANT,
    KEY,
    TEXT,
    Record,
    day_field,
    derived,
    instant_field,
    key_field,
    text_field,
)


class Written(SQLModel):
    """A text people write and read as a file; `draft` is a save that could not be understood yet."""

    name: str
    text: str = text_field()
    draft: str = text_field()
    author_id: bytes | None = key_field("member.id")
    active: bool = True
    name_key: str = derived(FOLDED, "", index=True)


class Template(Record, Written, table=True):
    """A mail with merge fields."""


class Snippet(Record, Written, table=True):
    """A talking point the team shares, to be put into mails and calls."""


class Cadence(Record, Written, table=True):
    """Steps with waits between them, for whoever is enrolled."""


class Rule(Record, Written, table=True):
    """When something happened to a record that fits a filter, then do something; `seen_op` is the last operation
    it has looked at."""

    seen_op: bytes | None = derived(KEY)


class RuleRun(Record, table=True):
    """A rule acted on a record, or could not (`error`); `cause` says for which event, so that it acts once."""

    __tablename__ = "rule_run"
    rule_id: bytes = Field(sa_type=KEY, foreign_key="rule.id", index=True)
    record_kind: str
    record_id: bytes = Field(sa_type=KEY, index=True)
    cause: str = text_field()
    ran_on: date = Field(sa_type=DAY)
    error: str = text_field()


class Enrolment(Record, table=True):
    """A person in a cadence: `position` is the place of the step that is next, which stands among the activities;
    `state` is active, paused, finished or stopped."""

    cadence_id: bytes = Field(sa_type=KEY, foreign_key="cadence.id", index=True)
    lead_id: bytes | None = key_field("lead.id", index=True)
    contact_id: bytes | None = key_field("contact.id", index=True)
    deal_id: bytes | None = key_field("deal.id", index=True)
    owner_id: bytes | None = key_field("member.id", index=True)
    state: str = text_field("active")
    reason: str = text_field()
    position: int = 0
    started_on: date | None = day_field()
    ended_on: date | None = day_field()


class Message(Record, table=True):
    """A mail that goes out (draft, queued, sending, sent, bounced, failed, asked, cancelled) or came in (received,
    automatic, bounced, delayed, unsubscribed)."""

    direction: str = text_field("out")
    state: str = text_field("draft")
    owner_id: bytes | None = key_field("member.id", index=True)
    lead_id: bytes | None = key_field("lead.id", index=True)
    contact_id: bytes | None = key_field("contact.id", index=True)
    account_id: bytes | None = key_field("account.id")
    deal_id: bytes | None = key_field("deal.id", index=True)
    activity_id: bytes | None = key_field("activity.id", index=True)
    template_id: bytes | None = key_field("template.id")
    enrolment_id: bytes | None = key_field("enrolment.id")
    from_address: str = text_field()
    to_address: str = text_field()
    cc: str = text_field()
    subject: str = text_field()
    body: str = text_field()
    message_id: str = text_field(index=True)
    in_reply_to: str = text_field()
    thread: str = text_field(index=True)
    route: str = text_field()
    send_at: datetime | None = instant_field()
    sent_at: datetime | None = instant_field()
    attempts: int = 0
    error: str = text_field()

    __table_args__ = (sa.Index("ix_message_state", "state", "send_at"),)


class Mailbox(Record, table=True):
    """How far a folder of incoming mail has been read."""

    account: str
    folder: str
    validity: int = derived(sa.BigInteger, 0)
    last_uid: int = derived(sa.BigInteger, 0)


class OptOut(Record, table=True):
    """An address or number that is not to be used: `channel` is mail, call or all. It follows the address, not the
    record, so that it also holds for whoever is imported again."""

    __tablename__ = "opt_out"
    address_key: str = Field(sa_type=FOLDED, index=True)
    address: str
    channel: str = text_field("all")
    reason: str = text_field()
    since_on: date | None = day_field()


class Attachment(Record, table=True):
    """A file or link on a record: `kind` is file (kept in the data folder under its hash), path or url."""

    record_kind: str
    record_id: bytes = Field(sa_type=KEY, index=True)
    kind: str
    name: str
    target: str = Field(sa_type=TEXT)
    size_bytes: int | None = Field(default=None, sa_type=sa.BigInteger)
    media_type: str = text_field()
    owner_id: bytes | None = key_field("member.id")


class Notice(Record, table=True):
    """Something new for a member: `kind` is assigned, mention, reply or bounce."""

    member_id: bytes = Field(sa_type=KEY, foreign_key="member.id", index=True)
    kind: str
    record_kind: str = text_field()
    record_id: bytes | None = Field(default=None, sa_type=KEY)
    activity_id: bytes | None = key_field("activity.id")
    message_id: bytes | None = key_field("message.id")
    text: str = text_field()
    at: datetime = Field(sa_type=INSTANT)
    # Not in history: that somebody looked at it must not stand in the way of an undo.
    seen_at: datetime | None = derived(INSTANT)
