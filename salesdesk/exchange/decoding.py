"""Bytes to text: which encoding a file is in, and refusing what is no text at all (reliability.md §5)."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from salesdesk.errors import InvalidError
from salesdesk.exchange.words import word_set
from salesdesk.i18n import tr

_CHUNK = 1 << 20
_SAMPLE = 200_000

_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM6", "a bitmap picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "an Excel workbook or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"RIFF", "a media file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Chances to be meant: single-byte code pages sales lists really come in, then the large Asian sets.
_CANDIDATES = (
    *(
        "cp1252",
        "cp1250",
        "iso8859-2",
        "cp852",
        "iso8859-15",
        "cp850",
        "cp437",
        "mac-roman",
        "cp1251",
        "koi8-r",
    ),
    *("cp866", "cp1253", "cp1254", "cp1257", "cp1255", "cp1256", "shift_jis", "gb18030", "big5", "euc-kr"),
)
_ASIAN = frozenset(("shift_jis", "gb18030", "big5", "euc-kr"))
_USUAL = {"cp1252": 1.3, "cp1250": 1.2}
_HOME = {
    **dict.fromkeys(word_set("HU PL CZ SK SI HR RO RS BA AL"), ("cp1250", "iso8859-2", "cp852")),
    **dict.fromkeys(word_set("RU UA BG BY MK"), ("cp1251", "koi8-r", "cp866")),
    **dict.fromkeys(word_set("EE LV LT"), ("cp1257",)),
    "GR": ("cp1253",),
    "TR": ("cp1254",),
    "IL": ("cp1255",),
    "JP": ("shift_jis",),
    "CN": ("gb18030",),
    "TW": ("big5",),
    "KR": ("euc-kr",),
}
_WESTERN = ("cp1252", "iso8859-15", "cp850")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoding:
    """The encoding of a file, how it is shown, and whether it was known rather than guessed."""

    codec: str
    name: str
    sure: bool = True
    errors: str = "strict"


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turns what the system says about a file that cannot be read into one InvalidError."""
    try:
        yield
    except FileNotFoundError:
        raise InvalidError(tr("There is no file '{path}'.", path=path), hint=tr("Check the name.")) from None
    except IsADirectoryError:
        raise _folder(path) from None
    except PermissionError:
        raise InvalidError(tr("'{path}' may not be read.", path=path), hint=tr("Check its permissions.")) from None
    except (OSError, ValueError) as error:
        if isinstance(error, UnicodeError):
            raise
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise InvalidError(
            tr("'{path}' cannot be read: {reason}.", path=path, reason=str(reason)),
            hint=tr("Copy it to a local disk and try again."),
        ) from None


def detect(path: Path, *, encoding: str | None = None, country: str | None = None) -> Decoding:
    """How to decode the file: BOM, strict UTF-8, UTF-16 by its zero bytes, else the likeliest code page.

    `encoding` overrules; `country` (ISO 3166) breaks ties. Raises InvalidError for a folder, an empty
    file, a picture and other files that hold no text.
    """
    with readable(path):
        if path.is_dir():
            raise _folder(path)
        if path.exists() and not path.is_file():
            raise InvalidError(tr("'{path}' is not an ordinary file.", path=path), hint=tr("Save it to a file first."))
        with path.open("rb") as file:
            head = file.read(_CHUNK)
        if not head:
            raise InvalidError(tr("'{path}' is empty.", path=path), hint=tr("Export it again, with its records."))
        _refuse_known_binary(path, head)
        if encoding is not None:
            return _named(encoding)
        for bom, codec in _BOMS:
            if head.startswith(bom):
                return Decoding(codec, "utf-8 with BOM" if codec == "utf-8-sig" else codec)
        wide = _wide(head[:4096])
        if wide is not None:
            return wide
        _refuse_binary(path, head)
        return _narrow(path, country)


def _named(encoding: str) -> Decoding:
    try:
        codec = codecs.lookup(encoding)
        "a".encode(codec.name)
    except (LookupError, UnicodeError):
        raise InvalidError(
            tr("'{encoding}' is not an encoding.", encoding=encoding),
            hint=tr("Use one such as utf-8, cp1250, cp1252 or utf-16 with --encoding."),
        ) from None
    name = "utf-8-sig" if codec.name == "utf-8" else codec.name
    return Decoding(name, codec.name)


def _folder(path: Path) -> InvalidError:
    return InvalidError(tr("'{path}' is a folder, not a file.", path=path), hint=tr("Name the files in it instead."))


