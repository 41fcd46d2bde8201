"""What a board shows, and how a card and the head of a column are drawn."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from salesdesk.widgets.bars import bar, glyphs
from salesdesk.widgets.text import Line, Piece, cut, fit, spread

_STATE_ROLES = {
    "over": "bad bold",
    "due": "warn",
    "later": "muted",
    "none": "bad italic",
    "done": "ok",
}
_EDGE_ROLES = {"over": "bad", "due": "warn"}


@dataclass(frozen=True, slots=True)
class Stage:
    """A column: `total` is text (`€119k`), `value` its size against the other columns, `role` its bar's."""

    id: Hashable
    label: str
    count: int
    total: str = ""
    value: float = 0.0
    role: str = "label"


@dataclass(frozen=True, slots=True)
class Card:
    """A deal: `state` is over, due, later, none or done; `stale` says it is too long in its stage."""

    key: Hashable
    title: str
    amount: str = ""
    note: str = ""
    when: str = ""
    state: str = "later"
    age: str = ""
    stale: bool = False
    value: Any = None


class BoardSource(Protocol):
    """The cards of a board. Every member may be called from a worker thread."""

    @property
    def stages(self) -> Sequence[Stage]:
        """The columns from left to right."""
        ...

    def cards(self, stage: int, start: int, stop: int) -> Sequence[Card]:
        """The cards of that span of a column."""
        ...

    def find(self, key: Hashable) -> tuple[int, int] | None:
        """The column and the place of a card, None when it is not here."""
        ...


class BoardList:
    """A board whose cards are all in memory: for short boards and for tests."""

    def __init__(self, columns: Sequence[tuple[Stage, Sequence[Card]]] = ()) -> None:
        self._columns = list(columns)

    @property
    def stages(self) -> Sequence[Stage]:
        """See `BoardSource`."""
        return [stage for stage, _ in self._columns]

    def cards(self, stage: int, start: int, stop: int) -> Sequence[Card]:
        """See `BoardSource`."""
        return self._columns[stage][1][start:stop]

    def find(self, key: Hashable) -> tuple[int, int] | None:
        """See `BoardSource`."""
        for column, (_, cards) in enumerate(self._columns):
            for place, card in enumerate(cards):
                if card.key == key:
                    return column, place
        return None


def state_sign(state: str) -> str:
    """The sign that tells a state without colour."""
    signs = glyphs()
    return {"over": signs.overdue, "due": signs.due, "none": signs.none, "done": signs.done}.get(state, signs.later)


def state_role(state: str) -> str:
    """The role that repeats a state in colour."""
    return _STATE_ROLES.get(state, "muted")


def card_lines(card: Card, cells: int, *, focus: bool = False, short: bool = False) -> list[Line]:
    """The card, `cells` wide: three rows, two when `short`."""
    ground = "@cursor" if focus else "@surface"
    inner = cells - 3
    title_role = f"strong{ground} bold" if focus else f"text{ground}"
    head = spread_over(
        Piece(cut(card.title, max(3, inner - len(card.amount) - 1)), title_role),
        Piece(card.amount, f"strong{ground} bold" if focus else f"muted{ground}"),
        inner,
        ground,
    )
    colour, _, weight = state_role(card.state).partition(" ")
    when = Piece(f"{state_sign(card.state)} {card.when}".rstrip(), f"{colour}{ground} {weight}".strip())
    foot = spread_over(when, _age(card, ground, focus=focus), inner, ground)
    note = fit(Piece(cut(card.note, inner), f"muted{ground}"), inner)
    rows = [head, foot] if short else [head, note, foot]
    return [[_edge(card, ground, focus=focus), *row, Piece(" ", f"text{ground}")] for row in rows]


def _age(card: Card, ground: str, *, focus: bool) -> Piece:
    if not card.stale:
        return Piece(card.age, f"muted{ground}" if focus else f"label{ground}")
    role = "bad" if card.state == "over" else "warn"
    sign = "" if card.state == "over" else f"{glyphs().overdue} "
    return Piece(f"{sign}{card.age}", f"{role}{ground}")


def _edge(card: Card, ground: str, *, focus: bool) -> Piece:
    if focus:
        return Piece(f"{glyphs().edge} ", f"accent{ground}")
    return Piece(f"{glyphs().quiet_edge} ", f"{_EDGE_ROLES.get(card.state, 'hairline')}{ground}")


def spread_over(left: Piece, right: Piece, cells: int, ground: str) -> list[Piece]:
    """`left` and `right` at the ends of `cells` cells on the ground of a card."""
    if not right.text:
        return fit(left, cells)
    line = spread([left], [right], cells)
    return [piece if piece.text.strip() else piece._replace(role=f"text{ground}") for piece in line]


def head_lines(stage: Stage, largest: float, cells: int, *, focus: bool = False, target: bool = False) -> list[Line]:
    """The head of a column and the bar under it, long as its value is against the largest."""
    role = "accent" if focus or target else stage.role
    name = Piece(stage.label, "accent bold" if focus or target else "strong bold")
    count = Piece(f" {stage.count:,}", "label")
    total_role = "strong bold" if focus else "ok" if stage.role == "ok" else "muted"
    inner = cells - 1
    head = spread([name, count], [Piece(stage.total, total_role)] if stage.total else [], inner)
    share = stage.value / largest if largest > 0 else 0.0
    return [[*head, Piece(" ")], [*bar(share, inner, role), Piece(" ")]]
