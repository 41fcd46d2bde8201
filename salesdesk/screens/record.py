"""The page of one record: its facts at the left, what happened at the right."""

from collections.abc import Sequence

from textual.app import ComposeResult

from salesdesk.domain.dates import say_day
from salesdesk.i18n import tr
from salesdesk.screens import filing, pane
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.columns import amount
from salesdesk.screens.verbs import RecordVerbs
from salesdesk.screens.working import PlacedScreen
from salesdesk.services import pages
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.read import call_log
from salesdesk.store.read.call_log import NeedRow
from salesdesk.widgets.paging import Heading, Item, ListSource, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.side_pane import SidePane
from salesdesk.widgets.text import Piece, words


def need_line(need: NeedRow, desk: Desk) -> list[Piece]:
    """A need in the buyer's words: `**` a wish, `*` a problem, how bad, since when."""
    sign, role = ("**", "ok bold") if need.kind == "explicit" else ("* ", "warn bold")
    severity = f" ({need.severity})" if need.severity else ""
    day = say_day(need.said_on, desk.today)
    return [Piece(f"{sign} ", role), Piece(f"{need.words}{severity}", "text"), Piece(f"   {day}", "label")]


class RecordScreen(PlacedScreen, RecordVerbs):
    """Opened in place by enter; `-` or q goes back."""

    STACK = "record"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    RecordScreen > ViewLine, RecordScreen > FilterLine { display: none; }
    RecordScreen.-narrow > #body > RecordList { display: block; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, kind: str, key: bytes) -> None:
        super().__init__(desk, chrome)
        self.kind = kind
        self.key = key
        self.ENTITY = kind

    def compose_body(self) -> ComposeResult:
        self.list = RecordList((), heads=False)
        self.pane = SidePane()
        yield self.list
        yield self.pane

    def on_mount(self) -> None:
        self.list.focus()
        self.reload()

    def targets(self) -> Sequence[Ref]:
        return [by_id(self.desk.connection, self.kind, self.key)]

    def focus_body(self) -> None:
        self.list.focus()

    async def read_rows(self) -> None:
        """The record as it is now; a deleted one closes its page."""
        page = await self.desk_app.read(lambda: pages.page(self.desk, self.kind, self.key, events=200))
        needs = await self.desk_app.read(lambda: call_log.needs_of(self.desk.connection, self.kind, self.key))
        if page is None:
            self.desk_app.leave()
            return
        cells = self.pane.inner
        if isinstance(page, pages.LeadPage):
            row = page.row
            self._head(row.name or row.company, pane.subtitle(page), f"L-{row.code}", row.status, row.owner)
            self.pane.show(tr("Lead"), row.status, pane.lead_sections(page, self.desk, cells, tags=False))
        elif isinstance(page, pages.DealPage):
            deal = page.row
            value = amount(deal.value_minor, deal.currency)
            self._head(deal.name, deal.account, f"D-{deal.code}", deal.stage, value, deal.owner)
            self.pane.show(tr("Deal"), deal.stage, pane.deal_sections(page, self.desk, cells))
        else:
            self._head(page.ref.name, page.ref.ref)
            self.pane.show(page.ref.name, page.ref.ref, pane.plain_sections(page, self.desk, cells))
        self.list.set_source(ListSource([*self._title, *self._items(page, needs)]))

    def _head(self, name: str, *details: str) -> None:
        detail = "   ".join(part for part in details if part)
        self.status(name, [Piece(detail, "muted")])
        self._title = [Remark(Piece(name, "strong bold")), Remark(Piece(detail, "muted")), Remark()]

    def _items(self, page: pages.Page, needs: Sequence[NeedRow]) -> list[Item]:
        # The first time it is made the list has no size yet.
        room = max(30, (self.list.size.width or min(74, self.app.size.width - 2)) - 6)
        items: list[Item] = [Heading(tr("FACTS"), None, "muted")]
        items += [
            Remark([Piece(f"{fact.label:<14}", "label"), Piece(fact.shown, "text")], f"fact-{fact.label}")
            for fact in page.facts
        ]
        if isinstance(page, pages.DealPage) and page.lines:
            items += [Remark(), Heading(tr("PRODUCTS"), len(page.lines), "muted")]
            for product in page.lines:
                price = amount(
                    product.price_minor if product.price_minor is not None else product.list_minor, product.currency
                )
                shown = [
                    Piece(f"{product.quantity:>4} × ", "label"),
                    Piece(f"{product.product:<28}", "text"),
                    Piece(f"{price:>10}", "muted"),
                ]
                items.append(Remark(shown, f"line-{product.id.hex()}"))
        if isinstance(page, pages.DealPage) and page.leads:
            items += [Remark(), Heading(tr("LEADS"), len(page.leads), "muted")]
            items += [Remark([Piece(f"{ref.name}  ", "text"), Piece(ref.detail, "muted")], ref) for ref in page.leads]
        if isinstance(page, pages.PlainPage) and page.related:
            items += [Remark(), Heading(tr("LINKED"), len(page.related), "muted")]
            items += [
                Remark(
                    [Piece(f"{ref.kind:<9}", "label"), Piece(f"{ref.name}  ", "text"), Piece(ref.detail, "muted")], ref
                )
                for ref in page.related
            ]
        if page.notes:
            items += [Remark(), Heading(tr("NOTES   E edits"), None, "muted")]
            items += [Remark(Piece(line, "text"), f"note-{n}") for n, line in enumerate(words(page.notes, room))]
        items += self._files(page)
        coming = pages.planned(page.events)
        if coming:
            items += [Remark(), Heading(tr("TO DO"), len(coming), "warn")]
            items += [Remark(pane.timeline_line(event, self.desk), f"todo-{n}") for n, event in enumerate(coming)]
        if needs:
            items += [Remark(), Heading(tr("NEEDS"), len(needs), "muted")]
            items += [Remark(need_line(need, self.desk), f"need-{need.id.hex()}") for need in needs]
        past = [event for event in page.events if event.what != "planned"]
        items += [Remark(), Heading(tr("TIMELINE"), len(past), "muted")]
        for number, event in enumerate(past):
            line = [*pane.timeline_line(event, self.desk), Piece(f"   {event.who}", "label")]
            items.append(Remark(line, f"event-{number}"))
            # What was said in a call, line by line.
            more = event.text.split("\n")[1:] if event.what == "done" else []
            said = [part for text in more for part in words(text, room - 10)]
            items += [
                Remark([Piece(" " * 9), Piece(part, "muted")], f"said-{number}-{n}") for n, part in enumerate(said)
            ]
        return items

    def _files(self, page: pages.Page) -> list[Item]:
        if not page.files:
            return []
        items: list[Item] = [Remark(), Heading(tr("FILES"), len(page.files), "muted")]
        for row in page.files:
            file = Ref("attachment", row.id, row.code, row.name)
            items.append(Remark(filing.file_line(row, self.desk), file))
        return items

    def on_record_list_opened(self, event: RecordList.Opened) -> None:
        """A linked record opens its own page, a file its program."""
        key = event.item.key if isinstance(event.item, Remark | Row) else None
        if isinstance(key, Ref) and key.kind == "attachment":
            filing.open_one(self, key)
        elif isinstance(key, Ref):
            self.desk_app.open_record(key.kind, key.id)

    def action_pane_zoom(self) -> None:
        """Show or hide the side pane."""
        self.pane.display = not self.pane.display
