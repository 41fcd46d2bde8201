"""What can be done in a pipeline review; part of the actions in `actions.py`."""

from collections.abc import Callable
from typing import Any

_REVIEW = ("review",)


def declare(review: Callable[..., Any]) -> tuple[Any, ...]:
    """The actions, made by a group of `actions.py`."""
    return (
        review("review.next", "] .", "on", "Go on; a deal without a note counts as looked at.", _REVIEW,
               no_cli="a movement on the screen", rank=1),
        review("review.back", "[ ,", "back", "Go back to the deal or page before.", _REVIEW,
               no_cli="a movement on the screen", rank=4),
        review("review.note", "N", "note", "Say something of this deal.", _REVIEW, cli="review note", rank=1, acts="verb"),
        review("review.task", "T", "task", "Agree on a task: what, when and @who.", _REVIEW, cli="review note", rank=1,
               acts="verb"),
        review("review.category", "F", "category", "Put the deal into a forecast category.", _REVIEW, cli="deal set",
               rank=2, acts="verb"),
        review("review.forecast", "B", "forecast", "Submit the forecast: commit and best case.", _REVIEW,
               cli="review forecast", rank=2, acts="verb"),
        review("review.agree", "A", "agree", "Agree on the one change: a playbook page and a task.", _REVIEW,
               cli="review agree", rank=2, acts="verb"),
        review("review.close", "X", "close", "Close the review; its minutes are kept.", _REVIEW, cli="review close",
               rank=3, acts="verb"),
        review("review.minutes", "O", "minutes", "Write the minutes into a file, as Markdown.", _REVIEW,
               cli="review minutes", rank=5),
        review("checkup.page", "O", "page", "Write the check-up into a file, as Markdown.", ("checkup",),
               cli="member checkup", rank=3),
    )  # fmt: skip


FOOTERS: dict[str, tuple[str, ...]] = {
    "team": ("shelf.previous", "record.open", "history.undo"),
    "checkup": ("record.open", "move.down", "checkup.page", "app.back"),
    "review": ("review.next", "review.back", "history.undo"),
}
# The key bar of each page of a review.
PAGES: dict[str, tuple[str, ...]] = {
    "headline": ("review.next", "review.forecast", "review.task", "history.undo"),
    "changes": (
        "review.next",
        "record.open",
        "record.next",
        "record.stage",
        "record.edit",
        "review.back",
        "history.undo",
    ),
    "deals": (
        "review.next",
        "review.note",
        "review.task",
        "record.stage",
        "record.edit",
        "review.category",
        "review.back",
        "history.undo",
        "record.next",
        "record.win",
        "record.lose",
    ),
    "forecast": ("review.next", "review.forecast", "review.back", "history.undo"),
    "technique": ("review.next", "review.agree", "review.task", "review.back", "history.undo"),
    "close": ("review.close", "review.minutes", "review.back", "history.undo"),
}
