"""The guided pass through a pipeline review: headline, changes, deal by deal, forecast, technique, close."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult

from salesdesk.actions.review import PAGES as PAGE_KEYS
from salesdesk.domain.dates import say_day
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.keymap import KeyHint
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.review_pages import PAGES, Drawing, labels
from salesdesk.screens.review_verbs import ReviewVerbs
from salesdesk.screens.working import PlacedScreen
from salesdesk.services import pages, reviewing
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.reviewing import Look
from salesdesk.services.reviewing.care import Concern
from salesdesk.store.read import reviews
from salesdesk.store.read.reviews import ReviewRow
from salesdesk.widgets.paging import Item, ListSource, Remark, Row, key_of
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Cell, Piece
from salesdesk.widgets.view_line import View, ViewLine


class ReviewScreen(PlacedScreen, ReviewVerbs):
    """Opened from tab 8; `]` goes on, `[` back, q leaves it open to go on later. The verbs of records mean the deal in
    sight. Everything said is in the store at once, so that it goes on where it was left, also after a crash."""

    STACK = "review"
    ENTITY = "deal"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    ReviewScreen > FilterLine { display: none; }
    ReviewScreen > ViewLine, ReviewScreen.-short > ViewLine { display: block; margin-bottom: 1; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, review: ReviewRow) -> None:
        self.page = ""
        self.seen: Look | None = None
        super().__init__(desk, chrome)
        self.review = review
        # The deal in sight, by its key: the list may change while it is looked at.
        self.deal: bytes | None = None
        self.drafts: dict[bytes, str] = {}
        self._turned = True

    def compose_body(self) -> ComposeResult:
        self.list = RecordList((), heads=False)
        yield self.list

    def on_mount(self) -> None:
        self.list.focus()
        self.reload()

    def focus_body(self) -> None:
        self.list.focus()

    def footer_hints(self) -> Sequence[KeyHint]:
        """The key bar of the page in sight."""
        # What is named first stays longest where there is little room.
        names = PAGE_KEYS.get(self.page, PAGE_KEYS["headline"])
        return [replace(self.chrome.keymap.hint(name), rank=at) for at, name in enumerate(names)]

    # Reading

    async def read_rows(self) -> None:
        """The page in sight, in a thread."""
        cells = max(40, self.size.width - 6)
        try:
            seen, items = await self.desk_app.read(lambda: self._read(Drawing(self.desk, cells)))
        except SalesdeskError as error:
            # Taken back by somebody while it was looked at.
            self.desk_app.leave()
            self.desk_app.desk_screen().say(str(error), "warning")
            return
        first = self.seen is None
        self.seen, self.review = seen, seen.review
        if first:
            self.desk_app.release_keys()
        # Every line can be stood on, so that a long page scrolls.
        lines = [
            replace(item, key=("line", at)) if isinstance(item, Remark) and item.key is None and item.line else item
            for at, item in enumerate(items)
        ]
        first_key = next((key_of(item) for item in lines if key_of(item) is not None), None)
        self.list.set_source(ListSource(lines), cursor=first_key if self._turned else None, from_top=self._turned)
        self._turned = False
        self._show_steps(seen)
        self.key_footer.show(self.footer_hints())

    def _read(self, draw: Drawing) -> tuple[Look, list[Item]]:
        desk = self.desk
        seen = reviewing.look(desk, reviewing.fresh(desk, self.review))
        if not self.page:
            self.page = _resumed(seen)
        if self.page == "changes":
            return seen, draw.changes(seen)
        if self.page == "deals":
            return seen, self._deal_items(draw, seen)
        if self.page == "forecast":
            target = seen.outlook.target
            said = reviews.forecasts(desk.connection, seen.review.member_id)
            return seen, draw.forecast(seen, [f for f in said if f.starts_on == target.first])
        if self.page == "technique":
            return seen, draw.technique(seen, reviewing.technique(desk, seen.review))
        if self.page == "close":
            return seen, draw.close(seen, reviewing.minutes(desk, seen.review))
        return seen, draw.headline(seen)

    def _deal_items(self, draw: Drawing, seen: Look) -> list[Item]:
        deals = seen.concerns.deals
        if not deals:
            return [Remark(Piece(tr("No open deal needs a word. ] goes on to the forecast."), "muted"), "none")]
        place = self._place(deals)
        one = deals[place]
        self.deal = one.ref.id
        page = pages.page(self.desk, "deal", one.ref.id, events=20)
        found = page if isinstance(page, pages.DealPage) else None
        return draw.deal(one, found, seen.task_of.get(one.ref.id, ()), place + 1, len(deals))

    def _place(self, deals: Sequence[Concern]) -> int:
        """Where the deal in sight stands; the first that was not looked at when there is none."""
        here = next((at for at, one in enumerate(deals) if one.ref.id == self.deal), None)
        if here is None:
            here = next((at for at, one in enumerate(deals) if one.item is None), 0)
        return here

    def _show_steps(self, seen: Look) -> None:
        named, found = labels(), seen.concerns
        counted = {"changes": len(seen.changes), "deals": len(found.deals) - found.done}
        self.view_line.show([View(name, named[name], counted.get(name)) for name in PAGES], self.page)
        who = seen.review.member or tr("the team")
        state = Piece(tr("open"), "warn") if seen.review.open else Piece(tr("closed"), "ok")
        done = tr("{done} of {all} looked at", done=found.done, all=plural(len(found.deals), tr("deal"), tr("deals")))
        parts: list[Cell] = [state, tr("since {day}", day=say_day(seen.review.period_from, self.desk.today)), done]
        self.status(tr("Review: {who}", who=who), [*parts, plural(len(seen.tasks), tr("task"), tr("tasks"))])

    def targets(self) -> Sequence[Ref]:
        one = self.concern
        if one is not None:
            return [one.ref]
        item = self.list.item
        key = item.key if isinstance(item, Remark) else None
        return [key] if isinstance(key, Ref) else []

    @property
    def concern(self) -> Concern | None:
        """The deal in sight."""
        if self.page != "deals" or self.seen is None:
            return None
        return next((one for one in self.seen.concerns.deals if one.ref.id == self.deal), None)

    # Going on and back

    def show_page(self, page: str) -> None:
        """Show a page from its top."""
        self.page = page
        self._turned = True
        if page == "deals" and self.deal is None and self.seen is not None and self.seen.concerns.deals:
            # At once, so that a key typed ahead is about it.
            deals = self.seen.concerns.deals
            self.deal = deals[self._place(deals)].ref.id
        self.list.empty_out()
        self.reload()

    @on(ViewLine.Picked)
    def _page_clicked(self, event: ViewLine.Picked) -> None:
        self.show_page(event.view)

    def action_review_next(self) -> None:
        """Go on: the next deal, or the next page."""
        one, seen = self.concern, self.seen
        if seen is None:
            return
        if one is None:
            at = PAGES.index(self.page)
            if at + 1 < len(PAGES):
                self.deal = None
                self.show_page(PAGES[at + 1])
            return
        deals = seen.concerns.deals
        place = self._place(deals)
        if one.item is None and seen.review.open:
            why = one.why
            start_work(self, partial(self._looked_at, seen.review, one.ref, why), group="write")
        if place + 1 < len(deals):
            self.deal = deals[place + 1].ref.id
            self.show_page("deals")
        else:
            self.show_page("forecast")

    async def _looked_at(self, review: ReviewRow, ref: Ref, why: str) -> None:
        """Keep that a deal was looked at; nothing is said about it, for nothing was."""
        try:
            await self.desk_app.write(lambda: reviewing.look_at(self.desk, review, ref, why))
        except SalesdeskError as error:
            self.say(str(error), "error")
        self.desk_app.changed()

    def action_review_back(self) -> None:
        """Back to the deal or the page before."""
        one, seen = self.concern, self.seen
        if one is not None and seen is not None and (place := self._place(seen.concerns.deals)) > 0:
            self.deal = seen.concerns.deals[place - 1].ref.id
            self.show_page("deals")
        elif self.page and (at := PAGES.index(self.page)) > 0:
            if PAGES[at - 1] == "deals" and seen is not None and seen.concerns.deals:
                self.deal = seen.concerns.deals[-1].ref.id
            self.show_page(PAGES[at - 1])

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        key = event.item.key if isinstance(event.item, Remark | Row) else None
        if isinstance(key, Ref):
            self.desk_app.open_record(key.kind, key.id)
        elif isinstance(key, tuple) and key[0] == "kind":
            self.show_page("changes")
        elif key == ("do", "review.deals"):
            self.deal = None
            self.show_page("deals")
        elif isinstance(key, tuple) and key[0] == "do":
            self.call_later(self.run, key[1])


def _resumed(seen: Look) -> str:
    """Where a review goes on: with the deals once one was looked at, after them with what is missing."""
    found = seen.concerns
    if not found.done and not seen.review.agreed:
        return "headline"
    if found.first_left < len(found.deals):
        return "deals"
    if seen.forecast is None:
        return "forecast"
    return "close" if seen.review.agreed else "technique"
