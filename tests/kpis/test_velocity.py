"""What the pipeline brings in a day, by the deals of 90 and of 180 days, against plain Python; on both engines."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.formulas import evaluate
from salesdesk.domain.kpis.tallies import Closed, Open, StageSum, Tallies
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from tests.kpis import world as book
from tests.kpis.test_by_the_book import figure
from tests.kpis.world import TODAY, Row, World

SPANS = {"pipeline_velocity": 90, "pipeline_velocity_180": 180}


def _brings(world: World, deals: list[Row], day: dt.date, days: int) -> int | None:
    """Open deals x win rate x average deal / cycle, deal by deal; the last three of so many days up to that one."""
    unfit = {reason["id"] for reason in world.reasons if reason["applies_to"] == "lead"}
    won, lost, sizes, cycles = 0, 0, [], []
    for deal in deals:
        closed = deal["won_on"] or deal["lost_on"]
        if not closed or not 0 <= (day - dt.date.fromisoformat(closed)).days < days:
            continue
        if deal["state"] == "lost":
            lost += deal["lost_reason_id"] not in unfit
            continue
        won += 1
        if deal["value_minor"] and book.in_base(deal):
            sizes.append(deal["value_minor"])
        first = book.first_day(world, deal)
        if first and first <= closed:
            cycles.append((dt.date.fromisoformat(closed) - dt.date.fromisoformat(first)).days)
    if not sizes or not sum(cycles):
        return None
    opened = len([deal for deal in deals if deal["state"] == "open"])
    rate, size, cycle = Fraction(won, won + lost), Fraction(sum(sizes), len(sizes)), Fraction(sum(cycles), len(cycles))
    return book.round_half_up(opened * rate * size / cycle)


@pytest.mark.parametrize("seed", [101, 102])
def test_each_span_has_its_own_rates(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    kpis = show(desk, every=True).kpis
    told = set()
    for kpi, days in SPANS.items():
        value = kpis[kpi]
        assert figure(value) == _brings(world, world.deals, TODAY, days)
        assert value.parts["trailing_days"] == days
        assert f"{days} days" in value.formula
        told.add(figure(value))
    assert len(told) == 2


@pytest.mark.parametrize("kpi", SPANS)
def test_by_rep_each_row_is_of_the_deals_that_count_for_them(desk: Desk, kpi: str) -> None:
    world = book.make(desk, 103)
    names = {member["id"]: member["name"] for member in world.members}
    report = show(desk, by="owner", only=[kpi])
    assert report.by is not None
    for row in report.by.rows:
        mine = [deal for deal in world.deals if names.get(book.credit(world, deal)[0]) == row.key]
        assert figure(row.kpis[kpi]) == _brings(world, mine, TODAY, SPANS[kpi]), row.key
    monthly = show(desk, ["period:2026-q2"], by="month", only=[kpi]).by
    assert monthly is not None
    assert {row.kpis[kpi].why for row in monthly.rows} <= {"it is of one day, not of a span of time"}


@pytest.mark.parametrize("kpi", SPANS)
def test_the_rows_reach_exactly_as_far_back(desk: Desk, kpi: str) -> None:
    world = book.make(desk, 104)
    since = TODAY - dt.timedelta(days=SPANS[kpi] - 1)
    closed = [row for row in rows(desk, kpi).rows if row.part == "trailing"]
    days: list[Any] = [deal["won_on"] or deal["lost_on"] for deal in world.deals]
    assert len(closed) == len([day for day in days if day and since.isoformat() <= day <= TODAY.isoformat()])


def test_the_longer_span_is_read_only_when_it_is_asked_for(desk: Desk) -> None:
    book.make(desk, 105)
    assert "pipeline_velocity_180" not in show(desk).kpis
    alone = show(desk, only=["pipeline-velocity-180"])
    assert list(alone.kpis) == ["pipeline_velocity_180"]
    assert alone.kpis["pipeline_velocity_180"] == show(desk, every=True).kpis["pipeline_velocity_180"]


@given(
    st.sampled_from(sorted(SPANS)),
    st.integers(1, 500),
    st.lists(st.integers(1, 10**9), min_size=1, max_size=30),
    st.lists(st.integers(1, 800), min_size=1, max_size=30),
    st.integers(0, 50),
)
def test_a_fifth_less_time_is_a_quarter_more_money(
    kpi: str, count: int, sizes: list[int], cycles: list[int], lost: int
) -> None:
    def brings(days: list[int]) -> Fraction:
        closed = Closed(won=len(sizes), lost=lost)
        closed.sizes.update(sizes)
        closed.won_days.update(days)
        need = next(need for need in KPIS[kpi].needs if need.startswith("trailing"))
        found = Tallies(open=Open({None: StageSum(count=count)}))
        setattr(found, need, closed)
        return Fraction(figure(evaluate(kpi, found, Basis("EUR", TODAY, TODAY))))

    slow, quick = brings([5 * days for days in cycles]), brings([4 * days for days in cycles])
    # Each is rounded to a whole minor unit.
    assert abs(quick - slow * Fraction(5, 4)) <= Fraction(9, 8)
