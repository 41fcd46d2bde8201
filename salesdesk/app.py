"""The Textual app: tabs, theme, clock, threads and the error funnel. What a sales team does lives in services."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from salesdesk import clock
from salesdesk.actions.tabs import TABS
from salesdesk.beside import Beside, import_all
from salesdesk.errors import SalesdeskError, UnreachableError
from salesdesk.i18n import tr
from salesdesk.keymap import bindings, load_keymap
from salesdesk.screens.chrome import Chrome
from salesdesk.themes import THEMES
from salesdesk.widgets.bars import use_glyphs
from salesdesk.widgets.steady import Steady, start_work
from salesdesk.widgets.top_bar import Tab, TopBar, TopBarState

# Everything else is imported where it is used: until the first picture is painted every import is waited for.
if TYPE_CHECKING:
    from salesdesk.screens.base import DeskScreen
    from salesdesk.screens.mailing import Writing
    from salesdesk.screens.working import WorkingScreen
    from salesdesk.services.desk import Desk
    from salesdesk.services.records import Ref
    from salesdesk.turn import Turn

T = TypeVar("T")
TICK_SECONDS = 5.0
WRITE_SECONDS = 0.008
WATCH_SECONDS = 0.5
QUIT_SECONDS = 1.0
# When the first rows are there: a call that was not ended is looked for.
OFFER_SECONDS = 0.3
# A little later what goes on beside the screens begins.
ASIDE_SECONDS = 0.4
# What the first key of its kind would wait for.
_FIRST_KEYS = ("today", "leads", "deals", "record", "calling", "mailing", "outreach", "outbox_shelf")


class DeskApp(Steady, Beside):
    """One desk on the screen. Reads run in threads, writes one after another in one thread."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { layers: default toasts; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app"),
        Binding("ctrl+c", "quit_twice", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False),
    ]

    def __init__(
        self,
        desk: "Desk",
        *,
        config: dict[str, Any] | None = None,
        start: str = "today",
        query: str | None = None,
        demo: bool = False,
        importing: bool = False,
        calling: "tuple[Ref, str] | None" = None,
    ) -> None:
        super().__init__()
        self._calling = calling
        self._importing = importing
        self.animation_level = "none"
        self.desk = desk
        self.config = config or {}
        self.demo = demo
        self.draft = ""
        # A path that was typed and not attached.
        self.file_draft = ""
        # Notes typed while logging and not saved, by record.
        self.note_drafts: dict[bytes, str] = {}
        self.recent: list[Ref] = []
        self.start = start if any(tab.id == start for tab in TABS) else "today"
        self._first_query = query
        self._last_interrupt = 0.0
        self._mark = 0
        self._trouble = ""
        self._away = False
        # What was said of writes that met a server that was away.
        self._unsaved: set[str] = set()
        # Mails that were begun and not sent, by the record they are to.
        self.mail_drafts: dict[bytes, Writing] = {}
        self._writer = ThreadPoolExecutor(1, "salesdesk-write")
        self._readers = ThreadPoolExecutor(3, "salesdesk-read")
        self._gone = False
        self.turn: Turn | None = None
        keymap, self._warnings = load_keymap(self.config.get("keys", {}))
        self.chrome = Chrome(keymap=keymap)
        self._screens: dict[str, WorkingScreen] = {}
        self._counts: dict[str, int] = {}
        self._member = ""
        files = self.config.get("files", {})
        desk.file_rules = replace(desk.file_rules, **{name: files[name] for name in files})
        use_glyphs(str(self.config.get("ui", {}).get("glyphs", "unicode")))
        self._tabs = [Tab(tab.id, tab.digit, tr(tab.label), None, tr(tab.label)[:5]) for tab in TABS]
        self.chrome.top = TopBarState(self._tabs, self.start, demo=demo)
        for theme in THEMES:
            self.register_theme(theme)
        wanted = str(self.config.get("ui", {}).get("theme", "ink"))
        self.theme = wanted if wanted in self.available_themes else "ink"
        self.set_keymap(self.chrome.keymap.textual())

    # Starting

    async def show_desk(self) -> None:
        """See `Starting`."""
        from salesdesk.screens.columns import use_desk
        from salesdesk.turn import Turn

        use_desk(self.desk)
        for tab in TABS:
            self.add_mode(tab.id, self._maker(tab.id))
        self._mark = self.desk.workspace.change_mark()
        self.turn = self.desk.workspace.waiting = Turn(lambda *said: self.desk_screen().say(*said), lambda: self._gone)
        await self.switch_mode(self.start)
        self.count_top()
        self.set_interval(TICK_SECONDS, self.count_top)
        self.set_interval(WATCH_SECONDS, self._watch)
        self.call_after_refresh(self._say_warnings)
        if self._importing:
            self.set_timer(0.2, self.action_data_import)
        elif self._calling:
            ref, script = self._calling
            self.call_after_refresh(self.start_call, ref, script=script)
        else:
            self.set_timer(OFFER_SECONDS, lambda: start_work(self, self.offer_unfinished, group="unfinished"))
        self.set_timer(ASIDE_SECONDS, lambda: start_work(self, self.start_beside, group="aside"))
        self.call_after_refresh(self.keep_calendar)

    def _maker(self, tab: str) -> "Callable[[], DeskScreen]":
        def make() -> "DeskScreen":
            from salesdesk.screens.by_tab import screen_for

            query = self._first_query if tab == self.start else None
            made = screen_for(tab, self.desk, self.chrome, query)
            self._screens[tab] = made
            return made

        return make

    def _say_warnings(self) -> None:
        for warning in self._warnings:
            self.desk_screen().say(warning, "warning")
        self._warnings = []

    def warm_up(self) -> None:
        """See `Starting`: the first key that writes does not wait for an import."""
        from salesdesk.store.unit import prepare

        # What is wrong with the workspace is said by the first write.
        with suppress(SalesdeskError):
            prepare(self.desk.workspace, ("activity", "lead", "deal", "message", "call_run", "call_note"))
        import_all(f"screens.{name}" for name in _FIRST_KEYS)

    def look_after(self) -> None:
        """See `Starting`: mails that were interrupted, the daily backup."""
        from salesdesk.services import mailing

        if mailing.ask_about_interrupted(self.desk):
            self.call_from_thread(self.changed)
        wanted = self.config.get("backup", {})
        if wanted.get("daily", True) and not self.demo and not self.desk.workspace.read_only:
            from salesdesk.services.keeping import back_up_daily

            try:
                back_up_daily(self.desk.workspace.place, folder=str(wanted.get("folder", "")))
            except SalesdeskError as error:
                self.call_from_thread(self.desk_screen().say, str(error), "warning")

    def on_unmount(self) -> None:
        self._gone = True
        self.stop_beside()
        self._writer.shutdown(wait=True)
        self.finish_calendar()
        self._readers.shutdown(wait=False, cancel_futures=True)

    # Threads

    async def read(self, act: Callable[[], T]) -> T:
        """Run a read in a thread; when the app is gone, nobody waits for it any more."""
        if self._gone:
            raise asyncio.CancelledError
        return await asyncio.wrap_future(self._submit(self._readers, act))

    def write(self, act: Callable[[], T]) -> "asyncio.Future[T]":
        """Run a write in the writing thread, after those asked for before.

        Most take a few milliseconds. They are waited for, within a frame: the interpreter is theirs, and what they
        did is painted together with the dialog that goes.
        """
        future = self._submit(self._writer, partial(self._told_what_was_kept, act))
        wait([future], WRITE_SECONDS)
        return asyncio.wrap_future(future)

    def _told_what_was_kept(self, act: Callable[[], T]) -> T:
        """A write; when the server goes away and no operation was committed meanwhile, the error says so."""
        before = self.desk.workspace.writes
        try:
            done = act()
        except UnreachableError as error:
            told = error if error.unsaved or self.desk.workspace.writes != before else error.unchanged()
            # Who asked for the write says it; that the server is away is said with it.
            self._trouble, self._away = str(told), True
            self._unsaved.add(str(told))
            raise told from error
        with suppress(SalesdeskError):
            # Read again here, not where the screens need them.
            _ = self.desk.settings
        return done

    def _submit(self, threads: ThreadPoolExecutor, act: Callable[[], T]) -> Future[T]:
        try:
            return threads.submit(act)
        except RuntimeError:
            # The threads are gone, because the app is: who still wanted something ends with it.
            raise asyncio.CancelledError from None

    def changed(self) -> None:
        """Something was written: the screen in sight reads again, the others when they are seen."""
        if self.desk.workspace.path is not None:
            self._mark = self._own_mark()
        from salesdesk.screens.working import REST_SECONDS, WorkingScreen

        for screen in self._screens.values():
            screen.stale = True
        for shown in self.screen_stack:
            # One that is being made reads when it stands.
            if isinstance(shown, WorkingScreen) and shown.was_read:
                shown.reload()
        self.count_top(REST_SECONDS)
        self.keep_calendar()
        self.ruler.follow()

    async def _watch(self) -> None:
        """Notice what another process committed; what this one writes shows through `changed`."""
        try:
            there = self.desk.workspace.path is not None
            mark = self._own_mark() if there else await self.read(self.desk.workspace.change_mark)
        except asyncio.CancelledError:
            if self._gone:
                return
            raise
        except SalesdeskError as error:
            self.trouble(error)
            return
        if self._trouble:
            self._mark, self._trouble, self._away = 0, "", False
            # What was not saved is still not saved.
            self.desk_screen().toasts.dismiss(keep=self._unsaved)
            self.desk_screen().say(tr("The database answers again."))
        if mark != self._mark:
            self._mark = mark
            self.changed()

    def trouble(self, error: SalesdeskError) -> None:
        """Say what the disk or the server refused; once for as long as it lasts, however often it is met."""
        # A server that is away says so in other words each time.
        away = isinstance(error, UnreachableError)
        if str(error) != self._trouble and not (away and self._away):
            self._trouble = str(error)
            self.desk_screen().say(self._trouble, "error")
        self._away = away

    def _handle_exception(self, error: Exception) -> None:
        """As in `Steady`, for what reads in the background."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, SalesdeskError):
            self.trouble(error.error)
        else:
            super()._handle_exception(error)

    def _own_mark(self) -> int:
        # PRAGMA data_version costs microseconds and must be asked on one connection again and again.
        return self.desk.workspace.change_mark()

    # The top bar

    def count_top(self, rest: float = 0.0) -> None:
        """Count again what the tabs say, after a rest, and show it; the tab that is open does it and ends it."""
        # A program that ends has closed its screens before its timers.
        if stack := self.screen_stack:
            start_work(stack[0], partial(self._count_top, rest), group="top", exclusive=True)

    async def _count_top(self, rest: float) -> None:
        await asyncio.sleep(rest)
        self._counts, self._member = await self.read(lambda: (self._count(), self._who()))
        self.show_top()

    def show_top(self) -> None:
        """Tabs with the counts as they are known, who works, the time of the desk's clock."""
        from salesdesk.domain.dates import short_month, short_weekday
        from salesdesk.screens.base import DeskScreen

        now = self.desk.local(clock.now())
        words = f"{short_weekday(now.date())} {now.day} {short_month(now.date())} {now:%H:%M}"
        tabs = [replace(tab, count=self._counts.get(tab.id)) for tab in self._tabs]
        state = self.chrome.top = TopBarState(tabs, str(self.current_mode), self._member, words, self.demo)
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.top_bar.show(state)

    def _count(self) -> dict[str, int]:
        from salesdesk.services import views
        from salesdesk.store.read import queue

        me = self.desk.actor
        return {
            "today": queue.count_due(self.desk.connection, me, self.desk.today),
            "leads": views.count(self.desk, "lead", "status:open"),
            "deals": views.count(self.desk, "deal", "status:open"),
        }

    def _who(self) -> str:
        member = next((m.name for m in self.desk.members() if m.id == self.desk.actor), tr("team"))
        return member.split()[0].lower()

    def on_top_bar_picked(self, event: TopBar.Picked) -> None:
        """A click on a tab."""
        self.show_tab(event.tab, None)

    def action_quit_twice(self) -> None:
        """ctrl+c twice within a second quits."""
        moment = monotonic()
        if moment - self._last_interrupt < QUIT_SECONDS:
            self.exit(0)
            return
        self._last_interrupt = moment
        self.desk_screen().say(tr("ctrl+c again quits."), "note")


