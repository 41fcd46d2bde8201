"""Deals as the board, lists and pages show them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.language.fields import Where
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day, instant, placeholders


@dataclass(frozen=True, slots=True)
class DealRow:
    """One card or line."""

    id: bytes
    code: str
    name: str
    account: str
    contact: str
    phone: str
    email: str
    stage_id: bytes | None
    stage: str
    stage_position: int
    pipeline: str
    state: str
    owner: str
    value_minor: int | None
    list_minor: int | None
    currency: str
    probability: int | None
    opened_on: dt.date | None
    close_on: dt.date | None
    won_on: dt.date | None
    lost_on: dt.date | None
    first_on: dt.date | None
    stage_on: dt.date | None
    rotting_days: int | None
    due_on: dt.date | None
    due_at: dt.datetime | None
    next_kind: str
    next_text: str
    touched_on: dt.date | None
    lost_reason: str
    tags: str


@dataclass(frozen=True, slots=True)
class StageSum:
    """What a column of the board holds, per currency the main one first."""

    stage_id: bytes
    count: int
    value_minor: int
    weighted_minor: int
    unpriced: int
    list_minor: int
    other_currencies: int


_SELECT = """SELECT d.id, d.code, d.name, COALESCE(a.name, ''), COALESCE(c.name, ''),
  COALESCE(NULLIF(c.phone, ''), NULLIF(c.mobile, ''), a.phone, ''), COALESCE(c.email, ''),
  d.stage_id, COALESCE(s.name, ''), COALESCE(s.position, 0), COALESCE(p.name, ''), d.state, COALESCE(m.name, ''),
  d.value_minor, d.list_minor, d.currency, COALESCE(d.probability, s.probability),
  d.opened_on, d.close_on, d.won_on, d.lost_on, d.first_on, d.stage_on, s.rotting_days,
  d.next_on, d.next_at, COALESCE(k.name, ''), COALESCE(d.next_text, ''), d.touched_on, COALESCE(r.name, ''), d.tags
FROM deal d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN contact c ON c.id = d.contact_id
  LEFT JOIN stage s ON s.id = d.stage_id LEFT JOIN pipeline p ON p.id = d.pipeline_id
  LEFT JOIN member m ON m.id = d.owner_id LEFT JOIN activity_kind k ON k.id = d.next_kind_id
  LEFT JOIN lost_reason r ON r.id = d.lost_reason_id"""


def rows(connection: Connection, ids: Sequence[bytes]) -> list[DealRow]:
    """The live deals of these keys, in this order."""
    if not ids:
        return []
    sql = f"{_SELECT} WHERE d.id IN ({placeholders(ids)}) AND d.deleted_op IS NULL"
    found = {row[0]: _row(row) for row in connection.rows(sql, ids)}
    return [found[key] for key in ids if key in found]


def cards(
    connection: Connection, stage_id: bytes, where: Where, *, closed: bool, start: int, stop: int
) -> list[DealRow]:
    """Some cards of a column in board order: by place, in closed stages the latest first."""
    order = "COALESCE(d.won_on, d.lost_on) DESC, d.id DESC" if closed else "d.position, d.id"
    sql = (
        f"SELECT d.id FROM deal d WHERE d.stage_id = ? AND d.deleted_op IS NULL AND {where.sql}"
        f" ORDER BY {order} LIMIT {int(stop - start)} OFFSET {int(start)}"
    )
    return rows(connection, [key for (key,) in connection.rows(sql, (stage_id, *where.params))])


def card_keys(connection: Connection, stage_id: bytes, where: Where, *, closed: bool) -> list[bytes]:
    """All keys of a column in board order."""
    order = "COALESCE(d.won_on, d.lost_on) DESC, d.id DESC" if closed else "d.position, d.id"
    sql = f"SELECT d.id FROM deal d WHERE d.stage_id = ? AND d.deleted_op IS NULL AND {where.sql} ORDER BY {order}"
    return [key for (key,) in connection.rows(sql, (stage_id, *where.params))]


def sums(connection: Connection, pipeline_id: bytes, where: Where, currency: str) -> dict[bytes, StageSum]:
    """Count and sums of each stage of a pipeline, amounts in `currency` only, the rest counted."""
    sql = (
        "SELECT d.stage_id, count(*),"
        " COALESCE(sum(CASE WHEN d.currency = ? THEN d.value_minor END), 0),"
        " COALESCE(sum(CASE WHEN d.currency = ? THEN d.value_minor * COALESCE(d.probability, s.probability) END), 0),"
        " count(*) FILTER (WHERE d.value_minor IS NULL),"
        " COALESCE(sum(CASE WHEN d.value_minor IS NULL AND d.currency = ? THEN d.list_minor END), 0),"
        " count(*) FILTER (WHERE d.value_minor IS NOT NULL AND d.currency <> ?)"
        " FROM deal d JOIN stage s ON s.id = d.stage_id"
        f" WHERE d.deleted_op IS NULL AND s.pipeline_id = ? AND {where.sql} GROUP BY d.stage_id"
    )
    found = connection.rows(sql, (*[currency] * 4, pipeline_id, *where.params))
    return {
        row[0]: StageSum(row[0], row[1], int(row[2]), round(int(row[3]) / 100), row[4], int(row[5]), row[6])
        for row in found
    }


@dataclass(frozen=True, slots=True)
class LineRow:
    """A product on a deal."""

    id: bytes
    product: str
    quantity: int
    price_minor: int | None
    list_minor: int | None
    currency: str


def lines(connection: Connection, deal_id: bytes) -> list[LineRow]:
    """The products of a deal."""
    found = connection.rows(
        "SELECT i.id, p.name, i.quantity, i.price_minor, p.price_minor, COALESCE(NULLIF(i.currency, ''), p.currency)"
        " FROM deal_line i JOIN product p ON p.id = i.product_id WHERE i.deal_id = ? AND i.deleted_op IS NULL"
        " ORDER BY i.position, i.id",
        (deal_id,),
    )
    return [LineRow(*row) for row in found]


def _row(row: tuple[object, ...]) -> DealRow:
    values = list(row)
    for index in (17, 18, 19, 20, 21, 22, 24, 28):
        values[index] = day(values[index])  # type: ignore[arg-type]
    values[25] = instant(values[25])  # type: ignore[arg-type]
    return DealRow(*values)  # type: ignore[arg-type]
