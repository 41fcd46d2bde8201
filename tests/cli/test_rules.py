"""Rules from the shell: written, tried, switched on, followed by every write, run and read."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WEB = 'when a lead arrives\nand source:website\nthen tag +web\nand call today "New"\n'


@pytest.fixture
def web(desk_file: Path, run: Run, tmp_path: Path) -> Path:
    """The text of a rule, saved as Web and switched off."""
    file = tmp_path / "web-rule.md"
    file.write_text(WEB, "utf-8")
    done = run("rule", "add", "Web", "--file", str(file))
    assert (done.code, done.err) == (0, "Rule Web added, switched off\n")
    return file


def test_a_write_sets_off_the_rules_and_undo_takes_both_back(web: Path, run: Run) -> None:
    assert "Rule" not in run("add", "Anna Lindqvist at Acme from Website").err
    assert run("rule", "on", "web").err == "Rule Web is in use now\n"
    added = run("add", "Bob Stone at Acme from Website")
    assert added.err.splitlines() == [
        "Lead Bob Stone added. Undo: salesdesk undo",
        "Rule Web: Bob Stone: +web; Bob Stone gets call today: New",
    ]
    (ran,) = json.loads(run("rule", "log", "--json").out)
    assert (ran["rule"], ran["name"], ran["error"], ran["undone"]) == ("Web", "Bob Stone", None, False)
    assert ran["did"] == "Bob Stone: +web; Bob Stone gets call today: New"
    assert run("undo").code == 0
    assert json.loads(run("rule", "log", "--json").out)[0]["undone"] is True
    assert run("rule", "run").err == "Acted on 0 records, failed on 0.\n"
    assert len(run("lead", "list", "+web", "--ids").out.split()) == 0
    # What reads or changes nothing of a lead is not followed by anything.
    assert run("lead", "list").err == ""
    assert "Rule" not in run("lead", "tag", "+x", "--where", "anna").err


def test_a_rule_is_tried_by_name_or_from_a_file(web: Path, run: Run) -> None:
    run("add", "Anna Lindqvist at Acme from Website")
    for rule in ("web", str(web)):
        document = json.loads(run("rule", "test", rule, "--json").out)
        assert (document["count"], document["from"]) == (1, "2025-11-23")
        assert document["records"][0]["record"]["name"] == "Anna Lindqvist"
        assert document["months"][-1] == {"month": "2026-11", "count": 1}
        assert any("History begins" in line for line in document["not_known"])
    rows = run("rule", "test", "web", "--since", "90d").out.splitlines()
    assert rows[0] == "day\tref\tname\twhy"
    assert rows[1].endswith("Anna Lindqvist\tLead Anna Lindqvist added")
    assert run("rule", "test", "web", "--since", "2026-11-24").code == 4
    bad = run("rule", "test", "web", "--since", "lately")
    assert (bad.code, "'lately' is not a day" in bad.err) == (4, True)
    assert run("rule", "test", "nothing").code == 3
    assert "tag" not in run("lead", "list", "--json").out.replace('"tags": []', "")


def test_what_fits_already_is_left_until_it_is_asked_for(
    desk_file: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "Anna Lindqvist")
    file = tmp_path / "silent.md"
    file.write_text("when a lead is not touched for 7 days\nthen tag +silent\n", "utf-8")
    run("rule", "add", "Silent", "--file", str(file))
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-14T08:00:00Z")
    on = run("rule", "on", "silent")
    assert "1 record that it fits already: left as they are." in on.err
    assert "salesdesk rule run 'Silent' --all" in on.err
    assert run("rule", "run", "--dry-run").out == "rule\tday\tref\tname\twhy\n"
    would = run("rule", "run", "--dry-run", "--all", "--json").out
    assert json.loads(would)[0]["why"] == "last touch 23 Nov"
    done = run("rule", "run", "silent", "--all", "--json")
    document = json.loads(done.out)
    assert (document["acted"], document["failed"], document["did"]) == (
        1,
        0,
        ["Rule Silent: Anna Lindqvist: +silent"],
    )


def test_what_cannot_be_understood_is_told_with_its_place_and_kept(desk_file: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    file.write_text("when a lead arrvies\nthen call today\n", "utf-8")
    bad = run("rule", "add", "Bad", "--file", str(file))
    assert bad.code == 4
    assert "Line 1, column 13: 'arrvies' is not understood here." in bad.err
    assert "Did you mean 'arrives'?" in bad.err and "kept as a draft" in bad.err
    assert "arrvies" in run("rule", "show", "bad").out
    assert "is a draft" in run("rule", "on", "bad").err


def test_a_rule_that_fails_says_so_and_the_write_stands(desk_file: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "tell.md"
    file.write_text('when the city of a lead changes\nthen notify the owner "x"\n', "utf-8")
    run("rule", "add", "Tell", "--file", str(file))
    run("rule", "on", "tell")
    run("add", "Bob Stone")
    assert run("lead", "set", "bob", "owner=none", "region=West").code == 0
    changed = run("lead", "set", "bob", "city=Wien")
    assert changed.code == 0
    assert changed.err.splitlines()[1] == "Rule Tell: failed on Bob Stone: Bob Stone has no owner."
    assert run("rule", "log", "tell").out.splitlines()[1].endswith("failed: Bob Stone has no owner.")
    assert json.loads(run("lead", "show", "bob", "--json").out)["city"] == "Wien"


def test_the_ready_rules_come_switched_off_and_are_right(desk_file: Path, run: Run) -> None:
    assert run("rule", "ready").err.startswith("6 rules brought, switched off.")
    rows = json.loads(run("rule", "list", "--json").out)
    assert len(rows) == 6
    assert {row["state"] for row in rows} == {"off"}
    assert all(row["holds"].startswith("when ") for row in rows)
    for row in rows:
        assert run("rule", "on", row["name"]).code == 0
        assert run("rule", "test", row["name"]).code == 0
    assert run("rule", "ready").code == 4
    words = run("rule", "words").out
    assert "then\tassign to the reps in turn" in words and "when\ta lead arrives, also on import" in words
