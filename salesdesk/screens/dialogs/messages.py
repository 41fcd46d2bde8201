"""All notes of the session, newest first."""

from collections.abc import Sequence

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.pick import PickDialog, Picked
from salesdesk.widgets.options import Option
from salesdesk.widgets.toast import Note

_SIGNS = {"done": "✓", "note": "·", "warning": "●", "error": "▲"}


class MessagesDialog(PickDialog[Picked]):
    """The log of notes; searchable, closes with enter or esc."""

    def __init__(self, notes: Sequence[Note]) -> None:
        options = [
            Option(str(index), note.text, _SIGNS.get(note.kind, "·"), aside=f"{note.at:%H:%M}" if note.at else "")
            for index, note in reversed(list(enumerate(notes)))
        ]
        super().__init__(
            tr("Messages"), options or [Option("", tr("No messages yet."))], rows=14, enter=tr("enter close")
        )

    def result(self, picked: Picked) -> Picked:
        return picked
