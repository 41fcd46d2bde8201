"""The reference figures of real data nobody here wrote, out of the command line alone: imported and asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, desk_file, run

__all__ = ["desk_file", "run"]
DATA = Path(__file__).parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason=f"the real data is not at {DATA}")


def _kpis(run: Run, *words: str) -> dict[str, Any]:
    found = run("kpi", "show", *words, "--json")
    assert found.code == 0, found.err
    return json.loads(found.out)  # type: ignore[no-any-return]


def test_a_phone_campaign_and_its_channels(desk_file: Path, run: Run) -> None:
    path = DATA / "bank-marketing" / "bank-additional.csv"
    assert run("import", str(path), "--kind", "lead", "--map", "y=status", "--yes").code == 0
    found = _kpis(run, "period:all", "--by", "contact")
    whole = found["kpis"]["lead_qualification"]
    assert (whole["numerator"], whole["denominator"]) == (451, 4119)
    assert round(whole["value"] * 100, 4) == 10.9493
    shares = {row["key"]: round(row["kpis"]["lead_qualification"]["value"] * 100, 2) for row in found["by"]["rows"]}
    assert shares == {"cellular": 14.14, "telephone": 5.18}


def test_invoices_by_support_rep(desk_file: Path, run: Run) -> None:
    files = [str(DATA / "chinook" / f"{name}.csv") for name in ("Invoice", "Customer", "Employee")]
    assert run("import", *files, "--yes").code == 0
    found = _kpis(run, "period:all", "--by", "owner")
    assert found["kpis"]["average_order_value"]["numerator"]["minor"] == 232_860
    sums = {row["key"]: row["kpis"]["average_order_value"]["numerator"]["minor"] for row in found["by"]["rows"]}
    assert {name: value for name, value in sums.items() if value} == {
        "Jane Peacock": 83_304,
        "Margaret Park": 77_540,
        "Steve Johnson": 72_016,
    }
    customers = {
        name: len(json.loads(run("contact", "list", f"owner:{name}", "--json").out))
        for name in ("Jane", "Margaret", "Steve")
    }
    assert customers == {"Jane": 21, "Margaret": 20, "Steve": 18}


def test_churn_of_subscriptions_and_what_was_open(desk_file: Path, run: Run) -> None:
    files = [str(DATA / "ravenstack" / f"ravenstack_{name}.csv") for name in ("accounts", "subscriptions")]
    assert run("import", *files, "--yes").code == 0
    assert run("setting", "set", "churn_by", "subscriptions").code == 0
    rows = _kpis(run, "period:2024-10-01..2024-12-31", "--by", "month")["by"]["rows"]
    churn = {row["key"]: row["kpis"]["customer_churn"] for row in rows}
    assert {key: round(one["value"] * 100, 4) for key, one in churn.items()} == {
        "2024-10": 1.8418,
        "2024-11": 1.5863,
        "2024-12": 2.3974,
    }
    assert churn["2024-10"]["definition"] == "subscriptions"
    after = _kpis(run, "period:2025-01")["kpis"]["nrr"]
    assert after["denominator"]["minor"] == 1_015_960_800
