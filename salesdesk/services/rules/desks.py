"""The desks rules are read and carried out at."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from salesdesk.services.desk import Desk

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


def author_desk(desk: Desk, author: bytes | None) -> Desk:
    """The workspace as the author sees it: `me` in a filter is who wrote it, as long as they work here."""
    works = author and desk.connection.value("SELECT 1 FROM member WHERE id = ? AND active", (author,))
    return Desk(desk.workspace, source="rule", actor=author if works else None)


class RuleDesk(Desk):
    """The desk a rule works at: what services write there belongs to the one operation of the rule, which names no
    member. `author` is who wrote the rule, as long as they work here: whom `me` means, and whose is what nobody owns."""

    def __init__(self, desk: Desk, author: bytes | None, unit: "Unit") -> None:
        super().__init__(desk.workspace, source="rule", actor=author)
        self.author = author
        self.unit = unit
        self.said: list[str] = []

    @contextmanager
    def operation(
        self, label: str, *, at: dt.datetime | None = None, source: str | None = None, large: bool = False
    ) -> Iterator["Unit"]:
        """Go on in the rule's operation; what would have been its label is kept for the rule's own."""
        self.said.append(label)
        yield self.unit

    @contextmanager
    def acting_as(self, member: bytes | None) -> Iterator[None]:
        """Act as a member, or as nobody: then everybody is told what was done to what is theirs."""
        self.actor = member
        try:
            yield
        finally:
            self.actor = self.author
