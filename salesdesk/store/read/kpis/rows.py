"""The records behind a KPI: the same conditions as the sums, a row for each record."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from salesdesk.domain.kpis.kpi import TRAILING_DAYS, Kpi
from salesdesk.domain.money import Money
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import (
    activities,
    cost_rows,
    customers,
    forecast_rows,
    leads,
    quota_rows,
    response,
    subscription_rows,
)
from salesdesk.store.read.kpis import deal_rows as of_deals
from salesdesk.store.read.kpis import flow_rows as of_flow
from salesdesk.store.read.kpis.record_row import Part, RecordRow
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


def rows(
    connection: Connection,
    kpi: Kpi,
    scope: Scope,
    before: tuple[date, date] | None = None,
    *,
    churn_by: str = "customers",
) -> Iterator[RecordRow]:
    """The records behind a KPI, newest first within each kind; `churn_by` says what counts as a lost customer."""
    read = subscription_rows.LOST[churn_by] if kpi.id == "customer_churn" else _SOURCES[kpi.id]
    yield from read(connection, scope, before)


def _leads(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    for row, converted, _ in _arrived(connection, scope):
        yield row if row.part == "excluded" else replace(row, part="both" if converted else "denominator")


def _qualified(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    for row, _, qualified in _arrived(connection, scope):
        yield row if row.part == "excluded" else replace(row, part="both" if qualified else "denominator")


def _arrived(connection: Connection, scope: Scope) -> Iterator[tuple[RecordRow, int, int]]:
    """Leads of the period, each with whether it became a customer and whether it was qualified."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT l.id, l.code, COALESCE(NULLIF(l.name, ''), l.company), l.arrived_on, l.meaning, l.owner_id, {existing},"
        " {converted}, {qualified} FROM {lead} l LEFT JOIN {outcome} z ON z.lead_id = l.id{known}"
        " WHERE {arrived} AND {where} ORDER BY l.arrived_on DESC, l.id DESC",
        arrived=leads.arrived(scope),
        existing=sql(leads.EXISTING),
        converted=sql(leads.CONVERTED),
        qualified=sql(leads.QUALIFIED),
        lead=relations.lead(),
        outcome=leads.outcome(relations),
        known=leads.known_before(relations),
        where=scope.where("lead"),
    )
    for key, code, name, day, meaning, owner, existing, converted, qualified in relations.rows(query):
        part: Part = "excluded" if existing else "denominator"
        reason = "existing" if existing else ""
        yield RecordRow(part, "lead", key, code, name, day, meaning, owner, reason=reason), converted, qualified


