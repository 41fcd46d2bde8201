"""The records behind the KPIs of quotas: the quotas as they are prorated, what was won, what is coming."""

from collections.abc import Iterable, Iterator
from typing import Any

from salesdesk.domain.money import Money
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import quotas
from salesdesk.store.read.kpis.deal_rows import closed_rows, open_rows, revenue_part
from salesdesk.store.read.kpis.record_row import RecordRow
from salesdesk.store.read.kpis.scope import Scope


def attainment_rows(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Won deals are the numerator, the quotas the denominator."""
    yield from _with_quota(connection, scope, closed_rows(connection, scope, scope.start, scope.last, revenue_part))
    yield from _quotas(connection, scope)


def coverage_rows(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Open deals expected in the period are the numerator; quotas, less what was won, the denominator."""
    reasons = {"overdue": "overdue", "none": "no expected day"}
    coming = list(open_rows(connection, scope))
    yield from _with_quota(connection, scope, (row for row, expected in coming if expected == "in"))
    for row, expected in coming:
        if expected in reasons:
            yield replace(row, part="excluded", reason=reasons[expected])
    yield from _quotas(connection, scope)
    won = closed_rows(connection, scope, scope.start, scope.last, revenue_part)
    for row in _with_quota(connection, scope, won):
        if row.part == "numerator" and row.value is not None:
            yield replace(row, part="denominator", value=Money(-row.value.minor, row.value.currency))
        else:
            yield row


def _with_quota(connection: Connection, scope: Scope, rows: Iterable[RecordRow]) -> Iterator[RecordRow]:
    """Where the quotas of members are added up, deals of the others count nowhere."""
    members = quotas.of_members(connection, scope)
    for row in rows:
        other = bool(members) and row.part == "numerator" and row.owner not in members
        yield replace(row, part="excluded", reason="owner without a quota") if other else row


def _quotas(connection: Connection, scope: Scope) -> Iterator[RecordRow]:
    for quota in quotas.counted(connection, scope):
        value = Money(quota.part, quota.currency)
        foreign = value.currency != scope.currency
        yield RecordRow(
            "excluded" if foreign else "denominator",
            *("goal", quota.id, quota.code, quota.whose, quota.starts_on.isoformat(), "quota", quota.member, value),
            reason="unconverted" if foreign else "",
        )
