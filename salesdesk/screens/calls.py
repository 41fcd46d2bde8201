"""Calls: the scripts and what they brought, the calls that were made, what they teach, buyers to practise with, the
playbook."""

from collections.abc import Collection, Sequence
from typing import Any

from textual import work

from salesdesk.domain.text import fold
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.call_shelves import HistoryShelf, ScriptShelf, call_shelves
from salesdesk.screens.dialogs.choose import ChooseDialog
from salesdesk.screens.dialogs.palette import PaletteDialog
from salesdesk.screens.learning_shelf import DIMENSIONS, SPANS, LearningShelf
from salesdesk.screens.outreach import OutreachScreen
from salesdesk.screens.shelves import Shelf
from salesdesk.services import texts
from salesdesk.services.calling import practising
from salesdesk.services.calling.planning import CALLABLE
from salesdesk.services.records import by_id, search
from salesdesk.services.texts import TextRow
from salesdesk.widgets.filter_line import FilterLine
from salesdesk.widgets.options import Option
from salesdesk.widgets.paging import Heading, Item, Remark, Row


class CallsScreen(OutreachScreen):
    """Tab 4."""

    STACK = "calls"
    IN_PLACE = False
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    CallsScreen.-filtered > FilterLine { display: block; }
    """

    def make_shelves(self) -> list[Shelf]:
        return call_shelves()

    # What is in sight

    def make_filter_line(self) -> FilterLine:
        return FilterLine(placeholder=tr("words of it"))

    def action_filter_edit(self) -> None:
        """Type words; what holds them all stays."""
        self.add_class("-filtered")
        self.filter_line.edit()

    def filter_rows(self) -> None:
        self.set_class(self.filter_line.editing or bool(self.filter_line.value), "-filtered")
        self.refresh_rows()

    def narrowed(self, items: Sequence[Item]) -> Sequence[Item]:
        asked = fold(self.filter_line.value).split()
        if not asked:
            return items
        shelf, kept, head = self.shelf, list[Item](), list[Item]()
        for item in items:
            if isinstance(item, Heading):
                head = [Heading(item.word, None, item.role)]
            elif isinstance(item, Row) and all(word in fold(shelf.text_of(item.value)) for word in asked):
                kept += [*head, item]
                head = []
        return kept

    def show(self, at: int) -> None:
        self.filter_line.set_value("")
        self.remove_class("-filtered")
        super().show(at)

    def show_calls(self, name: str, keys: Collection[bytes]) -> None:
        history = next(one for one in self.shelves if isinstance(one, HistoryShelf))
        history.only = (name, frozenset(keys))
        self.show(self.shelves.index(history))

    def clear(self) -> None:
        """Esc: the filter goes, then what the history was narrowed to."""
        if self.filter_line.value:
            self.filter_line.set_value("")
            self.filter_rows()
        elif isinstance(self.shelf, HistoryShelf) and self.shelf.only:
            self.shelf.only = None
            self.show(next(n for n, one in enumerate(self.shelves) if isinstance(one, LearningShelf)))

    @property
    def value(self) -> Any:
        """What is under the cursor; a finding stands in lines of its own."""
        item = self.list.item
        if isinstance(item, Remark) and isinstance(self.shelf, LearningShelf):
            return self.shelf.told.get(item.key)
        return super().value

    # Verbs

    @work(exclusive=True, group="verb")
    async def action_record_copy(self) -> None:
        """Copy what is under the cursor as text."""
        value, shelf = self.value, self.shelf
        if value is not None:
            self.desk_app.copy(self, await self.desk_app.read(lambda: shelf.as_text(self.desk, value)))

    def action_record_call(self) -> None:
        """Call somebody with this script: type who."""
        if not isinstance(self.shelf, ScriptShelf) or self.value is None:
            self.say(tr("A call starts from a script here, or on anybody's row elsewhere."), "note")
            return
        name = self.value[0].name

        def find(words: str) -> list[Option]:
            found = [ref for ref in search(self.desk, words, limit=20) if ref.kind in CALLABLE]
            return [
                Option(f"{ref.kind}:{ref.id.hex()}", ref.name or ref.ref, "", ref.detail, ref.kind) for ref in found
            ]

        def start(picked: str) -> None:
            kind, _, key = picked.partition(":")
            ref = by_id(self.desk.connection, kind, bytes.fromhex(key))
            self.call_later(self.desk_app.start_call, ref, script=name)

        recent = [
            Option(f"{ref.kind}:{ref.id.hex()}", ref.name, "", ref.detail, ref.kind) for ref in self.desk_app.recent
        ]
        dialog = PaletteDialog(recent, find, title=tr("Call with {name}: who?", name=name), enter=tr("enter calls"))
        self.open_dialog(dialog, lambda picked: start(picked.id) if picked.id else None)

    def action_script_practise(self) -> None:
        """Practise: this script with a buyer, or this buyer with their script."""
        row: TextRow | None = self.value[0] if isinstance(self.value, tuple) else None
        if row is None or row.kind not in {"script", practising.KIND}:
            self.say(tr("Practice starts from a script or a buyer."), "note")
        elif row.kind == practising.KIND:
            self.desk_app.start_call(practising.ref_of(row))
        else:
            self._choose_buyer(row)

    @work(exclusive=True, group="verb")
    async def _choose_buyer(self, script: TextRow) -> None:
        def read() -> list[TextRow]:
            first = practising.buyer_for(self.desk, script.name)
            every = [row for row in texts.texts(self.desk, practising.KIND) if row.active and row.text]
            return sorted(every, key=lambda row: row.id != first.id)

        try:
            rows = await self.desk_app.read(read)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        options = [Option(row.name, row.name, hint=practising.buyer_of(row).head.get("persona", "")) for row in rows]
        by_name = {row.name: row for row in rows}
        dialog = ChooseDialog(tr("Practise {name} with", name=script.name), options)
        self.open_dialog(
            dialog,
            lambda choice: self.call_later(
                self.desk_app.start_call, practising.ref_of(by_name[choice.id]), script=script.name
            ),
        )

    def action_learning_by(self) -> None:
        """Split by script, version, rep, persona or question."""
        if isinstance(shelf := self.shelf, LearningShelf):
            options = [Option(one, tr(one)) for one in DIMENSIONS]
            self.open_dialog(ChooseDialog(tr("Split by"), options), lambda choice: self._look(shelf, by=choice.id))

    def action_learning_since(self) -> None:
        """Since when."""
        if isinstance(shelf := self.shelf, LearningShelf):
            options = [Option(one, tr(one), str(number)) for number, one in enumerate(SPANS, 1)]
            self.open_dialog(ChooseDialog(tr("Since when"), options), lambda choice: self._look(shelf, span=choice.id))

    def _look(self, shelf: LearningShelf, *, by: str = "", span: str = "") -> None:
        shelf.by, shelf.span = by or shelf.by, span or shelf.span
        self.reload()

    # Places

    def action_app_back(self) -> None:
        """Away at the root."""
        self.desk_app.leave()

    def action_go_previous(self) -> None:
        """The record opened before."""
        self.desk_app.action_go_previous()

    def on_record_list_left(self) -> None:
        """A tab has nothing to its left."""
