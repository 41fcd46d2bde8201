"""The rows of what happened: activities, orders, subscriptions, costs."""

from decimal import Decimal

from salesdesk.domain.text import fold
from salesdesk.exchange.presets import heading_key
from salesdesk.exchange.stages import call_direction
from salesdesk.exchange.values import read_flag
from salesdesk.i18n import tr
from salesdesk.services.importing.making import Making, Row
from salesdesk.services.importing.plan import Entry

_DONE_COLUMNS = frozenset({"closed", "is closed", "done", "status", "completed", "is done"})
_DONE_WORDS = frozenset({"completed", "done", "closed", "held", "finished", "kesz", "erledigt"})


def activity(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A touch that was made, or a step that is planned."""
    row = make.plain(entry)
    values = entry.record.values
    row["kind_id"] = make.lists.kind(str(values.get("kind") or values.get("subject") or ""))
    make.owner(entry, row, extra)
    row["account_id"], row["contact_id"] = make.links.customer(entry, extra)
    row["lead_id"] = make.links.take(entry, "lead", extra)
    row["deal_id"] = make.links.take(entry, "deal", extra)
    if "outcome" in values:
        row["outcome_id"] = make.lists.outcome(row["kind_id"], str(values["outcome"]))
        if row["outcome_id"] is None:
            make.spare(entry, "outcome", extra)
    if "direction" in values:
        row["direction"] = "in" if call_direction(str(values["direction"])) == "inbound" else "out"
    minutes = values.get("duration_minutes")
    if isinstance(minutes, Decimal) and 0 <= minutes < 10**6:
        row["duration_minutes"] = round(minutes)
    if not row.get("subject"):
        row["subject"] = str(values.get("kind") or values.get("note") or "")[:200]
    _moments(make, entry, row)
    _note_rest(row, extra)
    return row


def order(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """An order of a customer; without a day or an amount it is none."""
    row = make.plain(entry)
    row["account_id"], row["contact_id"] = make.links.customer(entry, extra)
    make.owner(entry, row, extra)
    row["ordered_on"] = make.day(entry.record.values.get("ordered_on"))
    row["amount_minor"], row["currency"] = make.money(entry, "amount", extra)
    return row if row["ordered_on"] is not None and row["amount_minor"] is not None else None


def subscription(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A recurring contract; a yearly price is brought to the month."""
    row = make.plain(entry)
    values = entry.record.values
    row["account_id"] = make.links.take(entry, "account", extra)
    row["started_on"], row["ended_on"] = make.day(values.get("started_on")), make.day(values.get("ended_on"))
    if "mrr" in values or "arr" not in values:
        row["mrr_minor"], row["currency"] = make.money(entry, "mrr", extra)
    else:
        row["mrr_minor"], row["currency"] = make.money(entry, "arr", extra, 12)
    return row if row["started_on"] is not None else None


def cost(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A cost of selling in a month."""
    row = make.plain(entry)
    values = entry.record.values
    month = make.day(values.get("month"))
    row["month_on"] = month.replace(day=1) if month else None
    label = str(values.get("category", ""))
    row["category"] = _category(label, "channel" in values or "campaign" in values)
    if label and fold(label) != row["category"] and not row.get("note"):
        row["note"] = label
    row["amount_minor"], row["currency"] = make.money(entry, "amount", extra)
    return row if row["month_on"] is not None and row["amount_minor"] is not None else None


def _moments(make: Making, entry: Entry, row: Row) -> None:
    """When it was done or is due; a day to come is a plan, and a plan its file calls done was done."""
    values = entry.record.values
    done, due = make.day(values.get("done_on")), make.day(values.get("due_on"))
    if done is not None and done > make.today and due is None:
        done, due = None, done
        row["due_at"] = make.instant(values.get("done_on"))
    elif due is not None and due <= make.today and (done is None or done > make.today):
        done = due if _is_done(entry) else None
        row["done_at"] = make.instant(values.get("due_on")) if done else None
    elif done is not None and done > make.today:
        done = None
    elif done is not None:
        row["done_at"] = make.instant(values.get("done_on"))
    row["done_on"], row["due_on"] = done, due
    if due is not None and "due_at" not in row:
        row["due_at"] = make.instant(values.get("due_on"))


def _is_done(entry: Entry) -> bool:
    if "outcome" in entry.record.values:
        return True
    for column, text in entry.record.custom.items():
        if heading_key(column) in _DONE_COLUMNS and (fold(text) in _DONE_WORDS or read_flag(text)):
            return True
    return False


def _note_rest(row: Row, extra: dict[str, str]) -> None:
    """What has no column in an activity stands in its note."""
    lines = [tr("{column}: {value}", column=column, value=value) for column, value in extra.items()]
    if lines:
        row["note"] = "\n".join(filter(None, [str(row.get("note", "")), *lines]))
        extra.clear()


def _category(label: str, channel: bool) -> str:
    words = fold(label)
    if any(word in words for word in ("market", "advert", "ad ", "ads", "campaign", "werbung", "hirdet")):
        return "marketing"
    if any(word in words for word in ("sales", "salar", "commission", "verkauf", "ertekesit")):
        return "sales"
    return "general" if label else "marketing" if channel else "sales"
