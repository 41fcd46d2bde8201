"""The costs and new customers behind what a customer costs."""

from collections.abc import Iterator

from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import customers, deals, lagging, subscriptions
from salesdesk.store.read.kpis.record_row import Part, RecordRow
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose


def acquisition(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Costs booked in the period are the numerator, its new customers the denominator."""
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
        yield _cost(scope, (key, code, note or channel or category, day), category, value)
    yield from _new_customers(relations, scope)


def lagged(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Costs of the days one median cycle earlier, each with its part; new customers of the period."""
    closed = deals.closed(connection, scope, scope.start, scope.last) or {}
    whole = lagging.earlier(scope, (scope.start, scope.end), *closed.values())
    for _, share in lagging.shares(connection, scope, {None: whole}):
        value = Money(share.minor, share.currency or scope.currency)
        state = share.category if share.days == share.of else f"{share.category}, {share.days} of {share.of} days"
        yield _cost(scope, (share.id, share.code, share.name, share.month_on.isoformat()), state, value)
    yield from _new_customers(Relations(connection, scope.past), scope)


def _cost(scope: Scope, record: tuple[bytes, str, str, str], state: str, value: Money) -> RecordRow:
    foreign = value.currency != scope.currency
    part: Part = "excluded" if foreign else "numerator"
    return RecordRow(part, "cost", *record, state, value=value, reason="unconverted" if foreign else "")


def _new_customers(relations: Relations, scope: Scope) -> Iterator[RecordRow]:
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


def payback(connection: Connection, scope: Scope, before: Any) -> Iterator[RecordRow]:
    """What customers cost, and the revenue of new subscribers that pays it back."""
    yield from acquisition(connection, scope, before)
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT f.customer, COALESCE(a.code, ''), COALESCE(a.name, ''), f.first_on, f.monthly, f.elsewhere, f.unpriced"
        " FROM {new} f LEFT JOIN {account} a ON a.id = f.customer WHERE {where} ORDER BY f.first_on DESC, f.customer DESC",
        new=subscriptions.new_subscribers(scope, relations),
        account=relations.account(),
        where=scope.where("account"),
    )
    for key, code, name, day, monthly, elsewhere, unpriced in relations.rows(query):
        value = Money(int(monthly or 0), scope.currency)
        yield RecordRow("subscriber", "account", key, code, name, day, "new subscriber", value=value)
        for reason, count in (("unconverted", elsewhere), ("without revenue", unpriced)):
            for _ in range(int(count or 0)):
                yield RecordRow("excluded", "account", key, code, name, day, "new subscriber", reason=reason)
