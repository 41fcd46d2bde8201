"""Where mail is read from: a Maildir, an mbox file, single files. Nothing here ever changes a mailbox."""

import datetime as dt
import stat
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from salesdesk.errors import ExitCode, SalesdeskError
from salesdesk.exchange.mail_head import MOST_HEADER_BYTES, Unreadable, header_bytes
from salesdesk.exchange.mail_in import MOST_BYTES
from salesdesk.i18n import tr

if TYPE_CHECKING:
    import mailbox


# Clocks of file systems tick coarsely: what changed this shortly before is looked at again.
_SAFE_NANOSECONDS = 2_000_000_000


class SourceError(SalesdeskError):
    """A mailbox that cannot be read, or not further."""

    title = "Mailbox"


class MailboxFileError(SourceError):
    """A folder or file of mails that is not there, or is something else."""

    exit_code = ExitCode.INVALID


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in its place: the headers as they are, and how to get all of it when it is worth reading."""

    name: str
    head: bytes
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Position:
    """How far a folder has been read: its UIDVALIDITY and the last UID (RFC 3501, 2.3.1.1).

    Mailboxes of files have no such places: there the last "UID" is the time of the newest change, in nanoseconds.
    """

    validity: int = 0
    last_uid: int = 0


class Source(Protocol):
    """A mailbox. `route` says what it is (imap, maildir, mbox or file), `account` and `folder` name it."""

    route: str
    account: str
    folder: str

    @property
    def position(self) -> Position:
        """How far the letters go that were worked on."""

    def letters(self, after: Position, since: dt.datetime | None) -> Generator[Letter | Unreadable]:
        """The mails after a position, the oldest first; where there is none, those since an instant.

        SourceError when the mailbox cannot be read (further); what was given until then stays good.
        """


class MaildirSource:
    """A Maildir: one file for each mail, in `new` and `cur`."""

    route = "maildir"
    folder = ""

    def __init__(self, path: Path, account: str = "") -> None:
        self.path = path.expanduser()
        self.account = account or str(self.path)
        self.position = Position()

    def letters(self, after: Position, since: dt.datetime | None) -> Generator[Letter | Unreadable]:
        """Every file by its time, of those that are new or were moved since; folders and links are passed over."""
        # Not `mailbox.Maildir`: that one reads a mail whole to say how old it is.
        oldest = since.timestamp() if since else 0.0
        newest = after.last_uid
        found: list[tuple[float, Path]] = []
        for path in self._files():
            try:
                state = path.lstat()
            except FileNotFoundError:
                # The mail program has just moved it; its new name is met too, or the next time.
                continue
            if stat.S_ISREG(state.st_mode) and state.st_ctime_ns > after.last_uid - _SAFE_NANOSECONDS:
                newest = max(newest, state.st_ctime_ns)
                if state.st_mtime >= oldest:
                    found.append((state.st_mtime, path))
        for _, path in sorted(found):
            yield _file_letter(path)
        self.position = Position(1, newest)

    def _files(self) -> list[Path]:
        folders = [self.path / name for name in ("new", "cur")]
        if not any(folder.is_dir() for folder in folders):
            raise MailboxFileError(
                tr("'{path}' is not a Maildir: it has no folder 'cur' or 'new'.", path=self.path),
                hint=tr("Give the folder that holds these two."),
            )
        try:
            return [path for folder in folders if folder.is_dir() for path in folder.iterdir()]
        except OSError as error:
            raise _unreadable(self.path, error) from None


class MboxSource:
    """An mbox file: mails one after the other."""

    route = "mbox"
    folder = ""

    def __init__(self, path: Path, account: str = "") -> None:
        self.path = path.expanduser()
        self.account = account or str(self.path)
        self.position = Position()

    def letters(self, after: Position, since: dt.datetime | None) -> Generator[Letter | Unreadable]:
        """Every mail in the order of the file; none when it did not change."""
        import mailbox

        try:
            changed = self.path.stat().st_mtime_ns
            if changed == after.last_uid:
                self.position = after
                return
            with self.path.open("rb") as file:
                if file.read(5) not in {b"From ", b""}:
                    raise MailboxFileError(
                        tr("'{path}' is not an mbox file: it does not begin with 'From '.", path=self.path),
                        hint=tr("A single mail is read with: salesdesk inbox read FILE."),
                    )
            box = mailbox.mbox(self.path, create=False)
        except (OSError, mailbox.Error) as error:
            raise _unreadable(self.path, error) from None
        try:
            for number, key in enumerate(box.iterkeys(), 1):
                yield _mbox_letter(box, key, f"{self.path.name} {number}")
        except OSError as error:
            raise _unreadable(self.path, error) from None
        finally:
            box.close()
        settled = time.time_ns() - changed > _SAFE_NANOSECONDS
        self.position = Position(1, changed if settled else changed - 1)


class FilesSource:
    """Files that somebody saved, one mail each."""

    route = "file"
    account = ""
    folder = ""
    position = Position()

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = list(paths)

    def letters(self, after: Position, since: dt.datetime | None) -> Generator[Letter | Unreadable]:
        """Every file as given, of whatever age."""
        for path in self.paths:
            yield _file_letter(path.expanduser())


def _file_letter(path: Path) -> Letter | Unreadable:
    try:
        with path.open("rb") as file:
            head = header_bytes(file.read(MOST_HEADER_BYTES))
    except OSError as error:
        return Unreadable(path.name, (error.strerror or str(error)).lower())
    return Letter(path.name, head, lambda: _whole(path))


def _whole(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        # It was there a moment ago: another program has moved or deleted it.
        return b""


def _mbox_letter(box: "mailbox.mbox", key: str, name: str) -> Letter:
    def part(size: int) -> bytes:
        with box.get_file(key) as file:
            return bytes(file.read(size))

    return Letter(name, header_bytes(part(MOST_HEADER_BYTES)), lambda: part(MOST_BYTES))


def _unreadable(path: Path, error: Exception) -> MailboxFileError:
    if isinstance(error, FileNotFoundError) or not path.exists():
        return MailboxFileError(tr("There is no '{path}'.", path=path), hint=tr("Check the name."))
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return MailboxFileError(tr("'{path}' cannot be read: {reason}.", path=path, reason=reason), hint=tr("Check it."))
