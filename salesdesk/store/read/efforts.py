"""What a member, or everyone, did between two days: the figures that plain goals are held against."""

import datetime as dt

from salesdesk.domain.efforts import EFFORTS, UNLESS_SAID, Effort
from salesdesk.store.connection import Connection


def _condition(effort: Effort) -> str:
    """The condition for what an effort counts, over `t` an activity, `k` its kind, `o` its outcome."""
    kinds = ", ".join(f"'{kind}'" for kind in effort.kinds)
    tests = [f"k.meaning {'NOT IN' if effort.others else 'IN'} ({kinds})"]
    if effort.reached:
        said = "COALESCE(o.meaning, 'reached')" if effort.reached == UNLESS_SAID else "o.meaning"
        tests.append(f"{said} = 'reached'")
    if effort.sent:
        # A kind beside mails has no direction to be told from.
        tests.append("NOT (k.meaning = 'mail' AND t.direction = 'in')" if effort.others else "t.direction = 'out'")
    return " AND ".join(tests)


# metric -> which done activities count
ACTIVITY_METRICS = {metric: _condition(effort) for metric, effort in EFFORTS.items()}


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
