"""The days this team works: no weekends, no public holidays of its country, no days it has off itself."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from salesdesk.domain.dates import next_working_days
from salesdesk.errors import InvalidError
from salesdesk.services.desk import Desk


class DaysOff:
    """The days off beside the weekends; asked with `in`, and a year is worked out when it is first asked for."""

    def __init__(self, country: str, own: frozenset[dt.date]) -> None:
        self._country = country
        self._own = own

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, dt.date):
            return False
        return day in self._own or (bool(self._country) and day in public_holidays(self._country, day.year))


def days_off(desk: Desk) -> DaysOff:
    """The public holidays of the setting `holidays`, and the days the team has off."""
    rows = desk.connection.rows("SELECT on_day FROM holiday WHERE deleted_op IS NULL")
    return DaysOff(desk.settings["holidays"], frozenset(dt.date.fromisoformat(day) for (day,) in rows))


def working_days(desk: Desk, start: dt.date) -> Iterator[dt.date]:
    """The days this team works from `start` on, `start` included."""
    return next_working_days(start, days_off(desk))


@lru_cache(maxsize=256)
def public_holidays(country: str, year: int) -> Mapping[dt.date, str]:
    """The public holidays of a country (`HU`) or a part of one (`DE-BY`) in a year, by their names."""
    from holidays import country_holidays

    code, _, part = country.partition("-")
    return dict(country_holidays(code, subdiv=part or None, years=year))


def country_code(text: str) -> str:
    """The code of a country or a part of one as the setting keeps it; empty for `none`.

    Raises InvalidError with the parts there are when the country is known and the part is not.
    """
    from holidays import list_supported_countries

    code, _, part = text.strip().upper().replace("_", "-").partition("-")
    if code in {"", "NONE"}:
        return ""
    known = list_supported_countries()
    if code not in known:
        raise InvalidError(f"'{text}' is not a country whose holidays are known.", hint="Write HU, or DE-BY.")
    if part and part not in known[code]:
        parts = ", ".join(known[code]) or "none"
        raise InvalidError(f"'{part}' is not a part of {code} with holidays of its own.", hint=f"There are: {parts}.")
    return f"{code}-{part}" if part else code
