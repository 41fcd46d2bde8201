"""Today's queue: what is planned up to a day, what was done on it, and what needs care."""

import datetime as dt
from collections.abc import Iterator, Sequence

from salesdesk.domain.language.where import EVERYTHING, Where
from salesdesk.hints import Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day, instant, placeholders


class QueueRow(Plain):
    """One planned or done activity, with the record it is about."""

    id: bytes
    kind: str
    kind_meaning: str
    subject: str
    due_on: dt.date | None
    due_at: dt.datetime | None
    done_at: dt.datetime | None
    outcome: str
    duration_minutes: int | None
    owner: str
    record_kind: str
    record_id: bytes | None
    code: str
    name: str
    company: str
    phone: str
    email: str
    score: int | None
    value_minor: int | None
    currency: str
    next_on: dt.date | None
    next_text: str
    promised: bool
    priority: int
    arrived_at: dt.datetime | None
    touched_on: dt.date | None
    country: str
    time_zone: str
    stage: str
    stage_on: dt.date | None
    rotting_days: int | None
    close_on: dt.date | None
    cadence: str
    cadence_step: int | None


class Care(Plain):
    """Open records nobody planned anything for, mails that did not get through, and drafts nobody sent."""

    leads_without_step: int
    deals_without_step: int
    silent_deals: int
    stuck_mails: int = 0
    mail_drafts: int = 0


_SELECT = """SELECT t.id, COALESCE(k.name, ''), COALESCE(k.meaning, ''), t.subject, t.due_on, t.due_at, t.done_at,
  COALESCE(o.name, ''), t.duration_minutes, COALESCE(m.name, ''),
  CASE WHEN t.deal_id IS NOT NULL THEN 'deal' WHEN t.lead_id IS NOT NULL THEN 'lead'
       WHEN t.contact_id IS NOT NULL THEN 'contact' WHEN t.account_id IS NOT NULL THEN 'account' ELSE '' END,
  COALESCE(t.deal_id, t.lead_id, t.contact_id, t.account_id),
  COALESCE(d.code, l.code, c.code, a.code, ''),
  COALESCE(NULLIF(l.name, ''), c.name, d.name, a.name, ''),
  COALESCE(NULLIF(l.company, ''), a.name, ''),
  COALESCE(NULLIF(l.phone, ''), NULLIF(l.mobile, ''), NULLIF(c.phone, ''), NULLIF(c.mobile, ''), a.phone, ''),
  COALESCE(NULLIF(l.email, ''), c.email, ''),
  l.score, COALESCE(d.value_minor, l.value_minor), COALESCE(NULLIF(d.currency, ''), l.currency, ''),
  COALESCE(d.next_on, l.next_on), COALESCE(d.next_text, l.next_text, ''),
  t.promised, t.priority, CASE WHEN w.direction = 'outbound' THEN NULL ELSE l.arrived_at END, COALESCE(d.touched_on, l.touched_on),
  COALESCE(NULLIF(l.country, ''), NULLIF(c.country, ''), a.country, ''),
  COALESCE(NULLIF(l.time_zone, ''), c.time_zone, ''),
  COALESCE(s.name, ''), d.stage_on, s.rotting_days, d.close_on,
  COALESCE(q.name, ''), t.cadence_step
FROM activity t LEFT JOIN activity_kind k ON k.id = t.kind_id LEFT JOIN outcome o ON o.id = t.outcome_id
  LEFT JOIN member m ON m.id = t.owner_id LEFT JOIN deal d ON d.id = t.deal_id LEFT JOIN lead l ON l.id = t.lead_id
  LEFT JOIN contact c ON c.id = COALESCE(t.contact_id, d.contact_id) LEFT JOIN account a ON a.id = COALESCE(t.account_id, d.account_id)
  LEFT JOIN stage s ON s.id = d.stage_id LEFT JOIN source w ON w.id = l.source_id
  LEFT JOIN enrolment e ON e.id = t.enrolment_id LEFT JOIN cadence q ON q.id = e.cadence_id
WHERE t.deleted_op IS NULL AND d.deleted_op IS NULL AND l.deleted_op IS NULL"""


# A mail of a cadence that is in the outbox goes by itself: there is nothing to do.
_TO_DO = (
    "t.done_on IS NULL AND (t.enrolment_id IS NULL OR NOT EXISTS (SELECT 1 FROM message x"
    " WHERE x.activity_id = t.id AND x.state IN ('queued', 'sending') AND x.deleted_op IS NULL))"
)


