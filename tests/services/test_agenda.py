"""Meetings and next steps as a calendar, on both engines."""

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from salesdesk.errors import InvalidError
from salesdesk.services import agenda, outreach
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_day, read_step
from tests.services.office import capture, colleague, lead, outcome


@pytest.fixture
def anna(desk: Desk) -> Ref:
    return lead(desk, "Anna Lindqvist, Acme Nordic +36 1 234 5678 anna@acme.example")


def read(text: str) -> dict[str, Any]:
    """The events of a calendar by summary."""
    calendar: Any = Calendar.from_ical(text)
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def test_steps_and_held_meetings_with_what_one_needs_on_the_way(desk: Desk, anna: Ref) -> None:
    outreach.plan(desk, [anna], read_step(desk, "demo thu 10:00 the warehouse team"))
    capture(desk, "todo order headsets today")
    outreach.log(desk, lead(desk, "Joost de Vries, Havenlog"), outcome(desk, "held", "meeting"), no_step=True)
    outreach.log(desk, lead(desk, "Bela Kun"), outcome(desk, "talked"), no_step=True)
    text, count = agenda.export(desk, alarm=15)
    found = read(text)
    assert count == len(found) == 3
    demo = found["Demo Anna Lindqvist, Acme Nordic"]
    # Budapest is an hour ahead of UTC in November.
    assert demo["DTSTART"].dt == dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
    assert demo["DTEND"].dt - demo["DTSTART"].dt == dt.timedelta(minutes=60)
    assert str(demo["DESCRIPTION"]) == f"the warehouse team\n+36 1 234 5678\nanna@acme.example\n{anna.ref}"
    assert demo.walk("VALARM")[0]["TRIGGER"].dt == dt.timedelta(minutes=-15)
    todo = next(event for summary, event in found.items() if "order headsets" in summary)
    assert (todo["DTSTART"].dt, str(todo["TRANSP"])) == (dt.date(2026, 11, 23), "TRANSPARENT")
    assert not todo.walk("VALARM")
    held = found["✓ Meeting Joost de Vries, Havenlog"]
    assert not held.walk("VALARM")


def test_a_step_keeps_its_identity_and_counts_its_changes(desk: Desk, anna: Ref, monkeypatch: Any) -> None:
    outreach.plan(desk, [anna], read_step(desk, "call thu 10:00"))
    (before,) = read(agenda.export(desk)[0]).values()
    assert agenda.export(desk) == agenda.export(desk)
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-24T08:00:00Z")
    assert read(agenda.export(desk)[0])[str(before["SUMMARY"])]["DTSTAMP"].dt == before["DTSTAMP"].dt
    outreach.postpone(desk, [anna], read_day(desk, "fri"), dt.time(11, 0))
    (after,) = read(agenda.export(desk)[0]).values()
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTAMP"].dt == dt.datetime(2026, 11, 24, 8, 0, tzinfo=dt.UTC)
    assert after["DTSTART"].dt == dt.datetime(2026, 11, 27, 10, 0, tzinfo=dt.UTC)


def test_times_are_right_on_both_sides_of_the_change_of_the_clock(desk: Desk, anna: Ref) -> None:
    for day, hour in (("2027-03-27", 9), ("2027-03-29", 8)):
        outreach.plan(desk, [anna], read_step(desk, f"call {day} 10:00"))
        (event,) = read(agenda.export(desk)[0]).values()
        assert event["DTSTART"].dt.hour == hour


def test_whose_and_which_days(desk: Desk, anna: Ref) -> None:
    outreach.plan(desk, [anna], read_step(desk, "demo thu 10:00"))
    capture(desk, "todo order headsets +40d")
    other = colleague(desk)
    me, desk.actor = desk.actor, other
    outreach.plan(desk, [lead(desk, "Bela Kun, Orchid")], read_step(desk, "call fri"))
    assert list(read(agenda.export(desk)[0])) == ["Call Bela Kun, Orchid"]
    desk.actor = me
    assert len(read(agenda.export(desk)[0])) == 2
    assert len(read(agenda.export(desk, everyone=True)[0])) == 3
    assert list(read(agenda.export(desk, "owner:omar")[0])) == ["Call Bela Kun, Orchid"]
    assert list(read(agenda.export(desk, "kind:demo")[0])) == ["Demo Anna Lindqvist, Acme Nordic"]
    week = desk.today + dt.timedelta(days=7)
    assert list(read(agenda.export(desk, end=week)[0])) == ["Demo Anna Lindqvist, Acme Nordic"]
    with pytest.raises(InvalidError, match="is before"):
        agenda.export(desk, start=week, end=desk.today)


def test_the_file_is_written_in_one_step_and_only_when_it_changes(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    path = tmp_path / "calendar.ics"
    outreach.plan(desk, [anna], read_step(desk, "demo thu 10:00"))
    agenda.keep_current(desk, str(path), 10)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first, number = path.read_bytes(), path.stat().st_ino
    agenda.keep_current(desk, str(path), 10)
    assert path.stat().st_ino == number
    path.chmod(0o644)
    outreach.plan(desk, [anna], read_step(desk, "demo fri 10:00"))
    agenda.keep_current(desk, str(path), 10)
    assert (path.read_bytes() != first, path.stat().st_ino != number) == (True, True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".calendar")] == []
    # At the desk of somebody else it stays as it is.
    colleague(desk)
    desk.actor = desk.member("Omar").id
    before = path.read_bytes()
    agenda.keep_current(desk, str(path), 10, me="Maya Kessler")
    assert path.read_bytes() == before
    with pytest.raises(InvalidError, match="cannot be written"):
        agenda.keep_current(desk, str(path / "x.ics"), 10)
