"""The order of the queue: each reason counts as its rule says, and the hour where somebody lives is respected."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain import zones
from salesdesk.domain.urgency import Facts, reasons, urgency

NOW = dt.datetime(2026, 11, 23, 8, 12, tzinfo=dt.UTC)
TODAY = NOW.date()


def points(**more: object) -> int:
    return urgency(reasons(Facts(**{"today": TODAY, "now": NOW, "due_on": TODAY, **more})))  # type: ignore[arg-type]


def names(**more: object) -> list[str]:
    facts = Facts(**{"today": TODAY, "now": NOW, "due_on": TODAY, **more})  # type: ignore[arg-type]
    return [reason.name for reason in reasons(facts)]


def test_a_promise_comes_before_all_that_is_late_or_dear() -> None:
    assert points(promised=True) > points(due_on=TODAY - dt.timedelta(days=60))
    assert points(promised=True) > points(worth=1.0, score=100)


def test_a_new_lead_counts_until_somebody_called() -> None:
    arrived = NOW - dt.timedelta(minutes=12)
    assert names(arrived_at=arrived, contacted=False) == ["new lead"]
    assert names(arrived_at=arrived, contacted=True) == []
    assert names(arrived_at=NOW - dt.timedelta(days=2), contacted=False) == []


def test_later_is_never_less_urgent() -> None:
    late = [points(due_on=TODAY - dt.timedelta(days=days)) for days in range(10)]
    assert late == sorted(late)


def test_somebody_asleep_waits_however_dear() -> None:
    there = dt.datetime(2026, 11, 23, 3, 12)
    hours = (dt.time(8), dt.time(19))
    assert points(worth=1.0, promised=True, there=there, hours=hours) < points()
    assert names(there=there, hours=hours)[0] == "asleep"
    # A mail may be written at any hour.
    assert names(there=there, hours=hours, by_phone=False) == []


@given(
    st.booleans(),
    st.integers(-5, 400),
    st.floats(0, 1),
    st.none() | st.integers(0, 100),
)
def test_every_point_has_its_reason(promised: bool, late: int, worth: float, score: int | None) -> None:
    facts = Facts(TODAY, NOW, TODAY - dt.timedelta(days=late), promised=promised, worth=worth, score=score)
    found = reasons(facts)
    assert urgency(found) == sum(reason.points for reason in found)
    assert [r.points for r in found] == sorted((r.points for r in found), reverse=True)


@pytest.mark.parametrize(
    ("written", "country", "phone", "zone"),
    [
        ("America/New_York", "HU", "+36 1 234 5678", "America/New_York"),
        ("Mars/Olympus", "Magyarország", "", "Europe/Budapest"),
        ("", "united kingdom", "", "Europe/London"),
        ("", "", "+36 30 123 4567", "Europe/Budapest"),
        ("", "", "0044 20 7946 0102", "Europe/London"),
        ("", "", "+353 1 123 4567", "Europe/Dublin"),
        ("", "United States", "+1 212 555 0100", ""),
        ("", "", "06 30 123 4567", ""),
        ("../../etc/passwd", "", "", ""),
    ],
)
def test_a_zone_is_known_or_nothing_is_claimed(written: str, country: str, phone: str, zone: str) -> None:
    assert zones.zone_of(written, country, phone) == zone


def test_the_hour_there_follows_summer_time() -> None:
    before = dt.datetime(2026, 3, 28, 9, tzinfo=dt.UTC)
    after = dt.datetime(2026, 3, 29, 9, tzinfo=dt.UTC)
    hours = [there.hour for at in (before, after) if (there := zones.there(at, "Europe/Budapest"))]
    assert hours == [10, 11]
    assert zones.there(before, "") is None


@pytest.mark.parametrize("text", ["", "9", "18-8", "a-b", "8-25"])
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        zones.read_hours(text)
