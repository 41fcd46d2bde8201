"""A mail of the outbox, whole, with what can be done about it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.screens.dialogs.mail import FRAME, LABEL_CELLS, Scroll, letter_lines
from salesdesk.services.composing import Letter
from salesdesk.services.outbox import MessageRow
from salesdesk.services.records import Ref
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.text import Line, Piece, cut, words

# By state: the action of each key that makes sense.
_KEYS = {
    "asked": (
        ("s", "it was sent", "text.switch"),
        ("r", "send again", "outbox.retry"),
        ("x", "cancel", "outbox.cancel"),
    ),
    "failed": (("r", "send again", "outbox.retry"), ("x", "cancel", "outbox.cancel")),
    "queued": (("S", "send all due", "outbox.send"), ("x", "cancel", "outbox.cancel")),
    "cancelled": (("r", "send after all", "outbox.retry"),),
}


class MessageDialog(Dialog[str]):
    """Dismisses with the action that was chosen; j and k scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"take('{key}')", show=False) for key in "srxS"),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("q,enter", "close", show=False),
    ]

    def __init__(self, row: MessageRow, files: Sequence[str], state: Piece, said: str) -> None:
        super().__init__(tr("Mail: {who}", who=row.who), aside=row.ref)
        self._row, self._files, self._state, self._said = row, files, state, said
        self._head, self._body, self._keys = Lines(), Scroll(), Lines()

    def compose_box(self) -> Sequence[Widget]:
        return [self._head, Gap(), self._body, Gap(), self._keys]

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        row = self._row
        cells = max(20, min(70, self.app.size.width - 6))
        room = cells - LABEL_CELLS
        heads: list[Line] = [
            _head(
                tr("To"),
                Piece(f"{row.to_name}  " if row.to_name else "", "strong bold"),
                Piece(row.to_address, "muted"),
            ),
            _head(tr("Subject"), Piece(cut(row.subject, room), "text")),
        ]
        if self._files:
            heads.append(_head(tr("Attached"), Piece(cut(", ".join(self._files), room), "text")))
        heads.append(_head(tr("State"), self._state))
        heads += [_head("", Piece(line, "muted")) for line in words(self._said, room) if line]
        self._head.show(*heads)
        letter = Letter(Ref("lead", row.id, row.code, row.who), body=row.body)
        lines = letter_lines(letter, cells)
        self._body.show(lines, min(len(lines), max(3, self.app.size.height - FRAME - len(heads) - 1)))
        pairs = [*((key, tr(label)) for key, label, _ in _KEYS.get(row.state, ())), ("esc", tr("close"))]
        self._keys.show(
            [p for key, label in pairs for p in (Piece(key, "accent bold"), Piece(f" {label}   ", "muted"))]
        )

    def action_take(self, key: str) -> None:
        """Do what that key means for a mail in this state."""
        action = next((action for one, _, action in _KEYS.get(self._row.state, ()) if one == key), None)
        if action is not None:
            self.dismiss(action)

    def action_scroll(self, rows: int) -> None:
        """Scroll the text."""
        self._body.step(rows)


def _head(label: str, *what: Piece) -> Line:
    return [Piece(label.ljust(LABEL_CELLS), "label"), *what]
