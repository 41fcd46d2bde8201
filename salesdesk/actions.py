"""Everything a user can do, declared once: keys, footer, palette, help and manual are all made from here.

An action `record.log` is carried out by a method `action_record_log` of the screen, the widget or the app.
Nothing here may import Textual: the command line and the manual read this list too.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property

from salesdesk import review_actions
from salesdesk.i18n import tr


@dataclass(frozen=True)
class Action:
    """One thing a user can do.

    `where` names the contexts it works in (see `STACKS`). A low `rank` stays longest in a narrow key bar.
    `bulk`: it acts on the marked rows when there are any. `verb`: it changes data, a pasted burst is refused.
    `cli` is the command that does the same, or `no_cli` says why there is none.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    where: tuple[str, ...]
    rank: int = 5
    bulk: bool = False
    verb: bool = False
    cli: str = ""
    no_cli: str = ""
    footer_keys: str = ""

    @cached_property
    def name(self) -> str:
        """The name of the method without its `action_`."""
        return self.id.replace(".", "_")


@dataclass(frozen=True)
class TabInfo:
    """A tab of the top bar; its digit never changes, also while its neighbours are not built yet."""

    id: str
    digit: str
    label: str


TABS = (
    TabInfo("today", "1", "Today"),
    TabInfo("leads", "2", "Leads"),
    TabInfo("deals", "3", "Deals"),
    TabInfo("calls", "4", "Calls"),
    TabInfo("goals", "5", "Goals"),
    TabInfo("kpis", "6", "KPIs"),
    TabInfo("team", "8", "Team"),
)

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


