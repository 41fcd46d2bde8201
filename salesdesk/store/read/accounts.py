"""Accounts and contacts as lists show them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day, placeholders


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A company with what is open and what was won, in the workspace currency."""

    id: bytes
    code: str
    name: str
    sector: str
    city: str
    country: str
    phone: str
    owner: str
    employees: int | None
    open_deals: int
    open_minor: int
    won_minor: int
    touched_on: dt.date | None
    tags: str
    currency: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person at a company."""

    id: bytes
    code: str
    name: str
    title: str
    account: str
    phone: str
    email: str
    owner: str
    city: str
    touched_on: dt.date | None
    tags: str


def account_rows(connection: Connection, ids: Sequence[bytes], currency: str) -> list[AccountRow]:
    """The live accounts of these keys, in this order; sums of deals in `currency` only."""
    if not ids:
        return []
    deals = "(SELECT COALESCE(sum(d.value_minor), 0) FROM deal d WHERE d.account_id = a.id AND d.state = '{state}'"
    deals += " AND d.currency = ? AND d.deleted_op IS NULL)"
    sql = (
        "SELECT a.id, a.code, a.name, a.sector, a.city, a.country, a.phone, COALESCE(m.name, ''), a.employees,"
        " (SELECT count(*) FROM deal d WHERE d.account_id = a.id AND d.state = 'open' AND d.deleted_op IS NULL),"
        f" {deals.format(state='open')}, {deals.format(state='won')}, a.touched_on, a.tags"
        " FROM account a LEFT JOIN member m ON m.id = a.owner_id"
        f" WHERE a.id IN ({placeholders(ids)}) AND a.deleted_op IS NULL"
    )
    found = {
        row[0]: AccountRow(*(*row[:10], int(row[10]), int(row[11]), day(row[12]), row[13], currency))
        for row in connection.rows(sql, (currency, currency, *ids))
    }
    return [found[key] for key in ids if key in found]


def contact_rows(connection: Connection, ids: Sequence[bytes]) -> list[ContactRow]:
    """The live contacts of these keys, in this order."""
    if not ids:
        return []
    rows = connection.rows(
        "SELECT c.id, c.code, c.name, c.title, COALESCE(a.name, ''), COALESCE(NULLIF(c.phone, ''), c.mobile), c.email,"
        " COALESCE(m.name, ''), c.city, c.touched_on, c.tags FROM contact c LEFT JOIN account a ON a.id = c.account_id"
        " LEFT JOIN member m ON m.id = c.owner_id"
        f" WHERE c.id IN ({placeholders(ids)}) AND c.deleted_op IS NULL",
        ids,
    )
    found = {row[0]: ContactRow(*(*row[:9], day(row[9]), row[10])) for row in rows}
    return [found[key] for key in ids if key in found]
