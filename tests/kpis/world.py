"""A small random sales team, written like an import, and its KPIs worked out in plain Python."""

import datetime as dt
import random
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from typing import Any

from salesdesk.domain.ids import new_id
from salesdesk.services.desk import Desk
from salesdesk.store.unit import Unit

Row = dict[str, Any]
TODAY = dt.date(2026, 11, 23)
FIRST = dt.date(2026, 3, 1)
BASE = "EUR"


@dataclass
class World:
    """What was written, as plain rows."""

    random: random.Random
    members: list[Row] = field(default_factory=list)
    accounts: list[Row] = field(default_factory=list)
    stages: list[Row] = field(default_factory=list)
    sources: list[bytes] = field(default_factory=list)
    reasons: list[Row] = field(default_factory=list)
    products: list[Row] = field(default_factory=list)
    kinds: list[Row] = field(default_factory=list)
    deals: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    leads: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    activities: list[Row] = field(default_factory=list)
    orders: list[Row] = field(default_factory=list)
    costs: list[Row] = field(default_factory=list)
    subscriptions: list[Row] = field(default_factory=list)
    changes: list[Row] = field(default_factory=list)

    def day(self, low: int = 0, high: int = 300) -> str:
        """A random day, some of them after today."""
        return (FIRST + dt.timedelta(days=self.random.randrange(low, high))).isoformat()

    def maybe(self, value: Any, part: float = 0.8) -> Any:
        """The value, or None now and then."""
        return value if self.random.random() < part else None

    def by_id(self, rows: list[Row]) -> dict[bytes, Row]:
        """The rows by key."""
        return {row["id"]: row for row in rows}


def make(desk: Desk, seed: int) -> World:
    """Write a random team into a fresh workspace."""
    world = World(random.Random(seed))
    with desk.operation("Everything", source="import") as unit, unit.bulk():
        _staff(unit, world)
        _catalogue(unit, world)
        for _ in range(60):
            world.leads.append(_lead(world))
        for _ in range(90):
            world.deals.append(_deal(world))
        for deal in world.deals:
            for product in world.random.sample(world.products, world.random.randrange(3)):
                keys = {"deal_id": deal["id"], "product_id": product["id"]}
                world.lines.append({**keys, "quantity": world.random.randrange(1, 4)})
            if world.random.random() < 0.5:
                world.links.append({"deal_id": deal["id"], "lead_id": world.random.choice(world.leads)["id"]})
            _way(world, deal)
        for _ in range(150):
            world.activities.append(_activity(world))
        _money(world)
        for table, rows in (
            ("lead", world.leads),
            ("deal", world.deals),
            ("deal_line", world.lines),
            ("deal_lead", world.links),
            ("stage_change", world.changes),
            ("activity", world.activities),
            ("sales_order", world.orders),
            ("cost", world.costs),
            ("subscription", world.subscriptions),
        ):
            unit.insert_many(table, [{k: v for k, v in row.items() if k != "gone"} for row in rows])
    _bin(desk, world)
    return world


def _bin(desk: Desk, world: World) -> None:
    """Delete some records, which must never count again."""
    with desk.operation("Some deleted") as unit:
        for table, rows in (("deal", world.deals), ("lead", world.leads), ("activity", world.activities)):
            for row in world.random.sample(rows, 5):
                unit.delete(table, row["id"])
                rows.remove(row)
    kept = {d["id"] for d in world.deals} | {row["id"] for row in world.leads}
    world.links = [link for link in world.links if link["deal_id"] in kept]


def _staff(unit: Unit, world: World) -> None:
    teams = [unit.insert("team", {"name": name}) for name in ("North", "South")]
    bosses = [unit.insert("member", {"name": name, "team_id": teams[0]}) for name in ("Vera Boss", "Udo Boss")]
    for i in range(5):
        row = {"name": f"Rep {i}", "team_id": teams[i % 2], "manager_id": world.maybe(bosses[i % 2])}
        world.members.append({"id": unit.insert("member", row), **row})
    for i in range(12):
        row = {
            "name": f"Company {i}",
            "sector": world.maybe(f"sector {i % 3}") or "",
            "region": world.maybe("east") or "",
        }
        world.accounts.append({"id": unit.insert("account", row), **row})


