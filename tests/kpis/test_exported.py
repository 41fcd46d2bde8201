"""What the command line exports of each KPI: the rows of `kpi rows`, as JSON and as CSV, add up to `kpi show`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.services.setup import open_desk
from tests.cli.conftest import Run, desk_file, run
from tests.kpis import world
from tests.kpis.byhand.comparing import added_up

__all__ = ["desk_file", "run"]

TERM = "period:2026-q2"


def _read(text: str) -> list[dict[str, Any]]:
    """The rows of a CSV file as those of JSON: money in minor units, numbers as numbers."""
    found = []
    for row in csv.DictReader(io.StringIO(text)):
        # A spreadsheet must not take an amount below 0 for a formula.
        amount, _, code = row["value"].removeprefix("'").partition(" ")
        value = {"minor": round(float(amount) * 100), "currency": code} if amount else None
        whole = {name: int(row[name].removeprefix("'")) if row[name] else None for name in ("days", "probability")}
        found.append({**row, **whole, "value": value, "minutes": float(row["minutes"]) if row["minutes"] else None})
    return found


def test_the_exported_rows_add_up(desk_file: Path, run: Run) -> None:
    desk = open_desk(str(desk_file))
    world.make(desk, 106)
    desk.workspace.close()
    shown = json.loads(run("kpi", "show", TERM, "--json").out)["kpis"]
    for name in KPIS:
        rows = json.loads(run("kpi", "rows", name, TERM, "--json").out)
        table = _read(run("kpi", "rows", name, TERM, "--csv").out)
        assert [row["ref"] or "" for row in rows] == [row["ref"] for row in table]
        if name in shown:
            assert added_up(name, shown[name], rows) == []
            assert added_up(name, shown[name], table) == []
