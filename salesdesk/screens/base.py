"""The skeleton every tab shares: bars above and below, a body between, dialogs and notes on top."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from salesdesk.actions.table import BY_ID, STACKS, applying
from salesdesk.i18n import tr
from salesdesk.keymap import HelpEntry, KeyHint, bindings, textual_key
from salesdesk.screens.chrome import Chrome as Chrome
from salesdesk.screens.dialogs.base import Dialog
from salesdesk.screens.dialogs.keys import KeysDialog
from salesdesk.screens.dialogs.messages import MessagesDialog
from salesdesk.widgets.compositor import LineCompositor
from salesdesk.widgets.filter_line import FilterLine
from salesdesk.widgets.key_footer import KeyFooter
from salesdesk.widgets.line import RunAction
from salesdesk.widgets.status_line import StatusLine
from salesdesk.widgets.steady import Steady
from salesdesk.widgets.text import Cell
from salesdesk.widgets.toast import Note, Toasts
from salesdesk.widgets.top_bar import TopBar
from salesdesk.widgets.view_line import ViewLine

if TYPE_CHECKING:
    from textual.dom import DOMNode

BURST_KEYS = 6
BURST_SECONDS = 0.120
T = TypeVar("T")


def screen_bindings(stack: str) -> list[BindingType]:
    """The `BINDINGS` of a screen: those of the app and its own; the lists and boards bring theirs."""
    return [*bindings(*(context for context in STACKS[stack] if context not in ("list", "board")))]


class DeskScreen(Steady, Screen[None]):
    """A tab. A subclass sets `STACK` and `BINDINGS = screen_bindings(STACK)` and yields `compose_body`.

    Actions of the app context that a screen does not carry out fall through to the app.
    """

    STACK: ClassVar[str] = "leads"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [
        (0, "-narrow"),
        (100, "-normal"),
        (140, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (30, "-tall")]
    DEFAULT_CSS = """
    DeskScreen { background: $background; padding: 0 1; layers: default toasts; }
    DeskScreen > TopBar { margin-bottom: 1; }
    DeskScreen > FilterLine { margin-bottom: 1; }
    DeskScreen > #body { height: 1fr; width: 1fr; }
    DeskScreen > #body > RecordList { margin-right: 1; }
    DeskScreen > Toasts { dock: bottom; }
    DeskScreen.-short > TopBar { margin-bottom: 0; }
    DeskScreen.-short > ViewLine { display: none; }
    DeskScreen.-short > FilterLine { margin-bottom: 0; }
    DeskScreen.-narrow > #body > RecordList { margin-right: 0; }
    DeskScreen.-narrow > #body > SidePane { display: none; }
    DeskScreen.-wide > #body > SidePane { width: 44; }
    """

    def __init__(self, chrome: Chrome, *, name: str | None = None) -> None:
        super().__init__(name=name)
        self._compositor = LineCompositor()
        self.chrome = chrome
        self.top_bar = TopBar(chrome.top)
        self.view_line = ViewLine()
        self.filter_line = self.make_filter_line()
        self.status_line = StatusLine()
        self.key_footer = KeyFooter(self.footer_hints(), chrome.keymap.hint("app.keys"))
        self.toasts = Toasts()
        self._recent_verbs: deque[events.Key] = deque(maxlen=BURST_KEYS)
        self._refused_until = 0.0

    # What a subclass gives

    def make_filter_line(self) -> FilterLine:
        """The filter line; a screen injects what it knows of the language."""
        return FilterLine()

    def compose_body(self) -> ComposeResult:
        """The widgets between the bars, from left to right."""
        raise NotImplementedError

    def footer_hints(self) -> Sequence[KeyHint]:
        """The key bar of this screen."""
        return self.chrome.keymap.footer(self.STACK)

    def compose(self) -> ComposeResult:
        yield self.top_bar
        yield self.view_line
        yield self.filter_line
        with Horizontal(id="body"):
            yield from self.compose_body()
        yield self.status_line
        yield self.key_footer
        yield self.toasts

    # Notes

    def say(self, text: str, kind: str = "done", *, undo: bool = False) -> None:
        """Show a note (done, note, warning, error) and keep it in the log; `undo` offers to take it back."""
        note = Note(text, kind)
        if undo:
            hint = self.chrome.keymap.hint("history.undo")
            note = Note(text, kind, hint.keys, hint.label, hint.action)
        self.chrome.messages.add(note)
        self.toasts.add(note)

    def on_resize(self) -> None:
        self.toasts.place(self.app.size.width - 2)

    # Dialogs

    def open_dialog(
        self,
        dialog: Dialog[T],
        done: Callable[[T], object] | None = None,
        *,
        kept: Callable[[str], object] | None = None,
    ) -> bool:
        """Show a dialog and hand its result to `done`, or, when it was closed without one, its draft to `kept`.

        False, and nothing happens, while another dialog is open: a key pressed twice opens it once.
        """
        if self.app.screen is not self:
            return False

        def closed(result: T | None) -> None:
            if result is not None and done is not None:
                done(result)
            elif result is None and kept is not None:
                kept(str(getattr(dialog, "draft", "")))

        self.app.push_screen(dialog, closed)
        return True

    # Actions

    def contexts(self) -> Sequence[str]:
        """The contexts alive now; a screen with several bodies overrides it."""
        return STACKS[self.STACK]

    def help_entries(self) -> list[HelpEntry]:
        """What can be done here, for the list of keys and the palette."""
        return self.chrome.keymap.help(self.contexts())

    async def run(self, action_id: str) -> bool:
        """Run an action as if its key were pressed: by the focused widget, else the screen, else the app."""
        name = BY_ID[action_id].name
        start: DOMNode = self.focused or self
        for node in start.ancestors_with_self:
            if hasattr(node, f"action_{name}"):
                return await self.app.run_action(name, node)
        return False

    @on(RunAction)
    async def _clicked(self, event: RunAction) -> None:
        event.stop()
        if event.action in BY_ID:
            await self.run(event.action)

    def action_app_keys(self) -> None:
        """The keys of this screen."""
        self.open_dialog(KeysDialog(self.help_entries()), lambda chosen: self.call_later(self.run, chosen.action))

    def action_app_messages(self) -> None:
        """All notes of the session."""
        self.open_dialog(MessagesDialog(self.chrome.messages.notes))

    def action_app_escape(self) -> None:
        """Dismiss notes first, then what the screen has to clear."""
        if not self.toasts.dismiss():
            self.clear()

    def clear(self) -> None:
        """Esc, when no note is left: clear the filter, then the marks."""

    # A pasted text must not run as commands

    def on_key(self, event: events.Key) -> None:
        if event.key not in self._verb_keys():
            return
        self._recent_verbs.append(event)
        full = len(self._recent_verbs) == BURST_KEYS
        burst = full and event.time - self._recent_verbs[0].time <= BURST_SECONDS
        if not burst and event.time >= self._refused_until:
            return
        if event.time >= self._refused_until:
            self.say(tr("Many keys at once, taken for a paste and ignored."), "warning")
        self._refused_until = event.time + BURST_SECONDS
        # The keys before this one are on their way to the app: most can still be called back.
        for key in self._recent_verbs:
            key.stop()
            key.prevent_default()

    def _verb_keys(self) -> set[str]:
        keymap = self.chrome.keymap
        return {textual_key(key) for action in applying(self.contexts()) if action.verb for key in keymap.keys(action)}

    def status(self, head: Cell = "", parts: Sequence[Cell] = (), hints: Sequence[KeyHint] = ()) -> None:
        """What the row above the keys says."""
        self.status_line.show(head, parts, hints)
