"""Tests of screens are coroutines; each runs in an event loop of its own."""

import asyncio
import datetime as dt
import inspect
from collections.abc import Iterator

import pytest

from salesdesk.domain.money import Money
from salesdesk.services import negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.negotiating import NewDeal
from tests.screens.sight import HOSTILE


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test to its end."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture
def busy(file_desk: Desk) -> Iterator[Desk]:
    """Twenty leads of Maya's, the first due today, one hostile; a colleague; three deals."""
    desk = file_desk
    with desk.operation("A team") as unit:
        unit.insert("member", {"name": "Omar Farouk"})
        status = unit.connection.value("SELECT id FROM lead_status WHERE name = 'New'")
        kind = unit.connection.value("SELECT id FROM activity_kind WHERE meaning = 'call'")
        for number in range(20):
            name = HOSTILE if number == 7 else f"Lead {number:02}"
            lead = unit.insert(
                "lead",
                {
                    "name": name,
                    "company": "Acme",
                    "status_id": status,
                    "owner_id": desk.actor,
                    "phone": "+36 1 000 0000",
                },
            )
            day = dt.date(2026, 11, 23) + dt.timedelta(days=number)
            step = {"lead_id": lead, "kind_id": kind, "owner_id": desk.actor, "due_on": day, "subject": "Intro"}
            unit.insert("activity", step)
    for name in ("Platform", "Seats", HOSTILE):
        negotiating.add(desk, NewDeal(name, Money(1_000_000, "EUR")))
    yield desk
