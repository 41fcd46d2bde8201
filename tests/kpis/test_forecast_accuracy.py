"""How near forecasts came, against plain Python over random submissions and deals, on both engines."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.ids import new_id
from salesdesk.domain.kpis.accuracy import near, weekly
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.formulas import evaluate
from salesdesk.domain.kpis.tallies import Forecasts, Tallies
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import Money
from salesdesk.errors import NotFoundError, UndoRefusedError
from salesdesk.services import history, negotiating, reviewing
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import rows, show
from salesdesk.services.records import by_id
from salesdesk.services.setup import add_member
from tests.kpis import world as book
from tests.kpis.test_by_the_book import figure
from tests.kpis.world import TODAY, Row, World

KPI = "forecast_accuracy"
ZONE = ZoneInfo("Europe/Budapest")
# What can be forecast: three quarters, of which the last goes on, and the months of the first.
SPANS = [
    ("2026-04-01", "2026-06-30"),
    ("2026-07-01", "2026-09-30"),
    ("2026-10-01", "2026-12-31"),
    *((f"2026-{month:02}-01", f"2026-{month:02}-{days}") for month, days in ((4, 30), (5, 31), (6, 30))),
]
PERIODS = {
    "period:2026-q2": ("2026-04-01", "2026-06-30"),
    "period:2026-q3": ("2026-07-01", "2026-09-30"),
    "period:2026-05": ("2026-05-01", "2026-05-31"),
    "period:2026-05-10..2026-10-02": ("2026-05-10", "2026-10-02"),
    "period:2026": ("2026-01-01", "2026-12-31"),
    "period:all": ("0001-01-01", "9999-12-31"),
}


def _make(desk: Desk, seed: int, *, everyone: bool) -> tuple[World, list[Row]]:
    """A random team, and what they said: some never, some too late, some in another currency, some for everyone."""
    world, pick = book.make(desk, seed), random.Random(seed)
    said: list[Row] = []
    for first, last in SPANS:
        for member in [*world.members[:4], *([None] if everyone and first >= "2026-07-01" else [])]:
            for _ in range(pick.randrange(5)):
                day = dt.date.fromisoformat(first) + dt.timedelta(days=pick.randrange(-5, 95))
                row = {"id": new_id(), "member_id": member and member["id"], "starts_on": first, "ends_on": last}
                row |= {"commit_minor": pick.choice([0, pick.randrange(3_000_000)]), "best_minor": None}
                at = f"{day}T{pick.choice(['08:00', '21:30', '22:30', '23:59'])}:00Z"
                said.append({**row, "currency": pick.choice([*["EUR"] * 5, "HUF"]), "at": at})
    with desk.operation("Said", source="import") as unit:
        unit.insert_many("forecast", said)
    with desk.operation("One taken back") as unit:
        unit.delete("forecast", said.pop()["id"])
    return world, said


def _wins(world: World, first: str, last: str) -> list[tuple[Any, Row]]:
    """Deals won in these days, each with whom it counts for."""
    won = [deal for deal in world.deals if deal["state"] == "won" and deal["won_on"]]
    return [(book.credit(world, deal)[0], deal) for deal in won if first <= deal["won_on"] <= last]


def _worth(deals: Iterable[Row]) -> int:
    return sum(deal["value_minor"] or 0 for deal in deals if book.in_base(deal))


def _day(said: Row) -> str:
    return dt.datetime.fromisoformat(said["at"]).astimezone(ZONE).date().isoformat()


ALL, REPS = "all", "reps"


class Sheet:
    """The accuracy worked out by hand, span by span, of all, of the reps alone or of one rep (by key)."""

    def __init__(self, world: World, who: Any = ALL) -> None:
        self.world, self.who = world, who
        self.submitted = self.won = self.count = 0
        self.excluded: Counter[str] = Counter()
        self.course: dict[str, list[int]] = {}

    def about(self, member: Any) -> bool:
        """Whether it is about that member, or (None) everyone together."""
        return member == self.who if isinstance(self.who, bytes) else member is not None or self.who == ALL

    def take(self, span: tuple[str, str], theirs: list[Row], today: str) -> None:
        """What was said for a period, and what was won in it."""
        if span[1] >= today:
            self.excluded["not over"] += len([one for one in theirs if self.about(one["member_id"])])
            return
        good = []
        for one in sorted(theirs, key=lambda s: (s["at"], s["id"])):
            reason = "after its end" if _day(one) > span[1] else "unconverted" if one["currency"] != "EUR" else ""
            if not reason:
                good.append(one)
            elif self.about(one["member_id"]):
                self.excluded[reason] += 1
        wins = _wins(self.world, *span)
        heard = {one["member_id"] for one in good}
        if None in heard:
            self.excluded["beside that for everyone"] += len(heard) - 1
            heard = {None}
        else:
            silent = {owner for owner, _ in wins if owner and self.about(owner)} - heard
            self.excluded["not submitted"] += len(silent)
            self.excluded["without an owner"] += len([1 for owner, _ in wins if not owner and self.who == ALL])
        for who in filter(self.about, heard):
            mine = [deal for owner, deal in wins if who is None or owner == who]
            self.count_one([one for one in good if one["member_id"] == who], mine)

    def count_one(self, spoken: list[Row], mine: list[Row]) -> None:
        """The submissions of one, and their wins."""
        valued = [deal for deal in mine if deal["value_minor"] is not None]
        self.excluded["without value"] += len(mine) - len(valued)
        self.excluded["unconverted"] += len([deal for deal in valued if not book.in_base(deal)])
        self.submitted, self.won = self.submitted + spoken[-1]["commit_minor"], self.won + _worth(mine)
        self.count += 1
        before = 0
        for place, one in enumerate(spoken):
            change = self.course.setdefault(_day(one), [0, 0, 0])
            change[0] += one["commit_minor"] - before
            change[1] += 0 if place else _worth(mine)
            change[2] += not place
            before = one["commit_minor"]


def _by_hand(world: World, said: list[Row], start: str, end: str, today: str, who: Any = ALL) -> dict[str, Any]:
    """The accuracy of what was forecast for periods inside these days."""
    sheet = Sheet(world, who)
    for span in SPANS:
        theirs = [one for one in said if (one["starts_on"], one["ends_on"]) == span and _day(one) <= today]
        if theirs and start <= span[0] and span[1] <= end:
            sheet.take(span, [one for one in theirs if one["member_id"] is not None or who == ALL], today)
    standing, told = [0, 0, 0], []
    for day in sorted(sheet.course):
        standing = [before + change for before, change in zip(standing, sheet.course[day], strict=True)]
        told.append((day, *standing))
    off = abs(sheet.submitted - sheet.won)
    return {
        "value": 1 - Fraction(off, sheet.won) if sheet.count and sheet.won > 0 else None,
        "submitted": sheet.submitted,
        "won": sheet.won,
        "count": sheet.count,
        "excluded": {reason: number for reason, number in sheet.excluded.items() if number},
        "course": told,
    }


def _told(value: KpiValue) -> dict[str, Any]:
    course = [
        (step["day"], figure(step["submitted"]), figure(step["won"]), step["forecasts"])
        for step in value.parts["by_submission"]
    ]
    return {
        "value": value.value,
        "submitted": figure(value.parts["submitted"]),
        "won": figure(value.parts["won"]),
        "count": value.count,
        "excluded": value.excluded,
        "course": course,
    }


def _same(value: KpiValue, expected: dict[str, Any]) -> None:
    told = _told(value)
    wanted, found = expected.pop("value"), told.pop("value")
    assert told == expected
    assert found == (None if wanted is None else pytest.approx(float(wanted), abs=1e-12))
    assert bool(value.why) == (found is None)
    if found is not None:
        assert (figure(value.numerator), figure(value.denominator)) == (
            abs(expected["submitted"] - expected["won"]),
            expected["won"],
        )
        assert value.parts["by_submission"][-1]["value"] == found


@pytest.mark.parametrize(("seed", "everyone"), [(121, False), (122, True), (123, True)])
def test_the_last_submission_beside_what_was_won(desk: Desk, seed: int, everyone: bool) -> None:
    world, said = _make(desk, seed, everyone=everyone)
    for term, (start, end) in PERIODS.items():
        value = show(desk, [term], only=[KPI]).kpis[KPI]
        _same(value, _by_hand(world, said, start, end, TODAY.isoformat()))
        _adds_up(desk, term, value)


def _adds_up(desk: Desk, term: str, value: KpiValue) -> None:
    behind = rows(desk, "forecast accuracy", [term]).rows
    assert sum(row.value.minor for row in behind if row.part == "numerator" and row.value) == figure(
        value.parts["submitted"]
    )
    assert sum(row.value.minor for row in behind if row.part == "denominator" and row.value) == figure(
        value.parts["won"]
    )
    assert len([row for row in behind if row.part == "numerator"]) == value.count
    assert Counter(row.reason for row in behind if row.part == "excluded") == value.excluded
    said = [row for row in behind if row.kind == "forecast"]
    assert len({row.id for row in said}) == len(said)


@pytest.mark.parametrize("term", ["period:2026-q2", "period:2026-q3"])
def test_each_rep_by_their_own(desk: Desk, term: str) -> None:
    world, said = _make(desk, 124, everyone=True)
    names = {member["id"]: member["name"] for member in world.members}
    report = show(desk, [term], by="owner", only=[KPI])
    assert report.by is not None
    told = {row.key: row.kpis[KPI] for row in report.by.rows}
    for key, name in names.items():
        expected = _by_hand(world, said, *PERIODS[term], TODAY.isoformat(), key)
        if name in told:
            _same(told[name], expected)
        else:
            assert (expected["count"], expected["excluded"]) == (0, {})
    # The reps, and nothing that was said for everyone.
    assert set(told) <= set(names.values())
    reps = _by_hand(world, said, *PERIODS[term], TODAY.isoformat(), REPS)
    assert sum(figure(value.parts["submitted"]) for value in told.values()) == reps["submitted"]
    whole = report.kpis[KPI].parts.get("of_reps")
    if whole:
        assert (figure(whole["submitted"]), figure(whole["won"])) == (reps["submitted"], reps["won"])
    for name, value in told.items():
        assert show(desk, [term, f"owner:{name}"], only=[KPI]).kpis[KPI] == value
        _adds_up(desk, f"{term} owner:{name}", value)


@pytest.mark.parametrize("dimension", ["team", "manager", "month", "quarter"])
def test_the_groups_make_up_the_whole(desk: Desk, dimension: str) -> None:
    _make(desk, 125, everyone=False)
    report = show(desk, ["period:2026"], by=dimension, only=[KPI])
    assert report.by is not None
    parts = [row.kpis[KPI] for row in report.by.rows]
    whole = report.kpis[KPI]
    assert whole.count
    for part in ("submitted", "won"):
        assert sum(figure(one.parts[part]) for one in parts) == figure(whole.parts[part])
    assert sum(one.count or 0 for one in parts) == whole.count
    excluded: Counter[str] = Counter()
    for one in parts:
        excluded.update(one.excluded)
    if dimension in {"month", "quarter"}:
        # The months of a year that are still to come have no rows.
        assert {"not over": 3} | excluded == whole.excluded
    if dimension == "quarter":
        for row in report.by.rows:
            told, alone = row.kpis[KPI], show(desk, [f"period:{row.key}"], only=[KPI]).kpis[KPI]
            assert told == alone, row.key


def test_as_of_a_day_only_what_was_said_by_then(desk: Desk) -> None:
    world, said = _make(desk, 126, everyone=False)
    for day in ("2026-06-30", "2026-07-01", "2026-07-20", "2026-10-05"):
        value = show(desk, ["period:2026", f"as-of:{day}"], only=[KPI]).kpis[KPI]
        _same(value, _by_hand(world, said, "2026-01-01", "2026-12-31", day))


def test_as_of_a_day_is_what_it_said_that_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Submitted, taken back and submitted again, won and reopened at random, across the end of two periods."""
    pick = random.Random(129)
    members = [desk.members()[0].id, add_member(desk, "Omar Farouk").id]

    def told() -> dict[str, Any]:
        by = show(desk, ["period:all", *as_of], by="owner", only=[KPI])
        assert by.by is not None
        return {str(row.key): row.kpis[KPI] for row in by.by.rows if row.kpis[KPI].count} | {"": by.kpis[KPI]}

    def act() -> None:
        what = pick.choice(["submit", "submit", "win", "reopen", "undo", "redo"])
        if what == "submit":
            reviewing.submit(desk, pick.choice([*members, None]), Money(pick.randrange(90_000), "EUR"))
        elif what == "win":
            new = negotiating.NewDeal("D", Money(pick.randrange(90_000), "EUR"), owner_id=pick.choice(members))
            negotiating.win(desk, negotiating.add(desk, new))
        elif what == "reopen":
            won = desk.connection.value(
                "SELECT id FROM deal WHERE state = 'won' AND deleted_op IS NULL ORDER BY id LIMIT 1"
            )
            if won:
                negotiating.reopen(desk, by_id(desk.connection, "deal", won))
        else:
            getattr(history, what)(desk)

    as_of: list[str] = []
    kept: dict[str, dict[str, Any]] = {}
    for number in range(16):
        day = dt.date(2026, 12, 1) + dt.timedelta(days=5 * number)
        for hour in (8, 12, 16):
            monkeypatch.setenv("SALESDESK_NOW", f"{day}T{hour:02}:00:00Z")
            with suppress(UndoRefusedError, NotFoundError):
                act()
        kept[day.isoformat()] = told()
    assert any(value[""].value is not None for value in kept.values())
    for past, then in kept.items():
        as_of = [f"as-of:{past}"]
        assert told() == then, past


