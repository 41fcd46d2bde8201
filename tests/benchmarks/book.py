"""The book of leads the benchmarks run on: made from a seed through the same door as every other write."""

import datetime as dt
import hashlib
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from salesdesk.domain.ids import new_id
from salesdesk.services.desk import Desk
from salesdesk.services.setup import Beginning, create
from salesdesk.store.connection import Connection
from salesdesk.store.unit import Unit

NOW = "2026-11-23T08:12:00Z"
TODAY = dt.date(2026, 11, 23)
ME = "Maya Kessler"
YEARS = 3
TOUCHES = 3
LEADS_PER_MEMBER = 1000
# What a member has to do today or has left undone, however large the team is.
DUE_PER_MEMBER = 40
_GIVEN = [
    "Anna",
    "Ben",
    "Clara",
    "David",
    "Elif",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Katalin",
    "Luca",
    "Maren",
    "Niels",
    "Olga",
    "Pavel",
    "Rosa",
    "Samir",
    "Tomas",
    "Zsófia",
]
_FAMILY = [
    "Ahlberg",
    "Bauer",
    "Costa",
    "Dudek",
    "Engel",
    "Farkas",
    "Garnier",
    "Holm",
    "Ivanova",
    "Jensen",
    "Kovács",
    "Lindqvist",
    "Moreau",
    "Novak",
    "Okafor",
    "Petrov",
    "Quist",
    "Rossi",
    "Szabó",
    "Vogel",
]
_FIRMS = [
    "Acme",
    "Borealis",
    "Cedar",
    "Delta",
    "Ember",
    "Fjord",
    "Granite",
    "Harbour",
    "Iris",
    "Juniper",
    "Kestrel",
    "Lumen",
    "Meridian",
    "Nordic",
    "Orchid",
]
_KINDS_OF_FIRM = ["Logistics", "Foods", "Software", "Textiles", "Energy", "Dental", "Travel", "Metals"]
_CITIES = (("Hamburg", "DE"), ("Lyon", "FR"), ("Kraków", "PL"), ("Szeged", "HU"), ("Turku", "FI"), ("Porto", "PT"))
_SUBJECTS = ("pricing", "security pack", "demo for the team", "contract", "follow up", "")


