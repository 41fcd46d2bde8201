"""The shelf of mail that came in: who, about what, when, and what it was matched to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import say_day
from salesdesk.i18n import tr
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.services.desk import Desk
from salesdesk.services.records import reference
from salesdesk.store.read.inbox import IncomingRow, incoming
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Piece, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

_SHOWN = 500
# What a mail was, with its sign and role.
_KINDS = {
    "received": ("done", tr("reply"), "ok"),
    "automatic": ("later", tr("automatic"), "muted"),
    "bounced": ("overdue", tr("bounced"), "bad"),
    "delayed": ("due", tr("late"), "warn"),
    "unsubscribed": ("overdue", tr("unsubscribed"), "bad"),
}


class InboxShelf(Shelf):
    """Replies, bounces and wishes, the newest first."""

    id = "inbox"
    label = tr("Inbox")
    hints = (
        ("shelf.previous", ""),
        ("record.open", ""),
        ("inbox.fetch", ""),
        ("history.undo", ""),
    )
    empty = tr("No mail came in yet. R looks for it; where, is set by: salesdesk config set inbox.source.")

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("when", tr("WHEN"), lambda r, _: Piece(_when(desk, r), "muted"), width=9),
            Column("kind", tr("WHAT"), lambda r, _: _kind(r), width=14),
            Column("who", tr("WHO"), lambda r, _: _who(r), width=18, narrow=16, wide=24, lead=True),
            Column("subject", tr("ABOUT"), lambda r, _: _about(r), flex=1),
            Column("to", tr("MATCHED TO"), lambda r, _: Piece(_record(r), "muted"), width=0, narrow=0, wide=12),
        )

    def items(self, desk: Desk) -> list[Item]:
        return [Row(row.id, row) for row in incoming(desk.connection, limit=_SHOWN)]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: IncomingRow = value
        lines = [PaneRow(line) for text in row.text.split("\n") for line in words(text, cells) or [""]]
        matched = [PaneRow(row.name, Piece(_record(row), "muted"))] if row.record_id else []
        if row.company and row.company != row.name:
            matched.append(PaneRow(Piece(row.company, "muted")))
        nobody = [PaneRow(Piece(tr("nobody known; only the address is kept"), "label"))]
        return (
            row.subject or tr("no subject"),
            row.sender,
            [Section(tr("MATCHED TO"), rows=matched or nobody), Section(tr("TEXT"), _kind(row), lines)],
        )

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return _who(value), [_kind(value), Piece(_about(value), "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        if value.record_id is None:
            screen.say(tr("Nobody here has the address {address}.", address=value.sender), "note")
        else:
            screen.desk_app.open_record(value.record_kind, value.record_id)


def _when(desk: Desk, row: IncomingRow) -> str:
    if row.at is None:
        return ""
    local = desk.local(row.at)
    return local.strftime("%H:%M") if local.date() == desk.today else say_day(local.date(), desk.today)


def _kind(row: IncomingRow) -> Piece:
    sign, word, role = _KINDS[row.state]
    return Piece(f"{getattr(glyphs(), sign)} {word}", role)


def _about(row: IncomingRow) -> str:
    """The subject; a bounce has none of its own, but a reason."""
    return row.text.split("\n")[0] if row.state in {"bounced", "delayed"} else row.subject


def _who(row: IncomingRow) -> str:
    return row.name or row.sender


def _record(row: IncomingRow) -> str:
    return reference(row.record_kind, row.record_code) if row.record_id else ""
