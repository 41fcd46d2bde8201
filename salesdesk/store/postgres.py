"""How values travel to and from PostgreSQL, so that reads return the same Python values as on SQLite."""

from typing import TYPE_CHECKING, Any

from psycopg.adapt import Buffer, Dumper, Loader

if TYPE_CHECKING:
    import psycopg


class _KeyDumper(Dumper):
    """Sixteen bytes are a uuid: the schema has no binary column."""

    oid = 2950

    def dump(self, obj: bytes) -> Buffer:
        return obj.hex().encode()


class _KeyLoader(Loader):
    def load(self, data: Buffer) -> bytes:
        return bytes.fromhex(bytes(data).decode().replace("-", ""))


class _TextLoader(Loader):
    def load(self, data: Buffer) -> str:
        return bytes(data).decode()


class _InstantLoader(Loader):
    """`2026-11-23 09:00:00+00` as `2026-11-23T09:00:00Z`; the session's time zone is UTC."""

    def load(self, data: Buffer) -> str:
        return bytes(data).decode()[:19].replace(" ", "T") + "Z"


class _NumberLoader(Loader):
    """Sums of integers are integers, averages floats."""

    def load(self, data: Buffer) -> int | float:
        text = bytes(data).decode()
        return float(text) if "." in text else int(text)


def prepare(connection: "psycopg.Connection[Any]") -> None:
    """Teach one connection the values salesdesk uses."""
    adapters = connection.adapters
    adapters.register_dumper(bytes, _KeyDumper)
    adapters.register_loader("uuid", _KeyLoader)
    adapters.register_loader("numeric", _NumberLoader)
    adapters.register_loader("timestamptz", _InstantLoader)
    for name in ("date", "json", "jsonb"):
        adapters.register_loader(name, _TextLoader)