def due(
    connection: Connection,
    owner: bytes | None,
    until: dt.date,
    *,
    where: Where = EVERYTHING,
    limit: int | None = None,
) -> list[QueueRow]:
    """What is planned up to `until` for a member (or for all) and fits `where`: by day, by time, then anytime."""
    who, params = _owner(owner)
    sql = f"{_SELECT} AND {_TO_DO} AND t.due_on <= ?{who} AND {where.sql} ORDER BY t.due_on, t.due_at NULLS LAST, t.id"
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    return [_row(row) for row in connection.rows(sql, (until.isoformat(), *params, *where.params))]


def coming(
    connection: Connection, owner: bytes | None, after: dt.date, *, where: Where = EVERYTHING, limit: int
) -> list[QueueRow]:
    """What is planned next after a day for a member (or for all) and fits `where`, the soonest first."""
    who, params = _owner(owner)
    sql = f"{_SELECT} AND {_TO_DO} AND t.due_on > ?{who} AND {where.sql} ORDER BY t.due_on, t.due_at NULLS LAST, t.id"
    rows = connection.rows(f"{sql} LIMIT {int(limit)}", (after.isoformat(), *params, *where.params))
    return [_row(row) for row in rows]


def done(connection: Connection, owner: bytes | None, on: dt.date, *, where: Where = EVERYTHING) -> list[QueueRow]:
    """What was done on a day and fits `where`, the latest first; a mail that came in is nobody's doing."""
    who, params = _owner(owner)
    own = "NOT (t.direction = 'in' AND COALESCE(k.meaning, '') IN ('mail', 'note'))"
    sql = f"{_SELECT} AND t.done_on = ?{who} AND {own} AND {where.sql} ORDER BY t.done_at DESC NULLS LAST, t.id DESC"
    return [_row(row) for row in connection.rows(sql, (on.isoformat(), *params, *where.params))]


def activities(connection: Connection, ids: Sequence[bytes]) -> Iterator[QueueRow]:
    """The activities of these keys, in this order."""
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        rows = connection.rows(f"{_SELECT} AND t.id IN ({placeholders(part)})", part)
        found = {row[0]: _row(row) for row in rows}
        yield from (found[key] for key in part if key in found)


def count_due(connection: Connection, owner: bytes | None, until: dt.date, *, where: Where = EVERYTHING) -> int:
    """How many are planned up to a day and fit `where`."""
    who, params = _owner(owner)
    sql = (
        f"SELECT count(*) FROM activity t WHERE t.deleted_op IS NULL AND {_TO_DO}"
        f" AND t.due_on <= ?{who} AND {where.sql}"
    )
    return int(connection.value(sql, (until.isoformat(), *params, *where.params)))


def care(connection: Connection, owner: bytes | None, silent_since: dt.date) -> Care:
    """Open leads and deals of a member without a next step, deals untouched since a day, mails that failed or may
    have been sent, and drafts."""
    who, params = ("", ()) if owner is None else (" AND owner_id = ?", (owner,))
    leads = connection.value(
        # As a filter, so that SQLite goes by status and owner and not through all leads without a step.
        "SELECT count(*) FILTER (WHERE next_on IS NULL) FROM lead WHERE deleted_op IS NULL"
        f" AND status_id IN (SELECT id FROM lead_status WHERE meaning = 'open'){who}",
        params,
    )
    deals = connection.one(
        "SELECT count(*) FILTER (WHERE next_on IS NULL),"
        " count(*) FILTER (WHERE COALESCE(touched_on, stage_on) < ?)"
        f" FROM deal WHERE deleted_op IS NULL AND state = 'open'{who}",
        (silent_since.isoformat(), *params),
    ) or (0, 0)
    stuck, drafts = connection.one(
        "SELECT count(*) FILTER (WHERE state <> 'draft'), count(*) FILTER (WHERE state = 'draft') FROM message"
        f" WHERE state IN ('asked', 'failed', 'draft') AND direction = 'out' AND deleted_op IS NULL{who}",
        params,
    ) or (0, 0)
    return Care(int(leads), int(deals[0]), int(deals[1]), int(stuck), int(drafts))


def _owner(owner: bytes | None) -> tuple[str, tuple[bytes, ...]]:
    return ("", ()) if owner is None else (" AND t.owner_id = ?", (owner,))


_DAYS = tuple(n for n, name in enumerate(QueueRow.__match_args__) if name.endswith("_on"))
_INSTANTS = tuple(n for n, name in enumerate(QueueRow.__match_args__) if name.endswith("_at"))


def _row(row: tuple[object, ...]) -> QueueRow:
    values: list[Any] = list(row)
    for place in _DAYS:
        values[place] = day(values[place])
    for place in _INSTANTS:
        values[place] = instant(values[place])
    return QueueRow(*values)
