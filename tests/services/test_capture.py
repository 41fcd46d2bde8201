"""The capture line: what it proposes, and what saving it makes."""

import pytest

from salesdesk.errors import InvalidError
from salesdesk.services import editing, history, prospecting
from salesdesk.services.desk import Desk
from tests.services.office import capture, cell, colleague, deal, lead, status, steps
from tests.store.test_operation import live_rows

SIGNATURE = "Anna Lindqvist\nVP Sales\nAcme Nordic AB\n+46 70 123 45 67\nanna@acme.example"


def labels(proposal: prospecting.Proposal) -> dict[str, str]:
    """The rows shown before enter."""
    return {label: text for label, text, _ in proposal.rows}


def test_a_line_becomes_a_lead_with_its_step_tag_and_value(desk: Desk) -> None:
    line = "call Anna Lindqvist, Acme Nordic tomorrow 9am 30m #pricing 12k from Website"
    shown = labels(prospecting.propose(desk, line))
    assert shown["Lead"] == "Anna Lindqvist, Acme Nordic"
    assert shown["Next"] == "Call Tue 09:00"
    ref = lead(desk, line)
    row = desk.connection.one(
        "SELECT l.given_name, l.family_name, l.company, l.value_minor, l.currency, l.tags, l.arrived_on, s.name,"
        " l.owner_id FROM lead l JOIN source s ON s.id = l.source_id WHERE l.id = ?",
        (ref.id,),
    )
    assert row == (
        "Anna", "Lindqvist", "Acme Nordic", 1_200_000, "EUR", " pricing ", "2026-11-23", "Website", desk.actor,
    )  # fmt: skip
    assert steps(desk, ref) == [("Call", "2026-11-24", "")]
    # 09:00 in Budapest.
    assert cell(desk, ref, "next_at") == "2026-11-24T08:00:00Z"
    assert desk.connection.value("SELECT duration_minutes FROM activity WHERE lead_id = ?", (ref.id,)) == 30


def test_a_mail_signature_is_one_person(desk: Desk) -> None:
    ref = lead(desk, SIGNATURE)
    row = desk.connection.one("SELECT name, title, company, phone, email FROM lead WHERE id = ?", (ref.id,))
    assert row == ("Anna Lindqvist", "VP Sales", "Acme Nordic AB", "+46 70 123 45 67", "anna@acme.example")
    assert desk.connection.value("SELECT count(*) FROM lead") == 1


@pytest.mark.parametrize(
    "line",
    ["call Anna fri about the contract", "Lindqvist Anna: call fri about the contract", "anna@acme.example call fri"],
)
def test_a_known_person_is_met_and_gets_the_step(desk: Desk, line: str) -> None:
    anna = lead(desk, SIGNATURE)
    met = capture(desk, line)
    assert met is not None and met.id == anna.id
    assert [day for _, day, _ in steps(desk, anna)] == ["2026-11-27"]
    assert desk.connection.value("SELECT count(*) FROM lead") == 1


def test_what_is_shown_for_a_known_person_is_saved_with_the_step(desk: Desk) -> None:
    anna = lead(desk, SIGNATURE)
    capture(desk, "call Anna tomorrow 12k #pricing")
    assert (cell(desk, anna, "value_minor"), cell(desk, anna, "tags")) == (1_200_000, " pricing ")
    assert steps(desk, anna) == [("Call", "2026-11-24", "")]
    history.undo(desk)
    assert (cell(desk, anna, "value_minor"), cell(desk, anna, "tags")) == (None, "")


def test_a_note_about_somebody_known_stands_on_their_timeline(desk: Desk) -> None:
    anna = lead(desk, SIGNATURE)
    assert capture(desk, "anna@acme.example wants the price list") == anna
    row = desk.connection.one("SELECT subject, note, done_on, due_on FROM activity WHERE lead_id = ?", (anna.id,))
    assert row == ("wants the price list", "wants the price list", "2026-11-23", None)


def test_somebody_of_that_name_is_shown_and_a_new_lead_can_still_be_made(desk: Desk) -> None:
    anna = lead(desk, SIGNATURE)
    alike = prospecting.propose(desk, "Lindqvist Anna, Other Kft")
    assert (alike.target, [ref.id for ref in alike.alike]) == (None, [anna.id])
    assert "L-" in labels(alike)["Looks like"]
    again = capture(desk, "call Anna tomorrow", as_new=True)
    assert again is not None and again.id != anna.id
    assert steps(desk, anna) == []


