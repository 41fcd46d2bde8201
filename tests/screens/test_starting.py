"""Starting the screens: what the first picture waits for, and what is typed before there is anything to type into."""

import gc
import subprocess
import sys

import pytest

from salesdesk.app import DeskApp
from salesdesk.services.desk import Desk
from tests.screens.sight import opened

HEAVY = {"sqlmodel", "sqlalchemy", "alembic", "pydantic", "psycopg", "parsy", "typer", "chardet", "phonenumbers"}
# All of the program that may be imported before the first picture, by what its name begins with.
NEEDED = (
    "salesdesk.actions.action",
    "salesdesk.actions.calls",
    "salesdesk.actions.deals",
    "salesdesk.actions.everywhere",
    "salesdesk.actions.importing",
    "salesdesk.actions.numbers",
    "salesdesk.actions.outreach",
    "salesdesk.actions.records",
    "salesdesk.actions.review",
    "salesdesk.actions.table",
    "salesdesk.actions.tabs",
    "salesdesk.actions.words",
    "salesdesk.domain.patterns",
    "salesdesk.domain.text",
    "salesdesk.screens.chrome",
    "salesdesk.screens.opening",
    "salesdesk.services.desk",
    "salesdesk.services.setup",
    "salesdesk.store.connection",
    "salesdesk.store.dialect",
    "salesdesk.store.held",
    "salesdesk.store.version",
    "salesdesk.store.workspace",
    "salesdesk.widgets.bars",
    "salesdesk.widgets.key_footer",
    "salesdesk.widgets.line",
    "salesdesk.widgets.steady",
    "salesdesk.widgets.text",
    "salesdesk.widgets.toast",
    "salesdesk.widgets.top_bar",
    "salesdesk.widgets.whole_lines",
)
_PROBE = """
import os, sys

class Probe:
    def find_spec(self, name, path, target=None):
        if name == "salesdesk.screens.today":
            os.write(1, " ".join(sys.modules).encode())
            os._exit(0)

sys.meta_path.insert(0, Probe())
from salesdesk.app import DeskApp
from salesdesk.services.setup import open_desk

DeskApp(open_desk(sys.argv[1])).run(headless=True)
"""


def test_the_first_picture_waits_for_next_to_nothing(file_desk: Desk) -> None:
    words = [sys.executable, "-c", _PROBE, str(file_desk.workspace.path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert {"salesdesk.screens.opening", "textual.drivers.headless_driver"} <= loaded
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    inner = {name for name in loaded if name.count(".") > 1 and name.startswith("salesdesk.")}
    assert not inner - set(NEEDED)


_ASIDE = """
import os, sys, threading

class Probe:
    def find_spec(self, name, path, target=None):
        if name == sys.argv[2]:
            os.write(1, b"main" if threading.current_thread() is threading.main_thread() else b"aside")
            os._exit(0)

sys.meta_path.insert(0, Probe())
from salesdesk.app import DeskApp
from salesdesk.services.setup import open_desk

DeskApp(open_desk(sys.argv[1])).run(headless=True)
"""


@pytest.mark.parametrize("module", ["salesdesk.services.cadences.running", "salesdesk.screens.calling", "sqlmodel"])
def test_what_stands_behind_the_screens_is_imported_beside_them(file_desk: Desk, module: str) -> None:
    words = [sys.executable, "-c", _ASIDE, str(file_desk.workspace.path), module]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "aside"


async def test_the_counts_of_the_tabs_may_be_asked_for_while_the_program_ends(file_desk: Desk) -> None:
    app = DeskApp(file_desk)
    async with app.run_test() as pilot:
        await pilot.pause()
    # Screens are closed before timers: this is what one of them does then.
    app.count_top()


@pytest.mark.parametrize("tab", ["today", "leads", "deals", "calls", "goals", "kpis", "team"])
async def test_a_change_while_a_tab_is_being_made_waits_for_it(file_desk: Desk, tab: str) -> None:
    app = DeskApp(file_desk)
    async with app.run_test() as pilot:
        await pilot.pause(0.2)
        made = app.switch_mode(tab)
        app.changed()
        await made
        await pilot.pause(0.3)
        app.changed()
        await pilot.pause(0.2)


async def test_work_that_ends_before_its_turn_leaves_nothing_behind(file_desk: Desk) -> None:
    """A timer fires while the program closes: a coroutine made for it would be one nobody awaits, and pytest says so."""
    async with opened(file_desk, "today") as pilot:
        app = pilot.app
        assert isinstance(app, DeskApp)
        app.count_top()
        app.ruler.follow()
        app.changed()
        app.workers.cancel_all()
    gc.collect()
