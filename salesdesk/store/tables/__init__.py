"""The schema, declared once: migrations, triggers, validation and statements are made from it."""

from sqlmodel import SQLModel

from salesdesk.store.tables import journal, records, workspace

metadata = SQLModel.metadata

__all__ = ["journal", "metadata", "records", "workspace"]
