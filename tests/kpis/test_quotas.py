"""Quotas, attainment, coverage: against plain Python over random quotas and deals; copying; files of any period."""

import datetime as dt
import random
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.ids import new_id
from salesdesk.domain.money import Money
from salesdesk.domain.periods import parse_period
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import absences, history
from salesdesk.services.calendar import add_holiday
from salesdesk.services.desk import Desk
from salesdesk.services.goals import copying, quotas, setting, tracking
from salesdesk.services.goals.kept import scope_of
from salesdesk.services.goals.measure import terms
from salesdesk.services.importing import ImportOptions, examine, publish
from salesdesk.services.measuring import rows, show
from salesdesk.services.setup import add_member
from tests.services.office import deal

TODAY = dt.date(2026, 11, 23)
DATA = Path(__file__).parents[3] / "shared" / "data" / "adventureworks-quota"


def weekdays(first: dt.date, last: dt.date) -> int:
    """Mondays to Fridays, counted one by one."""
    return sum((first + dt.timedelta(days=n)).weekday() < 5 for n in range((last - first).days + 1))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_attainment_is_what_plain_counting_gives(desk: Desk, seed: int) -> None:
    rng = random.Random(seed)
    members = {m.name: m.id for m in [add_member(desk, f"Rep {n}") for n in range(4)]}
    stage = {m: k for k, m in desk.connection.rows("SELECT id, meaning FROM stage ORDER BY position")}
    kept: list[tuple[str, dt.date, dt.date, int]] = []
    deals: list[tuple[str, dt.date, int]] = []
    coming: list[tuple[str, dt.date, int]] = []
    with desk.operation("A book", source="import") as unit:
        for name in list(members)[:3]:
            first = dt.date(2026, 9, 1) + dt.timedelta(days=rng.randrange(60))
            last = first + dt.timedelta(days=rng.randrange(20, 120))
            amount = rng.randrange(1_000, 900_000)
            kept.append((name, first, last, amount))
            values = {
                "member_id": members[name],
                "kind": "quota",
                "metric": "revenue",
                "period": "span",
                "target": amount,
            }
            unit.insert("goal", {**values, "currency": "EUR", "starts_on": first, "ends_on": last})
        for number in range(40):
            name = rng.choice(list(members))
            day = dt.date(2026, 9, 1) + dt.timedelta(days=rng.randrange(84))
            value = rng.randrange(0, 100_000)
            row = {
                "id": new_id(),
                "name": f"D{number}",
                "owner_id": members[name],
                "value_minor": value,
                "currency": "EUR",
            }
            if number % 4:
                deals.append((name, day, value))
                row |= {"state": "won", "won_on": day, "stage_id": stage["won"], "closed_owner_id": members[name]}
            else:
                day = TODAY + dt.timedelta(days=rng.randrange(60))
                coming.append((name, day, value))
                row |= {"state": "open", "close_on": day, "stage_id": stage["open"]}
            unit.insert("deal", row)
    for text in ("2026-10", "2026-Q4", "2026-11-10..2026-12-05"):
        _compare(desk, text, kept, deals, coming)


def _compare(
    desk: Desk,
    text: str,
    kept: list[tuple[str, dt.date, dt.date, int]],
    deals: list[tuple[str, dt.date, int]],
    coming: list[tuple[str, dt.date, int]],
) -> None:
    period = parse_period(text, TODAY)
    last_day = period.end - dt.timedelta(days=1)
    owed: Counter[str] = Counter()
    for name, first, last, amount in kept:
        inside = weekdays(max(first, period.start), min(last, last_day))
        if first <= last_day and last >= period.start and weekdays(first, last):
            owed[name] += round(amount * inside / weekdays(first, last))
    # Deals of who has no quota in these days do not count towards the sum.
    touching = {name for name, first, last, _ in kept if first <= last_day and last >= period.start}
    sold = sum(value for name, day, value in deals if name in touching and period.start <= day < period.until)
    report = show(desk, [f"period:{text}"], by="owner", only=("quota_attainment", "pipeline_coverage"))
    found = report.kpis["quota_attainment"]
    whole = sum(owed.values())
    assert found.denominator == Money(whole, "EUR")
    assert found.value == (pytest.approx(sold / whole) if whole else None)
    assert report.by
    by_owner = {row.key: row.kpis["quota_attainment"].denominator for row in report.by.rows}
    assert {n: Money(v, "EUR") for n, v in owed.items()} == {
        n: v for n, v in by_owner.items() if isinstance(v, Money) and v.minor
    }
    expected = sum(v for n, day, v in coming if n in touching and max(period.start, TODAY) <= day < period.end)
    covered = report.kpis["pipeline_coverage"]
    if whole > sold:
        assert (covered.numerator, covered.denominator) == (Money(expected, "EUR"), Money(whole - sold, "EUR"))
    else:
        assert covered.value is None and covered.why
    for kpi in ("quota_attainment", "pipeline_coverage"):
        _adds_up(desk, kpi, text)


