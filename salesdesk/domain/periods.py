"""The periods a report is about, and the period each is compared with."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile

from salesdesk.domain.dates import (
    DEFAULT,
    FISCAL,
    Calendar,
    Span,
    next_working_days,
    parse_span,
    shift,
    short_month,
    unit_around,
)
from salesdesk.domain.patterns import Pattern
from salesdesk.errors import InvalidError
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import plural, tr
from salesdesk.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Container

_ONE_DAY = timedelta(days=1)
_UNIT_WORDS = {"today": "d", "week": "w", "month": "m", "quarter": "q", "year": "y"}
_YEAR = Pattern(r"\d{4}")
_QUARTER = Pattern(r"(?i:\d{4}-?q[1-4])")
_HALF = Pattern(r"(?i:(\d{4})-?h([12])|h([12]) (\d{4}))")
_MONTH = Pattern(r"\d{4}-\d{1,2}")
_WEEK = Pattern(r"(?i:\d{4}-?w\d{1,2})")


class Period(Plain):
    """The days `[start, end)` of a report.

    `partial`: the period is not over yet, or stops at today; `until` is then the day after the last one lived
    through (else `end`). `unit` is d w m q y for one whole or begun unit, `span` for a free range, `all` for
    ever.
    """

    start: date
    end: date
    label: str
    partial: bool
    until: date
    unit: str = "span"


def parse_period(text: str, today: date, calendar: Calendar = DEFAULT) -> Period:
    """What `period:` says: `2017`, `2017-H1`, `2017-Q2`, `2017-04`, `2026-W48`, `a..b` or `a to b` (b included), `today
    week month quarter year ytd last-week last-month last-quarter last-year all`; empty: this month to date.

    A fiscal year carries the calendar year it starts in, and may say so: `FY2017`, `FY2017-Q2`. InvalidError for anything
    else.
    """
    word = text.strip().lower().replace("_", "-").replace(" to ", "..")
    if "fy" in word:
        word = FISCAL.sub("", word)
    if word in ("", "mtd", "ytd"):
        unit = "y" if word == "ytd" else "m"
        return _to_date(unit, today, calendar)
    if word == "all":
        return Period(date.min, date.max, tr("all time"), False, date.max, "all")
    if ".." in word:
        return _range(word, text, today, calendar)
    if word in _UNIT_WORDS:
        return _unit(unit_around(today, _UNIT_WORDS[word], calendar), _UNIT_WORDS[word], today, calendar, text)
    if half := _HALF.fullmatch(word):
        return _half(int(half[1] or half[4]), int(half[2] or half[3]), today, calendar, text)
    if word.startswith("last-") and (unit := _UNIT_WORDS.get(word[5:], "d")) != "d":
        return _unit(unit_around(today, unit, calendar, -1), unit, today, calendar, text)
    patterns = (("y", _YEAR), ("q", _QUARTER), ("m", _MONTH), ("w", _WEEK))
    unit = next((unit for unit, pattern in patterns if pattern.fullmatch(word)), "")
    span = parse_span(word, today, calendar, lean="past")
    if not unit and span:
        unit = _unit_of(span, calendar)
    return _unit(span, unit, today, calendar, text)


def period_text(first: date, last: date, calendar: Calendar = DEFAULT) -> str:
    """How these days, both included, are written so that `parse_period` reads them again: `2027`, `2027-Q1`, `2027-04`,
    else `2026-05-31..2026-08-30`."""
    year = first.year - (first.month < calendar.fiscal_start)
    quarter = (first.month - calendar.fiscal_start) % 12 // 3 + 1
    for unit, word in (("y", f"{year:04}"), ("q", f"{year:04}-Q{quarter}"), ("m", first.isoformat()[:7])):
        whole = unit_around(first, unit, calendar)
        if whole and (whole.start, whole.end - _ONE_DAY) == (first, last):
            return word
    return f"{first.isoformat()}..{last.isoformat()}"


def _unit_of(span: Span, calendar: Calendar) -> str:
    return next((unit for unit in "dwmqy" if unit_around(span.start, unit, calendar) == span), "span")


def _half(year: int, half: int, today: date, calendar: Calendar, text: str) -> Period:
    """The first or second six months of a fiscal year."""
    first = shift(date(max(year, 1), calendar.fiscal_start, 1), 6 * (half - 1), "m") if year else None
    end = shift(first, 6, "m") if first else None
    return _unit(Span(first, end) if first and end else None, "span", today, calendar, text)


def _to_date(unit: str, today: date, calendar: Calendar) -> Period:
    whole = unit_around(today, unit, calendar)
    if whole is None or today == date.max:
        raise _unknown("")
    label = tr("{unit} to date", unit=_label(whole, unit, calendar))
    until = today + _ONE_DAY
    return Period(whole.start, until, label, True, until, unit)


def _unit(span: Span | None, unit: str, today: date, calendar: Calendar, text: str) -> Period:
    if span is None:
        raise _unknown(text)
    # The last day of a month still belongs to a month that is not over; a free range up to today is whole.
    partial = span.start <= today < (span.end if len(unit) == 1 and unit != "d" else span.end - _ONE_DAY)
    until = today + _ONE_DAY if partial else span.end
    return Period(span.start, span.end, _label(span, unit, calendar), partial, until, unit)


def _range(word: str, text: str, today: date, calendar: Calendar) -> Period:
    left, _, right = word.partition("..")
    low = parse_span(left, today, calendar, lean="past") if left.strip() else Span(date.min, date.min)
    high = parse_span(right, today, calendar, lean="past") if right.strip() else Span(today, today + _ONE_DAY)
    if low is None or high is None or not (left.strip() or right.strip()):
        raise _unknown(text)
    if high.end <= low.start:
        raise InvalidError(tr("The period {text} ends before it starts.", text=text.strip()))
    return _unit(Span(low.start, high.end), "span", today, calendar, text)


def _unknown(text: str) -> InvalidError:
    return InvalidError(
        tr("'{text}' is not a period.", text=text.strip()),
        hint=tr("Use 2017, 2017-H1, 2017-Q2, 2017-04, 2026-W48, a..b, week, month, quarter, ytd, last-month or all."),
    )


def _label(span: Span, unit: str, calendar: Calendar) -> str:
    """`2017`, `FY2017`, `2017-Q2`, `Apr 2017`, `2026-W48`, `23 Nov 2026`, `1 Apr 2017 to 30 Jun 2017`."""
    start, last = span.start, span.end - _ONE_DAY
    fiscal_year = start.year - (start.month < calendar.fiscal_start)
    prefix = "" if calendar.fiscal_start == 1 else "FY"
    if unit == "y":
        return f"{prefix}{fiscal_year}"
    if unit == "q":
        return f"{prefix}{fiscal_year}-Q{(start.month - calendar.fiscal_start) % 12 // 3 + 1}"
    if unit == "m":
        return f"{short_month(start)} {start.year}"
    if unit == "w":
        # With a week that starts on Sunday the number is that of its Monday.
        year, week, _ = (start + timedelta(days=(7 - start.weekday()) % 7)).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "d":
        return _full(start)
    if start == date.min:
        return tr("up to {day}", day=_full(last))
    return tr("{start} to {end}", start=_full(start), end=_full(last))


def _full(day: date) -> str:
    return f"{day.day} {short_month(day)} {day.year}"


def previous(
    period: Period, calendar: Calendar = DEFAULT, days_off: Container[date] = (), *, unit: str = ""
) -> Period | None:
    """The period just before: the same unit, or as many whole months or days for a free range.

    For a partial period only as many WORKING days of it as the present one has had: after three working days
    of November, the first three of October. `days_off` are those beside the weekends. `unit` overrides ("y" for a year earlier). None for all time.
    """
    whole = _before(period, calendar, unit or period.unit)
    if whole is None:
        return None
    end = whole.end
    if period.partial:
        days = next_working_days(period.start, days_off)
        lived = sum(1 for _ in takewhile(lambda day: day < period.until, days))
        end = min(_after_working_days(whole.start, lived, days_off), whole.end)
    label = _label(whole, period.unit, calendar)
    if end < whole.end:
        label = tr("{unit}, first {days}", unit=label, days=plural(lived, tr("working day"), tr("working days")))
    return Period(whole.start, end, label, False, end, period.unit)


def _after_working_days(start: date, count: int, days_off: Container[date]) -> date:
    """The day after the `count`th working day from `start` on; `start` itself for none."""
    end = start
    days = next_working_days(start, days_off)
    for _ in range(count):
        end = next(days, date.max - _ONE_DAY) + _ONE_DAY
    return end


def _before(period: Period, calendar: Calendar, unit: str) -> Span | None:
    if period.start == date.min:
        return None
    if unit != "span":
        if period.unit == unit:
            return unit_around(period.start, unit, calendar, -1)
        start, end = shift(period.start, -1, unit), shift(period.end, -1, unit)
        return Span(start, end) if start and end else None
    if period.start.day == 1 and period.end.day == 1:
        months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
        earlier = shift(period.start, -months, "m")
    else:
        earlier = shift(period.start, -(period.end - period.start).days, "d")
    return Span(earlier, period.start) if earlier else None
