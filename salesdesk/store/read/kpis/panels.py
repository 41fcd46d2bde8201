"""The parts of a KPI overview that are no KPIs: funnel, lost reasons, stuck deals, what was open at past month ends."""

from collections import Counter
from datetime import date

from salesdesk.domain.language.where import Where
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import leads
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


class LostReason(Plain):
    """Why deals were lost in the period, and what they were worth in the base currency."""

    name: str | None
    count: int
    value: Money


class StuckDeal(Plain):
    """An open deal that has been in its stage for longer than the stage should take."""

    id: bytes
    code: str
    name: str
    account: str
    stage: str
    owner: bytes | None
    value: Money | None
    days: int
    allowed: int


def lost_reasons(connection: Connection, scope: Scope) -> list[LostReason]:
    """Deals lost in the period by reason, the most frequent first."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT q.name, count(*) AS n, sum(CASE WHEN d.currency IN ('', {currency}) THEN d.value_minor END) FROM {deal} d"
        " LEFT JOIN lost_reason q ON q.id = d.lost_reason_id WHERE d.state = 'lost' AND d.lost_on >= {start}"
        " AND d.lost_on < {end} AND {where} GROUP BY 1 ORDER BY n DESC, 1",
        currency=scope.currency,
        deal=relations.deal(),
        start=scope.start,
        end=scope.last,
        where=scope.where("deal"),
    )
    return [
        LostReason(name, count, Money(int(total or 0), scope.currency)) for name, count, total in relations.rows(query)
    ]


def stuck_deals(connection: Connection, scope: Scope, limit: int = 12) -> list[StuckDeal]:
    """Open deals that rot, the most valuable first."""
    relations = Relations(connection, scope.past)
    days = connection.dialect.days_between("d.stage_on", connection.dialect.cast("?", "date"))
    age = Where(days, (scope.today.isoformat(),))
    query = compose(
        "SELECT d.id, d.code, d.name, COALESCE(y.name, ''), g.name, d.owner_id, d.value_minor, d.currency, {age},"
        " g.rotting_days FROM {deal} d JOIN stage g ON g.id = d.stage_id LEFT JOIN account y ON y.id = d.account_id"
        " WHERE d.state = 'open' AND d.stage_on IS NOT NULL AND {age} > g.rotting_days AND {where}"
        " ORDER BY d.value_minor DESC NULLS LAST, 9 DESC, d.id LIMIT {limit}",
        age=age,
        deal=relations.deal(),
        where=scope.where("deal"),
        limit=limit,
    )
    found = []
    for *names, owner, minor, currency, waited, allowed in relations.rows(query):
        value = None if minor is None else Money(minor, currency or scope.currency)
        key, code, name, account, stage = names
        found.append(StuckDeal(key, code, name, account, stage, owner, value, waited, allowed))
    return found


def reached(connection: Connection, scope: Scope, pipeline: bytes, *, of_leads: bool) -> Counter[int | None]:
    """How far the cohort of the period got in a pipeline: how many have which open stage (its position) as their
    furthest; None for won. The cohort: leads that arrived (each counted once, by its best deal), or deals opened.

    A deal counts as having been in every stage before its furthest, also those it skipped.
    """
    relations = Relations(connection, scope.past)
    furthest = (
        "CASE WHEN d.state = 'won' THEN 1000000 ELSE COALESCE((SELECT max(g.position) FROM stage g WHERE g.meaning = 'open'"
        " AND (g.id = d.stage_id OR g.id IN (SELECT c.to_stage_id FROM stage_change c WHERE c.deal_id = d.id"
        " AND c.deleted_op IS NULL))), -1) END"
    )
    parts: dict[str, Any] = {
        "furthest": sql(furthest),
        "deal": relations.deal(),
        "start": scope.start,
        "end": scope.last,
        "pipeline": pipeline,
    }
    if of_leads:
        query = compose(
            "SELECT e.place, count(*) FROM (SELECT x.lead_id, max({furthest}) AS place FROM {lead} l"
            " JOIN {link} x ON x.lead_id = l.id JOIN {deal} d ON d.id = x.deal_id WHERE l.arrived_on >= {start}"
            " AND l.arrived_on < {end} AND d.pipeline_id = {pipeline} AND {where} GROUP BY x.lead_id) e GROUP BY 1",
            lead=relations.lead(),
            link=relations.link("deal_lead"),
            where=scope.where("lead"),
            **parts,
        )
    else:
        query = compose(
            "SELECT e.place, count(*) FROM (SELECT {furthest} AS place FROM {deal} d WHERE d.opened_on >= {start}"
            " AND d.opened_on < {end} AND d.pipeline_id = {pipeline} AND {where}) e GROUP BY 1",
            where=scope.where("deal"),
            **parts,
        )
    return Counter({None if place == 1000000 else int(place): count for place, count in relations.rows(query)})


def main_pipeline(connection: Connection, scope: Scope) -> bytes | None:
    """The pipeline most deals opened in the period are in, else the first one."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.pipeline_id, count(*) AS n FROM {deal} d WHERE d.pipeline_id IS NOT NULL AND d.opened_on >= {start}"
        " AND d.opened_on < {end} AND {where} GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1",
        deal=relations.deal(),
        start=scope.start,
        end=scope.last,
        where=scope.where("deal"),
    )
    row = relations.one(query)
    if row is None:
        row = connection.one("SELECT id FROM pipeline WHERE deleted_op IS NULL ORDER BY position, id LIMIT 1")
    return row[0] if row else None


