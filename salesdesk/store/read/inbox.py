"""Mail that came in, with the record it was matched to."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import instant


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """One mail; `state` is received, automatic, bounced, delayed or unsubscribed."""

    id: bytes
    code: str
    at: dt.datetime | None
    state: str
    sender: str
    subject: str
    text: str
    owner: str
    record_kind: str
    record_id: bytes | None
    record_code: str
    name: str
    company: str


_SELECT = """SELECT x.id, x.code, x.sent_at, x.state, x.from_address, x.subject, COALESCE(NULLIF(t.note, ''), x.body),
  COALESCE(m.name, ''),
  CASE WHEN d.id IS NOT NULL THEN 'deal' WHEN l.id IS NOT NULL THEN 'lead' WHEN c.id IS NOT NULL THEN 'contact'
       WHEN a.id IS NOT NULL THEN 'account' ELSE '' END,
  COALESCE(d.id, l.id, c.id, a.id), COALESCE(d.code, l.code, c.code, a.code, ''),
  COALESCE(NULLIF(l.name, ''), NULLIF(l.company, ''), c.name, d.name, a.name, ''),
  COALESCE(NULLIF(l.company, ''), a.name, '')
FROM message x LEFT JOIN member m ON m.id = x.owner_id LEFT JOIN activity t ON t.id = x.activity_id
  LEFT JOIN deal d ON d.id = x.deal_id AND d.deleted_op IS NULL
  LEFT JOIN lead l ON l.id = x.lead_id AND l.deleted_op IS NULL
  LEFT JOIN contact c ON c.id = x.contact_id AND c.deleted_op IS NULL
  LEFT JOIN account a ON a.id = x.account_id AND a.deleted_op IS NULL
WHERE x.direction = 'in' AND x.deleted_op IS NULL"""


def incoming(connection: Connection, *, limit: int) -> list[IncomingRow]:
    """The mails that came in, the newest first."""
    rows = connection.rows(f"{_SELECT} ORDER BY x.sent_at DESC, x.id DESC LIMIT ?", (limit,))
    return [_row(*row) for row in rows]


def _row(key: bytes, code: str, at: str | None, *rest: Any) -> IncomingRow:
    return IncomingRow(key, code, instant(at), *rest)
