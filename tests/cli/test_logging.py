"""Logging, the lists and the settings from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def anna(run: Run, desk_file: Path) -> str:
    """A lead to log on."""
    assert run("setting", "set", "time_zone", "Europe/Budapest").code == 0
    assert run("add", "Anna Lindqvist at Acme Nordic").code == 0
    return "anna"


def last(run: Run) -> dict[str, object]:
    """The newest touch of Anna."""
    page = json.loads(run("show", "anna", "--json").out)
    found: dict[str, object] = next(event for event in page["timeline"] if event["what"] == "done")
    return found


@pytest.mark.parametrize(
    ("words", "title", "text", "quote", "direction"),
    [
        (("mail", "sent"), "Mail sent", None, None, "out"),
        (("meeting", "held"), "Meeting held", None, None, "out"),
        (("note", "prefers mornings"), "Note", "prefers mornings", None, "out"),
        (("no", "answer"), "No answer", None, None, "out"),
        (("walk-in", "wants 20 chairs"), "Walk-in talked", "wants 20 chairs", None, "in"),
        (
            ("talked", "12m", "in", "wants ROI", "b:", "churn spikes every Q3", "next", "mail", "fri"),
            "Talked 12 min, they called", "wants ROI", "churn spikes every Q3", "in",
        ),
        (("talked", '"Q3 hurts us" wants ROI'), "Talked", "wants ROI", "Q3 hurts us", "out"),
        (("talked", "b:", "Q3", "hurts", "next", "none"), "Talked", None, "Q3 hurts", "out"),
        (("talked", "in March they decide"), "Talked", "in March they decide", None, "out"),
        (("talked", "in", "in March they decide"), "Talked, they called", "in March they decide", None, "in"),
    ],
)  # fmt: skip
def test_a_touch_is_logged_as_it_is_said(
    run: Run, anna: str, words: tuple[str, ...], title: str, text: str | None, quote: str | None, direction: str
) -> None:
    done = run("log", anna, *words)
    assert done.code == 0, done.err
    found = last(run)
    assert (found["title"], found["text"], found["quote"], found["direction"]) == (title, text, quote, direction)


def test_back_dating_stands_before_or_after_the_note(run: Run, anna: str) -> None:
    for words in (("talked", "hello", "at", "yesterday", "15:00"), ("talked", "at yesterday 15:00, hello")):
        assert run("log", anna, *words).code == 0
        rows = json.loads(run("activity", "list", "done:yesterday", "--json").out)
        assert rows[0]["done"] == "2026-11-22T14:00:00Z"
        assert run("undo").code == 0


def test_a_lead_is_nurtured_or_closed_with_the_log(run: Run, anna: str) -> None:
    told = run("log", anna, "voicemail", "next", "nurture")
    assert "Next: nurture, call 2027-02-22" in told.err
    assert "Nurture" in run("lead", "list", "--csv").out
    told = run("log", anna, "voicemail", "next", "disqualify", "not", "interested", "--json")
    assert json.loads(told.out)["next"] is None
    assert "Disqualified" in run("lead", "list", "--csv").out


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        (("meeting",), 4, "several things"),
        (("demo",), 4, "demo held"),
        (("nonsense",), 4, "not an outcome"),
        (("talked", "at", "tomorow"), 4, "not a time"),
        (("talked", "at", "tomorrow", "15:00"), 4, "in the future"),
        (("talked", "next", "disqualify", "whim"), 4, "not a reason"),
    ],
)
def test_what_cannot_be_logged_is_said(run: Run, anna: str, words: tuple[str, ...], code: int, reason: str) -> None:
    told = run("log", anna, *words)
    assert (told.code, told.out) == (code, "")
    assert reason in told.err
    assert run("activity", "list", "--json").out == "[]\n"


def test_a_list_is_edited(run: Run, anna: str) -> None:
    added = run(
        "outcome",
        "add",
        "call",
        "Gatekeeper",
        "--letter",
        "g",
        "--meaning",
        "attempt",
        "--next",
        "mail +1d 9:00",
        "--json",
    )
    wanted = {"of": "Call", "name": "Gatekeeper", "letter": "g", "meaning": "attempt", "next": "mail +1d 9:00"}
    assert json.loads(added.out) == {"outcome": wanted}
    assert run("log", anna, "g").code == 0
    refused = run("outcome", "delete", "call", "gate")
    assert refused.code == 4
    assert "--to" in refused.err
    assert run("outcome", "delete", "call", "gate", "--to", "busy").code == 0
    assert run("outcome", "set", "call", "busy", "--name", "Engaged", "--place", "1").code == 0
    first = json.loads(run("outcome", "list", "call", "--json").out)[0]
    assert (first["name"], first["letter"]) == ("Engaged", "b")
    assert run("outcome", "add", "call", "Other", "--letter", "t").code == 4
    assert run("outcome", "add", "call", "Other", "--meaning", "fine").code == 2
    assert run("outcome", "add", "nothing", "Other").code == 4


@pytest.mark.parametrize(
    "line",
    [
        ("kind", "add", "Lunch", "--meaning", "meeting"),
        ("source", "add", "Trade fair", "--direction", "outbound"),
        ("reason", "add", "deal", "No stock", "--letter", "s"),
        ("status", "add", "On hold"),
        ("stage", "add", "sales", "Legal review", "--probability", "90"),
    ],
)
def test_every_list_grows_is_listed_and_comes_back(run: Run, anna: str, line: tuple[str, ...]) -> None:
    noun, before = line[0], run(line[0], "list").out
    assert run(*line).code == 0
    name = next(word for word in line[2:] if word in {"Lunch", "Trade fair", "No stock", "On hold", "Legal review"})
    assert name in run(noun, "list").out
    assert run("undo").code == 0
    assert run(noun, "list").out == before


def test_settings_and_days_off(run: Run, anna: str) -> None:
    assert json.loads(run("setting", "set", "holidays", "hu", "--json").out) == {"name": "holidays", "value": "HU"}
    assert run("holiday", "add", "2026-12-28", "Between the years").code == 0
    rows = json.loads(run("holiday", "list", "2026", "--json").out)
    assert {"day": "2026-12-28", "name": "Between the years", "own": True} in rows
    assert run("holiday", "delete", "2026-12-25").code == 3
    assert run("setting", "set", "nonsense", "1").code == 3
    assert run("setting", "set", "currency", "USD").code == 4
    values = {row["name"]: row["value"] for row in json.loads(run("setting", "list", "--json").out)}
    assert (values["holidays"], values["attempts"]) == ("HU", "6")
