"""What belongs into a calendar: planned steps and meetings, and how often and when each was changed."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import placeholders

MEETINGS = ("meeting", "demo", "visit")
_TOLD = ("due_on", "due_at", "subject", "duration_minutes", "done_on", "kind_id", "lead_id", "deal_id", "deleted_op")


def agenda(
    connection: Connection, owner: bytes | None, start: dt.date, end: dt.date, *, limit: int = 10_000
) -> list[bytes]:
    """The planned steps, and the meetings that were held, from `start` up to `end`, of a member or of all, by day."""
    who, params = ("", ()) if owner is None else (" AND t.owner_id = ?", (owner,))
    rows = connection.rows(
        "SELECT t.id FROM activity t LEFT JOIN activity_kind k ON k.id = t.kind_id WHERE t.deleted_op IS NULL"
        " AND COALESCE(t.due_on, t.done_on) BETWEEN ? AND ?"
        f" AND (t.done_on IS NULL OR k.meaning IN ({placeholders(MEETINGS)})){who}"
        f" ORDER BY COALESCE(t.due_on, t.done_on), t.due_at NULLS LAST, t.id LIMIT {limit}",
        (start.isoformat(), end.isoformat(), *MEETINGS, *params),
    )
    return [key for (key,) in rows]


def revisions(connection: Connection, ids: Sequence[bytes]) -> dict[bytes, tuple[int, dt.datetime]]:
    """How often each of these activities was changed since it was made, and when last."""
    found: dict[bytes, tuple[int, dt.datetime]] = {}
    for at in range(0, len(ids), 500):
        part = ids[at : at + 500]
        made = connection.rows(
            f"SELECT t.id, o.at FROM activity t JOIN operation o ON o.id = t.created_op WHERE t.id IN ({placeholders(part)})",
            part,
        )
        found |= {key: (0, dt.datetime.fromisoformat(when)) for key, when in made}
        changed = connection.rows(
            "SELECT h.record_id, count(DISTINCT h.operation_id), max(o.at) FROM history h"
            " JOIN operation o ON o.id = h.operation_id WHERE h.table_name = 'activity'"
            f" AND h.record_id IN ({placeholders(part)}) AND h.column_name IN ({placeholders(_TOLD)})"
            " GROUP BY h.record_id",
            (*part, *_TOLD),
        )
        found |= {key: (int(count), dt.datetime.fromisoformat(when)) for key, count, when in changed}
    return found
