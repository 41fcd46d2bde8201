"""Mail that comes in, from the shell."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing, Named
from salesdesk.errors import ExitCode, UsageError
from salesdesk.i18n import plural, tr
from salesdesk.services.records import reference

if TYPE_CHECKING:
    from salesdesk.services.inbox import Ask, Fetched, InboxSettings, Progress
    from salesdesk.store.read.inbox import IncomingRow

commands = Commands("inbox")
_MOST_SAID = 5
_USUAL = 30


@commands.verb("fetch", result=True, examples=("inbox fetch", "inbox fetch --maildir ~/Mail --since 14"))
def fetch(
    call: Call,
    maildir: Annotated[
        str | None, Option("--maildir", metavar="PATH", help="Read this Maildir.", complete="folder")
    ] = None,
    mbox: Annotated[str | None, Option("--mbox", metavar="PATH", help="Read this mbox file.", complete="file")] = None,
    since: Annotated[int | None, Option("--since", metavar="DAYS", help="Look that many days back again.")] = None,
) -> Done:
    """Take in replies, bounces and wishes to be left alone.

    From the mailbox set up as inbox.source, or the one named. Only mail of people who are known, or that answers
    mail from here, is kept; of all other mail nothing but the headers is looked at. The mailbox stays as it is.
    """
    from dataclasses import replace

    from salesdesk.services import inbox

    if maildir and mbox:
        raise UsageError(tr("--maildir and --mbox cannot go together."))
    if since is not None and since < 1:
        raise UsageError(tr("--since needs a number of days."))
    settings = _settings(call)
    if maildir or mbox:
        settings = replace(settings, source="maildir" if maildir else "mbox", path=maildir or mbox or "")
    source = inbox.source_of(settings, ask=_asker(call))
    done = inbox.fetch(call.own_desk, source, settings, days=since, progress=_teller(call))
    _end_progress(call)
    if done.unreadable:
        _say_some(call, done)
    if done.problem is not None:
        if not done.taken:
            raise done.problem
        call.say(str(done.problem))
    return _done(done, ExitCode.UNEXPECTED if done.problem else ExitCode.DONE)


@commands.verb("read", result=True, examples=("inbox read answer.eml",))
def read(
    call: Call, files: Annotated[Sequence[str], Argument("FILE", "Saved mails (.eml), one in each.", complete="file")]
) -> Done:
    """Take in mails that somebody saved as files."""
    from salesdesk.exchange.mail_sources import FilesSource
    from salesdesk.services import inbox

    settings = _settings(call)
    done = inbox.fetch(call.own_desk, FilesSource([Path(name) for name in files]), settings)
    for one in (*done.unreadable, *done.left):
        call.say(f"{one.name}: {one.reason}")
    return _done(done, ExitCode.INVALID if done.unreadable else ExitCode.DONE)


@commands.verb("list", listing=True, examples=("inbox list", "inbox list --limit 5 --json"))
def list_mails(call: Call) -> Listing:
    """List the mails that came in, the newest first, and what each was matched to."""
    from salesdesk.services.inbox import KINDS
    from salesdesk.store.read.inbox import incoming

    desk = call.desk
    limit = call.limit if call.limit is not None else _USUAL if call.terminal else 1_000_000
    return Listing(
        (
            Column("at", "When", lambda r: r.at, lambda r: f"{desk.local(r.at):%Y-%m-%d %H:%M}" if r.at else ""),
            Column("kind", "Kind", lambda r: KINDS[r.state][0], lambda r: tr(KINDS[r.state][0]), tone=_tone),
            Column("from", "From", lambda r: r.sender, rank=1),
            Column("subject", "Subject", lambda r: r.subject, tone=lambda r: "strong"),
            Column("record", "Matched to", _record, lambda r: r.name, rank=1),
            Column("company", "Company", lambda r: r.company, rank=3),
            Column("owner", "Owner", lambda r: r.owner, rank=4),
            Column("ref", "Ref", _ref, tone=lambda r: "muted", rank=2),
            Column("text", "Text", lambda r: r.text, extra=True),
        ),
        incoming(desk.connection, limit=limit),
        ref=_ref,
        empty=tr("No mail came in yet. Take some in: salesdesk inbox fetch."),
    )


def _settings(call: Call) -> "InboxSettings":
    from salesdesk.services.inbox import inbox_settings

    return inbox_settings(call.config.sections())


def _asker(call: Call) -> "Ask":
    def ask(question: str) -> str | None:
        if not call.interactive:
            return None
        from getpass import getpass

        return getpass(f"{question} ", stream=sys.stderr)

    return ask


def _teller(call: Call) -> "Progress":
    def tell(what: str, done: int, total: int) -> None:
        if done % 20 == 0 and not call.quiet and sys.stderr.isatty():
            sys.stderr.write(f"\r{what}: {done:,} ")
            sys.stderr.flush()

    return tell


def _end_progress(call: Call) -> None:
    if not call.quiet and sys.stderr.isatty():
        sys.stderr.write("\r\033[K")


def _say_some(call: Call, done: "Fetched") -> None:
    call.say(tr("Not mails: {count}.", count=plural(len(done.unreadable), tr("file"), tr("files"))))
    for one in done.unreadable[:_MOST_SAID]:
        call.say(f"  {one.name}: {one.reason}")


def _done(done: "Fetched", code: int) -> Done:
    from salesdesk.services.inbox import KINDS

    undo = f" {tr('Undo: salesdesk undo')}" if done.taken else ""
    document = {
        "taken": done.taken,
        "looked_at": done.looked_at,
        "kinds": {KINDS[kind][0]: count for kind, count in done.counts.items()},
        "records": done.refs,
        "not_mails": [{"name": one.name, "reason": one.reason} for one in done.unreadable],
        "left": [{"name": one.name, "reason": one.reason} for one in done.left],
        "problem": str(done.problem) if done.problem else None,
    }
    return Done(f"{done.sentence}.{undo}", document, refs=[ref.ref for ref in done.refs], exit_code=code)


def _record(row: "IncomingRow") -> Named | None:
    return Named(_ref(row), row.name) if row.record_id else None


def _ref(row: "IncomingRow") -> str:
    return reference(row.record_kind, row.record_code) if row.record_id else ""


def _tone(row: "IncomingRow") -> str:
    return {"received": "ok", "bounced": "bad", "unsubscribed": "bad", "delayed": "warn"}.get(row.state, "muted")
