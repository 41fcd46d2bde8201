"""Taking mail in: the headers are looked at, what concerns somebody known is read, all of it is one operation."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.exchange.mail_head import Head, Unreadable, read_head
from salesdesk.exchange.mail_in import Mail, read_mail
from salesdesk.exchange.mail_sources import Letter, Position, Source, SourceError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.inbox.matching import Correspondence, known_ids
from salesdesk.services.inbox.settings import InboxSettings
from salesdesk.services.inbox.taking import KINDS, Taker
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# Where nothing concerns anybody, how far was read is written down only now and then: it costs an operation.
_WORTH_KEEPING = 200

Progress = Callable[[str, int, int], object]
ShouldStop = Callable[[], bool]


@dataclass(slots=True)
class Fetched:
    """What a fetch did. `problem` says why it ended early; what was taken until then is kept.

    `counts` has the mails taken in by kind (see `taking.KINDS`), `unreadable` what is not a mail.
    """

    looked_at: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    unreadable: list[Unreadable] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    problem: SourceError | None = None

    @property
    def taken(self) -> int:
        """How many mails were taken in."""
        return self.counts.total()

    @property
    def sentence(self) -> str:
        """`12 mails taken in: 5 replies, 1 bounce`."""
        if not self.taken:
            return tr("No new mail of anybody known")
        kinds = [plural(self.counts[kind], *map(tr, words)) for kind, words in KINDS.items() if self.counts[kind]]
        return tr("{mails} taken in: {kinds}", mails=plural(self.taken, "mail", "mails"), kinds=", ".join(kinds))


def fetch(
    desk: Desk,
    source: Source,
    settings: InboxSettings = InboxSettings(),  # noqa: B008  (frozen)
    *,
    days: int | None = None,
    background: bool = False,
    progress: Progress = lambda _what, _done, _total: None,
    should_stop: ShouldStop = lambda: False,
) -> Fetched:
    """Take in what is new in a mailbox and concerns somebody known, as one operation.

    Goes on where the folder was left; `days` looks that far back again. Mails that are here already change
    nothing. What runs in the `background` is not what `undo` takes back without being named.
    """
    result = Fetched()
    with desk.workspace.snapshot() as connection:
        after = _position(connection, source) if days is None else Position()
        book = Correspondence(desk, settings)
    since = None
    if source.route != "file" and not after.last_uid:
        since = clock.now() - dt.timedelta(days=settings.days if days is None else days)
    mails = _gather(desk, source, book, result, after, since, progress, should_stop)
    moved = source.position.last_uid - after.last_uid
    if mails or source.position.validity != after.validity or moved >= _WORTH_KEEPING:
        _take(desk, source, book, mails, result, background=background)
    return result


def _gather(
    desk: Desk,
    source: Source,
    book: Correspondence,
    result: Fetched,
    after: Position,
    since: dt.datetime | None,
    progress: Progress,
    should_stop: ShouldStop,
) -> list[Mail]:
    """The mails worth taking, read outside any transaction: a slow server holds nobody up."""
    found: dict[str, Mail] = {}

    def wanted(head: Head) -> bool:
        return _wanted(desk.connection, book, head, source, since)

    try:
        for letter in source.letters(after, since):
            if should_stop():
                break
            result.looked_at += 1
            progress(tr("Reading mail"), result.looked_at, 0)
            mail = _read(letter, lambda head: head.message_id not in found and wanted(head))
            if isinstance(mail, Unreadable):
                result.unreadable.append(mail)
            elif mail is not None:
                found[mail.head.message_id] = mail
    except SourceError as error:
        result.problem = error
    return list(found.values())


def _read(letter: Letter | Unreadable, wanted: Callable[[Head], bool]) -> Mail | Unreadable | None:
    """The mail, read only when its headers are wanted."""
    if isinstance(letter, Unreadable):
        return letter
    head = read_head(letter.head, letter.name)
    if isinstance(head, Unreadable):
        return head
    return read_mail(letter.load(), letter.name) if wanted(head) else None


def _wanted(
    connection: Connection, book: Correspondence, head: Head, source: Source, since: dt.datetime | None
) -> bool:
    if since is not None and head.sent_at is not None and head.sent_at < since:
        return False
    # A mail that was taken back on purpose does not come again by itself, only when somebody hands it over.
    if known_ids(connection, [head.message_id], also_undone=source.route != "file"):
        return False
    return book.concerned(connection, head)


def _take(
    desk: Desk, source: Source, book: Correspondence, mails: list[Mail], result: Fetched, *, background: bool
) -> None:
    with desk.operation(tr("Looked through the mail"), source="sync" if background else None) as unit:
        taker = Taker(desk, unit, book, source.route)
        for mail in mails:
            # Somebody else may have taken it in while it was read.
            if known_ids(unit.connection, [mail.head.message_id], also_undone=source.route != "file"):
                continue
            kind = taker.take(mail)
            if kind:
                result.counts[kind] += 1
        result.refs = list({ref.id: ref for ref in taker.refs}.values())
        if result.taken:
            unit.label = result.sentence
        _keep_position(unit, source)


def _keep_position(unit: "Unit", source: Source) -> None:
    if not source.position.validity:
        return
    reached = {"validity": source.position.validity, "last_uid": source.position.last_uid}
    key = unit.connection.value(
        "SELECT id FROM mailbox WHERE account = ? AND folder = ? AND deleted_op IS NULL ORDER BY id LIMIT 1",
        (source.account, source.folder),
    )
    if key is None:
        unit.insert("mailbox", {"account": source.account, "folder": source.folder, **reached})
    else:
        unit.update("mailbox", key, reached)


def _position(connection: Connection, source: Source) -> Position:
    row = connection.one(
        "SELECT validity, last_uid FROM mailbox WHERE account = ? AND folder = ? AND deleted_op IS NULL"
        " ORDER BY id LIMIT 1",
        (source.account, source.folder),
    )
    return Position(*row) if row else Position()
