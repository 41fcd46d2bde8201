"""A team that lives through some weeks in which the clocks are changed: everything is done by the services at its time, so
that history, undo and stage changes are there; with the cases KPIs are easily wrong about."""

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from salesdesk import clock
from salesdesk.domain.money import Money
from salesdesk.errors import NotFoundError, SalesdeskError
from salesdesk.services import editing, history, negotiating
from salesdesk.services.desk import Desk
from salesdesk.store.read.lookups import choices, outcomes, stages
from tests.kpis.byhand import dump
from tests.kpis.test_as_of import Team

if TYPE_CHECKING:
    from salesdesk.services.records import Ref

ZONE = ZoneInfo("Europe/Budapest")
DAYS = 26
# The week in which the clocks are set back, and that in which they are set forward.
STARTS = {1: dt.date(2026, 10, 12), 2: dt.date(2026, 3, 16)}
# Deals that are pushed once: in the last second of the day before the clocks are changed, in the first and the last of that
# day, in the first of the next.
EDGES = {(12, "23:59:59"): "Eve", (13, "00:00:00"): "First", (13, "23:59:59"): "Last", (14, "00:00:00"): "After"}
SetClock = Callable[[str], None]


class Life(Team):
    """The team, and what it does besides."""

    def __init__(self, desk: Desk, seed: int, first: dt.date) -> None:
        super().__init__(desk, seed)
        self.first = first
        # What the plot needs: chance leaves it alone.
        self.apart: set[bytes] = set()
        self.plotted = b""
        self.calls = list(outcomes(desk.connection))
        self.stages = [s for s in stages(desk.connection) if s.meaning == "open"]
        with desk.operation("A book of business") as unit:
            for key, name in desk.connection.rows(
                "SELECT s.id, p.name FROM stage s JOIN pipeline p ON p.id = s.pipeline_id"
            ):
                stage = unit.connection.value("SELECT name FROM stage WHERE id = ?", (key,))
                unit.update("stage", key, {"name": f"{name} {stage}"})
            for place, member in enumerate(self.members):
                unit.update("member", member, {"team_id": self.teams[place % 2]})
            for number in range(9):
                row = {"name": f"Company {number}", "sector": ["", "food", "toys"][number % 3]}
                more = {"region": ["", "east"][number % 2], "owner_id": self.members[number % 3]}
                unit.insert("account", {**row, **more})
            for name, price in (("Ball", 1500), ("Rope", None)):
                unit.insert("product", {"name": name, "price_minor": price, "currency": "EUR"})
            self._targets(unit, first)
        self.accounts = [key for (key,) in desk.connection.rows("SELECT id FROM account ORDER BY id")]
        self.plotted = history.operations(desk, limit=1)[0].id

    def _targets(self, unit: Any, first: dt.date) -> None:
        """Days off; quotas of two of three; what selling costs, in two currencies and of two channels."""
        for days in (3, 28, 29):
            unit.insert("holiday", {"on_day": first + dt.timedelta(days=days), "name": "Off"})
        month, after = first.replace(day=1), (first.replace(day=1) + dt.timedelta(days=75)).replace(day=1)
        for member, target in zip(self.members, (90_000, 250_000), strict=False):
            row = {"member_id": member, "kind": "quota", "metric": "revenue", "period": "span", "target": target}
            unit.insert("goal", {**row, "currency": "EUR", "starts_on": month, "ends_on": after - dt.timedelta(days=1)})
        names = [c.name for c in choices(self.desk.connection, "source")]
        for on in (month, (month + dt.timedelta(days=31)).replace(day=1)):
            for category, minor, currency, channel in (
                ("marketing", 40_000, "EUR", names[0]),
                ("marketing", 900_000, "HUF", names[0]),
                ("sales", 75_050, "EUR", ""),
                ("general", 120_000, "HUF", names[1]),
            ):
                row = {"month_on": on, "category": category, "amount_minor": minor, "currency": currency}
                unit.insert("cost", {**row, "channel": channel, "campaign": "spring" if channel else ""})

    def pick(self, table: str, where: str = "1=1") -> bytes | None:
        keys = self.desk.connection.rows(f"SELECT id FROM {table} WHERE deleted_op IS NULL AND {where} ORDER BY id")
        free = [key for (key,) in keys if key not in self.apart]
        return self.random.choice(free) if free else None

    def undo(self) -> None:
        """Takes back what was just done, unless the plot did it."""
        self._turn("change", history.undo)

    def redo(self) -> None:
        self._turn("undo", history.redo)

    def _turn(self, what: str, act: Callable[[Desk], object]) -> None:
        last = history.operations(self.desk, limit=1)[0]
        if last.action == what and last.id > self.plotted:
            act(self.desk)

    def act(self) -> None:
        """One operation, of the team's own or of these."""
        more: list[Callable[[], object]] = [
            self.deal,
            self.deal,
            self.push,
            self.push,
            self.call,
            self.call,
            self.call,
            self.subscribe,
            self.end,
        ]
        more += [
            self.order,
            self.restore,
            self.again,
            self.line,
            self.lead,
            self.lead,
            self.settle,
            self.close,
            self.close,
        ]
        if self.random.random() < 0.4:
            super().act()
        else:
            with suppress(SalesdeskError):
                self.random.choice(more)()

    def deal(self) -> None:
        pick = self.random
        amount = pick.choice([None, 0, pick.randrange(1, 90_000), pick.randrange(1, 90_000)])
        value = None if amount is None else Money(amount, pick.choice(["EUR", "EUR", "HUF"]))
        named = {"account_id": pick.choice([*self.accounts, None]), "source_id": pick.choice([*self.sources, None])}
        day = self.desk.today + dt.timedelta(days=pick.randrange(0, 75)) if pick.random() < 0.8 else None
        stage = pick.choice(self.stages)
        owner = pick.choice(self.members)
        new = negotiating.NewDeal(
            f"Deal {pick.random()}", value, owner_id=owner, stage_id=stage.id, close_on=day, **named
        )
        negotiating.add(self.desk, new)

    def lead(self) -> None:
        pick = self.random
        keys = {"owner_id": pick.choice(self.members), "source_id": pick.choice(self.sources)}
        row = {"account_id": pick.choice([*self.accounts, None, None, None]), "campaign": pick.choice(["", "spring"])}
        came = clock.now() if pick.random() < 0.5 else None
        with self.desk.operation("Lead added") as unit:
            arrived = {"arrived_on": self.desk.today, "arrived_at": came, "do_not_contact": pick.random() < 0.1}
            unit.insert("lead", {"name": "Anna", "industry": pick.choice(["", "toys"]), **arrived, **keys, **row})

    def push(self) -> None:
        """An expected day is put off, or brought forward."""
        deal = self.ref("state = 'open' AND close_on IS NOT NULL")
        day = dt.date.fromisoformat(
            str(self.desk.connection.value("SELECT close_on FROM deal WHERE id = ?", (deal.id,)))
        )
        day += dt.timedelta(days=self.random.choice([-3, 1, 7, 7, 30]))
        self._change("deal", deal.id, {"close_on": day})

    def call(self) -> None:
        """Something done, in and out, with and without an outcome."""
        pick = self.random
        outcome = pick.choice([o for o in self.calls if o.kind_id == self.calls[0].kind_id or pick.random() < 0.3])
        table = pick.choice(["lead", "deal"])
        row = {"kind_id": outcome.kind_id, "outcome_id": pick.choice([outcome.id, outcome.id, None])}
        row |= {f"{table}_id": self.pick(table), "owner_id": pick.choice(self.members)}
        at = pick.choice([clock.now(), clock.now(), None])
        with self.desk.operation("Done") as unit:
            unit.insert(
                "activity",
                {
                    **row,
                    "direction": pick.choice(["out", "out", "in"]),
                    "done_on": self.desk.today,
                    "done_at": at,
                    "account_id": pick.choice([*self.accounts, None]),
                },
            )

    def subscribe(self, account: bytes | None = None, **more: Any) -> bytes:
        pick = self.random
        # The first five are the plot's.
        row = {
            "account_id": account or pick.choice([*self.accounts[5:], None]),
            "plan": "P",
            "started_on": self.desk.today,
        }
        money = {
            "mrr_minor": pick.choice([None, *range(1000, 9000, 500)]),
            "currency": pick.choice(["EUR", "EUR", "HUF"]),
        }
        with self.desk.operation("Subscription begun") as unit:
            return unit.insert("subscription", {**row, **money, **more})

    def end(self, key: bytes | None = None) -> None:
        self._change(
            "subscription", key or self.pick("subscription", "ended_on IS NULL"), {"ended_on": self.desk.today}
        )

    def order(self) -> None:
        pick = self.random
        row = {"account_id": pick.choice(self.accounts), "owner_id": pick.choice([*self.members, None])}
        minor = pick.choice([-1, 1, 1, 1]) * pick.randrange(1, 50_000)
        with self.desk.operation("Ordered") as unit:
            money = {"amount_minor": minor, "currency": pick.choice(["EUR", "EUR", "HUF"])}
            unit.insert("sales_order", {**row, **money, "ordered_on": self.desk.today})

    def line(self) -> None:
        with self.desk.operation("Product noted") as unit:
            keys = {"deal_id": self.pick("deal", "value_minor IS NULL"), "product_id": self.pick("product")}
            if keys["deal_id"]:
                unit.insert("deal_line", {**keys, "quantity": self.random.randrange(1, 4)})

    def restore(self) -> None:
        """Deleted, and brought back at once."""
        table = self.random.choice(["deal", "lead", "activity", "subscription", "sales_order", "cost"])
        key = self.pick(table)
        if key is None:
            raise NotFoundError("nothing to delete")
        with self.desk.operation("Deleted") as unit:
            unit.delete(table, key)
        history.undo(self.desk)

    def again(self) -> None:
        """A closed deal is opened again and won anew."""
        deal = self.ref("state <> 'open'")
        negotiating.reopen(self.desk, deal)
        if self.random.random() < 0.7:
            negotiating.win(self.desk, deal, value=Money(self.random.randrange(1, 90_000), "EUR"))


