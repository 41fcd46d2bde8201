"""The meeting rate against plain Python over random calls, on both engines."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.booking import books_meeting
from salesdesk.domain.ids import new_id
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.formulas import evaluate
from salesdesk.domain.kpis.tallies import Activities, Tallies
from salesdesk.services import lists
from salesdesk.services.desk import Desk
from salesdesk.services.lists import LISTS
from salesdesk.services.measuring import rows, show
from salesdesk.services.outreach import kind_named, outcome_named
from tests.kpis import world as book
from tests.kpis.test_by_the_book import PERIODS
from tests.kpis.world import TODAY, Row, World


def _booking(desk: Desk) -> set[bytes]:
    """The outcomes that book a meeting, found by what the list says of them: the seeded one and the team's own."""
    call = kind_named(desk, "call")
    return {outcome_named(desk, name, call).id for name in ("Meeting booked", "Demo agreed", "Visit agreed")}


def _make(desk: Desk, seed: int) -> tuple[World, set[bytes]]:
    """A random team with outcomes of its own, and many more calls."""
    call = kind_named(desk, "call")
    lists.change(desk, LISTS["kind"], None, "Demo", {}, called="Bemutató")
    for name, meaning, following in (
        ("Demo agreed", "reached", "bemutató +7d"),
        ("Visit agreed", "reached", "meet +2d 9:00"),
        ("Meeting refused", "closed", "meet +90d"),
        ("Meets us later", "reached", "call +90d"),
    ):
        lists.add(desk, LISTS["outcome"], call.id, name, {"meaning": meaning, "next": following})
    world = book.make(desk, seed)
    pick = random.Random(seed)
    calls = [kind for kind in world.kinds if kind["meaning"] == "call"]
    more: list[Row] = []
    for _ in range(120):
        kind, lead = pick.choice(calls), pick.choice(world.leads)
        row = {"id": new_id(), "kind_id": kind["kind_id"], "outcome_id": kind["outcome_id"], "lead_id": lead["id"]}
        owner = world.maybe(pick.choice(world.members)["id"])
        more.append({**row, "deal_id": None, "owner_id": owner, "direction": "out", "done_on": world.day(0, 260)})
    with desk.operation("Calls", source="import") as unit:
        unit.insert_many("activity", more)
    world.activities += more
    return world, _booking(desk)


def _made(world: World) -> list[Row]:
    """The calls that were made; those that came in are no attempts."""
    call = {kind["kind_id"] for kind in world.kinds if kind["meaning"] == "call"}
    return [a for a in world.activities if a["kind_id"] in call and a["done_on"] and a["direction"] != "in"]


@pytest.mark.parametrize("seed", [91, 92])
def test_calls_that_booked_a_meeting(desk: Desk, seed: int) -> None:
    world, booking = _make(desk, seed)
    for term, (start, end) in PERIODS.items():
        made = [a for a in _made(world) if start <= a["done_on"] < end]
        good = {a["id"] for a in made if a["outcome_id"] in booking}
        value = show(desk, [term], only=["meeting_rate"]).kpis["meeting_rate"]
        assert (value.numerator, value.denominator) == (len(good), len(made))
        assert good, term
        assert value.value == len(good) / len(made)
        behind = rows(desk, "meeting rate", [term]).rows
        assert {row.id for row in behind if row.part == "both"} == good
        assert len([row for row in behind if row.part != "excluded"]) == len(made)
        # With a filter nothing comes from a rollup.
        filtered = show(desk, [term, "kind:call"], only=["meeting_rate"]).kpis["meeting_rate"]
        assert (filtered.numerator, filtered.denominator) == (len(good), len(made))


@pytest.mark.parametrize("dimension", ["owner", "team", "manager", "month", "sector"])
def test_by_a_dimension_each_row_is_its_calls(desk: Desk, dimension: str) -> None:
    world, booking = _make(desk, 93)
    start, end = PERIODS["period:2026-q2"]
    report = show(desk, ["period:2026-q2"], by=dimension, only=["meeting_rate", "contact_rate"])
    assert report.by is not None
    parts = [row.kpis["meeting_rate"] for row in report.by.rows]
    whole = report.kpis["meeting_rate"]
    assert sum(part.denominator or 0 for part in parts) == whole.denominator  # type: ignore[misc]
    assert sum(part.numerator or 0 for part in parts) == whole.numerator  # type: ignore[misc]
    if dimension == "owner":
        names = {member["id"]: member["name"] for member in world.members}
        made = [a for a in _made(world) if start <= a["done_on"] < end]
        every = Counter(names.get(a["owner_id"]) for a in made)
        good = Counter(names.get(a["owner_id"]) for a in made if a["outcome_id"] in booking)
        told = {
            row.key: (row.kpis["meeting_rate"].numerator, row.kpis["meeting_rate"].denominator)
            for row in report.by.rows
        }
        assert told == {name: (good[name], count) for name, count in every.items()} | {
            key: (0, 0) for key in told if key not in every
        }


def test_as_of_a_past_day_calls_made_later_do_not_count(desk: Desk) -> None:
    world, booking = _make(desk, 94)
    made = [a for a in _made(world) if "2026-04-01" <= a["done_on"] <= "2026-05-10"]
    value = show(desk, ["period:2026-q2", "as-of:2026-05-10"], only=["meeting_rate"]).kpis["meeting_rate"]
    good = [a for a in made if a["outcome_id"] in booking]
    assert (value.numerator, value.denominator) == (len(good), len(made))


def test_without_a_call_there_is_no_rate(desk: Desk) -> None:
    value = show(desk).kpis["meeting_rate"]
    assert (value.value, value.why) == (None, "no call was made in the period")


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60))
def test_no_more_meetings_than_talks(calls: list[tuple[bool, bool]]) -> None:
    """Whatever the calls: the meeting rate is their share, and never above the contact rate."""
    found = Activities(
        calls=len(calls),
        talks=sum(reached for reached, _ in calls),
        booked=sum(reached and books for reached, books in calls),
    )
    basis = Basis("EUR", TODAY, TODAY)
    meeting, contact = (evaluate(kpi, Tallies(activities=found), basis) for kpi in ("meeting_rate", "contact_rate"))
    assert isinstance(meeting.value, float) and isinstance(contact.value, float)
    assert 0 <= meeting.value <= contact.value <= 1
    assert meeting.interval is not None
    assert meeting.interval[0] - 1e-12 <= meeting.value <= meeting.interval[1] + 1e-12
    assert meeting.small_sample == (len(calls) < 10)


@given(st.sampled_from(["meet", "meeting", "demo", "Meet"]), st.sampled_from(["", " +7d", " tomorrow 9:00"]))
def test_what_books_a_meeting(word: str, rest: str) -> None:
    assert books_meeting(word + rest)
    assert not books_meeting(f"call{rest}")
    assert not books_meeting(f"{word}s{rest}")
    assert books_meeting(f"Találkozó{rest}", ["találkozó"])
