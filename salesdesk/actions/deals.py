"""What can be done on the board of deals."""

from salesdesk.actions.action import Action
from salesdesk.actions.words import DEAL, SHOW, VIEW

_DEALS = ("deals",)

ACTIONS: tuple[Action, ...] = (
    SHOW(
        "board.table",
        "\\ b",
        "board or table",
        "Switch between the board and a table.",
        _DEALS,
        no_cli=VIEW,
        rank=6,
    ),
    DEAL(
        "deal.back",
        "H",
        "back a stage",
        "Move the deal one stage back.",
        _DEALS,
        cli="deal move",
        acts="verb",
    ),
    DEAL(
        "deal.forward",
        "L",
        "move",
        "Move the deal one stage forward.",
        _DEALS,
        cli="deal move",
        rank=1,
        acts="verb",
        footer_keys="H/L",
    ),
    DEAL(
        "deal.lower",
        "J",
        "lower",
        "Put the deal below the next one.",
        _DEALS,
        no_cli="the order of the cards exists on the board alone",
        acts="verb",
    ),
    DEAL(
        "deal.higher",
        "K",
        "higher",
        "Put the deal above the one before.",
        _DEALS,
        no_cli="the order of the cards exists on the board alone",
        acts="verb",
    ),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    "deals": (
        "deal.forward",
        "move.right",
        "record.open",
        "record.call",
        "record.next",
        "record.add",
        "record.win",
        "record.lose",
        "filter.edit",
        "view.menu",
        "history.undo",
    ),
}
