"""The lists a manager edits: checked on the way in, nothing left pointing at what is gone, all taken back as one."""

import pytest

from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services import history, lists, negotiating, outreach, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.lists import LISTS
from salesdesk.store.seeds import KIND_MEANINGS, OUTCOME_MEANINGS
from tests.services.office import deal, lead, outcome, stage, steps
from tests.store.test_operation import live_rows

OUTCOME, KIND, STATUS, STAGE, REASON, SOURCE = (
    LISTS[noun] for noun in ("outcome", "kind", "status", "stage", "reason", "source")
)


def names(desk: Desk, noun: str, of: str = "") -> list[str]:
    """What stands in a list, in order."""
    spec = LISTS[noun]
    key = lists.parent_named(desk, spec, of) if of else None
    return [entry.name for entry in lists.entries(desk.connection, spec, key)]


def call(desk: Desk) -> object:
    """What outcomes of calls belong to."""
    return lists.parent_named(desk, OUTCOME, "call")


def test_what_is_seeded_means_what_is_known(desk: Desk) -> None:
    assert {e.meaning for e in lists.entries(desk.connection, KIND)} == set(KIND_MEANINGS)
    assert {e.meaning for e in lists.entries(desk.connection, OUTCOME)} == set(OUTCOME_MEANINGS)
    for entry in lists.entries(desk.connection, OUTCOME):
        outreach.read_default(desk, str(entry.values["next"]))


def test_an_outcome_is_added_and_can_be_logged(desk: Desk) -> None:
    fields = {"letter": "g", "meaning": "attempt", "next": "mail +1d 9:00"}
    assert lists.add(desk, OUTCOME, call(desk), "Gatekeeper", fields) == "Outcome Gatekeeper added"
    anna = lead(desk, "Anna Lindqvist at Acme")
    outreach.log(desk, anna, outcome(desk, "g"))
    assert steps(desk, anna) == [("Mail", "2026-11-24", "")]
    assert outreach.attempts(desk, anna) == 1


def test_a_letter_is_found_when_none_is_given(desk: Desk) -> None:
    lists.add(desk, OUTCOME, call(desk), "Tbvn", {})
    assert lists.find(desk.connection, OUTCOME, call(desk), "Tbvn").values["letter"] == "a"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("", {}),
        ("talked", {}),
        ("New", {"letter": "t"}),
        ("New", {"letter": "é"}),
        ("New", {"letter": "ab"}),
        ("New", {"meaning": "fine"}),
        ("New", {"next": "juggle +2d"}),
        ("New", {"next": "call sometime"}),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changed(desk: Desk, name: str, fields: dict[str, str]) -> None:
    before = live_rows(desk.connection)
    with pytest.raises(InvalidError):
        lists.add(desk, OUTCOME, call(desk), name, fields)
    assert live_rows(desk.connection) == before


def test_an_entry_changes_its_name_its_fields_and_its_place(desk: Desk) -> None:
    before = live_rows(desk.connection)
    lists.change(
        desk, OUTCOME, call(desk), "voice", {"next": "call +1d 9:00", "letter": "a"}, called="Mailbox", place=1
    )
    assert names(desk, "outcome", "call")[:3] == ["Mailbox", "Talked", "No answer"]
    history.undo(desk)
    assert live_rows(desk.connection) == before
    with pytest.raises(InvalidError, match="taken by Talked"):
        lists.change(desk, OUTCOME, call(desk), "voice", {"letter": "t"})
    with pytest.raises(InvalidError, match="nothing to change"):
        lists.change(desk, OUTCOME, call(desk), "voice", {})
    # Its own letter is no clash.
    lists.change(desk, OUTCOME, call(desk), "voice", {"letter": "v"}, place=2)


