"""What can be done with an import before it is one."""

from salesdesk.actions.action import Action
from salesdesk.actions.words import APP, DATA

_IMPORT = ("import",)

ACTIONS: tuple[Action, ...] = (
    DATA("data.import", "I", "import", "Bring in CSV files, after a look at what they hold.", APP, cli="import"),
    DATA(
        "import.publish",
        "i",
        "import this",
        "Import what is shown, as one change that undo takes back.",
        _IMPORT,
        cli="import",
        rank=1,
        acts="verb",
    ),
    DATA(
        "import.me", "m", "who you are", "Say which of the owners in the files is you.", _IMPORT, cli="import", rank=1
    ),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    "import": ("import.publish", "import.me", "move.down", "app.back"),
}
