"""The outbox: what is written, what leaves, what does not, and what undo says about it; on both engines."""

from dataclasses import replace
from pathlib import Path

import pytest

from salesdesk.domain.front_matter import TextError
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError, UndoRefusedError
from salesdesk.exchange.mail_routes import MailSettings, route_of
from salesdesk.services import composing, editing, files, history, mailing, optouts, outbox, outreach, texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.services.setup import open_desk
from salesdesk.services.steps import read_step
from salesdesk.services.today import today
from salesdesk.store.alone import alone
from tests.mail.post import SETTINGS, TEXT, anna, send, states, write
from tests.mail.smtp_server import Inbox
from tests.services import office
from tests.store.test_operation import live_rows


def test_a_mail_is_written_sent_and_logged_with_its_next_step(desk: Desk, inbox: Inbox) -> None:
    lead = anna(desk)
    outreach.plan(desk, [lead], read_step(desk, "mail today prices"))
    (row,) = write(desk, lead)
    assert (row.state, row.subject, row.to_name) == ("queued", "Prices for Acme", "Anna Berg")
    report = send(desk, inbox)
    assert report.sentence == "1 mail sent"
    found = inbox.message()
    assert found["To"] == "Anna Berg <anna@acme.example>"
    assert found["From"] == "Maya Kessler <maya@desk.example>"
    assert found.get_content() == "Hi Anna,\r\n\r\nhere they are.\r\n\r\nMaya Kessler\r\n"
    after = outbox.row_of(desk.connection, row.id)
    assert (after.state, after.attempts, after.route) == ("sent", 1, "smtp")
    touch = desk.connection.one(
        "SELECT o.name, a.note, a.subject, a.done_on FROM message m JOIN activity a ON a.id = m.activity_id"
        " JOIN outcome o ON o.id = a.outcome_id"
    )
    # The step that was planned is what was done; the outcome brings the next one.
    assert touch == ("Sent", "Prices for Acme", "prices", "2026-11-23")
    assert office.steps(desk, lead) == [("Call", "2026-11-26", "")]
    assert send(desk, inbox).sentence == "Nothing is due in the outbox"
    assert len(inbox.taken) == 1


def test_every_letter_says_what_speaks_against_it(desk: Desk) -> None:
    omar = office.colleague(desk)
    people = [anna(desk, n) for n in range(4)]
    people += [office.lead(desk, "Bo Lund, Acme9"), office.lead(desk, "Cy Ek, Acme8, anna0@acme.example")]
    editing.edit(desk, [people[1]], {"company": ""})
    optouts.add(desk, "ANNA2@acme.example", channel="mail", reason="asked by phone")
    maya = desk.actor
    desk.actor = omar
    outreach.log(desk, people[3], office.outcome(desk, "Talked"))
    desk.actor = maya
    letters = composing.compose(desk, people, TEXT)
    assert [letter.problems for letter in letters] == [
        (), ("company is not known",), (), (), ("no mail address",), ("the same address as Anna0 Berg",),
    ]  # fmt: skip
    assert letters[2].blocked == "ANNA2@acme.example opted out on 2026-11-23: asked by phone"
    assert letters[3].collision == "Omar Farouk was in touch with Anna3 Berg today (call, talked)"
    assert composing.summary(letters) == "6 recipients, 3 problems, 1 opted out: not written to"
    made = composing.queue(desk, letters, SETTINGS)
    assert made.sentence == "2 mails in the outbox; 4 not written to"
    assert states(desk) == {"anna0@acme.example": "queued", "anna3@acme.example": "queued"}
    with pytest.raises(InvalidError, match="company is not known"):
        composing.queue(desk, letters[1:2], SETTINGS)
    # A gap is filled by hand in the text of the one letter.
    mended = letters[1].text.replace("{company}", "Berg & Co")
    assert composing.compose(desk, [people[1]], mended)[0].ready


def test_whose_address_it_is_must_be_known_once(desk: Desk) -> None:
    letters = composing.compose(desk, [anna(desk)], TEXT)
    with pytest.raises(InvalidError, match=r"config set mail\.from"):
        try:
            composing.queue(desk, letters, MailSettings())
        except InvalidError as error:
            raise InvalidError(str(error)) from None
    assert desk.actor is not None
    with desk.operation("Mail address") as unit:
        unit.update("member", desk.actor, {"email": "kessler@desk.example"})
    composing.queue(desk, letters, MailSettings())
    assert desk.connection.value("SELECT from_address FROM message") == "kessler@desk.example"


