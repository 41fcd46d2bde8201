"""A mail before it leaves, as each recipient will read it, with all that speaks against it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdesk.domain.text import clean
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.services.composing import Letter, summary
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.capture_line import Gap
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import Line, Piece, cut, words

LABEL_CELLS = 9
# What a box takes beside its lines: border, padding, the two gaps, and a row left free above and below.
FRAME = 8
_FIELD = re.compile(r"(\{[^{}\n]*\})")
Act = Literal["send", "edit", "editor", "attach", "later", "template", "snippet", "draft"]


@dataclass(frozen=True, slots=True)
class MailResult:
    """What to do with the mails that were shown; `name` is the snippet to be written."""

    act: Act
    name: str = ""


class Scroll(LineWidget):
    """Lines of which some are in sight."""

    GROUND = "surface"
    DEFAULT_CSS = """
    Scroll { background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Line] = ()
        self._top = 0

    def show(self, lines: Sequence[Line], rows: int) -> None:
        """Show these from the first on, in so many rows."""
        self._all, self._top = lines, 0
        self.styles.height = max(1, rows)
        self.redraw(layout=True)

    def step(self, rows: int) -> None:
        """Scroll."""
        self._top = max(0, min(self._top + rows, len(self._all) - self.size.height))
        self.redraw()

    def lines(self, cells: int) -> Sequence[Line]:
        height = self.size.height
        shown = [list(line) for line in self._all[self._top : self._top + height]]
        below = len(self._all) - self._top - height
        if below > 0 and shown:
            shown[-1] = [
                Piece(f"{glyphs().down} ", "accent"),
                Piece(tr("{count} more lines", count=below + 1), "label"),
            ]
        return shown

    def on_mouse_scroll_down(self) -> None:
        self.step(3)

    def on_mouse_scroll_up(self) -> None:
        self.step(-3)


