"""A loader of the Maven sales data for these tests alone; the importer has its own."""

import csv
import datetime as dt
from pathlib import Path

from salesdesk.domain.ids import new_id
from salesdesk.services.desk import Desk
from salesdesk.store.unit import Unit

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "maven-crm"
_STAGES = {"Prospecting": ("open", 10), "Engaging": ("open", 40), "Won": ("won", 100), "Lost": ("lost", 0)}
_PRODUCTS = {"GTXPro": "GTX Pro"}


def read(name: str) -> list[dict[str, str]]:
    """The rows of one file."""
    with (FOLDER / f"{name}.csv").open(encoding="ascii", newline="") as file:
        return list(csv.DictReader(file))


def load(desk: Desk, at: dt.datetime) -> None:
    """Accounts, products, members and deals, as one operation at that instant."""
    with desk.operation("Maven imported", at=at, source="import") as unit, unit.bulk():
        setting = unit.connection.value("SELECT id FROM setting WHERE key = 'currency'")
        unit.update("setting", setting, {"value": "USD"})
        accounts = {row["account"]: _account(unit, row) for row in read("accounts")}
        products = {row["product"]: _product(unit, row) for row in read("products")}
        members = _members(unit)
        pipeline = unit.insert("pipeline", {"name": "Maven", "position": 9})
        stages = {
            name: unit.insert(
                "stage",
                {"pipeline_id": pipeline, "name": name, "position": i, "meaning": meaning, "probability": percent},
            )
            for i, (name, (meaning, percent)) in enumerate(_STAGES.items())
        }
        deals, lines = [], []
        for row in read("sales_pipeline"):
            deals.append(_deal(row, pipeline, stages, members, accounts))
            product = products[_PRODUCTS.get(row["product"], row["product"])]
            lines.append({"deal_id": deals[-1]["id"], "product_id": product, "currency": "USD"})
        unit.insert_many("deal", deals)
        unit.insert_many("deal_line", lines)


def _account(unit: Unit, row: dict[str, str]) -> bytes:
    return unit.insert("account", {"name": row["account"], "sector": row["sector"], "country": row["office_location"]})


def _product(unit: Unit, row: dict[str, str]) -> bytes:
    price = int(row["sales_price"]) * 100
    return unit.insert("product", {"name": row["product"], "price_minor": price, "currency": "USD"})


def _members(unit: Unit) -> dict[str, tuple[bytes, bytes, bytes]]:
    """Each agent with their manager and team."""
    teams: dict[str, bytes] = {}
    managers: dict[str, bytes] = {}
    found = {}
    for row in read("sales_teams"):
        office, manager = row["regional_office"], row["manager"]
        if office not in teams:
            teams[office] = unit.insert("team", {"name": office})
        if manager not in managers:
            managers[manager] = unit.insert("member", {"name": manager, "team_id": teams[office], "role": "manager"})
        keys = {"team_id": teams[office], "manager_id": managers[manager]}
        member = unit.insert("member", {"name": row["sales_agent"], **keys})
        found[row["sales_agent"]] = (member, managers[manager], teams[office])
    return found


def _deal(
    row: dict[str, str],
    pipeline: bytes,
    stages: dict[str, bytes],
    members: dict[str, tuple[bytes, bytes, bytes]],
    accounts: dict[str, bytes],
) -> dict[str, object]:
    state, _ = _STAGES[row["deal_stage"]]
    owner, manager, team = members[row["sales_agent"]]
    closed = row["close_date"] or None
    frozen = {"closed_owner_id": owner, "closed_manager_id": manager, "closed_team_id": team} if closed else {}
    return {
        "id": new_id(),
        "name": row["opportunity_id"],
        "account_id": accounts.get(row["account"]),
        "owner_id": owner,
        "pipeline_id": pipeline,
        "stage_id": stages[row["deal_stage"]],
        "state": state,
        "value_minor": int(row["close_value"]) * 100 if row["close_value"] else None,
        "currency": "USD",
        "opened_on": row["engage_date"] or None,
        "won_on": closed if state == "won" else None,
        "lost_on": closed if state == "lost" else None,
        **frozen,
    }
