"""The tallies of open deals that are asked all day, from their rollup: as they are read from the rows."""

from salesdesk.domain.kpis.flow import NOT_CREDIBLE
from salesdesk.domain.kpis.tallies import Ages, Open, Outlook, Pushes, StageAge
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import deals, flow
from salesdesk.store.read.kpis import outlook as raw_outlook
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql
from salesdesk.store.rollups import MIXED, NO_DAY, nil

OWNERS = {"owner", "team", "manager"}
_OPEN = {"rollup_open", "rollup_deal_step"}


def open_deals(connection: Connection, scope: Scope) -> dict[Any, Open]:
    """As `deals.open_deals`."""
    relations = Relations(connection, None)
    by = split("deal", scope.dimension, "d.close_on", relations)
    assert by is not None
    query = compose(
        "SELECT {key} AS k, d.stage_id, d.currency, {expected},"
        " CASE WHEN d.listed > 0 AND d.list_currency <> {mixed} THEN d.list_currency END,"
        " sum(d.n), sum(d.valued), sum(d.total), sum(d.weight + d.unweighted * COALESCE(g.probability, 0)),"
        " CASE WHEN sum(d.listed) > 0 THEN sum(d.list_total) END, sum(d.without_price)"
        " FROM {rollup} d LEFT JOIN stage g ON g.id = d.stage_id{joins} GROUP BY 1, 2, 3, 4, 5",
        key=by.key,
        expected=deals.expected_class(scope),
        mixed=MIXED,
        rollup=_open_rollup(connection, scope),
        joins=by.joins,
    )
    return deals.weighed(relations.rows(query), scope)


def outlook(connection: Connection, scope: Scope) -> dict[Any, Outlook] | None:
    """As `outlook.outlook`: all as the chance of their stage says, but those their rep spoke of."""
    relations = Relations(connection, None)
    by = split("deal", scope.dimension, "d.close_on", relations)
    assert by is not None
    parts: dict[str, Any] = {
        "key": by.key,
        "by_stage": sql(raw_outlook.BY_STAGE),
        "expected": deals.expected_class(scope),
        "stage": compose(" LEFT JOIN stage g ON g.id = d.stage_id{joins}", joins=by.joins),
    }
    summed = compose(
        "SELECT {key} AS k, {by_stage}, d.currency, {expected}, sum(d.n), sum(d.valued), sum(d.total), 0"
        " FROM {rollup} d{stage} GROUP BY 1, 2, 3, 4",
        rollup=_open_rollup(connection, scope),
        **parts,
    )
    spoken = compose(
        "SELECT {key} AS k, {by_stage}, d.currency, {expected}, d.forecast, count(*), count(d.value_minor),"
        " COALESCE(sum(d.value_minor), 0) FROM {deal} d{stage} WHERE d.state = 'open' AND d.forecast <> ''"
        " GROUP BY 1, 2, 3, 4, 5",
        deal=relations.deal(credit=scope.credited),
        **parts,
    )
    rows = relations.rows(summed)
    for key, by_stage, code, expected, said, count, valued, total in relations.rows(spoken):
        rows.append((key, by_stage, code, expected, -count, -valued, -total, 0))
        rows.append((key, said, code, expected, count, valued, total, count))
    return raw_outlook.by_category(rows, scope)


def pushes(connection: Connection, scope: Scope) -> dict[Any, Pushes]:
    """As `flow.pushes`: only the deals that were pushed are looked at, the others are counted."""
    relations = Relations(connection, None)
    by = split("deal", scope.dimension, "", relations)
    assert by is not None
    counted = compose(
        "SELECT {key} AS k, sum(d.n) FROM {rollup} d{joins} GROUP BY 1",
        key=by.key,
        rollup=_open_rollup(connection, scope),
        joins=by.joins,
    )
    found = {key: Pushes(open=int(count)) for key, count in relations.rows(counted)}
    pushed = compose(
        "SELECT {key} AS k, sum(CASE WHEN p.recent > 0 THEN 1 ELSE 0 END), sum(p.recent),"
        " sum(CASE WHEN p.pushes >= {often} THEN 1 ELSE 0 END) FROM {pushed} p JOIN {deal} d ON d.id = p.deal_id{joins}"
        " WHERE d.state = 'open' GROUP BY 1",
        key=by.key,
        often=sql(str(NOT_CREDIBLE)),
        pushed=flow.pushed(relations, scope),
        deal=relations.deal(credit=scope.credited),
        joins=by.joins,
    )
    for key, recent, total, often in relations.rows(pushed):
        found[key].add(Pushes(0, int(recent), int(total), int(often)))
    return found


