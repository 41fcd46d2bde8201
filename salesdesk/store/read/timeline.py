"""Everything that happened with a record, the newest first."""

import datetime as dt
from dataclasses import dataclass

from salesdesk.store.connection import Connection

_LINK = {"lead": "lead_id", "deal": "deal_id", "contact": "contact_id", "account": "account_id"}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; `what` is done, planned, stage, made or changed.

    `quote` holds the buyer's own words, `direction` is in or out for a touch; `promised`: the buyer asked for it.
    """

    on: dt.date
    at: dt.datetime | None
    what: str
    title: str
    text: str
    who: str
    quote: str = ""
    direction: str = ""
    promised: bool = False

    @property
    def label(self) -> str:
        """The title, and of a step whether it was promised."""
        return f"{self.title}, promised" if self.promised and self.what == "planned" else self.title

    @property
    def words(self) -> str:
        """What was said: the buyer's words in quotes, then ours; once, when the note holds them already."""
        quoted = f"“{self.quote}”" if self.quote and self.quote not in self.text else ""
        return " ".join(part for part in (quoted, self.text) if part)


def events(connection: Connection, kind: str, key: bytes, *, limit: int = 50) -> list[Event]:
    """The touches, stages and changes of a record, the newest first; a deal has those of its leads too."""
    found = _activities(connection, kind, key, limit)
    if kind == "deal":
        found += _stages(connection, key)
    found += _changes(connection, kind, key, limit)
    return sorted(found, key=lambda e: (e.on, e.at or dt.datetime.max.replace(tzinfo=dt.UTC)), reverse=True)[:limit]


def touches_by_week(connection: Connection, kind: str, key: bytes, today: dt.date, weeks: int = 12) -> list[int]:
    """How many touches in each of the last weeks, the oldest first."""
    start = today - dt.timedelta(days=7 * weeks - 1)
    rows = connection.rows(
        f"SELECT done_on FROM activity WHERE {_LINK[kind]} = ? AND done_on >= ? AND deleted_op IS NULL",
        (key, start.isoformat()),
    )
    counts = [0] * weeks
    for (text,) in rows:
        index = (dt.date.fromisoformat(text) - start).days // 7
        if 0 <= index < weeks:
            counts[index] += 1
    return counts


def _activities(connection: Connection, kind: str, key: bytes, limit: int) -> list[Event]:
    where = f"t.{_LINK[kind]} = ?"
    if kind == "deal":
        where = "(t.deal_id = ? OR t.lead_id IN (SELECT k.lead_id FROM deal_lead k WHERE k.deal_id = ? AND k.deleted_op IS NULL))"
    params = (key, key) if kind == "deal" else (key,)
    rows = connection.rows(
        "SELECT t.done_on, t.done_at, t.due_on, t.due_at, COALESCE(k.name, ''), COALESCE(o.name, ''), t.subject, t.note,"
        " t.duration_minutes, COALESCE(m.name, ''), t.quote, t.direction, t.promised, COALESCE(k.meaning, ''), t.place"
        " FROM activity t LEFT JOIN activity_kind k ON k.id = t.kind_id"
        " LEFT JOIN outcome o ON o.id = t.outcome_id LEFT JOIN member m ON m.id = t.owner_id"
        f" WHERE {where} AND t.deleted_op IS NULL ORDER BY COALESCE(t.done_on, t.due_on) DESC, t.id DESC LIMIT {limit}",
        params,
    )
    found = []
    for done_on, done_at, due_on, due_at, kind, outcome, subject, note, minutes, who, *more in rows:
        on, at = (done_on, done_at) if done_on else (due_on, due_at)
        if not on:
            continue
        quote, direction, promised, meaning, place = more
        title = " ".join(
            part for part in (_title(kind, meaning, outcome) if done_on else kind, _minutes(minutes)) if part
        )
        if done_on and direction == "in" and meaning == "call":
            title = f"{title}, they called"
        if done_on and place:
            title = f"{title}, {place}"
        found.append(
            Event(
                dt.date.fromisoformat(on),
                dt.datetime.fromisoformat(at) if at else None,
                "done" if done_on else "planned",
                title,
                # What was planned stands where nothing was said about what came of it.
                note or ("" if quote else subject),
                who,
                quote,
                direction if done_on else "",
                bool(promised),
            )
        )
    return found


def _minutes(minutes: int | None) -> str:
    return f"{minutes} min" if minutes else ""


def _title(kind: str, meaning: str, outcome: str) -> str:
    """`Voicemail`, `Mail sent`, `Demo held`, `Note`: a call is known by how it ended, the rest by what it was too."""
    if meaning in {"call", ""} and outcome:
        return outcome
    return kind if meaning in {"note", "task"} or not outcome else f"{kind} {outcome.lower()}"


def _stages(connection: Connection, key: bytes) -> list[Event]:
    rows = connection.rows(
        "SELECT c.changed_on, s.name, COALESCE(m.name, '') FROM stage_change c JOIN stage s ON s.id = c.to_stage_id"
        " LEFT JOIN member m ON m.id = c.owner_id WHERE c.deal_id = ? AND c.deleted_op IS NULL",
        (key,),
    )
    return [Event(dt.date.fromisoformat(on), None, "stage", name, "", who) for on, name, who in rows]


def _changes(connection: Connection, kind: str, key: bytes, limit: int) -> list[Event]:
    rows = connection.rows(
        "SELECT o.at, o.label, o.source, COALESCE(m.name, ''), 0 FROM operation o LEFT JOIN member m ON m.id = o.actor_id"
        " WHERE o.id IN (SELECT h.operation_id FROM history h WHERE h.table_name = ? AND h.record_id = ?)"
        " UNION ALL SELECT o.at, o.label, o.source, COALESCE(m.name, ''), 1"
        f" FROM {kind} r JOIN operation o ON o.id = r.created_op LEFT JOIN member m ON m.id = o.actor_id WHERE r.id = ?"
        f" ORDER BY 1 DESC LIMIT {limit}",
        (kind, key, key),
    )
    found = []
    for at, label, source, who, made in rows:
        instant = dt.datetime.fromisoformat(at)
        text = "Imported" if made and source == "import" else label
        found.append(Event(instant.date(), instant, "made" if made else "changed", text, "", who))
    return found
