"""Addresses and numbers that are not to be used: they follow the address, not the record."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from salesdesk.domain.people import domain_key, mail_key, phone_key
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import tr
from salesdesk.services import cadences
from salesdesk.services.desk import Desk
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

Channel = Literal["mail", "call", "all"]
CHANNELS: tuple[Channel, ...] = ("mail", "call", "all")


@dataclass(frozen=True, slots=True)
class OptOutRow:
    """An address that is not to be used for a channel, and why."""

    id: bytes
    code: str
    address: str
    channel: str
    reason: str
    since: dt.date | None


def opted_out(connection: Connection, address: str, channel: str) -> bool:
    """Whether a mail address (channel mail) or phone number (call) is not to be used."""
    return bool(why_not(connection, address, channel))


def standing(connection: Connection, address: str, channel: str) -> OptOutRow | None:
    """The opt-out that forbids an address (channel mail) or number (call), its own or that of its domain."""
    key = mail_key(address) if channel == "mail" else phone_key(address)
    if key is None:
        return None
    row = connection.one(
        f"{_SELECT} AND address_key IN (?, ?) AND channel IN (?, 'all') ORDER BY id LIMIT 1",
        (key, f"@{key.rpartition('@')[2]}", channel),
    )
    return _row(*row) if row else None


def why_not(connection: Connection, address: str, channel: str = "mail") -> str:
    """Why an address must not be used: an opt-out of it or of its domain, or a person marked do-not-contact who has
    it; '' when it may."""
    found = standing(connection, address, channel)
    if found is not None:
        since = tr(" on {day}", day=found.since) if found.since else ""
        return tr("{who} opted out", who=found.address) + since + (f": {found.reason}" if found.reason else "")
    column, key = ("email_key", mail_key(address)) if channel == "mail" else ("phone_key", phone_key(address))
    for table in ("contact", "lead") if key else ():
        name = connection.value(
            f"SELECT name FROM {table} WHERE {column} = ? AND do_not_contact AND deleted_op IS NULL LIMIT 1", (key,)
        )
        if name is not None:
            return tr("{name} is not to be contacted", name=name or address)
    return ""


def opt_outs(desk: Desk) -> list[OptOutRow]:
    """All that stand, the newest first."""
    return [_row(*row) for row in desk.connection.rows(f"{_SELECT} ORDER BY id DESC")]


_SELECT = "SELECT id, code, address, channel, reason, since_on FROM opt_out WHERE deleted_op IS NULL"


def _row(key: bytes, code: str, address: str, channel: str, reason: str, since: str | None) -> OptOutRow:
    return OptOutRow(key, code, address, channel, reason, day(since))


def add(desk: Desk, address: str, *, channel: Channel = "all", reason: str = "") -> str:
    """Never use an address, a whole domain (`@acme.example`) or a number again; a sentence."""
    with desk.operation("") as unit:
        unit.label = sentence = put(unit, desk, address, channel=channel, reason=reason)
        cadences.follow_address(unit, desk, _key(clean(address)))
    return sentence


def put(unit: "Unit", desk: Desk, address: str, *, channel: Channel = "all", reason: str = "") -> str:
    """`add`, inside an operation; what stands already is not said twice."""
    shown = clean(address)
    key = _key(shown)
    standing = unit.connection.value(
        "SELECT 1 FROM opt_out WHERE address_key = ? AND channel IN (?, 'all') AND deleted_op IS NULL", (key, channel)
    )
    if standing:
        return tr("{address} is opted out already", address=shown)
    values = {"address_key": key, "address": shown, "channel": channel, "reason": clean(reason)}
    unit.insert("opt_out", {**values, "since_on": desk.today})
    return tr("{address} is opted out", address=shown)


def remove(desk: Desk, address: str) -> str:
    """Let an address be used again; NotFoundError when it was not opted out."""
    shown = clean(address)
    with desk.operation(f"{shown} may be used again") as unit:
        rows = unit.connection.rows(
            "SELECT id FROM opt_out WHERE address_key = ? AND deleted_op IS NULL", (_key(shown),)
        )
        for (key,) in rows:
            unit.delete("opt_out", key)
        if not rows:
            raise NotFoundError(tr("{address} is not opted out.", address=shown), hint="salesdesk optout list")
    return tr("{address} may be used again", address=shown)


def _key(address: str) -> str:
    """What an address is compared by: a mail address, a domain behind an @, or a phone number."""
    domain = domain_key(address[1:]) if address.startswith("@") else None
    key = f"@{domain}" if domain else mail_key(address) or phone_key(address)
    if not key:
        raise InvalidError(
            tr("'{address}' is neither a mail address nor a number.", address=address),
            hint=tr("Write anna@acme.example, @acme.example or +36 30 123 4567."),
        )
    return key
