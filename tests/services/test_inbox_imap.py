"""Mail of an IMAP server: each mail once, whatever happens to the line, whoever fetches."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from salesdesk.exchange.mail_imap import ImapSource, Login
from salesdesk.services.desk import Desk
from salesdesk.services.inbox import InboxSettings, fetch
from tests.imap import PASSWORD, USER, ImapServer, imap_server, in_between
from tests.mails import mail
from tests.services.office import colleague, lead


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    with imap_server() as running:
        yield running


@pytest.fixture
def folder(server: ImapServer, desk: Desk) -> str:
    """A new folder with two mails of Anna's and one of a stranger."""
    lead(desk, "Anna Lindqvist at Acme Nordic anna@acme.example")
    name = f"f{os.urandom(4).hex()}"
    with server.client() as client:
        client.create(name)
    stranger = mail("Buy", sender="shop@far.example", id="<s@far>")
    server.deliver(mail("one", id="<1@a>"), stranger, mail("two", id="<2@a>"), folder=name)
    return name


def source(port: int, folder: str) -> ImapSource:
    login = Login(USER, PASSWORD)
    return ImapSource("127.0.0.1", port, lambda: login, account="maya", folder=folder, security="none", timeout=5)


def notes(desk: Desk) -> list[str]:
    return [note for (note,) in desk.connection.rows("SELECT note FROM activity WHERE direction = 'in' ORDER BY note")]


def test_a_folder_is_read_on_from_where_it_was(desk: Desk, server: ImapServer, folder: str) -> None:
    first = fetch(desk, source(server.port, folder))
    assert (first.taken, first.looked_at, first.problem) == (2, 3, None)
    assert desk.connection.value("SELECT last_uid FROM mailbox WHERE folder = ?", (folder,)) >= 3
    assert fetch(desk, source(server.port, folder)).looked_at == 0
    operations = desk.connection.value("SELECT count(*) FROM operation")
    server.deliver(mail("Sale", sender="shop@far.example", id="<s2@far>"), folder=folder)
    assert fetch(desk, source(server.port, folder)).looked_at == 1
    assert desk.connection.value("SELECT count(*) FROM operation") == operations, "nothing of note, nothing written"
    server.deliver(mail("three", id="<3@a>"), folder=folder)
    assert fetch(desk, source(server.port, folder)).taken == 1
    assert fetch(desk, source(server.port, folder), days=7).looked_at == 5
    assert notes(desk) == ["one", "three", "two"]


@pytest.mark.parametrize("cut", [300, 1000, 1400, 1700])
def test_a_line_that_dies_costs_no_mail(desk: Desk, server: ImapServer, folder: str, cut: int) -> None:
    with in_between(server.port, cut_after=cut) as port:
        first = fetch(desk, source(port, folder))
    assert first.problem is not None
    assert len(notes(desk)) == first.taken < 2
    assert first.taken + fetch(desk, source(server.port, folder)).taken == 2
    assert notes(desk) == ["one", "two"]


def test_two_colleagues_fetching_at_once_take_each_mail_once(desk: Desk, server: ImapServer, folder: str) -> None:
    desks = [desk, Desk(desk.workspace, actor=colleague(desk))]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda one: fetch(one, source(server.port, folder), InboxSettings()), desks))
    assert sum(one.taken for one in found) == 2
    assert notes(desk) == ["one", "two"]
