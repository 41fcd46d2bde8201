"""What works, and the report for marketing: what is said, with which counts, and when nothing is."""

import datetime as dt
import json

import pytest

from salesdesk.domain.kpis.findings import Factor, Share, findings
from salesdesk.domain.money import Money
from salesdesk.services import costs
from salesdesk.services.costs import NewCost
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.services.measuring.marketing import marketing
from salesdesk.services.measuring.works import works
from salesdesk.store.read.lookups import choices, lost_reasons, outcomes, stages
from tests.cli.conftest import Run, desk_file, run

__all__ = ["desk_file", "run"]


def _team(desk: Desk) -> None:
    """80 decided deals, a lead behind each: those of word of mouth and those with a demo in person are won more often."""
    sources = {c.name: c.id for c in choices(desk.connection, "source")}
    meaning = {s.meaning: s for s in stages(desk.connection) if s.pipeline == "Sales"}
    demo = next(k for k in choices(desk.connection, "activity_kind") if k.meaning == "demo")
    held = next(o for o in outcomes(desk.connection) if o.kind_id == demo.id and o.meaning == "reached")
    call = next(k for k in choices(desk.connection, "activity_kind") if k.meaning == "call")
    status = {c.meaning: c.id for c in choices(desk.connection, "lead_status")}
    junk = lost_reasons(desk.connection, "lead")[0]
    with desk.operation("Deals") as unit:
        for n in range(80):
            friend = n < 30
            won = n % 30 < 24 if friend else n % 5 == 0
            state, day = "won" if won else "lost", "2026-10-20"
            lead = unit.insert("lead", {
                "name": f"Lead {n}", "source_id": sources["Word of mouth" if friend else "Event"], "arrived_on": "2026-10-01",
                "arrived_at": "2026-10-01T08:00:00Z", "campaign": "" if friend else "fair",
            })  # fmt: skip
            tried = "2026-10-01T08:04:00Z" if n % 2 else "2026-10-05T08:00:00Z"
            unit.insert("activity", {"lead_id": lead, "kind_id": call.id, "done_on": tried[:10], "done_at": tried})
            deal = unit.insert("deal", {
                "name": f"Deal {n}", "source_id": sources["Word of mouth" if friend else "Event"], "state": state,
                "stage_id": meaning[state].id, "value_minor": 1000 * (n + 1), "currency": "EUR", f"{state}_on": day,
            })  # fmt: skip
            unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})
            if won:
                row = {"kind_id": demo.id, "outcome_id": held.id, "deal_id": deal, "done_on": "2026-10-10"}
                unit.insert("activity", row | {"place": "in person" if n % 3 else "online"})
        for _ in range(4):
            row = {"name": "Junk", "source_id": sources["Event"], "campaign": "fair", "arrived_on": "2026-10-02"}
            closed = {"status_id": status["closed"], "lost_reason_id": junk.id, "closed_on": "2026-10-03"}
            unit.insert("lead", row | closed)
    costs.add(desk, NewCost("2026-10", "marketing", "1000", "Event", "fair"))


def test_what_differs_is_said_with_its_counts(desk: Desk) -> None:
    _team(desk)
    found = works(desk, ["period:2026-10"])
    said = [one.sentence for one in found.findings]
    assert "Deals from Word of mouth: 24 of 30 were won (80 %); of all others 10 of 50 (20 %)." in said
    assert any(sentence.startswith("Leads from Word of mouth: 24 of 30 became customers (80 %)") for sentence in said)
    assert any(sentence.startswith("Deals with a demo in person: 2") for sentence in said)
    # The mirror of the better source is not said again.
    assert not any(sentence.startswith("Deals from Event") for sentence in said)
    factors = {factor.id: factor for factor in found.factors}
    # What goes best comes first; times keep their order.
    assert list(factors["deal source"].groups) == ["Word of mouth", "Event"]
    assert list(factors["response"].groups) == ["within 5 minutes", "later than a day"]
    assert factors["deal source"].whole == Share(34, 80)
    assert sum(share.of for share in factors["price"].groups.values()) == 80
    assert [one.gap for one in found.findings] == sorted((one.gap for one in found.findings), reverse=True)
    assert json.loads(json.dumps(found.as_json()))["findings"][0]["share"]["numerator"]


