"""The server of a team goes away and comes back: nothing is lost, and nobody has to start again."""

import pytest

from salesdesk.errors import DatabaseError
from salesdesk.services import setup, views
from salesdesk.services.desk import Desk
from tests.conftest import POSTGRES
from tests.servers import Server
from tests.services.office import lead

pytestmark = pytest.mark.skipif(not POSTGRES, reason="needs a PostgreSQL server")


@pytest.fixture
def place(postgresql_place: str) -> str:
    return postgresql_place


@pytest.fixture
def server(place: str) -> Server:
    return Server(place)


def test_what_is_asked_next_connects_again(desk: Desk, server: Server) -> None:
    lead(desk, "Anna Lindqvist at Acme")
    server.drop_connections()
    assert views.count(desk, "lead", "anna") == 1
    server.drop_connections()
    lead(desk, "Bela Kis at Beta")
    assert views.count(desk, "lead", "") == 2


def test_an_act_that_was_under_way_is_refused_as_a_whole_and_can_be_done_again(desk: Desk, server: Server) -> None:
    status = desk.connection.value("SELECT id FROM lead_status WHERE meaning = 'open'")
    with pytest.raises(DatabaseError, match="cannot be reached"), desk.operation("Half") as unit:
        unit.insert("lead", {"name": "Half", "status_id": status})
        server.drop_connections()
        unit.insert("lead", {"name": "Whole", "status_id": status})
    assert views.count(desk, "lead", "") == 0
    lead(desk, "Anna Lindqvist at Acme")
    assert views.count(desk, "lead", "") == 1


def test_a_server_lost_while_saving_is_asked_what_became_of_it(desk: Desk, server: Server) -> None:
    status = desk.connection.value("SELECT id FROM lead_status WHERE meaning = 'open'")
    with pytest.raises(DatabaseError, match="cannot be reached"), desk.operation("Lost") as unit:
        unit.insert("lead", {"name": "Lost", "status_id": status})
        server.drop_connections()
    unknown = r"whether 'Unknown' was kept is not known.*undo --list"
    with pytest.raises(DatabaseError, match=unknown), desk.operation("Unknown") as unit:
        unit.insert("lead", {"name": "Unknown", "status_id": status})
        server.close()
    server.open()
    assert views.count(desk, "lead", "") == 0


def test_one_who_comes_while_it_is_away_is_told(desk: Desk, server: Server, place: str) -> None:
    server.close()
    with pytest.raises(DatabaseError, match="cannot be reached"):
        setup.open_desk(place)
    server.open()
