"""Rollups hold what the rows say, whatever was done; KPIs read from them are those read from the rows."""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.kpis.tallies import Tallies
from salesdesk.domain.language.where import EVERYTHING
from salesdesk.errors import SalesdeskError
from salesdesk.services import editing, history, negotiating, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.services.measuring.asking import ENTITIES, question
from salesdesk.services.records import by_id
from salesdesk.services.setup import open_desk
from salesdesk.store import rollups
from salesdesk.store.read.kpis import leads, summed
from salesdesk.store.read.kpis.scope import Scope
from salesdesk.store.read.kpis.tallying import Buckets, tally
from tests.kpis import world as book
from tests.kpis.test_as_of import Team

NEEDS = ("closed", "trailing", "open", "outlook", "pushes", "ages", "leads", "activities", "steps")
PERIODS = ("", "period:2026-06", "period:2026-q2", "period:2026-05-10..2026-09-02", "period:all", "period:last-month")
DIMENSIONS = (None, "owner", "team", "manager", "source", "stage", "pipeline", "month", "quarter")


def figures(desk: Desk, scope: Scope) -> dict[Any, Any]:
    """Every tally of a question, empty groups and zeros left out."""
    found = tally(desk.connection, scope, NEEDS, before=(scope.start, scope.last), buckets=Buckets({}, 1))
    return {key: told for key, tallies in found.groups.items() if (told := _told(tallies))}


def _told(tallies: Tallies) -> dict[str, Any]:
    every = {need: getattr(tallies, need) for need in (*NEEDS, "before")}
    empty = {need: type(part)() for need, part in every.items() if part is not None}
    return {need: part for need, part in every.items() if part is not None and part != empty[need]}


def must_agree(
    desk: Desk,
    terms: Sequence[str] = PERIODS,
    dimensions: Sequence[str | None] = DIMENSIONS,
    *,
    third: int | None = None,
) -> None:
    """What is read from rollups is what is read from the rows; asked all, or one `third` of the questions."""
    assert rollups.differences(desk.connection) == {}
    for place, term in enumerate(terms):
        for by in dimensions if third is None else dimensions[(third + place) % 3 :: 3]:
            scope = question(desk, [term], by).scope
            rows = replace(scope, filters=dict.fromkeys(ENTITIES, EVERYTHING))
            assert summed.reader("open", scope)
            assert not summed.reader("open", rows)
            assert figures(desk, scope) == figures(desk, rows), (term, by)
            looked_up = leads.leads(desk.connection, rows, kept=False)
            assert leads.leads(desk.connection, rows) == looked_up, (term, by)


def people(desk: Desk) -> None:
    """Some deals and leads without a company are of a person."""
    with desk.operation("People") as unit:
        found = [unit.insert("contact", {"name": name}) for name in ("Anna", "Béla", "Cili")]
        for table in ("lead", "deal"):
            keys = unit.connection.rows(f"SELECT id FROM {table} WHERE account_id IS NULL ORDER BY id")
            for place, (key,) in enumerate(keys):
                unit.update(table, key, {"contact_id": found[place % 3] if place % 2 else None})


@pytest.mark.parametrize("seed", [21, 22])
def test_the_usual_questions_are_answered_as_from_the_rows(desk: Desk, seed: int) -> None:
    book.make(desk, seed)
    people(desk)
    # PostgreSQL takes three times as long and differs in the store's words alone: each question once for a team.
    thirds = [None] * 3 if desk.workspace.path is not None else [0, 1, 2]
    must_agree(desk, third=thirds[0])
    with desk.operation("Prices in another currency") as unit:
        unit.update("product", unit.connection.value("SELECT product_id FROM deal_line"), {"currency": "HUF"})
    must_agree(desk, third=thirds[1])
    # A month is whole although only its first days were asked, until something is dated in its last ones.
    with desk.operation("Nothing after today") as unit:
        for table, column in (("activity", "done_on"), ("deal", "won_on"), ("deal", "lost_on"), ("lead", "arrived_on")):
            unit.execute(table, f"UPDATE {table} SET {column} = ? WHERE {column} > ?", (desk.today, desk.today))
    must_agree(desk, third=thirds[2])


@pytest.mark.parametrize("seed", [31, 32])
def test_new_customers_are_as_many_as_their_first_wins(desk: Desk, seed: int) -> None:
    """By source the first win of everybody is looked for; whole, only those of the period and what they won before."""
    book.make(desk, seed)
    people(desk)
    months = show(desk, ["period:all"], "month", only=["cac"]).by
    assert months is not None
    over = [row for row in months.rows if (row.key or "") < desk.today.isoformat()[:7]]
    for term, found in {**{f"period:{m.key}": m.kpis["cac"] for m in over}, "period:all": None}.items():
        report = show(desk, [term], "source", only=["cac"])
        assert report.by is not None
        count = sum(row.kpis["cac"].denominator for row in report.by.rows)  # type: ignore[misc]
        assert report.kpis["cac"].denominator == count, term
        assert found is None or found.denominator == count, term


