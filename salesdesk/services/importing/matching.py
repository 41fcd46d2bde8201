"""Which record each row is: one that an earlier import made, one that is here by name, or a new one."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from salesdesk.domain.ids import new_id
from salesdesk.domain.people import company_key
from salesdesk.exchange.reading import Record
from salesdesk.i18n import tr
from salesdesk.services.importing.book import Book
from salesdesk.services.importing.catalogue import plain_name
from salesdesk.services.importing.identity import (
    Stored,
    base_identity,
    name_identity,
    numbered,
    other_record,
    plain_values,
)
from salesdesk.services.importing.likeness import ALIKE, Likeness, pair
from salesdesk.services.importing.plan import Entry
from salesdesk.services.importing.report import NOTE, FileResult
from salesdesk.services.importing.sources import Source

# A name is enough to know these again: there is one product, member or account of a name.
_BY_NAME = frozenset({"member", "product", "account"})


class Matcher:
    """Gives every row of a kind its record; rows of all files of the kind together, so that their order is nothing."""

    def __init__(self, book: Book, merge: str | None, brings: frozenset[str]) -> None:
        self._book = book
        self._merge = merge == "exact"
        # Leads link to no lead: where nothing else comes, nobody asks for one by its name.
        self._unasked = "lead" if brings == {"lead"} else ""

    def match(self, kind: str, files: Iterable[tuple[Source, FileResult]]) -> list[Entry]:
        """An entry for each row that can be imported."""
        imported = self._book.imported(kind)
        copies: Counter[str] = Counter()
        entries: list[Entry] = []
        for source, result in files:
            tag = source.tag
            for record in source.rows:
                base = base_identity(record, tag)
                entries.append(self._entry(source, result, record, base, copies, imported))
        if kind in _BY_NAME:
            self._by_name(kind, entries, imported)
        if kind in ALIKE:
            self._alike(kind, entries)
        if kind != self._unasked:
            for entry in entries:
                self._remember(kind, entry)
        return entries

    @staticmethod
    def _entry(
        source: Source, result: FileResult, record: Record, base: str, copies: Counter[str], imported: dict[str, Stored]
    ) -> Entry:
        own_id = base.startswith("id|")
        while True:
            copy = copies[base]
            copies[base] += 1
            identity = numbered(base, copy)
            known = imported.get(identity)
            old = known.read() if known else None
            if old and base.startswith("id|generic:") and other_record(old.values, plain_values(record.values)):
                continue
            break
        if own_id and copy:
            value = str(record.values.get("external_id", ""))
            column = source.columns.get("external_id", "")
            reason = tr("this id is taken by another record; added as one of its own")
            if known is None:
                result.problem(record.line, column, value, reason)
        key = known.record if known else new_id()
        return Entry(source, result, record, identity, key, known, old)

    def _by_name(self, kind: str, entries: list[Entry], imported: dict[str, Stored]) -> None:
        """Rows whose identity is new, but whose name is that of a record nobody else in the files claims."""
        open_entries = [entry for entry in entries if entry.known is None]
        if not open_entries:
            return
        if kind == "member":
            self._one_of_a_name(open_entries)
        claimed = {entry.key for entry in entries if entry.known is not None}
        by_record = {stored.record: stored for stored in imported.values()}
        for entry in open_entries:
            if entry.into is not None:
                continue
            name = str(entry.record.values.get("name", ""))
            key = self._here(kind, name, imported)
            if key is None or key in claimed or (kind == "account" and key not in by_record):
                continue
            claimed.add(key)
            entry.key, entry.met = key, True
            stored = by_record.get(key)
            entry.old = stored.read() if stored else None
        for entry in open_entries:
            if entry.into is not None and entry.into.met:
                entry.key, entry.met, entry.into = entry.into.key, True, None

    @staticmethod
    def _one_of_a_name(entries: list[Entry]) -> None:
        """Rows of one member's name are one member, unless their ids or mail addresses say otherwise."""
        first: dict[str, Entry] = {}
        for entry in entries:
            values = entry.record.values
            name = plain_name(str(values.get("name", "")))
            other = first.setdefault(name, entry) if name else entry
            told_apart = any(
                values.get(field) and other.record.values.get(field) and values[field] != other.record.values[field]
                for field in ("external_id", "email")
            )
            if other is not entry and not told_apart:
                entry.key, entry.into = other.key, other
                entry.result.problem(
                    entry.record.line, "", str(values["name"]), tr("merged: a member of this name"), NOTE
                )

    def _here(self, kind: str, name: str, imported: dict[str, Stored]) -> bytes | None:
        if not name:
            return None
        only_named = imported.get(name_identity(company_key(name) if kind == "account" else name))
        return only_named.record if only_named else self._book.stored(kind).find(name)

    def _alike(self, kind: str, entries: list[Entry]) -> None:
        if not any(entry.new for entry in entries):
            return
        likeness = Likeness(self._book.connection, kind)
        for entry in entries:
            keys = likeness.keys(entry)
            if entry.new:
                found = likeness.find(entry, keys)
                if found is not None:
                    holder, why = found
                    if self._merge and why != "name" and holder.kind == kind:
                        self._join(entry, holder.key, holder.entry, why)
                    else:
                        entry.result.duplicates.append(pair(entry, holder, why))
            if entry.into is None:
                likeness.add(entry, keys)

    @staticmethod
    def _join(entry: Entry, key: bytes, other: Entry | None, why: str) -> None:
        entry.key = key
        here = other is None or not other.new
        entry.met, entry.into = here, None if here else other
        what = tr("merged: same mail address") if why == "mail" else tr("merged: same phone number")
        entry.result.problem(entry.record.line, "", str(entry.record.values.get("name", "")), what, NOTE)

    def _remember(self, kind: str, entry: Entry) -> None:
        values: dict[str, Any] = entry.record.values
        name = values.get("name") if entry.into is None else ""
        external = values.get("external_id")
        self._book.remember(kind, entry.key, str(name or ""), str(external or ""), entry.source.tag)
        mail = values.get("email")
        if kind == "member" and mail:
            self._book.member_mails.setdefault(str(mail).lower(), entry.key)
