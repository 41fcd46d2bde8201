"""The tables as they were at the end of a past day, under names that start with `then_`, for a statement to read."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from zlib import crc32

from salesdesk.store.connection import Connection
from salesdesk.store.dialect import Dialect
from salesdesk.store.read.kpis.past_records import PastRecords
from salesdesk.store.read.kpis.past_touched import TABLES
from salesdesk.store.read.kpis.scope import Past

_NAMES = re.compile(r"(\bJOIN )?\bthen_(\w+)")
_WAS = re.compile(r"\bthen_was_(\w+)")
# By which columns the rows of a table are found from others.
_FOUND_BY = {
    "first_day": ("deal_id",),
    **dict.fromkeys(("deal", "lead", "account", "member", "since"), ("id",)),
    "deal_lead": ("deal_id", "lead_id"),
    "deal_line": ("deal_id",),
}
# What is kept of a large table while no statement names more of it: its texts make a copy slow.
_LEAD = (
    *("id", "late", "created_op", "arrived_at", "arrived_on", "qualified_on", "closed_on", "meaning", "status_id"),
    *("owner_id", "account_id", "contact_id", "source_id", "campaign", "industry", "region", "country"),
    "do_not_contact",
)
_DEAL = (
    *("id", "state", "opened_on", "close_on", "won_on", "lost_on", "first_on", "stage_id", "pipeline_id", "source_id"),
    *(
        "rep_id",
        "rep_manager_id",
        "rep_team_id",
        "value_minor",
        "currency",
        "list_minor",
        "list_currency",
        "probability",
    ),
    *("forecast", "lost_reason_id", "competitor"),
)
# By what `Past.among` says; the deals among leads tell what became of these.
_NARROW: dict[str, dict[str, tuple[str, ...]]] = {
    "": {"lead": _LEAD},
    "deal": {"deal": _DEAL},
    "lead": {"lead": _LEAD, "deal": ("id", "state", "won_on", "lost_on", "account_id", "contact_id")},
}
_COLUMNS = re.compile(r"\b(\w+)\.(\w+|\*)")
# Those many statements of a question go through.
_OFTEN = {"deal", "lead"}
_OF_A_PERIOD = {"touched_lead", "kin_deal", "kin_customer"}
# Tables of the keys of records.
_KEYS = ("changed_", "touched_", "kin_deal")
_OF_SOME = ("touched_", "kin_")


class PastTables:
    """The SQL of each table at a past moment."""

    def __init__(self, dialect: Dialect, past: Past) -> None:
        self.dialect = dialect
        self.past = past
        self.records = PastRecords(dialect, past)

    def whole(self, sql: str) -> str:
        """A statement behind `WITH ...` for the tables it names, and those they are made of. Materialised: what they join by
        is worked out once, and found again by an index the engine makes. What is looked up one by one stays where it is."""
        sql = _WAS.sub(lambda match: self.records.body(f"was_{match[1]}"), sql)
        bodies = self._bodies(sql)
        tables = ", ".join(f"{name} AS MATERIALIZED {body}" for name, body in bodies.items())
        return f"WITH {tables} {sql}" if bodies else sql

    def _bodies(self, sql: str) -> dict[str, str]:
        """The tables a statement names, each after those it is made of."""
        bodies: dict[str, str] = {}

        def need(text: str) -> None:
            for table in dict.fromkeys(match[2] for match in _NAMES.finditer(text)):
                if f"then_{table}" not in bodies:
                    body = self.records.body(table)
                    need(body)
                    bodies[f"then_{table}"] = body

        need(sql)
        return bodies

    def kept(self, connection: Connection, sql: str) -> str:
        """The statement to ask inside a snapshot, where temporary tables can be made. A table nothing happened to since
        is read where it is, with its indexes; so is one that is gone through once or twice. Of one that is joined to others a
        temporary table is made when it is not there yet: a question has many statements. They go with the snapshot."""

        def found(match: re.Match[str]) -> str:
            joined, table = match[1] or "", match[2]
            return joined + self._found(connection, table, sql, joined=bool(joined))

        return _NAMES.sub(found, sql)

    def _found(self, connection: Connection, table: str, sql: str, *, joined: bool) -> str:
        if _is_of_changes(table):
            return self._table(connection, table)
        if table in TABLES.get(self.past.among, ()):
            narrow = self._narrow(table, sql)
            return self._table(connection, table.removesuffix("_cycle"), narrow=narrow, found=joined, some=True)
        named = table.removeprefix("was_")
        if self.past.present:
            return self.records.present(named)
        quiet = not connection.rows(f"SELECT 1 FROM {self._table(connection, f'changed_{named}')} LIMIT 1")
        if named != table:
            return named if quiet else self.kept(connection, self.records.body(table))
        if quiet:
            return self.kept(connection, self.records.part(table, changed=False, joined=joined, quiet=True))
        if joined or table in _OFTEN:
            return self._table(connection, table, narrow=self._narrow(table, sql), found=joined)
        return self.kept(connection, self.records.body(table))

    def _narrow(self, table: str, sql: str) -> tuple[str, ...]:
        """The columns of the narrow copy, when a statement names no others of the table."""
        kept = _NARROW.get(self.past.among, {}).get(table.removesuffix("_cycle"), ())
        aliases = set(re.findall(rf"\bthen_{table} (\w+)", sql))
        return kept if {column for alias, column in _COLUMNS.findall(sql) if alias in aliases} <= set(kept) else ()

    def _table(
        self, connection: Connection, table: str, *, narrow: Sequence[str] = (), found: bool = True, some: bool = False
    ) -> str:
        """The temporary table of that day (one snapshot may look from several), made when it is not there; `narrow` has
        the columns most ask for, `some` only the records that may count differently, and rows of it can be `found` by an
        index."""
        kind = f"_{self.past.among}_{'now' if self.past.present else 'then'}" if some else ""
        if (some or table in _OF_A_PERIOD) and self.past.start > date.min:
            kind += f"_{self.past.start:%Y%m%d}"
        if self.past.hangs and (some or table.startswith(_OF_SOME)):
            kind += f"_{crc32(repr(self.past.hangs).encode()):08x}"
        name = f"as_of_{self.past.next_day:%Y%m%d}_{table}{'_narrow' if narrow else ''}{kind}"
        new = name not in connection.made
        if new:
            body = self.kept(connection, self.records.some(table) if some else self.records.body(table, whole=True))
            columns = ", ".join(narrow) or "*"
            connection.execute(f"CREATE TEMP TABLE {name} AS SELECT {columns} FROM {body} t")
            connection.made.add(name)
        for column in _found_by(table) if found else ():
            index = f"{name}_{column}"
            if index not in connection.made:
                connection.execute(f"CREATE INDEX {index} ON {name} ({column})")
                connection.made.add(index)
                new = True
        if new and (self.dialect.name == "postgresql" or _is_of_changes(table)):
            connection.execute(f"ANALYZE {name}")
        return name


def _is_of_changes(table: str) -> bool:
    return table in {"since", "first_day", "kin_customer"} or table.startswith(_KEYS)


def _found_by(table: str) -> Iterator[str]:
    yield from ("record_id",) if table.startswith(_KEYS) else _FOUND_BY.get(table, ())
