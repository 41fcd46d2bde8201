"""The bars: what they show at each width, and that a click runs what is under it."""

import pytest
from textual.pilot import Pilot

from salesdesk.keymap import Keymap
from salesdesk.widgets.empty import empty_lines
from salesdesk.widgets.key_footer import KeyFooter
from salesdesk.widgets.line import RunAction
from salesdesk.widgets.side_pane import PaneRow, Section, pane_lines
from salesdesk.widgets.status_line import status_line
from salesdesk.widgets.text import Line, Piece, measure
from salesdesk.widgets.toast import MessageLog, Note, Toasts, toast_line, toast_width
from salesdesk.widgets.top_bar import Tab, TopBar, TopBarState, top_line
from salesdesk.widgets.view_line import View, view_line
from tests.widgets.stage import act, text_of

TABS = (Tab("today", "1", "Today", 7), Tab("leads", "2", "Leads", 128), Tab("deals", "3", "Deals", 23))
STATE = TopBarState((*TABS, Tab("kpis", "6", "KPIs")), "leads", "maya", "Mon 23 Nov 09:12")


def told(line: Line) -> str:
    """The text of a line."""
    return "".join(piece.text for piece in line)


def test_the_top_bar_at_120() -> None:
    assert told(top_line(STATE, 118)).split("   ")[0] == "◆ salesdesk"
    assert told(top_line(STATE, 118)).endswith("● maya  Mon 23 Nov 09:12")
    assert " 2 Leads 128 " in told(top_line(STATE, 118))


@pytest.mark.parametrize("cells", [30, 40, 50, 60, 70, 78, 118, 200])
def test_the_top_bar_is_never_clipped(cells: int) -> None:
    line = top_line(STATE, cells)
    assert measure(line) == cells
    assert "…" not in told(line)
    assert all(f" {tab.digit}" in told(line) for tab in STATE.tabs)


def test_the_top_bar_marks_a_demo() -> None:
    demo = TopBarState(STATE.tabs, "leads", "maya", "Mon 23 Nov 09:12", demo=True)
    assert "DEMO" in told(top_line(demo, 78))


def test_clicks_in_bars() -> None:
    async def tab(pilot: Pilot[None]) -> None:
        await pilot.click(TopBar, offset=(told(top_line(STATE, 80)).index("Deals"), 0))

    got = act(lambda: TopBar(STATE), tab)
    assert [message.tab for message in got if isinstance(message, TopBar.Picked)] == ["deals"]

    hints = Keymap().footer("leads")

    async def key(pilot: Pilot[None]) -> None:
        await pilot.click(KeyFooter, offset=(text_of(pilot)[0].index("log"), 0))

    got = act(lambda: KeyFooter(hints, Keymap().hint("app.keys")), key)
    assert [message.action for message in got if isinstance(message, RunAction)] == ["record.log"]


def test_the_status_line_leaves_out_whole_parts() -> None:
    hints = Keymap().marked()
    assert told(status_line("3 selected", [], hints, 78)).startswith("▌ 3 selected   o owner  s stage  d due  # tag")
    short = told(status_line("Priya", ["+44 20 7946 0102", "a very long next step that has no room"], [], 30))
    assert short.strip() == "▌ Priya   +44 20 7946 0102"
    assert told(status_line("", [], [], 10)) == " " * 10


def test_the_view_line_keeps_the_active_view() -> None:
    views = [View(str(n), f"View number {n}", n) for n in range(9)]
    line = told(view_line(views, "8", 60))
    assert "View number 8 8" in line
    assert "+6" in line
    assert "Mine*" in told(view_line([View("m", "Mine", 3, changed=True)], "m", 40))


def test_notes_are_two_at_most_and_errors_stay() -> None:
    toasts = Toasts()

    async def steps(pilot: Pilot[None]) -> None:
        toasts.add(Note("[bold]broken", "error"))
        toasts.add(Note("one"))
        toasts.add(Note("two", key="u", label="undo", action="history.undo"))
        assert [note.text for note in toasts.notes] == ["[bold]broken", "two"]
        assert told(toasts.lines(30)[0]).startswith("▌ ▲ [bold]broken")
        assert toasts.dismiss()
        assert not toasts.dismiss()

    act(lambda: toasts, steps)


def test_a_note_keeps_its_key() -> None:
    note = Note("Owner of 15 leads set to Omar", key="u", label="undo")
    assert told(toast_line(note, 24)) == "▌ Owner of 1…    u undo "
    assert toast_width(note) == measure(toast_line(note, toast_width(note)))
    log = MessageLog(limit=2)
    for text in "abc":
        log.add(Note(text))
    assert [kept.text for kept in log.notes] == ["b", "c"]


def test_the_side_pane_and_the_empty_state() -> None:
    lines = pane_lines("Priya Raman", "VP", [Section("SCORE", "86", [PaneRow("+44", Piece("y copy"))])], 30)
    assert [told(line) for line in lines][3:] == ["SCORE" + " " * 23 + "86", "+44" + " " * 21 + "y copy"]
    said = empty_lines("0 of 128 match.", [Keymap().hint("filter.edit")], 40)
    assert [told(line).strip() for line in said] == ["", "0 of 128 match.", "", "/ filter"]