class Crew(Team):
    """A team that also imports, converts, and changes what figures hang on."""

    def bulk(self) -> None:
        """Many records at once, some of them changed."""
        stage, account = self.pick("stage"), self.pick("account")
        kind = self.pick("activity_kind", "meaning = 'call'")
        with self.desk.operation("Import", source="import") as unit, unit.bulk():
            for number in range(4):
                day = self.desk.today - dt.timedelta(days=self.random.randrange(90))
                owner = self.random.choice(self.members)
                lead = unit.insert(
                    "lead", {"name": f"L{number}", "arrived_on": day, "owner_id": owner, "account_id": account}
                )
                deal = unit.insert(
                    "deal", {"name": f"D{number}", "stage_id": stage, "account_id": account, "close_on": day}
                )
                unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})
                unit.insert("activity", {"lead_id": lead, "kind_id": kind, "owner_id": owner, "done_on": day})
            unit.execute("deal", "UPDATE deal SET probability = 40 WHERE state = 'open'")

    def bulk_wins(self) -> None:
        """Deals alone, which make customers of companies whose leads stay as they are."""
        company = {
            "account_id": self.pick("account"),
            "state": "won",
            "won_on": self.desk.today - dt.timedelta(days=80),
        }
        with self.desk.operation("Import", source="import") as unit, unit.bulk():
            unit.insert_many("deal", [{"name": "Won", "value_minor": 5, **company}])
            unit.execute("deal", "UPDATE deal SET state = 'lost', lost_on = opened_on WHERE state = 'open'")

    def convert(self) -> None:
        """A lead becomes a deal of a company."""
        key = self.pick("lead", "company = ''")
        if key:
            ref = by_id(self.desk.connection, "lead", key)
            with self.desk.operation("Company") as unit:
                unit.update("lead", key, {"company": self.random.choice(["Acme", "Bursztyn", ""])})
            prospecting.convert(self.desk, ref, prospecting.Conversion())

    def price(self) -> None:
        """What products cost, and in which currency."""
        changes = {
            "price_minor": self.random.choice([None, 100, 900]),
            "currency": self.random.choice(["EUR", "HUF", ""]),
        }
        self._change("product", self.pick("product"), changes)

    def sell(self) -> None:
        """A product on a deal without a value."""
        thing = by_id(self.desk.connection, "product", self.pick("product") or b"")
        negotiating.add_product(self.desk, self.ref("value_minor IS NULL"), thing, quantity=self.random.randrange(1, 4))

    def company(self) -> None:
        """Who a deal or lead is of."""
        with self.desk.operation("Company") as unit:
            account = self.pick("account") or unit.insert("account", {"name": "Borealis"})
            table = self.random.choice(["deal", "lead"])
            if key := self.pick(table):
                unit.update(table, key, {"account_id": self.random.choice([account, None])})

    def delete(self) -> None:
        """As a user deletes."""
        table = self.random.choice(["deal", "lead"])
        if key := self.pick(table):
            editing.delete(self.desk, [by_id(self.desk.connection, table, key)])

    def undo_import(self) -> None:
        """The last import, not the last operation."""
        for row in history.operations(self.desk):
            if row.label == "Import" and not row.undone:
                history.undo(self.desk, row.key, keep_used=True)
                return


ACTS = (
    "deal", "lead", "step", "close", "move", "value", "give", "bin", "settle", "product", "join", "undo", "redo", "bulk",
    "bulk_wins", "convert", "price", "sell", "company", "delete", "undo_import",
)  # fmt: skip


@pytest.fixture
def crew(desk: Desk) -> Crew:
    return Crew(desk, 0)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ACTS), min_size=8, max_size=40), st.integers(0, 10_000))
def test_whatever_is_done_rollups_hold_what_the_rows_say(crew: Crew, acts: list[str], seed: int) -> None:
    """The work goes on from one example to the next, so that there is always something to change and take back."""
    crew.random.seed(seed)
    for act in acts:
        with suppress(SalesdeskError):
            getattr(crew, act)()
    must_agree(crew.desk, ("period:all", "period:ytd"), (None, "owner", "source"))


def test_a_summary_while_an_import_runs_is_of_before_it(desk: Desk) -> None:
    book.make(desk, 41)
    before = show(desk, ["period:all"]).as_json()
    told: list[Any] = []

    def ask() -> None:
        told.append(show(desk, ["period:all"]).as_json())

    with desk.operation("Import", source="import") as unit:
        with unit.bulk():
            unit.insert_many("lead", ({"name": f"L{n}", "arrived_on": desk.today} for n in range(500)))
        _in_thread(ask)
    _in_thread(ask)
    assert told[0] == before
    arrived = before["kpis"]["lead_conversion"]["denominator"]
    assert told[1]["kpis"]["lead_conversion"]["denominator"] == arrived + 500


def test_two_writers_at_once_lose_no_count(desk: Desk, place: str) -> None:
    other = open_desk(place)
    kind = desk.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")

    def work(mine: Desk) -> None:
        for _ in range(15):
            with mine.operation("Logged") as unit:
                unit.insert("activity", {"kind_id": kind, "done_on": mine.today})

    threads = [threading.Thread(target=work, args=(one,)) for one in (desk, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert show(desk, only=["activities"]).kpis["activities"].value == 30
    assert rollups.differences(desk.connection) == {}
    other.workspace.close()


def _in_thread(act: Callable[[], None]) -> None:
    """In a thread of its own, which has a connection of its own."""
    thread = threading.Thread(target=act)
    thread.start()
    thread.join()
