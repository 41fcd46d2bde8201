"""What a workspace holds, as plain rows of a dump, and what was asked of it."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from salesdesk import clock
from salesdesk.services.desk import Desk
from salesdesk.store.tables import metadata

Row = dict[str, Any]
TABLES = (
    *("lead", "account", "contact", "deal", "deal_line", "deal_lead", "stage_change", "sales_order", "activity"),
    *("subscription", "cost", "goal", "member", "team", "product", "stage", "pipeline", "source", "lead_status"),
    *("lost_reason", "activity_kind", "outcome", "operation", "history", "holiday"),
)


def dump(desk: Desk) -> str:
    """Every table the KPIs are about as JSON: keys as hexadecimal digits, days and instants as ISO 8601 has them."""
    found: dict[str, list[Row]] = {}
    for table in TABLES:
        names = [column.name for column in metadata.tables[table].columns]
        rows = desk.connection.rows(f"SELECT {', '.join(names)} FROM {table}")
        found[table] = [dict(zip(names, map(_plain, row), strict=True)) for row in rows]
    at = {"now": clock.iso(clock.now()), "today": desk.today.isoformat(), "settings": dict(desk.settings)}
    return json.dumps({**at, "zone": desk.time_zone, "currency": desk.currency, "tables": found})


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, dt.date) else value


class Facts:
    """A dump. `rows` are the live ones of a table; `every` has the deleted ones too, for what others say of them."""

    def __init__(self, text: str) -> None:
        said = json.loads(text)
        self.today: str = said["today"]
        self.now = dt.datetime.fromisoformat(said["now"])
        self.zone = ZoneInfo(said["zone"])
        self.currency: str = said["currency"]
        self.settings: dict[str, str] = said["settings"]
        self.tables: dict[str, list[Row]] = said["tables"]
        self._live = {name: [r for r in rows if not r.get("deleted_op")] for name, rows in self.tables.items()}
        self._by_id = {name: {r["id"]: r for r in rows if "id" in r} for name, rows in self.tables.items()}

    def rows(self, table: str) -> list[Row]:
        """The rows that are not deleted."""
        return self._live[table]

    def every(self, table: str) -> dict[str, Row]:
        """All rows by key, deleted ones too."""
        return self._by_id[table]

    def live(self, table: str, key: str | None) -> Row | None:
        """The row of that key unless it is deleted."""
        row = self._by_id[table].get(key or "")
        return row if row and not row.get("deleted_op") else None

    def said(self, table: str, key: str | None, column: str) -> Any:
        """A column of the row of that key, None where there is no such row."""
        return self._by_id[table].get(key or "", {}).get(column)

    def in_base(self, row: Row) -> bool:
        """Whether its money is in the base currency."""
        return row["currency"] in ("", self.currency)

    def credit(self, deal: Row) -> tuple[str | None, str | None, str | None]:
        """Owner, manager and team a deal counts for: those of its close, of an open one those of its owner."""
        if deal["state"] != "open" and deal["closed_owner_id"]:
            return deal["closed_owner_id"], deal["closed_manager_id"], deal["closed_team_id"]
        owner = deal["owner_id"]
        return owner, self.said("member", owner, "manager_id"), self.said("member", owner, "team_id")

    @cached_property
    def days_off(self) -> set[str]:
        """The days of the week on which this team does not work (no workspace of these tests has a country)."""
        return {row["on_day"] for row in self.rows("holiday")}

    @cached_property
    def leads_of(self) -> dict[str, list[Row]]:
        """The links of each deal to the leads it grew from, oldest first."""
        found: dict[str, list[Row]] = {}
        for link in sorted(self.rows("deal_lead"), key=lambda row: row["id"]):
            found.setdefault(link["deal_id"], []).append(link)
        return found

    @cached_property
    def deals_of(self) -> dict[str, list[Row]]:
        """The live deals each lead became."""
        found: dict[str, list[Row]] = {}
        for link in self.rows("deal_lead"):
            deal = self.live("deal", link["deal_id"])
            if deal:
                found.setdefault(link["lead_id"], []).append(deal)
        return found


@dataclass(frozen=True)
class Days:
    """The half-open days a question is about: of events (`start` to `end`), until when open deals are expected, and those
    growth compares with. `months` are its whole months when it has several."""

    start: str
    end: str
    expected: str = ""
    before: tuple[str, str] | None = None
    months: tuple[str, ...] = ()

    def has(self, day: str | None) -> bool:
        """Whether the day lies in it."""
        return day is not None and self.start <= day < self.end


ALL = Days("0001-01-01", "9999-12-31", "9999-12-31")
Belongs = Callable[[str, Row], bool]


def _everything(_kind: str, _row: Row) -> bool:
    return True


@dataclass
class Book:
    """A question to a dump: its days, and the records of one group. `told` are the kinds of records the dimension splits;
    `of_time` when the group is a span of time."""

    facts: Facts
    days: Days
    belongs: Belongs = _everything
    told: frozenset[str] | None = None
    of_time: bool = False
    memo: dict[str, Any] = field(default_factory=dict)

    def tells(self, *kinds: str) -> bool:
        """Whether the dimension splits all these kinds of records."""
        return self.told is None or self.told.issuperset(kinds)

    def of(self, kind: str) -> list[Row]:
        """The live records of that kind which are in the group."""
        if kind not in self.memo:
            table = {"order": "sales_order"}.get(kind, kind)
            self.memo[kind] = [row for row in self.facts.rows(table) if self.belongs(kind, row)]
        found: list[Row] = self.memo[kind]
        return found

    @property
    def today(self) -> str:
        """The day of the question."""
        return self.facts.today

    def in_base(self, row: Row) -> bool:
        """Whether its money is in the base currency."""
        return self.facts.in_base(row)

    def money(self, minor: int | Fraction) -> dict[str, Any]:
        """Money as the export has it: whole minor units, halves away from zero."""
        return {"minor": rounded(minor), "currency": self.facts.currency}

    def foreign(self, rows: list[Row], column: str = "value_minor", percent: Callable[[Row], int] | None = None) -> Any:
        """The money of other currencies, added up by currency; weighed by a percentage, each currency rounded once."""
        sums: dict[str, int] = {}
        for row in rows:
            if not self.in_base(row) and row[column] is not None:
                sums[row["currency"]] = sums.get(row["currency"], 0) + row[column] * (percent(row) if percent else 1)
        if percent:
            sums = {code: rounded(Fraction(total, 100)) for code, total in sums.items()}
        return [{"minor": minor, "currency": code} for code, minor in sorted(sums.items()) if minor]

    def midnight(self, day: str) -> str:
        """The instant a day begins on the team's clock, in UTC."""
        if day in (ALL.start, ALL.end):
            return f"{day}T00:00:00Z"
        local = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), self.facts.zone)
        return local.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


Answer = dict[str, Any]
BOOK: dict[str, Callable[[Book], Answer | None]] = {}


def by_hand(name: str) -> Callable[[Callable[[Book], Answer | None]], Callable[[Book], Answer | None]]:
    """Enters how a KPI is worked out by hand; the answer has figures by the names of the export, None: not told."""

    def enter(work: Callable[[Book], Answer | None]) -> Callable[[Book], Answer | None]:
        BOOK[name] = work
        return work

    return enter


def rounded(number: int | Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    exact = Fraction(number)
    return int(exact + Fraction(1, 2)) if exact >= 0 else -int(-exact + Fraction(1, 2))


def share(part: int, whole: int) -> Fraction | None:
    """The part of the whole; nothing of nothing."""
    return Fraction(part, whole) if whole else None


def between(start: str, end: str) -> int:
    """The days from one day to another."""
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def ninetieth(numbers: list[int]) -> int | None:
    """The smallest number nine in ten do not exceed."""
    return next((n for n in sorted(numbers) if 10 * sum(m <= n for m in numbers) >= 9 * len(numbers)), None)
