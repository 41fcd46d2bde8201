"""The performance check-up of a rep: goals, activities, rates by stage beside the team's median, ONE thing to practise.

Every rate is traced to the records behind it.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk import clock
from salesdesk.domain.checkup import LEAST, Rate, median_rate, strengths, team_median, to_practise
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.domain.periods import Period
from salesdesk.domain.text import fold
from salesdesk.i18n import tr
from salesdesk.services import goals, measuring
from salesdesk.services.desk import Desk, MemberRow
from salesdesk.services.goals.kept import SPAN
from salesdesk.services.goals.measure import effort_terms
from salesdesk.services.measuring.asking import Question, question
from salesdesk.services.records import Ref, by_ids
from salesdesk.store.connection import Connection
from salesdesk.store.read import checkups

# Without `period:` a check-up is of so many days.
DAYS = 90
_FIGURES = ("won_revenue", "average_deal", "sales_cycle_days")
_RATES = ("win_rate", "follow_up_discipline")
_EFFORTS = ("calls", "talks", "mails", "meetings", "demos")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number beside the median of the team; no chance is reckoned for it, so it is never what is chosen."""

    id: str
    label: str
    value: KpiValue | None
    count: float | None
    team: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A rate beside the median of the team. `id` says where its rows are: a KPI, a source, or of a stage (its key)."""

    id: str
    label: str
    rate: Rate
    advice: str = ""
    stage: bytes | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a rate: when, whether it counted for it."""

    ref: Ref
    day: str
    good: bool


@dataclass(frozen=True, slots=True)
class Checkup:
    """How a rep does in a period. `practise` is the one thing, None where chance explains every difference."""

    member: MemberRow
    period: Period
    terms: tuple[str, ...]
    reps: int
    goals: Sequence[goals.Progress]
    efforts: Sequence[Figure]
    figures: Sequence[Figure]
    measures: Sequence[Measure]
    strengths: Sequence[Measure]
    practise: Measure | None

    def as_json(self) -> dict[str, Any]:
        """The check-up as JSON has it."""
        return {
            "member": {"ref": f"M-{self.member.code}", "name": self.member.name},
            "period": {"from": self.period.start.isoformat(), "to": self.period.end.isoformat()},
            "reps": self.reps,
            "goals": [
                {
                    "goal": g.goal.metric,
                    "kind": g.goal.kind,
                    "period": g.goal.period,
                    "from": g.first.isoformat(),
                    "to": g.last.isoformat(),
                    "now": goal_amount(g, g.now),
                    "target": goal_amount(g, g.target),
                }
                for g in self.goals
            ],
            "activities": {f.id: {"count": f.count, "team_median": f.team} for f in self.efforts},
            "figures": {
                f.id: {"value": f.value.value if f.value else None, "team_median": f.team} for f in self.figures
            },
            "rates": {m.id: _rate_json(m) for m in self.measures},
            "strengths": [m.id for m in self.strengths],
            "practise": self.practise.id if self.practise else None,
            "rule": rule(),
        }


def goal_amount(row: goals.Progress, number: int) -> object:
    """Money for a goal of money, else the number."""
    metric = row.goal.measure
    return Money(number, row.goal.currency) if metric.unit == "money" else number / metric.scale


def _rate_json(measure: Measure) -> dict[str, Any]:
    rate = measure.rate
    return {
        "label": measure.label,
        "value": rate.value,
        "numerator": rate.numerator,
        "denominator": rate.denominator,
        "interval": list(rate.interval) if rate.interval else None,
        "small_sample": rate.small,
        "team_median": rate.team,
    }


def rule() -> str:
    """How strengths and the thing to practise are chosen."""
    return tr(
        "Chosen are rates over at least 10 records whose 95 % interval lies wholly above (a strength) or below (to practise)"
        " the median of the team's reps, the furthest one; else the difference may be chance."
    )


def checkup(desk: Desk, name: str, terms: Sequence[str] = ()) -> Checkup:
    """The check-up of a member in the period the terms ask (`period:`; else 90 days to date)."""
    return checkups_of(desk, [desk.member(name)], terms)[0]


