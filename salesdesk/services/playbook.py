"""The playbook: one tree of pages the team writes, who vouched for them, who has read them, and where they apply."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesdesk.domain import playbook as rules
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.playbook import Page, read_page
from salesdesk.domain.text import fold
from salesdesk.i18n import plural, tr
from salesdesk.services import texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.texts import TextRow

KIND = "playbook"
# A page nobody vouched for in this time is shown as old.
OLD_DAYS = 180


@dataclass(frozen=True, slots=True)
class Shown:
    """A page in its place: its depth in the tree, who checked it when, and which members read it as it is now."""

    row: TextRow
    page: Page
    depth: int
    checked_on: dt.date | None
    checked_by: str
    readers: Sequence[str]

    def old(self, today: dt.date) -> bool:
        """Whether it is time that somebody looks at it again."""
        return self.checked_on is None or (today - self.checked_on).days > OLD_DAYS


def sum_up(_desk: Desk, text: str) -> str:
    """What a page is: its kind, what it applies to, its first words; TextError when it cannot be understood."""
    page = read_page(text)
    ties = ", ".join(word for words in page.ties.values() for word in words)
    head = f"{page.kind} for {ties}" if ties else page.kind
    return f"{head}: {page.first_line}"


def pages(desk: Desk) -> list[Shown]:
    """The pages that are in use, from the top of the tree down; a page without a text in use is left out."""
    rows = {row.name: row for row in texts.texts(desk, KIND) if row.text and row.active}
    read = {name: page for name, row in rows.items() if (page := _understood(row.text)) is not None}
    checks = {
        key: (dt.date.fromisoformat(on) if on else None, who or "")
        for key, on, who in desk.connection.rows(
            "SELECT p.id, p.checked_on, m.name FROM playbook_page p LEFT JOIN member m ON m.id = p.checked_by"
            " WHERE p.deleted_op IS NULL"
        )
    }
    readers = _readers(desk, {row.id: desk.local(row.changed_at).date() for row in rows.values()})
    return [
        Shown(rows[name], read[name], depth, *checks[rows[name].id], readers.get(rows[name].id, ()))
        for depth, name in rules.tree(read)
    ]


def _understood(text: str) -> Page | None:
    try:
        return read_page(text)
    except TextError:
        # It was understood when it was saved; the rules may have become stricter since. Its shelf shows why.
        return None


def _readers(desk: Desk, changed: Mapping[bytes, dt.date]) -> dict[bytes, list[str]]:
    """Who read each page on or after the day it last changed."""
    found: dict[bytes, list[str]] = {}
    for page, name, on in desk.connection.rows(
        "SELECT r.page_id, m.name, max(r.read_on) FROM page_read r JOIN member m ON m.id = r.member_id"
        " WHERE r.deleted_op IS NULL GROUP BY r.page_id, m.name ORDER BY m.name"
    ):
        if page in changed and dt.date.fromisoformat(on) >= changed[page]:
            found.setdefault(page, []).append(name)
    return found


def search(desk: Desk, words: str) -> list[Shown]:
    """The pages that hold every word, those with it in their name first."""
    asked = fold(words).split()
    hits = [p for p in pages(desk) if all(w in fold(f"{p.row.name} {p.row.text}") for w in asked)]
    return sorted(hits, key=lambda p: not all(w in fold(p.row.name) for w in asked))


def applying(desk: Desk, ref: Ref) -> list[Shown]:
    """The pages that apply to a record: by its stage, its products, its sector, the person's role."""
    facts = facts_of(desk, ref)
    return [p for p in pages(desk) if p.page.applies(facts)]


def facts_of(desk: Desk, ref: Ref) -> dict[str, list[str]]:
    """What pages can be tied to, as this record has it."""
    if ref.kind == "deal":
        row = desk.connection.one(
            "SELECT s.name, COALESCE(a.sector, ''), COALESCE(c.title, ''), d.competitor FROM deal d LEFT JOIN stage s ON s.id = d.stage_id"
            " LEFT JOIN account a ON a.id = d.account_id LEFT JOIN contact c ON c.id = d.contact_id WHERE d.id = ?",
            (ref.id,),
        )
        products = desk.connection.rows(
            "SELECT p.name FROM deal_line i JOIN product p ON p.id = i.product_id WHERE i.deal_id = ?"
            " AND i.deleted_op IS NULL",
            (ref.id,),
        )
        stage, sector, role, rival = row or ("", "", "", "")
        named = [name for (name,) in products]
        return _facts(stage=[stage], sector=[sector], persona=[role], product=named, competitor=[rival])
    if ref.kind == "lead":
        row = desk.connection.one(
            "SELECT s.name, l.industry, l.title FROM lead l LEFT JOIN lead_status s ON s.id = l.status_id WHERE l.id = ?",
            (ref.id,),
        )
        stage, sector, role = row or ("", "", "")
        return _facts(stage=[stage], sector=[sector], persona=[role])
    if ref.kind == "contact":
        return _facts(persona=[desk.connection.value("SELECT title FROM contact WHERE id = ?", (ref.id,))])
    if ref.kind == "account":
        return _facts(sector=[desk.connection.value("SELECT sector FROM account WHERE id = ?", (ref.id,))])
    return {}


def _facts(**found: Sequence[str | None]) -> dict[str, list[str]]:
    return {tie: [word for word in words if word] for tie, words in found.items()}


def criteria(desk: Desk, stage: str) -> tuple[str, ...]:
    """What must be true before a deal leaves this stage, as the pages of the stage say."""
    found = [p.page.criteria for p in pages(desk) if fold(stage) in map(fold, p.page.ties.get("stage", ()))]
    return tuple(dict.fromkeys(line for lines in found for line in lines))


def vouch(desk: Desk, row: TextRow) -> str:
    """Say that a page is right as it is today."""
    sentence = tr("Page {name} checked", name=row.name)
    with desk.operation(sentence) as unit:
        unit.update("playbook_page", row.id, {"checked_on": desk.today, "checked_by": desk.require_actor()})
    return sentence


def mark_read(desk: Desk, rows: Sequence[TextRow]) -> str:
    """The present member has read these pages as they are now."""
    me = desk.require_actor()
    names = rows[0].name if len(rows) == 1 else plural(len(rows), tr("page"), tr("pages"))
    sentence = tr("Read: {names}", names=names)
    with desk.operation(sentence, source="seen") as unit:
        for row in rows:
            unit.insert("page_read", {"page_id": row.id, "member_id": me, "read_on": desk.today})
    return sentence
