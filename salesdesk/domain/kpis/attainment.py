"""Quotas against what was won and what is coming."""

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import foreign_money, none_value, some
from salesdesk.domain.kpis.tallies import Amounts, Closed, Open, Quotas, Tallies
from salesdesk.domain.kpis.value import KpiValue, divided
from salesdesk.domain.money import Money
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.domain.kpis.basis import Basis


def _no_quota() -> str:
    return tr("no quota is set for the period")


def quota_attainment(tallies: Tallies, basis: "Basis") -> KpiValue:
    """Won revenue of the quota of the period."""
    quotas, closed = tallies.quotas or Quotas(), tallies.closed or Closed()
    quota, due = quotas.amounts[basis.currency], quotas.to_date[basis.currency]
    won = closed.revenue[basis.currency] - quotas.other_won[basis.currency]
    to_date = {
        "value": won / due if due > 0 else None,
        "numerator": Money(won, basis.currency),
        "denominator": Money(due, basis.currency),
    }
    return KpiValue(
        unit="ratio",
        value=won / quota if quota > 0 else None,
        formula=KPIS["quota_attainment"].formula,
        numerator=Money(won, basis.currency),
        denominator=Money(quota, basis.currency),
        excluded=some(
            {
                "owner without a quota": quotas.other_deals,
                "unconverted": _foreign(closed, basis.currency),
                "no close date": closed.undated_won,
                "without value": closed.without_value,
            }
        ),
        unconverted=foreign_money(Amounts(closed.revenue) + Amounts(quotas.amounts), basis.currency),
        why="" if quota > 0 else _no_quota(),
        count=quotas.count,
        parts={"to_date": to_date},
    )


def pipeline_coverage(tallies: Tallies, basis: "Basis") -> KpiValue:
    """Open deals expected in the period against the quota that is left."""
    quotas, closed, found = tallies.quotas or Quotas(), tallies.closed or Closed(), tallies.open or Open()
    quota = quotas.amounts[basis.currency]
    if quota <= 0:
        return none_value("pipeline_coverage", _no_quota())
    left = quota - closed.revenue[basis.currency] + quotas.other_won[basis.currency]
    value = found.expected_value[basis.currency] - quotas.other_value[basis.currency]
    weighted = divided(found.expected_weight[basis.currency] - quotas.other_weight[basis.currency], 100)
    decided = closed.won + closed.lost
    return KpiValue(
        unit="times",
        value=value / left if left > 0 else None,
        formula=KPIS["pipeline_coverage"].formula,
        numerator=Money(value, basis.currency),
        denominator=Money(max(left, 0), basis.currency),
        excluded=some(
            {
                "owner without a quota": quotas.other_deals + quotas.other_coming,
                "overdue": found.overdue,
                "no expected day": found.no_day,
                "no close date": closed.undated_won,
                "without value": found.expected_without_value + closed.without_value,
                "unconverted": _foreign(closed, basis.currency)
                + sum(n for code, n in found.expected_foreign.items() if code != basis.currency),
            }
        ),
        unconverted=foreign_money(found.expected_value, basis.currency),
        why="" if left > 0 else tr("covered: the quota is reached"),
        count=found.expected,
        parts={
            "weighted": weighted / left if left > 0 else None,
            "needed": decided / closed.won if closed.won else None,
        },
    )


def _foreign(closed: Closed, currency: str) -> int:
    return sum(count for code, count in closed.foreign.items() if code != currency)
