"""What every maker of rows needs: money, days, custom values, links, and the plan they all write to."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from salesdesk.clock import zone
from salesdesk.domain.money import minor_digits, to_minor
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.importing.book import Book
from salesdesk.services.importing.links import Links
from salesdesk.services.importing.lists import Lists
from salesdesk.services.importing.plan import Entry, Plan
from salesdesk.services.importing.shapes import SHAPES
from salesdesk.store.connection import Connection

Row = dict[str, Any]


class Making:
    """The facts and helpers of one import."""

    def __init__(self, desk: Desk, book: Book, plan: Plan, currency: str | None, brings: frozenset[str]) -> None:
        self.desk = desk
        self.connection: Connection = desk.connection
        self.book = book
        self.plan = plan
        self.brings = brings  # the kinds of the files of this import
        self.lists = Lists(desk.connection, plan)
        self.links = Links(book, plan)
        self.customs = CustomFields(desk.connection, plan)
        self.currency = currency or desk.currency
        self.today = desk.today
        self._said_currency = currency is not None
        self._zone = zone(desk.time_zone)

    def plain(self, entry: Entry) -> Row:
        """The columns that are fields as they stand."""
        values = entry.record.values
        return {name: values[name] for name in SHAPES[entry.source.kind].plain if name in values}

    def day(self, value: Any) -> dt.date | None:
        """The business day of a date or an instant, in the time zone of the workspace."""
        if isinstance(value, dt.datetime):
            return value.astimezone(self._zone).date()
        return value if isinstance(value, dt.date) else None

    def instant(self, value: Any) -> dt.datetime | None:
        """The moment of an instant; a date alone has none."""
        return value if isinstance(value, dt.datetime) else None

    def money(self, entry: Entry, field: str, extra: dict[str, str], factor: int = 1) -> tuple[int | None, str]:
        """The amount of a field (divided by `factor`) in minor units, and its currency; rounded aloud."""
        amount = entry.record.values.get(field)
        named = entry.record.values.get("currency")
        currency = str(named) if named else self.currency
        if not isinstance(amount, Decimal):
            return None, currency
        if not named and not self._said_currency:
            text = tr(
                "amounts without a currency are taken as {currency}, the currency of the workspace", currency=currency
            )
            entry.result.note(text)
        unit = Decimal(1).scaleb(-minor_digits(currency))
        column = entry.source.columns.get(field, field)
        try:
            rounded = (amount / factor).quantize(unit, ROUND_HALF_UP) if abs(amount) < Decimal(10) ** 18 else amount
            if rounded * factor != amount and factor == 1:
                entry.result.problem(entry.record.line, column, str(amount), tr("rounded to {amount}", amount=rounded))
            return to_minor(rounded, currency), currency
        except (InvalidError, ArithmeticError):
            entry.result.problem(entry.record.line, column, str(amount), tr("too large an amount; kept as text"))
            extra[column] = str(amount)
            return None, currency

    def owner(self, entry: Entry, row: Row, extra: dict[str, str]) -> None:
        """The owner of a row."""
        if "owner" in entry.record.values:
            row["owner_id"] = self.links.take(entry, "owner", extra)

    def spare(self, entry: Entry, field: str, extra: dict[str, str]) -> None:
        """Keep a value that has no column of its own as a custom value."""
        value = entry.record.values.get(field)
        if value is not None:
            shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            extra[entry.source.columns.get(field, field)] = shown


class CustomFields:
    """The fields the team added, and those the columns of an import add."""

    def __init__(self, connection: Connection, plan: Plan) -> None:
        self._plan = plan
        self._keys: dict[tuple[str, str], str] = {}
        self._taken: dict[str, set[str]] = defaultdict(set)
        self.added: list[tuple[str, str]] = []
        for entity, key, label in connection.rows(
            "SELECT entity, key, label FROM custom_field WHERE deleted_op IS NULL ORDER BY position, id"
        ):
            self._keys.setdefault((entity, fold(label)), key)
            self._taken[entity].add(key)

    def key(self, entity: str, label: str) -> str:
        """The key under which values of that column are kept, added when it is new."""
        known = self._keys.get((entity, fold(label)))
        if known is None:
            known = self._keys[(entity, fold(label))] = self._free(entity, label)
            place = len(self._taken[entity])
            self._taken[entity].add(known)
            self.added.append((entity, label))
            row = {"entity": entity, "key": known, "label": clean(label), "position": place}
            self._plan.add("custom_field", row)
        return known

    def known(self, entity: str, label: str) -> str | None:
        """The key of that column when there is one."""
        return self._keys.get((entity, fold(label)))

    def named(self, entity: str, values: dict[str, str]) -> dict[str, str]:
        """Values by key of what was by column."""
        return {self.key(entity, label): value for label, value in values.items()}

    def _free(self, entity: str, label: str) -> str:
        key = re.sub(r"\W+", "_", fold(label)).strip("_") or "column"
        if key in SHAPES[entity].columns or key in _RESERVED:
            key = f"{key}_text"
        base, number = key, 2
        while key in self._taken[entity]:
            key, number = f"{base}_{number}", number + 1
        return key


_RESERVED = frozenset(
    {"id", "ref", "kind", "due", "next", "created", "close", "touched", "sort", "stuck", "state", "custom", "time_zone"}
)


def kept_with_import(entry: Entry, columns: Iterable[str]) -> None:
    """Columns that have no place in records of this kind: the import itself keeps their values."""
    entry.result.kept.update(dict.fromkeys(columns))
