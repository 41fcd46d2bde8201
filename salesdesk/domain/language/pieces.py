"""What the capture line yields, and the words it is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date, time

    from salesdesk.domain.money import Money
    from salesdesk.domain.people import Name

Label = Literal[
    "kind", "person", "company", "role", "phone", "mail", "web", "day", "time", "duration", "amount", "tag",
    "owner", "priority", "source", "next", "title",
]  # fmt: skip


class Piece(NamedTuple):
    """One guess of the preview: what it is taken for, its words, and where they stand in the text."""

    label: Label
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Capture:
    """What a capture line says. `rest` holds the words not used for anything else but names: the caller
    matches known people and companies on it first, and takes `person` and `company` as the guess when nobody
    is known. `hungarian`: its verb is, so that a name may carry an ending.
    """

    text: str
    kind: str | None = None
    name: Name | None = None
    company: str = ""
    role: str = ""
    phone: str = ""
    mail: str = ""
    domain: str = ""
    day: date | None = None
    time: time | None = None
    duration: int | None = None
    amount: Money | None = None
    tags: tuple[str, ...] = ()
    owner: str = ""
    priority: str = ""
    source: str = ""
    next: str = ""
    hungarian: bool = False
    title: str = ""
    rest: str = ""
    pieces: tuple[Piece, ...] = field(default=(), compare=False)

    @property
    def person(self) -> str:
        """The guessed person's full name, given name first; empty when nobody is guessed."""
        return self.name.full() if self.name else ""

    @property
    def given(self) -> str:
        """The guessed given name."""
        return self.name.given if self.name else ""

    @property
    def family(self) -> str:
        """The guessed family name."""
        return self.name.family if self.name else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recognised: the text is then kept as a note."""
        return not any(piece.label != "title" for piece in self.pieces)


class Token(NamedTuple):
    """One word of the line; `quoted` for a phrase in quotes, whose `text` is what stands between them;
    `apart` when words recognised as something else stand between it and the word before."""

    text: str
    start: int
    end: int
    quoted: bool = False
    apart: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether this is a comma or semicolon between words."""
        return self.text in (",", ";") and not self.quoted

    @property
    def is_capital(self) -> bool:
        """Whether the word can be part of a name: begins with a capital letter."""
        return self.text[:1].isupper()


_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|(?P<mark>[,;](?=\s|\Z))|(?P<word>(?:(?![,;](?:\s|\Z))\S)+)')


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The words of a line with their offsets; a comma or semicolon after a word stands alone."""
    found = []
    for match in _TOKEN.finditer(text):
        inner = match["quoted"]
        body = match[0] if inner is None else inner
        if body.strip():
            found.append(Token(body, match.start() + offset, match.end() + offset, inner is not None))
    return found
