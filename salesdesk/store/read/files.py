"""Attached files and links: those of a record, all of them, and which contents the workspace names."""

import datetime as dt
from collections.abc import Sequence

from salesdesk import clock
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import instant, placeholders

# For so long the content of a file that was taken off its record stays, so that undo can put it back.
UNDO_DAYS = 30


class FileRow(Plain):
    """A file (kept, `target` is its SHA-256), a path or a url; when and by whom it came, and on which machine."""

    id: bytes
    code: str
    name: str
    kind: str
    target: str
    size: int | None
    media_type: str
    record_kind: str
    record_id: bytes
    record_code: str
    record: str
    added_at: dt.datetime | None
    added_by: str
    device: str


class Named(Plain):
    """A content some row names; `live` when one of these rows is not in the bin."""

    sha256: str
    size: int
    live: bool


_SELECT = """SELECT f.id, f.code, f.name, f.kind, f.target, f.size_bytes, f.media_type, f.record_kind, f.record_id,
  COALESCE(l.code, d.code, c.code, a.code, t.code, m.code, e.code, ''),
  COALESCE(NULLIF(l.name, ''), l.company, d.name, c.name, a.name, t.subject, m.name, e.subject, ''),
  o.at, COALESCE(p.name, ''), o.device
FROM attachment f JOIN operation o ON o.id = f.created_op LEFT JOIN member p ON p.id = f.owner_id
  LEFT JOIN lead l ON l.id = f.record_id LEFT JOIN deal d ON d.id = f.record_id
  LEFT JOIN contact c ON c.id = f.record_id LEFT JOIN account a ON a.id = f.record_id
  LEFT JOIN activity t ON t.id = f.record_id LEFT JOIN template m ON m.id = f.record_id
  LEFT JOIN message e ON e.id = f.record_id
WHERE f.deleted_op IS NULL"""
_ACTIVITIES = {"lead": "lead_id", "deal": "deal_id", "contact": "contact_id", "account": "account_id"}


def of_record(connection: Connection, kind: str, key: bytes) -> list[FileRow]:
    """The files of a record, the newest first: its own, those of its activities, and for a deal of its leads."""
    sources, params = ["SELECT " + connection.dialect.cast("?", "uuid")], [key]
    if kind in _ACTIVITIES:
        sources.append(f"SELECT id FROM activity WHERE {_ACTIVITIES[kind]} = ? AND deleted_op IS NULL")
        params.append(key)
    if kind == "deal":
        leads = "SELECT lead_id FROM deal_lead WHERE deal_id = ? AND deleted_op IS NULL"
        sources += [leads, f"SELECT id FROM activity WHERE lead_id IN ({leads}) AND deleted_op IS NULL"]
        params += [key, key]
    sql = f"{_SELECT} AND f.record_id IN ({' UNION ALL '.join(sources)}) ORDER BY f.id DESC"
    return [_row(row) for row in connection.rows(sql, params)]


def every(connection: Connection, *, limit: int | None = None) -> list[FileRow]:
    """All files and links, the newest first."""
    end = f" LIMIT {int(limit)}" if limit is not None else ""
    return [_row(row) for row in connection.rows(f"{_SELECT} ORDER BY f.id DESC{end}")]


def by_ids(connection: Connection, ids: Sequence[bytes]) -> list[FileRow]:
    """The live files of these keys, in no order."""
    return [_row(row) for row in connection.rows(f"{_SELECT} AND f.id IN ({placeholders(ids)})", ids)]


def named_contents(connection: Connection) -> list[Named]:
    """Every content that a row names; rows in the bin count as long as their undo is at hand (`UNDO_DAYS`)."""
    since = clock.iso(clock.now() - dt.timedelta(days=UNDO_DAYS))
    rows = connection.rows(
        "SELECT f.target, max(f.size_bytes), max(CASE WHEN f.deleted_op IS NULL THEN 1 ELSE 0 END)"
        " FROM attachment f LEFT JOIN operation o ON o.id = f.deleted_op"
        " WHERE f.kind = 'file' AND (f.deleted_op IS NULL OR o.at > ?) GROUP BY f.target ORDER BY f.target",
        (since,),
    )
    return [Named(sha256, int(size or 0), bool(live)) for sha256, size, live in rows]


def _row(row: tuple[object, ...]) -> FileRow:
    values = list(row)
    values[11] = instant(values[11])  # type: ignore[arg-type]
    return FileRow(*values)  # type: ignore[arg-type]
