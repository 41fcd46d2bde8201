"""The machinery of a virtual list: pages read in a thread, a cursor and marks that belong to record keys."""

import asyncio
from collections.abc import Hashable
from functools import partial

from textual.geometry import Region

from salesdesk.errors import SalesdeskError
from salesdesk.widgets.list_messages import ListMessages
from salesdesk.widgets.marks import Marks
from salesdesk.widgets.paging import (
    PAGE,
    Heading,
    Item,
    ListSource,
    Pages,
    Row,
    Source,
    first_items,
    kept_marks,
    key_of,
)
from salesdesk.widgets.steady import Steady, start_work
from salesdesk.widgets.whole_lines import WholeLines

LOADING_AFTER = 0.15
RANGE_LIMIT = 10_000
# How many lines that hold no cursor are shown above the first row: a line of sums, a gap, headings.
_MOST_ABOVE = 4


class PagedView(Steady, WholeLines, ListMessages, can_focus=True):
    """Keeps the pages of a `Source` around the view, the cursor and the marks; a subclass paints."""

    HEADS = 1

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._heads = self.HEADS
        self._source: Source = ListSource()
        self._records = 0
        self._pages: Pages[Item] = Pages()
        self._reading: set[int] = set()
        self._cursor = 0
        self._cursor_key: Hashable = None
        self._step = 1
        self._top = 0
        self._pending_top: int | None = None
        self._late = False
        self._loaded = False
        self._more = False
        self._to_end = False
        self._marks = Marks()
        self._range_from: int | None = None
        self._range_base = self._marks

    def repaint(self) -> None:
        """All rows are to be painted anew."""
        self.forget()
        self.refresh()

    def forget(self) -> None:
        """Lines kept from an earlier painting are of no use any more."""

    @property
    def item(self) -> Item | None:
        """The row or remark under the cursor, None while it is being read or when there is none."""
        item = None if self._to_end else self._pages.get(self._cursor)
        return None if isinstance(item, Heading) else item

    @property
    def whole(self) -> bool:
        """Whether all rows are known, not only the first."""
        return not self._more

    @property
    def cursor_key(self) -> Hashable:
        """The key of the record under the cursor."""
        return self._cursor_key

    @property
    def position(self) -> int:
        """The index of the cursor among all items."""
        return self._cursor

    @property
    def count(self) -> int:
        """How many items the list has."""
        return self._pages.count

    @property
    def marks(self) -> Marks:
        """What is marked."""
        return self._marks

    @property
    def marked_count(self) -> int:
        """How many records are marked."""
        return self._marks.count(self._records)

    def set_source(
        self,
        source: Source,
        *,
        cursor: Hashable = None,
        new_filter: bool = False,
        from_top: bool = False,
        more: bool = False,
    ) -> None:
        """Show these rows; the old ones stay until the first page is here.

        The cursor goes to the record `cursor`, else stays on its record, else on its place (`from_top`: on the
        first); `new_filter` says that other records match, so "all marked" is turned into the records it meant (up
        to 10,000). `more`: these are only the first rows, the source of all will follow.
        """
        key = self._cursor_key if cursor is None else cursor
        place = 0 if from_top else None
        start_work(
            self,
            partial(self._swap, source, key, place, new_filter=new_filter, more=more),
            group="record-list-swap",
            exclusive=True,
        )

    def read_again(self) -> None:
        """Read the rows in sight again, where they stand: something was written."""
        start_work(self, self._read_again, group="record-list-again", exclusive=True)

    def empty_out(self) -> None:
        """Show nothing until the next source is here, whose rows are of another kind."""
        self._source, self._records, self._pages = ListSource(), 0, Pages()
        self._loaded = False
        self.repaint()

    def clear_marks(self) -> bool:
        """Take all marks away; False when there were none."""
        had = bool(self._marks) or self._range_from is not None
        self._range_from = None
        self._set_marks(Marks())
        return had

    def move_to(self, index: int, step: int = 1) -> None:
        """Put the cursor on that item, or on the next one in direction `step` that it can stand on."""
        if not self.count:
            return
        self._to_end = False
        self._step = 1 if step >= 0 else -1
        before = self._cursor
        self._cursor = max(0, min(index, self.count - 1))
        self._settle()
        self._extend_range()
        self._bring_into_view(before)

    # Reading

    async def _swap(self, source: Source, key: Hashable, place: int | None, *, new_filter: bool, more: bool) -> None:
        old, offset = self._source, self._cursor - self._top
        if place is None:
            place = self._cursor
        height = max(self._body_height, 24)
        late = self.set_timer(LOADING_AFTER, self._say_late)
        try:
            # What "all" meant cannot be told from the first rows.
            marks = Marks() if new_filter and self._more and self._marks.everything else self._marks
            marks, (count, records, index, first, items) = await asyncio.to_thread(
                lambda: (kept_marks(marks, old, new_filter), first_items(source, key, place, height))
            )
        except SalesdeskError as error:
            self.post_message(self.Failed(self, error))
            return
        finally:
            late.stop()
            self._late = False
        before = self._in_sight()
        self._source, self._records, self._more = source, records, more
        self._pages = Pages(count)
        self._pages.put(first, items)
        self._reading.clear()
        self._range_from = None
        self._cursor = index
        self._step = 1
        self._loaded = True
        self._settle()
        self._pending_top = None
        self._top = self._clamped_top(self._cursor - offset)
        self._top = self._top_for(self._cursor)
        self._paint_changes(before)
        self._read_around()
        self._announce(always=True)
        if marks != self._marks:
            self._set_marks(marks)
        self.post_message(self.Loaded(self))
        if self._to_end and not more:
            self.move_to(self.count - 1, -1)

    async def _read_again(self) -> None:
        source, before = self._source, self._in_sight()
        pages = range(self._top // PAGE, (self._top + self._body_height) // PAGE + 1)
        try:
            items = await asyncio.to_thread(source.rows, pages.start * PAGE, pages.stop * PAGE)
        except SalesdeskError as error:
            self.post_message(self.Failed(self, error))
            return
        if source is self._source:
            self._pages = Pages(self._pages.count)
            self._pages.put(pages.start, items)
            self._reading.clear()
            self._paint_changes(before)
            self._read_around()
            self._announce(always=True)

    def _in_sight(self) -> tuple[object, list[tuple[Item | None, bool]]]:
        """What the view shows: its frame, and each item with whether the cursor is on it."""
        span = range(self._top, self._top + self._body_height)
        items = [(self._pages.get(index), index == self._cursor) for index in span]
        return (self._top, self._loaded, bool(self.count)), items

    def _paint_changes(self, before: tuple[object, list[tuple[Item | None, bool]]]) -> None:
        """Paint the lines that show another item than before; all of them when the view has moved."""
        frame, items = self._in_sight()
        if (frame, len(items)) != (before[0], len(before[1])):
            self.repaint()
            return
        self.forget()
        changed = (n for n, (old, new) in enumerate(zip(before[1], items, strict=True)) if old != new)
        self._refresh_items(*(self._top + n for n in changed))

    def _read_around(self) -> None:
        """Ask for the pages of the view, then for a page of margin on each side."""
        top = self._top if self._pending_top is None else self._pending_top
        height = self._body_height
        visible = self._pages.missing(top, top + height)
        margin = self._pages.missing(top - height, top + 2 * height)
        for page in dict.fromkeys([*visible, *margin]):
            if page not in self._reading:
                self._reading.add(page)
                start_work(self, partial(self._read, page), group="record-list-read")
        if visible:
            self.set_timer(LOADING_AFTER, self._say_late)

    async def _read(self, page: int) -> None:
        source = self._source
        try:
            items = await asyncio.to_thread(source.rows, page * PAGE, (page + 1) * PAGE)
        except SalesdeskError as error:
            self._reading.discard(page)
            self.post_message(self.Failed(self, error))
            return
        if source is not self._source:
            return
        self._reading.discard(page)
        self._pages.put(page, items)
        self._page_came(page)

    def _page_came(self, page: int) -> None:
        top = self._top if self._pending_top is None else self._pending_top
        if not top - PAGE < page * PAGE < top + self._body_height:
            return
        before = self._cursor
        self._settle()
        self._bring_into_view(before)
        if self._pending_top is None:
            self._late = False
            self.refresh()

    def _say_late(self) -> None:
        top = self._top if self._pending_top is None else self._pending_top
        if not self._loaded or self._pages.missing(top, top + self._body_height):
            self._late = True
            if self._pending_top is not None:
                self._top, self._pending_top = self._pending_top, None
            self.refresh()

    # The cursor and the view

    @property
    def _body_height(self) -> int:
        return max(1, self.size.height - self._heads)

    def _settle(self) -> None:
        """Step off a heading, in the direction of the move, else the other way; tell where it is."""
        found = self._find(self._cursor, self._step)
        if found is None:
            found = self._find(self._cursor, -self._step)
        if found is not None:
            self._cursor = found
        self._announce()

    def _find(self, index: int, step: int) -> int | None:
        while 0 <= index < self.count:
            if self._holds_cursor(index):
                return index
            index += step
        return None

    def _announce(self, *, always: bool = False) -> None:
        item = self.item
        if item is None and self.count and not always:
            self._cursor_key = None
            return
        key = key_of(item)
        if always or key != self._cursor_key:
            self._cursor_key = key
            self.post_message(self.CursorMoved(self, item))

    def _clamped_top(self, top: int) -> int:
        return max(0, min(top, self.count - self._body_height))

    def _top_for(self, index: int) -> int:
        """The first visible item that keeps the cursor in sight, with the headings and lines above the first."""
        top = self._top if self._pending_top is None else self._pending_top
        if index < top + 1:
            above = index
            while above > 0 and index - above < _MOST_ABOVE and not self._holds_cursor(above - 1):
                above -= 1
            top = min(top, above)
        elif index >= top + self._body_height:
            top = index - self._body_height + 1
        return self._clamped_top(top)

    def _holds_cursor(self, index: int) -> bool:
        item = self._pages.get(index)
        return item is None or key_of(item) is not None

    def _bring_into_view(self, before: int) -> None:
        self._show_from(self._top_for(self._cursor), before)

    def _show_from(self, top: int, before: int) -> None:
        """Show the view from `top`: at once when its rows are here, else when they come or are late."""
        ready = not self._pages.missing(top, top + self._body_height)
        self._pending_top = None if ready else top
        if ready and top != self._top:
            self._top = top
            self.refresh()
        elif before != self._cursor:
            self._refresh_items(before, self._cursor)
        if ready:
            # What may be needed next waits for the picture: a thread that reads takes the interpreter from it.
            self.call_after_refresh(self._read_around)
        else:
            self._read_around()

    def _refresh_items(self, *indexes: int) -> None:
        regions = [
            Region(0, index - self._top + self._heads, self.size.width, 1)
            for index in set(indexes)
            if 0 <= index - self._top < self._body_height
        ]
        if regions:
            self.refresh(*regions)

    # Marks

    def _set_marks(self, marks: Marks) -> None:
        if marks != self._marks:
            self._marks = marks
            self.refresh()
            self.post_message(self.MarksChanged(self, marks))

    def _extend_range(self) -> None:
        if self._range_from is None:
            return
        low, high = sorted((self._range_from, self._cursor))
        high = min(high, low + RANGE_LIMIT)
        if not self._pages.missing(low, high + 1):
            keys = [item.key for i in range(low, high + 1) if isinstance(item := self._pages.get(i), Row)]
            self._set_marks(self._range_base.with_keys(keys))
        else:
            start_work(self, partial(self._read_range, low, high), group="record-list-range", exclusive=True)

    async def _read_range(self, low: int, high: int) -> None:
        items = await asyncio.to_thread(self._source.rows, low, high + 1)
        if self._range_from is not None:
            self._set_marks(self._range_base.with_keys([item.key for item in items if isinstance(item, Row)]))
