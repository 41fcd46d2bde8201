"""A check-up in words, and as a Markdown page that can be mailed."""

from salesdesk.domain.goals import say_amount
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.money import Money, minor_digits
from salesdesk.domain.spans import span_label
from salesdesk.i18n import tr
from salesdesk.services import goals
from salesdesk.services.checkup import Checkup, Figure, Measure, rule
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import PERIODS, QUOTA
from salesdesk.services.reviewing.minutes import plain


def markdown(desk: Desk, found: Checkup) -> str:
    """The check-up as a page that can be mailed."""
    name, period = found.member.name, found.period.label
    lines = [f"# {tr('Check-up: {who}', who=plain(name))}", "", f"{period}", ""]
    if found.goals:
        lines += [f"## {tr('Goals')}", ""]
        lines += [f"- {plain(goal_name(g))}: {goal_words(g)}" for g in found.goals]
        lines.append("")
    lines += [
        f"## {tr('Activities and results')}",
        "",
        tr("| what | {who} | team median |", who=plain(name)),
        "|---|---:|---:|",
    ]
    lines += [
        f"| {f.label} | {figure_text(desk, f, f.count)} | {figure_text(desk, f, f.team)} |"
        for f in (*found.efforts, *found.figures)
    ]
    lines += [
        "",
        f"## {tr('Rates')}",
        "",
        tr("| rate | {who} | of | team median |", who=plain(name)),
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {plain(m.label)} | {percent(m.rate.value)}{' *' if m.rate.small and m.rate.denominator else ''}"
        f" | {m.rate.numerator} / {m.rate.denominator} | {percent(m.rate.team)} |"
        for m in found.measures
    ]
    if any(m.rate.small and m.rate.denominator for m in found.measures):
        lines += ["", tr("\\* fewer than 10 records: a small sample.")]
    lines += ["", f"## {tr('Strengths')}", ""]
    lines += [f"- {plain(m.label)}: {against(m)}" for m in found.strengths] or [
        tr("None that chance does not explain.")
    ]
    lines += ["", f"## {tr('One thing to practise')}", ""]
    lines += practise_lines(found)
    lines += ["", f"*{rule()}*"]
    return "\n".join(lines) + "\n"


def goal_name(row: goals.Progress) -> str:
    """`Calls, day`, `Quota, Q4 2026`: a goal that comes again by its period, one with an end by its days."""
    goal = row.goal
    name = tr("Quota") if goal.kind == QUOTA else goal.label
    when = tr(goal.period) if goal.period in PERIODS else span_label(row.first, row.last, dated=True)
    return f"{name}, {when}"


def goal_words(row: goals.Progress) -> str:
    """`€86k of €180k (48 %)`."""
    metric, currency = row.goal.measure, row.goal.currency
    now, target = (say_amount(amount, metric, currency) for amount in (row.standing.now, row.target))
    return tr("{now} of {target} ({share} %)", now=now, target=target, share=f"{row.share * 100:.0f}")


def practise_lines(found: Checkup) -> list[str]:
    """What to practise and how, or that nothing stands out."""
    if found.practise is None:
        return [tr("Nothing stands out: every difference may be chance.")]
    return [f"**{plain(found.practise.label)}**: {against(found.practise)}.", "", tr(found.practise.advice)]


def against(measure: Measure) -> str:
    """`39 % (9 of 23), the team's median is 92 %`."""
    rate = measure.rate
    return tr(
        "{rate} ({part} of {of}), the team's median is {team}",
        rate=percent(rate.value),
        part=f"{rate.numerator:,}",
        of=f"{rate.denominator:,}",
        team=percent(rate.team),
    )


def percent(share: float | None) -> str:
    """`39 %`, `n/a`."""
    return "n/a" if share is None else f"{share * 100:.0f} %"


def _unit(figure: Figure) -> str:
    return KPIS[figure.id].unit if figure.id in KPIS else "count"


def figure_value(desk: Desk, figure: Figure, number: float | None) -> Money | float | None:
    """A number of a figure as files have it."""
    if number is None or _unit(figure) != "money":
        return number
    return Money(round(number), desk.currency)


def figure_text(desk: Desk, figure: Figure, number: float | None) -> str:
    """A number of a figure: money, days or a count."""
    if number is None:
        return "n/a"
    unit = _unit(figure)
    if unit == "money":
        whole = 10 ** minor_digits(desk.currency)
        return str(Money(round(number / whole) * whole, desk.currency))
    return tr("{days} days", days=f"{number:.0f}") if unit == "days" else f"{number:,.0f}"