@pytest.mark.parametrize(
    ("groups", "count"),
    [
        ({"a": Share(9, 9), "b": Share(0, 90)}, 0),
        ({"a": Share(10, 10), "b": Share(0, 9)}, 0),
        ({"a": Share(6, 10), "b": Share(4, 10)}, 0),
        ({"a": Share(10, 10), "b": Share(0, 10)}, 1),
        ({"a": Share(10, 10), "b": Share(0, 10), "c": Share(5, 10)}, 2),
    ],
)
def test_nothing_is_said_of_too_few_or_of_what_chance_allows(groups: dict[str, Share], count: int) -> None:
    whole = Share(sum(share.good for share in groups.values()), sum(share.of for share in groups.values()))
    found = findings([Factor("x", "x", "{group} {share} {percent} {rest}", whole, groups)])
    assert len(found) == count


def test_an_empty_workspace_says_nothing(desk: Desk) -> None:
    found = works(desk)
    assert (found.findings, found.factors) == ([], [])
    assert found.period.end == desk.today + dt.timedelta(days=1)


def test_the_report_for_marketing(desk: Desk) -> None:
    _team(desk)
    found = marketing(desk, ["period:2026-10"])
    event = next(row for row in found.rows if row.source == "Event")
    assert (event.campaign, event.leads, event.qualified, event.won) == ("fair", 54, 50, 10)
    assert event.junk == {lost_reasons(desk.connection, "lead")[0].name: 4}
    assert (event.cost, event.per_won) == (Money(100_000, "EUR"), Money(10_000, "EUR"))
    assert (found.whole.leads, found.whole.won) == (84, 34)
    assert next(row for row in found.rows if row.source == "Word of mouth").per_won is None


def test_a_past_day_is_looked_at_as_it_was(desk: Desk) -> None:
    _team(desk)
    before, after = (works(desk, ["period:2026-10", f"as-of:2026-10-{day}"]) for day in ("19", "20"))
    assert {factor.id for factor in before.factors if factor.id.startswith("deal")} == set()
    assert {factor.id: factor.whole for factor in after.factors}["deal source"] == Share(34, 80)
    assert marketing(desk, ["period:2026-10", "as-of:2026-10-19"]).whole.won == 0
    by = show(desk, ["period:2026-10", "as-of:2026-10-20"], by="campaign").by
    assert by is not None
    assert {row.key: row.kpis["win_rate"].denominator for row in by.rows} == {"fair": 50, None: 30}


def test_the_reports_as_markdown_and_the_page_of_a_manager(desk_file: object, run: Run) -> None:
    run("lead", "add", "Anna [bold]Bright[/] |x| anna@acme.example")
    page = run("kpi", "show", "--markdown").out
    assert page.startswith("# KPIs\n")
    assert "| Won revenue | €0 |" in page
    assert "## Not known" in page
    assert "- Win rate: no deal was closed in the period" in page
    assert "## Sources" in run("kpi", "marketing", "--markdown").out
    assert "Nothing differs by more than chance allows" in run("kpi", "works", "--markdown").out
    assert run("kpi", "works", "--csv").out.startswith("finding")
    assert json.loads(run("kpi", "works", "--json").out)["findings"] == []
    assert "| by owner" not in run("kpi", "show", "--by", "owner", "--markdown").err


def test_a_page_keeps_within_its_width() -> None:
    from rich.cells import cell_len

    from salesdesk.cli.report_page import page_lines
    from salesdesk.services.measuring.page import Block, Page, Part, markdown

    long = "Ünnepi 東京 " * 9
    rows = [
        [Part(long), Part("1,234"), Part("5"), Part("from " * 30)],
        [Part("x"), Part("1"), Part("2"), Part("[b]|y")],
    ]
    page = Page("Title", "of it", [Block("NAMES", ("now", "before", "from"), rows, loose=True)], ["A remark " * 20])
    for width in (40, 80, 120):
        for line in page_lines(page, width):
            assert sum(cell_len(part.text.rstrip()) for part in line[-1:]) <= width
            assert cell_len("".join(part.text for part in line).rstrip()) <= width
    assert "\\[b\\]\\|y" in markdown(page)
