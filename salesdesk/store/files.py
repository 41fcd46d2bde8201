"""Kept files: each content once under its SHA-256, written whole or not at all, readable by its owner alone."""

import contextlib
import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from salesdesk.errors import DatabaseError, InvalidError, NotFoundError
from salesdesk.paths import sync_folder

State = Literal["ok", "missing", "changed"]
YOUNG_SECONDS = 3600
_CHUNK = 1 << 20
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Kept:
    """A content that is kept."""

    sha256: str
    size: int


class FileStore:
    """A folder of contents: `ab/cdef...` holds the one whose SHA-256 is `abcdef...`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the content of that hash is, or would be."""
        if len(sha256) != 64 or not _HEX.issuperset(sha256):
            raise InvalidError(f"'{sha256[:80]}' is not the hash of a kept file.")
        return self.folder / sha256[:2] / sha256[2:]

    def keep(self, source: Path, *, limit: int | None = None, expected: str = "") -> Kept:
        """Copy a file in; one that is there already is kept once, and mended when it was damaged.

        InvalidError or NotFoundError for what is no readable regular file, is bigger than `limit` bytes, changes
        while it is read, or has not the `expected` hash; then nothing is left behind.
        """
        with _opened(source) as file:
            before = os.fstat(file.fileno())
            if limit is not None and before.st_size > limit:
                raise _too_big(source, before.st_size, limit)
            with self._part() as part:
                kept = _copy(source, file, part, limit)
                after = os.fstat(file.fileno())
                if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
                    raise InvalidError(f"'{source}' changed while it was read.", hint="Try again when it is finished.")
                if expected and kept.sha256 != expected:
                    raise InvalidError(
                        f"'{source}' has changed since it was kept.", hint="Look with: salesdesk doctor."
                    )
                self._place(part, kept.sha256)
        return kept

    @contextlib.contextmanager
    def _part(self) -> Iterator[Path]:
        """A file of our own in the folder, gone at the end unless it was given its name."""
        part = None
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=".new-", dir=self.folder)
            os.close(descriptor)
            part = Path(name)
            yield part
        except OSError as error:
            raise DatabaseError(
                f"The file cannot be kept in '{self.folder}': {error.strerror}.", hint="Free some space there."
            ) from None
        finally:
            if part is not None:
                part.unlink(missing_ok=True)

    def _place(self, part: Path, sha256: str) -> None:
        target = self.path(sha256)
        if self.state(sha256) == "ok":
            self.touch(sha256)
            return
        target.parent.mkdir(mode=0o700, exist_ok=True)
        part.replace(target)
        sync_folder(target.parent)

    def state(self, sha256: str, *, size: int | None = None, read: bool = True) -> State:
        """Whether a content is as it was: by its bytes, or without `read` by its size alone."""
        try:
            path = self.path(sha256)
        except InvalidError:
            # A row that another program wrote names no content at all.
            return "missing"
        try:
            if not read:
                found = path.stat()
                return "ok" if stat.S_ISREG(found.st_mode) and size in {None, found.st_size} else "changed"
            with path.open("rb") as file:
                return "ok" if hashlib.file_digest(file, "sha256").hexdigest() == sha256 else "changed"
        except (FileNotFoundError, NotADirectoryError):
            return "missing"
        except OSError:
            return "changed"

    def touch(self, sha256: str) -> None:
        """Make a content young, so that nobody sweeps it before what names it is written."""
        with contextlib.suppress(OSError):
            os.utime(self.path(sha256))

    def is_young(self, sha256: str) -> bool:
        """Whether a content came, or was wanted again, so lately that what names it may be on its way."""
        try:
            return time.time() - self.path(sha256).stat().st_mtime < YOUNG_SECONDS
        except OSError:
            return False

    def contents(self) -> Iterator[str]:
        """The hashes of everything that is kept."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()):
                sha256 = folder.name + path.name
                if len(sha256) == 64 and _HEX.issuperset(sha256):
                    yield sha256

    def drop(self, sha256: str) -> int:
        """Remove a content; the bytes that were freed."""
        path = self.path(sha256)
        with contextlib.suppress(OSError):
            size = path.stat().st_size
            path.unlink()
            return size
        return 0


def look_at(source: Path) -> os.stat_result:
    """What a path is, without opening it; an error says why it cannot be attached."""
    try:
        found = source.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NotFoundError(f"There is no file '{source}'.", hint="Check the path.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from None
    if stat.S_ISDIR(found.st_mode):
        raise InvalidError(f"'{source}' is a folder.", hint="Name the files in it, or pack it into one.")
    if not stat.S_ISREG(found.st_mode):
        raise InvalidError(f"'{source}' is not a regular file.", hint="Pipes, sockets and devices cannot be attached.")
    return found


@contextlib.contextmanager
def _opened(source: Path) -> Iterator[IO[bytes]]:
    look_at(source)
    try:
        # Without waiting, should a pipe have come in the place of the file since.
        descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _unreadable(source, error) from None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise InvalidError(f"'{source}' is not a regular file.", hint="Pipes and devices cannot be attached.")
        yield file


def _copy(source: Path, file: IO[bytes], part: Path, limit: int | None) -> Kept:
    digest, size = hashlib.sha256(), 0
    with part.open("wb") as copy:
        while chunk := _chunk(source, file):
            size += len(chunk)
            if limit is not None and size > limit:
                raise _too_big(source, size, limit)
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return Kept(digest.hexdigest(), size)


def _chunk(source: Path, file: IO[bytes]) -> bytes:
    try:
        return file.read(_CHUNK)
    except OSError as error:
        raise _unreadable(source, error) from None


def _unreadable(source: Path, error: Exception) -> InvalidError:
    reason = getattr(error, "strerror", None) or str(error)
    return InvalidError(f"'{source}' cannot be read: {reason}.", hint="Check its permissions.")


def _too_big(source: Path, size: int, limit: int) -> InvalidError:
    from salesdesk.domain.files import say_size

    return InvalidError(
        f"'{source}' is {say_size(size)}; at most {say_size(limit)} are copied.",
        hint="Keep its path instead (--link), or raise the limit: salesdesk config set files.limit_mb N.",
    )
