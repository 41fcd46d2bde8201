"""The reference answers of the Maven sales data, through the service, on both engines."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest

from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from salesdesk.services.setup import Beginning, create
from tests.conftest import ENGINES, drop_place, fresh_place
from tests.kpis import maven

pytestmark = pytest.mark.skipif(not maven.FOLDER.exists(), reason=f"the Maven data is not at {maven.FOLDER}")
ALL = ["period:all"]


@pytest.fixture(scope="module", params=ENGINES)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = fresh_place(request.param, tmp_path_factory.mktemp("maven"))
    desk = create(place, Beginning(me="Ada Quill", currency="USD"))
    maven.load(desk, dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC))
    yield desk
    desk.workspace.close()
    drop_place(place)


def test_the_headline_answers(desk: Desk) -> None:
    found = json.loads(json.dumps(show(desk, ALL).as_json()))["kpis"]

    assert found["win_rate"]["value"] == pytest.approx(0.631501, abs=5e-7)
    assert (found["win_rate"]["numerator"], found["win_rate"]["denominator"]) == (4238, 6711)
    cycle = found["sales_cycle_days"]
    assert cycle["value"] == pytest.approx(51.7820, abs=5e-5)
    assert (cycle["median"], cycle["p90"], cycle["count"]) == (57, 106, 4238)
    assert cycle["excluded"] == {"negative": 0, "no start": 0}
    assert cycle["lost"]["value"] == pytest.approx(41.4792, abs=5e-5)
    assert cycle["lost"]["median"] == 14
    assert cycle["closed"]["value"] == pytest.approx(47.9854, abs=5e-5)
    assert cycle["closed"]["median"] == 45
    assert found["won_revenue"]["value"] == {"minor": 1_000_553_400, "currency": "USD"}
    assert found["average_deal"]["value"]["minor"] == 236_091
    assert found["average_deal"]["exact_minor"] / 100 == pytest.approx(2360.9094, abs=5e-5)
    assert found["average_deal"]["median"] == {"minor": 111_700, "currency": "USD"}


def test_the_open_pipeline_shows_list_prices_apart(desk: Desk) -> None:
    pipeline = show(desk, ALL).as_json()["kpis"]["open_pipeline"]

    assert pipeline["value"] == {"minor": 0, "currency": "USD"}
    assert (pipeline["count"], pipeline["without_value"]) == (2089, 2089)
    assert pipeline["at_list_price"] == {"minor": 496_621_500, "currency": "USD"}
    by_stage = {row["stage"]: (row["count"], row["at_list_price"]["minor"]) for row in pipeline["by_stage"]}
    assert by_stage == {"Prospecting": (500, 107_398_600), "Engaging": (1589, 389_222_900)}


def test_win_rates_by_manager(desk: Desk) -> None:
    by = show(desk, ALL, by="manager").as_json()["by"]

    rates = {row["key"]: round(row["kpis"]["win_rate"]["value"] * 100, 2) for row in by["rows"]}
    assert by["dimension"] == "manager"
    assert rates == {
        "Rocco Neubert": 62.08,
        "Dustin Brinkmann": 62.98,
        "Cara Losch": 64.43,
        "Summer Sewald": 64.34,
        "Celia Rouche": 63.41,
        "Melvin Marxen": 62.20,
    }


GROWTH = ("won_revenue", "sales_growth")
QUARTERS = {"2017-Q1": 1_134_672, "2017-Q2": 3_086_111, "2017-Q3": 2_982_255, "2017-Q4": 2_802_496}


def test_revenue_by_quarter(desk: Desk) -> None:
    for terms in (["period:2017"], ALL):
        rows = show(desk, terms, by="quarter", only=("won_revenue",)).as_json()["by"]["rows"]
        found = {row["key"]: row["kpis"]["won_revenue"]["value"]["minor"] // 100 for row in rows}
        assert {key: value for key, value in found.items() if value} == QUARTERS


def test_each_quarter_by_itself_and_against_the_one_before(desk: Desk) -> None:
    breakdown = show(desk, ["period:2017"], by="quarter", only=GROWTH).by
    assert breakdown is not None
    rows = {row.key: row for row in breakdown.rows}
    before = 0
    for quarter, revenue in QUARTERS.items():
        found = show(desk, [f"period:{quarter}"], only=GROWTH).kpis
        assert found["won_revenue"].as_json()["value"]["minor"] == revenue * 100
        growth = found["sales_growth"]
        assert growth.value == (pytest.approx((revenue - before) / before) if before else None)
        assert rows[quarter].kpis["sales_growth"].value == growth.value
        before = revenue


def test_as_of_the_middle_of_2017(desk: Desk) -> None:
    report = show(desk, [*ALL, "as-of:2017-06-30"])

    assert report.as_json()["kpis"]["won_revenue"]["value"] == {"minor": 422_078_300, "currency": "USD"}
    deals = maven.read("sales_pipeline")
    known = [d for d in deals if d["engage_date"] and d["engage_date"] <= "2017-06-30"]
    still_open = [d for d in known if not d["close_date"] or d["close_date"] > "2017-06-30"]
    assert report.kpis["open_pipeline"].count == len(still_open)
    assert report.imported == len(known)
    assert str(len(known)) in report.notes[0]


def test_by_every_dimension_the_rows_make_up_the_whole(desk: Desk) -> None:
    for dimension in (
        "owner",
        "team",
        "manager",
        "source",
        "product",
        "stage",
        "pipeline",
        "sector",
        "region",
        "month",
    ):
        report = show(desk, ALL, by=dimension, compare=False, only=("win_rate", "won_revenue"))
        assert report.by is not None
        won = sum(row.kpis["win_rate"].as_json()["numerator"] for row in report.by.rows)
        revenue = sum(row.kpis["won_revenue"].as_json()["value"]["minor"] for row in report.by.rows)
        assert (dimension, won, revenue) == (dimension, 4238, 1_000_553_400)


def test_a_filter_and_its_complement(desk: Desk) -> None:
    whole = show(desk, ALL).kpis["win_rate"]
    one = show(desk, [*ALL, "manager:cara"], only=("win_rate",)).kpis["win_rate"]
    other = show(desk, [*ALL, "-manager:cara"], only=("win_rate",)).kpis["win_rate"]

    assert one.value == pytest.approx(0.6443, abs=5e-5)
    assert one.as_json()["denominator"] + other.as_json()["denominator"] == whole.denominator
    product = (
        show(desk, [*ALL, 'product:"gtx pro"', "as-of:2017-06-30"], only=("won_revenue",)).kpis["won_revenue"].count
    )
    deals = [d for d in maven.read("sales_pipeline") if d["product"] == "GTXPro" and d["deal_stage"] == "Won"]
    assert product == len([d for d in deals if d["close_date"] <= "2017-06-30"])


def test_the_rows_behind_add_up(desk: Desk) -> None:
    found = rows(desk, "win_rate", ["period:2017-Q2"])
    won = [row for row in found.rows if row.part == "both"]

    assert len(won) == found.value.numerator
    assert len(found.rows) == found.value.denominator
    revenue = rows(desk, "won_revenue", ["period:2017-Q2"])
    assert sum(row.value.minor for row in revenue.rows if row.value) == QUARTERS["2017-Q2"] * 100
    assert revenue.as_json()[0]["ref"].startswith("D-")
