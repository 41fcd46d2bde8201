"""Beginning, members, undo and redo as commands."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_init_says_what_it_made(run: Run, tmp_path: Path) -> None:
    told = run(
        "--db", str(tmp_path / "a.db"), "init", "--me", "Maya", "--currency", "huf",
        "--timezone", "Europe/Budapest", "--week-start", "sunday", "--json",
    )  # fmt: skip
    assert told.code == 0
    assert json.loads(told.out) == {
        "workspace": str(tmp_path / "a.db"),
        "currency": "HUF",
        "time_zone": "Europe/Budapest",
        "week_start": 6,
        "member": "Maya",
    }


def test_init_without_anything_names_nobody(run: Run, tmp_path: Path) -> None:
    told = run("--db", str(tmp_path / "a.db"), "init")
    assert told.code == 0
    assert "member add NAME" in told.err
    assert run("--db", str(tmp_path / "a.db"), "member", "me").code == 4
    assert run("--db", str(tmp_path / "a.db"), "member", "list", "--json").out == "[]\n"


def test_member_me_is_kept_in_the_settings(run: Run, desk_file: Path) -> None:
    run("member", "add", "Omar Haddad", "--role", "manager")
    assert run("member", "me").code == 4
    assert run("member", "me", "omar").code == 0
    assert run("config", "get", "me.name").out == "Omar Haddad\n"
    told = run("member", "me", "--json")
    assert json.loads(told.out)["member"]["name"] == "Omar Haddad"
    rows = json.loads(run("member", "list", "--json").out)
    assert [(row["name"], row["role"], row["me"]) for row in rows] == [
        ("Maya Kessler", "rep", False),
        ("Omar Haddad", "manager", True),
    ]
    assert run("member", "me", "nobody").code == 3


def test_who_is_called_otherwise_stays_oneself(run: Run, desk_file: Path, tmp_path: Path) -> None:
    calendar = tmp_path / "me.ics"
    run("member", "add", "Omar Haddad")
    run("member", "me", "Maya Kessler")
    run("config", "set", "calendar.file", str(calendar))
    run("view", "add", "mine", "owner:kessler")
    told = run("member", "set", "maya", "--name", "Maya Brandt", "--json")
    assert json.loads(told.out)["member"]["name"] == "Maya Brandt"
    assert run("config", "get", "me.name").out == "Maya Brandt\n"
    assert 'owner:"Maya Brandt"' in run("view", "list").out
    # Another machine says the name of before, and so does a script.
    run("config", "set", "me.name", "Maya Kessler")
    calendar.unlink(missing_ok=True)
    assert "You are Maya Brandt." in run("member", "me").err
    assert run("add", "Anna Lindqvist at Acme tomorrow 10:00 call").code == 0
    assert "Anna" in calendar.read_text("utf-8")
    assert "Maya Brandt" in run("--as", "Maya Kessler", "member", "me").err
    told = run("lead", "assign", "Maya Kessler", "--where", "status:open")
    assert told.code == 3 and "Maya Kessler is called Maya Brandt now." in told.err
    run("undo")
    run("undo")
    assert "You are Maya Kessler." in run("member", "me").err


def test_a_member_gets_a_role_a_team_and_a_mail_address(run: Run, desk_file: Path) -> None:
    assert run("team", "add", "North").code == 0
    assert run("member", "set", "maya", "--role", "manager", "--team", "nor", "--email", "maya@us.example").code == 0
    assert json.loads(run("member", "list", "--json").out)[0]["role"] == "manager"
    assert run("team", "set", "north", "--name", "Up north").code == 0
    assert json.loads(run("team", "list", "--json").out) == [{"name": "Up north"}]
    assert run("member", "set", "maya", "--team", "none").code == 0
    assert run("member", "set", "maya").code == 4
    assert run("member", "set", "maya", "--team", "west").code == 3


def test_a_product_and_a_view_get_another_name(run: Run, desk_file: Path) -> None:
    run("product", "add", "Platform seat", "--price", "500")
    run("view", "add", "big", "value:10k..", "--of", "deal")
    told = run("product", "set", "platform", "--name", "Workplace", "--price", "550", "--family", "Seats", "--json")
    assert json.loads(told.out)["product"]["name"] == "Workplace"
    row = json.loads(run("product", "list", "--json").out)[0]
    assert (row["name"], row["family"], row["price"]) == ("Workplace", "Seats", "€550")
    assert run("product", "set", "workplace").code == 4
    assert run("view", "rename", "big", "huge", "--of", "deal").code == 0
    assert "huge" in run("view", "list", "--of", "deal").out


def test_the_first_member_of_an_empty_workspace_is_made(run: Run, tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    run("--db", place, "init")
    assert run("--db", place, "member", "me", "Maya Kessler").code == 0
    assert "Maya Kessler" in run("--db", place, "member", "list").out


def test_undo_and_redo(run: Run, desk_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDESK_AS", "Maya Kessler")
    run("member", "add", "Omar")
    rows = json.loads(run("undo", "--list", "--json").out)
    assert rows[0]["label"] == "Member Omar added"
    assert rows[0]["undone"] is False
    assert rows[0]["at"] == "2026-11-23T08:12:00Z"
    taken = run("undo")
    assert (taken.code, taken.out) == (0, "")
    assert "Member Omar added" in taken.err
    assert "Omar" not in run("member", "list").out
    assert run("redo").code == 0
    assert "Omar" in run("member", "list").out
    assert run("undo", rows[0]["key"]).code == 0
    assert "Omar" not in run("member", "list").out
    assert run("undo", "ffffffff").code == 3
    assert run("undo", "--list", "--limit", "1").out.count("\n") == 2
