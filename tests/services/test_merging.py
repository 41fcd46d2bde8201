"""The merge fields of every kind of record, on both engines."""

import datetime as dt

import pytest

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.mail_words import amount, listed, long_day
from salesdesk.domain.money import Money
from salesdesk.services import editing, merging, negotiating, outreach, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.negotiating import NewDeal
from salesdesk.services.records import by_id
from salesdesk.services.steps import read_step
from tests.services import office


def test_a_lead_says_who_what_and_when(desk: Desk) -> None:
    ref = office.lead(desk, "Kovács Anna, Acme Kft, anna@acme.example, 12k eur from Event, call thu 10:00")
    known = merging.fields(desk, ref, language="hu")
    assert known["first_name"] == "Anna"
    assert known["last_name"] == "Kovács"
    assert known["company"] == "Acme Kft"
    assert known["value"] == "12\u00a0000\u00a0€"
    assert known["next_day"] == "november 26., csütörtök"
    assert known["owner_first"] == known["my_first"] == "Maya"
    assert known["signature"] == "Maya Kessler"
    assert known["source"] == "Event"
    assert "title" not in known and "last_quote" not in known


def test_a_deal_says_its_person_company_products_and_the_buyers_words(desk: Desk) -> None:
    lead = office.lead(desk, "Anna Berg, Acme, anna@acme.example")
    deal = prospecting.convert(desk, lead, prospecting.Conversion("Platform", Money(1_200_000, "EUR")))
    with desk.operation("Facts") as unit:
        for name in ("Desk", "Lamp"):
            product = unit.insert("product", {"name": name})
            unit.insert("deal_line", {"deal_id": deal.id, "product_id": product, "quantity": 2})
        member = {"signature": "Maya\n+36 1 000", "email": "maya@desk.example"}
        assert desk.actor is not None
        unit.update("member", desk.actor, member)
        unit.insert("custom_field", {"entity": "deal", "key": "terms", "label": "Terms"})
        unit.update("deal", deal.id, {"custom": '{"terms": "net 30"}'})
        contact = unit.connection.value("SELECT contact_id FROM deal WHERE id = ?", (deal.id,))
        unit.update("contact", contact, {"custom": '{"terms": "net 60", "shoe": 42}'})
        unit.insert("activity", {"deal_id": deal.id, "quote": "too slow today", "done_on": desk.today})
    outreach.plan(desk, [deal], read_step(desk, "demo fri of the new desk"))
    known = merging.fields(desk, deal)
    assert (known["first_name"], known["company"], known["deal"]) == ("Anna", "Acme", "Platform")
    assert (known["value"], known["product"]) == ("€12,000", "Desk and Lamp")
    assert known["last_quote"] == "too slow today"
    assert known["next_step"] == "of the new desk"
    assert known["signature"] == "Maya\n+36 1 000"
    assert (known["custom.terms"], known["custom.shoe"]) == ("net 30", "42")
    assert known["last_day"] == "Monday 23 November"
    assert merging.sum_up_template(desk, "---\nsubject: Hi {company}\n---\n{custom.terms}") == "Hi {company}"
    with pytest.raises(TextError, match=r"custom\.terms"):
        merging.sum_up_template(desk, "---\nsubject: Hi\n---\n{custom.term}")
    # A contact and its company speak of their newest open deal.
    account = desk.connection.value("SELECT account_id FROM deal WHERE id = ?", (deal.id,))
    for about in (by_id(desk.connection, "contact", contact), by_id(desk.connection, "account", account)):
        assert merging.fields(desk, about)["product"] == "Desk and Lamp"
        assert merging.fields(desk, about)["first_name"] == "Anna"


def test_mail_lives_on_the_contact_once_a_lead_is_linked(desk: Desk) -> None:
    lead = office.lead(desk, "Anna Berg, Acme, old@acme.example")
    deal = prospecting.convert(desk, lead, prospecting.Conversion("Platform"))
    contact = desk.connection.value("SELECT contact_id FROM deal WHERE id = ?", (deal.id,))
    editing.edit(desk, [by_id(desk.connection, "contact", contact)], {"email": "new@acme.example"})
    for ref in (lead, deal):
        person = merging.person_of(desk.connection, ref)
        assert person is not None and (person.kind, person.email) == ("contact", "new@acme.example")


def test_a_company_without_people_has_its_own_address_and_no_first_name(desk: Desk) -> None:
    with desk.operation("Company") as unit:
        key = unit.insert("account", {"name": "Acme", "email": "office@acme.example"})
    known = merging.fields(desk, by_id(desk.connection, "account", key))
    assert known["email"] == "office@acme.example"
    assert "first_name" not in known


def test_hostile_values_come_clean(desk: Desk) -> None:
    deal = negotiating.add(desk, NewDeal("{first_name}\x1b]0;x\x07"))
    assert merging.fields(desk, deal)["deal"] == "{first_name}"


def test_words_of_days_amounts_and_lists() -> None:
    today = dt.date(2026, 11, 23)
    assert long_day(dt.date(2027, 1, 2), today) == "Saturday 2 January 2027"
    assert long_day(dt.date(2027, 1, 2), today, "hu") == "2027. január 2., szombat"
    assert long_day(today, today, "xx") == "Monday 23 November"
    assert amount(-1_234_550, "EUR", "hu") == "-12\u00a0345,50\u00a0€"
    assert amount(1_200_000_00, "HUF", "hu") == "1\u00a0200\u00a0000\u00a0Ft"
    assert amount(5_000, "JPY", "hu") == "5\u00a0000\u00a0JPY"
    assert listed(["a", "b", "c"], "hu") == "a, b és c"
    assert listed([]) == ""
