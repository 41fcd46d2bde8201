"""A workspace opened ahead is the one `open` gives, and fails as `open` fails."""

from pathlib import Path

import pytest

from salesdesk.errors import DatabaseError
from salesdesk.services.desk import Desk
from salesdesk.services.setup import begin_to_open, open_desk
from salesdesk.store.workspace import Workspace


def test_what_was_opened_ahead_is_used_by_who_asks(place: str, desk: Desk) -> None:
    desk.workspace.close()
    found = open_desk(place, ahead=begin_to_open(place))
    try:
        connection = found.connection
        assert connection.value("SELECT count(*) FROM member WHERE deleted_op IS NULL") == len(found.members())
        with found.operation("A source") as unit:
            unit.insert("source", {"name": "Fair"})
        # One connection, which is closed with the workspace.
        assert found.workspace.connection is connection
    finally:
        found.workspace.close()
    assert not Path(f"{place}-wal").exists()


@pytest.mark.parametrize("text", [None, b"", b"nothing of ours" * 20])
def test_it_fails_when_it_is_asked_for(tmp_path: Path, text: bytes | None) -> None:
    path = tmp_path / "w.db"
    if text is not None:
        path.write_bytes(text)
    ahead = begin_to_open(str(path))
    with pytest.raises(DatabaseError) as later:
        ahead()
    with pytest.raises(DatabaseError) as at_once:
        Workspace.open(str(path))
    assert str(later.value) == str(at_once.value)
