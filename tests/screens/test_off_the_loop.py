"""The event loop waits for no read of the store: what dialogs ask is asked in a thread, also as it is typed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from salesdesk.services.desk import Desk
from salesdesk.services.goals import setting
from tests.screens.sight import opened, press, settle, text_of, type_text


@contextmanager
def on_the_loop(desk: Desk) -> Iterator[list[str]]:
    """The statements of this thread's connection; the screens run in this thread."""
    said: list[str] = []
    raw = desk.connection.raw
    raw.set_trace_callback(said.append)
    try:
        yield said
    finally:
        raw.set_trace_callback(None)


# The keys that open it, what is typed into it, what it then says.
ASKED = {
    "next step": (("n", "ctrl+u"), "demo fri 10:00 about it", "Demo"),
    "owner": (("o",), "omar", "Omar Farouk"),
    "status": (("s",), "", "Working"),
    "field": (("e", "o"), "omar", "letter chooses"),
    "copy": (("y",), "", "+36 1 000 0000"),
    "qualify": (("w",), "", "New deal"),
    "lose": (("x",), "", "Disqualify, why?"),
}


@pytest.mark.parametrize("name", ASKED)
async def test_a_verb_of_a_record_asks_in_a_thread(busy: Desk, name: str) -> None:
    keys, typed, told = ASKED[name]
    async with opened(busy, "leads") as pilot:
        with on_the_loop(busy) as said:
            await press(pilot, *keys)
            if typed:
                await type_text(pilot, typed)
            await settle(pilot)
            assert told in text_of(pilot)
            await press(pilot, "escape")
        assert [sql for sql in said if not sql.startswith("PRAGMA data_version")] == []


async def test_a_task_of_a_goal_asks_in_a_thread_and_keys_typed_after_it_follow(busy: Desk) -> None:
    setting.set_goal(busy, "calls", "200", "week", "me")
    async with opened(busy, "goals") as pilot:
        with on_the_loop(busy) as said:
            await press(pilot, "t")
            await type_text(pilot, "lena: call ten old customers, fri")
            await press(pilot, "enter")
            assert "No member is called 'lena'" in text_of(pilot)
            await press(pilot, "home", "delete", "delete", "delete", "delete")
            await type_text(pilot, "omar")
            await settle(pilot)
            assert "Omar Farouk: call ten old customers" in text_of(pilot)
            read = [sql for sql in said if not sql.startswith("PRAGMA data_version")]
            # Nothing is left in the line for the next key.
            await pilot.press("enter", "u")
            await settle(pilot)
        assert read == []
    assert busy.connection.value("SELECT count(*) FROM activity WHERE goal_id IS NOT NULL AND deleted_op IS NULL") == 0
    assert busy.connection.value("SELECT count(*) FROM activity WHERE goal_id IS NOT NULL") == 1