def _adds_up(desk: Desk, kpi: str, text: str) -> None:
    behind = rows(desk, kpi, [f"period:{text}"])
    sums = Counter[str]()
    for row in behind.rows:
        sums[row.part] += row.value.minor if row.value and row.part != "excluded" else 0
    value = behind.value
    if isinstance(value.numerator, Money) and isinstance(value.denominator, Money):
        assert sums["numerator"] == value.numerator.minor
        assert max(sums["denominator"], 0) == value.denominator.minor


def test_without_a_quota_there_is_no_attainment(desk: Desk) -> None:
    kpis = show(desk, ["period:2026-Q4"], only=("quota_attainment", "pipeline_coverage")).kpis
    assert {(v.value, v.why) for v in kpis.values()} == {(None, "no quota is set for the period")}


def test_a_team_has_a_quota_of_its_own(desk: Desk) -> None:
    with desk.operation("Team") as unit:
        team = unit.insert("team", {"name": "North"})
        assert desk.actor
        unit.update("member", desk.actor, {"team_id": team})
    quotas.set_quota(desk, "me", "100k", "2026-Q4")
    assert show(desk, ["period:2026-Q4"], only=("quota_attainment",)).kpis["quota_attainment"].denominator == Money(
        10_000_000, "EUR"
    )
    quotas.set_quota(desk, "North", "150k", "2026-Q4")
    report = show(desk, ["period:2026-Q4"], by="team", only=("quota_attainment",))
    assert report.kpis["quota_attainment"].denominator == Money(15_000_000, "EUR")
    assert report.by and [r.kpis["quota_attainment"].denominator for r in report.by.rows] == [Money(15_000_000, "EUR")]
    mine = show(desk, ["period:2026-Q4", "owner:me"], only=("quota_attainment",)).kpis["quota_attainment"]
    assert mine.denominator == Money(10_000_000, "EUR")


