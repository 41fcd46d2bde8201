"""What changed in the pipeline of a rep, or of the team, since the last review: with old and new value, from history.

A change is of whom the deal belongs to at the end of the span, a closed deal of whom it was closed by (kpis.md 3.1.8);
who hands a deal over sees that it went. What was entered with days of its own (an import) counts by those days.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.dates import say_day, short_month
from salesdesk.domain.money import Money, format_money
from salesdesk.domain.reviewing import KINDS, Act, Net, day_move, net, stage_move, worth_move
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection
from salesdesk.store.read import pipeline
from salesdesk.store.read.pipeline import DealFacts, Window


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed about a deal. `old` and `new` are what the kind is about: stages, days, Money, members.

    `act` is the operation that did it; `on` its business day. `pushes` says how often the close day was put off in all.
    """

    kind: str
    deal: Ref
    old: object
    new: object
    on: dt.date
    act: Act | None
    value: Money | None = None
    pushes: int = 0

    def words(self, today: dt.date | None = None) -> str:
        """`Proposal → Negotiation`, `20 Nov → Fri, 2 pushes in all`; without today days that hold for ever."""
        if self.kind in {"won", "new"}:
            return str(self.new)
        if self.kind == "lost":
            return str(self.new) or tr("no reason given")
        if self.kind == "dropped":
            return tr("put in the bin")
        arrow = f"{_said(self.old, today)} → {_said(self.new, today)}"
        if self.kind == "pushed" and self.pushes > 1:
            return f"{arrow}, {plural(self.pushes, tr('push'), tr('pushes'))} in all"
        return arrow

    def as_json(self) -> dict[str, Any]:
        """The change as JSON has it."""
        return {
            "kind": self.kind,
            "deal": {"ref": self.deal.ref, "name": self.deal.name},
            "old": _plain(self.old),
            "new": _plain(self.new),
            "on": self.on.isoformat(),
            "value": _plain(self.value),
            "pushes": self.pushes or None,
            "by": self.act.who or None if self.act else None,
            "operation": self.act.id.hex()[-8:] if self.act else None,
        }


def changes(desk: Desk, connection: Connection, window: Window, member: bytes | None) -> list[Change]:
    """What changed in the window for a member, or for everyone, in the order of `KINDS`, the dearest first in each."""
    reading = _Reading(desk, connection, window)
    found = [change for change in reading.all() if member is None or reading.concerns(change, member)]
    return sorted(found, key=lambda c: (KINDS.index(c.kind), -(c.value.minor if c.value else -1), c.deal.name))


