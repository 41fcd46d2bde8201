"""Backups: whole, checked, private, pruned; and putting one back never costs the present file."""

import datetime as dt
import hashlib
import json
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from salesdesk.errors import DatabaseError, InvalidError, NotFoundError
from salesdesk.services import keeping, setup
from salesdesk.services.setup import Beginning
from salesdesk.store import backup as store


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "team.db"
    setup.create(str(path), Beginning(me="Maya Kessler")).workspace.close()
    return path


def add(workspace: Path, *names: str) -> None:
    desk = setup.open_desk(str(workspace), as_member="Maya Kessler")
    for name in names:
        setup.add_member(desk, name)
    desk.workspace.close()


def members(workspace: Path) -> list[str]:
    desk = setup.open_desk(str(workspace))
    names = [member.name for member in desk.members()]
    desk.workspace.close()
    return names


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_backup_is_whole_and_says_what_it_holds(workspace: Path) -> None:
    add(workspace, "Omar")
    made = keeping.back_up(str(workspace), reason="test")
    assert digest(made.path) == made.sha256
    assert made.counts["member"] == 2
    assert store.problems(made) == []
    assert keeping.backups(str(workspace)) == [made]
    assert members(made.path) == ["Maya Kessler", "Omar"]
    assert not list(made.path.parent.glob("*.part*"))


def test_it_has_what_is_still_in_the_log(workspace: Path) -> None:
    """A plain copy of the file would miss it."""
    desk = setup.open_desk(str(workspace), as_member="Maya Kessler")
    setup.add_member(desk, "Omar")
    assert Path(f"{workspace}-wal").stat().st_size
    made = keeping.back_up(str(workspace), reason="test")
    desk.workspace.close()
    assert made.counts["member"] == 2


