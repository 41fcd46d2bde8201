"""Words to days, and days to words; English and Hungarian, with and without accents."""

from __future__ import annotations

from datetime import date, time, timedelta

from salesdesk.domain.patterns import Pattern
from salesdesk.domain.text import fold
from salesdesk.domain.times import NUMBER, NUMBERS
from salesdesk.domain.times import parse_duration as parse_duration
from salesdesk.domain.times import parse_time as parse_time
from salesdesk.hints import TYPE_CHECKING, Literal
from salesdesk.i18n import tr
from salesdesk.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

DateOrder = Literal["ymd", "dmy", "mdy"]
# Which year (or week) is meant when none is written: the coming one, the nearest one, the last one.
Lean = Literal["future", "near", "past"]


class Calendar(Plain):
    """How a workspace writes and counts days: order of 03/04/2026, first day of the week (0 Monday .. 6
    Sunday), first month of the fiscal year. Fiscal years carry the calendar year they start in."""

    date_order: DateOrder = "ymd"
    week_start: int = 0
    fiscal_start: int = 1


class Span(Plain):
    """The days from `start` up to, not including, `end`."""

    start: date
    end: date


DEFAULT = Calendar()

_WEEKDAYS = (
    "mon monday hetfo hetfon hetfore hetfoig|tue tues tuesday kedd kedden keddre keddig|"
    "wed weds wednesday szerda szerdan szerdara szerdaig|"
    "thu thur thurs thursday csutortok csutortokon csutortokre csutortokig|"
    "fri friday pentek penteken pentekre pentekig|sat saturday szombat szombaton szombatra szombatig|"
    "sun sunday vasarnap vasarnapra vasarnapig"
)
WEEKDAYS = {word: day for day, words in enumerate(_WEEKDAYS.split("|")) for word in words.split()}
_MONTHS = (
    "jan january januar|feb february febr februar|mar march marc marcius|apr april aprilis|may maj majus|"
    "jun june junius|jul july julius|aug august augusztus|sep sept september szept szeptember|"
    "oct october okt oktober|nov november|dec december"
)
MONTHS = {word: month for month, words in enumerate(_MONTHS.split("|"), 1) for word in words.split()}
_DAY_WORDS = {
    "today": 0, "tod": 0, "ma": 0, "maig": 0, "tomorrow": 1, "tom": 1, "tmrw": 1, "holnap": 1, "holnapra": 1,
    "holnapig": 1, "yesterday": -1, "tegnap": -1, "holnaputan": 2, "tegnapelott": -2, "day after tomorrow": 2,
    "the day after tomorrow": 2, "day before yesterday": -2, "in a fortnight": 14, "a fortnight from now": 14,
}  # fmt: skip
_UNITS = {
    **dict.fromkeys(("d", "day", "days", "nap", "napja", "nappal", "napon"), "d"),
    **dict.fromkeys(("w", "wk", "week", "weeks", "het", "hete", "heten", "hettel"), "w"),
    **dict.fromkeys(("m", "mo", "month", "months", "honap", "ho", "honapja", "honapban", "honapon", "honappal"), "m"),
    **dict.fromkeys(("q", "quarter", "quarters", "negyedev", "negyedevben"), "q"),
    **dict.fromkeys(("y", "yr", "year", "years", "ev", "eve", "evben", "evvel"), "y"),
}
_WHICH = {
    **dict.fromkeys(("last", "mult", "elozo", "previous"), -1),
    **dict.fromkeys(("this", "ez a", "ez", "ezen a", "e", "current"), 0),
    **dict.fromkeys(("next", "jovo", "kovetkezo"), 1),
}
# Codes mean the last day there is, as filters want it; the words mean the last one somebody works on.
_ENDS = {"eow": "w", "eom": "m", "eoq": "q", "eoy": "y"}
_WEEKENDS = frozenset({"weekend", "the weekend", "this weekend", "hetvege", "hetvegen"})
_SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

