"""The cost of one median cycle earlier for each new customer, against plain Python that counts day by day; both engines."""

import datetime as dt
import statistics
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.kpis.tallies import Lagged
from salesdesk.domain.money import Money
from salesdesk.services import negotiating
from salesdesk.services.costs import NewCost, add
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from salesdesk.store.read.kpis.lagging import share_of
from tests.kpis import world as book
from tests.kpis.test_by_the_book import PERIODS, figure
from tests.kpis.world import TODAY, Row, World

DAY = dt.timedelta(days=1)
KPI = "cac_lagged"


def _make(desk: Desk, seed: int) -> World:
    """A random team with twice as many costs, those of a channel and a campaign."""
    world = book.make(desk, seed)
    sources: dict[bytes, str] = dict(desk.connection.rows("SELECT id, name FROM source"))
    more: list[Row] = []
    for number in range(30):
        row: Row = {
            "month_on": f"2026-{1 + number % 12:02}-01",
            "category": world.random.choice(["sales", "marketing"]),
        }
        row |= {"amount_minor": world.random.randrange(900_000), "currency": world.random.choice(["EUR", "EUR", "HUF"])}
        row["channel"] = world.maybe(sources[world.random.choice(world.sources)]) or ""
        more.append({**row, "campaign": world.random.choice(["", "spring"])})
    with desk.operation("Costs", source="import") as unit:
        unit.insert_many("cost", more)
    world.costs += more
    return world


def _cycle(world: World, start: str, end: str) -> int | None:
    """The median cycle of the deals won in these days."""
    spans = [
        (dt.date.fromisoformat(deal["won_on"]) - dt.date.fromisoformat(first)).days
        for deal in world.deals
        if deal["state"] == "won" and deal["won_on"] and start <= deal["won_on"] < end
        if (first := book.first_day(world, deal))
    ]
    spans = [span for span in spans if span >= 0]
    return int(statistics.median(spans)) if spans else None


def _spent(costs: list[Row], start: str, end: str, lag: int) -> int:
    """What was spent so many days earlier: of each month the days that are looked at, one by one."""
    last = min(dt.date.fromisoformat(end), TODAY + DAY) - dt.timedelta(days=lag)
    first = max(dt.date.fromisoformat(start), dt.date(2000, 1, 1)) - dt.timedelta(days=lag)
    total = 0
    for cost in costs:
        day, inside, of = dt.date.fromisoformat(cost["month_on"]), 0, 0
        while day.isoformat()[:7] == cost["month_on"][:7]:
            inside, of, day = inside + (first <= day < last), of + 1, day + DAY
        if book.in_base(cost):
            total += book.round_half_up(Fraction(cost["amount_minor"] * inside, of))
    return total


def _new_customers(world: World, start: str, end: str) -> int:
    first: dict[Any, str] = {}
    for deal in world.deals:
        lead = next((link["lead_id"] for link in world.links if link["deal_id"] == deal["id"]), None)
        if deal["state"] == "won" and deal["won_on"]:
            key = deal["account_id"] or lead or deal["id"]
            first[key] = min(deal["won_on"], first.get(key, "9999"))
    for order in world.orders:
        if order["account_id"]:
            first[order["account_id"]] = min(order["ordered_on"], first.get(order["account_id"], "9999"))
    return len([day for day in first.values() if start <= day < end])


@pytest.mark.parametrize("seed", [111, 112])
def test_the_cost_of_one_cycle_earlier(desk: Desk, seed: int) -> None:
    world = _make(desk, seed)
    for term, (start, end) in PERIODS.items():
        lag, new = _cycle(world, start, end), _new_customers(world, start, end)
        assert lag and new
        cost = _spent(world.costs, start, end, lag)
        value = show(desk, [term], only=[KPI]).kpis[KPI]
        assert (figure(value.numerator), value.denominator, value.parts["lag_days"]) == (cost, new, lag)
        assert figure(value) == book.round_half_up(Fraction(cost, new))
        behind = rows(desk, KPI, [term]).rows
        assert sum(row.value.minor for row in behind if row.part == "numerator" and row.value) == cost
        assert len([row for row in behind if row.part == "denominator"]) == new
        assert Counter(row.reason for row in behind if row.part == "excluded") == value.excluded


def test_each_month_looks_back_by_its_own_cycle(desk: Desk) -> None:
    _make(desk, 113)
    for by, term, keys in (("month", "period:2026-q2", 3), ("quarter", "period:2026", 4), ("month", "period:all", 9)):
        found = show(desk, [term], by=by, only=[KPI]).by
        assert found is not None
        assert len(found.rows) >= keys
        for row in found.rows:
            if row.key in {"2026-12", "2027-01"}:
                continue  # Not begun, which a period of its own says.
            alone = show(desk, [f"period:{row.key}"], only=[KPI]).kpis[KPI]
            told = row.kpis[KPI]
            assert told == alone, row.key


