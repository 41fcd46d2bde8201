"""Writing mails from the shell: to one, or to all that fit a filter."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.nouns import DryRun, Where, Yes
from salesdesk.cli.output import Done
from salesdesk.cli.picking import MANY, SHOWN, fitting
from salesdesk.domain.text import clean
from salesdesk.errors import UsageError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.exchange.mail_routes import MailSettings, Route
    from salesdesk.services.composing import Letter
    from salesdesk.services.mailing import Report
    from salesdesk.services.records import Ref

commands = Commands()


@commands.verb(
    "mail",
    result=True,
    examples=(
        "mail anna 'follow-up' --now",
        "mail 'thank you' --where status:open owner:me --dry-run",
        "mail anna --subject 'Prices' --body 'Here they are.' --attach prices.pdf",
    ),
)
def mail(
    call: Call,
    words: Annotated[
        Sequence[str], Argument("WHO TEMPLATE|-", "To whom, and a template; - reads it from standard input.")
    ] = (),
    where: Where = (),
    of: Annotated[
        str,
        Option("--of", metavar="KIND", help="What --where lists.", choices=("lead", "deal", "contact", "account")),
    ] = "lead",
    subject: Annotated[str | None, Option("--subject", metavar="TEXT", help="Another subject.")] = None,
    body: Annotated[str | None, Option("--body", metavar="TEXT", help="The text, instead of a template.")] = None,
    attach: Annotated[
        Sequence[str], Option("--attach", metavar="FILE", help="A file that goes with it.", complete="file")
    ] = (),
    at: Annotated[str | None, Option("--at", metavar="WHEN", help="Not before then: 'tomorrow 9:00'.")] = None,
    now: Annotated[bool, Option("--now", help="Send it at once; else it waits in the outbox.")] = False,
    draft: Annotated[bool, Option("--draft", help="Keep it as a draft that leaves only by hand.")] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> Done | str:
    """Write a mail to somebody, from a template or from your own words, and put it into the outbox.

    Merge fields stand in braces: {first_name|there}; `template fields` lists them. Who lacks a field, has no address
    or opted out is named and not written to. `salesdesk outbox send` sends what waits.
    """
    from salesdesk.domain.ids import reference_code
    from salesdesk.services import composing
    from salesdesk.services.records import reference

    desk = call.own_desk
    refs, template = _whom(call, list(words), where, of)
    text, template_id = _text(call, template, subject, body)
    when = composing.read_when(desk, at) if at else None
    files = [Path(name).expanduser() for name in attach]
    letters = composing.compose(desk, refs, text, template_id=template_id, files=files)
    if dry_run:
        shown = _preview(letters)
        return shown if call.wants_json else shown.sentence
    if draft:
        return _drafts(call, letters)
    if not any(letter.ready for letter in letters):
        return _preview(letters)
    if len(letters) > MANY:
        call.confirm(tr("Write {summary}?", summary=composing.summary(letters)), yes=yes)
    if now:
        # Whether mails can leave at all is said before anything is written.
        route_of(call)
    queued = composing.queue(desk, letters, settings_of(call), at=when)
    document: dict[str, object] = {"queued": len(queued.ids), "not_written": _left_out(letters)}
    sentences = [f"{queued.sentence}.", *(_said(letter) for letter in letters if not letter.ready or letter.collision)]
    if now:
        report = send(call, only=queued.ids)
        sentences.append(report.sentence + ".")
        document |= report_document(report)
    else:
        sentences.append(tr("Send: salesdesk outbox send. Undo: salesdesk undo"))
    return Done("\n".join(sentences), document, refs=[reference("message", reference_code(key)) for key in queued.ids])


def _drafts(call: Call, letters: Sequence["Letter"]) -> Done:
    """Each letter kept as a draft, gaps and all."""
    from salesdesk.services import drafting

    sentence = drafting.keep_all(call.own_desk, letters)
    lacks = [_said(letter) for letter in letters if not letter.ready]
    send = tr("Send: salesdesk outbox send MAIL. Undo: salesdesk undo")
    return Done("\n".join([f"{sentence}.", *lacks, send]), {"drafts": len(letters), "not_ready": len(lacks)})


def _whom(call: Call, words: list[str], where: Sequence[str], of: str) -> tuple[list["Ref"], str | None]:
    """The recipients and the name of the template."""
    from salesdesk.services.records import find

    if where:
        # `--where owner:me due:..today` without quotes: the shell gives the second term as a word of its own.
        terms = [word for word in words if ":" in word or word[:1] in {"@", "+"}]
        names = [word for word in words if word not in terms]
        if len(names) > 1:
            raise UsageError(tr("With --where only the template is named, not '{words}'.", words=" ".join(names)))
        return fitting(call, of, [*where, *terms]), names[0] if names else None
    if not words or len(words) > 2:
        raise UsageError(tr("To whom?"), hint=tr("Write: salesdesk mail WHO TEMPLATE, or --where FILTER."))
    return [find(call.desk, clean(words[0]))], words[1] if len(words) == 2 else None


def _text(call: Call, template: str | None, subject: str | None, body: str | None) -> tuple[str, bytes | None]:
    """The text of the mail as a template, and the key of the one it comes from."""
    from salesdesk.domain import front_matter
    from salesdesk.domain.mail_template import template_text
    from salesdesk.services import composing

    if template and body:
        raise UsageError(tr("Give a template or --body, not both."))
    key = None
    if template == "-":
        text = sys.stdin.read()
    elif template:
        text, key = composing.usable_template(call.desk, template)
    elif body:
        text = template_text(subject or "", f"{body}\n\n{{signature|}}")
    else:
        raise UsageError(
            tr("What do you write?"), hint=tr("Name a template, - for standard input, or give --subject and --body.")
        )
    if subject and template:
        text = front_matter.with_key(text, "subject", subject)
    return text, key


def _preview(letters: Sequence["Letter"]) -> Done:
    """What would be written, as it would be read."""
    from salesdesk.services import composing

    if not letters:
        return Done(tr("Nobody fits, so nothing is written."), {"recipients": []})
    parts = []
    for letter in letters[:SHOWN]:
        head = [f"{tr('To')}: {letter.to_name} <{letter.address}>", f"{tr('Subject')}: {letter.subject}"]
        head += [f"{tr('Attached')}: {name}" for name in letter.attached]
        notes = [said] if (said := _said(letter)) else []
        parts.append("\n".join([*head, *notes, "", letter.body, ""]))
    if len(letters) > SHOWN:
        parts.append(tr("and {count} more", count=len(letters) - SHOWN) + "\n")
    parts.append(composing.summary(letters))
    document = {"recipients": [_document(letter) for letter in letters], "summary": composing.summary(letters)}
    return Done("\n".join(parts), document, exit_code=0 if any(letter.ready for letter in letters) else 4)


def _said(letter: "Letter") -> str:
    """What speaks against a letter, in one line."""
    if letter.blocked:
        return f"{letter.ref.name}: {letter.blocked}"
    if letter.problems:
        return f"{letter.ref.name}: {', '.join(letter.problems)}"
    return f"{letter.ref.name}: {letter.collision}" if letter.collision else ""


def _document(letter: "Letter") -> dict[str, object]:
    return {
        "record": letter.ref,
        "to": letter.address,
        "subject": letter.subject,
        "body": letter.body,
        "problems": list(letter.problems),
        "blocked": letter.blocked,
        "collision": letter.collision,
    }


def _left_out(letters: Sequence["Letter"]) -> list[dict[str, object]]:
    return [
        {"record": letter.ref, "why": letter.blocked or ", ".join(letter.problems)}
        for letter in letters
        if not letter.ready
    ]


# Sending, which the outbox shares


def settings_of(call: Call) -> "MailSettings":
    """The settings of `[mail]`."""
    from salesdesk.exchange.mail_routes import mail_settings

    return mail_settings(call.config.sections().get("mail", {}))


def route_of(call: Call) -> "Route":
    """The route that is set up; a password is asked for where somebody can type it."""
    from salesdesk.exchange import mail_routes
    from salesdesk.outside import copy_with_tool

    return mail_routes.route_of(settings_of(call), ask=call.secret, copy=copy_with_tool)


def send(call: Call, *, only: Sequence[bytes] = ()) -> "Report":
    """Send what is due, or only these; then ask about those only the person can know of."""
    from salesdesk.services import mailing

    desk, settings = call.own_desk, settings_of(call)

    def progress(done: int, count: int, who: str) -> None:
        if who and call.interactive and count > 1:
            call.say(tr("{number} of {count}: {who}", number=done + 1, count=count, who=who))

    report = mailing.send_due(desk, settings, route_of(call), only=only, progress=progress)
    for remark in report.remarks:
        call.say(remark)
    if call.interactive:
        ask_about(call, report.asked_ids)
    return report


def ask_about(call: Call, ids: Sequence[bytes]) -> None:
    """Whether mails were sent that only the person knows of: y, n, or enter to be asked another time."""
    from salesdesk.services import outbox

    for key in ids:
        row = outbox.row_of(call.desk.connection, key)
        why = f" ({row.error})" if row.error else ""
        answer = call.ask(tr("Was the mail to {who} sent{why}? [y/n, enter: later]", who=row.who, why=why)).lower()
        if answer in {"y", "yes"}:
            call.say(outbox.mark_sent(call.desk, row))
        elif answer in {"n", "no"}:
            call.say(outbox.retry(call.desk, [row]))


def report_document(report: "Report") -> dict[str, object]:
    """What a sending did, for scripts."""
    return {
        "sent": len(report.sent),
        "failed": list(report.failed),
        "later": list(report.later),
        "asked": list(report.asked),
        "dropped": list(report.dropped),
        "waiting": report.waiting,
        "down": report.down,
    }