def test_absence_and_ramp_prorate_a_quota(desk: Desk) -> None:
    quotas.set_quota(desk, "me", "66k", "2026-Q4")

    def quota() -> object:
        return show(desk, ["period:2026-Q4"], only=("quota_attainment",)).kpis["quota_attainment"].denominator

    assert quota() == Money(6_600_000, "EUR")
    absences.add_absence(desk, "me", "2026-12-21", "2026-12-31")
    assert quota() == Money(5_700_000, "EUR")
    absences.set_ramp(desk, "me", "2026-11-01", "50")
    # 22 days of October owe nothing, 21 of November half, 14 of December are worked.
    assert quota() == Money(round(6_600_000 * (10.5 + 14) / 66), "EUR")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_list_of_quotas_says_what_the_kpi_says(desk: Desk, seed: int) -> None:
    """Public holidays shrink a goal, and no quota: the same attainment stands on tab 5 and in `kpi show`."""
    rng = random.Random(seed)
    add_holiday(desk, "2026-12-24", "Company day")
    names = [m.name for m in (add_member(desk, f"Rep {n}") for n in range(5))]
    stage = desk.connection.value("SELECT id FROM stage WHERE meaning = 'won'")
    with desk.operation("A book", source="import") as unit:
        for number in range(30):
            owner = desk.member(rng.choice(names[:4])).id
            row = {"id": new_id(), "name": f"D{number}", "owner_id": owner, "closed_owner_id": owner, "currency": "EUR"}
            day = dt.date(2026, 10, 1) + dt.timedelta(days=rng.randrange(54))
            money = {"value_minor": rng.randrange(1, 10**6), "state": "won", "won_on": day, "stage_id": stage}
            unit.insert("deal", row | money)
    for name in names:
        quotas.set_quota(desk, name, str(rng.randrange(1_000, 90_000)), "2026-Q4")
        first = dt.date(2026, 12, 1) + dt.timedelta(days=rng.randrange(20))
        absences.add_absence(desk, name, str(first), str(first + dt.timedelta(days=rng.randrange(12))))
    quotas.set_quota(desk, "team", "90k", "2026-H2")
    quotas.set_quota(desk, names[0], "90k", "2027-Q1")
    for told in tracking.progress(desk, quotas.quotas(desk), forecast=True):
        if told.first > TODAY:
            assert (told.standing.now, told.standing.word) == (None, "to come")
            continue
        asked = terms(told.goal, told.first, told.last)
        kpis = show(desk, asked, only=("quota_attainment", "weighted_forecast"), compare=False).kpis
        found = kpis["quota_attainment"]
        assert Money(told.target, "EUR") == found.denominator
        assert (Money(told.now, "EUR"), told.share) == (found.numerator, found.value)
        assert Money(round(told.expected), "EUR") == found.parts["to_date"]["denominator"]
        assert Money(round(told.standing.forecast or 0), "EUR") == kpis["weighted_forecast"].value


def test_a_quota_without_an_end_or_with_its_days_turned_round_says_what_to_write(desk: Desk) -> None:
    with pytest.raises(InvalidError, match=r"A quota needs an end.*2026-12, 2026-Q4"):
        quotas.set_quota(desk, "me", "100k", "2026-12-01")
    with pytest.raises(InvalidError, match=r"The quota ends before it begins.*first day first"):
        quotas.set_quota(desk, "me", "100k", "2026-12-01", "2026-11-01")


def test_quotas_never_overlap(desk: Desk) -> None:
    quotas.set_quota(desk, "me", "100k", "2026-Q4")
    with pytest.raises(InvalidError, match="already has a quota from 2026-10-01 to 2026-12-31"):
        quotas.set_quota(desk, "me", "30k", "2026-12")
    quotas.set_quota(desk, "me", "120k", "2026-Q4")
    assert [q.target for q in quotas.quotas(desk)] == [12_000_000]
    with pytest.raises(InvalidError, match="not a change"):
        quotas.set_quota(desk, "me", "+10%", "2027-Q1")


def test_a_quota_has_a_beginning_and_an_end_in_many_words(desk: Desk) -> None:
    """What a report would let run until today has no end."""
    for text in ("2026-07..", "ytd", "mtd", "all", "", "2026-12-01"):
        with pytest.raises(InvalidError, match="A quota needs an end"):
            quotas.set_quota(desk, "me", "1k", text)
    with pytest.raises(InvalidError, match="A quota needs a first day"):
        quotas.set_quota(desk, "me", "1k", "..2027-06")
    for text in ("q1 2027", "2027-04..2027-06", "1 jul 2027 to 30 aug 2027", "2028-h1", "h2 2028"):
        quotas.set_quota(desk, "me", "120k", text)
    assert [(str(q.starts_on), str(q.ends_on)) for q in quotas.quotas(desk)] == [
        ("2027-01-01", "2027-03-31"),
        ("2027-04-01", "2027-06-30"),
        ("2027-07-01", "2027-08-30"),
        ("2028-01-01", "2028-06-30"),
        ("2028-07-01", "2028-12-31"),
    ]


