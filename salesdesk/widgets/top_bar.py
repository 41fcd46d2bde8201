"""The first row: brand, tabs with counts, who works, and the time; never clipped, down to 40 columns."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from textual.message import Message

from salesdesk.i18n import tr
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Line, Piece, cut, fit, measure


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the bar; `short` stands for the label where room is scarce."""

    id: str
    digit: str
    label: str
    count: int | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class TopBarState:
    """What the bar shows; `clock` is text (`Mon 23 Nov 09:12`), its last word stays longest."""

    tabs: Sequence[Tab]
    active: str = ""
    member: str = ""
    clock: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True)
class _Budget:
    clock: str = "full"
    counts: str = "all"
    brand: bool = True
    member: bool = True
    short: bool = False
    labels: bool = True


# One thing more is left out at each step, until the bar fits.
_STEPS: tuple[dict[str, object], ...] = (
    {},
    {"clock": "time"},
    {"counts": "active"},
    {"counts": "none"},
    {"clock": ""},
    {"short": True},
    {"member": False},
    {"brand": False},
    {"labels": False},
)


class TopBar(LineWidget):
    """Shows a `TopBarState`; posts `Picked` when a tab is clicked."""

    class Picked(Message):
        """The tab `tab` was clicked."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, state: TopBarState, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.state = state

    def show(self, state: TopBarState) -> None:
        """Show this from now on."""
        if state != self.state:
            self.state = state
            self.redraw()

    def hit(self, mark: Hashable) -> None:
        self.post_message(self.Picked(str(mark)))

    def lines(self, cells: int) -> Sequence[Line]:
        return (top_line(self.state, cells),)


def top_line(state: TopBarState, cells: int) -> Line:
    """The bar in exactly `cells` cells."""
    budget = _Budget()
    left: list[Piece] = []
    right: list[Piece] = []
    for step in _STEPS:
        budget = replace(budget, **step)  # type: ignore[arg-type]
        left, right = _left(state, budget), _right(state, budget)
        if measure(left) + measure(right) + (2 if right else 0) <= cells:
            break
    right = fit(right, min(measure(right), cells)) if right else []
    return [*fit(left, cells - measure(right)), *right]


def _left(state: TopBarState, budget: _Budget) -> list[Piece]:
    line = [Piece(glyphs().brand, "accent bold")]
    if budget.brand:
        line.append(Piece(" salesdesk", "strong bold"))
    if state.demo:
        line.append(Piece(" " + tr("DEMO"), "warn bold"))
    line.append(Piece("  " if budget.brand else " "))
    for tab in state.tabs:
        line += _tab(tab, tab.id == state.active, budget)
    # The gap behind the last tab has the ground of the bar, also when that tab is the active one.
    return [*line, Piece(" ")]


def _tab(tab: Tab, active: bool, budget: _Budget) -> list[Piece]:
    label = (tab.short or tab.label) if budget.short else tab.label
    label = label if budget.labels or active else ""
    wants_count = budget.counts == "all" or (budget.counts == "active" and active)
    count = f" {tab.count:,}" if tab.count is not None and wants_count else ""
    gap = " " if label else ""
    if active:
        return [
            Piece(" ", "text@cursor", tab.id),
            Piece(tab.digit, "accent@cursor", tab.id),
            Piece(f"{gap}{label}", "strong@cursor bold", tab.id),
            Piece(f"{count} ", "accent@cursor", tab.id),
        ]
    return [
        Piece(f" {tab.digit}", "muted", tab.id),
        Piece(f"{gap}{label}", "muted", tab.id),
        Piece(f"{count} ", "label", tab.id),
    ]


def _right(state: TopBarState, budget: _Budget) -> list[Piece]:
    clock = state.clock
    if budget.clock != "full":
        clock = clock.rsplit(" ", 1)[-1] if budget.clock == "time" else ""
    line = []
    if budget.member and state.member:
        line += [Piece(glyphs().due, "ok"), Piece(f" {cut(state.member, 16)}", "muted")]
    if clock:
        line.append(Piece(("  " if line else "") + clock, "label"))
    return line
