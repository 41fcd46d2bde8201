"""The settings of a team: read as people write them, refused with what would fit."""

import datetime as dt
from itertools import islice

import pytest

from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import history
from salesdesk.services.calendar import add_holiday, delete_holiday, holidays, working_days, year_of
from salesdesk.services.desk import Desk
from salesdesk.services.settings import SETTINGS, change_setting, setting_named, shown
from salesdesk.services.steps import read_step


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("holidays", "hu", "HU"),
        ("holidays", "de-by", "DE-BY"),
        ("holidays", "none", "none"),
        ("attempts", "8", "8"),
        ("week-start", "sun", "sunday"),
        ("week_start", "6", "sunday"),
        ("date_order", "MDY", "mdy"),
        ("language", "HU", "hu"),
        ("calling_hours", "8:30 - 17", "08:30-17"),
        ("time_zone", "Europe/London", "Europe/London"),
        ("fiscal_start", "4", "4"),
    ],
)
def test_a_setting_is_kept_as_it_is_meant(desk: Desk, name: str, text: str, kept: str) -> None:
    change_setting(desk, name, text)
    assert shown(desk, setting_named(name)) == kept


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("holidays", "Narnia"),
        ("holidays", "DE-XX"),
        ("holidays", "HU-XX"),
        ("attempts", "0"),
        ("attempts", "many"),
        ("week_start", "someday"),
        ("date_order", "ydm"),
        ("language", "tlh"),
        ("calling_hours", "18-8"),
        ("calling_hours", "late"),
        ("currency", "USD"),
        ("fiscal_start", "13"),
        ("collision_days", "-1"),
    ],
)
def test_what_does_not_fit_changes_nothing(desk: Desk, name: str, text: str) -> None:
    before = [shown(desk, setting) for setting in SETTINGS]
    with pytest.raises(InvalidError):
        change_setting(desk, name, text)
    assert [shown(desk, setting) for setting in SETTINGS] == before


def test_a_setting_nobody_knows_is_said(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="'colour'"):
        change_setting(desk, "colour", "blue")


def test_the_order_of_dates_and_the_week_hold_where_steps_are_read(desk: Desk) -> None:
    for order, text, day in (("dmy", "call 4/12", "2026-12-04"), ("mdy", "call 12/4", "2026-12-04")):
        change_setting(desk, "date_order", order)
        assert read_step(desk, text).day.isoformat() == day
    change_setting(desk, "week_start", "sunday")
    assert read_step(desk, "call next week").day == dt.date(2026, 11, 29)


def test_working_days_know_weekends_holidays_and_the_teams_own_days(desk: Desk) -> None:
    def five(start: str) -> list[str]:
        return [day.isoformat() for day in islice(working_days(desk, dt.date.fromisoformat(start)), 5)]

    assert five("2026-12-24") == ["2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2026-12-30"]
    change_setting(desk, "holidays", "HU")
    add_holiday(desk, "28dec", "Between the years")
    assert five("2026-12-24")[:2] == ["2026-12-29", "2026-12-30"]
    # The first day of the year after is off too.
    assert "2027-01-01" not in five("2026-12-29")
    history.undo(desk)
    assert five("2026-12-24")[0] == "2026-12-28"
    change_setting(desk, "holidays", "none")
    assert five("2026-12-24")[0] == "2026-12-24"


def test_a_country_that_is_not_known_any_more_keeps_nobody_from_planning(desk: Desk) -> None:
    with desk.operation("Written by another release") as unit:
        unit.insert("setting", {"key": "holidays", "value": "XX-YY"})
    assert next(working_days(desk, dt.date(2026, 12, 25))) == dt.date(2026, 12, 25)
    assert read_step(desk, "call fri").day == dt.date(2026, 11, 27)


def test_days_off_are_listed_added_and_taken_away(desk: Desk) -> None:
    change_setting(desk, "holidays", "DE-BY")
    add_holiday(desk, "2026-12-28", "Between the years")
    found = {h.day.isoformat(): (h.name, h.own) for h in holidays(desk, 2026)}
    assert found["2026-12-28"] == ("Between the years", True)
    assert found["2026-01-06"] == ("Epiphany", False)
    for act, text in ((add_holiday, "2026-12-28"), (add_holiday, "someday"), (delete_holiday, "someday")):
        with pytest.raises(InvalidError):
            act(desk, text)
    with pytest.raises(NotFoundError):
        delete_holiday(desk, "2026-01-06")
    delete_holiday(desk, "28dec")
    assert not any(h.own for h in holidays(desk, 2026))
    assert year_of(desk, "") == 2026
    with pytest.raises(InvalidError):
        year_of(desk, "soon")
