"""A sender killed at every point: no mail is sent twice, none is lost, on both engines."""

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from salesdesk.services import mailing, outbox
from salesdesk.services.desk import Desk
from salesdesk.services.outbox import MessageRow
from tests.conftest import NOW
from tests.mail.post import anna, send, write
from tests.mail.smtp_server import Inbox

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Sender:
    """Processes that send what is due and are killed, each forked from one that has imported what they need."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.mail.killed_sender"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pids: queue.Queue[int] = queue.Queue()

    def run(self, desk: Desk, inbox: Inbox, point: int) -> bool:
        """Send, to be killed at that line; whether it was."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{inbox.port} {point} {desk.workspace.place}\n")
        self._process.stdin.flush()
        self.pids.put(int(self._process.stdout.readline()))
        said = self._process.stdout.readline().strip()
        assert said in {"killed", "ended 0"}
        # What it had sent when it died is still on its way through the server.
        while inbox.connections:
            time.sleep(0.001)
        return said == "killed"

    def kill(self) -> None:
        """Kill the one that sends now; called by the server."""
        os.kill(self.pids.get(timeout=5), signal.SIGKILL)

    def close(self) -> None:
        self._process.communicate(timeout=10)


@pytest.fixture(scope="module")
def senders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sender]:
    """Importing takes longer than sending a mail."""
    nobodys = str(tmp_path_factory.mktemp("nobody"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SALESDESK_NOW", NOW)
        for name in ("SALESDESK_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patched.setenv(name, nobodys)
        made = Sender()
    yield made
    made.close()


@pytest.fixture
def sender(senders: Sender) -> Sender:
    """Nobody of theirs sends now."""
    senders.pids = queue.Queue()
    return senders


def carry_on(desk: Desk, inbox: Inbox, row: MessageRow) -> str:
    """What happens after a crash: the outbox is sent again, and the person answers what they are asked; what the mail
    was when they came back."""
    found = outbox.row_of(desk.connection, row.id)
    while found.state == "sending":
        # A PostgreSQL server needs a moment to see that the other side is gone.
        mailing.ask_about_interrupted(desk)
        found = outbox.row_of(desk.connection, row.id)
    if found.state == "asked":
        message_id = desk.connection.value("SELECT message_id FROM message WHERE id = ?", (row.id,))
        if message_id in inbox.ids():
            outbox.mark_sent(desk, found)
        else:
            outbox.retry(desk, [found])
    while outbox.row_of(desk.connection, row.id).state == "queued":
        send(desk, inbox)
    return found.state


def must_be_sent_once(desk: Desk, inbox: Inbox, row: MessageRow) -> None:
    message_id = desk.connection.value("SELECT message_id FROM message WHERE id = ?", (row.id,))
    assert inbox.ids().count(message_id) == 1
    assert outbox.row_of(desk.connection, row.id).state == "sent"
    touches = desk.connection.value(
        "SELECT count(*) FROM activity a JOIN message m ON m.activity_id = a.id WHERE m.id = ?", (row.id,)
    )
    assert touches == 1


def test_killed_at_every_line_nothing_is_lost_or_sent_twice(desk: Desk, inbox: Inbox, sender: Sender) -> None:
    lead = anna(desk)
    # PostgreSQL differs in the store alone, not in the order of things: every seventh line is enough there.
    step = 1 if desk.workspace.path is not None else 7
    met = set()
    killed, point = True, 0
    while killed:
        point += step
        (row,) = write(desk, lead)
        killed = sender.run(desk, inbox, point)
        met.add(carry_on(desk, inbox, row))
        must_be_sent_once(desk, inbox, row)
        inbox.taken.clear()
    assert point > 100
    assert met == {"queued", "asked", "sent"}


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "verdict"])
def test_killed_while_it_waits_for_the_server(desk: Desk, inbox: Inbox, sender: Sender, stage: str) -> None:
    (row,) = write(desk, anna(desk))
    inbox.rude = {stage: sender.kill}
    assert sender.run(desk, inbox, 0)
    inbox.rude = {}
    assert carry_on(desk, inbox, row) == "asked"
    must_be_sent_once(desk, inbox, row)
