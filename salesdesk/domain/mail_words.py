"""Days, amounts and lists as a mail says them, in the language of the mail."""

import datetime as dt
import re
from collections.abc import Sequence

from salesdesk.domain.money import format_money, minor_digits, to_major

LANGUAGES = ("en", "hu")
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "hu": "január február március április május június július augusztus szeptember október november december",
}
_AND = {"en": "and", "hu": "és"}
_HUNGARIAN_SIGNS = {"EUR": "€", "HUF": "Ft", "USD": "USD"}
_GAP = "\u00a0"
_ANSWER = re.compile(r"(?:(?:re|aw|sv|vs|vá|válasz)\s*:\s*)+", re.IGNORECASE)


def known_language(language: str) -> str:
    """The language itself when its words are known, else English."""
    return language if language in LANGUAGES else "en"


def long_day(day: dt.date, today: dt.date, language: str = "en") -> str:
    """`Thursday 26 November`, `november 26., csütörtök`; with the year when it is another one."""
    language = known_language(language)
    weekday, month = _DAYS[language].split()[day.weekday()], _MONTHS[language].split()[day.month - 1]
    if language == "hu":
        year = f"{day.year}. " if day.year != today.year else ""
        return f"{year}{month} {day.day}., {weekday}"
    year = f" {day.year}" if day.year != today.year else ""
    return f"{weekday} {day.day} {month}{year}"


def amount(minor: int, currency: str, language: str = "en") -> str:
    """`€12,000`, in Hungarian `12 000 €`; cents only where there are some."""
    if known_language(language) != "hu":
        return format_money(minor, currency)
    major = abs(to_major(minor, currency))
    digits = 0 if currency == "HUF" or major == major.to_integral_value() else minor_digits(currency)
    figure = f"{major:,.{digits}f}".replace(",", _GAP).replace(".", ",")
    return f"{'-' if minor < 0 else ''}{figure}{_GAP}{_HUNGARIAN_SIGNS.get(currency, currency)}"


def listed(words: Sequence[str], language: str = "en") -> str:
    """`chairs, desks and lamps`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_AND[known_language(language)]} {words[-1]}"


def bare_subject(subject: str) -> str:
    """A subject without the `Re:` that answers carry, in the languages around us."""
    whole = subject.strip()
    sign = _ANSWER.match(whole)
    return whole[sign.end() :] if sign else whole
