"""Links between records: by external id, then by name, then by closeness; what is not there is made or said."""

from dataclasses import dataclass

from salesdesk.domain.people import company_key, mail_key, split_name
from salesdesk.domain.text import clean, fold
from salesdesk.exchange.values import is_nothing
from salesdesk.i18n import tr
from salesdesk.services.importing.book import Book, MemberFacts
from salesdesk.services.importing.identity import Content, name_identity
from salesdesk.services.importing.plan import Entry, Plan
from salesdesk.services.importing.report import NOTE, WARNING

_NOBODY = frozenset({"unassigned", "nobody", "nincs hozzarendelve", "nicht zugewiesen"})


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name led: a record, and what has to be said about it; `lost` when it led nowhere."""

    key: bytes | None = None
    reason: str = ""
    severity: str = WARNING

    @property
    def lost(self) -> bool:
        """Whether a value was given and no record was found for it."""
        return self.key is None and bool(self.reason)


NOTHING = Found()


class Links:
    """Finds the records that rows name, and plans those that are missing, each name once."""

    def __init__(self, book: Book, plan: Plan) -> None:
        self.book = book
        self._plan = plan
        self._cache: dict[tuple[str, str, str, str], Found] = {}
        self.new_members: dict[bytes, str] = {}

    def take(self, entry: Entry, field: str, extra: dict[str, str]) -> bytes | None:
        """The record the row names in that field; a value that leads nowhere stays as a custom value."""
        value = entry.record.values.get(field)
        if value is None:
            return None
        kind = _KIND_OF.get(field, field)
        found = self._find(kind, str(value), entry, field)
        return self._said(found, str(value), entry, field, extra)

    def customer(self, entry: Entry, extra: dict[str, str]) -> tuple[bytes | None, bytes | None]:
        """The account and the contact a row names; an id of a contact in the account's column is understood."""
        value = entry.record.values.get("account")
        contact = None
        if value is not None:
            column = entry.source.columns.get("account", "")
            known = self.book.by_id("account", str(value), column, entry.source.report.preset)
            contact = None if known else self.book.holder_of("contact", str(value), column)
        account = self.take(entry, "account", extra) if contact is None else None
        contact = self.contact(entry, account, extra) or contact
        if account is None and contact is not None:
            account = self.book.account_of.get(contact)
        return account, contact

    def contact(self, entry: Entry, account: bytes | None, extra: dict[str, str]) -> bytes | None:
        """The contact a row names: the one at its account, made there when there is none of that name."""
        value = entry.record.values.get("contact")
        if value is None or account is None:
            return self.take(entry, "contact", extra)
        name, column = str(value), entry.source.columns.get("contact", "")
        key = ("contact", name, f"{column}@{account.hex()}", entry.source.tag)
        if key not in self._cache:
            known = self.book.by_id("contact", name, column, entry.source.report.preset)
            known = known or self.book.contact_at(name, account)
            unknown = known is None and not self._is_number(name, entry, "contact") and not is_nothing(name)
            if unknown:
                self._cache[key] = self._make("contact", name, account)
            else:
                self._cache[key] = Found(known) if known else self._look("contact", name, entry, "contact")
        return self._said(self._cache[key], name, entry, "contact", extra)

    @staticmethod
    def _is_number(value: str, entry: Entry, field: str) -> bool:
        """Whether a value is an id and no name: nothing is made from it."""
        return field in entry.source.numbered or not any(c.isalpha() for c in value)

    def member(self, name: str) -> Found:
        """The member of that name, made when there is none."""
        if is_nothing(name) or fold(name) in _NOBODY:
            return NOTHING
        known = self.book.by_name("member", name) or self.book.member_mails.get(name.lower())
        if known is not None:
            return Found(known)
        key = self._plan.add("member", {"name": clean(name), "email": mail_key(name) or "", "role": "rep"})
        self._named_only("member", key, name)
        self.book.members[key] = MemberFacts()
        self.new_members[key] = name
        return Found(key)

    def _find(self, kind: str, value: str, entry: Entry, field: str) -> Found:
        column = entry.source.columns.get(field, "")
        cached = self._cache.get((kind, value, column, entry.source.tag))
        if cached is None:
            cached = self._cache[(kind, value, column, entry.source.tag)] = self._look(kind, value, entry, field)
        return cached

    def _look(self, kind: str, value: str, entry: Entry, field: str) -> Found:
        if is_nothing(value):
            return NOTHING
        column = entry.source.columns.get(field, "")
        known = self.book.by_id(kind, value, column, entry.source.report.preset) or self.book.by_name(kind, value)
        if known is not None:
            return Found(known)
        if self._is_number(value, entry, field):
            return Found(None, tr("no {kind} has this id; kept as text", kind=kind))
        if kind in ("account", "product"):
            near = self.book.near(kind, value)
            if near is not None:
                where = tr("not in the catalogue") if kind == "product" else tr("no such account")
                return Found(near[0], tr("{where}; close to '{name}'", where=where, name=near[1]))
        return self._make(kind, value)

    def _make(self, kind: str, value: str, account: bytes | None = None) -> Found:
        if kind == "member":
            return self.member(value)
        if kind == "account":
            key = self._plan.add("account", {"name": clean(value)})
            self._named_only("account", key, value)
            return Found(key, tr("no such account; added"), NOTE)
        if kind == "contact":
            name = split_name(value)
            row = {"name": clean(value), "given_name": name.given, "family_name": name.family, "account_id": account}
            key = self._plan.add("contact", row)
            self._named_only("contact", key, value)
            if account is not None:
                self.book.works_at(key, value, account)
            return Found(key, tr("no such contact; added"), NOTE)
        if kind == "product":
            key = self._plan.add("product", {"name": clean(value)})
            self._named_only("product", key, value)
            return Found(key, tr("not in the catalogue, and close to nothing in it; added without a price"))
        return Found(None, tr("no {kind} is called that; kept as text", kind=kind))

    def _named_only(self, kind: str, key: bytes, name: str) -> None:
        """A record made from its name alone can be told again when a file of its kind comes later."""
        self.book.remember(kind, key, name)
        content = Content({"name": name}, {}, {"name": clean(name)})
        row = {"entity": kind, "identity": name_identity(company_key(name) if kind == "account" else name)}
        self._plan.add("import_row", {**row, "record_id": key, "content": content.text()})

    @staticmethod
    def _said(found: Found, value: str, entry: Entry, field: str, extra: dict[str, str]) -> bytes | None:
        if found.reason:
            column = entry.source.columns.get(field, field)
            entry.result.problem(entry.record.line, column, value, found.reason, found.severity)
            if found.lost:
                extra[column] = value
        return found.key


_KIND_OF = {"owner": "member", "manager": "member", "parent": "account"}
