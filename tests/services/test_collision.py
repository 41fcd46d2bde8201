"""Two reps cannot be at the same person unknowingly: what the guard says, and when it is silent; on both engines."""

import pytest

from salesdesk import clock
from salesdesk.services import collision, editing, optouts, outreach
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from tests.services.office import capture, colleague, deal, lead, outcome


def said(desk: Desk, ref: Ref, channel: str = "call") -> str:
    return collision.guard(desk, ref, channel).line


def as_omar(desk: Desk, omar: bytes, act: object) -> None:
    me, desk.actor = desk.actor, omar
    try:
        act()  # type: ignore[operator]
    finally:
        desk.actor = me


@pytest.fixture
def omar(desk: Desk) -> bytes:
    return colleague(desk)


def test_what_one_did_oneself_is_no_collision(desk: Desk, omar: bytes) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme, anna@acme.example")
    outreach.log(desk, anna, outcome(desk, "talked"))
    assert said(desk, anna) == ""


def test_a_colleagues_touch_of_the_same_person_on_another_record(desk: Desk, omar: bytes) -> None:
    mine = lead(desk, "Anna Lindqvist at Acme, anna@acme.example")
    his = lead(desk, "Lindqvist Anna at Acme Nordic, ANNA@acme.example")
    as_omar(desk, omar, lambda: outreach.log(desk, his, outcome(desk, "talked")))
    assert said(desk, mine) == "Omar Farouk was in touch with Anna Lindqvist today (call, talked)"


def test_the_company_and_its_domain(desk: Desk, omar: bytes) -> None:
    mine = lead(desk, "Anna Lindqvist at Acme Nordic Ltd, anna@acme.example")
    same_company = lead(desk, "Bo Berg at ACME Nordic, bo@elsewhere.example")
    as_omar(desk, omar, lambda: outreach.log(desk, same_company, outcome(desk, "voicemail")))
    assert said(desk, mine) == "Omar Farouk was in touch with Bo Berg of ACME Nordic today (call, voicemail)"
    other = lead(desk, "Cleo Carr at Sister Firm, cleo@acme.example")
    assert said(desk, other) == ""
    same_domain = lead(desk, "Dan Dorn at Third Firm, dan@acme.example")
    as_omar(desk, omar, lambda: outreach.log(desk, same_domain, outcome(desk, "talked")))
    assert said(desk, other) == "Omar Farouk was in touch with Dan Dorn of Third Firm today (call, talked)"
    free = lead(desk, "Eve Ek at Fourth, eve@gmail.com")
    as_omar(
        desk, omar, lambda: outreach.log(desk, lead(desk, "Fay Fox at Fifth, fay@gmail.com"), outcome(desk, "talked"))
    )
    assert said(desk, free) == "", "gmail.com is nobody's company"


def test_a_touch_of_long_ago_is_forgotten(desk: Desk, omar: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme, anna@acme.example")
    as_omar(desk, omar, lambda: outreach.log(desk, anna, outcome(desk, "talked")))
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-30T09:00:00Z")
    assert "talked" in said(desk, anna)
    monkeypatch.setenv("SALESDESK_NOW", "2026-12-02T09:00:00Z")
    assert said(desk, anna) == ""


def test_who_owns_it_and_which_opt_out_stands(desk: Desk, omar: bytes) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme, anna@acme.example +46 70 174 06 05")
    editing.give(desk, [anna], "omar")
    assert said(desk, anna) == "Omar Farouk owns it"
    optouts.add(desk, "anna@acme.example", channel="mail", reason="asked by phone")
    assert "opted out" not in said(desk, anna, "call")
    found = collision.guard(desk, anna, "mail")
    assert len(found.forbidden) == 1 and "asked by phone" in found.forbidden[0]
    editing.edit(desk, [anna], {"dnc": "yes"})
    assert collision.guard(desk, anna, "call").forbidden == ("Anna Lindqvist is not to be contacted",)


def test_cadences_and_waiting_mails_of_colleagues(desk: Desk, omar: bytes) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme, anna@acme.example")
    with desk.operation("Omar is at work") as unit:
        cadence = unit.insert("cadence", {"name": "First touch", "text": "x"})
        unit.insert("enrolment", {"cadence_id": cadence, "lead_id": anna.id, "owner_id": omar})
        mail = {"owner_id": omar, "to_address": "anna@acme.example", "state": "queued", "send_at": clock.now()}
        unit.insert("message", mail)
    assert said(desk, anna, "mail") == (
        "cadence First touch of Omar Farouk runs; a mail of Omar Farouk to them waits in the outbox"
    )


def test_deals_contacts_accounts_and_todos_are_guarded_alike(desk: Desk, omar: bytes) -> None:
    platform = deal(desk, "Platform")
    as_omar(desk, omar, lambda: outreach.log(desk, platform, outcome(desk, "talked")))
    assert said(desk, platform) == "Omar Farouk was in touch with Platform today (call, talked)"
    capture(desk, "todo buy paper tomorrow")
    key = desk.connection.value("SELECT id FROM activity WHERE subject LIKE 'buy%' LIMIT 1")
    assert said(desk, Ref("activity", key or b"0" * 16, "", "buy paper")) == ""
