"""Leads as lists, pages and records show them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day, instant, placeholders


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One line of the list."""

    id: bytes
    code: str
    name: str
    company: str
    title: str
    email: str
    phone: str
    status: str
    status_meaning: str
    status_position: int
    owner: str
    source: str
    score: int | None
    value_minor: int | None
    currency: str
    due_on: dt.date | None
    due_at: dt.datetime | None
    next_kind: str
    next_text: str
    touched_on: dt.date | None
    arrived_on: dt.date | None
    city: str
    country: str
    tags: str
    do_not_contact: bool


_SELECT = """SELECT l.id, l.code, l.name, l.company, l.title, l.email, COALESCE(NULLIF(l.phone, ''), l.mobile),
  COALESCE(s.name, ''), COALESCE(s.meaning, ''), COALESCE(s.position, 0), COALESCE(m.name, ''), COALESCE(o.name, ''),
  l.score, l.value_minor, l.currency, l.next_on, l.next_at, COALESCE(k.name, ''), COALESCE(l.next_text, ''),
  l.touched_on, l.arrived_on, l.city, l.country, l.tags, l.do_not_contact
FROM lead l LEFT JOIN lead_status s ON s.id = l.status_id LEFT JOIN member m ON m.id = l.owner_id
  LEFT JOIN source o ON o.id = l.source_id LEFT JOIN activity_kind k ON k.id = l.next_kind_id"""


def rows(connection: Connection, ids: Sequence[bytes]) -> list[LeadRow]:
    """The live leads of these keys, in this order."""
    if not ids:
        return []
    found = {
        row[0]: _row(row)
        for row in connection.rows(f"{_SELECT} WHERE l.id IN ({placeholders(ids)}) AND l.deleted_op IS NULL", ids)
    }
    return [found[key] for key in ids if key in found]


def _row(row: tuple[object, ...]) -> LeadRow:
    values = list(row)
    for index in (15, 19, 20):
        values[index] = day(values[index])  # type: ignore[arg-type]
    values[16] = instant(values[16])  # type: ignore[arg-type]
    return LeadRow(*values)  # type: ignore[arg-type]
