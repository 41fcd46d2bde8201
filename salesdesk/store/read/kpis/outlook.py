"""Open deals by forecast category, and what became of the deals opened in the period."""

from collections import defaultdict
from collections.abc import Iterable

from salesdesk.domain.forecast import BEST_FROM, COMMIT_FROM
from salesdesk.domain.kpis.tallies import Opened, Outlook, OutlookSum
from salesdesk.hints import Any
from salesdesk.store.connection import Connection, Row
from salesdesk.store.read.kpis.deals import DISQUALIFIED, expected_class
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

# What the chance of its stage (`g`) says of a deal.
BY_STAGE = (
    f"CASE WHEN COALESCE(g.probability, 0) >= {COMMIT_FROM} THEN 'commit'"
    f" WHEN COALESCE(g.probability, 0) >= {BEST_FROM} THEN 'best' ELSE 'pipeline' END"
)
# What its rep said of it, else that.
CATEGORY = f"CASE WHEN d.forecast <> '' THEN d.forecast ELSE {BY_STAGE} END"


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
    return by_category(relations.rows(query), scope)


def by_category(rows: Iterable[Row], scope: Scope) -> dict[Any, Outlook]:
    """Rows of a group, a category, a currency, when they should close, how many, with a value, its sum, and how many of them
    their rep spoke of. A row of less than none takes away."""
    found: dict[Any, Outlook] = defaultdict(Outlook)
    for key, category, code, expected, count, valued, total, said in rows:
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
    for tally in found.values():
        tally.categories = {category: one for category, one in tally.categories.items() if one.count}
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
