"""Customers and their subscriptions from the start of a period to its end."""

from collections import defaultdict
from datetime import date

from salesdesk.domain.kpis.tallies import Recurring, Subscriptions
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


def has_subscriptions(connection: Connection, scope: Scope) -> bool:
    """Whether this workspace keeps subscriptions at all."""
    relations = Relations(connection, scope.past)
    query = compose("SELECT 1 FROM {subscription} u LIMIT 1", subscription=relations.link("subscription"))
    return relations.value(query) is not None


def runs(day: date) -> Where:
    """The condition that a subscription `u` is open when that day begins."""
    return compose("(u.started_on < {day} AND (u.ended_on IS NULL OR u.ended_on >= {day}))", day=day)


def in_base(scope: Scope) -> Where:
    """The condition that a subscription `u` is paid in the base currency."""
    return compose("u.currency IN ('', {currency})", currency=scope.currency)


# A customer who had a subscription once, none when the period started, and has one when it ends.
BACK = "v.opened = 0 AND v.former > 0 AND v.closing > 0"


def per_customer(scope: Scope, relations: Relations) -> Where:
    """One row for each customer: how many subscriptions it `opened` the period with, how many of them ended in it, how many
    it has when the period ends, how many had started and ended before (`former`), and its monthly revenue at both ends.

    Open on a day: started before it and not ended before it. Revenue in another currency than the base is not in the sums.
    """
    opening, closing = runs(scope.start), runs(scope.last)
    ended = compose("(u.ended_on < {end})", end=scope.last)
    base = in_base(scope)
    return compose(
        "(SELECT COALESCE(u.account_id, u.id) AS customer,"
        " sum(CASE WHEN {opening} THEN 1 ELSE 0 END) AS opened,"
        " sum(CASE WHEN {opening} AND {ended} THEN 1 ELSE 0 END) AS ended,"
        " sum(CASE WHEN {closing} THEN 1 ELSE 0 END) AS closing,"
        " sum(CASE WHEN u.ended_on < {start} THEN 1 ELSE 0 END) AS former,"
        " sum(CASE WHEN {opening} AND {base} THEN u.mrr_minor ELSE 0 END) AS mrr_opening,"
        " sum(CASE WHEN {closing} AND {base} THEN u.mrr_minor ELSE 0 END) AS mrr_closing,"
        " sum(CASE WHEN ({opening} OR {closing}) AND u.mrr_minor IS NOT NULL AND NOT ({base}) THEN 1 ELSE 0 END) AS elsewhere,"
        " sum(CASE WHEN ({opening} OR {closing}) AND u.mrr_minor IS NULL THEN 1 ELSE 0 END) AS without_revenue"
        " FROM {subscription} u GROUP BY 1)",
        start=scope.start,
        opening=opening,
        ended=ended,
        closing=closing,
        base=base,
        subscription=relations.link("subscription"),
    )


def subscriptions(connection: Connection, scope: Scope) -> dict[Any, Subscriptions] | None:
    """Customers with a subscription at the start, by group; None when the dimension does not split accounts."""
    relations = Relations(connection, scope.past)
    by = split("account", scope.dimension, "", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, v.opened > 0, count(*), sum(CASE WHEN v.closing = 0 THEN 1 ELSE 0 END),"
        " sum(CASE WHEN v.closing > 0 AND v.ended = v.opened THEN 1 ELSE 0 END), sum(v.opened), sum(v.ended),"
        " sum(v.mrr_opening), sum(CASE WHEN v.mrr_closing < v.mrr_opening THEN v.mrr_closing ELSE v.mrr_opening END),"
        " sum(v.mrr_closing), sum(v.elsewhere), sum(v.without_revenue), sum(CASE WHEN v.ended > 0 THEN 1 ELSE 0 END),"
        " sum(CASE WHEN v.closing = 0 THEN v.mrr_opening ELSE 0 END)"
        " FROM {customer} v LEFT JOIN {account} a ON a.id = v.customer{joins} WHERE (v.opened > 0 OR {back}) AND {where}"
        " GROUP BY 1, 2",
        key=by.key,
        customer=per_customer(scope, relations),
        account=relations.account(),
        joins=by.joins,
        back=sql(BACK),
        where=scope.where("account"),
    )
    found: dict[Any, Subscriptions] = defaultdict(Subscriptions)
    for key, there, *sums in relations.rows(query):
        numbers = [int(number or 0) for number in sums]
        tally = found[key]
        if not there:
            tally.back, tally.back_monthly = numbers[0], numbers[7]
            continue
        tally.customers, tally.churned, tally.returned, tally.subscriptions, tally.ended = numbers[:5]
        tally.opening, tally.kept, tally.closing, elsewhere, tally.without_revenue, tally.touched = numbers[5:11]
        tally.gone = numbers[11]
        tally.foreign["?"] += elsewhere
    return found


def new_subscribers(scope: Scope, relations: Relations) -> Where:
    """One row for each customer whose first subscription started in the period: `customer`, `first_on`, how many started
    that day, `monthly` revenue of those in the base currency, how many are `elsewhere` or `unpriced`."""
    base = compose("v.currency IN ('', {currency})", currency=scope.currency)
    return compose(
        "(SELECT v.customer, v.first_on, count(*) AS started,"
        " sum(CASE WHEN {base} THEN COALESCE(v.mrr_minor, 0) ELSE 0 END) AS monthly,"
        " sum(CASE WHEN v.mrr_minor IS NOT NULL AND NOT ({base}) THEN 1 ELSE 0 END) AS elsewhere,"
        " sum(CASE WHEN v.mrr_minor IS NULL THEN 1 ELSE 0 END) AS unpriced"
        " FROM (SELECT COALESCE(u.account_id, u.id) AS customer, u.started_on, u.mrr_minor, u.currency,"
        " min(u.started_on) OVER (PARTITION BY COALESCE(u.account_id, u.id)) AS first_on FROM {subscription} u) v"
        " WHERE v.started_on = v.first_on AND v.first_on >= {start} AND v.first_on < {end} GROUP BY 1, 2)",
        base=base,
        subscription=relations.link("subscription"),
        start=scope.start,
        end=scope.last,
    )


def recurring(connection: Connection, scope: Scope) -> dict[Any, Recurring] | None:
    """New subscribers by group; None when they cannot be told by the dimension or the filter."""
    relations = Relations(connection, scope.past)
    by = split("account", scope.dimension, "f.first_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, count(*), sum(f.monthly), sum(f.elsewhere), sum(f.unpriced) FROM {new} f"
        " LEFT JOIN {account} a ON a.id = f.customer{joins} WHERE {where} GROUP BY 1",
        key=by.key,
        new=new_subscribers(scope, relations),
        account=relations.account(),
        joins=by.joins,
        where=scope.where("account"),
    )
    return {
        key: Recurring(int(count), int(monthly or 0), int(elsewhere or 0), int(unpriced or 0))
        for key, count, monthly, elsewhere, unpriced in relations.rows(query)
    }
