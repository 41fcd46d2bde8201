"""Attached files through backup and restore, and under the eyes of the doctor."""

import os
import time
from pathlib import Path

import pytest

from salesdesk.services import files, history, keeping, kept_files
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.setup import open_desk
from salesdesk.store import backup_files
from salesdesk.store.files import FileStore
from tests.services.office import lead


@pytest.fixture
def anna(desk: Desk) -> Ref:
    return lead(desk, "Anna Lindqvist at Acme Nordic")


def put(desk: Desk, ref: Ref, tmp_path: Path, name: str, content: str) -> Ref:
    """Attach a new file of that name and content."""
    path = tmp_path / name
    path.write_text(content)
    made, _ = files.attach(desk, ref, str(path))
    path.unlink()
    return made


def path_of(desk: Desk, made: Ref) -> Path:
    row = files.row_of(desk, made)
    return files.store_for(desk).path(row.target)


def told(desk: Desk, *, verify: bool = False) -> list[tuple[str, str]]:
    """What the doctor says of files: status and the beginning of the message."""
    return [(f.status, f.message) for f in kept_files.findings(desk.workspace, "", verify=verify)]


def age(path: Path, days: float) -> None:
    then = time.time() - days * 86400
    os.utime(path, (then, then))


def test_a_backup_takes_files_along_and_restore_brings_them_back(file_desk: Desk, tmp_path: Path) -> None:
    desk, place = file_desk, str(file_desk.workspace.path)
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    offer, plan = put(desk, anna, tmp_path, "offer.pdf", "offer"), put(desk, anna, tmp_path, "plan.txt", "plan")
    files.attach(desk, anna, "https://acme.example")
    first = keeping.back_up(place, reason="one")
    second = keeping.back_up(place, reason="two")
    assert (first.counts["attachment"], first.missing) == (3, 0)
    pool = backup_files.files_of(first.path.parent)
    assert sorted(pool.contents()) == sorted(files.store_for(desk).contents())
    files.detach(desk, [offer])
    desk.workspace.close()
    folder = FileStore(Path(place).with_name("desk-files")).folder
    for path in [p for p in folder.rglob("*") if p.is_file()]:
        path.unlink()
    keeping.restore(place, second)
    again = open_desk(place)
    assert [files.content(again, files.row_of(again, f)).read_text() for f in (offer, plan)] == ["offer", "plan"]
    assert {stat for stat, _ in told(again)} == {"ok"}
    again.workspace.close()


def test_a_backup_with_a_damaged_file_says_so_and_still_restores_the_rest(file_desk: Desk, tmp_path: Path) -> None:
    desk, place = file_desk, str(file_desk.workspace.path)
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    offer, plan = put(desk, anna, tmp_path, "offer.pdf", "offer"), put(desk, anna, tmp_path, "plan.txt", "plan")
    gone = put(desk, anna, tmp_path, "gone.txt", "gone")
    path_of(desk, gone).unlink()
    made = keeping.back_up(place, reason="test")
    assert made.missing == 1
    assert keeping.backups(place)[0].missing == 1
    pool = backup_files.files_of(made.path.parent)
    pool.path(files.row_of(desk, offer).target).write_text("0ffer")
    found = [f for f in keeping.doctor(place, verify=True) if f.check == "backups"]
    assert found[0].status == "warn" and "2 of 3 attached files" in found[0].message
    assert keeping.loss(place, made).files == [f"1 of 3 attached files of '{made.name}' are not whole in it."]
    path_of(desk, offer).unlink()
    path_of(desk, plan).unlink()
    desk.workspace.close()
    keeping.restore(place, made)
    again = open_desk(place)
    assert files.content(again, files.row_of(again, plan)).read_text() == "plan"
    assert [status for status, _ in told(again)] == ["bad", "bad"]
    # What is damaged in the backup is not taken for the file.
    assert kept_files.mend(place) == []
    assert [status for status, _ in told(again)] == ["bad", "bad"]
    again.workspace.close()


