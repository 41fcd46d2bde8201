"""Verbs on the real app: one operation each, what was typed never lost, what cannot be done is said."""

import pytest

from salesdesk.app import DeskApp
from salesdesk.errors import InvalidError
from salesdesk.screens.typed import conversion
from salesdesk.services import editing, history, outreach, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from salesdesk.services.setup import open_desk
from salesdesk.services.steps import read_step
from tests.screens.sight import opened, press, settle, text_of, type_text
from tests.store.test_operation import live_rows


def count(desk: Desk, table: str, where: str = "1=1") -> int:
    """How many live rows of a table."""
    return int(desk.connection.value(f"SELECT count(*) FROM {table} WHERE deleted_op IS NULL AND {where}"))


async def test_undo_and_redo_are_one_key_each_and_say_what_they_did(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        before = live_rows(busy.connection)
        await press(pilot, "D")
        assert "Lead 00 deleted" in text_of(pilot)
        assert "19 of 19" in text_of(pilot)
        await press(pilot, "u")
        assert "Took back: Lead 00 deleted" in text_of(pilot)
        assert live_rows(busy.connection) == before
        await press(pilot, "U")
        assert count(busy, "lead") == 19
        await press(pilot, "ctrl+z")
        assert live_rows(busy.connection) == before


async def test_deals_of_the_table_move_as_one_and_come_back_with_one_key(busy: Desk) -> None:
    async with opened(busy, "deals") as pilot:
        await press(pilot, "b")
        before, operations = live_rows(busy.connection), len(history.operations(busy))
        await press(pilot, "asterisk", "s")
        await press(pilot, "p")
        assert "3 deals moved to Proposal" in text_of(pilot)
        assert len(history.operations(busy)) == operations + 1
        await press(pilot, "u")
        assert live_rows(busy.connection) == before
        await press(pilot, "asterisk", "x", "p")
        assert "3 deals lost: price" in text_of(pilot)
        await press(pilot, "u")
        assert live_rows(busy.connection) == before


async def test_a_lead_becomes_a_deal_though_its_company_has_a_comma(busy: Desk) -> None:
    editing.edit(busy, [find(busy, "Lead 00")], {"company": "Acme, Inc.", "value": "1234.50 eur"})
    async with opened(busy, "leads") as pilot:
        await press(pilot, "w")
        assert "New deal Acme, Inc., €1,234.50" in text_of(pilot)
        await press(pilot, "enter")
        made = busy.connection.one("SELECT name, value_minor, close_on FROM deal WHERE name LIKE 'Acme%'")
        assert made == ("Acme, Inc.", 123_450, "2026-12-23")


async def test_what_takes_one_record_or_one_kind_says_so_and_does_nothing(busy: Desk) -> None:
    outreach.plan(busy, [find(busy, "Platform", ("deal",))], read_step(busy, "call today 9:00"))
    async with opened(busy, "leads") as pilot:
        await press(pilot, "space", "space", "w")
        assert "one at a time" in text_of(pilot)
        await press(pilot, "1")
        before = live_rows(busy.connection)
        await press(pilot, "asterisk", "x")
        assert "one kind at a time" in text_of(pilot)
        assert live_rows(busy.connection) == before


async def test_a_task_promised_for_later_is_shown_and_kept_when_a_call_is_logged(busy: Desk) -> None:
    first = find(busy, "Lead 00")
    outreach.plan(busy, [first], read_step(busy, "todo tue 08:00 send the contract"))
    async with opened(busy, "leads") as pilot:
        await press(pilot, "t", "v")
        assert "task Tue 24 Nov 08:00 send the contract" in text_of(pilot)
        await press(pilot, "enter")
        assert count(busy, "activity", "done_on IS NOT NULL") == 1
        kept = busy.connection.one("SELECT next_at, next_text FROM lead WHERE id = ?", (first.id,))
        assert kept == ("2026-11-24T07:00:00Z", "send the contract")
        # Typed over, it is replaced.
        await press(pilot, "t", "v", "tab", "tab", "ctrl+u")
        await type_text(pilot, "demo fri")
        await press(pilot, "enter")
        assert busy.connection.value("SELECT next_on FROM lead WHERE id = ?", (first.id,)) == "2026-11-27"


async def test_the_spread_begins_with_the_best(busy: Desk) -> None:
    editing.edit(busy, [find(busy, "Lead 19")], {"score": "95"})
    async with opened(busy, "leads") as pilot:
        await press(pilot, "asterisk", "d")
        await type_text(pilot, "1/day")
        await press(pilot, "enter")
        assert busy.connection.value("SELECT next_on FROM lead WHERE name = 'Lead 19'") == "2026-11-23"
        assert busy.connection.value("SELECT next_on FROM lead WHERE name = 'Lead 00'") == "2026-11-24"


async def test_a_to_do_of_its_own_is_done_from_the_queue(busy: Desk) -> None:
    prospecting.save(busy, prospecting.propose(busy, "todo order headsets today 8:00"))
    async with opened(busy, "today") as pilot:
        await press(pilot, "t", "d", "enter")
        assert count(busy, "activity", "done_on = '2026-11-23' AND lead_id IS NULL") == 1
        await press(pilot, "u")
        for key, words in (("e", "one kind"), ("w", "one kind"), ("p", "no phone"), ("s", "one kind")):
            await press(pilot, "home", key)
            assert words in text_of(pilot), key


async def test_a_typed_line_is_there_again_after_esc_and_after_a_refusal(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "a")
        await type_text(pilot, "Anna Berg at Acme n: call yesterday")
        await press(pilot, "escape", "a")
        assert "Anna Berg at Acme" in text_of(pilot)
        await press(pilot, "enter")
        assert "in the past" in text_of(pilot)
        assert count(busy, "lead") == 20
        await press(pilot, "a")
        await press(pilot, *["backspace"] * 9)
        await type_text(pilot, "thu")
        await press(pilot, "enter")
        assert busy.connection.value("SELECT next_on FROM lead WHERE name = 'Anna Berg'") == "2026-11-26"
        await press(pilot, "a")
        assert "Anna Berg at Acme" not in text_of(pilot).split("Add", 1)[1]


async def test_a_note_typed_while_logging_is_there_again_for_that_record_alone(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "t", "tab")
        await type_text(pilot, "wants a demo")
        await press(pilot, "escape", "j", "t")
        assert "wants a demo" not in text_of(pilot)
        await press(pilot, "escape", "k", "t")
        assert "wants a demo" in text_of(pilot)
        await press(pilot, "v", "enter")
        assert busy.connection.value("SELECT note FROM activity WHERE done_on IS NOT NULL") == "wants a demo"
        await press(pilot, "g", "g", "t")
        assert "wants a demo" not in text_of(pilot)


async def test_tab_goes_through_everybody_a_line_may_be_about(busy: Desk) -> None:
    for line in ("Anna Berg, Acme", "Anna Carlsson, Orchid"):
        prospecting.save(busy, prospecting.propose(busy, line, as_new=True))
    async with opened(busy, "leads") as pilot:
        await press(pilot, "a")
        await type_text(pilot, "call Anna thu")

        def meant() -> str:
            row = next(line for line in text_of(pilot).splitlines() if "│    Lead " in line)
            return next(who for who in ("Berg", "Carlsson", "new") if who in row)

        shown = [meant()]
        while len(shown) < 3:
            await press(pilot, "tab")
            shown.append(meant())
        assert sorted(shown) == ["Berg", "Carlsson", "new"]
        while meant() != "Berg":
            await press(pilot, "tab")
        await press(pilot, "enter")
        assert busy.connection.value("SELECT next_on FROM lead WHERE name = 'Anna Berg'") == "2026-11-26"
        assert count(busy, "lead") == 22


async def test_a_record_another_process_deleted_is_said_and_its_page_closes(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "enter")
        assert "FACTS" in text_of(pilot)
        other = open_desk(str(busy.workspace.path), as_member="Maya")
        editing.delete(other, [find(other, "Lead 00")])
        # The key comes before the commit was noticed.
        await press(pilot, "t")
        other.workspace.close()
        await pilot.pause(0.8)
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 1
        assert "19 of 19" in text_of(pilot)
        assert isinstance(pilot.app, DeskApp) and any(
            "not there any more" in n.text for n in pilot.app.chrome.messages.notes
        )


async def test_a_value_that_does_not_fit_is_said_where_it_is_typed(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "e")
        letters = next(line for line in text_of(pilot).splitlines() if " Score" in line).split("Score")[0].split()[-1]
        await press(pilot, letters)
        await type_text(pilot, "many")
        await press(pilot, "enter")
        assert "'many' does not fit lead.score" in text_of(pilot)
        await press(pilot, "ctrl+u", "8", "0", "enter")
        assert busy.connection.value("SELECT score FROM lead WHERE name = 'Lead 00'") == 80


async def test_the_table_says_how_a_deal_is_moved_there(busy: Desk) -> None:
    async with opened(busy, "deals") as pilot:
        await press(pilot, "b", "L")
        assert "s chooses the stage" in text_of(pilot)


async def test_a_paste_into_the_list_changes_nothing(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        before = live_rows(busy.connection)
        for key in "DDuDxwDDDu":
            pilot.app.simulate_key(key)
        await settle(pilot)
        assert "taken for a paste" in text_of(pilot)
        changed = sum(len(rows ^ before[table]) for table, rows in live_rows(busy.connection).items())
        # The keys before it was seen to be a paste may have run; none after.
        assert changed <= 4


@pytest.mark.parametrize("tab", ["leads", "deals", "today", "kpis"])
async def test_every_verb_on_an_empty_screen_says_that_there_is_nothing(file_desk: Desk, tab: str) -> None:
    before = live_rows(file_desk.connection)
    keys = ("t", "n", "d", "s", "o", "number_sign", "w", "x", "e", "E", "p", "D", "H", "L", "J", "K", "u", "U")
    async with opened(file_desk, tab, (80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.03)
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 1
    assert live_rows(file_desk.connection) == before


async def test_a_note_that_begins_with_a_time_back_dates_the_touch(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "t", "t", "tab")
        await type_text(pilot, "at fri 15:00, she agreed")
        await press(pilot, "enter")
        row = busy.connection.one("SELECT note, done_on, done_at FROM activity WHERE done_on IS NOT NULL")
        assert row == ("she agreed", "2026-11-20", "2026-11-20T14:00:00Z")


def test_a_deal_in_one_line_has_its_parts_in_any_order(busy: Desk) -> None:
    for text in ("Acme, Inc., 12k eur, 30nov", "Acme, Inc., 2026-11-30, 12k", "Acme, Inc., -, 30nov"):
        made = conversion(busy, text)
        assert made.name == "Acme, Inc.", text
    made = conversion(busy, "Acme, 30nov, 12k usd")
    assert (made.name, str(made.close_on)) == ("Acme", "2026-11-30")
    assert made.value is not None and (made.value.minor, made.value.currency) == (1_200_000, "USD")
    assert str(conversion(busy, "Acme, -").close_on) == "2026-12-23"
    for bad in ("", ", 12k", "Acme, nonsense"):
        with pytest.raises(InvalidError):
            conversion(busy, bad)
