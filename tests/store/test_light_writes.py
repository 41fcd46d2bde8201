"""Triggers do no more than they must, and what they keep is still what a recount says."""

import datetime as dt
from contextlib import suppress
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from salesdesk.errors import NotFoundError, UndoRefusedError
from salesdesk.services import history
from salesdesk.services.desk import Desk
from salesdesk.store import derived, rollups, undo
from salesdesk.store.triggers import record_tables
from salesdesk.store.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2026, 11, 23)
LINKS = ("lead_id", "deal_id", "account_id", "contact_id")
# What a rep or an import does to the rows that others are computed from.
MOVES = [
    "touch",
    "plan",
    "finish",
    "reopen",
    "move",
    "kind",
    "bin",
    "restore",
    "lead",
    "deal",
    "date",
    "join",
    "line",
    "price",
    "bulk",
]


def kept(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every derived column of every record, names folded for the search apart."""
    columns = {
        t.name: [c.name for c in t.columns if c.info.get("derived") and not c.name.endswith(("_key", "_text"))]
        for t in record_tables()
    }
    return {
        table: desk.connection.rows(f"SELECT id, {', '.join(names)} FROM {table} ORDER BY id")
        for table, names in columns.items()
        if names
    }


class _TakeBackError(Exception):
    """Ends an operation without a trace."""


def must_equal_a_recount(desk: Desk, after: str = "") -> None:
    """Derived columns and rollups are as they would be, had they been computed anew."""
    assert rollups.differences(desk.connection) == {}, after
    before = kept(desk)
    with suppress(_TakeBackError), desk.operation("Recount") as unit:
        with unit.bulk():
            for table in derived.BULK:
                unit.execute(table, f"UPDATE {table} SET deleted_op = deleted_op WHERE 1 = 0")
        assert kept(desk) == before, after
        raise _TakeBackError


class Day:
    """A small team's records, and acts on them that a number picks."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random = desk, Random(seed)
        with desk.operation("Left over, so that an import is small beside what is there") as unit, unit.bulk():
            unit.insert_many("lead", ({"name": f"Old {number}"} for number in range(400)))
            unit.execute("lead", "UPDATE lead SET deleted_op = created_op")
        with desk.operation("Records") as unit:
            self.product = unit.insert("product", {"name": "Box", "price_minor": 500, "currency": "EUR"})
            for number in range(2):
                account = unit.insert("account", {"name": f"A{number}"})
                contact = unit.insert("contact", {"name": f"C{number}", "account_id": account})
                for part in range(2):
                    who = {"account_id": account} if part else {"contact_id": contact}
                    lead = unit.insert("lead", {"name": f"L{number}{part}", "arrived_on": DAY, **who})
                    deal = unit.insert("deal", {"name": f"D{number}{part}", "opened_on": DAY, **who})
                    unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})

    def pick(self, table: str, where: str = "deleted_op IS NULL") -> bytes:
        rows = self.desk.connection.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id")
        if not rows:
            raise NotFoundError("There is none.")
        return bytes(self.random.choice(rows)[0])

    def day(self) -> dt.date:
        return DAY + dt.timedelta(days=self.random.randrange(-5, 6))

    def links(self) -> dict[str, bytes | None]:
        """A parent or two, of any kind."""
        chosen = self.random.sample(LINKS, self.random.choice((1, 1, 2)))
        return {link: self.pick(link.removesuffix("_id")) if link in chosen else None for link in LINKS}

    def run(self, move: str) -> None:
        """One operation; NotFoundError where there is nothing to do it to."""
        with self.desk.operation(move) as unit:
            if move == "bulk":
                if self.random.random() < 0.3:
                    self._act(unit, "touch")
                with unit.bulk():
                    self._import(unit)
                    if self.random.random() < 0.3:
                        self._act(unit, "reopen")
            else:
                self._act(unit, move)

    def _import(self, unit: Unit) -> None:
        """New records that hang on each other, and on those that are there."""
        at, kind = self.day(), self._kind()
        lead = unit.insert("lead", {"name": "New", "arrived_on": at, **self._who()})
        deal = unit.insert("deal", {"name": "New", **self._who(), **self._closed(at)})
        for which in {"deal_id": deal, "lead_id": self.pick("lead")}, {"deal_id": self.pick("deal"), "lead_id": lead}:
            unit.insert("deal_lead", which)
        unit.insert("deal_line", {"deal_id": self.random.choice((deal, self.pick("deal"))), "product_id": self.product})
        for parents in ({"lead_id": lead, "deal_id": deal}, self.links(), self.links()):
            unit.insert("activity", {**parents, "kind_id": kind, self.random.choice(("done_on", "due_on")): at})

    def _act(self, unit: Unit, move: str) -> None:
        at = self.day()
        acts: dict[str, Callable[[], object]] = {
            "touch": lambda: unit.insert("activity", {**self.links(), "kind_id": self._kind(), "done_on": at}),
            "plan": lambda: unit.insert("activity", {**self.links(), "kind_id": self._kind(), "due_on": at}),
            "finish": lambda: unit.update("activity", self.pick("activity", _PLANNED), {"done_on": at}),
            "reopen": lambda: unit.update("activity", self.pick("activity"), {"done_on": None, "due_on": at}),
            "move": lambda: unit.update("activity", self.pick("activity"), self.links()),
            "kind": lambda: unit.update("activity", self.pick("activity"), {"kind_id": self._kind()}),
            "bin": lambda: self._bin(unit),
            "restore": lambda: self._restore(unit),
            "lead": lambda: unit.update(
                "lead", self.pick("lead"), {**self._who(), "arrived_on": at, "status_id": self.pick("lead_status")}
            ),
            "deal": lambda: unit.update("deal", self.pick("deal"), {**self._who(), **self._closed(at)}),
            "date": lambda: unit.update("deal", self.pick("deal", _WON), {"won_on": at}),
            "join": lambda: unit.insert("deal_lead", {"deal_id": self.pick("deal"), "lead_id": self.pick("lead")}),
            "line": lambda: unit.insert("deal_line", {"deal_id": self.pick("deal"), "product_id": self.product}),
            "price": lambda: unit.update(
                "product", self.product, {"price_minor": self.random.choice((None, 300, 500))}
            ),
        }
        acts[move]()

    def _kind(self) -> bytes:
        return self.pick("activity_kind")

    def _who(self) -> dict[str, bytes | None]:
        return {link: self.random.choice((None, self.pick(link.removesuffix("_id")))) for link in LINKS[2:]}

    def _closed(self, at: dt.date) -> dict[str, object]:
        state = self.random.choice(("open", "won", "lost"))
        days = {"won_on": at if state == "won" else None, "lost_on": at if state == "lost" else None}
        return {"state": state, "source_id": self.pick("source"), "opened_on": self.random.choice((None, at)), **days}

    def _bin(self, unit: Unit) -> None:
        table = self.random.choice(("activity", "lead", "deal", "deal_lead", "deal_line"))
        unit.delete(table, self.pick(table))

    def _restore(self, unit: Unit) -> None:
        table = self.random.choice(("activity", "lead", "deal", "deal_lead", "deal_line"))
        key = self.pick(table, "deleted_op IS NOT NULL AND deleted_op <> created_op")
        unit.execute(table, f"UPDATE {table} SET deleted_op = NULL WHERE id = ?", (key,))


