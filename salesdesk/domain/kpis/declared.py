"""Every KPI, declared once: id, name, unit, formula, what it needs, which way is better.

House rules: half-open periods; an empty denominator gives no value and a reason, never 0; numerator, denominator and
what was left out are always shown; money of another currency is shown apart, never added; a rate over fewer than 10
records carries its count and a Wilson interval.
"""

from salesdesk.domain.kpis.kpi import TRAILING_DAYS, Kpi, Need
from salesdesk.domain.text import fold
from salesdesk.errors import NotFoundError
from salesdesk.i18n import tr


def _velocity(key: str, name: str, trailing: Need, *, by_name: bool = False) -> Kpi:
    """The velocity of the pipeline by the deals closed in those days."""
    formula = "open deals x win rate x average deal / sales cycle in days; the last three of the {days} days before"
    about = "A cycle that is a fifth shorter gives a quarter more."
    days = TRAILING_DAYS[trailing]
    return Kpi(
        key,
        name,
        "money",
        formula.format(days=days),
        ("open", trailing),
        True,
        about,
        snapshot=True,
        by_name=by_name,
    )


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
        ("closed", "opened"),
        True,
        "A deal lost for a reason that disqualifies leads is in neither part. A deal opened again counts at its last"
        " close. by_value is the same rate by value. cohort is that of the deals opened in the period, the open ones in"
        " the denominator.",
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
        "opening_to_win_days",
        "From opening to win",
        "days",
        "sum of (won day - day the deal was opened) / number of deals won in the period",
        ("since_opening",),
        False,
        "The part of the sales cycle that a deal takes once there is one. Calendar days; deals without such a day, or won"
        " before it, are left out and counted. lost and closed are the same of lost and of all.",
        by_name=True,
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
        "sales_growth_year",
        "Growth on the year before",
        "percent-change",
        "(won revenue of the period - won revenue of the period a year before) / won revenue of the period a year before",
        ("closed", "year_before"),
        True,
        "Beside the growth on the period before it tells the season from the trend. 0.12 is a growth of 12 %. A period that is"
        " not over is compared with as many working days of the one a year before.",
        by_name=True,
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
        # The median cycle, which a cohort needs to be mature.
        beside=("closed",),
    ),
    Kpi(
        "lead_qualification",
        "Lead qualification",
        "ratio",
        "leads that were qualified or became a deal / leads that arrived in the period",
        ("leads",),
        True,
        "Cohort view. Leads of companies that were customers before are left out. All time counts leads without a day of"
        " arrival too.",
    ),
    Kpi(
        "activities",
        "Activities",
        "count",
        "activities done in the period, without notes",
        ("activities",),
        True,
        "By kind, and by how each ended (by_outcome); reached counts those that reached somebody, calls and talks the calls"
        " made and those that did.",
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
        "cac_lagged",
        "Lagged CAC",
        "money",
        "sales, marketing and general cost of the period one median sales cycle earlier / new customers of the period",
        ("customers", "closed", "lagged"),
        False,
        "Those won today were paid for when they were sought: the lag is the median sales cycle in days of the deals won in"
        " the period. The cost of a month counts with the part of its days that lie in the days asked about; days of the"
        " period still to come count nowhere.",
        by_name=True,
    ),
    Kpi(
        "cac_payback_months",
        "CAC payback",
        "months",
        "customer acquisition cost / (monthly revenue a new subscriber starts with x gross margin)",
        ("customers", "recurring"),
        False,
        "In months. The gross margin is a setting of the team. New subscribers are customers whose first subscription"
        " started in the period.",
    ),
    Kpi(
        "customer_churn",
        "Customer churn",
        "ratio",
        "lost in the period / there when it starts; what counts as lost is the team setting churn_by",
        ("subscriptions",),
        False,
        "customers: no subscription left. subscriptions: single subscriptions that ended. any: one or more ended."
        " orders: nothing bought for churn_days. Who came in the period is in neither part; who ended and came back is"
        " not churned but counted in returned. yearly_if_monthly is 1 - (1 - rate)^12, for periods of a month.",
    ),
    Kpi(
        "revenue_churn",
        "Revenue churn",
        "ratio",
        "monthly revenue lost to ends and reductions / monthly revenue when the period starts",
        ("subscriptions",),
        False,
        "Per customer present at the start; what one of them adds does not make up for what another loses. churned and"
        " contraction are the two parts.",
    ),
    Kpi(
        "grr",
        "Gross revenue retention",
        "ratio",
        "monthly revenue kept, at most the opening one of each customer / monthly revenue when the period starts",
        ("subscriptions",),
        True,
        "Never above 1. churned and contraction are what was lost of it.",
    ),
    Kpi(
        "nrr",
        "Net revenue retention",
        "ratio",
        "monthly revenue at the end of the customers present at the start / their monthly revenue at the start",
        ("subscriptions",),
        True,
        "Opening - churned - contraction + expansion. New customers are in neither part, nor are customers of earlier who came"
        " back in the period: reactivated counts them.",
    ),
    Kpi(
        "speed_to_lead",
        "Speed to lead",
        "minutes",
        "median of the time from the arrival of a lead to the first attempt to reach it, of the leads that arrived in the"
        " period",
        ("response",),
        False,
        "Minutes on the wall clock; business_hours counts those of the calling hours on working days. Leads nobody tried"
        " to reach yet are waiting: in the shares within 5 minutes and 1 hour they count as missed once the limit has"
        " passed. Leads brought by an import without a time of day are left out and counted.",
    ),
    Kpi(
        "contact_rate",
        "Contact rate",
        "ratio",
        "calls that reached somebody / calls made in the period",
        ("activities",),
        True,
        "Calls of every outcome are attempts; those whose outcome means reached count. Calls that came in are no attempts.",
    ),
    Kpi(
        "meeting_rate",
        "Meeting rate",
        "ratio",
        "calls that booked a meeting / calls made in the period",
        ("activities",),
        True,
        "The attempts are those of the contact rate. A call booked a meeting when its outcome is followed by one (next: meet"
        " +7d), as Meeting booked is.",
    ),
    Kpi(
        "stage_conversion",
        "Stage conversion",
        "ratio",
        "deals that went to a higher stage or were won / deals that left the stage; entries into a stage in the period",
        ("flow",),
        True,
        "Cohort view, each stage for itself (by_stage) and all together. A stage that was skipped counts as passed, and a"
        " deal once for each stage however often it came back. Deals still in the stage are left out and counted.",
    ),
    Kpi(
        "stage_days",
        "Time in stage",
        "days",
        "sum of the days between entering and leaving a stage / number of stays that ended in the period",
        ("stays", "ages"),
        False,
        "Calendar days, each stage for itself (by_stage) and all together. age is of the open deals in the stage now.",
    ),
    Kpi(
        "slippage",
        "Slippage",
        "ratio",
        "open deals whose expected day was pushed in the period / open deals",
        ("pushes",),
        False,
        "pushes counts every push; not_credible the open deals pushed 3 times or more since they were opened.",
        snapshot=True,
    ),
    _velocity("pipeline_velocity", "Pipeline velocity a day", "trailing"),
    _velocity("pipeline_velocity_180", "Velocity a day, 180 days", "trailing_180", by_name=True),
    Kpi(
        "forecast",
        "Commit forecast",
        "money",
        "won revenue of the period + open deals of the category commit expected to close in it",
        ("outlook", "closed"),
        True,
        "What the rep said of a deal counts (deal set forecast=commit); where nobody said anything its stage does: commit"
        " from a chance of 75 %, best case from 50 %. best_case adds that category. Deals whose expected day has passed or"
        " that have none are left out and counted.",
    ),
    Kpi(
        "forecast_accuracy",
        "Forecast accuracy",
        "ratio",
        "1 - |submitted - won| / won, of the last commit submitted for each period that ended in the one asked about",
        ("forecasts",),
        True,
        "Each forecast (review forecast) stands against what its rep won in its own days; of several reps the sums. A forecast"
        " for everyone counts instead of them, of_reps is theirs beside it. Below 0 it was off by more than was won."
        " by_submission is what stood on each day somebody submitted. Reps who won something and did not submit are left out"
        " and counted, as are forecasts of periods that are not over and those submitted after the end.",
        by_name=True,
    ),
)

KPIS: dict[str, Kpi] = {kpi.id: kpi for kpi in _DECLARED}


def needs_of(kpi: str, churn_by: str) -> tuple[Need, ...]:
    """What the KPI is worked out of; churn by orders needs those who bought."""
    return ("buyers",) if kpi == "customer_churn" and churn_by == "orders" else KPIS[kpi].needs


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
