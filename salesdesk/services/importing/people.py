"""The rows of people and companies: members, accounts, contacts, leads; and of products."""

from salesdesk.domain.people import domain_key, split_name
from salesdesk.domain.text import fold
from salesdesk.i18n import tr
from salesdesk.services.importing.making import Making, Row
from salesdesk.services.importing.plan import Entry
from salesdesk.services.importing.steps import plan_step
from salesdesk.services.prospecting import tag_text

_LEADERS = (
    "manager",
    "director",
    "head of",
    "vice president",
    "vp ",
    "chief",
    "vezeto",
    "leiter",
    "igazgato",
    "president",
)


def member(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A member, with their manager and team; managers are members too."""
    row = make.plain(entry)
    values = entry.record.values
    row["name"] = values.get("name") or values.get("email") or values.get("external_id")
    if not row["name"]:
        return None
    role = fold(str(values.get("role", "")))
    facts = make.book.members.get(entry.key)
    leads = any(word in f"{role} " for word in _LEADERS) or (facts is not None and facts.role == "manager")
    row["role"] = "manager" if leads else "rep"
    if "team" in values:
        row["team_id"] = make.lists.team(str(values["team"]))
    if "manager" in values:
        row["manager_id"] = make.links.take(entry, "manager", extra)
        if row["manager_id"] == entry.key:
            row["manager_id"] = None
    if "active" in values:
        row["active"] = bool(values["active"])
    make.spare(entry, "phone", extra)
    return row


def account(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A company."""
    row = make.plain(entry)
    values = entry.record.values
    domain = values.get("domain")
    row["name"] = (
        values.get("name") or domain or values.get("website") or values.get("email") or values.get("external_id")
    )
    if not row["name"]:
        return None
    if domain:
        row["domain"] = domain_key(str(domain)) or str(domain)
    row["annual_revenue_minor"], row["currency"] = make.money(entry, "annual_revenue", extra)
    row["parent_id"] = make.links.take(entry, "parent", extra)
    if row["parent_id"] == entry.key:
        row["parent_id"] = None
    _common(make, entry, row, extra)
    make.spare(entry, "created_on", extra)
    return row


def contact(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A person at an account."""
    row = _person(make, entry)
    row["account_id"] = make.links.take(entry, "account", extra)
    if row["account_id"] is not None:
        make.book.works_at(entry.key, row["name"], row["account_id"])
    _common(make, entry, row, extra)
    for field in ("source", "score", "industry", "created_on"):
        make.spare(entry, field, extra)
    return row


def lead(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """Somebody's interest; it arrived when its file says, and nobody knows when where it does not."""
    row = _person(make, entry)
    values = entry.record.values
    if "source" in values:
        row["source_id"] = make.lists.source(str(values["source"]))
    status = values.get("status")
    meaning = "open"
    if status is None:
        row["status_id"], meaning = make.lists.status_meaning("open")
    else:
        row["status_id"], meaning, known = make.lists.lead_status(str(status))
        if not known:
            make.spare(entry, "status", extra)
    if "lost_reason" in values:
        if meaning == "closed":
            row["lost_reason_id"] = make.lists.lost_reason(str(values["lost_reason"]), "lead")
        else:
            make.spare(entry, "lost_reason", extra)
    row["value_minor"], row["currency"] = make.money(entry, "value", extra)
    row["arrived_on"] = make.day(values.get("created_on"))
    row["arrived_at"] = make.instant(values.get("created_on"))
    _common(make, entry, row, extra)
    if entry.new:
        plan_step(make, entry, {"lead_id": entry.key}, row.get("owner_id"), extra, wanted=meaning == "open")
    return row


def product(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """Something that is sold."""
    row = make.plain(entry)
    values = entry.record.values
    row["name"] = values.get("name") or values.get("external_id")
    if not row["name"]:
        return None
    row["price_minor"], row["currency"] = make.money(entry, "price", extra)
    return row


def _person(make: Making, entry: Entry) -> Row:
    row = make.plain(entry)
    values = entry.record.values
    name = str(values.get("name", ""))
    if name and not values.get("given_name") and not values.get("family_name"):
        parts = split_name(name)
        row["given_name"], row["family_name"] = parts.given, parts.family
    else:
        row.update({part: values[part] for part in ("given_name", "family_name") if part in values})
    row["name"] = name
    if not name and not any(values.get(part) for part in ("company", "email", "phone", "mobile", "account")):
        row["name"] = str(
            values.get("external_id") or tr("{file} {line}", file=entry.source.report.path.stem, line=entry.record.line)
        )
    if "do_not_contact" in values:
        row["do_not_contact"] = bool(values["do_not_contact"])
    return row


def _common(make: Making, entry: Entry, row: Row, extra: dict[str, str]) -> None:
    make.owner(entry, row, extra)
    tags = entry.record.values.get("tags")
    if isinstance(tags, tuple):
        row["tags"] = tag_text([str(tag) for tag in tags])
