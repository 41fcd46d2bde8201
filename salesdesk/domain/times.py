"""Words to times of day, waits and durations; English and Hungarian, with and without accents."""

from __future__ import annotations

from datetime import time

from salesdesk.domain.patterns import Pattern
from salesdesk.domain.text import fold
from salesdesk.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

_NUMBERS = (
    "a an one egy|two ket ketto|three harom|four negy|five ot|six hat|seven het|eight nyolc|nine kilenc|ten tiz|"
    "eleven tizenegy|twelve tizenketto"
)
# Small numbers as people write them out.
NUMBERS = {word: number for number, words in enumerate(_NUMBERS.split("|"), 1) for word in words.split()}
NUMBER = rf"\d{{1,5}}|{'|'.join(NUMBERS)}"

# A part of the day is a time to begin at; nobody who says "in the afternoon" means three in the morning.
_PARTS = {
    **dict.fromkeys(("morning", "reggel"), time(9)),
    **dict.fromkeys(("delelott", "de."), time(10)),
    **dict.fromkeys(("noon", "midday", "delben"), time(12)),
    **dict.fromkeys(("afternoon", "delutan", "du."), time(14)),
    **dict.fromkeys(("eod", "end of day", "end of the day", "cob", "nap vegen", "nap vegeig"), time(17)),
    **dict.fromkeys(("evening", "este"), time(18)),
    "tonight": time(19),
    "midnight": time(0),
}
_HALVES = {
    **dict.fromkeys(("de", "delelott", "reggel", "morning"), 0),
    **dict.fromkeys(("du", "delutan", "este", "afternoon", "evening"), 12),
}
_HOUR = rf"\d{{1,2}}|{'|'.join(word for word in NUMBERS if word not in ('a', 'an'))}"
_KOR = r"(?: ?-?(?:kor|orakor|ora|oratol))"
_PARTED = Pattern(r"[:h]")
_PART = Pattern(r"(?:(?:this|in the|at|by|until) )?(.+)")
_CLOCK = Pattern(rf"(at |@ ?)?(\d{{1,2}})(?:[:.h](\d{{2}}))?(h)?(?: ?([ap])\.?m\.?)?({_KOR})?")
_HALF_DAY = Pattern(rf"({'|'.join(_HALVES)})\.? ({_HOUR})(?:[:.](\d{{2}}))?{_KOR}?")
_DAY_HALF = Pattern(rf"(?:at )?({_HOUR})(?:[:.](\d{{2}}))?{_KOR}? (?:in the )?({'|'.join(_HALVES)})\.?")
_WRITTEN = Pattern(rf"({'|'.join(NUMBERS)}) ?-?(?:kor|orakor)|(?:at )?(\d{{1,2}}) ?o'?clock")
_QUARTERS = {"negyed": -45, "fel": -30, "haromnegyed": -15, "quarter past": 15, "half past": 30, "quarter to": -15}
_QUARTER = Pattern(rf"(?:at )?({'|'.join(_QUARTERS)}) ({_HOUR})(?: ?-?kor)?")


def parse_time(text: str) -> time | None:
    """The time of day in `9am`, `9:30`, `14h`, `at 9`, `du 3`, `fél 4`, `half past 3`, `afternoon`, or None; a bare
    number is none.

    `at 3` without am or pm means the afternoon (1 to 6): nobody is called at three in the morning.
    """
    word = _normal(text)
    if (part := _PART.fullmatch(word)) and part[1] in _PARTS:
        return _PARTS[part[1]]
    if (match := _HALF_DAY.fullmatch(word)) or (match := _DAY_HALF.fullmatch(word)):
        half, hour, minutes = match.groups() if match[1] in _HALVES else (match[3], match[1], match[2])
        number = _number(hour)
        return _time(number + _HALVES[half] if number < 12 else number, minutes)
    if match := _QUARTER.fullmatch(word):
        minutes_of_day = _awake(_number(match[2])) * 60 + _QUARTERS[match[1]]
        return _time(minutes_of_day // 60 % 24, str(minutes_of_day % 60))
    if match := _WRITTEN.fullmatch(word):
        return _time(_awake(_number(match[1] or match[2])), None)
    match = _CLOCK.fullmatch(word)
    return _clock(match) if match else None


def is_spoken(text: str) -> bool:
    """Whether a time is said by the part of the day alone: `afternoon`, `délután`."""
    return _normal(text) in _PARTS


def _clock(match: Match[str]) -> time | None:
    at, hour, minutes, h, half, kor = match[1], int(match[2]), match[3], match[4], match[5], match[6]
    if not (at or half or h or kor or (minutes and _PARTED.search(match[0]))) or (h and minutes):
        return None
    if half:
        return _time(hour % 12 + (12 if half == "p" else 0), minutes) if 1 <= hour <= 12 else None
    if (at or kor) and not match[2].startswith("0"):
        hour = _awake(hour)
    return _time(hour, minutes)


def _awake(hour: int) -> int:
    return hour + 12 if 1 <= hour <= 6 else hour


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


def _time(hour: int, minutes: str | None) -> time | None:
    minute = int(minutes or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


_HOURS = Pattern(r"(\d{1,2})(?:[.,](\d{1,2}))? ?(?:h|hr|hrs|hour|hours|ora)(?: ?(\d{1,2})(?: ?(?:m|min|mins|perc))?)?")
_MINUTES = Pattern(r"(\d{1,4}) ?(?:m|min|mins|minute|minutes|perc|'|′)")
_SPOKEN = {
    **dict.fromkeys(("half an hour", "fel ora"), 30),
    **dict.fromkeys(("an hour", "one hour", "egy ora"), 60),
    **dict.fromkeys(("an hour and a half", "masfel ora"), 90),
    **dict.fromkeys(("two hours", "ket ora"), 120),
}
# A number and `m` alone may be months.
_MONTHS = Pattern(r"\d+ ?m")
_IN = Pattern(r"in (?:about )?(.+)|(.+) mulva")


def parse_duration(text: str) -> int | None:
    """Minutes in `30m`, `45 min`, `1h`, `1h30`, `1.5h`, `2 hours`, `20 perc`, `half an hour`, or None; never 0."""
    word = _normal(text)
    if word in _SPOKEN:
        return _SPOKEN[word]
    if match := _MINUTES.fullmatch(word):
        return int(match[1]) or None
    if (match := _HOURS.fullmatch(word)) and not (match[2] and match[3]):
        fraction = int(match[2] or 0) * 60 // 10 ** len(match[2] or "")
        return int(match[1]) * 60 + fraction + int(match[3] or 0) or None
    return None


def parse_wait(text: str) -> int | None:
    """Minutes from now in `in 20 min`, `in an hour`, `fél óra múlva`, or None."""
    match = _IN.fullmatch(_normal(text))
    words = (match[1] or match[2]) if match else ""
    # `in 2m` is two months to most; minutes have to be named.
    return None if _MONTHS.fullmatch(words) else parse_duration(words)


def _normal(text: str) -> str:
    return " ".join(fold(text).split())
