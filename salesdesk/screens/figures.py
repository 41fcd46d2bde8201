"""KPI figures as the screens write them: the value, its change, its small sample, its parts."""

import datetime as dt
from typing import Any

from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money, format_money
from salesdesk.i18n import tr


def figure(value: KpiValue, *, short: bool = True) -> str:
    """`€412k`, `27 %`, `41 days`, `640`; `n/a` where there is none."""
    return _said(value.value, value.unit, short=short)


def part(value: Any, unit: str) -> str:
    """A numerator or denominator: counts as they are, money in full."""
    if isinstance(value, Money):
        return format_money(value.minor, value.currency)
    if value is None:
        return tr("none")
    return f"{value:,.0f}" if unit != "count" or not isinstance(value, float) else f"{value:,}"


def change(fraction: float | None, unit: str) -> str:
    """`+12 %` of money and counts, `-3 pt` of ratios, `-5 d` of days; '' where nothing can be said."""
    if fraction is None:
        return ""
    if unit == "ratio":
        return f"{fraction * 100:+.0f} pt"
    if unit == "days":
        return f"{fraction:+.0f} d"
    return f"{fraction * 100:+.0f} %"


def rate(fraction: float | None) -> str:
    """`41 %`."""
    return f"{fraction * 100:.0f} %" if fraction is not None else ""


def _said(value: Any, unit: str, *, short: bool) -> str:
    if value is None:
        return "n/a"
    if isinstance(value, Money):
        return format_money(value.minor, value.currency, short=short)
    if unit in {"ratio", "percent-change", "change", "growth"}:
        return f"{value * 100:.1f} %" if not short or abs(value) < 0.1 else f"{value * 100:.0f} %"
    if unit == "times":
        return f"{value:.1f}x"
    if unit == "days":
        return tr("{days} days", days=f"{value:.0f}" if short else f"{value:.1f}")
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def span(start: dt.date, end: dt.date) -> str:
    """The days of a period, `all` at open ends."""
    first = tr("the start") if start == dt.date.min else start.isoformat()
    last = tr("today") if end == dt.date.max else (end - dt.timedelta(days=1)).isoformat()
    return f"{first} – {last}"
