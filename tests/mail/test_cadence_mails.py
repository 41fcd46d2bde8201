"""Mails of cadences: in the outbox within the hours of who reads them, once; gone when the cadence ends; on both engines."""

import threading
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest

from salesdesk.services import editing, history, optouts, outbox, outreach, settings, setup, texts
from salesdesk.services.cadences import enrolling, following, running, steering
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_step
from salesdesk.store.read import queue
from tests.mail import post
from tests.mail.post import SETTINGS
from tests.mail.smtp_server import Inbox
from tests.services.office import colleague, outcome, steps
from tests.store.test_operation import live_rows

Act = Callable[[], object]
TEXT = "---\nhours: 9-17\n---\nnow auto mail Prices\n+2d call Did it help?\n"


def enrolled(desk: Desk, *refs: Ref, text: str = TEXT) -> None:
    """Everybody in a cadence that begins with a mail by itself."""
    if not desk.connection.value("SELECT 1 FROM template WHERE name = 'Prices'"):
        texts.save(desk, "template", "Prices", post.TEXT)
    texts.save(desk, "cadence", "Auto", text)
    enrolling.enrol(desk, texts.find_text(desk, "cadence", "Auto"), refs)


def person(desk: Desk, number: int | str = "") -> Ref:
    ref = post.anna(desk, number)
    editing.edit(desk, [ref], {"phone": "+36 30 123 4567"})
    return ref


def send_times(desk: Desk) -> list[str | None]:
    rows = desk.connection.rows("SELECT send_at FROM message WHERE deleted_op IS NULL ORDER BY id")
    return [at for (at,) in rows]


def test_a_mail_goes_out_by_itself_and_the_next_step_is_planned(desk: Desk, inbox: Inbox) -> None:
    anna = person(desk)
    enrolled(desk, anna)
    assert running.has_work(desk)
    done = running.run(desk, SETTINGS)
    assert (done.sentence, done.queued) == ("1 mail in the outbox", 1)
    # What goes by itself is nothing to do today.
    assert queue.due(desk.connection, desk.actor, desk.today) == []
    assert queue.count_due(desk.connection, desk.actor, desk.today) == 0
    assert not running.has_work(desk)
    assert running.run(desk, SETTINGS).sentence == ""
    assert post.send(desk, inbox).sentence == "1 mail sent"
    assert steps(desk, anna) == [("Call", "2026-11-25", "Did it help?")]
    touched = desk.connection.one(
        "SELECT k.name, o.name, a.done_on, a.cadence_step FROM activity a JOIN activity_kind k ON k.id = a.kind_id"
        " JOIN outcome o ON o.id = a.outcome_id"
    )
    assert touched == ("Mail", "Sent", "2026-11-23", 0)
    assert (
        desk.connection.value(
            "SELECT s.name FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.id = ?", (anna.id,)
        )
        == "Working"
    )


def test_a_call_of_ones_own_is_not_taken_for_the_mail(desk: Desk, inbox: Inbox) -> None:
    anna = person(desk)
    outreach.plan(desk, [anna], read_step(desk, "call today about the fleet"))
    enrolled(desk, anna)
    running.run(desk, SETTINGS)
    post.send(desk, inbox)
    assert steps(desk, anna) == [("Call", "2026-11-23", "about the fleet"), ("Call", "2026-11-25", "Did it help?")]


@pytest.mark.parametrize(
    ("now", "changes", "expected"),
    [
        # Budapest: at once within the hours, else when they open.
        ("2026-11-23T08:12:00Z", {}, None),
        ("2026-11-23T07:12:00Z", {}, "2026-11-23T08:00:00Z"),
        ("2026-11-27T16:30:00Z", {}, "2026-11-30T08:00:00Z"),
        # Where they live: written down, else by the country; between two clock changes New York is nearer.
        ("2026-11-23T08:12:00Z", {"zone": "America/New_York"}, "2026-11-23T14:00:00Z"),
        ("2026-03-20T08:12:00Z", {"zone": "America/New_York"}, "2026-03-20T13:00:00Z"),
        ("2026-11-23T08:30:00Z", {"country": "Japan"}, "2026-11-24T00:00:00Z"),
    ],
)
def test_a_mail_leaves_in_the_hours_of_who_reads_it(
    file_desk: Desk, monkeypatch: pytest.MonkeyPatch, now: str, changes: dict[str, str], expected: str | None
) -> None:
    monkeypatch.setenv("SALESDESK_NOW", now)
    desk, anna = file_desk, person(file_desk)
    with desk.operation("Where she lives") as unit:
        unit.update("lead", anna.id, {"time_zone": changes.get("zone", ""), "country": changes.get("country", "")})
    enrolled(desk, anna)
    running.run(desk, SETTINGS)
    assert send_times(desk) == [expected]


