"""What calls teach: how often they moved the sale on, by whatever they are split by, with counts and intervals.

An order or an advance is a success; a continuation or a no-sale is none (spin.md). No golden ratio of questions is
known, so the mix is shown and never judged: a team compares with its own results.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from salesdesk.domain.kpis.value import SMALL_SAMPLE, wilson

SUCCESSES = frozenset({"order", "advance"})
RESULTS = ("order", "advance", "continuation", "no-sale")
SECTIONS = ("S", "P", "I", "N")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was run and ended. `result` is empty when nobody was reached; the counts are of what was noted."""

    result: str
    minutes: float | None = None
    asked: Counter[str] = field(default_factory=Counter)
    questions: frozenset[str] = frozenset()
    implied: int = 0
    explicit: int = 0


@dataclass(slots=True)
class Tally:
    """The calls of one group together."""

    calls: int = 0
    results: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    implied: int = 0
    explicit: int = 0
    minutes: list[float] = field(default_factory=list)

    def add(self, call: Call) -> None:
        """Count a call in."""
        self.calls += 1
        if not call.result:
            return
        self.results[call.result] += 1
        self.asked += call.asked
        self.implied += call.implied
        self.explicit += call.explicit
        if call.minutes is not None:
            self.minutes.append(call.minutes)

    @property
    def talks(self) -> int:
        """The calls in which somebody was reached: what rates are of."""
        return self.results.total()

    @property
    def successes(self) -> int:
        """The orders and advances."""
        return sum(count for result, count in self.results.items() if result in SUCCESSES)

    @property
    def rate(self) -> float | None:
        """Successes of talks; None when there was no talk."""
        return self.successes / self.talks if self.talks else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the rate, None when there was no talk."""
        return wilson(self.successes, self.talks) if self.talks else None

    @property
    def small(self) -> bool:
        """Whether there are too few talks to say much (house rule 6 of the KPIs)."""
        return self.talks < SMALL_SAMPLE

    @property
    def median_minutes(self) -> float | None:
        """The middle length of a talk."""
        ordered = sorted(self.minutes)
        middle = len(ordered) // 2
        if not ordered:
            return None
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

    @property
    def needs(self) -> float | None:
        """The needs that were heard in a talk; None when there was none."""
        return (self.implied + self.explicit) / self.talks if self.talks else None

    def without(self, part: "Tally") -> "Tally":
        """The talks of this one that are not in `part`, a group of it; only what rates are made of."""
        return Tally(self.calls - part.calls, self.results - part.results)

    @property
    def mix(self) -> dict[str, float] | None:
        """The share of each type among the questions asked; None when none was."""
        whole = sum(self.asked[section] for section in SECTIONS)
        return {section: self.asked[section] / whole for section in SECTIONS} if whole else None


def by_group(calls: Iterable[tuple[Hashable, Call]]) -> dict[Hashable, Tally]:
    """A tally for each key, those with the most talks first."""
    found: dict[Hashable, Tally] = {}
    for key, call in calls:
        found.setdefault(key, Tally()).add(call)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].talks, -pair[1].calls, str(pair[0]))))


@dataclass(frozen=True, slots=True)
class QuestionUse:
    """A question: the talks in which it was asked beside those of the same scripts in which it was not."""

    question: str
    asked: Tally
    not_asked: Tally


def by_question(calls: Iterable[tuple[Hashable, Call]]) -> list[QuestionUse]:
    """Every question that was asked, the most asked first; a call counts as without it only when its script, the key,
    has it: when some call of that script asked it."""
    talks = [(key, call) for key, call in calls if call.result]
    scripts: dict[str, set[Hashable]] = {}
    for key, call in talks:
        for question in call.questions:
            scripts.setdefault(question, set()).add(key)
    found = []
    for question, keys in scripts.items():
        use = QuestionUse(question, Tally(), Tally())
        for key, call in talks:
            if question in call.questions:
                use.asked.add(call)
            elif key in keys:
                use.not_asked.add(call)
        found.append(use)
    return sorted(found, key=lambda use: (-use.asked.talks, use.question))


def differ(first: Tally, second: Tally) -> bool:
    """Whether two rates are apart by more than their intervals: only then is it worth a sentence."""
    one, other = first.interval, second.interval
    if one is None or other is None or first.small or second.small:
        return False
    return one[0] > other[1] or other[0] > one[1]
