"""Where little changed since, a past day is worked out of the present: it is what its rows say."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import pytest

from salesdesk.domain.kpis.kpi import TRAILING_DAYS
from salesdesk.errors import SalesdeskError
from salesdesk.plain import replace
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import question
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import corrected, deals, summed
from salesdesk.store.read.kpis.scope import Scope
from salesdesk.store.read.kpis.tallying import READS
from tests.kpis import world as book
from tests.kpis.test_rollups import ACTS, Crew, people

NEEDS = (
    *("closed", "since_opening", "year_before", "opened", *TRAILING_DAYS, "open", "outlook", "leads", "activities"),
)
PERIODS = ("period:2026-q3", "period:all", "period:2026-08-10..2026-09-20")
DIMENSIONS = (
    *("owner", "source", "stage", "pipeline", "competitor", "month", "quarter"),
    *("team", "manager", "region", "sector", "product", "campaign", "tier"),
)
# Of the record itself, of one it names, of neither.
FILTERS = (
    *("value:>50", "team:north", "region:east", "sector:food", "country:none", "manager:none", "tag:hot", "tier:gold"),
    *(
        "owner:omar",
        "close:none",
        "created:>=2026-08-01",
        "status:open",
        "kind:call",
        "score:>20",
        "closed:>2026-09-15",
    ),
    *(
        "account:borealis",
        "promised:yes",
        "touch:>5",
        "campaign:none",
        "city:none",
        "name:l",
        "product:none",
        "lost:none",
    ),
)


def _told(found: Mapping[Any, Any] | None) -> dict[Any, Any] | None:
    """Groups that have something to tell."""
    return None if found is None else {key: tally for key, tally in found.items() if tally != type(tally)()}


def _corrected(connection: Connection, scope: Scope, need: str) -> Mapping[Any, Any] | None:
    return corrected.tallies(connection, scope, need, READS[need], summed.reader(need, replace(scope, past=None)))


def must_agree(desk: Desk, day: dt.date, number: int) -> None:
    """Both ways say the same of that day: whole, and by another dimension and with another filter for each number."""
    for place, term in enumerate(PERIODS):
        by = DIMENSIONS[(number + place) % len(DIMENSIONS)]
        some = FILTERS[(3 * number + place) % len(FILTERS)]
        for words, split in (([], None), ([], by), ([some], None), ([some], by)):
            with desk.workspace.snapshot() as connection:
                scope = question(desk, [term, f"as-of:{day}", *words], split).scope
                assert scope.past
                if not scope.past.undone:
                    _must_agree(connection, scope, f"{term} as-of:{day} {words} by {split}")


def _must_agree(connection: Connection, scope: Scope, asked: str) -> None:
    months = partial(deals.revenue_by_month, start=scope.start, end=scope.last)
    if not isinstance(scope.filters.get("deal"), str):
        assert corrected.sums(connection, scope, "closed", months) == months(connection, scope), asked
    for need in NEEDS:
        kind = corrected.KINDS[need]
        if not isinstance(scope.filters.get(kind), str) and corrected.knows(scope, kind):
            found = _told(_corrected(connection, scope, need))
            assert found == _told(READS[need](connection, scope)), (asked, need)


class Menders(Crew):
    """A crew that also mends what was written down of days long gone."""

    def link(self) -> None:
        deal, lead = self.pick("deal"), self.pick("lead")
        with self.desk.operation("Linked") as unit:
            unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})

    def unlink(self) -> None:
        key = self.pick("deal_lead")
        with self.desk.operation("Not linked") as unit:
            unit.delete("deal_lead", key or b"")

    def place(self) -> None:
        """A company moves, or does something else."""
        new = {"region": self.random.choice(["", "east", "west"]), "sector": self.random.choice(["", "food", "toys"])}
        self._change("account", self.pick("account"), new | {"custom": self.tier()})

    def tiers(self) -> None:
        """What the team says of a record in a field of its own."""
        table = self.random.choice(["lead", "deal"])
        self._change(table, self.pick(table), {"custom": self.tier(), "tags": self.random.choice(["", " hot "])})

    def tier(self) -> str:
        """The field and what it says."""
        return self.random.choice(["{}", '{"tier": "gold"}', '{"tier": "tin"}'])

    def about(self) -> None:
        """An activity was about somebody else."""
        link = self.random.choice(["lead", "deal", "account", "contact"])
        self._change("activity", self.pick("activity"), {f"{link}_id": self.pick(link)})

    def worth(self) -> None:
        """A lead is worth something else."""
        self._change("lead", self.pick("lead"), {"value_minor": self.random.randrange(20_000), "score": 30})

    def old_leads(self) -> None:
        """Leads of last summer, of some of which the end is known, from a file."""
        meant = self.desk.connection.rows("SELECT id FROM lead_status WHERE meaning <> 'open' ORDER BY id")
        with self.desk.operation("Import", source="import") as unit, unit.bulk():
            for number in range(6):
                day = dt.date(2026, 7, 1) + dt.timedelta(days=self.random.randrange(100))
                ended = day + dt.timedelta(days=self.random.randrange(-3, 50))
                arrived = day if number else None
                keys = {"status_id": self.random.choice(meant)[0], "account_id": self.pick("account")}
                days = {"arrived_on": arrived, "qualified_on": ended, "closed_on": self.random.choice([ended, None])}
                unit.insert("lead", {"name": f"Old {number}", **keys, **days})

    def odd_deals(self) -> None:
        """Open deals that look closed or have lost their stage, from a file."""
        stage = self.pick("stage", "meaning = 'open'")
        with self.desk.operation("Import", source="import") as unit, unit.bulk():
            day = self.desk.today - dt.timedelta(days=self.random.randrange(60))
            for odd in ({"won_on": day}, {"lost_on": day}, {"stage_id": None}):
                new = {
                    "name": "Odd",
                    "stage_id": stage,
                    "opened_on": day - dt.timedelta(days=9),
                    "value_minor": 7,
                    **odd,
                }
                deal = unit.insert("deal", new)
                unit.insert("stage_change", {"deal_id": deal, "from_stage_id": stage, "changed_on": day})

    def restate(self) -> None:
        """A win was of another day or customer."""
        day = dt.date(2026, 1, 1) + dt.timedelta(days=self.random.randrange(250))
        mended: dict[str, Any] = self.random.choice([{"won_on": day}, {"account_id": self.pick("account")}])
        if self.random.random() < 0.3:
            mended = {"account_id": None, "contact_id": self.pick("contact")}
        self._change("deal", self.pick("deal", "state = 'won'"), mended)


@pytest.mark.parametrize(
    ("seed", "begun"), [(0, "2026-06-01"), (1, "2026-06-01"), (2, "2026-10-05"), (3, "2026-08-20")]
)
def test_what_changed_since_makes_a_past_day_of_the_present(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int, begun: str
) -> None:
    monkeypatch.setenv("SALESDESK_NOW", f"{begun}T08:00:00Z")
    book.make(desk, 60 + seed)
    people(desk)
    crew = Menders(desk, seed)
    with desk.operation("A field") as unit:
        for entity in ("lead", "deal", "account"):
            unit.insert("custom_field", {"entity": entity, "key": "tier", "label": "Tier", "kind": "text"})
    acts = [*ACTS, *("link", "unlink", "restate", "sell") * 5, *("old_leads", "odd_deals") * 2]
    acts += ("place", "tiers", "about", "worth") * 4
    crew.random.shuffle(acts)
    day = max(dt.date.fromisoformat(begun), dt.date(2026, 9, 1))
    for number, act in enumerate(acts):
        monkeypatch.setenv("SALESDESK_NOW", f"{day + dt.timedelta(days=number)}T08:00:00Z")
        with suppress(SalesdeskError):
            getattr(crew, act)()
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T08:00:00Z")

    for number, past in enumerate(("2026-08-31", "2026-09-12", "2026-09-30", "2026-10-20", "2026-11-22")):
        # PostgreSQL takes twice as long and differs in the store's words alone: two days of each team, all five in turn.
        if desk.workspace.path is not None or (number - 2 * seed) % 5 < 2:
            must_agree(desk, dt.date.fromisoformat(past), number + 2 * seed)
