"""The day somewhere is the same from the tables of the system as from `zoneinfo`."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesdesk import clock
from salesdesk.errors import InvalidError

INSTANTS = st.datetimes(dt.datetime(1850, 1, 1), dt.datetime(2150, 1, 1), timezones=st.just(dt.UTC))


@given(st.sampled_from(sorted(available_timezones())), INSTANTS)
@example("Europe/Berlin", dt.datetime(2026, 10, 25, 0, 59, 59, 999999, dt.UTC))
@example("Europe/Berlin", dt.datetime(2026, 10, 25, 1, tzinfo=dt.UTC))
@example("Europe/Berlin", dt.datetime(2099, 7, 1, tzinfo=dt.UTC))
def test_an_offset_is_that_of_zoneinfo(name: str, instant: dt.datetime) -> None:
    found = clock.offset(name, instant)
    due = instant.astimezone(ZoneInfo(name)).utcoffset()
    assert due is not None
    assert found is None or found == due.total_seconds()


@given(
    st.sampled_from(sorted(available_timezones())),
    st.dates(dt.date(1850, 1, 1), dt.date(2150, 1, 1)),
    st.times(),
)
@example("Europe/Berlin", dt.date(2026, 3, 29), dt.time(2, 30))
@example("Europe/Berlin", dt.date(2026, 10, 25), dt.time(2, 30))
@example("America/Havana", dt.date(2026, 3, 8), dt.time(0))
@example("Pacific/Apia", dt.date(2011, 12, 30), dt.time(12))
def test_a_time_of_a_day_is_the_instant_of_zoneinfo(name: str, day: dt.date, time: dt.time) -> None:
    assert clock.instant_of(day, time, name) == dt.datetime.combine(day, time, ZoneInfo(name)).astimezone(dt.UTC)


def test_the_tables_know_the_present() -> None:
    instant = dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC)
    if clock.offset("Europe/Paris", instant) is None:
        pytest.skip("this system has no tables, or short ones")
    assert clock.offset("Europe/Paris", instant) == 7200
    assert clock.offset("America/New_York", instant) == -14400


@pytest.mark.parametrize("name", ["Europe", "Europe/Nowhere", "../etc/passwd", "/Europe/Paris", "", "zone.tab", "é"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    assert clock.offset(name, dt.datetime(2026, 7, 1, tzinfo=dt.UTC)) is None
    with pytest.raises(InvalidError):
        clock.today(name)


def test_a_day_begins_on_the_clock_of_the_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-07-01T22:30:00Z")
    assert clock.today("UTC") == dt.date(2026, 7, 1)
    assert clock.today("Europe/Paris") == dt.date(2026, 7, 2)
    assert clock.today("America/New_York") == dt.date(2026, 7, 1)
    monkeypatch.setenv("PYTHONTZPATH", "")
    assert clock.today("Europe/Paris") == dt.date(2026, 7, 2)
