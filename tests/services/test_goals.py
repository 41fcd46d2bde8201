"""Goals with all five parts, their tree, their tasks; what cannot be one; on both engines."""

import dataclasses
import datetime as dt

import pytest

from salesdesk.errors import FilterError, InvalidError, NotFoundError
from salesdesk.services import absences, goals, history, measuring, negotiating, outreach, today
from salesdesk.services.desk import Desk
from salesdesk.services.goals import closing, setting, tracking
from salesdesk.services.goals.kept import QUOTA
from salesdesk.services.goals.measure import record_terms
from salesdesk.store.read.lookups import choices, outcomes
from tests.services.office import colleague, deal, lead, outcome


def added(desk: Desk, line: str) -> goals.Goal:
    """Add the goal of a line; it as it is kept."""
    setting.add(desk, setting.read(desk, setting.read_line(line)))
    return max(goals.goals(desk.connection, everyone=True, kind=None), key=lambda g: g.id)


def won(desk: Desk, euros: int, day: str) -> None:
    """A deal of that value, won on that day."""
    ref = deal(desk, f"Deal {euros} {day}", euros)
    negotiating.win(desk, [ref])
    with desk.operation("Won earlier") as unit:
        unit.update("deal", ref.id, {"won_on": dt.date.fromisoformat(day)})
        for (key,) in desk.connection.rows("SELECT id FROM sales_order WHERE deal_id = ?", (ref.id,)):
            unit.update("sales_order", key, {"ordered_on": dt.date.fromisoformat(day)})


def test_the_example_of_the_mission(desk: Desk) -> None:
    won(desk, 1000, "2026-02-10")
    won(desk, 3000, "2026-06-10")
    goal = added(desk, "average order value +30% in 2027-H1 for team because fewer, larger orders")
    assert (goal.baseline, goal.baseline_from, goal.baseline_to) == (200_000, dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert (goal.target, goal.starts_on, goal.ends_on) == (260_000, dt.date(2027, 1, 1), dt.date(2027, 6, 30))
    assert (goal.member_id, goal.reason, goal.whose) == (None, "fewer, larger orders", "everyone")
    # The baseline is frozen: what is sold in those days later does not move it.
    won(desk, 9000, "2026-03-01")
    assert goals.find_goal(desk, "average order value").baseline == 200_000
    told = goals.progress(desk, [goal])[0]
    assert (told.standing.word, told.standing.now) == ("to come", None)
    assert history.undo(desk)


def test_a_line_says_what_its_goal_says(desk: Desk) -> None:
    colleague(desk)
    parent = added(desk, "revenue 600k in 2026-Q4 for team")
    line = f"talks 40 from 2026-12-01 to 2026-12-24 for Omar where source:website serves {parent.ref} called Web because fast"
    goal = added(desk, line)
    assert (goal.metric, goal.target, goal.member, goal.name) == ("talks", 40, "Omar Farouk", "Web")
    assert (goal.query, goal.parent_id, goal.reason) == ("source:website", parent.id, "fast")
    assert setting.read_line(setting.line_of(desk, goal)) == setting.read_line(line) | {"for": "Omar Farouk"}
    assert [(depth, g.id) for depth, g in goals.tree(goals.goals(desk.connection, everyone=True))] == [
        (0, parent.id),
        (1, goal.id),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("revenue 0 in 2026-Q4", "asks for nothing"),
        ("revenue 10k in 2026-11-01", "needs an end"),
        ("revenue 10k from 2026-12-31 to 2026-12-01", "ends before it begins"),
        ("calls 40 a fortnight", "not a period"),
        ("smiles 4 a day", "cannot be a goal"),
        ("revenue +30% in 2026-Q4", "above 0"),
        ("average order value +30% in 2026-Q4", "baseline has no value"),
        ("mails 40 in 2026-12 where source:website", "without a filter"),
        ("win rate 40% in 2026-Q4 against 2027", "still to come"),
        ("calls", "metric, a number"),
        ("calls 40 in 2026-12 for Nobody", "No member or team"),
        ("calls 40 in 2026-12 serves G-NOTHING", "No goal"),
    ],
)
def test_what_cannot_be_a_goal_is_said(desk: Desk, line: str, words: str) -> None:
    with pytest.raises((InvalidError, NotFoundError)) as told:
        setting.read(desk, setting.read_line(line))
    assert words in str(told.value)
    assert not goals.goals(desk.connection, everyone=True, kind=None)


def test_a_filter_that_means_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(FilterError, match="no field"):
        setting.read(desk, setting.read_line("talks 4 in 2026-12 where bogus:1"))