def test_everything_of_a_quota_can_be_changed_but_into_another(desk: Desk) -> None:
    add_member(desk, "Omar Farouk")
    quotas.set_quota(desk, "me", "100k", "2026-Q4")
    quotas.set_quota(desk, "me", "90k", "2027-Q1")
    first = quotas.quotas(desk)[0]
    with pytest.raises(InvalidError, match=r"Maya Kessler already has a quota from 2027-01-01 .* Change or delete"):
        quotas.edit_quota(desk, first, start="2026-12-01", end="2027-01-15")
    quotas.edit_quota(desk, first, who="Omar", amount="+10%", start="2026-12..2027-02")
    changed = next(q for q in quotas.quotas(desk) if q.id == first.id)
    assert (changed.member, changed.target, str(changed.ends_on)) == ("Omar Farouk", 11_000_000, "2027-02-28")
    quotas.edit_quota(desk, changed, end="2027-03-31")
    assert str(quotas.find_quota(desk, first.ref).ends_on) == "2027-03-31"
    for amount, why in (("0", "asks for nothing"), ("-100%", "no quota"), ("much", "not an amount")):
        with pytest.raises(InvalidError, match=why):
            quotas.edit_quota(desk, changed, amount=amount)
    assert quotas.edit_quota(desk, quotas.find_quota(desk, first.ref)) == "Nothing to change."
    history.undo(desk)
    assert str(quotas.find_quota(desk, first.ref).ends_on) == "2027-02-28"


def test_a_quota_is_not_edited_into_a_goal(desk: Desk) -> None:
    """A quota that counted calls, or came again each week, would still stand in the sums of quotas."""
    quotas.set_quota(desk, "me", "100k", "2026-Q4")
    quotas.set_quota(desk, "me", "90k", "2027-Q1")
    first = quotas.quotas(desk)[0]
    for fields in ({"metric": "calls", "target": "5"}, {"each": "week"}, {"filter": "source:website"}):
        with pytest.raises(InvalidError, match="A quota is revenue"):
            setting.edit(desk, first, fields)
    with pytest.raises(InvalidError, match="already has a quota from 2027-01-01"):
        setting.edit(desk, first, {"from": "2026-11-01", "to": "2027-01-15"})
    setting.edit(desk, first, {"from": "2026-11-01", "to": "2026-12-31"})
    assert str(quotas.quotas(desk)[0].starts_on) == "2026-11-01"


def test_the_owner_of_a_quota_is_written_so_that_it_is_read_again(desk: Desk) -> None:
    """Two people may have one name, and one of them that of a team."""
    with desk.operation("Team") as unit:
        for _ in range(2):
            unit.insert("member", {"name": "Alex Kim"})
        unit.insert("team", {"name": "Maya Kessler"})
    keys = [m.code for m in desk.members() if m.name == "Alex Kim"]
    for who in (*(f"m-{key}" for key in keys), "Maya Kessler", "team"):
        quotas.set_quota(desk, who, "10k", "2026-Q4")
    quotas.set_quota(desk, "me", "10k", "2027-Q1")
    for quota in quotas.quotas(desk):
        found = scope_of(desk, quotas.whose_text(desk, quota))
        assert (found.member_id, found.team_id) == (quota.member_id, quota.team_id)


@given(st.integers(-99, 5_000))
def test_a_factor_is_written_as_a_number_a_share_or_a_change(change: int) -> None:
    factor = 1 + Decimal(change) / 100
    written = (f"{change:+}%", f"{change:+} %", f"{100 + change}%", f"{factor}", f"{factor}".replace(".", ","))
    assert {copying.read_factor(text) for text in written} == {factor}


@pytest.mark.parametrize("text", ["", "x", "0", "-100%", "-1", "nan", "inf", "1.1.1", "%"])
def test_what_is_no_factor_is_refused(text: str) -> None:
    with pytest.raises(InvalidError, match=r"Write 1\.1 or \+10 %"):
        copying.read_factor(text)


