"""Journeys in a real terminal: what a person does by keyboard, seen through tmux."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdesk.services import history, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from salesdesk.services.setup import open_desk
from tests.journeys.terminal import ROOT, Terminal
from tests.services.office import capture

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="a real terminal needs tmux, which is not here")


@pytest.fixture
def place(file_desk: Desk) -> str:
    """A closed workspace of Maya Kessler's."""
    path = str(file_desk.workspace.path)
    file_desk.workspace.close()
    return path


@pytest.fixture(params=[(80, 24), (120, 36)], ids=["80x24", "120x36"])
def terminal(request: pytest.FixtureRequest, place: str, tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(place, request.param, tmp_path / "screen.log")
    yield made
    made.close()


def value(place: str, sql: str) -> object:
    with sqlite3.connect(place) as connection:
        row = connection.execute(sql).fetchone()
    return row[0] if row else None


def test_a_morning_by_keyboard(terminal: Terminal, place: str) -> None:
    terminal.wait_for("Nothing planned")
    terminal.press("a")
    terminal.wait_for("esc close, draft kept")
    terminal.press("call Anna Lindqvist Acme Nordic today 9am #hot 12k")
    terminal.wait_for("Anna Lindqvist, Acme Nordic")
    terminal.press("Enter")
    terminal.wait_for("Lead Anna Lindqvist added")
    terminal.press("t", "v", "Enter")
    terminal.wait_for("Logged voicemail")
    terminal.press("2")
    terminal.wait_for("Acme Nordic")
    terminal.press("w")
    terminal.wait_for("New deal from")
    terminal.press("Enter")
    terminal.wait_for("Qualified into")
    terminal.press("3")
    terminal.wait_for("Acme Nordic")
    terminal.press("L")
    terminal.wait_for("moved to Qualified")
    terminal.press("u")
    terminal.wait_for("Took back")
    terminal.press("q")
    time.sleep(0.5)
    stage = "SELECT s.name FROM deal d JOIN stage s ON s.id = d.stage_id"
    assert value(place, stage) == "New"
    assert value(place, "SELECT count(*) FROM activity WHERE done_on IS NOT NULL AND deleted_op IS NULL") == 1


def test_what_is_typed_while_it_starts_is_not_lost(terminal: Terminal) -> None:
    terminal.run("send-keys", "2", "a")
    terminal.wait_for("esc close, draft kept")
    terminal.press("Escape")
    assert "NEXT STEP" in terminal.wait_for("No leads yet")


def test_what_was_said_to_be_saved_survives_kill_9(terminal: Terminal, place: str) -> None:
    terminal.wait_for("Nothing planned")
    for number in range(3):
        terminal.press("a")
        terminal.wait_for("esc close, draft kept")
        terminal.press(f"Person{number} Smith at Acme", "Enter")
        terminal.wait_for(f"Lead Person{number} Smith added")
    os.kill(terminal.pid(), signal.SIGKILL)
    assert value(place, "SELECT count(*) FROM lead WHERE deleted_op IS NULL") == 3
    assert value(place, "PRAGMA integrity_check") == "ok"


def test_no_byte_of_hostile_data_reaches_the_terminal(file_desk: Desk, tmp_path: Path) -> None:
    from salesdesk.store.unit import operation

    with operation(file_desk.workspace, "Hostile", actor=file_desk.actor) as unit:
        status = unit.connection.value("SELECT id FROM lead_status WHERE name = 'New'")
        name = "Evil\x1b]0;pwned\x07\x1b]52;c;cHduZWQ=\x07 [red]x[/] \u202eabc\x9b31m"
        unit.insert("lead", {"name": name, "company": name, "status_id": status, "owner_id": file_desk.actor})
    path = str(file_desk.workspace.path)
    file_desk.workspace.close()
    log = tmp_path / "hostile.log"
    made = Terminal(path, (120, 36), log)
    try:
        made.wait_for("Needs care")
        made.press("2")
        made.wait_for("Evil")
        made.press("Enter")
        made.wait_for("FACTS")
    finally:
        made.close()
    written = log.read_bytes()
    for bad in (b"pwned", b"\x1b]52;c;cHdu", "\u202e".encode(), b"\x9b31m"):
        assert bad not in written.replace(b"\xc2\x9b", b""), bad


NOTES = (
    "Salesforce and Excel, by hand", "ops team of 4", "{NPage}*4 exports are wrong 1 in 5",
    '"nobody sees it until the invoice', "tried a report, given up", "{NPage}about 52k a year", "board asks each month",
    "{NPage}** one number everyone trusts", "e: Fridays back for the team", "! it is too expensive", "#churn",
    "> Priya sends the export by fri",
)  # fmt: skip


def counted(path: str) -> tuple[str, str, str]:
    """What a manager sees of it from elsewhere: talks and those that moved on by rep, and the results of the calls."""

    def said(*words: str) -> list[dict[str, object]]:
        command = [sys.executable, "-m", "salesdesk", "--db", path, *words, "--json"]
        environment = {**os.environ, "SALESDESK_NOW": "2026-11-23T08:12:00Z", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        found: list[dict[str, object]] = json.loads(done.stdout)
        return found

    reps = said("script", "results", "--by", "rep")
    calls = said("call", "list")
    return (
        str(reps[0]["talks"]) if reps else "",
        str(reps[0]["moved_on"]) if reps else "",
        str(calls[0]["result"]) if calls else "",
    )


def test_a_whole_discovery_call_by_keyboard(file_desk: Desk, tmp_path: Path) -> None:
    path = str(file_desk.workspace.path)
    capture(file_desk, "Priya Raman at Larkspur AI +44 20 7946 0102 48k", as_new=True)
    prospecting.convert(file_desk, find(file_desk, "Priya"), prospecting.Conversion(name="Platform"))
    file_desk.workspace.close()
    terminal = Terminal(path, (80, 24), tmp_path / "call.log")
    try:
        terminal.press("3")
        terminal.wait_for("Larkspur AI")
        terminal.press("c")
        terminal.wait_for("goal: Find out what hurts")
        for line in NOTES:
            key, _, rest = line.rpartition("}")
            # As fast as a terminal can: each note is kept before the next key is handled.
            terminal.run("send-keys", *([key.strip("{")] if key else []), rest, "Enter")
        terminal.wait_for("churn")
        terminal.wait_for("4 of 16 asked")
        assert value(path, "SELECT count(*) FROM call_note") == 12
        terminal.press("half a l")
        time.sleep(2.6)
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.close()
        terminal = Terminal(path, (80, 24), tmp_path / "call.log")
        terminal.wait_for("A call was not ended")
        terminal.press("r")
        terminal.wait_for("half a l")
        terminal.press("C-u", "Escape")
        terminal.wait_for("Wrap up: Priya Raman")
        terminal.press("t")
        terminal.wait_for("a advance")
        terminal.press("Enter")
        terminal.wait_for("Call with Priya Raman: advance")
        terminal.press("Enter")
        terminal.wait_for("NEEDS 3")
        terminal.press("NPage")
        page = terminal.wait_for("> Priya sends the export")
        assert "Advance: Priya sends the export by Fri" in page
        for line in NOTES:
            # All that was said is in the timeline, broken into lines as it fits.
            said = line.rpartition("}")[2].lstrip('*4e:"!# >').split()
            assert all(word in page for word in said), line
        assert counted(path) == ("1", "1", "advance")
        terminal.press("u")
        terminal.wait_for("Took back: Call with Priya Raman: advance")
        time.sleep(0.5)
    finally:
        terminal.close()
    assert counted(path) == ("", "", "")
    assert value(path, "SELECT count(*) FROM call_run WHERE ended_at IS NOT NULL") == 0
    assert value(path, "SELECT count(*) FROM need WHERE deleted_op IS NULL") == 0
    assert value(path, "SELECT count(*) FROM call_note WHERE deleted_op IS NULL") == 12
    history.redo(open_desk(path, as_member="Maya"))
    row = "SELECT result || ': ' || advance_who || ', ' || advance_what || ', ' || advance_on FROM call_run"
    assert value(path, row) == "advance: Priya Raman, Priya sends the export, 2026-11-27"


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built once."""
    from salesdesk.services.demo import build_demo

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESDESK_NOW", "2026-11-23T08:12:00Z")
        build_demo(str(path)).workspace.close()
    return path


def test_the_weekly_review_of_the_demo_team_by_keyboard(demo_file: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "demo.db")
    shutil.copy(demo_file, path)
    log = tmp_path / "review.log"
    terminal = Terminal(path, (80, 24), log, "--as Ágnes review")
    try:
        terminal.wait_for("REVIEWS HELD 1")
        terminal.run("send-keys", "j", "j", "j", "j", "j")
        terminal.press("Enter")
        terminal.wait_for("LAST TIME, 16 NOV")
        terminal.press("]")
        terminal.wait_for("Fjordlys Energi")
        terminal.press("G")
        terminal.wait_for("10 Nov → 20 Nov, 2 pushes in all")
        terminal.press("]")
        terminal.wait_for("Acme Nordic   1 / 4")
        terminal.press("N")
        terminal.run("send-keys", "The board decides on Friday", "Enter")
        terminal.wait_for("1 of 4 deals looked at")
        terminal.press("T")
        terminal.wait_for("what, when, @who")
        terminal.run("send-keys", "@maya call fri 15:00 what the board said", "Enter")
        terminal.wait_for("Call: what the board said")
        terminal.press("]")
        terminal.wait_for("Hafenkai Logistik   2 / 4")
        terminal.press("e", "c", "C-u")
        terminal.run("send-keys", "2026-12-18", "Enter")
        terminal.wait_for("3 pushes in all")
        terminal.press("F", "p")
        terminal.wait_for("Pipeline   closes 18 Dec")
        # The terminal dies; the review goes on with the deal that was not looked at yet.
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.close()
        terminal = Terminal(path, (80, 24), log, "--as Ágnes review open maya")
        terminal.wait_for("Hafenkai Logistik   2 / 4")
        terminal.press("]")
        terminal.wait_for("3 / 4")
        terminal.press("]")
        terminal.wait_for("4 / 4")
        terminal.press("]")
        terminal.wait_for("Submit commit and best case")
        terminal.press("Enter", "C-u")
        terminal.run("send-keys", "280k 340k both renewals are in", "Enter")
        terminal.wait_for("Submitted commit €280,000")
        terminal.press("]")
        terminal.wait_for("36 of 93 (39 %) reached somebody")
        terminal.press("Enter")
        terminal.run("send-keys", "Ask for the budget in the first talk", "Enter")
        terminal.wait_for("Who looks after it, and when?")
        terminal.press("Enter")
        terminal.wait_for("Playbook: 2026-11-23 Maya Kessler")
        terminal.press("]")
        terminal.wait_for("MINUTES")
        terminal.press("X")
        terminal.wait_for("REVIEWS HELD 2")
        terminal.press("u")
        terminal.wait_for("goes on")
        terminal.press("U")
        terminal.wait_for("REVIEWS HELD 2")
        terminal.press("q")
        time.sleep(0.5)
    finally:
        terminal.close()
    kept = value(path, "SELECT notes FROM review WHERE state = 'closed' ORDER BY id DESC LIMIT 1")
    for line in (
        "- Larkspur AI: €60,000 → €72,000",
        "- Hafenkai Logistik (€40,000): 10 Nov 2026 → 18 Dec 2026, 3 pushes in all",
        "- The board decides on Friday",
        "- [ ] Maya Kessler: Call what the board said, 27 Nov 2026",
        "- **Submitted: commit €280,000, best case €340,000**: both renewals are in",
        "Ask for the budget in the first talk",
    ):
        assert line in str(kept), line
    assert value(path, "SELECT count(*) FROM activity WHERE review_id IS NOT NULL AND deleted_op IS NULL") == 3
