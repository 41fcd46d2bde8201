"""A rule tried on the past: the same answer as the rule itself would have given, and honest about the rest."""

import datetime as dt
from contextlib import suppress
from random import Random

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import InvalidError, UndoRefusedError
from salesdesk.services import editing, history, negotiating, outreach, prospecting, texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.rules import running, trying
from salesdesk.services.steps import read_step
from tests.services.office import cell, colleague, lead, outcome
from tests.services.rulebook import Clock, brought, clock, use
from tests.store.test_operation import live_rows

__all__ = ["clock"]

START = dt.date(2026, 10, 12)
RULES = (
    "when a lead arrives\nand source:website",
    "when a deal is opened\nand value:10k..",
    "when the status of a lead becomes Nurture",
    "when the owner of a lead changes\nand owner:omar",
    "when the stage of a deal becomes Proposal, Negotiation\nand next:none",
    "when the value of a deal becomes 20k..",
    "when a deal is won\nand owner:me",
    "when a deal is lost for Price",
    "when a lead is disqualified for Junk",
    "when a lead is qualified",
    "when a call with a lead is logged as voicemail\nand city:wien",
    "when an activity with a deal is logged\nand value:10k..",
    "when a lead is not touched for 3 days\nand not:+cold",
    "when a deal is not touched for 4 days",
    "when a lead has no next step for 2 days",
    "when a deal is stuck for 3 days\nand value:..50k",
    "when it is 3 days before the close of a deal\nand status:open",
    "when it is 2 days after a deal is won",
    "when it is 5 days after a lead arrives\nand touch:none",
)


