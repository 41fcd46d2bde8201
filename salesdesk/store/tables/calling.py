"""Calling: scripts, the calls that ran them, what was asked, what the buyer needs, what stood against it; the playbook."""

from datetime import date, datetime

from sqlmodel import Field

from salesdesk.store.tables.columns import (
    DAY,
    INSTANT,
    KEY,
    Record,
    day_field,
    instant_field,
    key_field,
    text_field,
)
from salesdesk.store.tables.outreach import Written


class Script(Record, Written, table=True):
    """Questions for a call, by type, with objections and what we can do."""


class Buyer(Record, Written, table=True):
    """Somebody to practise with: what they know, need and would agree to, told only when asked."""


class CallRun(Record, table=True):
    """A call that was run with a script: `version` is the operation that last changed its text, so that results belong
    to what was asked. `result` is order, advance, continuation or no-sale, empty when nobody was reached."""

    __tablename__ = "call_run"
    script_id: bytes | None = key_field("script.id", index=True)
    version: bytes | None = Field(default=None, sa_type=KEY)
    activity_id: bytes | None = key_field("activity.id", index=True)
    lead_id: bytes | None = key_field("lead.id", index=True)
    contact_id: bytes | None = key_field("contact.id")
    deal_id: bytes | None = key_field("deal.id", index=True)
    account_id: bytes | None = key_field("account.id")
    owner_id: bytes | None = key_field("member.id", index=True)
    persona: str = text_field()
    started_at: datetime = Field(sa_type=INSTANT)
    ended_at: datetime | None = instant_field()
    result: str = text_field(index=True)
    advance_who: str = text_field()
    advance_what: str = text_field()
    advance_on: date | None = day_field()
    practice: bool = False
    goal: str = text_field()


class CallNote(Record, table=True):
    """A line of a call: a question that was asked, an answer, a need, an objection, a quote; in the order they came.

    `kind` is asked, note, quote, implied, explicit, objection, next, tag, amount or shown; `section` is S, P, I, N or
    empty. The `question` of an objection is the one of the script it is like, of what was shown what we can do."""

    __tablename__ = "call_note"
    call_id: bytes = Field(sa_type=KEY, foreign_key="call_run.id", index=True)
    position: int = 0
    kind: str = text_field("note")
    section: str = text_field()
    question: str = text_field()
    text: str = text_field()
    severity: int | None = None
    cause: str = text_field()
    answered: bool = False
    at: datetime | None = instant_field()


class Need(Record, table=True):
    """A need in the buyer's words: implied (a problem) or explicit (a wish); open until it is met."""

    call_id: bytes | None = key_field("call_run.id", index=True)
    lead_id: bytes | None = key_field("lead.id", index=True)
    contact_id: bytes | None = key_field("contact.id")
    deal_id: bytes | None = key_field("deal.id", index=True)
    account_id: bytes | None = key_field("account.id", index=True)
    kind: str = text_field("implied")
    words: str = text_field()
    severity: int | None = None
    said_on: date = Field(sa_type=DAY)
    met_on: date | None = day_field()


class PlaybookPage(Record, Written, table=True):
    """A page of the playbook; `checked_on` is when somebody last vouched for it."""

    __tablename__ = "playbook_page"
    checked_on: date | None = day_field()
    checked_by: bytes | None = key_field("member.id")


class PageRead(Record, table=True):
    """Somebody has read a page as it was then."""

    __tablename__ = "page_read"
    page_id: bytes = Field(sa_type=KEY, foreign_key="playbook_page.id", index=True)
    member_id: bytes = Field(sa_type=KEY, foreign_key="member.id", index=True)
    read_on: date = Field(sa_type=DAY)
