"""Asking for records: filters, saved views, and the lists they give."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.language.compile import compile_query, expand_views, sort_fields
from salesdesk.domain.language.fields import Catalogue, Choice, Context, Where
from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.tree import Query
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services.desk import Desk
from salesdesk.store.read import lists
from salesdesk.store.read.catalogues import catalogue

_STATES = (Choice("open", "open", "open"), Choice("won", "won", "won"), Choice("lost", "lost", "lost"))
_CHOICE_TABLES = {
    ("lead", "status"): ("lead_status", "meaning"),
    ("deal", "stage"): ("stage", "meaning"),
    ("deal", "pipeline"): ("pipeline", "''"),
    ("*", "source"): ("source", "direction"),
    ("*", "lost"): ("lost_reason", "''"),
    ("*", "team"): ("team", "''"),
    ("*", "cadence"): ("cadence", "''"),
    ("activity", "stage"): ("stage", "meaning"),
    ("activity", "kind"): ("activity_kind", "meaning"),
    ("activity", "outcome"): ("outcome", "meaning"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A saved filter."""

    id: bytes
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The records a filter gives: their keys in order, and what to group and sort them by."""

    entity: str
    query: Query
    where: Where
    ids: list[bytes]
    sorted_by_due: bool
    sort_label: str
    whole: bool = True


def views(desk: Desk, entity: str) -> list[View]:
    """The saved views of an entity, in order."""
    rows = desk.connection.rows(
        "SELECT id, name, query FROM saved_view WHERE entity = ? AND deleted_op IS NULL ORDER BY position, id",
        (entity,),
    )
    return [View(*row) for row in rows]


def context(desk: Desk, entity: str) -> Context:
    """What a filter of that entity means in this workspace, for this member, today."""

    def choices(field: str) -> Sequence[Choice]:
        if (entity, field) == ("deal", "status"):
            return _STATES
        table = _CHOICE_TABLES.get((entity, field)) or _CHOICE_TABLES.get(("*", field))
        if table is None:
            return ()
        rows = desk.connection.rows(f"SELECT name, id, {table[1]} FROM {table[0]} WHERE deleted_op IS NULL")
        return [Choice(*row) for row in rows]

    def members(words: str) -> Sequence[bytes]:
        try:
            return [desk.member(words).id]
        except NotFoundError:
            return ()

    return Context(
        today=desk.today,
        dialect=desk.connection.dialect,
        me=desk.actor,
        members=members,
        choices=choices,
        views={written(v.name): v.query for v in views(desk, entity)},
        currency=desk.currency,
        calendar=desk.calendar,
        time_zone=desk.time_zone,
    )


def table_of(entity: str, field: str) -> str:
    """The table whose rows a choice field of an entity names; empty when it is no such field."""
    if (entity, field) == ("deal", "status"):
        return ""
    return (_CHOICE_TABLES.get((entity, field)) or _CHOICE_TABLES.get(("*", field)) or ("",))[0]


def rows_of(desk: Desk, table: str) -> list[tuple[bytes, str, str]]:
    """The live rows of a table that fields name: key, name, and what the code knows it by where that can be asked."""
    meaning = dict(_CHOICE_TABLES.values()).get(table, "''")
    return desk.connection.rows(f"SELECT id, name, {meaning} FROM {table} WHERE deleted_op IS NULL ORDER BY id")


def where(desk: Desk, entity: str, text: str) -> tuple[Query, Where, Catalogue]:
    """A filter compiled for an entity; FilterError says what is wrong with it."""
    fields = catalogue(desk.connection, entity)
    meaning = context(desk, entity)
    query = expand_views(parse(text), meaning)
    return query, compile_query(query, fields, meaning), fields


def listing(desk: Desk, entity: str, text: str, *, limit: int | None = None) -> Listing:
    """The records of an entity that fit a filter, in its order (leads by due day unless it says otherwise).

    With `limit` the first of them: `whole` says whether there are no more.
    """
    query, condition, fields = where(desk, entity, text)
    order = sort_fields(query, fields)
    if not order and entity in {"lead", "deal"}:
        order = tuple((field, False) for field in fields.fields if field.name == "due")
    asked = query.limit if limit is None else min(limit, query.limit or limit)
    ids = lists.keys(desk.connection, entity, condition, order, limit=asked)
    by_due = bool(order) and order[0][0].name == "due" and not order[0][1]
    label = f"{order[0][0].name} {'↓' if order[0][1] else '↑'}" if order else ""
    whole = asked is None or asked == query.limit or len(ids) < asked
    return Listing(entity, query, condition, ids, by_due, label, whole)


def count(desk: Desk, entity: str, text: str) -> int:
    """How many records fit a filter."""
    _, condition, _ = where(desk, entity, text)
    return lists.count(desk.connection, entity, condition)


def due_groups(desk: Desk, listing: Listing) -> list[int]:
    """How many of a list sorted by due are overdue, today, later this week, later, and without a next step.

    Of a listing that is not whole only the first records are counted.
    """
    week_day = (desk.today.weekday() - desk.calendar.week_start) % 7
    week_end = desk.today + dt.timedelta(days=7 - week_day)
    where = listing.where if listing.whole else lists.among(listing.entity, listing.ids)
    return lists.due_groups(desk.connection, listing.entity, where, desk.today.isoformat(), week_end.isoformat())


def save(desk: Desk, entity: str, name: str, text: str) -> str:
    """Save a filter under a name, replacing the view that has it."""
    name = clean(name)
    if not name:
        raise InvalidError("A view needs a name.")
    where(desk, entity, text)
    same = [v for v in views(desk, entity) if fold(v.name) == fold(name)]
    with desk.operation(f"View {name} saved") as unit:
        if same:
            unit.update("saved_view", same[0].id, {"query": text})
        else:
            place = len(views(desk, entity))
            unit.insert("saved_view", {"entity": entity, "name": name, "query": text, "position": place})
    return f"View {name} saved"


def rename(desk: Desk, entity: str, name: str, new: str) -> str:
    """Give a saved view another name, also in the views, goals and rules that name it; a sentence.

    Raises InvalidError when the name is empty or taken, NotFoundError when there is no such view.
    """
    from salesdesk.services import mentions

    view, new = _find(desk, entity, name), clean(new)
    if not new:
        raise InvalidError("A view needs a name.")
    if any(written(v.name) == written(new) for v in views(desk, entity) if v.id != view.id):
        raise InvalidError(f"There is a view called '{new}' already.", hint="Drop that one, or take another name.")
    found = mentions.mentions(desk, "saved_view", view.id, new)
    sentence = f"View {view.name} is called {new} now"
    with desk.operation(sentence) as unit:
        unit.update("saved_view", view.id, {"name": new})
        done = mentions.carry(unit, found, view.name, new)
    return f"{sentence}. {done}".rstrip(". ") if done else sentence


def drop(desk: Desk, entity: str, name: str) -> str:
    """Remove a saved view; InvalidError when something in use names it."""
    from salesdesk.services import mentions

    view = _find(desk, entity, name)
    needed = mentions.mentions(desk, "saved_view", view.id, "")
    mentions.must_not_be_needed(needed, view.name, "Take it out there first.")
    with desk.operation(f"View {view.name} dropped") as unit:
        unit.delete("saved_view", view.id)
    return f"View {view.name} dropped"


def _find(desk: Desk, entity: str, name: str) -> View:
    found = [v for v in views(desk, entity) if fold(v.name) == fold(name) or written(v.name) == fold(name)]
    if not found:
        raise NotFoundError(
            f"There is no view '{name}'.", hint="There are: " + ", ".join(v.name for v in views(desk, entity)) + "."
        )
    return found[0]


def written(name: str) -> str:
    """How a view is named in a filter: `@no-next-step`."""
    return "-".join(fold(name).split())


def only_leads_others(desk: Desk, entity: str) -> bool:
    """Whether the present member is a manager who owns no record of that kind."""
    if desk.actor is None or desk.connection.value("SELECT role FROM member WHERE id = ?", (desk.actor,)) != "manager":
        return False
    own = f"SELECT 1 FROM {entity} WHERE owner_id = ? AND deleted_op IS NULL LIMIT 1"
    return desk.connection.value(own, (desk.actor,)) is None
