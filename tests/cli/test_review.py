"""Reviews and check-ups from the shell."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_review_from_its_start_to_its_minutes(desk_file: Path, run: Run, tmp_path: Path) -> None:
    run("deal", "add", "Platform", "--value", "12k")
    assert json.loads(run("review", "--json").out) == []
    ref = run("review", "start").out.strip()
    assert ref.startswith("R-")
    shown = json.loads(run("review", "show", "--json").out)
    assert (shown["ref"], shown["state"], shown["counts"]) == (ref, "open", {"new": 1})
    (deal,) = shown["deals"]
    assert deal["reasons"] == ["no next step"]
    assert shown["changes"][0]["operation"]
    task = "call thu 10:00 about the budget"
    done = run("review", "note", ref, deal["deal"]["ref"], "Waits for January", "--task", task)
    assert "Agreed: call Thu 10:00: about the budget" in done.err
    # One act: one undo takes back what was said and what was agreed.
    run("undo")
    (row,) = json.loads(run("review", "list", "--json").out)
    assert (row["notes"], row["tasks"]) == (0, 0)
    run("redo")
    assert run("review", "note", ref, deal["deal"]["ref"], "Not kept", "--task", "@nobody mon").code != 0
    (row,) = json.loads(run("review", "list", "--json").out)
    assert (row["notes"], row["tasks"]) == (1, 1)
    assert run("review", "forecast", "--commit", "10k", "--best", "9k").code == 4
    assert "best case €20,000" in run("review", "forecast", "--commit", "10k", "--best", "20k").err
    run("review", "agree", "Ask for the budget first")
    assert run("review", "close").code == 0
    page = tmp_path / "minutes.md"
    assert run("review", "minutes", "--out", str(page)).out == ""
    text = page.read_text("utf-8")
    for line in (
        "- **Submitted: commit €10,000, best case €20,000**",
        "- Why: no next step",
        "- Waits for January",
        "## What we change",
    ):
        assert line in text
    assert run("review", "note", ref, "Platform", "Too late").code == 4
    (row,) = json.loads(run("review", "list", "--json").out)
    assert (row["state"], row["notes"], row["tasks"], row["agreed"]) == ("closed", 1, 2, "Ask for the budget first")
    assert run("undo").code == 0
    assert json.loads(run("review", "list", "--json").out)[0]["state"] == "open"


def test_what_cannot_be_done_says_what_to_do(desk_file: Path, run: Run, tmp_path: Path) -> None:
    none = run("review", "show")
    assert (none.code, "review start" in none.err) == (3, True)
    run("review", "start", "--for", "team")
    assert run("review", "start", "--for", "nobody").code == 3
    assert run("review", "note", "team", "nothing", "x").code == 3
    assert run("review", "forecast").code == 4
    assert run("review", "forecast", "--commit", "soon").code == 4
    assert run("review", "minutes", "--out", str(tmp_path / "no" / "such.md")).code == 4
    assert run("member", "checkup", "me", "period:2019").code == 0
    wrong = run("member", "checkup", "me", "--rows", "luck")
    assert (wrong.code, "win_rate" in wrong.err) == (3, True)


def test_a_check_up_is_traced_to_its_rows(desk_file: Path, run: Run) -> None:
    run("deal", "add", "Platform", "--value", "12k")
    run("deal", "won", "Platform")
    found = json.loads(run("member", "checkup", "me", "--json").out)
    rate = found["rates"]["win_rate"]
    assert (rate["numerator"], rate["denominator"], rate["small_sample"], found["practise"]) == (1, 1, True, None)
    (row,) = json.loads(run("member", "checkup", "me", "--rows", "win_rate", "--json").out)
    assert (row["name"], row["counts"]) == ("Platform", True)
    assert "95 % interval" in found["rule"]
    lines = {line.split("\t")[0]: line.split("\t") for line in run("member", "checkup", "me").out.splitlines()}
    # Files have plain numbers, whatever people read.
    assert lines["won_revenue"][2] == "12000.00 EUR"
    assert (lines["win_rate"][2], lines["win_rate"][3]) == ("1", "1 / 1")
