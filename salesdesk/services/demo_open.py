"""What the team has open: leads in every state of work, and deals on every stage, a few of them rotting."""

import datetime as dt
from dataclasses import dataclass

from salesdesk.services.demo_cast import REPS, Rep, picked, working
from salesdesk.services.demo_deals import DealPlan, basket, stage_path, write_deal, write_touches
from salesdesk.services.demo_story import Story
from salesdesk.services.demo_words import COMPETITORS, DEAL_STEPS, FIRST_NOTES, LEAD_STEPS, REPLIES
from salesdesk.services.demo_year import SOURCES, Year

# (owner, pipeline, stage, days in it, working days until the next step or None, days until it should close)
_DEALS: tuple[tuple[str, str, str, int, int | None, int], ...] = (
    ("Omar Farouk", "Sales", "Qualified", 4, 1, 40),
    ("Omar Farouk", "Sales", "Proposal", 6, 0, 6),
    ("Omar Farouk", "Sales", "Negotiation", 5, 2, 9),
    ("Lena Vogt", "Sales", "Needs agreed", 21, -4, -3),
    ("Lena Vogt", "Sales", "Proposal", 33, None, -9),
    ("Iker Solano", "Sales", "New", 2, 2, 55),
    ("Iker Solano", "Sales", "Needs agreed", 8, 1, 30),
    ("Kinga Rédei", "Sales", "Qualified", 6, 3, 35),
    ("Ingrid Solheim", "Renewal", "Due", 11, 4, 24),
    ("Ingrid Solheim", "Renewal", "Offer", 6, 1, 7),
    ("Petr Havlík", "Partner", "Terms", 9, 2, 20),
)
# Which of them end or move in the last days, by the place in the list above.
WON_YESTERDAY, MOVED_LATELY = 2, 6


@dataclass(frozen=True, slots=True)
class OpenLead:
    """An open lead somebody may work on today."""

    key: bytes
    name: str
    owner: str
    links: dict[str, bytes | None]


