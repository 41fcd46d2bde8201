"""All tallies a set of KPIs needs, by group, in few queries."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from functools import partial

from salesdesk.domain.dates import shift
from salesdesk.domain.kpis import tallies as kinds
from salesdesk.domain.kpis.kpi import TRAILING_DAYS
from salesdesk.domain.kpis.tallies import Tallies
from salesdesk.hints import Any
from salesdesk.i18n import tr
from salesdesk.plain import Plain, field, replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import (
    activities,
    customers,
    deals,
    flow,
    leads,
    outlook,
    quotas,
    response,
    subscriptions,
    summed,
)
from salesdesk.store.read.kpis.dimensions import quarter_of
from salesdesk.store.read.kpis.scope import Scope

# Which entity's filter each tally is under.
_ENTITY = {
    **dict.fromkeys(
        (
            "closed",
            "year_before",
            "since_opening",
            "opened",
            *TRAILING_DAYS,
            "open",
            "outlook",
            "flow",
            "stays",
            "ages",
            "pushes",
            "orders",
        ),
        "deal",
    ),
    **dict.fromkeys(("leads", "response"), "lead"),
    "activities": "activity",
    **dict.fromkeys(("subscriptions", "recurring", "buyers"), "account"),
    "quotas": "quota",
    "forecasts": "quota",
}
# Those that look at customers from the start of a period to its end, or at one day.
_SPANS, _OF_A_DAY = {"subscriptions", "buyers"}, {*TRAILING_DAYS, "pushes"}
MOST_BUCKETS = 120


class Found(Plain):
    """The tallies by group key (one group with the key None without a dimension), and why some are not there."""

    groups: dict[Any, Tallies]
    whys: dict[str, str] = field(default_factory=dict)


class Buckets(Plain):
    """The spans of a time dimension: their days by name; none for all time, whose buckets are those with records."""

    spans: Mapping[str, tuple[date, date]]
    fiscal_start: int

    def key(self, quarters: bool) -> Callable[[Any], Any]:
        """What a month's group becomes."""
        return lambda month: quarter_of(month, self.fiscal_start) if quarters and month else month

    def days(self, key: str) -> tuple[date, date]:
        """The days of a bucket, as far as they were asked about."""
        if key in self.spans:
            return self.spans[key]
        if "Q" not in key:
            first = date.fromisoformat(f"{key}-01")
            return first, shift(first, 1, "m") or date.max
        first = date(int(key[:4]), self.fiscal_start, 1)
        start = shift(first, 3 * (int(key[-1]) - 1), "m") or first
        return start, shift(start, 3, "m") or date.max


def tally(
    connection: Connection,
    scope: Scope,
    needs: Collection[str],
    *,
    before: tuple[date, date] | None = None,
    buckets: Buckets | None = None,
) -> Found:
    """Add up what the needs ask for. `before` are the days growth compares with; `buckets` go with a time dimension."""
    dimension = scope.dimension
    found: dict[str, Any] = {}
    whys: dict[str, str] = {}
    for need in needs:
        why = _unknown(connection, scope, need)
        if why:
            whys[need] = why
        elif need in _SPANS:
            found[need] = _from_start_to_end(connection, scope, buckets, need, whys)
        else:
            found[need] = _read(connection, scope, need)
    found["before"] = _revenue(connection, scope, before) if before and found.get("closed") is not None else None
    if dimension and dimension.of_time and buckets:
        found = {need: _in_buckets(need, part, dimension.name, buckets) for need, part in found.items()}
    if "lagged" in found:
        found["lagged"] = _lagged(connection, scope, buckets, found.get("closed"), found.get("customers"))
    if dimension and dimension.of_time and "open" in found:
        whys["snapshot"] = tr("it is of one day, not of a span of time")
    return Found(_grouped(found, split=dimension is not None), whys)


