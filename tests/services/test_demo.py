"""The demo: the same for the same moment, believable, and out of nobody's way."""

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from salesdesk.errors import DatabaseError, NotFoundError
from salesdesk.services import history
from salesdesk.services.cadences import following
from salesdesk.services.demo import build_demo
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.store import derived
from salesdesk.store.read import notices, queue
from salesdesk.store.read.lookups import stages
from salesdesk.store.tables import metadata
from salesdesk.store.triggers import record_tables
from tests.conftest import NOW

# A Saturday evening in the quiet of the year, and the first minutes of a leap day.
ODD_MOMENTS = ("2027-01-02T20:40:00Z", "2028-02-28T23:20:00Z")


def build(folder: Path, now: str) -> Desk:
    """A demo built at that moment; the clock runs on afterwards."""
    before = os.environ.get("SALESDESK_NOW")
    os.environ["SALESDESK_NOW"] = now
    try:
        return build_demo(str(folder / "demo.db"))
    finally:
        os.environ.pop("SALESDESK_NOW")
        if before is not None:
            os.environ["SALESDESK_NOW"] = before


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The demo of the pictures."""
    desk = build(tmp_path_factory.mktemp("demo"), NOW)
    yield desk
    desk.workspace.close()


@pytest.fixture(scope="module", params=[NOW, *ODD_MOMENTS])
def any_demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    """The demo at several moments, the first of them built again."""
    desk = build(tmp_path_factory.mktemp("again"), request.param)
    yield desk, request.param
    desk.workspace.close()


def told(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """All that is written in a workspace, but for keys."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [
            c.name
            for c in table.columns
            if c.name not in {"id", "code", "version"} and not c.name.endswith(("_id", "_op", "_by"))
        ]
        if table.name not in {"history", "current_operation", "never", "alembic_version"} and columns:
            found[table.name] = sorted(desk.connection.rows(f"SELECT {', '.join(columns)} FROM {table.name}"), key=repr)
    return found


def count(desk: Desk, sql: str, *params: Any) -> int:
    return int(desk.connection.value(f"SELECT count(*) FROM {sql}", params))


def test_the_same_moment_gives_the_same_story(demo: Desk, any_demo: tuple[Desk, str]) -> None:
    again, now = any_demo
    if now != NOW:
        assert told(again) != told(demo)
        return
    assert told(again) == told(demo)
    for table in (t.name for t in metadata.sorted_tables if "code" in t.c):
        codes = f"SELECT code FROM {table} ORDER BY id"
        assert again.connection.rows(codes) == demo.connection.rows(codes), table


def test_nothing_in_it_reaches_anybody(demo: Desk) -> None:
    texts = {
        text
        for table in ("lead", "contact", "account", "member")
        for column in ("email", "website", "domain")
        if column in metadata.tables[table].c
        for (text,) in demo.connection.rows(f"SELECT {column} FROM {table} WHERE {column} <> ''")
    }
    assert len(texts) > 2000
    assert [text for text in texts if not text.endswith(".example")] == []
    fiction = re.compile(
        r"\+44 20 7946 0|\+49 30 23125 |\+46 (8 465 004|31 390 06|40 628 04) |\+33 1 99 00 |\+353 20 91"
        r"|\+\d{1,3}( \d{1,2})? 00"
    )
    phones = {text for table in ("lead", "contact") for (text,) in demo.connection.rows(f"SELECT phone FROM {table}")}
    assert [phone for phone in phones if not fiction.match(phone)] == []


def test_two_people_never_share_a_name_or_a_number(demo: Desk) -> None:
    for column in ("name", "phone"):
        twice = demo.connection.rows(f"SELECT {column} FROM contact GROUP BY {column} HAVING count(*) > 1")
        assert twice == []
    alone = "lead WHERE contact_id IS NULL AND phone IN (SELECT phone FROM contact)"
    assert count(demo, alone) == 0