def live(desk: Desk, set_clock: SetClock, seed: int, keep: tuple[int, ...] = ()) -> Mapping[dt.date, str]:
    """Some weeks of the team; the dumps of the ends of the days that are to be kept, and at last of the present."""
    first = STARTS[seed]
    _at(set_clock, first - dt.timedelta(days=1), "09:00:00")
    life = Life(desk, seed, first)
    plot, pushed = _plot(life)
    kept: dict[dt.date, str] = {}
    for number in range(DAYS):
        day = first + dt.timedelta(days=number)
        hours = sorted(life.random.sample(range(7, 21), life.random.randrange(8, 13)))
        # The first and the last second of each day on the team's clock.
        for time in ("00:00:00", *(f"{hour:02}:{life.random.randrange(60):02}:00" for hour in hours), "23:59:59"):
            _at(set_clock, day, time)
            if (number, time) in EDGES:
                pushed(EDGES[number, time])
            life.act()
        _at(set_clock, day, "12:00:00")
        for deed in plot.get(number, ()):
            deed()
            life.plotted = history.operations(desk, limit=1)[0].id
        if number in keep:
            _at(set_clock, day, "23:59:59")
            kept[day] = dump(desk)
    return kept


def _at(set_clock: SetClock, day: dt.date, time: str) -> None:
    local = dt.datetime.combine(day, dt.time.fromisoformat(time), ZONE)
    set_clock(clock.iso(local))


