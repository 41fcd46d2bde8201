"""The days this team works: no weekends, no public holidays of its country, no days it has off itself."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from salesdesk.domain.dates import next_working_days, parse_day
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.plain import Plain
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
    """The public holidays of a country (`HU`) or a part of one (`DE-BY`) in a year, by their names.

    None where they are not known: a country the library has lost, a year too far away.
    """
    import warnings

    from holidays import country_holidays

    code, _, part = country.partition("-")
    with warnings.catch_warnings():
        # It warns of years it can only guess, on a terminal that is the screen.
        warnings.simplefilter("ignore")
        try:
            # In the language of the interface: left to itself the library takes that of the process or the country.
            return dict(country_holidays(code, subdiv=part or None, years=year, language="en_US"))
        except NotImplementedError:
            return {}


class Holiday(Plain):
    """A day off; `own` when the team has it off, else a public holiday."""

    day: dt.date
    name: str
    own: bool


def holidays(desk: Desk, year: int) -> list[Holiday]:
    """The days off of a year, in order."""
    country = desk.settings["holidays"]
    public = public_holidays(country, year) if country else {}
    rows = desk.connection.rows(
        "SELECT on_day, name FROM holiday WHERE deleted_op IS NULL AND on_day >= ? AND on_day < ?",
        (f"{year:04}-01-01", f"{year + 1:04}-01-01"),
    )
    found = [Holiday(day, name, False) for day, name in public.items()]
    found += [Holiday(dt.date.fromisoformat(day), name, True) for day, name in rows]
    return sorted(found, key=lambda h: (h.day, h.own))


def year_of(desk: Desk, text: str) -> int:
    """The year meant, the present one for an empty text."""
    if not text:
        return desk.today.year
    if not text.isdigit() or not 1900 <= int(text) <= 2999:
        raise InvalidError(f"'{text}' is not a year.", hint="Write it like 2027.")
    return int(text)


def add_holiday(desk: Desk, text: str, name: str = "") -> str:
    """A day off of the team; a sentence. InvalidError when it is no day, or off already."""
    day = _day(desk, text)
    if _own(desk, day):
        raise InvalidError(f"{day.isoformat()} is off already.")
    sentence = f"{day.isoformat()} is a day off"
    with desk.operation(sentence) as unit:
        unit.insert("holiday", {"on_day": day, "name": clean(name)})
    return sentence


def delete_holiday(desk: Desk, text: str) -> str:
    """Take a day off of the team away; a sentence. NotFoundError when it is none, as public holidays are not."""
    day = _day(desk, text)
    keys = _own(desk, day)
    if not keys:
        raise NotFoundError(
            f"{day.isoformat()} is no day off of the team's own.", hint="salesdesk holiday list shows them."
        )
    sentence = f"{day.isoformat()} is no day off any more"
    with desk.operation(sentence) as unit:
        for key in keys:
            unit.delete("holiday", key)
    return sentence


def _own(desk: Desk, day: dt.date) -> list[bytes]:
    rows = desk.connection.rows("SELECT id FROM holiday WHERE deleted_op IS NULL AND on_day = ?", (day.isoformat(),))
    return [key for (key,) in rows]


def _day(desk: Desk, text: str) -> dt.date:
    day = parse_day(text, desk.today, desk.calendar)
    if day is None:
        raise InvalidError(f"'{text}' is not a day.", hint="Write it like 2026-12-28.")
    return day


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
