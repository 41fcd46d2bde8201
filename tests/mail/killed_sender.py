"""A sender that is killed: forks one process for each line read, `PORT POINT PLACE`, which sends what is due there and
dies at the POINT-th line of our code it comes to, or lives when there are fewer. Writes the process id, then what happened.

    python -m tests.mail.killed_sender
"""

import os
import signal
import sys
from dataclasses import replace
from types import FrameType
from typing import Any

from salesdesk.exchange.mail_routes.smtp import SmtpRoute
from salesdesk.services import mailing
from salesdesk.services.setup import open_desk
from salesdesk.store import unit
from tests.mail.post import SETTINGS

# Whatever runs between the outbox and the server, from the first mark to the last; of an operation its beginning and
# end, for what is between them is not there until it is committed.
_WATCHED = {
    function.__code__
    for function in (
        unit.operation.__wrapped__,  # type: ignore[attr-defined]
        mailing.send_due,
        mailing._recover,
        mailing._send_one,
        mailing._claim,
        mailing._hand_over,
        mailing._mark_sent,
        mailing._write,
        SmtpRoute.open,
        SmtpRoute.deliver,
        SmtpRoute._envelope,
        SmtpRoute._await_verdict,
    )
}


def _die_at(point: int) -> None:
    seen = 0

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal seen
        if event == "line":
            seen += 1
            if seen == point:
                os.kill(os.getpid(), signal.SIGKILL)
        return line

    def call(frame: FrameType, _event: str, _argument: Any) -> Any:
        return line if frame.f_code in _WATCHED else None

    sys.settrace(call)


def _send(place: str, port: int, point: int) -> None:
    desk = open_desk(place, as_member="Maya")
    settings = replace(SETTINGS, port=port)
    route = SmtpRoute(settings, lambda _: None, timeout=5, verdict=5)
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    if point:
        _die_at(point)
    mailing.send_due(desk, settings, route)
    sys.settrace(None)
    os._exit(0)


def main() -> None:
    """Serve until there are no more lines."""
    for table in ("message", "activity", "lead"):
        unit.shape_of(table)
    for words in sys.stdin:
        port, point, place = words.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            _send(place, int(port), int(point))
        _, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else f"ended {os.WEXITSTATUS(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