def _catalogue(unit: Unit, world: World) -> None:
    names = ("id", "meaning", "probability", "name", "pipeline_id", "position")
    rows = unit.connection.rows(f"SELECT {', '.join(names)} FROM stage ORDER BY pipeline_id, position")
    world.stages = [dict(zip(names, row, strict=True)) for row in rows]
    world.sources = [key for (key,) in unit.connection.rows("SELECT id FROM source ORDER BY position LIMIT 3")]
    rows = unit.connection.rows("SELECT id, applies_to FROM lost_reason ORDER BY applies_to, position")
    world.reasons = [{"id": r[0], "applies_to": r[1]} for r in rows]
    for i in range(4):
        row = {"name": f"Thing {i}", "price_minor": world.maybe(1000 * (i + 1)), "currency": BASE}
        world.products.append({"id": unit.insert("product", row), **row})
    rows = unit.connection.rows(
        "SELECT k.id, k.meaning, o.id, o.meaning FROM activity_kind k JOIN outcome o ON o.kind_id = k.id ORDER BY 2, 4, 3"
    )
    world.kinds = [{"kind_id": r[0], "meaning": r[1], "outcome_id": r[2], "result": r[3]} for r in rows]


def _deal(world: World) -> Row:
    pick = world.random
    state = pick.choice(["open", "open", "won", "won", "lost"])
    stage = pick.choice([s for s in world.stages if s["meaning"] == state])
    owner = world.maybe(pick.choice(world.members))
    credited = world.maybe(pick.choice(world.members)) if state != "open" else None
    closed = world.maybe(world.day(), 0.95)
    return {
        "id": new_id(),
        "name": f"Deal {pick.randrange(1000)}",
        "account_id": world.maybe(pick.choice(world.accounts)["id"]),
        "owner_id": owner and owner["id"],
        "source_id": world.maybe(pick.choice(world.sources)),
        "pipeline_id": stage["pipeline_id"],
        "stage_id": stage["id"],
        "stage_on": world.maybe(world.day(0, 260)) if state == "open" else None,
        "competitor": pick.choice(["", "Rival"]),
        "forecast": pick.choice(["", "", "commit", "best", "omitted"]),
        "state": state,
        "value_minor": world.maybe(pick.choice([0, pick.randrange(1, 500_000), pick.randrange(1, 500_000)])),
        "currency": pick.choice([BASE, BASE, BASE, "", "HUF"]),
        "probability": world.maybe(pick.randrange(101), 0.4),
        "opened_on": world.maybe(world.day(0, 200), 0.9),
        "close_on": world.maybe(world.day(150, 400), 0.7),
        "won_on": closed if state == "won" else None,
        "lost_on": closed if state == "lost" else None,
        "lost_reason_id": world.maybe(pick.choice(world.reasons)["id"]) if state == "lost" else None,
        "closed_owner_id": credited and credited["id"],
        "closed_manager_id": credited and credited["manager_id"],
        "closed_team_id": credited and credited["team_id"],
        "custom": pick.choice(['{"tier": "gold"}', '{"tier": "tin"}', "{}"]),
    }


def _way(world: World, deal: Row) -> None:
    """The stages a deal went through: some skipped, some twice, some deals without any."""
    pick = world.random
    line = [s for s in world.stages if s["pipeline_id"] == deal["pipeline_id"] and s["meaning"] == "open"]
    days = sorted(world.day(0, 260) for _ in range(pick.randrange(5)))
    before = None
    for day in days:
        stage = pick.choice(line)["id"]
        if stage != before:
            keys = {"deal_id": deal["id"], "from_stage_id": before, "to_stage_id": stage}
            world.changes.append({"id": new_id(), **keys, "changed_on": day})
        before = stage


