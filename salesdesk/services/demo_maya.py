"""Maya Kessler's desk on the day of the demo: the people and deals of her morning, each with a past."""

import datetime as dt
from dataclasses import dataclass, replace

from salesdesk.services.demo_cast import ME, working
from salesdesk.services.demo_deals import PATH, DealPlan, Line, stage_path, write_deal, write_touches
from salesdesk.services.demo_names import Company, Person
from salesdesk.services.demo_open import Open, OpenLead
from salesdesk.services.demo_story import Client, Story
from salesdesk.services.demo_year import Year

QUEUE = (dt.time(9, 30), dt.time(11), dt.time(14, 15), dt.time(16))


@dataclass(frozen=True, slots=True)
class Past:
    """A touch of the past: days ago, what, how it went, and what was said."""

    ago: int
    kind: str
    outcome: str
    note: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """A next step: what, in how many working days, for today at which place of the day's timed ones."""

    kind: str
    subject: str
    due: int
    slot: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody on Maya's desk. With a `stage` there is a deal of that value (in thousands), `age` days in it."""

    given: str
    family: str
    title: str
    company: str
    country: str
    sector: str
    score: int = 0
    age: int = 10
    next: Next | None = None
    past: tuple[Past, ...] = ()
    stage: str = ""
    value: int = 0
    cycle: int = 0
    close: int = 30
    domain: str = ""
    city: str = ""
    phone: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    source: str = "Website"
    competitor: str = ""
    more: tuple[tuple[str, str, str, str], ...] = ()