def _activities(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    for row, *_ in _done(connection, scope):
        yield row


def _done(connection: Connection, scope: Scope) -> Iterator[tuple[RecordRow, str, str, int, int]]:
    """Done activities, each with the meaning of its kind and of its outcome, whether that books a meeting, whether it came
    in."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT t.id, t.code, t.subject, t.done_on, kind.name, kind.meaning, result.meaning, t.owner_id, {booked},"
        " {inbound}"
        " FROM {activity} t"
        " LEFT JOIN activity_kind kind ON kind.id = t.kind_id LEFT JOIN outcome result ON result.id = t.outcome_id"
        " WHERE t.done_on >= {start} AND t.done_on < {end} AND {where} ORDER BY t.done_on DESC, t.id DESC",
        booked=activities.booked(connection),
        inbound=activities.INBOUND,
        activity=relations.activity(),
        start=scope.start,
        end=scope.last,
        where=scope.where("activity"),
    )
    for key, code, subject, day, kind, meaning, outcome, owner, books, inbound in relations.rows(query):
        part: Part = "excluded" if meaning == "note" else "numerator"
        reason = "notes" if meaning == "note" else ""
        row = RecordRow(part, "activity", key, code, subject, day, kind or "", owner, reason=reason)
        yield row, meaning or "", outcome or "", books, inbound


def _steps(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    relations = Relations(connection, scope.past)
    for entity, owner in (("lead", "l.owner_id"), ("deal", "d.rep_id")):
        step = activities.next_day(entity, relations)
        query = compose(
            "SELECT {alias}.id, {alias}.code, {alias}.name, {day}, {standing}, {owner} FROM {table} {alias}{step}"
            " WHERE {open} AND {where} ORDER BY {day} DESC, {alias}.id DESC",
            alias=sql(entity[0]),
            day=step.key,
            standing=activities.step_class(step.key, scope),
            owner=sql(owner),
            table=relations.lead() if entity == "lead" else relations.deal(),
            step=step.joins,
            open=activities.open_condition(entity),
            where=scope.where(entity),
        )
        for key, code, name, day, standing, who in relations.rows(query):
            part: Part = "both" if standing == "planned" else "denominator"
            yield RecordRow(part, entity, key, code, name, day, standing, who)


def _orders(connection: Connection, scope: Scope, before: Any) -> Iterator[RecordRow]:
    if not customers.has_orders(connection, scope):
        yield from of_deals.in_period(of_deals.average_part)(connection, scope, before)
        return
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT o.id, o.code, COALESCE(y.name, n.name, ''), o.ordered_on, o.owner_id, o.amount_minor, o.currency"
        " FROM {order} o LEFT JOIN account y ON y.id = o.account_id LEFT JOIN deal n ON n.id = o.deal_id"
        " WHERE o.ordered_on >= {start} AND o.ordered_on < {end} AND {where} ORDER BY o.ordered_on DESC, o.id DESC",
        order=relations.order(),
        start=scope.start,
        end=scope.last,
        where=customers.order_filter(scope, relations),
    )
    for key, code, name, day, owner, minor, currency in relations.rows(query):
        value = Money(minor, currency or scope.currency)
        part: Part = "both" if minor >= 0 else "numerator"
        foreign = value.currency != scope.currency
        yield RecordRow(
            *("excluded" if foreign else part, "sales_order", key, code, name, day, "", owner, value),
            reason="unconverted" if foreign else "",
        )


def _response(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    for (key, code, name, owner, day), one in response.each(connection, scope):
        part: Part = "excluded" if one.reason else "both" if one.tried else "denominator"
        state = "" if one.reason else "tried" if one.tried else "waiting"
        minutes = None if one.reason else one.seconds / 60
        yield RecordRow(part, "lead", key, code, name, day, state, owner, minutes=minutes, reason=one.reason)


def _calls(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    return _attempts(connection, scope, lambda outcome, books: outcome == "reached")


def _meetings(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    return _attempts(connection, scope, lambda outcome, books: outcome == "reached" and bool(books))


def _attempts(connection: Connection, scope: Scope, counts: Callable[[str, int], bool]) -> Iterator[RecordRow]:
    for row, meaning, outcome, books, inbound in _done(connection, scope):
        if meaning == "call" and inbound:
            yield replace(row, part="excluded", reason="came in")
        elif meaning == "call":
            yield replace(row, part="both" if counts(outcome, books) else "denominator", reason="")


_SOURCES: dict[str, Callable[[Connection, Scope, Any], Iterator[RecordRow]]] = {
    "won_revenue": of_deals.in_period(of_deals.revenue_part),
    "win_rate": of_deals.in_period(of_deals.rate_part),
    "sales_cycle_days": of_deals.in_period(of_deals.cycle_part),
    "opening_to_win_days": of_deals.in_period(of_deals.cycle_part, cycle=False),
    "sales_growth": of_deals.growth,
    "sales_growth_year": of_deals.yearly_growth,
    "average_deal": of_deals.in_period(of_deals.average_part),
    "average_order_value": _orders,
    "open_pipeline": of_deals.open_pipeline,
    "weighted_forecast": of_deals.weighted_forecast,
    "quota_attainment": quota_rows.attainment_rows,
    "pipeline_coverage": quota_rows.coverage_rows,
    "forecast": of_flow.forecast,
    "forecast_accuracy": forecast_rows.accuracy,
    "stage_conversion": of_flow.entries,
    "stage_days": of_flow.stays,
    "slippage": of_flow.pushes,
    "pipeline_velocity": partial(of_flow.velocity, TRAILING_DAYS["trailing"]),
    "pipeline_velocity_180": partial(of_flow.velocity, TRAILING_DAYS["trailing_180"]),
    "speed_to_lead": _response,
    "contact_rate": _calls,
    "meeting_rate": _meetings,
    "cac_payback_months": cost_rows.payback,
    "lead_conversion": _leads,
    "lead_qualification": _qualified,
    "activities": _activities,
    "follow_up_discipline": _steps,
    **subscription_rows.RETENTION,
    "cac": cost_rows.acquisition,
    "cac_lagged": cost_rows.lagged,
}