def test_the_records_of_an_outcome_go_where_one_says(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    outreach.log(desk, anna, outcome(desk, "busy"))
    before = live_rows(desk.connection)
    with pytest.raises(InvalidError, match="1 record, which have to go") as refused:
        lists.remove(desk, OUTCOME, call(desk), "Busy")
    assert "No answer" in refused.value.hint
    with pytest.raises(InvalidError, match="itself"):
        lists.remove(desk, OUTCOME, call(desk), "Busy", "busy")
    assert lists.remove(desk, OUTCOME, call(desk), "Busy", "No answer") == "Outcome Busy deleted, 1 record to No answer"
    name = "SELECT o.name FROM activity a JOIN outcome o ON o.id = a.outcome_id WHERE a.done_on IS NOT NULL"
    assert desk.connection.value(name) == "No answer"
    assert "Busy" not in names(desk, "outcome", "call")
    history.undo(desk)
    assert live_rows(desk.connection) == before
    # One that has none needs no other.
    assert lists.remove(desk, OUTCOME, call(desk), "Wrong number") == "Outcome Wrong number deleted"


def test_a_new_kind_can_be_logged_and_planned_at_once(desk: Desk) -> None:
    lists.add(desk, KIND, None, "Lunch", {"letter": "l", "meaning": "meeting"})
    assert names(desk, "outcome", "lunch") == names(desk, "outcome", "meeting")
    anna = lead(desk, "Anna Lindqvist at Acme")
    prospecting.save(desk, prospecting.propose(desk, "lunch Anna fri"))
    assert steps(desk, anna) == [("Lunch", "2026-11-27", "")]
    outreach.log(desk, anna, outcome(desk, "held", "lunch"))
    lists.change(desk, OUTCOME, call(desk), "Talked", {"next": "lunch +3d"})
    lists.change(desk, KIND, None, "lunch", {}, called="Dinner")
    assert lists.find(desk.connection, OUTCOME, call(desk), "Talked").values["next"] == "dinner +3d"
    before = live_rows(desk.connection)
    lists.remove(desk, KIND, None, "Dinner", "Meeting")
    row = desk.connection.one(
        "SELECT k.name, o.name, o.kind_id = k.id FROM activity a JOIN activity_kind k ON k.id = a.kind_id"
        " JOIN outcome o ON o.id = a.outcome_id WHERE a.done_on IS NOT NULL"
    )
    assert row is not None and (row[0], row[1], bool(row[2])) == ("Meeting", "Held", True)
    assert lists.find(desk.connection, OUTCOME, call(desk), "Talked").values["next"] == "meeting +3d"
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_a_kind_goes_only_where_its_outcomes_can(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    outreach.log(desk, anna, outcome(desk, "no-show", "demo"))
    before = live_rows(desk.connection)
    with pytest.raises(InvalidError, match="No outcome of Walk-in is like No-show"):
        lists.remove(desk, KIND, None, "Demo", "Walk-in")
    with pytest.raises(InvalidError, match="have to go somewhere"):
        lists.remove(desk, KIND, None, "Demo")
    assert live_rows(desk.connection) == before


@pytest.mark.parametrize(
    ("noun", "of", "name"),
    [
        ("kind", "", "Call"),
        ("kind", "", "Note"),
        ("status", "", "Qualified"),
        ("stage", "sales", "Won"),
        ("outcome", "note", "Noted"),
    ],
)
def test_what_the_program_needs_stays(desk: Desk, noun: str, of: str, name: str) -> None:
    spec = LISTS[noun]
    with pytest.raises(InvalidError, match="is needed"):
        lists.remove(desk, spec, lists.parent_named(desk, spec, of), name)


def test_a_stage_stands_among_its_like_and_gives_its_deals_to_one_that_means_the_same(desk: Desk) -> None:
    sales = lists.parent_named(desk, STAGE, "sales")
    lists.add(desk, STAGE, sales, "Legal review", {"meaning": "open", "probability": "90"})
    assert names(desk, "stage", "sales")[-3:] == ["Legal review", "Won", "Lost"]
    platform = deal(desk, "Platform")
    negotiating.move(desk, platform, negotiating.stage_named(desk, "Legal review"))
    with pytest.raises(InvalidError, match="means won"):
        lists.remove(desk, STAGE, sales, "Legal", "Won")
    with pytest.raises(InvalidError, match="stays"):
        lists.change(desk, STAGE, sales, "Legal", {"meaning": "won"})
    lists.remove(desk, STAGE, sales, "Legal", "Negotiation")
    assert stage(desk, platform) == "Negotiation"
    for field, text in (("probability", "101"), ("rotting", "soon")):
        with pytest.raises(InvalidError):
            lists.change(desk, STAGE, sales, "New", {field: text})
    lists.change(desk, STAGE, sales, "New", {"rotting": "none", "probability": "15"})


def test_reasons_sources_and_statuses_are_lists_too(desk: Desk) -> None:
    lists.add(desk, REASON, lists.parent_named(desk, REASON, "deal"), "No stock", {})
    lists.add(desk, SOURCE, None, "Trade fair", {"direction": "outbound"})
    lists.add(desk, STATUS, None, "On hold", {"meaning": "open"})
    assert names(desk, "reason", "deal")[-1] == "No stock"
    assert "No stock" not in names(desk, "reason", "lead")
    assert names(desk, "status") == ["New", "Working", "Nurture", "On hold", "Qualified", "Disqualified"]
    anna = lead(desk, "Anna Lindqvist at Acme from Website")
    lists.remove(desk, SOURCE, None, "Website", "Trade")
    source = "SELECT s.name FROM lead l JOIN source s ON s.id = l.source_id WHERE l.id = ?"
    assert desk.connection.value(source, (anna.id,)) == "Trade fair"
    with pytest.raises(InvalidError):
        lists.parent_named(desk, REASON, "account")


def test_what_is_not_there_or_not_plain_is_said(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="No outcome is called"):
        lists.find(desk.connection, OUTCOME, call(desk), "nonsense")
    with pytest.raises(AmbiguousError):
        lists.find(desk.connection, OUTCOME, call(desk), "no")