class MailDialog(Dialog[MailResult]):
    """Enter sends (or queues); e and E edit, h and l go from recipient to recipient, p to the next problem.

    `draft` keeps the text when it is closed. Where a colleague is at one of them, the first enter shows who.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "act('send')", show=False),
        Binding("e", "act('edit')", show=False),
        Binding("E", "act('editor')", show=False),
        Binding("a", "act('attach')", show=False),
        Binding("w", "act('later')", show=False),
        Binding("t", "act('template')", show=False),
        Binding("d", "keep_draft", show=False),
        Binding("s", "snippet", show=False),
        Binding("l,right,tab", "go(1)", show=False),
        Binding("h,left,shift+tab", "go(-1)", show=False),
        Binding("p", "problem", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, letters: Sequence[Letter], *, enter: str, when: str = "", draft: str = "") -> None:
        who = letters[0].to_name or letters[0].ref.name
        title = tr("Mail: {who}", who=who) if len(letters) == 1 else tr("Mail: {summary}", summary=summary(letters))
        super().__init__(title, aside=self._place(0, len(letters)))
        self.draft = draft
        self._letters = letters
        self._enter = enter
        self._when = when
        self._at = 0
        self._warned = False
        self._head = Lines()
        self._body = Scroll()
        self._notes = Lines()
        self._keys = Lines()

    def compose_box(self) -> Sequence[Widget]:
        return [self._head, Gap(), self._body, self._notes, Gap(), self._keys]

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    @staticmethod
    def _place(at: int, count: int) -> str:
        return tr("{at} of {count}", at=at + 1, count=count) if count > 1 else ""

    def _show(self) -> None:
        letter = self._letters[self._at]
        cells = max(20, min(70, self.app.size.width - 6))
        if box := next(iter(self.query(".box")), None):
            box.border_subtitle = self._place(self._at, len(self._letters))
        head = self._heads(letter, cells)
        notes = _notes(letter, cells)
        lines, keys = letter_lines(letter, cells), self._key_lines(cells)
        self._head.show(*head)
        self._notes.show(*([[], *notes] if notes else []))
        room = self.app.size.height - FRAME - len(head) - len(keys) - (len(notes) + 1 if notes else 0)
        self._body.show(lines, min(len(lines), max(3, room)))
        self._keys.show(*keys)

    def _heads(self, letter: Letter, cells: int) -> list[Line]:
        room = cells - LABEL_CELLS
        to = [Piece(f"{letter.to_name}  " if letter.to_name else "", "strong bold"), Piece(letter.address, "muted")]
        if not letter.address:
            to = [Piece(letter.to_name or letter.ref.name, "strong bold"), Piece(tr("  no address"), "bad")]
        heads = [_head(tr("To"), *to), _head(tr("Subject"), *_marked(cut(letter.subject, room), letter))]
        if letter.attached:
            names = ", ".join(letter.attached)
            heads.append(_head(tr("Attached"), Piece(cut(names, room), "text")))
        if self._when:
            heads.append(_head(tr("Leaves"), Piece(self._when, "warn")))
        return heads

    def _key_lines(self, cells: int) -> list[Line]:
        ready = sum(1 for letter in self._letters if letter.ready)
        many = tr("{enter} {count}", enter=self._enter, count=ready) if len(self._letters) > 1 else self._enter
        again = tr("{enter} all the same", enter=many) if self._warned else many
        pairs = [(glyphs().enter, again)] if ready else []
        pairs += [("e", tr("edit")), ("E", tr("editor")), ("a", tr("attach")), ("w", tr("when")), ("t", tr("template"))]
        if len(self._letters) == 1:
            pairs.append(("d", tr("keep as draft")))
        if self._letters[self._at].lacking:
            pairs.insert(0, ("s", tr("write the snippet")))
        if len(self._letters) > 1:
            pairs.append(("h l", tr("recipient")))
            if ready < len(self._letters):
                pairs.append(("p", tr("problem")))
        pairs.append(("esc", tr("close")))
        lines: list[list[Piece]] = [[]]
        used = 0
        for key, label in pairs:
            size = len(key) + len(label) + 4
            if used + size - 3 > cells and lines[-1]:
                lines.append([])
                used = 0
            used += size
            lines[-1] += [Piece(key, "accent bold"), Piece(f" {label}   ", "muted")]
        return list(lines)

    # Keys

    def action_act(self, act: Act) -> None:
        """Hand back what to do; what cannot be sent stays."""
        if act == "send" and not any(letter.ready for letter in self._letters):
            self._keys.show([Piece(tr("Nothing can be sent as it is: e edits it, esc closes."), "warn")])
            return
        met = [at for at, letter in enumerate(self._letters) if letter.ready and letter.collision]
        if act == "send" and met and not self._warned:
            # Fingers that know the keys by heart must not write to whom a colleague is at.
            self._warned = True
            self._at = met[0]
            self._show()
            return
        self.dismiss(MailResult(act))

    def action_keep_draft(self) -> None:
        """Keep the one mail as a draft."""
        if len(self._letters) == 1:
            self.dismiss(MailResult("draft"))

    def action_snippet(self) -> None:
        """Write the snippet that is not there yet."""
        if lacking := self._letters[self._at].lacking:
            self.dismiss(MailResult("snippet", lacking[0]))

    def action_go(self, step: int) -> None:
        """The mail of the next recipient."""
        self._at = (self._at + step) % len(self._letters)
        self._show()

    def action_problem(self) -> None:
        """The next recipient who is not written to."""
        order = [(self._at + step) % len(self._letters) for step in range(1, len(self._letters) + 1)]
        self._at = next((at for at in order if not self._letters[at].ready), self._at)
        self._show()

    def action_scroll(self, rows: int) -> None:
        """Scroll the text."""
        self._body.step(rows)


def _head(label: str, *what: Piece) -> Line:
    return [Piece(label.ljust(LABEL_CELLS), "label"), *what]


def letter_lines(letter: Letter, cells: int) -> list[Line]:
    """The text of a mail in lines of at most `cells`, what is indented stays so; what it lacks stands out."""
    return [
        _marked(line, letter) for row in clean(letter.body, multiline=True).split("\n") for line in _broken(row, cells)
    ]


def _broken(row: str, cells: int) -> list[str]:
    indent = row[: min(len(row) - len(row.lstrip()), cells // 2)]
    return [indent + line for line in words(row, cells - len(indent))] or [""]


def _marked(text: str, letter: Letter) -> list[Piece]:
    """The text with the fields that have no value in it, while there are any."""
    if not letter.problems:
        return [Piece(text, "text")]
    parts = _FIELD.split(text)
    return [Piece(part, "bad bold" if number % 2 else "text") for number, part in enumerate(parts) if part]


def _notes(letter: Letter, cells: int) -> list[Line]:
    """What speaks against it: why it is never sent, what it lacks, who else is at it."""
    signs = glyphs()
    found = [(signs.overdue, "bad", letter.blocked)] if letter.blocked else []
    found += [(signs.overdue, "bad", problem) for problem in letter.problems if not letter.blocked]
    if letter.collision:
        found.append((signs.due, "warn", letter.collision))
    lines: list[Line] = []
    for sign, role, text in found:
        first, *more = words(text[:1].upper() + text[1:], cells - 2)
        lines.append([Piece(f"{sign} ", f"{role} bold"), Piece(first, "text")])
        lines += [[Piece("  "), Piece(line, "text")] for line in more]
    return lines
