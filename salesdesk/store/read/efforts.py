"""What a member, or everyone, did between two days: the figures that plain goals are held against."""

import datetime as dt

from salesdesk.store.connection import Connection

_HELD = "k.meaning IN ('meeting', 'demo', 'visit') AND COALESCE(o.meaning, 'reached') = 'reached'"
# metric -> which done activities count
ACTIVITY_METRICS = {
    "calls": "k.meaning = 'call'",
    "talks": "k.meaning = 'call' AND o.meaning = 'reached'",
    "mails": "k.meaning = 'mail' AND t.direction = 'out'",
    "meetings": _HELD,
    "demos": "k.meaning = 'demo' AND COALESCE(o.meaning, 'reached') = 'reached'",
    "touches": "k.meaning NOT IN ('task', 'note') AND NOT (k.meaning = 'mail' AND t.direction = 'in')",
}


def activity_counts(connection: Connection, member: bytes | None, first: dt.date, last: dt.date) -> dict[str, int]:
    """How often each activity metric happened from the first to the last day, both included."""
    who, params = ("", ()) if member is None else (" AND t.owner_id = ?", (member,))
    counts = ", ".join(f"count(*) FILTER (WHERE {test})" for test in ACTIVITY_METRICS.values())
    row = connection.one(
        f"SELECT {counts} FROM activity t LEFT JOIN activity_kind k ON k.id = t.kind_id"
        " LEFT JOIN outcome o ON o.id = t.outcome_id"
        f" WHERE t.deleted_op IS NULL AND t.done_on >= ? AND t.done_on <= ?{who}",
        (first.isoformat(), last.isoformat(), *params),
    )
    return dict(zip(ACTIVITY_METRICS, row or (), strict=False))


def leads_arrived(connection: Connection, member: bytes | None, first: dt.date, last: dt.date) -> int:
    """How many leads arrived in these days that are the member's now."""
    who, params = ("", ()) if member is None else (" AND owner_id = ?", (member,))
    sql = f"SELECT count(*) FROM lead WHERE deleted_op IS NULL AND arrived_on >= ? AND arrived_on <= ?{who}"
    return int(connection.value(sql, (first.isoformat(), last.isoformat(), *params)))
