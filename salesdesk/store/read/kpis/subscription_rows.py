"""The customers and subscriptions behind churn and retention."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from salesdesk.domain.money import Money
from salesdesk.plain import Plain, replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import customers, subscriptions
from salesdesk.store.read.kpis.record_row import Part, RecordRow
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


def _lost_subscriptions(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Each subscription that was open when the period started."""
    if scope.start == date.min:
        return
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT u.id, u.code, COALESCE(a.name, u.plan), u.ended_on, u.mrr_minor, u.currency FROM {subscription} u"
        " LEFT JOIN {account} a ON a.id = u.account_id WHERE u.started_on < {start}"
        " AND (u.ended_on IS NULL OR u.ended_on >= {start}) AND {where} ORDER BY 3, 1",
        subscription=relations.link("subscription"),
        account=relations.account(),
        start=scope.start,
        where=scope.where("account"),
    )
    for key, code, name, day, minor, currency in relations.rows(query):
        ended = day is not None and str(day) < scope.last.isoformat()
        value = None if minor is None else Money(minor, currency or scope.currency)
        state = "ended" if ended else "kept"
        yield RecordRow("both" if ended else "denominator", "subscription", key, code, name, day, state, value=value)


def _any_ended(connection: Connection, scope: Scope, before: Any) -> Iterator[RecordRow]:
    for row, ended in _customers(connection, scope):
        yield replace(row, part="both" if ended else "denominator", state="ended one" if ended else "kept")


def _gone(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    if scope.start == date.min:
        return
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT v.account_id, COALESCE(a.code, ''), COALESCE(a.name, ''), v.last_on, v.gone FROM {lately} v"
        " LEFT JOIN {account} a ON a.id = v.account_id WHERE {where} ORDER BY v.last_on DESC, v.account_id DESC",
        lately=customers.lately(connection, scope, relations),
        account=relations.account(),
        where=scope.where("account"),
    )
    for key, code, name, day, gone in relations.rows(query):
        part: Part = "both" if gone else "denominator"
        yield RecordRow(part, "account", key, code, name, day, "gone" if gone else "bought lately")


def _subscriptions(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    for row, _ in _customers(connection, scope):
        yield row


def _customers(connection: Connection, scope: Scope) -> Iterator[tuple[RecordRow, int]]:
    """Customers with a subscription at the start, and how many of theirs ended."""
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
        yield RecordRow(part, "account", key, code, name, None, state, value=value), int(ended)


class _Course(Plain):
    """The monthly revenue of a customer at the start and at the end; `closing` counts its subscriptions then."""

    before: int
    after: int
    closing: int

    @property
    def state(self) -> str:
        """What happened to it."""
        if not self.closing:
            return "churned"
        return "reduced" if self.after < self.before else "expanded" if self.after > self.before else "kept"


def _lost(course: _Course) -> int:
    return max(course.before - course.after, 0)


def _kept(course: _Course) -> int:
    return min(course.before, course.after)


def _net(course: _Course) -> int:
    return course.after


def _retention(counts: Callable[[_Course], int]) -> Callable[[Connection, Scope, Any], Iterator[RecordRow]]:
    """The reader of customers whose revenue at the start is the denominator, and what `counts` of it the numerator."""

    def read(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
        if scope.start == date.min:
            return
        relations = Relations(connection, scope.past)
        query = compose(
            "SELECT v.customer, COALESCE(a.code, ''), COALESCE(a.name, ''), v.opened, v.mrr_opening, v.mrr_closing, v.closing"
            " FROM {customer} v LEFT JOIN {account} a ON a.id = v.customer WHERE (v.opened > 0 OR {back}) AND {where}"
            " ORDER BY 3, 1",
            customer=subscriptions.per_customer(scope, relations),
            account=relations.account(),
            back=sql(subscriptions.BACK),
            where=scope.where("account"),
        )
        for key, code, name, opened, *sums in relations.rows(query):
            course = _Course(*(int(number or 0) for number in sums))
            if not opened:
                if counts is _net:
                    value = Money(course.after, scope.currency)
                    yield RecordRow("excluded", "account", key, code, name, value=value, reason="reactivated")
                continue
            start, counted = Money(course.before, scope.currency), Money(counts(course), scope.currency)
            yield RecordRow("denominator", "account", key, code, name, state="at the start", value=start)
            if counted.minor:
                yield RecordRow("numerator", "account", key, code, name, state=course.state, value=counted)
        yield from _without_money(scope, relations)

    return read


def _without_money(scope: Scope, relations: Relations) -> Iterator[RecordRow]:
    """Subscriptions of those customers, running at the start or at the end, whose money is in no sum."""
    query = compose(
        "SELECT u.id, u.code, COALESCE(a.name, u.plan), u.ended_on, u.mrr_minor, u.currency FROM {subscription} u"
        " JOIN {customer} v ON v.customer = COALESCE(u.account_id, u.id) LEFT JOIN {account} a ON a.id = v.customer"
        " WHERE v.opened > 0 AND ({opening} OR {closing}) AND (u.mrr_minor IS NULL OR NOT ({base})) AND {where} ORDER BY 3, 1",
        subscription=relations.link("subscription"),
        customer=subscriptions.per_customer(scope, relations),
        account=relations.account(),
        opening=subscriptions.runs(scope.start),
        closing=subscriptions.runs(scope.last),
        base=subscriptions.in_base(scope),
        where=scope.where("account"),
    )
    for key, code, name, day, minor, currency in relations.rows(query):
        value = None if minor is None else Money(minor, currency)
        reason = "without revenue" if value is None else "unconverted"
        yield RecordRow("excluded", "subscription", key, code, name, day, value=value, reason=reason)


LOST: dict[str, Callable[[Connection, Scope, Any], Iterator[RecordRow]]] = {
    "customers": _subscriptions,
    "subscriptions": _lost_subscriptions,
    "any": _any_ended,
    "orders": _gone,
}
RETENTION: dict[str, Callable[[Connection, Scope, Any], Iterator[RecordRow]]] = {
    "revenue_churn": _retention(_lost),
    "grr": _retention(_kept),
    "nrr": _retention(_net),
}
