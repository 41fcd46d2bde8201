"""Every KPI, declared once: id, name, unit, formula, what it needs, which way is better.

House rules: half-open periods; an empty denominator gives no value and a reason, never 0; numerator, denominator and
what was left out are always shown; money of another currency is shown apart, never added; a rate over fewer than 10
records carries its count and a Wilson interval.
"""

from dataclasses import dataclass
from typing import Literal

from salesdesk.domain.text import fold
from salesdesk.errors import NotFoundError
from salesdesk.i18n import tr

Unit = Literal["ratio", "money", "days", "count", "percent-change", "times"]
Need = Literal["closed", "open", "leads", "activities", "steps", "orders", "customers", "subscriptions", "quotas"]


@dataclass(frozen=True, slots=True)
class Kpi:
    """One KPI. `higher_is_better` is None where neither way is. `snapshot`: about the day, not about the period."""

    id: str
    name: str
    unit: Unit
    formula: str
    needs: tuple[Need, ...]
    higher_is_better: bool | None
    about: str
    snapshot: bool = False


_DECLARED = (
    Kpi(
        "won_revenue",
        "Won revenue",
        "money",
        "sum of the values of the deals won in the period",
        ("closed",),
        True,
        "Deals without a value are left out and counted; deals in another currency are shown apart.",
    ),
    Kpi(
        "win_rate",
        "Win rate",
        "ratio",
        "won / (won + lost), closed in the period",
        ("closed",),
        True,
        "A deal lost for a reason that disqualifies leads is in neither part. A deal opened again counts at its last"
        " close. by_value is the same rate by value.",
    ),
    Kpi(
        "sales_cycle_days",
        "Sales cycle",
        "days",
        "sum of (won day - first day) / number of deals won in the period; first day: the earliest of lead arrival,"
        " first contact and opening",
        ("closed",),
        False,
        "Calendar days. Deals without a first day, or won before it, are left out and counted. p90 is the smallest"
        " number of days that nine deals in ten did not exceed. lost and closed are the same of lost and of all.",
    ),
    Kpi(
        "sales_growth",
        "Sales growth",
        "percent-change",
        "(won revenue of the period - won revenue of the period before) / won revenue of the period before",
        ("closed",),
        True,
        "0.12 is a growth of 12 %. A period that is not over is compared with as many working days of the one before."
        " monthly_average is the geometric mean of the growth from the first to the last whole month of the period.",
    ),
    Kpi(
        "average_deal",
        "Average deal",
        "money",
        "sum of the values of won deals / number of won deals with a value, won in the period",
        ("closed",),
        True,
        "Deals with the value 0 or none are left out and counted.",
    ),
    Kpi(
        "average_order_value",
        "Average order value",
        "money",
        "sum of the orders / number of orders, ordered in the period",
        ("orders",),
        True,
        "Refunds are negative orders: they lower the sum and are no orders. In a workspace without any orders each won"
        " deal with a value stands for one; basis says which.",
    ),
    Kpi(
        "open_pipeline",
        "Open pipeline",
        "money",
        "sum of the values of the open deals",
        ("open",),
        True,
        "Deals without a value are not in it: without_value counts them, at_list_price says what their products cost.",
        snapshot=True,
    ),
    Kpi(
        "weighted_forecast",
        "Weighted forecast",
        "money",
        "sum of value x probability of the open deals expected to close in the period + won revenue of the period",
        ("open", "closed"),
        True,
        "The probability is the deal's own, else that of its stage at present. Deals whose expected day has passed, deals"
        " without such a day and deals without a value are left out and counted.",
    ),
    Kpi(
        "quota_attainment",
        "Quota attainment",
        "ratio",
        "won revenue of the period / quota of the whole period, prorated by working days, absences and ramp",
        ("closed", "quotas"),
        True,
        "A team's quota is its own number; where there is none, the quotas of its members are added. to_date is the same of"
        " the days that are over. A quota that lies only partly in the period counts with the working days that do.",
    ),
    Kpi(
        "pipeline_coverage",
        "Pipeline coverage",
        "times",
        "sum of the values of the open deals expected to close in the period / quota that is left (quota - won revenue)",
        ("open", "closed", "quotas"),
        True,
        "Once the quota is reached nothing is left to cover: covered. weighted is the same by probability; needed is"
        " 1 / win rate of the period.",
        snapshot=True,
    ),
    Kpi(
        "lead_conversion",
        "Lead conversion",
        "ratio",
        "leads that became a customer (a won deal) / leads that arrived in the period",
        ("leads",),
        True,
        "Cohort view: the leads of the period, followed to today; not mature until the median cycle has passed. Leads of"
        " companies that were customers before are left out. resolved is the period view: of the leads won, lost or"
        " disqualified in the period.",
    ),
    Kpi(
        "activities",
        "Activities",
        "count",
        "activities done in the period, without notes",
        ("activities",),
        True,
        "By kind; reached counts those that reached somebody, calls and talks the calls made and those that did.",
    ),
    Kpi(
        "follow_up_discipline",
        "Follow-up discipline",
        "ratio",
        "open leads and deals with a next step that is not overdue / open leads and deals",
        ("steps",),
        True,
        "overdue and no_next_step count the others.",
        snapshot=True,
    ),
    Kpi(
        "cac",
        "Customer acquisition cost",
        "money",
        "sales, marketing and general cost booked in the period / new customers (first won deal or order) of the period",
        ("customers",),
        False,
        "A month's cost counts where the month begins in the period. Renewals and repeat customers are not new.",
    ),
    Kpi(
        "customer_churn",
        "Customer churn",
        "ratio",
        "customers with a subscription when the period starts and none when it ends / customers with one when it starts",
        ("subscriptions",),
        False,
        "Customers who came in the period are in neither part; who ended and came back is not churned but counted in"
        " returned. subscriptions is the same of single subscriptions. yearly_if_monthly is 1 - (1 - rate)^12, for periods of a month.",
    ),
    Kpi(
        "revenue_churn",
        "Revenue churn",
        "ratio",
        "monthly revenue lost to ends and reductions / monthly revenue when the period starts",
        ("subscriptions",),
        False,
        "Per customer present at the start; what one of them adds does not make up for what another loses.",
    ),
    Kpi(
        "grr",
        "Gross revenue retention",
        "ratio",
        "monthly revenue kept, at most the opening one of each customer / monthly revenue when the period starts",
        ("subscriptions",),
        True,
        "Never above 1.",
    ),
    Kpi(
        "nrr",
        "Net revenue retention",
        "ratio",
        "monthly revenue at the end of the customers present at the start / their monthly revenue at the start",
        ("subscriptions",),
        True,
        "New customers are in neither part.",
    ),
)

KPIS: dict[str, Kpi] = {kpi.id: kpi for kpi in _DECLARED}


def kpi_named(text: str) -> Kpi:
    """The KPI of that id (`win-rate` and `win rate` too); NotFoundError names the nearest."""
    asked = fold(text.strip()).replace("-", "_").replace(" ", "_")
    names = {fold(kpi.name).replace(" ", "_").replace("-", "_"): kpi for kpi in _DECLARED}
    found = KPIS.get(asked) or names.get(asked)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(asked, KPIS, n=1)
        hint = tr("Did you mean {name}?", name=near[0]) if near else tr("There are: {names}.", names=", ".join(KPIS))
        raise NotFoundError(tr("There is no KPI '{name}'.", name=text), hint=hint)
    return found