def test_the_opt_outs_are_asked_again_when_a_mail_leaves(desk: Desk, inbox: Inbox) -> None:
    people = [anna(desk, n) for n in range(5)]
    write(desk, *people)
    optouts.add(desk, "anna0@acme.example")
    editing.edit(desk, [people[1]], {"dnc": "yes"})
    editing.delete(desk, [people[2]])
    report = send(desk, inbox)
    assert [envelope.rcpt_tos for envelope in inbox.taken] == [["anna3@acme.example"], ["anna4@acme.example"]]
    assert len(report.dropped) == 3
    assert sorted(set(states(desk).values())) == ["cancelled", "sent"]
    optouts.add(desk, "@acme.example")
    assert composing.compose(desk, people, TEXT)[4].blocked.startswith("@acme.example opted out")
    optouts.remove(desk, "@acme.example")
    assert composing.compose(desk, people, TEXT)[4].ready


def test_each_bad_end_leaves_the_mail_where_it_belongs(
    desk: Desk, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row,) = write(desk, anna(desk))
    inbox.rude = {"rcpt": "550 no such user"}
    assert send(desk, inbox).sentence == (
        "1 failed: Anna Berg: The server refused it: anna@acme.example: 550 no such user"
    )
    failed = outbox.row_of(desk.connection, row.id)
    assert failed.state == "failed" and "550 no such user" in failed.error
    outbox.retry(desk, [failed])
    inbox.rude = {"data": "451 greylisted"}
    assert "tried again later" in send(desk, inbox).sentence
    waiting = outbox.row_of(desk.connection, row.id)
    assert (waiting.state, waiting.attempts) == ("queued", 1)
    assert str(waiting.send_at) == "2026-11-23 08:17:00+00:00"
    inbox.rude = {}
    assert send(desk, inbox).sent == []
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T08:18:00Z")
    assert send(desk, inbox).sent == ["Anna Berg"]


def test_a_server_that_is_always_busy_is_given_up_at_last(desk: Desk, inbox: Inbox) -> None:
    (row,) = write(desk, anna(desk))
    inbox.rude = {"rcpt": "450 full"}
    waits = []
    for _ in range(len(mailing.WAITS) + 1):
        send(desk, inbox, only=(row.id,))
        found = outbox.row_of(desk.connection, row.id)
        waits.append(found.send_at)
    assert waits[:-1] == sorted(w for w in waits[:-1] if w)
    assert (found.state, found.attempts) == ("failed", len(mailing.WAITS) + 1)
    assert "450 full (tried 8 times)" in found.error


def test_without_a_connection_mails_wait(desk: Desk) -> None:
    (row,) = write(desk, anna(desk))
    report = send(desk, Inbox(port=1))
    assert report.sentence.startswith("1 mail waits. 127.0.0.1:1 cannot be used")
    found = outbox.row_of(desk.connection, row.id)
    assert (found.state, found.attempts) == ("queued", 0)


def test_a_lost_answer_is_asked_about_and_never_sent_again_by_itself(desk: Desk, inbox: Inbox) -> None:
    (row,) = write(desk, anna(desk))
    inbox.rude = {"verdict": "hang up"}
    assert send(desk, inbox).asked_ids == [row.id]
    inbox.rude = {}
    assert send(desk, inbox).sent == []
    found = outbox.row_of(desk.connection, row.id)
    assert found.state == "asked" and "gave no answer" in found.error
    assert today(desk, owner=desk.actor).care.stuck_mails == 1
    before = live_rows(desk.connection)
    sentence = outbox.mark_sent(desk, found)
    assert sentence.endswith("Next: call Thu")
    assert len(inbox.taken) == 1
    # What a person said, a person can take back.
    history.undo(desk)
    assert live_rows(desk.connection) == before
    outbox.retry(desk, [found])
    send(desk, inbox)
    assert inbox.ids() == [inbox.ids()[0]] * 2


def test_a_record_that_went_meanwhile_does_not_keep_a_mail_from_being_sent(desk: Desk, inbox: Inbox) -> None:
    lead = anna(desk)
    (row,) = write(desk, lead)

    def delete() -> None:
        other = open_desk(str(desk.workspace.place), as_member="Maya")
        editing.delete(other, [lead])
        other.workspace.close()

    inbox.rude = {"data": delete}
    assert send(desk, inbox).sent == ["Anna Berg"]
    assert outbox.row_of(desk.connection, row.id).state == "sent"
    assert desk.connection.value("SELECT activity_id FROM message") is None


def test_a_list_of_outcomes_of_ones_own_does_not_lose_a_mail(desk: Desk, inbox: Inbox) -> None:
    first, second = write(desk, anna(desk, 1), anna(desk, 2))
    key = office.outcome(desk, "Sent", "mail").id
    with desk.operation("Renamed") as unit:
        unit.update("outcome", key, {"name": "Went out"})
    send(desk, inbox, only=(first.id,))
    assert desk.connection.value("SELECT outcome_id FROM activity WHERE done_on IS NOT NULL") == key
    with desk.operation("Gone") as unit:
        unit.delete("outcome", key)
    send(desk, inbox, only=(second.id,))
    assert sorted(states(desk).values()) == ["sent", "sent"]


