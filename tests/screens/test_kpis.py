"""The KPI tab: pages by key, periods, what enter opens, what y copies; hostile text stays text."""

import datetime as dt
from pathlib import Path

import pytest

from salesdesk.domain.money import Money
from salesdesk.services import costs, negotiating
from salesdesk.services.costs import NewCost
from salesdesk.services.desk import Desk
from salesdesk.services.records import by_id
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of, type_text


@pytest.fixture
def measured(busy: Desk) -> Desk:
    """A month with a win and a loss of a hostile source and campaign, a cost, a call that reached somebody."""
    with busy.operation("A source") as unit:
        source = unit.insert("source", {"name": HOSTILE, "position": 99})
        call = unit.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        reached = unit.connection.value("SELECT id FROM outcome WHERE kind_id = ? AND meaning = 'reached'", (call,))
        lead = unit.insert(
            "lead", {"name": HOSTILE, "source_id": source, "campaign": HOSTILE, "arrived_on": busy.today}
        )
        row = {"kind_id": call, "lead_id": lead, "done_on": busy.today, "owner_id": busy.actor}
        unit.insert("activity", row | {"outcome_id": reached})
    for name in ("Won one", "Lost one", "Coming"):
        new = negotiating.NewDeal(
            name, Money(200_000, "EUR"), source_id=source, close_on=busy.today + dt.timedelta(days=3)
        )
        deal = negotiating.add(busy, new)
        if name == "Won one":
            negotiating.win(busy, deal)
        elif name == "Lost one":
            negotiating.lose(busy, deal, negotiating.reason_named(negotiating.reasons(busy), "price"))
    costs.add(busy, NewCost("2026-11", "marketing", "900", HOSTILE, HOSTILE))
    return busy


PAGES = {
    "Overview": ("REP", "LOST, WHY 1", "Price"),
    "Funnel": ("FUNNEL", "STAGE BY STAGE", "entered"),
    "Activity": ("ACTIVITY", "BY REP", "SPEED TO LEAD"),
    "Forecast": ("FORECAST", "Closed", "OPEN DEALS BY CATEGORY", "HOW SOLID IT IS"),
    "Sources": ("LEADS", "PER WON", "all together"),
    "What works": ("Nothing differs by more than chance allows", "DEALS BY SOURCE"),
}


@pytest.mark.parametrize("size", SIZES)
async def test_tab_walks_the_pages(measured: Desk, size: tuple[int, int]) -> None:
    async with opened(measured, "kpis", size) as pilot:
        for words in PAGES.values():
            text = text_of(pilot)
            for word in words:
                if word not in text:
                    await press(pilot, "G")
                    assert word in text_of(pilot), (word, text_of(pilot))
            await press(pilot, "tab")
        assert "Overview" in text_of(pilot)
        await press(pilot, "shift+tab")
        assert "DEALS BY" in text_of(pilot)
        await press(pilot, "v", "5")
        assert "PER WON" in text_of(pilot)
        await settle(pilot)


async def test_a_line_opens_the_records_behind_it(measured: Desk) -> None:
    async with opened(measured, "kpis") as pilot:
        # Enter on a rep offers what each number comes from; enter again takes the first.
        await press(pilot, "enter")
        assert "Overdue" in text_of(pilot) and "Check-up" in text_of(pilot)
        await press(pilot, "enter")
        assert "sum of the values of the deals won in the period" in text_of(pilot)
        assert "Won one" in text_of(pilot)
        assert "counted" in text_of(pilot)
        await press(pilot, "q", "v", "5", "enter")
        # The source and campaign of the line are in the question, however they are written.
        assert "Lead conversion" in text_of(pilot)
        assert "1 record " in text_of(pilot)


async def test_each_number_of_a_rep_leads_to_what_it_is_of(measured: Desk) -> None:
    async with opened(measured, "kpis") as pilot:
        await press(pilot, "enter", "a")
        assert "activities done in the period" in text_of(pilot) and "Maya Kessler" in text_of(pilot)
        await press(pilot, "q", "enter", "c")
        assert "TO PRACTISE" in text_of(pilot)
        await press(pilot, "q", "enter", "d")
        assert 'owner:"Maya Kessler" next:none' in text_of(pilot) and "Platform" in text_of(pilot)
        await press(pilot, "6", "enter", "o")
        # The day of the rep, with the filter in sight.
        assert 'owner:"Maya Kessler"' in text_of(pilot) and "Lead 00" in text_of(pilot)


