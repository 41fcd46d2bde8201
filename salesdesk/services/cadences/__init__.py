"""Cadences: steps of calls, mails and tasks with waits between them, for whoever is enrolled.

A step is a planned activity like any other. What ends a cadence is read from the facts (an answer, a meeting, an
opt-out, a close), in the operation that made them and again by `settle`, so nothing depends on who noticed first.

Here is the door for the rooms that make such facts. Cadences plan steps and so stand above them all: what is behind
the door is imported when somebody goes through it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from salesdesk.services.cadences.following import Ahead
    from salesdesk.services.desk import Desk
    from salesdesk.services.outreach import Step
    from salesdesk.services.records import Ref
    from salesdesk.store.read.enrolments import EnrolmentRow
    from salesdesk.store.read.lookups import OutcomeRow
    from salesdesk.store.unit import Unit


def follow(unit: "Unit", desk: "Desk", refs: "Sequence[Ref]") -> None:
    """The cadences of these records go on, or end, with what this operation did."""
    from salesdesk.services.cadences import following

    following.follow(unit, desk, refs)


def end(unit: "Unit", desk: "Desk", ref: "Ref", reason: str) -> None:
    """The cadence of a record ends for a reason of this operation, and its planned step goes."""
    from salesdesk.services.cadences import following

    following.end(unit, desk, ref, reason)


def afterwards(desk: "Desk", before: "EnrolmentRow | None") -> "tuple[Step | None, str]":
    """What an operation did to the cadence somebody was in before it: its next step, or how it ended in words."""
    if before is None:
        return None, ""
    from salesdesk.services.cadences import following

    return following.afterwards(desk, before)


def ahead(desk: "Desk", inside: "EnrolmentRow", outcome: "OutcomeRow", kind: str, day: "dt.date") -> "Ahead":
    """What comes when the planned step is logged on that day, on that channel with that outcome."""
    from salesdesk.services.cadences import following

    return following.ahead(desk, inside, outcome, kind, day)


def follow_address(unit: "Unit", desk: "Desk", key: str) -> None:
    """`follow` for whoever has the mail address, the domain (`@acme.example`) or the number that this is the key of."""
    from salesdesk.services.cadences import following

    following.follow_address(unit, desk, key)
