"""The server of a team goes away and comes back: nothing is lost, and nobody has to start again."""

import pytest

from salesdesk.errors import DatabaseError
from salesdesk.services import setup, views
from salesdesk.services.desk import Desk
from tests.servers import Server
from tests.services.office import lead


def test_what_is_asked_next_connects_again(server_desk: Desk, server: Server) -> None:
    lead(server_desk, "Anna Lindqvist at Acme")
    server.drop_connections()
    assert views.count(server_desk, "lead", "anna") == 1
    server.drop_connections()
    lead(server_desk, "Bela Kis at Beta")
    assert views.count(server_desk, "lead", "") == 2


def test_an_act_that_was_under_way_is_refused_as_a_whole_and_can_be_done_again(
    server_desk: Desk, server: Server
) -> None:
    status = server_desk.connection.value("SELECT id FROM lead_status WHERE meaning = 'open'")
    said = "Nothing of 'Half' was saved: the team's database cannot be reached"
    with pytest.raises(DatabaseError, match=said), server_desk.operation("Half") as unit:
        unit.insert("lead", {"name": "Half", "status_id": status})
        server.drop_connections()
        unit.insert("lead", {"name": "Whole", "status_id": status})
    assert views.count(server_desk, "lead", "") == 0
    lead(server_desk, "Anna Lindqvist at Acme")
    assert views.count(server_desk, "lead", "") == 1


def test_a_server_lost_while_saving_is_asked_what_became_of_it(server_desk: Desk, server: Server) -> None:
    status = server_desk.connection.value("SELECT id FROM lead_status WHERE meaning = 'open'")
    with pytest.raises(DatabaseError, match="Nothing of 'Lost' was saved"), server_desk.operation("Lost") as unit:
        unit.insert("lead", {"name": "Lost", "status_id": status})
        server.drop_connections()
    unknown = r"whether 'Unknown' was kept is not known.*undo --list"
    with pytest.raises(DatabaseError, match=unknown), server_desk.operation("Unknown") as unit:
        unit.insert("lead", {"name": "Unknown", "status_id": status})
        server.close()
    server.open()
    assert views.count(server_desk, "lead", "") == 0


def test_one_who_comes_while_it_is_away_is_told(server_desk: Desk, server: Server) -> None:
    server.close()
    with pytest.raises(DatabaseError, match=r"^The team's database cannot be reached"):
        setup.open_desk(server_desk.workspace.place)
    with pytest.raises(DatabaseError, match="Nothing of 'Begun' was saved"), server_desk.operation("Begun"):
        pass
    server.open()