class Days:
    """A team at work at random; after every write the rules follow, and every morning they look at the day."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.rng, self.number = desk, Random(seed), 0
        self.leads: list[Ref] = []
        self.deals: list[Ref] = []

    def one(self) -> None:
        acts = [self.arrives, self.opens, self.edits, self.logs, self.plans, self.moves, self.closes, self.undoes]
        self.rng.choice([*acts, self.arrives, self.logs, self.moves, self.logs])()
        assert running.after_write(self.desk).failed == 0

    def arrives(self) -> None:
        self.number += 1
        words = f"Person{self.number} Smith at Firm{self.number}" + self.rng.choice(
            ["", " from Website", " from Partner"]
        )
        self.leads.append(lead(self.desk, words))

    def opens(self) -> None:
        self.number += 1
        close = self.desk.today + dt.timedelta(days=self.rng.randint(1, 9))
        new = negotiating.NewDeal(
            f"Deal{self.number}", Money(self.rng.choice([500_000, 1_500_000]), "EUR"), close_on=close
        )
        self.deals.append(negotiating.add(self.desk, new))

    def edits(self) -> None:
        if self.leads:
            field, values = self.rng.choice(
                [
                    ("city", ["Wien", "Graz"]),
                    ("status", ["Nurture", "Working"]),
                    ("owner", ["omar", "maya"]),
                    ("tags", ["+cold", "-cold"]),
                ]
            )
            ref = self.rng.choice(self.leads)
            if self.open_lead(ref):
                editing.edit(self.desk, [ref], {field: self.rng.choice(values)})
        if self.deals:
            value = self.rng.choice([{"value": "30k"}, {"value": "12k"}, {"close": f"+{self.rng.randint(1, 6)}d"}])
            editing.edit(self.desk, [self.rng.choice(self.deals)], value)

    def logs(self) -> None:
        every = [ref for ref in self.leads if self.open_lead(ref)] + [
            ref for ref in self.deals if cell(self.desk, ref, "state") == "open"
        ]
        if every:
            chosen = outcome(self.desk, self.rng.choice(["voicemail", "talked"]))
            step = self.rng.choice([None, read_step(self.desk, "call +2d")])
            outreach.log(self.desk, self.rng.choice(every), chosen, step=step, no_step=step is None)

    def plans(self) -> None:
        open_ones = [ref for ref in self.leads if self.open_lead(ref)]
        if open_ones:
            outreach.plan(
                self.desk, [self.rng.choice(open_ones)], read_step(self.desk, f"call +{self.rng.randint(0, 4)}d")
            )

    def moves(self) -> None:
        open_ones = [ref for ref in self.deals if cell(self.desk, ref, "state") == "open"]
        if open_ones:
            stage = self.rng.choice(["Qualified", "Proposal", "Negotiation"])
            negotiating.move(self.desk, self.rng.choice(open_ones), negotiating.stage_named(self.desk, stage))

    def closes(self) -> None:
        open_ones = [ref for ref in self.deals if cell(self.desk, ref, "state") == "open"]
        if open_ones and self.rng.random() < 0.6:
            ref, reasons = self.rng.choice(open_ones), negotiating.reasons(self.desk)
            how = self.rng.choice(["won", "Price", "Budget"])
            if how == "won":
                negotiating.win(self.desk, ref)
            else:
                negotiating.lose(self.desk, ref, negotiating.reason_named(reasons, how))
            return
        leads = [ref for ref in self.leads if self.open_lead(ref)]
        if leads:
            ref, reasons = self.rng.choice(leads), prospecting.disqualify_reasons(self.desk)
            how = self.rng.choice(["deal", "Junk", "Timing"])
            if how == "deal":
                self.deals.append(prospecting.convert(self.desk, ref, prospecting.Conversion(ref.name)))
            else:
                prospecting.disqualify(self.desk, [ref], negotiating.reason_named(reasons, how))

    def undoes(self) -> None:
        """The last change, when it is of today: what is taken back later has been acted on meanwhile."""
        last = next(
            o for o in history.operations(self.desk) if o.source == "cli" and o.action == "change" and not o.undone
        )
        if self.desk.local(last.at).date() == self.desk.today and (self.leads or self.deals):
            with suppress(UndoRefusedError):
                history.undo(self.desk)
            alive = "SELECT 1 FROM {kind} WHERE id = ? AND deleted_op IS NULL"
            for refs in (self.leads, self.deals):
                refs[:] = [r for r in refs if self.desk.connection.value(alive.format(kind=r.kind), (r.id,))]

    def open_lead(self, ref: Ref) -> bool:
        sql = "SELECT s.meaning FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.id = ?"
        return bool(self.desk.connection.value(sql, (ref.id,)) == "open")


@pytest.mark.parametrize("seed", [1, 2])
def test_the_past_tried_is_what_the_rules_did(desk: Desk, clock: Clock, seed: int) -> None:
    days = 18 if desk.workspace.path is not None else 8
    clock(START, 6)
    colleague(desk)
    for number, text in enumerate(RULES):
        use(desk, f"r{number:02}", f"{text}\nthen tag +r{number:02}")
    team = Days(desk, seed)
    for day in range(days):
        clock(START + dt.timedelta(days=day), 7)
        assert running.run(desk).failed == 0
        for hour in range(team.rng.randint(1, 6)):
            clock(START + dt.timedelta(days=day), 9 + hour)
            team.one()
    clock(START + dt.timedelta(days=days), 0)
    running.run(desk)
    acted = 0
    live = {ref.id for ref in (*team.leads, *team.deals)}
    for row in texts.texts(desk, "rule"):
        did = desk.connection.rows(
            "SELECT ran_on, record_id FROM rule_run WHERE rule_id = ? AND deleted_op IS NULL ORDER BY 1, 2", (row.id,)
        )
        would = [(hit.day.isoformat(), hit.ref.id) for hit in trying.attempt(desk, row.text, first=START).hits]
        assert sorted(would) == [(on, key) for on, key in did if key in live], row.text
        acted += len(would)
    assert acted > days


def test_trying_changes_nothing_and_counts_by_month(desk: Desk, clock: Clock) -> None:
    for month in (6, 7, 7, 9):
        clock(dt.date(2026, month, 10))
        lead(desk, "Anna Smith at Acme from Website")
    clock(dt.date(2026, 9, 23))
    before = live_rows(desk.connection)
    operations = desk.connection.value("SELECT count(*) FROM operation")
    trial = trying.attempt(desk, "when a lead arrives\nand source:website\nthen assign to me")
    assert [(str(month), count) for month, count in trial.months if count] == [
        ("2026-06-01", 1),
        ("2026-07-01", 2),
        ("2026-09-01", 1),
    ]
    assert (len(trial.months), trial.first, trial.last) == (13, dt.date(2025, 9, 23), dt.date(2026, 9, 23))
    assert trial.hits[0].why == "Lead Anna Smith added"
    assert any("History begins on" in doubt for doubt in trial.doubts)
    assert live_rows(desk.connection) == before
    assert desk.connection.value("SELECT count(*) FROM operation") == operations
    recent = trying.attempt(desk, "when a lead arrives\nthen assign to me", first=dt.date(2026, 7, 11))
    assert len(recent.hits) == 1
    with pytest.raises(InvalidError, match="looks back"):
        trying.attempt(desk, "when a lead arrives\nthen assign to me", first=dt.date(2027, 1, 1))


def test_what_was_imported_counts_by_its_own_days(desk: Desk, clock: Clock) -> None:
    """An import in November of a deal that was opened in March, moved in April, lost in June, and touched twice."""
    clock(dt.date(2026, 11, 2))
    stage = {name: negotiating.stage_named(desk, name).id for name in ("New", "Proposal", "Lost")}
    reason = next(r.id for r in negotiating.reasons(desk) if r.name == "Price")
    call = outcome(desk, "talked")
    with brought(desk), desk.operation("Import") as unit:
        values = {"stage_id": stage["Lost"], "state": "lost", "lost_reason_id": reason, "owner_id": desk.actor}
        days = {"opened_on": "2026-03-01", "lost_on": "2026-06-10", "stage_on": "2026-06-10"}
        key = unit.insert("deal", {"name": "Platform", "currency": "EUR", "value_minor": 900_000, **values, **days})
        moves = (("2026-03-01", None, "New"), ("2026-04-20", "New", "Proposal"), ("2026-06-10", "Proposal", "Lost"))
        for on, was, now in moves:
            change = {"from_stage_id": stage.get(was or ""), "to_stage_id": stage[now], "changed_on": on}
            unit.insert("stage_change", {"deal_id": key, **change})
        for on in ("2026-03-05", "2026-05-30"):
            touch = {"deal_id": key, "kind_id": call.kind_id, "outcome_id": call.id, "done_on": on}
            unit.insert("activity", {**touch, "owner_id": desk.actor})
    expected = {
        "when a deal is opened\nand status:open stage:new touch:none": ["2026-03-01"],
        "when the stage of a deal becomes Proposal\nand status:open touch:30d..": ["2026-04-20"],
        "when a deal is lost for Price\nand value:5k..": ["2026-06-10"],
        "when a deal is lost for Budget": [],
        "when a deal is won": [],
        "when a call with a deal is logged\nand stage:proposal": ["2026-05-30"],
        "when a deal is not touched for 20 days": ["2026-03-25"],
        "when a deal is stuck for 30 days": ["2026-03-31", "2026-05-20"],
        "when a deal is stuck for 30 days\nand stage:proposal": ["2026-05-20"],
        "when it is 7 days after a deal is lost": ["2026-06-17"],
        "when a deal has no next step for 3 days": [],
        "when the owner of a deal changes": [],
        "when a deal is opened, also on import": ["2026-11-02"],
    }
    for text, days_hit in expected.items():
        trial = trying.attempt(desk, f"{text}\nthen tag +x")
        assert [str(hit.day) for hit in trial.hits] == days_hit, text
        assert any("1 deal came by import" in doubt for doubt in trial.doubts)