def arrivals(connection: Connection, scope: Scope) -> tuple[int, int]:
    """How many leads arrived in the period, and how many of them were qualified (or have a deal)."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT count(*), sum({qualified}) FROM {lead} l LEFT JOIN {outcome} z ON z.lead_id = l.id"
        " WHERE l.arrived_on >= {start} AND l.arrived_on < {end} AND {where}",
        qualified=sql(leads.QUALIFIED),
        lead=relations.lead(),
        outcome=leads.outcome(relations),
        start=scope.start,
        end=scope.last,
        where=scope.where("lead"),
    )
    row = relations.one(query) or (0, 0)
    return int(row[0]), int(row[1] or 0)


def worth_of_open(connection: Connection, scope: Scope, days: list[date]) -> list[int]:
    """What was open at the end of the day before each of these days, at present values in the base currency: a sketch
    for a sparkline; a figure of a past day is asked for with `as-of:`."""
    if not days:
        return []
    relations = Relations(connection, scope.past)
    gone = "CASE d.state WHEN 'won' THEN d.won_on WHEN 'lost' THEN d.lost_on END"
    sums = [
        compose(
            "sum(CASE WHEN d.opened_on < {day} AND (d.state = 'open' OR {gone} >= {day}) THEN d.value_minor ELSE 0 END)",
            day=day,
            gone=sql(gone),
        )
        for day in days
    ]
    query = compose(
        "SELECT {sums} FROM {deal} d WHERE d.currency IN ('', {currency}) AND d.value_minor IS NOT NULL AND {where}",
        sums=Where(", ".join(part.sql for part in sums), tuple(value for part in sums for value in part.params)),
        deal=relations.deal(),
        currency=scope.currency,
        where=scope.where("deal"),
    )
    row = relations.one(query)
    return [int(total or 0) for total in row] if row else [0] * len(days)


def touches_by_day(connection: Connection, scope: Scope, start: date, end: date) -> dict[tuple[bytes | None, str], int]:
    """Done activities (no notes) by owner and day."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT t.owner_id, t.done_on, count(*) FROM {activity} t LEFT JOIN activity_kind kind ON kind.id = t.kind_id"
        " WHERE t.done_on >= {start} AND t.done_on < {end} AND COALESCE(kind.meaning, '') <> 'note' AND {where}"
        " GROUP BY 1, 2",
        activity=relations.activity(),
        start=start,
        end=end,
        where=scope.where("activity"),
    )
    return {(owner, day): count for owner, day, count in relations.rows(query)}
