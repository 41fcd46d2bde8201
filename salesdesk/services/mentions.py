"""What names a thing by its name: saved views, goals and rules name members, teams, statuses and the like, cadences
their templates. Called otherwise, a thing is called so there too, in the same operation; what is needed somewhere is not
deleted.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdesk.domain import front_matter
from salesdesk.domain.language.rewording import names_with
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.plain import replace
from salesdesk.services import views
from salesdesk.services.desk import Desk, fitting, is_me
from salesdesk.store.read.catalogues import catalogue

if TYPE_CHECKING:
    from salesdesk.domain.language.fields import Field
    from salesdesk.services.rules.rewording import Exchange
    from salesdesk.store.unit import Unit

_ENTITIES = ("lead", "deal", "activity", "account", "contact")
_SHOWN = 4
_CHOICES = ("lead_status", "stage", "pipeline", "source", "lost_reason", "activity_kind", "outcome", "cadence", "team")
_IN_RULES = (*_CHOICES, "template", "member", "product", "saved_view")
# Texts are found by any part of their name.
_BY_WORDS = ("template", "cadence")
# What a page says it is about, or under.
_TIES = {"playbook_page": "under", "stage": "stage", "product": "product"}
# The names in place of a written one; none where it stays.
Instead = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that names a thing: its `noun` and `name` for sentences, where its text is kept, what that would say
    with the new name, and whether it is in use."""

    noun: str
    name: str
    table: str
    id: bytes
    column: str
    text: str
    active: bool = True

    def __str__(self) -> str:
        return f"{self.noun} {self.name}"


def mentions(desk: Desk, table: str, key: bytes, new: str) -> list[Mention]:
    """All that names the row `key` of `table` by the name it has now, with what it would say if that were `new`.

    Where several rows of the table have the name, the new one is written beside the old where both can stand. What
    names another member by a part of the name that would fit both then says the whole name of that one.
    """
    old = desk.connection.value(f"SELECT name FROM {table} WHERE id = ?", (key,))
    special = {"member": _of_members, "saved_view": _of_views}.get(table)
    instead = special(desk, key, new) if special else _of_entries(desk, table, key, old, new)
    finders: list[Callable[[], Iterator[Mention]]] = []
    if table in _IN_RULES:
        from salesdesk.services.rules.rewording import Exchange

        holds = _filters_of(desk, key) if table == "saved_view" else _fields_of(desk, table)
        exchange = Exchange(table, holds, instead)
        finders += [lambda: _filters(desk, exchange), lambda: _rules(desk, exchange)]
    if table == "template":
        finders.append(lambda: _cadences(desk, old, new))
    if table == "snippet":
        finders.append(lambda: _templates(desk, old, new))
    if table in _TIES:
        finders.append(lambda: _pages(desk, _TIES[table], instead))
    return [mention for find in finders for mention in find()]


def _of_entries(desk: Desk, table: str, key: bytes, old: str, new: str) -> Instead:
    """What is written in place of the name of a list entry, a product or a text: by its whole name always, by the
    beginning of one where that would mean something else after it."""
    rows = views.rows_of(desk, table)
    meanings = {fold(meaning) for _, _, meaning in rows}
    before = {one: name for one, name, _ in rows}
    after = before | {key: new}
    # A word of a filter fits every product that has it.
    others = [f" {fold(name)}" for one, name in before.items() if one != key]
    shared = any(f" {fold(old)}" in name if table == "product" else f" {fold(old)}" == name for name in others)

    def instead(written: str) -> Sequence[str]:
        asked = fold(written)
        if table in _BY_WORDS:
            return (new,) if _finds(desk, table, written, key) else ()
        if asked == fold(old):
            return (old, new) if shared else (new,)
        if table not in _CHOICES or asked in meanings or not asked:
            return ()
        meant = _beginning(before, asked)
        stays = list(meant) == list(_beginning(after, asked))
        return () if stays or len(set(meant.values())) != 1 else tuple(dict.fromkeys(after[one] for one in meant))

    return instead


def _beginning(rows: Mapping[bytes, str], asked: str) -> dict[bytes, str]:
    """Those called so, else those whose name begins so."""
    folded = {key: fold(name) for key, name in rows.items()}
    exact = {key: name for key, name in folded.items() if name == asked}
    return exact or {key: name for key, name in folded.items() if name.startswith(asked)}


def _finds(desk: Desk, kind: str, written: str, key: bytes) -> bool:
    """Whether a text is found by these words."""
    from salesdesk.services.texts import find_text

    try:
        return find_text(desk, kind, written).id == key
    except SalesdeskError:
        return False


def _of_members(desk: Desk, key: bytes, new: str) -> Instead:
    """What is written in place of what names a member, by the whole name or a part: nothing where it means the same
    one also when this one is called `new`."""
    before = desk.members(active_only=False)
    after = [replace(member, name=new) if member.id == key else member for member in before]

    def instead(written: str) -> Sequence[str]:
        if is_me(written):
            return ()
        found = fitting(before, written)
        if len(found) != 1 or [member.id for member in fitting(after, written)] == [found[0].id]:
            return ()
        return (next(member.name for member in after if member.id == found[0].id),)

    return instead


def _of_views(desk: Desk, key: bytes, new: str) -> Instead:
    """What is written in place of a saved view: `@no-next-step`."""
    old = desk.connection.value("SELECT name FROM saved_view WHERE id = ?", (key,))
    return lambda written: (views.written(new),) if fold(written) == views.written(old) else ()


