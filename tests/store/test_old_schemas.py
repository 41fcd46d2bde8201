"""Every released schema opens: brought to the newest, it equals a fresh workspace, and its rows are as they were."""

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from salesdesk.services import history, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from salesdesk.services.setup import Beginning, create, open_desk
from salesdesk.store import rollups
from salesdesk.store.dialect import SQLITE
from salesdesk.store.version import APPLICATION_ID
from tests.conftest import drop_place, fresh_place

SCHEMAS = Path(__file__).parent / "schemas"


def restored(version: str, place: str) -> None:
    """Put the workspace of a released version there, as its dump holds it."""
    if place.startswith("postgres"):
        import psycopg

        script = (SCHEMAS / f"{version}.postgresql.sql").read_text()
        with psycopg.connect(place, autocommit=True) as server:
            server.execute(script.encode())
        return
    connection = sqlite3.connect(place)
    connection.executescript((SCHEMAS / f"{version}.sqlite.sql").read_text())
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def shape(desk: Desk) -> dict[str, Any]:
    """Tables with their columns, keys and indexes; triggers; without the order of columns."""
    connection = desk.connection
    if connection.dialect is not SQLITE:
        columns = connection.rows(
            "SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name"
            " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        indexes = connection.rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
        keys = connection.rows(
            "SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
            " ORDER BY 1"
        )
        triggers = connection.rows("SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1")
        return {"columns": columns, "indexes": indexes, "keys": keys, "triggers": triggers}
    tables = [name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    tables = [name for name in tables if not name.startswith("sqlite_")]
    return {
        "columns": {t: sorted(r[1:6] for r in connection.rows(f"PRAGMA table_info({t})")) for t in tables},
        "keys": {t: sorted(r[2:5] for r in connection.rows(f"PRAGMA foreign_key_list({t})")) for t in tables},
        "without rowid": connection.rows("SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%' ORDER BY 1"),
        "rest": [
            (name, re.sub(r"\s+", " ", sql))
            for name, sql in connection.rows(
                "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY name"
            )
        ],
    }


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004"])
def test_an_old_workspace_becomes_a_new_one(version: str, place: str, tmp_path: Path) -> None:
    restored(version, place)
    old = open_desk(place)
    engine = "sqlite" if old.workspace.path is not None else "postgresql"
    other = fresh_place(engine, tmp_path)
    outcomes = "SELECT name, letter, next_step FROM outcome WHERE next_step LIKE 'call +1d %' ORDER BY name"
    try:
        fresh = create(other, Beginning(me="Maya Kessler", currency="EUR", time_zone="Europe/Budapest"))
        assert shape(old) == shape(fresh)
        fresh_outcomes = fresh.connection.rows(outcomes)
        fresh.workspace.close()
        assert find(old, "anna").name == "Anna Lindqvist"
        assert old.connection.value("SELECT note FROM activity WHERE done_on IS NOT NULL") == "Asked for ROI"
        assert old.connection.rows(outcomes) == fresh_outcomes
        assert old.connection.value("SELECT sum(n) FROM rollup_arrival WHERE level = 0") == 2
        assert rollups.differences(old.connection) == {}
        # It can be written, and what was done before it was brought up to date can still be taken back.
        prospecting.save(old, prospecting.propose(old, "Ewa Kowalska at Bursztyn SA"))
        assert history.undo(old).label == "Lead Ewa Kowalska added"
        assert history.undo(old).label == "Tomás Herrera qualified"
    finally:
        old.workspace.close()
        drop_place(other)
