"""An older workspace is brought up to date as a whole, with its rows, triggers and a backup; or not at all."""

from pathlib import Path

import pytest

from salesdesk.errors import DatabaseError
from salesdesk.services import history
from salesdesk.services.desk import Desk
from salesdesk.store.dialect import SQLITE
from salesdesk.store.migrations import migrate
from salesdesk.store.version import SCHEMA_VERSION
from tests.store.test_operation import live_rows

ADD_COLUMN = """
import sqlalchemy as sa
from alembic import op

def upgrade():
    with op.batch_alter_table("team", recreate="always" if op.get_bind().dialect.name == "sqlite" else "never") as batch:
        batch.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default=""))
"""
BROKEN = ADD_COLUMN + "    raise ValueError('the disk ate it')\n"


def triggers(desk: Desk) -> list[object]:
    sql = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        if desk.connection.dialect is SQLITE
        else "SELECT tgname::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"
    )
    return list(desk.connection.rows(sql))


def step(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "v0999_motto.py").write_text(text)
    return folder


def test_a_step_keeps_rows_and_triggers_and_undo(desk: Desk, tmp_path: Path) -> None:
    with desk.operation("Team") as unit:
        unit.insert("team", {"name": "North"})
    rows, before = live_rows(desk.connection), triggers(desk)
    migrate(desk.workspace, SCHEMA_VERSION, target="0999", folder=step(tmp_path / "steps", ADD_COLUMN))
    assert desk.connection.value("SELECT motto FROM team") == ""
    assert desk.connection.value("SELECT version_num FROM alembic_version") == "0999"
    assert live_rows(desk.connection) == rows
    assert triggers(desk) == before
    assert history.undo(desk).label == "Team"
    if desk.workspace.path is not None:
        assert list(desk.workspace.path.parent.glob("*backups/*")), "there is a backup from before"


def test_a_step_that_fails_leaves_everything(desk: Desk, tmp_path: Path) -> None:
    rows, before = live_rows(desk.connection), triggers(desk)
    with pytest.raises(DatabaseError, match="the disk ate it"):
        migrate(desk.workspace, SCHEMA_VERSION, target="0999", folder=step(tmp_path / "steps", BROKEN))
    assert desk.connection.value("SELECT version_num FROM alembic_version") == SCHEMA_VERSION
    assert live_rows(desk.connection) == rows
    assert triggers(desk) == before
    with pytest.raises(Exception, match="motto"):
        desk.connection.value("SELECT motto FROM team")


def test_a_gap_in_the_steps_is_said(file_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot bring it to 0999"):
        migrate(file_desk.workspace, SCHEMA_VERSION, target="0999", folder=tmp_path)
