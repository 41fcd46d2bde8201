"""The members of a team with what is theirs and what waits for them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.text import fold
from salesdesk.store.connection import Connection


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A member; the counts are of open records, of steps over and due, and of notices nobody looked at."""

    id: bytes
    code: str
    name: str
    role: str
    active: bool
    email: str
    team: str
    manager: str
    leads: int
    deals: int
    overdue: int
    due: int
    stepless: int
    notices: int


def members(connection: Connection, today: dt.date) -> list[TeamRow]:
    """Everybody, who works here first, by name."""
    day = today.isoformat()
    mine = "SELECT count(*) FROM {0} WHERE {1}.owner_id = m.id AND {1}.deleted_op IS NULL"
    step = mine.format("activity t", "t") + " AND t.done_on IS NULL AND t.due_on"
    leads = mine.format("lead l JOIN lead_status s ON s.id = l.status_id", "l") + " AND s.meaning = 'open'"
    deals = mine.format("deal d", "d") + " AND d.state = 'open'"
    rows = connection.rows(
        "SELECT m.id, m.code, m.name, m.role, m.active, m.email, COALESCE(y.name, ''), COALESCE(b.name, ''),"
        f" ({leads}), ({deals}), ({step} < ?), ({step} = ?), ({leads} AND l.next_on IS NULL) + ({deals} AND d.next_on IS NULL),"
        " (SELECT count(*) FROM notice n WHERE n.member_id = m.id AND n.deleted_op IS NULL AND n.seen_at IS NULL)"
        " FROM member m LEFT JOIN team y ON y.id = m.team_id LEFT JOIN member b ON b.id = m.manager_id"
        " WHERE m.deleted_op IS NULL ORDER BY m.active DESC, m.name_key, m.id",
        (day, day),
    )
    return [_row(row) for row in rows]


def _row(row: Sequence[Any]) -> TeamRow:
    values: list[Any] = [bool(value) if at == 4 else value for at, value in enumerate(row)]
    return TeamRow(*values)


def teams(connection: Connection) -> list[tuple[bytes, str, tuple[str, ...]]]:
    """The teams by name: key, name, and who of those who work here is in it."""
    rows = connection.rows(
        "SELECT y.id, y.name, m.name FROM team y LEFT JOIN member m ON m.team_id = y.id AND m.deleted_op IS NULL"
        " AND m.active WHERE y.deleted_op IS NULL ORDER BY y.name_key, y.id, m.name_key, m.id"
    )
    found: dict[bytes, tuple[str, list[str]]] = {}
    for key, name, member in rows:
        found.setdefault(key, (name, []))[1].extend([member] if member else [])
    return [(key, name, tuple(members)) for key, (name, members) in found.items()]


def once_called(connection: Connection, name: str) -> set[bytes]:
    """The members who had that name before they were called otherwise."""
    old = "h.old #>> '{}'" if connection.dialect.name == "postgresql" else "h.old"
    rows = connection.rows(
        f"SELECT m.id, {old} FROM member m JOIN history h ON h.table_name = 'member' AND h.record_id = m.id"
        " AND h.column_name = 'name' WHERE m.deleted_op IS NULL"
    )
    return {key for key, before in rows if before and fold(str(before)) == fold(name)}
