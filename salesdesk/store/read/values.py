"""Stored values as Python has them, and lists of parameters."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.hints import Any

# The sources of operations of what is not done by a person, one record after the other.
BROUGHT = ("import", "demo")


def day(text: str | None) -> dt.date | None:
    """A stored day."""
    return dt.date.fromisoformat(text) if text else None


def instant(text: str | None) -> dt.datetime | None:
    """A stored instant."""
    return dt.datetime.fromisoformat(text) if text else None


def with_days(row: Sequence[Any], *places: int) -> list[Any]:
    """A row whose texts at these places are days."""
    return [day(value) if at in places else value for at, value in enumerate(row)]


def placeholders(values: Sequence[object]) -> str:
    """`?, ?, ?` for an IN list."""
    return ", ".join("?" * len(values))
