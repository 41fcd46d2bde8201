"""The keys of a screen: searchable, and enter runs what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.i18n import tr
from salesdesk.keymap import HelpEntry
from salesdesk.screens.dialogs.pick import PickDialog, Picked
from salesdesk.widgets.options import Option


@dataclass(frozen=True, slots=True)
class RunChoice:
    """The action to run."""

    action: str


class KeysDialog(PickDialog[RunChoice]):
    """Every action of the screen with its keys; dismisses with the one to run."""

    def __init__(self, entries: Sequence[HelpEntry], *, title: str = "") -> None:
        options = [Option(entry.action, entry.label, entry.keys, entry.help, entry.group) for entry in entries]
        super().__init__(title or tr("?  keys"), options, rows=16, enter=tr("enter run"))

    def result(self, picked: Picked) -> RunChoice:
        return RunChoice(picked.id)
