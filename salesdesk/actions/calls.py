"""What can be done while a call runs, and on the shelves of what calls teach."""

from salesdesk.actions.action import Action
from salesdesk.actions.words import CALL, CALLS, PLACE, SHOW

_CALL = ("call",)
_TYPED = "a call is run by hand; `log` records one afterwards"

ACTIONS: tuple[Action, ...] = (
    SHOW("script.practise", "P", "practise", "Practise with a prepared buyer.", CALLS, cli="script practise", rank=2),
    SHOW("learning.by", "b", "split by", "By script, version, rep, persona, question.", CALLS, cli="script results"),
    SHOW("learning.since", "v", "since", "What is learned from: 30 days, 12 months.", CALLS, cli="script results"),
    CALL("call.file", "enter", "save note", "Save the note under the marked question.", _CALL, no_cli=_TYPED, rank=1),
    CALL("call.next", "tab", "next question", "Mark the next question.", _CALL, no_cli=PLACE, rank=2),
    CALL("call.previous", "shift+tab", "back", "Mark the question before.", _CALL, no_cli=PLACE, rank=6),
    CALL(
        "call.section_next",
        "pagedown",
        "section",
        "To the next section.",
        _CALL,
        no_cli=PLACE,
        rank=3,
        footer_keys="pgdn pgup",
    ),
    CALL("call.section_previous", "pageup", "section before", "To the section before.", _CALL, no_cli=PLACE),
    CALL("call.take_back", "up ctrl+z", "mend last", "The last note back into the line.", _CALL, no_cli=_TYPED, rank=4),
    CALL("call.script", "ctrl+o", "script", "Go on with another script.", _CALL, cli="call run", rank=5),
    CALL("call.wrap_up", "escape", "wrap up", "Decide how it went and save the call.", _CALL, no_cli=_TYPED, rank=1),
)

FOOTERS: dict[str, tuple[str, ...]] = {
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
}
