"""Calendars in: zones, series, broken files; each problem with its line."""

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.errors import InvalidError
from salesdesk.exchange.ics_meetings import Reading, read_meetings
from salesdesk.exchange.ics_zones import zone_named

FIRST, LAST = dt.date(2026, 11, 23), dt.date(2027, 2, 23)


def event(*lines: str, uid: str = "1@x") -> str:
    """An event with these lines."""
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


def read(tmp_path: Path, *parts: str, zone: str = "Europe/Budapest") -> Reading:
    """The reading of a calendar of these parts."""
    path = tmp_path / "in.ics"
    path.write_bytes("\r\n".join(["BEGIN:VCALENDAR", *parts, "END:VCALENDAR", ""]).encode())
    return read_meetings(path, zone, FIRST, LAST)


def starts(reading: Reading) -> list[str]:
    """The starts in UTC, or days, in order; what was called off with a minus."""
    shown = []
    for m in sorted(reading.meetings, key=lambda m: m.occurrence):
        at = m.start.astimezone(dt.UTC).strftime("%d %b %H:%M") if isinstance(m.start, dt.datetime) else str(m.start)
        shown.append(f"-{at}" if m.cancelled else at)
    return shown


@pytest.mark.parametrize(
    ("line", "utc"),
    [
        ("DTSTART:20261201T090000Z", "01 Dec 09:00"),
        ("DTSTART:20261201T090000", "01 Dec 08:00"),
        ("DTSTART;TZID=Europe/London:20261201T090000", "01 Dec 09:00"),
        ('DTSTART;TZID="Central European Standard Time":20261201T090000', "01 Dec 08:00"),
        ("DTSTART;TZID=Eastern Standard Time:20261201T090000", "01 Dec 14:00"),
        ("DTSTART;TZID=/mozilla.org/20070129_1/America/New_York:20260701T090000", "01 Jul 13:00"),
        ("DTSTART;TZID=custom_America/New_York:20260701T090000", "01 Jul 13:00"),
        # The hour that does not exist is counted from before the change, the one that comes twice is the first.
        ("DTSTART;TZID=Europe/Berlin:20260329T023000", "29 Mar 01:30"),
        ("DTSTART;TZID=Europe/Berlin:20261025T023000", "25 Oct 00:30"),
        ("DTSTART;VALUE=DATE:20261201", "2026-12-01"),
        ("DTSTART:20261201", "2026-12-01"),
    ],
)
def test_when_it_starts(tmp_path: Path, line: str, utc: str) -> None:
    reading = read(tmp_path, event(line))
    assert (starts(reading), reading.problems) == ([utc], [])


def test_the_zone_of_the_calendar_holds_for_times_without_one(tmp_path: Path) -> None:
    parts = ("X-WR-TIMEZONE:Tokyo Standard Time", event("DTSTART:20261201T090000"))
    assert starts(read(tmp_path, *parts)) == ["01 Dec 00:00"]


def test_a_zone_the_calendar_explains_and_one_nobody_does(tmp_path: Path) -> None:
    office = [
        "BEGIN:VTIMEZONE", "TZID:Our office", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip
    explained = read(tmp_path, *office, event("DTSTART;TZID=Our office:20261201T090000"))
    assert (starts(explained), explained.problems) == (["01 Dec 03:30"], [])
    unknown = read(tmp_path, event("DTSTART;TZID=Nowhere:20261201T090000", "DTEND;TZID=Nowhere:20261201T093000"))
    assert starts(unknown) == ["01 Dec 08:00"]
    assert [(p.line, "'Nowhere' is not known" in p.message) for p in unknown.problems] == [(4, True)]
    assert unknown.meetings[0].minutes == 30


def test_a_series_stays_at_its_hour_through_the_change_of_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "in.ics"
    text = event("DTSTART;TZID=Europe/Budapest:20260101T090000", "RRULE:FREQ=WEEKLY;UNTIL=20260409T070000Z")
    path.write_text(f"BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR\n")
    reading = read_meetings(path, "UTC", dt.date(2026, 3, 20), dt.date(2026, 12, 31))
    assert starts(reading) == ["26 Mar 08:00", "02 Apr 07:00", "09 Apr 07:00"]


def test_a_series_with_moved_and_called_off_occurrences(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        event("DTSTART:20261124T090000Z", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE:20261201T090000Z", "DURATION:PT45M"),
        event("DTSTART:20261209T100000Z", "RECURRENCE-ID:20261208T090000Z"),
        event("DTSTART:20261215T090000Z", "RECURRENCE-ID:20261215T090000Z", "STATUS:CANCELLED"),
    )
    assert starts(reading) == ["24 Nov 09:00", "-01 Dec 09:00", "09 Dec 10:00", "-15 Dec 09:00", "22 Dec 09:00"]
    assert reading.meetings[-1].minutes == 45 and reading.whole == {"1@x"}


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=", "COUNT=3",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;BYWEEKNO=99", "FREQ=DAILY;UNTIL=never", "FREQ=DAILY;INTERVAL=9999999999999",
        "FREQ=HOURLY;COUNT=100000000",
    ],
)  # fmt: skip
def test_series_that_are_not_taken_in_say_so(tmp_path: Path, rule: str) -> None:
    reading = read(tmp_path, event("DTSTART:20261124T090000Z", f"RRULE:{rule}"), event("DTSTART:20261124", uid="2@x"))
    assert [m.uid for m in reading.meetings] == ["2@x"]
    assert [p.line for p in reading.problems] == [5]
    assert reading.whole == {"2@x"}


