"""The calls that were run with a script, with what was noted in them."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.store.connection import Connection


@dataclass(frozen=True, slots=True)
class RunRow:
    """A call that has ended, practice left out. `version` counts the versions of its script up to the one it ran."""

    id: bytes
    script: str
    version: int
    rep: str
    persona: str
    result: str
    started_at: dt.datetime
    ended_at: dt.datetime
    deal_id: bytes | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What was noted in a call."""

    call_id: bytes
    kind: str
    section: str
    question: str
    text: str
    cause: str
    answered: bool


def runs(connection: Connection, since: dt.datetime | None = None) -> list[RunRow]:
    """The calls that ended, since an instant or ever, the newest first."""
    when, params = ("", ()) if since is None else (" AND r.started_at >= ?", (since.strftime("%Y-%m-%dT%H:%M:%SZ"),))
    rows = connection.rows(
        "SELECT r.id, COALESCE(s.name, ''), (SELECT count(*) FROM history h WHERE h.table_name = 'script'"
        " AND h.record_id = r.script_id AND h.column_name = 'text' AND h.operation_id <= r.version),"
        " COALESCE(m.name, ''), r.persona, r.result, r.started_at, r.ended_at, r.deal_id"
        " FROM call_run r LEFT JOIN script s ON s.id = r.script_id LEFT JOIN member m ON m.id = r.owner_id"
        f" WHERE r.deleted_op IS NULL AND r.ended_at IS NOT NULL AND NOT r.practice{when} ORDER BY r.started_at DESC, r.id DESC",
        params,
    )
    return [
        RunRow(key, script, int(version) + 1, rep, persona, result, _instant(started), _instant(ended), deal)
        for key, script, version, rep, persona, result, started, ended, deal in rows
    ]


def notes(connection: Connection, calls: Sequence[bytes]) -> list[NoteRow]:
    """What was noted in these calls, in the order it came."""
    found: list[NoteRow] = []
    for start in range(0, len(calls), 500):
        part = calls[start : start + 500]
        rows = connection.rows(
            "SELECT call_id, kind, section, question, text, cause, answered FROM call_note"
            f" WHERE deleted_op IS NULL AND call_id IN ({', '.join('?' * len(part))}) ORDER BY call_id, position, id",
            part,
        )
        found += [
            NoteRow(call, kind, section, question, text, cause, bool(answered))
            for call, kind, section, question, text, cause, answered in rows
        ]
    return found


def lost_by(connection: Connection, since: dt.date | None = None) -> list[tuple[bytes, str, str, str, str]]:
    """`(deal, reason, stage it was lost from, script of its last call, competitor)` of every deal lost since a day."""
    when, params = ("", ()) if since is None else (" AND d.lost_on >= ?", (since.isoformat(),))
    rows = connection.rows(
        "SELECT d.id, COALESCE(q.name, ''), COALESCE((SELECT s.name FROM stage_change g JOIN stage s ON s.id = g.from_stage_id"
        " WHERE g.deal_id = d.id AND g.deleted_op IS NULL ORDER BY g.changed_on DESC, g.id DESC LIMIT 1), ''),"
        " COALESCE((SELECT s.name FROM call_run r JOIN script s ON s.id = r.script_id WHERE r.deal_id = d.id"
        " AND r.deleted_op IS NULL AND r.ended_at IS NOT NULL AND NOT r.practice ORDER BY r.started_at DESC, r.id DESC"
        " LIMIT 1), ''), d.competitor, d.custom"
        f" FROM deal d LEFT JOIN lost_reason q ON q.id = d.lost_reason_id WHERE d.state = 'lost' AND d.deleted_op IS NULL{when}",
        params,
    )
    return [
        # Some workspaces had a field of their own for it before there was one.
        (key, reason, stage, script, competitor or str(json.loads(custom or "{}").get("competitor") or ""))
        for key, reason, stage, script, competitor, custom in rows
    ]


def _instant(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
