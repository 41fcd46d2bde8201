"""A small world of leads in a real SQLite file, for the filter language."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from salesdesk.domain.language.fields import Catalogue, Choice, Context, Field, Where
from salesdesk.domain.text import fold
from salesdesk.errors import AmbiguousError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TODAY = date(2026, 11, 23)
MAYA, OMAR, OLGA = b"m" * 16, b"o" * 16, b"p" * 16
ACME = b"a" * 16


class SqliteDialect:
    """The engine's few differences, as the store would declare them."""

    def day(self, day: date) -> str:
        return day.isoformat()

    def instant(self, instant: datetime) -> str:
        return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def key(self, key: bytes) -> bytes:
        return key

    def json_text(self, column: str, key: str) -> Where:
        return Where(f"json_extract({column}, ?)", (f'$."{key}"',))

    def json_number(self, column: str, key: str) -> Where:
        path = f'$."{key}"'
        number = f"CASE WHEN json_type({column}, ?) IN ('integer', 'real') THEN json_extract({column}, ?) END"
        return Where(number, (path, path))

    def fold(self, sql: str) -> str:
        return f"fold({sql})"


FIELDS = (
    Field("name", "text", "l.name", folded_sql="l.name_folded", aliases=("who",)),
    Field("mail", "text", "l.mail", match="contains", aliases=("email",)),
    Field("phone", "text", "l.phone", folded_sql="l.phone_digits", match="digits"),
    Field("status", "choice", "l.status"),
    Field("owner", "person", "l.owner"),
    Field("score", "number", "l.score"),
    Field("value", "money", "l.value", currency_sql="l.currency"),
    Field("due", "day", "l.due"),
    Field("created", "day", "l.created_at", instant=True, lean="past"),
    Field("touch", "age", "l.touched"),
    Field("hot", "flag", "l.hot"),
    Field("account", "ref", "l.account", folded_sql="l.account_folded", code_sql="l.account_code"),
    Field("tag", "tag", "t.tag", within="EXISTS (SELECT 1 FROM tags t WHERE t.lead = l.id AND {condition})"),
    Field("region", "custom", "l.custom", key="Sales region"),
    Field("seats", "custom", "l.custom", custom_kind="number"),
)
STATUSES = (
    Choice("New", "new", "open"),
    Choice("Working", "working", "open"),
    Choice("Nurture", "nurture", "open"),
    Choice("Qualified", "qualified", "converted"),
)
ROWS: list[tuple[object, ...]] = [
    # name, mail, phone, status, owner, score, value, currency, due, created_at, touched, hot, account, custom
    ("Anna Lindqvist", "anna@acme.se", "+36 30 123 4567", "new", MAYA, 92, 1200000, "EUR", "2026-11-20",
     "2026-11-01T09:00:00Z", "2026-11-09", True, "Acme Nordic", {"Sales region": "Észak", "seats": 40}),
    ("Tomás Herrera", "tomas@valencia.es", None, "working", OMAR, 60, 1200001, "EUR", "2026-11-23",
     "2026-11-22T23:30:00Z", "2026-11-08", False, "Valencia Foods", {"Sales region": "dél", "seats": 2.5}),
    ("Priya Raman", None, "020 7946 0102", "qualified", None, 59, 5000000, "JPY", "2026-11-30",
     "2025-12-31T22:00:00Z", "2026-11-23", None, None, {"seats": "many"}),
    ("Grace O'Neill", "", "", "nurture", OLGA, None, None, None, None,
     None, None, None, None, {}),
    ("100% Sure_Thing", "sure@x.hu", None, "new", MAYA, 0, 0, "HUF", "2027-01-04",
     "2026-01-01T00:00:00Z", "2025-11-23", True, "Acme Kft", None),
]  # fmt: skip
TAGS = [(1, "hot"), (1, "cold"), (2, "hot"), (5, "v.i.p")]


class World:
    """The leads, and who fits a condition."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def names(self, where: Where) -> list[str]:
        """The first names of the leads that fit, in the order they were put in."""
        sql = f"SELECT l.name FROM leads l WHERE {where.sql} ORDER BY l.id"
        return [str(row[0]).split()[0] for row in self.connection.execute(sql, where.params)]


@pytest.fixture(scope="session")
def world() -> Iterator[World]:
    connection = sqlite3.connect(":memory:")
    connection.create_function("fold", 1, lambda text: None if text is None else fold(str(text)), deterministic=True)
    connection.execute(
        "CREATE TABLE leads (id INTEGER PRIMARY KEY, name, name_folded, mail, phone, phone_digits, status, "
        "owner BLOB, score, value, currency, due, created_at, touched, hot, account, account_folded, "
        "account_code, custom, search)"
    )
    connection.execute("CREATE TABLE tags (lead, tag)")
    connection.executemany("INSERT INTO tags VALUES (?, ?)", TAGS)
    for row in ROWS:
        (
            name,
            mail,
            phone,
            status,
            owner,
            score,
            value,
            currency,
            due,
            created,
            touched,
            hot,
            account,
            custom,
        ) = row
        digits = "".join(c for c in str(phone or "") if c.isdigit())
        connection.execute(
            f"INSERT INTO leads VALUES (NULL, {', '.join('?' * 19)})",
            (
                name, fold(str(name)), mail, phone, digits, status, owner, score, value, currency, due,
                created, touched, hot,
                ACME if account else None, fold(str(account)) if account else None,
                "7K3QF0D" if account == "Acme Nordic" else None,
                json.dumps(custom) if custom is not None else None, fold(f"{name} {account or ''}"),
            ),
        )  # fmt: skip
    yield World(connection)
    connection.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue("lead", FIELDS, "l.search")


def _members(text: str) -> Sequence[bytes]:
    known = {"maya": MAYA, "omar": OMAR, "olga": OLGA}
    found = [name for name in known if name.startswith(fold(text))]
    if len(found) > 1:
        raise AmbiguousError(f"'{text}' fits several members.", found)
    return [known[name] for name in found]


@pytest.fixture(scope="session")
def context() -> Context:
    return Context(
        today=TODAY,
        dialect=SqliteDialect(),
        me=MAYA,
        members=_members,
        choices=lambda field: STATUSES if field == "status" else (),
        views={
            "hot": "+hot owner:me sort:due",
            "Best of all": "@hot score:60..",
            "loop": "@loop",
            "broken": "scor:1",
        },
        time_zone="Europe/Budapest",
    )