class _Group:
    """The actions of one group, declared a line or two each; keys are parted by spaces."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(
        self,
        name: str,
        keys: str,
        label: str,
        help: str,  # noqa: A002
        where: tuple[str, ...],
        *,
        cli: str = "",
        no_cli: str = "",
        rank: int = 5,
        acts: str = "",
        footer_keys: str = "",
    ) -> Action:
        return Action(
            name,
            tuple(keys.split()),
            label,
            help,
            self.name,
            where,
            rank=rank,
            bulk="bulk" in acts,
            verb="verb" in acts,
            cli=cli,
            no_cli=no_cli,
            footer_keys=footer_keys,
        )


_go, _help, _change, _move = _Group("Go to"), _Group("Help"), _Group("Change"), _Group("Move")
_mark, _record, _show, _deal = _Group("Mark"), _Group("Record"), _Group("Show"), _Group("Deal")
_data, _call = _Group("Data"), _Group("Call")

_APP = ("app",)
_LIST = ("list",)
_LISTS = ("list", "board")
_RECORDS = ("today", "leads", "deals", "record", "review")
_DEALS = ("deals",)
_KPIS = ("kpis",)
_GOALS = ("goals",)
_IMPORT = ("import",)
_OUTREACH = ("outreach",)
_CALL = ("call",)
_CALLS = ("calls",)
_SCREENS = ("today", "leads", "deals", "record", *_KPIS)
_PLACE = "a movement on the screen"
_TYPED = "a call is run by hand; `log` records one afterwards"
_VIEW = "changes what the screen shows, not the data"
_FILTER = "a command takes a filter instead"

ACTIONS: tuple[Action, ...] = (
    *(_go(f"tab.{tab.id}", tab.digit, tab.label, f"Go to {tab.label}.", _APP, cli=f"open {tab.id}") for tab in TABS),
    _go("go.menu", "g", "go to", "Show where you can go; g again jumps to the top.", _APP, no_cli=_PLACE),
    _go("go.previous", "-", "previous place", "Go back to where you were.", _APP, no_cli=_PLACE),
    _help("app.palette", ": ctrl+p", "command", "Search every action, view and record.", _APP, cli="find"),
    _help("app.keys", "?", "keys", "The keys of this screen; search and run them.", _APP, cli="man"),
    _help(
        "app.messages",
        "",
        "messages",
        "All messages of this session.",
        _APP,
        no_cli="lives as long as the screen",
    ),
    _help("app.back", "q", "back", "Back; quits at the first screen.", _APP, no_cli="leaves the screen"),
    _help(
        "app.escape",
        "escape",
        "clear",
        "Close what is open, then clear the filter, then the marks.",
        _APP,
        no_cli=_PLACE,
    ),
    _change(
        "history.undo",
        "u ctrl+z",
        "undo",
        "Take back your last change.",
        _APP,
        cli="undo",
        rank=2,
        acts="verb",
    ),
    _change("history.redo", "U", "redo", "Do again what undo took back.", _APP, cli="redo", acts="verb"),
    _change("record.add", "a", "add", "Add a lead, an activity or a deal in one line.", _APP, cli="add", rank=4),
    _move("move.down", "j down", "down", "Down one row.", _LISTS, no_cli=_PLACE),
    _move("move.up", "k up", "up", "Up one row.", _LISTS, no_cli=_PLACE),
    _move("move.left", "h left", "left", "Left; on a list, back.", _LISTS, no_cli=_PLACE, rank=6),
    _move(
        "move.right",
        "l right",
        "focus",
        "Right; on a list, open.",
        _LISTS,
        no_cli=_PLACE,
        rank=6,
        footer_keys="hjkl",
    ),
    _move("move.page_down", "pagedown", "page down", "One page down.", _LISTS, no_cli=_PLACE),
    _move("move.page_up", "pageup", "page up", "One page up.", _LISTS, no_cli=_PLACE),
    _move("move.top", "home", "top", "To the first row; g g does the same.", _LISTS, no_cli=_PLACE),
    _move("move.bottom", "G end", "bottom", "To the last row.", _LISTS, no_cli=_PLACE),
    _record("record.open", "enter", "open", "Open the record.", _LISTS, cli="lead show", rank=1),
    _mark(
        "mark.toggle",
        "space",
        "select",
        "Mark this row; the next verb acts on all marked rows.",
        _LIST,
        no_cli=_FILTER,
        rank=3,
    ),
    _mark(
        "mark.range",
        "V",
        "range",
        "Mark from here to where you move; V again ends it.",
        _LIST,
        no_cli=_FILTER,
    ),
    _mark("mark.all", "* M", "all", "Mark every row that matches the filter.", _LIST, no_cli=_FILTER),
    _record(
        "record.log",
        "t",
        "log",
        "Log a touch: the letter of its outcome, then the next step.",
        _RECORDS,
        cli="log",
        rank=1,
        acts="bulk verb",
    ),
    _record(
        "record.call",
        "c",
        "call",
        "Run a call with a script; each note is kept at once.",
        (*_RECORDS, *_CALLS),
        cli="call run",
        rank=1,
        acts="verb",
    ),
    _record(
        "record.next",
        "n",
        "next step",
        "Change the next step.",
        _RECORDS,
        cli="next",
        rank=2,
        acts="bulk verb",
    ),
    _record(
        "record.due",
        "d",
        "due",
        "Move the due day: 1-9 days, m Monday, w a week, or type it.",
        _RECORDS,
        cli="next",
        rank=2,
        acts="bulk verb",
    ),
    _record(
        "record.enrol",
        "C",
        "cadence",
        "Enrol in a cadence; for who is in one: skip the step, pause, stop.",
        _RECORDS,
        cli="cadence enrol",
        rank=6,
        acts="bulk verb",
    ),
    *(
        _record(f"cadence.{name}", "", label, words, _RECORDS, cli=f"cadence {name}", acts="bulk verb")
        for name, label, words in (
            ("skip", "skip step", "Pass over the planned step of a cadence."),
            ("pause", "pause", "Let them wait in their cadence."),
            ("resume", "resume", "Go on in a cadence where they were paused."),
            ("stop", "stop cadence", "Take them out of their cadence, with the planned step."),
        )
    ),
    _record(
        "record.stage",
        "s",
        "stage",
        "Choose the stage by its letter.",
        _RECORDS,
        cli="deal move",
        acts="bulk verb",
    ),
    _record("record.owner", "o", "owner", "Hand to another owner.", _RECORDS, cli="lead assign", acts="bulk verb"),
    _record("record.tag", "# +", "tag", "Add or drop tags.", _RECORDS, cli="lead tag", acts="bulk verb"),
    _record(
        "record.win",
        "w",
        "won",
        "Won; a lead becomes a deal.",
        _RECORDS,
        cli="deal move",
        rank=3,
        acts="bulk verb",
    ),
    _record(
        "record.lose",
        "x",
        "lost",
        "Lost, with a reason; a lead is closed.",
        _RECORDS,
        cli="deal move",
        rank=4,
        acts="bulk verb",
    ),
    _record(
        "record.edit",
        "e",
        "edit",
        "Edit a field.",
        (*_RECORDS, *_OUTREACH, *_GOALS),
        cli="lead set",
        rank=6,
        acts="bulk verb",
    ),
    _record(
        "record.editor",
        "E",
        "editor",
        "Edit the record in your editor.",
        (*_RECORDS, *_OUTREACH),
        cli="lead edit",
        acts="verb",
    ),
    _record(
        "record.copy",
        "y",
        "copy",
        "Copy the phone, the mail address, a line or a summary.",
        (*_SCREENS, *_GOALS, *_CALLS, "review"),
        cli="lead show",
        rank=4,
    ),
    _record(
        "record.dial",
        "p",
        "dial",
        "Dial the phone number of the record.",
        _RECORDS,
        no_cli="needs a cursor; `lead show` prints the number",
        rank=4,
    ),
    _record("record.files", "f", "files", "Files and links: open, attach, take off.", _RECORDS, cli="file list"),
    _record(
        "record.mail",
        "m",
        "mail",
        "Write a mail from a template; it is shown before it leaves.",
        _RECORDS,
        cli="mail",
        rank=4,
        acts="bulk",
    ),
    _record(
        "record.delete",
        "D",
        "delete",
        "Move to the bin; undo brings it back.",
        (*_RECORDS, *_OUTREACH, *_GOALS),
        cli="lead delete",
        acts="bulk verb",
    ),
    _deal(
        "deal.product",
        "P",
        "product",
        "Put a product on the deal.",
        ("deals", "record", "today"),
        cli="deal product",
        acts="verb",
    ),
    _show("filter.edit", "/", "filter", "Filter what is shown.", (*_SCREENS, *_CALLS), cli="lead list", rank=2),
    _show(
        "view.menu",
        "v",
        "views",
        "Pick a saved view by its number, save or drop one.",
        _SCREENS,
        cli="view list",
        rank=4,
    ),
    _show("pane.zoom", "z", "zoom", "Show or hide the side pane.", ("today", "leads", "record"), no_cli=_VIEW, rank=6),
    _show(
        "board.table",
        "\\ b",
        "board or table",
        "Switch between the board and a table.",
        _DEALS,
        no_cli=_VIEW,
        rank=6,
    ),
    _deal(
        "deal.back",
        "H",
        "back a stage",
        "Move the deal one stage back.",
        _DEALS,
        cli="deal move",
        acts="verb",
    ),
    _deal(
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
    _deal(
        "deal.lower",
        "J",
        "lower",
        "Put the deal below the next one.",
        _DEALS,
        no_cli="the order of the cards exists on the board alone",
        acts="verb",
    ),
    _deal(
        "deal.higher",
        "K",
        "higher",
        "Put the deal above the one before.",
        _DEALS,
        no_cli="the order of the cards exists on the board alone",
        acts="verb",
    ),
    _show(
        "period.previous",
        "[ ,",
        "period",
        "The period before.",
        (*_KPIS, *_GOALS),
        cli="kpi show",
        rank=2,
        footer_keys="[ ]",
    ),
    _show("period.next", "] .", "next period", "The period after.", (*_KPIS, *_GOALS), cli="kpi show"),
    _data("data.import", "I", "import", "Bring in CSV files, after a look at what they hold.", _APP, cli="import"),
    _data(
        "import.publish",
        "i",
        "import this",
        "Import what is shown, as one change that undo takes back.",
        _IMPORT,
        cli="import",
        rank=1,
        acts="verb",
    ),
    _data(
        "import.me", "m", "who you are", "Say which of the owners in the files is you.", _IMPORT, cli="import", rank=1
    ),
    _show("shelf.previous", "[ ,", "shelf", "The shelf before.", _OUTREACH, no_cli=_PLACE, rank=2, footer_keys="[ ]"),
    _show("shelf.next", "] .", "next shelf", "The shelf after.", _OUTREACH, no_cli=_PLACE),
    _change(
        "text.switch",
        "s",
        "on or off",
        "Use a text, or let it rest; vouch for a page; a mail was sent.",
        _OUTREACH,
        cli="snippet on",
        rank=3,
        acts="verb",
    ),
    _data(
        "outbox.send", "S", "send", "Send the mails that are due.", _OUTREACH, cli="outbox send", rank=2, acts="verb"
    ),
    _data("outbox.retry", "r", "send again", "Send a mail again.", _OUTREACH, cli="outbox retry", rank=2, acts="verb"),
    _data("outbox.cancel", "x", "cancel", "Take a mail out.", _OUTREACH, cli="outbox cancel", rank=3, acts="verb"),
    _data("inbox.fetch", "R", "look for mail", "Take in replies and bounces.", _OUTREACH, cli="inbox fetch", rank=2),
    _show(
        "rule.test",
        "T",
        "test",
        "Try the rule on the past year; nothing is changed.",
        _OUTREACH,
        cli="rule test",
        rank=3,
    ),
    _show("script.practise", "P", "practise", "Practise with a prepared buyer.", _CALLS, cli="script practise", rank=2),
    _show("learning.by", "b", "split by", "By script, version, rep, persona, question.", _CALLS, cli="script results"),
    _show("learning.since", "v", "since", "What is learned from: 30 days, a year.", _CALLS, cli="script results"),
    _go("go.outreach", "", "outreach", "Texts the team writes once and uses often.", _APP, cli="snippet list"),
    _change("goal.set", "", "goal", "Set a goal of your own: calls 40 a day.", ("today",), cli="goal set", acts="verb"),
    _call("call.file", "enter", "save note", "Save the note under the marked question.", _CALL, no_cli=_TYPED, rank=1),
    _call("call.next", "tab", "next question", "Mark the next question.", _CALL, no_cli=_PLACE, rank=2),
    _call("call.previous", "shift+tab", "back", "Mark the question before.", _CALL, no_cli=_PLACE, rank=6),
    _call(
        "call.section_next",
        "pagedown",
        "section",
        "To the next section.",
        _CALL,
        no_cli=_PLACE,
        rank=3,
        footer_keys="pgdn pgup",
    ),
    _call("call.section_previous", "pageup", "section before", "To the section before.", _CALL, no_cli=_PLACE),
    _call(
        "call.take_back", "up ctrl+z", "mend last", "The last note back into the line.", _CALL, no_cli=_TYPED, rank=4
    ),
    _call("call.script", "ctrl+o", "script", "Go on with another script.", _CALL, cli="call run", rank=5),
    _call("call.wrap_up", "escape", "wrap up", "Decide how it went and save the call.", _CALL, no_cli=_TYPED, rank=1),
    _change(
        "goal.task",
        "t",
        "hand down",
        "Give somebody a task that serves the goal.",
        _GOALS,
        cli="goal task",
        rank=4,
        acts="verb",
    ),
    _show("kpi.page_next", "tab", "page", "The page to the right.", _KPIS, no_cli=_PLACE, rank=3, footer_keys="tab"),
    _show("kpi.page_previous", "shift+tab", "page before", "The page to the left.", _KPIS, no_cli=_PLACE),
    _show("kpi.scope", "T", "me/team", "Your figures or the team's.", (*_KPIS, *_GOALS), cli="kpi show", rank=2),
    *review_actions.declare(_Group("Review")),
)

BY_ID = {action.id: action for action in ACTIONS}

# The key bar of each screen, in the order shown; a narrow screen drops the highest `rank` first.
FOOTERS: dict[str, tuple[str, ...]] = {
    "today": (
        "record.open",
        "record.call",
        "record.log",
        "record.due",
        "record.next",
        "record.dial",
        "record.add",
        "filter.edit",
        "view.menu",
        "pane.zoom",
        "history.undo",
    ),
    "leads": (
        "mark.toggle",
        "record.open",
        "record.call",
        "record.log",
        "record.next",
        "record.dial",
        "record.add",
        "filter.edit",
        "view.menu",
        "history.undo",
    ),
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
    "record": (
        "record.call",
        "record.log",
        "record.next",
        "record.due",
        "record.dial",
        "record.mail",
        "record.edit",
        "record.editor",
        "record.win",
        "record.lose",
        "record.files",
        "record.copy",
        "history.undo",
    ),
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
    "call": (
        "call.file",
        "call.next",
        "call.section_next",
        "call.take_back",
        "call.script",
        "call.wrap_up",
    ),
    "calls": (
        "shelf.previous",
        "record.open",
        "record.call",
        "script.practise",
        "record.add",
        "record.editor",
        "text.switch",
        "filter.edit",
        "history.undo",
    ),
    "trial": ("record.open", "move.down", "app.back"),
    "import": ("import.publish", "import.me", "move.down", "app.back"),
    "goals": (
        "record.edit",
        "record.add",
        "period.previous",
        "kpi.scope",
        "record.open",
        "goal.task",
        "record.copy",
        "record.delete",
        "history.undo",
    ),
    "kpis": (
        "record.open",
        "kpi.page_next",
        "period.previous",
        "kpi.scope",
        "record.copy",
        "filter.edit",
        "view.menu",
    ),
    **review_actions.FOOTERS,
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
        {**asdict(action), "label": tr(action.label), "help": tr(action.help), "group": tr(action.group)}
        for action in ACTIONS
    ]
