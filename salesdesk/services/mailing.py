"""Sending: one mail after another, none twice and none lost, wherever the process ends.

A mail is marked `sending` before it is handed over, and `sent` once it was taken. What is found in `sending` when
nobody sends was interrupted in between: nobody can know whether it was taken, so a person is asked and it is never
sent again by itself.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage

from salesdesk import clock
from salesdesk.errors import DatabaseError, InvalidError
from salesdesk.exchange.mail_out import Outgoing, build
from salesdesk.exchange.mail_routes import (
    BusyError,
    MailSettings,
    RefusedError,
    Route,
    RouteDownError,
    UnsureError,
)
from salesdesk.i18n import plural, tr
from salesdesk.services import optouts, outbox
from salesdesk.services.desk import Desk
from salesdesk.services.outbox import MessageRow
from salesdesk.store.alone import alone

# What the outbox did, not a person: `u` does not meet it, and undo of it says why not.
SOURCE = "outbox"
# How long a mail waits after each attempt the server could not take.
WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440, 1440))
_TRIES = 3
Progress = Callable[[int, int, str], object]


@dataclass(slots=True)
class Report:
    """What a sending did: the mails by how they ended; `down` says why no more could be sent, `remarks` what the
    person should know."""

    sent: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    asked_ids: list[bytes] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    down: str = ""
    waiting: int = 0

    @property
    def sentence(self) -> str:
        """`3 mails sent, 1 failed: 550 no such user`, and what waits and why."""
        parts = [plural(len(self.sent), tr("mail sent"), tr("mails sent"))] if self.sent else []
        for many, word in (
            (self.failed, tr("failed")),
            (self.dropped, tr("not to be sent")),
            (self.later, tr("tried again later")),
            (self.asked, tr("to be asked about")),
        ):
            if many:
                parts.append(f"{len(many)} {word}" + (f": {many[0]}" if len(many) == 1 else ""))
        if self.down:
            waits = plural(self.waiting, tr("mail waits"), tr("mails wait")) if self.waiting else ""
            parts.append(". ".join(part for part in (waits, self.down) if part))
        return ", ".join(parts) or tr("Nothing is due in the outbox")


def send_due(
    desk: Desk,
    settings: MailSettings,
    route: Route,
    *,
    only: Sequence[bytes] = (),
    progress: Progress = lambda _done, _all, _who: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Report:
    """Send what is due of the present member, or `only` these whether due or not; what became of each.

    Another process that is sending this member's mails is left to it. May take long; runs in any thread.
    """
    report = Report()
    with alone(desk.workspace, _lock(desk)) as free:
        if not free:
            report.down = tr("Another salesdesk is sending your mails just now.")
            return report
        _recover(desk, report)
        due = _due(desk, only)
        try:
            for number, key in enumerate(due):
                if should_stop():
                    report.down = tr("Stopped.")
                    report.waiting = len(due) - number
                    break
                row = outbox.row_of(desk.connection, key)
                progress(number, len(due), row.who)
                _send_one(desk, settings, route, row, report)
        except RouteDownError as error:
            report.down = str(error)
            report.waiting = len(_due(desk, only))
        finally:
            route.close()
        progress(len(due), len(due), "")
    return report


def ask_about_interrupted(desk: Desk) -> bool:
    """Mails that were being sent when the process ended become ones a person is asked about; whether there were any.

    A quick look when there are none, and nothing while somebody sends.
    """
    if not _interrupted(desk) or desk.workspace.read_only:
        return False
    with alone(desk.workspace, _lock(desk)) as free:
        if free:
            _recover(desk, Report())
    return free


def _lock(desk: Desk) -> str:
    """Everybody sends their own mails; so the lock is of a member."""
    return f"outbox-{desk.actor.hex()[-8:] if desk.actor else 'all'}"


def _interrupted(desk: Desk) -> list[bytes]:
    where, params = outbox.mine(desk)
    found = desk.connection.rows(
        f"SELECT x.id FROM message x WHERE x.state = 'sending' AND {where} AND x.deleted_op IS NULL ORDER BY x.id",
        params,
    )
    return [key for (key,) in found]


def _recover(desk: Desk, report: Report) -> None:
    """Whatever is `sending` while we hold the lock was interrupted."""
    found = [outbox.row_of(desk.connection, key) for key in _interrupted(desk)]
    if not found:
        return
    words = tr("salesdesk ended while it was being sent")
    who = tr("Mail to {who}", who=found[0].who) if len(found) == 1 else plural(len(found), "mail", "mails")
    with desk.operation(tr("{what} may have been sent", what=who), source=SOURCE) as unit:
        for row in found:
            unit.update("message", row.id, {"state": "asked", "error": words})
    report.asked += [f"{row.who}: {words}" for row in found]
    report.asked_ids += [row.id for row in found]


def _due(desk: Desk, only: Sequence[bytes]) -> list[bytes]:
    """What can leave now, in the order it was written."""
    where, params = outbox.mine(desk)
    found = desk.connection.rows(
        f"SELECT x.id, x.send_at FROM message x WHERE x.state = 'queued' AND x.direction = 'out' AND {where}"
        " AND x.deleted_op IS NULL ORDER BY x.id",
        params,
    )
    if only:
        return [key for key, _ in found if key in only]
    now = clock.iso(clock.now())
    return [key for key, at in found if at is None or at <= now]


def _send_one(desk: Desk, settings: MailSettings, route: Route, row: MessageRow, report: Report) -> None:
    try:
        mail = outbox.outgoing(desk, row, settings)
        message = build(mail)
    except InvalidError as error:
        _settle(desk, row, "failed", str(error), report.failed)
        return
    # Before any mark: without a way out the mail just waits.
    route.open()
    if not _claim(desk, row, mail, route, report):
        return
    if remark := _hand_over(desk, route, row, mail, message, report):
        report.remarks.append(f"{row.who}: {remark}")


def _claim(desk: Desk, row: MessageRow, mail: Outgoing, route: Route, report: Report) -> bool:
    """Mark a mail as being sent, if it still waits and may still be sent; the last look at the opt-outs."""
    claimed = False
    with desk.operation(tr("Mail to {who} handed over", who=row.who), source=SOURCE) as unit:
        state = unit.connection.value("SELECT state FROM message WHERE id = ? AND deleted_op IS NULL", (row.id,))
        why = next(filter(None, (optouts.why_not(unit.connection, one) for one in (mail.to_address, *mail.cc))), "")
        if not why and row.record_id is not None and outbox.record_of(unit.connection, row) is None:
            why = tr("its {kind} was deleted", kind=row.record_kind)
        if state != "queued":
            return False
        if why:
            unit.label = tr("Mail to {who} not sent: {why}", who=row.who, why=why)
            unit.update("message", row.id, {"state": "cancelled", "error": why})
            report.dropped.append(f"{row.who}: {why}")
        else:
            values = {"state": "sending", "route": route.name, "attempts": row.attempts + 1, "error": ""}
            unit.update("message", row.id, values)
            claimed = True
    return claimed


def _hand_over(desk: Desk, route: Route, row: MessageRow, mail: Outgoing, message: EmailMessage, report: Report) -> str:
    """Hand over a mail that is marked, and write down how that ended; a remark of the route."""
    try:
        remark = route.deliver(mail, message)
    except RefusedError as error:
        _settle(desk, row, "failed", error.message, report.failed)
        return ""
    except BusyError as error:
        _wait(desk, row, error.message, report)
        return ""
    except UnsureError as error:
        _settle(desk, row, "asked", error.message, report.asked)
        report.asked_ids.append(row.id)
        return ""
    except RouteDownError as error:
        # It never got near: as if it had not been tried.
        _settle(desk, row, "queued", error.message, [], attempts=row.attempts)
        raise
    except BaseException:
        # An interrupt, or a mistake of ours: what the other side has nobody knows.
        _settle(desk, row, "asked", tr("the sending was interrupted"), report.asked)
        raise
    if route.asks:
        _settle(desk, row, "asked", "", report.asked)
        report.asked_ids.append(row.id)
        return remark
    _write(desk, lambda: _mark_sent(desk, row))
    report.sent.append(row.who)
    return remark


def _mark_sent(desk: Desk, row: MessageRow) -> None:
    """It was taken: whatever a person has said of it meanwhile, elsewhere, it is sent."""
    with desk.operation("", source=SOURCE) as unit:
        if unit.connection.value("SELECT state FROM message WHERE id = ?", (row.id,)) != "sent":
            unit.label = outbox.sent(unit, desk, row, outbox.OPEN)


def _wait(desk: Desk, row: MessageRow, words: str, report: Report) -> None:
    """The server could not take it now: later again, after a longer wait each time, and not for ever."""
    if row.attempts >= len(WAITS):
        _settle(desk, row, "failed", tr("{words} (tried {n} times)", words=words, n=row.attempts + 1), report.failed)
        return
    at = clock.now() + WAITS[row.attempts]
    _settle(desk, row, "queued", words, report.later, send_at=at)


def _settle(desk: Desk, row: MessageRow, state: str, words: str, told: list[str], **values: object) -> None:
    """Write down how the handing over of a mail ended."""
    label = {
        "failed": tr("Mail to {who} failed", who=row.who),
        "asked": tr("Mail to {who} may have been sent", who=row.who),
    }

    def write() -> None:
        with desk.operation(label.get(state, tr("Mail to {who} waits", who=row.who)), source=SOURCE) as unit:
            unit.update("message", row.id, {"state": state, "error": words[:500], **values})

    _write(desk, write)
    told.append(f"{row.who}: {words}".rstrip(": "))


def _write(desk: Desk, act: Callable[[], object]) -> None:
    """A write that matters: another program may hold the workspace for a while."""
    for attempt in range(_TRIES):
        try:
            act()
            return
        except DatabaseError:
            if attempt == _TRIES - 1:
                raise