class _Reading:
    """Everything read once, told deal by deal."""

    def __init__(self, desk: Desk, connection: Connection, window: Window) -> None:
        self.desk, self.window = desk, window
        cells = pipeline.changed_cells(connection, window)
        self.net = net(cells)
        dated = pipeline.dated_in(connection, window)
        moves = pipeline.dated_moves(connection, window)
        ids = list(dict.fromkeys([*(c.deal_id for c in cells), *dated, *moves]))
        self.deals = pipeline.facts(connection, window, ids)
        self.stages = pipeline.stages(connection)
        self.names: dict[bytes, str] = dict(connection.rows("SELECT id, name FROM member"))
        self.pushes = pipeline.pushes(connection, [d for d, column in self.net if column == "close_on"], window.until)
        self.entered = pipeline.entered_as(connection, dated, "state")
        still = pipeline.entered_as(connection, list(moves), "stage_id")
        self.moves = {deal: move for deal, move in moves.items() if deal in still}
        # A review that is closed tells what held when it was.
        self.then = pipeline.held_then(connection, ids, window.until) if window.until else {}

    def all(self) -> Iterator[Change]:
        for deal in self.deals.values():
            yield from self._of(deal)

    def concerns(self, change: Change, member: bytes) -> bool:
        """Whether it belongs into the review of that member."""
        deal = self.deals[change.deal.id]
        if change.kind == "handed":
            moved = self.net[deal.id, "owner_id"]
            return member in {moved.old, moved.new}
        owner = self._end(deal, "closed_owner_id") if self._end(deal, "state") != "open" else None
        return bool((owner or self._end(deal, "owner_id")) == member)

    def _end(self, deal: DealFacts, column: str) -> Any:
        """What a cell held at the end of the window."""
        return self.then.get((deal.id, column), getattr(deal, column))

    def _of(self, deal: DealFacts) -> Iterable[Change]:
        gone = self.net.get((deal.id, "deleted_op"))
        if self.then.get((deal.id, "deleted_op"), deal.deleted):
            if gone is not None and gone.old is None and not deal.made_in:
                yield self._change("dropped", deal, None, None, gone.act)
            return
        fresh = self._is_new(deal)
        yield from self._closed(deal)
        if fresh:
            stage = self.stages.get(self._end(deal, "stage_id") or b"")
            yield self._change("new", deal, None, stage.name if stage else "", deal.made, deal.opened_on)
        else:
            yield from self._moved(deal)
            yield from self._days_and_worth(deal)
        owner = self.net.get((deal.id, "owner_id"))
        if owner is not None:
            old, new = (self.names.get(key or b"", "") for key in (owner.old, owner.new))
            yield self._change("handed", deal, old, new, owner.act)

    def _is_new(self, deal: DealFacts) -> bool:
        if deal.made_in:
            return deal.opened_on is None or deal.opened_on >= self.window.first
        return deal.opened_on is not None and self.window.seen < deal.opened_on <= self.window.last

    def _closed(self, deal: DealFacts) -> Iterable[Change]:
        state = self.net.get((deal.id, "state"))
        if state is not None:
            kind = {"won": "won", "lost": "lost"}.get(state.new, "reopened")
            if kind == "reopened":
                yield self._change(kind, deal, _state(state.old), tr("open"), state.act)
                return
            on = deal.won_on if kind == "won" else deal.lost_on
            yield self._close(kind, deal, state.act, on)
        elif deal.state != "open" and deal.id in self.entered and self._end(deal, "state") != "open":
            # Entered as closed: it counts by its own day.
            on = deal.won_on or deal.lost_on
            since = self.window.first - dt.timedelta(days=1) if deal.made_in else self.window.seen
            if on is not None and since < on <= self.window.last:
                yield self._close(deal.state, deal, deal.made, on)

    def _close(self, kind: str, deal: DealFacts, act: Act, on: dt.date | None) -> Change:
        said = deal.lost_reason if kind == "lost" else str(self._worth(deal) or tr("no value"))
        return self._change(kind, deal, None, said, act, on)

    def _moved(self, deal: DealFacts) -> Iterable[Change]:
        cell, dated = self.net.get((deal.id, "stage_id")), self.moves.get(deal.id)
        if cell is not None:
            move: tuple[Any, Any, Act, dt.date | None] = (cell.old, cell.new, cell.act, None)
        elif dated is not None:
            move = (dated[0], dated[1], deal.made, dated[2])
        else:
            return
        old, new = (self.stages.get(key or b"") for key in move[:2])
        kind = stage_move(old, new)
        if kind and old and new:
            yield self._change(kind, deal, old.name, new.name, *move[2:])

    def _days_and_worth(self, deal: DealFacts) -> Iterable[Change]:
        close = self.net.get((deal.id, "close_on"))
        if close is not None and (kind := day_move(close.old, close.new)):
            yield self._change(kind, deal, close.old, close.new, close.act)
        worth: Net | None = self.net.get((deal.id, "value_minor"))
        if worth is not None and (kind := worth_move(worth.old, worth.new)):
            currency = deal.currency or self.desk.currency
            old, new = (None if minor is None else Money(minor, currency) for minor in (worth.old, worth.new))
            yield self._change(kind, deal, old, new, worth.act)

    def _worth(self, deal: DealFacts) -> Money | None:
        minor = self._end(deal, "value_minor")
        return None if minor is None else Money(minor, deal.currency or self.desk.currency)

    def _change(
        self, kind: str, deal: DealFacts, old: object, new: object, act: Act, on: dt.date | None = None
    ) -> Change:
        ref = Ref("deal", deal.id, deal.code, deal.name, deal.account)
        day = on or self.desk.local(act.at).date()
        return Change(kind, ref, old, new, day, act, self._worth(deal), self.pushes.get(deal.id, 0))


def _state(state: str) -> str:
    return {"won": tr("won"), "lost": tr("lost")}.get(state, state)


def whole_day(day: dt.date) -> str:
    """`20 Nov 2026`: a day as it is kept."""
    return f"{day.day} {short_month(day)} {day.year}"


def _said(value: object, today: dt.date | None) -> str:
    if value is None or value == "":
        return tr("none")
    if isinstance(value, dt.date):
        return say_day(value, today) if today else whole_day(value)
    return format_money(value.minor, value.currency) if isinstance(value, Money) else str(value)


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    return {"minor": value.minor, "currency": value.currency} if isinstance(value, Money) else value or None
