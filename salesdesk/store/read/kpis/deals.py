"""Deals closed in the period, and deals open on the day, added up."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from salesdesk.domain.kpis.tallies import Closed, Open, StageSum
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.store.connection import Connection, Row
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

Key = Any
_CLOSE_DAY = "CASE WHEN d.state = 'won' THEN d.won_on ELSE d.lost_on END"


def closed_condition(start: date, end: date) -> Where:
    """Deals closed in these days, and those whose day is not known."""
    return compose(
        "((d.state = 'won' AND ((d.won_on >= {start} AND d.won_on < {end}) OR d.won_on IS NULL))"
        " OR (d.state = 'lost' AND ((d.lost_on >= {start} AND d.lost_on < {end}) OR d.lost_on IS NULL)))",
        start=start,
        end=end,
    )


# Lost for a reason that disqualifies a lead (a duplicate, junk): no chance was lost.
DISQUALIFIED = (
    "CASE WHEN d.state = 'lost' AND d.lost_reason_id IN"
    " (SELECT q.id FROM lost_reason q WHERE q.applies_to = 'lead') THEN 1 ELSE 0 END"
)


def closed(
    connection: Connection, scope: Scope, start: date, end: date, *, since: str = "first_on"
) -> dict[Key, Closed] | None:
    """Deals closed in `[start, end)` by group, their days from the first of the cycle or `since` another of theirs; None when
    the dimension does not split deals."""
    relations = Relations(connection, scope.past)
    rows: list[Row] = []
    for state, day in (("won", "d.won_on"), ("lost", "d.lost_on")):
        by = split("deal", scope.dimension, day, relations)
        if by is None:
            return None
        # Each condition by itself finds its rows by an index.
        for dated in ("{day} >= {start} AND {day} < {end}", "{day} IS NULL"):
            query = compose(
                "SELECT {key} AS k, {state}, CASE WHEN {day} IS NULL THEN 1 ELSE 0 END, {disqualified}, d.currency, {days},"
                " count(*), count(d.value_minor), sum(d.value_minor), sum(CASE WHEN d.value_minor = 0 THEN 1 ELSE 0 END)"
                " FROM {deal} d{joins} WHERE d.state = {state} AND {dated} AND {where} GROUP BY 1, 2, 3, 4, 5, 6",
                key=by.key,
                state=sql(f"'{state}'"),
                day=sql(day),
                disqualified=sql(DISQUALIFIED if state == "lost" else "0"),
                days=sql(connection.dialect.days_between(f"d.{since}", day)),
                deal=relations.deal(cycle=since == "first_on", credit=scope.credited),
                joins=by.joins,
                dated=compose(dated, day=sql(day), start=start, end=end),
                where=scope.where("deal"),
            )
            rows += relations.rows(query)
    found = counted(rows, scope)
    add_sizes(connection, scope, relations, start, end, found)
    return found


def revenue(connection: Connection, scope: Scope, start: date, end: date) -> dict[Key, Closed] | None:
    """Only the won revenue of `closed`, which is all that growth compares with."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "d.won_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, d.currency, sum(d.value_minor) FROM {deal} d{joins} WHERE d.state = 'won'"
        " AND d.won_on >= {start} AND d.won_on < {end} AND {where} GROUP BY 1, 2",
        key=by.key,
        deal=relations.deal(credit=scope.credited),
        joins=by.joins,
        start=start,
        end=end,
        where=scope.where("deal"),
    )
    found: dict[Key, Closed] = defaultdict(Closed)
    for key, code, total in relations.rows(query):
        found[key].revenue[code or scope.currency] += total or 0
    return found


def revenue_year_before(connection: Connection, scope: Scope) -> dict[Key, Closed] | None:
    """Only the won revenue of the period a year before, by group; a month has that of the month a year before."""
    found = revenue(connection, scope, *scope.year_before) if scope.year_before else None
    if scope.dimension is None or not scope.dimension.of_time:
        return found
    return regrouped(found, lambda month: f"{int(month[:4]) + 1:04}{month[4:]}" if month else month)


def counted(rows: Iterable[Row], scope: Scope) -> dict[Key, Closed]:
    """Rows of group, state, undated, disqualified, currency, days, and of how many of them: all, those with a value, their
    sum, those worth 0."""
    found: dict[Key, Closed] = defaultdict(Closed)
    for key, state, undated, disqualified, code, span, count, valued, total, zeros in rows:
        currency = code or scope.currency
        zeros = zeros if currency == scope.currency else 0
        _count(found[key], state, bool(undated), bool(disqualified), currency, span, count, valued, total, zeros)
    return found


def _count(
    closed: Closed,
    state: str,
    undated: bool,
    disqualified: bool,
    currency: str,
    span: int | None,
    count: int,
    valued: int,
    total: int | None,
    zeros: int,
) -> None:
    if undated:
        closed.undated_won += count * (state == "won")
        closed.undated_lost += count * (state == "lost")
    elif disqualified:
        closed.disqualified += count
    elif state == "won":
        closed.won += count
        closed.without_value += count - valued
        closed.zero_value += zeros
        closed.revenue[currency] += total or 0
        closed.foreign[currency] += valued
        if span is None:
            closed.no_start += count
        elif span < 0:
            closed.negative += count
        else:
            closed.won_days[span] += count
    else:
        closed.lost += count
        closed.lost_value[currency] += total or 0
        if span is None:
            closed.lost_no_start += count
        elif span < 0:
            closed.lost_negative += count
        else:
            closed.lost_days[span] += count


