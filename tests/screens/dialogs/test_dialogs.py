"""The overlays: how few keys they take, what they hand back, and that esc hands back nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk.keymap import Keymap
from salesdesk.screens.dialogs.base import Dialog
from salesdesk.screens.dialogs.capture import CaptureDialog, CaptureResult
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog, GotoDialog, with_letters
from salesdesk.screens.dialogs.confirm import ConfirmDialog, Confirmed
from salesdesk.screens.dialogs.keys import KeysDialog, RunChoice
from salesdesk.screens.dialogs.log import LogDialog, LogForm, LogKind, LogResult, Proposed
from salesdesk.screens.dialogs.messages import MessagesDialog
from salesdesk.screens.dialogs.pick import Choose, Picked
from salesdesk.screens.dialogs.prompt import (
    DueDialog,
    EditDialog,
    EditResult,
    Field,
    InvalidText,
    NextStepDialog,
    PromptDialog,
    TextResult,
)
from salesdesk.screens.dialogs.text import TextDialog
from salesdesk.widgets.capture_line import PreviewRow
from salesdesk.widgets.empty import EmptyState
from salesdesk.widgets.options import Option
from salesdesk.widgets.toast import Note
from tests.widgets.stage import act, text_of

OUTCOMES = (
    Option("talked", "talked", "t"),
    Option("voicemail", "voicemail", "v"),
    Option("none", "no answer", "n"),
)
KINDS = (
    LogKind("call", "C", "call", OUTCOMES, "they called"),
    LogKind("mail", "M", "mail", (Option("sent", "sent", "s"), Option("bounced", "bounced", "b")), "they wrote"),
    LogKind("note", "N", "note", (Option("noted", "noted", "n"),), "they came", note=True),
)


def form(start: str = "call", **more: Any) -> LogForm:
    """Three channels; a voicemail is the last attempt there is."""
    return LogForm(
        KINDS,
        start,
        lambda outcome: Proposed(f"after {outcome}", "default"),
        lambda text: f"means {text}",
        lambda text, kind: f"heard {text}, {kind.label}" if text else "",
        lambda outcome: "attempt 6 of 6" if outcome == "voicemail" else "",
        lambda outcome: [Option("nurture 90", "nurture", "u")] if outcome == "voicemail" else [],
        **{"stage": "New → Working", **more},
    )


FORM = form()


def read(text: str) -> str | InvalidText:
    """Everything but `nonsense` is a day."""
    return InvalidText("That is not a day.") if "nonsense" in text else f"is {text}"


async def rows(text: str, readings: Mapping[str, int]) -> Sequence[PreviewRow]:
    """What was understood."""
    return [PreviewRow("with", "With", text, ways=2)]


def owners() -> Choose:
    """Three owners."""
    return Choose("Owner", [Option(name.lower(), name) for name in ("Maya", "Omar", "Lena")])


DIALOGS: dict[str, tuple[Callable[[], Dialog[Any]], tuple[str, ...], object]] = {
    "log": (
        lambda: LogDialog("Log", FORM),
        ("v", "enter"),
        LogResult("voicemail", "", "after voicemail", False),
    ),
    "log with all": (
        lambda: LogDialog("Log", FORM),
        ("t", "tab", "h", "i", "tab", "!", "tab", "space", "enter"),
        LogResult("talked", "hi", "after talked!", True),
    ),
    "log a mail": (lambda: LogDialog("Log", FORM), ("M", "s", "enter"), LogResult("sent", "", "after sent")),
    "log by arrow": (
        lambda: LogDialog("Log", FORM),
        ("right", "b", "enter"),
        LogResult("bounced", "", "after bounced"),
    ),
    "log by arrow back": (lambda: LogDialog("Log", FORM), ("left", "enter"), LogResult("noted", "", "after noted")),
    "log a note": (
        lambda: LogDialog("Log", FORM),
        ("N", "h", "i", "enter"),
        LogResult("noted", "hi", "after noted"),
    ),
    "log what they began": (
        lambda: LogDialog("Log", FORM),
        ("space", "t", "enter"),
        LogResult("talked", "", "after talked", direction="in"),
    ),
    "log and give up": (
        lambda: LogDialog("Log", FORM),
        ("v", "u", "enter"),
        LogResult("voicemail", "", "nurture 90"),
    ),
    "log and not give up": (
        lambda: LogDialog("Log", FORM),
        ("t", "u", "enter"),
        LogResult("talked", "", "after talked"),
    ),
    "log of a channel starts there": (
        lambda: LogDialog("Log", form("mail")),
        ("s", "enter"),
        LogResult("sent", "", "after sent"),
    ),
    "log loses its outcome with its channel": (lambda: LogDialog("Log", FORM), ("t", "M", "enter", "escape"), None),
    "log without outcome": (lambda: LogDialog("Log", FORM), ("enter", "escape"), None),
    "choose": (
        lambda: ChooseDialog("Stage", [Option("q", "Qualify"), Option("w", "Won")]),
        ("w",),
        Choice("w"),
    ),
    "choose by arrow": (
        lambda: ChooseDialog("Stage", [Option("q", "Qualify"), Option("w", "Won")]),
        ("down", "enter"),
        Choice("w"),
    ),
    "pick": (owners, ("o", "enter"), Picked("omar")),
    "go": (lambda: GotoDialog([Option("tab.leads", "Leads", "l")]), ("l",), Choice("tab.leads")),
    "g g": (lambda: GotoDialog([Option("tab.leads", "Leads", "l")]), ("g",), Choice("top")),
    "due": (lambda: DueDialog("Anna", read), ("3",), TextResult("+3d")),
    "due monday": (lambda: DueDialog("Anna", read), ("m",), TextResult("mon")),
    "due typed": (lambda: DueDialog("Anna", read), ("f", "r", "i", "enter"), TextResult("fri")),
    "due spread": (
        lambda: DueDialog("15 leads", read, count=15),
        ("4", "0", "/", "d", "a", "y", "enter"),
        TextResult("40/day"),
    ),
    "next": (lambda: NextStepDialog("Anna", "call fri", read), ("!", "enter"), TextResult("call fri!")),
    "next not valid": (lambda: NextStepDialog("Anna", "nonsense", read), ("enter", "escape"), None),
    "edit": (
        lambda: EditDialog("Edit", [Field("name", "n", "Name", "Anna", prose=True), Field("phone", "p", "Phone")]),
        ("n", "!", "enter"),
        EditResult("name", "Anna!"),
    ),
    "edit a value": (
        lambda: EditDialog("Edit", [Field("value", "v", "Value", "20800")]),
        ("v", "9", "k", "enter"),
        EditResult("value", "9k"),
    ),
    "edit a value at its end": (
        lambda: EditDialog("Edit", [Field("value", "v", "Value", "20800")]),
        ("v", "end", "0", "enter"),
        EditResult("value", "208000"),
    ),
    "offered": (lambda: PromptDialog("How many?", "1", offered=True), ("3", "enter"), TextResult("3")),
    "offered and taken": (lambda: PromptDialog("How many?", "1", offered=True), ("enter",), TextResult("1")),
    "add": (
        lambda: CaptureDialog(rows, "call an"),
        ("n", "tab", "enter"),
        CaptureResult("call ann", {"with": 1}),
    ),
    "keys": (
        lambda: KeysDialog(Keymap().help(("app", "leads"))),
        ("o", "w", "n", "enter"),
        RunChoice("record.owner"),
    ),
    "confirm": (lambda: ConfirmDialog("Bin", "Sure.", act="empty"), ("y",), Confirmed()),
    "confirm enter": (lambda: ConfirmDialog("Bin", "Sure.", act="empty"), ("enter",), None),
    "text": (lambda: TextDialog("Note", "a"), ("b", "enter", "escape", "enter"), TextResult("b\na")),
    "messages": (lambda: MessagesDialog([Note("[b]moved", "error")]), ("escape",), None),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_what_a_dialog_hands_back(name: str) -> None:
    make, keys, wanted = DIALOGS[name]
    results: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(make(), results.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    act(lambda: EmptyState("behind"), steps)
    assert results == [wanted]


@pytest.mark.parametrize("name", [name for name in DIALOGS if " " not in name])
def test_esc_hands_back_nothing_and_the_box_fits_40_columns(name: str) -> None:
    make, _, _ = DIALOGS[name]
    results: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(make(), results.append)
        await pilot.pause()
        box = pilot.app.screen.query_one(".box").region
        assert box.x >= 0
        assert box.right <= 40
        assert any("╭" in row for row in text_of(pilot))
        await pilot.press("escape", *(["q"] if name == "text" else []))
        await pilot.pause()

    act(lambda: EmptyState("behind"), steps, (40, 24))
    assert results == [None]


def test_the_log_says_what_the_next_step_means() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(LogDialog("Log: [b]Anna[/b]", FORM, aside="call 12 of 40"))
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        shown = "\n".join(text_of(pilot))
        assert "Log: [b]Anna[/b]" in shown
        assert "call 12 of 40" in shown
        assert "▌v voicemail" in shown
        assert "means after voicemail   default" in shown
        assert "attempt 6 of 6" in shown
        assert "u nurture" in shown
        assert "▌C call  M mail  N note" in shown
        await pilot.press("space", "tab", "i", "n")
        await pilot.pause()
        shown = "\n".join(text_of(pilot))
        assert "they called   heard in, call" in shown

    act(lambda: EmptyState("behind"), steps)


def test_letters_are_found_for_options_without_one() -> None:
    given = [Option("1", "Price", "p"), Option("2", "Product"), Option("3", "Ü"), Option("4", "Rival")]
    assert [option.key for option in with_letters(given)] == ["p", "r", "a", "i"]
