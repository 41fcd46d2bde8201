"""Leads: the list of people worth talking to, grouped by when they are next due."""

import asyncio
from collections.abc import Hashable, Sequence
from typing import Any

from textual import on, work
from textual.app import ComposeResult

from salesdesk.domain.language.where import EVERYTHING
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens import pane
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.columns import LEAD_COLUMNS, due_piece
from salesdesk.screens.verbs import RecordVerbs, marked_keys
from salesdesk.screens.working import REST_SECONDS
from salesdesk.services import pages, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.read import leads, lists
from salesdesk.widgets.paging import Heading, Item, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import SidePane
from salesdesk.widgets.text import Cell, Piece

FIRST = 128
_GROUPS = (("OVERDUE", "bad"), ("TODAY", "warn"), ("THIS WEEK", "muted"), ("LATER", "muted"), ("NO NEXT STEP", "bad"))


class LeadSource:
    """The leads of a listing in its order, with the heads of the due groups between them."""

    def __init__(self, desk: Desk, listing: views.Listing, groups: Sequence[int]) -> None:
        self._desk = desk
        self.ids = listing.ids
        self._index: dict[bytes, int] | None = None
        self.heads: list[tuple[int, Heading]] = []
        at = 0
        for (word, role), count in zip(_GROUPS, groups, strict=False):
            if count:
                # The last group of the first rows may go on behind them.
                known = listing.whole or at + count < len(listing.ids)
                self.heads.append((at + len(self.heads), Heading(tr(word), count if known else None, role)))
            at += count

    @property
    def count(self) -> int:
        """Rows and headings."""
        return len(self.ids) + len(self.heads)

    @property
    def records(self) -> int:
        """Rows."""
        return len(self.ids)

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """The items of that span, read from the store."""
        places = dict(self.heads)
        before = sum(1 for at, _ in self.heads if at < start)
        inside = [at for at, _ in self.heads if start <= at < stop]
        wanted = self.ids[start - before : max(0, stop - before - len(inside))]
        found = {row.id: row for row in leads.rows(self._desk.connection, wanted)}
        ids = iter(wanted)
        items: list[Item] = []
        for index in range(start, min(stop, self.count)):
            if index in places:
                items.append(places[index])
                continue
            key = next(ids)
            # A lead deleted meanwhile leaves an empty row until the list is read again.
            items.append(Row(key, found[key]) if key in found else Row(key, None))
        return items

    def index_of(self, key: Hashable) -> int | None:
        """Where a lead stands."""
        if self._index is None:
            self._index = {key: at for at, key in enumerate(self.ids)}
        at = self._index.get(key) if isinstance(key, bytes) else None
        if at is None:
            return None
        for head, _ in self.heads:
            if head <= at:
                at += 1
        return at


