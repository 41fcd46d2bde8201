"""Backup, restore and the doctor as commands."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from salesdesk.services import keeping, setup
from tests.cli.conftest import Run
from tests.servers import POSTGRES


def test_backup_and_its_list(run: Run, desk_file: Path) -> None:
    made = run("backup")
    assert made.code == 0
    path = Path(made.out.strip())
    assert path.exists()
    rows = json.loads(run("backup", "--list", "--json").out)
    assert [row["path"] for row in rows] == [str(path)]
    assert run("backup", "--list", "--ids").out.strip() == path.stem


def test_restore_asks_and_shows(run: Run, desk_file: Path) -> None:
    run("backup")
    run("--as", "Maya Kessler", "member", "add", "Omar")
    asked = run("restore")
    assert asked.code == 5
    assert "--yes" in asked.err
    assert "Member Omar added" in asked.err
    assert "member 2 -> 1" in asked.err
    assert "Omar" in run("member", "list").out
    dry = run("restore", "--dry-run", "--json")
    assert dry.code == 0
    assert json.loads(dry.out)["counts"]["member"] == {"now": 2, "then": 1}
    done = run("restore", "--yes", "--json")
    assert done.code == 0
    assert Path(json.loads(done.out)["aside"]).exists()
    assert "Omar" not in run("member", "list").out


def test_restore_without_a_backup(run: Run, desk_file: Path) -> None:
    assert run("restore", "--yes").code == 3


def test_a_healthy_workspace(run: Run, desk_file: Path) -> None:
    run("backup")
    found = {row["check"]: row for row in json.loads(run("doctor", "--json").out)}
    assert run("doctor").code == 0
    assert {row["status"] for row in found.values()} == {"ok", "note"}
    assert "convenience" in found["rights"]["message"]


def _raw(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for name in [
            row[0]
            for row in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE '%_guard_%'")
        ]:
            sql = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
            raw.execute(f"DROP TRIGGER {name}")
            _guards.append(sql)
        for statement in statements:
            raw.execute(statement)
        while _guards:
            raw.execute(_guards.pop())
        raw.commit()


_guards: list[str] = []


@pytest.mark.parametrize(
    ("check", "statements"),
    [
        ("triggers", ["DROP TRIGGER lead_history"]),
        (
            "triggers",
            ["DROP TRIGGER lead_history", "CREATE TRIGGER lead_history AFTER UPDATE ON lead BEGIN SELECT 1; END"],
        ),
        ("triggers", ["CREATE TRIGGER spy AFTER INSERT ON lead BEGIN SELECT 1; END"]),
        ("triggers", ["CREATE VIEW spy AS SELECT 1"]),
        ("links", ["UPDATE member SET team_id = x'00112233445566778899aabbccddeeff'"]),
        ("derived", ["UPDATE member SET name_key = 'wrong'"]),
    ],
)
def test_what_the_doctor_finds(run: Run, desk_file: Path, check: str, statements: list[str]) -> None:
    _raw(desk_file, *statements)
    told = run("doctor", "--json")
    assert told.code == 6
    assert {row["check"] for row in json.loads(told.out) if row["status"] == "bad"} == {check}


def test_a_derived_column_that_went_wrong(run: Run, desk_file: Path) -> None:
    desk = setup.open_desk(str(desk_file))
    with desk.operation("A lead") as unit:
        unit.insert("lead", {"name": "Anna"})
    desk.workspace.close()
    assert run("doctor").code == 0
    _raw(desk_file, "UPDATE lead SET touched_on = '2020-01-01'")
    told = run("doctor", "--json")
    assert told.code == 6
    assert "lead.touched_on: 1 row" in told.out


def test_counts_that_went_wrong_are_named_and_mended(run: Run, desk_file: Path) -> None:
    desk = setup.open_desk(str(desk_file))
    with desk.operation("A lead") as unit:
        unit.insert("lead", {"name": "Anna", "arrived_on": desk.today})
    desk.workspace.close()
    _raw(desk_file, "UPDATE rollup_arrival SET n = 7 WHERE level = 0", "DELETE FROM rollup_lead_step")
    told = run("doctor", "--verify", "--json")
    assert told.code == 6
    wrong = next(row for row in json.loads(told.out) if row["check"] == "rollups")
    assert wrong["message"] == "1 row of arrival, 2 rows of lead step"
    assert "Made anew from the records: 2 rows of lead step." in run("doctor", "--mend").err
    assert run("doctor", "--verify").code == 0


def test_wide_permissions_and_no_backup_are_warnings(run: Run, desk_file: Path) -> None:
    desk_file.chmod(0o644)
    found = {row["check"]: row for row in json.loads(run("doctor", "--json").out)}
    assert found["privacy"]["status"] == "warn"
    assert found["privacy"]["hint"] == f"chmod 600 '{desk_file}'"
    assert found["backups"]["status"] == "warn"
    assert run("doctor").code == 0


def test_an_old_backup_is_a_warning(run: Run, desk_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("backup")
    monkeypatch.setenv("SALESDESK_NOW", "2027-01-05T09:00:00Z")
    assert "warn\tbackups" in run("doctor").out


def test_the_doctor_changes_nothing(run: Run, desk_file: Path) -> None:
    before = desk_file.read_bytes()
    run("doctor", "--verify")
    assert desk_file.read_bytes() == before
    assert not keeping.backups(str(desk_file))


def test_a_mistake_in_the_settings_is_said(run: Run, desk_file: Path, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "config.toml").write_text("[ui]\nthem = 'paper'\n")
    assert "warn\tsettings" in run("doctor").out


@pytest.mark.skipif(not POSTGRES, reason="needs PostgreSQL")
def test_the_doctor_of_a_database(run: Run, place: str) -> None:
    setup.create(place, setup.Beginning(me="Maya")).workspace.close()
    told = run("--db", place, "doctor", "--verify", "--json")
    assert told.code == 0
    assert {row["check"]: row["status"] for row in json.loads(told.out)}["triggers"] == "ok"
