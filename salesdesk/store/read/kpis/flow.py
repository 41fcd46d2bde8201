"""Deals on their way: the stages they entered, how long they stayed, how often their expected day was pushed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.flow import NOT_CREDIBLE
from salesdesk.domain.kpis.tallies import Ages, Flow, Pushes, StageAge, StageFlow, StageStays, Stays
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


def entries(relations: Relations, scope: Scope) -> Where:
    """One row for each deal and open stage it reached in the period: `deal_id`, `stage_id`, `entered_on`, `passed_on`
    (null when it went no further), `place`.

    A stage that was skipped is entered and passed on the day it was skipped. A win counts while the deal is won.
    """
    return compose(
        "(SELECT r.deal_id, s.id AS stage_id, s.position AS place, min(r.on_day) AS entered_on,"
        " min(CASE WHEN r.place > s.position THEN r.on_day END) AS passed_on FROM ({reached}) r"
        " JOIN stage s ON s.pipeline_id = r.pipeline_id AND s.meaning = 'open' AND s.deleted_op IS NULL"
        " AND s.position <= r.place GROUP BY r.deal_id, s.id, s.position"
        " HAVING min(r.on_day) >= {start} AND min(r.on_day) < {end})",
        reached=_reached(relations, scope),
        start=scope.start,
        end=scope.last,
    )


def _moved(relations: Relations, scope: Scope) -> Where:
    """The stage changes of the deals that had one in the period, or were won in it: the others have nothing to tell."""
    every = relations.link("stage_change")
    if scope.start == date.min:
        return every
    return compose(
        "(SELECT y.* FROM {every} y WHERE y.deal_id IN (SELECT x.deal_id FROM {every} x WHERE x.changed_on >= {start}"
        " AND x.changed_on < {end}) OR y.deal_id IN (SELECT w.id FROM {deal} w WHERE w.state = 'won'"
        " AND w.won_on >= {start} AND w.won_on < {end}))",
        every=every,
        deal=relations.deal(),
        start=scope.start,
        end=scope.last,
    )


def _reached(relations: Relations, scope: Scope) -> Where:
    """Every open stage a deal was moved to (`place` in its pipeline), and its win beyond all of them."""
    change = _moved(relations, scope)
    known = compose(
        "(SELECT x.deal_id FROM {change} x JOIN stage o ON o.id = x.to_stage_id AND o.meaning = 'open')", change=change
    )
    return compose(
        "SELECT c.deal_id, t.pipeline_id, t.position AS place, c.changed_on AS on_day FROM {change} c"
        " JOIN stage t ON t.id = c.to_stage_id AND t.meaning = 'open' WHERE c.changed_on < {tomorrow}"
        " UNION ALL SELECT w.id, w.pipeline_id, 1000000, w.won_on FROM {deal} w"
        " WHERE w.state = 'won' AND w.won_on IS NOT NULL AND w.id IN {known}",
        change=change,
        deal=relations.deal(),
        known=known,
        tomorrow=scope.tomorrow,
    )


LEFT = "CASE WHEN e.passed_on IS NOT NULL OR d.state <> 'open' OR COALESCE(h.position, -1) < e.place THEN 1 ELSE 0 END"
PASSED = "CASE WHEN e.passed_on IS NOT NULL THEN 1 ELSE 0 END"


def flow(connection: Connection, scope: Scope) -> dict[Any, Flow] | None:
    """Deals by group and the stages they entered; None when the dimension does not split deals."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "e.entered_on", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, e.stage_id, count(*), sum({passed}), sum({left}) FROM {entry} e"
        " JOIN {deal} d ON d.id = e.deal_id LEFT JOIN stage h ON h.id = d.stage_id{joins}"
        " WHERE {where} GROUP BY 1, 2",
        key=by.key,
        passed=sql(PASSED),
        left=sql(LEFT),
        entry=entries(relations, scope),
        deal=relations.deal(),
        joins=by.joins,
        where=scope.where("deal"),
    )
    found: dict[Any, Flow] = defaultdict(Flow)
    for key, stage, entered, passed, left in relations.rows(query):
        found[key].stages.setdefault(stage, StageFlow()).add(StageFlow(int(entered), int(passed), int(left)))
    return found


def visits(relations: Relations, scope: Scope) -> Where:
    """One row for each stay of a deal in an open stage that ended in the period: `deal_id`, `stage_id`, `came_on`,
    `went_on`."""
    return compose(
        "(SELECT v.deal_id, v.stage_id, v.came_on, v.went_on FROM (SELECT c.deal_id, c.to_stage_id AS stage_id,"
        " c.changed_on AS came_on, lead(c.changed_on) OVER (PARTITION BY c.deal_id ORDER BY c.changed_on, c.id) AS went_on"
        " FROM {change} c WHERE c.changed_on < {tomorrow}) v JOIN stage g ON g.id = v.stage_id AND g.meaning = 'open'"
        " WHERE v.went_on >= {start} AND v.went_on < {end})",
        change=_moved(relations, scope),
        tomorrow=scope.tomorrow,
        start=scope.start,
        end=scope.last,
    )


