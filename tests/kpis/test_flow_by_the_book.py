"""Speed to lead, stages, velocity, slippage, forecast by category, payback and churn against plain Python, on both engines."""

import datetime as dt
import statistics
from fractions import Fraction
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from salesdesk import clock
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.services import history, negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from salesdesk.services.settings import change_setting
from tests.kpis import world as book
from tests.kpis.test_by_the_book import PERIODS, figure
from tests.kpis.world import TODAY, Row, World

SEEDS = [51, 52]
ZONE = ZoneInfo("Europe/Budapest")
QUARTER = dt.timedelta(minutes=15)


def _worked(start: dt.datetime, end: dt.datetime, most: int) -> int:
    """The quarters of an hour between that lie in the calling hours, counted one by one; at most so many."""
    count = 0
    while start < end and count < most:
        local = start.astimezone(ZONE)
        count += local.weekday() < 5 and 8 <= local.hour < 19
        start += QUARTER
    return count


def _first_attempt(world: World, lead: Row) -> tuple[str | None, str | None]:
    tries = {k["kind_id"] for k in world.kinds if k["meaning"] not in ("note", "task")}
    mine = [
        act
        for act in world.activities
        if act["lead_id"] == lead["id"] and act["done_on"] and act["direction"] == "out" and act["kind_id"] in tries
    ]
    days = [act["done_on"] for act in mine]
    times = [act["done_at"] for act in mine if act["done_at"]]
    return min(days, default=None), min(times, default=None)


def _left_out(world: World, lead: Row) -> tuple[dt.datetime | None, str | None, str]:
    """When a lead came, when it was tried first, and why it is left out."""
    day, at = _first_attempt(world, lead)
    came = dt.datetime.fromisoformat(lead["arrived_at"]) if lead["arrived_at"] else None
    if lead["do_not_contact"]:
        return came, at, "not to be contacted"
    if came is None or came.astimezone(ZONE).date().isoformat() != lead["arrived_on"] or (day and not at):
        return came, at, "no time of day"
    return came, at, "contacted before" if at and dt.datetime.fromisoformat(at) < came else ""


