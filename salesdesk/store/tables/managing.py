"""Managing: goals and quotas, who is away when, what selling costs, reviews, what a rep forecasts."""

from datetime import date, datetime

from sqlmodel import Field

from salesdesk.store.tables.columns import (
    DAY,
    INSTANT,
    KEY,
    MONEY,
    Record,
    day_field,
    key_field,
    money_field,
    text_field,
)


class Goal(Record, table=True):
    """A target for a member, a team, or for everyone when there is neither.

    `period` says in which span it is to be reached: each day, week, month, quarter or year, or once between `starts_on`
    and `ends_on` (`span`). `kind` is goal or quota; `metric` a count of activities or the id of a KPI; `query` filters the
    records it is about. `target` and `baseline` are counts, minor units of `currency`, or millionths of a rate or a day;
    the baseline is what the metric was from `baseline_from` to `baseline_to`, frozen when the goal was made.
    """

    member_id: bytes | None = key_field("member.id", index=True)
    team_id: bytes | None = key_field("team.id")
    kind: str = text_field("goal")
    name: str = text_field()
    metric: str
    query: str = text_field()
    period: str = text_field("day")
    target: int = Field(sa_type=MONEY)
    currency: str = text_field()
    baseline: int | None = money_field()
    baseline_from: date | None = day_field()
    baseline_to: date | None = day_field()
    parent_id: bytes | None = key_field("goal.id", index=True)
    reason: str = text_field()
    starts_on: date | None = day_field()
    ends_on: date | None = day_field()


class Absence(Record, table=True):
    """Days on which a member does not work, first and last included; targets shrink with them."""

    member_id: bytes = Field(sa_type=KEY, foreign_key="member.id", index=True)
    starts_on: date = Field(sa_type=DAY)
    ends_on: date = Field(sa_type=DAY)
    reason: str = text_field()


class Holiday(Record, table=True):
    """A day on which this team does not work, beside the public holidays of its country."""

    on_day: date = Field(sa_type=DAY, index=True)
    name: str = text_field()


class Cost(Record, table=True):
    """A cost of selling in a month, for customer acquisition cost; `category` is sales, marketing or general."""

    month_on: date = Field(sa_type=DAY, index=True)
    category: str = text_field("sales")
    channel: str = text_field()
    campaign: str = text_field()
    amount_minor: int = Field(sa_type=MONEY)
    currency: str
    note: str = text_field()


class Review(Record, table=True):
    """A look at the pipeline of a member (everyone's when there is none) from `period_from` until `held_on`; `state` is
    open or closed. `agreed` is the one change the review ends with."""

    member_id: bytes | None = key_field("member.id", index=True)
    period_from: date = Field(sa_type=DAY)
    held_on: date = Field(sa_type=DAY, index=True)
    state: str = text_field("open")
    notes: str = text_field()
    agreed: str = text_field()
    page_id: bytes | None = key_field("playbook_page.id")


class ReviewItem(Record, table=True):
    """What was said of one record in a review, and the task that came of it."""

    __tablename__ = "review_item"
    review_id: bytes = Field(sa_type=KEY, foreign_key="review.id", index=True)
    record_kind: str
    record_id: bytes = Field(sa_type=KEY, index=True)
    why: str = text_field()
    note: str = text_field()
    activity_id: bytes | None = key_field("activity.id")


class Forecast(Record, table=True):
    """What a member says a period will bring; every submission stays, the newest counts."""

    member_id: bytes | None = key_field("member.id", index=True)
    starts_on: date = Field(sa_type=DAY, index=True)
    ends_on: date = Field(sa_type=DAY)
    commit_minor: int = Field(sa_type=MONEY)
    best_minor: int | None = money_field()
    currency: str
    note: str = text_field()
    at: datetime = Field(sa_type=INSTANT)
