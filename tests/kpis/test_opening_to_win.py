"""Days from the opening of a deal to its win, against plain Python over random deals, on both engines."""

import datetime as dt
import statistics
from collections.abc import Iterable
from typing import Any

import pytest

from salesdesk.domain.kpis.value import KpiValue
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from tests.kpis import world as book
from tests.kpis.test_by_the_book import PERIODS
from tests.kpis.world import Row

KPI = "opening_to_win_days"


def _days(deals: Iterable[Row], day: str, start: str, end: str) -> tuple[list[int], dict[str, int]]:
    """The days of the deals closed in these, and how many are left out."""
    closed = [deal for deal in deals if deal[day] and start <= deal[day] < end]
    dated = [deal for deal in closed if deal["opened_on"]]
    spans = [(dt.date.fromisoformat(deal[day]) - dt.date.fromisoformat(deal["opened_on"])).days for deal in dated]
    good = sorted(span for span in spans if span >= 0)
    return good, {"negative": len(spans) - len(good), "no start": len(closed) - len(dated)}


def _same(value: KpiValue, deals: list[Row], start: str, end: str) -> None:
    won, excluded = _days([deal for deal in deals if deal["state"] == "won"], "won_on", start, end)
    assert (value.numerator, value.denominator, value.excluded) == (sum(won), len(won), excluded)
    assert value.value == (sum(won) / len(won) if won else None)
    assert value.median == (statistics.median(won) if won else None)


@pytest.mark.parametrize("seed", [141, 142])
def test_from_the_opening_of_a_deal(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    unfit = {reason["id"] for reason in world.reasons if reason["applies_to"] == "lead"}
    for term, (start, end) in PERIODS.items():
        kpis = show(desk, [term], only=[KPI, "sales_cycle_days"]).kpis
        _same(kpis[KPI], world.deals, start, end)
        fair = [d for d in world.deals if d["state"] == "lost" and d["lost_reason_id"] not in unfit]
        lost, _ = _days(fair, "lost_on", start, end)
        assert kpis[KPI].parts["lost"]["count"] == len(lost)
        assert kpis[KPI].parts["lost"]["value"] == (sum(lost) / len(lost) if lost else None)
        # Each deal has its whole cycle and this part of it.
        cycle = {row.id: row.days or 0 for row in rows(desk, "sales_cycle_days", [term]).rows}
        part = {row.id: row.days or 0 for row in rows(desk, KPI, [term]).rows if row.part == "both"}
        assert sum(part.values()) == kpis[KPI].numerator
        assert all(days <= cycle[key] for key, days in part.items())


@pytest.mark.parametrize("dimension", ["owner", "month", "sector"])
def test_by_a_dimension(desk: Desk, dimension: str) -> None:
    world = book.make(desk, 143)
    start, end = PERIODS["period:2026-q2"]
    names: dict[Any, str] = {member["id"]: member["name"] for member in world.members}
    report = show(desk, ["period:2026-q2"], by=dimension, only=[KPI])
    assert report.by is not None
    parts = [row.kpis[KPI] for row in report.by.rows]
    whole = report.kpis[KPI]
    assert sum(part.denominator or 0 for part in parts) == whole.denominator  # type: ignore[misc]
    assert sum(part.numerator or 0 for part in parts) == whole.numerator  # type: ignore[misc]
    if dimension == "owner":
        for row in report.by.rows:
            mine = [deal for deal in world.deals if names.get(book.credit(world, deal)[0]) == row.key]
            _same(row.kpis[KPI], mine, start, end)


def test_as_of_a_past_day(desk: Desk) -> None:
    world = book.make(desk, 144)
    value = show(desk, ["period:2026-q2", "as-of:2026-05-20"], only=[KPI]).kpis[KPI]
    _same(value, world.deals, "2026-04-01", "2026-05-21")
