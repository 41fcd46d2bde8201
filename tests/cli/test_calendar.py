"""The calendar from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MEETING = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1@x
DTSTART:20261201T090000Z
SUMMARY:Review
ATTENDEE:mailto:anna@acme.example
END:VEVENT
BEGIN:VEVENT
UID:2@x
DTSTART:20261399
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def anna(desk_file: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lead with a step; the folder to work in."""
    assert run("add", "Anna", "Lindqvist", "at", "Acme", "anna@acme.example", "call", "thu", "10:00").code == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_export_to_standard_output_and_to_a_file(run: Run, anna: Path) -> None:
    text = run("calendar", "export").out
    assert text.startswith("BEGIN:VCALENDAR\r\n") and "SUMMARY:Call Anna Lindqvist\\, Acme\r\n" in text
    assert "TRIGGER:-PT10M" in text
    run("config", "set", "calendar.alarm", "off")
    assert "VALARM" not in run("calendar", "export").out
    made = run("calendar", "export", "--out", "x.ics", "--json")
    assert json.loads(made.out) == {"path": "x.ics", "events": 1, "changed": True}
    assert "up to date" in run("calendar", "export", "--out", "x.ics").err
    assert run("calendar", "export", "kind:demo").out.count("VEVENT") == 0
    assert run("calendar", "export", "--from", "tomorrow", "--to", "tomorrow").out.count("BEGIN:VEVENT") == 0
    assert run("calendar", "export", "--from", "nonsense").code == 4
    assert run("calendar", "export", "--from", "+3d", "--to", "today").code == 4
    assert run("calendar", "export", "--out", "no/such/folder/x.ics").code == 0
    assert run("calendar", "export", "--out", "x.ics/y.ics").code == 4


def test_the_file_of_the_config_follows_what_is_written(run: Run, anna: Path) -> None:
    run("config", "set", "calendar.file", str(anna / "live.ics"))
    run("next", "anna", "demo", "fri", "11:00")
    assert "SUMMARY:Demo Anna Lindqvist" in (anna / "live.ics").read_text()
    run("undo")
    assert "SUMMARY:Call Anna Lindqvist" in (anna / "live.ics").read_text()
    before = (anna / "live.ics").stat().st_mtime_ns
    run("today")
    run("lead", "list")
    assert (anna / "live.ics").stat().st_mtime_ns == before
    # A file that cannot be written is said, and costs nothing else.
    run("config", "set", "calendar.file", str(anna / "live.ics" / "x"))
    told = run("next", "anna", "demo", "fri", "12:00")
    assert (told.code, "cannot be written" in told.err) == (0, True)
    assert run("config", "set", "calendar.file", "").code == 0
    assert run("next", "anna", "call", "fri").err.count("\n") == 1


def test_meetings_in_and_what_is_wrong_by_file_and_line(run: Run, anna: Path) -> None:
    (anna / "in.ics").write_text(MEETING)
    dry = run("calendar", "read", "in.ics", "--dry-run", "--json")
    assert (json.loads(dry.out)["added"], json.loads(dry.out)["dry_run"]) == (1, True)
    told = run("calendar", "read", "in.ics")
    assert told.code == 0
    assert told.err.splitlines()[0] == "in.ics:10: There is no such day or time as '20261399'."
    assert "Meetings: 1 new. Undo" in told.err
    assert "1 as before" in run("calendar", "read", "in.ics").err
    run("undo")
    assert "1 new" in run("calendar", "read", "in.ics").err


@pytest.mark.parametrize("content", ["", "hello", "\x00\x01"])
def test_a_file_that_is_no_calendar(run: Run, anna: Path, content: str) -> None:
    (anna / "in.ics").write_text(content)
    told = run("calendar", "read", "in.ics")
    assert told.code == 4
    assert told.err.startswith("salesdesk: ") and "Traceback" not in told.err
    assert run("calendar", "read", "gone.ics").code == 4


def test_what_is_printed_as_text_is_one_document_when_json_is_asked_for(run: Run, desk_file: Path) -> None:
    outcome = run("calendar", "export", "--json")
    assert json.loads(outcome.out)["text"].split() == run("calendar", "export").out.split()
