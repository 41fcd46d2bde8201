"""Undo and redo, and the list of what was done."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.i18n import tr
from salesdesk.services import history
from salesdesk.services.desk import Desk
from salesdesk.services.history import OperationRow

commands = Commands()
_USUAL = 20


@commands.verb("undo", listing=True, examples=("undo", "undo --list", "undo 3f9a0c21"))
def undo(
    call: Call,
    operation: Annotated[str | None, Argument("OPERATION", "Its key, as --list shows it.")] = None,
    listed: Annotated[bool, Option("--list", help="Show what was done, newest first.")] = False,
    keep_used: Annotated[
        bool, Option("--keep-used", help="Keep the added records that later changes use; take back the rest.")
    ] = False,
) -> Listing | Done:
    """Take back your last change, or any other.

    Without OPERATION: your own newest change on this machine that is not taken back yet. The change of
    somebody else goes only by its key. Refused when a later change stands on it; the message names that one.
    """
    if listed:
        limit = _USUAL if call.limit is None and call.terminal else call.limit
        return _listing(call, limit)
    done = history.undo(_doer(call), operation, keep_used=keep_used)
    return Done(tr("Took back: {label}. Again: salesdesk redo", label=done.label), _document(done))


@commands.verb("redo", result=True)
def redo(call: Call) -> Done:
    """Bring again what your last undo took back."""
    done = history.redo(_doer(call))
    return Done(tr("Brought again: {label}. Undo: salesdesk undo", label=done.label), _document(done))


def _doer(call: Call) -> Desk:
    """The desk of who undoes: a known member, or nobody for what was done before anybody said who they are."""
    desk = call.desk
    return desk if desk.actor is not None or history.last_was_nobodys(desk) else call.own_desk


def _document(row: OperationRow) -> dict[str, object]:
    return {"operation": row.text_id, "label": row.label, "at": row.at}


def _listing(call: Call, limit: int | None) -> Listing:
    desk = call.desk
    return Listing(
        (
            Column("key", "Key", lambda row: row.key),
            Column("at", "When", lambda row: row.at, show=lambda row: f"{desk.local(row.at):%Y-%m-%d %H:%M}"),
            Column("actor", "Who", lambda row: row.actor, rank=1),
            Column("source", "From", lambda row: row.source, rank=3),
            Column("label", "What", lambda row: row.label, tone=lambda row: "muted" if row.undone else ""),
            Column(
                "undone",
                "",
                lambda row: row.undone,
                show=lambda row: tr("taken back") if row.undone else "",
                rank=2,
            ),
            Column("operation", "Operation", lambda row: row.text_id, extra=True),
            Column("action", "Action", lambda row: row.action, extra=True),
            Column("device", "Device", lambda row: row.device, extra=True),
        ),
        history.operations(desk, limit=1_000_000 if limit is None else limit),
        ref=lambda row: row.text_id,
    )
