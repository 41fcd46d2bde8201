"""Meetings from calendars, on both engines: with whom one knows, once, following the calendar, never over one's own."""

import datetime as dt
from pathlib import Path

import pytest

from salesdesk.services import agenda, editing, history, outreach, prospecting
from salesdesk.services.agenda_in import Report, read_calendars
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_day, read_step
from tests.services.office import lead, outcome
from tests.store.test_operation import live_rows


@pytest.fixture
def anna(desk: Desk) -> Ref:
    return lead(desk, "Anna Lindqvist, Acme Nordic anna@acme.example")


def event(uid: str, start: str, *lines: str, who: str = "anna@acme.example") -> str:
    """An event of half an hour."""
    what = [] if any(line.startswith("SUMMARY") for line in lines) else ["SUMMARY:Review"]
    lines = (f"UID:{uid}", f"DTSTART:{start}", "DURATION:PT30M", f"ATTENDEE:mailto:{who}", *what, *lines)
    return "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def take(desk: Desk, tmp_path: Path, *events: str, since: str = "", dry_run: bool = False) -> Report:
    """Read a calendar of these events."""
    path = tmp_path / "in.ics"
    path.write_text("\n".join(["BEGIN:VCALENDAR", *events, "END:VCALENDAR", ""]))
    return read_calendars(desk, [path], since=dt.date.fromisoformat(since) if since else None, dry_run=dry_run)


def planned(desk: Desk, ref: Ref) -> list[tuple[str, str, str, str]]:
    """The planned steps of a record: kind, day, instant, subject."""
    rows = desk.connection.rows(
        f"SELECT k.name, a.due_on, COALESCE(CAST(a.due_at AS text), ''), a.subject FROM activity a"
        f" JOIN activity_kind k ON k.id = a.kind_id WHERE a.{ref.kind}_id = ? AND a.done_on IS NULL"
        " AND a.deleted_op IS NULL ORDER BY a.due_on, a.id",
        (ref.id,),
    )
    return [(kind, day, at[:16].replace("T", " "), subject) for kind, day, at, subject in rows]


