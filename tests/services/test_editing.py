"""Changing fields from typed text: what each kind of field takes, and that a refusal changes nothing."""

import pytest

from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services import editing, fields, history, prospecting, views
from salesdesk.services.desk import Desk
from tests.services.office import cell, colleague, deal, lead, same, status, steps
from tests.store.test_operation import live_rows


def test_fields_take_what_people_type(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme 5k")
    for field, text, column, kept in (
        ("name", "Kovács Anna", "family_name", "Kovács"),
        ("value", "12k usd", "value_minor", 1_200_000),
        ("value", "none", "value_minor", None),
        ("score", "80", "score", 80),
        ("created", "2 nov", "arrived_on", "2026-11-02"),
        ("tags", "#Hot, old news", "tags", " hot news old "),
        ("city", " Graz\x1b[31m ", "city", "Graz"),
        ("time_zone", "America/New_York", "time_zone", "America/New_York"),
        ("time_zone", "none", "time_zone", ""),
        ("notes", "one\ntwo", "notes", "one\ntwo"),
    ):
        editing.edit(desk, [anna], {field: text})
        assert cell(desk, anna, column) == kept, field


def test_what_is_shown_for_editing_is_read_back_the_same(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme 12k #hot from Website")
    editing.edit(desk, [anna], {"dnc": "yes", "score": "70", "time_zone": "Asia/Tokyo"})
    before = live_rows(desk.connection)
    for field in fields.editable(desk, same(desk, anna)):
        editing.edit(desk, [anna], {field.name: field.text})
    assert live_rows(desk.connection) == before


REFUSED = (
    ("score", "many"),
    ("value", "a lot"),
    ("created", "someday"),
    ("created", "2027-01-04"),
    ("status", "nonsense"),
    ("status", "qualified"),
    ("status", "disqualified"),
    ("dnc", "perhaps"),
    ("time_zone", "Mars/Olympus"),
    ("source", "w"),
    ("owner", "nobody"),
    ("colour", "red"),
)


def test_what_does_not_fit_is_refused_and_nothing_changes(desk: Desk) -> None:
    several = [lead(desk, f"Person{n} Smith at Acme") for n in range(2)]
    before, operations = live_rows(desk.connection), len(history.operations(desk))
    for field, text in REFUSED:
        with pytest.raises((InvalidError, NotFoundError)) as refused:
            editing.edit(desk, several, {"city": "Graz", field: text})
        assert text in str(refused.value) or field in str(refused.value)
    assert (live_rows(desk.connection), len(history.operations(desk))) == (before, operations)


def test_a_deal_or_company_keeps_a_name(desk: Desk) -> None:
    with pytest.raises(InvalidError, match="needs a name"):
        editing.edit(desk, [deal(desk, "Platform")], {"name": " "})


@pytest.mark.parametrize("how", ["give", "edit"])
def test_the_steps_follow_the_owner(desk: Desk, how: str) -> None:
    several = [lead(desk, f"call Person{n} Smith at Acme fri") for n in range(3)]
    omar = colleague(desk)
    before = live_rows(desk.connection)
    if how == "give":
        assert editing.give(desk, several, "omar") == "Owner of 3 leads set to Omar Farouk"
    else:
        editing.edit(desk, several, {"owner": "Omar Farouk", "city": "Graz"})
    assert desk.connection.rows("SELECT DISTINCT owner_id FROM activity") == [(omar,)]
    assert desk.connection.rows("SELECT DISTINCT owner_id FROM lead") == [(omar,)]
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_members_are_meant_by_any_unique_part(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    omar, lena = colleague(desk, "Omar Farouk"), colleague(desk, "Lena Farkas")
    for words, key in (("omar", omar), ("@lena", lena), ("FARKAS", lena), ("me", desk.actor)):
        editing.give(desk, [anna], words)
        assert cell(desk, anna, "owner_id") == key
    with pytest.raises(AmbiguousError):
        editing.give(desk, [anna], "far")


def test_tags_are_set_never_toggled(desk: Desk) -> None:
    first, second = lead(desk, "Anna Berg at Acme #hot"), lead(desk, "Bela Nagy at Tisza #cold")
    editing.tag(desk, [first, second], "#Hot -cold +q4")
    assert [cell(desk, ref, "tags") for ref in (first, second)] == [" hot q4 "] * 2
    editing.tag(desk, [first, second], "hot")
    assert cell(desk, first, "tags") == " hot q4 "
    editing.edit(desk, [first, second], {"tags": "-q4"})
    assert cell(desk, second, "tags") == " hot "
    with pytest.raises(InvalidError, match="Type a tag"):
        editing.tag(desk, [first], " ")


def test_deleting_takes_the_steps_along_and_undo_brings_both_back(desk: Desk) -> None:
    several = [lead(desk, f"call Person{n} Smith at Acme fri") for n in range(2)]
    before = live_rows(desk.connection)
    assert editing.delete(desk, several) == "2 leads deleted"
    assert desk.connection.value("SELECT count(*) FROM activity WHERE deleted_op IS NULL") == 0
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_fields_are_of_one_kind_of_record(desk: Desk) -> None:
    anna, platform = lead(desk, "Anna Berg at Acme"), deal(desk, "Platform")
    with pytest.raises(InvalidError, match="several kinds"):
        editing.edit(desk, [anna, platform], {"name": "Same"})
    assert editing.tag(desk, [anna, platform], "hot") == "2 records: +hot"
    assert (cell(desk, anna, "tags"), cell(desk, platform, "tags")) == (" hot ", " hot ")


def test_a_custom_field_is_one_key_of_many(desk: Desk) -> None:
    with desk.operation("A field") as unit:
        for key in ("priority", "region_code"):
            unit.insert("custom_field", {"entity": "lead", "key": key, "label": key.capitalize(), "kind": "text"})
    anna = lead(desk, "Anna Berg at Acme")
    editing.edit(desk, [anna], {"priority": "high", "region_code": "N"})
    editing.edit(desk, [anna], {"priority": ""})
    shown = {f.name: f.text for f in fields.editable(desk, anna)}
    assert (shown["priority"], shown["region_code"]) == ("", "N")


def test_a_status_of_an_open_kind_is_set_on_many(desk: Desk) -> None:
    several = [lead(desk, f"call Person{n} Smith at Acme fri") for n in range(2)]
    editing.set_status(desk, several, "nurt")
    assert [status(desk, ref) for ref in several] == ["Nurture"] * 2
    assert len(steps(desk, several[0])) == 1
    with pytest.raises(InvalidError, match="qualifying or disqualifying"):
        editing.set_status(desk, several, "Disqualified")
    assert prospecting.first_status(desk.connection, "closed").name == "Disqualified"


def test_a_competitor_is_a_field_and_one_the_team_made_before_stays_theirs(desk: Desk) -> None:
    ref = deal(desk, "Platform")
    assert editing.edit(desk, [ref], {"competitor": "Gridmoss"}) == "Competitor of Platform set to Gridmoss"
    assert (cell(desk, ref, "competitor"), views.count(desk, "deal", "competitor:gridmoss")) == ("Gridmoss", 1)
    with desk.operation("A field") as unit:
        unit.insert("custom_field", {"entity": "deal", "key": "competitor", "label": "Competes with", "kind": "text"})
    editing.edit(desk, [ref], {"competitor": "Kartotex"})
    assert cell(desk, ref, "competitor") == "Gridmoss"
    assert [f.text for f in fields.editable(desk, ref) if f.name == "competitor"] == ["Kartotex"]
    assert views.count(desk, "deal", "competitor:kartotex") == 1
