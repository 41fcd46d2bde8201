"""What all tests share: a still environment, and workspaces on both engines."""

import atexit
import gc
import os
import shutil
import sys
import traceback
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from salesdesk.services.desk import Desk
from salesdesk.services.setup import Beginning, create, open_desk
from salesdesk.store import held
from tests.servers import POSTGRES, Server

if TYPE_CHECKING:
    import psycopg

NOW = "2026-11-23T08:12:00Z"
ENGINES = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]


# How long an example takes says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_opened_by_hand: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Note each handle taken by hand on a database this process has open: closing it would drop SQLite's locks."""
    if event != "open" or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    name = os.fsdecode(arguments[0])
    if held.knows(Path(name.removesuffix("-wal").removesuffix("-shm"))):
        _opened_by_hand.append(f"{name}\n{''.join(traceback.format_stack(limit=8))}")


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def no_database_opened_by_hand() -> Iterator[None]:
    """No test, and nothing it runs in this process, takes the locks off an open database."""
    _opened_by_hand.clear()
    yield
    assert not _opened_by_hand, "\n".join(_opened_by_hand)


@pytest.fixture(autouse=True)
def still_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or writes what belongs to the person running it, or waits for the clock."""
    for name in ("SALESDESK_DB", "SALESDESK_AS", "NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SALESDESK_CONFIG", str(tmp_path / "config" / "config.toml"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SALESDESK_NOW", NOW)


def fresh_place(engine: str, tmp_path: Path) -> str:
    """Where a new workspace can be made: a file that is not there, or an empty database of its own."""
    place = free_place(engine, tmp_path)
    if engine == "postgresql":
        _on_server(f"CREATE DATABASE {_database(place)} STRATEGY file_copy")
    return place


def free_place(engine: str, tmp_path: Path) -> str:
    """The name of a place where nothing is, for what makes its file or database itself."""
    name = uuid.uuid4().hex[:16]
    if engine == "sqlite":
        return str(tmp_path / f"{name[:8]}.db")
    head, _, options = POSTGRES.partition("?")
    return f"{head.rsplit('/', 1)[0]}/t_{name}?{options}"


def _database(place: str) -> str:
    return place.partition("?")[0].rsplit("/", 1)[1]


@cache
def _administration() -> "psycopg.Connection":
    """The one connection of this process that makes and drops databases."""
    import psycopg

    connection = psycopg.connect(POSTGRES.replace("+psycopg", ""), autocommit=True)
    atexit.register(connection.close)
    return connection


def _on_server(sql: str) -> None:
    _administration().execute(sql.encode())


def drop_place(place: str) -> None:
    """Away with a test's PostgreSQL database; files go with their folder."""
    if not place.startswith("postgres"):
        return
    _on_server(f"DROP DATABASE IF EXISTS {_database(place)} WITH (FORCE)")


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a workspace on each engine; in a test that asks for a desk, the place of that desk."""
    where = (free_place if "desk" in request.fixturenames else fresh_place)(request.param, tmp_path)
    yield where
    drop_place(where)


# Making the schema is most of what a workspace takes, so each process makes one of each engine and copies it.
_patterns: dict[str, str] = {}


def new_desk(place: str, patterns: Path) -> Desk:
    """A new workspace of one member, Maya Kessler, at a place of `free_place`."""
    engine = "postgresql" if place.startswith("postgres") else "sqlite"
    if engine not in _patterns:
        _patterns[engine] = fresh_place(engine, patterns)
        beginning = Beginning(me="Maya Kessler", currency="EUR", time_zone="Europe/Budapest")
        create(_patterns[engine], beginning).workspace.close()
    if engine == "sqlite":
        shutil.copyfile(_patterns[engine], place)
        Path(place).chmod(0o600)
    else:
        _on_server(f"CREATE DATABASE {_database(place)} TEMPLATE {_database(_patterns[engine])} STRATEGY file_copy")
    return open_desk(place)


@pytest.fixture(scope="session")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the workspaces that are copied lie, for as long as the tests run."""
    yield tmp_path_factory.mktemp("patterns")
    for place in _patterns.values():
        drop_place(place)
    _patterns.clear()


@pytest.fixture
def desk(place: str, patterns: Path) -> Iterator[Desk]:
    """A new workspace of one member, Maya Kessler, on each engine."""
    made = new_desk(place, patterns)
    yield made
    made.workspace.close()


@pytest.fixture
def file_desk(tmp_path: Path, patterns: Path) -> Iterator[Desk]:
    """The same on SQLite only, for what is about files or screens."""
    made = new_desk(str(tmp_path / "desk.db"), patterns)
    yield made
    made.workspace.close()


@pytest.fixture
def server_desk(tmp_path: Path, patterns: Path) -> Iterator[Desk]:
    """The same on PostgreSQL only, for what is about a server."""
    if not POSTGRES:
        pytest.skip("needs a PostgreSQL server")
    where = free_place("postgresql", tmp_path)
    made = new_desk(where, patterns)
    yield made
    made.workspace.close()
    drop_place(where)


@pytest.fixture
def server(server_desk: Desk) -> Server:
    """The server of that desk."""
    return Server(server_desk.workspace.place)


def pytest_xdist_auto_num_workers() -> int:
    """Half as many workers again as there are cores: tests of screens, mail and terminals wait more than they work."""
    return max(2, (os.cpu_count() or 2) * 3 // 2)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the garbage collector need not go through it again in every test."""
    gc.collect()
    gc.freeze()
