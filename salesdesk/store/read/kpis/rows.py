"""The records behind a KPI: the same conditions as the sums, a row for each record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from salesdesk.domain.kpis.declared import Kpi
from salesdesk.domain.money import Money
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import activities, customers, deals, leads, subscriptions
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

Part = Literal["both", "numerator", "denominator", "before", "excluded"]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record behind a KPI. `part` says where it counts: in the numerator, the denominator, both, the period before
    (growth), or not at all (`excluded`, for `reason`). `value` is what it adds in money, `days` in days, `probability`
    what its value is weighed by, in percent; `kind` names its table.
    """

    part: Part
    kind: str
    id: bytes
    code: str
    name: str
    day: str | None = None
    state: str = ""
    owner: bytes | None = None
    value: Money | None = None
    days: int | None = None
    probability: int | None = None
    reason: str = ""


def rows(
    connection: Connection, kpi: Kpi, scope: Scope, before: tuple[date, date] | None = None
) -> Iterator[RecordRow]:
    """The records behind a KPI, newest first within each kind."""
    if "quotas" in kpi.needs:
        from salesdesk.store.read.kpis import quota_rows

        own = {"quota_attainment": quota_rows.attainment_rows, "pipeline_coverage": quota_rows.coverage_rows}
        yield from own[kpi.id](connection, scope, before)
        return
    yield from _SOURCES[kpi.id](connection, scope, before)


def closed_rows(
    connection: Connection,
    scope: Scope,
    start: date,
    end: date,
    classify: "Callable[[_Closed], tuple[Part, str] | None]",
    *,
    cycle: bool = True,
) -> Iterator[RecordRow]:
    """Deals closed in these days; `classify` gives the part and reason of each, None to leave it away. Without `cycle`
    their days are those since they were opened: what came before takes long on a past day."""
    relations = Relations(connection, scope.past)
    close = "CASE WHEN d.state = 'won' THEN d.won_on ELSE d.lost_on END"
    query = compose(
        "SELECT d.id, d.code, d.name, d.state, {close} AS day, {days}, d.value_minor, d.currency, {disqualified}, d.rep_id"
        " FROM {deal} d WHERE {closed} AND {where} ORDER BY day DESC, d.id DESC",
        close=sql(close),
        days=sql(connection.dialect.days_between("d.first_on" if cycle else "d.opened_on", close)),
        disqualified=sql(deals.DISQUALIFIED),
        deal=relations.deal(cycle=cycle),
        closed=deals.closed_condition(start, end),
        where=scope.where("deal"),
    )
    for key, code, name, state, day, days, minor, currency, disqualified, owner in relations.rows(query):
        value = None if minor is None else Money(minor, currency or scope.currency)
        deal = _Closed(state, day, days, value, bool(disqualified), scope.currency)
        found = classify(deal)
        if found:
            yield RecordRow(found[0], "deal", key, code, name, day, state, owner, value, days, reason=found[1])


@dataclass(frozen=True, slots=True)
class _Closed:
    state: str
    day: str | None
    days: int | None
    value: Money | None
    disqualified: bool
    currency: str


def revenue_part(deal: _Closed) -> tuple[Part, str] | None:
    """Where a closed deal counts in won revenue."""
    if deal.state != "won":
        return None
    if deal.day is None:
        return "excluded", "no close date"
    if deal.value is None:
        return "excluded", "without value"
    return ("numerator", "") if deal.value.currency == deal.currency else ("excluded", "unconverted")


def _rate_part(deal: _Closed) -> tuple[Part, str] | None:
    if deal.day is None:
        return "excluded", "no close date"
    if deal.disqualified:
        return "excluded", "disqualified"
    return ("both" if deal.state == "won" else "denominator"), ""


def _cycle_part(deal: _Closed) -> tuple[Part, str] | None:
    if deal.state != "won" or deal.day is None:
        return None
    if deal.days is None:
        return "excluded", "no start"
    return ("excluded", "negative") if deal.days < 0 else ("both", "")


def _average_part(deal: _Closed) -> tuple[Part, str] | None:
    found = revenue_part(deal)
    if found and found[0] == "numerator":
        return ("excluded", "zero value") if deal.value and deal.value.minor == 0 else ("both", "")
    return found


