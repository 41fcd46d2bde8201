"""Touching people: logging what happened, and the next step that makes sure nobody is forgotten."""

from salesdesk.services.outreach.following import Disqualify, Following, Nurture, default_step, nurture, read_default
from salesdesk.services.outreach.kinds import kind_named, kind_of_verb, kinds, outcome_named, outcomes_of, read_outcome
from salesdesk.services.outreach.planning import (
    Planned,
    Step,
    add_step,
    add_touch,
    best_first,
    open_steps,
    plan,
    planned,
    postpone,
    set_step,
    spread,
    step_values,
)
from salesdesk.services.outreach.sheet import Sheet, attempts, outcomes_for, sheet, step_after
from salesdesk.services.outreach.touching import Logged, instant_of, log, read_touch, touch, touch_values

__all__ = [
    "Disqualify",
    "Following",
    "Logged",
    "Nurture",
    "Planned",
    "Sheet",
    "Step",
    "add_step",
    "add_touch",
    "attempts",
    "best_first",
    "default_step",
    "instant_of",
    "kind_named",
    "kind_of_verb",
    "kinds",
    "log",
    "nurture",
    "open_steps",
    "outcome_named",
    "outcomes_for",
    "outcomes_of",
    "plan",
    "planned",
    "postpone",
    "read_default",
    "read_outcome",
    "read_touch",
    "set_step",
    "sheet",
    "spread",
    "step_after",
    "step_values",
    "touch",
    "touch_values",
]
