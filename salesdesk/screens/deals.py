"""Deals: the board by stage, or the same as a table."""

from collections.abc import Hashable, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult

from salesdesk.actions.table import STACKS
from salesdesk.domain.language.fields import Where
from salesdesk.domain.money import format_money
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.columns import DEAL_COLUMNS, amount, deal_age, deal_state, deal_when
from salesdesk.screens.verbs import RecordVerbs, marked_keys
from salesdesk.services import negotiating, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.read import deals, lists
from salesdesk.store.read.deals import DealRow, StageSum
from salesdesk.store.read.lookups import StageRow, stages
from salesdesk.widgets.board import Board
from salesdesk.widgets.cards import Card, Stage, state_role, state_sign
from salesdesk.widgets.paging import Item, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.text import Piece


class DealBoard:
    """The cards of one pipeline that fit a filter; Lost shows only when it holds what was asked for."""

    def __init__(
        self, desk: Desk, where: Where, rows: Sequence[StageRow], sums: dict[bytes, StageSum], *, lost: bool
    ) -> None:
        self._desk = desk
        self._where = where
        self.rows = [r for r in rows if r.meaning != "lost" or lost]
        self._sums = sums
        self._keys: dict[bytes, list[bytes]] = {}

    @property
    def stages(self) -> Sequence[Stage]:
        """The columns with their counts and sums."""
        return [self._stage(row) for row in self.rows]

    def _stage(self, row: StageRow) -> Stage:
        found = self._sums.get(row.id)
        role = {"won": "ok", "lost": "bad"}.get(row.meaning, "label")
        if found is None:
            return Stage(row.id, row.name, 0, "", 0.0, role)
        value = found.value_minor or found.list_minor
        total = amount(found.value_minor, self._desk.currency)
        if not found.value_minor and found.list_minor:
            total = f"({amount(found.list_minor, self._desk.currency)})"
        return Stage(row.id, row.name, found.count, total, float(value), role)

    def _ids(self, stage: int) -> list[bytes]:
        row = self.rows[stage]
        if row.id not in self._keys:
            closed = row.meaning != "open"
            self._keys[row.id] = deals.card_keys(self._desk.connection, row.id, self._where, closed=closed)
        return self._keys[row.id]

    def cards(self, stage: int, start: int, stop: int) -> Sequence[Card]:
        """Some cards of a column."""
        found = deals.rows(self._desk.connection, self._ids(stage)[start:stop])
        return [card(row, self._desk) for row in found]

    def find(self, key: Hashable) -> tuple[int, int] | None:
        """Where a deal is."""
        for index, row in enumerate(self.rows):
            if row.id not in self._keys and not isinstance(key, bytes):
                continue
            ids = self._ids(index)
            if key in ids:
                return index, ids.index(key)
        return None


def card(row: DealRow, desk: Desk) -> Card:
    """A deal as a card."""
    age, stale = deal_age(row, desk)
    state = deal_state(row, desk)
    note = row.next_text or row.next_kind or (tr("no next step") if row.state == "open" else "")
    if row.state == "won" and row.won_on and row.first_on:
        note = tr("Won in {days} days", days=(row.won_on - row.first_on).days)
    elif row.state == "lost":
        note = row.lost_reason
    value = amount(row.value_minor, row.currency)
    if row.value_minor is None and row.list_minor is not None:
        value = f"({amount(row.list_minor, row.currency)})"
    return Card(row.id, row.account or row.name, value, note, deal_when(row, desk), state, age, stale, row)


class TableSource:
    """The deals of a listing, for the table."""

    def __init__(self, desk: Desk, ids: Sequence[bytes]) -> None:
        self._desk = desk
        self._ids = list(ids)

    @property
    def count(self) -> int:
        """How many."""
        return len(self._ids)

    records = count

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """The rows of that span."""
        wanted = self._ids[start:stop]
        found = {row.id: row for row in deals.rows(self._desk.connection, wanted)}
        return [Row(key, found.get(key)) for key in wanted]

    def index_of(self, key: Hashable) -> int | None:
        """Where a deal stands."""
        return self._ids.index(key) if key in self._ids else None


