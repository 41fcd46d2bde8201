"""Orders, new customers and what was spent on finding them."""

from collections import defaultdict
from datetime import date, timedelta

from salesdesk.domain.kpis.tallies import Buyers, Costs, Customers, Orders
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.i18n import tr
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Dimension, Scope, compose, sql


def has_orders(connection: Connection, scope: Scope) -> bool:
    """Whether this workspace keeps orders at all."""
    relations = Relations(connection, scope.past)
    return relations.value(compose("SELECT 1 FROM {order} o LIMIT 1", order=relations.order())) is not None


def order_filter(scope: Scope, relations: Relations) -> Where:
    """Orders whose deal fits the filter; without a filter, all of them."""
    if "deal" not in scope.filters:
        return sql("1=1")
    return compose(
        "o.deal_id IN (SELECT d.id FROM {deal} d WHERE {where})", deal=relations.deal(), where=scope.where("deal")
    )


def orders(connection: Connection, scope: Scope) -> dict[Any, Orders] | None:
    """Orders of the period by group; None when the dimension does not split them."""
    relations = Relations(connection, scope.past)
    by = split("order", scope.dimension, "o.ordered_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, o.currency, count(*), sum(CASE WHEN o.amount_minor < 0 THEN 1 ELSE 0 END), sum(o.amount_minor)"
        " FROM {order} o{joins} WHERE o.ordered_on >= {start} AND o.ordered_on < {end} AND {where} GROUP BY 1, 2",
        key=by.key,
        order=relations.order(),
        joins=by.joins,
        start=scope.start,
        end=scope.last,
        where=order_filter(scope, relations),
    )
    found: dict[Any, Orders] = defaultdict(Orders)
    for key, code, count, refunds, total in relations.rows(query):
        tally, currency = found[key], code or scope.currency
        if currency == scope.currency:
            tally.count += count - refunds
            tally.refunds += refunds
        tally.amounts[currency] += total or 0
        tally.foreign[currency] += count
    return found


def first_wins(relations: Relations) -> Where:
    """Each customer's first won deal, or first order without one: `customer`, `won_on`, `deal_id` (null for an order).

    The customer is the account; of a deal without one its contact, else its lead, else the deal itself.
    """
    return compose(
        "(SELECT f.customer, f.won_on, f.deal_id FROM (SELECT e.customer, e.won_on, e.deal_id, row_number() OVER"
        " (PARTITION BY e.customer ORDER BY e.won_on, e.deal_id IS NULL, e.deal_id) AS place FROM ("
        "SELECT COALESCE(w.account_id, w.contact_id, k.lead_id, w.id) AS customer, w.won_on, w.id AS deal_id"
        " FROM {deal} w LEFT JOIN {lead_of} k ON k.deal_id = w.id WHERE w.state = 'won' AND w.won_on IS NOT NULL"
        " UNION ALL SELECT o.account_id, o.ordered_on, NULL FROM {order} o"
        " WHERE o.account_id IS NOT NULL AND o.deal_id IS NULL) e) f WHERE f.place = 1)",
        deal=relations.deal(credit=False),
        lead_of=compose(
            "(SELECT j.deal_id, j.lead_id FROM (SELECT x.deal_id, x.lead_id, row_number() OVER"
            " (PARTITION BY x.deal_id ORDER BY x.id) AS place FROM {link} x) j WHERE j.place = 1)",
            link=relations.link("deal_lead"),
        ),
        order=relations.order(),
    )


# The lead a deal without company and person is of: its first.
_LEAD_OF = (
    "(SELECT x.lead_id FROM deal_lead x WHERE x.deal_id = {deal}.id AND x.deleted_op IS NULL ORDER BY x.id LIMIT 1)"
)
_WON_BEFORE = "e.state = 'won' AND e.won_on < {start} AND e.deleted_op IS NULL"
_CUSTOMER_BEFORE = (
    "CASE f.kind WHEN 'account' THEN EXISTS (SELECT 1 FROM deal e WHERE e.account_id = f.customer AND {won}) OR EXISTS"
    " (SELECT 1 FROM sales_order o WHERE o.account_id = f.customer AND o.deal_id IS NULL AND o.deleted_op IS NULL"
    " AND o.ordered_on < {start})"
    " WHEN 'contact' THEN EXISTS"
    " (SELECT 1 FROM deal e WHERE e.contact_id = f.customer AND e.account_id IS NULL AND {won})"
    " WHEN 'lead' THEN EXISTS (SELECT 1 FROM deal_lead j JOIN deal e ON e.id = j.deal_id WHERE j.lead_id = f.customer"
    " AND j.deleted_op IS NULL AND e.account_id IS NULL AND e.contact_id IS NULL AND {won} AND {lead_of} = f.customer)"
    " ELSE 1=0 END"
)


def _first_wins_of(relations: Relations, start: date, end: date) -> Where:
    """Of `first_wins` those in these days: `customer` and `won_on`."""
    won = compose(_WON_BEFORE, start=start)
    return compose(
        "(SELECT f.customer, f.won_on FROM (SELECT v.customer, v.kind, min(v.won_on) AS won_on FROM ("
        "SELECT COALESCE(w.account_id, w.contact_id, w.lead_id, w.id) AS customer, w.won_on, CASE"
        " WHEN w.account_id IS NOT NULL THEN 'account' WHEN w.contact_id IS NOT NULL THEN 'contact'"
        " WHEN w.lead_id IS NOT NULL THEN 'lead' ELSE 'deal' END AS kind"
        " FROM (SELECT b.id, b.account_id, b.contact_id, b.won_on,"
        " CASE WHEN b.account_id IS NULL AND b.contact_id IS NULL THEN {lead_of} END AS lead_id FROM deal b"
        " WHERE b.state = 'won' AND b.deleted_op IS NULL AND b.won_on >= {start} AND b.won_on < {end}) w"
        " UNION ALL SELECT o.account_id, o.ordered_on, 'account' FROM {order} o WHERE o.account_id IS NOT NULL"
        " AND o.deal_id IS NULL AND o.ordered_on >= {start} AND o.ordered_on < {end}) v GROUP BY 1, 2) f"
        " WHERE NOT ({before}))",
        lead_of=sql(_LEAD_OF.format(deal="b")),
        start=start,
        end=end,
        order=relations.order(),
        before=compose(_CUSTOMER_BEFORE, won=won, start=start, lead_of=sql(_LEAD_OF.format(deal="e"))),
    )


