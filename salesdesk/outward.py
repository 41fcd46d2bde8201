"""What leaves the program by hand: a number to dial, a text to the clipboard, notes to an editor."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from salesdesk.i18n import tr
from salesdesk.places import Places
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    from salesdesk.screens.base import DeskScreen
    from salesdesk.screens.working import WorkingScreen
    from salesdesk.services.records import Ref


class Outward(Places):
    """The part of the app that hands something to other programs. `DeskApp` gives the config."""

    config: dict[str, Any]

    def dial(self, screen: "DeskScreen", phone: str, ref: "Ref") -> None:
        """Dial with the configured command, else copy the number."""
        from salesdesk.outside import dial_with

        command = str(self.config.get("call", {}).get("dial", ""))
        if not command:
            self.copy(screen, phone)
            return
        try:
            dial_with(command, phone, ref.name)
        except OSError as error:
            screen.say(tr("The dial command failed: {reason}. Check [call] dial.", reason=error.strerror), "error")
            return
        screen.say(tr("Dialling {phone}", phone=phone), "note")

    def copy(self, screen: "DeskScreen", text: str) -> None:
        """Copy with what this terminal has: a tool of the desktop, tmux, or the terminal itself; and say which."""
        start_work(screen, partial(self._copy, screen, text), group="copy")

    async def _copy(self, screen: "DeskScreen", text: str) -> None:
        from salesdesk.outside import copy_with_tool

        route = await self.read(lambda: copy_with_tool(text))
        if not route:
            self.copy_to_clipboard(text)
            route = tr("the terminal")
        shown = text.splitlines()[0][:40] if text else ""
        screen.say(tr("Copied via {route}: {text}", route=route, text=shown), "note")

    def edit_notes(self, screen: "WorkingScreen", ref: "Ref") -> None:
        """The notes of a record, as one change."""
        from salesdesk.services import editing, fields

        before = next((f.text for f in fields.editable(self.desk, ref) if f.name == "notes"), "")

        def save(after: str) -> None:
            if after.strip() != before.strip():
                screen.write(lambda: editing.edit(self.desk, [ref], {"notes": after}))

        self.edit_outside(screen, tr("Notes: {name}", name=ref.name), before, save)

    def edit_outside(self, screen: "DeskScreen", title: str, before: str, save: Callable[[str], object]) -> None:
        """A text in $VISUAL or $EDITOR; in a box where there is no editor."""
        from salesdesk.outside import edit_text
        from salesdesk.screens.dialogs.text import TextDialog

        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        after: str | None = None
        if editor:
            try:
                with self.suspend():
                    after = edit_text(editor, before)
            except SuspendNotSupported:
                editor = None
        if not editor:
            screen.open_dialog(TextDialog(title, before), lambda result: save(result.text))
        elif after is not None:
            save(after)
