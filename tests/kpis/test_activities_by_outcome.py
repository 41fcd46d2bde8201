"""What was done by kind and how it ended, against plain Python over random activities, on both engines."""

from collections import Counter
from typing import Any

import pytest

from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from tests.kpis import world as book
from tests.kpis.test_by_the_book import PERIODS
from tests.kpis.world import World


def _ended(world: World, desk: Desk, start: str, end: str, **only: Any) -> dict[str, dict[str, int]]:
    names: dict[Any, str] = dict(desk.connection.rows("SELECT id, name FROM activity_kind"))
    outcomes: dict[Any, str] = dict(desk.connection.rows("SELECT id, name FROM outcome"))
    notes = {kind["kind_id"] for kind in world.kinds if kind["meaning"] == "note"}
    found: dict[str, Counter[str]] = {}
    for done in world.activities:
        mine = all(done[name] == value for name, value in only.items())
        if mine and done["done_on"] and start <= done["done_on"] < end and done["kind_id"] not in notes:
            found.setdefault(names[done["kind_id"]], Counter())[outcomes[done["outcome_id"]]] += 1
    return {kind: dict(counts) for kind, counts in found.items()}


@pytest.mark.parametrize("seed", [151, 152])
def test_how_each_ended(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    for term, (start, end) in PERIODS.items():
        # Without a filter it is told by rollups, with one by the rows.
        for terms in ([term], [term, "kind:call"]):
            value = show(desk, terms, only=["activities"]).kpis["activities"]
            told = value.parts["by_outcome"]
            wanted = _ended(world, desk, start, end)
            assert told == (wanted if len(terms) == 1 else {"Call": wanted["Call"]})
            assert {kind: sum(counts.values()) for kind, counts in told.items()} == value.parts["by_kind"]
            assert sum(sum(counts.values()) for counts in told.values()) == value.value


def test_by_rep_by_month_and_as_of_a_past_day(desk: Desk) -> None:
    world = book.make(desk, 153)
    start, end = PERIODS["period:2026-q2"]
    names: dict[Any, str] = {member["id"]: member["name"] for member in world.members}
    by = show(desk, ["period:2026-q2"], by="owner", only=["activities"]).by
    assert by is not None
    told = {row.key: row.kpis["activities"].parts["by_outcome"] for row in by.rows}
    for key, name in [*names.items(), (None, None)]:
        assert told.get(name, {}) == _ended(world, desk, start, end, owner_id=key)
    by = show(desk, ["period:2026-q2"], by="quarter", only=["activities"]).by
    assert by is not None
    assert by.rows[0].kpis["activities"].parts["by_outcome"] == _ended(world, desk, start, end)
    value = show(desk, ["period:2026-q2", "as-of:2026-05-20"], only=["activities"]).kpis["activities"]
    assert value.parts["by_outcome"] == _ended(world, desk, start, "2026-05-21")


def test_what_has_no_outcome_is_told_too(desk: Desk) -> None:
    with desk.operation("A call") as unit:
        kind = unit.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        unit.insert("activity", {"kind_id": kind, "done_on": desk.today})
    assert show(desk).as_json()["kpis"]["activities"]["by_outcome"] == {"Call": {"-": 1}}
