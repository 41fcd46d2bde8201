"""Every KPI, period, dimension and filter against plain Python over random records, on both engines."""

import datetime as dt
import random
import statistics
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from salesdesk.store.read.kpis.record_row import RecordRow
from tests.kpis import world as book
from tests.kpis.world import TODAY, Row, World

PERIODS = {
    "period:2026-06": ("2026-06-01", "2026-07-01"),
    "period:2026-q2": ("2026-04-01", "2026-07-01"),
    "period:2026-05-10..2026-09-02": ("2026-05-10", "2026-09-03"),
    "period:all": ("0001-01-01", "9999-12-31"),
}
SEEDS = [11, 12, 13]


def figure(value: KpiValue | Any) -> Any:
    """The bare number of a KPI."""
    found = value.value if isinstance(value, KpiValue) else value
    return found.minor if isinstance(found, Money) else found


def of_deals(kpis: dict[str, KpiValue]) -> dict[str, Any]:
    """The figures `world.kpis` gives."""
    cycle, pipeline = kpis["sales_cycle_days"], kpis["open_pipeline"]
    plain = ("won_revenue", "win_rate", "average_deal", "sales_cycle_days", "open_pipeline", "weighted_forecast")
    return {
        **{name: figure(kpis[name]) for name in plain},
        "median_deal": figure(kpis["average_deal"].median),
        "median_cycle": cycle.median,
        "p90_cycle": cycle.p90,
        "without_value": pipeline.parts["without_value"],
        "at_list_price": figure(pipeline.parts["at_list_price"]),
    }