def test_two_senders_at_once_send_once(desk: Desk, inbox: Inbox) -> None:
    write(desk, anna(desk))
    other = open_desk(str(desk.workspace.place), as_member="Maya")
    with alone(other.workspace, mailing._lock(desk)) as free:
        assert free
        assert "Another salesdesk" in send(desk, inbox).sentence
    other.workspace.close()
    assert send(desk, inbox).sent == ["Anna Berg"]


def test_each_member_sends_their_own(desk: Desk, inbox: Inbox) -> None:
    omar = office.colleague(desk)
    write(desk, anna(desk))
    maya, desk.actor = desk.actor, omar
    assert send(desk, inbox).sent == []
    assert outbox.rows(desk) == []
    assert len(outbox.rows(desk, everyone=True)) == 1
    desk.actor = maya
    assert send(desk, inbox).sent == ["Anna Berg"]


def test_what_left_is_named_and_not_undone(desk: Desk, inbox: Inbox) -> None:
    people = [anna(desk, n) for n in range(3)]
    write(desk, people[0])
    history.undo(desk)
    assert states(desk) == {}
    history.redo(desk)
    assert send(desk, inbox).sent == ["Anna0 Berg"]
    with pytest.raises(
        UndoRefusedError, match=r"to anna0@acme\.example left on 2026-11-23 at 09:12 and cannot be called"
    ):
        history.undo(desk)
    sending = next(o for o in history.operations(desk) if o.source == "outbox")
    with pytest.raises(UndoRefusedError, match="what the outbox did"):
        history.undo(desk, sending.text_id)
    # A later change is taken back as ever.
    editing.edit(desk, [people[1]], {"title": "CEO"})
    assert history.undo(desk).label.startswith("Title")
    # Of several, those that have not left can still be stopped.
    first, second = write(desk, people[1], people[2])
    send(desk, inbox, only=(first.id,))
    queued = history.operations(desk)
    operation = next(o for o in queued if o.label == "2 mails in the outbox")
    with pytest.raises(UndoRefusedError, match="1 of these 2 mails have left"):
        history.undo(desk, operation.text_id)
    history.undo(desk, operation.text_id, keep_used=True)
    assert second.to_address not in states(desk)
    assert send(desk, inbox).sent == []


def test_a_follow_up_stays_in_the_thread(desk: Desk, inbox: Inbox) -> None:
    lead = anna(desk)
    write(desk, lead)
    send(desk, inbox)
    for _ in range(2):
        write(desk, lead, text="---\nsubject: {reply_subject|Our talk}\n---\nAny news?")
        send(desk, inbox)
    first, second, third = (inbox.message(n) for n in range(3))
    assert third["Subject"] == second["Subject"] == "Re: Prices for Acme"
    assert second["In-Reply-To"] == second["References"] == first["Message-ID"]
    assert third["In-Reply-To"] == second["Message-ID"]
    assert third["References"].split() == [first["Message-ID"], second["Message-ID"]]


def test_an_id_that_fits_no_header_costs_the_thread_and_not_the_mail(desk: Desk, inbox: Inbox) -> None:
    lead = anna(desk)
    with desk.operation("Came in") as unit:
        values = {"direction": "in", "state": "received", "lead_id": lead.id, "subject": "Re: Chairs"}
        unit.insert("message", {**values, "message_id": "<a b\r\nBcc: x@y.example>", "thread": "nonsense"})
    write(desk, lead, text="---\nsubject: {reply_subject}\n---\nYes.")
    assert send(desk, inbox).sent == ["Anna Berg"]
    assert inbox.message()["Subject"] == "Re: Chairs"
    assert "In-Reply-To" not in inbox.message() and "Bcc" not in inbox.message()


def test_a_company_is_written_to_through_its_people(desk: Desk, inbox: Inbox) -> None:
    with desk.operation("Company") as unit:
        account = unit.insert("account", {"name": "Acme", "email": "office@acme.example"})
    ref = by_id(desk.connection, "account", account)
    assert composing.compose(desk, [ref], TEXT)[0].address == "office@acme.example"
    with desk.operation("Person") as unit:
        contact = unit.insert("contact", {"name": "Anna Berg", "email": "a@acme.example", "account_id": account})
    (row,) = write(desk, ref)
    assert (row.record_kind, row.record_id, row.to_name) == ("contact", contact, "Anna Berg")
    send(desk, inbox)
    assert desk.connection.one("SELECT contact_id, account_id FROM activity") == (contact, account)


