"""What tells a row again when its file comes back, and what the file said of it last time."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from salesdesk import clock
from salesdesk.domain.text import fold
from salesdesk.exchange.reading import Record

_SHARED_AT_LEAST = 3
_AS_IS = frozenset({str, int, type(None)})


@dataclass(frozen=True, slots=True)
class Content:
    """What a file says of a record: values by field, custom values by key, and the columns they became."""

    values: dict[str, Any]
    custom: dict[str, str]
    row: dict[str, Any]

    def text(self) -> str:
        """As `import_row` keeps it."""
        held = {"values": self.values, "custom": self.custom, "row": self.row}
        return json.dumps(held, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Stored:
    """A live record that an earlier import made or met."""

    import_row: bytes
    record: bytes
    identity: str
    content: str

    def read(self) -> Content:
        """What the file said then."""
        held = json.loads(self.content)
        return Content(held.get("values", {}), held.get("custom", {}), held.get("row", {}))


def base_identity(record: Record, tag: str) -> str:
    """The identity of a row before copies are counted: its external id in its source, else a hash of its values."""
    first, *rest = record.identity
    if first == "id":
        return f"id|{tag}|{rest[0]}"
    return f"{first}|{blake2b(chr(31).join(rest).encode(), digest_size=16).hexdigest()}"


def numbered(base: str, copy: int) -> str:
    """The identity of the first, second, ... row with this base."""
    return base if copy == 0 else f"{base}~{copy + 1}"


def name_identity(name: str) -> str:
    """The identity of a record that a file only named: `account: Acme` on a deal."""
    return f"name|{fold(' '.join(name.split()))}"


def external_id(identity: str) -> tuple[str, str] | None:
    """`(tag, id)` of an identity made from an external id."""
    kind, _, rest = identity.partition("|")
    tag, _, found = rest.partition("|")
    return (tag, found) if kind == "id" else None


def plain(value: Any) -> Any:
    """A value as JSON keeps it, the same whichever engine it came from."""
    if type(value) in _AS_IS:
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.datetime):
        return clock.iso(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """All values as JSON keeps them."""
    return {name: plain(value) for name, value in values.items()}


def other_record(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two rows of one external id share nothing at all: ids of two lists that met by chance."""
    shared = (old.keys() & new.keys()) - {"external_id", "currency"}
    return len(shared) >= _SHARED_AT_LEAST and not any(old[name] == new[name] for name in shared)
