"""What calls teach, from the shell: rates with their counts, questions beside the talks without them, objections."""

import json
from pathlib import Path

import pytest

from salesdesk.services.desk import Desk
from tests.cli.conftest import Run
from tests.services.test_learning import run_call


def told(desk: Desk, run: Run, *words: str) -> list[dict[str, object]]:
    done = run("--db", str(desk.workspace.path), "script", *words, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)
    return found


def test_rates_stand_with_their_counts(file_desk: Desk, run: Run) -> None:
    assert told(file_desk, run, "results") == []
    with file_desk.operation("Script") as unit:
        script = unit.insert("script", {"name": "Ours", "text": "# Situation\n"})
    for _ in range(12):
        run_call(file_desk, script, "advance", ["What does it cost?"])
        run_call(file_desk, script, "continuation", ["How do you track it?"])
    run_call(file_desk, script, "", [])
    (row,) = told(file_desk, run, "results")
    assert (row["script"], row["talks"], row["moved_on"], row["rate"], row["calls"]) == ("Ours", 24, 12, 0.5, 25)
    cost = next(r for r in told(file_desk, run, "results", "--by", "question") if r["question"] == "What does it cost?")
    assert (cost["rate"], cost["without"], cost["without_talks"]) == (1.0, 0.0, 12)
    assert told(file_desk, run, "results", "--since", "tomorrow") == []
    assert told(file_desk, run, "objections") == []


def test_a_day_that_is_none_is_said(file_desk: Desk, run: Run) -> None:
    done = run("--db", str(file_desk.workspace.path), "script", "results", "--since", "foo")
    assert done.code == 4
    assert "'foo' is not a day" in done.err


def test_a_talk_is_practised_from_the_shell(
    file_desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SALESDESK_DB", str(file_desk.workspace.path))
    talk = tmp_path / "talk.txt"
    talk.write_text("How do you handle this today?\n+ we can\n> you look at it thu\n", "utf-8")
    done = run("script", "practise", "discov", "--buyer", "marta", "--lines", str(talk))
    assert done.code == 0 and "# Needs missed" in done.out
    assert run("buyer", "list").out.count("answers") == 4
    assert run("script", "practise", "discovery", "--buyer", "nobody", "--lines", str(talk)).code == 3
