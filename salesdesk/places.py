"""Going places: tabs, records in place, the go-to menu, the palette."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from salesdesk.actions.tabs import TABS
from salesdesk.ahead import TypeAhead
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr

if TYPE_CHECKING:
    from salesdesk.screens.base import DeskScreen
    from salesdesk.screens.dialogs.choose import Choice
    from salesdesk.screens.working import WorkingScreen
    from salesdesk.services.desk import Desk
    from salesdesk.services.records import Ref
    from salesdesk.store.read.call_log import CallRow
    from salesdesk.widgets.options import Option


T = TypeVar("T")


class Places(TypeAhead):
    """The part of the app that knows where one is and was. `DeskApp` gives desk, chrome and screens."""

    desk: "Desk"
    recent: "list[Ref]"
    _screens: "dict[str, WorkingScreen]"

    async def read(self, act: Callable[[], T]) -> T:
        """Run a read in a thread."""
        raise NotImplementedError

    def show_top(self) -> None:
        """Show the top bar again."""
        raise NotImplementedError

    def desk_screen(self) -> "DeskScreen":
        """The desk screen in sight, below any dialog."""
        from salesdesk.screens.base import DeskScreen

        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                return screen
        raise RuntimeError("no desk screen is open")

    def show_tab(self, tab: str, query: str | None, *, edit_filter: bool = False) -> None:
        """Go to a tab, with a filter if one is given."""
        while len(self.screen_stack) > 1 and getattr(self.screen, "IN_PLACE", False):
            self.pop_screen()
        self.switch_mode(tab)
        screen = self._screens.get(tab)
        if screen is not None and query is not None:
            self.call_after_refresh(self._use_query, screen, query)
        if screen is not None and edit_filter:
            self.call_after_refresh(screen.action_filter_edit)
        self.show_top()

    def _use_query(self, screen: "WorkingScreen", query: str) -> None:
        screen.filter_line.set_value(query)
        screen.reload()

    def action_tab_today(self) -> None:
        """Go to Today."""
        self.show_tab("today", None)

    def action_tab_leads(self) -> None:
        """Go to Leads."""
        self.show_tab("leads", None)

    def action_tab_deals(self) -> None:
        """Go to Deals."""
        self.show_tab("deals", None)

    def action_go_outreach(self) -> None:
        """Go to what the team writes once and uses often."""
        self.show_outreach()

    def show_outreach(self, shelf: str = "") -> None:
        """The outreach screen, in place, at a shelf."""
        from salesdesk.screens.outreach import OutreachScreen

        self.push_screen(OutreachScreen(self.desk, self.chrome, shelf))

    def action_tab_calls(self) -> None:
        """Go to Calls."""
        self.show_tab("calls", None)

    def start_call(self, ref: "Ref", *, call: bytes | None = None, script: str = "", wrap_up: bool = False) -> None:
        """The runner on top of what is in sight; `call` goes on with one that was not ended, a buyer is practised with."""
        from salesdesk.screens.call_keys import CallKeys
        from salesdesk.screens.calling import CallScreen

        if isinstance(self.screen, CallKeys):
            return
        if ref.kind == "buyer":
            from salesdesk.screens.practising import PracticeScreen

            self.push_screen(PracticeScreen(self.desk, self.chrome, ref, script=script))
        else:
            self.push_screen(CallScreen(self.desk, self.chrome, ref, call=call, script=script, wrap_up=wrap_up))

    async def offer_unfinished(self) -> None:
        """A call that was not ended, because the terminal died: go on, wrap up, drop it, or later."""

        def find() -> "list[CallRow]":
            from salesdesk.services import calling

            return calling.unfinished(self.desk)

        found = await self.read(find)
        if found:
            self.call_after_refresh(self._offer, found[0])

    def _offer(self, call: "CallRow") -> None:
        from salesdesk.domain.dates import say_day
        from salesdesk.screens.dialogs.choose import ChooseDialog
        from salesdesk.screens.working import WorkingScreen
        from salesdesk.services import calling
        from salesdesk.services.records import Ref
        from salesdesk.widgets.options import Option

        screen = self.desk_screen()
        time = self.desk.local(call.started_at)
        options = [
            Option("resume", tr("Go on with it"), "r", plural(call.notes, tr("note"), tr("notes"))),
            Option("wrap", tr("Wrap up"), "w"),
            Option("drop", tr("Drop it: there was no call"), "d"),
        ]

        def chosen(choice: "Choice") -> None:
            if choice.id == "drop":
                if isinstance(screen, WorkingScreen):
                    screen.write(lambda: calling.drop(self.desk, call.id, call.name))
                return
            ref = Ref(call.kind, call.record_id, "", call.name)
            self.call_later(self.start_call, ref, call=call.id, wrap_up=choice.id == "wrap")

        about = tr(
            "{name}, {script}, begun {day} {time}",
            name=call.name,
            script=call.script or tr("no script"),
            day=say_day(time.date(), self.desk.today),
            time=f"{time:%H:%M}",
        )
        screen.open_dialog(ChooseDialog(tr("A call was not ended"), options, about=about), chosen)

    def action_tab_goals(self) -> None:
        """Go to Goals."""
        self.show_tab("goals", None)

    def action_tab_kpis(self) -> None:
        """Go to KPIs."""
        self.show_tab("kpis", None)

    def action_tab_team(self) -> None:
        """Go to Team."""
        self.show_tab("team", None)

    def open_record(self, kind: str, key: object) -> None:
        """The page of a record, in place."""
        from salesdesk.screens.record import RecordScreen
        from salesdesk.services.records import by_id

        if isinstance(key, bytes):
            try:
                ref = by_id(self.desk.connection, kind, key)
            except SalesdeskError as error:
                self.desk_screen().say(str(error), "error")
                return
            self.recent = [ref, *(r for r in self.recent if r.id != key)][:9]
            self.push_screen(RecordScreen(self.desk, self.chrome, kind, key))

    def go_back(self) -> bool:
        """Back from a page; False, and nothing happens, at the root."""
        if getattr(self.screen, "IN_PLACE", False) and len(self.screen_stack) > 1:
            self.pop_screen()
            return True
        return False

    def leave(self) -> None:
        """Back from a page; away at the root."""
        if not self.go_back():
            self.exit(0)

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.leave()

    def action_go_previous(self) -> None:
        """The record opened before, or back."""
        if self.recent:
            self.open_record(self.recent[0].kind, self.recent[0].id)

    def action_go_menu(self) -> None:
        """Where one can go."""
        from salesdesk.screens.dialogs.choose import GotoDialog
        from salesdesk.widgets.options import Option

        screen = self.desk_screen()
        keys = {"today": "t", "leads": "l", "deals": "d", "calls": "c", "goals": "o", "kpis": "k", "team": "e"}
        places = [Option(tab.id, tr(tab.label), keys[tab.id]) for tab in TABS]
        mine = "owner:me " if self.desk.actor is not None else ""
        places.append(Option("outreach", tr("Outreach"), "m"))
        lists = [
            Option("care", tr("No next step"), "n", tr("open leads nobody planned anything for")),
            Option("stalled", tr("Stalled deals"), "s", tr("two weeks in their stage")),
        ]
        lists += [Option(f"recent-{n}", r.name, str(n), r.ref) for n, r in enumerate(self.recent, 1)]

        def go(choice: "Choice") -> None:
            if choice.id in keys:
                self.show_tab(choice.id, None)
            elif choice.id == "outreach":
                self.show_outreach()
            elif choice.id == "care":
                self.show_tab("leads", f"status:open {mine}next:none")
            elif choice.id == "stalled":
                self.show_tab("deals", f"status:open {mine}stuck:14d..")
            elif choice.id.startswith("recent-"):
                ref = self.recent[int(choice.id[7:]) - 1]
                self.open_record(ref.kind, ref.id)
            elif choice.id == "previous":
                self.action_go_previous()
            else:
                self.call_later(screen.run, "move.top" if choice.id == "top" else "move.bottom")

        # The letter typed with g is for the menu, not for the list below it.
        self.hold_keys()
        screen.open_dialog(GotoDialog(places, lists), go)
        self.release_keys()

    def action_app_palette(self) -> None:
        """Search every action, view and record."""
        from salesdesk.screens.dialogs.palette import PaletteDialog
        from salesdesk.services import views
        from salesdesk.widgets.options import Option

        screen = self.desk_screen()
        options = [
            Option(f"action:{entry.action}", entry.label, entry.keys, entry.help, entry.group)
            for entry in screen.help_entries()
        ]
        for entity, tab in (("lead", "leads"), ("deal", "deals")):
            options += [
                Option(f"view:{tab}:{view.query}", view.name, "", view.query, tr("view of {tab}", tab=tab))
                for view in views.views(self.desk, entity)
            ]
        screen.open_dialog(PaletteDialog(options, self._find_records), lambda picked: self._palette(screen, picked.id))

    def _find_records(self, words: str) -> "list[Option]":
        from salesdesk.services.records import search
        from salesdesk.widgets.options import Option

        found = search(self.desk, words, limit=20)
        return [Option(f"record:{r.kind}:{r.id.hex()}", r.name or r.ref, "", r.detail, r.kind) for r in found]

    def _palette(self, screen: "DeskScreen", chosen: str) -> None:
        kind, _, rest = chosen.partition(":")
        if kind == "action":
            self.call_later(screen.run, rest)
        elif kind == "view":
            tab, _, text = rest.partition(":")
            self.show_tab(tab, text)
        elif kind == "record":
            what, _, key = rest.partition(":")
            self.open_record(what, bytes.fromhex(key))
