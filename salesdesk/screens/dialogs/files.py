"""The files of a record, and typing a path with tab completing it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.containers import Horizontal
from textual.widget import Widget

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.prompt import TextResult
from salesdesk.widgets.capture_line import Gap, Prompt
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option, Options
from salesdesk.widgets.text import Piece, cut, words

_NUMBERS = "123456789"
_NAMES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class FileAct:
    """What to do with a file: `what` is open, attach, save, copy or detach; attach has no `file`."""

    what: str
    file: str = ""


class FilesDialog(Dialog[FileAct]):
    """Lists files; a number or enter opens one, a letter does something else with the one under the cursor."""

    KEYS: ClassVar[dict[str, str]] = {"a": "attach", "s": "save", "y": "copy", "D": "detach"}

    def __init__(self, title: str, files: Sequence[Option], *, aside: str = "") -> None:
        super().__init__(title, aside=aside)
        numbered = [Option(f.id, f.label, n, f.hint, f.aside) for f, n in zip(files, _NUMBERS, strict=False)]
        self._files = [*numbered, *files[len(numbered) :]]
        self._options = Options(self._files, max(1, len(self._files)))

    def compose_box(self) -> Sequence[Widget]:
        hints = [("a", tr("attach"))]
        if self._files:
            hints = [("⏎", tr("open")), *hints, ("s", tr("save")), ("y", tr("copy path")), ("D", tr("take off"))]
        line = [p for key, word in hints for p in (Piece(key, "accent bold"), Piece(f" {word}   ", "muted"))]
        body: Widget = self._options
        if not self._files:
            body = Lines([Piece(tr("Nothing is attached yet."), "muted")])
        return [body, Gap(), Lines([*line, Piece(tr("esc close"), "label")])]

    def on_resize(self) -> None:
        self._options.styles.height = max(1, min(len(self._files), self.app.size.height - 8))

    def on_key(self, event: events.Key) -> None:
        steps = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 10, "pageup": -10, "tab": 1}
        numbered = next((f for f in self._files if f.key and f.key == event.character), None)
        chosen = self._options.chosen
        what = self.KEYS.get(event.character or "", "")
        if numbered is not None:
            self._take(event, FileAct("open", numbered.id))
        elif what == "attach":
            self._take(event, FileAct("attach"))
        elif chosen is not None and (what or event.key == "enter"):
            self._take(event, FileAct(what or "open", chosen.id))
        elif event.key in steps:
            event.stop()
            self._options.step(steps[event.key])

    def _take(self, event: events.Key, act: FileAct) -> None:
        event.stop()
        self.dismiss(act)

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        self.dismiss(FileAct("open", event.option.id))


class PathInput(LineInput):
    """A line in which tab completes; what is typed after it waits its turn, so that nothing is completed twice."""

    def __init__(self, value: str, *, placeholder: str, complete: Callable[[], Awaitable[None]]) -> None:
        super().__init__(value, placeholder=placeholder)
        self._complete = complete

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            await self._complete()
        else:
            await super()._on_key(event)


class PathDialog(Dialog[TextResult]):
    """One line for a path or link; tab completes it, below stands what it means. The disk is asked in a thread.

    `read(text)` says what the text means, or raises why it cannot be taken; `complete(text)` gives the paths that
    begin with it.
    """

    DEFAULT_CSS = """
    PathDialog .line { height: 1; }
    """

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        read: Callable[[str], str],
        complete: Callable[[str], Sequence[str]],
        placeholder: str = "",
        enter: str = "",
    ) -> None:
        super().__init__(title)
        self._ask = read
        self._complete = complete
        self._enter = enter or tr("enter attaches")
        self._input = PathInput(value, placeholder=placeholder, complete=self.complete)
        self._meaning = Lines([])

    @property
    def draft(self) -> str:
        """What is typed so far."""
        return self._input.text

    def compose_box(self) -> Sequence[Widget]:
        return [
            Horizontal(Prompt("❯ "), self._input, classes="line"),
            self._meaning,
            Gap(),
            Lines([Piece(f"{self._enter}   {tr('tab completes')}   {tr('esc close')}", "label")]),
        ]

    def on_mount(self) -> None:
        self._input.focus()
        self.call_after_refresh(self._to_end)

    def _to_end(self) -> None:
        """The end of a long path is what is typed on; a first value is set before there is a line to scroll."""
        self._input.cursor_position = 0
        self._input.cursor_position = len(self._input.value)

    @on(LineInput.Changed)
    def _typed(self) -> None:
        self._show_meaning()

    @work(exclusive=True, group="meaning")
    async def _show_meaning(self) -> None:
        await self._meant(self._input.value.strip())

    async def _meant(self, text: str) -> bool:
        """Show what a text means; whether it can be taken."""
        try:
            meant = await asyncio.to_thread(self._ask, text) if text else ""
        except SalesdeskError as error:
            lines = words(error.message, max(20, self._meaning.size.width - 2))
            self._meaning.show(*([Piece(f"{'  ' if n else '▲ '}{line}", "bad")] for n, line in enumerate(lines)))
            return False
        self._meaning.show([Piece(f"  {meant}", "muted")])
        return bool(text)

    async def complete(self) -> None:
        """Complete the path as far as it is certain, and show what it could be."""
        self.workers.cancel_group(self, "meaning")
        text = self._input.value
        found = list(await asyncio.to_thread(self._complete, text))
        if not found:
            self._meaning.show([Piece(tr("  nothing there begins so"), "label")])
            return
        common = found[0]
        while not all(path.startswith(common) for path in found):
            common = common[:-1]
        # Of several the names are shown, not that none of them is a file yet.
        with self._input.prevent(*([LineInput.Changed] if len(found) > 1 else [])):
            if len(common) > len(text):
                self._input.value = common
                self._input.cursor_position = len(common)
        if len(found) == 1:
            return
        names = [path.rstrip("/\\").replace("\\", "/").rpartition("/")[2] for path in found[:_NAMES_SHOWN]]
        more = tr("   and {count} more", count=len(found) - _NAMES_SHOWN) if len(found) > _NAMES_SHOWN else ""
        room = max(20, self._meaning.size.width - len(more) - 2)
        self._meaning.show([Piece(f"  {cut('   '.join(names), room)}", "text"), Piece(more, "label")])

    @on(LineInput.Submitted)
    def _entered(self) -> None:
        self._take()

    # Of a group of its own: the meaning of the last letters, shown late, must not end it.
    @work(exclusive=True, group="take")
    async def _take(self) -> None:
        text = self._input.value.strip()
        if await self._meant(text):
            self.dismiss(TextResult(text))
