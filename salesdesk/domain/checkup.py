"""The check-up of a rep: rates beside the median of the team, and the one thing to practise, chosen by a stated rule.

The rule: a rate is a strength, or a thing to practise, when it stands on at least 10 records and its 95 % interval lies
wholly above, or below, the median of the team (house rule 6 of the KPIs). To practise is the one whose interval is
furthest below, in points. Where none is, nothing is chosen: the difference may be chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from salesdesk.domain.kpis.value import SMALL_SAMPLE, wilson

# Fewer in the denominator say nothing of a rep that a median could be made of; fewer reps are no team to compare with.
LEAST, LEAST_REPS = 5, 3


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of a rep, as parts, and the median of the team's rates (None without a team to compare with)."""

    numerator: int
    denominator: int
    team: float | None = None

    @property
    def value(self) -> float | None:
        """The rate; None of nothing."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Its 95 % interval; None of nothing."""
        return wilson(self.numerator, self.denominator) if self.denominator else None

    @property
    def small(self) -> bool:
        """Whether it stands on too few records to be chosen."""
        return self.denominator < SMALL_SAMPLE

    @property
    def gap(self) -> float:
        """How far the nearer end of its interval is above (positive) or below the team's median; 0 where it holds it,
        where there is none, or where the sample is small."""
        if self.small or self.team is None or self.interval is None:
            return 0.0
        low, high = self.interval
        return low - self.team if low > self.team else high - self.team if high < self.team else 0.0


def team_median(values: Sequence[float | None]) -> float | None:
    """The median of those that have a value; None of fewer than three."""
    known = [value for value in values if value is not None]
    return median(known) if len(known) >= LEAST_REPS else None


def median_rate(parts: Sequence[tuple[int, int]]) -> float | None:
    """The median of the rates of reps, those with fewer than five records left out; None of fewer than three reps."""
    return team_median([top / below for top, below in parts if below >= LEAST])


def strengths(rates: Sequence[tuple[str, Rate]]) -> list[str]:
    """The names of those above chance, the furthest first."""
    return [name for name, rate in sorted(rates, key=lambda pair: -pair[1].gap) if rate.gap > 0]


def to_practise(rates: Sequence[tuple[str, Rate]]) -> str | None:
    """The name of the one furthest below chance; None when there is none."""
    below = [(rate.gap, name) for name, rate in rates if rate.gap < 0]
    return min(below)[1] if below else None