class LeadsScreen(RecordVerbs):
    """Tab 2."""

    STACK = "leads"
    ENTITY = "lead"
    BINDINGS = screen_bindings(STACK)

    def compose_body(self) -> ComposeResult:
        self.list = RecordList(LEAD_COLUMNS)
        self.pane = SidePane()
        yield self.list
        yield self.pane

    def on_mount(self) -> None:
        self.source: LeadSource | None = None
        self._listed = ""
        self._summary: tuple[Cell, ...] = ()
        self.first_view()
        self.list.focus()
        self.reload()

    def focus_body(self) -> None:
        self.list.focus()

    def filter_rows(self) -> None:
        """What is typed may be no other filter yet: then nothing is read."""
        if self.filter_text == self._listed and not self._reading:
            self._show_view_line()
        else:
            super().filter_rows()

    async def read_rows(self) -> None:
        """The leads of the filter: the first of a new one at once, all of them and their number afterwards."""
        query = await self.read_filter()
        if self.source is not None and query == self._listed:
            self.list.read_again()
            self.read_all(query)
            return
        found = await self._read(query, FIRST)
        if found is None or self._asked:
            return
        self._listed = query
        self._show(*found, from_top=self.source is not None)
        if not found[0].whole:
            self.read_all(query)

    @work(exclusive=True, group="whole")
    async def read_all(self, query: str) -> None:
        """The order of all leads of the filter, once the typing rests; the place is kept."""
        await asyncio.sleep(REST_SECONDS)
        found = await self._read(query)
        if found is not None and query == self._listed:
            self._show(*found)

    async def _read(self, query: str, limit: int | None = None) -> tuple[views.Listing, list[int], int] | None:
        def read() -> tuple[views.Listing, list[int], int]:
            with self.desk.workspace.snapshot() as connection:
                found = views.listing(self.desk, "lead", query, limit=limit)
                groups = views.due_groups(self.desk, found) if found.sorted_by_due else []
                return found, groups, lists.count(connection, "lead", EVERYTHING)

        try:
            return await self.desk_app.read(read)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return None

    def _show(self, found: views.Listing, groups: Sequence[int], total: int, *, from_top: bool = False) -> None:
        self.source = LeadSource(self.desk, found, groups)
        # What follows the first rows is of the same filter: what is marked stays what was meant.
        new_filter = from_top or self.list.whole
        self.list.set_source(self.source, new_filter=new_filter, from_top=from_top, more=not found.whole)
        order = [Piece(found.sort_label[:-1], "muted"), Piece(found.sort_label[-1:], "accent")]
        count = Piece(f"{len(found.ids):,}", "strong bold") if found.whole else Piece("…", "label")
        self._summary = ([count, Piece(tr(" of {total}", total=f"{total:,}"), "muted")], order)
        self._say_empty(self._listed, total)

    @on(RecordList.Loaded)
    def _loaded(self) -> None:
        """The rows are painted together with what the filter line says of them."""
        self.filter_line.show_summary(*self._summary)

    def _say_empty(self, query: str, total: int) -> None:
        hint = self.chrome.keymap.hint
        if total == 0:
            self.list.set_empty(tr("No leads yet. Type the first one, or import a list."), [hint("record.add")])
        else:
            words = tr("0 of {total} match {query}. Esc clears the filter.", total=f"{total:,}", query=query or "…")
            self.list.set_empty(words, [hint("filter.edit"), hint("view.menu")])

    def targets(self) -> Sequence[Ref]:
        if self.list.marked_count:
            chosen = marked_keys(self.list.marks, self._all_ids())
            found = leads.rows(self.desk.connection, chosen) if len(chosen) < 500 else []
            if found:
                return [Ref("lead", row.id, row.code, row.name or row.company, row.company) for row in found]
            return [Ref("lead", key, "", tr("lead")) for key in chosen]
        item = self.list.item
        return (
            [by_id(self.desk.connection, "lead", item.key)]
            if isinstance(item, Row) and isinstance(item.key, bytes) and item.value
            else []
        )

    def _all_ids(self) -> Sequence[bytes]:
        """The leads of the filter, also while only the first of them are shown."""
        if self.source is not None and self.list.whole:
            return self.source.ids
        return views.listing(self.desk, "lead", self._listed).ids

    def done_with_marks(self) -> None:
        self.list.clear_marks()

    def clear(self) -> None:
        """Esc: the filter first, then the marks."""
        if self.filter_line.value:
            self.filter_line.set_value("")
            # The cursor stays on its lead: it is looked for among all, not shown from the top.
            self._listed = ""
            self.reload()
        else:
            self.list.clear_marks()

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        if isinstance(event.item, Row):
            self.desk_app.open_record("lead", event.item.key)

    @on(RecordList.CursorMoved)
    def _moved(self, event: RecordList.CursorMoved) -> None:
        self.show_status()
        # The list is painted first: a thread that reads takes the interpreter from it.
        self.call_after_refresh(self.show_pane)

    @on(RecordList.MarksChanged)
    def _marked(self) -> None:
        self.show_status()

    @on(RecordList.Failed)
    def _failed(self, event: RecordList.Failed) -> None:
        self.say(str(event.error), "error")

    def show_status(self) -> None:
        """The marked leads and what to do with them, or the lead under the cursor with its phone."""
        marked = self.list.marked_count
        if marked:
            everything, source = self.list.marks.everything, self.source
            hidden = 0
            if source is not None and self.list.whole and not everything and marked < 5000:
                hidden = sum(source.index_of(key) is None for key in self.list.marks.keys)
            aside = [Piece(tr("{count} hidden by the filter", count=hidden), "warn")] if hidden > 0 else []
            all_of_them = everything and not self.list.whole
            head = tr("all selected") if all_of_them else tr("{count} selected", count=f"{marked:,}")
            self.status(head, [aside] if aside else [], self.chrome.keymap.marked())
            return
        row = self._row()
        if row is None:
            self.status()
            return
        parts: list[Any] = (
            [[due_piece(row, self.desk), Piece(f" {row.next_text or row.next_kind}")]] if row.due_on else []
        )
        hints = [self.chrome.keymap.hint("record.dial", label=row.phone)] if row.phone else []
        self.status(row.name or row.company, [*parts, row.email], hints)

    def _row(self) -> leads.LeadRow | None:
        item = self.list.item
        value = item.value if isinstance(item, Row) else None
        return value if isinstance(value, leads.LeadRow) else None

    @work(exclusive=True, group="pane")
    async def show_pane(self) -> None:
        """The lead under the cursor, beside the list."""
        row = self._row()
        if row is None or not self.pane.display:
            self.pane.show()
            return
        page = await self.desk_app.read(lambda: pages.page(self.desk, "lead", row.id, events=8))
        if isinstance(page, pages.LeadPage):
            self.pane.show(
                row.name or row.company, pane.subtitle(page), pane.lead_sections(page, self.desk, self.pane.inner)
            )

    def action_pane_zoom(self) -> None:
        """Show or hide the side pane."""
        self.pane.display = not self.pane.display
        self.show_pane()

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.desk_app.leave()
