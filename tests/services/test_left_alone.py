"""Who asked to be left alone is found by the filter, named on the page, and left out of plans; on both engines."""

import datetime as dt

import pytest

from salesdesk.errors import InvalidError
from salesdesk.services import editing, optouts, outreach, pages, prospecting, views
from salesdesk.services.collision import Ban
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from tests.services.office import deal, lead, steps

FRIDAY = dt.date(2026, 11, 27)


@pytest.fixture
def people(desk: Desk) -> list[Ref]:
    """Anna opted out by mail, Bo by phone, Cleo with her whole company, Dan is marked; Eva and Finn are not."""
    found = [
        lead(desk, "Anna Lindqvist at Acme anna@acme.example"),
        lead(desk, "Bo Berg at Berg +46 8 465 004 40"),
        lead(desk, "Cleo Carr at Carr cleo@carr.example"),
        lead(desk, "Dan Dorn at Dorn dan@dorn.example"),
        lead(desk, "Eva Elm at Elm eva@elm.example"),
        lead(desk, "Finn Falk at Falk"),
    ]
    optouts.add(desk, "ANNA@acme.example", channel="mail", reason="asked by mail: STOP")
    optouts.add(desk, "+46 8 465 00440", channel="call")
    optouts.add(desk, "@carr.example", channel="all")
    editing.edit(desk, [found[3]], {"dnc": "yes"})
    return found


def names(desk: Desk, kind: str, query: str) -> list[str]:
    found = views.listing(desk, kind, f"{query} sort:name").ids
    return [by_id(desk.connection, kind, key).name.split()[0] for key in found]


def test_the_filter_knows_who_opted_out(desk: Desk, people: list[Ref]) -> None:
    assert names(desk, "lead", "dnc:yes") == ["Anna", "Bo", "Cleo", "Dan"]
    assert names(desk, "lead", "dnc:no") == ["Eva", "Finn"]
    optouts.remove(desk, "@carr.example")
    assert names(desk, "lead", "dnc:yes") == ["Anna", "Bo", "Dan"]


def test_contacts_and_deals_too(desk: Desk, people: list[Ref]) -> None:
    for ref in (people[0], people[4]):
        prospecting.convert(desk, ref, prospecting.conversion_defaults(desk, ref))
    deal(desk, "Nobody's")
    assert names(desk, "contact", "dnc:yes") == ["Anna"]
    assert names(desk, "deal", "dnc:yes") == ["Acme"]
    assert names(desk, "deal", "dnc:no") == ["Elm", "Nobody's"]


def test_calls_are_planned_for_those_who_may_be_called(desk: Desk, people: list[Ref]) -> None:
    call = outreach.Step(outreach.kind_named(desk, "call"), FRIDAY)
    said = outreach.spread(desk, people, 40)
    assert said.startswith("Next steps of 4 records: 40 a day") and said.endswith("; 2 left out, not to be contacted")
    assert [bool(steps(desk, ref)) for ref in people] == [True, False, True, False, True, True]
    assert outreach.plan(desk, people, call).endswith("; 2 left out, not to be contacted")
    with pytest.raises(InvalidError, match="None of these 2"):
        outreach.spread(desk, [people[1], people[3]], 40)


def test_mails_go_to_those_who_may_be_written_to_and_a_task_is_nobodys_business(desk: Desk, people: list[Ref]) -> None:
    assert outreach.spread(desk, people, 40, kind="mail").endswith("; 3 left out, not to be contacted")
    assert "left out" not in outreach.spread(desk, people, 40, kind="task")


def test_one_that_was_pointed_at_is_planned(desk: Desk, people: list[Ref]) -> None:
    call = outreach.Step(outreach.kind_named(desk, "call"), FRIDAY)
    assert "left out" not in outreach.plan(desk, [people[1]], call)
    assert steps(desk, people[1])[0][1] == FRIDAY.isoformat()


def test_the_page_says_what_must_not_be_done_and_why(desk: Desk, people: list[Ref]) -> None:
    found = [pages.page(desk, "lead", ref.id) for ref in people]
    bans = [list(page.bans) for page in found if page is not None]
    today = desk.today
    assert bans[0] == [Ban("mail", today, "asked by mail: STOP")]
    assert bans[1] == [Ban("call", today, "")]
    assert [ban.channel for ban in bans[2]] == ["mail"]
    assert bans[3] == [Ban("contact")]
    assert bans[4] == bans[5] == []
