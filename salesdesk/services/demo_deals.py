"""Deals of the demo as they went: what is bought, the way over the stages, what was done on it, how it ended."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.services.demo_cast import REP, picked, working
from salesdesk.services.demo_story import PRODUCTS, SPOKEN, Client, Story
from salesdesk.services.demo_words import STAGE_NOTES
from salesdesk.services.prospecting import tag_text

PATH = ("New", "Qualified", "Needs agreed", "Proposal", "Negotiation")
# What is done in a stage: kind, outcome, how often.
_TOUCHES: dict[str, tuple[tuple[tuple[str, str], int], ...]] = {
    "New": ((("Call", "Talked"), 4), (("Call", "Voicemail"), 2), (("Mail", "Sent"), 2), (("Call", "Meeting booked"), 1)),
    "Qualified": (
        (("Call", "Talked"), 3), (("Meeting", "Held"), 3), (("Mail", "Sent"), 2), (("Call", "No answer"), 2),
        (("Meeting", "No-show"), 1),
    ),
    "Needs agreed": (
        (("Demo", "Held"), 3), (("Meeting", "Held"), 2), (("Call", "Talked"), 2), (("Mail", "Replied"), 1),
        (("Demo", "Moved"), 1),
    ),
    "Proposal": (
        (("Mail", "Sent"), 3), (("Call", "Talked"), 3), (("Mail", "Replied"), 2), (("Call", "Voicemail"), 2),
        (("Meeting", "Held"), 1),
    ),
    "Negotiation": (
        (("Call", "Talked"), 3), (("Meeting", "Held"), 2), (("Mail", "Sent"), 2), (("Mail", "Replied"), 2),
        (("Visit", "Held"), 1),
    ),
}  # fmt: skip
_OTHER_TOUCHES = ((("Call", "Talked"), 3), (("Mail", "Sent"), 2), (("Meeting", "Held"), 1))


@dataclass(frozen=True, slots=True)
class Line:
    """A product on a deal, at the price agreed (whole units of the base currency)."""

    product: str
    quantity: int
    price: int


@dataclass(frozen=True, slots=True)
class DealPlan:
    """A deal as it went: the stages by day, and how it ended (`won`, `lost`) if it did."""

    client: Client
    owner: str
    source: str
    path: Sequence[tuple[str, dt.date]]
    lines: Sequence[Line]
    pipeline: str = "Sales"
    lead: bytes | None = None
    ended: str = ""
    on: dt.date | None = None
    reason: str = ""
    heir: str = ""
    name: str = ""
    notes: str = ""
    competitor: str = ""
    tags: Sequence[str] = ()
    close_on: dt.date | None = None
    probability: int | None = None

    @property
    def value(self) -> int:
        """The sum of the lines, in whole units."""
        return sum(line.quantity * line.price for line in self.lines)


def stage_path(story: Story, first: dt.date, last: dt.date, names: Sequence[str]) -> list[tuple[str, dt.date]]:
    """The days on which a deal entered these stages, the first on `first`, all before `last`."""
    weights = [story.rng.uniform(0.6, 1.6) * (1 if at == 0 else 1.6) for at in range(len(names))]
    total, passed, found = sum(weights), 0.0, []
    for name, weight in zip(names, weights, strict=True):
        day = first + dt.timedelta(days=round((last - first).days * passed / total))
        found.append((name, max(working(day), first)))
        passed += weight
    return found


def basket(story: Story) -> list[Line]:
    """What is bought: seats, often onboarding and a module, sometimes below the list price."""
    seats = max(6, min(int(story.rng.lognormvariate(3.25, 0.55)), 120))
    price = 500 if story.rng.random() < 0.6 else story.rng.choice((420, 440, 450, 460, 475, 480))
    lines = [Line("Lantern seat", seats, price)]
    if seats > 15 or story.rng.random() < 0.3:
        lines.append(Line("Onboarding", 1, 4_000))
    lines += [
        Line(name, 1, PRODUCTS[name][1])
        for name, chance in (("Lantern Warehouse", 0.18), ("Lantern Renewals", 0.22), ("Lantern Reports", 0.2))
        if story.rng.random() < chance
    ]
    if story.rng.random() < 0.2:
        lines.append(Line("Training day", story.rng.randint(1, 3), 1_200))
    return lines


def write_deal(story: Story, plan: DealPlan) -> bytes:
    """A deal in the book, with its lines, its stages and what its end makes."""
    opened, last = plan.path[0][1], plan.path[-1]
    stage = story.lists.stages[plan.pipeline, last[0]]
    holder = story.holder(plan.owner, plan.heir, plan.on or story.today)
    row: dict[str, Any] = {
        "name": plan.name or plan.client.short,
        "account_id": plan.client.account,
        "contact_id": plan.client.people[0][0],
        "owner_id": story.member[plan.owner],
        "pipeline_id": stage.pipeline_id,
        "source_id": story.lists.source[plan.source],
        "state": plan.ended or "open",
        "value_minor": plan.value * 100,
        "currency": "EUR",
        "probability": plan.probability,
        "opened_on": opened,
        "close_on": plan.close_on or plan.on,
        "stage_on": last[1],
        "stage_id": stage.id,
        "position": float(len(story.book.rows)),
        "tags": tag_text(plan.tags),
        "notes": plan.notes,
        "custom": json.dumps({"competitor": plan.competitor}) if plan.competitor else "{}",
    }
    if plan.ended:
        row |= {"stage_id": _closing(story, plan), "stage_on": plan.on, f"{plan.ended}_on": plan.on}
        row |= _frozen(story, holder)
        if plan.reason:
            row["lost_reason_id"] = story.lists.reason["deal", plan.reason]
    key = story.book.add("deal", opened, row)
    story.given("deal", key, plan.owner, plan.heir)
    _lines(story, plan, key, opened)
    _changes(story, plan, key)
    if plan.lead:
        story.book.add("deal_lead", opened, {"deal_id": key, "lead_id": plan.lead})
    if plan.ended == "won" and plan.on:
        order = {k: row[k] for k in ("account_id", "contact_id", "currency")}
        order |= {"deal_id": key, "owner_id": story.member[holder], "amount_minor": plan.value * 100}
        story.book.add("sales_order", plan.on, {**order, "ordered_on": plan.on})
    return key


def _closing(story: Story, plan: DealPlan) -> bytes:
    """The stage a deal ends in: the one of its pipeline that means how it ended."""
    every = story.lists.stages.items()
    return next(stage.id for (pipeline, _), stage in every if (pipeline, stage.meaning) == (plan.pipeline, plan.ended))


def _frozen(story: Story, holder: str) -> dict[str, bytes]:
    rep = REP[holder]
    return {
        "closed_owner_id": story.member[holder],
        "closed_manager_id": story.member[rep.manager],
        "closed_team_id": story.team[rep.team],
    }


def _lines(story: Story, plan: DealPlan, key: bytes, on: dt.date) -> None:
    for place, line in enumerate(plan.lines):
        row = {"deal_id": key, "product_id": story.product[line.product], "quantity": line.quantity}
        story.book.add("deal_line", on, {**row, "price_minor": line.price * 100, "currency": "EUR", "position": place})


def _changes(story: Story, plan: DealPlan, key: bytes) -> None:
    before: bytes | None = None
    entered = [(story.lists.stages[plan.pipeline, name].id, day) for name, day in plan.path]
    if plan.ended and plan.on:
        entered.append((_closing(story, plan), plan.on))
    for stage, day in entered:
        owner = story.member[story.holder(plan.owner, plan.heir, day)]
        row = {"deal_id": key, "from_stage_id": before, "to_stage_id": stage, "changed_on": day, "owner_id": owner}
        story.book.add("stage_change", day, row)
        before = stage


def write_touches(story: Story, plan: DealPlan, key: bytes, until: dt.date) -> None:
    """What was done for a deal in each of its stages, up to a day."""
    links = {"deal_id": key, "account_id": plan.client.account, "contact_id": plan.client.people[0][0]}
    ends = [day for _, day in plan.path[1:]] + [until]
    for (stage, first), last in zip(plan.path, ends, strict=True):
        count = min(1 + (last - first).days // 6 + story.rng.randint(0, 1), 5)
        for day in story.days(first, last, count):
            kind, outcome = picked(story.rng, _TOUCHES.get(stage, _OTHER_TOUCHES))
            spoken = outcome in SPOKEN and story.rng.random() < 0.55
            note = story.rng.choice(STAGE_NOTES.get(stage, STAGE_NOTES["New"])) if spoken else ""
            story.touch(day, story.holder(plan.owner, plan.heir, day), kind, outcome, links, note=note)
