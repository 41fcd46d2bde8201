"""What a new customer costs, and how long they take to earn it back."""

from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import foreign_money, some
from salesdesk.domain.kpis.tallies import Amounts, Costs, Customers, Tallies
from salesdesk.domain.kpis.value import KpiValue, divided
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.i18n import tr

PAID = "marketing"


def cac(tallies: Tallies, basis: Basis) -> KpiValue:
    """Cost for each new customer; `paid_only` is the same of marketing cost alone."""
    customers = tallies.customers
    assert customers is not None
    return _per_customer("cac", customers, basis, {"view": "fully loaded"})


def lagged_cac(tallies: Tallies, basis: Basis) -> KpiValue:
    """The same with the cost of one median cycle earlier: `lag_days` says how much, `cost_days` of which days."""
    customers, lagged = tallies.customers, tallies.lagged
    assert customers is not None
    assert lagged is not None
    why, days = "", None
    if not customers.new:
        why = tr("there was no new customer in the period")
    elif lagged.start is None or lagged.end is None:
        why = tr("no deal with a first day was won in the period, so there is no median cycle to look back")
    else:
        days = {"from": lagged.start.isoformat(), "to": lagged.end.isoformat()}
        if not lagged.costs:
            why = tr("no cost is booked {days} days earlier", days=lagged.lag)
    view = {"view": "lagged", "lag_days": lagged.lag, "cost_days": days}
    return _per_customer("cac_lagged", Customers(customers.new, lagged.costs), basis, view, why)


def _per_customer(kpi: str, customers: Customers, basis: Basis, view: dict[str, Any], unknown: str = "") -> KpiValue:
    """Cost for each new customer; `unknown` says why it cannot be told, where that is known."""
    amounts, foreign, why = _spent(customers, basis)
    why = unknown or why
    cost, new = amounts[basis.currency], customers.new
    categories = {
        name: Money(costs.amounts[basis.currency], basis.currency) for name, costs in sorted(customers.costs.items())
    }
    spent = customers.costs.get(PAID)
    # Of marketing that is all booked in other currencies nobody knows what it is.
    paid = categories[PAID] if spent and spent.rows > _abroad(spent, basis) else None
    parts: dict[str, Any] = {
        **view,
        "costs": categories,
        "exact_minor": None if why else cost / new,
        "paid_only": Money(divided(paid.minor, new), basis.currency) if paid and new else None,
    }
    return KpiValue(
        unit="money",
        value=None if why else Money(divided(cost, new), basis.currency),
        formula=KPIS[kpi].formula,
        numerator=Money(cost, basis.currency),
        denominator=new,
        excluded=some({"unconverted": foreign}),
        unconverted=foreign_money(amounts, basis.currency),
        why=why,
        parts=parts,
    )


def _spent(customers: Customers, basis: Basis) -> tuple[Amounts, int, str]:
    """The cost by currency, how many entries are in another than the base, and why there is no CAC."""
    amounts: Amounts = Amounts()
    rows = foreign = 0
    for costs in customers.costs.values():
        amounts.update(costs.amounts)
        rows += costs.rows
        foreign += _abroad(costs, basis)
    why = "" if customers.new else tr("there was no new customer in the period")
    if not rows:
        why = tr("no cost is booked in the period")
    elif rows == foreign:
        why = tr("no cost is booked in {currency}", currency=basis.currency)
    return amounts, foreign, why


def _abroad(costs: Costs, basis: Basis) -> int:
    return sum(count for currency, count in costs.foreign.items() if currency != basis.currency)


def payback(tallies: Tallies, basis: Basis) -> KpiValue:
    """Months until the gross margin of a new subscriber has earned what a new customer costs."""
    customers, recurring = tallies.customers, tallies.recurring
    assert customers is not None
    assert recurring is not None
    amounts, foreign, why = _spent(customers, basis)
    margin = recurring.monthly * basis.gross_margin
    if not why and not recurring.customers:
        why = tr("no subscription of a new customer started in the period")
    elif not why and margin <= 0:
        why = tr("never: new subscriptions bring no margin")
    cost = amounts[basis.currency]
    return KpiValue(
        unit="months",
        # The cost of one customer over what one brings in a month, divided once.
        value=None if why else cost * 100 * recurring.customers / (customers.new * margin),
        formula=KPIS["cac_payback_months"].formula,
        numerator=Money(_shared(cost, customers.new), basis.currency),
        denominator=Money(_shared(margin, 100 * recurring.customers), basis.currency),
        excluded=some(
            {"unconverted": foreign + recurring.foreign, "without revenue": recurring.without_revenue},
        ),
        why=why,
        parts={
            "gross_margin": basis.gross_margin / 100,
            "new_monthly_revenue": Money(recurring.monthly, basis.currency),
            "new_subscribers": recurring.customers,
        },
    )


def _shared(amount: int, count: int) -> int:
    return divided(amount, count) if count else 0
