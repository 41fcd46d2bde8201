"""The demo's year as rows, gathered first and then written in a few operations, each dated when it happened."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from salesdesk.domain.dates import short_month
from salesdesk.domain.ids import new_id
from salesdesk.i18n import plural
from salesdesk.services.desk import Desk
from salesdesk.store.unit import Unit, operation

Progress = Callable[[int, int], None]
# Parents before children, for the keys between them.
_ORDER = (
    "team", "member", "product", "custom_field", "saved_view", "cost", "account", "contact", "lead", "deal",
    "deal_line", "deal_lead", "stage_change", "sales_order", "subscription", "activity",
)  # fmt: skip


@dataclass(slots=True)
class Book:
    """Rows by the day they came in. Keys sort by that day and end in bits of the seed, so references stay the same."""

    rng: Random
    now: dt.datetime
    rows: list[tuple[dt.date, str, dict[str, Any]]] = field(default_factory=list)
    _rows_by_key: dict[bytes, dict[str, Any]] = field(default_factory=dict)
    _day_by_key: dict[bytes, dt.date] = field(default_factory=dict)
    _wall: int = field(default_factory=lambda: int.from_bytes(new_id()[:6]))
    _places: dict[dt.date, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, table: str, on: dt.date, values: Mapping[str, Any]) -> bytes:
        """Keep a row that came in on a day, or with the last row it points at; its key."""
        on = max(on, *(self._day_by_key.get(v, on) for v in values.values() if isinstance(v, bytes)), on)
        key = self._key(on)
        self._day_by_key[key] = on
        row = {"id": key, **values}
        self.rows.append((on, table, row))
        self._rows_by_key[key] = row
        return key

    def change(self, key: bytes, **values: Any) -> None:
        """Set more columns of a row that is kept already."""
        self._rows_by_key[key].update(values)

    def _key(self, on: dt.date) -> bytes:
        self._places[on] += 1
        # Before every key that is made from now on, also when the clock of the demo is ahead of the machine's.
        past = self.now - dt.datetime.combine(on, dt.time(), dt.UTC)
        milliseconds = self._wall - max(int(past.total_seconds() * 1000), 0) - 90_000_000 + self._places[on]
        return (milliseconds << 80 | 0x7 << 76 | 0b10 << 62 | self.rng.getrandbits(62)).to_bytes(16)

    def write(
        self, desk: Desk, cuts: list[dt.date], *, turn: Callable[[dt.date], None], progress: Progress | None
    ) -> None:
        """Write everything, an operation for each stretch of days that ends with a cut. After each, `turn` is
        called with its last day. The operations are of the set-up: undo does not take them back."""
        done, rows = 0, sorted(self.rows, key=lambda row: row[0])
        for start, end in _stretches(cuts):
            part = [row for row in rows[done:] if row[0] <= end]
            if part:
                moment = min(desk.instant(start, dt.time(7)), self.now)
                when = f"{short_month(start)} {start.year}"
                if (end - start).days < 7:
                    when = f"from {start.day} {when}"
                label = f"{_what(part)}, {when}"
                with operation(
                    desk.workspace, label, actor=None, device="demo", source="import", action="setup", at=moment
                ) as unit:
                    _insert(unit, part)
            done += len(part)
            turn(end)
            if progress:
                progress(done, len(rows))


def _stretches(cuts: list[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    start = cuts[0].replace(day=1)
    for end in cuts:
        yield start, end
        start = end + dt.timedelta(days=1)


def _insert(unit: Unit, rows: list[tuple[dt.date, str, dict[str, Any]]]) -> None:
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _, table, row in rows:
        tables[table].append(row)
    with unit.bulk():
        for table in _ORDER:
            if table in tables:
                unit.insert_many(table, tables[table])


def _what(rows: list[tuple[dt.date, str, dict[str, Any]]]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for _, table, _ in rows:
        counts[table] += 1
    parts = [
        plural(counts["lead"], "lead", "leads"),
        plural(counts["deal"], "deal", "deals"),
        plural(counts["activity"], "touch", "touches"),
    ]
    return ", ".join(parts)
