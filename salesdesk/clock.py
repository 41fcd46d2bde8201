"""The one place that knows what time it is, so that a test or a demo can stop the clock."""

import os
from datetime import UTC, date, datetime
from functools import lru_cache

from salesdesk.errors import InvalidError
from salesdesk.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def now() -> datetime:
    """The present instant in UTC, whole seconds kept to the microsecond; frozen by `SALESDESK_NOW`.

    Raises InvalidError when `SALESDESK_NOW` is not an ISO 8601 instant.
    """
    frozen = os.environ.get("SALESDESK_NOW")
    if not frozen:
        return datetime.now(UTC)
    return _parse_frozen(frozen)


@lru_cache(maxsize=4)
def _parse_frozen(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidError(
            f"SALESDESK_NOW is '{text}', which is not an instant.",
            hint="Write it like 2026-11-23T09:00:00Z.",
        ) from None
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


@lru_cache(maxsize=16)
def zone(name: str) -> "ZoneInfo":
    """The time zone of that IANA name; InvalidError when there is none."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidError(f"'{name}' is not a time zone.", hint="Use a name such as Europe/Budapest.") from None


def today(time_zone: str) -> date:
    """The present day in that time zone."""
    return now().astimezone(zone(time_zone)).date()


def iso(instant: datetime) -> str:
    """An instant as the store keeps it: `2026-11-23T09:00:00Z`, UTC, whole seconds."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
