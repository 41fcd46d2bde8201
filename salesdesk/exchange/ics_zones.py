"""The time zones of calendars: IANA names, those of Windows, and such as a calendar explains itself."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from salesdesk import clock
from salesdesk.errors import InvalidError

_PARTS = re.compile(r"(?:^|[/_ ])(?=[A-Z])")


class Zones:
    """Finds the zone a TZID means; `explained` holds the VTIMEZONE texts of the calendar by TZID."""

    def __init__(self, fallback: dt.tzinfo, explained: Mapping[str, str]) -> None:
        self.fallback = fallback
        self._explained = explained
        self._found: dict[str, dt.tzinfo | None] = {}

    def named(self, tzid: str) -> dt.tzinfo | None:
        """The zone of that name, None when nothing says what it is."""
        if tzid not in self._found:
            self._found[tzid] = zone_named(tzid) or self._from_calendar(tzid)
        return self._found[tzid]

    def _from_calendar(self, tzid: str) -> dt.tzinfo | None:
        text = self._explained.get(tzid, "")
        if not text:
            return None
        location = re.search(r"^X-LIC-LOCATION:(.+)$", text, re.MULTILINE)
        if location and (zone := zone_named(location[1].strip())):
            return zone
        from icalendar import Timezone

        try:
            explained: Any = Timezone.from_ical(text)
            made: dt.tzinfo = explained.to_tz()
            made.utcoffset(dt.datetime(2026, 1, 1))
        except Exception:
            # Whatever the library cannot make of a foreign description: the zone is then unknown, and said to be.
            return None
        return made


def zone_named(name: str) -> dt.tzinfo | None:
    """The zone of an IANA name, a name of Windows ("Central European Standard Time"), or either at the end of a
    longer one ("/mozilla.org/20070129_1/Europe/Berlin"); None for others."""
    name = name.strip().strip('"')
    if not name or len(name) > 200:
        return None
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if name in WINDOWS_TO_OLSON:
        return clock.zone(WINDOWS_TO_OLSON[name])
    for match in _PARTS.finditer(name):
        try:
            return clock.zone(name[match.end() :])
        except InvalidError:
            continue
    return None
