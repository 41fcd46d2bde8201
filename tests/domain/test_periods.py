"""The periods of the reports; today is Monday 23 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.dates import Calendar, working_days
from salesdesk.domain.periods import parse_period, previous
from salesdesk.errors import InvalidError

TODAY = date(2026, 11, 23)
CASES = [
    ("", "2026-11-01", "2026-11-24", "Nov 2026 to date", True),
    ("2017", "2017-01-01", "2018-01-01", "2017", False),
    ("2017-Q2", "2017-04-01", "2017-07-01", "2017-Q2", False),
    ("2017-04", "2017-04-01", "2017-05-01", "Apr 2017", False),
    ("2026-W48", "2026-11-23", "2026-11-30", "2026-W48", True),
    ("2017-04-01..2017-06-30", "2017-04-01", "2017-07-01", "1 Apr 2017 to 30 Jun 2017", False),
    ("today", "2026-11-23", "2026-11-24", "23 Nov 2026", False),
    ("week", "2026-11-23", "2026-11-30", "2026-W48", True),
    ("month", "2026-11-01", "2026-12-01", "Nov 2026", True),
    ("quarter", "2026-10-01", "2027-01-01", "2026-Q4", True),
    ("ytd", "2026-01-01", "2026-11-24", "2026 to date", True),
    ("last-week", "2026-11-16", "2026-11-23", "2026-W47", False),
    ("last-month", "2026-10-01", "2026-11-01", "Oct 2026", False),
    ("last-quarter", "2026-07-01", "2026-10-01", "2026-Q3", False),
    ("all", "0001-01-01", "9999-12-31", "all time", False),
    ("2017-04..2017-06", "2017-04-01", "2017-07-01", "1 Apr 2017 to 30 Jun 2017", False),
    ("2026-11-01..", "2026-11-01", "2026-11-24", "1 Nov 2026 to 23 Nov 2026", False),
]


@pytest.mark.parametrize(("text", "start", "end", "label", "partial"), CASES)
def test_periods(text: str, start: str, end: str, label: str, partial: bool) -> None:
    period = parse_period(text, TODAY)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert (period.label, period.partial) == (label, partial)


@pytest.mark.parametrize("text", ["x", "2017-13", "2017-Q5", "..", "2017-06..2017-04", "0000", "tomorrowish"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(InvalidError):
        parse_period(text, TODAY)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2017", "2016-01-01", "2017-01-01"),
        ("2017-Q1", "2016-10-01", "2017-01-01"),
        ("2017-03", "2017-02-01", "2017-03-01"),
        ("last-week", "2026-11-09", "2026-11-16"),
        ("2017-04-01..2017-06-30", "2017-01-01", "2017-04-01"),
        ("2017-04-10..2017-04-19", "2017-03-31", "2017-04-10"),
        # 16 working days of November are over with Monday 23; the 16th of October is Thursday 22.
        ("", "2026-10-01", "2026-10-23"),
        ("month", "2026-10-01", "2026-10-23"),
    ],
)
def test_the_period_before(text: str, start: str, end: str) -> None:
    before = previous(parse_period(text, TODAY))
    assert before is not None
    assert (before.start, before.end) == (date.fromisoformat(start), date.fromisoformat(end))


def test_holidays_shift_the_comparison_and_all_time_has_none() -> None:
    period = parse_period("", TODAY)
    before = previous(period, days_off=[date(2026, 10, 23), date(2026, 11, 2)])
    assert before is not None
    assert before.end == date(2026, 10, 22)
    assert previous(parse_period("all", TODAY)) is None


def test_a_year_earlier_on_request() -> None:
    before = previous(parse_period("2026-10", TODAY), unit="y")
    assert before is not None
    assert (before.start, before.end) == (date(2025, 10, 1), date(2025, 11, 1))


def test_fiscal_years_carry_the_year_they_start_in() -> None:
    calendar = Calendar(fiscal_start=4)
    year = parse_period("2017", TODAY, calendar)
    assert (year.start, year.end, year.label) == (date(2017, 4, 1), date(2018, 4, 1), "FY2017")
    assert parse_period("2017-Q4", TODAY, calendar).start == date(2018, 1, 1)
    assert parse_period("ytd", TODAY, calendar).start == date(2026, 4, 1)
    assert parse_period("quarter", TODAY, calendar).label == "FY2026-Q3"


@pytest.mark.parametrize("text", ["2026", "2026-Q3", "2027-H1", "q2 2027", "2025..2026"])
@pytest.mark.parametrize("start", [1, 4])
def test_a_fiscal_period_may_say_so(text: str, start: int) -> None:
    calendar = Calendar(fiscal_start=start)
    plain = parse_period(text, TODAY, calendar)
    for year in ("2025", "2026", "2027"):
        text = text.replace(year, f"FY{year}")
    assert parse_period(text, TODAY, calendar) == plain == parse_period(text.replace("FY", "fy "), TODAY, calendar)
    with pytest.raises(InvalidError):
        parse_period("FY26-13", TODAY, calendar)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(["", "month", "week", "quarter", "ytd"]))
def test_a_partial_period_is_compared_with_no_more_working_days(today: date, text: str) -> None:
    period = parse_period(text, today)
    before = previous(period)
    assert before is not None
    assert period.start <= today < period.end
    assert before.end <= period.start
    assert working_days(before.start, before.end) <= working_days(period.start, period.until)
