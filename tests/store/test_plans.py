"""How SQLite answers what is asked all day: from an index, with the statistics of a book and without any."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from salesdesk.domain.language.where import EVERYTHING
from salesdesk.services import history, outreach, views
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.services.records import Ref
from salesdesk.services.setup import open_desk
from salesdesk.services.today import today
from salesdesk.store import derived, undo
from salesdesk.store.read import lists
from tests.benchmarks.book import ME, frozen, make

_LARGE = ("lead", "deal", "activity", "contact", "account", "l", "d", "t", "a", "c")
_WHOLE_SCAN = re.compile(rf"SCAN ({'|'.join(_LARGE)})( |$)(?!USING)")
PAGES = [f"{status}sort:{field}" for status in ("", "status:open ") for field in ("due", "name", "score", "value")]
SUMMED = ("won_revenue", "win_rate", "lead_conversion", "activities", "open_pipeline", "follow_up_discipline")
HOT: dict[str, Callable[[Desk], object]] = {
    "today of one": lambda desk: today(desk, owner=desk.actor),
    "today of all": lambda desk: today(desk, owner=None, everyone=True),
    "all leads": lambda desk: lists.count(desk.connection, "lead", EVERYTHING),
    "open leads": lambda desk: views.count(desk, "lead", "status:open"),
    "open deals": lambda desk: views.count(desk, "deal", "status:open"),
    "views of leads": lambda desk: [views.count(desk, "lead", view.query) for view in views.views(desk, "lead")],
    "views of deals": lambda desk: [views.count(desk, "deal", view.query) for view in views.views(desk, "deal")],
    "KPIs of this month": lambda desk: show(desk, only=SUMMED),
    "KPIs of last month": lambda desk: show(desk, ["period:last-month"], only=SUMMED),
    "KPIs by month": lambda desk: show(desk, ["period:ytd"], "month", only=SUMMED),
    "KPIs by owner": lambda desk: show(desk, [], "owner", only=SUMMED),
    "my leads": lambda desk: views.listing(desk, "lead", "status:open owner:me sort:due"),
}
PAGE: dict[str, Callable[[Desk], object]] = {
    f"page of {query}": lambda desk, query=query: views.listing(desk, "lead", query, limit=100)  # type: ignore[misc]
    for query in [*PAGES, "sort:touch", "sort:-score"]
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "book.db"
    make(path, 1500, 7)
    return path


@pytest.fixture(params=["with statistics", "young"])
def desk(request: pytest.FixtureRequest, book: Path) -> Iterator[Desk]:
    """The book; young is a file that was never analysed."""
    with frozen(), sqlite3.connect(book) as connection:
        connection.execute("DROP TABLE IF EXISTS sqlite_stat1" if request.param == "young" else "ANALYZE")
        connection.commit()
        desk = open_desk(str(book), as_member=ME)
        yield desk
        desk.workspace.close()


def plans(desk: Desk, act: Callable[[Desk], object], kinds: tuple[str, ...] = ("SELECT",)) -> dict[str, list[str]]:
    """The plan of each statement of these kinds the act runs."""
    said: list[str] = []
    desk.connection.raw.set_trace_callback(said.append)
    act(desk)
    desk.connection.raw.set_trace_callback(None)
    queries = [sql for sql in said if sql.startswith(kinds)]
    return {sql: [row[-1] for row in desk.connection.rows(f"EXPLAIN QUERY PLAN {sql}")] for sql in queries}


@pytest.mark.parametrize("name", [*HOT, *PAGE])
def test_what_is_asked_all_day_reads_no_table_from_end_to_end(desk: Desk, name: str) -> None:
    found = plans(desk, (HOT | PAGE)[name])
    assert found
    for sql, plan in found.items():
        assert not [line for line in plan if _WHOLE_SCAN.search(line)], (sql, plan)


@pytest.mark.parametrize("desk", ["with statistics"], indirect=True)
@pytest.mark.parametrize("name", PAGE)
def test_a_page_is_read_in_the_order_of_an_index(desk: Desk, name: str) -> None:
    """At most the rows of equal days or scores are put in order, never all of them."""
    (page,) = [plan for sql, plan in plans(desk, PAGE[name]).items() if "ORDER BY" in sql and "FROM lead l" in sql]
    assert "USE TEMP B-TREE FOR ORDER BY" not in page


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The book, to be written."""
    path = tmp_path / "book.db"
    desk.connection.execute("VACUUM INTO ?", (str(path),))
    copy = open_desk(str(path), as_member=ME)
    yield copy
    copy.workspace.close()


