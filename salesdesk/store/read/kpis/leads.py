"""Leads: those that arrived in the period and what became of them, and those whose fate was settled in it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from salesdesk.domain.kpis.tallies import Leads
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.store.connection import Connection, Row
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql

# What each lead's deals came to: `n` deals, `won` and `still_open` of them, the first win, the last loss. CROSS, for there
# are fewer links than deals; a name behind JOIN is looked up one by one (kpis/past.py).
_OUTCOME = (
    "(SELECT x.lead_id, count(*) AS n, sum(CASE WHEN w.state = 'won' THEN 1 ELSE 0 END) AS won,"
    " sum(CASE WHEN w.state = 'open' THEN 1 ELSE 0 END) AS still_open,"
    " min(CASE WHEN w.state = 'won' THEN w.won_on END) AS first_won,"
    " max(CASE WHEN w.state = 'lost' THEN w.lost_on END) AS last_lost"
    " FROM {deal_lead} x CROSS JOIN {deal} w WHERE w.id = x.deal_id GROUP BY x.lead_id)"
)
_FIRST_WIN = (
    "(SELECT w.{link}, min(w.won_on) AS first_won FROM {deal} w WHERE w.state = 'won' AND w.{link} IS NOT NULL"
    " GROUP BY w.{link})"
)


def outcome(relations: Relations) -> Where:
    """What the deals of each lead came to, as a table."""
    return compose(_OUTCOME, deal_lead=relations.link("deal_lead"), deal=relations.deal(credit=False))


def known_before(relations: Relations) -> Where:
    """Joins that tell, as `ka.first_won` and `kc.first_won`, since when the lead's company or person is a customer."""
    return compose(
        " LEFT JOIN {by_account} ka ON ka.account_id = l.account_id"
        " LEFT JOIN {by_contact} kc ON kc.contact_id = l.contact_id AND l.account_id IS NULL",
        by_account=compose(_FIRST_WIN, link=sql("account_id"), deal=relations.deal(credit=False)),
        by_contact=compose(_FIRST_WIN, link=sql("contact_id"), deal=relations.deal(credit=False)),
    )


EXISTING = "CASE WHEN ka.first_won < l.arrived_on OR kc.first_won < l.arrived_on THEN 1 ELSE 0 END"
CONVERTED = "CASE WHEN z.won > 0 THEN 1 ELSE 0 END"
QUALIFIED = "CASE WHEN l.meaning = 'converted' OR z.n > 0 THEN 1 ELSE 0 END"
# The day a lead's fate was settled, and how: won by its first win, lost by the last loss when nothing is open.
SETTLED = (
    "CASE WHEN z.won > 0 THEN 'won' WHEN z.n > 0 AND z.still_open = 0 THEN 'lost'"
    " WHEN z.n IS NULL AND l.meaning = 'closed' THEN 'disqualified' END"
)
SETTLED_ON = (
    "CASE WHEN z.won > 0 THEN z.first_won WHEN z.n > 0 AND z.still_open = 0 THEN z.last_lost"
    " WHEN z.n IS NULL AND l.meaning = 'closed' THEN l.closed_on END"
)


_LOOKED_UP = {
    "existing": sql(EXISTING),
    "converted": sql(CONVERTED),
    "qualified": sql(QUALIFIED),
}
# The same of the present, from what every lead keeps of it (`store/derived.py`).
_KEPT = {
    "existing": sql("CASE WHEN l.known_on < l.arrived_on THEN 1 ELSE 0 END"),
    "converted": sql("CASE WHEN l.outcome = 'won' THEN 1 ELSE 0 END"),
    "qualified": sql("CASE WHEN l.meaning = 'converted' OR l.outcome <> '' THEN 1 ELSE 0 END"),
}
# How a lead's fate was settled, on which day, of which leads: each finds those of some days by an index.
_FATES = ((SETTLED, SETTLED_ON, "(z.n > 0 OR l.meaning = 'closed')"),)
_KEPT_FATES = (
    ("l.outcome", "l.outcome_on", "l.outcome IN ('won', 'lost')"),
    ("'disqualified'", "l.closed_on", "l.outcome = '' AND l.meaning = 'closed'"),
)


def arrived(scope: Scope) -> Where:
    """Leads that arrived in the period; in all time also those whose day nobody knows."""
    if scope.start == date.min:
        return compose("(l.arrived_on < {end} OR l.arrived_on IS NULL)", end=scope.last)
    return compose("(l.arrived_on >= {start} AND l.arrived_on < {end})", start=scope.start, end=scope.last)


def leads(connection: Connection, scope: Scope, *, kept: bool = True) -> dict[Any, Leads] | None:
    """Leads by group; None when the dimension does not split leads. What became of them at present is read from what they
    have `kept`, else from their deals."""
    relations = Relations(connection, scope.past)
    kept = kept and scope.past is None
    by = split("lead", scope.dimension, "l.arrived_on", relations)
    if by is None:
        return None
    found: dict[Any, Leads] = defaultdict(Leads)
    parts = {
        "facts": sql("") if kept else _facts(relations),
        "start": scope.start,
        "end": scope.last,
        "where": scope.where("lead"),
        **(_KEPT if kept else _LOOKED_UP),
    }
    came = compose(
        "SELECT {key} AS k, {existing}, {converted}, {qualified}, count(*) FROM {lead} l{facts}{joins}"
        " WHERE {arrived} AND {where} GROUP BY 1, 2, 3, 4",
        arrived=arrived(scope),
        lead=relations.lead(),
        key=by.key,
        joins=by.joins,
        **parts,
    )
    add_arrived(found, relations.rows(came))
    for settled, day, fate in _KEPT_FATES if kept else _FATES:
        by = split("lead", scope.dimension, day, relations)
        assert by is not None
        ended = compose(
            "SELECT {key} AS k, {settled}, count(*) FROM {lead} l{facts}{joins}"
            " WHERE {fate} AND {day} >= {start} AND {day} < {end} AND {existing} = 0 AND {where} GROUP BY 1, 2",
            key=by.key,
            lead=relations.lead(scanned=scope.start == date.min),
            settled=sql(settled),
            day=sql(day),
            fate=sql(fate),
            joins=by.joins,
            **parts,
        )
        add_settled(found, relations.rows(ended))
    return found


def _facts(relations: Relations) -> Where:
    return compose(
        " LEFT JOIN {outcome} z ON z.lead_id = l.id{known}", outcome=outcome(relations), known=known_before(relations)
    )


def add_arrived(found: dict[Any, Leads], rows: Iterable[Row]) -> None:
    """Add rows of group, existing, converted, qualified, count."""
    for key, existing, converted, qualified, count in rows:
        tally = found[key]
        if existing:
            tally.existing += count
        else:
            tally.arrived += count
            tally.converted += count * converted
            tally.qualified += count * qualified


def add_settled(found: dict[Any, Leads], rows: Iterable[Row]) -> None:
    """Add rows of group, fate, count."""
    for key, fate, count in rows:
        tally = found[key]
        tally.resolved_won += count * (fate == "won")
        tally.resolved_lost += count * (fate == "lost")
        tally.disqualified += count * (fate == "disqualified")
