"""Today: a queue that says what to do now, and what was done."""

from collections.abc import Hashable, Sequence

from textual import on, work
from textual.app import ComposeResult

from salesdesk import clock
from salesdesk.domain.language.printing import quote
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens import pane
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.dialogs.prompt import InvalidText, PromptDialog, TextResult
from salesdesk.screens.queue_rows import (
    CARE_DEALS,
    CARE_DRAFTS,
    CARE_LEADS,
    CARE_MAILS,
    CARE_SILENT,
    COLLEAGUE,
    MORE_DONE,
    QueueRows,
    notice_words,
    say_empty,
    waits,
)
from salesdesk.screens.verbs import RecordVerbs
from salesdesk.services import goals, pages, views
from salesdesk.services.goals import setting
from salesdesk.services.records import Ref, by_id
from salesdesk.services.today import SILENT_DAYS, Today, mark_seen, say_reason, today
from salesdesk.store.read.notices import NoticeRow
from salesdesk.store.read.queue import QueueRow
from salesdesk.widgets.filter_line import FilterLine
from salesdesk.widgets.paging import Item, ListSource, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import PaneRow, Section, SidePane
from salesdesk.widgets.text import Piece

TALL = 30


class TodayScreen(RecordVerbs):
    """Tab 1."""

    STACK = "today"
    ENTITY = "activity"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    TodayScreen > ViewLine { display: none; }
    """

    def make_filter_line(self) -> FilterLine:
        line = super().make_filter_line()
        # The queue needs no filter: the line is there while one is typed or in force.
        line.display = bool(line.value)
        return line

    def compose_body(self) -> ComposeResult:
        self.drawn = QueueRows(self.desk)
        self.list = RecordList(self.drawn.columns(), heads=False)
        self.pane = SidePane()
        yield self.list
        yield self.pane

    def on_mount(self) -> None:
        self.all_done = False
        self.items: list[Item] = []
        self._fits = (0, False)
        self.day: Today | None = None
        self.list.focus()
        self.reload()

    def action_filter_edit(self) -> None:
        """Type a filter: what is left of the queue is a block of calls."""
        self.filter_line.display = True
        super().action_filter_edit()

    @on(FilterLine.Submitted)
    @on(FilterLine.Cancelled)
    def _hide_empty_filter(self) -> None:
        self.filter_line.display = bool(self.filter_line.value.strip())

    def use_view(self, view: views.View) -> None:
        """A saved block of the queue."""
        super().use_view(view)
        self._hide_empty_filter()

    def focus_body(self) -> None:
        self.list.focus()

    # Reading

    async def read_rows(self) -> None:
        """The queue, in a thread; the cursor stays on its item, or goes on to the next when it is done."""
        owner, query = self.desk.actor, await self.read_filter()
        if query:
            self.filter_line.display = True
        try:
            self.day = await self.desk_app.read(
                lambda: today(self.desk, owner=owner, everyone=owner is None, query=query)
            )
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self._show()

    @on(RecordList.Resized)
    def _fit(self) -> None:
        if self._room() != self._fits:
            self._show()

    def _room(self) -> tuple[int, bool]:
        """The cells of a line, and whether there is room for blank ones."""
        return self.list.size.width - 3, self.size.height >= TALL

    def _show(self) -> None:
        day = self.day
        if day is None:
            return
        self._fits = cells, airy = self._room()
        before, self.items = self.items, self.drawn.items(day, all_done=self.all_done, cells=cells, airy=airy)
        self.list.set_source(ListSource(self.items), cursor=self._next_to_do(before))
        hint = self.chrome.keymap.hint
        self.list.set_empty(say_empty(day), [hint("record.add"), hint("tab.leads")])
        self.show_status()

    def _next_to_do(self, before: list[Item]) -> Hashable:
        """Where the cursor goes when its item was just done: to the next one of the queue, not after it."""
        key = self.list.cursor_key
        rows = [item for item in before if isinstance(item, Row)]
        at = next((n for n, row in enumerate(rows) if row.key == key and waits(row)), None)
        waiting = {item.key for item in self.items if isinstance(item, Row) and waits(item)}
        if at is None or key in waiting:
            return None
        return next((row.key for row in [*rows[at + 1 :], *rows] if row.key in waiting), None)

    # What is meant

    def targets(self) -> Sequence[Ref]:
        rows = [item.value for item in self.items if isinstance(item, Row) and self.list.marks.has(item.key)]
        if not self.list.marked_count:
            item = self.list.item
            rows = [item.value] if isinstance(item, Row) else []
        refs = {row.record_id or row.id: self._ref(row) for row in rows}
        return list(refs.values())

    def _ref(self, row: QueueRow | NoticeRow) -> Ref:
        if row.record_id:
            return Ref(row.record_kind, row.record_id, row.code, row.name, row.company)
        return by_id(self.desk.connection, "activity", row.id)

    def done_with_marks(self) -> None:
        self.list.clear_marks()

    def clear(self) -> None:
        """Esc: the filter first, then the marks."""
        if self.filter_line.value:
            self.filter_line.set_value("")
            self.filter_line.display = False
            self.reload()
        else:
            self.list.clear_marks()

    def place_in_queue(self) -> str:
        """`call 3 of 7`."""
        rows = [
            item for item in self.items if isinstance(item, Row) and waits(item) and isinstance(item.value, QueueRow)
        ]
        at = next((n for n, row in enumerate(rows, 1) if row.key == self.list.cursor_key), 0)
        return tr("call {at} of {all}", at=at, all=len(rows)) if at else ""

    # Showing

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        item = event.item
        notice = self._notice()
        if notice is not None:
            self.write(lambda: self._seen([notice]))
        # A task of nobody's has no page: it waits in the queue.
        if isinstance(item, Row) and item.value.record_kind in pages.WITH_PAGES:
            self.desk_app.open_record(item.value.record_kind, item.value.record_id)
        elif isinstance(item, Remark):
            self._open_remark(str(item.key))

    def _open_remark(self, key: str) -> None:
        if key == MORE_DONE:
            self.all_done = True
            self._show()
            return
        if key.startswith(COLLEAGUE):
            self.filter_line.set_value(f"owner:{quote(key.removeprefix(COLLEAGUE))}")
            self.filter_line.display = True
            self.list.empty_out()
            self.reload()
            return
        if key in {CARE_MAILS, CARE_DRAFTS}:
            self.desk_app.show_outreach("outbox")
            return
        mine = "" if self.desk.actor is None else "owner:me "
        tab, query = {
            CARE_LEADS: ("leads", f"status:open {mine}next:none"),
            CARE_DEALS: ("deals", f"status:open {mine}next:none"),
            CARE_SILENT: ("deals", f"status:open {mine}touch:{SILENT_DAYS}d.."),
        }[key]
        self.desk_app.show_tab(tab, query)

    @on(RecordList.CursorMoved)
    def _moved(self) -> None:
        self.show_status()
        self.show_pane()

    @on(RecordList.MarksChanged)
    def _marked(self) -> None:
        self.show_status()

    @on(RecordList.Failed)
    def _failed(self, event: RecordList.Failed) -> None:
        self.say(str(event.error), "error")

    def _notice(self) -> NoticeRow | None:
        item = self.list.item
        value = item.value if isinstance(item, Row) else None
        return value if isinstance(value, NoticeRow) else None

    def _row(self) -> QueueRow | None:
        item = self.list.item
        value = item.value if isinstance(item, Row) else None
        return value if isinstance(value, QueueRow) else None

    def show_status(self) -> None:
        """The marked items, or the one under the cursor with its phone; in a block, which call of it this is."""
        if self.day and self.day.asked:
            self.filter_line.show_summary([Piece(self.place_in_queue(), "strong bold")], "")
        if self.list.marked_count:
            self.status(tr("{count} selected", count=self.list.marked_count), [], self.chrome.keymap.marked())
            return
        notice = self._notice()
        if notice is not None:
            self.status(notice.name, [notice_words(notice)])
            return
        row = self._row()
        if row is None:
            self.status(tr("Today"))
            return
        hint = self.chrome.keymap.hint
        hints = [hint("record.dial", label=row.phone)] if row.phone else []
        when = self.drawn.when(row, 12)
        self.status(row.name, [when, row.subject or row.kind], hints)

    @work(exclusive=True, group="pane")
    async def show_pane(self) -> None:
        """The record of the item, beside the queue."""
        row = self._row()
        shown = row or self._notice()
        if shown is None or not self.pane.display:
            self.pane.show()
            return
        kind, key, why = shown.record_kind, shown.record_id, self._why(row) if row else []
        page = await self.desk_app.read(lambda: pages.page(self.desk, kind, key, events=8)) if key else None
        cells = self.pane.inner
        if isinstance(page, pages.LeadPage):
            self.pane.show(shown.name, pane.subtitle(page), why + pane.lead_sections(page, self.desk, cells))
        elif isinstance(page, pages.DealPage):
            self.pane.show(
                shown.name,
                f"{page.row.name}{f', {shown.company}' if shown.company else ''}",
                why + pane.deal_sections(page, self.desk, cells),
            )
        elif page is not None:
            self.pane.show(shown.name, shown.company, pane.plain_sections(page, self.desk, cells))
        else:
            self.pane.show(shown.name or tr("Task"), shown.company, [*why, *pane.said(self._words(shown), cells)])

    def _words(self, shown: QueueRow | NoticeRow) -> str:
        return notice_words(shown) if isinstance(shown, NoticeRow) else shown.subject

    def _why(self, row: QueueRow) -> list[Section]:
        """Why this one is where it is in the queue."""
        found = self.day.why.get(row.id) if self.day and row.done_at is None else None
        if found is None:
            return []
        lines = [say_reason(reason, row) for reason in found.reasons]
        if row.due_at and row.due_on == self.desk.today:
            lines.insert(0, tr("agreed for {time}", time=self.desk.local(row.due_at).strftime("%H:%M")))
        if found.there and found.there.utcoffset() != self.desk.local(clock.now()).utcoffset():
            lines.append(tr("{time} there", time=found.there.strftime("%H:%M")))
        return [Section(tr("WHY NOW"), rows=[PaneRow(Piece(line, "text")) for line in lines])] if lines else []

    def action_pane_zoom(self) -> None:
        """Show or hide the side pane."""
        self.pane.display = not self.pane.display
        self.show_pane()

    def action_record_delete(self) -> None:
        """A notice is seen; a record goes to the bin."""
        notice = self._notice()
        if notice is not None and not self.list.marked_count:
            self.write(lambda: self._seen([notice]))
        else:
            super().action_record_delete()

    def _seen(self, found: Sequence[NoticeRow]) -> str:
        mark_seen(self.desk, found)
        return ""

    def action_goal_set(self) -> None:
        """Set a goal of your own in one line."""

        def read(text: str) -> str | InvalidText:
            try:
                metric, target, period = setting.read_goal(text)
            except SalesdeskError as error:
                return InvalidText(str(error))
            return tr("{target} {metric} each {period}", target=target, metric=metric, period=period)

        def save(result: TextResult) -> None:
            self.write(lambda: setting.set_goal(self.desk, *setting.read_goal(result.text), "me"))

        about = ", ".join(goals.METRICS)
        self.open_dialog(
            PromptDialog(tr("Your goal"), about=about, placeholder="calls 40 a day", read=read, may_be_empty=False),
            save,
        )

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.desk_app.leave()
