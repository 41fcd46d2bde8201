"""What was spent one sales cycle before a period, on those who became customers in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.tallies import Closed, Costs, Lagged
from salesdesk.domain.kpis.value import divided
from salesdesk.hints import Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection, Row
from salesdesk.store.read.kpis import customers
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

Days = tuple[date, date]


class CostShare(Plain):
    """The part of a cost (`minor`) that some days of its month have: `days` of `of`. `key` is its group."""

    key: Any
    id: bytes
    code: str
    name: str
    month_on: date
    category: str
    currency: str
    minor: int
    days: int
    of: int


def by_span(
    connection: Connection, scope: Scope, closed: Mapping[Any, Closed], spans: Mapping[Any, Days]
) -> dict[Any, Lagged]:
    """The cost of each span of time one median cycle earlier, the cycle of the deals closed in it."""
    found = {key: earlier(scope, days, closed.get(key) or Closed()) for key, days in spans.items()}
    for key, share in shares(connection, scope, found):
        _add(found[key], share)
    return found


def lagged(
    connection: Connection, scope: Scope, closed: Mapping[Any, Closed], keys: Iterable[Any]
) -> dict[Any, Lagged]:
    """The cost of the period one median cycle earlier by group, of these and those that have a cost: parts of one period,
    they have the cycle of all its deals."""
    whole = earlier(scope, (scope.start, scope.end), *closed.values())
    found = {key: Lagged(whole.lag, whole.start, whole.end) for key in keys}
    for _, share in shares(connection, scope, {None: whole}):
        _add(found.setdefault(share.key, Lagged(whole.lag, whole.start, whole.end)), share)
    return found


def earlier(scope: Scope, days: Days, *closed: Closed) -> Lagged:
    """The days one median cycle before those of a period that are over; without a cycle, none."""
    cycles: Counter[int] = Counter()
    for part in closed:
        cycles.update(part.won_days)
    median = spread.median(cycles)
    if median is None:
        return Lagged()
    lag, (start, end) = int(median), days
    return Lagged(lag, _back(start, lag), _back(max(start, min(end, scope.last, scope.tomorrow)), lag))


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, 1))


def shares(connection: Connection, scope: Scope, found: Mapping[Any, Lagged]) -> Iterator[tuple[Any, CostShare]]:
    """The costs of these spans, each with its part, newest month first."""
    asked = [(one.start, one.end) for one in found.values() if one.start is not None and one.end is not None]
    if not asked:
        return
    for row in _costs(connection, scope, min(start for start, _ in asked), max(end for _, end in asked)):
        for key, one in found.items():
            share = share_of(row, one)
            if share is not None:
                yield key, share


def _costs(connection: Connection, scope: Scope, start: date, end: date) -> list[Row]:
    relations = Relations(connection, scope.past)
    apart = scope.dimension is not None and not scope.dimension.of_time
    query = compose(
        "SELECT {key}, c.id, c.code, COALESCE(NULLIF(c.note, ''), NULLIF(c.channel, ''), c.category), c.month_on, c.category,"
        " c.currency, c.amount_minor FROM {cost} c WHERE c.month_on >= {start} AND c.month_on < {end}"
        " ORDER BY c.month_on DESC, c.id DESC",
        key=customers.cost_key(connection, scope.dimension) if apart else sql("NULL"),
        cost=relations.link("cost"),
        start=start.replace(day=1),
        end=end,
    )
    return relations.rows(query)


def share_of(row: Row, span: Lagged) -> CostShare | None:
    """The part of a cost that lies in the days of a span; None when none of it does."""
    key, record, code, name, day, category, currency, minor = row
    month = date.fromisoformat(day).replace(day=1)
    of = ((month + timedelta(days=31)).replace(day=1) - month).days
    if span.start is None or span.end is None:
        return None
    first = month.toordinal()
    days = min(span.end.toordinal(), first + of) - max(span.start.toordinal(), first)
    if days <= 0:
        return None
    return CostShare(key, record, code, name, month, category, currency, divided(minor * days, of), days, of)


def _add(found: Lagged, share: CostShare) -> None:
    costs = found.costs.setdefault(share.category, Costs())
    costs.rows += 1
    costs.amounts[share.currency] += share.minor
    costs.foreign[share.currency] += 1
