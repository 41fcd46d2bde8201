"""What a record has to say in a mail: the person behind it, and the value of every merge field."""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.mail_template import FIELDS, read_snippet, read_template
from salesdesk.domain.mail_words import amount, bare_subject, listed, long_day
from salesdesk.domain.people import split_name
from salesdesk.domain.text import clean
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import planned
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection

_PERSON = "id, name, given_name, family_name, title, email, COALESCE(NULLIF(phone, ''), mobile), city"
_LINK = {"lead": "lead_id", "deal": "deal_id", "contact": "contact_id", "account": "account_id"}


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a mail about a record goes to."""

    kind: str
    id: bytes
    name: str = ""
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    city: str = ""


def person_of(connection: Connection, ref: Ref) -> Person | None:
    """The person behind a record: a lead's contact once it is linked; a deal's contact, else its first lead;
    of an account who has a mail address and was touched last, else the company itself."""
    if ref.kind in {"lead", "deal"}:
        contact = connection.value(f"SELECT contact_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        found = _person(connection, "contact", "id = ?", contact) if contact else None
        if found or ref.kind == "lead":
            return found or _person(connection, "lead", "id = ?", ref.id)
        return _person(
            connection,
            "lead",
            "id IN (SELECT k.lead_id FROM deal_lead k WHERE k.deal_id = ? AND k.deleted_op IS NULL)",
            ref.id,
        )
    if ref.kind == "contact":
        return _person(connection, "contact", "id = ?", ref.id)
    if ref.kind != "account":
        return None
    found = _person(
        connection, "contact", "account_id = ? AND email <> ''", ref.id, order="touched_on IS NULL, touched_on DESC, id"
    )
    if found is None:
        row = connection.one("SELECT name, email, phone, city FROM account WHERE id = ?", (ref.id,))
        found = Person("account", ref.id, row[0], email=row[1], phone=row[2], city=row[3]) if row else None
    return found


def _person(connection: Connection, table: str, where: str, key: bytes, *, order: str = "id") -> Person | None:
    row = connection.one(
        f"SELECT {_PERSON} FROM {table} WHERE {where} AND deleted_op IS NULL ORDER BY {order} LIMIT 1", (key,)
    )
    return Person(table, *row) if row else None


def fields(desk: Desk, ref: Ref, *, language: str = "") -> dict[str, str]:
    """The merge fields of a lead, deal, contact or account that have a value, `custom.KEY` among them.

    Days and amounts are said in `language`; what is not known is not in it.
    """
    return fields_for(desk, ref, person_of(desk.connection, ref), language=language)


def fields_for(desk: Desk, ref: Ref, person: Person | None, *, language: str = "") -> dict[str, str]:
    """`fields` for a person behind the record that is known already."""
    connection = desk.connection

    def day(text: object) -> str:
        return long_day(dt.date.fromisoformat(str(text)), desk.today, language) if text else ""

    values = _custom(connection, ref, person) | _of_record(connection, ref, day, language)
    values |= _of_people(desk, ref, person)
    step = planned(connection, ref)
    if step is not None:
        kind = connection.value("SELECT name FROM activity_kind WHERE id = ?", (step.kind_id,))
        # A day that has passed is nothing to promise.
        on = day(step.on) if step.on >= desk.today else ""
        values |= {"next_step": step.subject or str(kind or "").lower(), "next_day": on}
    values["last_quote"] = connection.value(
        f"SELECT quote FROM activity WHERE {_LINK[ref.kind]} = ? AND quote <> '' AND deleted_op IS NULL"
        " ORDER BY done_on DESC, id DESC LIMIT 1",
        (ref.id,),
    )
    last = last_mail(connection, ref)
    values["reply_subject"] = f"Re: {bare_subject(last[0])}" if last else ""
    values["today"] = day(desk.today)
    return {name: text for name, value in values.items() if (text := clean(str(value or ""), multiline=True))}


def last_mail(connection: Connection, ref: Ref) -> tuple[str, str, str] | None:
    """Subject, Message-ID and thread of the newest mail that went out or came in about a record."""
    row = connection.one(
        f"SELECT subject, message_id, thread FROM message WHERE {_LINK[ref.kind]} = ? AND deleted_op IS NULL"
        " AND state IN ('sent', 'received') AND message_id <> '' ORDER BY id DESC LIMIT 1",
        (ref.id,),
    )
    return (row[0], row[1], row[2]) if row else None


def _of_record(connection: Connection, ref: Ref, day: Callable[[object], str], language: str) -> dict[str, Any]:
    """Company, worth, products and the last touch; of a contact or account those of its newest open deal."""
    if ref.kind == "lead":
        row = connection.one(
            "SELECT l.company, l.value_minor, l.currency, s.name, l.touched_on FROM lead l"
            " LEFT JOIN source s ON s.id = l.source_id WHERE l.id = ?",
            (ref.id,),
        )
        if row is None:
            return {}
        company, minor, currency, source, touched = row
        worth = amount(minor, currency, language) if minor is not None else ""
        return {"company": company, "value": worth, "source": source, "last_day": day(touched)}
    company = connection.value(
        "SELECT name FROM account WHERE id = ?"
        if ref.kind == "account"
        else f"SELECT a.name FROM {ref.kind} r JOIN account a ON a.id = r.account_id WHERE r.id = ?",
        (ref.id,),
    )
    touched = connection.value(f"SELECT touched_on FROM {ref.kind} WHERE id = ?", (ref.id,))
    deal = ref.id if ref.kind == "deal" else _open_deal(connection, ref)
    about_deal = _of_deal(connection, deal, day, language) if deal else {}
    return {"company": company, "last_day": day(touched), **about_deal}


def _open_deal(connection: Connection, ref: Ref) -> bytes | None:
    key = connection.value(
        f"SELECT id FROM deal WHERE {_LINK[ref.kind]} = ? AND state = 'open' AND deleted_op IS NULL"
        " ORDER BY id DESC LIMIT 1",
        (ref.id,),
    )
    return bytes(key) if key else None


def _of_deal(connection: Connection, deal: bytes, day: Callable[[object], str], language: str) -> dict[str, Any]:
    row = connection.one(
        "SELECT d.name, COALESCE(d.value_minor, d.list_minor), d.currency, d.close_on, s.name FROM deal d"
        " LEFT JOIN source s ON s.id = d.source_id WHERE d.id = ?",
        (deal,),
    )
    if row is None:
        return {}
    name, minor, currency, close_on, source = row
    products = connection.rows(
        "SELECT p.name FROM deal_line i JOIN product p ON p.id = i.product_id WHERE i.deal_id = ?"
        " AND i.deleted_op IS NULL ORDER BY i.position, i.id",
        (deal,),
    )
    return {
        "deal": name,
        "value": amount(minor, currency, language) if minor is not None else "",
        "close_day": day(close_on),
        "source": source,
        "product": listed([product for (product,) in products], language),
    }


def _custom(connection: Connection, ref: Ref, person: Person | None) -> dict[str, Any]:
    """The custom fields of the record; what it lacks comes from the person and the company behind it."""
    values: dict[str, Any] = {}
    own = (ref.kind, ref.id)
    if ref.kind != "account":
        values = _custom_of(
            connection, "account", f"id = (SELECT r.account_id FROM {ref.kind} r WHERE r.id = ?)", ref.id
        )
    if person is not None and (person.kind, person.id) != own:
        values |= _custom_of(connection, person.kind, "id = ?", person.id)
    return values | _custom_of(connection, ref.kind, "id = ?", ref.id)


def _custom_of(connection: Connection, table: str, where: str, key: bytes) -> dict[str, Any]:
    text = connection.value(f"SELECT custom FROM {table} WHERE {where}", (key,))
    return {f"custom.{key}": value for key, value in json.loads(text or "{}").items() if value not in (None, "")}


def _of_people(desk: Desk, ref: Ref, person: Person | None) -> dict[str, Any]:
    """Who gets the mail, who owns the record, who sends it."""
    values: dict[str, Any] = {}
    if person is not None and person.kind != "account":
        parts = split_name(person.name)
        values = {
            "name": person.name,
            "first_name": person.given_name or parts.given,
            "last_name": person.family_name or parts.family,
            "title": person.title,
        }
    if person is not None:
        values |= {"email": person.email, "phone": person.phone, "city": person.city}
    owner = desk.connection.one(
        f"SELECT m.name, m.email FROM {ref.kind} r JOIN member m ON m.id = r.owner_id WHERE r.id = ?", (ref.id,)
    )
    if owner is not None:
        values |= {"owner_name": owner[0], "owner_first": split_name(owner[0]).given, "owner_email": owner[1]}
    me = desk.connection.one("SELECT name, signature FROM member WHERE id = ?", (desk.actor,)) if desk.actor else None
    if me is not None:
        values |= {"my_name": me[0], "my_first": split_name(me[0]).given, "signature": me[1] or me[0]}
    return values


def custom_keys(desk: Desk) -> set[str]:
    """The keys of the custom fields of this workspace."""
    return {key for (key,) in desk.connection.rows("SELECT key FROM custom_field WHERE deleted_op IS NULL")}


def snippet_texts(desk: Desk) -> dict[str, str]:
    """The snippets in use, by name."""
    rows = desk.connection.rows(
        "SELECT name, text FROM snippet WHERE active AND text <> '' AND deleted_op IS NULL ORDER BY id"
    )
    return dict(rows)


def sum_up_template(desk: Desk, text: str) -> str:
    """The subject of a template as a list shows it; TextError for a mistake."""
    template = read_template(text, custom=custom_keys(desk))
    return "".join(map(str, template.subject))


def sum_up_snippet(desk: Desk, text: str) -> str:
    """The first line of a talking point; TextError when there is none, or for a field that is not known."""
    parts = read_snippet(text, custom=custom_keys(desk))
    return "".join(map(str, parts)).strip().split("\n")[0]


def field_help(desk: Desk) -> Sequence[tuple[str, str]]:
    """Every field that can be merged here with what it means."""
    own = desk.connection.rows("SELECT key, label FROM custom_field WHERE deleted_op IS NULL ORDER BY position, id")
    return [*FIELDS.items(), *{f"custom.{row[0]}": str(row[1]) for row in own}.items()]
