"""What a KPI is declared with: its unit, what it needs, which way is better."""

from collections.abc import Mapping

from salesdesk.hints import Literal
from salesdesk.plain import Plain

Unit = Literal["ratio", "money", "days", "minutes", "months", "count", "percent-change", "times"]
Need = Literal[
    "closed", "year_before", "since_opening", "opened", "trailing", "trailing_180", "open", "outlook", "forecasts", "flow", "stays", "ages", "pushes", "leads", "response",
    "activities", "steps", "orders", "customers", "lagged", "subscriptions", "recurring", "buyers", "quotas",
]  # fmt: skip
# The days before, today included, that the rate, value and cycle of a pipeline velocity are of.
TRAILING_DAYS: Mapping[Need, int] = {"trailing": 90, "trailing_180": 180}


class Kpi(Plain):
    """One KPI. `higher_is_better` is None where neither way is. `snapshot`: about the day, not about the period. `by_name`:
    read only where somebody asks for it, because that takes longer or says little beside the others. `beside`: what says
    more about it where it can be told."""

    id: str
    name: str
    unit: Unit
    formula: str
    needs: tuple[Need, ...]
    higher_is_better: bool | None
    about: str
    snapshot: bool = False
    by_name: bool = False
    beside: tuple[Need, ...] = ()
