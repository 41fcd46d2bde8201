"""Reviews, what was said and agreed in them, and what was forecast."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import with_days


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review; `closed_op` is the operation that closed it, None while it is open."""

    id: bytes
    code: str
    member_id: bytes | None
    member: str
    period_from: dt.date
    held_on: dt.date
    state: str
    notes: str
    agreed: str
    page: str
    made_op: bytes
    made_by: str
    closed_op: bytes | None
    said: int
    tasks: int

    @property
    def ref(self) -> str:
        """What commands call it."""
        return f"R-{self.code}"

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.state == "open"


_REVIEW = (
    "SELECT r.id, r.code, r.member_id, COALESCE(m.name, ''), r.period_from, r.held_on, r.state, r.notes, r.agreed,"
    " COALESCE(p.name, ''), r.created_op, COALESCE(w.name, ''), CASE WHEN r.state = 'closed' THEN (SELECT h.operation_id"
    " FROM history h WHERE h.table_name = 'review' AND h.record_id = r.id AND h.column_name = 'state'"
    " ORDER BY h.operation_id DESC LIMIT 1) END,"
    " (SELECT count(*) FROM review_item i WHERE i.review_id = r.id AND i.deleted_op IS NULL AND i.note <> ''),"
    " (SELECT count(*) FROM activity t WHERE t.review_id = r.id AND t.deleted_op IS NULL)"
    " FROM review r LEFT JOIN member m ON m.id = r.member_id LEFT JOIN playbook_page p ON p.id = r.page_id"
    " JOIN operation o ON o.id = r.created_op LEFT JOIN member w ON w.id = o.actor_id WHERE r.deleted_op IS NULL"
)


def review_rows(
    connection: Connection, where: str = "", params: Sequence[Any] = (), limit: int = 500
) -> list[ReviewRow]:
    """Reviews, the open ones first, then the latest; `where` begins with AND and speaks of `r`."""
    rows = connection.rows(
        f"{_REVIEW}{where} ORDER BY CASE WHEN r.state = 'open' THEN 0 ELSE 1 END, r.held_on DESC, r.id DESC"
        f" LIMIT {int(limit)}",
        params,
    )
    return [ReviewRow(*with_days(row, 4, 5)) for row in rows]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What was said of one record in a review; without a note and a task it was only looked at."""

    id: bytes
    kind: str
    record_id: bytes
    why: str
    note: str
    activity_id: bytes | None


def items(connection: Connection, review: bytes) -> list[ItemRow]:
    """The records that were looked at, in the order they came."""
    rows = connection.rows(
        "SELECT id, record_kind, record_id, why, note, activity_id FROM review_item WHERE review_id = ?"
        " AND deleted_op IS NULL ORDER BY id",
        (review,),
    )
    return [ItemRow(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task that a review ended with."""

    id: bytes
    code: str
    deal_id: bytes | None
    kind: str
    subject: str
    who: str
    due_on: dt.date | None
    done_on: dt.date | None


def tasks(connection: Connection, review: bytes) -> list[TaskRow]:
    """The tasks agreed in a review, in the order they came."""
    rows = connection.rows(
        "SELECT t.id, t.code, t.deal_id, COALESCE(k.name, ''), t.subject, COALESCE(m.name, ''), t.due_on, t.done_on"
        " FROM activity t LEFT JOIN activity_kind k ON k.id = t.kind_id LEFT JOIN member m ON m.id = t.owner_id"
        " WHERE t.review_id = ? AND t.deleted_op IS NULL ORDER BY t.id",
        (review,),
    )
    return [TaskRow(*with_days(row, 6, 7)) for row in rows]


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """What somebody said a period would bring."""

    id: bytes
    member: str
    starts_on: dt.date
    ends_on: dt.date
    commit_minor: int
    best_minor: int | None
    currency: str
    note: str
    at: dt.datetime
    by: str
    operation: bytes


def forecasts(connection: Connection, member: bytes | None, limit: int = 50) -> list[ForecastRow]:
    """What was submitted for a member (None: for everyone together), the newest first."""
    whose, params = ("f.member_id IS NULL", ()) if member is None else ("f.member_id = ?", (member,))
    rows = connection.rows(
        "SELECT f.id, COALESCE(m.name, ''), f.starts_on, f.ends_on, f.commit_minor, f.best_minor, f.currency, f.note, f.at,"
        " COALESCE(w.name, ''), f.created_op FROM forecast f LEFT JOIN member m ON m.id = f.member_id"
        " JOIN operation o ON o.id = f.created_op LEFT JOIN member w ON w.id = o.actor_id"
        f" WHERE f.deleted_op IS NULL AND {whose} ORDER BY f.created_op DESC, f.id DESC LIMIT {int(limit)}",
        params,
    )
    return [_forecast(*row) for row in rows]


def _forecast(key: bytes, member: str, first: str, last: str, *rest: Any) -> ForecastRow:
    commit, best, currency, note, at, by, operation = rest
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return ForecastRow(key, member, *days, commit, best, currency, note, dt.datetime.fromisoformat(at), by, operation)


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel in some days: how often it was tried, and how often it reached somebody; of what is written (mails,
    messages) how many replies came in."""

    kind: str
    place: str
    tried: int
    reached: int
    written: bool


def channels(connection: Connection, member: bytes | None, first: dt.date, last: dt.date) -> list[ChannelRow]:
    """What was done on each channel by a member, or by everyone; demos and meetings by where they were held."""
    whose, params = ("", ()) if member is None else (" AND t.owner_id = ?", (member,))
    written = "k.meaning IN ('mail', 'message')"
    rows = connection.rows(
        "SELECT k.name, CASE WHEN k.meaning IN ('demo', 'meeting', 'visit') THEN t.place ELSE '' END AS place,"
        " count(CASE WHEN t.direction <> 'in' THEN 1 END) AS tried,"
        f" count(CASE WHEN CASE WHEN {written} THEN t.direction = 'in' ELSE t.direction <> 'in' AND o.meaning = 'reached' END"
        f" THEN 1 END), CASE WHEN {written} THEN 1 ELSE 0 END"
        " FROM activity t JOIN activity_kind k ON k.id = t.kind_id LEFT JOIN outcome o ON o.id = t.outcome_id"
        " WHERE t.deleted_op IS NULL AND t.done_on >= ? AND t.done_on <= ? AND k.meaning NOT IN ('note', 'task')"
        f"{whose} GROUP BY k.name, k.meaning, 2 ORDER BY tried DESC, 1, 2",
        (first.isoformat(), last.isoformat(), *params),
    )
    return [
        ChannelRow(kind, place, tried, reached, bool(is_written)) for kind, place, tried, reached, is_written in rows
    ]
