"""Every write is one operation: recorded, taken back, brought again, and impossible outside of one."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.errors import InvalidError, NotFoundError, UndoRefusedError
from salesdesk.services import history
from salesdesk.services.desk import Desk
from salesdesk.store.connection import Connection
from salesdesk.store.tables import metadata
from salesdesk.store.triggers import record_tables


def live_rows(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    """Every live row of every record table, without order."""
    found = {}
    for table in record_tables():
        columns = [c.name for c in table.columns if c.name not in {"created_op", "deleted_op"}]
        found[table.name] = set(
            connection.rows(f"SELECT {', '.join(columns)} FROM {table.name} WHERE deleted_op IS NULL")
        )
    return found


def add_lead(desk: Desk, name: str = "Anna Lindqvist", **values: object) -> bytes:
    with desk.operation(f"Lead {name} added") as unit:
        return unit.insert("lead", {"name": name, **values})


def test_a_write_outside_an_operation_is_refused_for_every_table(desk: Desk) -> None:
    add_lead(desk)
    for table in metadata.sorted_tables:
        if table.name in {"history", "current_operation", "never"} or table.info.get("rollup"):
            continue
        column = "label" if table.name == "operation" else "code"
        if desk.connection.value(f"SELECT count(*) FROM {table.name}"):
            for statement in (f"UPDATE {table.name} SET {column} = ''", f"DELETE FROM {table.name}"):
                with pytest.raises(Exception, match="salesdesk: "):
                    desk.connection.execute(statement)


def test_an_insert_outside_an_operation_is_refused(desk: Desk) -> None:
    with pytest.raises(Exception, match="outside an operation"):
        desk.connection.execute(
            "INSERT INTO team (id, code, created_op, name, name_key) SELECT id, code, created_op, '', '' FROM member"
        )


def test_an_operation_left_open_cannot_be_committed(file_desk: Desk) -> None:
    connection = file_desk.connection
    connection.begin_write()
    connection.execute(
        "INSERT INTO current_operation (operation_id, mode, must_close) VALUES (?, 'live', 1)", (b"x" * 16,)
    )
    with pytest.raises(Exception, match="FOREIGN KEY"):
        connection.commit()
    connection.in_transaction = True
    connection.rollback()


def test_an_operation_that_changed_nothing_is_not_kept(desk: Desk) -> None:
    before = len(history.operations(desk))
    with desk.operation("Nothing"):
        pass
    assert len(history.operations(desk)) == before


def test_an_operation_that_fails_leaves_nothing(desk: Desk) -> None:
    with pytest.raises(InvalidError, match="has no field 'nmae'"), desk.operation("Two leads") as unit:
        unit.insert("lead", {"name": "Anna"})
        unit.insert("lead", {"nmae": "Bela"})
    assert desk.connection.value("SELECT count(*) FROM lead") == 0


def test_a_value_that_does_not_fit_names_its_field(desk: Desk) -> None:
    with pytest.raises(InvalidError, match=r"'many' does not fit lead\.score"), desk.operation("Lead") as unit:
        unit.insert("lead", {"name": "Anna", "score": "many"})


def test_undo_and_redo_bring_back_the_very_rows(desk: Desk) -> None:
    states = [live_rows(desk.connection)]
    key = add_lead(desk, company="Acme Kft")
    states.append(live_rows(desk.connection))
    with desk.operation("Renamed") as unit:
        unit.update("lead", key, {"name": "Anna Berg", "tags": " hot ", "score": 80})
    states.append(live_rows(desk.connection))
    with desk.operation("Deleted") as unit:
        unit.delete("lead", key)
    states.append(live_rows(desk.connection))
    for state in reversed(states[:-1]):
        history.undo(desk)
        assert live_rows(desk.connection) == state
    with pytest.raises(NotFoundError):
        history.undo(desk)
    for state in states[1:]:
        history.redo(desk)
        assert live_rows(desk.connection) == state


def test_undo_survives_a_restart(place: str, desk: Desk) -> None:
    from salesdesk.services.setup import open_desk

    add_lead(desk)
    desk.workspace.close()
    again = open_desk(place)
    assert history.undo(again).label == "Lead Anna Lindqvist added"
    assert again.connection.value("SELECT count(*) FROM lead WHERE deleted_op IS NULL") == 0
    again.workspace.close()


def test_undo_refuses_to_overwrite_a_later_change_and_names_it(desk: Desk) -> None:
    key = add_lead(desk)
    with desk.operation("First name") as unit:
        unit.update("lead", key, {"name": "Anna Berg"})
    first = history.operations(desk)[0]
    with desk.operation("Second name") as unit:
        unit.update("lead", key, {"name": "Anna Carlsson"})
    with pytest.raises(UndoRefusedError, match="Second name"):
        history.undo(desk, first.key)
    assert desk.connection.value("SELECT name FROM lead") == "Anna Carlsson"


def test_a_change_that_was_changed_back_does_not_stand_in_the_way(desk: Desk) -> None:
    key = add_lead(desk)
    with desk.operation("Berg") as unit:
        unit.update("lead", key, {"name": "Anna Berg"})
    first = history.operations(desk)[0]
    for name in ("Anna Carlsson", "Anna Berg"):
        with desk.operation(name) as unit:
            unit.update("lead", key, {"name": name})
    history.undo(desk, first.key)
    assert desk.connection.value("SELECT name FROM lead") == "Anna Lindqvist"


def test_undo_of_an_insert_refuses_when_something_points_at_it_and_can_keep_it(desk: Desk) -> None:
    with desk.operation("Two accounts") as unit:
        used = unit.insert("account", {"name": "Acme Nordic"})
        unit.insert("account", {"name": "Orchid Retail"})
    accounts = history.operations(desk)[0]
    with desk.operation("A deal") as unit:
        unit.insert("deal", {"name": "Platform", "account_id": used})
    with pytest.raises(UndoRefusedError, match=r"Acme Nordic.*A deal"):
        history.undo(desk, accounts.key)
    history.undo(desk, accounts.key, keep_used=True)
    rows = desk.connection.rows("SELECT name FROM account WHERE deleted_op IS NULL")
    assert rows == [("Acme Nordic",)]


def test_u_takes_back_only_what_the_member_did_on_this_machine(desk: Desk) -> None:
    key = add_lead(desk)
    with desk.operation("A colleague") as unit:
        other = unit.insert("member", {"name": "Omar Farouk"})
    me, desk.actor = desk.actor, other
    with desk.operation("Omar's change") as unit:
        unit.update("lead", key, {"title": "CFO"})
    desk.actor = me
    assert history.undo(desk).label == "A colleague"


def test_a_bulk_insert_is_one_operation_and_one_undo(desk: Desk) -> None:
    before = live_rows(desk.connection)
    with desk.operation("3,000 leads") as unit, unit.bulk():
        unit.insert_many("lead", ({"name": f"Lead {n}"} for n in range(3000)))
    after = live_rows(desk.connection)
    history.undo(desk)
    assert live_rows(desk.connection) == before
    history.redo(desk)
    assert live_rows(desk.connection) == after
    assert desk.connection.value("SELECT count(*) FROM history") == 0


def test_the_next_step_follows_its_activity_and_its_undo(desk: Desk) -> None:
    lead = add_lead(desk)
    day = dt.date(2026, 11, 24)
    with desk.operation("Plan") as unit:
        unit.insert("activity", {"lead_id": lead, "subject": "pricing", "due_on": day})
    assert desk.connection.one("SELECT next_on, next_text FROM lead") == ("2026-11-24", "pricing")
    history.undo(desk)
    assert desk.connection.one("SELECT next_on, next_text FROM lead") == (None, None)
    history.redo(desk)
    assert desk.connection.one("SELECT next_on, next_text FROM lead") == ("2026-11-24", "pricing")


def test_bulk_mode_computes_what_the_triggers_would(desk: Desk) -> None:
    lead = add_lead(desk)
    with desk.operation("Bulk") as unit, unit.bulk():
        deal = unit.insert("deal", {"name": "D", "opened_on": dt.date(2026, 11, 5)})
        unit.insert("deal_lead", {"deal_id": deal, "lead_id": lead})
        kind = unit.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        unit.insert("activity", {"lead_id": lead, "kind_id": kind, "done_on": dt.date(2026, 11, 2)})
        unit.insert("activity", {"deal_id": deal, "kind_id": kind, "due_on": dt.date(2026, 11, 30)})
    assert desk.connection.one("SELECT touched_on FROM lead") == ("2026-11-02",)
    assert desk.connection.one("SELECT first_on, next_on FROM deal") == ("2026-11-02", "2026-11-30")


steps = st.lists(
    st.tuples(st.sampled_from(["rename", "score", "delete", "add", "undo", "redo"]), st.integers(0, 3)), max_size=14
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_any_day_of_work_can_be_undone_to_its_start(desk: Desk, work: list[tuple[str, int]]) -> None:
    """Whatever was done, undone and redone: undoing on until nothing is left gives the first state again."""
    start = live_rows(desk.connection)
    for act, number in work:
        leads = [key for (key,) in desk.connection.rows("SELECT id FROM lead WHERE deleted_op IS NULL ORDER BY id")]
        try:
            if act == "undo":
                history.undo(desk)
            elif act == "redo":
                history.redo(desk)
            elif act == "add" or not leads:
                add_lead(desk, f"Lead {number}")
            else:
                with desk.operation(act) as unit:
                    key = leads[number % len(leads)]
                    if act == "delete":
                        unit.delete("lead", key)
                    else:
                        unit.update("lead", key, {"name": f"N{number}"} if act == "rename" else {"score": number})
        except (NotFoundError, UndoRefusedError):
            continue
    for _ in range(len(work) * 2):
        try:
            history.undo(desk)
        except NotFoundError:
            break
    assert live_rows(desk.connection) == start


def test_a_trigger_that_is_not_ours_stops_every_write(file_desk: Desk) -> None:
    from salesdesk.errors import DatabaseError
    from salesdesk.services.setup import open_desk

    file_desk.connection.execute("CREATE TRIGGER evil AFTER INSERT ON team BEGIN SELECT 1; END")
    again = open_desk(str(file_desk.workspace.path))
    with pytest.raises(DatabaseError, match="evil"), again.operation("Lead"):
        pass
    again.workspace.close()
