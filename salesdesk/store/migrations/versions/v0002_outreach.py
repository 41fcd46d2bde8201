"""The day of a rep: templates, cadences, rules, messages, files, notices, goals; quotes and time zones; calls.

Tables, columns and indexes are in the words of each engine, in the `.sql` files beside: what later versions make of a
table must not change what this step makes of it.
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from salesdesk.domain.ids import new_id, reference_code
from salesdesk.store.migrations.scripts import run_script_of

_KEY = sa.LargeBinary(16).with_variant(postgresql.UUID(), "postgresql")


def _table(name: str, keys: str, others: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(k, _KEY) for k in keys.split()), *(sa.column(o) for o in others.split()))


_KIND = _table("activity_kind", "id created_op deleted_op", "meaning position")
_OUTCOME = _table("outcome", "id created_op deleted_op kind_id", "code name name_key letter meaning position next_step")


def upgrade() -> None:
    """From 0001 to 0002."""
    bind = op.get_bind()
    run_script_of(__file__, bind)
    _outcomes(bind)


def _outcomes(bind: sa.Connection) -> None:
    """No answer says itself when to try again, and a call can end with a callback that was asked for."""
    outcome, kind = _OUTCOME, _KIND
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
