"""What a record's page and the pane beside a list say about it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from salesdesk.services import collision
from salesdesk.services.cadences import showing
from salesdesk.services.collision import Ban
from salesdesk.services.desk import Desk
from salesdesk.services.playbook import criteria
from salesdesk.services.records import Ref
from salesdesk.store.read import deals, enrolments, files, leads, timeline
from salesdesk.store.read.deals import DealRow, LineRow
from salesdesk.store.read.enrolments import EnrolmentRow
from salesdesk.store.read.files import FileRow
from salesdesk.store.read.leads import LeadRow
from salesdesk.store.read.timeline import Event

WEEKS = 12


class Fact(NamedTuple):
    """A field of a record that says something: its text as a script reads it, and as people say it."""

    label: str
    text: str
    shown: str


@dataclass(frozen=True, slots=True)
class LeadPage:
    """A lead with its notes, timeline and the touches of the last twelve weeks."""

    row: LeadRow
    notes: str
    facts: Sequence[Fact]
    events: Sequence[Event]
    touches: Sequence[int]
    bans: Sequence[Ban]
    files: Sequence[FileRow]
    cadence: EnrolmentRow | None = None


@dataclass(frozen=True, slots=True)
class DealPage:
    """A deal with its products, leads, notes and timeline; `criteria` are what the playbook asks before it moves on."""

    row: DealRow
    notes: str
    facts: Sequence[Fact]
    lines: Sequence[LineRow]
    leads: Sequence[Ref]
    events: Sequence[Event]
    touches: Sequence[int]
    bans: Sequence[Ban]
    files: Sequence[FileRow]
    criteria: Sequence[str] = ()
    cadence: EnrolmentRow | None = None


@dataclass(frozen=True, slots=True)
class PlainPage:
    """An account or contact: its facts and timeline."""

    ref: Ref
    notes: str
    facts: Sequence[Fact]
    related: Sequence[Ref]
    events: Sequence[Event]
    bans: Sequence[Ban]
    files: Sequence[FileRow]
    cadence: EnrolmentRow | None = None


Page = LeadPage | DealPage | PlainPage
WITH_PAGES = frozenset({"lead", "deal", "account", "contact"})


def page(desk: Desk, kind: str, key: bytes, *, events: int = 30) -> Page | None:
    """The page of a lead, deal, account or contact; None when it is gone, or of another kind."""
    if kind not in WITH_PAGES:
        return None
    with desk.workspace.snapshot() as connection:
        happened = timeline.events(connection, kind, key, limit=events)
        bans = collision.bans(connection, Ref(kind, key, "", ""))
        inside = enrolments.of_record(connection, kind, key)
        attached = files.of_record(connection, kind, key)
        if kind == "lead":
            rows = leads.rows(connection, [key])
            if not rows:
                return None
            touches = timeline.touches_by_week(connection, kind, key, desk.today, WEEKS)
            own = facts(desk, kind, key, inside)
            return LeadPage(rows[0], _notes(desk, kind, key), own, happened, touches, bans, attached, inside)
        if kind == "deal":
            found = deals.rows(connection, [key])
            if not found:
                return None
            touches = timeline.touches_by_week(connection, kind, key, desk.today, WEEKS)
            lines = deals.lines(connection, key)
            asked = criteria(desk, found[0].stage) if found[0].state == "open" else ()
            own, notes = facts(desk, kind, key, inside), _notes(desk, kind, key)
            grown = _leads(desk, key)
            return DealPage(found[0], notes, own, lines, grown, happened, touches, bans, attached, asked, inside)
        row = connection.one(f"SELECT id, code, name FROM {kind} WHERE id = ? AND deleted_op IS NULL", (key,))
        if row is None:
            return None
        notes, related = _notes(desk, kind, key), _related(desk, kind, key)
        own = facts(desk, kind, key, inside)
        return PlainPage(Ref(kind, *row), notes, own, related, happened, bans, attached, inside)


def facts(desk: Desk, kind: str, key: bytes, inside: EnrolmentRow | None = None) -> list[Fact]:
    """The cadence a record is in and its fields that say something."""
    from salesdesk.services.fields import editable, spoken
    from salesdesk.services.records import by_id

    ref = by_id(desk.connection, kind, key)
    shown = [f for f in editable(desk, ref) if f.text and f.name not in {"notes", "name"}]
    place = f"{inside.cadence}, {showing.where(inside, desk.today)}" if inside else ""
    cadence = [Fact("Cadence", place, place)] if inside else []
    fields = [f for f in shown if not (f.kind == "flag" and f.text == "no")]
    return cadence + [Fact(spoken(f.name), f.text, f.shown) for f in fields]


def last_talk(events: Sequence[Event]) -> Event | None:
    """The newest touch that left words."""
    return next((e for e in events if e.what == "done" and e.words), None) or next(
        (e for e in events if e.what == "done"), None
    )


def planned(events: Sequence[Event]) -> list[Event]:
    """What is still to be done, the next first."""
    return sorted(
        (e for e in events if e.what == "planned"), key=lambda e: (e.on, e.at or dt.datetime.max.replace(tzinfo=dt.UTC))
    )


def _notes(desk: Desk, kind: str, key: bytes) -> str:
    return str(desk.connection.value(f"SELECT notes FROM {kind} WHERE id = ?", (key,)) or "")


def _leads(desk: Desk, deal_id: bytes) -> list[Ref]:
    rows = desk.connection.rows(
        "SELECT l.id, l.code, l.name, l.company FROM deal_lead k JOIN lead l ON l.id = k.lead_id"
        " WHERE k.deal_id = ? AND k.deleted_op IS NULL AND l.deleted_op IS NULL ORDER BY k.id",
        (deal_id,),
    )
    return [Ref("lead", *row) for row in rows]


def _related(desk: Desk, kind: str, key: bytes) -> list[Ref]:
    column = f"{kind}_id"
    found = []
    for other, detail in (("contact", "title"), ("deal", "state"), ("lead", "company")):
        if other == kind or (kind == "contact" and other == "contact"):
            continue
        rows = desk.connection.rows(
            f"SELECT id, code, name, {detail} FROM {other} WHERE {column} = ? AND deleted_op IS NULL ORDER BY id DESC LIMIT 20",
            (key,),
        )
        found += [Ref(other, *row) for row in rows]
    return found
