"""The open deals that need a word in a review, and why: rotting, overdue, silent, stepless, changed for the worse."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from salesdesk.domain.forecast import category
from salesdesk.domain.money import Money
from salesdesk.domain.reviewing import WORRYING, Care
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.reviewing.changes import Change
from salesdesk.services.today import SILENT_DAYS
from salesdesk.store.connection import Connection
from salesdesk.store.read import pipeline
from salesdesk.store.read.pipeline import DealFacts, Window
from salesdesk.store.read.reviews import ItemRow

# So many are gone through; more is no review any more, and the rest is counted.
MOST = 200
SILENT = dt.timedelta(days=SILENT_DAYS)


@dataclass(frozen=True, slots=True)
class Concern:
    """A deal to talk about: why, what changed, what was said of it in this review (None: it was not come to yet)."""

    ref: Ref
    facts: DealFacts
    stage: str
    owner: str
    care: Care
    changes: Sequence[Change] = ()
    item: ItemRow | None = None
    currency: str = ""

    @property
    def value(self) -> Money | None:
        """What it is worth."""
        minor = self.facts.value_minor
        return None if minor is None else Money(minor, self.facts.currency or self.currency)

    @property
    def category(self) -> str:
        """Its forecast category."""
        return category(self.facts.forecast, self.facts.chance)

    @property
    def why(self) -> str:
        """Why it needs a word, in one line that is kept."""
        return "; ".join(self.reasons())

    def reasons(self, today: dt.date | None = None) -> list[str]:
        """Why it needs a word, each in a few words; without today their days hold for ever."""
        care = self.care
        found = []
        if care.overdue:
            found.append(tr("close day {days} over", days=plural(care.overdue, tr("day"), tr("days"))))
        if care.rotting:
            days = plural(care.rotting, tr("day"), tr("days"))
            found.append(tr("{days} in {stage}, limit {limit}", days=days, stage=self.stage, limit=care.limit))
        if care.no_next_step:
            found.append(tr("no next step"))
        if care.silent:
            found.append(tr("silent for {days}", days=plural(care.silent, tr("day"), tr("days"))))
        words = {"back": tr("back"), "pushed": tr("pushed"), "shrunk": tr("shrunk"), "reopened": tr("opened again")}
        return [*found, *(f"{words[c.kind]} {c.words(today)}" for c in self.changes if c.kind in WORRYING)]

    def as_json(self) -> dict[str, Any]:
        """The deal as JSON has it."""
        return {
            "deal": {"ref": self.ref.ref, "name": self.ref.name},
            "owner": self.owner or None,
            "stage": self.stage,
            "value": self.value,
            "close": self.facts.close_on,
            "forecast": self.category,
            "reasons": self.reasons(),
            "note": self.item.note or None if self.item else None,
            "looked_at": self.item is not None,
        }


@dataclass(frozen=True, slots=True)
class Concerns:
    """The deals that need a word, the dearest first; `total` counts those that did not fit too."""

    deals: list[Concern] = field(default_factory=list)
    total: int = 0

    @property
    def done(self) -> int:
        """How many were looked at."""
        return sum(one.item is not None for one in self.deals)

    @property
    def first_left(self) -> int:
        """The place of the first that was not looked at yet; their number when all were."""
        return next((at for at, one in enumerate(self.deals) if one.item is None), len(self.deals))


def concerns(
    desk: Desk,
    connection: Connection,
    window: Window,
    member: bytes | None,
    changed: Sequence[Change],
    items: Sequence[ItemRow],
) -> Concerns:
    """The open deals that need a word, and those something was said of already, whatever became of them since."""
    silent_before = desk.today - SILENT
    keys, total = pipeline.open_deals_in_care(connection, member, desk.today, silent_before, MOST)
    worried = [c.deal.id for c in changed if c.kind in WORRYING]
    said = {item.record_id: item for item in items if item.kind == "deal"}
    order = list(dict.fromkeys([*keys, *worried, *said]))
    found = pipeline.facts(connection, window, order)
    stages, names = pipeline.stages(connection), {m.id: m.name for m in desk.members(active_only=False)}
    of: dict[bytes, list[Change]] = {}
    for change in changed:
        of.setdefault(change.deal.id, []).append(change)
    deals = []
    for key in order:
        deal = found.get(key)
        if deal is None or deal.deleted or (deal.state != "open" and key not in said):
            continue
        stage = stages.get(deal.stage_id or b"")
        ref = Ref("deal", key, deal.code, deal.name, deal.account)
        deals.append(
            Concern(
                ref,
                deal,
                stage.name if stage else "",
                names.get(deal.owner_id or b"", ""),
                _care(desk, deal),
                of.get(key, ()),
                said.get(key),
                desk.currency,
            )
        )
    # In one order, whether a reason is left or not: the list does not move under who goes through it.
    deals.sort(key=lambda one: (-(one.facts.value_minor or -1), one.ref.id))
    return Concerns(deals, max(total, len(deals)))


def _care(desk: Desk, deal: DealFacts) -> Care:
    if deal.state != "open":
        return Care()
    today = desk.today
    in_stage = (today - deal.stage_on).days if deal.stage_on else 0
    quiet_since = deal.touched_on or deal.opened_on
    quiet = (today - quiet_since).days if quiet_since else 0
    return Care(
        rotting=in_stage if deal.rotting_days is not None and in_stage > deal.rotting_days else 0,
        limit=deal.rotting_days or 0,
        overdue=max(0, (today - deal.close_on).days) if deal.close_on else 0,
        silent=quiet if quiet > SILENT_DAYS else 0,
        no_next_step=deal.next_on is None,
    )