@pytest.mark.parametrize(("dimension", "column"), [("source", "channel"), ("campaign", "campaign")])
def test_groups_look_back_by_the_cycle_of_all(desk: Desk, dimension: str, column: str) -> None:
    world = _make(desk, 114)
    start, end = PERIODS["period:2026-q2"]
    lag = _cycle(world, start, end)
    assert lag
    report = show(desk, ["period:2026-q2"], by=dimension, only=[KPI])
    assert report.by is not None
    parts = {row.key: row.kpis[KPI] for row in report.by.rows}
    assert {part.parts["lag_days"] for part in parts.values()} == {lag}
    for key, part in parts.items():
        mine = [cost for cost in world.costs if (cost.get(column) or None) == key]
        assert figure(part.numerator) == _spent(mine, start, end, lag), key
    assert sum(part.denominator for part in parts.values()) == report.kpis[KPI].denominator  # type: ignore[misc]


def test_why_there_is_none(desk: Desk) -> None:
    def why(*terms: str) -> str:
        return show(desk, terms, only=[KPI]).kpis[KPI].why

    add(desk, NewCost("2026-11", "marketing", "900"))
    assert why() == "there was no new customer in the period"
    with desk.operation("An order without a deal") as unit:
        account = unit.insert("account", {"name": "Larkspur"})
        order = {"account_id": account, "ordered_on": TODAY, "amount_minor": 1, "currency": "EUR"}
        unit.insert("sales_order", order)
    assert "no median cycle" in why()
    assert show(desk, only=[KPI]).as_json()["kpis"][KPI]["lag_days"] is None
    with desk.operation("A win that took a year") as unit:
        stage = unit.connection.value("SELECT id FROM stage WHERE meaning = 'won' ORDER BY id LIMIT 1")
        days = {"opened_on": TODAY - dt.timedelta(days=365), "won_on": TODAY, "state": "won", "stage_id": stage}
        unit.insert("deal", {"name": "At last", "value_minor": 100, "currency": "EUR", **days})
    assert why() == "no cost is booked 365 days earlier"
    assert why("owner:me") == "cost is not booked by what the filter asks for"
    by = show(desk, by="owner", only=[KPI]).by
    assert by is not None
    assert {row.kpis[KPI].why for row in by.rows} <= {"cost is not booked by this dimension"}


def test_a_cycle_of_no_days_looks_at_the_period_itself(desk: Desk) -> None:
    """Of whole months that are over it is the plain CAC then."""
    for month in (8, 9, 10, 11):
        add(desk, NewCost(f"2026-{month:02}", "sales", str(100 * month)))
    with desk.operation("Won at once") as unit:
        stage = unit.connection.value("SELECT id FROM stage WHERE meaning = 'won' ORDER BY id LIMIT 1")
        for name, day in (("One", "2026-09-03"), ("Two", "2026-10-30")):
            days = {"opened_on": day, "won_on": day, "state": "won", "stage_id": stage}
            unit.insert("deal", {"name": name, "value_minor": 100, "currency": "EUR", **days})
    kpis = show(desk, ["period:2026-09..2026-10"], only=["cac", KPI]).kpis
    assert kpis[KPI].value == kpis["cac"].value == Money(95_000, "EUR")
    assert "0 days earlier" not in kpis["cac"].formula
    negotiating.win(desk, negotiating.add(desk, negotiating.NewDeal("Today", Money(1, "EUR"))))
    # Of a month that is not over, the days that are.
    assert figure(show(desk, ["period:month"], only=[KPI]).kpis[KPI]) == book.round_half_up(Fraction(110_000 * 23, 30))


@given(
    st.integers(-(10**9), 10**9),
    st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31)),
    st.lists(st.dates(dt.date(2023, 12, 1), dt.date(2029, 1, 31)), min_size=2, max_size=6),
)
def test_what_follows_each_other_adds_up_to_the_whole(minor: int, month: dt.date, cuts: list[dt.date]) -> None:
    """Cut anyhow, the parts of a cost are its whole, but for half a minor unit each; a whole month has it all."""
    row = (None, b"", "", "", month.replace(day=1).isoformat(), "sales", "EUR", minor)
    first, after = month.replace(day=1), (month.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    whole = share_of(row, Lagged(0, first, after))
    assert whole is not None
    assert (whole.minor, whole.days, whole.of) == (minor, (after - first).days, (after - first).days)
    edges = sorted([first, after, *(cut for cut in cuts if first < cut < after)])
    parts = [share_of(row, Lagged(0, start, end)) for start, end in pairwise(edges) if start < end]
    assert abs(sum(part.minor for part in parts if part) - minor) <= Fraction(len(parts), 2)
    assert share_of(row, Lagged(0, after, after + DAY)) is None
    assert share_of(row, Lagged()) is None