def test_the_numbers_of_the_wireframes(demo: Desk) -> None:
    assert count(demo, "lead l JOIN lead_status s ON s.id = l.status_id WHERE s.meaning = 'open'") == 128
    assert count(demo, "deal WHERE state = 'open'") == 23
    roles: dict[str, int] = dict(demo.connection.rows("SELECT role, count(*) FROM member GROUP BY role"))
    assert roles == {"manager": 2, "rep": 8}
    me = next(m for m in demo.members() if m.id == demo.actor)
    assert me.name == "Maya Kessler"


def test_every_state_is_there(demo: Desk) -> None:
    used = {key for (key,) in demo.connection.rows("SELECT stage_id FROM deal")}
    assert [s.name for s in stages(demo.connection) if s.pipeline == "Sales" and s.id not in used] == []
    missing = "lead_status s WHERE NOT EXISTS (SELECT 1 FROM lead WHERE status_id = s.id)"
    assert count(demo, missing) == 0
    used_kinds = {name for (name,) in demo.connection.rows(
        "SELECT DISTINCT k.name FROM activity a JOIN activity_kind k ON k.id = a.kind_id")}  # fmt: skip
    assert used_kinds >= {"Call", "Mail", "Meeting", "Demo", "Visit", "Message"}
    today = demo.today.isoformat()
    assert count(demo, "deal d JOIN stage s ON s.id = d.stage_id WHERE d.state = 'open'"
                 " AND julianday(?) - julianday(d.stage_on) > s.rotting_days", today) >= 4  # fmt: skip
    assert count(demo, "deal WHERE state = 'open' AND close_on < ?", today) >= 2


def test_mayas_day(any_demo: tuple[Desk, str]) -> None:
    desk, now = any_demo
    today = desk.local(dt.datetime.fromisoformat(now)).date()
    due = queue.due(desk.connection, desk.actor, today)
    late = [row for row in due if row.due_on and row.due_on < today]
    assert [row.name for row in late] == ["Anna Lindqvist", "Tomás Herrera"]
    assert all(1 <= (today - row.due_on).days <= 6 for row in late if row.due_on)
    timed = [row for row in due if row.due_at]
    assert [row.name for row in timed] == ["Priya Raman", "Joost de Vries", "Mei-Lin Chow", "Samuel Okafor"]
    instant = dt.datetime.fromisoformat(now)
    assert all(row.due_at and instant < row.due_at and desk.local(row.due_at).date() == today for row in timed)
    done = queue.done(desk.connection, desk.actor, today)
    assert all(row.done_at and row.done_at < instant for row in done)
    assert len(due) == 7 if len(done) >= 2 else len(due) <= 10
    if now == NOW:
        assert len(done) == 12
        assert (done[0].name, done[0].outcome) == ("Rafael Costa", "Voicemail")
        assert [desk.local(row.due_at).strftime("%H:%M") for row in timed if row.due_at] == [
            "09:30",
            "11:00",
            "14:15",
            "16:00",
        ]
        care = queue.care(desk.connection, desk.actor, today - dt.timedelta(days=14))
        assert (care.leads_without_step, care.silent_deals) == (1, 2)