def _not_text(path: Path, what: str) -> InvalidError:
    return InvalidError(
        tr("'{path}' is {what}, not a table of text.", path=path, what=what),
        hint=tr("Save the records as CSV and import that."),
    )


def _refuse_known_binary(path: Path, head: bytes) -> None:
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise _not_text(path, what)


def _refuse_binary(path: Path, head: bytes) -> None:
    sample = head[:65536]
    controls = len(_CONTROLS.findall(sample))
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        share = 0.3
    except UnicodeDecodeError:
        share = 0.02
    if controls > share * len(sample):
        raise _not_text(path, tr("binary data"))


def _wide(head: bytes) -> Decoding | None:
    """UTF-16 without a BOM: nearly every other byte of plain text is zero."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    low, high = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if high > 0.4 and low < 0.1:
        return Decoding("utf-16-le", "utf-16-le")
    if low > 0.4 and high < 0.1:
        return Decoding("utf-16-be", "utf-16-be")
    return None


def _narrow(path: Path, country: str | None) -> Decoding:
    decoder = codecs.getincrementaldecoder("utf-8")()
    only_ascii, valid = True, True
    good = bad = 0
    sample = bytearray()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if chunk.isascii() and valid:
                decoder.decode(chunk)
                continue
            only_ascii = False
            if valid:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    valid = False
            found = _MULTIBYTE.findall(chunk)
            good += len(found)
            bad += sum(byte > 0x7F for byte in chunk) - sum(map(len, found))
            if len(sample) < _SAMPLE:
                lines = [line for line in chunk.splitlines() if not line.isascii()]
                sample += b"\n".join(lines)[:_SAMPLE] + b"\n"
    if only_ascii:
        return Decoding("ascii", "ascii")
    if valid:
        try:
            decoder.decode(b"", final=True)
            return Decoding("utf-8", "utf-8")
        except UnicodeDecodeError:
            pass
    if good > 20 * bad:  # a damaged UTF-8 file; each row with a lost sign is named later
        return Decoding("utf-8", "utf-8 (damaged)", sure=False, errors="replace")
    return _guess(bytes(sample), country)


def _guess(sample: bytes, country: str | None) -> Decoding:
    import chardet  # costs 30 ms, needed for few files

    home = _HOME.get((country or "").upper(), _WESTERN if country else ())
    found = chardet.detect_all(sample, ignore_threshold=True, include_encodings=_CANDIDATES)
    best, best_score = "cp1252", -1.0
    for guess in found:
        codec = _codec(guess["encoding"])
        if codec is None or codec not in _CANDIDATES:
            continue
        likely = _plausible(sample, codec)
        if codec in _ASIAN and codec not in home and guess["confidence"] < 0.3:
            continue
        score = (0.01 + guess["confidence"]) * likely * _USUAL.get(codec, 1.0) * (2.0 if codec in home else 1.0)
        if score > best_score * 1.001:
            best, best_score = codec, score
    errors = "strict" if _decodes(sample, best) else "replace"
    return Decoding(best, best, sure=False, errors=errors)


def _codec(name: str | None) -> str | None:
    try:
        canonical = codecs.lookup(name or "").name
    except LookupError:
        return None
    return next((c for c in _CANDIDATES if codecs.lookup(c).name == canonical), None)


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        sample.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _plausible(sample: bytes, codec: str) -> float:
    """How much of the text beyond ASCII reads like words: 0.01 to 1."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError:
        return 0.01
    good = bad = 0
    for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if sign.isascii():
            continue
        odd = sign.isupper() and (before.islower() or (before.isupper() and after.islower()))  # RŽunion
        if sign.isalpha() and not odd:
            good += 1
        elif odd or not (sign.isprintable() and sign in "€£§©®°–—’‘“”„…«»\xa0"):
            bad += 1
    return max(0.01, (good + 0.5) / (good + bad + 0.5))


@contextmanager
def opened(path: Path, decoding: Decoding) -> Iterator[TextIO]:
    """The file as text, line ends untouched. InvalidError when it cannot be read or decoded."""
    with readable(path):
        try:
            with path.open(encoding=decoding.codec, errors=decoding.errors, newline="") as file:
                yield file
        except UnicodeError:
            raise InvalidError(
                tr("'{path}' is not {encoding} throughout.", path=path, encoding=decoding.name),
                hint=tr("Name the right encoding with --encoding."),
            ) from None