class Book:
    """Makes rows; the same seed and size give the same ones, keys apart."""

    def __init__(self, connection: Connection, leads: int, seed: int, touches: int) -> None:
        self.leads = leads
        self.touches = touches
        self.random = random.Random(seed)
        self.lists = {
            table: [row[0] for row in connection.rows(f"SELECT id FROM {table} ORDER BY {order}, id")]
            for table, order in (("lead_status", "position"), ("source", "position"), ("team", "name_key"))
        }
        self.stages = connection.rows(
            "SELECT s.id, s.pipeline_id, s.meaning, s.position FROM stage s JOIN pipeline p ON p.id = s.pipeline_id"
            " WHERE p.position = 0 ORDER BY s.position"
        )
        self.reasons = [key for (key,) in connection.rows("SELECT id FROM lost_reason WHERE applies_to = 'deal'")]
        self.outcomes = connection.rows(
            "SELECT o.kind_id, o.id FROM outcome o JOIN activity_kind k ON k.id = o.kind_id"
            " WHERE k.meaning IN ('call', 'mail', 'meeting', 'demo')"
        )
        self.call = connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        self.members: list[bytes] = [connection.value("SELECT id FROM member")]
        self.accounts: list[bytes] = []
        self.open_leads: list[tuple[bytes, bytes]] = []
        self.lead_days: list[tuple[bytes, dt.date, bytes]] = []
        self.open_deals: list[tuple[bytes, bytes]] = []

    def member_rows(self) -> Iterator[dict[str, Any]]:
        """The team, without its first member."""
        for number in range(1, max(2, self.leads // LEADS_PER_MEMBER)):
            self.members.append(new_id())
            yield {"id": self.members[-1], "name": f"{_GIVEN[number % 20]} {_FAMILY[number // 20 % 20]} {number}"}

    def account_rows(self) -> Iterator[dict[str, Any]]:
        """A company for every five leads."""
        for number in range(max(1, self.leads // 5)):
            self.accounts.append(new_id())
            city, country = self.random.choice(_CITIES)
            name = f"{self.random.choice(_FIRMS)} {self.random.choice(_KINDS_OF_FIRM)} {number}"
            yield {"id": self.accounts[-1], "name": name, "city": city, "country": country, "owner_id": self._member()}

    def lead_rows(self) -> Iterator[dict[str, Any]]:
        """People, a third of them still open, the newest at the end."""
        chance = self.random
        for number in range(self.leads):
            key, owner = new_id(), self._member()
            arrived = TODAY - dt.timedelta(days=int((self.leads - number) / self.leads * YEARS * 365))
            place = chance.choices(range(5), (20, 10, 5, 35, 30))[0]
            given, family = chance.choice(_GIVEN), chance.choice(_FAMILY)
            settled = min(TODAY, arrived + dt.timedelta(days=chance.randrange(60))) if place > 2 else None
            city, country = chance.choice(_CITIES)
            (self.open_leads if place < 3 else []).append((key, owner))
            self.lead_days.append((key, arrived, owner))
            yield {
                "id": key,
                "name": f"{given} {family}",
                "given_name": given,
                "family_name": family,
                "company": f"{chance.choice(_FIRMS)} {chance.choice(_KINDS_OF_FIRM)}",
                "email": f"{given}.{family}.{number}@example.com".lower(),
                "phone": f"+49 40 {chance.randrange(10**6, 10**7)}",
                "city": city,
                "country": country,
                "status_id": self.lists["lead_status"][place],
                "source_id": chance.choice(self.lists["source"]),
                "owner_id": owner,
                "score": chance.randrange(101),
                "value_minor": chance.randrange(1, 500) * 10_000,
                "currency": "EUR",
                "arrived_on": arrived,
                "qualified_on": settled if place == 3 else None,
                "closed_on": settled,
                "tags": " pricing " if chance.random() < 0.1 else "",
            }

    def deal_rows(self) -> Iterator[dict[str, Any]]:
        """A deal for three leads in ten: half won, a third lost, the rest on the board."""
        chance = self.random
        for number in range(self.leads * 3 // 10):
            lead, arrived, owner = self.lead_days[number * 10 // 3]
            del lead
            opened = min(TODAY, arrived + dt.timedelta(days=chance.randrange(20)))
            closed = opened + dt.timedelta(days=chance.randrange(10, 120))
            stage = self._stage(closed <= TODAY)
            key = new_id()
            state = stage[2]
            (self.open_deals if state == "open" else []).append((key, owner))
            yield {
                "id": key,
                "name": f"{chance.choice(_FIRMS)} {number}",
                "account_id": chance.choice(self.accounts),
                "owner_id": owner,
                "pipeline_id": stage[1],
                "stage_id": stage[0],
                "source_id": chance.choice(self.lists["source"]),
                "state": state,
                "value_minor": chance.randrange(1, 900) * 10_000 if chance.random() < 0.9 else None,
                "currency": "EUR",
                "position": float(number),
                "opened_on": opened,
                "close_on": closed if closed > TODAY else TODAY + dt.timedelta(days=chance.randrange(90)),
                "won_on": closed if state == "won" else None,
                "lost_on": closed if state == "lost" else None,
                "stage_on": min(TODAY, closed),
                "lost_reason_id": chance.choice(self.reasons) if state == "lost" else None,
                "closed_owner_id": owner if state != "open" else None,
            }

    def activity_rows(self) -> Iterator[dict[str, Any]]:
        """Some touches for each lead; a next step for most of what is open."""
        chance = self.random
        for lead, arrived, owner in self.lead_days:
            span = min(90, (TODAY - arrived).days + 1)
            for _ in range(self.touches):
                kind, outcome = chance.choice(self.outcomes)
                done = arrived + dt.timedelta(days=chance.randrange(span))
                at = dt.datetime.combine(done, dt.time(6 + chance.randrange(2), chance.randrange(12)), dt.UTC)
                values = {"kind_id": kind, "outcome_id": outcome, "owner_id": owner, "lead_id": lead}
                yield values | {"subject": chance.choice(_SUBJECTS), "done_on": done, "done_at": at}
        due_now = DUE_PER_MEMBER * len(self.members)
        everything = [("lead_id", *pair) for pair in self.open_leads] + [("deal_id", *pair) for pair in self.open_deals]
        chance.shuffle(everything)
        for number, (link, key, owner) in enumerate(everything[: len(everything) * 9 // 10]):
            soon = number < min(due_now, len(everything) // 3)
            day = TODAY - dt.timedelta(days=chance.randrange(5)) if soon else TODAY + dt.timedelta(days=number % 60 + 1)
            timed = dt.datetime.combine(day, dt.time(8 + chance.randrange(8), 30), dt.UTC) if number % 4 == 0 else None
            values = {"kind_id": self.call, "owner_id": owner, link: key}
            yield values | {"subject": chance.choice(_SUBJECTS), "due_on": day, "due_at": timed}

    def _member(self) -> bytes:
        return self.random.choice(self.members)

    def _stage(self, closed: bool) -> tuple[bytes, bytes, str, int]:
        meaning = self.random.choices(("won", "lost", "open"), (50, 35, 15))[0] if closed else "open"
        found: tuple[bytes, bytes, str, int] = self.random.choice([s for s in self.stages if s[2] == meaning])
        return found


def fill(unit: Unit, leads: int, seed: int, touches: int = TOUCHES) -> None:
    """Write the whole book in the caller's operation."""
    book = Book(unit.connection, leads, seed, touches)
    with unit.bulk():
        unit.insert_many("member", book.member_rows())
        unit.insert_many("account", book.account_rows())
        unit.insert_many("lead", book.lead_rows())
        unit.insert_many("deal", book.deal_rows())
        unit.insert_many("activity", book.activity_rows())


def make(path: Path, leads: int, seed: int, touches: int = TOUCHES) -> None:
    """A workspace of that size in a file."""
    with frozen():
        desk = create(str(path), Beginning(me=ME, currency="EUR", time_zone="Europe/Berlin"))
        try:
            with desk.operation("Benchmark data", source="import", large=True) as unit:
                fill(unit, leads, seed, touches)
            _settle(desk)
        finally:
            desk.workspace.close()


def _settle(desk: Desk) -> None:
    connection = desk.connection
    connection.execute("ANALYZE")
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def cached(folder: Path, leads: int, seed: int, touches: int = TOUCHES) -> Path:
    """The workspace of that size and seed in the folder, made when it is not there for the present schema."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"book-{leads}-{touches}-{seed}-{_schema()}.db"
    if not path.exists():
        fresh = path.with_suffix(".new.db")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{fresh}{suffix}").unlink(missing_ok=True)
        make(fresh, leads, seed, touches)
        fresh.replace(path)
    return path


def _schema() -> str:
    """What the tables and triggers are now: the version alone stays while a schema is being worked on."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable

    from salesdesk.store.tables import metadata
    from salesdesk.store.triggers import sqlite_triggers
    from salesdesk.store.version import SCHEMA_VERSION

    dialect = sqlite.dialect()
    words = [statement for _, statement in sqlite_triggers()]
    for table in metadata.sorted_tables:
        words.append(str(CreateTable(table).compile(dialect=dialect)))
        words += sorted(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)
    words.append(Path(__file__).read_text(encoding="utf-8"))
    return f"{SCHEMA_VERSION}-{hashlib.sha256(''.join(words).encode()).hexdigest()[:8]}"


@contextmanager
def frozen() -> Iterator[None]:
    """The clock of this process stands at the day of the book."""
    before = os.environ.get("SALESDESK_NOW")
    os.environ["SALESDESK_NOW"] = NOW
    try:
        yield
    finally:
        if before is None:
            del os.environ["SALESDESK_NOW"]
        else:
            os.environ["SALESDESK_NOW"] = before
