"""The check-up of a rep: rates beside the median of the team, the one thing to practise, every rate traced to its rows."""

import datetime as dt
from random import Random

import pytest

from salesdesk.domain.checkup import Rate, median_rate, strengths, to_practise
from salesdesk.domain.money import Money
from salesdesk.services import checkup, checkup_page, negotiating, outreach
from salesdesk.services.checkup import Checkup
from salesdesk.services.desk import Desk
from salesdesk.services.goals import setting
from salesdesk.services.negotiating import NewDeal
from tests.services.office import colleague, deal


def test_only_what_chance_does_not_explain_is_chosen() -> None:
    rates = [
        ("few", Rate(0, 9, 0.5)),  # nothing of nine, but nine say little
        ("chance", Rate(4, 10, 0.5)),
        ("low", Rate(10, 50, 0.5)),
        ("lowest", Rate(1, 50, 0.5)),
        ("high", Rate(45, 50, 0.5)),
        ("highest", Rate(50, 50, 0.5)),
        ("alone", Rate(0, 50, None)),
        ("none", Rate(0, 0, 0.5)),
    ]
    assert to_practise(rates) == "lowest"
    assert strengths(rates) == ["highest", "high"]
    assert to_practise(rates[:2]) is None
    # Reps with fewer than five records, and fewer than three reps, make no median.
    assert median_rate([(1, 5), (2, 5), (4, 5), (0, 4)]) == 0.4
    assert median_rate([(1, 5), (2, 5), (0, 4)]) is None


def as_member(desk: Desk, member: bytes) -> Desk:
    return Desk(desk.workspace, source="cli", actor=member)


@pytest.fixture
def office(desk: Desk) -> Desk:
    """Four reps with forty calls each, of which Omar reaches hardly any; deals that moved and closed."""
    rng = Random(7)
    reps = {
        "Maya": desk.actor or b"",
        **{name: colleague(desk, name) for name in ("Omar Farouk", "Lena Vogt", "Iker Solano")},
    }
    call = outreach.kind_named(desk, "call")
    reached, missed = (outreach.outcome_named(desk, name, call) for name in ("Talked", "No answer"))
    for name, key in reps.items():
        own = as_member(desk, key)
        deals = [deal(own, f"{name} {number}", 1000) for number in range(6)]
        with own.operation("Calls") as unit:
            for number in range(40):
                good = number < (2 if name.startswith("Omar") else 20)
                unit.insert(
                    "activity",
                    {"kind_id": call.id, "outcome_id": (reached if good else missed).id, "owner_id": key,
                     "deal_id": rng.choice(deals).id, "done_on": dt.date(2026, 11, 2) + dt.timedelta(days=number % 20)},
                )  # fmt: skip
        for one in deals[:4]:
            negotiating.move(own, one, negotiating.stage_named(own, "Qualified"))
        negotiating.win(own, deals[0])
        for one in deals[1:3]:
            negotiating.lose(own, one, negotiating.reason_named(negotiating.reasons(own), "Price"))
        negotiating.move(own, deals[3], negotiating.stage_named(own, "New"))
    return desk


def rate(found: Checkup, name: str) -> tuple[int, int, float | None]:
    measure = next(m for m in found.measures if m.id == name)
    return measure.rate.numerator, measure.rate.denominator, measure.rate.team


def test_the_one_thing_to_practise_is_below_the_team_by_more_than_chance(office: Desk) -> None:
    omar, maya = checkup.checkup(office, "Omar"), checkup.checkup(office, "Maya")
    assert rate(omar, "reached") == (2, 40, 0.5)
    assert omar.practise is not None
    assert omar.practise.id == "reached"
    assert (maya.practise, maya.strengths) == (None, [])
    assert rate(omar, "win_rate") == (1, 3, None)
    # Of four that entered Qualified one was won, two were lost and one went back: it counts as not passed.
    assert rate(omar, "out-of-qualified-sales") == (1, 4, None)
    # The three that are in New, one of them again, have not left it.
    assert rate(omar, "out-of-new-sales") == (3, 3, None)
    text = checkup_page.markdown(office, omar)
    assert "**Calls that reached somebody**: 5 % (2 of 40), the team's median is 50 %." in text
    assert "| Win rate | 33 % * | 1 / 3 | n/a |" in text


def test_every_rate_adds_up_to_the_records_behind_it(office: Desk) -> None:
    for name in ("Omar", "Maya"):
        found = checkup.checkup(office, name)
        assert {m.id for m in found.measures} >= {"win_rate", "follow_up_discipline", "reached", "out-of-new-sales"}
        for measure in found.measures:
            rows = checkup.behind(office, found, measure)
            assert (sum(row.good for row in rows), len(rows)) == (measure.rate.numerator, measure.rate.denominator), (
                measure
            )
            assert all(row.ref.code for row in rows)


def test_a_check_up_is_of_its_period_and_has_its_goals(office: Desk) -> None:
    setting.set_goal(office, "calls", "40", "month", "Omar")
    found = checkup.checkup(office, "Omar", ["period:2026-11-02..2026-11-11"])
    assert rate(found, "reached")[1] == 20
    (goal,) = found.goals
    assert (goal.now, goal.goal.target) == (40, 40)
    assert {f.id: (f.count, f.team) for f in found.efforts}["calls"] == (20, 20.0)
    nobody = checkup.checkup(office, "Omar", ["period:2020"])
    assert nobody.practise is None
    assert rate(nobody, "reached") == (0, 0, None)


def test_a_manager_and_who_left_are_no_part_of_the_median(office: Desk) -> None:
    with office.operation("A manager") as unit:
        unit.update("member", office.member("Iker").id, {"role": "manager"})
        unit.update("member", office.member("Lena").id, {"active": False})
    found = checkup.checkup(office, "Omar")
    assert (found.reps, rate(found, "reached")) == (2, (2, 40, None))
    negotiating.add(office, NewDeal("Another", Money(100, "EUR")))
    assert checkup.checkup(office, "Iker").member.name == "Iker Solano"


def test_the_records_behind_a_figure_are_as_many_as_it_says(office: Desk) -> None:
    omar = checkup.checkup(office, "Omar")
    for figure in (*omar.efforts, omar.figures[0]):
        listed = checkup.behind_figure(office, omar, figure.id)
        wanted = 1 if figure.id == "won_revenue" else figure.count
        assert len([one for one in listed if one.good]) == wanted, figure.id
    assert [f.count for f in omar.efforts if f.id == "calls"] == [40]


def test_goals_that_were_over_before_the_period_stay_away(office: Desk) -> None:
    for line in ("revenue 100k in 2026-Q2", "revenue 90k in 2026-Q4"):
        setting.add(office, setting.read(office, setting.read_line(f"{line} for omar")))
    omar = checkup.checkup(office, "Omar")
    assert [checkup_page.goal_name(one) for one in omar.goals] == ["Revenue, Q4 2026"]
