"""A list of leads as exports are: blanks, cases, five ways to write a number, and people who stand in it twice."""

import csv
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from salesdesk.domain.text import fold
from tests.benchmarks import book

HEADER = (
    "Name",
    "Company",
    "E-mail",
    "Phone",
    "City",
    "Country",
    "Status",
    "Owner",
    "Est. value",
    "Tags",
    "Note",
    "Created",
)
_FORMS = ("Kft.", "GmbH", "Ltd", "S.A.", "Sp. z o.o.", "Oy")
_STATUSES = ("new", "contacted", "qualified", "unqualified")
_NOTES = ("Asked for a demo on Tuesday.", "Árajánlatot küldtem, választ várok.", "Budget, team and date are known", "")
# Of a hundred rows so many are somebody again, and one is no good.
_AGAIN, _BAD = 0.03, 0.01
# Who can stand in the list again: the latest of them.
_LATEST = 50_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as they are, before the list writes them."""

    name: str
    company: str
    email: str
    phone: str
    city: str
    country: str


@dataclass(slots=True)
class Planted:
    """The lines (the head is 1) of who is in the list again, by what tells it: `mail`, `phone` or only the `name`."""

    lines: dict[str, list[int]] = field(default_factory=lambda: {"mail": [], "phone": [], "name": []})


def write(path: Path, rows: int, seed: int) -> Planted:
    """Write such a list; the same seed gives the same one."""
    planted = Planted()
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(_rows(random.Random(f"{seed}/messy"), rows, planted))
    return planted


def _rows(chance: random.Random, rows: int, planted: Planted) -> Iterator[list[str]]:
    known: deque[Person] = deque(maxlen=_LATEST)
    line = 2
    for number in range(rows):
        person = _somebody(chance, number)
        if known and chance.random() < _AGAIN:
            why = chance.choices(("mail", "phone", "name"), (4, 4, 2))[0]
            planted.lines[why].append(line)
            person = _again(chance, known[chance.randrange(len(known))], person, why)
        elif chance.random() < _BAD:
            person = Person(person.name, person.company, person.email.replace("@", " at "), *_rest(person))
        else:
            known.append(person)
        cells = _written(chance, person)
        yield cells
        line += 1 + sum(cell.count("\n") for cell in cells)


def _somebody(chance: random.Random, number: int) -> Person:
    given, family = chance.choice(book._GIVEN), chance.choice(book._FAMILY)
    middle = chance.choice(book._GIVEN)
    firm = f"{chance.choice(book._FIRMS)} {chance.choice(book._KINDS_OF_FIRM)} {chance.randrange(10_000)}"
    city, country = chance.choice(book._CITIES)
    mail = f"{fold(given)}.{fold(family)}.{number}@{fold(firm).replace(' ', '-')}.example"
    # The number of the row is in its last nine digits: nobody has the number of another by chance.
    phone = f"+49{(number * 7_919 + 100_000_007) % 1_000_000_000:09d}"
    return Person(f"{given} {middle} {family}", f"{firm} {chance.choice(_FORMS)}", mail, phone, city, country)


def _rest(person: Person) -> tuple[str, str, str]:
    return person.phone, person.city, person.country


def _again(chance: random.Random, known: Person, fresh: Person, why: str) -> Person:
    """The same mail; or another mail and the same number; or only the same name at nearly the same company."""
    if why == "mail":
        return Person(known.name, known.company, known.email, fresh.phone, known.city, known.country)
    if why == "phone":
        return Person(known.name, known.company, fresh.email, known.phone, known.city, known.country)
    return Person(known.name, _nearly(chance, known.company), fresh.email, fresh.phone, known.city, known.country)


def _nearly(chance: random.Random, company: str) -> str:
    """In capitals without accents, with two blanks, or without its legal form."""
    bare = company
    for form in _FORMS:
        bare = bare.removesuffix(f" {form}")
    return chance.choice((fold(company).upper(), company.replace(" ", "  ", 1), bare))


def _written(chance: random.Random, person: Person) -> list[str]:
    note = chance.choice(_NOTES)
    if chance.random() < 0.02:
        note = f'{note}\nsecond line, "quoted"'
    mail = chance.choices((person.email, person.email.upper(), f" {person.email.title()} "), (65, 15, 20))[0]
    name = f"  {person.name} " if chance.random() < 0.1 else person.name
    created = f"{chance.randrange(2021, 2027)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02} 09:30:00"
    return [
        name, person.company, mail, _dialled(chance, person.phone), person.city, person.country, chance.choice(_STATUSES),
        f"rep{chance.randrange(1, 41)}", str(chance.randrange(1, 5000) * 100), "pricing" if chance.random() < 0.3 else "",
        note, created,
    ]  # fmt: skip


def _dialled(chance: random.Random, phone: str) -> str:
    country, rest = phone[:3], phone[3:]
    return chance.choice(
        (
            phone,
            f"00{phone[1:]}",
            f"{country} {rest[:2]} {rest[2:5]} {rest[5:]}",
            f"{country} ({rest[:2]}) {rest[2:5]}-{rest[5:]}",
            f"0{rest[:2]} {rest[2:5]} {rest[5:]}",
        )
    )
