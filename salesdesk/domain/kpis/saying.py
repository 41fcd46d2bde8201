"""KPI figures as people read them: the value, its change, its parts, where it comes from."""

from collections.abc import Mapping

from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money, format_money
from salesdesk.hints import Any
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
    return f"{value:,.0f}" if not isinstance(value, float) else f"{value:,.1f}"


def change(fraction: float | None, unit: str) -> str:
    """`+12 %` of money and counts, `-3 pt` of ratios, `-5 d` of days, `+20 h 30 min` of minutes; '' where nothing can be said."""
    if fraction is None:
        return ""
    if unit == "minutes" and round(fraction):
        return f"{'+' if fraction > 0 else '-'}{waited(abs(fraction))}"
    if unit in {"days", "minutes", "months"}:
        return _signed(fraction, unit[0] if unit == "days" else unit[:3])
    return _signed(fraction * 100, "pt" if unit == "ratio" else "%")


def _signed(number: float, unit: str) -> str:
    return f"{round(number):+,} {unit}" if round(number) else f"0 {unit}"


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
    if unit in {"days", "months"}:
        number = f"{value:.0f}" if short and unit == "days" else f"{value:.1f}"
        return tr("{days} days", days=number) if unit == "days" else tr("{months} months", months=number)
    if unit == "minutes":
        return waited(value)
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def waited(minutes: float) -> str:
    """`45 s`, `12 min`, `3 h 20 min`, `2 d 4 h`."""
    if minutes < 1:
        return f"{minutes * 60:.0f} s"
    whole = round(minutes)
    if whole < 60:
        return f"{whole} min"
    hours, rest = divmod(whole, 60)
    if hours < 24:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h" if hours else f"{days} d"


def origin(value: KpiValue) -> str:
    """Where a figure comes from in a few words: its parts, who waits, how small the sample is, why there is none."""
    if value.value is None:
        return value.why
    found = []
    if "submitted" in value.parts:
        found.append(tr("{submitted} submitted, {won} won", submitted=value.parts["submitted"], won=value.parts["won"]))
    elif value.denominator is not None:
        found.append(f"{part(value.numerator, value.unit)} / {part(value.denominator, value.unit)}")
    if value.unit == "minutes":
        found.append(tr("{count} tried, {waiting} waiting", count=value.count or 0, waiting=value.parts["waiting"]))
    if value.unit == "days" and isinstance(value.median, int | float):
        found.append(tr("median {days}", days=f"{value.median:.0f}"))
    found += _missing(value)
    if value.unconverted:
        found.append(tr("beside {amounts}", amounts=", ".join(str(amount) for amount in value.unconverted)))
    if value.interval is not None and value.small_sample:
        low, high = value.interval
        found.append(tr("small sample: {low} to {high} %", low=f"{low * 100:.0f}", high=f"{high * 100:.0f}"))
    return ", ".join([*found, *_views(value.parts)])


def _missing(value: KpiValue) -> list[str]:
    """What is not in a figure and would be missed."""
    found = []
    if value.parts.get("without_value"):
        found.append(tr("{count} more without a value", count=f"{value.parts['without_value']:,}"))
    if value.excluded.get("not submitted"):
        found.append(tr("{count} did not submit", count=f"{value.excluded['not submitted']:,}"))
    return found


def _views(parts: Mapping[str, Any]) -> list[str]:
    """In which view a figure is told."""
    found = []
    if parts.get("view") == "cohort":
        found.append(tr("cohort, not mature") if parts.get("mature") is False else tr("cohort"))
    if parts.get("lag_days") is not None:
        found.append(tr("cost of {days} days earlier", days=parts["lag_days"]))
    if "definition" in parts:
        found.append(tr("by {definition}", definition=parts["definition"]))
    return found
