"""The wrap-up is all or nothing: the process is killed at every write of it."""

import os
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from salesdesk.services import calling
from salesdesk.services.desk import Desk
from salesdesk.services.setup import open_desk
from salesdesk.store.connection import Connection
from tests.services.office import lead, outcome
from tests.services.test_calling import PRIYA, begin, dozen

STATE = (
    "SELECT (SELECT count(*) FROM activity WHERE deleted_op IS NULL), (SELECT count(*) FROM need),"
    " (SELECT count(*) FROM call_run WHERE ended_at IS NOT NULL), (SELECT count(*) FROM lead WHERE value_minor IS NOT NULL),"
    " (SELECT count(*) FROM call_note), (SELECT count(*) FROM message WHERE state = 'draft')"
)


def _dies_at(place: str, call: bytes, write: int) -> None:
    """In a process of its own: wrap the call up, and die before that write; exits 0 when it is through."""
    execute, done = Connection._run, 0

    def counting(self: Connection, sql: str, *arguments: object) -> object:
        nonlocal done
        done += not sql.startswith(("SELECT", "PRAGMA"))
        if done == write:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(self, sql, *arguments)  # type: ignore[arg-type]

    desk = open_desk(place, as_member="Maya")
    run = calling.resume(desk, call)
    ending = calling.Ending(outcome(desk, "talked"), "advance", "Priya sends the export by fri", mail=True)
    Connection._run = counting  # type: ignore[method-assign, assignment]
    calling.end(desk, run, ending)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the process is killed in a fork of its own")
def test_killed_at_any_step_the_wrap_up_is_there_whole_or_not_at_all(file_desk: Desk, tmp_path: Path) -> None:
    run = begin(file_desk, lead(file_desk, f"{PRIYA} priya@larkspur.example"))
    dozen(file_desk, run)
    place = Path(str(file_desk.workspace.path))
    file_desk.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file_desk.workspace.close()
    before, after = (0, 0, 0, 0, 12, 0), (3, 3, 1, 1, 12, 1)
    seen = set()
    for write in range(1, 200):
        copy = tmp_path / f"{write}.db"
        shutil.copy(place, copy)
        child = os.fork()
        if child == 0:
            try:
                _dies_at(str(copy), run.id, write)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        with sqlite3.connect(copy) as raw:
            state = raw.execute(STATE).fetchone()
            assert state in {before, after}, f"killed at write {write}"
        seen.add(state)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0, "the wrap-up failed"
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
    assert seen == {before, after}
    assert write > 12
