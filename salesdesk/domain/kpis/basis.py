"""What the figures rest on, beside the counts and sums."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.tallies import Closed
from salesdesk.plain import Plain, field


class Basis(Plain):
    """What the figures rest on: base currency, the day they are of, where the period ends, names of stages, won revenue
    of the whole months of the period, why some tallies are not there, and what the team agreed on: how churn is counted,
    after how many days without an order a customer is gone, and the gross margin in percent. `begun`: whether the period
    has a day behind it; before that nothing has been done in it, which is not a count of 0."""

    currency: str
    today: date
    end: date
    stages: Mapping[bytes, tuple[str, str]] = field(default_factory=dict)
    months: Sequence[int] = ()
    has_orders: bool = True
    whys: Mapping[str, str] = field(default_factory=dict)
    churn_by: str = "customers"
    churn_days: int = 180
    gross_margin: int = 100
    begun: bool = True

    def mature(self, closed: Closed | None) -> bool | None:
        """Whether a cohort of the period has had the median cycle to become something; None when nobody can say."""
        median = spread.median(closed.won_days) if closed else None
        # All time ends so far away that no day can be added to it.
        if median is None or self.end.year >= date.max.year - 1000:
            return None
        return self.end + timedelta(days=int(median)) <= self.today

    def named(self, keys: Sequence[bytes | None]) -> list[tuple[bytes | None, str | None, str | None]]:
        """Stages in the order of their pipelines, each with its name and that of its pipeline; none last."""
        order = {key: place for place, key in enumerate(self.stages)}
        found = sorted(keys, key=lambda key: order.get(key, len(order)) if key else len(order))
        return [(key, *(self.stages.get(key, (None, None)) if key else (None, None))) for key in found]
