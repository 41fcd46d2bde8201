"""Who writes while another program writes waits for it, however long that takes, and says so."""

import sqlite3
import threading

import pytest

from salesdesk.errors import BusyError
from salesdesk.services import views
from salesdesk.services.desk import Desk
from tests.services.office import lead
from tests.turns import written_by_another


def test_a_write_waits_until_another_programs_has_ended(desk: Desk) -> None:
    told: list[float] = []
    with written_by_another(desk.workspace.place) as free:

        def waits(seconds: float) -> None:
            told.append(seconds)
            free.set()

        desk.workspace.waiting = waits
        lead(desk, "Anna Lindqvist at Acme")
    assert len(told) == 1 and told[0] > 1
    assert views.count(desk, "lead", "anna") == 1


def test_who_stops_waiting_has_changed_nothing(desk: Desk) -> None:
    with written_by_another(desk.workspace.place):

        def gives_up(seconds: float) -> None:
            raise BusyError("enough")

        desk.workspace.waiting = gives_up
        with pytest.raises(BusyError, match="enough"):
            lead(desk, "Anna Lindqvist at Acme")
    assert views.count(desk, "lead", "anna") == 0
    lead(desk, "Anna Lindqvist at Acme")
    assert views.count(desk, "lead", "anna") == 1


def test_what_is_no_write_waits_too(file_desk: Desk) -> None:
    """Statistics are made outside an operation; the file is busy for longer than SQLite waits by itself."""
    with written_by_another(file_desk.workspace.place) as free:
        threading.Timer(2.5, free.set).start()
        file_desk.connection.execute("ANALYZE")
    with sqlite3.connect(file_desk.workspace.place) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0] > 0
