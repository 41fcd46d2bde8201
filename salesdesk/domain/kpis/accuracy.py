"""How near what was forecast came to what was won."""

from collections.abc import Mapping, Sequence
from datetime import date

from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import foreign_money, some
from salesdesk.domain.kpis.tallies import Forecasts, Tallies
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.i18n import tr


def forecast_accuracy(tallies: Tallies, basis: Basis) -> KpiValue:
    """1 - |submitted - won| / won of the last submissions; `by_submission` as it stood on each day somebody submitted."""
    found = tallies.forecasts
    assert found is not None
    excluded = {
        "not submitted": found.silent,
        "not over": found.not_over,
        "after its end": found.late,
        "beside that for everyone": found.beside,
        "without an owner": found.unowned,
        "without value": found.without_value,
        "unconverted": found.foreign,
    }
    parts: dict[str, Any] = {
        "view": "period",
        "submitted": Money(found.submitted, basis.currency),
        "won": Money(found.won, basis.currency),
        "over": Money(found.submitted - found.won, basis.currency),
        "by_submission": _course(found, basis.currency),
    }
    if found.reps:
        parts["of_reps"] = _standing(found.reps, found.reps_submitted, found.reps_won, basis.currency)
    return KpiValue(
        unit="ratio",
        value=near(found.submitted, found.won) if found.forecasts else None,
        formula=KPIS["forecast_accuracy"].formula,
        numerator=Money(abs(found.submitted - found.won), basis.currency),
        denominator=Money(found.won, basis.currency),
        excluded=some(excluded),
        unconverted=foreign_money(found.elsewhere, basis.currency),
        why=_why(found),
        count=found.forecasts,
        parts=parts,
    )


def near(submitted: int, won: int) -> float | None:
    """How near the one came to the other: 1 when they are the same, below 0 when it was off by more than was won; None
    where nothing was won."""
    return (won - abs(submitted - won)) / won if won > 0 else None


def _why(found: Forecasts) -> str:
    if not found.forecasts:
        if found.not_over:
            return tr("the period that was forecast is not over")
        if found.silent:
            return tr("something was won, and no forecast was submitted for it")
        return tr("nobody submitted a forecast for a period that lies in this one")
    return "" if found.won > 0 else tr("nothing was won in the period that was forecast")


def _course(found: Forecasts, currency: str) -> list[dict[str, Any]]:
    """What stood submitted at the end of each day on which somebody submitted, and how near it came."""
    course, submitted, won, count = [], 0, 0, 0
    for day in sorted(found.said):
        submitted += found.said[day]
        won += found.joined[day]
        count += found.first[day]
        course.append({"day": day, **_standing(count, submitted, won, currency)})
    return course


def _standing(count: int, submitted: int, won: int, currency: str) -> dict[str, Any]:
    return {
        "forecasts": count,
        "submitted": Money(submitted, currency),
        "won": Money(won, currency),
        "value": near(submitted, won),
    }


def weekly(course: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The last step of each week of a `by_submission`: how the accuracy went from the first week to the last."""
    return list({date.fromisoformat(step["day"]).isocalendar()[:2]: step for step in course}.values())
