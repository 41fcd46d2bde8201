"""Words to days and back; today is Monday 23 November 2026."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.dates import (
    Calendar,
    DateOrder,
    Lean,
    Span,
    next_working_days,
    parse_day,
    parse_span,
    say_day,
    say_due,
    working_days,
)
from salesdesk.domain.times import parse_duration, parse_time, parse_wait

TODAY = date(2026, 11, 23)
DAYS = {
    "today": "2026-11-23",
    "Tomorrow": "2026-11-24",
    "yesterday": "2026-11-22",
    "fri": "2026-11-27",
    "mon": "2026-11-30",
    "+3d": "2026-11-26",
    "-2w": "2026-11-09",
    "+1m": "2026-12-23",
    "+1y": "2027-11-23",
    "in 3 days": "2026-11-26",
    "in a week": "2026-11-30",
    "3 days ago": "2026-11-20",
    "eow": "2026-11-29",
    "eom": "2026-11-30",
    "eoq": "2026-12-31",
    "eoy": "2026-12-31",
    "30nov": "2026-11-30",
    "30 nov 2026": "2026-11-30",
    "nov 30": "2026-11-30",
    "November 30, 2027": "2027-11-30",
    "5 jan": "2027-01-05",
    "2026-11-30": "2026-11-30",
    "2026.11.30.": "2026-11-30",
    "30.11.2026": "2026-11-30",
    "30/11": "2026-11-30",
    "29 feb": "2028-02-29",
    "next friday": "2026-12-04",
    "next week": "2026-11-30",
    "ma": "2026-11-23",
    "holnap": "2026-11-24",
    "tegnap": "2026-11-22",
    "hétfő": "2026-11-30",
    "hetfo": "2026-11-30",
    "szerdán": "2026-11-25",
    "jövő hétfő": "2026-11-30",
    "3 nap múlva": "2026-11-26",
    "2026. november 30.": "2026-11-30",
    "nov. 30.": "2026-11-30",
    "in two weeks": "2026-12-07",
    "a week from now": "2026-11-30",
    "two days ago": "2026-11-21",
    "in a fortnight": "2026-12-07",
    "next week tuesday": "2026-12-01",
    "tuesday next week": "2026-12-01",
    "this friday": "2026-11-27",
    "weekend": "2026-11-28",
    "end of month": "2026-11-30",
    "end of the week": "2026-11-27",
    "end of next month": "2026-12-31",
    # The last of January 2027 is a Sunday.
    "beginning of next quarter": "2027-01-01",
    "end of year": "2026-12-31",
    "the 5th": "2026-12-05",
    "két hét múlva": "2026-12-07",
    "3 napon belül": "2026-11-26",
    "három nap múlva": "2026-11-26",
    "jövő kedd": "2026-12-01",
    "jövő kedden": "2026-12-01",
    "jövő hét kedd": "2026-12-01",
    "a jövő héten": "2026-11-30",
    "péntekig": "2026-11-27",
    "holnapra": "2026-11-24",
    "hétvégén": "2026-11-28",
    "hónap végén": "2026-11-30",
    "jövő hónap végén": "2026-12-31",
    "jövő hónap elején": "2026-12-01",
    "hét végén": "2026-11-27",
    "december 5-én": "2026-12-05",
    "dec. 5-ig": "2026-12-05",
    "5-én": "2026-12-05",
}


@pytest.mark.parametrize(("text", "expected"), DAYS.items())
def test_days(text: str, expected: str) -> None:
    assert parse_day(text, TODAY) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", ["", "31feb", "nov", "q4", "3", "9am", "+99999y", "2026-13-01", "anna", "+3x"])
def test_what_is_no_day(text: str) -> None:
    assert parse_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("order", "text", "expected"),
    [
        ("dmy", "03/04/2026", "2026-04-03"),
        ("mdy", "03/04/2026", "2026-03-04"),
        ("dmy", "03/04", "2027-04-03"),
        ("mdy", "03/04", "2027-03-04"),
        ("ymd", "03/04", "2027-03-04"),
        ("ymd", "26.11.30", "2026-11-30"),
        ("dmy", "30.11.26", "2026-11-30"),
        ("mdy", "30/11/2026", "2026-11-30"),
    ],
)
def test_the_order_of_day_and_month(order: DateOrder, text: str, expected: str) -> None:
    assert parse_day(text, TODAY, Calendar(order)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("lean", "text", "expected"),
    [
        ("past", "fri", "2026-11-20"),
        ("past", "mon", "2026-11-16"),
        ("past", "30nov", "2025-11-30"),
        ("near", "15jan", "2027-01-15"),
        ("near", "30sep", "2026-09-30"),
        ("future", "30sep", "2027-09-30"),
    ],
)
def test_which_year_or_week_is_meant(lean: Lean, text: str, expected: str) -> None:
    assert parse_day(text, TODAY, lean=lean) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("nov", "2026-11-01", "2026-12-01"),
        ("január", "2027-01-01", "2027-02-01"),
        ("nov 2025", "2025-11-01", "2025-12-01"),
        ("2026-11", "2026-11-01", "2026-12-01"),
        ("q4", "2026-10-01", "2027-01-01"),
        ("2017-q2", "2017-04-01", "2017-07-01"),
        ("2026-w48", "2026-11-23", "2026-11-30"),
        ("2017", "2017-01-01", "2018-01-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("last-week", "2026-11-16", "2026-11-23"),
        ("múlt hét", "2026-11-16", "2026-11-23"),
        ("week", "2026-11-23", "2026-11-30"),
        ("tomorrow", "2026-11-24", "2026-11-25"),
    ],
)
def test_spans(text: str, start: str, end: str) -> None:
    assert parse_span(text, TODAY) == Span(date.fromisoformat(start), date.fromisoformat(end))


def test_a_week_may_start_on_sunday_and_a_year_in_april() -> None:
    calendar = Calendar(week_start=6, fiscal_start=4)
    assert parse_span("week", TODAY, calendar) == Span(date(2026, 11, 22), date(2026, 11, 29))
    assert parse_span("2026-q1", TODAY, calendar) == Span(date(2026, 4, 1), date(2026, 7, 1))
    assert parse_span("quarter", TODAY, calendar) == Span(date(2026, 10, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9am", "09:00"), ("9 am", "09:00"), ("9:30", "09:30"), ("9:30pm", "21:30"), ("14h", "14:00"),
        ("14h30", "14:30"), ("at 9", "09:00"), ("at 3", "15:00"), ("at 03:30", "03:30"), ("du 3", "15:00"),
        ("de 9", "09:00"), ("este 7", "19:00"), ("17-kor", "17:00"), ("12am", "00:00"), ("12pm", "12:00"),
        ("noon", "12:00"), ("afternoon", "14:00"), ("this morning", "09:00"), ("in the evening", "18:00"),
        ("tonight", "19:00"), ("eod", "17:00"), ("half past 3", "15:30"), ("at quarter to 4", "15:45"),
        ("quarter past 10", "10:15"), ("3 o'clock", "15:00"), ("at 9 in the morning", "09:00"),
        ("3 in the afternoon", "15:00"), ("délután", "14:00"), ("délután 3-kor", "15:00"), ("3-kor", "15:00"),
        ("reggel 6-kor", "06:00"), ("9-kor reggel", "09:00"), ("fél 4", "15:30"), ("fél 10-kor", "09:30"),
        ("háromnegyed négy", "15:45"), ("negyed 11", "10:15"), ("tízkor", "10:00"), ("három órakor", "15:00"),
        ("este 8 órakor", "20:00"), ("du.", "14:00"),
    ],
)  # fmt: skip
def test_times(text: str, expected: str) -> None:
    assert parse_time(text) == time.fromisoformat(expected)


@pytest.mark.parametrize(
    "text", ["9", "25:00", "9:75", "13pm", "9.30", "anna", "", "du", "fél", "quarter to", "13 o'clock tea"]
)
def test_what_is_no_time(text: str) -> None:
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30m", 30), ("90 min", 90), ("1h", 60), ("1h30", 90), ("1h 30m", 90), ("1.5h", 90), ("2 hours", 120),
     ("half an hour", 30), ("másfél óra", 90), ("45 perc", 45), ("1 óra", 60), ("0m", None), ("12k", None), ("", None)],
)  # fmt: skip
def test_durations(text: str, minutes: int | None) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("in 20 min", 20), ("in an hour", 60), ("in 2 hours", 120), ("fél óra múlva", 30), ("20 perc múlva", 20),
     ("in 2m", None), ("in March", None), ("20 min", None)],
)  # fmt: skip
def test_waits(text: str, minutes: int | None) -> None:
    assert parse_wait(text) == minutes


def test_days_are_said_as_people_say_them() -> None:
    said = {offset: say_day(TODAY + timedelta(days=offset), TODAY) for offset in (-3, 0, 1, 6, 7, 42)}
    assert said == {-3: "20 Nov", 0: "today", 1: "Tue", 6: "Sun", 7: "30 Nov", 42: "2027-01-04"}
    assert say_due(TODAY - timedelta(days=3), time(9), TODAY) == "3d over"
    assert say_due(TODAY, time(9, 30), TODAY) == "09:30"
    assert say_due(TODAY, None, TODAY) == "today"
    assert say_due(TODAY + timedelta(days=1), time(9, 30), TODAY) == "Tue"


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(-20, 120),
    st.lists(st.dates(date(2000, 1, 1), date(2100, 1, 1))),
)
def test_working_days_count_as_one_by_one(start: date, length: int, holidays: list[date]) -> None:
    days = [start + timedelta(days=offset) for offset in range(max(length, 0))]
    counted = [day for day in days if day.weekday() < 5 and day not in holidays]
    assert working_days(start, start + timedelta(days=length), holidays) == len(counted)
    walk = next_working_days(start, holidays)
    assert [next(walk) for _ in counted] == counted


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.dates(date(1000, 1, 1), date(9990, 1, 1)))
def test_an_iso_day_is_that_day_whatever_today_is(today: date, day: date) -> None:
    assert parse_day(day.isoformat(), today) == day


@given(st.text(max_size=20), st.dates())
def test_any_text_is_read_or_none(text: str, today: date) -> None:
    day = parse_day(text, today)
    span = parse_span(text, today)
    assert span is None or span.start < span.end
    assert day is None or span is not None or day == date.max or day == date(9999, 12, 31)
    parse_time(text)
    parse_duration(text)
    parse_wait(text)
