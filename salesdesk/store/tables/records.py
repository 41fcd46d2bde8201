"""What a sales team works with: leads, accounts, contacts, deals, activities, orders, subscriptions."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field

from salesdesk.store.tables.columns import (
    DAY,
    FOLDED,
    INSTANT,
    JSON_TEXT,
    KEY,
    MONEY,
    TEXT,
    Described,
    NextStep,
    Person,
    Place,
    Record,
    day_field,
    derived,
    instant_field,
    key_field,
    live_index,
    money_field,
    partial_index,
    text_field,
)

_FIGURES = ("value_minor", "currency", "first_on")
_STANDING = ("stage_id", "stage_on", "forecast", "currency", "close_on", "value_minor", "owner_id")


def _closed_index(name: str, state: str, *columns: str) -> sa.Index:
    return partial_index(name, *columns, "state", "deleted_op", where=f"state = '{state}' AND deleted_op IS NULL")


class Lead(Record, Person, Place, Described, NextStep, table=True):
    """One person's interest; it stays for ever and is linked when it is qualified."""

    company: str = text_field()
    industry: str = text_field()
    status_id: bytes | None = key_field("lead_status.id")
    source_id: bytes | None = key_field("source.id")
    owner_id: bytes | None = key_field("member.id", index=True)
    score: int | None = None
    value_minor: int | None = money_field()
    currency: str = text_field()
    arrived_on: date | None = day_field(index=True)
    arrived_at: datetime | None = instant_field()
    qualified_on: date | None = day_field()
    closed_on: date | None = day_field()
    lost_reason_id: bytes | None = key_field("lost_reason.id")
    contact_id: bytes | None = key_field("contact.id")
    account_id: bytes | None = key_field("account.id")
    campaign: str = text_field()
    company_key: str = derived(FOLDED, "", index=True)
    name_key: str = derived(FOLDED, "")
    next_on: date | None = derived(DAY)
    # What its deals came to: open, won, lost, or '' without one; the first win or the last loss. Since when its company,
    # or the person without one, is a customer.
    outcome: str = Field(default="", sa_type=TEXT, sa_column_kwargs={"server_default": "", "info": {"derived": True}})
    outcome_on: date | None = derived(DAY)
    known_on: date | None = derived(DAY)

    # The orders of the list and what is counted in it: a page is read from the index alone, and so is a count.
    __table_args__ = (
        live_index("ix_lead_name", "name_key", "id"),
        live_index("ix_lead_status", "status_id", "owner_id", "id"),
        live_index("ix_lead_due", "next_on", "next_at", "id", "status_id", "owner_id"),
        live_index("ix_lead_score", "score", "id", "status_id"),
        live_index("ix_lead_value", "value_minor", "id", "status_id"),
        live_index("ix_lead_touched", "touched_on", "id"),
        # Whose fate was settled on some days.
        partial_index("ix_lead_outcome", "outcome_on", where="outcome_on IS NOT NULL AND deleted_op IS NULL"),
        partial_index("ix_lead_closed", "closed_on", where="closed_on IS NOT NULL AND deleted_op IS NULL"),
        # Most leads have neither: with them in the index, statistics say that it finds half the table.
        partial_index("ix_lead_contact_id", "contact_id", where="contact_id IS NOT NULL"),
        partial_index("ix_lead_account_id", "account_id", where="account_id IS NOT NULL"),
    )


class Account(Record, Place, Described, table=True):
    """A company; a customer once something was won."""

    name: str
    sector: str = text_field()
    domain: str = text_field()
    phone: str = text_field()
    email: str = text_field()
    employees: int | None = None
    annual_revenue_minor: int | None = money_field()
    currency: str = text_field()
    founded_year: int | None = None
    parent_id: bytes | None = key_field("account.id")
    owner_id: bytes | None = key_field("member.id", index=True)
    name_key: str = derived(FOLDED, "", index=True)
    touched_on: date | None = derived(DAY)


class Contact(Record, Person, Place, Described, table=True):
    """A person at an account, with the mail and phone that count."""

    account_id: bytes | None = key_field("account.id", index=True)
    owner_id: bytes | None = key_field("member.id", index=True)
    touched_on: date | None = derived(DAY)


class Deal(Record, Described, NextStep, table=True):
    """A chance to sell something; `state` (open, won, lost) follows the meaning of its stage."""

    name: str
    account_id: bytes | None = key_field("account.id", index=True)
    contact_id: bytes | None = key_field("contact.id", index=True)
    owner_id: bytes | None = key_field("member.id", index=True)
    pipeline_id: bytes | None = key_field("pipeline.id")
    stage_id: bytes | None = key_field("stage.id", index=True)
    source_id: bytes | None = key_field("source.id")
    state: str = text_field("open")
    value_minor: int | None = money_field()
    currency: str = text_field()
    probability: int | None = None
    position: float = Field(default=0.0, sa_type=sa.Double)
    opened_on: date | None = day_field()
    close_on: date | None = day_field()
    won_on: date | None = day_field(index=True)
    lost_on: date | None = day_field(index=True)
    stage_on: date | None = day_field()
    lost_reason_id: bytes | None = key_field("lost_reason.id")
    competitor: str = text_field()
    # What its rep commits to: commit, best, pipeline or omitted; empty goes by the stage.
    forecast: str = text_field()
    # Frozen when the deal closes: a later reassignment never moves last year's win.
    closed_owner_id: bytes | None = key_field("member.id")
    closed_manager_id: bytes | None = key_field("member.id")
    closed_team_id: bytes | None = key_field("team.id")
    name_key: str = derived(FOLDED, "", index=True)
    first_on: date | None = derived(DAY)
    list_minor: int | None = derived(MONEY)
    # The currency of that price; null without one, or where its products have several.
    list_currency: str | None = derived(TEXT)

    __table_args__ = (
        sa.Index("ix_deal_board", "stage_id", "position", "id"),
        live_index("ix_deal_state", "state", "owner_id", "id"),
        # What became of those that were opened on some days.
        sa.Index("ix_deal_opened_on", "opened_on", "state", "lost_reason_id", "deleted_op"),
        # Closed deals by day, won ones by customer: what is counted of those of some days is read from the index alone.
        _closed_index("ix_deal_won", "won", "won_on", *_FIGURES, "account_id", "contact_id", "id"),
        _closed_index("ix_deal_lost", "lost", "lost_on", *_FIGURES, "lost_reason_id"),
        _closed_index("ix_deal_customer", "won", "account_id", "won_on"),
        # How long the open ones have been in their stage, and what they are forecast as.
        partial_index(
            "ix_deal_standing", *_STANDING, "state", "deleted_op", where="state = 'open' AND deleted_op IS NULL"
        ),
    )


