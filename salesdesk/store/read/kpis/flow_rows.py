"""The deals behind what is about their way: stages, pushes, velocity, forecast by category."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from salesdesk.domain.kpis.flow import NOT_CREDIBLE
from salesdesk.domain.money import Money
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import flow, outlook
from salesdesk.store.read.kpis.deal_rows import ClosedDeal, closed_rows, open_rows, revenue_part
from salesdesk.store.read.kpis.record_row import Part, RecordRow
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


def entries(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """A row for each deal and stage it entered in the period; `state` names the stage."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.id, d.code, d.name, e.entered_on, g.name, d.rep_id, {passed}, {left} FROM {entry} e"
        " JOIN {deal} d ON d.id = e.deal_id JOIN stage g ON g.id = e.stage_id LEFT JOIN stage h ON h.id = d.stage_id"
        " WHERE {where} ORDER BY e.entered_on DESC, d.id DESC, e.place",
        passed=sql(flow.PASSED),
        left=sql(flow.LEFT),
        entry=flow.entries(relations, scope),
        deal=relations.deal(),
        where=scope.where("deal"),
    )
    for key, code, name, day, stage, owner, passed, left in relations.rows(query):
        part: Part = "both" if passed else "denominator" if left else "excluded"
        yield RecordRow(part, "deal", key, code, name, day, stage, owner, reason="" if left else "still there")


def stays(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """A row for each stay in a stage that ended in the period."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.id, d.code, d.name, v.went_on, g.name, d.rep_id, {days} FROM {visit} v JOIN {deal} d ON d.id = v.deal_id"
        " JOIN stage g ON g.id = v.stage_id WHERE {where} ORDER BY v.went_on DESC, d.id DESC",
        days=sql(connection.dialect.days_between("v.came_on", "v.went_on")),
        visit=flow.visits(relations, scope),
        deal=relations.deal(),
        where=scope.where("deal"),
    )
    for key, code, name, day, stage, owner, days in relations.rows(query):
        yield RecordRow("both", "deal", key, code, name, day, stage, owner, days=days)


def pushes(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Every open deal, those first that were pushed most; `state` says how often."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.id, d.code, d.name, d.close_on, d.rep_id, d.value_minor, d.currency, COALESCE(p.recent, 0),"
        " COALESCE(p.pushes, 0) FROM {deal} d LEFT JOIN {pushed} p ON p.deal_id = d.id"
        " WHERE d.state = 'open' AND {where} ORDER BY 9 DESC, d.close_on DESC, d.id DESC",
        deal=relations.deal(),
        pushed=flow.pushed(relations, scope),
        where=scope.where("deal"),
    )
    for key, code, name, day, owner, minor, currency, recent, ever in relations.rows(query):
        value = None if minor is None else Money(minor, currency or scope.currency)
        state = "" if not ever else f"pushed {ever}x" if ever < NOT_CREDIBLE else f"pushed {ever}x, not credible"
        yield RecordRow("both" if recent else "denominator", "deal", key, code, name, day, state, owner, value)


def velocity(days: int, connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Every open deal, and the deals closed in the so many days the rate, value and cycle are of."""
    for row, _ in open_rows(connection, scope):
        yield replace(row, part="numerator", reason="", probability=None)

    def trailing(deal: ClosedDeal) -> tuple[Part, str] | None:
        return None if deal.day is None else ("trailing", "disqualified" if deal.disqualified else "")

    yield from closed_rows(connection, scope, scope.tomorrow - timedelta(days=days), scope.tomorrow, trailing)


def forecast(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Open deals expected in the period, those of other categories left out by name, and the wins of the period."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.id, {category} FROM {deal} d LEFT JOIN stage g ON g.id = d.stage_id WHERE d.state = 'open' AND {where}",
        category=sql(outlook.CATEGORY),
        deal=relations.deal(),
        where=scope.where("deal"),
    )
    categories: dict[bytes, str] = dict(relations.rows(query))
    unplaced = {"overdue": "overdue", "none": "no expected day"}
    for row, expected in open_rows(connection, scope):
        row = replace(row, probability=None)
        category = categories[row.id]
        if expected in unplaced:
            yield replace(row, part="excluded", reason=unplaced[expected])
        elif expected == "in":
            yield row if category == "commit" else replace(row, part="excluded", reason=category)
    yield from closed_rows(connection, scope, scope.start, scope.last, revenue_part)