class Open:
    """Tells what is open; `deals` are its deals in the order of the list, `leads` its leads."""

    def __init__(self, story: Story, year: Year) -> None:
        self.story, self.year = story, year
        self.deals: list[bytes] = []
        self.leads: list[OpenLead] = []

    def tell(self) -> None:
        """The leads and deals of everybody but the member who looks on."""
        for rep in REPS[1:]:
            self._leads_of(rep)
        for owner, pipeline, stage, age, due, close in _DEALS:
            self.deals.append(self._deal(owner, pipeline, stage, age, due, close))
        for rep in REPS[1:]:
            self._today(rep)

    def lead(
        self, owner: str, *, age: int, score: int, due: int | None, nurture: bool = False, at: dt.time | None = None
    ) -> OpenLead:
        """An open lead of that age in days, with its tries and a next step in `due` working days (none: no step)."""
        story, rng = self.story, self.story.rng
        yesterday = story.today - dt.timedelta(days=1)
        arrived = story.today - dt.timedelta(days=age)
        company = story.directory.company()
        person = story.directory.person(company)
        tries = 0 if age < 2 or (age < 7 and rng.random() < 0.6) else min(rng.randint(1, 3) + age // 9, 8)
        status = "Nurture" if nurture else "Working" if tries else "New"
        source = picked(rng, SOURCES)
        key = story.lead(company, person, arrived=arrived, owner=owner, source=source, status=status, score=score)
        self.year.attempts(key, arrived, yesterday, tries, owner)
        links: dict[str, bytes | None] = {"lead_id": key}
        if tries and rng.random() < 0.55:
            day = story.days(arrived, yesterday, 1)[0]
            kind = (
                ("Mail", "Replied", rng.choice(REPLIES))
                if rng.random() < 0.3
                else ("Call", "Talked", rng.choice(FIRST_NOTES))
            )
            story.touch(day, owner, kind[0], kind[1], links, note=kind[2])
        if due is not None:
            step, subject = rng.choice(LEAD_STEPS) if tries else ("Call", "First call")
            story.plan(step, subject, working(story.today, due) if due else story.today, owner, links, at=at, known=min(yesterday, max(arrived, working(story.today, -2))))  # fmt: skip
        found = OpenLead(key, person.name, owner, links)
        self.leads.append(found)
        return found

    def _leads_of(self, rep: Rep) -> None:
        """Late ones, forgotten ones, a few for today, the rest over the next weeks."""
        rng = self.story.rng
        for number in range(rep.leads):
            age = int(rng.triangular(0, 75, 9))
            score = max(5, min(95, int(rng.gauss(54, 19))))
            if number < rep.overdue:
                self.lead(rep.name, age=max(age, 12), score=score, due=-rng.randint(1, 4))
            elif number < rep.overdue + rep.forgotten:
                self.lead(rep.name, age=max(age, 20), score=score, due=None)
            elif number < rep.overdue + rep.forgotten + 3:
                time = dt.time(rng.randint(9, 16), rng.choice((0, 15, 30, 45)))
                self.lead(rep.name, age=max(age, 3), score=score, due=0, at=time if rng.random() < 0.5 else None)
            elif age > 35 and rng.random() < 0.5:
                self.lead(rep.name, age=age, score=score, due=rng.randint(15, 60), nurture=True)
            else:
                self.lead(rep.name, age=age, score=score, due=int(rng.triangular(1, 14, 2)))

    def _deal(self, owner: str, pipeline: str, stage: str, age: int, due: int | None, close: int) -> bytes:
        story, rng = self.story, self.story.rng
        today, yesterday = story.today, story.today - dt.timedelta(days=1)
        entered = working(today - dt.timedelta(days=age))
        lead: bytes | None = None
        source = (
            "Existing customer"
            if pipeline == "Renewal"
            else "Partner"
            if pipeline == "Partner"
            else picked(rng, SOURCES)
        )
        names = [name for (p, name), row in story.lists.stages.items() if p == pipeline and row.meaning == "open"]
        before = names[: names.index(stage)]
        opened = working(entered - dt.timedelta(days=9 * len(before) + rng.randint(0, 4))) if before else entered
        if pipeline == "Renewal":
            client = self.year.customers[len(self.deals)][1]
        else:
            arrived = opened - dt.timedelta(days=rng.randint(2, 12))
            client = story.new_client(arrived, owner)
            if pipeline == "Sales":
                lead = self.year.qualified_lead(client, arrived, opened, owner, "", source)
        path = [*(stage_path(story, opened, entered, before) if before else []), (stage, entered)]
        plan = DealPlan(
            client, owner, source, path, basket(story), pipeline=pipeline, lead=lead, tags=story.some_tags(),
            close_on=today + dt.timedelta(days=close), competitor=rng.choice(COMPETITORS) if rng.random() < 0.4 else "",
            name=f"{client.short}, renewal" if pipeline == "Renewal" else "",
        )  # fmt: skip
        key = write_deal(story, plan)
        # A deal nobody plans anything for is one nobody touched for a while.
        until = yesterday if due is not None else entered + dt.timedelta(days=min(age, 6))
        write_touches(story, plan, key, until)
        if due is not None:
            step, subject = rng.choice(DEAL_STEPS[stage])
            links = {"deal_id": key, "account_id": client.account, "contact_id": client.people[0][0]}
            story.plan(
                step, subject, working(today, due) if due else today, owner, links, known=min(entered, yesterday)
            )
        return key

    def _today(self, rep: Rep) -> None:
        """What a rep has done since the morning."""
        story, rng = self.story, self.story.rng
        mine = [lead for lead in self.leads if lead.owner == rep.name]
        if story.desk.local(story.now).hour < 8 or not mine:
            return
        for lead in rng.sample(mine, min(rep.today, len(mine))):
            kind, outcome = rng.choice(
                (("Call", "No answer"), ("Call", "Voicemail"), ("Mail", "Sent"), ("Call", "Talked"))
            )
            note = rng.choice(FIRST_NOTES) if outcome == "Talked" else ""
            story.touch(story.today, rep.name, kind, outcome, lead.links, note=note)