FISCAL = Pattern(r"\b(?i:fy)[ -]?(?=\d{4}\b)")
_SIGNED = Pattern(r"([+-])\s?(\d{1,5})\s?([a-z]+)")
_IN = Pattern(rf"(?:in|within) ({NUMBER}) ([a-z]+)")
_LATER = Pattern(rf"({NUMBER}) ([a-z]+) (?:mulva|belul|from now|from today)")
_AGO = Pattern(rf"({NUMBER}) ([a-z]+) (?:ago|ezelott)|({NUMBER}) (napja|hete|honapja|eve)")
_WHICH_UNIT = Pattern(rf"(?:a )?({'|'.join(_WHICH)})[ -]([a-z]+)")
_WEEKDAY_OF_WEEK = Pattern(rf"(?:a )?({'|'.join(_WHICH)}) (?:week|het|heten)(?: on)? ([a-z]+)")
_WEEKDAY_THEN_WEEK = Pattern(rf"([a-z]+),? ({'|'.join(_WHICH)}) (?:week|heten)")
_EDGE = Pattern(rf"(?:the )?(end|start|beginning) of (?:the )?(?:({'|'.join(_WHICH)}) )?([a-z]+)")
_HUNGARIAN_EDGE = Pattern(rf"(?:a )?(?:({'|'.join(_WHICH)}) )?([a-z]+) (veg|elej)[ae]n?(?:ig|re)?")
_THE_DAY = Pattern(r"the (\d{1,2})(?:st|nd|rd|th)|(\d{1,2})-?(?:[ae]n|iken)")
_YMD = Pattern(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?")
_THREE = Pattern(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?")
_TWO = Pattern(r"(\d{1,2})([/.])\s?(\d{1,2})\.?")
_DAY_MONTH = Pattern(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]?([a-z]+)\.?,?(?:[ -]?(\d{4})\.?)?")
_SUFFIX = r"\.|-?(?:[ae]n|r[ae]|ig|iken)"
_MONTH_DAY = Pattern(rf"([a-z]+)\.? ?(\d{{1,2}})(?:st|nd|rd|th|{_SUFFIX})?(?:,? (\d{{4}}))?")
_YEAR_MONTH_DAY = Pattern(rf"(\d{{4}})\.? ([a-z]+)\.? (\d{{1,2}})(?:{_SUFFIX})?")
_YEAR = Pattern(r"(\d{4})")
_YEAR_MONTH = Pattern(r"(\d{4})[-/.](\d{1,2})\.?")
_NAMED_MONTH = Pattern(r"(?:(\d{4})\.? )?([a-z]+)\.?(?: ?(\d{4}))?")
_QUARTER = Pattern(r"(?:(\d{4})[- ]?)?q([1-4])(?:[ -]?(\d{4}))?")
_WEEK = Pattern(r"(\d{4})[- ]?w(\d{1,2})")
_FRIENDLY_DAYS = 7


def parse_day(text: str, today: date, calendar: Calendar = DEFAULT, *, lean: Lean = "future") -> date | None:
    """The one day `text` names, seen from `today`, or None. `next week` is that week's first day.

    A weekday name is the next one after today (with lean "past" the last one before it); a day without a year
    lies where `lean` says.
    """
    word = _normal(text)
    if word in _DAY_WORDS:
        return _shift(today, _DAY_WORDS[word], "d")
    if word in WEEKDAYS:
        ahead = (WEEKDAYS[word] - today.weekday() - 1) % 7 + 1
        return _shift(today, (ahead - 7 or -7) if lean == "past" else ahead, "d")
    if word in _ENDS:
        unit = unit_around(today, _ENDS[word], calendar)
        return unit.end - timedelta(days=1) if unit else None
    if word in _WEEKENDS:
        return _shift(today, (5 - today.weekday()) % 7, "d")
    return _relative(word, today, calendar) or _written(word, today, calendar, lean)


def parse_span(text: str, today: date, calendar: Calendar = DEFAULT, *, lean: Lean = "near") -> Span | None:
    """The days `text` names: a day, month (`nov`, `2026-11`), quarter, week, year, `last month`; or None."""
    word = _normal(text)
    if (match := _WHICH_UNIT.fullmatch(word)) and match[2] in _UNITS:
        return unit_around(today, _UNITS[match[2]], calendar, _WHICH[match[1]])
    if word in _UNITS and len(word) > 1:
        return unit_around(today, _UNITS[word], calendar)
    if (day := parse_day(text, today, calendar, lean=lean)) is not None:
        end = _shift(day, 1, "d")
        return Span(day, end) if end else None
    return _whole(word, today, calendar, lean)


def _normal(text: str) -> str:
    return " ".join(fold(text).replace("–", "-").replace("−", "-").split())


def _days_of(year: int, month: int) -> int:
    """What `calendar.monthrange` says, which would import the locale with every command."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _shift(day: date, count: int, unit: str) -> date | None:
    """`day` moved by `count` days, weeks, months, quarters or years; a month end stays inside its month."""
    try:
        if unit in "dw":
            return day + timedelta(days=count * (7 if unit == "w" else 1))
        months = day.year * 12 + day.month - 1 + count * {"m": 1, "q": 3, "y": 12}[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, _days_of(year, month + 1)))
    except (OverflowError, ValueError):
        return None


def shift(day: date, count: int, unit: str) -> date | None:
    """`day` moved by `count` of `d w m q y`; None outside the calendar. 31 Jan + 1m is the end of
    February.
    """
    return _shift(day, count, unit)


def unit_around(day: date, unit: str, calendar: Calendar = DEFAULT, offset: int = 0) -> Span | None:
    """The week, month, (fiscal) quarter or year that holds `day`, or the one `offset` units away."""
    if unit == "d":
        start: date | None = day
    elif unit == "w":
        start = _shift(day, -((day.weekday() - calendar.week_start) % 7), "d")
    else:
        months = {"m": 1, "q": 3, "y": 12}[unit]
        start = _shift(day.replace(day=1), -((day.month - calendar.fiscal_start) % months), "m")
    start = _shift(start, offset, unit) if start else None
    end = _shift(start, 1, unit) if start else None
    return Span(start, end) if start and end else None


def _relative(word: str, today: date, calendar: Calendar) -> date | None:
    if match := _SIGNED.fullmatch(word):
        unit = _UNITS.get(match[3])
        return _shift(today, int(match[1] + match[2]), unit) if unit else None
    for pattern, sign in ((_IN, 1), (_LATER, 1), (_AGO, -1)):
        if match := pattern.fullmatch(word):
            found = [group for group in match.groups() if group]
            unit = _UNITS.get(found[1])
            return _shift(today, sign * _count(found[0]), unit) if unit else None
    if match := _WHICH_UNIT.fullmatch(word):
        offset, name = _WHICH[match[1]], match[2]
        if name in WEEKDAYS:
            week = unit_around(today, "w", calendar, offset)
            return _shift(week.start, (WEEKDAYS[name] - calendar.week_start) % 7, "d") if week else None
        if name in _UNITS and offset == 1:
            unit_span = unit_around(today, _UNITS[name], calendar, offset)
            return unit_span.start if unit_span else None
    if match := _WEEKDAY_OF_WEEK.fullmatch(word) or _WEEKDAY_THEN_WEEK.fullmatch(word):
        which, name = match.groups() if match[1] in _WHICH else (match[2], match[1])
        return _relative(f"{which} {name}", today, calendar) if name in WEEKDAYS else None
    if match := _EDGE.fullmatch(word):
        return _edge(match[1] == "end", match[2], match[3], today, calendar)
    if match := _HUNGARIAN_EDGE.fullmatch(word):
        return _edge(match[3] == "veg", match[1], match[2], today, calendar)
    return None


def _count(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


def _edge(end: bool, which: str | None, name: str, today: date, calendar: Calendar) -> date | None:
    """The first or last Monday to Friday of a week, month, quarter or year; the coming one when none is named."""
    unit = _UNITS.get(name) if len(name) > 1 else None
    if unit in {None, "d"}:
        return None
    for offset in (_WHICH[which],) if which else (0, 1):
        span = unit_around(today, str(unit), calendar, offset)
        if span is None:
            return None
        days = [d for n in range(7) if (d := _shift(span.end, -1 - n, "d") if end else _shift(span.start, n, "d"))]
        day = next((d for d in days if d.weekday() < 5 and span.start <= d < span.end), None)
        if day is not None and (which or day >= today):
            return day
    return None


def _written(word: str, today: date, calendar: Calendar, lean: Lean) -> date | None:
    if match := _YMD.fullmatch(word):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _YEAR_MONTH_DAY.fullmatch(word):
        return _day(int(match[1]), MONTHS.get(match[2]), int(match[3]))
    if match := _THREE.fullmatch(word):
        return _three(int(match[1]), int(match[3]), match[4], calendar.date_order)
    if match := _TWO.fullmatch(word):
        first, second = int(match[1]), int(match[3])
        day_first = (calendar.date_order == "dmy" and second <= 12) or first > 12
        month, day = (second, first) if day_first else (first, second)
        return _yearless(month, day, today, lean)
    if match := _THE_DAY.fullmatch(word):
        return _day_of_month(int(match[1] or match[2]), today, lean)
    for pattern, (month_at, day_at) in ((_DAY_MONTH, (2, 1)), (_MONTH_DAY, (1, 2))):
        if (match := pattern.fullmatch(word)) and (named := MONTHS.get(match[month_at])):
            day = int(match[day_at])
            return _day(int(match[3]), named, day) if match[3] else _yearless(named, day, today, lean)
    return None


def _day_of_month(day: int, today: date, lean: Lean) -> date | None:
    """`the 5th`: of this month, or of the next (before) one that has it."""
    step = -1 if lean == "past" else 1
    for months in range(12):
        first = _shift(today.replace(day=1), step * months, "m")
        found = _day(first.year, first.month, day) if first else None
        if found and (found <= today if step < 0 else found >= today):
            return found
    return None


def _three(first: int, second: int, last: str, order: DateOrder) -> date | None:
    if len(last) == 2 and order == "ymd":
        return _day(2000 + first, second, int(last))
    year = int(last) if len(last) == 4 else 2000 + int(last) if int(last) < 70 else 1900 + int(last)
    tries = ((first, second), (second, first)) if order == "mdy" else ((second, first), (first, second))
    return _day(year, *tries[0]) or _day(year, *tries[1])


def _day(year: int, month: int | None, day: int) -> date | None:
    try:
        return date(year, month or 0, day)
    except ValueError:
        return None


def _yearless(month: int, day: int, today: date, lean: Lean) -> date | None:
    # 29 February may be up to eight years away.
    days = [found for year in range(today.year - 8, today.year + 9) if (found := _day(year, month, day))]
    spans = [Span(found, found + timedelta(days=1)) for found in days]
    chosen = _choose(spans, today, lean)
    return chosen.start if chosen else None


def _choose(spans: list[Span], today: date, lean: Lean) -> Span | None:
    """The span that holds today, else the coming, last or nearest one."""
    past = [span for span in spans if span.start <= today]
    coming = [span for span in spans if span.end > today]
    if lean == "past" or not coming:
        return past[-1] if past else None
    if lean == "future" or not past:
        return coming[0]
    return past[-1] if today - past[-1].end < coming[0].start - today else coming[0]


def _whole(word: str, today: date, calendar: Calendar, lean: Lean) -> Span | None:
    """A written year, quarter, month or ISO week; a fiscal one may say so: `FY2026`, `FY2026-Q1`."""
    fiscal = calendar.fiscal_start
    word = FISCAL.sub("", word)
    if match := _YEAR.fullmatch(word):
        return _months(int(match[1]), fiscal, 12)
    if match := _YEAR_MONTH.fullmatch(word):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _QUARTER.fullmatch(word):
        first, year = fiscal + (int(match[2]) - 1) * 3, match[1] or match[3]
        return _months(int(year), first, 3) if year else _around(today, first, 3, lean)
    if match := _WEEK.fullmatch(word):
        try:
            start = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return Span(start, start + timedelta(days=7))
        except (ValueError, OverflowError):
            return None
    if (match := _NAMED_MONTH.fullmatch(word)) and match[2] in MONTHS and not (match[1] and match[3]):
        year, month = match[1] or match[3], MONTHS[match[2]]
        return _months(int(year), month, 1) if year else _around(today, month, 1, lean)
    return None


def _months(year: int, first: int, count: int) -> Span | None:
    """`count` months from month `first` of `year`; `first` may run past 12."""
    if first > 12 and count == 1:
        return None
    start = _day(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    end = _shift(start, count, "m") if start else None
    return Span(start, end) if start and end else None


def _around(today: date, first: int, count: int, lean: Lean) -> Span | None:
    spans = [_months(year, first, count) for year in range(today.year - 2, today.year + 2)]
    return _choose([span for span in spans if span], today, lean)


def short_weekday(day: date) -> str:
    """`Tue`, in the language of the interface."""
    return tr(_SHORT_DAYS[day.weekday()])


def short_month(day: date) -> str:
    """`Nov`, in the language of the interface."""
    return tr(_SHORT_MONTHS[day.month - 1])


def say_day(day: date, today: date) -> str:
    """`today`, `Tue` (within the coming week), `30 Nov` (same year), else `2027-01-04`."""
    ahead = (day - today).days
    if ahead == 0:
        return tr("today")
    if 0 < ahead < _FRIENDLY_DAYS:
        return short_weekday(day)
    if day.year == today.year:
        return f"{day.day} {short_month(day)}"
    return day.isoformat()


def say_due(day: date, at: time | None, today: date) -> str:
    """`3d over`, `09:30` (today, with a time), else as `say_day`."""
    if day < today:
        return tr("{days}d over", days=(today - day).days)
    if day == today and at is not None:
        return at.strftime("%H:%M")
    return say_day(day, today)


def working_days(start: date, end: date, holidays: Collection[date] = ()) -> int:
    """How many Mondays to Fridays that are no holiday lie in `[start, end)`."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    count = weeks * 5 + sum((start.weekday() + extra) % 7 < 5 for extra in range(rest))
    return count - sum(start <= day < end and day.weekday() < 5 for day in set(holidays))


def next_working_days(start: date, days_off: Container[date] = ()) -> Iterator[date]:
    """The Mondays to Fridays that are no day off from `start` on, `start` included, up to the end of the calendar."""
    for ordinal in range(start.toordinal(), date.max.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() < 5 and day not in days_off:
            yield day