def test_a_daily_series_is_bounded(tmp_path: Path) -> None:
    assert len(read(tmp_path, event("DTSTART:19700101T090000Z", "RRULE:FREQ=DAILY")).meetings) == 60


def test_what_is_broken_is_said_with_its_line_and_costs_only_itself(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        event("DTSTART;;VALUE=DATE:20261201", uid="a"),
        event("DTSTART:20261332", uid="b"),
        event("SUMMARY:no start", uid="c"),
        event("DTSTART:20261201T090000Z", "no colon here", "DURATION:soon", uid="d"),
        "END:VTODO",
        event("DTSTART:20261201T090000Z", "SUMMARY:good\\, yes\\nline", "ATTENDEE;CN=\"A:B;C\":MAILTO:A@X.example", uid="e"),
        "BEGIN:VEVENT",
        "UID:f",
    )  # fmt: skip
    assert [p.line for p in reading.problems] == [4, 8, 10, 17, 18, 20, 27]
    (good,) = reading.meetings
    assert (good.uid, good.summary, good.people) == ("e", "good, yes line", ("a@x.example",))


def test_files_that_are_no_calendars_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    for content in (b"", b"Subject: hello\n", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"BEGIN:VCALENDAR\n" * 50):
        path.write_bytes(content)
        with pytest.raises(InvalidError):
            read_meetings(path, "UTC", FIRST, LAST)
    with pytest.raises(InvalidError):
        read_meetings(tmp_path / "gone.ics", "UTC", FIRST, LAST)
    with pytest.raises(InvalidError):
        read_meetings(tmp_path, "UTC", FIRST, LAST)


def test_the_calendars_of_others(data: Path) -> None:
    found = {p.name: read_meetings(p, "Europe/Budapest", FIRST, LAST) for p in sorted((data / "ics").glob("*.ics"))}
    assert {name for name, reading in found.items() if reading.problems} == {
        "broken_ical.ics",
        "created_calendar_with_unicode_fields.ics",
        "issue_526_calendar_with_different_events.ics",
    }
    assert [p.line for p in found["broken_ical.ics"].problems] == [4]
    assert found["created_calendar_with_unicode_fields.ics"].meetings[0].summary == "Non-ASCII Test: ÄÖÜ äöü €"
    assert [m.summary for m in found["multiple_calendar_components.ics"].meetings][:2] == [
        "Christmas Day",
        "Boxing Day",
    ]
    assert starts(found["america_new_york.ics"]) == ["29 Aug 12:00"]


GOOD = "BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Paris\r\n" + "\r\n".join(
    [
        event("DTSTART;TZID=Europe/Berlin:20261201T090000", "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T000000Z"),
        event("DTSTART;TZID=Europe/Berlin:20261209T090000", "RECURRENCE-ID;TZID=Europe/Berlin:20261208T090000"),
        event(
            "DTSTART;VALUE=DATE:20261224", "SUMMARY:Holiday\\; long\r\n  line", "ATTENDEE:mailto:a@x.example", uid="2"
        ),
        "END:VCALENDAR\r\n",
    ]
)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), cuts=st.integers(1, 12))
def test_no_damage_stops_the_reading(tmp_path: Path, seed: int, cuts: int) -> None:
    chance = random.Random(seed)
    content = bytearray(GOOD.encode())
    for _ in range(cuts):
        at = chance.randrange(len(content))
        what = chance.choice([b"", b":", b";", b"\r\n", b"=", b"9", b"\xff", b"\x1b[2J", b"BEGIN:VEVENT\r\n", b'"'])
        content[at : at + chance.choice([0, 1, 9])] = what
    path = tmp_path / "damaged.ics"
    path.write_bytes(bytes(content) or b"x")
    try:
        reading = read_meetings(path, "UTC", FIRST, LAST)
    except InvalidError:
        return
    assert all("\x1b" not in m.summary + m.uid + m.location for m in reading.meetings)
    assert all("\x1b" not in p.message for p in reading.problems)


def test_names_of_zones() -> None:
    assert str(zone_named("W. Europe Standard Time")) == "Europe/Berlin"
    assert str(zone_named("America/Argentina/Buenos_Aires")) == "America/Argentina/Buenos_Aires"
    for name in ("", "Nowhere/Here", "../../etc/passwd", "x" * 5000, "\x00"):
        assert zone_named(name) is None
