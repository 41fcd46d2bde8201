"""What is new for a member and not seen yet: handed over, mentioned, replied, bounced."""

import datetime as dt

from salesdesk.hints import Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection


class NoticeRow(Plain):
    """One notice with the record it is about; `who` caused it."""

    id: bytes
    kind: str
    text: str
    at: dt.datetime
    who: str
    record_kind: str
    record_id: bytes | None
    code: str
    name: str
    company: str
    phone: str
    email: str


def unseen(connection: Connection, member: bytes, *, limit: int = 200) -> list[NoticeRow]:
    """The notices of a member that are not seen yet, the newest first; those of deleted records are left out."""
    rows = connection.rows(
        "SELECT n.id, n.kind, n.text, n.at, COALESCE(m.name, ''), n.record_kind, n.record_id,"
        " COALESCE(l.code, d.code, c.code, a.code, ''),"
        " COALESCE(NULLIF(l.name, ''), l.company, d.name, c.name, a.name, ''),"
        " COALESCE(l.company, x.name, a.name, ''),"
        " COALESCE(NULLIF(l.phone, ''), l.mobile, NULLIF(c.phone, ''), c.mobile, a.phone, ''),"
        " COALESCE(l.email, c.email, '')"
        " FROM notice n JOIN operation o ON o.id = n.created_op LEFT JOIN member m ON m.id = o.actor_id"
        " LEFT JOIN lead l ON n.record_kind = 'lead' AND l.id = n.record_id"
        " LEFT JOIN deal d ON n.record_kind = 'deal' AND d.id = n.record_id"
        " LEFT JOIN contact c ON c.id = CASE n.record_kind WHEN 'contact' THEN n.record_id ELSE d.contact_id END"
        " LEFT JOIN account a ON n.record_kind = 'account' AND a.id = n.record_id"
        " LEFT JOIN account x ON x.id = COALESCE(d.account_id, c.account_id)"
        " WHERE n.member_id = ? AND n.seen_at IS NULL AND n.deleted_op IS NULL"
        " AND COALESCE(l.deleted_op, d.deleted_op, a.deleted_op) IS NULL ORDER BY n.at DESC, n.id DESC LIMIT ?",
        (member, limit),
    )
    return [_row(*row) for row in rows]


def _row(key: bytes, kind: str, text: str, at: str, *rest: Any) -> NoticeRow:
    return NoticeRow(key, kind, text, dt.datetime.fromisoformat(at), *rest)
