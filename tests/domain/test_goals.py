"""Goals without a database: what a target comes to, what is expected, how targets are written."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesk.domain.dates import Calendar, unit_around
from salesdesk.domain.goals import (
    MICRO,
    Presence,
    Standing,
    best,
    metric_named,
    read_ramp,
    read_target,
    run_rate,
    say_amount,
    workload,
)
from salesdesk.domain.periods import parse_period, period_text
from salesdesk.domain.spans import earlier_spans, following_span
from salesdesk.errors import InvalidError

Q4 = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
TODAY = dt.date(2026, 11, 23)
days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
spans = st.tuples(days, st.integers(0, 200)).map(lambda s: (s[0], s[0] + dt.timedelta(days=s[1])))
presences = st.builds(
    Presence,
    st.lists(spans, max_size=3).map(tuple),
    st.none() | days,
    st.lists(st.integers(0, 100), max_size=6).map(tuple),
)


@settings(deadline=None)
@given(spans, days, presences, st.integers(0, 199))
def test_a_span_owes_what_its_parts_owe(span: tuple[dt.date, dt.date], today: dt.date, who: Presence, cut: int) -> None:
    first, last = span
    middle = min(first + dt.timedelta(days=cut), last)
    whole = workload(first, last, today, (), who)
    left, right = workload(first, middle, today, (), who), workload(middle + dt.timedelta(days=1), last, today, (), who)
    assert whole.days == left.days + right.days
    assert whole.owed == pytest.approx(left.owed + right.owed)
    assert whole.gone == pytest.approx(left.gone + right.gone)
    assert 0 <= whole.gone <= whole.owed + 1e-9 <= whole.days + 1e-6
    assert whole.left <= whole.days - whole.passed + 1


@settings(deadline=None)
@given(spans, days, presences)
def test_expected_never_passes_the_target(span: tuple[dt.date, dt.date], today: dt.date, who: Presence) -> None:
    work = workload(*span, today, (), who)
    if work.days:
        assert work.expected(10_000) <= work.target(10_000) + 1


def test_days_off_absences_and_ramp_shrink_a_target() -> None:
    week = dt.date(2026, 11, 23), dt.date(2026, 11, 27)
    assert workload(*week, TODAY).target(200) == 200
    assert workload(*week, TODAY, {dt.date(2026, 11, 25)}).days == 4
    away = Presence(absences=((dt.date(2026, 11, 24), dt.date(2026, 11, 25)),))
    assert workload(*week, TODAY, (), away).target(200) == 120
    # Who joined in mid October with 0, 50, then all: half of October's days owe nothing, the rest neither.
    newcomer = Presence(joined=dt.date(2026, 10, 15), ramp=(0, 50))
    assert workload(dt.date(2026, 10, 1), dt.date(2026, 10, 31), TODAY, (), newcomer).target(100) == 0
    assert newcomer.share(dt.date(2026, 11, 16)) == 0.5
    assert newcomer.share(dt.date(2026, 12, 15)) == 1.0


def test_today_is_a_day_that_is_left() -> None:
    work = workload(*Q4, TODAY)
    assert (work.days, work.passed, work.left) == (66, 38, 29)


@pytest.mark.parametrize(
    ("metric", "text", "amount"),
    [
        ("calls", "40", 40),
        ("calls", "1,200", 1200),
        ("revenue", "180k", 18_000_000),
        ("revenue", "€1.2m", 120_000_000),
        ("win rate", "65 %", 650_000),
        ("win-rate", "0.65", 650_000),
        ("win_rate", "65", 650_000),
        ("sales cycle", "41.5 days", 41_500_000),
    ],
)
def test_targets_are_read(metric: str, text: str, amount: int) -> None:
    assert read_target(text, metric_named(metric), "EUR").of(None) == amount


@pytest.mark.parametrize(
    ("metric", "text", "baseline", "target"),
    [
        ("average order value", "+30%", 200_000, 260_000),
        ("win rate", "+5 pt", 400_000, 450_000),
        ("win rate", "+10 %", 400_000, 440_000),
        ("sales cycle", "-3 days", 41 * MICRO, 38 * MICRO),
        ("calls", "+20", 100, 120),
        ("revenue", "-5 %", 1_000_00, 950_00),
    ],
)
def test_changes_are_of_the_baseline(metric: str, text: str, baseline: int, target: int) -> None:
    assert read_target(text, metric_named(metric), "EUR").of(baseline) == target


@pytest.mark.parametrize(
    ("metric", "text", "words"),
    [
        ("calls", "0", "asks for nothing"),
        ("revenue", "0", "asks for nothing"),
        ("calls", "many", "not a target"),
        ("calls", "4.5", "not a target"),
        ("calls", "", "not a target"),
        ("revenue", "20k usd", "counted in EUR"),
        ("win rate", "high", "not a target"),
        ("calls", "+%", "not a target"),
    ],
)
def test_what_cannot_be_a_target_is_said(metric: str, text: str, words: str) -> None:
    with pytest.raises(InvalidError, match=words):
        read_target(text, metric_named(metric), "EUR")


def test_a_change_needs_a_baseline() -> None:
    with pytest.raises(InvalidError, match="baseline has no value"):
        read_target("+30%", metric_named("average_order_value"), "EUR").of(None)


@given(st.integers(1, 10**9))
def test_what_is_said_of_a_count_is_read_again(number: int) -> None:
    metric = metric_named("calls")
    assert read_target(say_amount(number, metric, "EUR"), metric, "EUR").of(None) == number


def test_lower_is_better_where_it_is() -> None:
    cycle = metric_named("sales_cycle_days")
    assert Standing(cycle, 38 * MICRO, 40 * MICRO, 40 * MICRO).word == "reached"
    slow = Standing(cycle, 45 * MICRO, 40 * MICRO, 40 * MICRO, baseline=50 * MICRO)
    assert (slow.word, slow.share) == ("behind", 0.5)
    assert best([50 * MICRO, None, 41 * MICRO], cycle) == 41 * MICRO


def test_the_words_of_a_flow() -> None:
    calls = metric_named("calls")
    assert Standing(calls, 30, 40, 20.0).word == "ahead"
    assert Standing(calls, 20, 40, 20.2).word == "on pace"
    assert Standing(calls, 10, 40, 20.0, left=10).word == "behind"
    assert Standing(calls, 10, 40, 20.0, left=10).per_day == 3.0
    assert Standing(calls, 10, 40, 40.0, over=True).word == "missed"
    assert Standing(calls, 0, 40, 0.0, begun=False).word == "to come"
    assert Standing(metric_named("win_rate"), None, 40, 40.0).word == "no figure"


def test_earlier_spans_are_over_and_as_long() -> None:
    assert earlier_spans(*Q4, 2, before=TODAY) == [
        (dt.date(2026, 4, 1), dt.date(2026, 6, 30)),
        (dt.date(2026, 7, 1), dt.date(2026, 9, 30)),
    ]
    # A goal of next year is held against the last quarter that is over.
    ahead = earlier_spans(dt.date(2027, 1, 1), dt.date(2027, 3, 31), 1, before=TODAY)
    assert ahead == [(dt.date(2026, 7, 1), dt.date(2026, 9, 30))]


def test_a_run_rate_needs_a_day() -> None:
    assert run_rate(10, 0, 20) is None
    assert run_rate(10, 5, 20) == 40


def test_a_ramp_is_percent_by_month() -> None:
    assert read_ramp("0 25, 50% 75") == (0, 25, 50, 75)
    with pytest.raises(InvalidError, match="'soon'"):
        read_ramp("0 soon")


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 800), st.sampled_from([1, 4, 7, 10]))
def test_a_span_is_written_so_that_it_is_read_again(first: dt.date, days: int, fiscal: int) -> None:
    last, calendar = first + dt.timedelta(days=days), Calendar(fiscal_start=fiscal)
    found = parse_period(period_text(first, last, calendar), TODAY, calendar)
    assert (found.start, found.end - dt.timedelta(days=1)) == (first, last)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.sampled_from("mqy"), st.sampled_from([1, 4, 7, 10]))
def test_a_unit_is_written_short_and_the_next_one_follows(day: dt.date, unit: str, fiscal: int) -> None:
    calendar = Calendar(fiscal_start=fiscal)
    span = unit_around(day, unit, calendar)
    assert span
    last = span.end - dt.timedelta(days=1)
    assert ".." not in period_text(span.start, last, calendar)
    following = unit_around(span.end, unit, calendar)
    assert following
    assert following_span(span.start, last) == (following.start, following.end - dt.timedelta(days=1))


def test_a_span_of_days_is_followed_by_as_many() -> None:
    assert following_span(dt.date(2026, 5, 31), dt.date(2026, 8, 30)) == (dt.date(2026, 8, 31), dt.date(2026, 11, 30))