def test_every_known_person_that_fits_can_be_chosen(desk: Desk) -> None:
    first, second = lead(desk, "Anna Berg, Acme"), lead(desk, "Anna Carlsson, Orchid")
    proposal = prospecting.propose(desk, "call Anna tomorrow")
    assert {ref.id for ref in proposal.candidates} == {first.id, second.id}
    chosen = prospecting.propose(desk, "call Anna tomorrow", candidate=1)
    assert chosen.target == proposal.candidates[1]
    met, _ = prospecting.save(desk, chosen)
    assert met == proposal.candidates[1]
    # One more than there are is a new lead.
    assert prospecting.propose(desk, "call Anna tomorrow", candidate=2).creates == "lead"


def test_a_deal_is_known_by_its_name(desk: Desk) -> None:
    platform = deal(desk, "Orchid platform")
    assert capture(desk, "send Orchid platform thu the draft") == platform
    assert steps(desk, platform) == [("Mail", "2026-11-26", "the draft")]


def test_a_walk_in_has_happened_and_its_next_step_is_planned(desk: Desk) -> None:
    kati = lead(desk, "walk-in Kati Nagy, Tisza Kft > call thu")
    done = desk.connection.rows(
        "SELECT k.name, a.done_on, a.direction FROM activity a JOIN activity_kind k ON k.id = a.kind_id"
        " WHERE a.lead_id = ? AND a.done_on IS NOT NULL",
        (kati.id,),
    )
    assert done == [("Walk-in", "2026-11-23", "in")]
    assert steps(desk, kati) == [("Call", "2026-11-26", "")]


def test_a_known_person_walking_in_has_happened_too(desk: Desk) -> None:
    kati = lead(desk, "Kati Nagy, Tisza Kft")
    assert capture(desk, "walk-in Kati Nagy > call thu") == kati
    assert cell(desk, kati, "touched_on") == "2026-11-23"
    assert steps(desk, kati) == [("Call", "2026-11-26", "")]
    assert status(desk, kati) == "Working"


def test_a_walk_in_is_lead_and_visit_in_one_line(desk: Desk) -> None:
    line = "add walk-in Anna, wants 20 chairs 15m !"
    shown = labels(prospecting.propose(desk, line))
    assert shown["Now"] == "Walk-in, talked"
    assert (shown["Source"], shown["Note"], shown["Then"]) == ("Walk-in", "wants 20 chairs", "Call Thu")
    anna = lead(desk, line)
    source = "SELECT s.name FROM lead l JOIN source s ON s.id = l.source_id WHERE l.id = ?"
    assert desk.connection.value(source, (anna.id,)) == "Walk-in"
    done = desk.connection.rows(
        "SELECT k.name, o.name, a.note, a.direction, a.done_at, a.duration_minutes FROM activity a"
        " JOIN activity_kind k ON k.id = a.kind_id JOIN outcome o ON o.id = a.outcome_id WHERE a.done_on IS NOT NULL"
    )
    assert done == [("Walk-in", "Talked", "wants 20 chairs", "in", "2026-11-23T08:12:00Z", 15)]
    assert steps(desk, anna) == [("Call", "2026-11-26", "")]
    assert desk.connection.value("SELECT priority FROM activity WHERE done_on IS NULL") == 2


def test_who_will_walk_in_is_planned(desk: Desk) -> None:
    anna = lead(desk, "walk-in Anna Kis thu 10:00, wants 20 chairs")
    assert steps(desk, anna) == [("Walk-in", "2026-11-26", "wants 20 chairs")]


def test_a_step_in_the_past_is_refused(desk: Desk) -> None:
    lead(desk, "Anna Lindqvist at Acme")
    for line in ("call Anna yesterday", "call Priya Raman yesterday", "call Anna fri > mail yesterday"):
        with pytest.raises(InvalidError, match="in the past"):
            capture(desk, line)
    assert desk.connection.value("SELECT count(*) FROM activity") == 0


