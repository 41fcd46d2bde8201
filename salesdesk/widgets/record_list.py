"""The virtual list: a million rows at the cost of a screenful."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from salesdesk.i18n import tr
from salesdesk.keymap import bindings
from salesdesk.themes import tokens_of
from salesdesk.widgets.bars import glyphs, hairline
from salesdesk.widgets.columns import Column, Layout, head_line, lay_out, row_line
from salesdesk.widgets.empty import empty_lines
from salesdesk.widgets.key_footer import Hint
from salesdesk.widgets.marks import Marks
from salesdesk.widgets.paged_view import PagedView
from salesdesk.widgets.paging import Heading, Item, Remark, Row, key_of
from salesdesk.widgets.text import EMPTY, Line, Piece, fit, measure, pieces, strip

if TYPE_CHECKING:
    from textual.theme import Theme

GUTTER = 2
WHEEL = 3
STRIPS_KEPT = 1000


class RecordList(PagedView):
    """Shows a `Source` in columns with a cursor and marks; a key costs a screenful, however long it is.

    The cursor and the marks belong to record keys and survive a new source.
    """

    DEFAULT_CSS = """
    RecordList { width: 1fr; height: 1fr; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        heads: bool = True,
        gutter: int = GUTTER,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._heads = 1 if heads else 0
        self._gutter = gutter
        self._layout: Layout = ()
        self._layout_for = (-1, -1)
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._empty: tuple[str, Sequence[Hint]] = ("", ())

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns from now on."""
        self._columns = tuple(columns)
        self._layout_for = (-1, -1)
        self.repaint()

    def set_empty(self, sentence: str, hints: Sequence[Hint] = ()) -> None:
        """What to say when there are no rows."""
        self._empty = (sentence, tuple(hints))
        if not self.count:
            self.refresh()

    # Keys and mouse

    def action_mark_toggle(self) -> None:
        """Mark or unmark the row and go on to the next."""
        item = self.item
        self._range_from = None
        if isinstance(item, Row):
            self._set_marks(self._marks.toggled(item.key))
            self.move_to(self._cursor + 1)

    def action_mark_range(self) -> None:
        """Begin a range at the cursor; the second time end it."""
        if self._range_from is None:
            self._range_from, self._range_base = self._cursor, self._marks
            self._extend_range()
        else:
            self._range_from = None

    def action_mark_all(self) -> None:
        """Mark every record of the source; when all are marked, none."""
        self._range_from = None
        self._set_marks(Marks() if self._marks == Marks(everything=True) else Marks(everything=True))

    def action_move_down(self) -> None:
        """One row down."""
        self.move_to(self._cursor + 1)

    def action_move_up(self) -> None:
        """One row up."""
        self.move_to(self._cursor - 1, -1)

    def action_move_page_down(self) -> None:
        """One page down; the last row stays in sight as the first."""
        self._page(1)

    def action_move_page_up(self) -> None:
        """One page up."""
        self._page(-1)

    def _page(self, step: int) -> None:
        self._to_end = False
        rows = max(1, self._body_height - 1) * step
        base = self._top if self._pending_top is None else self._pending_top
        self._pending_top = self._clamped_top(base + rows)
        before = self._cursor
        self._step = step
        self._cursor = max(0, min(self._cursor + rows, self.count - 1))
        self._settle()
        self._extend_range()
        self._bring_into_view(before)

    def action_move_top(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_move_bottom(self) -> None:
        """To the last row; until it is known there is none under the cursor."""
        if self.whole:
            self.move_to(self.count - 1, -1)
        else:
            self._to_end = True

    def action_move_left(self) -> None:
        """Back."""
        self.post_message(self.Left(self))

    def action_move_right(self) -> None:
        """Open."""
        self.action_record_open()

    def action_record_open(self) -> None:
        """Open the record under the cursor."""
        if self.item is not None:
            self.post_message(self.Opened(self, self.item))

    def on_click(self, event: events.Click) -> None:
        index = self._top + event.y - self._heads
        if event.y < self._heads or not 0 <= index < self.count:
            return
        event.stop()
        if key_of(self._pages.get(index)) is None:
            return
        self.move_to(index)
        if event.chain == 2:
            self.action_record_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-WHEEL)

    def _scroll(self, rows: int) -> None:
        base = self._top if self._pending_top is None else self._pending_top
        self._show_from(self._clamped_top(base + rows), self._cursor)

    # Painting

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._follow_theme)

    def _follow_theme(self, _theme: "Theme") -> None:
        self.repaint()

    def on_resize(self) -> None:
        self._strips.clear()
        if self.count:
            self._show_from(self._top_for(self._cursor), self._cursor)
        self.post_message(self.Resized(self))

    def forget(self) -> None:
        self._strips.clear()

    def _columns_now(self) -> Layout:
        wanted = (self.size.width, self.app.size.width)
        if wanted != self._layout_for:
            self._layout = lay_out(self._columns, max(1, wanted[0] - self._gutter - 1), wanted[1])
            self._layout_for = wanted
            self._strips.clear()
        return self._layout

    def render_line(self, y: int) -> Strip:
        cells = self.size.width
        layout = self._columns_now()
        if y < self._heads:
            return self._paint([Piece(" " * self._gutter), *head_line(layout, self.app.size.width)])
        if not self.count:
            return self._paint(self._empty_line(y - self._heads, cells))
        index = self._top + y - self._heads
        item = self._pages.get(index)
        if item is None:
            return self._paint(self._missing_line(index))
        cursor = index == self._cursor and key_of(item) is not None
        marked = isinstance(item, Row) and self._marks.has(item.key)
        slot = (index, cursor, marked)
        painted = self._strips.get(slot)
        if painted is None:
            if len(self._strips) >= STRIPS_KEPT:
                self._strips.clear()
            ground = "cursor" if cursor else "background"
            painted = self._strips[slot] = self._paint(self._line(item, cursor=cursor, marked=marked), ground)
        return painted

    def _paint(self, line: Line, ground: str = "background") -> Strip:
        return strip(line, self.size.width, tokens_of(self.app), ground)

    def _empty_line(self, row: int, cells: int) -> Line:
        if not self._loaded:
            return [Piece(" " * self._gutter), Piece(tr("loading"), "label")] if self._late and row == 0 else EMPTY
        lines = empty_lines(*self._empty, cells) if self._empty[0] else []
        return lines[row] if row < len(lines) else EMPTY

    def _missing_line(self, index: int) -> Line:
        first = index == self._top or self._pages.get(index - 1) is not None
        if self._late and first and index < self.count:
            return [Piece(" " * self._gutter), Piece(tr("loading"), "label")]
        return EMPTY

    def _line(self, item: Item, *, cursor: bool, marked: bool) -> Line:
        edge = self._edge(cursor, marked)
        if isinstance(item, Heading):
            return self._heading_line(item)
        if isinstance(item, Remark):
            return [*edge, *fit(item.line, self.size.width - self._gutter - 1, role="muted")]
        return [*edge, *row_line(self._layout, item.value, cursor=cursor, marked=marked)]

    def _edge(self, cursor: bool, marked: bool) -> Line:
        if not self._gutter:
            return EMPTY
        sign = glyphs().edge if marked else glyphs().quiet_edge if cursor else " "
        return [Piece(sign + " " * (self._gutter - 1), "accent" if marked or cursor else "text")]

    def _heading_line(self, heading: Heading) -> Line:
        line = [Piece(" " * self._gutter), *pieces(Piece(heading.word.upper(), f"{heading.role} bold"))]
        if heading.count is not None:
            line.append(Piece(f" {heading.count:,}", "label"))
        if heading.aside:
            line += [Piece("  "), *pieces(heading.aside, "label")]
        line.append(Piece(" "))
        return [*line, hairline(self.size.width - 1 - measure(line))]
