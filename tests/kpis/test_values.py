"""The arithmetic of KPIs, their JSON, and questions that make no sense."""

import csv
import datetime as dt
import json
import math
import statistics
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.declared import KPIS, kpi_named
from salesdesk.domain.kpis.formulas import growth, monthly_average
from salesdesk.domain.kpis.value import divided, wilson
from salesdesk.domain.money import Money
from salesdesk.errors import FilterError, InvalidError, NotFoundError
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import explain, rows, show

RAVENSTACK = Path(__file__).parents[2].parent / "shared" / "data" / "ravenstack" / "ravenstack_subscriptions.csv"
NUMBERS = st.lists(st.integers(-1000, 1000), min_size=1)


@given(NUMBERS)
def test_mean_median_and_p90(numbers: list[int]) -> None:
    counted = Counter(numbers)
    assert spread.mean(counted) == sum(numbers) / len(numbers)
    assert spread.median(counted) == statistics.median(numbers)
    ninety = spread.p90(counted)
    assert ninety == sorted(numbers)[math.ceil(Fraction(9, 10) * len(numbers)) - 1]


def test_nothing_has_no_mean() -> None:
    assert (spread.mean(Counter()), spread.median(Counter()), spread.p90(Counter())) == (None, None, None)


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**6))
def test_a_quotient_is_rounded_to_the_nearest_half_away_from_zero(total: int, count: int) -> None:
    exact = Fraction(total, count)
    assert abs(divided(total, count) - exact) <= Fraction(1, 2)
    assert divided(-total, count) == -divided(total, count)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_rate(rate: tuple[int, int]) -> None:
    low, high = wilson(*rate)
    assert 0 <= low <= rate[0] / rate[1] + 1e-12
    assert rate[0] / rate[1] - 1e-12 <= high <= 1


def test_the_interval_of_a_textbook() -> None:
    # 81 of 263: Newcombe (1998), Statistics in Medicine 17, method 3.
    assert [round(bound, 4) for bound in wilson(81, 263)] == [0.2553, 0.3662]


def test_growth_from_nothing_is_no_growth() -> None:
    assert growth(120, 100) == 0.2
    assert growth(120, 0) is None
    assert growth(120, -5) is None
    assert monthly_average([100, 300, 121]) == pytest.approx(0.1)
    assert monthly_average([0, 5]) is None


def test_each_kpi_is_found_by_id_and_name() -> None:
    for kpi in KPIS.values():
        assert kpi_named(kpi.id) is kpi
        assert explain(kpi.name) is kpi
        assert kpi.formula
    with pytest.raises(NotFoundError, match="win_rat") as caught:
        kpi_named("win_rat")
    assert "win_rate" in caught.value.hint


def test_an_empty_workspace_says_why(desk: Desk) -> None:
    report = show(desk, by="owner", every=True).as_json()
    assert json.loads(json.dumps(report)) == report
    assert set(show(desk).kpis) == {name for name, kpi in KPIS.items() if not kpi.by_name}
    assert set(report["kpis"]) == set(KPIS)
    for name, value in report["kpis"].items():
        assert value["unit"] == KPIS[name].unit
        assert value["formula"]
        assert "excluded" in value
        if value["value"] is None:
            assert value["why"], name
    assert report["kpis"]["win_rate"]["denominator"] == 0
    assert report["kpis"]["customer_churn"]["why"] == "there are no subscriptions"
    assert report["period"] == {"from": "2026-11-01", "to": "2026-11-24"}
    assert report["as_of"] == "2026-11-23"
    assert rows(desk, "win_rate").rows == []


def test_what_cannot_be_asked_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidError, match="colour") as caught:
        show(desk, by="colour")
    assert "owner" in caught.value.hint
    with pytest.raises(FilterError, match="colour"):
        show(desk, ["colour:red"])
    with pytest.raises(InvalidError):
        show(desk, ["period:someday"])
    with pytest.raises(InvalidError):
        show(desk, ["as-of:someday"])


def test_days_of_several_words_stand_in_quotes(desk: Desk) -> None:
    found, plain = (
        show(desk, terms) for terms in (['period:"q2 2026" as-of:"3 may 2026"'], ["as-of:2026-05-03", "period:2026-Q2"])
    )
    assert (found.as_of, found.period, found.kpis["won_revenue"]) == (
        plain.as_of,
        plain.period,
        plain.kpis["won_revenue"],
    )