def run_first(place: str, *, config: dict[str, Any] | None = None) -> int:
    """The first run: make the workspace as chosen, then open it; the exit code."""
    from salesdesk.screens.start import StartApp
    from salesdesk.services.setup import create

    chosen = StartApp().run()
    if chosen is None:
        return 0
    if chosen.choice == "demo" or chosen.beginning is None:
        from salesdesk.services.showroom import ME, demo_place

        return run(demo_place(), as_member=ME, demo=True, config=config)
    desk = create(place, chosen.beginning, source="tui")
    try:
        if chosen.line:
            from salesdesk.services import prospecting

            prospecting.save(desk, prospecting.propose(desk, chosen.line))
    finally:
        desk.workspace.close()
    return run(place, config=config, importing=chosen.choice == "import")


def run(
    place: str,
    *,
    as_member: str | None = None,
    start: str | None = None,
    query: str | None = None,
    demo: bool = False,
    config: dict[str, Any] | None = None,
    importing: bool = False,
    calling: "tuple[Ref, str] | None" = None,
) -> int:
    """Open the TUI on a workspace; the exit code."""
    from salesdesk.services.setup import open_desk

    # A thread that reads gives the interpreter back within a millisecond, not within the usual five: keys come first.
    sys.setswitchinterval(0.001)
    settings = config or {}
    desk = open_desk(
        place,
        source="tui",
        as_member=as_member,
        preferred=settings.get("me", {}).get("name"),
        say=lambda words: sys.stderr.write(f"{words}\n"),
    )
    wanted = start or str(settings.get("ui", {}).get("start", "today"))
    app = DeskApp(desk, config=settings, start=wanted, query=query, demo=demo, importing=importing, calling=calling)
    try:
        return app.run() or 0
    finally:
        if app.turn is not None and app.turn.lost:
            sys.stderr.write(f"salesdesk: {app.turn.lost}\n")
        desk.workspace.close()
