"""What can be done on every screen, and in every list and board: going, moving, marking, undo."""

from salesdesk.actions.action import Action
from salesdesk.actions.tabs import TABS
from salesdesk.actions.words import APP, CHANGE, GO, HELP, MARK, MOVE, PLACE, RECORD

_FILTER = "a command takes a filter instead"
_LIST = ("list",)
_LISTS = ("list", "board")

ACTIONS: tuple[Action, ...] = (
    *(GO(f"tab.{tab.id}", tab.digit, tab.label, f"Go to {tab.label}.", APP, cli=f"open {tab.id}") for tab in TABS),
    GO("go.menu", "g", "go to", "Show where you can go; g again jumps to the top.", APP, no_cli=PLACE),
    GO("go.previous", "-", "previous place", "Go back to where you were.", APP, no_cli=PLACE),
    HELP("app.palette", ": ctrl+p", "command", "Search every action, view and record.", APP, cli="find"),
    HELP("app.keys", "?", "keys", "The keys of this screen; search and run them.", APP, cli="man"),
    HELP(
        "app.messages",
        "",
        "messages",
        "All messages of this session.",
        APP,
        no_cli="lives as long as the screen",
    ),
    HELP("app.back", "q", "back", "Back; quits at the first screen.", APP, no_cli="leaves the screen"),
    HELP(
        "app.escape",
        "escape",
        "clear",
        "Close what is open, then clear the filter, then the marks.",
        APP,
        no_cli=PLACE,
    ),
    CHANGE(
        "history.undo",
        "u ctrl+z",
        "undo",
        "Take back your last change.",
        APP,
        cli="undo",
        rank=2,
        acts="verb",
    ),
    CHANGE("history.redo", "U", "redo", "Do again what undo took back.", APP, cli="redo", acts="verb"),
    CHANGE("record.add", "a", "add", "Add a lead, an activity or a deal in one line.", APP, cli="add", rank=4),
    MOVE("move.down", "j down", "down", "Down one row.", _LISTS, no_cli=PLACE),
    MOVE("move.up", "k up", "up", "Up one row.", _LISTS, no_cli=PLACE),
    MOVE("move.left", "h left", "left", "Left; on a list, back.", _LISTS, no_cli=PLACE, rank=6),
    MOVE(
        "move.right",
        "l right",
        "focus",
        "Right; on a list, open.",
        _LISTS,
        no_cli=PLACE,
        rank=6,
        footer_keys="hjkl",
    ),
    MOVE("move.page_down", "pagedown", "page down", "One page down.", _LISTS, no_cli=PLACE),
    MOVE("move.page_up", "pageup", "page up", "One page up.", _LISTS, no_cli=PLACE),
    MOVE("move.top", "home", "top", "To the first row; g g does the same.", _LISTS, no_cli=PLACE),
    MOVE("move.bottom", "G end", "bottom", "To the last row.", _LISTS, no_cli=PLACE),
    RECORD("record.open", "enter", "open", "Open the record.", _LISTS, cli="lead show", rank=1),
    MARK(
        "mark.toggle",
        "space",
        "select",
        "Mark this row; the next verb acts on all marked rows.",
        _LIST,
        no_cli=_FILTER,
        rank=3,
    ),
    MARK(
        "mark.range",
        "V",
        "range",
        "Mark from here to where you move; V again ends it.",
        _LIST,
        no_cli=_FILTER,
    ),
    MARK("mark.all", "* M", "all", "Mark every row that matches the filter.", _LIST, no_cli=_FILTER),
)
