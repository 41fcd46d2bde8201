"""An open database keeps its locks, whatever else this process does with the file."""

import subprocess
import sys
from pathlib import Path

import pytest

from salesdesk.errors import DatabaseError
from salesdesk.services import keeping
from salesdesk.services.desk import Desk
from salesdesk.store import held
from salesdesk.store.workspace import Workspace

READ = "import sys; from salesdesk.store.workspace import Workspace as W; w = W.open(sys.argv[1]); print(w.connection.value('SELECT count(*) FROM lead')); w.close()"


def read_elsewhere(place: str) -> int:
    """How many leads another process sees; it closes the file as its last act."""
    done = subprocess.run([sys.executable, "-c", READ, place], capture_output=True, text=True, check=True)
    return int(done.stdout)


def add_lead(desk: Desk) -> None:
    with desk.operation("A lead") as unit:
        status = unit.connection.value("SELECT id FROM lead_status WHERE meaning = 'open'")
        unit.insert("lead", {"name": "Somebody", "status_id": status})


@pytest.mark.parametrize("what", ["backup of the day", "opened once more", "looked at by the doctor"])
def test_another_process_never_takes_the_log_away(file_desk: Desk, what: str) -> None:
    place = file_desk.workspace.place
    add_lead(file_desk)
    if what == "backup of the day":
        assert keeping.back_up_daily(place)
    elif what == "opened once more":
        Workspace.open(place).close()
    else:
        keeping.doctor(place)
    assert read_elsewhere(place) == 1
    assert Path(f"{place}-wal").exists()
    add_lead(file_desk)
    assert read_elsewhere(place) == 2


def test_a_file_is_looked_at_by_hand_only_while_nobody_here_has_it_open(file_desk: Desk, tmp_path: Path) -> None:
    path = Path(file_desk.workspace.place)
    link = tmp_path / "link.db"
    link.symlink_to(path)
    file_desk.connection.value("SELECT 1")
    assert held.head(path, 16) is None and held.head(link, 16) is None
    file_desk.workspace.close()
    assert held.head(path, 16) == b"SQLite format 3\x00"
    assert not held.knows(path)


def test_a_file_that_cannot_be_opened_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(200))
    with pytest.raises(DatabaseError):
        Workspace.open(str(path))
    assert not held.knows(path)
