"""The outbox from the shell: what waits, sending it, and what to do about what did not go through."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.errors import InvalidError, UsageError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.services.outbox import MessageRow

commands = Commands("outbox")
Mails = Annotated[Sequence[str], Argument("MAIL", "References, or parts of recipient or subject that fit no other.")]
Mail = Annotated[str, Argument("MAIL", "A reference, or a part of its recipient or subject.")]
_TONES = {
    "asked": "warn",
    "failed": "bad",
    "draft": "warn",
    "bounced": "bad",
    "sent": "ok",
    "queued": "",
    "sending": "",
    "cancelled": "muted",
}


def _columns(desk: "Desk") -> tuple[Column, ...]:
    return (
        Column("ref", "Ref", lambda r: r.ref, tone=lambda r: "muted"),
        Column("state", "State", lambda r: r.state, tone=lambda r: _TONES.get(r.state, "")),
        Column("to", "To", lambda r: r.to_address, rank=1),
        Column("name", "Name", lambda r: r.to_name, tone=lambda r: "strong"),
        Column("subject", "Subject", lambda r: r.subject),
        Column("when", "When", _when, show=lambda r: f"{desk.local(_when(r)):%Y-%m-%d %H:%M}", rank=1),
        Column("why", "Why", lambda r: r.error, rank=2, whole=True),
        Column("owner", "Owner", lambda r: r.owner, extra=True),
        Column("attempts", "Attempts", lambda r: r.attempts, right=True, extra=True),
        Column("route", "Route", lambda r: r.route, extra=True),
        Column("template", "Template", lambda r: r.template, extra=True),
    )


def _when(row: "MessageRow") -> Any:
    """When it left, may leave, or was written."""
    return row.sent_at or row.send_at or row.made_at


@commands.verb("list", listing=True, examples=("outbox list", "outbox list --state failed"))
def list_mails(
    call: Call,
    state: Annotated[
        str | None,
        Option(
            "--state", metavar="STATE", help="Only these.",
            choices=("asked", "failed", "draft", "sending", "queued", "bounced", "sent", "cancelled"),
        ),
    ] = None,
    everyone: Annotated[bool, Option("--all", help="Everybody's.")] = False,
) -> Listing:  # fmt: skip
    """List your mails: what to decide first, then what waits, then what left.

    `asked` is a mail that may have been sent, for nobody answered: look in your Sent folder. It is never sent again
    by itself; `outbox sent` marks it as sent, `outbox retry` sends it again.
    """
    from salesdesk.services import mailing, outbox

    desk = call.desk if everyone else call.own_desk
    mailing.ask_about_interrupted(desk)
    states = (state,) if state else outbox.STATES
    return Listing(
        _columns(desk),
        outbox.rows(desk, states=states, everyone=everyone, limit=call.limit),
        ref=lambda r: str(r.ref),
        empty=tr("The outbox is empty."),
    )


@commands.verb("show", listing=True)
def show(call: Call, mail: Mail) -> Listing:
    """Show a mail as it was written, and what became of it."""
    from salesdesk.services.files import names_to_send

    desk = call.desk
    row = _found(call, [mail])[0]
    files = names_to_send(desk.connection, "message", row.id)
    columns = (
        *_columns(desk),
        Column("files", "Attached", lambda r: files),
        # A terminal shows it below, in its own lines.
        Column("body", "Text", lambda r: r.body, show=lambda r: ""),
    )
    return Listing(columns, [row], ref=lambda r: str(r.ref), single=True, note=f"\n{row.body}")


@commands.verb("send", result=True, examples=("outbox send",))
def send(call: Call, mails: Mails = ()) -> Done:
    """Send what is due, or these whether due or not.

    A mail is marked before it is handed over. If salesdesk is ended in between nobody can know whether the server
    took it: then you are asked, and it is not sent again by itself. A server that is busy is tried again later, with
    longer waits each time; one that refuses is told in its own words. A draft leaves only when it is named.
    """
    from salesdesk.cli import mail as writing

    chosen = _found(call, mails) if mails else []
    _release_drafts(call, chosen)
    wrong = next((row for row in chosen if row.state not in {"queued", "draft"}), None)
    if wrong is not None:
        raise InvalidError(
            tr("The mail to {who} is {state}, it does not wait to be sent.", who=wrong.who, state=wrong.state),
            hint=f"salesdesk outbox retry {wrong.ref}" if wrong.state in {"failed", "asked", "cancelled"} else "",
        )
    report = writing.send(call, only=[row.id for row in chosen])
    bad = 1 if report.failed or (report.down and not report.sent) else 0
    return Done(report.sentence + ".", writing.report_document(report), exit_code=bad)


@commands.verb("cancel", result=True)
def cancel(call: Call, mails: Mails) -> Done:
    """Take mails out of the outbox that have not left; a draft is thrown away."""
    from salesdesk.services import outbox

    return _done(call, outbox.cancel(call.own_desk, chosen := _found(call, mails)), chosen)


@commands.verb("retry", result=True)
def retry(call: Call, mails: Mails) -> Done:
    """Put mails back that failed, were cancelled, or may have been sent; `outbox send` sends them again."""
    from salesdesk.services import outbox

    return _done(call, outbox.retry(call.own_desk, chosen := _found(call, mails)), chosen)


@commands.verb("sent", result=True)
def sent(call: Call, mails: Mails) -> Done:
    """Mark mails as sent that you know have left; each is logged with its next step."""
    from salesdesk.services import outbox

    chosen = _found(call, mails)
    sentences = [outbox.mark_sent(call.own_desk, row) for row in chosen]
    return _done(call, "\n".join(sentences), chosen)


@commands.verb("edit", result=True, examples=("outbox edit E-7K3QF0D",))
def edit(
    call: Call,
    mail: Mail,
    file: Annotated[str | None, Option("--file", metavar="FILE|-", help="Its new text.", complete="file")] = None,
) -> Done:
    """Change a draft in your editor, or take its text from a file; it stays a draft until `outbox send` names it."""
    from salesdesk.cli.texts import text_from
    from salesdesk.services import drafting

    row = _found(call, [mail])[0]
    if row.state != drafting.STATE:
        raise InvalidError(
            tr("The mail to {who} is {state}, no draft.", who=row.who, state=row.state),
            hint="salesdesk outbox list --state draft",
        )
    letter = drafting.letter_of(call.own_desk, row, text_from(call, file, drafting.text_of(row)))
    for problem in letter.problems:
        call.say(problem)
    return _done(call, drafting.keep(call.own_desk, letter, row), [row])


@commands.verb("eml", result=True, examples=("outbox eml E-7K3QF0D ~/mails",))
def eml(
    call: Call,
    mail: Mail,
    folder: Annotated[str, Argument("FOLDER", "Where the file goes.", complete="folder")] = ".",
) -> Done:
    """Write a mail as an .eml file, to be sent by another program; it stays where it is in the outbox."""
    from salesdesk.cli.mail import settings_of
    from salesdesk.exchange.mail_out import build
    from salesdesk.exchange.mail_routes.local import write_eml
    from salesdesk.services import outbox

    row = _found(call, [mail])[0]
    message = outbox.outgoing(call.own_desk, row, settings_of(call))
    try:
        path = write_eml(Path(folder).expanduser(), message, build(message))
    except OSError as error:
        raise InvalidError(
            tr("'{folder}' cannot be written: {why}.", folder=folder, why=error.strerror),
            hint=tr("Give another folder."),
        ) from None
    return Done(tr("Written to {path}", path=path), {"path": str(path)}, refs=[row.ref])


def _release_drafts(call: Call, chosen: Sequence["MessageRow"]) -> None:
    """The drafts among these, which were named on purpose, wait to be sent from now on."""
    from salesdesk.cli.mail import settings_of
    from salesdesk.services import drafting

    desk = call.own_desk
    for row in chosen:
        if row.state == drafting.STATE:
            drafting.release(desk, row, drafting.letter_of(desk, row), settings_of(call))


def _found(call: Call, mails: Sequence[str]) -> list["MessageRow"]:
    """The mails meant, each once."""
    from salesdesk.services import mailing, outbox

    if not mails:
        raise UsageError(tr("Which mail?"), hint=tr("See: salesdesk outbox list."))
    mailing.ask_about_interrupted(call.own_desk)
    found = [outbox.find(call.own_desk, words) for words in mails]
    return list({row.id: row for row in found}.values())


def _done(_call: Call, sentence: str, chosen: Sequence["MessageRow"]) -> Done:
    undo = tr("{sentence}. Undo: salesdesk undo", sentence=sentence)
    return Done(undo, {"changed": len(chosen), "message": sentence}, refs=[row.ref for row in chosen])
