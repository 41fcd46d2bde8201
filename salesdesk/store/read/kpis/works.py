"""Closed deals by how they were worked and what they cost, for what goes with winning."""

from collections import Counter
from typing import Any

from salesdesk.domain.language.where import Where
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import leads, response
from salesdesk.store.read.kpis.deals import DISQUALIFIED
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

# A deal that was decided in the period; one that was no chance is none.
_DECIDED = (
    "((d.state = 'won' AND d.won_on >= {start} AND d.won_on < {end})"
    " OR (d.state = 'lost' AND d.lost_on >= {start} AND d.lost_on < {end})) AND {fair} = 0 AND {where}"
)


def _decided(scope: Scope) -> Where:
    return compose(_DECIDED, start=scope.start, end=scope.last, fair=sql(DISQUALIFIED), where=scope.where("deal"))


def channels(connection: Connection, scope: Scope) -> dict[tuple[str, str], tuple[int, int]]:
    """`(won, decided)` deals by each channel they were worked in: the meaning of the kind and the place. Held and reached
    touches count, and mails that were sent; those with a lead of the deal too."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT e.meaning, e.place, sum(CASE WHEN d.state = 'won' THEN 1 ELSE 0 END), count(*) FROM (SELECT DISTINCT"
        " u.deal_id, k.meaning, CASE WHEN k.meaning IN ('demo', 'meeting') THEN u.place ELSE '' END AS place FROM ("
        "SELECT t.deal_id, t.kind_id, t.outcome_id, t.place, t.done_on FROM {activity} t WHERE t.deal_id IS NOT NULL"
        " UNION ALL SELECT j.deal_id, t.kind_id, t.outcome_id, t.place, t.done_on FROM {link} j"
        " JOIN {activity} t ON t.lead_id = j.lead_id) u JOIN activity_kind k ON k.id = u.kind_id"
        " LEFT JOIN outcome o ON o.id = u.outcome_id WHERE u.done_on IS NOT NULL AND (o.meaning = 'reached'"
        " OR (k.meaning IN ('mail', 'message') AND o.meaning = 'sent'))"
        " AND k.meaning IN ('call', 'mail', 'message', 'meeting', 'demo', 'visit')) e"
        " JOIN {deal} d ON d.id = e.deal_id WHERE {decided} GROUP BY 1, 2",
        activity=relations.activity(),
        link=relations.link("deal_lead"),
        deal=relations.deal(),
        decided=_decided(scope),
    )
    return {(meaning, place or ""): (int(won), int(count)) for meaning, place, won, count in relations.rows(query)}


def prices(connection: Connection, scope: Scope) -> list[tuple[int | None, bool, int]]:
    """`(price, won, how many)` of decided deals in the base currency: what their products cost, else their value, None
    where neither is known."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT CASE WHEN d.list_minor > 0 THEN d.list_minor WHEN d.value_minor > 0 THEN d.value_minor END AS price,"
        " d.state, count(*) FROM {deal} d WHERE d.currency IN ('', {currency}) AND {decided} GROUP BY 1, 2",
        currency=scope.currency,
        deal=relations.deal(),
        decided=_decided(scope),
    )
    return [(price, state == "won", count) for price, state, count in relations.rows(query)]


def settled_by_wait(connection: Connection, scope: Scope) -> list[tuple[response.Wait, bool]]:
    """How long each lead of the period waited whose fate is settled, and whether it became a customer."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT l.id, {settled} FROM {lead} l LEFT JOIN {outcome} z ON z.lead_id = l.id{known}"
        " WHERE l.arrived_on >= {start} AND l.arrived_on < {end} AND (z.n > 0 OR l.meaning = 'closed')"
        " AND {existing} = 0 AND {where}",
        settled=sql(leads.SETTLED),
        lead=relations.lead(),
        outcome=leads.outcome(relations),
        known=leads.known_before(relations),
        existing=sql(leads.EXISTING),
        start=scope.start,
        end=scope.last,
        where=scope.where("lead"),
    )
    fates: dict[bytes, str | None] = dict(relations.rows(query))
    return [(wait, fates[row[0]] == "won") for row, wait in response.each(connection, scope) if fates.get(row[0])]


def leads_by_source(connection: Connection, scope: Scope) -> dict[tuple[Any, str], Counter[str]]:
    """Leads of the period by source and campaign: how many arrived, were qualified and won, and how many were
    disqualified for which reason (`junk:REASON`)."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT s.name, l.campaign, {qualified}, {converted},"
        " CASE WHEN z.n IS NULL AND l.meaning = 'closed' THEN COALESCE(q.name, '') END, count(*)"
        " FROM {lead} l LEFT JOIN {outcome} z ON z.lead_id = l.id LEFT JOIN source s ON s.id = l.source_id"
        " LEFT JOIN lost_reason q ON q.id = l.lost_reason_id"
        " WHERE {arrived} AND {where} GROUP BY 1, 2, 3, 4, 5",
        arrived=leads.arrived(scope),
        qualified=sql(leads.QUALIFIED),
        converted=sql(leads.CONVERTED),
        lead=relations.lead(),
        outcome=leads.outcome(relations),
        where=scope.where("lead"),
    )
    found: dict[tuple[Any, str], Counter[str]] = {}
    for source, campaign, qualified, won, junk, count in relations.rows(query):
        counts = found.setdefault((source, campaign or ""), Counter())
        counts["leads"] += count
        counts["qualified"] += count * qualified
        counts["won"] += count * won
        if junk is not None:
            counts[f"junk:{junk}"] += count
    return found


def costs_by_channel(connection: Connection, scope: Scope) -> dict[tuple[str, str], Counter[str]]:
    """Minor units by currency that were spent in the months of the period, by channel and campaign."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT COALESCE((SELECT min(s.name) FROM source s WHERE s.name_key = {channel} AND s.deleted_op IS NULL), c.channel),"
        " c.campaign, c.currency, sum(c.amount_minor) FROM {cost} c WHERE c.month_on >= {start} AND c.month_on < {end} AND (c.channel <> '' OR c.campaign <> '') GROUP BY 1, 2, 3",
        channel=sql(connection.dialect.fold("c.channel")),
        cost=relations.link("cost"),
        start=scope.start,
        end=scope.last,
    )
    found: dict[tuple[str, str], Counter[str]] = {}
    for channel, campaign, code, total in relations.rows(query):
        found.setdefault((channel, campaign), Counter())[code or scope.currency] += int(total or 0)
    return found