def checkups_of(desk: Desk, members: Sequence[MemberRow], terms: Sequence[str] = ()) -> list[Checkup]:
    """The check-ups of several members; what the team did is read once."""
    asked = list(terms)
    if not any("period:" in term for term in asked):
        first = desk.today - dt.timedelta(days=DAYS - 1)
        asked.append(f"period:{first.isoformat()}..{desk.today.isoformat()}")
    with desk.workspace.snapshot() as connection:
        seen = _Team(desk, connection, asked, members)
        own = [g for g in goals.goals(connection, everyone=True, kind=None) if _is_of(g, seen.query.period)]
        return [seen.of(member, [g for g in own if g.member_id == member.id]) for member in members]


def _is_of(goal: goals.Goal, period: Period) -> bool:
    """Whether a goal with an end, or a quota, has a day in the period."""
    first, last = goal.starts_on or period.start, goal.ends_on or period.start
    return goal.period != SPAN or (first < period.end and last >= period.start)


class _Team:
    """What every rep did in the period; who is checked up on is one of them."""

    def __init__(self, desk: Desk, connection: Connection, asked: Sequence[str], members: Sequence[MemberRow]) -> None:
        self.desk, self.asked = desk, tuple(asked)
        self.query = query = question(desk, asked)
        self.reps = {m.id for m in desk.members() if m.role != "manager"} | {m.id for m in members}
        refs = {m.id: f"M-{m.code}" for m in desk.members(active_only=False)}
        found = measuring.show(desk, asked, by="owner", only=(*_FIGURES, *_RATES), compare=False)
        by_ref = {row.ref: row.kpis for row in found.by.rows} if found.by else {}
        self.kpis = {key: by_ref.get(refs[key], {}) for key in self.reps}
        last = min(query.period.end - dt.timedelta(days=1), desk.today)
        counts = checkups.efforts_of_all(connection, query.period.start.isoformat(), last.isoformat())
        self.efforts = {rep: counts.get(rep, {}) for rep in self.reps}
        self.counted = {
            source: {
                (c.owner_id, c.stage_id): (c.good, c.of)
                for c in checkups.counted(connection, source, *_span(desk, query, source))
            }
            for source in checkups.SOURCES
        }
        self.stages = checkups.open_stages(connection)

    def of(self, member: MemberRow, own: Sequence[goals.Goal]) -> Checkup:
        """The check-up of one."""
        measures = [*_kpi_rates(self.kpis, member.id), *self._counted_rates(member.id)]
        rates = [(m.id, m.rate) for m in measures]
        of = {m.id: m for m in measures}
        chosen = to_practise(rates)
        return Checkup(
            member,
            self.query.period,
            self.asked,
            len(self.reps),
            goals.progress(self.desk, list(own)),
            [self._effort(name, member.id) for name in _EFFORTS],
            [_figure(name, self.kpis, member.id) for name in _FIGURES],
            measures,
            [of[name] for name in strengths(rates)],
            of[chosen] if chosen else None,
        )

    def _effort(self, name: str, member: bytes) -> Figure:
        counts = {rep: float(found.get(name, 0)) for rep, found in self.efforts.items()}
        return Figure(name, name.capitalize(), None, counts[member], team_median(list(counts.values())))

    def _rate(self, source: str, member: bytes, stage: bytes | None = None) -> Rate:
        found = self.counted[source]
        parts = [found[rep, stage] for rep in self.reps if (rep, stage) in found]
        return Rate(*found.get((member, stage), (0, 0)), median_rate(parts))

    def _counted_rates(self, member: bytes) -> list[Measure]:
        labels = {
            "reached": tr("Calls that reached somebody"),
            "held": tr("Meetings and demos held"),
            "advance": tr("Talks with a script that moved on"),
        }
        made = [Measure(name, label, self._rate(name, member), _ADVICE[name]) for name, label in labels.items()]
        several = len({pipeline for _, _, pipeline in self.stages}) > 1
        for key, name, pipeline in self.stages:
            rate = self._rate("stage", member, key)
            if rate.denominator:
                label = tr("Out of {stage}", stage=f"{name}, {pipeline}" if several else name)
                made.append(Measure(_slug(label), label, rate, tr(_STAGE_ADVICE, stage=name), key))
        return made