def test_a_goal_cannot_serve_itself(desk: Desk) -> None:
    top = added(desk, "revenue 600k in 2026-Q4 for team")
    below = added(desk, f"calls 400 in 2026-Q4 serves {top.ref}")
    with pytest.raises(InvalidError, match="serve itself"):
        setting.edit(desk, top, {"serves": below.ref})
    goals.delete_goal(desk, top)
    assert [(depth, g.id) for depth, g in goals.tree(goals.goals(desk.connection, everyone=True))] == [(0, below.id)]


def test_a_change_moves_what_was_changed_and_undo_brings_it_back(desk: Desk) -> None:
    goal = added(desk, "calls 400 in 2026-Q4 for me because the year ends")
    before = setting.line_of(desk, goal)
    setting.edit(
        desk, goal, setting.changed_fields(before, before.replace("400", "500").replace(" because the year ends", ""))
    )
    after = goals.find_goal(desk, goal.ref)
    assert (after.target, after.reason, after.baseline) == (500, "", goal.baseline)
    assert setting.edit(desk, after, {"target": "500"}) == "Nothing to change."
    history.undo(desk)
    assert goals.find_goal(desk, goal.ref).target == 400


def test_a_plain_goal_has_no_other_parts(desk: Desk) -> None:
    assert setting.read_goal("40 calls a day") == setting.read_goal("calls 40") == ("calls", "40", "day")
    for line in ("calls 40 in 2026-Q4", "calls 40 a day for Omar", "calls 40 a fortnight"):
        with pytest.raises(InvalidError, match="a metric, a number and a period"):
            setting.read_goal(line)


def test_one_end_of_a_goal_moves_alone(desk: Desk) -> None:
    goal = added(desk, "calls 400 from 2026-10-01 to 2026-12-31")

    def ends(**fields: str) -> tuple[str, str]:
        setting.edit(desk, goals.find_goal(desk, goal.ref), {name.strip("_"): text for name, text in fields.items()})
        now = goals.find_goal(desk, goal.ref)
        return str(now.starts_on), str(now.ends_on)

    assert ends(to="2026-12-24") == ("2026-10-01", "2026-12-24")
    assert ends(from_="2026-10-05") == ("2026-10-05", "2026-12-24")
    assert ends(from_="2027-Q1") == ("2027-01-01", "2027-03-31")
    with pytest.raises(InvalidError, match="ends before"):
        ends(to="2026-12-24")


def test_absence_and_ramp_shrink_what_is_asked(desk: Desk) -> None:
    goal = added(desk, "calls 50 a week")
    assert goals.progress(desk, [goal])[0].target == 50
    absences.add_absence(desk, "me", "2026-11-26", "2026-11-27", "holiday")
    assert goals.progress(desk, [goal])[0].target == 30
    with pytest.raises(InvalidError, match="away from"):
        absences.add_absence(desk, "me", "2026-W48")
    history.undo(desk)
    absences.set_ramp(desk, "me", "2026-11-02", "50")
    assert goals.progress(desk, [goal])[0].target == 25
    assert not goals.progress(desk, [added(desk, "calls 10 a day")], on=dt.date(2026, 10, 30))[0].target


def test_who_is_away_owes_nothing_today(desk: Desk) -> None:
    setting.set_goal(desk, "calls", "40", "day", "me")
    assert [p.target for p in today.today(desk, owner=desk.actor).goals] == [40]
    absences.add_absence(desk, "me", "2026-11-23", "2026-11-24")
    assert today.today(desk, owner=desk.actor).goals == []
    assert absences.absences(desk)[0].member == "Maya Kessler"
    absences.delete_absence(desk, "maya")
    assert not absences.absences(desk)


def test_the_gap_of_revenue_names_the_likeliest_deals(desk: Desk) -> None:
    won(desk, 4000, "2026-10-20")
    likely, other = deal(desk, "Likely", 5000), deal(desk, "Other", 9000)
    with desk.operation("Expected") as unit:
        for ref, percent in ((likely, 80), (other, 20)):
            unit.update("deal", ref.id, {"close_on": dt.date(2026, 12, 10), "probability": percent})
    goal = added(desk, "revenue 10k in 2026-Q4 for me")
    told = tracking.progress(desk, [goal], forecast=True)[0]
    found = closing.gap(desk, told)
    assert [c.ref.name for c in found.chances] == ["Likely", "Other"]
    assert (found.missing, found.covering, found.weighted) == (600_000, 2, 580_000)
    # Won, and what is open by its probability.
    assert told.standing.forecast == 400_000 + 580_000
    assert "The 2 likeliest deals cover it." in closing.say_gap(desk, told)


