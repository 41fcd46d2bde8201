"""The saved views of a screen with their counts; the active one in accent."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from textual.message import Message

from salesdesk.i18n import tr
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Line, Piece, fit, measure


@dataclass(frozen=True, slots=True)
class View:
    """A saved view; `changed` shows `*` behind its name."""

    id: str
    label: str
    count: int | None = None
    changed: bool = False


class ViewLine(LineWidget):
    """Shows views; posts `Picked` when one is clicked."""

    class Picked(Message):
        """The view `view` was clicked."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def __init__(self, views: Sequence[View] = (), active: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._views = tuple(views)
        self._active = active

    def show(self, views: Sequence[View], active: str = "") -> None:
        """Show these views from now on."""
        if (tuple(views), active) != (self._views, self._active):
            self._views, self._active = tuple(views), active
            self.redraw()

    def hit(self, mark: Hashable) -> None:
        self.post_message(self.Picked(str(mark)))

    def lines(self, cells: int) -> Sequence[Line]:
        return (view_line(self._views, self._active, cells),)


def view_line(views: Sequence[View], active: str, cells: int) -> Line:
    """The views that fit whole in `cells`, the active one always; `+2` stands for the others."""
    shown = list(views)
    while len(shown) > 1 and measure(_line(shown, active, len(views) - len(shown))) > cells:
        spare = max(index for index, view in enumerate(shown) if view.id != active)
        del shown[spare]
    return fit(_line(shown, active, len(views) - len(shown)), cells)


def _line(views: Sequence[View], active: str, hidden: int) -> list[Piece]:
    line = [Piece("  ")]
    for view in views:
        mine = view.id == active
        line.append(Piece(view.label + ("*" if view.changed else ""), "accent bold" if mine else "muted", view.id))
        if view.count is not None:
            line.append(Piece(f" {view.count:,}", "accent" if mine else "label", view.id))
        line.append(Piece("   "))
    if hidden:
        line.append(Piece(tr("+{count}", count=hidden), "label"))
    return line
