"""The forecast by category: what is closed, what a rep commits to, what may come at best."""

from salesdesk.domain.forecast import CATEGORIES
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.shape import amount, foreign_money, money_value, some
from salesdesk.domain.kpis.tallies import Amounts, Closed, Outlook, OutlookSum, Tallies
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.hints import Any


def forecast(tallies: Tallies, basis: Basis) -> KpiValue:
    """Closed + commit; the parts hold each category, and what they come to together."""
    found, closed = tallies.outlook or Outlook(), tallies.closed or Closed()
    won = amount(closed.revenue, basis.currency)
    sums = {name: found.categories.get(name) or OutlookSum() for name in CATEGORIES}
    worth = {name: one.amounts[basis.currency] for name, one in sums.items()}
    commit = sums["commit"]
    foreign: Amounts = Amounts(closed.revenue)
    foreign.update(commit.amounts)
    abroad = sum(n for code, n in (*closed.foreign.items(), *commit.foreign.items()) if code != basis.currency)
    excluded = {
        "overdue": found.overdue,
        "no expected day": found.no_day,
        "without value": closed.without_value + commit.without_value,
        "no close date": closed.undated_won,
        "unconverted": abroad,
        **{name: sums[name].count for name in list(CATEGORIES)[1:]},
    }
    parts: dict[str, Any] = {"closed": Money(won, basis.currency)}
    for name, one in sums.items():
        parts[name] = {
            "value": Money(worth[name], basis.currency),
            "count": one.count,
            "said_by_rep": one.said,
            "without_value": one.without_value,
        }
    best = won + worth["commit"] + worth["best"]
    parts["best_case"] = Money(best, basis.currency)
    parts["with_pipeline"] = Money(best + worth["pipeline"], basis.currency)
    return money_value(
        "forecast",
        won + worth["commit"],
        basis.currency,
        excluded=some(excluded),
        unconverted=foreign_money(foreign, basis.currency),
        count=commit.count,
        parts=parts,
    )