def _lead(world: World) -> Row:
    pick = world.random
    arrived = world.maybe(world.day(), 0.95)
    hour = f"{pick.randrange(4, 20):02}:{pick.choice(['00', '15', '30', '45'])}"
    return {
        "id": new_id(),
        "name": f"Person {pick.randrange(1000)}",
        "status_id": None,
        "owner_id": world.maybe(pick.choice(world.members)["id"]),
        "source_id": world.maybe(pick.choice(world.sources)),
        "arrived_on": arrived,
        "arrived_at": world.maybe(f"{arrived}T{hour}:00Z", 0.7) if arrived else None,
        "do_not_contact": pick.random() < 0.1,
        "account_id": world.maybe(pick.choice(world.accounts)["id"], 0.3),
        "industry": pick.choice(["", "sector 1"]),
        "campaign": pick.choice(["", "spring", "autumn"]),
    }


def _activity(world: World) -> Row:
    pick = world.random
    kind = pick.choice(world.kinds)
    link = (
        {"lead_id": pick.choice(world.leads)["id"]}
        if pick.random() < 0.5
        else {"deal_id": pick.choice(world.deals)["id"]}
    )
    done = pick.random() < 0.7
    day = world.day()
    if done and "lead_id" in link and pick.random() < 0.7:
        # Somebody called a few days after the lead came.
        arrived = world.by_id(world.leads)[link["lead_id"]]["arrived_on"]
        day = (dt.date.fromisoformat(arrived or day) + dt.timedelta(days=pick.randrange(5))).isoformat()
    return {
        "id": new_id(),
        "kind_id": kind["kind_id"],
        "outcome_id": kind["outcome_id"] if done else None,
        "owner_id": world.maybe(pick.choice(world.members)["id"]),
        "lead_id": None,
        "deal_id": None,
        **link,
        "direction": pick.choice(["out", "out", "out", "in"]),
        "done_on": day if done else None,
        "done_at": world.maybe(f"{day}T{pick.randrange(6, 20):02}:{pick.choice(['00', '30'])}:00Z") if done else None,
        "due_on": None if done else world.day(200, 400),
    }


def _money(world: World) -> None:
    pick = world.random
    for _ in range(25):
        owner, account = pick.choice(world.members)["id"], world.maybe(pick.choice(world.accounts)["id"])
        amount = pick.choice([-1, 1, 1, 1]) * pick.randrange(1, 90_000)
        row = {"owner_id": owner, "account_id": account, "ordered_on": world.day(), "amount_minor": amount}
        world.orders.append({"id": new_id(), **row, "currency": pick.choice([BASE, BASE, "HUF"])})
    for month in range(3, 13):
        row = {"month_on": f"2026-{month:02}-01", "category": pick.choice(["sales", "marketing"])}
        world.costs.append(
            {**row, "amount_minor": pick.randrange(900_000), "currency": pick.choice([BASE, BASE, "HUF"])}
        )
    for _ in range(40):
        start = world.day(0, 250)
        end = world.maybe((dt.date.fromisoformat(start) + dt.timedelta(days=pick.randrange(150))).isoformat(), 0.5)
        row = {"id": new_id(), "account_id": world.maybe(pick.choice(world.accounts)["id"]), "started_on": start}
        money = {"mrr_minor": world.maybe(pick.randrange(90_000)), "currency": pick.choice([BASE, BASE, "", "HUF"])}
        world.subscriptions.append({**row, "ended_on": end, **money})


# From here on: the KPIs by the book, one record at a time.


def in_base(row: Row) -> bool:
    """Whether its money is in the base currency."""
    return row["currency"] in ("", BASE)