def test_files_go_with_the_last_backup_that_names_them(
    file_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, place = file_desk, str(file_desk.workspace.path)
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    keeping.back_up(place, reason="first of November")
    offer = put(desk, anna, tmp_path, "offer.pdf", "offer")
    pool = backup_files.files_of(keeping.back_up(place, reason="with the offer").path.parent)
    files.detach(desk, [offer])
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-30T08:00:00Z")
    keeping.back_up(place, reason="first of December", keep=2)
    (kept,) = pool.contents()
    age(pool.path(kept), 1)
    keeping.back_up(place, reason="another", keep=1)
    assert [b.reason for b in keeping.backups(place)] == ["another", "first of December", "first of November"]
    assert list(pool.contents()) == []


def test_the_doctor_notices_what_changed_and_what_is_missing(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    assert told(desk) == []
    offer, plan = put(desk, anna, tmp_path, "offer.pdf", "offer"), put(desk, anna, tmp_path, "plan.txt", "plan")
    assert told(desk) == [("ok", "2 attached files, 9 B, unchanged")]
    path_of(desk, offer).write_text("0ffer")
    path_of(desk, plan).unlink()
    found = {message.partition(" ")[0]: status for status, message in told(desk)}
    # On a database of a team another machine may have it.
    assert found == {"offer.pdf": "bad", "plan.txt": "bad" if desk.workspace.path else "note"}


def test_a_row_that_names_no_content_stops_nothing(file_desk: Desk, tmp_path: Path) -> None:
    desk, place = file_desk, str(file_desk.workspace.path)
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    with desk.operation("Written by another program") as unit:
        values = {
            "record_kind": "lead",
            "record_id": anna.id,
            "name": "x",
            "kind": "file",
            "target": "../../etc/passwd",
        }
        unit.insert("attachment", values)
    assert keeping.back_up(place, reason="test").missing == 1
    assert [status for status, _ in told(desk)] == ["bad"]
    assert kept_files.mend(place) == []


def test_mending_brings_files_back_from_the_backups(file_desk: Desk, tmp_path: Path) -> None:
    desk, place = file_desk, str(file_desk.workspace.path)
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    offer, plan = put(desk, anna, tmp_path, "offer.pdf", "offer"), put(desk, anna, tmp_path, "plan.txt", "plan")
    keeping.back_up(place, reason="test")
    path_of(desk, offer).write_text("0ffer")
    path_of(desk, plan).unlink()
    # A damaged file does not spoil the good copy of an earlier backup.
    keeping.back_up(place, reason="later")
    assert kept_files.mend(place) == ["2 attached files brought back from the backups."]
    assert told(desk) == [("ok", "2 attached files, 9 B, unchanged")]
    assert kept_files.mend(place) == []


def test_contents_stay_until_nothing_names_them(
    desk: Desk, anna: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = put(desk, anna, tmp_path, "offer.pdf", "offer")
    store, path = files.store_for(desk), path_of(desk, offer)
    stray = tmp_path / "stray"
    stray.write_text("an attach that was cut short")
    lost = store.path(store.keep(stray).sha256)
    assert kept_files.unused(desk.connection, store) == []
    age(lost, 1)
    age(path, 1)
    assert told(desk)[-1] == ("note", "1 content (28 B) that nothing names any more")
    files.detach(desk, [offer])
    place = desk.workspace.place
    assert kept_files.mend(place) == ["1 content that nothing named removed, 28 B freed."]
    assert path.exists() and not lost.exists()
    history.undo(desk)
    assert files.content(desk, files.row_of(desk, offer)).read_text() == "offer"
    files.detach(desk, [offer])
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-30T08:00:00Z")
    assert kept_files.mend(place) == ["1 content that nothing named removed, 5 B freed."]
    assert not path.exists()
