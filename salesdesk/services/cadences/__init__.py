"""Cadences: steps of calls, mails and tasks with waits between them, for whoever is enrolled.

A step is a planned activity like any other. What ends a cadence is read from the facts (an answer, a meeting, an
opt-out, a close), in the operation that made them and again by `settle`, so nothing depends on who noticed first.

Here is the door for the rooms that make such facts. Cadences plan steps and so stand above them all: what is behind
the door is imported when somebody goes through it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdesk.services.desk import Desk
    from salesdesk.services.records import Ref
    from salesdesk.store.unit import Unit


def follow(unit: "Unit", desk: "Desk", refs: "Sequence[Ref]") -> None:
    """The cadences of these records go on, or end, with what this operation did."""
    from salesdesk.services.cadences import following

    following.follow(unit, desk, refs)


def end(unit: "Unit", desk: "Desk", ref: "Ref", reason: str) -> None:
    """The cadence of a record ends for a reason of this operation, and its planned step goes."""
    from salesdesk.services.cadences import following

    following.end(unit, desk, ref, reason)