def _unknown(connection: Connection, scope: Scope, need: str) -> str:
    """Why a tally cannot be read; '' when it can."""
    reason = scope.filters.get(_ENTITY.get(need, ""))
    if isinstance(reason, str):
        return reason
    if need == "customers":
        return customers.unknown(scope)
    if need in {"subscriptions", "recurring"} and not subscriptions.has_subscriptions(connection, scope):
        return tr("there are no subscriptions")
    if need in _OF_A_DAY and scope.dimension and scope.dimension.of_time:
        return tr("it is of one day, not of a span of time")
    if need == "year_before" and scope.start == date.min and not (scope.dimension and scope.dimension.of_time):
        return tr("all time has no year before it")
    if need == "orders" and not customers.has_orders(connection, scope):
        return tr("there are no orders")
    return ""


def _read(connection: Connection, scope: Scope, need: str) -> dict[Any, Any] | None:
    read = READS[need]
    if scope.past:
        from salesdesk.store.read.kpis import corrected

        if corrected.applies(connection, scope, need):
            return corrected.tallies(connection, scope, need, read, summed.reader(need, replace(scope, past=None)))
    return (summed.reader(need, scope) or read)(connection, scope)


def _revenue(connection: Connection, scope: Scope, span: tuple[date, date]) -> dict[Any, Any] | None:
    def read(connection: Connection, scope: Scope) -> dict[Any, Any] | None:
        return deals.revenue(connection, scope, *span)

    if scope.past:
        from salesdesk.store.read.kpis import corrected

        if corrected.applies(connection, scope, "closed"):
            return corrected.tallies(connection, scope, "closed", read)
    return read(connection, scope)


def revenue_by_month(connection: Connection, scope: Scope) -> dict[str, int]:
    """Won revenue in the base currency by month (`2017-04`) of the period, all groups together."""

    def read(connection: Connection, scope: Scope) -> dict[str, tuple[int, int]]:
        return deals.revenue_by_month(connection, scope, scope.start, scope.last)

    whole, found = replace(scope, dimension=None), None
    if scope.past:
        from salesdesk.store.read.kpis import corrected

        if corrected.applies(connection, whole, "closed"):
            found = corrected.sums(connection, whole, "closed", read)
    found = read(connection, whole) if found is None else found
    return {month: total for month, (total, _) in found.items()}


def _in_buckets(need: str, part: Any, name: str, buckets: Buckets) -> Any:
    # Customers are counted from bucket to bucket, so they have their keys already.
    return part if need in _SPANS else deals.regrouped(part, buckets.key(name == "quarter"))


def _forecasts(connection: Connection, scope: Scope) -> dict[Any, kinds.Forecasts] | None:
    from salesdesk.store.read.kpis import forecasts

    return forecasts.forecasts(connection, scope)


def _lagged(
    connection: Connection,
    scope: Scope,
    buckets: Buckets | None,
    closed: dict[Any, kinds.Closed] | None,
    customers: dict[Any, kinds.Customers] | None,
) -> dict[Any, kinds.Lagged] | None:
    """What was spent one cycle before: known once the deals closed in the period are."""
    from salesdesk.store.read.kpis import lagging

    if closed is None or customers is None:
        return None
    keys = list(dict.fromkeys((*closed, *customers)))
    if buckets is None or scope.dimension is None or not scope.dimension.of_time:
        return lagging.lagged(connection, scope, closed, keys)
    return lagging.by_span(connection, scope, closed, {key: buckets.days(key) for key in keys if key})


def _trailing(days: int, connection: Connection, scope: Scope) -> dict[Any, kinds.Closed] | None:
    # Whole months of them lie in the rollup too.
    read = summed.closed if summed.reader("closed", scope) else deals.closed
    return read(connection, scope, scope.tomorrow - timedelta(days=days), scope.tomorrow)