def test_outreach_is_under_way(any_demo: tuple[Desk, str]) -> None:
    desk, now = any_demo
    reps = count(desk, "member WHERE role = 'rep' AND active")
    assert count(desk, "(SELECT DISTINCT member_id FROM goal WHERE metric = 'calls') g") == reps == 7
    for name, least in (("First touch", 5), ("Quick answer", 5)):
        inside = "enrolment e JOIN cadence c ON c.id = e.cadence_id WHERE c.name = ? AND e.state = 'active'"
        assert count(desk, inside, name) >= least
        steps = "activity a JOIN enrolment e ON e.id = a.enrolment_id WHERE a.done_on IS NULL AND e.state = 'active'"
        assert count(desk, steps) == count(desk, "enrolment WHERE state = 'active'")
    assert following.settle(desk) == "", "everybody stands where their cadence says"
    assert count(desk, "message WHERE state = 'sent'") >= 10 and count(desk, "message WHERE state = 'queued'") == 2
    assert count(desk, "message WHERE sent_at > ?", now) == 0
    assert [n.kind for n in notices.unseen(desk.connection, desk.require_actor())] == ["reply", "mention"]
    results = "SELECT count(DISTINCT script_id), count(DISTINCT result), count(*) FROM call_run WHERE ended_at <= ?"
    scripts, kinds, calls = desk.connection.one(results, (now,)) or (0, 0, 0)
    assert (scripts, kinds) == (3, 4) and calls >= 40
    assert count(desk, "need") > 30 and count(desk, "call_note WHERE kind = 'objection'") > 5
    assert count(desk, "opt_out") == 4 and count(desk, "rule WHERE active") == 2


def test_nothing_happens_before_its_time(any_demo: tuple[Desk, str]) -> None:
    desk, now = any_demo
    today = desk.local(dt.datetime.fromisoformat(now)).date().isoformat()
    for sql in (
        "activity WHERE done_on > ?",
        "stage_change WHERE changed_on > ?",
        "deal WHERE COALESCE(won_on, lost_on) > ? OR opened_on > COALESCE(won_on, lost_on)",
        "lead WHERE arrived_on > ? OR closed_on < arrived_on",
        "operation WHERE at > ? || 'Z'",
    ):
        assert count(desk, sql, f"{today}" if "operation" not in sql else now[:-1]) == 0, sql
    assert count(desk, "activity WHERE done_at > ?", now) == 0
    jumps = "stage_change c WHERE c.from_stage_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stage_change p"
    assert (
        count(
            desk,
            f"{jumps} WHERE p.deal_id = c.deal_id AND p.to_stage_id = c.from_stage_id AND p.changed_on <= c.changed_on)",
        )
        == 0
    )
    last = "(SELECT c.to_stage_id FROM stage_change c WHERE c.deal_id = d.id ORDER BY c.changed_on DESC, c.id DESC LIMIT 1)"
    assert count(desk, f"deal d WHERE d.stage_id <> {last}") == 0


def test_the_kpis_say_something(demo: Desk) -> None:
    since = dt.date(demo.today.year - 1, demo.today.month, 1).isoformat()
    won = count(demo, "deal WHERE won_on >= ?", since)
    lost = count(demo, "deal WHERE lost_on >= ?", since)
    assert 0.2 <= won / (won + lost) <= 0.6
    by_rep = demo.connection.rows(
        "SELECT sum(CASE WHEN state = 'won' THEN 1.0 ELSE 0 END) / count(*) FROM deal"
        " WHERE COALESCE(won_on, lost_on) >= ? GROUP BY closed_owner_id", (since,))  # fmt: skip
    rates = [rate for (rate,) in by_rep]
    assert len(rates) == 8
    assert max(rates) - min(rates) > 0.1
    assert count(demo, "(SELECT DISTINCT lost_reason_id FROM deal WHERE lost_on >= ?) r", since) >= 7
    months: dict[str, int] = dict(demo.connection.rows(
        "SELECT substr(COALESCE(won_on, lost_on), 6, 2), count(*) FROM deal WHERE won_on >= ? OR lost_on >= ? GROUP BY 1",
        (since, since)))  # fmt: skip
    assert min(months[m] for m in ("09", "10")) > 1.3 * max(months[m] for m in ("08", "12"))
    assert count(demo, "subscription WHERE ended_on >= ?", since) >= 4
    categories = demo.connection.rows("SELECT count(DISTINCT category) FROM cost GROUP BY month_on")
    assert [n for (n,) in categories] == [3] * 13
    converted = count(
        demo, "(SELECT DISTINCT k.lead_id FROM deal_lead k JOIN deal d ON d.id = k.deal_id WHERE d.state = 'won') c"
    )
    assert 0.04 < converted / count(demo, "lead") < 0.25