async def test_an_activity_says_whom_it_was_with_and_opens_them(measured: Desk) -> None:
    async with opened(measured, "kpis") as pilot:
        await press(pilot, "v", "3", "enter")
        rows = text_of(pilot)
        assert "[b]x[/b]" in rows.split("RECORD")[1]
        # Whose number it is, and of which days.
        assert "Nov 2026" in "\n".join(rows.splitlines()[:3])
        await press(pilot, "enter")
        assert "FACTS" in text_of(pilot)
        await press(pilot, "q")
        assert "activities done in the period" in text_of(pilot)


async def test_periods_walk_back_and_a_filter_that_names_one_says_so(measured: Desk) -> None:
    async with opened(measured, "kpis") as pilot:
        assert "Nov 2026" in text_of(pilot)
        await press(pilot, "comma")
        assert "Oct 2026" in text_of(pilot)
        await press(pilot, "full_stop", "v", "q")
        assert "2026-Q4" in text_of(pilot)
        await press(pilot, "left_square_bracket")
        assert "2026-Q3" in text_of(pilot)
        await press(pilot, "T")
        assert "T me" in text_of(pilot)


async def test_y_copies_the_page_as_text(measured: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(measured, "kpis") as pilot:
        copied: list[str] = []
        monkeypatch.setattr(type(pilot.app), "copy", lambda _app, _screen, text: copied.append(text))
        await press(pilot, "y")
        await press(pilot, "v", "5")
        await press(pilot, "y")
    assert "| Won revenue | €2,000 |" in copied[0]
    assert "| leads | qualified | junk | won |" in copied[1]
    assert "\\[b\\]x\\[/b\\]" in copied[1]


async def test_a_page_is_written_into_a_file(measured: Desk, tmp_path: Path) -> None:
    async with opened(measured, "kpis") as pilot:
        await press(pilot, "O")
        assert "~/kpis-overview-2026-11-23.md" in text_of(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, str(tmp_path / "page.md"))
        await press(pilot, "enter")
        assert "Page written" in text_of(pilot)
        await press(pilot, "O", "ctrl+u")
        await type_text(pilot, str(tmp_path / "nowhere" / "page.md"))
        await press(pilot, "enter")
        said = pilot.app.chrome.messages.notes[-1].text  # type: ignore[attr-defined]
        assert "cannot be written: No such file or directory" in said
    assert (tmp_path / "page.md").read_text("utf-8").startswith("# KPIs\n")


async def test_a_closed_period_that_changed_says_so(measured: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    deal = by_id(measured.connection, "deal", measured.connection.value("SELECT id FROM deal WHERE name = 'Won one'"))
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-03T08:00:00Z")
    negotiating.reopen(measured, deal)
    async with opened(measured, "kpis") as pilot:
        assert "CHANGED SINCE" not in text_of(pilot)
        await press(pilot, "comma")
        assert "CHANGED SINCE THE PERIOD ENDED 1" in text_of(pilot)
        assert "Won one" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_how_near_a_forecast_came_by_rep_and_week(measured: Desk, size: tuple[int, int]) -> None:
    won = {
        "state": "won",
        "opened_on": "2026-09-01",
        "won_on": "2026-09-02",
        "value_minor": 5_000_000,
        "currency": "EUR",
    }
    span = {"starts_on": "2026-07-01", "ends_on": "2026-09-30", "currency": "EUR"}
    with measured.operation("A quarter", source="import") as unit:
        reps = [unit.insert("member", {"name": name}) for name in (HOSTILE, "Omar Farouk")]
        for rep in reps:
            unit.insert("deal", {"name": HOSTILE, "owner_id": rep, **won})
        for day, minor in (("2026-07-06", 2_000_000), ("2026-09-28", 4_500_000)):
            said = {"member_id": reps[0], "commit_minor": minor, "at": f"{day}T08:00:00Z"}
            unit.insert("forecast", {**span, **said})
    async with opened(measured, "kpis", size) as pilot:
        await press(pilot, "v", "4", "v", "q", "left_square_bracket", "G")
        text = text_of(pilot)
        assert "€45,000 submitted, €50,000 won" in text
        assert [line.split()[-2] for line in text.splitlines() if "A [/]" in line] == ["90"]
        assert [line.split()[-3:-1] for line in text.splitlines() if "said by" in line] == [["40", "%"], ["90", "%"]]
        row = next(line for line in text.splitlines() if "Omar Farouk" in line)
        assert row.split() == ["Omar", "Farouk", "did", "not", "submit"]
        await press(pilot, "enter")
        opened_rows = text_of(pilot)
        assert "1 - |submitted - won| / won" in opened_rows
        assert "said before" in opened_rows
        await press(pilot, "q", "up", "up", "enter")
        assert "not submitted" in text_of(pilot)