def stays(connection: Connection, scope: Scope) -> dict[Any, Stays] | None:
    """The stays that ended in the period by group and stage; None when the dimension does not split deals."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "v.went_on", relations)
    if by is None:
        return None
    ended = compose(
        "SELECT {key} AS k, v.stage_id, {days}, count(*) FROM {visit} v JOIN {deal} d ON d.id = v.deal_id{joins}"
        " WHERE {where} GROUP BY 1, 2, 3",
        key=by.key,
        days=sql(connection.dialect.days_between("v.came_on", "v.went_on")),
        visit=visits(relations, scope),
        deal=relations.deal(),
        joins=by.joins,
        where=scope.where("deal"),
    )
    found: dict[Any, Stays] = defaultdict(Stays)
    for key, stage, days, count in relations.rows(ended):
        _of(found[key], stage)[days] += count
    return found


def ages(connection: Connection, scope: Scope) -> dict[Any, Ages] | None:
    """How long the open deals are in their stage, by group and stage; none by spans of time, as it is of one day."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "d.stage_on", relations)
    if by is None or (scope.dimension and scope.dimension.of_time):
        return None if by is None else {}
    # By day and not by age: an index may have them in this order, and a constant key would hide it.
    query = compose(
        "SELECT {key} AS k, d.stage_id, d.stage_on, count(*) FROM {deal} d{joins} WHERE {standing} AND {where}"
        " GROUP BY {groups}",
        key=by.key,
        deal=relations.deal(credit=scope.credited),
        joins=by.joins,
        standing=sql(STANDING),
        where=scope.where("deal"),
        groups=sql("1, 2, 3" if scope.dimension else "2, 3"),
    )
    # Not every engine gives the days of a group one after the other.
    days: dict[tuple[Any, bytes], list[tuple[str, int]]] = defaultdict(list)
    for key, stage, day, count in relations.rows(query):
        days[key, stage].append((day, count))
    found: dict[Any, Ages] = defaultdict(Ages)
    for (key, stage), those in days.items():
        found[key].stages[stage] = aged(those, scope)
    return found


# An open deal of which is known since when it is in its stage.
STANDING = "d.state = 'open' AND d.stage_id IS NOT NULL AND d.stage_on IS NOT NULL"


def aged(days: Iterable[tuple[str, int]], scope: Scope) -> StageAge:
    """The days some deals came to their stage on, and how many came on each, as their age."""
    old: Counter[int] = Counter()
    for day, count in days:
        old[max((scope.today - date.fromisoformat(day)).days, 0)] += count
    return StageAge(old.total(), spread.median(old))


def _of(tally: Stays, stage: bytes | None) -> Counter[int]:
    if stage not in tally.stages:
        tally.stages[stage] = StageStays()
    return tally.stages[stage].days


def pushed(relations: Relations, scope: Scope) -> Where:
    """One row for each deal whose expected day was ever pushed: `deal_id`, `pushes`, and `recent` ones in the period.

    A push that was taken back is none.
    """
    dialect, past = relations.dialect, scope.past
    old, new = ("h.old #>> '{{}}'", "h.new #>> '{{}}'") if dialect.name == "postgresql" else ("h.old", "h.new")
    held, moment = "o.undone_by IS NULL", ""
    if past:
        held = f"(o.undone_by IS NULL OR back.at >= '{past.instant}')"
        moment = f" AND o.at < '{past.instant}'{_not(relations, past.undone)}"
    return compose(
        "(SELECT h.record_id AS deal_id, count(*) AS pushes,"
        " sum(CASE WHEN o.at >= {start} AND o.at < {end} THEN 1 ELSE 0 END) AS recent FROM history h"
        " JOIN operation o ON o.id = h.operation_id LEFT JOIN operation back ON back.id = o.undone_by"
        f" WHERE h.table_name = 'deal' AND h.column_name = 'close_on' AND o.action = 'change' AND {held}{moment}"
        f" AND {old} IS NOT NULL AND {new} > {old} GROUP BY h.record_id)",
        start=scope.begins(scope.start),
        end=scope.begins(scope.last),
    )


def _not(relations: Relations, undone: tuple[bytes, ...]) -> str:
    if not undone:
        return ""
    postgres = relations.dialect.name == "postgresql"
    keys = ", ".join(f"'{key.hex()}'::uuid" if postgres else f"X'{key.hex()}'" for key in undone)
    return f" AND o.id NOT IN ({keys})"


def pushes(connection: Connection, scope: Scope) -> dict[Any, Pushes] | None:
    """Open deals by group and how often they were pushed; None when the dimension does not split deals."""
    relations = Relations(connection, scope.past)
    by = split("deal", scope.dimension, "", relations)
    if by is None:
        return None
    query = compose(
        "SELECT {key} AS k, count(*), sum(CASE WHEN p.recent > 0 THEN 1 ELSE 0 END), sum(p.recent),"
        " sum(CASE WHEN p.pushes >= {often} THEN 1 ELSE 0 END) FROM {deal} d LEFT JOIN {pushed} p ON p.deal_id = d.id"
        "{joins} WHERE d.state = 'open' AND {where} GROUP BY 1",
        key=by.key,
        often=sql(str(NOT_CREDIBLE)),
        deal=relations.deal(credit=scope.credited),
        pushed=pushed(relations, scope),
        joins=by.joins,
        where=scope.where("deal"),
    )
    return {
        key: Pushes(int(count), int(recent or 0), int(total or 0), int(often or 0))
        for key, count, recent, total, often in relations.rows(query)
    }