def test_christmas_puts_a_mail_off(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, anna = file_desk, person(file_desk)
    settings.change_setting(desk, "holidays", "HU")
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-23T17:00:00Z")
    enrolled(desk, anna)
    running.run(desk, SETTINGS)
    assert send_times(desk) == ["2026-12-28T08:00:00Z"]


def test_a_mail_that_cannot_be_written_stays_a_step_and_says_why(desk: Desk, inbox: Inbox) -> None:
    anna = person(desk)
    enrolled(desk, anna)
    editing.edit(desk, [anna], {"company": ""})
    done = running.run(desk, SETTINGS)
    assert done.sentence == "1 automatic mail waits: Anna Berg: company is not known"
    (due,) = queue.due(desk.connection, desk.actor, desk.today)
    assert due.subject == "Prices"
    assert desk.connection.value("SELECT note FROM activity") == "Not sent by itself: company is not known"
    editing.edit(desk, [anna], {"company": "Acme"})
    assert running.run(desk, SETTINGS).queued == 1
    assert post.send(desk, inbox).sent


def test_nobody_knows_from_whom_and_says_so(desk: Desk) -> None:
    enrolled(desk, person(desk))
    assert "Which address do you write from?" in running.run(desk, replace(SETTINGS, from_address="")).sentence


def test_only_the_owner_writes_and_words_of_their_own_are_not_sent(desk: Desk, place: str) -> None:
    colleague(desk)
    his, mine = person(desk, 1), person(desk, 2)
    editing.give(desk, [his], "omar")
    enrolled(desk, his, mine)
    outreach.plan(desk, [mine], read_step(desk, "mail today something else"))
    assert not running.has_work(desk)
    other = setup.open_desk(place, as_member="omar")
    assert running.run(other, SETTINGS).queued == 1
    other.workspace.close()


def test_two_who_run_at_the_same_moment_write_once(desk: Desk, place: str) -> None:
    enrolled(desk, *(person(desk, n) for n in range(4)))
    other = setup.open_desk(place)

    def work(where: Desk) -> None:
        running.run(where, SETTINGS)
        where.workspace.close()

    both = [threading.Thread(target=work, args=(where,)) for where in (desk, other)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert desk.connection.value("SELECT count(*) FROM message") == 4


def test_what_ends_the_cadence_takes_the_mail_out_of_the_outbox_and_undo_puts_it_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T06:00:00Z")
    anna = person(desk)
    enrolled(desk, anna)
    running.run(desk, SETTINGS)
    before = live_rows(desk.connection)
    acts: dict[str, Act] = {
        "stopped: opted out": lambda: optouts.add(desk, "anna@acme.example"),
        "stopped: do not contact": lambda: editing.edit(desk, [anna], {"dnc": "yes"}),
        "stopped: by hand": lambda: steering.stop(desk, [anna]),
        "paused": lambda: steering.pause(desk, [anna]),
    }
    for why, act in acts.items():
        act()
        assert desk.connection.one("SELECT state, error FROM message") == ("cancelled", f"Auto {why}")
        history.undo(desk)
        assert live_rows(desk.connection) == before


def test_a_domain_that_opts_out_ends_it_too(file_desk: Desk) -> None:
    desk = file_desk
    enrolled(desk, person(desk))
    optouts.add(desk, "@acme.example", channel="mail")
    assert desk.connection.value("SELECT reason FROM enrolment") == "opted out"


def test_a_cadence_that_rests_writes_nothing_and_takes_back_what_waits(desk: Desk, inbox: Inbox) -> None:
    enrolled(desk, person(desk))
    running.run(desk, SETTINGS)
    row = texts.find_text(desk, "cadence", "Auto")
    assert texts.switch(desk, row, active=False) == "Cadence Auto rests now; 1 mail taken out of the outbox"
    assert post.send(desk, inbox).sent == []
    assert not running.has_work(desk)
    texts.switch(desk, row, active=True)
    assert running.run(desk, SETTINGS).queued == 1


def test_a_step_that_changes_takes_its_mail_back_and_writes_the_new_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T06:00:00Z")
    enrolled(desk, person(desk))
    running.run(desk, SETTINGS)
    texts.save(desk, "template", "News", "---\nsubject: News\n---\nHello {first_name|there}\n")
    row = texts.find_text(desk, "cadence", "Auto")
    texts.save(desk, "cadence", "Auto", row.text.replace("Prices", "News"), row=row)
    assert running.run(desk, SETTINGS).queued == 1
    subjects = "SELECT subject FROM message WHERE deleted_op IS NULL"
    assert [subject for (subject,) in desk.connection.rows(subjects)] == ["News"]


def test_a_mail_somebody_cancelled_is_not_written_again(desk: Desk) -> None:
    enrolled(desk, person(desk))
    running.run(desk, SETTINGS)
    outbox.cancel(desk, outbox.rows(desk))
    assert not running.has_work(desk)
    # It is a step like any other again.
    assert [row.subject for row in queue.due(desk.connection, desk.actor, desk.today)] == ["Prices"]


def test_thousands_of_people_and_opt_outs_are_settled_in_a_moment(file_desk: Desk) -> None:
    desk = file_desk
    enrolled(desk, person(desk))
    with desk.operation("A list") as unit:
        status = unit.connection.value("SELECT id FROM lead_status WHERE name = 'New'")
        people = [
            {"name": f"Lead {n}", "email": f"lead{n}@else.example", "phone": "1", "status_id": status}
            for n in range(300)
        ]
        unit.insert_many("lead", people)
        unit.insert("opt_out", {"address": "lead7@else.example", "address_key": "lead7@else.example"})
    refs = [Ref("lead", *row) for row in desk.connection.rows("SELECT id, code, name FROM lead WHERE phone = '1'")]
    found = enrolling.enrol(desk, texts.find_text(desk, "cadence", "Auto"), refs)
    assert found.refusals() == "1 not: 1 opted out"
    with desk.operation("Opted out meanwhile") as unit:
        for key in ("lead8@else.example", "@nobody.example"):
            unit.insert("opt_out", {"address": key, "address_key": key})
    began = monotonic()
    assert following.settle(desk) == "Cadences: 1 stopped (1 opted out)"
    assert monotonic() - began < 2


def test_a_reply_that_is_logged_leaves_nothing_of_the_cadence(desk: Desk, inbox: Inbox) -> None:
    anna = person(desk)
    enrolled(desk, anna)
    running.run(desk, SETTINGS)
    post.send(desk, inbox)
    told = outreach.log(desk, anna, outcome(desk, "replied", "mail")).sentence
    assert told == "Logged mail replied for Anna Berg. Auto stopped: replied. Next: call Tue"
    assert [what for what, _, _ in steps(desk, anna)] == ["Call"]