def _filters_of(desk: Desk, key: bytes) -> Callable[[str, str], bool]:
    """Whether a filter of that kind of record (a goal: "") that names such a view means this one."""
    rows = desk.connection.rows("SELECT id, entity, name FROM saved_view WHERE deleted_op IS NULL")
    mine = next((entity, views.written(name)) for one, entity, name in rows if one == key)
    alone = sum(views.written(name) == mine[1] for _, _, name in rows) == 1
    return lambda entity, _field: entity == mine[0] or (not entity and alone)


def _fields_of(desk: Desk, table: str) -> Callable[[str, str], bool]:
    """Whether a field names rows of the table; it may be written as an alias, and for a goal (entity "") be of any."""
    catalogues = {entity: catalogue(desk.connection, entity) for entity in _ENTITIES}

    def holds(entity: str, field: str) -> bool:
        for one in [entity] if entity else _ENTITIES:
            found = catalogues[one].find(field) if one in catalogues else None
            if found and table == _named_in(one, found):
                return True
        return False

    return holds


def _named_in(entity: str, field: "Field") -> str:
    """The table whose rows a field names; empty when it names none."""
    if field.kind == "choice":
        return views.table_of(entity, field.name)
    return "member" if field.kind == "person" else "product" if field.name == "product" else ""


def _filters(desk: Desk, exchange: "Exchange") -> Iterator[Mention]:
    """Saved views and goals."""
    rows = desk.connection.rows(
        "SELECT 'saved_view', id, name, entity, query FROM saved_view WHERE deleted_op IS NULL"
        " UNION ALL SELECT 'goal', id, CASE WHEN name = '' THEN metric ELSE name END, '', query FROM goal"
        " WHERE deleted_op IS NULL AND query <> ''"
    )
    for table, key, name, entity, query in rows:
        new = exchange.in_filter(entity, query)
        if new != query:
            noun = tr("view") if table == "saved_view" else tr("goal")
            yield Mention(noun, name, table, key, "query", new)


def _texts(desk: Desk, table: str, noun: str, change: Callable[[str], str]) -> Iterator[Mention]:
    """The texts of a table that say something else after the change."""
    rows = desk.connection.rows(
        f"SELECT id, name, text, active FROM {table} WHERE deleted_op IS NULL AND text <> '' ORDER BY name_key, id"
    )
    for key, name, text, active in rows:
        new = change(text)
        if new != text:
            yield Mention(noun, name, table, key, "text", new, bool(active))


def _rules(desk: Desk, exchange: "Exchange") -> Iterator[Mention]:
    from salesdesk.services.rules.rewording import reworded

    return _texts(desk, "rule", tr("rule"), lambda text: reworded(text, exchange))


def _cadences(desk: Desk, old: str, new: str) -> Iterator[Mention]:
    from salesdesk.services.cadences.writing import with_template

    return _texts(desk, "cadence", tr("cadence"), lambda text: with_template(text, old, new))


def _templates(desk: Desk, old: str, new: str) -> Iterator[Mention]:
    """Mails that call a snippet."""

    def called(match: re.Match[str]) -> str:
        return f"{{snippet:{new}}}" if fold(match[1]) == fold(old) else match[0]

    return _texts(desk, "template", tr("template"), lambda text: re.sub(r"\{snippet:\s*([^{}|]*?)\s*\}", called, text))


def _pages(desk: Desk, field: str, instead: Instead) -> Iterator[Mention]:
    """Pages of the playbook under a page, or about a stage or a product."""

    def change(text: str) -> str:
        value = front_matter.parse(text).value(field)
        written = (value,) if field == "under" else tuple(word.strip() for word in value.split(",") if word.strip())
        said = names_with(written, instead)
        return text if said == written else front_matter.with_key(text, field, ", ".join(said))

    return _texts(desk, "playbook_page", tr("page"), change)


def carry(unit: "Unit", found: Sequence[Mention], old: str, new: str) -> str:
    """Write the new name where the old one stands, inside the operation that renames; a sentence, empty for nothing."""
    for mention in found:
        unit.update(mention.table, mention.id, {mention.column: mention.text})
        if mention.table == "cadence":
            _rename_planned(unit, mention.id, old, new)
    return tr("Changed with it: {all}.", all=listed(found)) if found else ""


def _rename_planned(unit: "Unit", cadence: bytes, old: str, new: str) -> None:
    """The mails of a cadence that are planned already are about their template: they name it too."""
    planned = (
        "done_on IS NULL AND deleted_op IS NULL AND enrolment_id IN (SELECT id FROM enrolment WHERE cadence_id = ?)"
    )
    for (subject,) in unit.connection.rows(f"SELECT DISTINCT subject FROM activity WHERE {planned}", (cadence,)):
        if fold(subject) == fold(old):
            sql = f"UPDATE activity SET subject = ? WHERE {planned} AND subject = ?"
            unit.execute("activity", sql, (new, cadence, subject))


def listed(found: Sequence[Mention]) -> str:
    """`cadence After the demo, rule New web lead`; the first few of many."""
    shown = ", ".join(map(str, found[:_SHOWN]))
    return tr("{shown} and {more} more", shown=shown, more=len(found) - _SHOWN) if len(found) > _SHOWN else shown


def must_not_be_needed(found: Sequence[Mention], name: str, hint: str) -> None:
    """InvalidError, naming them, when something in use names what is about to go."""
    if needed := [mention for mention in found if mention.active]:
        raise InvalidError(tr("{name} is named in: {all}.", name=name, all=listed(needed)), hint=hint)
