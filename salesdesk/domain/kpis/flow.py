"""How deals flow: from stage to stage, how long they stay, how often their day is pushed, what comes through in a day."""

from collections import Counter

from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.kpi import TRAILING_DAYS
from salesdesk.domain.kpis.shape import none_value, ratio_value, some
from salesdesk.domain.kpis.tallies import StageAge, StageFlow, StageStays, Tallies
from salesdesk.domain.kpis.value import SMALL_SAMPLE, KpiValue, divided, wilson
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.i18n import tr

# From so many pushes on nobody believes the day any more.
NOT_CREDIBLE = 3


def stage_conversion(tallies: Tallies, basis: Basis) -> KpiValue:
    """Of the deals that entered a stage and left it: which part went further; all stages together, and each."""
    found = tallies.flow
    assert found is not None
    whole = StageFlow()
    for stage in found.stages.values():
        whole.add(stage)
    by_stage = [
        {
            "stage": name,
            "pipeline": pipeline,
            "entered": stage.entered,
            "passed": stage.passed,
            "left": stage.left,
            "value": stage.passed / stage.left if stage.left else None,
            "interval": wilson(stage.passed, stage.left) if 0 < stage.left < SMALL_SAMPLE else None,
        }
        for key, name, pipeline in basis.named(list(found.stages))
        for stage in (found.stages[key],)
    ]
    return ratio_value(
        "stage_conversion",
        whole.passed,
        whole.left,
        tr("no deal that entered a stage in the period has left it"),
        excluded=some({"still there": whole.entered - whole.left}),
        parts={
            "view": "cohort",
            "mature": whole.left == whole.entered if whole.entered else None,
            "by_stage": by_stage,
        },
    )


def stage_days(tallies: Tallies, basis: Basis) -> KpiValue:
    """How long deals stay in a stage, of the stays that ended in the period; `age` of those that go on."""
    found, going = tallies.stays, tallies.ages
    assert found is not None
    assert going is not None
    days: Counter[int] = Counter()
    for stage in found.stages.values():
        days.update(stage.days)
    by_stage: list[dict[str, Any]] = [
        {
            "stage": name,
            "pipeline": pipeline,
            "value": spread.mean(stage.days),
            "median": spread.median(stage.days),
            "p90": spread.p90(stage.days),
            "count": stage.days.total(),
            "age": {"median": age.median, "count": age.count},
        }
        for key, name, pipeline in basis.named(list(dict.fromkeys((*found.stages, *going.stages))))
        for stage, age in ((found.stages.get(key) or StageStays(), going.stages.get(key) or StageAge()),)
    ]
    return KpiValue(
        unit="days",
        value=spread.mean(days),
        formula=KPIS["stage_days"].formula,
        numerator=spread.total(days),
        denominator=days.total(),
        why="" if days else tr("no deal left a stage in the period"),
        median=spread.median(days),
        p90=spread.p90(days),
        count=days.total(),
        parts={"view": "period", "by_stage": by_stage},
    )


def slippage(tallies: Tallies, _basis: Basis) -> KpiValue:
    """Which part of the open deals had its expected day pushed in the period."""
    found = tallies.pushes
    assert found is not None
    return ratio_value(
        "slippage",
        found.pushed,
        found.open,
        tr("there are no open deals"),
        parts={"view": "period", "pushes": found.pushes, "not_credible": found.not_credible},
    )


def velocity(kpi: str, tallies: Tallies, basis: Basis) -> KpiValue:
    """What the open deals bring in a day: their number x win rate x average deal / cycle, those of the trailing days."""
    need = next(need for need in KPIS[kpi].needs if need in TRAILING_DAYS)
    opened, trailing, span = tallies.open, getattr(tallies, need), TRAILING_DAYS[need]
    assert opened is not None
    assert trailing is not None
    count = sum(stage.count for stage in opened.stages.values())
    closed, sizes, cycles = trailing.won + trailing.lost, trailing.sizes, trailing.won_days
    parts: dict[str, Any] = {
        "trailing_days": span,
        "open": count,
        "win_rate": trailing.won / closed if closed else None,
        "average_deal": Money(divided(spread.total(sizes), sizes.total()), basis.currency) if sizes.total() else None,
        "cycle_days": spread.mean(cycles),
    }
    if not closed or not sizes.total() or spread.total(cycles) <= 0:
        why = tr("no deal with a value was won in the last {days} days", days=span)
        if closed and sizes.total():
            why = tr("the deals won in the last {days} days have no cycle to divide by", days=span)
        value = none_value(kpi, why)
        return KpiValue(value.unit, None, value.formula, why=why, parts=parts)
    # Whole numbers over and under the line, divided once.
    brings, among = count * trailing.won * spread.total(sizes), closed * sizes.total()
    return KpiValue(
        unit="money",
        value=Money(divided(brings * cycles.total(), among * spread.total(cycles)), basis.currency),
        formula=KPIS[kpi].formula,
        numerator=Money(divided(brings, among), basis.currency),
        denominator=spread.total(cycles) / cycles.total(),
        count=count,
        small_sample=closed < SMALL_SAMPLE,
        parts=parts,
    )