_PLANNED = "deleted_op IS NULL AND done_on IS NULL"
_WON = "deleted_op IS NULL AND state = 'won'"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_is_kept_as_a_recount_says(desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed % 2:
        # Every undo as if it were of very many records.
        monkeypatch.setattr(undo, "BULK_FROM", 1)
    day = Day(desk, seed)
    acts: dict[str, Callable[[], object]] = {move: partial(day.run, move) for move in MOVES}
    acts |= {"undo": partial(history.undo, desk), "redo": partial(history.redo, desk)}
    acts |= {"undo what is not used": partial(history.undo, desk, keep_used=True)}
    # What follows from what is declared once for both engines: each act is recounted on SQLite, where that takes little.
    often = 1 if desk.connection.dialect.name == "sqlite" else 5
    for number in range(150):
        move = day.random.choice([*acts])
        with suppress(NotFoundError, UndoRefusedError):
            acts[move]()
        if number % often == 0:
            must_equal_a_recount(desk, move)


def test_a_step_is_the_next_one_only_when_it_is_due_first(desk: Desk) -> None:
    with desk.operation("Lead") as unit:
        lead = unit.insert("lead", {"name": "Anna"})
    at = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    for subject, due in (("b", DAY), ("c", DAY + dt.timedelta(days=1)), ("a", DAY - dt.timedelta(days=1))):
        with desk.operation(subject) as unit:
            unit.insert("activity", {"lead_id": lead, "subject": subject, "due_on": due})
    assert desk.connection.value("SELECT next_text FROM lead") == "a"
    with desk.operation("On the same day with a time") as unit:
        unit.insert(
            "activity", {"lead_id": lead, "subject": "timed", "due_on": DAY - dt.timedelta(days=1), "due_at": at}
        )
    assert desk.connection.value("SELECT next_text FROM lead") == "timed"
    for expected in ("a", "b", "b", None):
        history.undo(desk)
        assert desk.connection.value("SELECT next_text FROM lead") == expected
    must_equal_a_recount(desk)


def test_an_activity_that_moves_takes_its_step_along(desk: Desk) -> None:
    with desk.operation("Leads") as unit:
        one, other = (unit.insert("lead", {"name": name}) for name in ("Anna", "Béla"))
        step = unit.insert("activity", {"lead_id": one, "subject": "pricing", "due_on": DAY})
    with desk.operation("Moved") as unit:
        unit.update("activity", step, {"lead_id": other})
    asked = "SELECT name, next_text FROM lead ORDER BY name"
    assert desk.connection.rows(asked) == [("Anna", None), ("Béla", "pricing")]
    history.undo(desk)
    assert desk.connection.rows(asked) == [("Anna", "pricing"), ("Béla", None)]
    must_equal_a_recount(desk)


@pytest.fixture
def written(file_desk: Desk) -> list[str]:
    """What is written to leads from here on."""
    found: list[str] = []
    connection = file_desk.connection.raw
    connection.create_function("seen", 1, found.append)
    file_desk.workspace.triggers_checked = True
    connection.execute("CREATE TRIGGER watch AFTER UPDATE ON lead BEGIN SELECT seen(NEW.name); END")
    return found


def test_a_win_writes_only_the_leads_that_learn_of_it(file_desk: Desk, written: list[str]) -> None:
    with file_desk.operation("Records") as unit:
        account = unit.insert("account", {"name": "Acme"})
        deals = [unit.insert("deal", {"name": f"D{n}", "account_id": account}) for n in range(3)]
        for number in range(5):
            unit.insert("lead", {"name": f"L{number}", "account_id": account})
    with file_desk.operation("Lost") as unit:
        unit.update("deal", deals[0], {"state": "lost", "lost_on": DAY})
    assert written == []
    with file_desk.operation("Won") as unit:
        unit.update("deal", deals[1], {"state": "won", "won_on": DAY})
    assert sorted(written) == [f"L{number}" for number in range(5)]
    with file_desk.operation("Won again, later") as unit:
        unit.update("deal", deals[2], {"state": "won", "won_on": DAY + dt.timedelta(days=1)})
    assert len(written) == 5


def test_a_write_beside_temporary_tables_and_what_is_being_read(file_desk: Desk) -> None:
    """A small write keeps in memory what it may take back, which SQLite decides together with where such tables live."""
    connection = file_desk.connection
    with file_desk.operation("Leads") as unit:
        unit.insert_many("lead", ({"name": f"L{number}"} for number in range(2000)))
    for _ in range(2):
        with file_desk.workspace.snapshot():
            connection.execute("CREATE TEMP TABLE kept AS SELECT id FROM lead")
        reading = connection.each("SELECT name FROM lead")
        next(reading)
        with file_desk.operation("Another") as unit:
            unit.insert("lead", {"name": "Anna"})
        assert sum(1 for _ in reading) >= 1999
    assert connection.value("PRAGMA temp_store") == 0
    must_equal_a_recount(file_desk)


def test_a_large_write_counts_part_by_part(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows are a part here, and there are more of them than a part holds, none at its border left out."""
    monkeypatch.setattr("salesdesk.store.bulk._PART", 2)
    day = Day(desk, 7)
    with desk.operation("Imported") as unit:
        kind = unit.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        every = [key for (key,) in unit.connection.rows("SELECT id FROM lead WHERE deleted_op IS NULL ORDER BY id")]
        steps = [{"kind_id": kind, "lead_id": key, "due_on": DAY, "subject": "x"} for key in [*every, *every]]
        with unit.bulk():
            # A change that is no insert: all that hangs on the tables is computed.
            unit.execute("lead", "UPDATE lead SET campaign = 'x' WHERE deleted_op IS NULL")
            unit.insert_many("activity", steps)
    assert len(every) > 3
    assert desk.connection.value("SELECT count(*) FROM lead WHERE next_on IS NOT NULL") == len(every)
    must_equal_a_recount(desk)
    assert day.pick("lead")