def unknown(scope: Scope) -> str:
    """Why the costs of what is asked cannot be told; '' when they can."""
    dimension = scope.dimension
    if any(entity in scope.filters for entity in ("deal", "lead")):
        return tr("cost is not booked by what the filter asks for")
    if dimension and not dimension.of_time and (dimension.custom or dimension.name not in {"source", "campaign"}):
        return tr("cost is not booked by this dimension")
    return ""


def customers(connection: Connection, scope: Scope) -> dict[Any, Customers]:
    """New customers and costs by group, where the costs can be told."""
    dimension = scope.dimension
    relations = Relations(connection, scope.past)
    by = split("deal", dimension, "f.won_on", relations)
    assert by is not None
    found: dict[Any, Customers] = defaultdict(Customers)
    # Where it does not matter by which deal somebody became a customer, those of the period are asked one by one.
    few = scope.past is None and (dimension is None or dimension.of_time)
    new = compose(
        "SELECT {key} AS k, count(*) FROM {first} f{deal}{joins}"
        " WHERE f.won_on >= {start} AND f.won_on < {end} GROUP BY 1",
        key=by.key,
        first=_first_wins_of(relations, scope.start, scope.last) if few else first_wins(relations),
        deal=sql("") if few else compose(" LEFT JOIN {deal} d ON d.id = f.deal_id", deal=relations.deal()),
        joins=by.joins,
        start=scope.start,
        end=scope.last,
    )
    for key, count in relations.rows(new):
        found[key].new += count
    _costs(connection, scope, relations, found)
    return found


def cost_key(connection: Connection, dimension: Dimension | None) -> Where:
    """What costs (`c`) are grouped by."""
    if dimension is None:
        return sql("NULL")
    if dimension.of_time:
        return sql(connection.dialect.month("c.month_on"))
    if dimension.name == "campaign":
        return sql("NULLIF(c.campaign, '')")
    # A channel is a source by its name.
    named = f"s.name_key = {connection.dialect.fold('c.channel')} AND s.deleted_op IS NULL"
    return sql(f"(SELECT s.id FROM source s WHERE {named} ORDER BY s.id LIMIT 1)")


def _costs(connection: Connection, scope: Scope, relations: Relations, found: dict[Any, Customers]) -> None:
    query = compose(
        "SELECT {key} AS k, c.category, c.currency, count(*), sum(c.amount_minor) FROM {cost} c"
        " WHERE c.month_on >= {start} AND c.month_on < {end} GROUP BY 1, 2, 3",
        key=cost_key(connection, scope.dimension),
        cost=relations.link("cost"),
        start=scope.start,
        end=scope.last,
    )
    for group, category, code, count, total in relations.rows(query):
        costs = found[group].costs.setdefault(category, Costs())
        costs.rows += count
        costs.amounts[code or scope.currency] += total or 0
        costs.foreign[code or scope.currency] += count


def lately(connection: Connection, scope: Scope, relations: Relations) -> Where:
    """One row for each account that bought in the `churn_days` before the period: `account_id`, the last day it bought
    before the period (`before_on`) and before its end (`last_on`). Orders tell, or wins where there are no orders."""
    span = timedelta(days=scope.churn_days)
    bought = compose("SELECT o.account_id, o.ordered_on AS on_day FROM {order} o", order=relations.order())
    if not has_orders(connection, scope):
        won = "SELECT d.account_id, d.won_on AS on_day FROM {deal} d WHERE d.state = 'won' AND d.won_on IS NOT NULL"
        bought = compose(won, deal=relations.deal())
    return compose(
        "(SELECT b.account_id, max(CASE WHEN b.on_day < {start} THEN b.on_day END) AS before_on, max(b.on_day) AS last_on,"
        " CASE WHEN max(b.on_day) < {gone} THEN 1 ELSE 0 END AS gone FROM ({bought}) b"
        " WHERE b.account_id IS NOT NULL AND b.on_day < {end} GROUP BY b.account_id"
        " HAVING max(CASE WHEN b.on_day < {start} THEN b.on_day END) >= {since})",
        bought=bought,
        start=scope.start,
        end=scope.last,
        gone=scope.last - span,
        since=scope.start - span,
    )


def buyers(connection: Connection, scope: Scope) -> dict[Any, Buyers] | None:
    """Customers who had bought lately when the period started, by group; None when accounts are not split so."""
    relations = Relations(connection, scope.past)
    by = split("account", scope.dimension, "", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, count(*), sum(v.gone) FROM {lately} v LEFT JOIN {account} a ON a.id = v.account_id{joins}"
        " WHERE {where} GROUP BY 1",
        key=by.key,
        lately=lately(connection, scope, relations),
        account=relations.account(),
        joins=by.joins,
        where=scope.where("account"),
    )
    return {key: Buyers(int(there), int(gone or 0)) for key, there, gone in relations.rows(query)}
