"""The usual shapes of a KPI's value."""

from collections.abc import Mapping

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.value import SMALL_SAMPLE, KpiValue, wilson
from salesdesk.domain.money import Money
from salesdesk.hints import Any


def some(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts that are not 0."""
    return {reason: count for reason, count in counts.items() if count}


def amount(amounts: Mapping[str, int], currency: str) -> int:
    """The minor units in that currency."""
    return amounts.get(currency, 0)


def foreign_money(amounts: Mapping[str, int], currency: str) -> tuple[Money, ...]:
    """The money in other currencies than that one."""
    return tuple(Money(minor, code) for code, minor in sorted(amounts.items()) if code != currency and minor)


def none_value(kpi: str, why: str) -> KpiValue:
    """No value, and why."""
    return KpiValue(KPIS[kpi].unit, None, KPIS[kpi].formula, why=why)


def ratio_value(
    kpi: str,
    numerator: int,
    denominator: int,
    why: str,
    *,
    excluded: dict[str, int] | None = None,
    parts: dict[str, Any] | None = None,
) -> KpiValue:
    """A rate of counts; `why` is said when the denominator is 0."""
    small = 0 < denominator < SMALL_SAMPLE
    return KpiValue(
        unit="ratio",
        value=numerator / denominator if denominator else None,
        formula=KPIS[kpi].formula,
        numerator=numerator,
        denominator=denominator,
        excluded=excluded or {},
        why="" if denominator else why,
        interval=wilson(numerator, denominator) if denominator else None,
        small_sample=small,
        parts=parts or {},
    )


def money_value(
    kpi: str,
    minor: int,
    currency: str,
    *,
    excluded: dict[str, int],
    unconverted: tuple[Money, ...],
    count: int,
    parts: dict[str, Any] | None = None,
) -> KpiValue:
    """A sum of money and how many records it is of."""
    return KpiValue(
        unit="money",
        value=Money(minor, currency),
        formula=KPIS[kpi].formula,
        excluded=excluded,
        unconverted=unconverted,
        count=count,
        parts=parts or {},
    )
