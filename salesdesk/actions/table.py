"""Everything a user can do, declared once: keys, footer, palette, help and manual are all made from here.

An action `record.log` is carried out by a method `action_record_log` of the screen, the widget or the app; each room
declares its own. Nothing here may import Textual: the command line and the manual read this list too.
"""

from collections.abc import Iterable

from salesdesk.actions import calls, deals, everywhere, importing, numbers, outreach, records, review
from salesdesk.actions.action import Action
from salesdesk.i18n import tr

# The contexts whose keys are alive at the same time; a key may mean one thing only within each of them.
STACKS: dict[str, tuple[str, ...]] = {
    "today": ("app", "list", "today"),
    "leads": ("app", "list", "leads"),
    "deals": ("app", "board", "deals"),
    "deals as a table": ("app", "list", "deals"),
    "goals": ("app", "list", "goals"),
    "kpis": ("app", "list", "kpis"),
    "record": ("app", "list", "record"),
    "import": ("app", "list", "import"),
    "outreach": ("app", "list", "outreach"),
    "calls": ("app", "list", "outreach", "calls"),
    "team": ("app", "list", "outreach"),
    "review": ("app", "list", "review"),
    "checkup": ("app", "list", "checkup"),
    # Letters are notes there: none of the keys of the app are alive.
    "call": ("call",),
    "trial": ("app", "list"),
}

ACTIONS: tuple[Action, ...] = (
    *everywhere.ACTIONS,
    *records.ACTIONS,
    *deals.ACTIONS,
    *numbers.ACTIONS,
    *importing.ACTIONS,
    *outreach.ACTIONS,
    *calls.ACTIONS,
    *review.ACTIONS,
)

BY_ID = {action.id: action for action in ACTIONS}

# The key bar of each screen, in the order shown; a narrow screen drops the highest `rank` first.
FOOTERS: dict[str, tuple[str, ...]] = {
    **records.FOOTERS,
    **deals.FOOTERS,
    **outreach.FOOTERS,
    **calls.FOOTERS,
    **importing.FOOTERS,
    **numbers.FOOTERS,
    **review.FOOTERS,
}
# What the bar above the keys offers while rows are marked.
MARKED = (
    "record.owner",
    "record.stage",
    "record.due",
    "record.tag",
    "record.log",
    "record.mail",
    "record.lose",
    "app.escape",
    "record.enrol",
)

_KEY_SIGNS = {
    "enter": "⏎",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_sign(key: str) -> str:
    """A key as the interface writes it: `⏎` for `enter`."""
    return _KEY_SIGNS.get(key, key)


def applying(contexts: Iterable[str]) -> list[Action]:
    """The actions that work in any of these contexts, in the order declared."""
    wanted = set(contexts)
    return [action for action in ACTIONS if wanted.intersection(action.where)]


def reference() -> list[dict[str, object]]:
    """All actions as plain values, for the manual and the docs."""
    return [
        {**action._asdict(), "label": tr(action.label), "help": tr(action.help), "group": tr(action.group)}
        for action in ACTIONS
    ]