def test_a_quarter_from_the_first_week_to_the_last(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a team does it: submitted week by week, won, looked at when the quarter is over; an undo takes one back."""
    rep, other = desk.members()[0].id, add_member(desk, "Omar Farouk").id

    def at(day: str) -> Desk:
        monkeypatch.setenv("SALESDESK_NOW", f"{day}T09:00:00Z")
        return Desk(desk.workspace)

    for day, commit in (("2026-10-05", 30_000), ("2026-10-12", 80_000), ("2026-12-21", 110_000)):
        reviewing.submit(at(day), rep, Money(commit, "EUR"))
    for owner in (rep, other):
        new = negotiating.NewDeal("Won", Money(100_000, "EUR"), owner_id=owner)
        negotiating.win(at("2026-12-22"), negotiating.add(at("2026-12-22"), new))
    running = show(at("2026-12-23"), ["period:2026-q4"], only=[KPI]).kpis[KPI]
    assert (running.value, running.why) == (None, "the period that was forecast is not over")
    now = at("2027-01-04")
    value = show(now, ["period:last-quarter"], only=[KPI]).kpis[KPI]
    assert value.value == pytest.approx(0.9)
    assert [(step["day"], step["value"]) for step in value.parts["by_submission"]] == [
        ("2026-10-05", 0.3),
        ("2026-10-12", 0.8),
        ("2026-12-21", 0.9),
    ]
    assert value.excluded == {"not submitted": 1}
    assert [(row.kind, row.name) for row in rows(now, KPI, ["period:2026-q4"]).rows if row.reason] == [
        ("member", "Omar Farouk")
    ]
    assert value.parts["over"] == Money(10_000, "EUR")
    for _ in range(4):
        history.undo(now)
    reviewing.submit(at("2026-12-30"), None, Money(150_000, "EUR"))
    value = show(at("2027-01-04"), ["period:2026-q4"], only=[KPI]).kpis[KPI]
    assert value.excluded["beside that for everyone"] == 1
    assert figure(value.parts["of_reps"]["submitted"]) == 110_000
    history.undo(at("2027-01-04"))
    history.undo(at("2027-01-04"))
    value = show(at("2027-01-04"), ["period:2026-q4"], only=[KPI]).kpis[KPI]
    assert figure(value.parts["submitted"]) == 80_000


def test_what_cannot_be_asked_of_a_forecast_says_so(desk: Desk) -> None:
    book.make(desk, 127)
    value = show(desk, ["period:2026-q2"], only=[KPI]).kpis[KPI]
    assert value.why == "nobody submitted a forecast for a period that lies in this one"
    assert "source" in show(desk, ["period:2026-q2", "source:website"], only=[KPI]).kpis[KPI].why
    by = show(desk, ["period:2026-q2"], by="source", only=["win_rate", KPI]).by
    assert by is not None
    assert {row.kpis[KPI].why for row in by.rows} == {"not told by this dimension"}


MONEY = st.integers(0, 10**10)


@given(MONEY, st.integers(1, 10**10))
def test_the_nearer_the_better_and_never_above_one(submitted: int, won: int) -> None:
    value = near(submitted, won)
    assert value is not None
    assert value <= 1
    assert (value == 1) == (submitted == won)
    assert value == near(2 * won - submitted, won)
    assert near(submitted, 0) is None


@given(st.lists(st.tuples(st.lists(st.tuples(st.dates(), MONEY), min_size=1, max_size=6), MONEY), max_size=6))
def test_together_is_what_each_adds(people: list[tuple[list[tuple[dt.date, int]], int]]) -> None:
    """Tallies of several reps added are those of all; the last step of the course is the accuracy."""
    whole = Forecasts()
    for said, won in people:
        one, before = Forecasts(forecasts=1, won=won), 0
        for day, minor in sorted(said):
            one.said[day.isoformat()] += minor - before
            before = minor
        one.submitted = before
        first = min(said)[0].isoformat()
        one.joined[first] += won
        one.first[first] += 1
        whole.add(one)
    value = evaluate(KPI, Tallies(forecasts=whole), Basis("EUR", TODAY, TODAY))
    submitted, won = sum(sorted(said)[-1][1] for said, _ in people), sum(won for _, won in people)
    assert value.value == (near(submitted, won) if people else None)
    assert bool(value.why) == (value.value is None)
    if people:
        last = value.parts["by_submission"][-1]
        assert (figure(last["submitted"]), figure(last["won"]), last["forecasts"]) == (submitted, won, len(people))


@given(st.sets(st.dates(dt.date(2025, 12, 1), dt.date(2027, 1, 31)), min_size=1))
def test_of_each_week_its_last_day_is_told(days: set[dt.date]) -> None:
    """Weeks begin on Mondays, also at the turn of a year."""
    told = [dt.date.fromisoformat(step["day"]) for step in weekly([{"day": day.isoformat()} for day in sorted(days)])]
    mondays = [day - dt.timedelta(days=day.weekday()) for day in told]
    assert mondays == sorted({day - dt.timedelta(days=day.weekday()) for day in days})
    for day, monday in zip(told, mondays, strict=True):
        assert day == max(one for one in days if 0 <= (one - monday).days < 7)