@pytest.mark.parametrize("seed", SEEDS)
def test_speed_to_lead(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    now = clock.now()
    for term, (start, end) in PERIODS.items():
        waited, worked, waiting = [], [], []
        excluded: dict[str, int] = {}
        for lead in world.leads:
            if not lead["arrived_on"] or not start <= lead["arrived_on"] < end:
                continue
            came, at, reason = _left_out(world, lead)
            if reason:
                excluded[reason] = excluded.get(reason, 0) + 1
            elif at:
                tried = dt.datetime.fromisoformat(at)
                assert came is not None
                waited.append((tried - came).total_seconds())
                worked.append(_worked(came, tried, 10**6) * 900)
            else:
                assert came is not None
                waiting.append((max(0.0, (now - came).total_seconds()), _worked(came, now, 5) * 900))
        found = show(desk, [term]).kpis["speed_to_lead"]
        assert found.excluded == excluded
        assert (found.count, found.parts["waiting"]) == (len(waited), len(waiting))
        assert found.value == (statistics.median(waited) / 60 if waited else None)
        assert found.p90 == (sorted(waited)[-(-len(waited) * 9 // 10) - 1] / 60 if waited else None)
        hours = found.parts["business_hours"]
        assert hours["median"] == (statistics.median(worked) / 60 if worked else None)
        for name, limit in (("within_5_min", 300), ("within_1_hour", 3600)):
            for shares, tried_ones, place in ((found.parts, waited, 0), (hours, worked, 1)):
                inside = len([seconds for seconds in tried_ones if seconds <= limit])
                missed = len([late for late in waiting if late[place] > limit])
                share = shares[name]
                assert (share["numerator"], share["denominator"]) == (inside, len(tried_ones) + missed)


@pytest.mark.parametrize("seed", SEEDS)
def test_stages(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    stages = world.by_id(world.stages)
    for term, (start, end) in PERIODS.items():
        passed = left = entered = 0
        by_stage: dict[str, list[int]] = {}
        days: list[int] = []
        for deal in world.deals:
            steps = sorted(
                (c for c in world.changes if c["deal_id"] == deal["id"] and c["changed_on"] <= TODAY.isoformat()),
                key=lambda c: (c["changed_on"], c["id"]),
            )
            every = [c for c in world.changes if c["deal_id"] == deal["id"]]
            for one, following in pairwise(steps):
                if start <= following["changed_on"] < end:
                    days.append(_days(one["changed_on"], following["changed_on"]))
            for stage in world.stages:
                if stage["pipeline_id"] != deal["pipeline_id"] or stage["meaning"] != "open":
                    continue
                places = [(stages[c["to_stage_id"]]["position"], c["changed_on"]) for c in steps]
                if deal["state"] == "won" and deal["won_on"] and every:
                    places.append((99, deal["won_on"]))
                came = min((day for place, day in places if place >= stage["position"]), default=None)
                if came is None or not start <= came < end:
                    continue
                further = any(place > stage["position"] for place, _ in places)
                here = stages[deal["stage_id"]]["position"]
                gone = further or deal["state"] != "open" or here < stage["position"]
                entered, passed, left = entered + 1, passed + further, left + gone
                one_stage = by_stage.setdefault(stage["name"] + str(stage["pipeline_id"]), [0, 0])
                one_stage[0] += 1
                one_stage[1] += further
        kpis = show(desk, [term]).kpis
        found, stay = kpis["stage_conversion"], kpis["stage_days"]
        assert (found.numerator, found.denominator) == (passed, left)
        assert found.excluded.get("still there", 0) == entered - left
        told = [[row["entered"], row["passed"]] for row in found.parts["by_stage"]]
        assert sorted(told) == sorted(by_stage.values())
        assert (stay.numerator, stay.denominator) == (sum(days), len(days))
        assert stay.median == (statistics.median(days) if days else None)


@pytest.mark.parametrize("seed", SEEDS)
def test_how_old_open_deals_are_in_their_stage(desk: Desk, seed: int) -> None:
    """Of today, whatever the period; also beside the period before, which has no ages of its own."""
    world = book.make(desk, seed)
    stages = world.by_id(world.stages)
    ages: dict[str, list[int]] = {}
    for deal in world.deals:
        if deal["state"] == "open" and deal["stage_id"] and deal["stage_on"]:
            age = max(_days(deal["stage_on"], TODAY.isoformat()), 0)
            ages.setdefault(stages[deal["stage_id"]]["name"], []).append(age)
    wanted = sorted((name, len(days), statistics.median(days)) for name, days in ages.items())
    report = show(desk, ["period:2026-q2"])
    for value in (report.kpis["stage_days"], report.before["stage_days"]):
        told = [(row["stage"], row["age"]) for row in value.parts["by_stage"] if row["age"]["count"]]
        assert sorted((name, age["count"], age["median"]) for name, age in told) == wanted


def _days(start: str, end: str) -> int:
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def _category(world: World, deal: Row) -> str:
    chance = world.by_id(world.stages)[deal["stage_id"]]["probability"]
    by_stage = "commit" if chance >= 75 else "best" if chance >= 50 else "pipeline"
    return str(deal["forecast"] or by_stage)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_forecast_by_category_and_the_velocity(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    still_open = [d for d in world.deals if d["state"] == "open"]
    for term, (start, end) in PERIODS.items():
        kpis = show(desk, [term]).kpis
        found = kpis["forecast"]
        expected = [
            d
            for d in still_open
            if d["close_on"] and start <= d["close_on"] < end and d["close_on"] >= TODAY.isoformat()
        ]
        won = book.kpis(world, start, end)["won_revenue"]
        sums = dict.fromkeys(("commit", "best", "pipeline", "omitted"), 0)
        for deal in expected:
            if book.in_base(deal):
                sums[_category(world, deal)] += deal["value_minor"] or 0
        assert figure(found) == won + sums["commit"]
        assert {name: figure(found.parts[name]["value"]) for name in sums} == sums
        assert figure(found.parts["best_case"]) == won + sums["commit"] + sums["best"]
    since = (TODAY - dt.timedelta(days=89)).isoformat()
    lately = book.kpis(world, since, (TODAY + dt.timedelta(days=1)).isoformat())
    sizes = [
        d["value_minor"]
        for d in world.deals
        if d["state"] == "won" and d["won_on"] and since <= d["won_on"] <= TODAY.isoformat() and book.in_base(d)
    ]
    sizes = [size for size in sizes if size]
    brings = len(still_open) * lately["win_rate"] * Fraction(sum(sizes), len(sizes))
    assert figure(show(desk).kpis["pipeline_velocity"]) == book.round_half_up(brings / lately["sales_cycle_days"])


@pytest.mark.parametrize("dimension", ["owner", "source", "stage", "team", "campaign", "competitor"])
def test_the_rows_of_a_dimension_make_up_the_whole(desk: Desk, dimension: str) -> None:
    book.make(desk, 61)
    report = show(desk, ["period:2026-q2"], by=dimension)
    assert report.by is not None
    for name in ("stage_conversion", "stage_days", "slippage", "speed_to_lead", "contact_rate"):
        whole = report.kpis[name]
        parts = [row.kpis[name] for row in report.by.rows]
        told = [part for part in parts if not part.why.startswith("not told")]
        if told:
            for part in ("numerator", "denominator", "count"):
                if isinstance(getattr(whole, part), int):
                    assert sum(getattr(one, part) or 0 for one in told) == getattr(whole, part), (name, part)


def test_a_day_that_was_pushed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pushed thrice, once and back, never: only what holds counts, in the period it was done."""
    deals = [negotiating.add(desk, negotiating.NewDeal(name, Money(1, "EUR"))) for name in ("Thrice", "Back", "Never")]

    def push(number: int, when: str, day: str) -> None:
        monkeypatch.setenv("SALESDESK_NOW", f"{when}T09:00:00Z")
        with desk.operation("Day set") as unit:
            unit.update("deal", deals[number].id, {"close_on": day})

    for number in range(3):
        push(number, "2026-11-23", "2026-12-01")
    for when, day in (("2026-11-24", "2026-12-05"), ("2026-11-25", "2026-12-03"), ("2026-11-26", "2026-12-09")):
        push(0, when, day)
    push(0, "2026-12-02", "2026-12-20")
    push(1, "2026-12-03", "2026-12-30")
    november, both = show(desk, ["period:2026-11"]).kpis["slippage"], show(desk, ["period:2026-12"]).kpis["slippage"]
    assert (november.numerator, november.denominator, november.parts["pushes"]) == (1, 3, 2)
    assert (both.numerator, both.parts["pushes"], both.parts["not_credible"]) == (2, 2, 1)
    history.undo(desk)
    assert show(desk, ["period:2026-12"]).kpis["slippage"].numerator == 1
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-06T09:00:00Z")
    assert show(desk, ["period:2026-12", "as-of:2026-12-02"]).kpis["slippage"].numerator == 1
    assert [row.state for row in rows(desk, "slippage").rows if row.part == "both"] == ["pushed 3x, not credible"]


@pytest.mark.parametrize("seed", SEEDS)
def test_payback(desk: Desk, seed: int) -> None:
    world = book.make(desk, seed)
    term = "period:2026-05-10..2026-09-02"
    change_setting(desk, "gross_margin", "80")
    start, end = PERIODS[term]
    firsts: dict[bytes, str] = {}
    for sub in world.subscriptions:
        key = sub["account_id"] or sub["id"]
        firsts[key] = min(sub["started_on"], firsts.get(key, "9999"))
    fresh = {key: day for key, day in firsts.items() if start <= day < end}
    monthly = sum(
        sub["mrr_minor"] or 0
        for sub in world.subscriptions
        if sub["started_on"] == fresh.get(sub["account_id"] or sub["id"]) and book.in_base(sub)
    )
    kpis = show(desk, [term]).kpis
    cac, found = kpis["cac"], kpis["cac_payback_months"]
    assert (found.parts["new_subscribers"], figure(found.parts["new_monthly_revenue"])) == (len(fresh), monthly)
    expected = Fraction(figure(cac.numerator), _int(cac)) / (Fraction(monthly * 80, 100) / len(fresh))
    assert found.value == float(expected)
    change_setting(desk, "gross_margin", "0")
    desk.__dict__.pop("settings", None)
    assert "never" in show(desk, [term]).kpis["cac_payback_months"].why


def _int(value: KpiValue) -> int:
    assert isinstance(value.denominator, int)
    return value.denominator


@pytest.mark.parametrize("way", ["customers", "subscriptions", "any", "orders"])
def test_churn_as_the_team_defines_it(desk: Desk, way: str) -> None:
    world = book.make(desk, 71)
    change_setting(desk, "churn_by", way)
    change_setting(desk, "churn_days", "60")
    desk.__dict__.pop("settings", None)
    start, end = PERIODS["period:2026-q2"]
    there, gone = _churn(world, way, start, end)
    report = show(desk, ["period:2026-q2"])
    found = report.kpis["customer_churn"]
    assert (found.numerator, found.denominator) == (gone, there)
    assert there
    assert found.parts["definition"] == way
    assert found.parts["definition_text"]
    behind = rows(desk, "customer_churn", ["period:2026-q2"]).rows
    assert (len([r for r in behind if r.part == "both"]), len(behind)) == (gone, there)


def _churn(world: World, way: str, start: str, end: str) -> tuple[int, int]:
    def is_open(sub: Row, day: str) -> bool:
        return bool(sub["started_on"] < day and (sub["ended_on"] is None or sub["ended_on"] >= day))

    def shifted(day: str) -> str:
        return (dt.date.fromisoformat(day) - dt.timedelta(days=60)).isoformat()

    if way == "orders":
        bought: dict[Any, list[str]] = {}
        for order in world.orders:
            if order["account_id"] and order["ordered_on"] < end:
                bought.setdefault(order["account_id"], []).append(order["ordered_on"])
        lately = [days for days in bought.values() if any(shifted(start) <= day < start for day in days)]
        return len(lately), len([days for days in lately if max(days) < shifted(end)])
    opening = [sub for sub in world.subscriptions if is_open(sub, start)]
    ended = [sub for sub in opening if not is_open(sub, end)]
    if way == "subscriptions":
        return len(opening), len(ended)
    customers = {sub["account_id"] or sub["id"] for sub in opening}
    if way == "any":
        return len(customers), len({sub["account_id"] or sub["id"] for sub in ended})
    left = {sub["account_id"] or sub["id"] for sub in world.subscriptions if is_open(sub, end)}
    return len(customers), len(customers - left)


def test_the_win_rate_of_a_cohort_says_whether_it_is_mature(desk: Desk) -> None:
    world = book.make(desk, 81)
    start, end = PERIODS["period:2026-q2"]
    unfit = {reason["id"] for reason in world.reasons if reason["applies_to"] == "lead"}
    born = [d for d in world.deals if d["opened_on"] and start <= d["opened_on"] < end]
    fair = [d for d in born if d["state"] != "lost" or d["lost_reason_id"] not in unfit]
    cohort = show(desk, ["period:2026-q2"]).kpis["win_rate"].parts["cohort"]
    assert (cohort["numerator"], cohort["denominator"]) == (len([d for d in fair if d["state"] == "won"]), len(fair))
    assert (cohort["view"], cohort["mature"]) == ("cohort", True)
    young = show(desk, ["period:2026-09-01..2026-11-20"]).kpis["win_rate"].parts["cohort"]
    assert young["mature"] is False
