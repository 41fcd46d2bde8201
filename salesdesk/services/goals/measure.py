"""What a goal counts came to in a span of days: activities from what was logged, the rest from the KPIs themselves."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from salesdesk.domain.efforts import EFFORTS, UNLESS_SAID
from salesdesk.domain.goals import ACTIVITIES, DEALS, LEADS, REVENUE, Metric
from salesdesk.domain.ids import reference_code
from salesdesk.domain.money import Money
from salesdesk.errors import InvalidError
from salesdesk.hints import TYPE_CHECKING, Any
from salesdesk.i18n import tr
from salesdesk.plain import Plain, field
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import QUOTA, Goal
from salesdesk.store.read import efforts

if TYPE_CHECKING:
    from salesdesk.domain.kpis.value import KpiValue


# From so many members on, one question for all costs less than one for each.
_TOGETHER = 3


class Measured(Plain):
    """An amount in the units of its metric, or None and why there is none."""

    amount: int | None
    why: str = ""


class Measure(Plain, frozen=False):
    """Measures goals; what several of them need of the same days is read once."""

    desk: Desk
    _counts: dict[tuple[Any, ...], dict[str, int]] = field(default_factory=dict)
    # Spans whose revenue is read for all members at once, and what it came to by the reference of the member.
    _shared: set[tuple[dt.date, dt.date]] = field(default_factory=set)
    _by_member: dict[tuple[dt.date, dt.date], dict[tuple[str, str], int]] = field(default_factory=dict)

    def expect(self, asked: Iterable[tuple[Goal, tuple[dt.date, dt.date]]]) -> None:
        """These goals will be measured in these spans: where members share one, their revenue is read in one go."""
        spans = Counter(span for goal, span in asked if goal.metric == REVENUE and goal.member_id and not goal.query)
        self._shared |= {span for span, count in spans.items() if count >= _TOGETHER and span[0] <= self.desk.today}

    def of(self, goal: Goal, first: dt.date, last: dt.date) -> Measured:
        """What the metric of a goal was from `first` to `last`, both included."""
        metric = goal.measure
        if not goal.query and not goal.team_id and metric.id in (*ACTIVITIES, LEADS):
            return Measured(self._count(goal.member_id, metric.id, first, last))
        return self._kpi(metric, goal, first, last)

    def course(self, goal: Goal, spans: Sequence[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, int | None]]:
        """The same of several spans, each with its first day."""
        return [(first, self.of(goal, first, last).amount) for first, last in spans]

    def _count(self, member: bytes | None, metric: str, first: dt.date, last: dt.date) -> int:
        if metric == LEADS:
            return efforts.leads_arrived(self.desk.connection, member, first, last)
        key = (member, first, last)
        if key not in self._counts:
            self._counts[key] = efforts.activity_counts(self.desk.connection, *key)
        return self._counts[key][metric]

    def _kpi(self, metric: Metric, goal: Goal, first: dt.date, last: dt.date) -> Measured:
        """The figure `kpi show` gives, so that a goal and the KPIs say the same."""
        from salesdesk.services import measuring

        kpi = metric.kpi or ("lead_conversion" if metric.id == LEADS else "activities")
        if metric.id == REVENUE and (together := self._together(goal, kpi, first, last)) is not None:
            return Measured(together)
        shown = measuring.show(self.desk, terms(goal, first, last), only=(kpi,), compare=False).kpis[kpi]
        return _amount(metric, shown)

    def forecast(self, goal: Goal, first: dt.date, last: dt.date) -> float | None:
        """What the revenue of a span will come to by the weighted forecast; None where there is none."""
        from salesdesk.services import measuring

        kpi = "weighted_forecast"
        if (together := self._together(goal, kpi, first, last)) is not None:
            return float(together)
        value = measuring.show(self.desk, terms(goal, first, last), only=(kpi,), compare=False).kpis[kpi].value
        return float(value.minor) if isinstance(value, Money) else None

    def _together(self, goal: Goal, kpi: str, first: dt.date, last: dt.date) -> int | None:
        """The revenue of a member out of what was read for all, None where it has to be asked for alone."""
        from salesdesk.services import measuring

        span = first, last
        if span not in self._shared or not goal.member_id or goal.query:
            return None
        if span not in self._by_member:
            wanted = ("won_revenue", "weighted_forecast") if last >= self.desk.today else ("won_revenue",)
            asked = f"period:{first.isoformat()}..{last.isoformat()}"
            found = measuring.show(self.desk, [asked], by="owner", only=wanted, compare=False).by
            self._by_member[span] = {
                (row.ref or "", name): value.value.minor
                for row in (found.rows if found else ())
                for name, value in row.kpis.items()
                if isinstance(value.value, Money)
            }
        return self._by_member[span].get((f"M-{reference_code(goal.member_id)}", kpi), 0)


def terms(goal: Goal, first: dt.date, last: dt.date) -> list[str]:
    """The question to the KPIs a goal stands for: its filter, whose it is, its days."""
    asked = [goal.query] if goal.query else []
    if goal.member_id:
        # By reference: two people may have one name, and a name may have quotes.
        asked.append(f"owner:M-{reference_code(goal.member_id)}")
    elif goal.team:
        from salesdesk.domain.language.printing import quote

        asked.append(f"team:{quote(goal.team)}")
    return [*asked, f"period:{first.isoformat()}..{last.isoformat()}"]


def kpi_behind(goal: Goal) -> str:
    """The KPI whose rows, asked with `record_terms`, are behind the number of a goal."""
    if goal.kind == QUOTA:
        return "quota_attainment"
    return goal.measure.kpi or ("lead_conversion" if goal.metric == LEADS else "activities")


def record_terms(desk: Desk, goal: Goal, first: dt.date, last: dt.date) -> list[str]:
    """The same question, narrowed to the activities the metric counts, so that its rows are as many as its number."""
    return [*effort_terms(desk, goal.metric), *terms(goal, first, last)]


def effort_terms(desk: Desk, metric: str) -> list[str]:
    """What narrows the activities to those a metric counts; nothing for one that is not of activities."""
    effort = EFFORTS.get(metric)
    if effort is None or effort.others:
        # Touches are what the KPI counts already.
        return []
    from salesdesk.domain.language.printing import quote
    from salesdesk.store.read.lookups import choices, outcomes

    kinds = [kind for kind in choices(desk.connection, "activity_kind") if kind.meaning in effort.kinds]
    found = [f"kind:{','.join(quote(kind.name) for kind in kinds)}"]
    if effort.reached:
        of_kinds = {kind.id for kind in kinds}
        names = [o.name for o in outcomes(desk.connection) if o.meaning == "reached" and o.kind_id in {None, *of_kinds}]
        empty = ["none"] if effort.reached == UNLESS_SAID else []
        found.append(f"outcome:{','.join([*map(quote, dict.fromkeys(names)), *empty])}")
    if effort.sent:
        found.append("direction:out")
    return found


# Where the counts of activities stand among the parts of the KPI `activities`.
_PARTS = {"calls": "calls", "talks": "talks", "meetings": "meetings"}


def can_be_filtered(metric: Metric) -> bool:
    """Whether a goal of this metric may have a filter or be a team's."""
    return bool(metric.kpi) or metric.id in _PARTS or metric.id == LEADS


def _amount(metric: Metric, value: "KpiValue") -> Measured:
    if metric.id == REVENUE or metric.unit == "money":
        return Measured(value.value.minor if isinstance(value.value, Money) else None, value.why)
    if metric.id == DEALS:
        return Measured(value.count or 0)
    if metric.id == LEADS:
        arrived = value.denominator if isinstance(value.denominator, int) else 0
        return Measured(arrived + value.excluded.get("existing", 0))
    if metric.id in _PARTS:
        return Measured(int(value.parts.get(_PARTS[metric.id], 0)))
    if isinstance(value.value, int | float):
        return Measured(round(value.value * metric.scale))
    return Measured(None, value.why)


def check_filter(desk: Desk, goal: Goal, first: dt.date, last: dt.date) -> None:
    """InvalidError or FilterError when the filter or the scope of a goal cannot be asked of its metric."""
    if (goal.query or goal.team_id) and not can_be_filtered(goal.measure):
        raise InvalidError(
            tr("{name} can be a goal of a member or of everyone, without a filter.", name=goal.measure.name),
            hint=tr("calls, talks, meetings, leads, deals, revenue and the KPIs take a filter."),
        )
    if goal.query:
        Measure(desk).of(goal, first, last)
