"""Single calls: their lists, the notes of one, the needs that were heard."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.spin import Note
from salesdesk.store.connection import Connection

# Of a deal with a contact and an account, the deal is what the call was about.
_ABOUT = (
    "CASE WHEN c.lead_id IS NOT NULL THEN 'lead' WHEN c.deal_id IS NOT NULL THEN 'deal'"
    " WHEN c.contact_id IS NOT NULL THEN 'contact' ELSE 'account' END"
)


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as lists show it; `name` and `company` are those of the record it was about, `outcome` how it ended."""

    id: bytes
    code: str
    kind: str
    record_id: bytes
    name: str
    company: str
    script: str
    owner: str
    started_at: dt.datetime
    ended_at: dt.datetime | None
    outcome: str
    result: str
    advance_who: str
    advance_what: str
    advance_on: dt.date | None
    goal: str
    minutes: int | None
    notes: int
    needs: int
    activity_id: bytes | None
    owner_id: bytes | None
    script_id: bytes | None


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need as it was said: implied (a problem) or explicit (a wish)."""

    id: bytes
    kind: str
    words: str
    severity: int | None
    said_on: dt.date


_CALLS = (
    f"SELECT c.id, c.code, {_ABOUT}, COALESCE(c.lead_id, c.deal_id, c.contact_id, c.account_id),"
    " COALESCE(NULLIF(l.name, ''), l.company, NULLIF(p.name, ''), d.name, a.name, ''),"
    " COALESCE(NULLIF(l.company, ''), a.name, ''), COALESCE(s.name, ''), COALESCE(m.name, ''), c.started_at, c.ended_at,"
    " COALESCE(o.name, ''), c.result, c.advance_who, c.advance_what, c.advance_on, c.goal, t.duration_minutes,"
    " (SELECT count(*) FROM call_note n WHERE n.call_id = c.id AND n.deleted_op IS NULL),"
    " (SELECT count(*) FROM need x WHERE x.call_id = c.id AND x.deleted_op IS NULL),"
    " c.activity_id, c.owner_id, c.script_id FROM call_run c"
    " LEFT JOIN lead l ON l.id = c.lead_id LEFT JOIN deal d ON d.id = c.deal_id"
    " LEFT JOIN contact p ON p.id = c.contact_id LEFT JOIN account a ON a.id = c.account_id"
    " LEFT JOIN script s ON s.id = c.script_id LEFT JOIN member m ON m.id = c.owner_id"
    " LEFT JOIN activity t ON t.id = c.activity_id LEFT JOIN outcome o ON o.id = t.outcome_id"
    " WHERE c.deleted_op IS NULL AND NOT c.practice"
)


def calls(connection: Connection, where: str = "", params: Sequence[Any] = (), *, limit: int = 200) -> list[CallRow]:
    """The calls that fit a condition on `c`, the newest first."""
    rows = connection.rows(f"{_CALLS}{where} ORDER BY c.started_at DESC, c.id DESC LIMIT {limit}", params)
    return [_call(row) for row in rows]


def calls_of(connection: Connection, kind: str, key: bytes, *, limit: int = 50) -> list[CallRow]:
    """The ended calls with a record; those of a deal's leads are its own."""
    params: tuple[Any, ...]
    where, params = f" AND c.{kind}_id = ?", (key,)
    if kind == "deal":
        where = (
            " AND (c.deal_id = ? OR c.lead_id IN"
            " (SELECT k.lead_id FROM deal_lead k WHERE k.deal_id = ? AND k.deleted_op IS NULL))"
        )
        params = (key, key)
    return calls(connection, f"{where} AND c.ended_at IS NOT NULL", params, limit=limit)


def _call(row: Sequence[Any]) -> CallRow:
    started, ended = dt.datetime.fromisoformat(row[8]), dt.datetime.fromisoformat(row[9]) if row[9] else None
    on = dt.date.fromisoformat(row[14]) if row[14] else None
    values: list[Any] = [*row[:8], started, ended, *row[10:14], on, *row[15:]]
    return CallRow(*values)


def notes(connection: Connection, call_id: bytes) -> list[Note]:
    """The lines of a call, in order."""
    rows = connection.rows(
        "SELECT id, position, kind, section, question, text, severity, cause, answered, at FROM call_note"
        " WHERE call_id = ? AND deleted_op IS NULL ORDER BY position, id",
        (call_id,),
    )
    return [_note(row) for row in rows]


def _note(row: Sequence[Any]) -> Note:
    values: list[Any] = [*row[:8], bool(row[8]), dt.datetime.fromisoformat(row[9]) if row[9] else None]
    return Note(*values)


def needs_of(connection: Connection, kind: str, key: bytes) -> list[NeedRow]:
    """The open needs of a record, explicit ones first, the worst first; those of a deal's account are its own."""
    params: tuple[Any, ...]
    where, params = f"n.{kind}_id = ?", (key,)
    if kind == "deal":
        account = connection.value("SELECT account_id FROM deal WHERE id = ?", (key,))
        where, params = "(n.deal_id = ? OR (n.deal_id IS NULL AND n.account_id = ?))", (key, account)
    rows = connection.rows(
        f"SELECT n.id, n.kind, n.words, n.severity, n.said_on FROM need n WHERE {where} AND n.met_on IS NULL"
        " AND n.deleted_op IS NULL ORDER BY n.kind, COALESCE(n.severity, 0) DESC, n.said_on DESC, n.id DESC LIMIT 40",
        params,
    )
    return [NeedRow(key, kind, words, severity, dt.date.fromisoformat(on)) for key, kind, words, severity, on in rows]
