"""What comes back of mails that really left: answers, bounces and wishes find the mail they are about; on both engines."""

from pathlib import Path

from salesdesk.exchange.mail_sources import FilesSource
from salesdesk.services import composing, optouts, outbox
from salesdesk.services.desk import Desk
from salesdesk.services.inbox import Fetched, InboxSettings, fetch, inbox_settings
from tests.mail.post import TEXT, anna, send, write
from tests.mail.smtp_server import Inbox
from tests.mails import dsn, mail
from tests.services import office


def hand_over(desk: Desk, tmp_path: Path, raw: bytes, settings: InboxSettings = InboxSettings()) -> Fetched:  # noqa: B008
    path = tmp_path / "answer.eml"
    path.write_bytes(raw)
    return fetch(desk, FilesSource([path]), settings)


def test_an_answer_from_another_address_finds_its_mail(desk: Desk, inbox: Inbox, tmp_path: Path) -> None:
    lead = anna(desk)
    (row,) = write(desk, lead)
    send(desk, inbox)
    sent = str(inbox.message()["Message-ID"])
    raw = mail("Yes, please.", sender="anna@at-home.example", reply_to=sent, subject="Re: Prices for Acme")
    done = hand_over(desk, tmp_path, raw)
    assert [ref.id for ref in done.refs] == [lead.id]
    assert office.steps(desk, lead) == [("Call", "2026-11-23", "")], "the waiting has ended: it is due today"
    assert outbox.row_of(desk.connection, row.id).state == "sent"
    thread = desk.connection.rows("SELECT DISTINCT thread FROM message")
    assert len(thread) == 1


def test_a_mail_that_came_back_is_marked_and_nobody_writes_there_again(
    desk: Desk, inbox: Inbox, tmp_path: Path
) -> None:
    lead = anna(desk)
    (row,) = write(desk, lead)
    send(desk, inbox)
    hand_over(desk, tmp_path, dsn("anna@elsewhere.example", str(inbox.message()["Message-ID"])))
    (after,) = outbox.rows(desk)
    assert (after.id, after.state) == (row.id, "bounced")
    assert "User unknown" in after.error
    (letter,) = composing.compose(desk, [lead], TEXT)
    assert "bounced" in letter.blocked


def test_the_unsubscribe_address_of_a_mail_is_understood(desk: Desk, tmp_path: Path) -> None:
    anna(desk)
    settings = inbox_settings({"mail": {"unsubscribe": "Leave <leave@desk.example>"}})
    raw = mail("", to="leave@desk.example", subject="", sender="anna@acme.example")
    assert hand_over(desk, tmp_path, raw, settings).counts["unsubscribed"] == 1
    assert optouts.opted_out(desk.connection, "anna@acme.example", "mail")
