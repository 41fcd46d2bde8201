"""Cadences from the shell, each command as a person or a script would give it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

THREE = "now call First call\n+2d call Second call\n+3d task Look at their news\n"


@pytest.fixture
def opening(desk_file: Path, run: Run, tmp_path: Path) -> Path:
    """A cadence Opening, and four people of whom one has no number."""
    text = tmp_path / "opening.md"
    text.write_text(THREE)
    assert run("cadence", "add", "Opening", "--file", str(text)).code == 0
    for line in (
        "Anna Berg +36 30 123 4567",
        "Bo Carr +36 30 123 4568",
        "Cleo Dorn +36 30 123 4569",
        "Dan Ek, dan@x.example",
    ):
        assert run("lead", "add", *line.split()).code == 0
    return text


def test_enrolling_says_who_stays_out_and_changes_nothing_before(opening: Path, run: Run) -> None:
    dry = run("cadence", "enrol", "opening", "--where", "status:open", "--dry-run")
    assert dry.code == 0
    assert "Would be: 3 leads enrolled in Opening" in dry.err
    assert "not, without a phone number: Dan Ek" in dry.err
    assert json.loads(run("cadence", "who", "--json").out) == []
    done = run("cadence", "enrol", "opening", "--where", "status:open", "--json")
    found = json.loads(done.out)
    assert (found["enrolled"], found["first"]["what"]) == (3, "call")
    assert [r["name"] for r in found["refused"]["without a phone number"]] == ["Dan Ek"]
    again = run("cadence", "enrol", "opening", "anna")
    assert (again.code, "in Opening already" in again.err) == (4, True)


def test_nobody_named_and_a_name_that_is_none(opening: Path, run: Run) -> None:
    assert run("cadence", "enrol", "opening").code == 2
    assert run("cadence", "enrol", "opnening", "anna").code == 3
    assert run("cadence", "enrol", "opening", "anna", "--start", "yesterday").code == 4
    assert run("cadence", "stop", "anna").code == 3


def test_steering_and_who_is_inside(opening: Path, run: Run) -> None:
    assert run("cadence", "enrol", "opening", "anna", "bo", "--start", "tomorrow").code == 0
    rows = run("cadence", "who").out.splitlines()
    assert rows[0].split("\t") == [
        "ref",
        "name",
        "company",
        "cadence",
        "step",
        "due",
        "next",
        "state",
        "owner",
        "started",
    ]
    assert rows[1].split("\t")[1:7] == ["Anna Berg", "", "Opening", "1", "2026-11-24", "First call"]
    assert "Next: call" in run("cadence", "skip", "anna").err
    assert run("cadence", "pause", "anna").code == 0
    assert run("cadence", "pause", "anna").code == 4
    assert run("lead", "list", "cadence:opening", "--ids").out.count("L-") == 2
    assert run("cadence", "resume", "--where", "cadence:opening").code == 0
    assert run("undo").code == 0
    assert run("cadence", "stop", "--where", "cadence:opening").code == 0
    assert run("cadence", "who").out.count("\n") == 1
    assert "Cadence" not in run("show", "anna").out


def test_a_record_and_the_day_say_where_they_are(opening: Path, run: Run) -> None:
    run("cadence", "enrol", "opening", "anna")
    assert json.loads(run("show", "anna", "--json").out)["cadence"] == "Opening, step 1 of 3, call today"
    told = run("log", "anna", "voicemail")
    assert "Next: call Wed: Second call" in told.err


def test_a_change_while_it_runs_is_told_first_and_needs_a_yes(opening: Path, run: Run) -> None:
    run("cadence", "enrol", "opening", "anna", "bo")
    opening.write_text("now call Ring them\n")
    dry = run("cadence", "edit", "opening", "--file", str(opening), "--dry-run")
    assert (dry.code, "2 are inside: 2 get the changed step." in dry.err) == (0, True)
    refused = run("cadence", "edit", "opening", "--file", str(opening))
    assert (refused.code, "--yes" in refused.err) == (5, True)
    assert "Second call" in run("cadence", "show", "opening").out
    assert run("cadence", "edit", "opening", "--file", str(opening), "--yes").code == 0
    assert "Ring them" in run("today").out
    opening.write_text("now cal Ring them\n")
    broken = run("cadence", "edit", "opening", "--file", str(opening), "--yes")
    assert (broken.code, "Did you mean 'call'?" in broken.err) == (4, True)


def test_results_and_run(opening: Path, run: Run) -> None:
    run("cadence", "enrol", "opening", "anna", "bo", "cleo")
    run("log", "anna", "not interested")
    run("log", "bo", "talked")
    found = {row["name"]: row for row in json.loads(run("cadence", "results", "--json").out)}
    assert (found["Opening"]["enrolled"], found["Opening"]["inside"]) == (3, 2)
    assert found["First touch"]["reply_rate"] is None
    one = json.loads(run("cadence", "results", "opening", "--json").out)
    assert one["stopped"] == {"not interested": 1}
    assert [(step["done"], step["reached"], step["here"]) for step in one["steps"]] == [(2, 1, 1), (0, 0, 1), (0, 0, 0)]
    assert "Nothing to do." in run("cadence", "run").err
    with_hands = run("lead", "set", "dnc=yes", "cleo")
    assert with_hands.code == 0
    assert "do not contact" in run("cadence", "results", "opening", "--json").out


def test_ready_ones_come_with_a_workspace_and_in_another_language(desk_file: Path, run: Run) -> None:
    assert run("cadence", "list", "--columns", "name").out.splitlines()[1:] == [
        "After the demo", "First touch", "Quick answer", "Renewal", "Win-back",
    ]  # fmt: skip
    assert run("cadence", "ready").code == 4
    brought = run("cadence", "ready", "hu")
    assert "5 cadences brought" in brought.err
    assert "salesdesk template ready hu" in brought.err
    run("template", "ready", "hu")
    holds = run("cadence", "list", "--columns", "holds").out
    assert holds.count("working days") == 10