DEALS = (
    Card("Priya", "Raman", "VP Revenue", "Larkspur AI", "GB", "Software", age=7, cycle=31, close=25, stage="Negotiation", value=72,
         domain="larkspur", city="London", phone="+44 20 7946 0102", source="Content", tags=("hot", "webinar"),
         next=Next("Call", "SPIN call: discovery with operations", 0, 0, 30), competitor="an in-house tool",
         notes="Budget cycle ends in January. Security review needed before signature, ask for their template.",
         past=(Past(9, "Call", "Meeting booked", "Next call with operations: Liz brings the exports.", 9),
               Past(5, "Call", "Talked", '"Churn spikes every Q3, the team exports to Excel by hand."', 12),
               Past(3, "Mail", "Replied", "Wants to see the return on it before Christmas.")),
         more=(("Dan", "Okoye", "CFO", ""), ("Liz", "Park", "Operations Lead", ""))),
    Card("Anna", "Lindqvist", "Head of Procurement", "Acme Nordic", "SE", "Logistics", age=15, cycle=52, close=4,
         stage="Negotiation", value=48, city="Göteborg", tags=("pricing",), competitor="Gridmoss", source="Event",
         next=Next("Call", "Pricing objection", -2),
         past=(Past(9, "Meeting", "Held", '"Your price for the third year is what my board looks at."', 45),)),
    Card("Mei-Lin", "Chow", "Retail Director", "Orchid Retail", "NL", "Retail", age=3, cycle=24, close=38, stage="Needs agreed",
         value=55, source="Search ads", next=Next("Call", "Call back: asked for ROI", 0, 2, 20),
         past=(Past(3, "Call", "Talked", '"Show me the sum for forty shops, not for one."', 14),)),
    Card("Nadia", "Haddad", "Quality Manager", "Cedar Pharma", "FR", "Pharma", age=6, cycle=29, close=44, stage="Needs agreed",
         value=41, source="Word of mouth", next=Next("Mail", "Send case study", 0),
         past=(Past(6, "Demo", "Held", "Liked the audit trail. Asks who else in pharma uses it.", 35),)),
    Card("Grace", "O'Neill", "Finance Director", "Dunmore Dairy", "IE", "Food", age=5, cycle=33, close=18, stage="Proposal", value=38,
         source="Partner", next=Next("Call", "Proposal review", 1, minutes=30), competitor="Kartotex",
         past=(Past(5, "Mail", "Sent", "Proposal with two options, with and without warehouse."),)),
    Card("Carla", "Mendes", "Legal Counsel", "Atlas Papel", "PT", "Paper", age=4, cycle=36, close=7, stage="Proposal", value=27,
         source="Cold call", next=Next("Mail", "Contract draft to legal", 2),
         past=(Past(4, "Meeting", "Held", "Only the clause on data is open.", 40),)),
    Card("Hinnerk", "Petersen", "Managing Director", "Hafenkai Logistik", "DE", "Logistics", age=19, cycle=47, close=-2,
         stage="Proposal", value=40, city="Hamburg", source="Event", next=Next("Call", "Ask what is in the way", 5),
         past=(Past(16, "Call", "Voicemail"),)),
    Card("Daan", "Verbeek", "Head of Engineering", "Polder Robotics", "NL", "Machinery", age=2, cycle=8, close=58, stage="Qualified",
         value=64, source="Website", next=Next("Call", "Qualify budget", 2), tags=("pilot",),
         past=(Past(2, "Call", "Talked", "Two plants, 128 seats. Money comes from the digital budget.", 16),)),
    Card("Ilinca", "Dobre", "Fleet Manager", "Carpathia Freight", "RO", "Logistics", age=4, cycle=11, close=50, stage="Qualified",
         value=15, source="Cold mail", next=Next("Meeting", "Discovery with the freight desk", 3, minutes=45),
         past=(Past(4, "Call", "Meeting booked", "", 6),)),
    Card("Ruud", "Wessels", "Plant Manager", "Deltaglas Oost", "NL", "Glass", age=19, cycle=30, close=-5, stage="Qualified", value=13,
         source="Cold call", past=(Past(18, "Call", "No answer"), Past(16, "Call", "Voicemail"))),
    Card("Botond", "Lázár", "Owner", "Kalászföld Zrt.", "HU", "Food", age=3, cycle=3, close=60, stage="New", value=19, city="Szeged",
         source="Word of mouth", next=Next("Call", "Reach the plant manager", 1),
         past=(Past(3, "Call", "Talked", "Send it in Hungarian, then he shows it to the plant.", 8),)),
    Card("Morag", "Sinclair", "Operations Manager", "Lumen & Pine", "GB", "Furniture", age=1, cycle=1, close=64, stage="New", value=9,
         source="Social media", next=Next("Demo", "First demo", 4, minutes=20)),
    Card("Judit", "Somlai", "Head of Sales", "Tarnóca Bútor Kft.", "HU", "Furniture", age=5, cycle=20, close=34, stage="Needs agreed",
         value=12, source="Partner", next=Next("Demo", "Demo with the showroom", 3, minutes=30),
         past=(Past(5, "Meeting", "Held", '"We lose the follow-ups in the week of the fair."', 50),)),
)  # fmt: skip
LEADS = (
    Card("Tomás", "Herrera", "Sales Director", "Valencia Foods", "ES", "Food", score=88, age=24, next=Next("Mail", "Send security pack", -1),
         past=(Past(6, "Call", "Talked", "IT must see the security pack before the demo.", 11),), source="Event"),
    Card("Joost", "de Vries", "Operations Director", "Havenlog BV", "NL", "Logistics", score=81, age=18, source="Search ads",
         next=Next("Demo", "Demo with the warehouse team", 0, 1, 30),
         past=(Past(5, "Call", "Meeting booked", "Brings four people from the warehouse.", 7),)),
    Card("Samuel", "Okafor", "Founder", "Kijani Solar", "GB", "Energy", score=77, age=4, next=Next("Call", "Intro call", 0, 3, 15),
         source="Word of mouth", past=(Past(1, "Mail", "Replied", "Four o'clock is fine, use the mobile."),)),
    Card("Lukas", "Brandner", "Head of IT", "Rheinklang GmbH", "DE", "Audio", score=71, age=15, next=Next("Call", "Reach via partner", 1),
         source="Partner", past=(Past(7, "Call", "No answer"), Past(4, "Call", "No answer"))),
    Card("Yuki", "Tanabe", "COO", "Kitsune Robotics", "DE", "Machinery", score=70, age=6, next=Next("Call", "Who decides?", 2),
         source="Website", past=(Past(4, "Call", "Talked", "Wants to know what a pilot costs.", 5),)),
    Card("Kalina", "Petrova", "Dispatch Lead", "Balkan Freight", "RO", "Logistics", score=66, age=12, source="Cold call",
         next=Next("Call", "Discovery call", 3, minutes=30), past=(Past(4, "Call", "Talked", '"Thursday, after the lorries are out."', 4),)),
    Card("Harriet", "Stone", "Partner", "Stone & Sons", "GB", "Furniture", score=63, age=2, next=Next("Call", "First touch", 4), source="Content"),
    Card("Ewa", "Kowalska", "Finance Manager", "Bursztyn S.A.", "PL", "Retail", score=62, age=20, next=Next("Call", "Ask about the season", 0),
         source="Campaign", past=(Past(6, "Mail", "Sent"), Past(3, "Call", "Voicemail"))),
    Card("Rafael", "Costa", "Managing Director", "Porto Móvel", "PT", "Furniture", score=61, age=9, next=Next("Call", "Call again", 0),
         source="Cold call", past=(Past(4, "Call", "Voicemail"), Past(2, "Call", "No answer"))),
    Card("Hanna", "Virtanen", "Managing Director", "Sauna Systems", "FI", "Machinery", score=60, age=30, source="Event",
         past=(Past(17, "Call", "Talked", "Comes back to us after their fair.", 6),)),
)  # fmt: skip
# (company, country, sector, given, family, value in thousands, working days ago, days the cycle took)
WINS = (
    ("Fjordlys Energi AS", "NO", "Energy", "Ingvild", "Rossavik", 44, 2, 41),
    ("Szélkakas Energia Kft.", "HU", "Energy", "Gellért", "Harmat", 22, 4, 28),
    ("Mora Kakelverk AB", "SE", "Ceramics", "Tove", "Sandgren", 20, 7, 63),
)


