"""Record identity: UUIDv7 keys as 16 bytes, and the short references people type."""

import os
import time
from _thread import allocate_lock
from contextlib import contextmanager
from contextvars import ContextVar

from salesdesk.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

# Crockford's base32: no I, L, O, U, so that a reference read aloud is not mistaken.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
REFERENCE_LENGTH = 7

_lock = allocate_lock()
_last = 0
_drawn_from: "ContextVar[Random | None]" = ContextVar("drawn_from", default=None)


def new_id() -> bytes:
    """A UUIDv7 (RFC 9562) as 16 bytes; later calls in one process sort after earlier ones."""
    global _last
    seeded = _drawn_from.get()
    random = int.from_bytes(os.urandom(8)) if seeded is None else seeded.getrandbits(64)
    with _lock:
        # 48 bits of milliseconds and 12 bits of sub-millisecond order (RFC 9562 6.2, method 3).
        stamp = time.time_ns() * 4096 // 1_000_000
        _last = stamp = max(stamp, _last + 1)
    milliseconds, order = stamp >> 12, stamp & 0xFFF
    value = milliseconds << 80 | 0x7 << 76 | order << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    return value.to_bytes(16)


@contextmanager
def drawn_from(random: "Random") -> "Iterator[None]":
    """Keys made inside, in this thread, end in bits of `random`, and so have references that a seed decides; they are
    still of their time and in their order."""
    token = _drawn_from.set(random)
    try:
        yield
    finally:
        _drawn_from.reset(token)


def id_text(key: bytes) -> str:
    """The usual form of a key, with dashes: only for doors such as JSON."""
    h = key.hex()
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def id_from_text(text: str) -> bytes | None:
    """The key written as `id_text` writes it, or None."""
    compact = text.replace("-", "")
    if len(compact) != 32:
        return None
    try:
        return bytes.fromhex(compact)
    except ValueError:
        return None


def reference_code(key: bytes) -> str:
    """The last 7 Crockford base32 characters of a key, without the kind letter: `7K3QF0D`."""
    value = int.from_bytes(key[-5:]) & ((1 << 35) - 1)
    return "".join(_ALPHABET[value >> shift & 31] for shift in range(30, -1, -5))


def read_reference(text: str) -> tuple[str, str] | None:
    """`(kind letter, code)` of a typed reference such as `l-7k3q`, at least 4 characters of code, else None."""
    kind, dash, code = text.strip().upper().partition("-")
    code = code.translate(_READ_AS)
    if not dash or len(kind) != 1 or not 4 <= len(code) <= REFERENCE_LENGTH:
        return None
    return (kind, code) if all(c in _ALPHABET for c in code) else None
