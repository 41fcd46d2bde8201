"""Undo, redo, and the list of what was done."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.ids import id_from_text, id_text
from salesdesk.errors import AmbiguousError, NotFoundError, UndoRefusedError
from salesdesk.services.desk import Desk

_COLUMNS = (
    "o.id, o.at, m.name, o.device, o.source, o.action, o.label, o.undone_by IS NOT NULL, o.target_id"
    " FROM operation o LEFT JOIN member m ON m.id = o.actor_id"
)


@dataclass(frozen=True, slots=True)
class OperationRow:
    """One operation, as `undo --list` and the history screen show it."""

    id: bytes
    at: dt.datetime
    actor: str | None
    device: str
    source: str
    action: str
    label: str
    undone: bool
    target_id: bytes | None

    @property
    def key(self) -> str:
        """What `undo` takes: the last 8 hexadecimal digits."""
        return self.id.hex()[-8:]

    @property
    def text_id(self) -> str:
        """The whole key, for scripts."""
        return id_text(self.id)


def operations(desk: Desk, *, limit: int = 50) -> list[OperationRow]:
    """The newest operations first."""
    rows = desk.connection.rows(f"SELECT {_COLUMNS} ORDER BY o.id DESC LIMIT ?", (limit,))
    return [_row(row) for row in rows]


def undo(desk: Desk, operation: str | None = None, *, keep_used: bool = False) -> OperationRow:
    """Take back the named operation, or the member's own last one on this machine; what was taken back.

    What rules did because of it goes with it. Raises NotFoundError when there is none, UndoRefusedError when a later change stands on it.
    """
    target = _named(desk, operation) if operation else _last_own(desk)
    if target.undone:
        raise NotFoundError(f"'{target.label}' is taken back already.", hint="redo brings it again.")
    if target.action != "change":
        raise NotFoundError(f"'{target.label}' cannot be taken back.", hint="redo brings an undone change again.")
    _refuse_what_left(desk, target, keep_used=keep_used)
    _run(desk, target, "undo", keep_used=keep_used)
    return target


def redo(desk: Desk) -> OperationRow:
    """Bring again what the member undid last on this machine; what came back."""
    row = desk.connection.one(
        "SELECT o.target_id, o.id FROM operation o JOIN operation t ON t.id = o.target_id"
        " WHERE o.action = 'undo' AND o.device = ? AND t.undone_by = o.id"
        f" AND o.actor_id {'IS NULL' if desk.actor is None else '= ?'} ORDER BY o.id DESC LIMIT 1",
        (desk.device, *(() if desk.actor is None else (desk.actor,))),
    )
    if row is None:
        raise NotFoundError("There is nothing to bring again.", hint="redo follows an undo of yours on this machine.")
    target = _by_id(desk, row[0])
    _run(desk, target, "redo", undone_by=row[1])
    return target


def last_was_nobodys(desk: Desk) -> bool:
    """Whether the newest operation of this machine was made before anybody had said who they are."""
    row = desk.connection.one(
        "SELECT actor_id FROM operation WHERE device = ? AND source IN ('tui', 'cli', 'import')"
        " AND action IN ('change', 'undo', 'redo') ORDER BY id DESC LIMIT 1",
        (desk.device,),
    )
    return row is not None and row[0] is None


def _refuse_what_left(desk: Desk, target: OperationRow, *, keep_used: bool) -> None:
    """A mail that left cannot be called back, so neither its sending nor its writing is undone."""
    if target.source == "outbox":
        raise UndoRefusedError(
            f"Not taken back: '{target.label}' is what the outbox did; undo does not reach there.",
            hint="What has not left can be stopped: salesdesk outbox cancel.",
        )
    written = desk.connection.rows(
        "SELECT to_address, state, sent_at FROM message WHERE created_op = ? AND direction = 'out'"
        " AND deleted_op IS NULL",
        (target.id,),
    )
    left = [(who, at) for who, state, at in written if state in {"sending", "sent", "asked", "bounced"}]
    if not left or keep_used:
        return
    if len(written) > 1:
        raise UndoRefusedError(
            f"Not taken back: {len(left)} of these {len(written)} mails have left and cannot be called back.",
            hint="undo OPERATION --keep-used takes back the others." if len(left) < len(written) else "",
        )
    who, at = left[0]
    when = f" left on {desk.local(dt.datetime.fromisoformat(at)):%Y-%m-%d at %H:%M}" if at else " may have left"
    raise UndoRefusedError(
        f"Not taken back: the mail to {who}{when} and cannot be called back.",
        hint="Earlier changes are taken back by their key: undo --list.",
    )


def _run(desk: Desk, target: OperationRow, action: str, *, undone_by: bytes = b"", keep_used: bool = False) -> None:
    from salesdesk.store import undo as undoing
    from salesdesk.store.unit import operation

    label = f"{'Took back' if action == 'undo' else 'Brought again'}: {target.label}"
    with operation(
        desk.workspace,
        label,
        actor=desk.actor,
        device=desk.device,
        source=desk.source,
        action=action,
        target=target.id,
        large=True,
    ) as unit:
        if action == "undo":
            for key in (*_set_off_by(desk, target.id), target.id):
                undoing.undo(unit, key, keep_used=keep_used)
        else:
            for key in _undone_with(desk, target.id, undone_by):
                undoing.redo(unit, key, undone_by)
    desk.__dict__.pop("settings", None)


def _set_off_by(desk: Desk, operation: bytes) -> list[bytes]:
    """What rules did because of an operation and still stands, the newest first."""
    by = desk.connection.dialect.by("ix_operation_target_id")
    rows = desk.connection.rows(
        f"SELECT id FROM operation{by} WHERE target_id = ? AND source = 'rule' AND action = 'change'"
        " AND undone_by IS NULL ORDER BY id DESC",
        (operation,),
    )
    return [key for (key,) in rows]


def _undone_with(desk: Desk, operation: bytes, undone_by: bytes) -> list[bytes]:
    """An operation and what rules had done because of it, as far as one undo took them back, the oldest first."""
    rows = desk.connection.rows(
        "SELECT id FROM operation WHERE (id = ? OR target_id = ?) AND undone_by = ? ORDER BY id",
        (operation, operation, undone_by),
    )
    return [key for (key,) in rows]


def _last_own(desk: Desk) -> OperationRow:
    row = desk.connection.one(
        f"SELECT {_COLUMNS} WHERE o.action = 'change' AND o.undone_by IS NULL AND o.device = ?"
        " AND o.source IN ('tui', 'cli', 'import')"
        f" AND o.actor_id {'IS NULL' if desk.actor is None else '= ?'} ORDER BY o.id DESC LIMIT 1",
        (desk.device, *(() if desk.actor is None else (desk.actor,))),
    )
    if row is None:
        raise NotFoundError(
            "There is nothing of yours to take back on this machine.",
            hint="undo --list shows everything; undo OPERATION takes one back.",
        )
    return _row(row)


def _by_id(desk: Desk, key: bytes) -> OperationRow:
    row = desk.connection.one(f"SELECT {_COLUMNS} WHERE o.id = ?", (key,))
    if row is None:
        raise NotFoundError("That operation is not known.", hint="undo --list shows them.")
    return _row(row)


def _named(desk: Desk, text: str) -> OperationRow:
    whole = id_from_text(text)
    if whole is not None:
        return _by_id(desk, whole)
    wanted = text.strip().lower()
    found = [o for o in operations(desk, limit=100_000) if o.id.hex().endswith(wanted)] if len(wanted) >= 4 else []
    if not found:
        raise NotFoundError(f"No operation is called '{text}'.", hint="undo --list shows their keys.")
    if len(found) > 1:
        raise AmbiguousError(f"Several operations end in '{text}'.", [f"{o.text_id}  {o.label}" for o in found])
    return found[0]


def _row(row: tuple[Any, ...]) -> OperationRow:
    key, at, actor, device, source, action, label, undone, target = row
    return OperationRow(key, dt.datetime.fromisoformat(at), actor, device, source, action, label, bool(undone), target)
