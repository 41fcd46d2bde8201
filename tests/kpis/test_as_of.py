"""`as-of:` a past day says what the program said at the end of that day, however much was changed, undone and deleted
since; imported records count by their own dates."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import NotFoundError, SalesdeskError, UndoRefusedError
from salesdesk.services import history, negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.services.measuring.asking import question
from salesdesk.services.records import Ref, by_id
from salesdesk.services.setup import add_member
from salesdesk.store.read.kpis.past_late import FEW, imported_later
from salesdesk.store.read.lookups import choices, stages

START = dt.date(2026, 9, 1)
DAYS = 24
DIMENSIONS = ("owner", "team", "stage", "source", "product")
# What a record says of itself, and what another says that it names.
FILTERS = ("team:north", "value:>40", "source:web", "manager:none", "owner:omar")


def said(desk: Desk, number: int, day: dt.date | None = None) -> dict[str, Any]:
    """All KPIs, whole and by a dimension, the usual ones with a filter (others for each number), figure by figure; of the
    present, or as of a day."""
    terms = ["period:all", *([f"as-of:{day.isoformat()}"] if day else [])]
    report = show(desk, terms, by=DIMENSIONS[number % len(DIMENSIONS)], every=True).as_json()
    some = show(desk, [*terms, FILTERS[number % len(FILTERS)]]).as_json()
    figures = [("kpis", report["kpis"]), ("by", report["by"]), ("some", some["kpis"])]
    return dict(figure for name, part in figures for figure in _flat(part, name))


def _flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Each figure of a report by the path to it."""
    if isinstance(value, dict) and "dimension" in value:
        for row in value["rows"]:
            yield from _flat(row["kpis"], f"{value['dimension']}/{row['key']}")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(part, f"{path}/{key}")
    elif not path.endswith("longest_waiting"):
        # How long somebody waits is told by the clock: by the hour of the question, or by the end of the past day.
        yield path, value


