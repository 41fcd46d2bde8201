"""Mails before they leave: one letter for each recipient, with all that speaks against it, then into the outbox."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.ids import new_id
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.mail_template import Template, merge, merged_text, read_template
from salesdesk.domain.mail_words import bare_subject
from salesdesk.domain.people import mail_key
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import InvalidError
from salesdesk.exchange.mail_out import attached, mail_address, message_id
from salesdesk.exchange.mail_routes import MailSettings
from salesdesk.i18n import plural, tr
from salesdesk.services import files as kept
from salesdesk.services import merging, optouts, recap, texts
from salesdesk.services.collision import busy, guard
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import links
from salesdesk.services.records import Ref, by_id

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


# When a mail leaves that is to leave on a day.
MORNING = dt.time(9, 0)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one recipient. `problems` keep it from being sent, `blocked` says why it never is; `collision` is only
    said. `text` is the mail as a template again, to be changed by hand."""

    ref: Ref
    to_name: str = ""
    address: str = ""
    subject: str = ""
    body: str = ""
    text: str = ""
    problems: tuple[str, ...] = ()
    blocked: str = ""
    collision: str = ""
    in_reply_to: str = ""
    thread: str = ""
    # What goes along: files of its own, and the names of those of its template.
    files: tuple[Path, ...] = ()
    also: tuple[str, ...] = ()
    template_id: bytes | None = None
    # The snippets it calls that are not written yet.
    lacking: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can be sent."""
        return not self.problems and not self.blocked

    @property
    def attached(self) -> tuple[str, ...]:
        """The names of all that goes along."""
        return (*(path.name for path in self.files), *self.also)


@dataclass(frozen=True, slots=True)
class Queued:
    """What went into the outbox, and a sentence that also says what did not."""

    ids: tuple[bytes, ...]
    sentence: str


def new_text() -> str:
    """What an empty mail starts from; its subject is still to be written."""
    return "---\nsubject: \n---\n\nHi {first_name|there},\n\n\n\n{signature}\n"


def usable_template(desk: Desk, name: str) -> tuple[str, bytes]:
    """Text and key of the template of that name; InvalidError when it rests or was never understood."""
    row = texts.find_text(desk, "template", name)
    if not row.active:
        raise InvalidError(tr("{name} rests.", name=row.name), hint=f"salesdesk template on '{row.name}'")
    if not row.text:
        raise InvalidError(tr("{name} is a draft.", name=row.name), hint=f"salesdesk template edit '{row.name}'")
    return row.text, row.id


def compose(
    desk: Desk,
    refs: Sequence[Ref],
    text: str,
    *,
    template_id: bytes | None = None,
    files: Sequence[Path] = (),
    facts: Mapping[str, str] | None = None,
) -> list[Letter]:
    """The mail a template makes for each record, in order; TextError when the text itself is wrong.

    Two records with one address: only the first is written to. `facts` are fields that are known better than by what
    is stored.
    """
    template = read_template(text, custom=merging.custom_keys(desk))
    snippets = merging.snippet_texts(desk)
    # What was said in calls is only looked up for a mail that says it.
    of_calls = any(f"{{{name}" in one for name in recap.FIELDS for one in (text, *snippets.values()))
    every = (*files, *(Path(name).expanduser() for name in template.attach))
    also = tuple(kept.names_to_send(desk.connection, "template", template_id)) if template_id else ()
    seen: dict[str, str] = {}
    letters = []
    for ref in refs:
        said = recap.stored(desk, ref, template.language) if of_calls else {}
        letter = _letter(desk, ref, template, snippets, said | dict(facts or {}))
        key = mail_key(letter.address)
        if key and key in seen:
            letter = _with_problem(letter, tr("the same address as {who}", who=seen[key]))
        elif key:
            seen[key] = letter.to_name or ref.name
        letters.append(replace(letter, files=every, also=also, template_id=template_id))
    try:
        attached(every)
        for path in every:
            kept.meaning(desk, str(path))
        if template_id:
            kept.to_send(desk, "template", template_id)
    except InvalidError as error:
        letters = [_with_problem(letter, error.message.rstrip(".")) for letter in letters]
    return letters


def _with_problem(letter: Letter, sentence: str) -> Letter:
    return replace(letter, problems=(*letter.problems, sentence))


def _letter(desk: Desk, ref: Ref, template: Template, snippets: dict[str, str], facts: dict[str, str]) -> Letter:
    person = merging.person_of(desk.connection, ref)
    values = merging.fields_for(desk, ref, person, language=template.language) | facts
    merged = merge(template, values, snippets)
    problems = [gap.sentence for gap in merged.gaps]
    address, blocked = "", ""
    if person is None or not person.email:
        problems.insert(0, tr("no mail address"))
    else:
        try:
            address = mail_address(person.email)
        except InvalidError as error:
            problems.insert(0, error.message.rstrip("."))
        blocked = optouts.why_not(desk.connection, person.email)
    if ref.kind == "account" and person is not None and person.kind == "contact":
        # Written to a person, it belongs on their page too.
        ref = by_id(desk.connection, "contact", person.id)
    last = merging.last_mail(desk.connection, ref)
    follows = last if last and _answers(merged.subject, last[0]) else None
    return Letter(
        ref,
        clean(person.name) if person and person.kind != "account" else "",
        address,
        merged.subject,
        merged.body,
        merged_text(template, values, snippets),
        tuple(problems),
        blocked,
        "; ".join(guard(desk, ref, "mail").warnings),
        follows[1] if follows else "",
        follows[2] or follows[1] if follows else "",
        lacking=tuple(gap.name for gap in merged.gaps if gap.snippet),
    )


def _answers(subject: str, before: str) -> bool:
    """Whether a subject goes on with the mail before: `Re: Prices` after `Prices` or `RE: Prices`."""
    bare = bare_subject(subject)
    return bare != subject.strip() and fold(bare) == fold(bare_subject(before))


def summary(letters: Sequence[Letter]) -> str:
    """`12 recipients, 2 problems, 1 opted out: not written to`."""
    problems = sum(1 for letter in letters if letter.problems and not letter.blocked)
    blocked = sum(1 for letter in letters if letter.blocked)
    parts = [plural(len(letters), tr("recipient"), tr("recipients"))]
    if problems:
        parts.append(plural(problems, tr("problem"), tr("problems")))
    if blocked:
        parts.append(tr("{count} opted out", count=blocked))
    return ", ".join(parts) + (tr(": not written to") if problems or blocked else "")


def read_when(desk: Desk, text: str) -> dt.datetime:
    """The instant a mail may leave: `tomorrow 9:00`, `fri` (at 9:00), `14:30` (today, else tomorrow).

    InvalidError for what is no time, or one that has passed.
    """
    said = parse_capture(clean(text), desk.today, calendar=desk.calendar, currency=desk.currency)
    if (said.day is None and said.time is None) or said.rest or said.kind:
        raise InvalidError(tr("'{text}' is not a time.", text=text), hint=tr("Write for example: tomorrow 9:00."))
    time = said.time or MORNING
    at = desk.instant(said.day or desk.today, time)
    if at <= clock.now() and said.day is None:
        at = desk.instant(desk.today + dt.timedelta(days=1), time)
    if at <= clock.now():
        raise InvalidError(
            tr("{when} has passed already.", when=f"{desk.local(at):%Y-%m-%d %H:%M}"), hint=tr("Give a time to come.")
        )
    return at


def from_address(desk: Desk, settings: MailSettings) -> str:
    """The address this member writes from; InvalidError when nobody has said it."""
    found = settings.from_address
    if not found and desk.actor is not None:
        found = str(desk.connection.value("SELECT email FROM member WHERE id = ?", (desk.actor,)) or "")
    if not found:
        raise InvalidError(
            tr("Which address do you write from?"), hint=tr("Say it once: salesdesk config set mail.from NAME@DOMAIN.")
        )
    return mail_address(found)


def queue(desk: Desk, letters: Sequence[Letter], settings: MailSettings, *, at: dt.datetime | None = None) -> Queued:
    """Put what can be sent into the outbox, as one operation. `at` is when it may leave, None at once.

    InvalidError when nothing can be sent, naming the first reason, or when a colleague was quicker: began with one of
    them after these letters were shown.
    """
    wanted = [letter for letter in letters if letter.ready]
    if not wanted:
        why = next((letter.blocked or letter.problems[0] for letter in letters), tr("there is nobody to write to"))
        raise InvalidError(tr("Nothing was put into the outbox: {why}.", why=why), hint=tr("Mend it and try again."))
    sender = from_address(desk, settings)
    single = len(wanted) == 1
    what = (
        tr("Mail to {who}", who=wanted[0].to_name or wanted[0].ref.name)
        if single
        else plural(len(wanted), "mail", "mails")
    )
    sentence = tr("{what} in the outbox", what=what)
    # Copied in before the write begins: what is sent later is what was there when it was written.
    copies = _copies(desk, wanted)
    with desk.operation(sentence) as unit:
        # Asked inside the operation: two who write at this moment do it one after the other.
        _must_be_alone(unit, desk, wanted)
        ids = tuple(queue_one(unit, desk, letter, sender, at=at, copies=copies) for letter in wanted)
    left = len(letters) - len(wanted)
    return Queued(ids, sentence + (tr("; {count} not written to", count=left) if left else ""))


def _must_be_alone(unit: "Unit", desk: Desk, letters: Sequence[Letter]) -> None:
    """Nobody is written to whose letter said nothing of the colleague who is at them by now."""
    quiet = [letter for letter in letters if not letter.collision]
    found = busy(desk, unit.connection, [letter.ref for letter in quiet], [letter.address for letter in quiet])
    if found:
        (ref, colleague), more = found[0], len(found) - 1
        who = ref.name + (tr(" and {count} more", count=more) if more else "")
        raise InvalidError(
            tr("Nothing sent: {colleague} is at {who} by now.", colleague=colleague, who=who),
            hint=tr("Look at the mail again before it leaves."),
        )


def _copies(desk: Desk, letters: Sequence[Letter]) -> dict[Path, dict[str, object]]:
    """The files of letters, each kept once, as rows."""
    return {path: kept.described(desk, str(path)) for letter in letters for path in letter.files}


def queue_one(
    unit: "Unit",
    desk: Desk,
    letter: Letter,
    sender: str,
    *,
    at: dt.datetime | None = None,
    enrolment: bytes | None = None,
    activity: bytes | None = None,
    copies: Mapping[Path, Mapping[str, object]] | None = None,
) -> bytes:
    """Put one letter into the outbox, inside an operation; its key. Its Message-ID is fixed from here on.

    `activity` is the planned step that it does when it has left; `copies` are its files where they are kept already.
    """
    key = new_id()
    values = {
        "id": key,
        "owner_id": desk.actor,
        **links(unit, letter.ref),
        "template_id": letter.template_id,
        "enrolment_id": enrolment,
        "activity_id": activity,
        **ready_to_leave(key, letter, sender, at),
    }
    unit.insert("message", values)
    known = _copies(desk, [letter]) if copies is None else copies
    for path in letter.files:
        unit.insert("attachment", {**known[path], "record_kind": "message", "record_id": key, "owner_id": desk.actor})
    if letter.template_id:
        kept.hand_on(unit, letter.template_id, "message", key)
    return key


def ready_to_leave(key: bytes, letter: Letter, sender: str, at: dt.datetime | None) -> dict[str, object]:
    """The columns of a mail that waits to be sent; its Message-ID is made of its key."""
    mine = message_id(key, sender)
    return {
        "state": "queued",
        "from_address": sender,
        "to_address": letter.address,
        "subject": clean(letter.subject),
        "body": clean(letter.body, multiline=True, limit=NOTE_LIMIT),
        "message_id": mine,
        "in_reply_to": letter.in_reply_to,
        "thread": letter.thread or mine,
        "send_at": at,
    }
