"""Outreach: what the team writes once and uses often, what waits to go out and what came in; a shelf for each."""

from collections.abc import Collection, Sequence
from typing import Any

from textual import on, work
from textual.app import ComposeResult

from salesdesk.i18n import tr
from salesdesk.keymap import KeyHint
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.dialogs.confirm import ConfirmDialog
from salesdesk.screens.dialogs.text import TextDialog
from salesdesk.screens.shelves import Shelf, shelves
from salesdesk.screens.working import PlacedScreen
from salesdesk.services import texts
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow
from salesdesk.widgets.paging import Item, ListSource, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import SidePane
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.view_line import View, ViewLine


class OutreachScreen(PlacedScreen):
    """Opened by g m; `[` and `]` walk the shelves, q or h goes back."""

    STACK = "outreach"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    OutreachScreen > FilterLine { display: none; }
    OutreachScreen > ViewLine, OutreachScreen.-short > ViewLine { display: block; margin-bottom: 1; }
    OutreachScreen > #body > SidePane { width: 44; }
    OutreachScreen.-wide > #body > SidePane { width: 60; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, shelf: str = "") -> None:
        self.shelves = self.make_shelves()
        self.at = next((n for n, one in enumerate(self.shelves) if one.id == shelf), 0)
        super().__init__(desk, chrome)

    def make_shelves(self) -> list[Shelf]:
        """What there is to walk through."""
        return shelves()

    @property
    def shelf(self) -> Shelf:
        """The shelf in sight."""
        return self.shelves[self.at]

    def compose_body(self) -> ComposeResult:
        self.list = RecordList(self.shelf.columns(self.desk))
        self.pane = SidePane()
        yield self.list
        yield self.pane

    def on_mount(self) -> None:
        self.list.focus()
        self.reload()

    def focus_body(self) -> None:
        self.list.focus()

    # Reading

    async def read_rows(self) -> None:
        """What is on the shelf, in a thread; the place is kept."""
        shelf = self.shelf
        found = await self.desk_app.read(lambda: shelf.items(self.desk))
        # Another shelf may be in sight by now, with other columns: it is read next.
        if shelf is not self.shelf:
            return
        items = self.narrowed(found)
        self.view_line.show([View(one.id, one.label) for one in self.shelves], shelf.id)
        self.list.set_source(ListSource(items))
        self.list.set_empty(shelf.empty, [self.chrome.keymap.hint("record.add")] if shelf.adds else [])
        self.show_status()
        self.show_pane()

    def narrowed(self, items: Sequence[Item]) -> Sequence[Item]:
        """What of it is shown."""
        return items

    def show_calls(self, name: str, keys: Collection[bytes]) -> None:
        """The calls behind a figure, where calls are listed."""

    def footer_hints(self) -> Sequence[KeyHint]:
        """The key bar of the shelf in sight."""
        keymap = self.chrome.keymap
        own = [keymap.hint(action, label=label) for action, label in self.shelf.hints]
        return own or keymap.footer(self.STACK)

    def show(self, at: int) -> None:
        """Show the shelf at that place."""
        self.at = at % len(self.shelves)
        self.key_footer.show(self.footer_hints())
        self.list.empty_out()
        self.list.set_columns(self.shelf.columns(self.desk))
        self.reload()

    @on(ViewLine.Picked)
    def _shelf_clicked(self, event: ViewLine.Picked) -> None:
        self.show(next(n for n, one in enumerate(self.shelves) if one.id == event.view))

    @on(RecordList.CursorMoved)
    def _moved(self) -> None:
        self.show_status()
        self.show_pane()

    @property
    def value(self) -> Any:
        """What is under the cursor, or None."""
        item = self.list.item
        return item.value if isinstance(item, Row) else None

    def show_status(self) -> None:
        """What is under the cursor, in a line."""
        if self.value is None:
            self.status(self.shelf.label)
            return
        head, parts = self.shelf.status(self.desk, self.value)
        self.status(head, parts)

    @work(exclusive=True, group="pane")
    async def show_pane(self) -> None:
        """What is under the cursor, beside the list."""
        value, shelf = self.value, self.shelf
        if value is None or not self.pane.display:
            self.pane.show()
            return
        cells = self.pane.inner
        self.pane.show(*await self.desk_app.read(lambda: shelf.pane(self.desk, value, cells)))

    # Writing a text

    def edit_in_box(self, title: str, text: str, save: Any, *, row: TextRow | None = None) -> None:
        """Edit a text here; what was typed and cannot be used is kept by `save(desk, text)`.

        With a `row` it is first said what the new text does to what hangs on it.
        """
        self.open_dialog(TextDialog(title, text), lambda result: self._save(text, result.text, save, row))

    def edit_outside(self, title: str, text: str, save: Any, *, row: TextRow | None = None) -> None:
        """Edit a text in the editor, or here where there is none."""
        self.desk_app.edit_outside(self, title, text, lambda after: self._save(text, after, save, row))

    @work(exclusive=True, group="save")
    async def _save(self, before: str, after: str, save: Any, row: TextRow | None) -> None:
        if after.strip() == before.strip() and before.strip():
            return

        def write() -> None:
            self.write(lambda: str(save(self.desk, after)))

        effect = await self.desk_app.read(lambda: texts.effect(self.desk, row, after)) if row else ""
        if row is None or not effect:
            write()
            return
        words = tr("{effect} Left without a yes, it is kept as a draft.", effect=effect)
        dialog = ConfirmDialog(tr("Save {name}?", name=row.name), words, act=tr("save"))

        def keep(_: str) -> None:
            self.write(lambda: texts.keep_draft(self.desk, row.kind, row.name, after, row=row))

        self.open_dialog(dialog, lambda _: write(), kept=keep)

    # Keys

    def action_shelf_previous(self) -> None:
        """The shelf before."""
        self.show(self.at - 1)

    def action_shelf_next(self) -> None:
        """The shelf after."""
        self.show(self.at + 1)

    @on(RecordList.Opened)
    def _open(self) -> None:
        self._with_value(self.shelf.opened)

    def action_record_edit(self) -> None:
        """Edit what is under the cursor."""
        self._with_value(self.shelf.edited)

    def action_record_editor(self) -> None:
        """Edit it in the editor."""
        self._with_value(self.shelf.in_editor)

    def action_record_add(self) -> None:
        """Add to this shelf."""
        self.shelf.add(self)

    def action_text_switch(self) -> None:
        """Use it, or let it rest."""
        self._with_value(self.shelf.switched)

    def action_text_rename(self) -> None:
        """Give it another name."""
        self._with_value(self.shelf.renamed)

    def action_rule_test(self) -> None:
        """Try it on the past year."""
        self._with_value(self.shelf.tested)

    def action_record_delete(self) -> None:
        """Put it in the bin."""
        self._with_value(self.shelf.deleted)

    def action_outbox_send(self) -> None:
        """Send the mails that are due."""
        start_work(self, self.desk_app.postman.send, group="postman")

    def action_outbox_retry(self) -> None:
        """Send a mail again."""
        self._with_value(self.shelf.retried)

    def action_outbox_cancel(self) -> None:
        """Take a mail out of the outbox."""
        self._with_value(self.shelf.cancelled)

    def action_inbox_fetch(self) -> None:
        """Take in mail now."""
        start_work(self, self.desk_app.mailroom.look, group="mail")

    def _with_value(self, act: Any) -> None:
        if self.value is not None:
            act(self, self.value)
        else:
            self.say(tr("There is nothing here yet."), "note")

    def action_pane_zoom(self) -> None:
        """Show or hide the side pane."""
        self.pane.display = not self.pane.display
        self.show_pane()
