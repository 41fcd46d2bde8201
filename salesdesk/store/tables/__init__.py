"""The schema, declared once: migrations, triggers, validation and statements are made from it."""

import sqlalchemy as sa
from sqlmodel import SQLModel

from salesdesk.store.tables import calling, journal, managing, outreach, records, rollups, workspace

metadata = SQLModel.metadata

for _table in metadata.tables.values():
    if "deleted_op" in _table.c:
        # Only the rows in the bin: an index over all of them would tempt SQLite, which has no statistics in a young
        # file, to look for live rows by `deleted_op IS NULL`, and a bulk import would go quadratic.
        _binned = sa.text("deleted_op IS NOT NULL")
        sa.Index(f"ix_{_table.name}_deleted_op", _table.c.deleted_op, sqlite_where=_binned, postgresql_where=_binned)

__all__ = ["calling", "journal", "managing", "metadata", "outreach", "records", "rollups", "workspace"]