def test_backups_under_load_are_consistent(workspace: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        desk = setup.open_desk(str(workspace), as_member="Maya Kessler")
        number = 0
        while not stop.is_set():
            number += 1
            with desk.operation("Two at once") as unit:
                unit.insert("member", {"name": f"a{number}"})
                unit.insert("member", {"name": f"b{number}"})
        desk.workspace.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [keeping.back_up(str(workspace), reason="load", keep=100) for _ in range(8)]
    finally:
        stop.set()
        writer.join()
    for one in made:
        assert store.problems(one) == []
        assert one.counts["member"] % 2 == 1
    assert made[-1].counts["member"] > made[0].counts["member"] or made[0].counts["member"] > 1


def test_a_backup_that_changed_is_found_out(workspace: Path) -> None:
    made = keeping.back_up(str(workspace), reason="test")
    content = bytearray(made.path.read_bytes())
    content[-1] ^= 1
    made.path.write_bytes(bytes(content))
    assert "checksum" in store.problems(made)[0]
    before = digest(workspace)
    with pytest.raises(DatabaseError, match="checksum"):
        keeping.restore(str(workspace), made)
    assert digest(workspace) == before


def test_a_damaged_workspace_makes_no_backup(workspace: Path) -> None:
    good = keeping.back_up(str(workspace), reason="good")
    content = bytearray(workspace.read_bytes())
    for place in range(8192, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    workspace.write_bytes(bytes(content))
    with pytest.raises(DatabaseError):
        keeping.back_up(str(workspace), reason="bad")
    assert keeping.backups(str(workspace)) == [good]
    assert len(list(good.path.parent.iterdir())) == 2


def test_the_newest_and_the_first_of_each_month_stay(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 18):
        instant = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC) + dt.timedelta(days=7 * number)
        monkeypatch.setenv("SALESDESK_NOW", instant.isoformat())
        keeping.back_up(str(workspace), reason="day", keep=3)
    stamps = [f"{backup.made_at:%m-%d}" for backup in keeping.backups(str(workspace))]
    assert stamps == ["04-30", "04-23", "04-16", "04-02", "03-05", "02-05", "01-08"]
    assert len(list(keeping.folder_of(str(workspace)).iterdir())) == 2 * len(stamps)


def test_two_workspaces_of_one_name_do_not_share_a_folder(tmp_path: Path) -> None:
    named = str(tmp_path / "all")
    folders = {keeping.folder_of(str(tmp_path / team / "salesdesk.db"), named) for team in ("a", "b")}
    assert len(folders) == 2


def test_the_daily_one_is_made_once_a_day(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keeping.back_up_daily(str(workspace))
    assert keeping.back_up_daily(str(workspace)) is None
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-24T08:00:00Z")
    assert keeping.back_up_daily(str(workspace))
    assert keeping.back_up_daily(str(workspace) + "-missing") is None


def test_restore_brings_back_and_keeps_what_was_there(workspace: Path) -> None:
    add(workspace, "Omar")
    made = keeping.back_up(str(workspace), reason="test")
    add(workspace, "Petra", "Quinn")
    lost = keeping.loss(str(workspace), made)
    assert lost.counts["member"] == (4, 2)
    assert [label for _, label in lost.operations] == ["Member Quinn added", "Member Petra added"]
    aside = keeping.restore(str(workspace), made)
    assert members(workspace) == ["Maya Kessler", "Omar"]
    assert aside
    assert members(aside) == ["Maya Kessler", "Omar", "Petra", "Quinn"]
    # The file put aside is a backup like any other, so a restore can be taken back.
    newest = keeping.chosen(str(workspace), None)
    assert newest.path == aside
    keeping.restore(str(workspace), newest)
    assert "Quinn" in members(workspace)
    add(workspace, "Rosa")
    with closing(sqlite3.connect(workspace)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_restore_over_a_damaged_file_and_over_none(workspace: Path) -> None:
    made = keeping.back_up(str(workspace), reason="test")
    workspace.write_bytes(b"not a database" * 1000)
    before = digest(workspace)
    assert keeping.loss(str(workspace), made).counts == {}
    aside = keeping.restore(str(workspace), made)
    assert aside
    assert digest(aside) == before
    assert members(workspace) == ["Maya Kessler"]
    workspace.unlink()
    assert keeping.restore(str(workspace), made) is None
    assert members(workspace) == ["Maya Kessler"]


def test_restore_waits_for_nobody_who_has_it_open(workspace: Path) -> None:
    made = keeping.back_up(str(workspace), reason="test")
    desk = setup.open_desk(str(workspace), as_member="Maya Kessler")
    setup.add_member(desk, "Omar")
    with pytest.raises(DatabaseError, match="open in another"):
        keeping.restore(str(workspace), made)
    setup.add_member(desk, "Petra")
    desk.workspace.close()
    assert members(workspace) == ["Maya Kessler", "Omar", "Petra"]
    with closing(sqlite3.connect(workspace)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_no_backup_to_choose(workspace: Path) -> None:
    with pytest.raises(NotFoundError, match="no backup"):
        keeping.chosen(str(workspace), None)
    keeping.back_up(str(workspace), reason="test")
    with pytest.raises(NotFoundError, match="called 'nope'"):
        keeping.chosen(str(workspace), "nope")


def test_a_sidecar_that_makes_no_sense_is_passed_over(workspace: Path) -> None:
    made = keeping.back_up(str(workspace), reason="test")
    for number, content in enumerate(["", "[]", "{}", json.dumps({"made_at": 1}), "\x00"]):
        (made.path.parent / f"x{number}.json").write_text(content)
    assert keeping.backups(str(workspace)) == [made]


def test_a_postgresql_database_has_its_own_tool() -> None:
    with pytest.raises(InvalidError) as refused:
        keeping.back_up("postgresql://maya@db/sales", reason="test")
    assert "pg_dump" in refused.value.hint


def test_a_full_disk_leaves_nothing_half_made(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DatabaseError, match="No space left"):
        keeping.back_up(str(workspace), reason="test")
    assert list(keeping.folder_of(str(workspace)).iterdir()) == []
