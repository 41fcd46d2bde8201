"""Rules in tests: written, switched on, and what they did."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from salesdesk.services import texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref

Clock = Callable[..., None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the time: `clock(day, hour, minute)` on the clocks of Budapest."""

    def at(day: dt.date, hour: int = 9, minute: int = 0) -> None:
        zone = dt.timezone(dt.timedelta(hours=2 if dt.date(2026, 3, 29) <= day < dt.date(2026, 10, 25) else 1))
        monkeypatch.setenv("SALESDESK_NOW", dt.datetime.combine(day, dt.time(hour, minute), zone).isoformat())

    return at


def use(desk: Desk, name: str, text: str) -> texts.TextRow:
    """A rule that is written and in use."""
    texts.save(desk, "rule", name, text)
    texts.switch(desk, texts.find_text(desk, "rule", name), active=True)
    return texts.find_text(desk, "rule", name)


def tags(desk: Desk, ref: Ref) -> set[str]:
    """The tags of a record."""
    return set(str(desk.connection.value(f"SELECT tags FROM {ref.kind} WHERE id = ?", (ref.id,))).split())


def ruled(desk: Desk) -> list[str]:
    """The labels of what rules did and still stands, in order."""
    rows = desk.connection.rows(
        "SELECT label FROM operation WHERE source = 'rule' AND action = 'change' AND undone_by IS NULL ORDER BY id"
    )
    return [label for (label,) in rows]


@contextmanager
def brought(desk: Desk) -> Iterator[None]:
    """What is written here came with an import."""
    source, desk.source = desk.source, "import"
    try:
        yield
    finally:
        desk.source = source