def same(found: dict[str, Any], expected: dict[str, Any]) -> None:
    """Each figure as it should be: fractions as the nearest float, half cents rounded away from 0."""
    for name, value in expected.items():
        wanted = float(value) if isinstance(value, Fraction) else value
        if name == "median_deal" and value is not None:
            wanted = book.round_half_up(Fraction(value))
        assert (name, found[name]) == (name, wanted)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_kpis_of_deals(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    for term, (start, end) in PERIODS.items():
        same(of_deals(show(desk, [term]).kpis), book.kpis(world, start, end))


def _groups(world: World, dimension: str) -> dict[str | None, Any]:
    """For each row of the dimension which deals are in it."""
    accounts = world.by_id(world.accounts)
    names = {row["id"]: row["name"] for row in [*world.members, *world.products, *world.stages]}

    def keys(deal: Row) -> set[Any]:
        if dimension == "owner":
            return {names.get(book.credit(world, deal)[0])}
        if dimension == "product":
            lines = {names[line["product_id"]] for line in world.lines if line["deal_id"] == deal["id"]}
            return lines or {None}
        if dimension == "tier":
            return {deal["custom"].split('"')[3] if "tier" in deal["custom"] else None}
        account = accounts.get(deal["account_id"])
        return {account["sector"] or None if account else None}

    found: dict[str | None, Any] = {}
    for deal in world.deals:
        for key in keys(deal):
            found.setdefault(key, set()).add(deal["id"])
    return found


@pytest.mark.parametrize("dimension", ["owner", "product", "sector", "tier"])
def test_by_a_dimension(desk: Desk, dimension: str) -> None:
    world = book.make(desk, 21)
    with desk.operation("Field added") as unit:
        unit.insert("custom_field", {"entity": "deal", "key": "tier", "label": "Tier"})
    start, end = PERIODS["period:2026-q2"]
    by = show(desk, ["period:2026-q2"], by=dimension).by
    assert by is not None
    found = {row.key: row.kpis for row in by.rows}

    for key, ids in _groups(world, dimension).items():
        expected = book.kpis(world, start, end, lambda deal, ids=ids: deal["id"] in ids)  # type: ignore[misc]
        if key in found:
            same(of_deals(found[key]), expected)
        else:
            assert not any(expected.values()), key


def test_by_month_each_row_is_that_month(desk: Desk) -> None:
    world = book.make(desk, 31)
    by = show(desk, ["period:2026-q2"], by="month").by
    assert by is not None
    assert [row.key for row in by.rows] == ["2026-04", "2026-05", "2026-06"]
    for row in by.rows:
        alone = show(desk, [f"period:{row.key}"]).kpis
        for name in (
            "won_revenue",
            "win_rate",
            "sales_growth",
            "lead_conversion",
            "activities",
            "cac",
            "customer_churn",
        ):
            found, expected = row.kpis[name], alone[name]
            assert (name, found.value, found.numerator) == (name, expected.value, expected.numerator)
    start, end = PERIODS["period:2026-06"]
    assert figure(by.rows[2].kpis["won_revenue"]) == book.kpis(world, start, end)["won_revenue"]


def test_a_filter_by_owner_follows_the_credit(desk: Desk) -> None:
    world = book.make(desk, 41)
    rep = world.members[2]
    start, end = PERIODS["period:2026-q2"]
    found = show(desk, ["period:2026-q2", f"owner:{rep['name']}"])

    same(
        of_deals(found.kpis),
        book.kpis(world, start, end, lambda deal: book.credit(world, deal)[0] == rep["id"]),
    )
    assert found.kpis["cac"].value is None
    assert "filter" in found.kpis["cac"].why


def _customer(world: World, deal: Row) -> bytes:
    leads = sorted(world.links, key=lambda link: world.links.index(link))
    lead = next((link["lead_id"] for link in leads if link["deal_id"] == deal["id"]), None)
    return bytes(deal["account_id"] or lead or deal["id"])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_kpis_of_leads_customers_and_activities(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    for term, (start, end) in PERIODS.items():
        kpis = show(desk, [term]).kpis
        deals = world.by_id(world.deals)
        wins = [d for d in world.deals if d["state"] == "won"]

        def known(lead: Row, wins: list[Row] = wins) -> bool:
            mine = [
                d["won_on"]
                for d in wins
                if lead["account_id"] and d["account_id"] == lead["account_id"] and d["won_on"]
            ]
            return bool(mine) and bool(lead["arrived_on"]) and min(mine) < lead["arrived_on"]

        undated = term == "period:all"
        arrived = [row for row in world.leads if (start <= row["arrived_on"] < end if row["arrived_on"] else undated)]
        fresh = [row for row in arrived if not known(row)]
        wins_of = {link["lead_id"] for link in world.links if deals[link["deal_id"]]["state"] == "won"}
        conversion = kpis["lead_conversion"]
        assert conversion.numerator == len([row for row in fresh if row["id"] in wins_of])
        assert conversion.denominator == len(fresh)
        linked = {link["lead_id"] for link in world.links}
        qualified = kpis["lead_qualification"]
        assert (qualified.numerator, qualified.denominator) == (
            len([row for row in fresh if row["id"] in linked]),
            len(fresh),
        )
        assert conversion.excluded.get("existing", 0) == len(arrived) - len(fresh)

        notes = {k["kind_id"] for k in world.kinds if k["meaning"] == "note"}
        done = [a for a in world.activities if a["done_on"] and start <= a["done_on"] < end]
        assert kpis["activities"].value == len([a for a in done if a["kind_id"] not in notes])

        orders = [o for o in world.orders if book.in_base(o) and start <= o["ordered_on"] < end]
        assert figure(kpis["average_order_value"].numerator) == sum(o["amount_minor"] for o in orders)
        assert kpis["average_order_value"].denominator == len([o for o in orders if o["amount_minor"] >= 0])

        firsts: dict[bytes, str] = {}
        sales = [(_customer(world, d), d["won_on"]) for d in wins if d["won_on"]]
        sales += [(o["account_id"], o["ordered_on"]) for o in world.orders if o["account_id"]]
        for customer, day in sales:
            firsts[customer] = min(day, firsts.get(customer, day))
        assert kpis["cac"].denominator in (None, len([day for day in firsts.values() if start <= day < end]))
        costs = [c["amount_minor"] for c in world.costs if book.in_base(c) and start <= c["month_on"] < end]
        assert figure(kpis["cac"].numerator) in (None, sum(costs))


@pytest.mark.parametrize("seed", SEEDS)
def test_follow_up_and_churn(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    kpis = show(desk, ["period:2026-q2"]).kpis
    steps: dict[bytes, str] = {}
    for act in world.activities:
        if act["due_on"] and not act["done_on"]:
            for key in (act["lead_id"], act["deal_id"]):
                steps[key] = min(act["due_on"], steps.get(key, act["due_on"]))
    still_open = [*world.leads, *(d for d in world.deals if d["state"] == "open")]
    planned = [row for row in still_open if steps.get(row["id"], "") >= TODAY.isoformat()]
    assert (kpis["follow_up_discipline"].numerator, kpis["follow_up_discipline"].denominator) == (
        len(planned),
        len(still_open),
    )

    start, end = PERIODS["period:2026-q2"]

    def open_on(sub: Row, day: str) -> bool:
        return bool(sub["started_on"] < day and (sub["ended_on"] is None or sub["ended_on"] >= day))

    customers: dict[bytes, list[Row]] = {}
    for sub in world.subscriptions:
        customers.setdefault(sub["account_id"] or sub["id"], []).append(sub)
    there = [subs for subs in customers.values() if any(open_on(s, start) for s in subs)]
    gone = [subs for subs in there if not any(open_on(s, end) for s in subs)]
    churn = kpis["customer_churn"]
    assert (churn.numerator, churn.denominator) == (len(gone), len(there))

    def revenue(subs: list[Row], day: str) -> int:
        return sum(s["mrr_minor"] or 0 for s in subs if open_on(s, day) and book.in_base(s))

    opening = sum(revenue(subs, start) for subs in there)
    kept = sum(min(revenue(subs, start), revenue(subs, end)) for subs in there)
    assert kpis["grr"].value == kept / opening
    assert kpis["nrr"].value == sum(revenue(subs, end) for subs in there) / opening
    assert kpis["revenue_churn"].value == (opening - kept) / opening


@pytest.mark.parametrize("term", ["period:2026-q2", "period:all"])
def test_the_rows_behind_each_kpi_add_up_to_it(desk: Desk, term: str) -> None:
    book.make(desk, random.Random(term).randrange(1000))
    for name, value in show(desk, [term], every=True).kpis.items():
        found = rows(desk, name, [term]).rows
        if value.value is None and value.denominator is None:
            continue
        _adds_up(name, value, found)
        reasons = Counter(row.reason for row in found if row.part == "excluded")
        assert {reason: n for reason, n in value.excluded.items() if n} == reasons, name


def _adds_up(name: str, value: KpiValue, found: list[RecordRow]) -> None:
    upper = [row for row in found if row.part in {"both", "numerator"}]
    lower = [row for row in found if row.part in {"both", "denominator"}]
    before = sum(row.value.minor for row in found if row.part == "before" and row.value)
    money = sum(row.value.minor for row in upper if row.value)
    subscribers = sum(row.part == "subscriber" for row in found)
    gained = sum(row.value.minor for row in found if row.part == "subscriber" and row.value)
    weights = sum(row.value.minor * row.probability for row in upper if row.value and row.probability is not None)
    owed = sum(row.value.minor for row in lower if row.value)
    won = sum(row.value.minor for row in upper if row.value and row.probability is None)
    if name.startswith("pipeline_velocity"):
        _adds_up_to_velocity(value, found)
        return
    if name == "speed_to_lead":
        tried = [row.minutes for row in found if row.part == "both" and row.minutes is not None]
        assert (value.value, value.count, value.parts["waiting"]) == (
            statistics.median(tried),
            len(tried),
            len(lower) - len(tried),
        )
        return
    expected = {
        "stage_days": (sum(row.days or 0 for row in upper), len(lower)),
        "forecast": (money,),
        "cac_payback_months": (
            book.round_half_up(Fraction(money, max(1, len(lower)))),
            book.round_half_up(Fraction(gained, max(1, subscribers))),
        ),
        "opening_to_win_days": (sum(row.days or 0 for row in upper), len(lower)),
        "sales_cycle_days": (sum(row.days or 0 for row in upper), len(lower)),
        **dict.fromkeys(("sales_growth", "sales_growth_year"), (money - before, before)),
        "average_deal": (money, len(lower)),
        "average_order_value": (money, len(lower)),
        "cac": (money, len(lower)),
        "cac_lagged": (money, len(lower)),
        "quota_attainment": (money, owed),
        "pipeline_coverage": (money, owed),
        **dict.fromkeys(("revenue_churn", "grr", "nrr"), (money, owed)),
        "weighted_forecast": (won + book.round_half_up(Fraction(weights, 100)),),
        "won_revenue": (money,),
        "open_pipeline": (money,),
        "activities": (len(upper),),
    }.get(name, (len(upper), len(lower)))
    said = (figure(value),) if len(expected) == 1 else (figure(value.numerator), figure(value.denominator))
    assert (name, said) == (name, expected)


def _adds_up_to_velocity(value: KpiValue, found: list[RecordRow]) -> None:
    closed = [row for row in found if row.part == "trailing" and not row.reason]
    won = [row for row in closed if row.state == "won"]
    sizes = [row.value.minor for row in won if row.value and row.value.minor and row.value.currency == book.BASE]
    days = [row.days for row in won if row.days is not None and row.days >= 0]
    count = len([row for row in found if row.part == "numerator"])
    exact = count * Fraction(len(won), len(closed)) * Fraction(sum(sizes), len(sizes)) / Fraction(sum(days), len(days))
    assert (value.count, figure(value)) == (count, book.round_half_up(exact))


def test_today_is_the_day_of_the_tests(desk: Desk) -> None:
    assert desk.today == TODAY
    assert show(desk).period.start == dt.date(2026, 11, 1)
