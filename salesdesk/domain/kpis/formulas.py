"""From counts and sums to KPIs: one function for each, pure and exact."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from salesdesk.domain.kpis import accuracy, acquiring, attainment, effort, flow, outlook, response, retention, spread
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS, needs_of
from salesdesk.domain.kpis.shape import amount, foreign_money, money_value, none_value, ratio_value, some
from salesdesk.domain.kpis.tallies import Amounts, Closed, Open, StageSum, Tallies
from salesdesk.domain.kpis.value import KpiValue, divided
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.i18n import tr

# What is expected of a period can be said before it begins.
_LOOK_AHEAD = frozenset({"weighted_forecast", "forecast"})


def evaluate(kpi: str, tallies: Tallies, basis: Basis) -> KpiValue:
    """The KPI of that id for one group of records."""
    if not basis.begun and not KPIS[kpi].snapshot and kpi not in _LOOK_AHEAD:
        return none_value(kpi, tr("the period has not begun"))
    for need in needs_of(kpi, basis.churn_by):
        if getattr(tallies, need) is None and not (need == "orders" and not basis.has_orders):
            return none_value(kpi, basis.whys.get(need, tr("not told by this dimension")))
    return _FORMULAS[kpi](tallies, basis)


def _closed(tallies: Tallies) -> Closed:
    return tallies.closed or Closed()


def _left_out(closed: Closed, basis: Basis) -> dict[str, int]:
    return some(
        {
            "no close date": closed.undated_won,
            "without value": closed.without_value,
            "unconverted": _foreign(closed.foreign, basis),
        }
    )


def _foreign(counts: Mapping[str, int], basis: Basis) -> int:
    return sum(count for currency, count in counts.items() if currency != basis.currency)


def _won_revenue(tallies: Tallies, basis: Basis) -> KpiValue:
    closed = _closed(tallies)
    return money_value(
        "won_revenue",
        amount(closed.revenue, basis.currency),
        basis.currency,
        excluded=_left_out(closed, basis),
        unconverted=foreign_money(closed.revenue, basis.currency),
        count=closed.won,
    )


def _win_rate(tallies: Tallies, basis: Basis) -> KpiValue:
    closed = _closed(tallies)
    excluded = some({"disqualified": closed.disqualified, "no close date": closed.undated_won + closed.undated_lost})
    won, lost = closed.revenue[basis.currency], closed.lost_value[basis.currency]
    by_value: dict[str, Any] = {
        "value": won / (won + lost) if won + lost > 0 and won >= 0 and lost >= 0 else None,
        "numerator": Money(won, basis.currency),
        "denominator": Money(won + lost, basis.currency),
    }
    return ratio_value(
        "win_rate",
        closed.won,
        closed.won + closed.lost,
        tr("no deal was closed in the period"),
        excluded=excluded,
        parts={"view": "period", "by_value": by_value} | _cohort(tallies, basis),
    )


def _cohort(tallies: Tallies, basis: Basis) -> dict[str, Any]:
    """The win rate of the deals opened in the period, open ones in the denominator."""
    opened = tallies.opened
    if opened is None:
        return {}
    born = opened.won + opened.lost + opened.open
    cohort: dict[str, Any] = {
        "view": "cohort",
        "value": opened.won / born if born else None,
        "numerator": opened.won,
        "denominator": born,
        "open": opened.open,
        "mature": basis.mature(tallies.closed),
    }
    return {"cohort": cohort}


def _cycle(tallies: Tallies, _basis: Basis) -> KpiValue:
    return _days_to_win("sales_cycle_days", _closed(tallies))


def _opening_to_win(tallies: Tallies, _basis: Basis) -> KpiValue:
    return _days_to_win("opening_to_win_days", tallies.since_opening or Closed())


def _days_to_win(kpi: str, closed: Closed) -> KpiValue:
    value = spread.mean(closed.won_days)
    return KpiValue(
        unit="days",
        value=value,
        formula=KPIS[kpi].formula,
        numerator=spread.total(closed.won_days),
        denominator=closed.won_days.total(),
        excluded={"negative": closed.negative, "no start": closed.no_start},
        why="" if value is not None else tr("no deal was won in the period"),
        median=spread.median(closed.won_days),
        p90=spread.p90(closed.won_days),
        count=closed.won_days.total(),
        parts={
            "lost": _days(closed.lost_days, closed.lost_negative, closed.lost_no_start),
            "closed": _days(
                closed.won_days + closed.lost_days,
                closed.negative + closed.lost_negative,
                closed.no_start + closed.lost_no_start,
            ),
        },
    )


def _days(days: Any, negative: int, no_start: int) -> dict[str, Any]:
    return {
        "value": spread.mean(days),
        "median": spread.median(days),
        "p90": spread.p90(days),
        "count": days.total(),
        "excluded": {"negative": negative, "no start": no_start},
    }


def growth(now: int, before: int) -> float | None:
    """The change as a fraction of what was before; None where that was 0 or less."""
    return (now - before) / before if before > 0 else None


def _sales_growth(tallies: Tallies, basis: Basis) -> KpiValue:
    if tallies.before is None:
        return none_value("sales_growth", basis.whys.get("before", tr("there is no period before")))
    parts = {"monthly_average": monthly_average(basis.months)} if len(basis.months) > 1 else {}
    nothing, below = tr("nothing was won in the period before"), tr("the period before is below zero")
    return _growth("sales_growth", tallies, tallies.before, basis, (nothing, below), parts)


def _growth_on_the_year(tallies: Tallies, basis: Basis) -> KpiValue:
    assert tallies.year_before is not None
    nothing = tr("nothing was won in the period a year before")
    below = tr("the period a year before is below zero")
    return _growth("sales_growth_year", tallies, tallies.year_before, basis, (nothing, below), {})


def _growth(
    kpi: str, tallies: Tallies, earlier: Closed, basis: Basis, whys: tuple[str, str], parts: dict[str, Any]
) -> KpiValue:
    """Growth on what was won earlier; `whys` say why there is none on nothing, and on less."""
    now, before = (
        amount(_closed(tallies).revenue, basis.currency),
        amount(earlier.revenue, basis.currency),
    )
    value = growth(now, before)
    return KpiValue(
        unit="percent-change",
        value=value,
        formula=KPIS[kpi].formula,
        numerator=Money(now - before, basis.currency),
        denominator=Money(before, basis.currency),
        excluded=_left_out(_closed(tallies), basis),
        unconverted=foreign_money(_closed(tallies).revenue, basis.currency),
        why="" if value is not None else whys[0] if before == 0 else whys[1],
        parts=parts,
    )


def monthly_average(months: Sequence[int]) -> float | None:
    """The compound monthly growth from the first to the last month; None unless both are above 0."""
    if len(months) < 2 or months[0] <= 0 or months[-1] <= 0:
        return None
    return float((months[-1] / months[0]) ** (1 / (len(months) - 1))) - 1


def _average_deal(tallies: Tallies, basis: Basis) -> KpiValue:
    closed = _closed(tallies)
    left_out = _left_out(closed, basis) | some({"zero value": closed.zero_value})
    return _average("average_deal", closed, basis, left_out, {})


def _average(kpi: str, closed: Closed, basis: Basis, left_out: dict[str, int], parts: dict[str, Any]) -> KpiValue:
    total, count = spread.total(closed.sizes), closed.sizes.total()
    median = spread.median(closed.sizes)
    return KpiValue(
        unit="money",
        value=Money(divided(total, count), basis.currency) if count else None,
        formula=KPIS[kpi].formula,
        numerator=Money(total, basis.currency),
        denominator=count,
        excluded=left_out,
        unconverted=foreign_money(closed.revenue, basis.currency),
        why="" if count else tr("no deal with a value was won in the period"),
        median=None if median is None else _whole(median, basis.currency),
        count=count,
        parts={"exact_minor": total / count if count else None} | parts,
    )


def _whole(minor: int | float, currency: str) -> Money:
    return Money(minor if isinstance(minor, int) else divided(int(minor * 2), 2), currency)


def _average_order_value(tallies: Tallies, basis: Basis) -> KpiValue:
    orders = tallies.orders
    if orders is None or not basis.has_orders:
        closed = _closed(tallies)
        left_out = _left_out(closed, basis) | some({"zero value": closed.zero_value})
        return _average("average_order_value", closed, basis, left_out, {"basis": "won deals"})
    total, count = amount(orders.amounts, basis.currency), orders.count
    return KpiValue(
        unit="money",
        value=Money(divided(total, count), basis.currency) if count else None,
        formula=KPIS["average_order_value"].formula,
        numerator=Money(total, basis.currency),
        denominator=count,
        excluded=some({"unconverted": _foreign(orders.foreign, basis)}),
        unconverted=foreign_money(orders.amounts, basis.currency),
        why="" if count else tr("nothing was ordered in the period"),
        count=count,
        parts={"exact_minor": total / count if count else None, "refunds": orders.refunds, "basis": "orders"},
    )


def _open_pipeline(tallies: Tallies, basis: Basis) -> KpiValue:
    found = tallies.open or Open()
    whole = StageSum()
    for stage in found.stages.values():
        whole.add(stage)
    order = list(basis.stages)
    ranks = {key: place for place, key in enumerate(order)}
    stages = sorted(found.stages.items(), key=lambda item: ranks.get(item[0], len(order)) if item[0] else len(order))
    by_stage = [
        {"stage": name, "pipeline": pipeline, "count": stage.count, **_worth(stage, basis)}
        for key, stage in stages
        for name, pipeline in (basis.stages.get(key, (None, None)) if key else (None, None),)
    ]
    worth = _worth(whole, basis)
    return money_value(
        "open_pipeline",
        whole.amounts[basis.currency],
        basis.currency,
        excluded=some({"without value": whole.without_value, "unconverted": _foreign(whole.foreign, basis)}),
        unconverted=foreign_money(whole.amounts, basis.currency),
        count=whole.count,
        parts={name: part for name, part in worth.items() if name != "value"} | {"by_stage": by_stage},
    )


def _worth(stage: StageSum, basis: Basis) -> dict[str, Any]:
    worth: dict[str, Any] = {
        "value": Money(stage.amounts[basis.currency], basis.currency),
        "without_value": stage.without_value,
        "at_list_price": Money(stage.listed[basis.currency], basis.currency),
    }
    foreign = foreign_money(stage.listed, basis.currency)
    return worth | some({"without_price": stage.without_price}) | ({"list_unconverted": foreign} if foreign else {})


def _weighted_forecast(tallies: Tallies, basis: Basis) -> KpiValue:
    found, closed = tallies.open or Open(), _closed(tallies)
    won = amount(closed.revenue, basis.currency)
    weighted = divided(found.expected_weight[basis.currency], 100)
    foreign: Amounts = Amounts(closed.revenue)
    for currency, weight in found.expected_weight.items():
        foreign[currency] += divided(weight, 100)
    excluded = {
        "overdue": found.overdue,
        "no expected day": found.no_day,
        "without value": found.expected_without_value + closed.without_value,
        "no close date": closed.undated_won,
        "unconverted": _foreign(closed.foreign, basis) + _foreign(found.expected_foreign, basis),
    }
    return money_value(
        "weighted_forecast",
        won + weighted,
        basis.currency,
        excluded=some(excluded),
        unconverted=foreign_money(foreign, basis.currency),
        count=found.expected,
        parts={
            "won": Money(won, basis.currency),
            "weighted_open": Money(weighted, basis.currency),
            "overdue": _aside(found.overdue, found.overdue_weight, basis),
            "no_expected_day": _aside(found.no_day, found.no_day_weight, basis),
        },
    )


def _aside(count: int, weight: Amounts, basis: Basis) -> dict[str, Any]:
    return {"count": count, "weighted": Money(divided(weight[basis.currency], 100), basis.currency)}


_FORMULAS: dict[str, Callable[[Tallies, Basis], KpiValue]] = {
    "won_revenue": _won_revenue,
    "win_rate": _win_rate,
    "sales_cycle_days": _cycle,
    "opening_to_win_days": _opening_to_win,
    "sales_growth": _sales_growth,
    "sales_growth_year": _growth_on_the_year,
    "average_deal": _average_deal,
    "average_order_value": _average_order_value,
    "open_pipeline": _open_pipeline,
    "weighted_forecast": _weighted_forecast,
    "quota_attainment": attainment.quota_attainment,
    "pipeline_coverage": attainment.pipeline_coverage,
    "lead_conversion": effort.lead_conversion,
    "lead_qualification": effort.lead_qualification,
    "activities": effort.activities,
    "follow_up_discipline": effort.follow_up,
    "cac": acquiring.cac,
    "cac_lagged": acquiring.lagged_cac,
    "customer_churn": retention.customer_churn,
    "revenue_churn": lambda tallies, basis: retention.revenue_churn(tallies.subscriptions, basis.currency),
    "grr": lambda tallies, basis: retention.retained("grr", tallies.subscriptions, basis.currency),
    "nrr": lambda tallies, basis: retention.retained("nrr", tallies.subscriptions, basis.currency),
    "contact_rate": effort.contact_rate,
    "meeting_rate": effort.meeting_rate,
    "cac_payback_months": acquiring.payback,
    "speed_to_lead": response.speed_to_lead,
    "stage_conversion": flow.stage_conversion,
    "stage_days": flow.stage_days,
    "slippage": flow.slippage,
    **{kpi: partial(flow.velocity, kpi) for kpi in ("pipeline_velocity", "pipeline_velocity_180")},
    "forecast": outlook.forecast,
    "forecast_accuracy": accuracy.forecast_accuracy,
}
