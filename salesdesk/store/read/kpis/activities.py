"""Activities done in the period, and the next steps of what is open on the day."""

from collections import defaultdict
from collections.abc import Iterable

from salesdesk.domain.booking import MEETINGS, books_meeting
from salesdesk.domain.kpis.tallies import Activities, Steps
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.store.connection import Connection, Row
from salesdesk.store.read.kpis.dimensions import Split, split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

_MEETINGS = {"meeting", "demo", "visit"}


def activities(connection: Connection, scope: Scope) -> dict[Any, Activities] | None:
    """Done activities by group; None when the dimension does not split them."""
    relations = Relations(connection, scope.past)
    by = split("activity", scope.dimension, "t.done_on", relations)
    if by is None:
        return None
    about, where = sql(""), scope.where("activity")
    if scope.filters and scope.past is None:
        from salesdesk.store.read.kpis.lookups import joined

        about, where = joined(where)
    query = compose(
        "SELECT {key} AS k, t.kind_id, t.outcome_id, {inbound}, count(*) FROM {activity} t{joins}{about}"
        " WHERE t.done_on >= {start} AND t.done_on < {end} AND {where} GROUP BY 1, 2, 3, 4",
        key=by.key,
        inbound=INBOUND,
        activity=relations.activity(of_leads=bool(about.sql) and _are_many(connection, scope, where)),
        joins=by.joins,
        about=about,
        start=scope.start,
        end=scope.last,
        where=where,
    )
    return counted(connection, relations.rows(query))


# One activity in so many: where more are asked about, it is quicker to go through all of them by lead, for what is looked
# up of a lead is found beside that of the one before.
_MANY = 50


def _are_many(connection: Connection, scope: Scope, where: Where) -> bool:
    if "t.owner_id" in where.sql:
        # An index has those of somebody.
        return False
    counted = "SELECT COALESCE(sum(r.n), 0) FROM rollup_activity r WHERE r.level = 0"
    some = compose(f"{counted} AND r.on_day >= {{start}} AND r.on_day < {{end}}", start=scope.start, end=scope.last)
    return int(connection.value(some.sql, some.params)) * _MANY > int(connection.value(counted))


INBOUND = sql("CASE WHEN t.direction = 'in' THEN 1 ELSE 0 END")


def counted(connection: Connection, rows: Iterable[Row]) -> dict[Any, Activities]:
    """Rows of group, kind, outcome, whether they came in, count."""
    kinds, ends = _kinds(connection), _outcomes(connection)
    books = _booking(kinds, ends)
    found: dict[Any, Activities] = defaultdict(Activities)
    for key, kind_id, outcome_id, inbound, count in rows:
        tally = found[key]
        kind, meaning = kinds.get(kind_id, (None, None))
        outcome, result, _ = ends.get(outcome_id, (None, None, ""))
        if meaning == "note":
            tally.notes += count
            continue
        reached = result == "reached"
        tally.kinds[kind or "-"] += count
        tally.outcomes[(kind or "-", outcome or "-")] += count
        tally.meanings[meaning or "-"] += count
        tally.reached += count * reached
        # A meeting that is done was held, unless its outcome says that it was not.
        tally.meetings += count * (meaning in _MEETINGS and (reached or result is None))
        if meaning == "call":
            tally.calls += count
            tally.talks += count * reached
            tally.came_in += count * inbound
            tally.answered += count * (inbound and reached)
            tally.booked += count * (not inbound and reached and outcome_id in books)
    return found


def booked(connection: Connection) -> Where:
    """1 for an activity (`t`) whose outcome books a meeting, else 0."""
    books = tuple(_booking(_kinds(connection), _outcomes(connection)))
    marks = ", ".join("?" * len(books))
    return Where(f"CASE WHEN t.outcome_id IN ({marks}) THEN 1 ELSE 0 END", books) if books else sql("0")


def _kinds(connection: Connection) -> dict[bytes, tuple[str, str]]:
    """The name and meaning of each kind."""
    return {
        key: (name, meaning) for key, name, meaning in connection.rows("SELECT id, name, meaning FROM activity_kind")
    }


def _outcomes(connection: Connection) -> dict[bytes, tuple[str, str, str]]:
    """The name and meaning of each outcome, and what follows it."""
    rows = connection.rows("SELECT id, name, meaning, next_step FROM outcome")
    return {key: (name, meaning, following) for key, name, meaning, following in rows}


def _booking(kinds: dict[bytes, tuple[str, str]], outcomes: dict[bytes, tuple[str, str, str]]) -> set[bytes]:
    """The outcomes that book a meeting."""
    called = [name for name, meaning in kinds.values() if meaning in MEETINGS]
    return {
        key
        for key, (_, meaning, following) in outcomes.items()
        if meaning == "reached" and following and books_meeting(following, called)
    }


def next_day(entity: str, relations: Relations) -> Split:
    """The day of the next step of a lead or deal (as `key`), and the join it needs."""
    alias = entity[0]
    if relations.past is None:
        return Split(sql(f"{alias}.next_on"))
    steps = compose(
        " LEFT JOIN (SELECT t.{link}, min(t.due_on) AS due_on FROM {activity} t WHERE t.done_on IS NULL"
        " AND t.due_on IS NOT NULL GROUP BY t.{link}) step ON step.{link} = {alias}.id",
        link=sql(f"{entity}_id"),
        activity=relations.activity(),
        alias=sql(alias),
    )
    return Split(sql("step.due_on"), steps)


def open_condition(entity: str) -> Where:
    """Open leads or deals."""
    return sql("l.meaning = 'open'" if entity == "lead" else "d.state = 'open'")


def step_class(day: Where, scope: Scope) -> Where:
    """none, overdue or planned: how the next step on that day stands."""
    return compose(
        "CASE WHEN {day} IS NULL THEN 'none' WHEN {day} < {today} THEN 'overdue' ELSE 'planned' END",
        day=day,
        today=scope.today,
    )


def steps(connection: Connection, scope: Scope) -> dict[Any, Steps] | None:
    """Open leads and deals by group and next step; None when the dimension splits neither."""
    if scope.dimension and scope.dimension.of_time:
        return None
    relations = Relations(connection, scope.past)
    found: dict[Any, Steps] = defaultdict(Steps)
    asked = False
    for entity in ("lead", "deal"):
        by = split(entity, scope.dimension, "", relations)
        if by is None or isinstance(scope.filters.get(entity), str):
            continue
        asked = True
        step = next_day(entity, relations)
        query = compose(
            "SELECT {key} AS k, {standing}, count(*) FROM {table} {alias}{step}{joins} WHERE {open} AND {where} GROUP BY 1, 2",
            key=by.key,
            standing=step_class(step.key, scope),
            table=relations.lead() if entity == "lead" else relations.deal(),
            alias=sql(entity[0]),
            step=step.joins,
            joins=by.joins,
            open=open_condition(entity),
            where=scope.where(entity),
        )
        add_steps(found, entity, relations.rows(query))
    return found if asked else None


def add_steps(found: dict[Any, Steps], entity: str, rows: Iterable[Row]) -> None:
    """Add rows of group, standing, count."""
    for key, standing, count in rows:
        tally = found[key]
        tally.none += count * (standing == "none")
        tally.overdue += count * (standing == "overdue")
        tally.planned += count * (standing == "planned")
        tally.leads += count * (entity == "lead")
        tally.deals += count * (entity == "deal")
