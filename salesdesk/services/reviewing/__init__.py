"""The weekly pipeline review: what changed, what needs a word, the forecast, what worked, what was agreed."""

from salesdesk.services.reviewing.care import SILENT
from salesdesk.services.reviewing.changes import Change
from salesdesk.services.reviewing.looking import Look, Technique, look, technique, why
from salesdesk.services.reviewing.minutes import minutes
from salesdesk.services.reviewing.outlook import read_submission, submit, target_of
from salesdesk.services.reviewing.running import (
    agree,
    agree_task,
    all_reviews,
    close,
    find_review,
    fresh,
    look_at,
    name_of,
    note,
    open_review,
    read_task,
    start,
    whose,
)

__all__ = [
    "SILENT", "Change", "Look", "Technique", "agree", "agree_task", "all_reviews", "close", "find_review", "fresh", "look",
    "look_at", "minutes", "name_of", "note", "open_review", "read_submission", "read_task", "start", "submit",
    "target_of", "technique", "whose", "why",
]  # fmt: skip
