"""Going places: tabs, records in place, the go-to menu, the palette."""

from typing import TYPE_CHECKING, Any

from salesdesk.actions import TABS
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.starting import Starting

if TYPE_CHECKING:
    from salesdesk.screens.base import DeskScreen
    from salesdesk.screens.dialogs.choose import Choice
    from salesdesk.screens.working import WorkingScreen
    from salesdesk.services.desk import Desk
    from salesdesk.services.records import Ref
    from salesdesk.widgets.options import Option


class Places(Starting):
    """The part of the app that knows where one is and was. `DeskApp` gives desk, chrome and screens."""

    desk: "Desk"
    recent: "list[Ref]"
    _screens: "dict[str, WorkingScreen]"

    def show_top(self, *, count: bool = True, rest: float = 0.0) -> Any:
        """Show the top bar again, its counts read anew after a rest, or not at all."""
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

    def action_tab_kpis(self) -> None:
        """Go to KPIs."""
        self.show_tab("kpis", None)

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

    def leave(self) -> None:
        """Back from a page; away at the root."""
        if getattr(self.screen, "IN_PLACE", False) and len(self.screen_stack) > 1:
            self.pop_screen()
        else:
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
        keys = {"today": "t", "leads": "l", "deals": "d", "kpis": "k"}
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

        screen.open_dialog(GotoDialog(places, lists), go)

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
