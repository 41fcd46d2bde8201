"""The shelf of the outbox: what a person has to decide, what waits, what left."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import say_day
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.message import MessageDialog
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.services import drafting, mailing, outbox
from salesdesk.services.desk import Desk
from salesdesk.services.files import names_to_send
from salesdesk.services.outbox import MessageRow
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Cell, Piece, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

_SHOWN = 500
# The sign of a state, and its role.
_STATES = {
    "asked": ("due", "warn bold"),
    "failed": ("overdue", "bad bold"),
    "draft": ("due", "accent bold"),
    "sending": ("due", "accent"),
    "queued": ("later", "muted"),
    "bounced": ("overdue", "bad"),
    "sent": ("done", "ok"),
    "cancelled": ("none", "muted"),
}
_HEADS = {
    "asked": ("MAY HAVE BEEN SENT", "warn"),
    "failed": ("FAILED", "bad"),
    "draft": ("DRAFTS", "accent"),
    "sending": ("BEING SENT", "accent"),
    "queued": ("WAITING", "muted"),
    "bounced": ("CAME BACK", "bad"),
    "sent": ("SENT", "ok"),
    "cancelled": ("CANCELLED", "muted"),
}


class OutboxShelf(Shelf):
    """One's own mails by state: those to decide about first."""

    id = "outbox"
    label = tr("Outbox")
    empty = tr("The outbox is empty: m on a record writes a mail.")
    hints = (
        ("shelf.previous", ""),
        ("record.open", ""),
        ("outbox.send", ""),
        ("outbox.retry", ""),
        ("text.switch", tr("it was sent")),
        ("outbox.cancel", ""),
        ("history.undo", ""),
    )

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("when", tr("WHEN"), lambda r, _: _when(desk, r), width=11),
            Column("to", tr("TO"), lambda r, _: r.who, width=18, narrow=18, wide=24, lead=True),
            Column("subject", tr("SUBJECT"), lambda r, _: r.subject, flex=2),
            Column("why", "", lambda r, _: Piece(r.error, "muted"), flex=2, narrow=0),
        )

    def items(self, desk: Desk) -> list[Item]:
        mailing.ask_about_interrupted(desk)
        found = outbox.rows(desk, limit=_SHOWN)
        items: list[Item] = []
        for state in outbox.STATES:
            rows = [row for row in found if row.state == state]
            if rows:
                head, role = _HEADS[state]
                items += [Heading(tr(head), len(rows), role), *(Row(row.id, row) for row in rows)]
        return items

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: MessageRow = value
        sections = []
        if said := _said(row):
            role = _STATES[row.state][1].partition(" ")[0]
            sections.append(Section(rows=[PaneRow(Piece(line, role)) for line in words(said, cells)]))
        names = names_to_send(desk.connection, "message", row.id)
        if names:
            sections.append(Section(tr("ATTACHED"), rows=[PaneRow(name) for name in names]))
        body = [PaneRow(line) for text in row.body.split("\n") for line in words(text, cells) or [""]]
        sections.append(Section(rows=body))
        return row.subject, f"{row.who}  {row.to_address}" if row.to_name else row.to_address, sections

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        row: MessageRow = value
        return row.who, [_state(row), Piece(_said(row), "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        if value.state == drafting.STATE:
            self._open_draft(screen, value)
            return
        start_work(screen, partial(self._show, screen, value), group="verb", exclusive=True)

    def _open_draft(self, screen: "OutreachScreen", row: MessageRow) -> None:
        """A draft opens where mails are written: read, edit, send, or keep it."""
        from salesdesk.screens import mailing

        ref = outbox.record_of(screen.desk.connection, row)
        if ref is None:
            screen.say(tr("What this draft was about is gone; x discards it, undo brings the record back."), "warning")
        else:
            mailing.open_draft(screen, row, ref)

    async def _show(self, screen: "OutreachScreen", row: MessageRow) -> None:
        files = await screen.desk_app.read(lambda: names_to_send(screen.desk.connection, "message", row.id))
        dialog = MessageDialog(row, files, _state(row), _said(row))
        screen.open_dialog(dialog, lambda act: screen.call_later(screen.run, act))

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        """s: it was sent, as the person knows."""
        screen.write(lambda: outbox.mark_sent(screen.desk, value))

    def retried(self, screen: "OutreachScreen", value: Any) -> None:
        """r: into the outbox again, and out where that is set up."""
        postman = screen.desk_app.postman

        def then() -> None:
            if postman.ready:
                start_work(screen, partial(postman.send, [value.id]), group="postman")

        screen.write(lambda: outbox.retry(screen.desk, [value]), then)

    def cancelled(self, screen: "OutreachScreen", value: Any) -> None:
        """x."""
        screen.write(lambda: outbox.cancel(screen.desk, [value]))


def _state(row: MessageRow) -> Piece:
    sign, role = _STATES[row.state]
    return Piece(f"{getattr(glyphs(), sign)} {tr(row.state)}", role)


def _when(desk: Desk, row: MessageRow) -> Piece:
    """When it left, when it may leave, or when it was written, with the sign of its state."""
    at = row.sent_at or row.send_at or row.made_at
    sign, role = _STATES[row.state]
    if at is None:
        return Piece(getattr(glyphs(), sign), role)
    local = desk.local(at)
    said = f"{local:%H:%M}" if local.date() == desk.today else say_day(local.date(), desk.today)
    return Piece(f"{getattr(glyphs(), sign)} {said}", role)


def _said(row: MessageRow) -> str:
    """What a person should know about where it is."""
    if row.state == "asked":
        why = f"{row.error}. " if row.error else ""
        return why + tr("It may have been sent: look in your Sent folder. s: it was sent, r: send it again.")
    if row.state == drafting.STATE:
        return tr("A draft leaves only when you send it: enter opens it, x discards it.")
    if row.state == "failed":
        return row.error
    if row.state == "queued" and row.send_at is not None:
        return tr("waits for its time") + (f": {row.error}" if row.error else "")
    return row.error