READS: dict[str, Callable[[Connection, Scope], dict[Any, Any] | None]] = {
    "closed": lambda connection, scope: deals.closed(connection, scope, scope.start, scope.last),
    "year_before": deals.revenue_year_before,
    "since_opening": lambda connection, scope: deals.closed(
        connection, scope, scope.start, scope.last, since="opened_on"
    ),
    "opened": outlook.opened,
    **{need: partial(_trailing, days) for need, days in TRAILING_DAYS.items()},
    "open": deals.open_deals,
    "outlook": outlook.outlook,
    "flow": flow.flow,
    "stays": flow.stays,
    "ages": flow.ages,
    "pushes": flow.pushes,
    "response": response.response,
    "recurring": subscriptions.recurring,
    "leads": leads.leads,
    "activities": activities.activities,
    "steps": activities.steps,
    "orders": customers.orders,
    "forecasts": _forecasts,
    "customers": customers.customers,
    # What is read of it hangs on the deals closed in the period: `_lagged`.
    "lagged": lambda connection, scope: None,
    "quotas": quotas.quotas,
}


_FROM_START: dict[str, Callable[[Connection, Scope], dict[Any, Any] | None]] = {
    "subscriptions": subscriptions.subscriptions,
    "buyers": customers.buyers,
}


def _from_start_to_end(
    connection: Connection, scope: Scope, buckets: Buckets | None, need: str, whys: dict[str, str]
) -> dict[Any, Any] | None:
    read = _FROM_START[need]
    if scope.dimension is None or not scope.dimension.of_time:
        if scope.start == date.min:
            whys[need] = tr("all time has no start to count customers at")
            return None
        return read(connection, scope)
    if buckets is None or len(buckets.spans) > MOST_BUCKETS:
        whys[need] = tr("the period is too long")
        return None
    result: dict[Any, Any] = {}
    for key, (start, end) in buckets.spans.items():
        inner = replace(scope, start=start, end=end, dimension=None)
        result[key] = (read(connection, inner) or {}).get(None)
    return {key: part for key, part in result.items() if part}


def _grouped(found: Mapping[str, dict[Any, Any] | None], *, split: bool) -> dict[Any, Tallies]:
    keys: list[Any] = [] if split else [None]
    for part in found.values():
        keys += part or ()
    # A group that has records of one kind only has none, not an unknown number, of the others.
    empty = {need: _EMPTY[need] for need, part in found.items() if part is not None}
    return {
        key: Tallies(**{need: (found[need] or {}).get(key) or make() for need, make in empty.items()})
        for key in dict.fromkeys(keys)
    }


_EMPTY: dict[str, Callable[[], Any]] = {
    "closed": kinds.Closed,
    "before": kinds.Closed,
    **dict.fromkeys(("year_before", "since_opening"), kinds.Closed),
    "open": kinds.Open,
    "leads": kinds.Leads,
    "activities": kinds.Activities,
    "steps": kinds.Steps,
    "orders": kinds.Orders,
    "customers": kinds.Customers,
    "lagged": kinds.Lagged,
    "subscriptions": kinds.Subscriptions,
    "quotas": kinds.Quotas,
    "recurring": kinds.Recurring,
    "buyers": kinds.Buyers,
    "opened": kinds.Opened,
    **dict.fromkeys(TRAILING_DAYS, kinds.Closed),
    "outlook": kinds.Outlook,
    "forecasts": kinds.Forecasts,
    "flow": kinds.Flow,
    "stays": kinds.Stays,
    "ages": kinds.Ages,
    "pushes": kinds.Pushes,
    "response": kinds.Response,
}


def undone_at(connection: Connection, instant: str) -> tuple[bytes, ...]:
    """Operations that were taken back at that instant and hold again now."""
    rows = connection.rows(
        "SELECT o.target_id, o.action FROM operation o JOIN operation t ON t.id = o.target_id"
        " WHERE o.action IN ('undo', 'redo') AND o.at < ? AND t.undone_by IS NULL ORDER BY o.id",
        (instant,),
    )
    last: dict[bytes, str] = dict(rows)
    return tuple(target for target, action in last.items() if action == "undo")
