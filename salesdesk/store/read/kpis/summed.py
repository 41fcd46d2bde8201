"""The tallies of the questions that are asked all day, from rollups: no filter, the present day, the usual dimensions.

They equal what is read from the rows. Days that are no whole month are read from the rows where a rollup has months only;
a month of which only its first days were asked is a whole one when nothing is dated later in it.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from salesdesk.domain.dates import shift
from salesdesk.domain.kpis.tallies import Activities, Closed, Leads, Steps
from salesdesk.hints import Any
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import activities as raw_activities
from salesdesk.store.read.kpis import deals, leads, summed_open
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql
from salesdesk.store.read.kpis.summed_open import OWNERS, by_owner, no_day, rollup
from salesdesk.store.rollups import NO_SPAN

Reader = Callable[[Connection, Scope], dict[Any, Any] | None]
Span = tuple[date, date]
_TIMES = {"", "month", "quarter"}


def reader(need: str, scope: Scope) -> Reader | None:
    """What answers that need from a rollup; None when the question has to be asked of the rows."""
    if scope.past or scope.filters or (scope.dimension and scope.dimension.custom):
        return None
    found = _READERS.get(need)
    name = scope.dimension.name if scope.dimension else ""
    return found[0] if found and name in found[1] else None


def activities(connection: Connection, scope: Scope) -> dict[Any, Activities]:
    """As `activities.activities`."""
    return _by_spans(connection, scope, ("rollup_activity",), _activities, raw_activities.activities)


def _activities(connection: Connection, scope: Scope) -> dict[Any, Activities]:
    relations = Relations(connection, None)
    by = split("activity", scope.dimension, "t.done_on", relations)
    assert by is not None
    query = compose(
        "SELECT {key} AS k, t.kind_id, t.outcome_id, t.inbound, sum(t.n) FROM {rollup} t{joins}"
        " WHERE t.done_on >= {start} AND t.done_on < {end} GROUP BY 1, 2, 3, 4",
        key=by.key,
        rollup=rollup(connection, scope, "rollup_activity", "done_on", "owner_id", "kind_id", "outcome_id"),
        joins=by.joins,
        start=scope.start,
        end=scope.last,
    )
    return raw_activities.counted(connection, relations.rows(query))


def lead_fates(connection: Connection, scope: Scope) -> dict[Any, Leads]:
    """As `leads.leads`."""
    return _by_spans(connection, scope, ("rollup_arrival", "rollup_fate"), _leads, leads.leads)


def _leads(connection: Connection, scope: Scope) -> dict[Any, Leads]:
    relations = Relations(connection, None)
    found: dict[Any, Leads] = defaultdict(Leads)
    template = (
        "SELECT {key} AS k, {what}, sum(l.n) FROM {rollup} l LEFT JOIN lead_status s ON s.id = l.status_id{joins}"
        " WHERE l.on_day >= {start} AND l.on_day < {end} GROUP BY {groups}"
    )
    for table, day, what, groups, add in (
        ("rollup_arrival", "arrived_on", _ARRIVED, "1, 2, 3, 4", leads.add_arrived),
        ("rollup_fate", "settled_on", _SETTLED, "1, 2", leads.add_settled),
    ):
        by = split("lead", scope.dimension, f"l.{day}", relations)
        assert by is not None
        query = compose(
            template,
            key=by.key,
            what=sql(what),
            rollup=rollup(connection, scope, table, day, "owner_id", "source_id"),
            joins=by.joins,
            start=scope.start,
            end=scope.last,
            groups=sql(groups),
        )
        # A lead that is neither won nor lost nor closed has no fate yet, but a closing day may be left on it.
        add(found, [row for row in relations.rows(query) if row[1] is not None])
    return found


_MEANING = "COALESCE(s.meaning, 'open')"
_ARRIVED = (
    "l.existing, CASE WHEN l.outcome = 'won' THEN 1 ELSE 0 END,"
    f" CASE WHEN {_MEANING} = 'converted' OR l.outcome <> '' THEN 1 ELSE 0 END"
)
_SETTLED = (
    "CASE WHEN l.outcome IN ('won', 'lost') THEN l.outcome"
    f" WHEN l.outcome = '' AND {_MEANING} = 'closed' THEN 'disqualified' END"
)


def steps(connection: Connection, scope: Scope) -> dict[Any, Steps] | None:
    """As `activities.steps`."""
    relations = Relations(connection, None)
    found: dict[Any, Steps] = defaultdict(Steps)
    asked = False
    for entity, keys in (("lead", ("source_id",)), ("deal", ("source_id", "pipeline_id", "stage_id"))):
        by = split(entity, scope.dimension, "", relations)
        if by is None:
            continue
        asked = True
        alias = entity[0]
        query = compose(
            "SELECT {key} AS k, {standing}, sum({alias}.n) FROM {rollup} {alias}{status}{joins} WHERE {open} GROUP BY 1, 2",
            key=by.key,
            standing=raw_activities.step_class(sql(f"{alias}.next_on"), scope),
            rollup=rollup(connection, scope, f"rollup_{entity}_step", "next_on", "owner_id", *keys),
            alias=sql(alias),
            status=sql(" LEFT JOIN lead_status s ON s.id = l.status_id" if entity == "lead" else ""),
            joins=by.joins,
            open=sql(f"{_MEANING} = 'open'" if entity == "lead" else "1=1"),
        )
        raw_activities.add_steps(found, entity, relations.rows(query))
    return found if asked else None


def closed(connection: Connection, scope: Scope, start: date, end: date) -> dict[Any, Closed] | None:
    """As `deals.closed`."""
    relations = Relations(connection, None)
    dated = (
        "SELECT 1 FROM deal d WHERE d.deleted_op IS NULL AND d.{day} >= {start} AND d.{day} < {end}"
        " AND d.state = {state} LIMIT 1"
    )

    def empty(span: Span) -> bool:
        return not any(
            relations.value(compose(dated, day=sql(day), start=span[0], end=span[1], state=state))
            for day, state in (("won_on", "won"), ("lost_on", "lost"))
        )

    months, edges = in_months(start, end, empty)
    if months is None:
        return deals.closed(connection, scope, start, end)
    by = split("deal", scope.dimension, "u.closed_on", relations)
    assert by is not None
    query = compose(
        "SELECT {key} AS k, u.state, CASE WHEN u.closed_on IS NULL THEN 1 ELSE 0 END,"
        " CASE WHEN q.id IS NOT NULL THEN 1 ELSE 0 END, u.currency, NULLIF(u.span, {no_span}),"
        " sum(u.n), sum(u.valued), sum(u.total), sum(u.zeros)"
        " FROM (SELECT r.*, r.on_day AS closed_on FROM rollup_closed r"
        " WHERE r.on_day >= {start} AND r.on_day < {end}"
        " UNION ALL SELECT r.*, NULL FROM rollup_closed r WHERE r.on_day = {no_day}) u"
        " LEFT JOIN lost_reason q ON q.id = u.lost_reason_id AND q.applies_to = 'lead' AND u.state = 'lost'"
        " GROUP BY 1, 2, 3, 4, 5, 6",
        key=by.key,
        no_span=NO_SPAN,
        no_day=sql(no_day(connection)),
        start=max(months[0], date.min + timedelta(days=1)),
        end=months[1],
    )
    found = deals.counted(relations.rows(query), scope)
    deals.add_sizes(connection, scope, relations, *months, found)
    for edge in edges:
        more = deals.closed(connection, scope, *edge) or {}
        for tally in more.values():
            # Deals without a day are in every answer: the rollup has counted them.
            tally.undated_won = tally.undated_lost = 0
        _add(found, more)
    return found


def _by_spans(
    connection: Connection, scope: Scope, tables: tuple[str, ...], summed: Reader, raw: Reader
) -> dict[Any, Any]:
    """By day where the rollup has days; by owner it has months, and the days around whole ones come from the rows."""
    if not by_owner(scope):
        return summed(connection, scope) or {}
    relations = Relations(connection, None)
    dated = "SELECT 1 FROM {table} WHERE level = 0 AND on_day >= {start} AND on_day < {end} LIMIT 1"

    def empty(span: Span) -> bool:
        return not any(
            relations.value(compose(dated, table=sql(table), start=span[0], end=span[1])) for table in tables
        )

    months, edges = in_months(scope.start, scope.last, empty)
    found = summed(connection, replace(scope, start=months[0], end=months[1])) or {} if months else {}
    for start, end in edges:
        _add(found, raw(connection, replace(scope, start=start, end=end)) or {})
    return found


def in_months(start: date, end: date, empty: Callable[[Span], bool]) -> tuple[Span | None, list[Span]]:
    """The whole months of `[start, end)`, and the days before and after them. A month is whole too when nothing is dated
    in the days of it that were not asked."""
    first, after = start, end
    if start.day > 1:
        month = start.replace(day=1)
        first = month if empty((month, start)) else shift(month, 1, "m") or date.max
    if end.day > 1 and end != date.max:
        month = end.replace(day=1)
        following = shift(month, 1, "m") or date.max
        after = following if empty((end, following)) else month
    if first >= after:
        return None, [(start, end)]
    return (first, after), [edge for edge in ((start, first), (after, end)) if edge[0] < edge[1]]


def _add(found: dict[Any, Any], more: dict[Any, Any]) -> None:
    for key, tally in more.items():
        if key in found:
            found[key].add(tally)
        else:
            found[key] = tally


_READERS: dict[str, tuple[Reader, set[str]]] = {
    "activities": (activities, _TIMES | OWNERS),
    "leads": (lead_fates, _TIMES | OWNERS | {"source"}),
    "steps": (steps, {""} | OWNERS | {"source", "stage", "pipeline"}),
    "open": (summed_open.open_deals, _TIMES | OWNERS | {"source", "stage", "pipeline"}),
    "outlook": (summed_open.outlook, _TIMES | OWNERS | {"source", "stage", "pipeline"}),
    "pushes": (summed_open.pushes, {""} | OWNERS | {"source", "stage", "pipeline"}),
    "ages": (summed_open.ages, {""}),
    "closed": (lambda connection, scope: closed(connection, scope, scope.start, scope.last), _TIMES),
}
