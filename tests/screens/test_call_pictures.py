"""The look of a call and of its wrap-up, compared with the pictures kept."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk.app import DeskApp
from salesdesk.services import editing
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from tests.screens.sight import press, settle

SAID = (
    "Salesforce and Excel, by hand each Friday",
    "*4 exports are wrong 1 in 5",
    '"nobody sees it until the invoice',
    "! we already have a tool",
    "** one number everyone trusts",
    "> Priya sends the export by fri",
)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("place", ["runner", "wrap-up"])
def test_a_call_looks_as_it_did(
    busy: Desk, snap_compare: Callable[..., bool], place: str, size: tuple[int, int]
) -> None:
    ref = find(busy, "Lead 00")
    facts = {"name": "Priya Raman", "company": "Larkspur AI", "title": "VP Revenue", "phone": "+44 20 7946 0102"}
    editing.edit(busy, [ref], {**facts, "email": "priya@larkspur.example", "value": "72000"})

    async def call(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        app: Any = pilot.app
        app.start_call(ref, script="Discovery")
        await settle(pilot)
        for number, line in enumerate(SAID):
            app.screen.line.value = line
            await press(pilot, "enter", *(["pagedown"] if number in {0, 2} else []))
        if place == "wrap-up":
            await press(pilot, "escape", "t")
        await pilot.pause(0.3)
        await settle(pilot)

    assert snap_compare(DeskApp(busy, start="leads"), terminal_size=size, run_before=call)
