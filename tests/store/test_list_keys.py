"""The first rows of a list are the beginning of all of them, whatever word is looked for and however few have it."""

import datetime as dt
import random

import pytest

from salesdesk.services import views
from salesdesk.services.desk import Desk


@pytest.mark.parametrize("word", ["common", "rare", "nobody", "common rare", "owner:none rare", "-common"])
def test_the_first_are_the_beginning_of_all(desk: Desk, word: str) -> None:
    chance = random.Random(5)
    kind = desk.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
    with desk.operation("Leads", source="import") as unit, unit.bulk():
        for number in range(1300):
            name = (
                f"{'common' if chance.random() < 0.3 else 'Other'} {'rare' if number % 400 == 399 else 'man'} {number}"
            )
            lead = unit.insert("lead", {"name": name})
            if number % 3:
                due = dt.date(2026, 12, 1) + dt.timedelta(days=chance.randrange(90))
                unit.insert("activity", {"lead_id": lead, "kind_id": kind, "due_on": due})
    names: dict[bytes, str] = dict(desk.connection.rows("SELECT id, name FROM lead"))

    every = views.listing(desk, "lead", word).ids
    found = {names[key] for key in every}
    assert found == {name for name in names.values() if _fits(name, word)}
    for limit in (1, 3, 128):
        assert views.listing(desk, "lead", word, limit=limit).ids == every[:limit]


def _fits(name: str, word: str) -> bool:
    if word.startswith("-"):
        return word[1:] not in name
    return all(part in name for part in word.removeprefix("owner:none ").split())
