"""Open deals by forecast category, and what became of the deals opened in the period."""

from collections import defaultdict

from salesdesk.domain.forecast import BEST_FROM, COMMIT_FROM
from salesdesk.domain.kpis.tallies import Opened, Outlook, OutlookSum
from salesdesk.hints import Any
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.deals import DISQUALIFIED, expected_class
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

# What its rep said of a deal, else what the chance of its stage (`g`) says.
CATEGORY = (
    "CASE WHEN d.forecast <> '' THEN d.forecast"
    f" WHEN COALESCE(g.probability, 0) >= {COMMIT_FROM} THEN 'commit'"
    f" WHEN COALESCE(g.probability, 0) >= {BEST_FROM} THEN 'best' ELSE 'pipeline' END"
)


def outlook(connection: Connection, scope: Scope) -> dict[Any, Outlook] | None:
    """Open deals expected in the period by group and category; None when the dimension does not split deals."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "d.close_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, {category}, d.currency, {expected}, count(*), count(d.value_minor), sum(d.value_minor),"
        " sum(CASE WHEN d.forecast <> '' THEN 1 ELSE 0 END)"
        " FROM {deal} d LEFT JOIN stage g ON g.id = d.stage_id{joins} WHERE d.state = 'open' AND {where}"
        " GROUP BY 1, 2, 3, 4",
        key=by.key,
        category=sql(CATEGORY),
        expected=expected_class(scope),
        deal=relations.deal(credit=scope.credited),
        joins=by.joins,
        where=scope.where("deal"),
    )
    found: dict[Any, Outlook] = defaultdict(Outlook)
    for key, category, code, expected, count, valued, total, said in relations.rows(query):
        tally, currency = found[key], code or scope.currency
        tally.overdue += count * (expected == "overdue")
        tally.no_day += count * (expected == "none")
        if expected == "in":
            one = tally.categories.setdefault(category, OutlookSum())
            one.count += count
            one.said += said
            one.without_value += count - valued
            one.amounts[currency] += total or 0
            one.foreign[currency] += valued
    return found


def opened(connection: Connection, scope: Scope) -> dict[Any, Opened] | None:
    """Deals opened in the period by group and state; None when the dimension does not split deals."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "d.opened_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, d.state, {disqualified}, count(*) FROM {deal} d{joins}"
        " WHERE d.opened_on >= {start} AND d.opened_on < {end} AND {where} GROUP BY 1, 2, 3",
        key=by.key,
        disqualified=sql(DISQUALIFIED),
        deal=relations.deal(credit=scope.credited),
        joins=by.joins,
        start=scope.start,
        end=scope.last,
        where=scope.where("deal"),
    )
    found: dict[Any, Opened] = defaultdict(Opened)
    for key, state, disqualified, count in relations.rows(query):
        tally = found[key]
        tally.disqualified += count * (disqualified == 1)
        tally.won += count * (state == "won")
        tally.lost += count * (state == "lost" and not disqualified)
        tally.open += count * (state == "open")
    return found