def test_attached_files_go_along_as_they_were_when_the_mail_was_written(
    desk: Desk, inbox: Inbox, tmp_path: Path
) -> None:
    path = tmp_path / "prices.pdf"
    path.write_bytes(b"%PDF old")
    text = TEXT.replace("---\n\n", f"attach: {path}\n---\n\n", 1)
    write(desk, anna(desk, 1), anna(desk, 2), text=text)
    path.write_bytes(b"%PDF new")
    send(desk, inbox)
    for number in range(2):
        (found,) = inbox.message(number).iter_attachments()
        assert (found.get_filename(), found.get_payload(decode=True)) == ("prices.pdf", b"%PDF old")
    missing = composing.compose(desk, [anna(desk, 3)], text.replace("prices.pdf", "none.pdf"))[0]
    assert "no file" in missing.problems[0]


def test_the_files_of_a_template_stay_with_a_mail_that_is_changed_by_hand(
    desk: Desk, inbox: Inbox, tmp_path: Path
) -> None:
    path = tmp_path / "terms.pdf"
    path.write_bytes(b"%PDF")
    texts.save(desk, "template", "Terms", TEXT)
    row = texts.find_text(desk, "template", "Terms")
    files.attach(desk, Ref("template", row.id, row.code, row.name), str(path))
    letters = composing.compose(desk, [anna(desk)], f"{TEXT}PS\n", template_id=row.id)
    assert letters[0].attached == ("terms.pdf",)
    composing.queue(desk, letters, SETTINGS)
    send(desk, inbox)
    assert [a.get_filename() for a in inbox.message().iter_attachments()] == ["terms.pdf"]


def test_eml_files_count_as_sent_and_mailto_is_asked_about(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk, anna(desk, 1))
    eml = replace(SETTINGS, route="eml", folder=str(tmp_path / "mails"))
    report = mailing.send_due(desk, eml, route_of(eml))
    assert report.sent == ["Anna1 Berg"] and report.remarks[0].endswith(".eml")
    (row,) = write(desk, anna(desk, 2))
    opener = tmp_path / "xdg-open"
    opener.write_text("#!/bin/sh\nexit 0\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    mailto = replace(SETTINGS, route="mailto")
    assert mailing.send_due(desk, mailto, route_of(mailto)).asked_ids == [row.id]
    assert outbox.mark_sent(desk, outbox.row_of(desk.connection, row.id)).startswith("Mail to Anna2 Berg sent")
    with pytest.raises(InvalidError, match="is sent, so it cannot be cancelled"):
        outbox.cancel(desk, [row])


def test_a_sending_can_be_stopped_between_two_mails(desk: Desk, inbox: Inbox) -> None:
    write(desk, *(anna(desk, n) for n in range(4)))
    told: list[tuple[int, int, str]] = []
    settings = replace(SETTINGS, port=inbox.port)
    report = mailing.send_due(
        desk,
        settings,
        route_of(settings),
        progress=lambda *at: told.append(at),
        should_stop=lambda: len(inbox.taken) > 1,
    )
    assert report.sentence == "2 mails sent, 2 mails wait. Stopped."
    assert told[:2] == [(0, 4, "Anna0 Berg"), (1, 4, "Anna1 Berg")]


def test_a_mail_of_the_outbox_is_found_by_what_it_says(desk: Desk) -> None:
    first, _second = write(desk, anna(desk, 1), anna(desk, 2))
    assert outbox.find(desk, first.ref).id == first.id
    assert outbox.find(desk, "anna1").id == first.id
    with pytest.raises(AmbiguousError):
        outbox.find(desk, "prices")
    with pytest.raises(NotFoundError):
        outbox.find(desk, "nobody")
    assert outbox.counts(desk) == {"queued": 2}


def test_opt_outs_follow_the_address(desk: Desk) -> None:
    assert optouts.add(desk, "+36 30 123 4567", channel="call") == "+36 30 123 4567 is opted out"
    assert optouts.opted_out(desk.connection, "06301234567", "call")
    assert not optouts.opted_out(desk.connection, "06301234567", "mail")
    assert optouts.add(desk, "0036301234567", channel="call").endswith("already")
    assert [row.channel for row in optouts.opt_outs(desk)] == ["call"]
    for bad in ("", "anna", "@"):
        with pytest.raises(InvalidError):
            optouts.add(desk, bad)
    with pytest.raises(NotFoundError):
        optouts.remove(desk, "x@y.example")


def test_a_template_that_rests_is_not_used(desk: Desk) -> None:
    texts.save(desk, "template", "Prices", TEXT)
    row = texts.find_text(desk, "template", "prices")
    assert composing.usable_template(desk, "pri")[1] == row.id
    texts.switch(desk, row, active=False)
    with pytest.raises(InvalidError, match="rests"):
        composing.usable_template(desk, "prices")
    with pytest.raises(TextError):
        composing.compose(desk, [], "---\nsubject: {x}\n---\nHi")