class Team:
    """Somebody who does something at random."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.random = random.Random(seed)
        self.members = [desk.members()[0].id, add_member(desk, "Omar Farouk").id, add_member(desk, "Lena Vogt").id]
        self.sources = [c.id for c in choices(desk.connection, "source")][:2]
        with desk.operation("Teams") as unit:
            for name in ("Kite", "String"):
                unit.insert("product", {"name": name})
            self.teams = [unit.insert("team", {"name": name}) for name in ("North", "South")]

    def act(self) -> None:
        """One operation."""
        acts: list[Callable[[], object]] = [self.deal, self.deal, self.lead, self.step, self.step, self.join, self.undo]
        acts += [
            self.close,
            self.close,
            self.close,
            self.move,
            self.value,
            self.give,
            self.bin,
            self.settle,
            self.redo,
            self.product,
        ]
        try:
            self.random.choice(acts)()
        except (UndoRefusedError, NotFoundError):
            return

    def pick(self, table: str, where: str = "1=1") -> bytes | None:
        """The key of a live record, if there is one."""
        keys = [
            key
            for (key,) in self.desk.connection.rows(
                f"SELECT id FROM {table} WHERE deleted_op IS NULL AND {where} ORDER BY id"
            )
        ]
        return self.random.choice(keys) if keys else None

    def ref(self, where: str = "1=1") -> Ref:
        """A deal."""
        key = self.pick("deal", where)
        if key is None:
            raise NotFoundError("no such deal")
        return by_id(self.desk.connection, "deal", key)

    def deal(self) -> None:
        value = self.random.choice([None, Money(self.random.randrange(10_000), "EUR")])
        new = negotiating.NewDeal(f"Deal {self.random.random()}", value, owner_id=self.random.choice(self.members))
        negotiating.add(self.desk, new)

    def move(self) -> None:
        every = [s for s in stages(self.desk.connection) if s.meaning == "open" and s.pipeline == "Sales"]
        negotiating.move(self.desk, self.ref("state = 'open'"), self.random.choice(every))

    def close(self) -> None:
        what = self.random.choice(["win", "win", "lose", "reopen"])
        if what == "win":
            negotiating.win(self.desk, self.ref("state <> 'won'"))
        elif what == "lose":
            negotiating.lose(self.desk, self.ref("state = 'open'"), self.random.choice(negotiating.reasons(self.desk)))
        else:
            negotiating.reopen(self.desk, self.ref("state <> 'open'"))

    def _change(self, table: str, key: bytes | None, changes: dict[str, Any]) -> None:
        if key is None:
            return
        with self.desk.operation("Changed") as unit:
            unit.update(table, key, changes)

    def value(self) -> None:
        close_on = self.desk.today + dt.timedelta(days=self.random.randrange(-5, 20))
        changes = {"value_minor": self.random.choice([None, 0, 777, 50_000]), "close_on": close_on}
        words = {
            "probability": self.random.choice([None, 5, 95]),
            "forecast": self.random.choice(["", "commit", "best"]),
        }
        self._change("deal", self.pick("deal"), changes | words)

    def give(self) -> None:
        table = self.random.choice(["deal", "lead"])
        self._change(table, self.pick(table), {"owner_id": self.random.choice(self.members)})

    def bin(self) -> None:
        table = self.random.choice(["deal", "lead", "activity"])
        key = self.pick(table)
        if key and self.random.random() < 0.5:
            with self.desk.operation("Deleted") as unit:
                unit.delete(table, key)

    def lead(self) -> None:
        with self.desk.operation("Lead added") as unit:
            keys = {"owner_id": self.random.choice(self.members), "source_id": self.random.choice(self.sources)}
            unit.insert("lead", {"name": "Anna", "arrived_on": self.desk.today, **keys})

    def settle(self) -> None:
        lead, deal = self.pick("lead"), self.pick("deal", "state = 'open'")
        status = self.random.choice(choices(self.desk.connection, "lead_status"))
        days = {"qualified_on": None, "closed_on": None}
        if status.meaning != "open":
            days["qualified_on" if status.meaning == "converted" else "closed_on"] = self.desk.today.isoformat()  # type: ignore[assignment]
        self._change("lead", lead, {"status_id": status.id, **days})
        if lead and deal and self.random.random() < 0.5:
            with self.desk.operation("Linked") as unit:
                unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})

    def step(self) -> None:
        planned = self.pick("activity", "done_on IS NULL")
        if planned and self.random.random() < 0.5:
            self._change("activity", planned, {"done_on": self.desk.today})
            return
        table = self.random.choice(["lead", "deal"])
        key, kind = self.pick(table), self.random.choice(choices(self.desk.connection, "activity_kind"))
        if key:
            due = self.desk.today + dt.timedelta(days=self.random.randrange(6))
            row = {"kind_id": kind.id, f"{table}_id": key, "owner_id": self.random.choice(self.members)}
            with self.desk.operation("Planned") as unit:
                unit.insert("activity", {**row, "due_on": due})

    def join(self) -> None:
        self._change("member", self.random.choice(self.members), {"team_id": self.random.choice(self.teams)})

    def product(self) -> None:
        thing = self.pick("product")
        if thing is None:
            return
        price = Money(self.random.randrange(1, 900), "EUR")
        negotiating.add_product(self.desk, self.ref(), by_id(self.desk.connection, "product", thing), price=price)

    def undo(self) -> None:
        history.undo(self.desk)

    def redo(self) -> None:
        history.redo(self.desk)


@pytest.mark.parametrize("seed", range(4))
def test_a_past_day_says_what_it_said_then(desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    then: dict[dt.date, tuple[int, dict[str, Any]]] = {}
    monkeypatch.setenv("SALESDESK_NOW", f"{START - dt.timedelta(days=1)}T08:00:00Z")
    team = Team(desk, seed)
    for number in range(DAYS):
        day = START + dt.timedelta(days=number)
        for hour in range(6, 6 + team.random.randrange(1, 7)):
            monkeypatch.setenv("SALESDESK_NOW", f"{day}T{hour:02}:00:00Z")
            team.act()
        team.join()
        monkeypatch.setenv("SALESDESK_NOW", f"{day}T20:00:00Z")
        if number % 3 == 0:
            then[day] = number // 3 + seed, said(desk, number // 3 + seed)
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T08:00:00Z")

    for day, (which, expected) in then.items():
        found = said(desk, which, day)
        assert len(_later(desk, day)) == 1, day
        assert {k: (found.get(k), v) for k, v in expected.items() if found.get(k) != v} == {}, day
        assert found.keys() == expected.keys(), day


def _later(desk: Desk, day: dt.date) -> set[int]:
    """How many records count by dates they were given later, counted by each way there is."""
    with desk.workspace.snapshot() as connection:
        past = question(desk, [f"as-of:{day.isoformat()}"]).scope.past
        assert past is not None
        return {imported_later(connection, past, few=few) for few in (0, 5, FEW)}


def test_many_of_an_import_are_counted_without_looking_at_each(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-09-01T08:00:00Z")
    with desk.operation("Added") as unit:
        there = [unit.insert("lead", {"name": "Anna", "arrived_on": "2026-09-01"}) for _ in range(3)]
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-01T08:00:00Z")
    with desk.operation("Imported", source="import") as unit, unit.bulk():
        days = [None, "2026-08-01", "2026-08-01", "2026-08-02", "2026-08-03", "2026-08-04", "2026-10-01"]
        unit.insert_many("lead", ({"name": "Old", "arrived_on": day} for day in days))
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-02T08:00:00Z")
    old = [key for (key,) in desk.connection.rows("SELECT id FROM lead WHERE arrived_on < '2026-08-04' ORDER BY id")]
    with desk.operation("Changed") as unit:
        unit.update("lead", there[0], {"score": 1})
        unit.update("lead", old[0], {"score": 1})
        unit.delete("lead", old[1])

    assert _later(desk, dt.date(2026, 9, 30)) == {4}
    assert show(desk, ["period:all", "as-of:2026-09-30"]).imported == 4


def _import(desk: Desk, **deal: Any) -> None:
    stage = next(s for s in stages(desk.connection) if s.meaning == deal.get("state", "open"))
    with desk.operation("Imported", source="import") as unit, unit.bulk():
        unit.insert_many(
            "deal", [{"name": "Old", "stage_id": stage.id, "value_minor": 1000, "currency": "EUR", **deal}]
        )


def test_an_import_counts_by_its_dates(desk: Desk) -> None:
    _import(desk, state="won", opened_on="2025-01-10", won_on="2025-03-10")
    for day, won, opened in (("2025-01-09", 0, 0), ("2025-01-10", 0, 1), ("2025-03-09", 0, 1), ("2025-03-10", 1, 0)):
        report = show(desk, ["period:all", f"as-of:{day}"])
        assert (day, report.kpis["won_revenue"].count, report.kpis["open_pipeline"].count) == (day, won, opened)
        assert report.imported == won + opened


def test_an_undone_import_never_was_on_a_day_before_it(desk: Desk) -> None:
    _import(desk, state="won", opened_on="2025-01-10", won_on="2025-03-10")
    history.undo(desk, history.operations(desk, limit=1)[0].text_id)

    assert show(desk, ["period:all", "as-of:2025-06-01"]).kpis["won_revenue"].count == 0
    assert show(desk, ["period:all"]).kpis["won_revenue"].count == 0


def test_an_operation_counts_until_it_was_undone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-02T08:00:00Z")
    deal = negotiating.add(desk, negotiating.NewDeal("Kite", Money(5000, "EUR")))
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-03T08:00:00Z")
    negotiating.win(desk, deal)
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-05T08:00:00Z")
    history.undo(desk)
    counts = {
        day: show(desk, ["period:all", f"as-of:2026-11-0{day}"]).kpis["won_revenue"].count for day in (2, 3, 4, 5)
    }
    assert counts == {2: 0, 3: 1, 4: 1, 5: 0}


def test_a_period_that_changed_after_its_end_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-10-02T08:00:00Z")
    kept = negotiating.add(desk, negotiating.NewDeal("Kept", Money(5000, "EUR")))
    back = negotiating.add(desk, negotiating.NewDeal("Back again", Money(7000, "EUR")))
    for deal in (kept, back):
        negotiating.win(desk, deal)
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-10T08:00:00Z")
    assert show(desk, ["period:2026-10"]).changed == []
    negotiating.reopen(desk, back)

    report = show(desk, ["period:2026-10"])
    assert [row.name for row in report.changed] == ["Back again"]
    assert report.as_json()["changed_since_end"][0]["ref"] == back.ref
    assert report.kpis["won_revenue"].count == 1
    assert show(desk, ["period:2026-10", "as-of:2026-10-31"]).kpis["won_revenue"].count == 2


def test_a_day_to_come_is_refused(desk: Desk) -> None:
    with pytest.raises(SalesdeskError, match="still to come"):
        show(desk, ["as-of:2027-01-01"])
