"""How soon somebody tried to reach the leads of the period."""

from collections import defaultdict
from collections.abc import Iterator

from salesdesk.domain.kpis.tallies import Response
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.dimensions import Split, split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql
from salesdesk.store.read.values import BROUGHT, instant

# What somebody does to reach a lead; notes and tasks are for oneself.
_ATTEMPTS = ("call", "mail", "message", "meeting", "demo", "visit")
NO_TIME, BEFORE, UNWANTED, CLOSED = (
    "no time of day",
    "contacted before",
    "not to be contacted",
    "closed without an attempt",
)


class Wait(Plain):
    """How long a lead waited or waits: `tried` says whether somebody tried to reach it, `reason` why it is left out.
    Seconds on the wall clock and in working hours."""

    tried: bool = False
    seconds: int = 0
    worked: int = 0
    reason: str = ""


def attempts(relations: Relations, scope: Scope, columns: Where, joins: Where) -> Where:
    """Leads of the period, one row each: `columns`, the day and instant it arrived, its meaning, whether it must not be
    contacted, and the instant and day of the first attempt."""
    return compose(
        "SELECT {columns}, l.arrived_on, {arrival} AS arrived, l.meaning,"
        " CASE WHEN l.do_not_contact THEN 1 ELSE 0 END AS unwanted, f.first_at, f.first_on"
        " FROM {lead} l LEFT JOIN operation made ON made.id = l.created_op"
        " LEFT JOIN {first} f ON f.lead_id = l.id{joins}"
        " WHERE l.arrived_on >= {start} AND l.arrived_on < {end} AND {where}",
        columns=columns,
        arrival=_ARRIVAL,
        lead=relations.lead(),
        first=_first(relations, scope),
        joins=joins,
        start=scope.start,
        end=scope.last,
        where=scope.where("lead"),
    )


# A lead entered by hand or by the inbox arrived when it was entered; an import knows only the day.
_BROUGHT = ", ".join(f"'{source}'" for source in BROUGHT)
_ARRIVAL = sql(f"COALESCE(l.arrived_at, CASE WHEN made.source NOT IN ({_BROUGHT}) THEN made.at END)")
_KINDS = ", ".join(f"'{meaning}'" for meaning in _ATTEMPTS)


def _first(relations: Relations, scope: Scope) -> Where:
    """The first attempts, by lead. A lead of an import is left out anyhow, so nobody looks for its touches."""
    came = compose(
        "SELECT l.id FROM lead l JOIN operation made ON made.id = l.created_op"
        " WHERE l.arrived_on >= {start} AND l.arrived_on < {end} AND {arrival} IS NOT NULL",
        start=scope.start,
        end=scope.last,
        arrival=_ARRIVAL,
    )
    return compose(
        "(SELECT t.lead_id, min(t.done_at) AS first_at, min(t.done_on) AS first_on FROM {activity} t"
        " WHERE t.lead_id IN ({came}) AND t.done_on IS NOT NULL AND t.direction = 'out'"
        f" AND t.kind_id IN (SELECT a.id FROM activity_kind a WHERE a.meaning IN ({_KINDS})) GROUP BY t.lead_id)",
        activity=relations.touches_of(came),
        came=came,
    )


def response(connection: Connection, scope: Scope) -> dict[Any, Response] | None:
    """Waits by group; None when the dimension does not split leads."""
    relations = Relations(connection, scope.past)
    by = split("lead", scope.dimension, "l.arrived_on", relations)
    if by is None:
        return None
    found: dict[Any, Response] = defaultdict(Response)
    timed = False
    for key, count, known, unwanted in relations.rows(_by_time(relations, scope, by)):
        if count:
            timed |= known > 0
            found[key].unwanted += unwanted
            found[key].no_time += count - known - unwanted
    if not timed:
        return found
    query = compose(
        "SELECT q.k, q.arrived_on, q.arrived, q.meaning, q.unwanted, q.first_at, q.first_on, count(*)"
        " FROM ({each}) q WHERE q.arrived IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7",
        each=attempts(relations, scope, compose("{key} AS k", key=by.key), by.joins),
    )
    for key, *facts, count in relations.rows(query):
        _count(found[key], wait(scope, *facts), count)
    return found


def _by_time(relations: Relations, scope: Scope, by: Split) -> Where:
    """By group: the leads, those of them somebody knows the time of, and of the others those that must not be contacted. Of an
    import there may be a million, which all look alike."""
    return compose(
        "SELECT {key} AS k, count(*), count({arrival}), sum(CASE WHEN l.do_not_contact AND {arrival} IS NULL THEN 1 ELSE 0 END)"
        " FROM {lead} l LEFT JOIN operation made ON made.id = l.created_op{joins}"
        " WHERE l.arrived_on >= {start} AND l.arrived_on < {end} AND {where}{groups}",
        key=by.key,
        arrival=_ARRIVAL,
        lead=relations.lead(),
        joins=by.joins,
        start=scope.start,
        end=scope.last,
        where=scope.where("lead"),
        # Grouped by nothing SQLite would sort them all; so there is one row, also where no lead is.
        groups=sql(" GROUP BY 1" if scope.dimension else ""),
    )


def _count(tally: Response, one: Wait, count: int) -> None:
    if one.reason:
        tally.no_time += count * (one.reason == NO_TIME)
        tally.before += count * (one.reason == BEFORE)
        tally.unwanted += count * (one.reason == UNWANTED)
        tally.closed += count * (one.reason == CLOSED)
    elif one.tried:
        tally.waited[one.seconds] += count
        tally.worked[one.worked] += count
    else:
        tally.waiting[one.seconds] += count
        tally.waiting_worked[one.worked] += count


def wait(
    scope: Scope,
    day: str,
    arrived: str | None,
    meaning: str,
    unwanted: int,
    first_at: str | None,
    first_on: str | None,
) -> Wait:
    """What the facts of a lead come to."""
    came, tried = instant(arrived), instant(first_at)
    if unwanted:
        return Wait(reason=UNWANTED)
    # Its day was corrected since, or nobody knows the time.
    if came is None or (first_on and tried is None) or scope.hours().day_of(came).isoformat() != day:
        return Wait(reason=NO_TIME)
    if tried is None:
        if meaning != "open":
            return Wait(reason=CLOSED)
        until = instant(scope.now)
        assert until is not None
        return Wait(False, max(0, int((until - came).total_seconds())), scope.hours().seconds(came, until))
    if tried < came:
        return Wait(reason=BEFORE)
    return Wait(True, int((tried - came).total_seconds()), scope.hours().seconds(came, tried))


def each(connection: Connection, scope: Scope) -> Iterator[tuple[tuple[Any, ...], Wait]]:
    """Every lead of the period, newest first: its id, code, name, owner and day, and how long it waited."""
    relations = Relations(connection, scope.past)
    columns = sql("l.id, l.code, COALESCE(NULLIF(l.name, ''), l.company), l.owner_id")
    query = attempts(relations, scope, columns, sql(""))
    newest = compose("{query} ORDER BY l.arrived_on DESC, l.id DESC", query=query)
    for *named, day, arrived, meaning, unwanted, first_at, first_on in relations.rows(newest):
        yield (*named, day), wait(scope, day, arrived, meaning, unwanted, first_at, first_on)