class DealsScreen(RecordVerbs):
    """Tab 3."""

    STACK = "deals"
    ENTITY = "deal"
    BINDINGS = screen_bindings(STACK)

    def compose_body(self) -> ComposeResult:
        self.board = Board()
        self.table = RecordList(DEAL_COLUMNS)
        self.table.display = False
        yield self.board
        yield self.table

    def on_mount(self) -> None:
        self.ids: list[bytes] = []
        self.stages: dict[bytes, StageRow] = {}
        self.first_view()
        self.board.focus()
        self.reload()

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return bool(self.table.display)

    def contexts(self) -> Sequence[str]:
        return STACKS["deals as a table" if self.as_table else "deals"]

    def focus_body(self) -> None:
        (self.table if self.as_table else self.board).focus()

    def action_board_table(self) -> None:
        """Switch between the board and a table."""
        self.table.display = not self.table.display
        self.board.display = not self.table.display
        self.refresh_rows()
        self.focus_body()

    async def read_rows(self) -> None:
        """The deals of the filter, in a thread; the place is kept."""
        query = await self.read_filter()
        as_table = self.as_table

        def read() -> tuple[Any, ...]:
            with self.desk.workspace.snapshot() as connection:
                _, where, _ = views.where(self.desk, "deal", query)
                pipeline = _pipeline(self.desk, where)
                every = stages(connection, pipeline)
                # The board shows what came of the open deals too: Won and Lost of the last quarter.
                seen = _with_recent(self.desk, query, where)
                sums = deals.sums(connection, pipeline, seen, self.desk.currency) if pipeline else {}
                ids = views.listing(self.desk, "deal", query).ids if as_table else []
                total = lists.count(connection, "deal", where)
                return where, every, sums, ids, total, seen

        try:
            _, every, sums, ids, total, seen = await self.desk_app.read(read)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.ids = ids
        self.stages = {row.id: row for row in every}
        if as_table:
            self.table.set_source(TableSource(self.desk, ids), new_filter=True)
            self.table.set_empty(tr("No deal fits this filter."), [self.chrome.keymap.hint("filter.edit")])
        else:
            lost = any(row.meaning == "lost" and sums.get(row.id) for row in every) and "lost" in query
            self.board.set_source(DealBoard(self.desk, seen, every, sums, lost=lost))
        self._summary(every, sums, total)

    def _summary(self, every: Sequence[StageRow], sums: dict[bytes, StageSum], total: int) -> None:
        currency = self.desk.currency
        open_sums = [sums[row.id] for row in every if row.meaning == "open" and row.id in sums]
        won = sum(sums[row.id].value_minor for row in every if row.meaning == "won" and row.id in sums)
        value = sum(s.value_minor for s in open_sums)
        listed = sum(s.list_minor for s in open_sums)
        parts: list[Any] = [
            [Piece(tr("open "), "muted"), Piece(format_money(value, currency, short=True), "strong bold")]
        ]
        if listed:
            parts.append(
                [Piece(tr("at list price "), "muted"), Piece(format_money(listed, currency, short=True), "text")]
            )
        weighted = sum(s.weighted_minor for s in open_sums)
        parts.append(
            [Piece(tr("weighted "), "muted"), Piece(format_money(weighted, currency, short=True), "accent bold")]
        )
        if won:
            parts.append([Piece(tr("won "), "muted"), Piece(format_money(won, currency, short=True), "ok bold")])
        if self.as_table:
            parts.insert(0, Piece(f"{total:,}", "strong bold"))
        self.filter_line.show_summary(*parts)

    # What is meant

    def targets(self) -> Sequence[Ref]:
        if self.as_table:
            item = self.table.item
            keys = marked_keys(self.table.marks, self.ids)
            keys = keys or ([item.key] if isinstance(item, Row) and isinstance(item.key, bytes) else [])
        else:
            focused = self.board.card
            keys = [focused.key] if focused is not None and isinstance(focused.key, bytes) else []
        found = deals.rows(self.desk.connection, keys)
        return [Ref("deal", row.id, row.code, row.name, row.account) for row in found]

    def done_with_marks(self) -> None:
        self.table.clear_marks()

    def clear(self) -> None:
        """Esc: the filter first, then the marks."""
        if self.filter_line.value:
            self.filter_line.set_value("")
            self.reload()
        else:
            self.table.clear_marks()

    # Moving

    def action_deal_forward(self) -> None:
        """One stage forward."""
        self._carry(1)

    def action_deal_back(self) -> None:
        """One stage back."""
        self._carry(-1)

    def _carry(self, step: int) -> None:
        target = self.board.neighbour(step)
        if self.as_table:
            self.say(tr("Cards are moved on the board; here s chooses the stage."), "note")
            return
        if target is None or self.board.card is None:
            return
        stage = self.stages.get(target.id) if isinstance(target.id, bytes) else None
        if stage is not None:
            self.on_targets(lambda refs: self.move_deals(refs, stage))

    def action_deal_lower(self) -> None:
        """Below the next card."""
        self._swap(1)

    def action_deal_higher(self) -> None:
        """Above the card before."""
        self._swap(-1)

    def _swap(self, step: int) -> None:
        near, far = self.board.beside(step), self.board.beside(2 * step)
        if self.as_table or near is None:
            return
        first, second = (near, far) if step > 0 else (far, near)
        above = first.key if first and isinstance(first.key, bytes) else None
        below = second.key if second and isinstance(second.key, bytes) else None
        self.on_targets(lambda refs: self.write(lambda: negotiating.reorder(self.desk, refs[0], above, below)))

    @on(Board.Dropped)
    def _dropped(self, event: Board.Dropped) -> None:
        stage = self.stages.get(event.stage.id) if isinstance(event.stage.id, bytes) else None
        if stage is not None and isinstance(event.card.value, DealRow):
            row = event.card.value
            self.move_deals([Ref("deal", row.id, row.code, row.name, row.account)], stage)

    # Showing

    @on(Board.Opened)
    def _open(self, event: Board.Opened) -> None:
        self.desk_app.open_record("deal", event.card.key)

    @on(RecordList.Opened)
    def _open_row(self, event: RecordList.Opened) -> None:
        if isinstance(event.item, Row):
            self.desk_app.open_record("deal", event.item.key)

    @on(Board.CursorMoved)
    def _focused(self, event: Board.CursorMoved) -> None:
        row = event.card.value if event.card else None
        if not isinstance(row, DealRow) or event.stage is None:
            self.status(event.stage.label if event.stage else "", [tr("no deals here")] if event.stage else [])
            return
        left, right = self.board.neighbour(-1), self.board.neighbour(1)
        parts: list[Any] = []
        if left:
            parts.append([Piece("H", "accent bold"), Piece(f" ‹ {left.label}", "muted")])
        if right:
            parts.append([Piece("L", "accent bold"), Piece(f" {right.label} ›", "muted")])
        state = deal_state(row, self.desk)
        step = " ".join(part for part in (deal_when(row, self.desk), row.next_text or row.next_kind) if part)
        if row.state == "open":
            parts.append([Piece(tr("next "), "label"), Piece(f"{state_sign(state)} {step}", state_role(state))])
            parts.append(Piece(tr("in stage {age}", age=deal_age(row, self.desk)[0]), "label"))
        before, after = self.board.hidden
        if before:
            parts.append(Piece(f"‹ {len(before)}: {', '.join(s.label for s in before)}", "label"))
        if after:
            parts.append(Piece(f"{len(after)} ›: {', '.join(s.label for s in after)}", "label"))
        self.status([Piece(row.account or row.name, "strong bold"), Piece(f" {event.stage.label}", "accent")], parts)

    @on(RecordList.CursorMoved)
    @on(RecordList.MarksChanged)
    def _row_moved(self) -> None:
        if self.table.marked_count:
            self.status(tr("{count} selected", count=f"{self.table.marked_count:,}"), [], self.chrome.keymap.marked())
            return
        item = self.table.item
        row = item.value if isinstance(item, Row) else None
        if isinstance(row, DealRow):
            hints = [self.chrome.keymap.hint("record.dial", label=row.phone)] if row.phone else []
            self.status(row.name, [row.account, row.contact], hints)

    @on(Board.Failed)
    @on(RecordList.Failed)
    def _failed(self, event: Board.Failed | RecordList.Failed) -> None:
        self.say(str(event.error), "error")

    def action_app_back(self) -> None:
        """Back, or away at the root."""
        self.desk_app.leave()


def _pipeline(desk: Desk, where: Where) -> bytes | None:
    """The pipeline most of the deals that fit are in, else the first."""
    found = desk.connection.value(
        "SELECT d.pipeline_id FROM deal d WHERE d.deleted_op IS NULL AND d.pipeline_id IS NOT NULL"
        f" AND {where.sql} GROUP BY d.pipeline_id ORDER BY count(*) DESC, d.pipeline_id LIMIT 1",
        where.params,
    )
    first = "SELECT id FROM pipeline WHERE deleted_op IS NULL ORDER BY position, id LIMIT 1"
    key: bytes | None = found or desk.connection.value(first)
    return key


def _with_recent(desk: Desk, query: str, where: Where) -> Where:
    """The filter, with what was won this month added when it asks for open deals, so that the board ends in Won."""
    if "status:open" not in query:
        return where
    won = query.replace("status:open", "status:won")
    _, also, _ = views.where(desk, "deal", won)
    since = desk.today.replace(day=1).isoformat()
    return Where(f"(({where.sql}) OR (({also.sql}) AND d.won_on >= ?))", (*where.params, *also.params, since))
