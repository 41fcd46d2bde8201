"""Makes the tables and triggers of a fresh workspace, from the metadata."""

from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from salesdesk.errors import DatabaseError
from salesdesk.store import triggers
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.tables import metadata
from salesdesk.store.version import SCHEMA_VERSION

if TYPE_CHECKING:
    import sqlalchemy as sa

_SQLITE_ONLY = {"current_operation", "never"}


def create_all(connection: Connection) -> None:
    """Tables, indexes, triggers and the version, inside the caller's transaction."""
    on_sqlite = connection.dialect is SQLITE
    dialect: sa.Dialect = sqlite.dialect() if on_sqlite else postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in metadata.sorted_tables:
        if table.name in _SQLITE_ONLY and not on_sqlite:
            continue
        connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
    create_triggers(connection)
    connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (SCHEMA_VERSION,))


def create_triggers(connection: Connection) -> None:
    """All triggers, on tables that have none."""
    statements = triggers.sqlite_triggers() if connection.dialect is SQLITE else triggers.postgres_statements()
    for _, statement in statements:
        connection.execute(statement)


def drop_triggers(connection: Connection) -> None:
    """Away with all triggers, before a migration."""
    if connection.dialect is SQLITE:
        for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f'DROP TRIGGER "{name}"')
        return
    for (name,) in connection.rows("SELECT proname FROM pg_proc WHERE proname LIKE 'salesdesk\\_%'"):
        connection.execute(f'DROP FUNCTION IF EXISTS "{name}" CASCADE')


def check_triggers(connection: Connection) -> None:
    """DatabaseError when a file has other triggers or views than this program made: they would run with every write."""
    if connection.dialect is not SQLITE:
        return
    rows = connection.rows("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
    found = {str(name): str(sql) for name, sql in rows}
    expected = dict(triggers.sqlite_triggers())
    if found == expected:
        return
    names = sorted({*found, *expected} - {name for name in found if expected.get(name) == found[name]})
    raise DatabaseError(
        f"'{connection.place}' has been tampered with: its triggers are not the ones salesdesk made ({', '.join(names[:3])}).",
        hint="Look with: salesdesk doctor. Or bring back a backup: salesdesk restore.",
    )
