"""Several programs open a workspace of an older schema at once: one brings it up to date, the others wait for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from salesdesk.services.desk import Desk
from salesdesk.store import backup
from salesdesk.store.migrations import migrate
from salesdesk.store.version import SCHEMA_VERSION
from salesdesk.store.workspace import Workspace
from tests.store.test_migration import ADD_COLUMN, step
from tests.store.test_old_schemas import restored

OPENS = """
import json, sys
from salesdesk.store.workspace import Workspace
print("ready", flush=True)
sys.stdin.readline()
said = []
workspace = Workspace.open(sys.argv[1], say=said.append)
version = workspace.connection.value("SELECT version_num FROM alembic_version")
# A column that came with the newest schema.
workspace.connection.value("SELECT count(*) FROM rollup_activity WHERE inbound = 0")
print(json.dumps([version, said]))
"""
MIGRATES = """
import sys
from pathlib import Path
from salesdesk.store.migrations import migrate
from salesdesk.store.version import SCHEMA_VERSION
from salesdesk.store.workspace import Workspace
migrate(Workspace.open(sys.argv[1]), SCHEMA_VERSION, target="0999", folder=Path(sys.argv[2]))
"""
STOPS_IN_THE_MIDDLE = ADD_COLUMN + "    import sys; print('in the middle', flush=True); sys.stdin.readline()\n"


def started(code: str, *arguments: object, **more: str) -> "subprocess.Popen[str]":
    """A program that has come to where it says a word, and waits for a line."""
    program = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **more},
    )
    assert program.stdout is not None
    assert program.stdout.readline()
    return program


def backups_of(place: str) -> list[backup.Backup]:
    """The backups beside a file; each is whole, and nothing else is there."""
    folder = Path(place).with_name(f"{Path(place).stem}-backups")
    found = backup.backups(folder)
    assert [backup.problems(one) for one in found] == [[]] * len(found)
    assert sorted(file.suffix for file in folder.iterdir() if file.is_file()) == [".db"] * len(found) + [".json"] * len(
        found
    )
    return found


@pytest.mark.parametrize("clock", ["stopped", "running"])
def test_one_of_several_brings_it_up_to_date(place: str, clock: str) -> None:
    restored("0004", place)
    now = {"SALESDESK_NOW": "2026-11-23T09:00:00Z"} if clock == "stopped" else {"SALESDESK_NOW": ""}
    programs = [started(OPENS, place, **now) for _ in range(4)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("now\n")
        program.stdin.flush()
    ended = [program.communicate(timeout=120) for program in programs]
    assert [error for _, error in ended if error] == []
    told = [json.loads(out) for out, _ in ended]
    assert [version for version, _ in told] == [SCHEMA_VERSION] * 4
    brought = [line for _, said in told for line in said if not line.startswith("Another")]
    expected = [f"Bringing the workspace up to date (schema {SCHEMA_VERSION}) ..."]
    if not place.startswith("postgres"):
        (made,) = backups_of(place)
        assert made.counts["lead"] == 2
        expected.append(f"A backup of how it was is at '{made.path}'.")
    assert brought == expected


def test_who_comes_second_waits_and_says_so(desk: Desk, tmp_path: Path) -> None:
    steps = step(tmp_path / "steps", STOPS_IN_THE_MIDDLE)
    first = started(MIGRATES, desk.workspace.place, steps)
    said: list[str] = []

    def say(words: str) -> None:
        said.append(words)
        assert first.stdin is not None
        first.stdin.write("go on\n")
        first.stdin.flush()

    desk.workspace.say = say
    migrate(desk.workspace, SCHEMA_VERSION, target="0999", folder=steps)
    assert first.wait(60) == 0
    assert [words.partition(":")[0] for words in said] == ["Another program is writing in this workspace"]
    assert desk.connection.value("SELECT version_num FROM alembic_version") == "0999"
    if desk.workspace.path is not None:
        assert len(backups_of(desk.workspace.place)) == 1


def test_one_that_is_killed_leaves_it_as_it_was(desk: Desk, tmp_path: Path) -> None:
    first = started(MIGRATES, desk.workspace.place, step(tmp_path / "steps", STOPS_IN_THE_MIDDLE))
    first.kill()
    first.wait(60)
    again = Workspace.open(desk.workspace.place)
    with pytest.raises(Exception, match="motto"):
        again.connection.value("SELECT motto FROM team")
    migrate(again, SCHEMA_VERSION, target="0999", folder=step(tmp_path / "better", ADD_COLUMN))
    assert again.connection.rows("SELECT motto FROM team") == again.connection.rows("SELECT '' FROM team")
    again.close()
    if desk.workspace.path is not None:
        assert len(backups_of(desk.workspace.place)) == 2


def test_backups_of_one_moment_have_a_name_each(file_desk: Desk, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from salesdesk.store import backup; print('ready', flush=True);"
        " sys.stdin.readline(); backup.back_up(Path(sys.argv[1]), Path(sys.argv[2]), reason='asked for')"
    )
    folder = tmp_path / "desk-backups"
    programs = [started(code, file_desk.workspace.place, folder) for _ in range(4)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("now\n")
        program.stdin.flush()
    assert [program.communicate(timeout=120)[1] for program in programs] == [""] * 4
    assert len(backups_of(file_desk.workspace.place)) == 4
