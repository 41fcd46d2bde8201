"""Rows that look like somebody who is known: the same mail, the same phone, the same name at the same company."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.people import company_key, mail_key, match_key, phone_key
from salesdesk.i18n import tr
from salesdesk.services.importing.plan import Entry
from salesdesk.services.importing.report import Duplicate
from salesdesk.services.records import reference
from salesdesk.store.connection import Connection

_READ = {
    "lead": "SELECT id, code, name, email_key, phone_key, company FROM lead WHERE deleted_op IS NULL ORDER BY id",
    "contact": "SELECT c.id, c.code, c.name, c.email_key, c.phone_key, COALESCE(a.name, '') FROM contact c"
    " LEFT JOIN account a ON a.id = c.account_id WHERE c.deleted_op IS NULL ORDER BY c.id",
    "account": "SELECT id, code, name, email, phone, name FROM account WHERE deleted_op IS NULL ORDER BY id",
}
# Whom a row of each kind may turn out to be.
ALIKE = {"lead": ("lead", "contact"), "contact": ("contact",), "account": ("account",)}


Keys = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who had a mail, phone or name first: a stored record (`key`) or a row of this import."""

    kind: str
    key: bytes
    name: str
    ref: str | None = None
    entry: Entry | None = None


class Likeness:
    """Finds for each row of a kind whom it looks like, and takes it in for the rows that follow."""

    def __init__(self, connection: Connection, kind: str) -> None:
        self._kind = kind
        self._by: dict[tuple[str, str], Holder] = {}
        for other in ALIKE[kind]:
            for key, code, name, mail, phone, company in connection.rows(_READ[other]):
                if other == "account":
                    mail, phone = mail_key(mail) or "", phone_key(phone) or ""
                holder = Holder(other, key, name, reference(other, code))
                self._take(_keys(other, name, mail, phone, company), holder)

    def find(self, entry: Entry, keys: Keys) -> tuple[Holder, str] | None:
        """Who the row of these keys looks like and why, or None."""
        for key in keys:
            holder = self._by.get(key)
            if holder is not None and holder.key != entry.key:
                return holder, key[0]
        return None

    def add(self, entry: Entry, keys: Keys) -> None:
        """Take a row of this import in."""
        name = str(entry.record.values.get("name", ""))
        self._take(keys, Holder(self._kind, entry.key, name, None, entry))

    def _take(self, keys: Iterable[tuple[str, str]], holder: Holder) -> None:
        for key in keys:
            self._by.setdefault(key, holder)

    def keys(self, entry: Entry) -> Keys:
        """By what a row can be found again."""
        values: Mapping[str, Any] = entry.record.values
        name = str(values.get("name", ""))
        company = (
            name if self._kind == "account" else str(values.get("company" if self._kind == "lead" else "account", ""))
        )
        mail = mail_key(str(values.get("email", ""))) or ""
        phone = phone_key(str(values.get("phone") or values.get("mobile") or "")) or ""
        return _keys(self._kind, name, mail, phone, company)


def _keys(kind: str, name: str, mail: str, phone: str, company: str) -> Keys:
    made = []
    if mail:
        made.append(("mail", mail))
    if phone:
        made.append(("phone", phone))
    if kind == "account":
        if name:
            made.append(("name", company_key(name)))
    elif name and company:
        made.append(("name", f"{match_key(name)}|{company_key(company)}"))
    return made


_WHY = {"mail": "same mail address", "phone": "same phone number", "name": "same name and company"}


def pair(entry: Entry, holder: Holder, why: str) -> Duplicate:
    """The pair as the report lists it."""
    name = str(entry.record.values.get("name", ""))
    reason = tr("same name") if why == "name" and holder.kind == "account" else tr(_WHY[why])
    other = holder.entry
    return Duplicate(
        entry.record.line,
        name,
        holder.name,
        other.result.path if other else "",
        other.record.line if other else None,
        holder.ref,
        reason,
    )
