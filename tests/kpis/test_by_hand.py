"""Every KPI worked out a second time by hand, from a dump of the tables in plain Python (`byhand`), on random data: no
figure is another one, and the exported rows behind each add up to it."""

from typing import Any

import pytest

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from tests.kpis import world
from tests.kpis.byhand import ALL, BOOK, Book, Days, Facts, dump
from tests.kpis.byhand.comparing import added_up, differences

# KPIs that are proved elsewhere, each with the place.
ELSEWHERE = {
    "meeting_rate": "test_meeting_rate",
    "pipeline_velocity_180": "test_velocity",
    "cac_lagged": "test_lagged_cac",
    "opening_to_win_days": "test_opening_to_win",
    "sales_growth_year": "test_growth_on_the_year",
    "forecast_accuracy": "test_forecast_accuracy",
}
IMPORTED = {
    "period:2026-06": Days("2026-06-01", "2026-07-01", before=("2026-05-01", "2026-06-01")),
    "period:2026-q2": Days(
        *("2026-04-01", "2026-07-01"),
        before=("2026-01-01", "2026-04-01"),
        months=("2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"),
    ),
    # As many days before; its whole months.
    "period:2026-05-10..2026-09-02": Days(
        *("2026-05-10", "2026-09-03"),
        before=("2026-01-14", "2026-05-10"),
        months=("2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01"),
    ),
    # To date: beside the first 16 working days of October, as many as November has had; expected in the whole month.
    "": Days("2026-11-01", "2026-11-24", expected="2026-12-01", before=("2026-10-01", "2026-10-23")),
    "period:all": ALL,
}


def test_every_kpi_is_worked_out_by_hand() -> None:
    """A new KPI is not done before it is in the book."""
    assert KPIS.keys() - ELSEWHERE.keys() <= BOOK.keys()
    assert BOOK.keys() <= KPIS.keys()


def compared(desk: Desk, facts: Facts, term: str, days: Days) -> list[str]:
    """What differs of all KPIs of a period: figures, and the sums of their rows."""
    terms = [term] if term else []
    report: dict[str, Any] = show(desk, terms).as_json()["kpis"]
    said: list[str] = []
    for name, work in BOOK.items():
        found = rows(desk, name, terms)
        assert found.value.as_json() == report[name]
        said += differences(name, report[name], work(Book(facts, days)))
        said += added_up(name, report[name], found.as_json())
    return [f"{term or 'to date'}: {one}" for one in said]


@pytest.mark.parametrize("seed", [101, 102])
def test_of_an_import(desk: Desk, seed: int) -> None:
    world.make(desk, seed)
    facts = Facts(dump(desk))
    assert [one for term, days in IMPORTED.items() for one in compared(desk, facts, term, days)] == []