def test_a_task_is_handed_down_and_told(desk: Desk) -> None:
    omar = colleague(desk)
    goal = added(desk, "revenue 10k in 2026-Q4 for team")
    closing.hand_down(desk, goal, *closing.read_task(desk, "Omar: call ten old customers, fri"))
    task = closing.handed_down(desk, goal)[0]
    assert (task.what, task.owner, task.due_on) == ("call ten old customers", "Omar Farouk", dt.date(2026, 11, 27))
    theirs = today.today(desk, owner=omar)
    assert [n.kind for n in theirs.new] == ["assigned"]
    with pytest.raises(InvalidError, match="is past"):
        closing.hand_down(desk, goal, "Omar", "Too late", dt.date(2026, 11, 20))
    with pytest.raises(InvalidError, match="Say who"):
        closing.read_task(desk, "somebody should call")


def test_a_filtered_goal_says_what_the_kpi_says(desk: Desk) -> None:
    outreach.log(desk, lead(desk, "Anna Lindqvist at Acme from website"), outcome(desk, "talked"))
    outreach.log(desk, lead(desk, "Ewa Kowalska at Bursztyn from referral"), outcome(desk, "talked"))
    sources = {name for (name,) in desk.connection.rows("SELECT name FROM source")}
    source = next(name for name in sources if name.lower().startswith("web"))
    goal = added(desk, f'talks 10 in 2026-11 where source:"{source}"')
    assert goals.progress(desk, [goal])[0].now == 1
    assert goals.progress(desk, [added(desk, "talks 10 in 2026-11")])[0].now == 2


def test_goals_and_quotas_do_not_mix(desk: Desk) -> None:
    from salesdesk.services.goals import quotas

    quotas.set_quota(desk, "me", "180k", "2026-Q4")
    assert goals.goals(desk.connection, member=desk.actor) == []
    assert [g.kind for g in goals.goals(desk.connection, everyone=True, kind=None)] == [QUOTA]
    with pytest.raises(NotFoundError):
        goals.find_goal(desk, "revenue")


@pytest.mark.parametrize("name", ['The "A" team', "North \\ South", "it's, and: more", "[b]x[/b]"])
def test_a_team_may_be_called_anything(desk: Desk, name: str) -> None:
    assert desk.actor
    with desk.operation("A team") as unit:
        unit.update("member", desk.actor, {"team_id": unit.insert("team", {"name": name})})
    won(desk, 3000, "2026-11-10")
    goal = dataclasses.replace(added(desk, "revenue 10k in 2026-11 for team"), team=name)
    assert tracking.progress(desk, [goal])[0].now == 300_000


def test_a_goal_a_day_asks_for_nothing_where_nobody_works(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    daily, weekly = added(desk, "calls 40 a day"), added(desk, "calls 200 a week")
    weekend = added(desk, "calls 10 from 2026-11-28 to 2026-11-29")
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-28T09:00:00Z")
    by_day, by_week, chosen = goals.progress(desk, [daily, weekly, weekend])
    assert (by_day.target, by_day.expected, by_day.standing.word) == (0, 0.0, "day off")
    assert (by_week.target, by_week.standing.word) == (200, "behind")
    # Days somebody chose are meant, weekend or not.
    assert (chosen.target, chosen.standing.word) == (10, "behind")
    assert today.today(desk, owner=desk.actor).goals == []
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-30T09:00:00Z")
    assert goals.progress(desk, [daily])[0].target == 40


@pytest.mark.parametrize("where", ["", " where not:tag:cold"])
@pytest.mark.parametrize("metric", ["calls", "talks", "mails", "meetings", "demos"])
def test_the_records_of_a_goal_are_those_it_counts(desk: Desk, metric: str, where: str) -> None:
    if where and metric in {"mails", "demos"}:
        pytest.skip("takes no filter")
    with desk.operation("What was done") as unit:
        kinds = {k.meaning: k.id for k in choices(desk.connection, "activity_kind")}
        ends = {(o.kind_id, o.meaning): o.id for o in outcomes(desk.connection)}
        for kind, key in kinds.items():
            for outcome_id in {None, *(end for (of, _), end in ends.items() if of == key)}:
                for direction in ("in", "out"):
                    done = {"kind_id": key, "outcome_id": outcome_id, "direction": direction, "owner_id": desk.actor}
                    unit.insert("activity", {**done, "done_on": dt.date(2026, 11, 10), "subject": kind})
    goal = added(desk, f"{metric} 500 in 2026-11{where}")
    (told,) = goals.progress(desk, [goal])
    found = measuring.rows(desk, "activities", record_terms(desk, goal, told.first, told.last)).rows
    assert told.now > 0
    assert len([row for row in found if row.part != "excluded"]) == told.now