def ages(connection: Connection, scope: Scope) -> dict[Any, Ages]:
    """As `flow.ages`: of each stage only what stands in the middle is read, by the index that has them in order."""
    relations = Relations(connection, None)
    deal = relations.deal(credit=False)
    # Those of which is not known since when are hardly any, and the index has them together.
    counted = compose(
        "SELECT r.stage_id, sum(r.n) - (SELECT count(*) FROM {deal} d WHERE d.state = 'open' AND d.stage_id = r.stage_id"
        " AND d.stage_on IS NULL) FROM {rollup} r WHERE r.stage_id IS NOT NULL GROUP BY 1",
        deal=deal,
        rollup=_open_rollup(connection, scope),
    )
    found = Ages()
    for stage, summed in relations.rows(counted):
        count = int(summed)
        if not count:
            continue
        middle = compose(
            "SELECT d.stage_on FROM {deal} d WHERE {standing} AND d.stage_id = {stage} ORDER BY d.stage_on"
            " LIMIT {two} OFFSET {before}",
            deal=deal,
            standing=sql(flow.STANDING),
            stage=stage,
            two=2 - count % 2,
            before=(count - 1) // 2,
        )
        median = flow.aged(((day, 1) for (day,) in relations.rows(middle)), scope).median
        found.stages[stage] = StageAge(count, median)
    return {None: found} if found.stages else {}


def by_owner(scope: Scope) -> bool:
    """Whether it is split by somebody."""
    return scope.dimension is not None and scope.dimension.name in OWNERS


def _level(scope: Scope, table: str) -> int:
    if by_owner(scope):
        return 1
    by_source = scope.dimension is not None and scope.dimension.name == "source"
    return 2 if by_source and table in _OPEN else 0


def rollup(connection: Connection, scope: Scope, table: str, day: str, *keys: str) -> Where:
    """A rollup as the rows it was made of look: the level for the dimension, no placeholders, its day under its name."""
    none = nil(connection.dialect)
    columns = "".join(f", NULLIF(r.{key}, {none}) AS {key}" for key in keys)
    credit, member = "", ""
    if table in _OPEN:
        credit = f", NULLIF(r.owner_id, {none}) AS rep_id, m.manager_id AS rep_manager_id, m.team_id AS rep_team_id"
        member = " LEFT JOIN member m ON m.id = r.owner_id"
    kept = {
        "rollup_activity": "r.inbound, r.n",
        "rollup_arrival": "r.on_day, r.status_id, r.outcome, r.existing, r.n",
        "rollup_fate": "r.on_day, r.status_id, r.outcome, r.n",
        "rollup_lead_step": "r.status_id, r.n",
        "rollup_deal_step": "r.n",
        "rollup_open": "r.currency, r.list_currency, r.n, r.valued, r.total, r.weight, r.unweighted, r.listed,"
        " r.list_total, r.without_price",
    }[table]
    dated = f"NULLIF(r.on_day, {no_day(connection)})" if day in {"next_on", "close_on", "arrived_on"} else "r.on_day"
    return sql(
        f"(SELECT {dated} AS {day}{columns}{credit}, {kept} FROM {table} r{member} WHERE r.level = {_level(scope, table)})"
    )


def _open_rollup(connection: Connection, scope: Scope) -> Where:
    return rollup(connection, scope, "rollup_open", "close_on", "owner_id", "source_id", "pipeline_id", "stage_id")


def no_day(connection: Connection) -> str:
    """The day that says none, as SQL."""
    return connection.dialect.cast(f"'{NO_DAY}'", "date")
