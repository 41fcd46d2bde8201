"""Widgets that make whole lines: nothing is drawn around them or mixed into their colours."""

from collections.abc import Sequence

from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class WholeLines(Widget):
    """Hands out what `render_line` makes.

    Textual keeps each line of a widget, as it looks with its border, padding and opacity. The compositor here asks only
    for lines that changed, so that keeping them is of no use; with a border or padding they are dressed all the same.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.styles.gutter:
            return super().render_lines(crop)
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.x or crop.width != self.outer_size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        filters = self.get_line_filters()
        if filters:
            background = self.background_colors[1]
            for each in filters:
                strips = [strip.apply_filter(each, background) for strip in strips]
        return strips

    def get_line_filters(self) -> Sequence[LineFilter]:
        """See `Widget`. Names of terminal colours are only in themes that leave them to the terminal (`Tokens`)."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]
