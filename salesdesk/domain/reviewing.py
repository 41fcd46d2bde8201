"""What changed in a pipeline between two moments, from history: the first old and the last new of each cell."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

# In the order a review goes through them.
KINDS = (
    "won",
    "lost",
    "reopened",
    "forward",
    "back",
    "pushed",
    "pulled",
    "grown",
    "shrunk",
    "new",
    "handed",
    "dropped",
)
# What an open deal that changed like this deserves: a word.
WORRYING = ("back", "pushed", "shrunk", "reopened")


@dataclass(frozen=True, slots=True)
class Act:
    """The operation that made a change: its key, when, who and what it was called."""

    id: bytes
    at: dt.datetime
    who: str
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one operation made of one cell of a deal; `stands` unless it was taken back by the end of the span."""

    deal_id: bytes
    column: str
    old: Any
    new: Any
    act: Act
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Net:
    """A cell over the whole span: what it held at its beginning and at its end, and the last act that changed it."""

    old: Any
    new: Any
    act: Act


def net(cells: Iterable[Cell]) -> dict[tuple[bytes, str], Net]:
    """The cells that hold another value at the end of the span than at its beginning; `cells` in the order of history.

    What was changed and changed back, by hand or by undo, is no change. The act named is the last that stands.
    """
    found: dict[tuple[bytes, str], Net] = {}
    for cell in cells:
        key = (cell.deal_id, cell.column)
        before = found.get(key)
        if before is None:
            found[key] = Net(cell.old, cell.new, cell.act)
        else:
            found[key] = replace(before, new=cell.new, act=cell.act if cell.stands else before.act)
    return {key: one for key, one in found.items() if one.old != one.new}


@dataclass(frozen=True, slots=True)
class Stage:
    """What a review needs to know of a stage."""

    name: str
    position: int
    meaning: str


def stage_move(old: Stage | None, new: Stage | None) -> str:
    """`forward` or `back`; empty where that cannot be said, or where one of them is not open."""
    if old is None or new is None or old.meaning != "open" or new.meaning != "open":
        return ""
    return "forward" if new.position > old.position else "back" if new.position < old.position else ""


def day_move(old: dt.date | None, new: dt.date | None) -> str:
    """`pushed` to a later day or away from any, `pulled` to an earlier one; a first day is neither."""
    if old is None:
        return ""
    return "pushed" if new is None or new > old else "pulled"


def worth_move(old: int | None, new: int | None) -> str:
    """`grown` or `shrunk`; a first value is a growth, a value taken away shrinks."""
    return "grown" if (new or 0) > (old or 0) else "shrunk" if (new or 0) < (old or 0) else ""


@dataclass(frozen=True, slots=True)
class Care:
    """Why an open deal needs a word: days over its stage's limit, past its close day, silent; no next step."""

    rotting: int = 0
    limit: int = 0
    overdue: int = 0
    silent: int = 0
    no_next_step: bool = False

    @property
    def any(self) -> bool:
        """Whether there is a reason."""
        return bool(self.rotting or self.overdue or self.silent or self.no_next_step)


def counts(kinds: Iterable[str]) -> dict[str, int]:
    """How often each kind of change came, in the order of `KINDS`, those that did not left out."""
    every = list(kinds)
    return {kind: every.count(kind) for kind in KINDS if kind in every}