def test_the_forecasts_of_the_last_quarter_came_nearer(demo: Desk) -> None:
    by = show(demo, ["period:last-quarter"], "owner", only=["forecast_accuracy"])
    whole = by.kpis["forecast_accuracy"]
    course = [step["value"] for step in whole.parts["by_submission"]]
    assert 0.3 < course[0] < 0.85 < 0.9 < course[-1] == whole.value
    assert whole.excluded["not submitted"] >= 1
    assert by.by is not None
    assert len([row for row in by.by.rows if row.kpis["forecast_accuracy"].count]) == 6


def test_every_won_deal_has_its_order_and_its_lines(demo: Desk) -> None:
    orders = "SELECT sum(amount_minor) FROM sales_order o WHERE o.deal_id = d.id AND o.ordered_on = d.won_on"
    assert count(demo, f"deal d WHERE d.state = 'won' AND ({orders}) IS NOT d.value_minor") == 0
    lines = "SELECT sum(quantity * price_minor) FROM deal_line i WHERE i.deal_id = d.id"
    assert count(demo, f"deal d WHERE ({lines}) IS NOT d.value_minor") == 0


def test_who_left_keeps_her_wins_and_nothing_else(demo: Desk) -> None:
    [(gone,)] = demo.connection.rows("SELECT id FROM member WHERE NOT active")
    assert count(demo, "deal WHERE closed_owner_id = ? AND owner_id = ? AND state = 'won'", gone, gone) >= 3
    assert count(demo, "deal WHERE state = 'open' AND owner_id = ?", gone) == 0
    assert (
        count(demo, "lead l JOIN lead_status s ON s.id = l.status_id WHERE s.meaning = 'open' AND l.owner_id = ?", gone)
        == 0
    )
    assert count(demo, "account WHERE owner_id = ?", gone) == 0
    assert count(demo, "activity WHERE owner_id = ? AND done_on IS NULL", gone) == 0
    assert count(demo, "history WHERE table_name = 'account' AND column_name = 'owner_id'") > 10


def test_derived_columns_are_as_computed_anew(demo: Desk) -> None:
    columns = {t.name: [c.name for c in t.columns if c.info.get("derived")] for t in record_tables()}
    asked = {t: f"SELECT id, {', '.join(c)} FROM {t} ORDER BY id" for t, c in columns.items() if c}
    before = {table: demo.connection.rows(sql) for table, sql in asked.items()}
    with demo.operation("check") as unit, unit.bulk():
        for table in derived.BULK:
            unit.execute(table, f"UPDATE {table} SET deleted_op = deleted_op")
        for table in asked:
            unit.refold(table, [row[0] for row in before[table]])
    assert {table: demo.connection.rows(sql) for table, sql in asked.items()} == before


def test_undo_does_not_take_the_demo_away(demo: Desk) -> None:
    listed = history.operations(demo)
    assert sum(row.action == "change" and row.actor is not None for row in listed) >= 15
    assert {row.actor for row in listed} >= {"Maya Kessler", "Omar Farouk", "Lena Vogt", "Ágnes Halmos"}
    year = next(row for row in listed if row.source == "import")
    with pytest.raises(NotFoundError):
        history.undo(demo, year.key)
    logged = next(row for row in listed if row.label.startswith("Logged voicemail for Rafael"))
    assert history.undo(demo, logged.key).label == logged.label
    history.redo(demo)


def test_a_place_that_is_taken_stays_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "mine.db"
    place.write_bytes(b"mine")
    with pytest.raises(DatabaseError):
        build_demo(str(place))
    assert place.read_bytes() == b"mine"


def test_a_demo_that_is_interrupted_leaves_no_half_of_it(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_demo(str(tmp_path / "demo.db"), progress=stop)
    assert list(tmp_path.glob("demo.db*")) == []
