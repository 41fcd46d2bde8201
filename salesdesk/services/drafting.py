"""Drafts: mails that are kept in the outbox to be looked at, and never leave by themselves.

Subject and body are kept as a template says them, so that a gap stays a field that has to be filled before it leaves.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesk.domain import front_matter
from salesdesk.domain.mail_template import template_text
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.exchange.mail_routes import MailSettings
from salesdesk.i18n import plural, tr
from salesdesk.services import composing, outbox
from salesdesk.services import files as kept
from salesdesk.services.composing import Letter
from salesdesk.services.desk import Desk
from salesdesk.services.outbox import MessageRow
from salesdesk.services.outreach import links

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

STATE = "draft"


def insert(unit: "Unit", desk: Desk, letter: Letter) -> bytes:
    """Keep a letter as a draft, inside an operation; its key."""
    key = unit.insert(
        "message",
        {
            "state": STATE,
            "owner_id": desk.actor,
            **links(unit, letter.ref),
            "template_id": letter.template_id,
            "to_address": letter.address,
            **_texts(letter.text),
        },
    )
    _attach(unit, desk, key, letter.files)
    if letter.template_id:
        kept.hand_on(unit, letter.template_id, "message", key)
    return key


def keep(desk: Desk, letter: Letter, row: MessageRow | None = None) -> str:
    """Keep a letter as a draft, a new one or instead of what `row` held; a sentence."""
    sentence = tr("Draft to {who} kept in the outbox", who=letter.to_name or letter.ref.name)
    with desk.operation(sentence) as unit:
        if row is None:
            insert(unit, desk, letter)
        else:
            _must_be_one(unit, row)
            unit.update("message", row.id, {"to_address": letter.address, **_texts(letter.text)})
            _attach(unit, desk, row.id, letter.files)
    return sentence


def keep_all(desk: Desk, letters: Sequence[Letter]) -> str:
    """Keep letters as drafts, as one operation; a sentence."""
    if len(letters) == 1:
        return keep(desk, letters[0])
    sentence = tr("{drafts} kept in the outbox", drafts=plural(len(letters), tr("draft"), tr("drafts")))
    with desk.operation(sentence) as unit:
        for letter in letters:
            insert(unit, desk, letter)
    return sentence


def text_of(row: MessageRow) -> str:
    """The draft as a text to be edited: subject in the head, the mail below."""
    return template_text(row.subject, row.body)


def letter_of(desk: Desk, row: MessageRow, text: str = "", files: Sequence[Path] = ()) -> Letter:
    """The draft, or `text` in its place, as its recipient will read it, with all that speaks against it now.

    TextError for a text that is wrong, NotFoundError when the record is gone.
    """
    ref = outbox.record_of(desk.connection, row)
    if ref is None:
        raise NotFoundError(
            tr("What this draft was about is gone."), hint=tr("Undo brings it back; x discards the draft.")
        )
    letter = composing.compose(desk, [ref], text or text_of(row), files=files)[0]
    return replace(letter, also=tuple(kept.names_to_send(desk.connection, "message", row.id)))


def release(
    desk: Desk, row: MessageRow, letter: Letter, settings: MailSettings, *, at: dt.datetime | None = None
) -> str:
    """Put a draft into the outbox, to leave like any mail; a sentence. InvalidError, naming why, when it cannot."""
    if not letter.ready:
        why = letter.blocked or letter.problems[0]
        raise InvalidError(
            tr("The draft to {who} cannot be sent: {why}.", who=row.who, why=why), hint=tr("Edit it first.")
        )
    sender = composing.from_address(desk, settings)
    sentence = tr("Mail to {who} in the outbox", who=letter.to_name or letter.ref.name)
    with desk.operation(sentence) as unit:
        _must_be_one(unit, row)
        unit.update("message", row.id, composing.ready_to_leave(row.id, letter, sender, at))
        _attach(unit, desk, row.id, letter.files)
    return sentence


def discard(unit: "Unit", row: MessageRow) -> None:
    """Throw a draft away, inside an operation; undo brings it back."""
    _must_be_one(unit, row)
    unit.delete("message", row.id)


def _must_be_one(unit: "Unit", row: MessageRow) -> None:
    state = unit.connection.value("SELECT state FROM message WHERE id = ? AND deleted_op IS NULL", (row.id,))
    if state != STATE:
        now = tr("is {state}", state=state) if state else tr("is not there any more")
        raise InvalidError(tr("The draft to {who} {now}.", who=row.who, now=now), hint="salesdesk outbox list")


def _texts(text: str) -> dict[str, object]:
    found = front_matter.parse(text)
    body = clean(found.body, multiline=True, limit=NOTE_LIMIT)
    return {"subject": clean(found.value("subject")), "body": body}


def _attach(unit: "Unit", desk: Desk, key: bytes, files: Sequence[Path]) -> None:
    for path in files:
        described = kept.described(desk, str(path))
        unit.insert("attachment", {**described, "record_kind": "message", "record_id": key, "owner_id": desk.actor})
