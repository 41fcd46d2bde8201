"""The day of a rep: templates, cadences, rules, messages, files, notices, goals; quotes and time zones.

New tables are made as this version declares them; columns and indexes of the tables of 0001 are added one by one.
"""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from salesdesk.domain.ids import new_id, reference_code
from salesdesk.store.tables import metadata

NEW_TABLES = (
    "template",
    "snippet",
    "cadence",
    "rule",
    "rule_run",
    "enrolment",
    "message",
    "mailbox",
    "opt_out",
    "attachment",
    "notice",
    "goal",
    "holiday",
    "script",
    "call_run",
    "call_note",
    "need",
    "playbook_page",
    "page_read",
)
NEW_COLUMNS = {
    "lead": ("time_zone", "arrived_at"),
    "contact": ("time_zone",),
    "member": ("signature",),
    "activity": ("quote", "promised", "enrolment_id", "cadence_step"),
}
DROPPED_INDEXES = (
    "ix_lead_name_key",
    "ix_lead_next_on",
    "ix_lead_status_id",
    "ix_activity_deal",
    "ix_activity_contact_id",
    "ix_activity_account_id",
    "ix_activity_done",
    "ix_operation_target_id",
)
NEW_INDEXES = (
    "ix_lead_name",
    "ix_lead_status",
    "ix_lead_due",
    "ix_lead_score",
    "ix_lead_value",
    "ix_lead_touched",
    "ix_deal_state",
    "ix_activity_deal",
    "ix_activity_contact_id",
    "ix_activity_account_id",
    "ix_activity_done",
    "ix_activity_enrolment",
    "ix_operation_target_id",
)


def upgrade() -> None:
    """From 0001 to 0002."""
    bind = op.get_bind()
    metadata.create_all(bind, [metadata.tables[name] for name in NEW_TABLES])
    for table, columns in NEW_COLUMNS.items():
        for name in columns:
            _add(bind, table, metadata.tables[table].c[name])
    for name in DROPPED_INDEXES:
        op.drop_index(name)
    indexes = {str(index.name): index for table in metadata.tables.values() for index in table.indexes}
    for name in NEW_INDEXES:
        indexes[name].create(bind)
    _outcomes(bind)


def _outcomes(bind: sa.Connection) -> None:
    """No answer says itself when to try again, and a call can end with a callback that was asked for."""
    outcome, kind = metadata.tables["outcome"], metadata.tables["activity_kind"]
    unanswered = (outcome.c.name_key == "no answer") & (outcome.c.next_step == "call +1d")
    bind.execute(outcome.update().where(unanswered).values(next_step="call +1d other half"))
    call = bind.execute(
        sa.select(kind.c.id, kind.c.created_op)
        .where(kind.c.meaning == "call", kind.c.deleted_op.is_(None))
        .order_by(kind.c.position, kind.c.id)
    ).first()
    own = (outcome.c.kind_id == call.id) & outcome.c.deleted_op.is_(None) if call else sa.false()
    present = bind.execute(sa.select(outcome.c.letter, outcome.c.position).where(own)).all()
    if call is None or "k" in {letter for letter, _ in present}:
        return
    key = new_id()
    values = {"name": "Callback asked", "name_key": "callback asked", "letter": "k", "meaning": "reached"}
    place = max((position for _, position in present), default=0) + 1
    bind.execute(
        outcome.insert().values(
            id=key if bind.dialect.name == "sqlite" else UUID(bytes=key),
            code=reference_code(key),
            created_op=call.created_op,
            kind_id=call.id,
            position=place,
            next_step="call +1d promised",
            **values,
        )
    )


def _add(bind: sa.Connection, table: str, column: sa.Column[Any]) -> None:
    """Add a column; SQLite takes a key only in the words of the column itself."""
    plain = sa.Column(column.name, column.type, nullable=column.nullable, server_default=column.server_default)
    key = next(iter(column.foreign_keys), None)
    if key is None:
        op.add_column(table, plain)
        return
    kind = plain.type.compile(bind.dialect)
    name = f"fk_{table}_{column.name}_{key.column.table.name}"
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column.name} {kind} CONSTRAINT {name} REFERENCES {key.target_fullname.replace('.', ' (')})"
    )
