"""Somebody leaves: what is open goes to a colleague, what was done stays theirs, undo brings all back."""

import pytest

from salesdesk.errors import InvalidError
from salesdesk.services import history, leaving, measuring, negotiating
from salesdesk.services.desk import Desk
from tests.services.office import capture, cell, colleague, deal, lead


def owners(desk: Desk) -> list[tuple[object, ...]]:
    return [
        tuple(row)
        for table in ("lead", "deal", "account", "contact", "activity")
        for row in desk.connection.rows(f"SELECT id, owner_id FROM {table} ORDER BY id")
    ]


def test_what_is_open_goes_over_and_what_was_won_stays(desk: Desk) -> None:
    omar = colleague(desk)
    won, running, nobody = deal(desk, "Won", 100), deal(desk, "Running", 50), lead(desk, "Anna Berg +4670000001")
    capture(desk, "call anna berg friday")
    negotiating.win(desk, [won])
    before = measuring.show(desk, ["period:month"], "owner", only=["won_revenue"]).by
    kept = owners(desk)
    assert leaving.plan(desk, "maya", "omar").counts == {"lead": 1, "deal": 1, "activity": 1}
    assert owners(desk) == kept
    sentence = leaving.leave(desk, "maya", "omar")
    assert sentence == "Maya Kessler left: 1 open lead, 1 open deal, 1 planned step to Omar Farouk"
    assert {cell(desk, running, "owner_id"), cell(desk, nobody, "owner_id")} == {omar}
    assert cell(desk, won, "owner_id") == desk.actor
    assert [tuple(row) for row in desk.connection.rows("SELECT owner_id FROM activity WHERE done_on IS NULL")] == [
        (omar,)
    ]
    assert [m.name for m in desk.members()] == ["Omar Farouk"]
    # The figures of the past are still the leaver's.
    assert measuring.show(desk, ["period:month"], "owner", only=["won_revenue"]).by == before
    history.undo(desk)
    assert owners(desk) == kept
    assert len(desk.members()) == 2


def test_who_takes_over_works_here_and_is_somebody_else(desk: Desk) -> None:
    colleague(desk)
    with pytest.raises(InvalidError, match="cannot take over"):
        leaving.plan(desk, "maya", "maya")
    leaving.leave(desk, "omar", "none")
    with pytest.raises(InvalidError, match="cannot take over"):
        leaving.plan(desk, "maya", "omar")
    with pytest.raises(InvalidError, match="not work here"):
        leaving.leave(desk, "omar", "maya")
    assert leaving.come_back(desk, "omar") == "Omar Farouk works here again"
    with pytest.raises(InvalidError, match="works here"):
        leaving.come_back(desk, "omar")
