"""The overview: headlines with change and course, reps, funnel, lost reasons, stuck deals."""

import datetime as dt
from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from salesdesk.domain.money import Money
from salesdesk.services import measuring, negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import panels
from salesdesk.services.measuring.headlines import headlines
from salesdesk.services.setup import add_member
from salesdesk.store.read.lookups import choices, outcomes, stages


def overview(desk: Desk, terms: Sequence[str] = ()) -> SimpleNamespace:
    """All parts of what a manager reads first."""
    report = measuring.show(desk, terms)
    found = panels.funnel(desk, terms)
    return SimpleNamespace(
        report=report,
        headlines=headlines(desk, terms, report),
        reps=panels.reps(desk, terms),
        funnel=found.steps,
        cohort=found.cohort,
        lost=panels.lost(desk, terms),
        stuck=panels.stuck(desk, terms),
    )


@pytest.fixture
def team(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two months of a small team: Maya wins in October and November, Omar loses one and lets one rot."""
    omar = add_member(desk, "Omar Farouk").id
    by_name = {s.name: s for s in stages(desk.connection) if s.pipeline == "Sales"}
    days = {"Kite": "2026-10-05", "Rope": "2026-11-03", "Sail": "2026-11-04", "Mast": "2026-10-06"}
    deals = {}
    for name, day in days.items():
        monkeypatch.setenv("SALESDESK_NOW", f"{day}T08:00:00Z")
        owner = omar if name in {"Sail", "Mast"} else desk.actor
        deals[name] = negotiating.add(desk, negotiating.NewDeal(name, Money(100_000, "EUR"), owner_id=owner))
    monkeypatch.setenv("SALESDESK_NOW", "2026-10-20T08:00:00Z")
    negotiating.win(desk, deals["Kite"])
    negotiating.move(desk, deals["Mast"], by_name["Proposal"])
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-10T08:00:00Z")
    negotiating.move(desk, deals["Rope"], by_name["Negotiation"])
    negotiating.win(desk, deals["Rope"], value=Money(150_000, "EUR"))
    negotiating.lose(desk, deals["Sail"], negotiating.reason_named(negotiating.reasons(desk), "price"))
    call = next(k for k in choices(desk.connection, "activity_kind") if k.meaning == "call")
    talked = next(o for o in outcomes(desk.connection) if o.kind_id == call.id and o.meaning == "reached")
    with desk.operation("Calls") as unit:
        for number in range(3):
            row = {"kind_id": call.id, "owner_id": omar, "deal_id": deals["Mast"].id, "done_on": dt.date(2026, 11, 9)}
            unit.insert("activity", row | ({"outcome_id": talked.id} if number == 0 else {}))
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T08:12:00Z")
    return desk


def test_the_headlines_change_against_the_month_before(team: Desk) -> None:
    found = {headline.id: headline for headline in overview(team).headlines}
    won = found["won_revenue"]
    # November has had 16 working days; as many of October end on the 22nd, after the win of the 20th.
    assert won.value.value == Money(150_000, "EUR")
    assert won.before is not None
    assert won.before.value == Money(100_000, "EUR")
    assert won.change == 0.5
    assert won.course[-2:] == (100_000.0, 150_000.0)
    assert len(won.course) == 12
    pipeline = found["open_pipeline"]
    assert (pipeline.value.value, pipeline.value.count) == (Money(100_000, "EUR"), 1)
    assert pipeline.before is not None
    assert pipeline.before.count == 1
    assert found["win_rate"].value.small_sample
    assert found["win_rate"].change is None
    assert (found["contact_rate"].value.numerator, found["contact_rate"].value.denominator) == (1, 3)


def test_the_rep_table(team: Desk) -> None:
    reps = {rep.name: rep for rep in overview(team).reps}
    maya, omar = reps["Maya Kessler"], reps["Omar Farouk"]
    assert (maya.won, maya.won_deals, maya.calls) == (Money(150_000, "EUR"), 1, 0)
    assert (omar.won_deals, omar.calls, omar.talks, omar.no_next_step) == (0, 3, 1, 1)
    assert sum(omar.weeks) == 3
    assert omar.weeks[-3] == 3
    assert omar.ref is not None


def test_the_funnel_counts_skipped_stages_as_passed(team: Desk) -> None:
    found = overview(team, ["period:2026-11"])
    assert found.cohort == "deals"
    steps = {step.label: step.count for step in found.funnel}
    assert steps == {"New": 2, "Qualified": 1, "Needs agreed": 1, "Proposal": 1, "Negotiation": 1, "Won": 1}
    assert found.funnel[1].rate == 0.5


def test_the_funnel_follows_the_leads_of_the_period(team: Desk) -> None:
    deal = team.connection.value("SELECT id FROM deal WHERE name = 'Rope'")
    with team.operation("Leads") as unit:
        leads = [unit.insert("lead", {"name": f"Lead {i}", "arrived_on": dt.date(2026, 11, 2)}) for i in range(4)]
        unit.insert("deal_lead", {"deal_id": deal, "lead_id": leads[0]})
    found = overview(team)
    assert found.cohort == "leads"
    assert [(s.label, s.count) for s in found.funnel][:3] == [("Leads", 4), ("Qualified leads", 1), ("New", 1)]
    assert found.funnel[-1].count == 1


def test_lost_reasons_and_stuck_deals(team: Desk) -> None:
    found = overview(team)
    assert [(reason.name, reason.count, reason.value) for reason in found.lost] == [("Price", 1, Money(100_000, "EUR"))]
    assert [(deal.name, deal.stage, deal.days, deal.allowed) for deal in found.stuck] == [("Mast", "Proposal", 34, 12)]


def test_an_empty_workspace_has_an_overview(desk: Desk) -> None:
    found = overview(desk)
    assert found.headlines[0].value.value == Money(0, "EUR")
    assert found.headlines[2].value.value is None
    assert found.headlines[2].value.why
    assert found.lost == []
    assert [step.count for step in found.funnel] == [0] * 6


def test_filters_and_past_days_reach_every_part(team: Desk) -> None:
    found = overview(team, ["owner:omar", "period:2026-11", "as-of:2026-11-09"])
    assert {rep.name for rep in found.reps} == {"Omar Farouk"}
    assert found.report.kpis["open_pipeline"].count == 2
    assert found.lost == []