WRITES = ("SELECT", "UPDATE", "INSERT", "DELETE FROM rollup")


def must_go_by_index(found: dict[str, list[str]]) -> None:
    """No large table is read from end to end, and no history of a whole table."""
    for sql, plan in found.items():
        lines = [line for line in plan if _WHOLE_SCAN.search(line) or line.endswith("KEY (table_name=?)")]
        assert not lines, (sql, plan)


@pytest.mark.parametrize("grown", [False, True], ids=["first change", "much changed"])
def test_taking_back_a_log_reads_what_it_did_by_index(copy: Desk, grown: bool) -> None:
    """After an import nearly all rows are of one operation, and the statistics hold the index by operation for useless."""
    if grown:
        with copy.operation("Titles") as unit:
            unit.execute("lead", "UPDATE lead SET title = 'Ms'")
            unit.execute("activity", "UPDATE activity SET note = 'x' WHERE done_on IS NULL")
    (row,) = copy.connection.rows("SELECT id, code, name FROM lead WHERE next_on IS NOT NULL LIMIT 1")
    lead = Ref("lead", *row)
    kind, every = outreach.outcomes_for(copy, lead)
    outreach.log(copy, lead, next(one for one in every if one.next_step), step=outreach.Step(kind, copy.today))
    for act in (history.undo, history.redo):
        found = plans(copy, act, WRITES)
        assert any(sql.startswith("UPDATE activity") for sql in found)
        must_go_by_index(found)


def test_a_small_import_reads_what_it_brought_and_what_hangs_on_it(copy: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "BULK_FROM", 10)
    parents = {f"{table}_id": copy.connection.value(f"SELECT id FROM {table}") for table in ("lead", "deal", "account")}

    def bring(desk: Desk) -> None:
        with desk.operation("Import", source="import") as unit, unit.bulk():
            lead = unit.insert("lead", {"name": "New", "account_id": parents["account_id"]})
            deal = unit.insert("deal", {"name": "New", "account_id": parents["account_id"], "opened_on": desk.today})
            unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})
            kind = unit.connection.value("SELECT id FROM activity_kind")
            for day in ("done_on", "due_on"):
                unit.insert_many("activity", [{**parents, "kind_id": kind, day: desk.today}] * 5)

    for act in (bring, history.undo, history.redo):
        found = plans(copy, act, WRITES)
        assert any(sql.startswith("INSERT INTO rollup_activity") for sql in found)
        must_go_by_index(found)


@pytest.mark.parametrize("desk", ["with statistics"], indirect=True)
def test_how_deals_stand_is_read_from_an_index_alone(desk: Desk) -> None:
    found = [plan for sql, plan in plans(desk, show).items() if "d.stage_on" in sql or "d.forecast" in sql]
    assert len(found) >= 2
    for plan in found:
        assert any("COVERING INDEX ix_deal_standing" in line for line in plan), plan


@pytest.mark.parametrize("link", ["account_id", "contact_id"])
def test_a_win_finds_the_leads_of_its_customer_by_index_where_most_have_none(desk: Desk, link: str) -> None:
    """With every lead in the index, statistics made SQLite read the whole table when a deal was won."""
    statement = derived.LEAD_KNOWN.format(scope=f"{link} IN (?, ?)")
    plan = desk.connection.rows(f"EXPLAIN QUERY PLAN {statement}", (desk.actor, desk.actor))
    assert re.match(rf"SEARCH lead USING (COVERING )?INDEX ix_lead_{link}", plan[0][-1]), plan