def test_a_copy_can_be_looked_at_and_leaves_no_quota_of_nothing(desk: Desk) -> None:
    quotas.set_quota(desk, "me", "1", "2026-Q4")
    (planned,) = copying.plan(desk, "2026-Q4", "2027-Q1", "+50%")
    assert copying.say_copy(planned) == "Maya Kessler: €1.50 from 2027-01-01 to 2027-03-31"
    for factor, why in (("0.001", "leaves no quota"), ("1e30", "too large")):
        with pytest.raises(InvalidError, match=why):
            copying.copy_quotas(desk, "2026-Q4", "2027-Q1", factor)
    with pytest.raises(InvalidError, match="too large"):
        quotas.edit_quota(desk, quotas.quotas(desk)[0], amount="+9999999999999999999999 %")
    assert len(quotas.quotas(desk)) == 1


def test_a_period_that_is_no_calendar_one_is_copied_day_for_day(desk: Desk) -> None:
    """31 August and three months are no day of November: the whole of one period becomes the whole of the other."""
    quotas.set_quota(desk, "me", "100k", "2026-05-31", "2026-08-30")
    copying.copy_quotas(desk, "2026-05-31..2026-08-30", "2026-08-31..2026-11-30", "110 %")
    made = quotas.quotas(desk)[-1]
    assert (str(made.starts_on), str(made.ends_on), made.target) == ("2026-08-31", "2026-11-30", 11_000_000)


def test_quotas_are_copied_forward_as_one_act(desk: Desk) -> None:
    gone = add_member(desk, "Omar Farouk")
    quotas.set_quota(desk, "me", "100k", "2026-05-31", "2026-08-30")
    quotas.set_quota(desk, "Omar", "50k", "2026-05-31", "2026-08-30")
    with desk.operation("Left") as unit:
        unit.update("member", gone.id, {"active": False})
    said = copying.copy_quotas(desk, "2026", "2027", "+10%")
    assert said == "1 quota of 2026 copied to 2027, 1 passed over"
    made = quotas.quotas(desk)[-1]
    assert (made.starts_on, made.ends_on, made.target) == (dt.date(2027, 5, 31), dt.date(2027, 8, 30), 11_000_000)
    with pytest.raises(NotFoundError, match="there already"):
        copying.copy_quotas(desk, "2026", "2027")
    for factor in ("0", "-1", "much"):
        with pytest.raises(InvalidError):
            copying.copy_quotas(desk, "2026", "2028", factor)
    history.undo(desk)
    assert len(quotas.quotas(desk)) == 2


def test_the_leaderboard_ranks_by_share(desk: Desk) -> None:
    add_member(desk, "Omar Farouk")
    quotas.set_quota(desk, "me", "1k", "2026-Q4")
    ref = deal(desk, "Won", 500)
    from salesdesk.services import negotiating

    negotiating.win(desk, [ref])
    board = quotas.leaderboard(desk, parse_period("2026-Q4", TODAY))
    assert [(row.name, row.won, row.share) for row in board] == [
        ("Maya Kessler", 50_000, 0.5),
        ("Omar Farouk", 0, None),
    ]


def test_quotas_come_in_from_a_file(desk: Desk, tmp_path: Path) -> None:
    add_member(desk, "Omar Farouk")
    path = tmp_path / "quotas.csv"
    path.write_text(
        "member,start date,quota\nOmar Farouk,2026-05-31,100000\nOmar Farouk,2026-08-31,120000\nNobody Known,2026-08-31,5\n"
        "Omar Farouk,2026-12-01,0\n"
    )
    options = ImportOptions(kind="quota")
    done = publish(desk, examine(desk, [path], options))
    # Nobody is known of that name: they become a member, as owners do; a quota of nothing is none.
    assert (done.files[0].added, done.files[0].refused) == (3, 1)
    mine = [(q.starts_on, q.ends_on, q.target) for q in quotas.quotas(desk) if q.member == "Omar Farouk"]
    assert mine[0] == (dt.date(2026, 5, 31), dt.date(2026, 8, 30), 10_000_000)
    assert mine[1] == (dt.date(2026, 8, 31), dt.date(2026, 11, 30), 12_000_000)
    assert publish(desk, examine(desk, [path], options)).files[0].added == 0
    history.undo(desk)
    assert not quotas.quotas(desk)
