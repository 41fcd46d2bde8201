"""Churn and retention of subscriptions."""

from typing import Any

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import none_value, ratio_value, some
from salesdesk.domain.kpis.tallies import Subscriptions
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.i18n import tr


def _none_at_start() -> str:
    return tr("no customer had a subscription when the period started")


def customer_churn(found: Subscriptions | None, _currency: str) -> KpiValue:
    """Customers lost of those there at the start."""
    assert found is not None
    rate = found.churned / found.customers if found.customers else None
    subscriptions: dict[str, Any] = {
        "value": found.ended / found.subscriptions if found.subscriptions else None,
        "numerator": found.ended,
        "denominator": found.subscriptions,
    }
    return ratio_value(
        "customer_churn",
        found.churned,
        found.customers,
        _none_at_start(),
        parts={"returned": found.returned, "subscriptions": subscriptions}
        | ({"yearly_if_monthly": 1 - (1 - rate) ** 12} if rate is not None else {}),
    )


def revenue_churn(found: Subscriptions | None, currency: str) -> KpiValue:
    """Monthly revenue lost of that there at the start."""
    assert found is not None
    return _of_opening("revenue_churn", found, found.opening - found.kept, currency)


def retained(kpi: str, found: Subscriptions | None, currency: str) -> KpiValue:
    """`grr` or `nrr`."""
    assert found is not None
    return _of_opening(kpi, found, found.kept if kpi == "grr" else found.closing, currency)


def _of_opening(kpi: str, found: Subscriptions, numerator: int, currency: str) -> KpiValue:
    if found.opening <= 0:
        return none_value(
            kpi, _none_at_start() if not found.customers else tr("there was no monthly revenue at the start")
        )
    return KpiValue(
        unit="ratio",
        value=numerator / found.opening,
        formula=KPIS[kpi].formula,
        numerator=Money(numerator, currency),
        denominator=Money(found.opening, currency),
        excluded=some(
            {
                "unconverted": sum(n for code, n in found.foreign.items() if code != currency),
                "without revenue": found.without_revenue,
            }
        ),
        count=found.customers,
    )
