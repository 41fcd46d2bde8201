"""The year that is over: customers from before, deals won and lost, leads that came to nothing, contracts, costs."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from salesdesk.services.demo_cast import REP, REPS, busy, picked, working
from salesdesk.services.demo_deals import PATH, DealPlan, Line, basket, stage_path, write_deal, write_touches
from salesdesk.services.demo_story import Client, Story
from salesdesk.services.demo_words import (
    COMPETITORS,
    DISQUALIFIED,
    FIRST_NOTES,
    LOST_NOTES,
    LOST_REASONS,
    NOT_INTERESTED,
    REPLIES,
    WON_NOTES,
)

CLOSED, FORMER, DISMISSED = 232, 32, 760
SOURCES = (
    ("Website", 18), ("Search ads", 14), ("Word of mouth", 12), ("Content", 9), ("Social media", 8), ("Partner", 8),
    ("Cold call", 15), ("Cold mail", 10), ("Event", 9), ("Campaign", 5), ("Purchased list", 6),
)  # fmt: skip
# How much better or worse deals of a source go than a usual one.
_LUCK = {
    "Word of mouth": 1.35, "Existing customer": 1.5, "Partner": 1.2, "Event": 1.1, "Search ads": 0.9, "Cold call": 0.8,
    "Cold mail": 0.75, "Purchased list": 0.45,
}  # fmt: skip
# (category, channel, whole units a month, note); a channel is a source by its name.
_COSTS = (
    ("sales", "", 31_000, "Salaries of sales"), ("sales", "", 5_200, "Commission"), ("sales", "Cold call", 900, "Telephone"),
    ("marketing", "Search ads", 4_800, "Ads"), ("marketing", "Social media", 1_900, "Ads"),
    ("marketing", "Content", 1_600, "Writers"), ("marketing", "Website", 700, "Site"), ("general", "", 2_600, "Software"),
    ("general", "", 3_900, "Share of the office"), ("general", "", 1_400, "Travel"),
)  # fmt: skip
_FAIRS = {3: 9_500, 9: 7_200, 10: 11_800}
_ATTEMPTS = (
    (("Call", "No answer"), 6), (("Call", "Voicemail"), 5), (("Call", "Busy"), 2), (("Mail", "Sent"), 4),
    (("Message", "Sent"), 1),
)  # fmt: skip


@dataclass(slots=True)
class Year:
    """Tells the year that is over; `customers` are those with something won, by the day it was."""

    story: Story
    customers: list[tuple[dt.date, Client]] = field(default_factory=list)
    _owed: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def tell(self) -> None:
        """All of it."""
        self._former_customers()
        rng, season = self.story.rng, self.story.season
        yesterday = self.story.today - dt.timedelta(days=1)
        # The last two days are told by the operations of the members.
        days = sorted(season.pick(season.start, working(yesterday, -1)) for _ in range(CLOSED))
        for day in days:
            self._closed_deal(day)
        for _ in range(DISMISSED):
            arrived = season.pick(season.start - dt.timedelta(days=25), self.story.today - dt.timedelta(days=9))
            self._dismissed_lead(arrived, picked(rng, DISQUALIFIED))
        self._costs()

    def attempts(self, lead: bytes, first: dt.date, last: dt.date, count: int, owner: str, heir: str = "") -> None:
        """Tries to reach a lead, without a conversation."""
        story = self.story
        for day in story.days(first, last, count):
            kind, outcome = picked(story.rng, _ATTEMPTS)
            story.touch(day, story.holder(owner, heir, day), kind, outcome, {"lead_id": lead})

    def _former_customers(self) -> None:
        """Customers from before the year: their deal, their contract; a few of them end it, some renew."""
        story, rng = self.story, self.story.rng
        for number in range(FORMER):
            won = working(story.season.start - dt.timedelta(days=rng.randint(20, 640)))
            owner = rng.choice(REPS[:-1]).name
            client = story.new_client(won - dt.timedelta(days=60), owner)
            plan = DealPlan(
                client, owner, rng.choice(("Word of mouth", "Partner", "Event", "Website")),
                [("New", won - dt.timedelta(days=rng.randint(25, 60)))], basket(story), ended="won", on=won,
            )  # fmt: skip
            write_deal(story, plan)
            self.customers.append((won, client))
            ended = None
            if number < 6:
                ended = story.season.pick(
                    story.season.start + dt.timedelta(days=20), story.today - dt.timedelta(days=12)
                )
            self._contract(plan, client, won, ended)
            if number < 10:
                self._renewal(
                    plan, ended or story.season.pick(story.season.start, working(story.today, -3)), churned=bool(ended)
                )
        for _ in range(14):
            self._former_loss()

    def _former_loss(self) -> None:
        story, rng = self.story, self.story.rng
        lost = working(story.season.start - dt.timedelta(days=rng.randint(20, 500)))
        owner = rng.choice(REPS[:-1]).name
        client = story.new_client(lost - dt.timedelta(days=70), owner)
        path = [("New", lost - dt.timedelta(days=rng.randint(20, 65)))]
        reason = picked(rng, LOST_REASONS)
        write_deal(story, DealPlan(client, owner, "Website", path, basket(story), ended="lost", on=lost, reason=reason))

    def _contract(self, plan: DealPlan, client: Client, won: dt.date, ended: dt.date | None) -> None:
        seats = next((line for line in plan.lines if line.product == "Lantern seat"), None)
        yearly = sum(
            line.quantity * line.price for line in plan.lines if line.product not in {"Onboarding", "Training day"}
        )
        if not seats:
            return
        row = {
            "account_id": client.account,
            "plan": "Lantern, yearly",
            "seats": seats.quantity,
            "mrr_minor": yearly * 100 // 12,
            "currency": "EUR",
            "started_on": min(won + dt.timedelta(days=14), self.story.today),
            "ended_on": ended,
        }
        self.story.book.add("subscription", won, row)
        if ended:
            self.story.book.change(
                client.account, notes="Ended the contract: the new owner brought a tool of their own."
            )

    def _renewal(self, plan: DealPlan, on: dt.date, *, churned: bool) -> None:
        story = self.story
        client, lines = plan.client, [line for line in plan.lines if line.product != "Onboarding"]
        names = ["Due", "Reviewed"] if churned else ["Due", "Reviewed", "Offer", "Agreed"]
        opened = working(on - dt.timedelta(days=story.rng.randint(30, 55)))
        renewal = DealPlan(
            client, "Ingrid Solheim", "Existing customer", stage_path(story, opened, on, names), lines, pipeline="Renewal",
            ended="lost" if churned else "won", on=on, reason="Competitor" if churned else "",
            name=f"{client.short}, renewal",
        )  # fmt: skip
        key = write_deal(story, renewal)
        write_touches(story, renewal, key, on)

    def _closed_deal(self, day: dt.date) -> None:
        """One deal that ended that day, from the first contact on."""
        story, rng = self.story, self.story.rng
        cycle = max(8, min(int(rng.lognormvariate(3.62, 0.5)), 150))
        opened = working(day - dt.timedelta(days=cycle))
        owner, heir = story.owner(opened, day)
        known = [client for won, client in self.customers if won < opened - dt.timedelta(days=60)]
        again = bool(known) and rng.random() < 0.15
        source = "Existing customer" if again else picked(rng, SOURCES)
        won = self._wins(story.holder(owner, heir, day), source)
        lead: bytes | None = None
        if again:
            client = rng.choice(known)
        else:
            arrived = opened - dt.timedelta(days=rng.randint(1, 16))
            client = story.new_client(arrived, owner, heir, tags=" customer " if won else "")
            if rng.random() < 0.88:
                lead = self.qualified_lead(client, arrived, opened, owner, heir, source)
        reason = "" if won else picked(rng, LOST_REASONS)
        rival = rng.choice(COMPETITORS) if reason == "Competitor" or rng.random() < 0.3 else ""
        reached = len(PATH) if won else rng.choices(range(1, 6), (12, 26, 22, 25, 15))[0]
        names = [name for at, name in enumerate(PATH[:reached]) if at in {0, reached - 1} or rng.random() > 0.07]
        plan = DealPlan(
            client, owner, source, stage_path(story, opened, day, names), self._more(again), lead=lead, heir=heir,
            ended="won" if won else "lost", on=day, reason=reason, competitor=rival, tags=story.some_tags(),
            name=f"{client.short}, more seats" if again else "",
            notes=f"Competes with {rival}." if rival else "",
            close_on=day + dt.timedelta(days=rng.choice((0, 0, 0, -6, -14, 5))),
        )  # fmt: skip
        key = write_deal(story, plan)
        write_touches(story, plan, key, working(day, -1))
        self._ending(plan, key, day)
        if won:
            self.customers.append((day, client))
            ended = (
                day + dt.timedelta(days=120)
                if day < story.today - dt.timedelta(days=200) and rng.random() < 0.09
                else None
            )
            self._contract(plan, client, day, ended)

    def _wins(self, closer: str, source: str) -> bool:
        """Whether the next deal of a rep and a source is won: by chance, but over the year in their proportion."""
        chance = min(REP[closer].wins * _LUCK.get(source, 1.0), 0.85)
        for key in (closer, source):
            self._owed[key] += chance
        won = (self._owed[closer] + self._owed[source]) / 2 + self.story.rng.uniform(-0.35, 0.35) >= 0.5
        for key in (closer, source):
            self._owed[key] -= won
        return won

    def _more(self, again: bool) -> list[Line]:
        lines = basket(self.story)
        return [line for line in lines if line.product != "Onboarding"] if again else lines

    def _ending(self, plan: DealPlan, key: bytes, day: dt.date) -> None:
        story, rng = self.story, self.story.rng
        links = {"deal_id": key, "account_id": plan.client.account, "contact_id": plan.client.people[0][0]}
        owner = story.holder(plan.owner, plan.heir, day)
        if plan.ended == "won":
            story.touch(day, owner, "Call", "Talked", links, note=rng.choice(WON_NOTES))
            return
        note = rng.choice(LOST_NOTES[plan.reason]).format(competitor=plan.competitor)
        kind = ("Mail", "Sent") if plan.reason == "No reply" else rng.choice((("Call", "Talked"), ("Mail", "Replied")))
        story.touch(day, owner, *kind, links, note=note[:1].upper() + note[1:])

    def qualified_lead(
        self, client: Client, arrived: dt.date, opened: dt.date, owner: str, heir: str, source: str
    ) -> bytes:
        story, rng = self.story, self.story.rng
        contact, person = client.people[0]
        own = "" if opened <= story.season.leave else heir
        lead = story.lead(
            client.company, person, arrived=arrived, owner=owner, heir=own, source=source, status="Qualified",
            score=rng.randint(52, 96), qualified_on=opened, closed_on=opened, contact_id=contact, account_id=client.account,
        )  # fmt: skip
        self.attempts(lead, arrived, opened, rng.choices((0, 1, 2, 3), (2, 4, 3, 2))[0], owner, heir)
        outcome = rng.choice(("Talked", "Meeting booked", "Meeting booked"))
        links = {"lead_id": lead, "contact_id": contact, "account_id": client.account}
        story.touch(opened, story.holder(owner, heir, opened), "Call", outcome, links, note=rng.choice(FIRST_NOTES))
        return lead

    def _dismissed_lead(self, arrived: dt.date, reason: str) -> None:
        """A lead that was worked on and came to nothing."""
        story, rng = self.story, self.story.rng
        length = {"Unreachable": (18, 60), "Junk": (0, 3), "Duplicate": (0, 4)}.get(reason, (4, 45))
        closed = working(min(arrived + dt.timedelta(days=rng.randint(*length)), story.today - dt.timedelta(days=2)))
        closed = max(closed, arrived)
        owner, heir = story.owner(arrived, closed)
        company = story.directory.company()
        lead = story.lead(
            company, story.directory.person(company), arrived=arrived, owner=owner, heir=heir,
            source=picked(rng, SOURCES), status="Disqualified", score=rng.randint(4, 58), closed_on=closed,
            lost_reason_id=story.lists.reason["lead", reason],
        )  # fmt: skip
        count = {"Unreachable": rng.randint(6, 9), "Junk": 0, "Duplicate": rng.randint(0, 1)}.get(
            reason, rng.randint(2, 6)
        )
        self.attempts(lead, arrived, closed, count, owner, heir)
        links: dict[str, bytes | None] = {"lead_id": lead}
        closer = story.holder(owner, heir, closed)
        if reason == "Junk":
            story.touch(closed, closer, *rng.choice((("Mail", "Bounced"), ("Call", "Wrong number"))), links)
        elif reason == "Not interested":
            story.touch(closed, closer, "Call", "Not interested", links, note=rng.choice(NOT_INTERESTED))
        elif reason not in {"Unreachable", "Duplicate"}:
            if rng.random() < 0.3:
                story.touch(
                    story.days(arrived, closed, 1)[0], closer, "Mail", "Replied", links, note=rng.choice(REPLIES)
                )
            story.touch(closed, closer, "Call", "Talked", links, note=rng.choice(FIRST_NOTES))

    def _costs(self) -> None:
        """What selling cost, by month and category; this month is booked as far as it has come."""
        story, rng = self.story, self.story.rng
        month = story.season.start
        while month <= story.today:
            mood = 0.75 + 0.25 * busy(working(month.replace(day=15)))
            rows = [(c, channel, round(amount * (mood if channel else 1) * rng.uniform(0.96, 1.05)), note)
                    for c, channel, amount, note in _COSTS]  # fmt: skip
            if month.month in _FAIRS:
                rows.append(("marketing", "Event", _FAIRS[month.month], "Fair"))
            for category, channel, amount, note in rows:
                row = {"month_on": month, "category": category, "channel": channel, "amount_minor": amount * 100}
                story.book.add("cost", month, {**row, "currency": "EUR", "note": note})
            month = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
