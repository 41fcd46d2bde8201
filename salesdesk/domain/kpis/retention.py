"""Churn and retention of subscriptions."""

from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import none_value, ratio_value, some
from salesdesk.domain.kpis.tallies import Subscriptions, Tallies
from salesdesk.domain.kpis.value import SMALL_SAMPLE, KpiValue
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.i18n import tr


def _none_at_start() -> str:
    return tr("no customer had a subscription when the period started")


# What counts as lost, by the word of the team setting `churn_by`.
DEFINITIONS = {
    "customers": "customers with a subscription when the period starts and none when it ends",
    "subscriptions": "subscriptions open when the period starts that ended in it",
    "any": "customers with a subscription when the period starts of whom one or more ended in it",
    "orders": "customers who bought in the {days} days before the period and not in the {days} days before its end",
}


def customer_churn(tallies: Tallies, basis: Basis) -> KpiValue:
    """What was lost of what was there at the start, as the team defines it; the other definitions beside it."""
    ways, chosen = _ways(tallies), basis.churn_by
    lost, there = ways[chosen]
    rate = lost / there if there else None
    others: dict[str, Any] = {
        name: {"value": a / b if b else None, "numerator": a, "denominator": b}
        for name, (a, b) in ways.items()
        if name != chosen
    }
    parts: dict[str, Any] = {
        "view": "opening cohort",
        "definition": chosen,
        "definition_text": tr(DEFINITIONS[chosen]).format(days=basis.churn_days),
    }
    if tallies.subscriptions is not None:
        parts["returned"] = tallies.subscriptions.returned
    if rate is not None:
        parts["yearly_if_monthly"] = 1 - (1 - rate) ** 12
    why = _none_at_start() if chosen != "orders" else tr("no customer had bought before the period started")
    return ratio_value("customer_churn", lost, there, why, parts=parts | others)


def _ways(tallies: Tallies) -> dict[str, tuple[int, int]]:
    found, buyers = tallies.subscriptions, tallies.buyers
    ways: dict[str, tuple[int, int]] = {}
    if found is not None:
        ways["customers"] = found.churned, found.customers
        ways["subscriptions"] = found.ended, found.subscriptions
        ways["any"] = found.touched, found.customers
    if buyers is not None:
        ways["orders"] = buyers.gone, buyers.there
    return ways


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
    net = kpi == "nrr"
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
                "reactivated": found.back if net else 0,
            }
        ),
        count=found.customers,
        small_sample=found.customers < SMALL_SAMPLE,
        parts=_lines(found, currency, net=net),
    )


def _lines(found: Subscriptions, currency: str, *, net: bool) -> dict[str, Any]:
    """What made the difference, customer by customer; who came back is in neither part and has a line of its own."""
    lost = {
        "churned": Money(found.gone, currency),
        "contraction": Money(found.opening - found.kept - found.gone, currency),
    }
    if not net:
        return lost
    back = {"count": found.back, "value": Money(found.back_monthly, currency)}
    return lost | {"expansion": Money(found.closing - found.kept, currency), "reactivated": back}
