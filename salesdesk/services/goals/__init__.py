"""Goals and quotas: targets with a baseline, where they stand, what would close the gap.

The morning reads goals and sets none: what sets them (`setting`) is asked for by itself.
"""

from salesdesk.domain.goals import PLAIN_METRICS as METRICS
from salesdesk.domain.goals import REVENUE
from salesdesk.services.goals.kept import (
    PERIODS,
    Goal,
    days_of,
    delete_goal,
    find_goal,
    goals,
    tree,
)
from salesdesk.services.goals.tracking import Progress, progress

__all__ = [
    "METRICS",
    "PERIODS",
    "REVENUE",
    "Goal",
    "Progress",
    "days_of",
    "delete_goal",
    "find_goal",
    "goals",
    "progress",
    "tree",
]
