"""What comes in from anywhere: files to import, a line to capture; and taking the last change back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.outward import Outward
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    import asyncio

    from salesdesk.screens.dialogs.capture import CaptureResult
    from salesdesk.screens.dialogs.prompt import InvalidText
    from salesdesk.screens.working import WorkingScreen
    from salesdesk.services.history import OperationRow
    from salesdesk.services.records import Ref
    from salesdesk.widgets.capture_line import PreviewRow

T = TypeVar("T")


class Entering(Outward):
    """The part of the app whose actions write, wherever one is. `DeskApp` gives the draft and writes."""

    draft: str

    def write(self, act: Callable[[], T]) -> "asyncio.Future[T]":
        """Run a write in the writing thread."""
        raise NotImplementedError

    def changed(self) -> None:
        """Something was written."""
        raise NotImplementedError

    # Import

    def action_data_import(self) -> None:
        """Bring in CSV files: ask which, then show what they hold."""
        from salesdesk.screens.dialogs.prompt import PromptDialog

        screen = self.desk_screen()
        dialog = PromptDialog(
            tr("Import"),
            about=tr("CSV files or a folder of them; several are linked in one go"),
            placeholder="~/Downloads/*.csv",
            read=_files_meaning,
            hint=tr("enter looks at them   esc close"),
            may_be_empty=False,
        )
        screen.open_dialog(dialog, lambda result: self._examine(result.text))

    def _examine(self, text: str) -> None:
        from salesdesk.outside import files_named
        from salesdesk.screens.importing import ImportScreen

        self.push_screen(ImportScreen(self.desk, self.chrome, files_named(text)))

    def imported(self, sentence: str, waiting: "Sequence[Ref]") -> None:
        """An import is done: back to the tab, and an offer to plan what came without a next step."""
        from salesdesk.screens.importing import spread, spread_dialog
        from salesdesk.screens.working import WorkingScreen

        self.leave()
        screen = self.desk_screen()
        screen.say(sentence, undo=True)
        self.changed()
        mine = [ref for ref in waiting if self._is_mine(ref)] or list(waiting)
        if mine and isinstance(screen, WorkingScreen):
            working = screen
            self.call_after_refresh(
                screen.open_dialog,
                spread_dialog(mine),
                lambda result: working.write(lambda: spread(self.desk, mine, result)),
            )

    def _is_mine(self, ref: "Ref") -> bool:
        owner = self.desk.connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        return owner is not None and owner == self.desk.actor

    # Capture, undo

    def action_record_add(self) -> None:
        """Add a lead, an activity or a note in one line."""
        from salesdesk.screens.dialogs.capture import CaptureDialog
        from salesdesk.screens.working import WorkingScreen
        from salesdesk.services import prospecting
        from salesdesk.widgets.capture_line import PreviewRow

        screen = self.desk_screen()

        async def parse(text: str, readings: Any) -> "Sequence[PreviewRow]":
            if not text.strip():
                return []
            chosen = readings.get("who", 0)
            found = await self.read(lambda: prospecting.propose(self.desk, text, candidate=chosen))
            rows = [PreviewRow(label, label, value, note) for label, value, note in found.rows]
            if rows and found.candidates:
                # Tab goes through whom it may be about, then to a new lead.
                rows[0] = replace(rows[0], key="who", ways=len(found.candidates) + 1)
            return rows

        dialog = CaptureDialog(parse, self.draft)

        def save(result: "CaptureResult") -> None:
            # Kept until it is saved: a refusal must not cost what was typed.
            self.draft = result.text
            chosen = result.readings.get("who", 0)

            def run() -> str:
                return prospecting.save(self.desk, prospecting.propose(self.desk, result.text, candidate=chosen))[1]

            if isinstance(screen, WorkingScreen):
                screen.write(run, lambda: setattr(self, "draft", ""))

        screen.open_dialog(dialog, save, kept=lambda text: setattr(self, "draft", text))

    def action_history_undo(self) -> None:
        """Take back your last change."""
        from salesdesk.services import history

        self._again(lambda: history.undo(self.desk), tr("Took back"))

    def action_history_redo(self) -> None:
        """Do again what undo took back."""
        from salesdesk.services import history

        self._again(lambda: history.redo(self.desk), tr("Again"))

    def _again(self, act: "Callable[[], OperationRow]", word: str) -> None:
        from salesdesk.screens.working import WorkingScreen

        screen = self.desk_screen()
        if isinstance(screen, WorkingScreen):
            start_work(screen, partial(self._do_again, screen, act, word), group="write")

    async def _do_again(self, screen: "WorkingScreen", act: "Callable[[], OperationRow]", word: str) -> None:
        try:
            done = await self.write(act)
        except SalesdeskError as error:
            screen.say(str(error), "warning")
            return
        screen.say(f"{word}: {done.label}")
        self.changed()


def _files_meaning(text: str) -> "str | InvalidText":
    from salesdesk.outside import files_named
    from salesdesk.screens.dialogs.prompt import InvalidText

    found = files_named(text)
    missing = next((path for path in found if not path.exists()), None)
    if missing is not None:
        return InvalidText(tr("There is no file '{path}'.", path=missing))
    if not found:
        return InvalidText(tr("No CSV file there."))
    return ", ".join(path.name for path in found[:6])
