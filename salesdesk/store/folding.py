"""The folded columns: what names sort by, what typed text is searched in, what finds the same person again."""

from collections.abc import Mapping
from typing import Any

from salesdesk.domain.people import company_key, mail_key, phone_key
from salesdesk.domain.text import digits, fold

_SEARCHED_NOTES = 2000
_PERSON = ("name", "given_name", "family_name", "title", "email", "phone", "mobile")
_DESCRIBED = ("tags", "notes")

# table -> the columns computed here, and the columns they are computed from.
FOLDED: dict[str, tuple[str, ...]] = {
    "lead": ("name_key", "email_key", "phone_key", "company_key", "search_text"),
    "contact": ("name_key", "email_key", "phone_key", "search_text"),
    "account": ("name_key", "search_text"),
    "deal": ("name_key", "search_text"),
    **dict.fromkeys(
        (
            "member",
            "team",
            "pipeline",
            "stage",
            "lead_status",
            "source",
            "lost_reason",
            "activity_kind",
            "outcome",
            "product",
            "template",
            "snippet",
            "cadence",
            "rule",
            "script",
            "buyer",
            "playbook_page",
        ),
        ("name_key",),
    ),
}
READS: dict[str, tuple[str, ...]] = {
    "lead": (*_PERSON, "company", "city", *_DESCRIBED),
    "contact": (*_PERSON, "city", *_DESCRIBED),
    "account": ("name", "domain", "email", "phone", "city", "sector", *_DESCRIBED),
    "deal": ("name", *_DESCRIBED),
} | {table: ("name",) for table, columns in FOLDED.items() if columns == ("name_key",)}


def folded(table: str, row: Mapping[str, Any]) -> dict[str, str]:
    """The folded columns of a row of that table."""
    values = {"name_key": fold(row["name"])}
    columns = FOLDED[table]
    if "email_key" in columns:
        values["name_key"] = fold(row["name"] or row.get("company", ""))
        values["email_key"] = mail_key(row["email"]) or ""
        values["phone_key"] = phone_key(row["phone"] or row["mobile"]) or ""
    if "company_key" in columns:
        values["company_key"] = company_key(row["company"])
    if "search_text" in columns:
        values["search_text"] = _search_text(table, row)
    return values


def _search_text(table: str, row: Mapping[str, Any]) -> str:
    parts = [str(row[column])[:_SEARCHED_NOTES] for column in READS[table] if row[column]]
    parts += [digits(row[column]) for column in ("phone", "mobile") if row.get(column)]
    return fold(" ".join(parts))
