"""Operations, the history of every cell, and what imports brought: the memory undo is made of."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from salesdesk.store.tables.columns import (
    ANY_VALUE,
    INSTANT,
    JSON_TEXT,
    KEY,
    TEXT,
    Record,
    key_field,
    partial_index,
    text_field,
)


class Operation(SQLModel, table=True):
    """One write: who, when, where from, what; undo and redo are operations that name their `target_id`."""

    id: bytes = Field(sa_type=KEY, primary_key=True)
    at: datetime = Field(sa_type=INSTANT)
    actor_id: bytes | None = Field(default=None, sa_type=KEY)
    device: str = text_field()
    source: str = text_field("cli")
    action: str = text_field("change")
    label: str = text_field()
    target_id: bytes | None = key_field("operation.id")
    undone_by: bytes | None = key_field("operation.id")

    # Every write begins with a row here, so it should be one page: the key holds the row, operations of somebody are
    # found from the newest back, and only undo and redo name another one.
    __table_args__ = (
        partial_index("ix_operation_target_id", "target_id", where="target_id IS NOT NULL"),
        {"sqlite_with_rowid": False},
    )


class History(SQLModel, table=True):
    """What one operation made of one cell: the first old and the last new value."""

    table_name: str = Field(sa_type=TEXT, primary_key=True)
    record_id: bytes = Field(sa_type=KEY, primary_key=True)
    column_name: str = Field(sa_type=TEXT, primary_key=True)
    operation_id: bytes = Field(sa_type=KEY, primary_key=True, foreign_key="operation.id")
    old: bytes | None = Field(default=None, sa_type=ANY_VALUE)
    new: bytes | None = Field(default=None, sa_type=ANY_VALUE)
    previous_op: bytes | None = Field(default=None, sa_type=KEY)

    __table_args__ = (
        sa.Index("ix_history_operation", "operation_id", "table_name", "column_name"),
        {"sqlite_with_rowid": False},
    )


class CurrentOperation(SQLModel, table=True):
    """SQLite only: the operation that is open now. The deferred key to a row that never exists makes a
    COMMIT fail while one is open."""

    __tablename__ = "current_operation"
    # One page less to write with every operation.
    __table_args__ = {"sqlite_with_rowid": False}
    operation_id: bytes = Field(sa_type=KEY, primary_key=True)
    mode: str = text_field("live")
    must_close: int = Field(
        default=1,
        sa_column=sa.Column(
            sa.Integer,
            sa.ForeignKey("never.id", deferrable=True, initially="DEFERRED", name="fk_current_operation_open"),
            nullable=False,
        ),
    )


class Never(SQLModel, table=True):
    """A table without rows, for `current_operation` to point at in vain."""

    id: int = Field(primary_key=True)


class ImportBatch(Record, table=True):
    """One file of one import."""

    __tablename__ = "import_batch"
    path: str
    entity: str
    preset: str = text_field()
    rows: int = 0


class ImportRow(Record, table=True):
    """What a file last said of a record: `identity` is its external id or a hash of what it holds."""

    __tablename__ = "import_row"
    entity: str
    identity: str = Field(sa_type=TEXT, index=True)
    record_id: bytes = Field(sa_type=KEY, index=True)
    content: str = Field(default="{}", sa_type=JSON_TEXT)
