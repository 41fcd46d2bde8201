"""What can be done in a pipeline review and on the page of a check-up."""

from salesdesk.actions.action import Action
from salesdesk.actions.words import PLACE, REVIEW

_REVIEW = ("review",)

ACTIONS: tuple[Action, ...] = (
    REVIEW(
        "review.next", "] .", "on", "Go on; a deal without a note counts as looked at.", _REVIEW, no_cli=PLACE, rank=1
    ),
    REVIEW("review.back", "[ ,", "back", "Go back to the deal or page before.", _REVIEW, no_cli=PLACE, rank=4),
    REVIEW("review.note", "N", "note", "Say something of this deal.", _REVIEW, cli="review note", rank=1, acts="verb"),
    REVIEW(
        "review.task",
        "T",
        "task",
        "Agree on a task: what, when and @who.",
        _REVIEW,
        cli="review note",
        rank=1,
        acts="verb",
    ),
    REVIEW(
        "review.category",
        "F",
        "category",
        "Put the deal into a forecast category.",
        _REVIEW,
        cli="deal set",
        rank=2,
        acts="verb",
    ),
    REVIEW(
        "review.forecast",
        "B",
        "forecast",
        "Submit the forecast: commit and best case.",
        _REVIEW,
        cli="review forecast",
        rank=2,
        acts="verb",
    ),
    REVIEW(
        "review.agree",
        "A",
        "agree",
        "Agree on the one change: a playbook page and a task.",
        _REVIEW,
        cli="review agree",
        rank=2,
        acts="verb",
    ),
    REVIEW(
        "review.close",
        "X",
        "close",
        "Close the review; its minutes are kept.",
        _REVIEW,
        cli="review close",
        rank=3,
        acts="verb",
    ),
    REVIEW(
        "review.minutes",
        "O",
        "minutes",
        "Write the minutes into a file, as Markdown.",
        _REVIEW,
        cli="review minutes",
        rank=5,
    ),
    REVIEW(
        "checkup.page",
        "O",
        "page",
        "Write the check-up into a file, as Markdown.",
        ("checkup",),
        cli="member checkup",
        rank=3,
    ),
)

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
