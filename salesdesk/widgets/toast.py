"""What just happened, at the bottom right: one line each, gone after 5 s, errors when dismissed."""

from collections.abc import Container, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from salesdesk.clock import now
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.line import LineWidget, RunAction
from salesdesk.widgets.text import Line, Piece, cut, measure, width

SECONDS = 5.0
AT_ONCE = 2
_ROLES = {"done": "ok", "note": "accent", "warning": "warn", "error": "bad"}


@dataclass(frozen=True, slots=True)
class Note:
    """A message to the user.

    `kind` is done, note, warning or error; `key` and `label` name what takes it back, a click runs `action`.
    """

    text: str
    kind: str = "done"
    key: str = ""
    label: str = ""
    action: str = ""
    at: datetime | None = None


class MessageLog:
    """All notes of a session, newest last; one for the whole app."""

    def __init__(self, limit: int = 500) -> None:
        self.notes: list[Note] = []
        self._limit = limit

    def add(self, note: Note) -> None:
        """Keep a note; beyond the limit the oldest goes."""
        self.notes.append(note)
        del self.notes[: -self._limit]


class Toasts(LineWidget):
    """The notes of the moment; posts `RunAction` when the key of one is clicked."""

    GROUND = "panel"
    DEFAULT_CSS = """
    Toasts {
        layer: toasts; width: auto; height: auto; background: $panel; display: none;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._notes: list[Note] = []

    @property
    def notes(self) -> Sequence[Note]:
        """The notes on the screen, oldest first."""
        return tuple(self._notes)

    def add(self, note: Note) -> None:
        """Show a note; the oldest of more than two goes, an error after all others."""
        if note.at is None:
            note = Note(note.text, note.kind, note.key, note.label, note.action, now())
        self._notes.append(note)
        while len(self._notes) > AT_ONCE:
            spare = next((old for old in self._notes[:-1] if old.kind != "error"), self._notes[0])
            self._notes.remove(spare)
        if note.kind != "error":
            self.set_timer(SECONDS, lambda: self._drop(note))
        self._changed()

    def dismiss(self, *, keep: Container[str] = ()) -> bool:
        """Take all notes away but those of these texts; False when there were none."""
        had = bool(self._notes)
        self._notes = [note for note in self._notes if note.text in keep]
        self._changed()
        return had

    def has_error(self) -> bool:
        """Whether an error waits to be read."""
        return any(note.kind == "error" for note in self._notes)

    def _drop(self, note: Note) -> None:
        self._notes = [kept for kept in self._notes if kept is not note]
        self._changed()

    def _changed(self) -> None:
        self.display = bool(self._notes)
        self.place(self.app.size.width - 2)
        self.redraw(layout=True)

    def hit(self, mark: Hashable) -> None:
        self.dismiss()
        if mark != "dismiss":
            self.post_message(RunAction(str(mark)))

    def place(self, cells: int) -> None:
        """Stand at the right end of `cells` cells, above the two bars."""
        longest = max((toast_width(note) for note in self._notes), default=0)
        wide = min(longest, cells - 1)
        self.styles.width = wide
        self.styles.offset = (cells - wide - 1, -2)

    def lines(self, cells: int) -> Sequence[Line]:
        return [toast_line(note, cells) for note in self._notes]


def toast_width(note: Note) -> int:
    """The cells a note takes when nothing is cut."""
    start, end = _ends(note)
    return measure(start) + width(note.text) + measure(end)


def toast_line(note: Note, cells: int) -> Line:
    """`▌ text    u undo` in `cells` cells: the text is cut, the key never."""
    start, end = _ends(note)
    room = max(0, cells - measure(start) - measure(end))
    text = cut(note.text.replace("\n", " "), room)
    return [*start, Piece(text + " " * (room - width(text)), "text", "dismiss"), *end]


def _ends(note: Note) -> tuple[list[Piece], list[Piece]]:
    start = [Piece(f"{glyphs().edge} ", _ROLES.get(note.kind, "accent"))]
    if note.kind == "error":
        start.append(Piece(f"{glyphs().overdue} ", "bad bold"))
    if not note.key:
        return start, [Piece("  ")]
    mark = note.action or "dismiss"
    return start, [
        Piece("    "),
        Piece(note.key, "accent bold", mark),
        Piece(f" {note.label} ", "muted", mark),
    ]
