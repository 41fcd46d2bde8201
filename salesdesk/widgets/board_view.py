"""The machinery of a board: columns read page by page in a thread, one card in focus, what is in sight."""

import asyncio
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial

from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from salesdesk.errors import SalesdeskError
from salesdesk.widgets.cards import BoardList, BoardSource, Card, Stage
from salesdesk.widgets.paging import PAGE, Pages
from salesdesk.widgets.steady import Steady, start_work

COLUMN_LEAST = 21
HEAD_ROWS = 2
NARROW_BELOW = 100
SHORT_BELOW = 30


@dataclass
class BoardColumn:
    """A column: its stage, its cards read so far, the first one shown and where the focus was."""

    stage: Stage
    pages: Pages[Card]
    top: int = 0
    at: int = 0
    reading: set[int] = field(default_factory=set)


class BoardView(Steady, Widget, can_focus=True):
    """Keeps the columns of a `BoardSource` around the view, and the focus; a subclass paints and takes the keys."""

    class CursorMoved(Message, namespace="board"):
        """The focus is on `card` of `stage` now; no card in an empty column."""

        def __init__(self, card: Card | None, stage: Stage | None) -> None:
            super().__init__()
            self.card = card
            self.stage = stage

    class Opened(Message, namespace="board"):
        """Enter or a double click on `card`."""

        def __init__(self, card: Card) -> None:
            super().__init__()
            self.card = card

    class Dropped(Message, namespace="board"):
        """`card` was dragged to the column `stage`, to the place `index` there."""

        def __init__(self, card: Card, stage: Stage, index: int) -> None:
            super().__init__()
            self.card = card
            self.stage = stage
            self.index = index

    class Loaded(Message, namespace="board"):
        """The cards of a new source are on the screen."""

    class Failed(Message, namespace="board"):
        """Cards could not be read."""

        def __init__(self, error: SalesdeskError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._source: BoardSource = BoardList()
        self._columns: list[BoardColumn] = []
        self._focus = 0
        self._first = 0
        self._key: Hashable = None
        self._drag: Card | None = None
        self._drag_over: int | None = None

    # What the screen asks and tells

    @property
    def card(self) -> Card | None:
        """The card in focus, None in an empty column or while it is being read."""
        column = self._column
        return column.pages.get(column.at) if column else None

    @property
    def stage(self) -> Stage | None:
        """The stage in focus."""
        return self._column.stage if self._column else None

    def neighbour(self, step: int) -> Stage | None:
        """The stage `step` columns to the right (negative: left), None beyond the ends."""
        index = self._focus + step
        return self._columns[index].stage if 0 <= index < len(self._columns) else None

    def beside(self, step: int) -> Card | None:
        """The card `step` places below (negative: above) the one in focus."""
        column = self._column
        return column.pages.get(column.at + step) if column and column.at + step >= 0 else None

    @property
    def hidden(self) -> tuple[Sequence[Stage], Sequence[Stage]]:
        """The stages left and right of the window that have no room."""
        stages = [column.stage for column in self._columns]
        return stages[: self._first], stages[self._first + self._shown :]

    def set_source(self, source: BoardSource, *, focus: Hashable = None) -> None:
        """Show these cards; the focus goes to the card `focus`, else stays on its card, else on its place."""
        key = self._key if focus is None else focus
        start_work(self, partial(self._swap, source, key), group="board-swap", exclusive=True)

    # Reading

    async def _swap(self, source: BoardSource, key: Hashable) -> None:
        tops = {column.stage.id: column.top for column in self._columns}
        try:
            columns, place = await asyncio.to_thread(_first_columns, source, key, tops, max(self._slots, 12))
        except SalesdeskError as error:
            self.post_message(self.Failed(error))
            return
        before = self._column.at if self._column else 0
        self._source, self._columns = source, columns
        if place:
            self._focus = place[0]
            self._columns[self._focus].at = place[1]
        elif self._columns:
            self._focus = min(self._focus, len(self._columns) - 1)
            self._columns[self._focus].at = max(0, min(before, self._columns[self._focus].stage.count - 1))
        self._bring_into_view()
        self.refresh()
        self._announce()
        self.post_message(self.Loaded())

    def _read_around(self, index: int) -> None:
        column = self._columns[index]
        for page in column.pages.missing(column.top - self._slots, column.top + 2 * self._slots):
            if page not in column.reading:
                column.reading.add(page)
                start_work(self, partial(self._read, index, page), group="board-read")

    async def _read(self, index: int, page: int) -> None:
        source = self._source
        try:
            cards = await asyncio.to_thread(source.cards, index, page * PAGE, (page + 1) * PAGE)
        except SalesdeskError as error:
            self.post_message(self.Failed(error))
            return
        if source is self._source:
            self._columns[index].reading.discard(page)
            self._columns[index].pages.put(page, cards)
            self.refresh()
            self._announce()

    # Measures

    @property
    def _column(self) -> BoardColumn | None:
        return self._columns[self._focus] if self._columns else None

    @property
    def _short(self) -> bool:
        return self.app.size.width < NARROW_BELOW or self.app.size.height < SHORT_BELOW

    @property
    def _slot_rows(self) -> int:
        return 3 if self._short else 4

    @property
    def _slots(self) -> int:
        return max(1, (self.size.height - HEAD_ROWS) // self._slot_rows)

    @property
    def _shown(self) -> int:
        return max(1, min(len(self._columns), (self.size.width + 1) // (COLUMN_LEAST + 1)))

    def _widths(self) -> list[tuple[int, int]]:
        """The left edge and the width of each shown column; one cell between them."""
        count = self._shown
        room = self.size.width - (count - 1)
        edges = [room * index // count + index for index in range(count + 1)]
        return [(edges[index], edges[index + 1] - edges[index] - 1) for index in range(count)]

    def _place_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The column and the card index at that place of the widget."""
        for offset, (left, wide) in enumerate(self._widths()):
            if left <= x < left + wide and self._first + offset < len(self._columns):
                column = self._columns[self._first + offset]
                return self._first + offset, column.top + max(0, y - HEAD_ROWS) // self._slot_rows
        return None

    # The focus

    def _announce(self) -> None:
        card = self.card
        self._key = card.key if card else None
        self.post_message(self.CursorMoved(card, self.stage))

    def _bring_into_view(self) -> bool:
        """Make the focus visible; True when something had to move."""
        if not self._columns:
            return False
        before = (self._first, self._columns[self._focus].top)
        shown = self._shown
        context = 1 if shown > 2 else 0
        self._first = min(self._first, self._focus - context)
        self._first = max(self._first, self._focus + context - shown + 1)
        self._first = max(0, min(self._first, len(self._columns) - shown))
        column = self._columns[self._focus]
        column.at = max(0, min(column.at, column.stage.count - 1))
        column.top = min(column.top, column.at)
        column.top = max(column.top, column.at - self._slots + 1, 0)
        column.top = min(column.top, max(0, column.stage.count - self._slots))
        for index in range(self._first, min(self._first + shown, len(self._columns))):
            self._read_around(index)
        return before != (self._first, column.top)

    def _go(self, stage: int, at: int) -> None:
        if not 0 <= stage < len(self._columns):
            return
        old_stage = self._focus
        old = (self._focus, self._columns[self._focus].at)
        self._focus = stage
        self._columns[stage].at = max(0, min(at, self._columns[stage].stage.count - 1))
        if self._bring_into_view():
            self.refresh()
        elif old != (stage, self._columns[stage].at):
            self._refresh_card(*old)
            self._refresh_card(stage, self._columns[stage].at)
            if old_stage != stage:
                self.refresh(Region(0, 0, self.size.width, HEAD_ROWS))
        self._announce()

    def _refresh_card(self, stage: int, at: int) -> None:
        offset = stage - self._first
        widths = self._widths()
        if 0 <= offset < len(widths):
            left, wide = widths[offset]
            y = HEAD_ROWS + (at - self._columns[stage].top) * self._slot_rows
            self.refresh(Region(left, y, wide, self._slot_rows - 1))

    def on_resize(self) -> None:
        self._bring_into_view()
        self.refresh()


def _first_columns(
    source: BoardSource, key: Hashable, tops: dict[Hashable, int], slots: int
) -> tuple[list[BoardColumn], tuple[int, int] | None]:
    """The columns of a new source with the pages each shows first, and where the card `key` is."""
    place = source.find(key) if key is not None else None
    columns = []
    for index, stage in enumerate(source.stages):
        column = BoardColumn(stage, Pages(stage.count))
        column.top = max(0, min(tops.get(stage.id, 0), stage.count - slots))
        near = place[1] if place and place[0] == index else column.top
        column.at = near if place and place[0] == index else column.top
        for page in column.pages.missing(near - slots, near + 2 * slots):
            column.pages.put(page, source.cards(index, page * PAGE, (page + 1) * PAGE))
        columns.append(column)
    return columns, place