def test_priority_promise_and_both_steps_of_a_line_are_kept(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    capture(desk, "send Anna the offer fri ! > call back mon")
    assert steps(desk, anna) == [("Mail", "2026-11-27", "the offer"), ("Call", "2026-11-30", "")]
    assert desk.connection.rows("SELECT priority FROM activity ORDER BY due_on") == [(2,), (0,)]
    capture(desk, "call Anna thu 10:00 promised")
    promised = "SELECT due_on FROM activity WHERE promised AND deleted_op IS NULL"
    assert desk.connection.rows(promised) == [("2026-11-26",)]


def test_somebody_known_is_told_more_about_and_nothing_is_overwritten(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist, Acme Nordic AB, anna@acme.example")
    capture(desk, "call Anna thu +46 70 123 45 67 from Website #hot 12k")
    assert cell(desk, anna, "phone") == "+46 70 123 45 67"
    assert (cell(desk, anna, "value_minor"), cell(desk, anna, "tags")) == (1_200_000, " hot ")
    # What differs stands with the words, for somebody to look at.
    capture(desk, "call Anna fri about ROI +46 70 999 99 99 from Referral")
    assert cell(desk, anna, "phone") == "+46 70 123 45 67"
    assert steps(desk, anna) == [("Call", "2026-11-27", "about ROI +46 70 999 99 99 from Referral")]


def test_only_facts_about_somebody_known_leave_no_empty_note(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist, Acme Nordic AB, anna@acme.example")
    assert capture(desk, "anna@acme.example +46 70 123 45 67 #hot") == anna
    assert cell(desk, anna, "phone") == "+46 70 123 45 67"
    assert desk.connection.value("SELECT count(*) FROM activity") == 0


def test_a_name_further_on_is_met_and_another_name_is_not(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    assert capture(desk, "send the offer to Anna Lindqvist fri") == anna
    assert steps(desk, anna) == [("Mail", "2026-11-27", "the offer")]
    assert capture(desk, "hívd fel Annát csütörtökön az árakról") == anna
    assert steps(desk, anna) == [("Call", "2026-11-26", "az árakról")]
    other = capture(desk, "walk-in Anna Kis, wants 20 chairs")
    assert other is not None and other.id != anna.id
    # Somebody met by their mail under another name: the name stays a word.
    editing.edit(desk, [anna], {"email": "anna@acme.example"})
    capture(desk, "call Bob Smith anna@acme.example fri")
    assert steps(desk, anna) == [("Call", "2026-11-27", "Bob Smith")]


def test_the_lines_of_a_paste_are_seen_and_read_as_lines(desk: Desk) -> None:
    ref = lead(desk, SIGNATURE.replace("\n", " ⏎ "))
    row = desk.connection.one("SELECT name, title, company, phone, email FROM lead WHERE id = ?", (ref.id,))
    assert row == ("Anna Lindqvist", "VP Sales", "Acme Nordic AB", "+46 70 123 45 67", "anna@acme.example")


def test_what_has_no_place_in_a_line_stays_a_word(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist, Acme 30m ! wants chairs")
    assert cell(desk, anna, "notes") == "wants chairs 30m !"


def test_what_is_not_understood_is_kept_as_a_note(desk: Desk) -> None:
    assert capture(desk, "buy milk") is None
    assert desk.connection.rows("SELECT subject, done_on FROM activity") == [("buy milk", "2026-11-23")]


@pytest.mark.parametrize("line", ["", "  ", "\x1b[2J\n"])
def test_nothing_typed_is_refused(desk: Desk, line: str) -> None:
    with pytest.raises(InvalidError, match="nothing to save"):
        prospecting.save(desk, prospecting.propose(desk, line))


def test_the_owner_named_in_the_line_owns_the_lead(desk: Desk) -> None:
    omar = colleague(desk)
    ref = lead(desk, "Priya Raman, Larkspur AI @omar")
    assert cell(desk, ref, "owner_id") == omar


def test_escape_sequences_typed_or_pasted_never_reach_the_store(desk: Desk) -> None:
    ref = lead(desk, "Priya \x1b]0;owned\x07Raman, \x1b[31mLarkspur\u202e AI")
    assert (ref.name, ref.detail) == ("Priya Raman", "Larkspur AI")


def test_a_capture_is_one_operation(desk: Desk) -> None:
    before = live_rows(desk.connection)
    lead(desk, "walk-in Kati Nagy, Tisza Kft > call thu from Trade fair")
    after = live_rows(desk.connection)
    history.undo(desk)
    assert live_rows(desk.connection) == before
    history.redo(desk)
    assert live_rows(desk.connection) == after
