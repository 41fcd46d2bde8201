"""Leads: the list of people worth talking to, grouped by when they are next due."""

from collections.abc import Hashable, Sequence
from typing import Any

from textual import on, work
from textual.app import ComposeResult

from salesdesk.domain.language.fields import Where
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens import pane
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.columns import LEAD_COLUMNS, due_piece
from salesdesk.screens.verbs import RecordVerbs, marked_keys
from salesdesk.services import pages, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.read import leads, lists
from salesdesk.widgets.paging import Heading, Item, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import SidePane
from salesdesk.widgets.text import Piece

_GROUPS = (("OVERDUE", "bad"), ("TODAY", "warn"), ("THIS WEEK", "muted"), ("LATER", "muted"), ("NO NEXT STEP", "bad"))


class LeadSource:
    """The leads of a listing in its order, with the heads of the due groups between them."""

    def __init__(self, desk: Desk, listing: views.Listing, groups: Sequence[int]) -> None:
        self._desk = desk
        self._ids = listing.ids
        self._index: dict[bytes, int] | None = None
        self.heads: list[tuple[int, Heading]] = []
        at = 0
        for (word, role), count in zip(_GROUPS, groups, strict=False):
            if count:
                self.heads.append((at + len(self.heads), Heading(tr(word), count, role)))
            at += count

    @property
    def count(self) -> int:
        """Rows and headings."""
        return len(self._ids) + len(self.heads)

    @property
    def records(self) -> int:
        """Rows."""
        return len(self._ids)

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """The items of that span, read from the store."""
        places = dict(self.heads)
        before = sum(1 for at, _ in self.heads if at < start)
        inside = [at for at, _ in self.heads if start <= at < stop]
        wanted = self._ids[start - before : max(0, stop - before - len(inside))]
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
            self._index = {key: at for at, key in enumerate(self._ids)}
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
        self.ids: list[bytes] = []
        self.first_view()
        self.list.focus()
        self.reload()

    def focus_body(self) -> None:
        self.list.focus()

    def refresh_rows(self) -> None:
        self.read_rows()

    @work(exclusive=True, group="rows")
    async def read_rows(self) -> None:
        """The leads of the filter, in a thread; the place is kept."""
        query = self.filter_text

        def read() -> tuple[views.Listing, list[int], int]:
            with self.desk.workspace.snapshot() as connection:
                found = views.listing(self.desk, "lead", query)
                groups = views.due_groups(self.desk, found) if found.sorted_by_due else []
                return found, groups, lists.count(connection, "lead", _EVERYTHING)

        try:
            found, groups, total = await self.desk_app.read(read)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.ids = found.ids
        self.list.set_source(LeadSource(self.desk, found, groups), new_filter=True)
        order = [Piece(found.sort_label[:-1], "muted"), Piece(found.sort_label[-1:], "accent")]
        counted = [Piece(f"{len(found.ids):,}", "strong bold"), Piece(tr(" of {total}", total=f"{total:,}"), "muted")]
        self.filter_line.show_summary(counted, order)
        self._say_empty(query, total)

    def _say_empty(self, query: str, total: int) -> None:
        hint = self.chrome.keymap.hint
        if total == 0:
            self.list.set_empty(tr("No leads yet. Type the first one, or import a list."), [hint("record.add")])
        else:
            words = tr("0 of {total} match {query}. Esc clears the filter.", total=f"{total:,}", query=query or "…")
            self.list.set_empty(words, [hint("filter.edit"), hint("view.menu")])

    def targets(self) -> Sequence[Ref]:
        if self.list.marked_count:
            chosen = marked_keys(self.list.marks, self.ids)
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

    def done_with_marks(self) -> None:
        self.list.clear_marks()

    def clear(self) -> None:
        """Esc: the filter first, then the marks."""
        if self.filter_line.value:
            self.filter_line.set_value("")
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
        self.show_pane()

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
            hidden = marked - sum(1 for key in self.ids if self.list.marks.has(key)) if marked < 5000 else 0
            aside = [Piece(tr("{count} hidden by the filter", count=hidden), "warn")] if hidden > 0 else []
            head = tr("{count} selected", count=f"{marked:,}")
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


_EVERYTHING = Where("1=1")
