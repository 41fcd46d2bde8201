"""Members are told that they were mentioned and that a record is theirs now; never what they did themselves."""

import pytest

from salesdesk.errors import NotFoundError
from salesdesk.services import editing, history, notices, outreach
from salesdesk.services.desk import Desk
from salesdesk.services.setup import be
from tests.services.office import capture, cell, colleague, lead, outcome, steps


def told(desk: Desk) -> list[tuple[str, str, str, str]]:
    """Who was told what: name, kind, words, kind of record."""
    return [
        (name, kind, text, record)
        for name, kind, text, record in desk.connection.rows(
            "SELECT m.name, n.kind, n.text, n.record_kind FROM notice n JOIN member m ON m.id = n.member_id"
            " WHERE n.deleted_op IS NULL ORDER BY n.id"
        )
    ]


def test_who_is_named_in_a_note_is_told_once(desk: Desk) -> None:
    omar = colleague(desk)
    anna = lead(desk, "Anna Lindqvist at Acme")
    outreach.log(desk, anna, outcome(desk, "talked"), note="@omar and @Omar: she asks for (@omar.) @maya @me a@omar.hu")
    assert [(who, kind, record) for who, kind, _, record in told(desk)] == [("Omar Farouk", "mention", "lead")]
    row = desk.connection.one("SELECT member_id, record_id, activity_id IS NOT NULL, seen_at FROM notice")
    assert row is not None and (row[0], row[1], bool(row[2]), row[3]) == (omar, anna.id, True, None)
    history.undo(desk)
    assert told(desk) == []


def test_nobody_and_several_are_told_nothing(desk: Desk) -> None:
    for name in ("Omar Farouk", "Omar Haddad"):
        colleague(desk, name)
    outreach.log(desk, lead(desk, "Anna Lindqvist at Acme"), outcome(desk, "talked"), note="@omar @nobody @ @1")
    assert told(desk) == []
    assert [m.name for m in notices.mentions(desk, "@omar-farouk @Omar")] == []


def test_a_captured_note_tells_and_gives_nothing_away(desk: Desk) -> None:
    colleague(desk)
    anna = lead(desk, "Anna Lindqvist at Acme")
    assert capture(desk, "note Anna prefers mornings @omar") == anna
    assert cell(desk, anna, "owner_id") == desk.actor
    assert capture(desk, "note @omar the printer is broken") is None
    assert [(kind, record) for _, kind, _, record in told(desk)] == [("mention", "lead"), ("mention", "")]


def test_notes_of_a_record_tell_whom_they_name_anew(desk: Desk) -> None:
    colleague(desk)
    colleague(desk, "Lena Vogt")
    anna = lead(desk, "Anna Lindqvist at Acme")
    for notes in ("ask @omar", "ask @omar about ROI", "ask @omar and @lena"):
        editing.edit(desk, [anna], {"notes": notes})
    assert [who for who, _, _, _ in told(desk)] == ["Omar Farouk", "Lena Vogt"]


def test_a_record_given_away_is_announced_however_it_is_given(desk: Desk) -> None:
    omar = colleague(desk)
    refs = [lead(desk, f"Person{n} Smith at Acme") for n in range(3)]
    editing.give(desk, refs[:1], "omar")
    editing.edit(desk, refs[1:2], {"owner": "omar"})
    assert capture(desk, "call Person2 fri @omar") == refs[2]
    assert cell(desk, refs[2], "owner_id") == omar
    assert desk.connection.value("SELECT owner_id FROM activity WHERE lead_id = ?", (refs[2].id,)) == omar
    made = lead(desk, "Priya Raman, Larkspur AI @omar")
    assert told(desk) == [("Omar Farouk", "assigned", f"{ref.name}, {ref.detail}", "lead") for ref in (*refs, made)]
    # What is theirs already, or is taken back, is no news to them.
    editing.give(desk, refs, "omar")
    assert len(told(desk)) == 4
    be(desk, "omar")
    editing.give(desk, refs, "me")
    assert len(told(desk)) == 4


def test_of_a_big_hand_over_one_notice_tells_the_number(desk: Desk) -> None:
    colleague(desk)
    refs = [lead(desk, f"Person{n} Smith at Acme") for n in range(notices.MOST_SINGLE + 1)]
    editing.give(desk, refs, "omar")
    assert told(desk) == [("Omar Farouk", "assigned", "21 leads", "lead")]
    assert desk.connection.value("SELECT record_id FROM notice") is None


def test_an_owner_nobody_is_refuses_the_whole_line(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    for line in ("call Anna fri @nobody", "Priya Raman, Larkspur @nobody"):
        with pytest.raises(NotFoundError):
            capture(desk, line)
    assert steps(desk, anna) == []
    assert desk.connection.value("SELECT count(*) FROM lead") == 1
