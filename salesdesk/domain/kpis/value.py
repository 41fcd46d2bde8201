"""What a KPI came to: the figure and everything needed to check it."""

from salesdesk.domain.kpis.kpi import Unit
from salesdesk.domain.money import Money
from salesdesk.hints import Any
from salesdesk.plain import Plain, field

Figure = int | float | Money | None
# Below this many records in the denominator a rate is shown with its count and interval (house rule 6).
SMALL_SAMPLE = 10
_Z = 1.959963984540054


class KpiValue(Plain):
    """One KPI of one group of records. `value` is None when there is none, and `why` says why.

    Ratios and growth are fractions (0.63 is 63 %), means of days floats, money whole minor units rounded half away
    from zero. `excluded` counts the records left out by reason; `unconverted` holds money in other currencies.
    """

    unit: Unit
    value: Figure
    formula: str
    numerator: Figure = None
    denominator: Figure = None
    excluded: dict[str, int] = field(default_factory=dict)
    unconverted: tuple[Money, ...] = ()
    why: str = ""
    median: Figure = None
    p90: Figure = None
    count: int | None = None
    interval: tuple[float, float] | None = None
    small_sample: bool = False
    parts: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The value as JSON has it; money is `{"minor", "currency"}`, what is absent null."""
        result: dict[str, Any] = {"value": plain(self.value)}
        for name in ("numerator", "denominator", "median", "p90", "count", "interval"):
            found = getattr(self, name)
            if found is not None or (name in {"numerator", "denominator"} and self.value is None):
                result[name] = plain(found)
        result |= {"unit": self.unit, "formula": self.formula, "excluded": dict(self.excluded)}
        if self.small_sample:
            result["small_sample"] = True
        if self.unconverted:
            result["unconverted"] = plain(self.unconverted)
        if self.value is None:
            result["why"] = self.why
        return result | {name: plain(part) for name, part in self.parts.items()}


def plain(value: Any) -> Any:
    """A figure, or a structure of figures, as JSON has it."""
    if isinstance(value, KpiValue):
        return value.as_json()
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": value.currency}
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % interval of a rate (Wilson 1927, without continuity correction); `trials` is above 0."""
    from math import sqrt

    rate = successes / trials
    spread = _Z * sqrt(rate * (1 - rate) / trials + _Z * _Z / (4 * trials * trials))
    scale = 1 + _Z * _Z / trials
    middle = rate + _Z * _Z / (2 * trials)
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def divided(total: int, count: int) -> int:
    """`total / count` as a whole number, halves away from zero."""
    sign = -1 if (total < 0) != (count < 0) else 1
    total, count = abs(total), abs(count)
    return sign * ((2 * total + count) // (2 * count))
