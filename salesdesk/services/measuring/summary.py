"""The page of `kpi show`: KPIs by what they are about, what each comes from, funnel, forecast, reps, lost reasons."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from salesdesk.domain.kpis.accuracy import weekly
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.saying import change, figure, origin, rate
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.i18n import tr
from salesdesk.services.measuring import panels
from salesdesk.services.measuring.headlines import change_of
from salesdesk.services.measuring.page import Block, Page, Part
from salesdesk.services.measuring.report import reference

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.services.measuring.report import KpiReport

# Which block a KPI stands in; what is in none stands in the last.
_BLOCKS: dict[str, tuple[str, ...]] = {
    "SALES": (
        "won_revenue", "sales_growth", "sales_growth_year", "quota_attainment", "win_rate", "average_deal", "average_order_value",
        "sales_cycle_days", "opening_to_win_days",
    ),
    "PIPELINE": (
        "open_pipeline", "pipeline_coverage", "forecast", "weighted_forecast", "forecast_accuracy", "pipeline_velocity",
        "pipeline_velocity_180", "stage_conversion", "stage_days", "slippage", "follow_up_discipline",
    ),
    "LEADS AND ACTIVITY": (
        "lead_conversion", "lead_qualification", "speed_to_lead", "activities", "contact_rate", "meeting_rate",
    ),
    "CUSTOMERS": ("cac", "cac_lagged", "cac_payback_months", "customer_churn", "revenue_churn", "grr", "nrr"),
}  # fmt: skip
_CHANGED = 8


def kpi_page(desk: "Desk", report: "KpiReport", terms: Sequence[str], *, whole: bool = True) -> Page:
    """The page of a report of these terms; without `whole` only its KPIs."""
    placed = {name for names in _BLOCKS.values() for name in names}
    blocks = [(tr(title), names) for title, names in _BLOCKS.items()]
    blocks.append((tr("MORE"), tuple(name for name in report.kpis if name not in placed)))
    heads = (tr("now"), tr("before"), tr("change"), tr("from"))
    tables = [
        Block(title, heads, [_row(report, name) for name in names if _known(report, name)], loose=True)
        for title, names in blocks
    ]
    unknown = [
        [Part(tr("{kpi}: {why}", kpi=tr(KPIS[name].name), why=value.why), "muted")]
        for name, value in report.kpis.items()
        if value.value is None
    ]
    more = (
        (
            _funnel(desk, terms),
            _forecast(report.kpis.get("forecast")),
            _reps(desk, terms),
            _lost(desk, terms),
            _changed(report),
        )
        if whole
        else ()
    )
    return Page(
        tr("KPIs"),
        heading(report, terms),
        [*tables, _accuracy(report.kpis.get("forecast_accuracy")), *more, Block(tr("NOT KNOWN"), rows=unknown)],
        [*report.notes, tr("salesdesk kpi rows KPI lists the records behind a number, kpi explain KPI its formula.")],
    )


def heading(report: "KpiReport", terms: Sequence[str]) -> str:
    """The period, what it is compared with, the day it is of and what it is filtered by."""
    words = report.period.label
    if report.previous is not None and report.before:
        words += tr(", beside {period}", period=report.previous.label)
    if report.as_of is not None:
        words += tr(", as of {day}", day=report.as_of.isoformat())
    asked = [word for word in " ".join(terms).split() if not word.lower().startswith(("period:", "as-of:"))]
    return f"{words}, {' '.join(asked)}" if asked else words


def _known(report: "KpiReport", name: str) -> bool:
    return name in report.kpis and report.kpis[name].value is not None


def _row(report: "KpiReport", name: str) -> list[Part]:
    value, before = report.kpis[name], report.before.get(name)
    moved = change_of(value, before)
    better = KPIS[name].higher_is_better
    good = "" if better is None or not moved else "ok" if (moved > 0) == better else "bad"
    return [
        Part(tr(KPIS[name].name)),
        Part(figure(value, short=False), "strong"),
        Part(figure(before, short=False) if before is not None and before.value is not None else "", "muted"),
        Part(change(moved, value.unit), good),
        Part(origin(value), "muted"),
    ]


def _funnel(desk: "Desk", terms: Sequence[str]) -> Block:
    found = panels.funnel(desk, terms)
    of = tr("FUNNEL OF LEADS") if found.cohort == "leads" else tr("FUNNEL OF DEALS OPENED")
    rows = [[Part(step.label), Part(f"{step.count:,}", "strong"), Part(rate(step.rate))] for step in found.steps]
    largest = max((step.count for step in found.steps), default=0)
    return Block(of, (tr("count"), tr("of the step before")), rows if largest else ())


def _forecast(value: KpiValue | None) -> Block:
    if value is None or value.value is None:
        return Block("")
    parts = value.parts
    rows = [[Part(tr("Closed")), Part(str(parts["closed"]), "strong"), Part(""), Part("")]]
    names = {"commit": tr("Commit"), "best": tr("Best case"), "pipeline": tr("Pipeline"), "omitted": tr("Omitted")}
    sums = {"commit": value.value, "best": parts["best_case"], "pipeline": parts["with_pipeline"]}
    for name, label in names.items():
        one = parts[name]
        if name == "omitted" and not one["count"]:
            continue
        rows.append(
            [
                Part(label),
                Part(str(one["value"]), "strong"),
                Part(f"{one['count']:,}"),
                Part(str(sums[name]) if name in sums else ""),
            ]
        )
    opened = sum(parts[name]["count"] for name in names)
    return Block(tr("FORECAST"), (tr("value"), tr("deals"), tr("with all above")), rows if opened else ())


def _accuracy(value: KpiValue | None) -> Block:
    """What stood submitted week by week, and how near it came."""
    if value is None or value.value is None:
        return Block("")
    rows = [
        [
            Part(step["day"]),
            Part(str(step["submitted"])),
            Part(str(step["won"])),
            Part(f"{step['forecasts']:,}"),
            Part(rate(step["value"]), "strong"),
        ]
        for step in weekly(value.parts["by_submission"])
    ]
    return Block(tr("FORECAST, AS SUBMITTED"), (tr("submitted"), tr("won"), tr("forecasts"), tr("accuracy")), rows)


def _reps(desk: "Desk", terms: Sequence[str]) -> Block:
    def money(amount: Money) -> str:
        return str(amount) if amount.minor else "-"

    rows = [
        [
            Part(rep.name),
            Part(money(rep.won), "strong"),
            Part(f"{rep.won_deals}"),
            Part(money(rep.weighted)),
            Part(f"{rep.overdue}", "bad" if rep.overdue else "muted"),
            Part(f"{rep.no_next_step}", "bad" if rep.no_next_step else "muted"),
            Part(f"{rep.calls:,}"),
            Part(f"{rep.talks:,}"),
            Part(f"{rep.meetings:,}"),
        ]
        for rep in panels.reps(desk, terms)
    ]
    heads = ("won", "deals", "weighted", "overdue", "no next", "calls", "talks", "meetings")
    return Block(tr("REPS"), [tr(head) for head in heads], rows)


def _lost(desk: "Desk", terms: Sequence[str]) -> Block:
    rows = [
        [Part(reason.name or tr("no reason given")), Part(f"{reason.count:,}", "strong"), Part(str(reason.value))]
        for reason in panels.lost(desk, terms)
    ]
    return Block(tr("LOST, WHY"), (tr("deals"), tr("value")), rows)


def _changed(report: "KpiReport") -> Block:
    """The deals that count differently now than when the period ended."""
    rows = [
        [
            Part(row.name),
            Part(row.state),
            Part(row.day or ""),
            Part(str(row.value or "")),
            Part(reference(row) or "", "muted"),
        ]
        for row in report.changed[:_CHANGED]
    ]
    if len(report.changed) > _CHANGED:
        more = tr("and {count} more", count=len(report.changed) - _CHANGED)
        rows.append([Part(more, "muted"), *(Part("") for _ in range(4))])
    return Block(tr("CHANGED SINCE THE PERIOD ENDED"), (tr("state"), tr("day"), tr("value"), tr("ref")), rows)
