"""What was measured, beside what it should be, as a table."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Unit = Literal["ms", "MB", "%", "bytes"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: `ours` beside `theirs`, what a peer or a limit of the machine takes.

    `goal` is the most the ratio may be, or with `absolute` the most `ours` may be; None where there is none at this
    size of data. `note` says what was left out or stands in for what.
    """

    number: str
    what: str
    ours: float
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    goal: float | None = None
    absolute: bool = False
    unit: Unit = "ms"
    note: str = ""

    @property
    def verdict(self) -> str:
        """`pass`, `miss`, or nothing where there is no goal."""
        measured = self.ours if self.absolute else self.ratio
        if self.goal is None or measured is None:
            return ""
        return "pass" if measured <= self.goal else "miss"


def compared(
    number: str,
    what: str,
    ours: Sequence[float],
    peer: str,
    theirs: Sequence[float],
    goal: float | None,
    note: str = "",
) -> Figure:
    """Two series of seconds that were measured in turn: medians, and the median of the ratios round by round."""
    ratio = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
    mine, other = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    return Figure(number, what, mine, peer, other, ratio, goal, note=note)


def beside(
    number: str,
    what: str,
    ours: float,
    peer: str,
    theirs: float,
    goal: float | None,
    *,
    unit: Unit = "ms",
    note: str = "",
) -> Figure:
    """Two figures that have no rounds in common (percentiles, sums, memory)."""
    return Figure(number, what, ours, peer, theirs, ours / theirs if theirs else None, goal, unit=unit, note=note)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]


def in_turn(rounds: int, acts: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """What each act measures, all of them once in every round, each round beginning with another one."""
    found: dict[str, list[float]] = {name: [] for name in acts}
    order = list(acts)
    for _ in range(rounds):
        for name in order:
            found[name].append(acts[name]())
        order = [*order[1:], order[0]]
    return found


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    rows = [("", "what", "ours", "beside", "theirs", "ratio", "goal", "")]
    for one in figures:
        most = "" if one.goal is None else f"<= {one.goal:g}" + (f" {one.unit}" if one.absolute else "x")
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}x"
        theirs = "" if one.theirs is None else f"{one.theirs:,.1f} {one.unit}"
        rows.append((one.number, one.what, f"{one.ours:,.1f} {one.unit}", one.peer, theirs, ratio, most, one.verdict))
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    right = {2, 4, 5, 6}
    lines = []
    for row in rows:
        cells = [
            text.rjust(w) if at in right else text.ljust(w)
            for at, (text, w) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    notes = dict.fromkeys(f"{one.number}: {one.note}" for one in figures if one.note)
    return "\n".join([*lines, "", *notes]) + "\n"
