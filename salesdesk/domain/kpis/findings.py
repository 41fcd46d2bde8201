"""What goes with winning: groups compared with all others, and a sentence only where chance does not explain it.

A group is worth a sentence when it and the others hold 10 or more each and their 95 % intervals are apart. What goes
together need not cause each other, and nothing here says so.
"""

from collections.abc import Mapping

from salesdesk.domain.kpis.value import SMALL_SAMPLE, wilson
from salesdesk.i18n import tr
from salesdesk.plain import Plain


class Share(Plain):
    """So many of so many."""

    good: int
    of: int

    @property
    def rate(self) -> float | None:
        """The part, None of nothing."""
        return self.good / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Its 95 % interval, None of nothing."""
        return wilson(self.good, self.of) if self.of else None

    @property
    def small(self) -> bool:
        """Whether it is of too few to say much (house rule 6)."""
        return self.of < SMALL_SAMPLE

    def __sub__(self, other: "Share") -> "Share":
        return Share(self.good - other.good, self.of - other.of)

    def __str__(self) -> str:
        return tr("{good} of {of}", good=f"{self.good:,}", of=f"{self.of:,}")

    @property
    def percent(self) -> str:
        """`68 %`."""
        return "" if self.rate is None else f"{self.rate * 100:.0f} %"


class Factor(Plain):
    """What records are told apart by: `id` names it, `whole` are all records it was asked of; a record may be in several
    groups. `said` makes a sentence of `{group}`, `{share}`, `{percent}` and `{rest}`."""

    id: str
    label: str
    said: str
    whole: Share
    groups: Mapping[str, Share]


class Finding(Plain):
    """A group that is apart from all others; `gap` is how far the intervals are, as a fraction."""

    factor: Factor
    group: str
    share: Share
    rest: Share
    gap: float

    @property
    def better(self) -> bool:
        """Whether the group does better than the others."""
        return (self.share.rate or 0) > (self.rest.rate or 0)

    @property
    def sentence(self) -> str:
        """What was found, with its counts."""
        return tr(
            self.factor.said,
            group=self.group,
            share=self.share,
            percent=self.share.percent,
            rest=f"{self.rest} ({self.rest.percent})",
        )


def findings(factors: list[Factor]) -> list[Finding]:
    """What can be said, the strongest first. Of two groups that mirror each other the better one is said."""
    found: list[Finding] = []
    for factor in factors:
        mirrored = len(factor.groups) == 2 and sum(share.of for share in factor.groups.values()) == factor.whole.of
        told = [one for name, share in factor.groups.items() if (one := _finding(factor, name, share))]
        found += [one for one in told if one.better] if mirrored else told
    return sorted(found, key=lambda one: (-one.gap, one.factor.id, one.group))


def _finding(factor: Factor, name: str, share: Share) -> Finding | None:
    rest = factor.whole - share
    mine, other = share.interval, rest.interval
    if share.small or rest.small or mine is None or other is None:
        return None
    gap = max(mine[0] - other[1], other[0] - mine[1])
    return Finding(factor, name, share, rest, gap) if gap > 0 else None
