"""The look of each main screen, at both sizes: pictures of the demo, compared with the ones kept."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk.app import DeskApp
from salesdesk.services.demo import build_demo
from salesdesk.services.desk import Desk
from salesdesk.services.setup import open_desk
from tests.screens.sight import press, settle, type_text

Compare = Callable[..., bool]
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built once."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESDESK_NOW", "2026-11-23T08:12:00Z")
        desk = build_demo(str(path))
        desk.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.workspace.close()
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk of Maya's on a copy of it; its cadences stand still, however long a picture takes."""
    monkeypatch.setattr("salesdesk.pacer._FIRST_SECONDS", 3600.0)
    copy = tmp_path / "demo.db"
    shutil.copy(demo_file, copy)
    desk = open_desk(str(copy), source="tui", as_member="Maya")
    yield desk
    desk.workspace.close()


async def calm(pilot: Pilot[Any]) -> None:
    """Everything is read and painted."""
    await settle(pilot)
    await pilot.pause(0.3)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tab", ["today", "leads", "deals", "goals", "kpis", "team"])
def test_a_tab_looks_as_it_did(demo: Desk, snap_compare: Compare, tab: str, size: str) -> None:
    app = DeskApp(demo, start=tab, demo=True)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=calm)


@pytest.mark.parametrize("size", SIZES)
def test_the_quotas_look_as_they_did(demo: Desk, snap_compare: Compare, size: str) -> None:
    async def quotas(pilot: Pilot[Any]) -> None:
        await calm(pilot)
        await press(pilot, "T", "T", "T")
        await calm(pilot)

    app = DeskApp(demo, start="goals", demo=True)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=quotas)


def test_a_quota_that_cannot_be_looks_as_it_did(demo: Desk, snap_compare: Compare) -> None:
    """One field is right, one takes days that are given, one is nothing: each says so below itself."""

    async def typed(pilot: Pilot[Any]) -> None:
        await calm(pilot)
        await press(pilot, "T", "T", "T", "a")
        await type_text(pilot, "omar")
        await press(pilot, "tab", "home", "ctrl+k")
        await type_text(pilot, "2026-11-01..2027-01-15")
        await press(pilot, "tab")
        await type_text(pilot, "0")
        await press(pilot, "enter")
        await calm(pilot)

    app = DeskApp(demo, start="goals", demo=True)
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=typed)


def test_the_light_theme_looks_as_it_did(demo: Desk, snap_compare: Compare) -> None:
    app = DeskApp(demo, start="leads", config={"ui": {"theme": "paper"}})
    assert snap_compare(app, terminal_size=SIZES["120x36"], run_before=calm)


def test_an_empty_desk_looks_as_it_did(file_desk: Desk, snap_compare: Compare) -> None:
    app = DeskApp(file_desk, start="today")
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=calm)
