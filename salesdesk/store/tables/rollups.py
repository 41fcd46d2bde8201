"""Counts and sums of records by day or month and by what they are split by: what KPIs are read from.

What each holds is said in `store/rollups.py`. They are no records: they have no history, and can be made anew from the
rows. A key that has nothing to say holds sixteen zero bytes, a day the first of year 1, a text ''. Each `level` holds all of
the records: 1 split by owner, with the first of a month in place of the day of something that happened; 0 by day and what
else there is (of open deals without the source); 2 the same with the source.
"""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from salesdesk.store.tables.columns import DAY, FOLDED, KEY


def _key(kind: Any = KEY) -> Any:
    return Field(sa_type=kind, primary_key=True)


def _small() -> Any:
    return Field(sa_type=sa.SmallInteger, primary_key=True)


def _sum() -> Any:
    return Field(sa_type=sa.BigInteger)


_COMPACT = {"sqlite_with_rowid": False, "info": {"rollup": True}}


class RollupActivity(SQLModel, table=True):
    """Activities that were done; `inbound` when they came to us."""

    __tablename__ = "rollup_activity"
    __table_args__ = _COMPACT
    level: int = _small()
    on_day: date = _key(DAY)
    owner_id: bytes = _key()
    kind_id: bytes = _key()
    outcome_id: bytes = _key()
    inbound: int = _small()
    n: int = _sum()


class RollupArrival(SQLModel, table=True):
    """Leads by the day they arrived; `existing` when their company or they themselves were customers before."""

    __tablename__ = "rollup_arrival"
    __table_args__ = _COMPACT
    level: int = _small()
    on_day: date = _key(DAY)
    owner_id: bytes = _key()
    source_id: bytes = _key()
    status_id: bytes = _key()
    outcome: str = _key(FOLDED)
    existing: int = _small()
    n: int = _sum()


class RollupFate(SQLModel, table=True):
    """Leads, without those who were customers before, by the day their fate was settled."""

    __tablename__ = "rollup_fate"
    __table_args__ = _COMPACT
    level: int = _small()
    on_day: date = _key(DAY)
    owner_id: bytes = _key()
    source_id: bytes = _key()
    status_id: bytes = _key()
    outcome: str = _key(FOLDED)
    n: int = _sum()


class RollupLeadStep(SQLModel, table=True):
    """Leads by the day of their next step."""

    __tablename__ = "rollup_lead_step"
    __table_args__ = _COMPACT
    level: int = _small()
    on_day: date = _key(DAY)
    owner_id: bytes = _key()
    source_id: bytes = _key()
    status_id: bytes = _key()
    n: int = _sum()


class RollupDealStep(SQLModel, table=True):
    """Open deals by the day of their next step."""

    __tablename__ = "rollup_deal_step"
    __table_args__ = _COMPACT
    level: int = _small()
    on_day: date = _key(DAY)
    owner_id: bytes = _key()
    source_id: bytes = _key()
    pipeline_id: bytes = _key()
    stage_id: bytes = _key()
    n: int = _sum()


class RollupOpen(SQLModel, table=True):
    """Open deals by the day they should close on.

    Of the `valued` ones the `total`, `weight` (value times own probability in percent) and `unweighted` (the total of
    those without an own probability); of those `listed` at the price of their products the `list_total`.
    """

    __tablename__ = "rollup_open"
    __table_args__ = _COMPACT
    level: int = _small()
    on_day: date = _key(DAY)
    owner_id: bytes = _key()
    source_id: bytes = _key()
    pipeline_id: bytes = _key()
    stage_id: bytes = _key()
    currency: str = _key(FOLDED)
    list_currency: str = _key(FOLDED)
    n: int = _sum()
    valued: int = _sum()
    total: int = _sum()
    weight: int = _sum()
    unweighted: int = _sum()
    listed: int = _sum()
    list_total: int = _sum()
    without_price: int = _sum()


class RollupClosed(SQLModel, table=True):
    """Closed deals by the month they were closed in, and by the days from their first day to that: -1 for less than
    none, -2 where one of the days is not known."""

    __tablename__ = "rollup_closed"
    __table_args__ = _COMPACT
    on_day: date = _key(DAY)
    state: str = _key(FOLDED)
    lost_reason_id: bytes = _key()
    currency: str = _key(FOLDED)
    span: int = Field(sa_type=sa.Integer, primary_key=True)
    n: int = _sum()
    valued: int = _sum()
    total: int = _sum()
    zeros: int = _sum()
