"""Goals without a database: what can be one, what a target comes to in a span of days, and where it is heading.

A goal is SMART (Doran 1981): a metric with a filter and a scope, a target with a frozen baseline, past periods beside
it, the goal it serves, a span. Amounts are whole numbers: counts, minor units of money, millionths of a rate or a day.
"""

import datetime as dt
from collections.abc import Container, Sequence

from salesdesk.domain.dates import next_working_days
from salesdesk.domain.money import format_money, parse_decimal, parse_money
from salesdesk.domain.patterns import Pattern
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import tr
from salesdesk.plain import Plain

if TYPE_CHECKING:
    from decimal import Decimal

MICRO = 1_000_000
REVENUE, LEADS, DEALS = "revenue", "leads", "deals"
ACTIVITIES = ("calls", "talks", "mails", "meetings", "demos", "touches")
# What a KPI that is added up over days is called here; the other KPIs are states, they have no pace.
_FLOWS = {"won_revenue": REVENUE, "activities": "touches"}
_SCALED = {"ratio", "percent-change", "days"}


class Metric(Plain):
    """What a goal counts. `flow`: it adds up day by day, so that it has a pace; else it is a state at each moment."""

    id: str
    name: str
    unit: str
    flow: bool = True
    higher_is_better: bool = True
    kpi: str = ""

    @property
    def scale(self) -> int:
        """How many of a stored amount make 1."""
        return MICRO if self.unit in _SCALED else 1


_PLAIN = {
    **{name: Metric(name, name.capitalize(), "count") for name in (*ACTIVITIES, LEADS)},
    DEALS: Metric(DEALS, "Deals", "count", kpi="won_revenue"),
    REVENUE: Metric(REVENUE, "Revenue", "money", kpi="won_revenue"),
}
PLAIN_METRICS = tuple(_PLAIN)


def metrics() -> dict[str, Metric]:
    """Everything that can be a goal: activities, leads, deals, revenue, and the KPIs that are one number."""
    from salesdesk.domain.kpis.declared import KPIS

    kpis = {
        kpi.id: Metric(kpi.id, kpi.name, kpi.unit, False, kpi.higher_is_better is not False, kpi.id)
        for kpi in KPIS.values()
        if kpi.unit in {"money", *_SCALED} and kpi.id not in {*_FLOWS, "quota_attainment"}
    }
    return _PLAIN | kpis


def metric_named(text: str) -> Metric:
    """The metric of that id or name (`average order value`, `win-rate`, `call`); InvalidError lists what there is."""
    asked = fold(text.strip()).replace("-", "_").replace(" ", "_")
    asked = _FLOWS.get(asked, asked)
    for name in (asked, f"{asked}s"):
        if name in _PLAIN:
            return _PLAIN[name]
    known = metrics()
    names = {fold(m.name).replace(" ", "_").replace("-", "_"): m for m in known.values()}
    if found := known.get(asked) or names.get(asked):
        return found
    near = [m for key, m in known.items() if asked and key.startswith(asked)]
    if len(near) == 1:
        return near[0]
    raise InvalidError(
        tr("'{text}' cannot be a goal.", text=text), hint=tr("There are: {names}.", names=", ".join(known))
    )


class Wish(Plain):
    """A target as it was written: an amount, or a change of the baseline by a share or by so much."""

    amount: int | None = None
    share: "Decimal | None" = None
    step: int | None = None

    def of(self, baseline: int | None) -> int:
        """The target; InvalidError when it is a change and there is nothing to change."""
        if self.amount is not None:
            return self.amount
        if baseline is None:
            raise InvalidError(
                tr("A change needs something to change: the baseline has no value."),
                hint=tr("Give the target itself, or another period for the baseline."),
            )
        if self.step is not None:
            return baseline + self.step
        from decimal import ROUND_HALF_UP, Decimal

        return int((baseline * (1 + (self.share or Decimal(0)))).to_integral_value(ROUND_HALF_UP))


_CHANGE = Pattern(r"(?i:([+-])\s*(.+?)\s*(%|pt|points?)?)")
_UNIT = Pattern(r"(?i:\s*(days?|d|%|percent)$)")


