"""Calls with scripts: planned, run, ended with a decision, found again."""

from salesdesk.services.calling.ending import Ended, Ending, call_outcomes, end
from salesdesk.services.calling.planning import CallPlan, Known, plan_call, plan_lines, say_advance
from salesdesk.services.calling.running import Run, begin, change_script, drop, note, resume, take_back, unfinished

__all__ = [
    "CallPlan",
    "Ended",
    "Ending",
    "Known",
    "Run",
    "begin",
    "call_outcomes",
    "change_script",
    "drop",
    "end",
    "note",
    "plan_call",
    "plan_lines",
    "resume",
    "say_advance",
    "take_back",
    "unfinished",
]