Plot = dict[int, list[Callable[[], object]]]


def _plot(life: Life) -> tuple[Plot, Callable[[str], None]]:
    """What must happen whatever chance brings, by the day it happens on; and how a deal is pushed at an edge."""
    desk, accounts = life.desk, life.accounts
    kept: dict[str, Ref] = {}
    euro = {"currency": "EUR"}
    subs: dict[str, bytes] = {}

    def open_deal(name: str) -> None:
        day = life.first + dt.timedelta(days=40)
        kept[name] = negotiating.add(desk, negotiating.NewDeal(name, Money(5000, "EUR"), close_on=day))
        life.apart.add(kept[name].id)

    def due(name: str, days: int) -> None:
        editing.edit(desk, [kept[name]], {"close": (life.first + dt.timedelta(days=days)).isoformat()})

    def begin(name: str, account: int, mrr: int | None, **more: Any) -> None:
        subs[name] = life.subscribe(accounts[account], mrr_minor=mrr, **{**euro, **more})
        life.apart.add(subs[name])

    def again(name: str) -> None:
        negotiating.reopen(desk, kept[name])
        negotiating.win(desk, kept[name])

    def twice(name: str) -> None:
        editing.delete(desk, [kept[name]])
        history.undo(desk)

    def pushed(name: str) -> None:
        due(name, 77)
        life.plotted = history.operations(desk, limit=1)[0].id

    early = life.first - dt.timedelta(days=60)
    deeds: Plot = {
        0: [
            *(partial(open_deal, name) for name in EDGES.values()),
            lambda: open_deal("Pushed"),
            lambda: open_deal("To and fro"),
            lambda: open_deal("Won twice"),
            # Of before: who stays, who will shrink, who will grow, who is gone.
            lambda: begin("shrinks", 0, 8000, started_on=early),
            lambda: begin("grows", 1, 2000, started_on=early),
            lambda: begin("leaves", 2, 3000, started_on=early),
            lambda: begin("former", 3, 4000, started_on=early, ended_on=early + dt.timedelta(days=20)),
            lambda: begin("forint", 0, 90_000, started_on=early, currency="HUF"),
        ],
        3: [lambda: due("Pushed", 44), lambda: due("To and fro", 50), lambda: negotiating.win(desk, kept["Won twice"])],
        5: [lambda: due("Pushed", 47), lambda: due("To and fro", 40)],
        # Of the clocks' week: less for one, more for another, back after a time, come and gone.
        13: [
            lambda: life.end(subs["shrinks"]),
            lambda: begin("shrunk", 0, 5000),
            lambda: begin("more", 1, 1500),
            lambda: begin("back", 3, 4500),
            lambda: begin("short", 4, 700),
            lambda: life.end(subs["leaves"]),
            lambda: begin("dollars", 1, 5000, currency="USD"),
        ],
        14: [lambda: due("Pushed", 55), lambda: again("Won twice"), lambda: twice("To and fro")],
        15: [lambda: life.end(subs["short"]), lambda: due("To and fro", 60)],
        16: [lambda: due("To and fro", 61), lambda: history.undo(desk)],
    }
    return deeds, pushed