def first_day(world: World, deal: Row) -> str | None:
    """The first day of the sales cycle."""
    mine = {link["lead_id"] for link in world.links if link["deal_id"] == deal["id"]}
    leads = world.by_id(world.leads)
    touching = {k["kind_id"] for k in world.kinds if k["meaning"] not in ("note", "task")}
    days = [deal["opened_on"], *(leads[key]["arrived_on"] for key in mine if key in leads)]
    days += [
        act["done_on"]
        for act in world.activities
        if act["kind_id"] in touching and (act["deal_id"] == deal["id"] or act["lead_id"] in mine)
    ]
    return min((day for day in days if day), default=None)


def credit(world: World, deal: Row) -> tuple[Any, Any, Any]:
    """Owner, manager and team a deal counts for."""
    if deal["state"] != "open" and deal["closed_owner_id"]:
        return deal["closed_owner_id"], deal["closed_manager_id"], deal["closed_team_id"]
    owner = world.by_id(world.members).get(deal["owner_id"])
    return (owner["id"], owner["manager_id"], owner["team_id"]) if owner else (None, None, None)


def list_price(world: World, deal: Row) -> int | None:
    """What the products of a deal cost."""
    products = world.by_id(world.products)
    prices = [
        line["quantity"] * products[line["product_id"]]["price_minor"]
        for line in world.lines
        if line["deal_id"] == deal["id"] and products[line["product_id"]]["price_minor"] is not None
    ]
    return sum(prices) if prices else None


def kpis(world: World, start: str, end: str, keep: Callable[[Row], bool] = lambda deal: True) -> dict[str, Any]:
    """The KPIs of deals that the period `[start, end)` has, by the book; `keep` chooses deals."""
    deals = [deal for deal in world.deals if keep(deal)]
    won = [d for d in deals if d["state"] == "won" and d["won_on"] and start <= d["won_on"] < end]
    lost = [d for d in deals if d["state"] == "lost" and d["lost_on"] and start <= d["lost_on"] < end]
    unfit = {r["id"] for r in world.reasons if r["applies_to"] == "lead"}
    fair = [d for d in lost if d["lost_reason_id"] not in unfit]
    paid = [d for d in won if d["value_minor"] is not None and in_base(d)]
    sizes = sorted(d["value_minor"] for d in paid if d["value_minor"])
    spans = [
        (dt.date.fromisoformat(d["won_on"]) - dt.date.fromisoformat(first)).days
        for d in won
        if (first := first_day(world, d))
    ]
    cycle = sorted(span for span in spans if span >= 0)
    still_open = [d for d in deals if d["state"] == "open"]
    priced = [d for d in still_open if d["value_minor"] is not None and in_base(d)]
    percents = {s["id"]: s["probability"] for s in world.stages}
    today = TODAY.isoformat()
    weights = [
        d["value_minor"] * (percents[d["stage_id"]] if d["probability"] is None else d["probability"])
        for d in priced
        if d["close_on"] and d["close_on"] >= today and start <= d["close_on"] < end
    ]
    revenue = sum(d["value_minor"] for d in paid)
    return {
        "won_revenue": revenue,
        "win_rate": Fraction(len(won), len(won) + len(fair)) if won or fair else None,
        "average_deal": round_half_up(Fraction(sum(sizes), len(sizes))) if sizes else None,
        "median_deal": statistics.median(sizes) if sizes else None,
        "sales_cycle_days": Fraction(sum(cycle), len(cycle)) if cycle else None,
        "median_cycle": statistics.median(cycle) if cycle else None,
        "p90_cycle": cycle[ceil(Fraction(9, 10) * len(cycle)) - 1] if cycle else None,
        "open_pipeline": sum(d["value_minor"] for d in priced),
        "without_value": len([d for d in still_open if d["value_minor"] is None]),
        "at_list_price": sum(list_price(world, d) or 0 for d in still_open if d["value_minor"] is None),
        "weighted_forecast": revenue + round_half_up(Fraction(sum(weights), 100)),
    }


def round_half_up(number: Fraction) -> int:
    """The nearest whole number, halves up (the numbers here are never below 0)."""
    return int(number + Fraction(1, 2))