def _parts(value: KpiValue | None) -> tuple[int, int]:
    if value is None or not isinstance(value.denominator, int) or not isinstance(value.numerator, int):
        return 0, 0
    return value.numerator, value.denominator


def _kpi_rates(kpis: dict[bytes, dict[str, KpiValue]], member: bytes) -> list[Measure]:
    made = []
    for name in _RATES:
        parts = {key: _parts(found.get(name)) for key, found in kpis.items()}
        made.append(
            Measure(name, tr(KPIS[name].name), Rate(*parts[member], median_rate(list(parts.values()))), _ADVICE[name])
        )
    return made


def _figure(name: str, kpis: dict[bytes, dict[str, KpiValue]], member: bytes) -> Figure:
    def number(value: KpiValue | None) -> float | None:
        if value is None or value.value is None:
            return None
        return float(value.value.minor if isinstance(value.value, Money) else value.value)

    enough = [found.get(name) for found in kpis.values() if _known(name, found.get(name))]
    own = kpis[member].get(name)
    return Figure(name, tr(KPIS[name].name), own, number(own), team_median([number(value) for value in enough]))


def _known(name: str, value: KpiValue | None) -> bool:
    """Whether a rep's figure says enough to be part of a median."""
    if value is None or name == "won_revenue":
        return value is not None
    below = value.denominator if isinstance(value.denominator, int) else value.count
    return below is not None and below >= LEAST


def _span(desk: Desk, query: Question, source: str) -> tuple[str, str]:
    first, end = query.period.start, query.period.until
    if source != "advance":
        return first.isoformat(), end.isoformat()
    return clock.iso(desk.instant(first, dt.time())), clock.iso(desk.instant(end, dt.time()))


def _slug(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(label)).strip("-")


_STAGE_ADVICE = (
    "Take the last three deals that were lost out of {stage}: which exit criterion of the playbook was open?"
)
_ADVICE = {
    "win_rate": "Go through the last five lost deals together: when could each have been known to be lost?",
    "follow_up_discipline": "Leave no call and no meeting without the next step in the calendar.",
    "reached": "Try other hours for two weeks, and compare.",
    "held": "Confirm each meeting the day before, with its one question.",
    "advance": "Run two calls of the script in practice, and end each by asking for who does what by when.",
}


def figure_question(desk: Desk, found: Checkup, figure: str) -> tuple[str, list[str]]:
    """The KPI and the terms whose rows are behind a figure of a check-up."""
    own = [*found.terms, f"owner:M-{found.member.code}"]
    return (figure, own) if figure in KPIS else ("activities", [*effort_terms(desk, figure), *own])


def behind_figure(desk: Desk, found: Checkup, figure: str) -> list[Behind]:
    """The records behind a figure, the newest first."""
    return _of_kpi(desk, *figure_question(desk, found, figure))


def _of_kpi(desk: Desk, kpi: str, terms: Sequence[str]) -> list[Behind]:
    return [
        Behind(Ref(row.kind, row.id, row.code, row.name), row.day or "", row.part in {"both", "numerator"})
        for row in measuring.rows(desk, kpi, terms).rows
        if row.part != "excluded"
    ]


def behind(desk: Desk, found: Checkup, measure: Measure) -> list[Behind]:
    """The records behind a rate of a check-up, the newest first; they add up to its parts."""
    if measure.id in _RATES:
        return _of_kpi(desk, measure.id, [*found.terms, f"owner:M-{found.member.code}"])
    source = "stage" if measure.stage else measure.id
    query = question(desk, list(found.terms))
    with desk.workspace.snapshot() as connection:
        listed = checkups.behind(
            connection,
            source,
            *_span(desk, query, source),
            found.member.id,
            measure.stage,
        )
        refs = {
            ref.id: ref
            for kind in {kind for kind, *_ in listed}
            for ref in by_ids(connection, kind, [key for other, key, *_ in listed if other == kind and key is not None])
        }
    return [
        Behind(refs.get(key) or Ref(kind, key, "", tr("deleted")), day, good) for kind, key, day, good in listed if key
    ]