class DealLine(Record, table=True):
    """A product on a deal; without a price of its own the list price of the product shows what it is worth."""

    __tablename__ = "deal_line"
    deal_id: bytes = Field(sa_type=KEY, foreign_key="deal.id", index=True)
    product_id: bytes = Field(sa_type=KEY, foreign_key="product.id", index=True)
    quantity: int = 1
    price_minor: int | None = money_field()
    currency: str = text_field()
    position: int = 0


class DealLead(Record, table=True):
    """The leads a deal grew from."""

    __tablename__ = "deal_lead"
    deal_id: bytes = Field(sa_type=KEY, foreign_key="deal.id", index=True)
    lead_id: bytes = Field(sa_type=KEY, foreign_key="lead.id", index=True)


class StageChange(Record, table=True):
    """A deal entered a stage on a day; the history KPIs of stages are made from."""

    __tablename__ = "stage_change"
    deal_id: bytes = Field(sa_type=KEY, foreign_key="deal.id", index=True)
    from_stage_id: bytes | None = key_field("stage.id")
    to_stage_id: bytes | None = key_field("stage.id")
    changed_on: date = Field(sa_type=DAY)
    owner_id: bytes | None = key_field("member.id")


class SalesOrder(Record, table=True):
    """An order of a customer; winning a deal makes one."""

    __tablename__ = "sales_order"
    deal_id: bytes | None = key_field("deal.id", index=True)
    account_id: bytes | None = key_field("account.id", index=True)
    contact_id: bytes | None = key_field("contact.id")
    owner_id: bytes | None = key_field("member.id")
    ordered_on: date = Field(sa_type=DAY, index=True)
    amount_minor: int = Field(sa_type=MONEY)
    currency: str


class Activity(Record, table=True):
    """A touch that was made (`done_on`), or the next step that is planned (`due_on`)."""

    kind_id: bytes | None = key_field("activity_kind.id")
    outcome_id: bytes | None = key_field("outcome.id")
    owner_id: bytes | None = key_field("member.id")
    lead_id: bytes | None = key_field("lead.id")
    contact_id: bytes | None = key_field("contact.id")
    account_id: bytes | None = key_field("account.id")
    deal_id: bytes | None = key_field("deal.id")
    subject: str = text_field()
    note: str = text_field()
    quote: str = text_field()
    direction: str = text_field("out")
    priority: int = 0
    promised: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    enrolment_id: bytes | None = key_field("enrolment.id")
    cadence_step: int | None = None
    duration_minutes: int | None = None
    # Where a demo or a meeting is held: `in person`, `online` or not said.
    place: str = text_field()
    # What a task was handed down from.
    goal_id: bytes | None = key_field("goal.id")
    review_id: bytes | None = key_field("review.id")
    due_on: date | None = day_field()
    due_at: datetime | None = instant_field()
    done_on: date | None = day_field()
    done_at: datetime | None = Field(default=None, sa_type=INSTANT)

    __table_args__ = (
        sa.Index("ix_activity_lead", "lead_id", "done_on", "due_on"),
        sa.Index("ix_activity_queue", "owner_id", "done_on", "due_on"),
        sa.Index("ix_activity_done", "done_on", "due_on", "kind_id"),
        # Few have what these name: a touch that is logged costs an entry only where it has.
        partial_index("ix_activity_deal", "deal_id", "done_on", "due_on", where="deal_id IS NOT NULL"),
        partial_index("ix_activity_contact_id", "contact_id", where="contact_id IS NOT NULL"),
        partial_index("ix_activity_account_id", "account_id", where="account_id IS NOT NULL"),
        partial_index("ix_activity_enrolment", "enrolment_id", where="enrolment_id IS NOT NULL"),
        partial_index("ix_activity_goal", "goal_id", where="goal_id IS NOT NULL"),
        partial_index("ix_activity_review", "review_id", where="review_id IS NOT NULL"),
    )


class Subscription(Record, table=True):
    """A recurring contract; `mrr_minor` is its monthly revenue."""

    account_id: bytes | None = key_field("account.id", index=True)
    plan: str = text_field()
    seats: int | None = None
    mrr_minor: int | None = money_field()
    currency: str = text_field()
    started_on: date = Field(sa_type=DAY, index=True)
    ended_on: date | None = day_field(index=True)
    custom: str = Field(default="{}", sa_type=JSON_TEXT)