def test_a_meeting_becomes_a_step_once_and_undo_takes_it_back(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    outreach.plan(desk, [anna], read_step(desk, "call fri"))
    before = live_rows(desk.connection)
    events = (
        event("1", "20261201T090000Z", "SUMMARY:Demo: warehouse", "LOCATION:Room 4"),
        event("2", "20261202", who="ANNA@acme.example"),
    )
    assert take(desk, tmp_path, *events, dry_run=True).added == 2
    assert live_rows(desk.connection) == before
    report = take(desk, tmp_path, *events)
    assert report.sentence == "Meetings: 2 new"
    after = live_rows(desk.connection)
    assert planned(desk, anna) == [
        ("Call", "2026-11-27", "", ""),
        ("Demo", "2026-12-01", "2026-12-01 09:00", "Demo: warehouse (Room 4)"),
        ("Meeting", "2026-12-02", "", "Review"),
    ]
    assert take(desk, tmp_path, *events).sentence == "Meetings: 2 as before"
    assert live_rows(desk.connection) == after
    history.undo(desk)
    assert live_rows(desk.connection) == before
    assert take(desk, tmp_path, *events).added == 2


def test_what_is_moved_or_called_off_in_the_calendar_follows(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, event("1", "20261201T090000Z"), event("2", "20261202T090000Z"))
    report = take(desk, tmp_path, event("1", "20261203T100000Z"), event("2", "20261202T090000Z", "STATUS:CANCELLED"))
    assert report.sentence == "Meetings: 1 changed, 1 cancelled"
    assert planned(desk, anna) == [("Meeting", "2026-12-03", "2026-12-03 10:00", "Review")]
    # What was called off and is on again.
    report = take(desk, tmp_path, event("2", "20261204T090000Z"))
    assert (report.added, len(planned(desk, anna))) == (1, 2)
    assert take(desk, tmp_path, event("2", "20261204T090000Z")).sentence == "Meetings: 1 as before"


def test_what_was_changed_done_or_deleted_here_stays(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    events = [event("1", "20261201T090000Z")]
    take(desk, tmp_path, *events)
    outreach.postpone(desk, [anna], read_day(desk, "fri"))
    assert take(desk, tmp_path, *events).unchanged == 1
    assert planned(desk, anna)[0][1] == "2026-11-27"
    # Only what the calendar changed is changed.
    take(desk, tmp_path, event("1", "20261201T090000Z", "SUMMARY:Review of the year"))
    assert planned(desk, anna)[0][1:] == ("2026-11-27", "", "Review of the year")
    outreach.log(desk, anna, outcome(desk, "held", "meeting"), no_step=True)
    assert take(desk, tmp_path, event("1", "20261208T090000Z")).unchanged == 1
    take(desk, tmp_path, event("2", "20261202T090000Z"))
    key = outreach.open_steps(desk.connection, anna)[0]
    editing.delete(desk, [Ref("activity", key, "", "Review")])
    assert take(desk, tmp_path, event("2", "20261203T090000Z")).unchanged == 1
    assert planned(desk, anna) == []


def test_a_series_that_is_moved_leaves_nothing_behind(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, event("1", "20261201T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3"))
    assert [step[1] for step in planned(desk, anna)] == ["2026-12-01", "2026-12-08", "2026-12-15"]
    report = take(
        desk, tmp_path,
        event("1", "20261202T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261209T090000Z"),
    )  # fmt: skip
    assert (report.added, report.cancelled) == (2, 3)
    assert [step[1] for step in planned(desk, anna)] == ["2026-12-02", "2026-12-16"]
    # A series that cannot be understood any more does not call anything off.
    broken = take(desk, tmp_path, event("1", "20261202T090000Z", "RRULE:FREQ=SECONDLY"))
    assert (broken.cancelled, len(broken.problems), len(planned(desk, anna))) == (0, 1, 2)


def test_whom_a_meeting_is_with(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    setup = desk.member("me")
    with desk.operation("Mail") as unit:
        unit.update("member", setup.id, {"email": "maya@our.example"})
    deal = prospecting.convert(desk, anna, prospecting.Conversion("Platform"))
    joost = lead(desk, "Joost de Vries, Havenlog joost@haven.example")
    report = take(
        desk,
        tmp_path,
        event("1", "20261201T090000Z", "ORGANIZER:mailto:maya@our.example"),
        event("2", "20261201T090000Z", who="maya@our.example"),
        event("3", "20261201T090000Z", who="nobody@x.example"),
        event("4", "20261120T090000Z"),
        event("5", "20261202T090000Z", who="joost@haven.example"),
        event("6", "20261203T090000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:maya@our.example"),
    )
    assert report.sentence == "Meetings: 2 new; left out: 2 with nobody you know, 1 before the first day"
    assert [step[1] for step in planned(desk, deal)] == ["2026-12-01"]
    assert [step[1] for step in planned(desk, joost)] == ["2026-12-02"]
    assert take(desk, tmp_path, event("4", "20261120T090000Z"), since="2026-11-01").added == 1


def test_what_salesdesk_wrote_itself_is_left_alone(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    outreach.plan(desk, [anna], read_step(desk, "demo thu 10:00"))
    before = live_rows(desk.connection)
    path = tmp_path / "own.ics"
    agenda.write_calendar(path, agenda.export(desk)[0])
    assert read_calendars(desk, [path]).own == 1
    assert live_rows(desk.connection) == before


def test_a_very_long_uid_and_hostile_titles(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    events = [event("x" * 5000, "20261201T090000Z", "SUMMARY:[b]x[/b]\x1b]0;t\x07")]
    take(desk, tmp_path, *events)
    assert planned(desk, anna)[0][3] == "[b]x[/b]"
    assert take(desk, tmp_path, *events).unchanged == 1