def read_target(text: str, metric: Metric, currency: str, *, what: str = "goal") -> Wish:
    """`40`, `180k`, `65 %`, `41 days`, or a change: `+30 %` of the baseline, `+5 pt`, `-3 days`, `+2000`.

    InvalidError says how the targets of this metric are written; a target of 0 or less is refused.
    """
    words = text.strip().replace("\N{MINUS SIGN}", "-")
    change = _CHANGE.fullmatch(words) if words[:1] in "+-" and words else None
    if change is None:
        amount = _amount(words, metric, currency, text)
        if amount <= 0:
            raise InvalidError(
                tr("A target of {text} asks for nothing.", text=text.strip() or "0"),
                hint=tr("Give a number above 0, or delete the {what}.", what=tr(what)),
            )
        return Wish(amount=amount)
    sign = -1 if change[1] == "-" else 1
    if change[3] == "%":
        share = parse_decimal(change[2])
        if share is None or share == 0:
            raise _unreadable(metric, text)
        return Wish(share=sign * share / 100)
    if change[3]:
        return Wish(step=sign * _amount(f"{change[2]} %", metric, currency, text))
    return Wish(step=sign * _amount(change[2], metric, currency, text))


def _amount(words: str, metric: Metric, currency: str, text: str) -> int:
    if metric.unit == "money":
        money = parse_money(words, currency)
        if money.currency != currency:
            raise InvalidError(
                tr("{name} is counted in {currency}.", name=metric.name, currency=currency),
                hint=tr("Give the target in {currency}.", currency=currency),
            )
        return money.minor
    plain = _UNIT.sub("", words)
    number = parse_decimal(plain, scaled=True) if plain else None
    if number is None:
        raise _unreadable(metric, text)
    if metric.unit in {"ratio", "percent-change"}:
        # 0.65 and 65 % are the same; a bare 65 of a rate cannot be meant otherwise.
        as_share = not words.rstrip().endswith(("%", "percent")) and number <= 1
        from decimal import ROUND_HALF_UP

        return int((number * MICRO if as_share else number * MICRO / 100).to_integral_value(ROUND_HALF_UP))
    scaled = number * metric.scale
    if scaled != scaled.to_integral_value():
        raise _unreadable(metric, text)
    return int(scaled)


def _unreadable(metric: Metric, text: str) -> InvalidError:
    example = {"money": "180k", "count": "40", "days": "41 days"}.get(metric.unit, "65 %")
    return InvalidError(
        tr("'{text}' is not a target for {name}.", text=text.strip(), name=metric.name.lower()),
        hint=tr("Write it like {example}, or as a change of the baseline: +10 %.", example=example),
    )


def say_amount(amount: float | None, metric: Metric, currency: str, *, short: bool = False) -> str:
    """`40`, `€180k`, `63.2 %`, `41.0 days`; `n/a` where there is none."""
    if amount is None:
        return tr("n/a")
    if metric.unit == "money":
        return format_money(round(amount), currency, short=short)
    number = amount / metric.scale
    if metric.unit == "days":
        return tr("{days} d", days=f"{number:.1f}") if short else tr("{days} days", days=f"{number:.1f}")
    if metric.unit in _SCALED:
        return f"{number * 100:.1f} %"
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.1f}"


def say_count(amount: float, metric: Metric, currency: str) -> str:
    """`40 calls`, `1 call`; of what is no count the amount alone."""
    said = say_amount(amount, metric, currency)
    if metric.unit != "count":
        return said
    one = metric.id.removesuffix("es" if metric.id == "touches" else "s")
    return f"{said} {one if said == '1' else metric.id}"


class Presence(Plain):
    """When a member works: absent spans (first and last day included), the day they joined, and the share of a full
    target in each month since (`ramp`, in percent; all of it afterwards)."""

    absences: tuple[tuple[dt.date, dt.date], ...] = ()
    joined: dt.date | None = None
    ramp: tuple[int, ...] = ()

    def share(self, day: dt.date) -> float:
        """How much of a full day's target that day owes, 0 to 1."""
        if any(first <= day <= last for first, last in self.absences):
            return 0.0
        if self.joined is None:
            return 1.0
        if day < self.joined:
            return 0.0
        months = (day.year - self.joined.year) * 12 + day.month - self.joined.month - (day.day < self.joined.day)
        return self.ramp[months] / 100 if months < len(self.ramp) else 1.0


