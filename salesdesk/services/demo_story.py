"""The hands that write the demo's story: people, touches, leads and deals as rows that fit together."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from salesdesk.domain.language.touch import PLACES, read_note
from salesdesk.services.demo_book import Book
from salesdesk.services.demo_cast import (
    DOMAIN,
    LEAVER,
    MANAGERS,
    ME,
    REPS,
    TEAMS,
    Season,
    is_working,
    picked,
    working,
)
from salesdesk.services.demo_names import Company, Directory, Person, short_name, slug
from salesdesk.services.demo_words import TAGS
from salesdesk.services.desk import Desk
from salesdesk.services.prospecting import tag_text
from salesdesk.store.read.lookups import StageRow, choices, lost_reasons, outcomes, stages

# name -> (family, list price, unit)
PRODUCTS = {
    "Lantern seat": ("Platform", 500, "seat and year"),
    "Lantern Warehouse": ("Modules", 6_000, "year"),
    "Lantern Renewals": ("Modules", 4_800, "year"),
    "Lantern Reports": ("Modules", 3_600, "year"),
    "Onboarding": ("Services", 4_000, "once"),
    "Training day": ("Services", 1_200, "day"),
    "Premium support": ("Services", 2_400, "year"),
}
_MINUTES = {"Call": (3, 18), "Meeting": (30, 75), "Demo": (25, 50), "Visit": (60, 120)}
SPOKEN = {"Talked", "Meeting booked", "Held", "Replied"}


@dataclass(frozen=True, slots=True)
class Client:
    """A company with its account and the people known there, as the story wrote them."""

    company: Company
    account: bytes
    people: tuple[tuple[bytes, Person], ...]

    @property
    def short(self) -> str:
        """The name without its legal form, as deals are called."""
        return short_name(self.company.name)


class Lists:
    """The keys of what a new workspace comes with, by name."""

    def __init__(self, desk: Desk) -> None:
        connection = desk.connection
        self.stages: dict[tuple[str, str], StageRow] = {(s.pipeline, s.name): s for s in stages(connection)}
        self.status = {c.name: c.id for c in choices(connection, "lead_status")}
        self.source = {c.name: c.id for c in choices(connection, "source")}
        self.kind = {c.name: c.id for c in choices(connection, "activity_kind")}
        kinds = {key: name for name, key in self.kind.items()}
        self.outcome = {(kinds[o.kind_id], o.name): o.id for o in outcomes(connection)}
        self.reason = {(r.meaning, r.name): r.id for kind in ("deal", "lead") for r in lost_reasons(connection, kind)}


class Story:
    """Writes the story into a book. All of it follows from the seed and the day it is told."""

    def __init__(self, desk: Desk, season: Season, rng: Random, now: dt.datetime) -> None:
        self.desk, self.season, self.rng, self.now = desk, season, rng, now
        self.today = season.today
        self.book = Book(rng, now)
        self.directory = Directory(rng)
        self.lists = Lists(desk)
        self.member: dict[str, bytes] = {}
        self.team: dict[str, bytes] = {}
        self.product: dict[str, bytes] = {}
        self.handed: list[tuple[str, bytes, str]] = []
        self._found()

    @property
    def first_day(self) -> dt.date:
        """Before all that happens."""
        return self.season.start - dt.timedelta(days=800)

    def _found(self) -> None:
        """Teams, members, the catalogue of products, fields of the team's own."""
        self.team = {name: self.book.add("team", self.first_day, {"name": name}) for name in TEAMS}
        for name, team in MANAGERS:
            self._member(name, team, "manager", None)
        for rep in REPS:
            if rep.name == ME:
                self.member[ME] = self.desk.require_actor()
            else:
                self._member(rep.name, rep.team, "rep", self.member[rep.manager])
        for name, (family, price, unit) in PRODUCTS.items():
            row = {"name": name, "family": family, "price_minor": price * 100, "currency": "EUR", "unit": unit}
            self.product[name] = self.book.add("product", self.first_day, row)
        own = (("deal", "competitor", "Competes with", "text"), ("lead", "seats", "Seats", "number"))
        for place, (entity, key, label, kind) in enumerate(own):
            row = {"entity": entity, "key": key, "label": label, "kind": kind, "position": place}
            self.book.add("custom_field", self.first_day, row)
        view = {"entity": "lead", "name": "Hot", "query": "status:open owner:me score:60.. sort:due", "position": -1}
        self.book.add("saved_view", self.first_day, view)

    def _member(self, name: str, team: str, role: str, manager: bytes | None) -> None:
        row = {"name": name, "email": mail_of(name), "role": role, "team_id": self.team[team], "manager_id": manager}
        self.member[name] = self.book.add("member", self.first_day, row)

    def holder(self, owner: str, heir: str, day: dt.date) -> str:
        """Who has a record on a day: the owner, or since the leave the heir."""
        return heir if heir and day > self.season.leave else owner

    def given(self, table: str, key: bytes, owner: str, heir: str) -> None:
        """Remember what changes hands when its owner leaves."""
        if owner == LEAVER and heir:
            self.handed.append((table, key, heir))

    def owner(self, day: dt.date, until: dt.date) -> tuple[str, str]:
        """Whose a new record of that day is, and who has it after the leave if it lasts that long."""
        there = [(rep.name, rep.share) for rep in REPS if rep.name != LEAVER or day < self.season.leave]
        owner = picked(self.rng, there)
        if owner != LEAVER or until <= self.season.leave:
            return owner, ""
        return owner, self.rng.choices((ME, "Petr Havlík", "Kinga Rédei"), (3, 2, 1))[0]

    def client(
        self, company: Company, people: Sequence[Person], on: dt.date, owner: str, heir: str = "", **more: Any
    ) -> Client:
        """An account and its contacts, in the book; those of her who left are handed on in any case."""
        heir = heir or ("Petr Havlík" if owner == LEAVER else "")
        place = {"city": company.city, "country": company.country, "region": company.region}
        row = {
            "name": company.name,
            "sector": company.sector,
            "domain": company.domain,
            "website": f"https://www.{company.domain}",
            "employees": company.employees,
            "founded_year": company.founded,
            "currency": "EUR",
            "owner_id": self.member[owner],
            "phone": people[0].phone,
        }
        account = self.book.add("account", on, {**row, **place, **more})
        self.given("account", account, owner, heir)
        keys = []
        for person in people:
            values = {**self._person(person), "account_id": account, "owner_id": self.member[owner]}
            key = self.book.add("contact", on, {**values, "city": company.city, "country": company.country})
            self.given("contact", key, owner, heir)
            keys.append((key, person))
        return Client(company, account, tuple(keys))

    def new_client(self, on: dt.date, owner: str, heir: str = "", **more: Any) -> Client:
        """A client nobody has met before, with one to three people."""
        company = self.directory.company()
        count = self.rng.choices((1, 2, 3), (5, 4, 1))[0]
        people = [self.directory.person(company) for _ in range(count)]
        return self.client(company, people, on, owner, heir, **more)

    def _person(self, person: Person) -> dict[str, Any]:
        return {
            "name": person.name,
            "given_name": person.given,
            "family_name": person.family,
            "title": person.title,
            "email": person.email,
            "phone": person.phone,
        }

    def lead(
        self,
        company: Company,
        person: Person,
        *,
        arrived: dt.date,
        owner: str,
        source: str,
        status: str,
        score: int,
        heir: str = "",
        tags: Sequence[str] = (),
        **more: Any,
    ) -> bytes:
        """A lead in the book."""
        seats = self.rng.randint(2, 24) * 5
        row = {
            **self._person(person),
            "company": company.name,
            "website": company.domain,
            "industry": company.sector,
            "city": company.city,
            "country": company.country,
            "region": company.region,
            "status_id": self.lists.status[status],
            "source_id": self.lists.source[source],
            "owner_id": self.member[owner],
            "score": score,
            "value_minor": seats * 50_000 if self.rng.random() < 0.6 else None,
            "currency": "EUR",
            "arrived_on": arrived,
            # Before anybody is at work, so that the first touch of the day comes after it.
            "arrived_at": self.desk.instant(arrived, dt.time(7, len(self.book.rows) * 7 % 60)),
            "tags": tag_text(tags or self.some_tags()),
            "custom": json.dumps({"seats": str(seats)}) if self.rng.random() < 0.5 else "{}",
        }
        key = self.book.add("lead", arrived, {**row, **more})
        self.given("lead", key, owner, heir)
        return key

    def some_tags(self) -> list[str]:
        """None for most, else one or two."""
        return self.rng.sample(TAGS, self.rng.choices((0, 1, 2), (7, 4, 1))[0])

    def touch(
        self,
        on: dt.date,
        owner: str,
        kind: str,
        outcome: str,
        links: Mapping[str, bytes | None],
        *,
        note: str = "",
        minutes: int | None = None,
        at: dt.time | None = None,
    ) -> None:
        """A touch that was made; the time of the day is made up, and on the day of the demo it has passed."""
        low, high = 8 * 60 + 20, 17 * 60 + 20
        if on == self.today:
            local = self.desk.local(self.now)
            high = max(local.hour * 60 + local.minute - 5, 1)
            low = min(low, high - 1)
        minute = self.rng.randint(low, high)
        time = at or dt.time(minute // 60, minute % 60)
        if minutes is None and kind in _MINUTES and outcome in SPOKEN:
            minutes = self.rng.randint(*_MINUTES[kind])
        said = read_note(note, self.desk.local(self.now))
        values = {
            "kind_id": self.lists.kind[kind],
            "outcome_id": self.lists.outcome[kind, outcome],
            "owner_id": self.member[owner],
            "note": said.note,
            "quote": said.quote,
            "direction": "in" if outcome == "Replied" else "out",
            "duration_minutes": minutes,
            "place": PLACES[len(self.book.rows) % 3 > 0] if kind in {"Demo", "Meeting"} and outcome == "Held" else "",
            "done_on": on,
            "done_at": self.desk.instant(on, time),
        }
        self.book.add("activity", on, {**values, **links})

    def plan(
        self, kind: str, subject: str, due: dt.date, owner: str, links: Mapping[str, bytes | None], *, at: dt.time | None = None,
        known: dt.date | None = None, minutes: int | None = None,
    ) -> bytes:  # fmt: skip
        """A next step, planned on a day before today."""
        values = {
            "kind_id": self.lists.kind[kind],
            "subject": subject,
            "due_on": due,
            "due_at": self.desk.instant(due, at) if at else None,
            "duration_minutes": minutes,
            "owner_id": self.member[owner],
        }
        planned = known or min(working(due, -2), self.today - dt.timedelta(days=1))
        return self.book.add("activity", planned, {**values, **links})

    def days(self, first: dt.date, last: dt.date, count: int) -> list[dt.date]:
        """Some working days in these, in order; `first` where there are none."""
        span = max((last - first).days, 0)
        found = [day for day in (first + dt.timedelta(days=n) for n in range(span + 1)) if is_working(day)]
        return sorted(self.rng.choices(found or [first], k=count))


def mail_of(name: str) -> str:
    """The address of a member."""
    given, _, family = name.partition(" ")
    return f"{slug(given)}.{slug(family)}@{DOMAIN}"