def add_sizes(
    connection: Connection, scope: Scope, relations: Relations, start: date, end: date, found: dict[Key, Closed]
) -> None:
    """Add how many of the deals won in `[start, end)` had which value."""
    by = split("deal", scope.dimension, "d.won_on", relations)
    assert by is not None
    query = compose(
        "SELECT {key} AS k, d.value_minor, count(*) FROM {deal} d{joins} WHERE d.state = 'won' AND d.won_on >= {start}"
        " AND d.won_on < {end} AND d.value_minor <> 0 AND d.currency IN ('', {currency}) AND {where} GROUP BY 1, 2",
        key=by.key,
        deal=relations.deal(credit=scope.credited),
        joins=by.joins,
        start=start,
        end=end,
        currency=scope.currency,
        where=scope.where("deal"),
    )
    for key, value, count in relations.rows(query):
        found[key].sizes[value] += count


def revenue_by_month(connection: Connection, scope: Scope, start: date, end: date) -> dict[str, tuple[int, int]]:
    """Won revenue in the base currency by month (`2017-04`) of `[start, end)` and of how many deals, all groups together."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT {month}, sum(d.value_minor), count(*) FROM {deal} d WHERE d.state = 'won' AND d.won_on >= {start}"
        " AND d.won_on < {end} AND d.currency IN ('', {currency}) AND {where} GROUP BY 1",
        month=sql(connection.dialect.month("d.won_on")),
        deal=relations.deal(credit=scope.credited),
        start=start,
        end=end,
        currency=scope.currency,
        where=scope.where("deal"),
    )
    return {month: (int(total or 0), count) for month, total, count in relations.rows(query)}


def expected_class(scope: Scope) -> Where:
    """When an open deal should close: none, overdue, in (the period), other."""
    return compose(
        "CASE WHEN d.close_on IS NULL THEN 'none' WHEN d.close_on < {today} THEN 'overdue'"
        " WHEN d.close_on >= {start} AND d.close_on < {end} THEN 'in' ELSE 'other' END",
        today=scope.today,
        start=scope.start,
        end=scope.expected_end,
    )


def open_deals(connection: Connection, scope: Scope) -> dict[Key, Open] | None:
    """Open deals by group: by stage, and by when they should close."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "d.close_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, d.stage_id, d.currency, {expected},"
        " CASE WHEN d.value_minor IS NULL AND d.list_minor IS NOT NULL THEN d.list_currency END,"
        " count(*), count(d.value_minor), sum(d.value_minor),"
        " sum(d.value_minor * COALESCE(d.probability, g.probability, 0)),"
        " sum(CASE WHEN d.value_minor IS NULL THEN d.list_minor END),"
        " sum(CASE WHEN d.value_minor IS NULL AND d.list_minor IS NULL THEN 1 ELSE 0 END)"
        " FROM {deal} d LEFT JOIN stage g ON g.id = d.stage_id{joins} WHERE d.state = 'open' AND {where}"
        " GROUP BY 1, 2, 3, 4, 5",
        key=by.key,
        expected=expected_class(scope),
        deal=relations.deal(),
        joins=by.joins,
        where=scope.where("deal"),
    )
    return weighed(relations.rows(query), scope)


def weighed(rows: Iterable[Row], scope: Scope) -> dict[Key, Open]:
    """Rows of group, stage, currency, when they should close, currency of the list price, and of how many of them: all,
    those with a value, their sum and weight, the sum of the list prices, those without any price."""
    found: dict[Key, Open] = defaultdict(Open)
    for key, stage, currency, expected, listed, *sums in rows:
        _weigh(found[key], expected, currency or scope.currency, *sums[:4])
        _stage(found[key].stages.setdefault(stage, StageSum()), currency or scope.currency, listed, scope, sums)
    return found


def _stage(stage: StageSum, currency: str, listed: str | None, scope: Scope, sums: list[Any]) -> None:
    count, valued, total, _, list_total, without_price = sums
    stage.count += count
    stage.without_value += count - valued
    stage.without_price += without_price
    stage.amounts[currency] += total or 0
    stage.foreign[currency] += valued
    if list_total is None:
        return
    if listed is None:
        # Products priced in several currencies: no sum of them means anything.
        stage.without_price += count - valued - without_price
    else:
        stage.listed[listed or scope.currency] += list_total


def _weigh(
    found: Open, expected: str, currency: str, count: int, valued: int, total: int | None, weight: int | None
) -> None:
    if expected == "in":
        found.expected += count
        found.expected_without_value += count - valued
        found.expected_weight[currency] += weight or 0
        found.expected_value[currency] += total or 0
        found.expected_foreign[currency] += valued
    elif expected == "overdue":
        found.overdue += count
        found.overdue_weight[currency] += weight or 0
    elif expected == "none":
        found.no_day += count
        found.no_day_weight[currency] += weight or 0


def regrouped(found: dict[Key, Any] | None, key_of: Callable[[Key], Key]) -> dict[Key, Any] | None:
    """The tallies under other keys, those that fall together added: months to quarters."""
    if found is None:
        return None
    result: dict[Key, Any] = {}
    for key, tally in found.items():
        new = key_of(key)
        if new in result:
            result[new].add(tally)
        else:
            result[new] = tally
    return result
