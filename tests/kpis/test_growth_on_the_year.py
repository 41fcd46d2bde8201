"""Growth on the period a year before, against plain Python over two years of random deals, on both engines."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from salesdesk.domain.ids import new_id
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from tests.kpis import world as book
from tests.kpis.test_by_the_book import figure
from tests.kpis.world import Row, World

KPI = "sales_growth_year"


def _as_many(start: str, end: str) -> tuple[str, str]:
    """As many working days, counted one by one, from the same day a year before."""
    day, count = dt.date.fromisoformat(start), 0
    while day.isoformat() < end:
        count += day.weekday() < 5
        day += dt.timedelta(days=1)
    day = first = dt.date.fromisoformat(start).replace(year=2025)
    while count:
        count -= day.weekday() < 5
        day += dt.timedelta(days=1)
    return first.isoformat(), day.isoformat()


# What is asked, its days, and those of a year before.
PERIODS = {
    "period:2026-06": (("2026-06-01", "2026-07-01"), ("2025-06-01", "2025-07-01")),
    "period:2026-q2": (("2026-04-01", "2026-07-01"), ("2025-04-01", "2025-07-01")),
    "period:2026-05-10..2026-09-02": (("2026-05-10", "2026-09-03"), ("2025-05-10", "2025-09-03")),
    # These go on.
    "period:2026-q4": (("2026-10-01", "2026-11-24"), _as_many("2026-10-01", "2026-11-24")),
    "period:2026": (("2026-01-01", "2026-11-24"), _as_many("2026-01-01", "2026-11-24")),
    "": (("2026-11-01", "2026-11-24"), _as_many("2026-11-01", "2026-11-24")),
    "period:2026-q2 as-of:2026-05-10": (("2026-04-01", "2026-05-11"), _as_many("2026-04-01", "2026-05-11")),
}


def _make(desk: Desk, seed: int) -> World:
    """A random team that won as much the year before, somewhat shaken."""
    world = book.make(desk, seed)
    earlier: list[Row] = []
    for deal in world.deals:
        if deal["state"] == "won" and deal["won_on"]:
            day = dt.date.fromisoformat(deal["won_on"]).replace(year=2025) + dt.timedelta(
                days=world.random.randrange(-9, 9)
            )
            value = world.maybe(world.random.randrange(400_000), 0.9)
            days = {"won_on": day.isoformat(), "opened_on": None, "close_on": None}
            earlier.append({**deal, **days, "id": new_id(), "value_minor": value})
    with desk.operation("The year before", source="import") as unit:
        unit.insert_many("deal", earlier)
    world.deals += earlier
    return world


def _won(world: World, days: tuple[str, str], keep: Callable[[Row], bool] = lambda deal: True) -> int:
    return sum(
        deal["value_minor"] or 0
        for deal in world.deals
        if deal["state"] == "won" and deal["won_on"] and days[0] <= deal["won_on"] < days[1]
        if book.in_base(deal) and keep(deal)
    )


def _same(value: KpiValue, now: int, before: int) -> None:
    assert (figure(value.numerator), figure(value.denominator)) == (now - before, before)
    assert value.value == ((now - before) / before if before > 0 else None)
    assert bool(value.why) == (value.value is None)


@pytest.mark.parametrize("seed", [131, 132])
def test_the_period_a_year_before(desk: Desk, seed: int) -> None:
    world = _make(desk, seed)
    for term, (now, before) in PERIODS.items():
        terms = [term] if term else []
        value = show(desk, terms, only=[KPI]).kpis[KPI]
        _same(value, _won(world, now), _won(world, before))
        behind = rows(desk, KPI, terms).rows

        def worth(part: str, behind: list[Any] = behind) -> int:
            return sum(row.value.minor for row in behind if row.part == part and row.value)

        assert (worth("numerator") - worth("before"), worth("before")) == (
            figure(value.numerator),
            figure(value.denominator),
        )


def test_by_rep_and_by_month(desk: Desk) -> None:
    world = _make(desk, 133)
    names = {member["id"]: member["name"] for member in world.members}
    now, before = PERIODS["period:2026-q2"]
    by = show(desk, ["period:2026-q2"], by="owner", only=[KPI]).by
    assert by is not None
    for row in by.rows:
        mine = [deal for deal in world.deals if names.get(book.credit(world, deal)[0]) == row.key]
        world_of_one = World(world.random, deals=mine)
        _same(row.kpis[KPI], _won(world_of_one, now), _won(world_of_one, before))
    # A month that goes on has other working days than the year that goes on.
    for term, dimension, last in (
        ("2026", "month", "2026-10"),
        ("2026", "quarter", "2026-Q3"),
        ("all", "month", "2026-10"),
    ):
        by = show(desk, [f"period:{term}"], by=dimension, only=[KPI]).by
        assert by is not None
        told = {row.key: row.kpis[KPI] for row in by.rows if "2026-03" <= str(row.key) <= last}
        assert len(told) >= 3
        for key, value in told.items():
            alone = show(desk, [f"period:{key}"], only=[KPI]).kpis[KPI]
            found, wanted = ((one.value, one.numerator, one.denominator, one.why) for one in (value, alone))
            assert found == wanted, (term, key)


def test_why_there_is_none(desk: Desk) -> None:
    book.make(desk, 134)
    assert show(desk, ["period:all"], only=[KPI]).kpis[KPI].why == "all time has no year before it"
    assert show(desk, ["period:2026-q2"], only=[KPI]).kpis[KPI].why == "nothing was won in the period a year before"
    assert show(desk, ["period:2027"], only=[KPI]).kpis[KPI].why == "the period has not begun"
    # A leap day is compared with the day before it.
    assert show(desk, ["period:2024-02-29"], only=[KPI]).kpis[KPI].value is None
