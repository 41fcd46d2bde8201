"""The board: columns of cards drawn line by line, only what is seen is read."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

from salesdesk.i18n import tr
from salesdesk.keymap import bindings
from salesdesk.themes import tokens_of
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.cards import card_lines, head_lines
from salesdesk.widgets.text import Line, Piece, fit, strip

if TYPE_CHECKING:
    from textual.theme import Theme

from salesdesk.widgets.board_view import HEAD_ROWS, BoardColumn, BoardView


class Board(BoardView):
    """Shows a `BoardSource` as columns with one card in focus."""

    DEFAULT_CSS = """
    Board { width: 1fr; height: 1fr; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("board")]

    # Keys

    def action_move_down(self) -> None:
        """To the card below."""
        if column := self._column:
            self._go(self._focus, column.at + 1)

    def action_move_up(self) -> None:
        """To the card above."""
        if column := self._column:
            self._go(self._focus, column.at - 1)

    def action_move_left(self) -> None:
        """To the column at the left, at the same height."""
        self._sideways(-1)

    def action_move_right(self) -> None:
        """To the column at the right, at the same height."""
        self._sideways(1)

    def _sideways(self, step: int) -> None:
        stage = self._focus + step
        if (column := self._column) and 0 <= stage < len(self._columns):
            self._go(stage, self._columns[stage].top + column.at - column.top)

    def action_move_page_down(self) -> None:
        """A screenful of cards down."""
        if column := self._column:
            self._go(self._focus, column.at + self._slots)

    def action_move_page_up(self) -> None:
        """A screenful of cards up."""
        if column := self._column:
            self._go(self._focus, column.at - self._slots)

    def action_move_top(self) -> None:
        """To the first card of the column."""
        self._go(self._focus, 0)

    def action_move_bottom(self) -> None:
        """To the last card of the column."""
        if column := self._column:
            self._go(self._focus, column.stage.count - 1)

    def action_record_open(self) -> None:
        """Open the card in focus."""
        if self.card is not None:
            self.post_message(self.Opened(self.card))

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        place = self._place_at(event.x, event.y)
        if place and event.y >= HEAD_ROWS and place[1] < self._columns[place[0]].stage.count:
            self._go(*place)
            self._drag = self.card
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._drag is None:
            return
        place = self._place_at(event.x, event.y)
        over = place[0] if place and place[0] != self._focus else None
        if over != self._drag_over:
            self._drag_over = over
            self.refresh(Region(0, 0, self.size.width, HEAD_ROWS))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        card, self._drag, self._drag_over = self._drag, None, None
        self.release_mouse()
        place = self._place_at(event.x, event.y)
        column = self._column
        if card is None or place is None or column is None:
            return
        self.refresh(Region(0, 0, self.size.width, HEAD_ROWS))
        if place[0] != self._focus or place[1] != column.at:
            target = self._columns[place[0]].stage
            self.post_message(self.Dropped(card, target, min(place[1], target.count)))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if event.chain == 2 and event.y >= HEAD_ROWS:
            self.action_record_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._wheel(event.x, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._wheel(event.x, -1)

    def _wheel(self, x: int, step: int) -> None:
        if place := self._place_at(x, 0):
            column = self._columns[place[0]]
            column.top = max(0, min(column.top + step, column.stage.count - self._slots))
            self._read_around(place[0])
            self.refresh()

    # Painting

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._follow_theme)

    def _follow_theme(self, _theme: "Theme") -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        largest = max((column.stage.value for column in self._columns), default=0.0)
        line: list[Piece] = []
        for offset, (_left, wide) in enumerate(self._widths()):
            index = self._first + offset
            if index >= len(self._columns):
                break
            if line:
                line.append(Piece(" "))
            line += self._column_line(index, y, wide, largest)
        return strip(line, self.size.width, tokens_of(self.app))

    def _column_line(self, index: int, y: int, wide: int, largest: float) -> Line:
        column = self._columns[index]
        focus = index == self._focus
        if y < HEAD_ROWS:
            return head_lines(column.stage, largest, wide, focus=focus, target=index == self._drag_over)[y]
        slot, row = divmod(y - HEAD_ROWS, self._slot_rows)
        at = column.top + slot
        if slot >= self._slots:
            return fit("", wide)
        if row == self._slot_rows - 1:
            return self._gap_line(column, at, slot, wide)
        card = column.pages.get(at)
        if card is None:
            return fit("", wide)
        return card_lines(card, wide, focus=focus and at == column.at, short=self._short)[row]

    def _gap_line(self, column: BoardColumn, at: int, slot: int, wide: int) -> Line:
        """Between two cards nothing; under the last one shown, how many more there are."""
        below = column.stage.count - at - 1
        if slot == self._slots - 1 and (below > 0 or column.top > 0):
            above = f"{glyphs().up} {column.top:,}" if column.top else ""
            under = tr("{sign} {count} more", sign=glyphs().down, count=f"{below:,}") if below > 0 else ""
            return fit(Piece("  " + "  ".join(filter(None, (above, under))), "label"), wide)
        return fit("", wide)
