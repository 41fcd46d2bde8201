"""Telling members what is new for them: that they were mentioned, that a record is theirs now."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.text import CELL_LIMIT, clean
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural
from salesdesk.services.desk import Desk, MemberRow
from salesdesk.services.records import Ref

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# A mail address names nobody: the sign has to begin a word.
_MENTION = re.compile(r"(?<![\w@.])@([^\W\d_][\w-]*(?:\.[\w-]+)*)")
# Of a bigger hand-over one notice tells the number, or nothing else would be new.
MOST_SINGLE = 20


def mentions(desk: Desk, text: str) -> list[MemberRow]:
    """The members a text names with `@name`, each once; who cannot be told apart or left is nobody."""
    found: dict[bytes, MemberRow] = {}
    for name in _MENTION.findall(text):
        try:
            member = desk.member(name)
        except SalesdeskError:
            continue
        if member.active:
            found[member.id] = member
    return list(found.values())


def mentioned(
    unit: "Unit", desk: Desk, text: str, ref: Ref | None, activity: bytes | None, *, before: str = ""
) -> None:
    """Tell whom the text names, inside the operation that wrote it; not oneself, nor whom it named `before`."""
    told = {desk.actor, *(member.id for member in mentions(desk, before))}
    for member in mentions(desk, text):
        if member.id not in told:
            unit.insert("notice", _notice(member.id, "mention", text, ref, activity))


def assigned(unit: "Unit", desk: Desk, refs: Sequence[Ref], member: bytes | None) -> None:
    """Tell a member that these records are theirs now, inside the operation that gave them; not oneself.

    One notice for each record; of more than 20 a single one, which names no record and tells their number.
    """
    if member is None or member == desk.actor or not refs:
        return
    if len(refs) > MOST_SINGLE:
        words = plural(len(refs), refs[0].kind, f"{refs[0].kind}s")
        unit.insert("notice", {**_notice(member, "assigned", words, None, None), "record_kind": refs[0].kind})
        return
    for ref in refs:
        words = f"{ref.name}{f', {ref.detail}' if ref.detail else ''}"
        activity = ref.id if ref.kind == "activity" else None
        unit.insert("notice", _notice(member, "assigned", words, ref, activity))


def tell(unit: "Unit", member: bytes, text: str, ref: Ref) -> None:
    """Tell a member something about a record, inside an operation."""
    unit.insert("notice", _notice(member, "mention", text, ref, None))


def _notice(member: bytes, kind: str, text: str, ref: Ref | None, activity: bytes | None) -> dict[str, object]:
    return {
        "member_id": member,
        "kind": kind,
        "record_kind": ref.kind if ref else "",
        "record_id": ref.id if ref else None,
        "activity_id": activity,
        "text": clean(text, limit=CELL_LIMIT),
        "at": clock.now(),
    }
