"""What can be done with the texts, the rules, the outbox and the inbox of the team."""

from salesdesk.actions.action import Action
from salesdesk.actions.words import APP, CHANGE, DATA, GO, OUTREACH, PLACE, SHOW

ACTIONS: tuple[Action, ...] = (
    SHOW(
        "shelf.previous",
        "[ , shift+tab",
        "shelf",
        "The shelf before.",
        OUTREACH,
        no_cli=PLACE,
        rank=2,
        footer_keys="[ ]",
    ),
    SHOW("shelf.next", "] . tab", "next shelf", "The shelf after.", OUTREACH, no_cli=PLACE),
    CHANGE(
        "text.switch",
        "s",
        "on or off",
        "Use a text, or let it rest; vouch for a page; a mail was sent.",
        OUTREACH,
        cli="snippet on",
        rank=3,
        acts="verb",
    ),
    CHANGE(
        "text.rename",
        "n",
        "name",
        "Give a text another name; what names it follows.",
        OUTREACH,
        cli="template rename",
        rank=4,
        acts="verb",
    ),
    DATA("outbox.send", "S", "send", "Send the mails that are due.", OUTREACH, cli="outbox send", rank=2, acts="verb"),
    DATA("outbox.retry", "r", "send again", "Send a mail again.", OUTREACH, cli="outbox retry", rank=2, acts="verb"),
    DATA("outbox.cancel", "x", "cancel", "Take a mail out.", OUTREACH, cli="outbox cancel", rank=3, acts="verb"),
    DATA("inbox.fetch", "R", "look for mail", "Take in replies and bounces.", OUTREACH, cli="inbox fetch", rank=2),
    SHOW(
        "rule.test",
        "T",
        "test",
        "Try the rule on the past year; nothing is changed.",
        OUTREACH,
        cli="rule test",
        rank=3,
    ),
    GO("go.outreach", "", "outreach", "Texts the team writes once and uses often.", APP, cli="snippet list"),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    "outreach": (
        "shelf.previous",
        "record.open",
        "record.add",
        "record.editor",
        "text.switch",
        "rule.test",
        "record.delete",
        "history.undo",
    ),
    "trial": ("record.open", "move.down", "app.back"),
}