class Workload(Plain):
    """The working days of a span: how many, and what they owe in days of a full target: in all, by the end of today.
    `passed` counts those up to today, `left` those from today on the member works on; today is in both."""

    days: int
    owed: float
    gone: float
    passed: int
    left: int

    def target(self, full: int) -> int:
        """What a full target comes to after absences and ramp; the full one where nobody works at all."""
        return round(full * self.owed / self.days) if self.days else full

    def expected(self, full: int) -> float:
        """What should be there by the end of today when every day owes alike."""
        return full * self.gone / self.days if self.days else float(full)


def workload(
    first: dt.date, last: dt.date, today: dt.date, days_off: Container[dt.date] = (), presence: Presence | None = None
) -> Workload:
    """The working days from `first` to `last`, both included, for somebody (None: nobody in particular)."""
    days, owed, gone, passed, left = 0, 0.0, 0.0, 0, 0
    for day in next_working_days(first, days_off):
        if day > last:
            break
        share = presence.share(day) if presence else 1.0
        days += 1
        owed += share
        if day <= today:
            gone += share
            passed += 1
        if day >= today and share:
            left += 1
    return Workload(days, owed, gone, passed, left)


class Standing(Plain):
    """Where a goal stands. `expected` is what should be there by the end of today; a state expects its target. `idle`:
    nobody works in a span that comes again and again, such as a Saturday of a goal a day, and it asks for nothing."""

    metric: Metric
    now: int | None
    target: int
    expected: float
    baseline: int | None = None
    forecast: float | None = None
    left: int = 0
    begun: bool = True
    over: bool = False
    idle: bool = False

    @property
    def pace(self) -> float | None:
        """How far ahead (positive) or behind it is, in the direction that is better; None without a number."""
        if self.now is None:
            return None
        return (self.now - self.expected) * (1 if self.metric.higher_is_better else -1)

    @property
    def reached(self) -> bool:
        """Whether the target is met."""
        return self.now is not None and (
            self.now >= self.target if self.metric.higher_is_better else self.now <= self.target
        )

    @property
    def share(self) -> float:
        """How much of the way is done, 1 being all of it: of the target, for a state of the way from the baseline."""
        if self.now is None:
            return 0.0
        if not self.metric.flow and self.baseline is not None and self.baseline != self.target:
            return (self.now - self.baseline) / (self.target - self.baseline)
        if self.metric.higher_is_better:
            return self.now / self.target if self.target else 1.0
        return 1.0 if self.reached else self.target / self.now if self.now else 1.0

    @property
    def word(self) -> str:
        """`day off`, `to come`, `reached`, `missed`, `ahead`, `on pace`, `behind`, or `no figure`; half a unit is
        on pace."""
        if self.idle:
            return "day off"
        if not self.begun:
            return "to come"
        if self.pace is None:
            return "no figure"
        if self.reached:
            return "reached"
        if self.over:
            return "missed"
        if not self.metric.flow:
            return "behind"
        half = max(0.5, abs(self.target) * 0.005)
        return "on pace" if abs(self.pace) < half else "ahead" if self.pace > 0 else "behind"

    @property
    def per_day(self) -> float | None:
        """What each working day that is left has to bring; None for a state, 0 once it is reached."""
        if not self.metric.flow or self.now is None:
            return None
        if self.reached:
            return 0.0
        return (self.target - self.now) / self.left if self.left else None


def run_rate(now: int | None, gone: float, owed: float) -> float | None:
    """What a span comes to when the rest of it goes as it went so far; None before its first working day."""
    return now * owed / gone if now is not None and gone > 0 else None


def read_ramp(text: str) -> tuple[int, ...]:
    """`0 25 50 75` as percent of a full quota in each month since joining; empty for none. InvalidError names the word."""
    import re

    shares = []
    for word in re.split(r"[\s,;/]+", text.strip()):
        if not word:
            continue
        number = word.removesuffix("%")
        if not number.isdigit() or int(number) > 100:
            raise InvalidError(
                tr("'{word}' is not a share of a quota.", word=word),
                hint=tr("Give a percentage for each month, such as: 0 25 50 75."),
            )
        shares.append(int(number))
    return tuple(shares)


def best(values: Sequence[int | None], metric: Metric) -> int | None:
    """The best of past values, in the direction that is better."""
    known = [value for value in values if value is not None]
    return (max(known) if metric.higher_is_better else min(known)) if known else None
