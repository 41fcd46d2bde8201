"""Bringing an older workspace up to date: after a backup, all steps or none, on both engines.

Alembic is imported only when there is something to do.
"""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from salesdesk import paths
from salesdesk.errors import DatabaseError
from salesdesk.i18n import tr
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from salesdesk.store.workspace import Workspace

VERSIONS = Path(__file__).parent / "versions"


def migrate(workspace: "Workspace", found: str, *, target: str = SCHEMA_VERSION, folder: Path = VERSIONS) -> None:
    """Run the steps after version `found` up to `target`; a step that fails leaves the workspace as it was.

    One program does it, and those that come meanwhile wait until it has ended: what is of another schema by then is
    left as it is. Raises DatabaseError when a step is missing or fails, naming it.
    """
    steps = list(_steps(folder, found, target))
    if not steps or steps[-1][0] != target:
        raise DatabaseError(
            f"'{workspace.place}' is of schema {found}, and this salesdesk cannot bring it to {target}.",
            hint="Open it with the salesdesk that wrote it, or restore a backup.",
        )
    connection = workspace.connection
    on_sqlite = connection.dialect is SQLITE
    if on_sqlite:
        connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with _waits_aloud(workspace), workspace.transaction():
            if workspace.version() != found:
                return
            # With the lock: nobody writes, or backs up for the same reason, between the copy and the first step.
            _keep_a_copy(workspace, target)
            _run(connection, steps)
            if on_sqlite and connection.rows("PRAGMA foreign_key_check"):
                raise DatabaseError(f"'{workspace.place}' could not be brought up to date: keys point at nothing.")
            connection.execute("ANALYZE")
    finally:
        if on_sqlite:
            connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _waits_aloud(workspace: "Workspace") -> Iterator[None]:
    """Say once that another program has the workspace; a command or the screens do so only when it is open."""
    before, told = workspace.waiting, False

    def waits(_seconds: float) -> None:
        nonlocal told
        if not told:
            told = True
            _say(
                workspace, tr("Another program is writing in this workspace: waiting until it ends (ctrl+c gives up).")
            )

    workspace.waiting = waits
    try:
        yield
    finally:
        workspace.waiting = before


def _keep_a_copy(workspace: "Workspace", target: str) -> None:
    """Back the file up; a server's backups are its own. Both can take minutes, so it is said what is done."""
    _say(workspace, tr("Bringing the workspace up to date (schema {version}) ...", version=target))
    if workspace.path is not None:
        from salesdesk.store.backup import back_up

        made = back_up(workspace.path, paths.backup_folder(workspace.path), reason=f"before-schema-{target}")
        _say(workspace, tr("A backup of how it was is at '{path}'.", path=made.path))


def _say(workspace: "Workspace", words: str) -> None:
    if workspace.say is not None:
        workspace.say(words)


def _steps(folder: Path, found: str, target: str) -> Iterator[tuple[str, Path]]:
    """`(version, file)` of the steps to run, in order; a file is named `v0002_what_it_does.py`."""
    for path in sorted(folder.glob("v[0-9]*_*.py")):
        version = path.name[1:5]
        if found < version <= target:
            yield version, path


def _run(connection: Connection, steps: list[tuple[str, Path]]) -> None:
    import sqlalchemy as sa
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    from salesdesk.store import rollups
    from salesdesk.store.schema import create_triggers, drop_triggers

    name = "sqlite" if connection.dialect is SQLITE else "postgresql+psycopg"
    engine = sa.create_engine(f"{name}://", creator=lambda: connection.raw, poolclass=sa.pool.StaticPool)
    for act in ("do_commit", "do_rollback", "do_close", "do_terminate"):
        setattr(engine.dialect, act, _keep)
    drop_triggers(connection)
    with engine.connect() as bound:
        context = MigrationContext.configure(bound, opts={"transaction_per_migration": False})
        for version, path in steps:
            try:
                with Operations.context(context):
                    _load(path).upgrade()
            except Exception as error:
                reason = str(error).splitlines()[0]
                raise DatabaseError(
                    f"The workspace could not be brought to schema {version}: {reason}. Nothing was changed.",
                    hint="Open it with the salesdesk that wrote it, and tell us about this.",
                ) from error
    create_triggers(connection)
    if steps[-1][0] == SCHEMA_VERSION:
        rollups.rebuild(connection)
    connection.execute("UPDATE alembic_version SET version_num = ?", (steps[-1][0],))


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise DatabaseError(f"The migration '{path.name}' cannot be read.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _keep(_connection: object) -> None:
    """Stands for SQLAlchemy's commit, rollback and close: the transaction is the workspace's own."""
