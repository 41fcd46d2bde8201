"""The screens while another program writes."""

from salesdesk.services.desk import Desk
from tests.screens.sight import opened, press, settle, text_of
from tests.services.office import cell, lead
from tests.turns import written_by_another


async def test_what_was_typed_while_another_program_writes_is_saved_when_it_ends(file_desk: Desk) -> None:
    ref = lead(file_desk, "Anna Lindqvist at Acme")
    async with opened(file_desk, "leads") as pilot:
        with written_by_another(file_desk.workspace.place) as free:
            await press(pilot, "t", "v")
            await pilot.press("enter")
            await pilot.pause(2.5)
            assert "Another program is writing" in text_of(pilot)
            assert cell(file_desk, ref, "touched_on") is None
            free.set()
        await settle(pilot)
        assert cell(file_desk, ref, "touched_on") is not None
        assert "oicemail" in text_of(pilot)
