"""The palette: every action, view and record, found by typing; the keys are shown, so it teaches them."""

from collections.abc import Callable, Sequence

from textual import on, work

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.pick import PickDialog, Picked
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option

SEARCH_FROM = 2
ROWS = 14
Find = Callable[[str], Sequence[Option]]


class PaletteDialog(PickDialog[Picked]):
    """Dismisses with the id of what was chosen; `find` looks for records and is called in a thread."""

    def __init__(self, options: Sequence[Option], find: Find, *, title: str = "", enter: str = "") -> None:
        super().__init__(title or tr(":  command"), options, rows=ROWS, enter=enter or tr("enter runs or opens"))
        self._find = find
        # What is found while typing needs room too.
        self._rows = ROWS

    def result(self, picked: Picked) -> Picked:
        return picked

    @on(LineInput.Changed)
    def _look_further(self, event: LineInput.Changed) -> None:
        self._options.found(())
        if len(event.value.strip()) >= SEARCH_FROM:
            self._search(event.value.strip())

    @work(thread=True, exclusive=True, group="palette")
    def _search(self, words: str) -> None:
        found = self._find(words)
        self.app.call_from_thread(self._show, words, found)

    def _show(self, words: str, found: Sequence[Option]) -> None:
        # An answer to what is not asked any more comes too late.
        if self._input.value.strip() == words:
            self._options.found(found)
