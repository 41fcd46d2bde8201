"""Taking mail in: the headers are looked at, what concerns somebody known is read, all of it is one operation."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.exchange.mail_head import Head, Unreadable, read_head
from salesdesk.exchange.mail_in import Mail, read_mail
from salesdesk.exchange.mail_sources import Letter, Position, Source, SourceError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.inbox.matching import Correspondence, is_here
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

    `counts` has the mails taken in by kind (see `taking.KINDS`), `unreadable` what is not a mail, `left` why a mail
    that was handed over as a file was not taken, `refs` the records that have something new.
    """

    looked_at: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    unreadable: list[Unreadable] = field(default_factory=list)
    left: list[Unreadable] = field(default_factory=list)
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
    after = _position(desk.connection, source) if days is None else Position()
    since = None
    if source.route != "file":
        since = clock.now() - dt.timedelta(days=settings.days if days is None else days)
    one = _Fetch(desk, source, Correspondence(desk, settings), since)
    mails = one.gather(after, progress, should_stop)
    if mails or one.result.looked_at >= _WORTH_KEEPING:
        one.take(mails, background=background)
    return one.result


class _Fetch:
    """One round through a mailbox."""

    def __init__(self, desk: Desk, source: Source, book: Correspondence, since: dt.datetime | None) -> None:
        self.desk = desk
        self.source = source
        self.book = book
        self.since = since
        self.by_hand = source.route == "file"
        self.result = Fetched()

    def gather(self, after: Position, progress: Progress, should_stop: ShouldStop) -> list[Mail]:
        """The mails worth taking, read outside any transaction: a slow server holds nobody up."""
        found: dict[str, Mail] = {}
        try:
            with closing(self.source.letters(after, self.since)) as letters:
                for letter in letters:
                    if should_stop():
                        break
                    self.result.looked_at += 1
                    progress(tr("Reading mail"), self.result.looked_at, 0)
                    mail = self._read(letter)
                    if isinstance(mail, Unreadable):
                        self.result.unreadable.append(mail)
                    elif mail is not None:
                        found.setdefault(mail.head.message_id, mail)
        except SourceError as error:
            self.result.problem = error
        return list(found.values())

    def _read(self, letter: Letter | Unreadable) -> Mail | Unreadable | None:
        """The mail; None, and nothing but its headers was looked at, when it is not for us."""
        if isinstance(letter, Unreadable):
            return letter
        head = read_head(letter.head, letter.name)
        if isinstance(head, Unreadable):
            return head
        reason = self._why_not(head)
        if not reason:
            return read_mail(letter.load(), letter.name)
        if self.by_hand:
            self.result.left.append(Unreadable(letter.name, reason))
        return None

    def _why_not(self, head: Head) -> str:
        connection = self.desk.connection
        if self.since is not None and head.sent_at is not None and head.sent_at < self.since:
            return tr("it is older than was asked for")
        # A mail that was taken back on purpose does not come again by itself, only when somebody hands it over.
        if is_here(connection, head.message_id, also_undone=not self.by_hand):
            return tr("it is here already")
        if head.sender.mail in self.book.own:
            return tr("it is from one of you")
        if not self.book.concerned(connection, head):
            return tr("nobody here has the address {address}", address=head.sender.mail or head.sender.name)
        return ""

    def take(self, mails: list[Mail], *, background: bool) -> None:
        """Write them, and how far the mailbox was read, in one operation."""
        with self.desk.operation(tr("Looked through the mail"), source="sync" if background else None) as unit:
            taker = Taker(self.desk, unit, self.book, self.source.route)
            for mail in mails:
                # Somebody else may have taken it in while it was read.
                if is_here(unit.connection, mail.head.message_id, also_undone=not self.by_hand):
                    continue
                kind = taker.take(mail)
                if kind:
                    self.result.counts[kind] += 1
                elif self.by_hand:
                    self.result.left.append(Unreadable(mail.head.name, tr("it is about nobody here")))
            self.result.refs = list({ref.id: ref for ref in taker.refs}.values())
            if self.result.taken:
                unit.label = self.result.sentence
            _keep_position(unit, self.source)


_MAILBOX = "FROM mailbox WHERE account = ? AND folder = ? AND deleted_op IS NULL ORDER BY id LIMIT 1"


def _position(connection: Connection, source: Source) -> Position:
    row = connection.one(f"SELECT validity, last_uid {_MAILBOX}", (source.account, source.folder))
    return Position(*row) if row else Position()


def _keep_position(unit: "Unit", source: Source) -> None:
    """Write how far was read; never back, where a colleague has read further meanwhile."""
    reached = source.position
    if reached == Position():
        return
    values = {"validity": reached.validity, "last_uid": reached.last_uid}
    row = unit.connection.one(f"SELECT id, validity, last_uid {_MAILBOX}", (source.account, source.folder))
    if row is None:
        unit.insert("mailbox", {"account": source.account, "folder": source.folder, **values})
    elif row[1] != reached.validity or row[2] < reached.last_uid:
        unit.update("mailbox", row[0], values)
