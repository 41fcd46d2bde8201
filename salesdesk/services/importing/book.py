"""Everything an import has to know of the workspace, read once, and what the files themselves bring."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from salesdesk.domain.people import company_key, match_key
from salesdesk.exchange.presets import heading_key
from salesdesk.services.importing.catalogue import Names, NearNames
from salesdesk.services.importing.identity import Stored, external_id
from salesdesk.services.importing.shapes import SHAPES
from salesdesk.store.connection import Connection

_LOOSE = {"account": company_key, "member": match_key, "contact": match_key, "lead": match_key}
_ANY_ID = frozenset({"id", "record id"})


@dataclass(slots=True)
class MemberFacts:
    """Who a member reports to: what a close is frozen with."""

    manager: bytes | None = None
    team: bytes | None = None
    role: str = "rep"


class Book:
    """Records by name, by external id and by key: those that are here, and those of this import."""

    def __init__(self, connection: Connection, labels: dict[bytes, str]) -> None:
        self.connection = connection
        self.names = {kind: Names(_LOOSE.get(kind)) for kind in SHAPES}
        self.fresh_names: dict[str, dict[str, bytes]] = defaultdict(dict)
        self.fresh_ids: dict[str, dict[str, list[tuple[str, bytes]]]] = defaultdict(lambda: defaultdict(list))
        self.labels = labels
        self.account_of: dict[bytes, bytes] = {}  # of contacts
        self._people_at: dict[tuple[str, bytes], bytes] = {}
        self._stored: dict[str, Names] = {}
        self._stored_labels: dict[str, list[str]] = {}
        self._stored_ids: dict[str, dict[str, list[tuple[str, bytes]]]] = {}
        self._near: dict[str, NearNames] = {}
        self._rows: dict[str, dict[str, Stored]] = {}

    def remember(self, kind: str, key: bytes, name: str, external: str = "", tag: str = "") -> None:
        """A record of this import, to be linked to."""
        if name:
            self.names[kind].add(name, key)
            self.fresh_names[kind].setdefault(name, key)
            self.labels.setdefault(key, name)
        if external:
            self.fresh_ids[kind][external].append((tag, key))

    def by_id(self, kind: str, value: str, column: str, preset: str) -> bytes | None:
        """The record of that external id: in these files, else among those imported from the same source."""
        found = {key for _, key in self.fresh_ids[kind].get(value, ())} if kind in self.fresh_ids else set()
        if not found:
            wanted = heading_key(column)
            known = self._ids(kind).get(value, ())
            # A file without a header does not say whose ids it has: the only record of that id is meant.
            found = {key for tag, key in known if wanted.isdigit() or _same_source(tag, wanted, preset)}
        return found.pop() if len(found) == 1 else None

    def holder_of(self, kind: str, value: str, column: str) -> bytes | None:
        """The record of that external id whose own id column has the same name as `column`."""
        wanted = f"generic:{heading_key(column)}"
        known = [*self.fresh_ids[kind].get(value, ()), *self._ids(kind).get(value, ())]
        return next((key for tag, key in known if tag == wanted), None)

    def by_name(self, kind: str, value: str) -> bytes | None:
        """The record of that name, those of this import first."""
        return self.names[kind].find(value) or self.stored(kind).find(value)

    def near(self, kind: str, value: str) -> tuple[bytes, str] | None:
        """The record of the closest name, and that name."""
        if kind not in self._near:
            self.stored(kind)
            self._near[kind] = NearNames([*self.fresh_names[kind], *self._stored_labels[kind]])
        name = self._near[kind].find(value)
        key = self.by_name(kind, name) if name else None
        return (key, name) if key and name else None

    def stored(self, kind: str) -> Names:
        """The live records of a kind by name."""
        if kind not in self._stored:
            table = SHAPES[kind].table
            names = self._stored[kind] = Names(_LOOSE.get(kind))
            labels = self._stored_labels[kind] = []
            account = "account_id" if kind == "contact" else "NULL"
            for key, name, of in self.connection.rows(
                f"SELECT id, name, {account} FROM {table} WHERE deleted_op IS NULL ORDER BY id"
            ):
                names.add(name, key)
                labels.append(name)
                self.labels.setdefault(key, name)
                if of:
                    self.works_at(key, name, of)
        return self._stored[kind]

    def works_at(self, contact: bytes, name: str, account: bytes) -> None:
        """Remember where a contact works; the first of a name at an account keeps it."""
        self.account_of.setdefault(contact, account)
        self._people_at.setdefault((match_key(name), account), contact)

    def contact_at(self, name: str, account: bytes) -> bytes | None:
        """The contact of that name at that account, or one of that name who works nowhere yet."""
        self.stored("contact")
        known = self._people_at.get((match_key(name), account)) or self.by_name("contact", name)
        return known if known is not None and self.account_of.get(known, account) == account else None

    def imported(self, kind: str) -> dict[str, Stored]:
        """What earlier imports said of live records of a kind, by identity; the newest where one came twice."""
        if kind not in self._rows:
            table = SHAPES[kind].table
            rows = self.connection.rows(
                f"SELECT r.id, r.record_id, r.identity, r.content FROM import_row r JOIN {table} t ON t.id = r.record_id"
                " WHERE r.entity = ? AND r.deleted_op IS NULL AND t.deleted_op IS NULL ORDER BY r.id",
                (kind,),
            )
            self._rows[kind] = {row[2]: Stored(*row) for row in rows}
        return self._rows[kind]

    @cached_property
    def members(self) -> dict[bytes, MemberFacts]:
        """Manager, team and role of every member, planned ones included as they come."""
        rows = self.connection.rows("SELECT id, manager_id, team_id, role FROM member WHERE deleted_op IS NULL")
        return {key: MemberFacts(manager, team, role) for key, manager, team, role in rows}

    @cached_property
    def member_mails(self) -> dict[str, bytes]:
        """Members by mail address."""
        rows = self.connection.rows("SELECT lower(email), id FROM member WHERE deleted_op IS NULL AND email <> ''")
        return {str(mail): bytes(key) for mail, key in rows}

    def label(self, value: Any) -> str:
        """A value as a person reads it: the name of the record a key points at."""
        if value is None:
            return ""
        if not isinstance(value, bytes):
            return str(value)
        if value not in self.labels:
            for table in ("member", "account", "stage", "lead_status", "source", "team", "contact", "lost_reason"):
                name = self.connection.value(f"SELECT name FROM {table} WHERE id = ?", (value,))
                if name:
                    self.labels[value] = name
                    break
        return self.labels.get(value, "")

    def _ids(self, kind: str) -> dict[str, list[tuple[str, bytes]]]:
        if kind not in self._stored_ids:
            found: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
            for stored in self.imported(kind).values():
                tagged = external_id(stored.identity)
                if tagged:
                    found[tagged[1]].append((tagged[0], stored.record))
            self._stored_ids[kind] = found
        return self._stored_ids[kind]


def _same_source(tag: str, column: str, preset: str) -> bool:
    """Whether an id written in `column` of a file of `preset` may be one that was imported under `tag`."""
    kind, _, named = tag.partition(":")
    if kind != "generic":
        return kind == preset
    return preset == "generic" and (named in _ANY_ID or named == column)