class Maya:
    """Tells her desk. `busy` are the leads she works on before the demo opens, the last one touched last."""

    def __init__(self, story: Story, year: Year, everything: Open, early: int) -> None:
        self.story, self.year, self.open, self.early = story, year, everything, early
        self.deals: dict[str, bytes] = {}
        self.busy: list[OpenLead] = []

    def tell(self) -> None:
        """Her deals won lately, her open deals, her leads."""
        for company, country, sector, given, family, value, ago, cycle in WINS:
            self._win(Card(given, family, "", company, country, sector, value=value, cycle=cycle, age=ago))
        for card in DEALS:
            self.deals[card.company] = self._deal(card)
        named = {card.company: self._lead(card) for card in LEADS}
        self._others()
        # Nobody calls the same morning whom they may not reach any more: the two that were last come last.
        last = [named["Bursztyn S.A."], named["Porto Móvel"]]
        self.busy = [*self.busy, *last][-self.early :] if self.early else []

    def _others(self) -> None:
        """The leads without a part of their own: those of this morning, new ones, and the weeks to come."""
        rng = self.story.rng
        for number in range(34 - len(LEADS)):
            score = rng.randint(28, 59)
            if number < 10:
                due = 0 if number >= 12 - self.early else 1
                lead = self.open.lead(ME, age=rng.randint(6, 40), score=score, due=due)
                if due == 0:
                    self.busy.append(lead)
            elif number < 16:
                self.open.lead(ME, age=rng.randint(1, 6), score=score, due=rng.randint(1, 4))
            elif number < 19:
                self.open.lead(ME, age=rng.randint(40, 70), score=score, due=rng.randint(20, 60), nurture=True)
            else:
                self.open.lead(ME, age=rng.randint(8, 45), score=score, due=rng.randint(2, 10))

    def _people(self, card: Card) -> tuple[Company, list[Person]]:
        book = self.story.directory
        company = book.named_company(card.company, card.country, card.sector, card.domain, card.city)
        people = [book.named_person(card.given, card.family, company, card.title, card.phone)]
        return company, people + [book.named_person(g, f, company, t, p) for g, f, t, p in card.more]

    def _lead(self, card: Card) -> OpenLead:
        story = self.story
        company, people = self._people(card)
        tried = bool(card.past)
        arrived = story.today - dt.timedelta(days=card.age)
        key = story.lead(
            company, people[0], arrived=arrived, owner=ME, source=card.source, status="Working" if tried else "New",
            score=card.score, tags=card.tags, notes=card.notes,
        )  # fmt: skip
        links: dict[str, bytes | None] = {"lead_id": key}
        self._story_so_far(card, arrived, links)
        # Those she has called already when the demo opens had their step this morning; else it is still to come.
        step = card.next
        if step and step.due == 0 and step.slot is None and self.early < 2:
            step = replace(step, due=1)
        self._next(step, links)
        return OpenLead(key, people[0].name, ME, links)

    def _deal(self, card: Card) -> bytes:
        story = self.story
        company, people = self._people(card)
        entered = working(story.today - dt.timedelta(days=card.age))
        opened = working(story.today - dt.timedelta(days=card.cycle)) if card.cycle > card.age else entered
        arrived = opened - dt.timedelta(days=story.rng.randint(3, 9))
        client = story.client(company, people, arrived, ME, notes=card.notes, tags="")
        lead: bytes | None = None
        if card.source != "Existing customer":
            lead = self.year.qualified_lead(client, arrived, opened, ME, "", card.source)
        before = PATH[: PATH.index(card.stage)]
        path = [*(stage_path(story, opened, entered, before) if before else []), (card.stage, entered)]
        plan = DealPlan(
            client, ME, card.source, path, _lines(card.value), lead=lead, tags=card.tags, notes=card.notes,
            competitor=card.competitor, close_on=working(story.today + dt.timedelta(days=card.close)),
        )  # fmt: skip
        key = write_deal(story, plan)
        write_touches(story, replace(plan, path=path[:-1]) if before else plan, key, entered)
        links: dict[str, bytes | None] = {"deal_id": key, **_of(client)}
        self._story_so_far(card, opened, links)
        self._next(card.next, links)
        return key

    def _win(self, card: Card) -> None:
        story = self.story
        company, people = self._people(card)
        won = working(story.today, -card.age)
        opened = working(won - dt.timedelta(days=max(card.cycle - 6, 6)))
        arrived = won - dt.timedelta(days=card.cycle)
        client = story.client(company, people, arrived, ME, tags=" customer ")
        lead = self.year.qualified_lead(client, arrived, opened, ME, "", "Word of mouth")
        path = stage_path(story, opened, won, PATH)
        plan = DealPlan(client, ME, "Word of mouth", path, _lines(card.value), lead=lead, ended="won", on=won)
        key = write_deal(story, plan)
        write_touches(story, plan, key, working(won, -1))
        story.touch(
            won,
            ME,
            "Call",
            "Talked",
            {"deal_id": key, **_of(client)},
            note=f"Signed, {card.cycle} days after the first mail.",
        )
        self.year.customers.append((won, client))

    def _story_so_far(self, card: Card, first: dt.date, links: dict[str, bytes | None]) -> None:
        for past in card.past:
            day = max(working(self.story.today - dt.timedelta(days=past.ago)), first)
            self.story.touch(day, ME, past.kind, past.outcome, links, note=past.note, minutes=past.minutes)

    def _next(self, step: Next | None, links: dict[str, bytes | None]) -> None:
        if step is None:
            return
        story = self.story
        due = working(story.today, step.due) if step.due else story.today
        at = today_times(story)[step.slot] if step.slot is not None else None
        known = min(working(story.today, -3), working(due, -1)) if step.due <= 0 else working(story.today, -1)
        story.plan(step.kind, step.subject, due, ME, links, at=at, known=known, minutes=step.minutes)


def today_times(story: Story) -> tuple[dt.time, ...]:
    """When the timed steps of the day are: over the working day, or what is left of the day when it began before."""
    local = story.desk.local(story.now)
    minute = local.hour * 60 + local.minute
    if minute < 9 * 60 + 20:
        return QUEUE
    first = -(-(minute + 15) // 15) * 15
    room = max(18 * 60 - first, 60)
    found = [min(first + room * place // 3 // 15 * 15, 23 * 60 + 45) for place in range(4)]
    return tuple(dt.time(m // 60, m % 60) for m in found)


def _lines(thousands: int) -> list[Line]:
    """Seats for that value, with onboarding where there is room for it."""
    if thousands < 20:
        return [Line("Lantern seat", thousands * 2, 500)]
    return [Line("Lantern seat", (thousands - 4) * 2, 500), Line("Onboarding", 1, 4_000)]


def _of(client: Client) -> dict[str, bytes | None]:
    return {"account_id": client.account, "contact_id": client.people[0][0]}
