"""What becomes of a lead: qualified into a deal with its contact and account, or disqualified for a reason."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from salesdesk.domain.money import Money
from salesdesk.domain.people import company_key, mail_key, phone_key
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural
from salesdesk.services import cadences, negotiating, statuses
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.read.lookups import Choice, lost_reasons

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


def disqualify(desk: Desk, refs: Sequence[Ref], reason: Choice) -> str:
    """Close leads for a reason; their planned steps go to the bin with it."""
    statuses.must_not_be_qualified(desk, refs)
    who = refs[0].name if len(refs) == 1 else plural(len(refs), "lead", "leads")
    sentence = f"{who} disqualified: {reason.name.lower()}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            statuses.close(unit, desk, ref, reason)
    return sentence


def disqualify_reasons(desk: Desk) -> list[Choice]:
    """Why leads are disqualified."""
    return lost_reasons(desk.connection, "lead")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What qualifying a lead makes: a new deal, or a link to an open one."""

    name: str = ""
    value: Money | None = None
    close_on: dt.date | None = None
    deal: Ref | None = None


def conversion_defaults(desk: Desk, ref: Ref) -> Conversion:
    """What the form starts with: a deal named after the company, the lead's value, closing in 30 days."""
    row = desk.connection.one("SELECT name, company, value_minor, currency FROM lead WHERE id = ?", (ref.id,))
    name, company, minor, currency = row or ("", "", None, "")
    value = Money(minor, currency or desk.currency) if minor is not None else None
    return Conversion(company or name, value, desk.today + dt.timedelta(days=30))


def open_deals_for(desk: Desk, ref: Ref) -> list[Ref]:
    """Open deals of the same company that the lead could join."""
    key = desk.connection.value("SELECT company_key FROM lead WHERE id = ?", (ref.id,))
    if not key:
        return []
    rows = desk.connection.rows(
        "SELECT d.id, d.code, d.name, a.name, a.name_key FROM deal d JOIN account a ON a.id = d.account_id"
        " WHERE d.state = 'open' AND d.deleted_op IS NULL ORDER BY d.id DESC"
    )
    return [Ref("deal", *row[:4]) for row in rows if company_key(row[3]) == key]


def convert(desk: Desk, ref: Ref, how: Conversion) -> Ref:
    """Qualify a lead: link it to a contact and account (found or made) and to a deal. The deal.

    Its next step moves to the deal; the lead stays, with its arrival, as the start of the cycle.
    """
    row = desk.connection.one(
        "SELECT l.name, l.given_name, l.family_name, l.title, l.email, l.phone, l.mobile, l.company, l.owner_id,"
        " l.source_id, l.website, l.city, l.country, l.industry FROM lead l WHERE l.id = ? AND l.deleted_op IS NULL",
        (ref.id,),
    )
    if row is None:
        raise InvalidError(f"{ref.name} is not there any more.")
    statuses.must_not_be_qualified(desk, [ref])
    keys = (
        "name given_name family_name title email phone mobile company owner_id source_id website city country industry"
    )
    lead = dict(zip(keys.split(), row, strict=True))
    with desk.operation(f"{ref.name} qualified") as unit:
        account = _account_for(unit, lead) if lead["company"] else None
        contact = _contact_for(unit, lead, account) if lead["name"] else None
        if how.deal is not None:
            deal_id = how.deal.id
        else:
            deal_id = negotiating.open_deal(
                unit,
                desk,
                negotiating.NewDeal(
                    how.name or lead["company"] or lead["name"],
                    how.value,
                    account,
                    contact,
                    lead["owner_id"],
                    lead["source_id"],
                    close_on=how.close_on,
                ),
            )
        unit.insert("deal_lead", {"deal_id": deal_id, "lead_id": ref.id})
        for (step,) in unit.connection.rows(
            "SELECT id FROM activity WHERE lead_id = ? AND done_on IS NULL AND deleted_op IS NULL", (ref.id,)
        ):
            unit.update(
                "activity", step, {"lead_id": None, "deal_id": deal_id, "contact_id": contact, "account_id": account}
            )
        status = statuses.first_status(unit.connection, "converted")
        changes = {"status_id": status.id, "contact_id": contact, "account_id": account}
        unit.update("lead", ref.id, {**changes, "qualified_on": desk.today, "closed_on": desk.today})
        cadences.follow(unit, desk, [ref])
    return by_id(desk.connection, "deal", deal_id)


def _account_for(unit: "Unit", lead: dict[str, Any]) -> bytes:
    wanted = company_key(lead["company"])
    candidates = unit.connection.rows(
        "SELECT id, name FROM account WHERE deleted_op IS NULL AND name_key LIKE ? ESCAPE '\\'",
        (f"%{wanted.split()[0]}%" if wanted else "",),
    )
    for key, name in candidates:
        if company_key(name) == wanted:
            return bytes(key)
    values = {"name": lead["company"], "owner_id": lead["owner_id"], "website": lead["website"], "city": lead["city"]}
    return unit.insert("account", {**values, "country": lead["country"], "sector": lead["industry"]})


def _contact_for(unit: "Unit", lead: dict[str, Any], account: bytes | None) -> bytes:
    for column, value in (("email_key", mail_key(lead["email"])), ("phone_key", phone_key(lead["phone"]))):
        if value:
            found = unit.connection.value(f"SELECT id FROM contact WHERE deleted_op IS NULL AND {column} = ?", (value,))
            if found:
                return bytes(found)
    person = {
        k: lead[k] for k in ("name", "given_name", "family_name", "title", "email", "phone", "mobile", "owner_id")
    }
    return unit.insert("contact", {**person, "account_id": account})