def test_a_filter_only_deals_know_leaves_the_others_without_value(desk: Desk) -> None:
    kpis = show(desk, ["pipeline:sales", "period:all"]).kpis
    assert kpis["won_revenue"].value is not None
    assert kpis["lead_conversion"].value is None
    assert "pipeline" in kpis["lead_conversion"].why


def test_the_period_may_stand_in_one_word_with_the_filter(desk: Desk) -> None:
    report = show(desk, ["pipeline:sales period:2017-Q2"])
    assert report.period.start == dt.date(2017, 4, 1)
    assert report.period.end == dt.date(2017, 7, 1)


def test_a_period_that_has_not_begun_has_no_counts_of_nothing(desk: Desk) -> None:
    found = show(desk, ["period:2027"], compare=False, every=True)
    of_the_period = [name for name, kpi in KPIS.items() if not kpi.snapshot and "forecast" not in name]
    assert {found.kpis[name].why for name in of_the_period} == {"the period has not begun"}
    assert {found.kpis[name].value for name in of_the_period} == {None}
    # What is expected can be known, and the day has come that begins today.
    assert found.kpis["weighted_forecast"].value == Money(0, "EUR")
    assert show(desk, ["period:today"]).kpis["won_revenue"].value == Money(0, "EUR")


def test_amounts_in_another_currency_are_shown_apart(desk: Desk) -> None:
    stage = desk.connection.value("SELECT id FROM stage WHERE meaning = 'won' ORDER BY id LIMIT 1")
    with desk.operation("Deals") as unit:
        for minor, currency in ((1000, "EUR"), (7000, "HUF"), (None, "")):
            row = {"name": "D", "stage_id": stage, "state": "won", "opened_on": "2026-11-02", "won_on": "2026-11-03"}
            unit.insert("deal", {**row, "value_minor": minor, "currency": currency})
    value = show(desk).kpis["won_revenue"].as_json()
    assert value["value"] == {"minor": 1000, "currency": "EUR"}
    assert value["excluded"] == {"without value": 1, "unconverted": 1}
    assert value["unconverted"] == [{"minor": 7000, "currency": "HUF"}]


def test_showing_kpis_needs_nothing_heavy(file_desk: Desk) -> None:
    code = (
        "import sys; from salesdesk.services.desk import Desk; from salesdesk.services import measuring;"
        " from salesdesk.store.workspace import Workspace; desk = Desk(Workspace.open(sys.argv[1]));"
        " measuring.show(desk, ['period:2026-Q2'], by='owner'); print(*sys.modules)"
    )
    run = [sys.executable, "-c", code, file_desk.workspace.place]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlmodel", "sqlalchemy", "pydantic", "parsy", "typer", "rich", "textual"} & set(loaded)


@pytest.mark.skipif(not RAVENSTACK.exists(), reason=f"the Ravenstack data is not at {RAVENSTACK}")
def test_monthly_churn_of_the_ravenstack_data(file_desk: Desk) -> None:
    with RAVENSTACK.open(encoding="ascii", newline="") as file:
        found = list(csv.DictReader(file))
    with file_desk.operation("Subscriptions imported") as unit, unit.bulk():
        accounts = {key: unit.insert("account", {"name": key}) for key in {row["account_id"] for row in found}}
        unit.insert_many(
            "subscription",
            [
                {
                    "account_id": accounts[row["account_id"]],
                    "started_on": row["start_date"],
                    "ended_on": row["end_date"] or None,
                    "mrr_minor": int(row["mrr_amount"]) * 100,
                }
                for row in found
            ],
        )
    by = show(file_desk, ["period:2024-10-01..2024-12-31"], by="month").by
    assert by is not None
    churn = {row.key: row.kpis["customer_churn"].parts["subscriptions"]["value"] for row in by.rows}
    assert {key: round(value * 100, 4) for key, value in churn.items()} == {
        "2024-10": 1.8418,
        "2024-11": 1.5863,
        "2024-12": 2.3974,
    }
