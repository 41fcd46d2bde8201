"""Writing mails on the screen: which template, the mail as it will be read, then out with it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesk.domain import front_matter
from salesdesk.domain.files import link_scheme
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.outside import one_file_named, paths_starting
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.files import PathDialog
from salesdesk.screens.dialogs.mail import MailDialog, MailResult
from salesdesk.screens.dialogs.pick import Choose
from salesdesk.screens.dialogs.prompt import InvalidText, PromptDialog, TextResult
from salesdesk.screens.dialogs.text import TextDialog
from salesdesk.services import composing, drafting, files, texts
from salesdesk.services.desk import Desk
from salesdesk.services.outbox import MessageRow
from salesdesk.services.records import Ref
from salesdesk.store.read import enrolments
from salesdesk.widgets.options import Option
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    from salesdesk.screens.verbs import RecordVerbs
    from salesdesk.screens.working import WorkingScreen

# More than these are looked for by typing.
_LETTERS = 14
# From so many on it is said that they are being written.
_SLOW = 50
_EMPTY, _DRAFT = "empty", "draft"


@dataclass(frozen=True, slots=True)
class Writing:
    """A mail on its way to the outbox: to whom, the text as a template (`changed` by hand or as it comes), files, when
    it may leave, and the draft it is kept as."""

    refs: tuple[Ref, ...]
    text: str = ""
    changed: bool = False
    template_id: bytes | None = None
    files: tuple[Path, ...] = ()
    at: dt.datetime | None = None
    draft: MessageRow | None = None


# Key, name and text of the templates in use; and the name of the one that is the next step of a cadence.
Templates = tuple[list[tuple[bytes, str, str]], str]


def ask(screen: "RecordVerbs") -> None:
    """Which template, for the records meant now."""
    screen.on_targets(lambda refs, found: choose(screen, refs, found), prepare=lambda refs: in_use(screen.desk, refs))


def open_draft(screen: "WorkingScreen", row: MessageRow, ref: Ref) -> None:
    """Go on with a mail that was kept as a draft."""
    _look(screen, Writing((ref,), drafting.text_of(row), draft=row))


def choose(screen: "WorkingScreen", refs: Sequence[Ref], known: Templates, kept: MessageRow | None = None) -> None:
    """The templates by letter, or by a search when there are many; a mail that was begun and not sent comes first."""
    found, due = known
    if any(ref.kind == "activity" for ref in refs):
        screen.say(tr("A to-do of its own has nobody to write to."), "note")
        return
    by_id = {key.hex(): (text, key) for key, _, text in found}
    # The mail that is the next step of a cadence comes first: enter writes it.
    found.sort(key=lambda one: fold(one[1]) != fold(due))
    options = [Option(key.hex(), name, hint=_hint(name, text, due)) for key, name, text in found]
    draft = screen.desk_app.mail_drafts.get(refs[0].id)
    first = [Option(_DRAFT, tr("Go on with the mail you began"), ".")] if draft else []
    options = [*first, *options, Option(_EMPTY, tr("An empty mail"), "-")]

    def chosen(choice: Choice) -> None:
        writing = Writing(tuple(refs), draft=kept)
        if choice.id == _EMPTY:
            _edit(screen, replace(writing, text=composing.new_text()), at=(2, 10), shown=False)
        elif choice.id == _DRAFT and draft is not None:
            _look(screen, replace(draft, refs=tuple(refs)))
        else:
            text, key = by_id[choice.id]
            _look(screen, replace(writing, text=text, template_id=key))

    title, who = tr("Mail"), _who(refs)
    if len(options) > _LETTERS:
        screen.open_dialog(Choose(title, options, aside=who), lambda picked: chosen(Choice(picked.id)))
    else:
        screen.open_dialog(ChooseDialog(title, options, about=who), chosen)


def _hint(name: str, text: str, due: str) -> str:
    subject = front_matter.parse(text).value("subject")
    return tr("next in the cadence   {subject}", subject=subject) if fold(name) == fold(due) else subject


def in_use(desk: Desk, refs: Sequence[Ref]) -> Templates:
    """The templates in use, by name, and the one that is the next step of the cadence of the only recipient."""
    inside = enrolments.of_record(desk.connection, refs[0].kind, refs[0].id) if len(refs) == 1 else None
    return _templates(desk), inside.step_subject if inside and inside.step_kind == "mail" else ""


def _templates(desk: Desk) -> list[tuple[bytes, str, str]]:
    return [
        (key, name, text)
        for key, name, text in desk.connection.rows(
            "SELECT id, name, text FROM template WHERE active AND text <> '' AND deleted_op IS NULL ORDER BY name_key, id"
        )
    ]


async def _choose_again(screen: "WorkingScreen", writing: Writing) -> None:
    refs = writing.refs
    choose(screen, refs, await screen.desk_app.read(lambda: in_use(screen.desk, refs)), writing.draft)


def _look(screen: "WorkingScreen", writing: Writing) -> None:
    # What is typed until the mail is there is for the mail.
    screen.desk_app.hold_keys()
    start_work(screen, partial(_show, screen, writing), group="mail", exclusive=True)


async def _show(screen: "WorkingScreen", writing: Writing) -> None:
    """The mails as they will be read, made in a thread; a mistake in the text goes back to where it is typed."""
    desk = screen.desk
    if len(writing.refs) > _SLOW:
        screen.say(tr("Writing {count} mails ...", count=f"{len(writing.refs):,}"), "note")

    def compose() -> list[composing.Letter]:
        if writing.draft is not None:
            return [drafting.letter_of(desk, writing.draft, writing.text, writing.files)]
        return composing.compose(desk, writing.refs, writing.text, template_id=writing.template_id, files=writing.files)

    try:
        _show_letters(screen, writing, await screen.desk_app.read(compose))
    except TextError as error:
        _edit(screen, writing, problem=str(error), at=(error.line, error.column), shown=False)
    except SalesdeskError as error:
        screen.say(str(error), "error")
    finally:
        screen.desk_app.release_keys()


def _show_letters(screen: "WorkingScreen", writing: Writing, letters: Sequence[composing.Letter]) -> None:
    desk = screen.desk
    sends = screen.desk_app.postman.ready and writing.at is None
    when = f"{desk.local(writing.at):%a %d %b %H:%M}" if writing.at else ""
    dialog = MailDialog(letters, enter=tr("send") if sends else tr("outbox"), when=when, draft=writing.text)

    def kept(_text: str) -> None:
        if writing.changed and writing.draft is not None:
            screen.write(lambda: drafting.keep(desk, letters[0], writing.draft))
        elif writing.changed:
            screen.desk_app.mail_drafts[writing.refs[0].id] = writing

    screen.open_dialog(dialog, lambda result: _go_on(screen, writing, letters, result), kept=kept)


def _go_on(screen: "WorkingScreen", writing: Writing, letters: Sequence[composing.Letter], result: MailResult) -> None:
    """What was chosen for the mails that were shown."""
    if result.act == "send":
        _queue(screen, writing, letters)
        return
    # One mail is changed as it will be read, many are changed as the text they come from.
    text = letters[0].text if len(letters) == 1 else writing.text
    act = {
        "edit": lambda: _edit(screen, replace(writing, text=text)),
        "editor": lambda: _edit_outside(screen, replace(writing, text=text)),
        "attach": lambda: _attach(screen, writing),
        "later": lambda: _later(screen, writing),
        "draft": lambda: screen.write(lambda: drafting.keep(screen.desk, letters[0], writing.draft)),
        "snippet": lambda: _snippet(screen, writing, result.name),
        "template": lambda: start_work(screen, partial(_choose_again, screen, writing), group="mail", exclusive=True),
    }[result.act]
    screen.call_later(act)


def _edit(
    screen: "WorkingScreen",
    writing: Writing,
    *,
    problem: str = "",
    at: tuple[int, int] = (0, 0),
    shown: bool = True,
) -> None:
    """In a box, with the cursor at a mistake or where the mail begins; what was typed is never lost.

    `shown`: the mail as it was can be gone back to; else what is typed waits for the next m.
    """

    def dropped(text: str) -> None:
        if shown:
            _look(screen, writing)
        else:
            screen.desk_app.mail_drafts[writing.refs[0].id] = _changed(writing, text)

    start = at if at[0] or problem else (front_matter.parse(writing.text).body_line + 1, 1)
    dialog = TextDialog(tr("Mail: {who}", who=_who(writing.refs)), writing.text, problem=problem, at=start)
    screen.open_dialog(dialog, lambda result: _look(screen, _changed(writing, result.text)), kept=dropped)


def _edit_outside(screen: "WorkingScreen", writing: Writing) -> None:
    title = tr("Mail: {who}", who=_who(writing.refs))
    screen.desk_app.edit_outside(screen, title, writing.text, lambda text: _look(screen, _changed(writing, text)))


def _changed(writing: Writing, text: str) -> Writing:
    same = text.strip() == writing.text.strip()
    return writing if same else replace(writing, text=text, changed=True)


def _snippet(screen: "WorkingScreen", writing: Writing, name: str) -> None:
    """Write a snippet the mail calls, then back to the mail."""

    def save(result: TextResult) -> None:
        screen.write(lambda: texts.save(screen.desk, "snippet", name, result.text), lambda: _look(screen, writing))

    screen.open_dialog(TextDialog(tr("Snippet: {name}", name=name)), save, kept=lambda _: _look(screen, writing))


def _attach(screen: "WorkingScreen", writing: Writing) -> None:
    def read(text: str) -> str:
        if link_scheme(text):
            raise InvalidError(tr("A link stands in the text of a mail, not beside it."))
        return files.meaning(screen.desk, one_file_named(text))

    def save(result: TextResult) -> None:
        path = Path(one_file_named(result.text)).expanduser()
        _look(screen, replace(writing, files=(*writing.files, path)))

    dialog = PathDialog(
        tr("Attach a file"), read=read, complete=paths_starting, placeholder=tr("~/Documents/prices.pdf")
    )
    screen.open_dialog(dialog, save, kept=lambda _: _look(screen, writing))


def _later(screen: "WorkingScreen", writing: Writing) -> None:
    desk = screen.desk

    def read(text: str) -> str | InvalidText:
        try:
            return f"{desk.local(composing.read_when(desk, text)):%a %d %b %H:%M}"
        except SalesdeskError as error:
            return InvalidText(error.message)

    def save(result: TextResult) -> None:
        at = composing.read_when(desk, result.text) if result.text else None
        _look(screen, replace(writing, at=at))

    dialog = PromptDialog(
        tr("When may it leave?"), placeholder=tr("tomorrow 9:00, fri, 14:30; empty: at once"), read=read
    )
    screen.open_dialog(dialog, save, kept=lambda _: _look(screen, writing))


def _queue(screen: "WorkingScreen", writing: Writing, letters: Sequence[composing.Letter]) -> None:
    """Into the outbox, and out at once where that is set up."""
    app, desk = screen.desk_app, screen.desk
    made: list[composing.Queued] = []
    leaves = app.postman.ready and writing.at is None

    def run() -> str:
        if writing.draft is not None:
            sentence = drafting.release(desk, writing.draft, letters[0], app.postman.settings, at=writing.at)
            made.append(composing.Queued((writing.draft.id,), sentence))
        else:
            made.append(composing.queue(desk, letters, app.postman.settings, at=writing.at))
        # What leaves at once is not offered to be taken back.
        return "" if leaves else made[0].sentence

    def then() -> None:
        app.mail_drafts.pop(writing.refs[0].id, None)
        screen.done_with_marks()
        if leaves:
            screen.say(made[0].sentence, "note")
            start_work(screen, partial(app.postman.send, made[0].ids), group="postman")

    # Kept until it is in the outbox: a refusal must not cost what was typed.
    app.mail_drafts[writing.refs[0].id] = writing
    screen.write(run, then)


def _who(refs: Sequence[Ref]) -> str:
    if len(refs) == 1:
        return f"{refs[0].name}{f', {refs[0].detail}' if refs[0].detail else ''}"
    return plural(len(refs), tr("recipient"), tr("recipients"))
