"""Costs of selling: booked, filtered, changed, imported; what the acquisition cost makes of them."""

import datetime as dt

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import InvalidError, NotFoundError, SalesdeskError
from salesdesk.services import costs, editing, history, negotiating, outreach
from salesdesk.services.costs import NewCost
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.services.records import by_id
from salesdesk.services.views import listing
from salesdesk.store.read.lookups import choices
from tests.services.importing_files import Write, bring, write

__all__ = ["write"]


def test_booked_filtered_changed_and_taken_back(desk: Desk) -> None:
    ads = costs.add(desk, NewCost("2026-11", "mark", "1.2k", "Search ads", "autumn", "clicks"))
    costs.add(desk, NewCost("october", "sales", "8000"))
    assert (ads.month, ads.category, ads.amount) == (dt.date(2026, 11, 1), "marketing", Money(120_000, "EUR"))
    assert [row.category for row in costs.costs(desk)] == ["marketing", "sales"]
    assert [row.category for row in costs.costs(desk, ["period:2026-10"])] == ["sales"]
    assert [row.ref for row in costs.costs(desk, ["channel:ads autumn"])] == [ads.ref]

    costs.edit(desk, [ads.ref], {"amount": "1300", "campaign": "none", "month": "2026-10-15"})
    changed = costs.find(desk, ads.ref)
    assert (changed.amount.minor, changed.campaign, changed.month) == (130_000, "", dt.date(2026, 10, 1))
    costs.delete(desk, [ads.ref])
    with pytest.raises(NotFoundError, match="no cost"):
        costs.find(desk, ads.ref)
    history.undo(desk)
    assert costs.find(desk, ads.ref) == changed


def test_another_currency_needs_a_rate(desk: Desk) -> None:
    with pytest.raises(InvalidError, match="knows no rate for USD") as caught:
        costs.add(desk, NewCost("2026-11", "general", "500 usd"))
    assert "--rate" in caught.value.hint
    made = costs.add(desk, NewCost("2026-11", "general", "500 usd", note="hosting", rate="0,925"))
    assert (made.amount, made.note) == (Money(46_250, "EUR"), "hosting ($500 at 0,925)")


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (NewCost("", "sales", "5"), "needs the month"),
        (NewCost("2026", "sales", "5"), "longer than a month"),
        (NewCost("someday", "sales", "5"), "not a month"),
        (NewCost("2026-11", "travel", "5"), "not a category"),
        (NewCost("2026-11", "sales", "much"), "not an amount"),
        (NewCost("2026-11", "sales", "5 usd", rate="-1"), "not a rate"),
    ],
)
def test_what_does_not_fit_is_said(desk: Desk, new: NewCost, said: str) -> None:
    with pytest.raises(SalesdeskError, match=said) as caught:
        costs.add(desk, new)
    assert caught.value.hint
    assert costs.costs(desk) == []


def test_the_acquisition_cost_by_channel_and_campaign(desk: Desk) -> None:
    sources = {choice.name: choice.id for choice in choices(desk.connection, "source")}
    costs.add(desk, NewCost("2026-11", "marketing", "900", "search ADS", "autumn"))
    costs.add(desk, NewCost("2026-11", "sales", "300"))
    for name, source, campaign in (("Kite", "Search ads", "autumn"), ("Rope", "Search ads", ""), ("Sail", "Event", "")):
        deal = negotiating.add(desk, negotiating.NewDeal(name, Money(5_000, "EUR")))
        with desk.operation("Where it came from") as unit:
            unit.update("deal", deal.id, {"source_id": sources[source]})
            lead = unit.insert("lead", {"name": name, "campaign": campaign})
            unit.insert("deal_lead", {"deal_id": deal.id, "lead_id": lead})
        negotiating.win(desk, deal)

    whole = show(desk).kpis["cac"]
    assert (whole.value, whole.parts["paid_only"]) == (Money(40_000, "EUR"), Money(30_000, "EUR"))
    by_source = show(desk, by="source").by
    by_campaign = show(desk, by="campaign").by
    assert by_source is not None
    assert by_campaign is not None
    assert {row.key: row.kpis["cac"].value for row in by_source.rows}["Search ads"] == Money(45_000, "EUR")
    found = {row.key: row.kpis["cac"] for row in by_campaign.rows}
    assert (found["autumn"].value, found[None].value) == (Money(90_000, "EUR"), Money(15_000, "EUR"))


def test_campaign_forecast_and_place_are_set_and_asked_for(desk: Desk) -> None:
    with desk.operation("A lead") as unit:
        lead = by_id(unit.connection, "lead", unit.insert("lead", {"name": "Anna"}))
    deal = negotiating.add(desk, negotiating.NewDeal("Kite", Money(5_000, "EUR")))
    editing.edit(desk, [lead], {"campaign": "Spring fair"})
    editing.edit(desk, [deal], {"forecast": "best case"})
    kind, _ = outreach.outcomes_for(desk, lead)
    held, rest = outreach.read_outcome(desk, ["demo", "held"], kind)
    note = outreach.read_touch(desk, "on site 45m, liked it", placed=outreach.has_place(desk, held))
    outreach.log(desk, lead, held, note=note.note, minutes=note.minutes, place=note.place, no_step=True)

    assert (rest, note.place, note.minutes, note.note) == (
        "" if isinstance(rest, str) else [],
        "in person",
        45,
        "liked it",
    )
    assert listing(desk, "lead", "campaign:spring").ids == [lead.id]
    assert listing(desk, "deal", "forecast:best").ids == [deal.id]
    demos = listing(desk, "activity", 'place:"in person"').ids
    assert len(demos) == 1
    outreach.set_place(desk, [by_id(desk.connection, "activity", demos[0])], "zoom")
    assert listing(desk, "activity", "place:online").ids == demos
    with pytest.raises(InvalidError, match="not a forecast category"):
        editing.edit(desk, [deal], {"forecast": "maybe"})
    with pytest.raises(InvalidError, match="not a place"):
        outreach.set_place(desk, [lead], "moon")


def test_costs_and_campaigns_come_by_import(desk: Desk, write: Write) -> None:
    rows = ("2026-10,Marketing,Search ads,autumn,900.50", "2026-11,Salaries,,,8000", ",Marketing,Event,,50")
    path = write("costs.csv", "Month,Category,Channel,Campaign,Amount\n" + "\n".join(rows) + "\n")
    report = bring(desk, path)
    found = [
        (f"{row.month:%Y-%m}", row.category, row.channel, row.campaign, row.amount.minor) for row in costs.costs(desk)
    ]
    assert found == [
        ("2026-11", "sales", "", "", 800_000),
        ("2026-10", "marketing", "Search ads", "autumn", 90_050),
    ]
    assert any("needs a month" in str(problem) for file in report.json()["files"] for problem in file["problems"])

    bring(desk, write("leads.csv", "Name,Email,Campaign\nAnna,anna@acme.example,autumn\n"))
    assert desk.connection.value("SELECT campaign FROM lead") == "autumn"