def _in_period(classify: Callable[[_Closed], tuple[Part, str] | None]) -> Callable[..., Iterator[RecordRow]]:
    def read(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
        return closed_rows(connection, scope, scope.start, scope.last, classify)

    return read


def _growth(connection: Connection, scope: Scope, before: tuple[date, date] | None) -> Iterator[RecordRow]:
    yield from closed_rows(connection, scope, scope.start, scope.last, revenue_part)
    if before:

        def earlier(deal: _Closed) -> tuple[Part, str] | None:
            found = revenue_part(deal)
            return ("before", "") if found and found[0] == "numerator" else None

        yield from closed_rows(connection, scope, *before, earlier)


def open_rows(connection: Connection, scope: Scope) -> Iterator[tuple[RecordRow, str]]:
    """Open deals, each with when it should close (`deals.expected_class`)."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.id, d.code, d.name, d.close_on, g.name, d.rep_id, d.value_minor, d.currency,"
        " COALESCE(d.probability, g.probability, 0), {expected} FROM {deal} d LEFT JOIN stage g ON g.id = d.stage_id"
        " WHERE d.state = 'open' AND {where} ORDER BY d.close_on DESC, d.id DESC",
        expected=deals.expected_class(scope),
        deal=relations.deal(),
        where=scope.where("deal"),
    )
    for key, code, name, day, stage, owner, minor, currency, probability, expected in relations.rows(query):
        value = None if minor is None else Money(minor, currency or scope.currency)
        part: Part = "numerator"
        reason = ""
        if value is None:
            part, reason = "excluded", "without value"
        elif value.currency != scope.currency:
            part, reason = "excluded", "unconverted"
        row = RecordRow(
            part, "deal", key, code, name, day, stage or "", owner, value, probability=probability, reason=reason
        )
        yield row, expected


def _open_pipeline(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    for row, _ in open_rows(connection, scope):
        yield row


def _forecast(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    reasons = {"overdue": "overdue", "none": "no expected day"}
    for row, expected in open_rows(connection, scope):
        if expected == "in":
            yield row
        elif expected in reasons:
            yield RecordRow(
                *("excluded", row.kind, row.id, row.code, row.name, row.day, row.state, row.owner, row.value),
                probability=row.probability,
                reason=reasons[expected],
            )
    yield from closed_rows(connection, scope, scope.start, scope.last, revenue_part)


def _leads(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT l.id, l.code, COALESCE(NULLIF(l.name, ''), l.company), l.arrived_on, l.meaning, l.owner_id, {existing},"
        " {converted} FROM {lead} l LEFT JOIN {outcome} z ON z.lead_id = l.id{known}"
        " WHERE l.arrived_on >= {start} AND l.arrived_on < {end} AND {where} ORDER BY l.arrived_on DESC, l.id DESC",
        existing=sql(leads.EXISTING),
        converted=sql(leads.CONVERTED),
        lead=relations.lead(),
        outcome=leads.outcome(relations),
        known=leads.known_before(relations),
        start=scope.start,
        end=scope.last,
        where=scope.where("lead"),
    )
    for key, code, name, day, meaning, owner, existing, converted in relations.rows(query):
        part: Part = "excluded" if existing else "both" if converted else "denominator"
        reason = "existing" if existing else ""
        yield RecordRow(part, "lead", key, code, name, day, meaning, owner, reason=reason)


def _activities(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT t.id, t.code, t.subject, t.done_on, kind.name, kind.meaning, t.owner_id FROM {activity} t"
        " LEFT JOIN activity_kind kind ON kind.id = t.kind_id"
        " WHERE t.done_on >= {start} AND t.done_on < {end} AND {where} ORDER BY t.done_on DESC, t.id DESC",
        activity=relations.activity(),
        start=scope.start,
        end=scope.last,
        where=scope.where("activity"),
    )
    for key, code, subject, day, kind, meaning, owner in relations.rows(query):
        part: Part = "excluded" if meaning == "note" else "numerator"
        reason = "notes" if meaning == "note" else ""
        yield RecordRow(part, "activity", key, code, subject, day, kind or "", owner, reason=reason)


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
        yield from _in_period(_average_part)(connection, scope, before)
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


def _cac(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    relations = Relations(connection, scope.past)
    costs = compose(
        "SELECT c.id, c.code, c.note, c.channel, c.month_on, c.category, c.amount_minor, c.currency FROM {cost} c"
        " WHERE c.month_on >= {start} AND c.month_on < {end} ORDER BY c.month_on DESC, c.id DESC",
        cost=relations.link("cost"),
        start=scope.start,
        end=scope.last,
    )
    for key, code, note, channel, day, category, minor, currency in relations.rows(costs):
        value = Money(minor, currency or scope.currency)
        foreign = value.currency != scope.currency
        yield RecordRow(
            "excluded" if foreign else "numerator",
            *("cost", key, code, note or channel or category, day, category),
            value=value,
            reason="unconverted" if foreign else "",
        )
    new = compose(
        "SELECT COALESCE(y.id, f.customer), COALESCE(y.code, d.code, ''), COALESCE(y.name, d.name, ''), f.won_on,"
        " CASE WHEN y.id IS NULL THEN 'deal' ELSE 'account' END, d.id FROM {first} f LEFT JOIN {deal} d ON d.id = f.deal_id"
        " LEFT JOIN account y ON y.id = f.customer WHERE f.won_on >= {start} AND f.won_on < {end}"
        " ORDER BY f.won_on DESC, f.customer DESC",
        first=customers.first_wins(relations),
        deal=relations.deal(),
        start=scope.start,
        end=scope.last,
    )
    for key, code, name, day, kind, deal in relations.rows(new):
        yield RecordRow("denominator", kind, key if kind == "account" else deal, code, name, day, "new customer")


def _subscriptions(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    if scope.start == date.min:
        return
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT v.customer, COALESCE(a.code, ''), COALESCE(a.name, ''), v.opened, v.ended, v.closing, v.mrr_opening"
        " FROM {customer} v LEFT JOIN {account} a ON a.id = v.customer WHERE v.opened > 0 AND {where} ORDER BY 3, 1",
        customer=subscriptions.per_customer(scope, relations),
        account=relations.account(),
        where=scope.where("account"),
    )
    for key, code, name, opened, ended, closing, minor in relations.rows(query):
        state = "churned" if closing == 0 else "returned" if ended == opened else "kept"
        part: Part = "both" if closing == 0 else "denominator"
        value = Money(int(minor or 0), scope.currency)
        yield RecordRow(part, "account", key, code, name, None, state, value=value)


_SOURCES: dict[str, Callable[[Connection, Scope, Any], Iterator[RecordRow]]] = {
    "won_revenue": _in_period(revenue_part),
    "win_rate": _in_period(_rate_part),
    "sales_cycle_days": _in_period(_cycle_part),
    "sales_growth": _growth,
    "average_deal": _in_period(_average_part),
    "average_order_value": _orders,
    "open_pipeline": _open_pipeline,
    "weighted_forecast": _forecast,
    "lead_conversion": _leads,
    "activities": _activities,
    "follow_up_discipline": _steps,
    "cac": _cac,
    **dict.fromkeys(("customer_churn", "revenue_churn", "grr", "nrr"), _subscriptions),
}
