"""The skeleton of a tab: its bars, its breakpoints, dialogs that open once, keys that are a paste."""

from textual.app import ComposeResult
from textual.events import Key
from textual.pilot import Pilot

from salesdesk.screens.base import Chrome, DeskScreen, screen_bindings
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.messages import MessagesDialog
from salesdesk.widgets.columns import Column
from salesdesk.widgets.options import Option
from salesdesk.widgets.paging import ListSource, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import SidePane
from salesdesk.widgets.top_bar import Tab, TopBarState
from tests.widgets.stage import act, text_of


class Leads(DeskScreen):
    """A tab with a list and a pane."""

    STACK = "leads"
    BINDINGS = screen_bindings("leads")

    def __init__(self) -> None:
        top = TopBarState((Tab("leads", "2", "Leads", 2),), "leads", "maya", "Mon 23 Nov 09:12")
        super().__init__(Chrome(top=top))
        self.list = RecordList([Column("name", "NAME", lambda value, cells: str(value), flex=1, lead=True)])
        self.done: list[str] = []

    def compose_body(self) -> ComposeResult:
        yield self.list
        yield SidePane()

    def on_mount(self) -> None:
        self.list.set_source(ListSource([Row(1, "Anna"), Row(2, "Ben")]))
        self.list.focus()

    def action_record_stage(self) -> None:
        """A letter menu."""
        self.open_dialog(ChooseDialog("Stage", [Option("won", "Won")]), self.chosen)

    def chosen(self, choice: Choice) -> None:
        """Tell it."""
        self.done.append(choice.id)
        self.say("Anna moved to Won", undo=True)

    def action_record_win(self) -> None:
        """A verb without a dialog."""
        self.done.append("win")


def test_the_skeleton_at_120_and_80() -> None:
    async def wide(pilot: Pilot[None]) -> None:
        rows = text_of(pilot)
        assert rows[0].startswith(" ◆ salesdesk")
        assert rows[3].startswith("  / ")
        assert "NAME" in rows[5]
        assert rows[35].rstrip().endswith("? keys")
        assert pilot.app.screen.has_class("-normal", "-tall")

    act(Leads, wide, (120, 36))

    async def small(pilot: Pilot[None]) -> None:
        rows = text_of(pilot)
        assert rows[1].startswith("  / ")
        assert "NAME" in rows[2]
        assert "Anna" in rows[3]
        assert not any("│" in row for row in rows)
        assert rows[23].rstrip().endswith("? keys")

    act(Leads, small, (80, 24))


def test_a_key_pressed_twice_opens_one_dialog() -> None:
    screen = Leads()

    async def steps(pilot: Pilot[None]) -> None:
        screen.action_record_stage()
        screen.action_record_stage()
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("w")
        await pilot.pause()
        assert screen.done == ["won"]
        rows = text_of(pilot)
        assert rows[21].rstrip().endswith("▌ Anna moved to Won    u undo")
        await pilot.press("escape")
        await pilot.pause()
        assert "Anna moved" not in "\n".join(text_of(pilot))
        assert [note.text for note in screen.chrome.messages.notes] == ["Anna moved to Won"]

    act(lambda: screen, steps)


def test_keys_list_runs_what_is_chosen_and_messages_open() -> None:
    screen = Leads()

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("?", "w", "o", "n", "enter")
        await pilot.pause()
        assert screen.done == ["win"]
        await screen.run("app.messages")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MessagesDialog)
        await pilot.press("escape")
        assert await screen.run("move.down")
        assert not await screen.run("record.tag")

    act(lambda: screen, steps)


def test_a_burst_of_verbs_is_taken_for_a_paste() -> None:
    screen = Leads()

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("w")
        assert screen.done == ["win"]
        for character in "wwwwwwwwwwww":
            pilot.app.post_message(Key(character, character))
        await pilot.pause(0.2)
        assert len(screen.done) < 6
        assert screen.toasts.notes[-1].kind == "warning"
        await pilot.press("w")
        await pilot.pause()
        assert screen.done[-1] == "win"

    act(lambda: screen, steps)


def test_a_click_on_a_key_runs_it() -> None:
    screen = Leads()

    async def steps(pilot: Pilot[None]) -> None:
        row = text_of(pilot)[23]
        await pilot.click(offset=(row.index("? keys"), 23))
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2

    act(lambda: screen, steps)
