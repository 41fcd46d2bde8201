"""Who works in the demo, and when: the team with its strengths, working days, and the seasons of selling."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import TypeVar

T = TypeVar("T")
DOMAIN = "northlight.example"
TEAMS = ("New business", "Key accounts", "Partners")
MANAGERS = (("Ágnes Halmos", "New business"), ("Bram Verhoeven", "Key accounts"))
ME = "Maya Kessler"
LEAVER = "Nóra Bíró"


@dataclass(frozen=True, slots=True)
class Rep:
    """A rep: share of the work, chance to win a fair deal, open leads now, how many of them are late or forgotten,
    and touches today."""

    name: str
    team: str
    manager: str
    share: float
    wins: float
    leads: int
    overdue: int = 0
    forgotten: int = 0
    today: int = 5


REPS = (
    Rep(ME, "New business", "Ágnes Halmos", 1.4, 0.42, 34),
    Rep("Omar Farouk", "New business", "Ágnes Halmos", 1.2, 0.50, 16, today=8),
    Rep("Kinga Rédei", "New business", "Ágnes Halmos", 0.9, 0.33, 14, today=6),
    Rep("Lena Vogt", "Key accounts", "Bram Verhoeven", 1.2, 0.25, 22, overdue=9, forgotten=3, today=9),
    Rep("Iker Solano", "Key accounts", "Bram Verhoeven", 1.0, 0.38, 16, overdue=4, forgotten=1),
    Rep("Ingrid Solheim", "Key accounts", "Bram Verhoeven", 0.9, 0.40, 14, today=4),
    Rep("Petr Havlík", "Partners", "Ágnes Halmos", 0.7, 0.31, 12, overdue=1, today=3),
    Rep(LEAVER, "Partners", "Ágnes Halmos", 1.1, 0.36, 0, today=0),
)
REP = {rep.name: rep for rep in REPS}

# Autumn sells, August and the days around Christmas do not.
_MONTHS = (0.80, 0.95, 1.10, 1.00, 1.05, 1.00, 0.75, 0.40, 1.15, 1.40, 1.45, 0.85)
_HOLIDAYS = {(1, 1), (1, 6), (5, 1), (11, 1), (12, 24), (12, 25), (12, 26), (12, 31)}


def is_working(day: dt.date) -> bool:
    """Monday to Friday, without the feasts most countries share."""
    return day.weekday() < 5 and (day.month, day.day) not in _HOLIDAYS


def busy(day: dt.date) -> float:
    """How much is sold on such a day, 1 being usual."""
    if not is_working(day):
        return 0.0
    quiet = 0.15 if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6) else 1.0
    return _MONTHS[day.month - 1] * quiet


def working(day: dt.date, offset: int = 0) -> dt.date:
    """The working day `offset` working days from `day`; with 0 the day itself, else the last one before it."""
    step = dt.timedelta(days=1 if offset > 0 else -1)
    left = abs(offset)
    while left or not is_working(day):
        day += step
        if is_working(day) and left:
            left -= 1
    return day


def picked(rng: Random, weighted: Sequence[tuple[T, float]]) -> T:
    """One of the values by its weight."""
    return rng.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]


@dataclass
class Season:
    """The days of the story: from `start`, a year and the days of this month ago, until today."""

    today: dt.date
    rng: Random = field(repr=False)

    @cached_property
    def start(self) -> dt.date:
        """The first of this month, a year ago."""
        return dt.date(self.today.year - 1, self.today.month, 1)

    @cached_property
    def leave(self) -> dt.date:
        """The last working day of her who left: the end of June or July, at least a month ago."""
        ends = [dt.date(year, *day) for year in (self.today.year - 1, self.today.year) for day in ((6, 30), (7, 31))]
        return working(max(end for end in ends if end <= self.today - dt.timedelta(days=30)))

    @cached_property
    def _days(self) -> list[dt.date]:
        first = self.start - dt.timedelta(days=60)
        return [first + dt.timedelta(days=n) for n in range((self.today - first).days)]

    @cached_property
    def _busy(self) -> list[float]:
        # The team grows: a sixth more at the end than at the start.
        return [busy(day) * (0.85 + 0.3 * at / len(self._days)) for at, day in enumerate(self._days)]

    def pick(self, first: dt.date, last: dt.date) -> dt.date:
        """A working day in these days, busy seasons more often; the last working day before when there is none."""
        low, high = ((day - self._days[0]).days for day in (first, last))
        low, high = max(low, 0), min(high + 1, len(self._days))
        if low >= high or not any(self._busy[low:high]):
            return working(last)
        return self.rng.choices(self._days[low:high], self._busy[low:high])[0]

    def cuts(self) -> list[dt.date]:
        """Where the year is cut into operations: ends of months, weeks of the last month, the day she left, today."""
        yesterday = self.today - dt.timedelta(days=1)
        weeks = [yesterday - dt.timedelta(days=self.today.weekday() + 7 * n) for n in range(5)]
        ends = [self.start - dt.timedelta(days=1)]
        day = self.start
        while day < weeks[-1]:
            day = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            ends.append(day - dt.timedelta(days=1))
        found = {end for end in ends if end < weeks[-1]} | {self.leave, yesterday, self.today, *weeks}
        return sorted(day for day in found if day <= self.today)
