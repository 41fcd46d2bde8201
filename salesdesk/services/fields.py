"""The fields of a record that can be typed over: what they are called, what kind they are, what they say now."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.dates import say_day
from salesdesk.domain.money import format_money, to_major
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.read.catalogues import LATER_FIELDS

# Of each kind of record: the name of a field, its column, and how its text is read.
FIELDS = {
    "lead": {
        "name": ("name", "name"), "company": ("company", "text"), "title": ("title", "text"), "email": ("email", "text"),
        "phone": ("phone", "text"), "mobile": ("mobile", "text"), "status": ("status_id", "lead_status"),
        "owner": ("owner_id", "person"), "source": ("source_id", "source"), "campaign": ("campaign", "text"), "score": ("score", "number"),
        "value": ("value_minor", "money"), "created": ("arrived_on", "day"), "website": ("website", "text"),
        "street": ("street", "text"), "city": ("city", "text"), "region": ("region", "text"),
        "postal": ("postal_code", "text"), "country": ("country", "text"), "industry": ("industry", "text"),
        "time_zone": ("time_zone", "zone"), "dnc": ("do_not_contact", "flag"), "tags": ("tags", "tags"),
        "notes": ("notes", "note"),
    },
    "deal": {
        "name": ("name", "text"), "owner": ("owner_id", "person"), "value": ("value_minor", "money"),
        "probability": ("probability", "number"), "close": ("close_on", "day"), "created": ("opened_on", "day"),
        "source": ("source_id", "source"), "forecast": ("forecast", "category"), "competitor": ("competitor", "text"),
        "tags": ("tags", "tags"),
        "notes": ("notes", "note"),
    },
    "account": {
        "name": ("name", "text"), "sector": ("sector", "text"), "website": ("website", "text"), "domain": ("domain", "text"),
        "phone": ("phone", "text"), "email": ("email", "text"), "street": ("street", "text"), "city": ("city", "text"),
        "region": ("region", "text"), "country": ("country", "text"), "employees": ("employees", "number"),
        "founded": ("founded_year", "number"), "owner": ("owner_id", "person"), "tags": ("tags", "tags"),
        "notes": ("notes", "note"),
    },
    "contact": {
        "name": ("name", "name"), "title": ("title", "text"), "email": ("email", "text"), "phone": ("phone", "text"),
        "mobile": ("mobile", "text"), "city": ("city", "text"), "country": ("country", "text"),
        "time_zone": ("time_zone", "zone"), "owner": ("owner_id", "person"), "dnc": ("do_not_contact", "flag"), "tags": ("tags", "tags"),
        "notes": ("notes", "note"),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EditableField:
    """A field that can be typed over, with its present text and how people say it: `€12,000`, `30 Nov`."""

    name: str
    kind: str
    text: str
    shown: str


def editable(desk: Desk, ref: Ref) -> list[EditableField]:
    """The fields of a record and what they say now, as text that `edit` reads back."""
    fields = own_fields(desk, ref.kind)
    columns = [column for column, _ in fields.values()]
    row = desk.connection.one(f"SELECT {', '.join(columns)}, custom FROM {ref.kind} WHERE id = ?", (ref.id,))
    if row is None:
        return []
    currency = ""
    if "value" in fields:
        currency = desk.connection.value(f"SELECT currency FROM {ref.kind} WHERE id = ?", (ref.id,)) or desk.currency
    found = []
    for (name, (_, kind)), value in zip(fields.items(), row[:-1], strict=True):
        text = _text(desk, kind, value, currency)
        found.append(EditableField(name, kind, text, _shown(desk, kind, value, currency) or text))
    custom = json.loads(row[-1] or "{}")
    for key, kind in custom_fields(desk, ref.kind):
        text = str(custom.get(key, ""))
        found.append(EditableField(key, kind, text, text))
    return found


def spoken(name: str) -> str:
    """A field as a label: `Time zone`."""
    return name.replace("_", " ").capitalize()


def field_names(desk: Desk, kind: str) -> list[str]:
    """The fields a record of that kind has, the workspace's own among them."""
    return [*own_fields(desk, kind), *(key for key, _ in custom_fields(desk, kind))]


def own_fields(desk: Desk, kind: str) -> dict[str, tuple[str, str]]:
    """The fields every workspace has, without a later one that the team has made for itself."""
    theirs = LATER_FIELDS.intersection(dict(custom_fields(desk, kind)))
    return {name: field for name, field in FIELDS[kind].items() if name not in theirs}


def custom_fields(desk: Desk, kind: str) -> list[tuple[str, str]]:
    """The fields a team has made for itself, as key and kind."""
    rows = desk.connection.rows(
        "SELECT key, kind FROM custom_field WHERE entity = ? AND deleted_op IS NULL ORDER BY position, id", (kind,)
    )
    return [(key, how) for key, how in rows]


def _text(desk: Desk, kind: str, value: Any, currency: str) -> str:
    if value is None:
        return ""
    if kind == "person":
        return str(desk.connection.value("SELECT name FROM member WHERE id = ?", (value,)) or "")
    if kind in {"lead_status", "source"}:
        return str(desk.connection.value(f"SELECT name FROM {kind} WHERE id = ?", (value,)) or "")
    if kind == "money":
        return f"{to_major(value, currency)} {currency}"
    if kind == "flag":
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip()


def _shown(desk: Desk, kind: str, value: Any, currency: str) -> str:
    """Money and days as people say them; nothing where the text says it already."""
    if value is None:
        return ""
    if kind == "money":
        return format_money(value, currency)
    if kind == "day":
        return say_day(dt.date.fromisoformat(str(value)), desk.today)
    return ""
