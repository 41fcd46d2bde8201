"""The one place that knows what time it is, so that a test or a demo can stop the clock."""

import os
from datetime import UTC, date, datetime, time, timedelta
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
    instant = now()
    ahead = offset(time_zone, instant)
    return instant.astimezone(zone(time_zone)).date() if ahead is None else (instant + timedelta(seconds=ahead)).date()


def instant_of(day: date, time: time, time_zone: str) -> datetime:
    """The instant of a day and time on the clocks of a time zone, in UTC. Of two the first is meant, and one that is left out
    is what it would be without the change (PEP 495)."""
    there = datetime.combine(day, time, UTC)
    if date.min < day < date.max:
        before, after = (offset(time_zone, there + timedelta(days=days)) for days in (-1, 1))
        # Where the clocks are not changed within a day there is nothing to choose from.
        if before is not None and before == after:
            return there - timedelta(seconds=before)
    return there.replace(tzinfo=zone(time_zone)).astimezone(UTC)


_ZONES = "/usr/share/zoneinfo"


def offset(name: str, instant: datetime) -> int | None:
    """How many seconds a time zone is ahead of UTC, from the tables of the system (RFC 8536); None where they do not say, and
    `zone` has to be asked: importing `zoneinfo` is a twentieth of a quick command."""
    if name == "UTC":
        return 0
    if "PYTHONTZPATH" in os.environ or name.startswith("/") or not name.translate(_NO_MARKS).isalnum():
        return None
    try:
        with open(f"{_ZONES}/{name}", "rb") as file:
            table = file.read()
    except OSError:
        return None
    if table[:4] != b"TZif" or table[4:5] < b"2":
        return None
    # The table with 64 bits comes after the one with 32.
    universal, standard, leaps, times, kinds, letters = _counts(table, 0)
    start = 44 + 5 * times + 6 * kinds + letters + 8 * leaps + standard + universal
    times = _counts(table, start)[3]
    start += 44
    stamp, low, high = int(instant.timestamp()), 0, times
    while low < high:
        middle = (low + high) // 2
        if int.from_bytes(table[start + 8 * middle :][:8], signed=True) <= stamp:
            low = middle + 1
        else:
            high = middle
    if low in {0, times}:
        return None
    kind = table[start + 8 * times + low - 1]
    return int.from_bytes(table[start + 9 * times + 6 * kind :][:4], signed=True)


_NO_MARKS = str.maketrans("", "", "/_-+")


def _counts(table: bytes, start: int) -> list[int]:
    return [int.from_bytes(table[place : place + 4]) for place in range(start + 20, start + 44, 4)]


def iso(instant: datetime) -> str:
    """An instant as the store keeps it: `2026-11-23T09:00:00Z`, UTC, whole seconds."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
