"""The parts of an overview that are no KPIs: what each rep did, how far a cohort got, why deals were lost, what is stuck."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.domain.dates import shift
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.formulas import evaluate
from salesdesk.domain.kpis.tallies import Tallies
from salesdesk.domain.kpis.value import divided
from salesdesk.domain.money import Money
from salesdesk.i18n import tr
from salesdesk.plain import Plain, replace
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import Question, question
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import panels
from salesdesk.store.read.kpis.dimensions import groups
from salesdesk.store.read.kpis.panels import LostReason, StuckDeal
from salesdesk.store.read.kpis.scope import Dimension
from salesdesk.store.read.kpis.tallying import tally

WEEKS = 12


class RepRow(Plain):
    """What one rep did in the period and has open now. `weighted` is of the open deals expected in the period, `goal` the
    part of the quota that is won, None without one."""

    id: bytes | None
    ref: str | None
    name: str
    activities: int
    calls: int
    talks: int
    meetings: int
    won: Money
    won_deals: int
    overdue: int
    no_next_step: int
    weighted: Money
    weeks: tuple[int, ...]
    goal: float | None = None


class FunnelStep(Plain):
    """How many got this far, and which part of the step before they are (None in the first)."""

    label: str
    count: int
    rate: float | None


class Funnel(Plain):
    """How far the leads that arrived in the period got, or the deals opened in it where no lead arrived (`cohort`)."""

    cohort: str
    steps: list[FunnelStep]


def reps(desk: Desk, terms: Sequence[str] = ()) -> list[RepRow]:
    """What each rep did in the period, in the order of their names."""
    with desk.workspace.snapshot() as connection:
        return _reps(connection, question(desk, terms))


def funnel(desk: Desk, terms: Sequence[str] = ()) -> Funnel:
    """How far the cohort of the period got."""
    with desk.workspace.snapshot() as connection:
        return Funnel(*_funnel(connection, question(desk, terms)))


def lost(desk: Desk, terms: Sequence[str] = ()) -> list[LostReason]:
    """Why deals were lost in the period, the most frequent reason first."""
    with desk.workspace.snapshot() as connection:
        return panels.lost_reasons(connection, question(desk, terms).scope)


def stuck(desk: Desk, terms: Sequence[str] = ()) -> list[StuckDeal]:
    """Open deals that rot, the most valuable first."""
    with desk.workspace.snapshot() as connection:
        return panels.stuck_deals(connection, question(desk, terms).scope)


def _reps(connection: Connection, query: Question) -> list[RepRow]:
    scope = replace(query.scope, dimension=Dimension("owner", "owner"))
    found = tally(connection, scope, ("closed", "activities", "steps", "open", "quotas"))
    last = min(query.today, scope.last - dt.timedelta(days=1))
    end = last + dt.timedelta(days=1)
    start = shift(end, -WEEKS, "w") or end
    weeks: dict[bytes | None, list[int]] = {}
    for (owner, day), count in panels.touches_by_day(connection, query.scope, start, end).items():
        week = (dt.date.fromisoformat(day) - start).days // 7
        weeks.setdefault(owner, [0] * WEEKS)[week] += count
    basis = Basis(scope.currency, query.today, query.period.end, whys=found.whys)
    rows = []
    for group in groups(connection, Dimension("owner", "owner"), found.groups):
        part = found.groups[group.key]
        closed, done, steps, opened = part.closed, part.activities, part.steps, part.open
        rows.append(
            RepRow(
                id=group.key,
                ref=group.ref,
                name=group.label or tr("nobody"),
                activities=done.kinds.total() if done else 0,
                calls=done.calls if done else 0,
                talks=done.talks if done else 0,
                meetings=done.meetings if done else 0,
                won=Money(closed.revenue[scope.currency] if closed else 0, scope.currency),
                won_deals=closed.won if closed else 0,
                overdue=steps.overdue if steps else 0,
                no_next_step=steps.none if steps else 0,
                weighted=Money(divided(opened.expected_weight[scope.currency], 100) if opened else 0, scope.currency),
                weeks=tuple(weeks.get(group.key, [0] * WEEKS)),
                goal=_attained(part, basis),
            )
        )
    return rows


def _attained(part: Tallies, basis: Basis) -> float | None:
    value = evaluate("quota_attainment", part, basis).value
    return value if isinstance(value, float) else None


def _funnel(connection: Connection, query: Question) -> tuple[str, list[FunnelStep]]:
    scope = query.scope
    pipeline = panels.main_pipeline(connection, scope)
    arrived, qualified = panels.arrivals(connection, scope)
    counts: list[tuple[str, int]] = []
    if arrived:
        counts += [(tr("Leads"), arrived), (tr("Qualified leads"), qualified)]
    if pipeline is not None:
        places = panels.reached(connection, scope, pipeline, of_leads=arrived > 0)
        stages = connection.rows(
            "SELECT name, position FROM stage WHERE pipeline_id = ? AND meaning = 'open' AND deleted_op IS NULL"
            " ORDER BY position, id",
            (pipeline,),
        )
        counts += [
            (name, sum(n for place, n in places.items() if place is None or place >= position))
            for name, position in stages
        ]
        counts.append((tr("Won"), places[None]))
    steps = []
    for index, (label, count) in enumerate(counts):
        before = counts[index - 1][1] if index else 0
        steps.append(FunnelStep(label, count, count / before if index and before else None))
    return ("leads" if arrived else "deals"), steps
