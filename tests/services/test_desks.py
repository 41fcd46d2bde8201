"""Two people at one workspace, and beginning one."""

import threading

import pytest

from salesdesk.errors import DatabaseError, InvalidError, NotFoundError, UndoRefusedError
from salesdesk.services import editing, history, outreach, setup, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from salesdesk.services.settings import change_setting, week_day
from salesdesk.services.steps import read_step
from tests.services.office import cell, colleague, deal, lead
from tests.store.test_operation import live_rows


@pytest.fixture
def other(desk: Desk, place: str) -> Desk:
    """Omar at the same workspace, through a connection of his own."""
    colleague(desk)
    return setup.open_desk(place, as_member="omar")


def test_each_sees_what_the_other_commits_and_undoes_only_their_own(desk: Desk, other: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    before = live_rows(desk.connection)
    editing.tag(other, [find(other, "anna")], "hot")
    assert views.count(desk, "lead", "+hot") == 1
    assert history.undo(other).label == "Anna Lindqvist: +hot"
    assert live_rows(desk.connection) == before
    with pytest.raises(NotFoundError):
        history.undo(other)
    assert history.undo(desk).label == "Lead Anna Lindqvist added"
    assert cell(other, anna, "deleted_op") is not None
    other.workspace.close()


def test_an_undo_that_meets_a_newer_change_refuses_and_names_it(desk: Desk, other: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    editing.edit(desk, [anna], {"city": "Graz"})
    editing.edit(other, [anna], {"city": "Wien"})
    with pytest.raises(UndoRefusedError, match="Wien"):
        history.undo(desk)
    assert cell(desk, anna, "city") == "Wien"
    other.workspace.close()


def test_writes_of_two_at_once_are_all_kept(desk: Desk, other: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    failed: list[BaseException] = []

    def work(at: Desk, tag: str) -> None:
        try:
            for number in range(8):
                editing.tag(at, [anna], f"{tag}{number}")
            at.workspace.close()
        except BaseException as error:
            failed.append(error)

    both = [threading.Thread(target=work, args=(at, tag)) for at, tag in ((desk, "m"), (other, "o"))]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert failed == []
    assert len(str(cell(desk, anna, "tags")).split()) == 16


def test_the_present_member_is_said_preferred_or_the_only_one(desk: Desk, place: str) -> None:
    only = setup.open_desk(place)
    assert only.actor == desk.actor
    omar = colleague(desk)
    for asked, preferred, actor in (
        (None, None, None),
        (None, "omar farouk", omar),
        ("Maya", "omar farouk", desk.actor),
    ):
        opened = setup.open_desk(place, as_member=asked, preferred=preferred)
        assert opened.actor == actor
        opened.workspace.close()
    nobody = setup.open_desk(place)
    with pytest.raises(InvalidError, match="which one you are"):
        nobody.member("me")
    with pytest.raises(NotFoundError, match="No member"):
        setup.open_desk(place, as_member="somebody")
    assert setup.be(nobody, "omar").id == omar
    for one in (only, nobody):
        one.workspace.close()


def test_members_have_different_names_and_settings_that_matter_stay(desk: Desk) -> None:
    for name in ("", "maya KESSLER"):
        with pytest.raises(InvalidError):
            setup.add_member(desk, name)
    change_setting(desk, "week_start", "6")
    assert desk.calendar.week_start == 6
    history.undo(desk)
    assert desk.calendar.week_start == 0
    deal(desk, "Platform")
    for key, value in (("time_zone", "UTC"), ("fiscal_start", "4")):
        with pytest.raises(InvalidError, match="once there are deals"):
            change_setting(desk, key, value)


def test_a_step_of_a_record_another_deleted_is_refused(desk: Desk, other: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme fri")
    editing.delete(other, [anna])
    with pytest.raises(NotFoundError, match="not there any more"):
        outreach.plan(desk, [anna], read_step(desk, "call thu"))
    other.workspace.close()


def test_days_a_week_can_start_with() -> None:
    assert [week_day(word) for word in ("monday", "Sun", "sa")] == [0, 6, 5]
    for word in ("", "m", "someday"):
        with pytest.raises(InvalidError):
            week_day(word)
    assert setup.guess().currency


def test_who_waits_too_long_for_another_writer_is_told_and_can_go_on(
    desk: Desk, other: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(desk, "Anna Lindqvist at Acme")
    monkeypatch.setattr("salesdesk.store.connection.BUSY_MILLISECONDS", 100)
    monkeypatch.setattr("salesdesk.store.connection.LONGEST_WAIT", 0.0)
    if other.workspace.path is not None:
        other.connection.execute("PRAGMA busy_timeout = 100")
    with desk.workspace.transaction(), pytest.raises(DatabaseError, match="busy"):
        editing.tag(other, [find(other, "anna")], "hot")
    assert not other.connection.in_transaction
    editing.tag(other, [find(other, "anna")], "hot")
    assert views.count(other, "lead", "+hot") == 1
    other.workspace.close()
