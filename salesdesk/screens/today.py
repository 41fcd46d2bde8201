"""Today: a queue that says what to do now, and what was done."""

from collections.abc import Hashable, Sequence
from typing import Any

from textual import on, work
from textual.app import ComposeResult

from salesdesk.domain.dates import say_due
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens import pane
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.columns import amount
from salesdesk.screens.verbs import RecordVerbs
from salesdesk.services import pages
from salesdesk.services.records import Ref, by_id
from salesdesk.services.today import SILENT_DAYS, Today, today
from salesdesk.store.read.queue import QueueRow
from salesdesk.widgets.bars import bar
from salesdesk.widgets.cards import state_role, state_sign
from salesdesk.widgets.columns import Column
from salesdesk.widgets.filter_line import FilterLine
from salesdesk.widgets.paging import Heading, Item, ListSource, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import PaneRow, Section, SidePane
from salesdesk.widgets.text import Cell, Piece

DONE_SHOWN = 2
_CARE_LEADS, _CARE_DEALS, _CARE_SILENT, _MORE_DONE = "care-leads", "care-deals", "care-silent", "more-done"


class TodayScreen(RecordVerbs):
    """Tab 1."""

    STACK = "today"
    ENTITY = "lead"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    TodayScreen > FilterLine { background: $background; }
    TodayScreen > ViewLine { display: none; }
    """

    def make_filter_line(self) -> FilterLine:
        line = super().make_filter_line()
        line.display = False
        return line

    def compose_body(self) -> ComposeResult:
        self.list = RecordList(self._columns(), heads=False)
        self.pane = SidePane()
        yield self.list
        yield self.pane

    def on_mount(self) -> None:
        self.all_done = False
        self.items: list[Item] = []
        self.day: Today | None = None
        self.list.focus()
        self.reload()

    def show_views(self) -> Any:
        """The queue has no saved views."""

    def focus_body(self) -> None:
        self.list.focus()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("when", "WHEN", self._when, width=9),
            Column("what", "WHAT", self._what, width=9, wide=12),
            Column("who", "WHO", lambda r, _: r.name, width=16, narrow=17, wide=24, lead=True),
            Column("company", "COMPANY", lambda r, _: Piece(r.company, "muted"), width=14, narrow=15, wide=24),
            Column("subject", "", self._subject, flex=1),
            Column("worth", "", self._worth, width=5, wide=7, align="right", narrow=0),
        )

    def _state(self, row: QueueRow) -> str:
        if row.done_at is not None:
            return "done"
        if row.due_on and row.due_on < self.desk.today:
            return "over"
        return "due" if row.due_at else "later"

    def _when(self, row: QueueRow, _cells: int) -> Cell:
        state = self._state(row)
        if row.done_at is not None:
            words = self.desk.local(row.done_at).strftime("%H:%M")
        elif row.due_on is None:
            words = ""
        else:
            time = self.desk.local(row.due_at).time() if row.due_at else None
            words = say_due(row.due_on, time, self.desk.today)
        role = {"over": "bad bold", "due": "warn bold"}.get(state) or state_role(state)
        return Piece(f"{state_sign(state)} {words}", role)

    def _what(self, row: QueueRow, _cells: int) -> Cell:
        if row.done_at is None:
            return row.kind
        minutes = f" {row.duration_minutes}m" if row.duration_minutes else ""
        return Piece(f"{row.outcome or row.kind}{minutes}", "muted")

    def _subject(self, row: QueueRow, _cells: int) -> Cell:
        if row.done_at is None:
            return row.subject
        if row.next_on:
            words = say_due(row.next_on, None, self.desk.today)
            return Piece(tr("next: {day}", day=f"{words} {row.next_text}".strip()), "muted")
        return Piece(row.subject, "muted")

    def _worth(self, row: QueueRow, _cells: int) -> Cell:
        if row.value_minor is not None:
            return Piece(amount(row.value_minor, row.currency), "muted")
        return Piece(str(row.score), "muted") if row.score is not None else ""

    # Reading

    def refresh_rows(self) -> None:
        self.read_rows()

    @work(exclusive=True, group="rows")
    async def read_rows(self) -> None:
        """The queue, in a thread; the cursor stays on its item, or goes on to the next when it is done."""
        everyone = self.desk.actor is None
        try:
            self.day = await self.desk_app.read(lambda: today(self.desk, owner=self.desk.actor, everyone=everyone))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self._show()

    def _show(self) -> None:
        day = self.day
        if day is None:
            return
        before, self.items = self.items, self._build(day)
        self.list.set_source(ListSource(self.items), cursor=self._next_to_do(before))
        hint = self.chrome.keymap.hint
        words = tr("Queue clear. {calls} done today.", calls=plural(len(day.done), tr("thing"), tr("things")))
        if not day.done:
            words = tr("Nothing planned for today.")
        self.list.set_empty(words, [hint("record.add"), hint("tab.leads")])
        self.show_status()

    def _next_to_do(self, before: list[Item]) -> Hashable:
        """Where the cursor goes when its item was just done: to the next one of the queue, not after it."""
        key = self.list.cursor_key
        rows = [item for item in before if isinstance(item, Row)]
        at = next((n for n, row in enumerate(rows) if row.key == key and row.value.done_at is None), None)
        waiting = {item.key for item in self.items if isinstance(item, Row) and item.value.done_at is None}
        if at is None or key in waiting:
            return None
        return next((row.key for row in [*rows[at + 1 :], *rows] if row.key in waiting), None)

    def _progress(self, day: Today) -> list[Piece]:
        """What was done today and how much is left, as one line above the queue."""
        done = day.counts()
        line: list[Piece] = []
        for key, label in (("calls", tr("Calls")), ("talks", tr("Talks")), ("meetings", tr("Meetings"))):
            line += [Piece(f"{label} ", "muted"), Piece(f"{done[key]:<5}", "strong bold")]
        whole = len(day.done) + day.left
        share = len(day.done) / whole if whole else 0.0
        line += [*bar(share, 18, "ok"), Piece("   ")]
        left = tr("{count} left", count=f"{day.left:,}") if day.left else tr("queue clear")
        return [*line, Piece(left, "accent bold" if day.left else "ok bold")]

    def _build(self, day: Today) -> list[Item]:
        items: list[Item] = [Remark(self._progress(day)), Remark()] if day.done or day.left else []
        head = len(items)
        groups = (("OVERDUE", "bad", day.overdue), ("TODAY", "warn", day.timed), ("ANYTIME", "muted", day.anytime))
        for word, role, rows in groups:
            if rows:
                items.append(Heading(tr(word), len(rows), role))
                items += [Row(row.id, row) for row in rows]
        if day.done:
            items += [*([Remark()] if len(items) > head else []), Heading(tr("DONE"), len(day.done), "ok")]
            shown = day.done if self.all_done else day.done[:DONE_SHOWN]
            items += [Row(row.id, row) for row in shown]
            hidden = len(day.done) - len(shown)
            if hidden:
                line = [Piece(f"  … {hidden} ", "muted"), Piece(tr("more   enter opens"), "label")]
                items.append(Remark(line, _MORE_DONE))
        care = self._care(day)
        if care:
            items += [*([Remark()] if items else []), *care]
        return items

    def _care(self, day: Today) -> list[Item]:
        care = day.care
        found = (
            (
                _CARE_LEADS,
                care.leads_without_step,
                plural(care.leads_without_step, tr("lead has"), tr("leads have")),
                tr("no next step"),
            ),
            (
                _CARE_DEALS,
                care.deals_without_step,
                plural(care.deals_without_step, tr("deal has"), tr("deals have")),
                tr("no next step"),
            ),
            (
                _CARE_SILENT,
                care.silent_deals,
                plural(care.silent_deals, tr("deal is"), tr("deals are")),
                tr("silent for {days} days", days=SILENT_DAYS),
            ),
        )
        items: list[Item] = []
        for key, count, who, words in found:
            if count:
                head = tr("Needs care") if not items else ""
                line = [
                    Piece(f"{head:<13}", "bad"),
                    Piece(f"{who} {words}", "text"),
                    Piece(tr("   enter opens"), "label"),
                ]
                items.append(Remark(line, key))
        return items

    # What is meant

    def targets(self) -> Sequence[Ref]:
        rows = [item.value for item in self.items if isinstance(item, Row) and self.list.marks.has(item.key)]
        if not self.list.marked_count:
            item = self.list.item
            rows = [item.value] if isinstance(item, Row) else []
        refs = {row.record_id or row.id: self._ref(row) for row in rows}
        return list(refs.values())

    def _ref(self, row: QueueRow) -> Ref:
        if row.record_id:
            return Ref(row.record_kind, row.record_id, row.code, row.name, row.company)
        return by_id(self.desk.connection, "activity", row.id)

    def done_with_marks(self) -> None:
        self.list.clear_marks()

    def clear(self) -> None:
        """Esc: the marks."""
        self.list.clear_marks()

    def place_in_queue(self) -> str:
        """`call 3 of 7`."""
        rows = [item for item in self.items if isinstance(item, Row) and item.value.done_at is None]
        at = next((n for n, row in enumerate(rows, 1) if row.key == self.list.cursor_key), 0)
        return tr("call {at} of {all}", at=at, all=len(rows)) if at else ""

    # Showing

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        item = event.item
        if isinstance(item, Row) and item.value.record_id:
            self.desk_app.open_record(item.value.record_kind, item.value.record_id)
        elif isinstance(item, Remark):
            self._open_remark(str(item.key))

    def _open_remark(self, key: str) -> None:
        if key == _MORE_DONE:
            self.all_done = True
            self._show()
            return
        mine = "" if self.desk.actor is None else "owner:me "
        tab, query = {
            _CARE_LEADS: ("leads", f"status:open {mine}next:none"),
            _CARE_DEALS: ("deals", f"status:open {mine}next:none"),
            _CARE_SILENT: ("deals", f"status:open {mine}touch:{SILENT_DAYS}d.."),
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

    def _row(self) -> QueueRow | None:
        item = self.list.item
        value = item.value if isinstance(item, Row) else None
        return value if isinstance(value, QueueRow) else None

    def show_status(self) -> None:
        """The marked items, or the one under the cursor with its phone and the progress of the day."""
        if self.list.marked_count:
            self.status(tr("{count} selected", count=self.list.marked_count), [], self.chrome.keymap.marked())
            return
        row = self._row()
        if row is None:
            self.status(tr("Today"))
            return
        hint = self.chrome.keymap.hint
        hints = [hint("record.dial", label=row.phone)] if row.phone else []
        when = self._when(row, 12)
        self.status(row.name, [when, row.subject or row.kind], hints)

    @work(exclusive=True, group="pane")
    async def show_pane(self) -> None:
        """The record of the item, beside the queue."""
        row = self._row()
        if row is None or row.record_id is None or not self.pane.display:
            self.pane.show()
            return
        kind, key = row.record_kind, row.record_id
        page = await self.desk_app.read(lambda: pages.page(self.desk, kind, key, events=8))
        cells = self.pane.inner
        if isinstance(page, pages.LeadPage):
            self.pane.show(row.name, pane.subtitle(page), self._why(row) + pane.lead_sections(page, self.desk, cells))
        elif isinstance(page, pages.DealPage):
            self.pane.show(
                row.name,
                f"{page.row.name}{f', {row.company}' if row.company else ''}",
                self._why(row) + pane.deal_sections(page, self.desk, cells),
            )
        elif page is not None:
            self.pane.show(row.name, row.company, pane.plain_sections(page, self.desk, cells))

    def _why(self, row: QueueRow) -> list[Section]:
        """Why this one is where it is in the queue."""
        if row.done_at is not None:
            return []
        reasons = []
        if row.due_on and row.due_on < self.desk.today:
            reasons.append(tr("promised {days} days ago", days=(self.desk.today - row.due_on).days))
        elif row.due_at:
            local = self.desk.local(row.due_at)
            reasons.append(tr("agreed for {time}", time=local.strftime("%H:%M")))
        if row.value_minor is not None:
            reasons.append(tr("worth {amount}", amount=amount(row.value_minor, row.currency)))
        if row.score is not None and row.score >= 70:
            reasons.append(tr("score {score}", score=row.score))
        if not reasons:
            return []
        return [Section(tr("WHY NOW"), rows=[PaneRow(Piece(reason, "text")) for reason in reasons])]

    def action_pane_zoom(self) -> None:
        """Show or hide the side pane."""
        self.pane.display = not self.pane.display
        self.show_pane()

    def action_filter_edit(self) -> None:
        """The queue itself has no filter yet; the list of leads has."""
        self.desk_app.show_tab("leads", None, edit_filter=True)

    def action_view_menu(self) -> None:
        """Views are of the lists."""
        self.desk_app.show_tab("leads", None)

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.desk_app.leave()
