"""Column types that both engines keep the same meaning for, and the columns every record has."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Statements run on the DB-API connection, so these types only have to say what a column is declared as.
KEY = sa.LargeBinary(16).with_variant(postgresql.UUID(), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
JSON_TEXT = sa.Text().with_variant(postgresql.JSONB(), "postgresql")
# BLOB affinity keeps a value exactly as it came on SQLite: text stays text, a number a number.
ANY_VALUE = sa.LargeBinary().with_variant(postgresql.JSONB(), "postgresql")
TEXT = sa.Text()
# Folded text sorts by its bytes on both engines.
FOLDED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
MONEY = sa.BigInteger()


def key_field(references: str | None = None, *, index: bool = False, **more: Any) -> Any:
    """An optional key of another record, `references` being `table.id`."""
    return Field(default=None, sa_type=KEY, foreign_key=references, index=index, **more)


def text_field(default: str = "", *, index: bool = False) -> Any:
    """A text that is never null: what is not known is ''."""
    return Field(default=default, sa_type=TEXT, index=index, sa_column_kwargs={"server_default": default})


def day_field(*, index: bool = False) -> Any:
    """A day in the workspace time zone, or null."""
    return Field(default=None, sa_type=DAY, index=index)


def instant_field(*, index: bool = False) -> Any:
    """An instant in UTC, or null."""
    return Field(default=None, sa_type=INSTANT, index=index)


def money_field() -> Any:
    """An amount in minor units, or null, which is not 0."""
    return Field(default=None, sa_type=MONEY)


def derived(sa_type: Any, default: Any = None, *, index: bool = False) -> Any:
    """A column computed from others: not in history, recomputed by triggers or the unit."""
    return Field(default=default, sa_type=sa_type, index=index, sa_column_kwargs={"info": {"derived": True}})


def partial_index(name: str, *columns: str, where: str) -> sa.Index:
    """An index over the rows that meet a condition, on both engines."""
    condition = sa.text(where)
    return sa.Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


def live_index(name: str, *columns: str) -> sa.Index:
    """An index over the rows that are not in the bin, which is what lists ask for.

    It holds `deleted_op` too: only then SQLite reads what asks for live rows from the index alone.
    """
    return partial_index(name, *columns, "deleted_op", where="deleted_op IS NULL")


class Record(SQLModel):
    """What every record has: its key, its reference code, the operation that made it and the one that deleted it."""

    id: bytes = Field(sa_type=KEY, primary_key=True)
    code: str = Field(sa_type=TEXT, index=True)
    created_op: bytes = Field(sa_type=KEY, foreign_key="operation.id", index=True)
    deleted_op: bytes | None = key_field("operation.id")


class Person(SQLModel):
    """The columns of somebody one can call or write to."""

    name: str = text_field()
    given_name: str = text_field()
    family_name: str = text_field()
    title: str = text_field()
    email: str = text_field()
    phone: str = text_field()
    mobile: str = text_field()
    time_zone: str = text_field()
    do_not_contact: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    name_key: str = derived(FOLDED, "", index=True)
    email_key: str = derived(FOLDED, "", index=True)
    phone_key: str = derived(FOLDED, "", index=True)


class Place(SQLModel):
    """Where somebody or something is."""

    website: str = text_field()
    street: str = text_field()
    city: str = text_field()
    region: str = text_field()
    postal_code: str = text_field()
    country: str = text_field()


class Described(SQLModel):
    """What people add to a record in their own words; `custom` is a JSON object of custom fields."""

    tags: str = text_field()
    notes: str = text_field()
    custom: str = Field(default="{}", sa_type=JSON_TEXT, sa_column_kwargs={"server_default": "{}"})
    search_text: str = derived(FOLDED, "")


class NextStep(SQLModel):
    """What to do next and when it was last touched, kept by triggers from the activities."""

    next_id: bytes | None = derived(KEY)
    next_on: date | None = derived(DAY, index=True)
    next_at: datetime | None = derived(INSTANT)
    next_kind_id: bytes | None = derived(KEY)
    next_text: str | None = derived(TEXT)
    touched_on: date | None = derived(DAY)
