"""Real files that nobody here wrote: what they hold arrives, in any order, once, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdesk.errors import InvalidError, UndoRefusedError
from salesdesk.services import history, importing, negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.records import by_id
from salesdesk.services.setup import Beginning, create
from tests.conftest import ENGINES, drop_place, fresh_place

from .importing_files import DATA, bring, contents, count, counts, live, maven, needs_data

pytestmark = needs_data
Brought = tuple[Desk, importing.ImportReport]


@pytest.fixture(scope="module", params=ENGINES)
def brought(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brought]:
    """A workspace that the files of a sales team were imported into, for tests that only look."""
    place = fresh_place(request.param, tmp_path_factory.mktemp("brought"))
    desk = create(place, Beginning(me="Maya Kessler", currency="EUR", time_zone="Europe/Budapest"))
    yield desk, bring(desk, *maven())
    desk.workspace.close()
    drop_place(place)


def test_the_files_of_a_sales_team_arrive_whole(brought: Brought) -> None:
    desk, report = brought
    assert counts(report) == {
        "accounts": (85, 0, 0, 0),
        "products": (7, 0, 0, 0),
        "sales_teams": (35, 0, 0, 0),
        "sales_pipeline": (8800, 0, 0, 0),
        "data_dictionary": (0, 0, 0, 21),
    }
    assert count(desk, "member") == 1 + 35 + 6 and count(desk, "member", "role = 'manager'") == 6
    states: dict[str, int] = dict(
        desk.connection.rows("SELECT state, count(*) FROM deal WHERE deleted_op IS NULL GROUP BY state")
    )
    assert states == {"won": 4238, "lost": 2473, "open": 2089}
    won = desk.connection.value("SELECT sum(value_minor) FROM deal WHERE state = 'won' AND deleted_op IS NULL")
    assert won == 10_005_534_00
    assert desk.connection.value("SELECT sum(amount_minor) FROM sales_order WHERE deleted_op IS NULL") == won
    assert count(desk, "deal", "state = 'lost' AND value_minor = 0") == 2473
    assert count(desk, "deal", "state = 'open' AND value_minor IS NULL") == 2089
    assert count(desk, "deal", "account_id IS NULL") == 1425 and count(desk, "deal", "opened_on IS NULL") == 500
    assert count(desk, "account", "parent_id IS NOT NULL") == 15
    listed = desk.connection.value("SELECT sum(list_minor) FROM deal WHERE state = 'open' AND deleted_op IS NULL")
    assert listed == 4_966_215_00


def test_a_misspelt_product_is_linked_with_a_warning_that_says_so(brought: Brought) -> None:
    _, report = brought
    (deals,) = [file for file in report.files if file.kind == "deal"]
    (problem,) = deals.problems
    assert (problem.line, problem.column, problem.value, problem.severity) == (3, "product", "GTXPro", "warning")
    assert "GTX Pro" in problem.reason and len(problem.lines) == 1480
    (dictionary,) = [file for file in report.files if file.kind is None]
    assert "dictionary" in dictionary.not_records and dictionary.problems[0].severity == "refused"


def test_unknown_stages_get_a_pipeline_in_order_and_closes_are_frozen(brought: Brought) -> None:
    desk, _ = brought
    rows = desk.connection.rows(
        "SELECT s.name, s.meaning FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE p.name = 'Sales pipeline'"
        " ORDER BY s.position"
    )
    assert rows == [("Prospecting", "open"), ("Engaging", "open"), ("Won", "won"), ("Lost", "lost")]
    by_manager: dict[str, int] = dict(
        desk.connection.rows(
            "SELECT m.name, count(*) FROM deal d JOIN member m ON m.id = d.closed_manager_id"
            " WHERE d.state = 'won' GROUP BY m.name"
        )
    )
    assert sum(by_manager.values()) == 4238 and len(by_manager) == 6
    changes = count(desk, "stage_change")
    assert changes == 8800 - 500 + 4238 + 2473


def test_any_order_of_the_files_gives_the_same(desk: Desk, tmp_path: Path) -> None:
    bring(desk, *maven())
    other = create(
        str(tmp_path / "other.db"), Beginning(me="Maya Kessler", currency="EUR", time_zone="Europe/Budapest")
    )
    bring(other, *reversed(maven()))
    assert list(contents(desk)) == list(contents(other))
    other.workspace.close()


def test_again_is_unchanged_undo_empties_and_redo_brings_it_back(desk: Desk) -> None:
    before = live(desk)
    first = bring(desk, *maven())
    after = live(desk)
    again = bring(desk, *maven())
    assert again.operation is None and again.unchanged == 85 + 7 + 35 + 8800 and again.added == again.updated == 0
    assert live(desk) == after
    history.undo(desk)
    assert live(desk) == before and count(desk, "deal") == 0
    history.redo(desk)
    assert live(desk) == after and first.operation is not None
    assert bring(desk, *maven()).unchanged == 8927


def test_after_an_undo_the_same_files_add_again_and_the_redo_is_refused(desk: Desk) -> None:
    bring(desk, *maven("products"))
    history.undo(desk)
    assert bring(desk, *maven("products")).added == 7
    with pytest.raises(UndoRefusedError, match="Imported 7 products"):
        history.redo(desk)


def test_an_edit_made_here_survives_the_files(desk: Desk) -> None:
    bring(desk, *maven())
    key = desk.connection.value("SELECT id FROM deal WHERE state = 'open' AND account_id IS NOT NULL ORDER BY id")
    negotiating.win(desk, by_id(desk.connection, "deal", key))
    report = bring(desk, *maven())
    assert report.unchanged == 8927
    (deals,) = [file for file in report.files if file.kind == "deal"]
    (problem,) = [p for p in deals.problems if "changed here" in p.reason]
    assert problem.column == "deal_stage" and problem.value in ("Engaging", "Prospecting") and "Won" in problem.reason
    assert desk.connection.value("SELECT state FROM deal WHERE id = ?", (key,)) == "won"


def test_owners_become_members_and_one_of_them_is_me(place: str) -> None:
    empty = create(place, Beginning(currency="USD"))
    preview = importing.examine(empty, maven())
    assert len(preview.owners) == 41 and preview.members == ()
    importing.publish(empty, preview, me="moses")
    assert empty.actor == empty.member("Moses Frase").id
    assert empty.connection.value("SELECT manager_id IS NOT NULL FROM member WHERE name = 'Moses Frase'")
    assert count(empty, "member") == 41
    history.undo(empty)
    assert count(empty, "member") == 1 and count(empty, "deal") == 0
    empty.workspace.close()


@pytest.mark.parametrize(
    ("folder", "names", "kinds"),
    [
        ("chinook", ("Customer", "Employee", "Invoice"), {"contact", "member", "order"}),
        ("ravenstack", ("ravenstack_accounts", "ravenstack_subscriptions"), {"account", "subscription"}),
        ("krayin", ("leads", "persons"), {"deal", "contact"}),
        ("contacts-csv", ("outlook",), {"contact"}),
    ],
)
def test_files_of_other_tools(desk: Desk, folder: str, names: tuple[str, ...], kinds: set[str]) -> None:
    before = live(desk)
    paths = [DATA / folder / f"{name}.csv" for name in names]
    report = bring(desk, *paths)
    assert {file.kind for file in report.files} == kinds and report.refused == 0
    after = live(desk)
    assert bring(desk, *paths).unchanged == report.added
    history.undo(desk)
    assert live(desk) == before
    history.redo(desk)
    assert live(desk) == after


def test_orders_find_customers_that_are_contacts(desk: Desk) -> None:
    bring(desk, *(DATA / "chinook" / f"{name}.csv" for name in ("Invoice", "Customer", "Employee")))
    rows = desk.connection.rows(
        "SELECT m.name, sum(o.amount_minor), count(DISTINCT c.id) FROM sales_order o JOIN contact c ON c.id = o.contact_id"
        " JOIN member m ON m.id = c.owner_id GROUP BY m.name ORDER BY m.name"
    )
    assert rows == [("Jane Peacock", 83304, 21), ("Margaret Park", 77540, 20), ("Steve Johnson", 72016, 18)]
    assert count(desk, "account", "name = '2'") == 0


def test_exports_of_a_big_tool_with_many_columns(desk: Desk) -> None:
    paths = sorted((DATA / "salesforce-seeds").glob("*.csv"))
    preview = importing.examine(desk, paths)
    assert preview.needs_confirmation and all(not file.undecided for file in preview.files)
    report = importing.publish(desk, preview)
    assert report.refused == 0 and report.added == sum(file.rows for file in report.files)
    assert bring(desk, *paths).unchanged == report.added


@pytest.mark.parametrize(
    "path",
    sorted(DATA.glob("csv-messy/**/*.csv")) + sorted(DATA.glob("adventureworks-quota/*.csv")),
    ids=lambda p: p.name,
)
def test_messy_files_are_imported_whole_or_say_what_decides(file_desk: Desk, path: Path) -> None:
    try:
        preview = importing.examine(file_desk, [path])
    except InvalidError as refused:
        assert path.name in refused.message
        return
    if preview.undecided:
        with pytest.raises(InvalidError, match="--"):
            importing.publish(file_desk, preview)
    report = bring(file_desk, path, kind="lead", dates="ymd", decimal=".")
    assert report.added + report.refused == report.files[0].rows
    assert bring(file_desk, path, kind="lead", dates="ymd", decimal=".").unchanged == report.added
