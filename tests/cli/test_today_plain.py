"""Today in words, as a mail in the morning has it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def day(desk_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A day with something overdue, something for a time, something done, somebody without a next step."""
    run("add", "Anna", "Lindqvist", "at", "Acme Nordic", "+4684650040", "anna@acme.example")
    run("add", "Joost", "de", "Vries", "at", "Havenlog")
    run("add", "Bela", "Kun", "at", "[b]Orchid[/b]")
    run("log", "anna", "talked", "churn spikes in Q3", "next", "none")
    run("next", "anna", "call", "today", "about", "pricing")
    run("log", "bela", "voicemail", "next", "none")
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-25T07:00:00Z")
    run("next", "joost", "demo", "today", "11:00", "the", "warehouse")
    return run


def test_groups_with_what_one_needs_for_each(day: Run) -> None:
    assert day("today", "--plain").out.splitlines() == [
        "Wed 25 Nov 2026",
        "2 to do, about 51 min.",
        "",
        "OVERDUE 1",
        "",
        "Call Anna Lindqvist, Acme Nordic",
        "  when: 2d over",
        "  about: about pricing",
        "  phone: +4684650040",
        "  mail: anna@acme.example",
        "  last: 23 Nov Talked: churn spikes in Q3",
        f"  ref: {day('find', 'anna', '--ids').out.strip()}",
        "",
        "TODAY 1",
        "",
        "11:00 Demo Joost de Vries, Havenlog",
        "  about: the warehouse",
        f"  ref: {day('find', 'joost', '--ids').out.strip()}",
        "",
        "NEEDS CARE",
        "1 open lead without a next step: salesdesk lead list next:none",
    ]


def test_done_limit_columns_and_an_empty_day(day: Run) -> None:
    limited = day("today", "--plain", "--limit", "1").out
    assert "TODAY 1\n\nand 1 more" in limited and "Joost" not in limited
    assert day("today", "--plain", "--columns", "name,phone").out.startswith("Who: Anna Lindqvist\nPhone: +46")
    day("log", "joost", "held", "next", "none")
    assert "DONE 1\n\n" in day("today", "--plain", "--done").out
    day("log", "anna", "talked", "next", "none")
    assert day("today", "--plain").out.splitlines()[1] == "Queue clear. 2 done."
    assert day("today", "--plain", "--fail-empty").code == 3


def test_a_clear_day_says_what_comes_next(day: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    day("log", "joost", "held", "next", "none")
    day("log", "anna", "talked", "next", "none")
    day("next", "bela", "call", "friday", "10:30", "about", "the", "[b]offer[/b]")
    day("next", "anna", "mail", "1", "Dec")
    lines = day("today", "--plain").out.splitlines()
    assert lines[1] == "Queue clear. 2 done."
    assert lines[2:14] == [
        "",
        "COMING UP 2",
        "",
        "Call Bela Kun, [b]Orchid[/b]",
        "  when: Fri 10:30",
        "  about: about the [b]offer[/b]",
        "  last: 23 Nov Voicemail",
        f"  ref: {day('find', 'bela', '--ids').out.strip()}",
        "",
        "Mail Anna Lindqvist, Acme Nordic",
        "  when: Tue",
        "  phone: +4684650040",
    ]
    assert "COMING UP 2" in (limited := day("today", "--plain", "--limit", "1").out)
    assert "and 1 more" in limited and "Anna" not in limited
    assert "COMING" not in day("today", "--plain", "--done").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert day("today").err == "Queue clear. Next: Fri 10:30 Call Bela Kun, [b]Orchid[/b].\n"
    assert "Next" not in day("today", "--done", "kind:visit").err


def test_a_manager_hears_what_waits_in_the_team(day: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    day("member", "add", "Cara Losch", "--role", "manager")
    lines = day("--as", "cara", "today", "--plain").out.splitlines()
    assert lines[1] == "Queue clear."
    assert lines[3:6] == ["THE TEAM 1", "", "Maya Kessler: 1 overdue, 1 without a next step, 1 due today"]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "In the team 1 overdue, 1 without a next step: salesdesk today --all" in day("--as", "cara", "today").err
