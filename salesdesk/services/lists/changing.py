"""Changing a list: an entry added, changed, or taken away with its records going to another one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural
from salesdesk.services import mentions
from salesdesk.services.desk import Desk
from salesdesk.services.lists import channels
from salesdesk.services.lists.declared import Entry, FieldSpec, ListSpec, a_noun
from salesdesk.services.lists.entries import entries, find
from salesdesk.services.outreach import read_default

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"


def add(desk: Desk, spec: ListSpec, of: object, name: str, fields: Mapping[str, str]) -> str:
    """A new entry at the end of its list, or behind those of its meaning where the order is one of meanings; a sentence.

    Raises InvalidError naming what does not fit.
    """
    present = entries(desk.connection, spec, of)
    called = _free_name(spec, present, name)
    values = _read(desk, spec, fields, present, None)
    if "letter" not in values and any(f.kind == "letter" for f in spec.fields):
        values["letter"] = _free_letter(called, present)
    before = [e for e in present if not spec.steady or e.meaning == values.get("meaning", "open")]
    place = present.index(before[-1]) + 1 if before else len(present)
    sentence = f"{spec.noun.capitalize()} {called} added"
    with desk.operation(sentence) as unit:
        at = {"position": place} if spec.placed else {}
        key = unit.insert(spec.table, {**values, **_of(spec, of), "name": called, **at})
        _arrange(unit, spec, present[:place], 0)
        _arrange(unit, spec, present[place:], place + 1)
        if spec.noun == "kind":
            channels.give_outcomes(unit, key, str(values.get("meaning", "task")))
    return sentence


def change(
    desk: Desk, spec: ListSpec, of: object, name: str, fields: Mapping[str, str], *, called: str = "", place: int = 0
) -> str:
    """Change fields of an entry, what it is called, or its place among the others (1 is the first); a sentence."""
    present = entries(desk.connection, spec, of)
    entry = find(desk.connection, spec, of, name)
    others = [e for e in present if e.id != entry.id]
    values = _read(desk, spec, fields, others, entry)
    if called:
        values["name"] = _free_name(spec, others, called)
    if not values and not place:
        raise InvalidError("There is nothing to change.", hint="Say what, for example a letter or a name.")
    if spec.steady and values.get("meaning", entry.meaning) != entry.meaning:
        raise InvalidError(f"What {entry.name} means stays: its records count by it.", hint=f"Add another {spec.noun}.")
    _must_be_left(spec, others, entry, str(values.get("meaning", entry.meaning)))
    new = str(values.get("name", entry.name))
    named = mentions.mentions(desk, spec.table, entry.id, new) if new != entry.name else []
    with desk.operation(f"{spec.noun.capitalize()} {entry.name} changed") as unit:
        unit.update(spec.table, entry.id, values)
        if spec.noun == "kind" and "name" in values:
            channels.reword(unit, entry.name, new)
        done = mentions.carry(unit, named, entry.name, new)
        if place:
            others.insert(place - 1, entry)
            _arrange(unit, spec, others, 0)
    return f"{unit.label}. {done}".rstrip(". ") if done else unit.label


def remove(desk: Desk, spec: ListSpec, of: object, name: str, to: str = "") -> str:
    """Take an entry away; its records go to the entry called `to`. A sentence.

    Raises InvalidError when it has records and `to` is empty, when `to` means something else where that counts, or
    when it is the last one that is needed.
    """
    present = entries(desk.connection, spec, of)
    entry = find(desk.connection, spec, of, name)
    others = [e for e in present if e.id != entry.id]
    _must_be_left(spec, others, entry, "")
    count = used(desk, spec, entry)
    target = find(desk.connection, spec, of, to) if to else None
    if target is not None and target.id == entry.id:
        raise InvalidError(f"{entry.name} cannot go to itself.", hint="Name another one with --to.")
    if count and target is None:
        there = ", ".join(e.name for e in others)
        raise InvalidError(
            f"{entry.name} has {plural(count, 'record', 'records')}, which have to go somewhere.",
            hint=f"Say where with --to: {there}.",
        )
    if count and target and spec.steady and target.meaning != entry.meaning:
        raise InvalidError(
            f"{target.name} means {target.meaning} and {entry.name} {entry.meaning}.",
            hint=f"Choose one that means {entry.meaning}.",
        )
    named = mentions.mentions(desk, spec.table, entry.id, target.name if target else "")
    if target is None:
        mentions.must_not_be_needed(named, entry.name, f"Say with --to which {spec.noun} takes its place there.")
    done = ""
    gone = f", {plural(count, 'record', 'records')} to {target.name}" if count and target else ""
    sentence = f"{spec.noun.capitalize()} {entry.name} deleted{gone}"
    with desk.operation(sentence) as unit:
        if spec.noun == "kind":
            channels.take_outcomes(unit, entry, target)
        if target is not None:
            for table, column in references(spec):
                move(unit, table, column, entry.id, target.id)
            done = mentions.carry(unit, named, entry.name, target.name)
        unit.delete(spec.table, entry.id)
    return f"{sentence}. {done}".rstrip(". ") if done else sentence


def used(desk: Desk, spec: ListSpec, entry: Entry) -> int:
    """How many live records point at an entry."""
    return sum(
        int(
            desk.connection.value(
                f"SELECT count(*) FROM {table} WHERE {column} = ? AND deleted_op IS NULL", (entry.id,)
            )
        )
        for table, column in references(spec)
    )


def references(spec: ListSpec) -> list[tuple[str, str]]:
    """The columns that point at the entries of a list, but for those of its own parts."""
    from salesdesk.store.undo import references as every

    return [(table, column) for table, column, pointed in every() if pointed == spec.table and table != "outcome"]


def move(unit: "Unit", table: str, column: str, source: bytes, target: bytes) -> None:
    """Point live records from one entry to another."""
    sql = f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND deleted_op IS NULL"
    unit.execute(table, sql, (target, source))


def _arrange(unit: "Unit", spec: ListSpec, ordered: list[Entry], first: int) -> None:
    """Number entries on from `first`, where they have a place."""
    if not spec.placed:
        return
    for number, entry in enumerate(ordered, first):
        if entry.position != number:
            unit.update(spec.table, entry.id, {"position": number})


def _of(spec: ListSpec, of: object) -> dict[str, object]:
    return {spec.of_column: of} if spec.of_column else {}


def _free_name(spec: ListSpec, others: list[Entry], name: str) -> str:
    called = clean(name)
    if not called:
        raise InvalidError(f"{a_noun(spec).capitalize()} needs a name.")
    if any(fold(e.name) == fold(called) for e in others):
        raise InvalidError(
            f"There is {a_noun(spec)} called '{called}' already.", hint="Change that one, or choose another name."
        )
    return called


def _free_letter(name: str, others: list[Entry]) -> str:
    taken = {e.values["letter"] for e in others}
    return next((c for c in fold(name) + _ALPHABET if c in _ALPHABET and c not in taken), "")


def _read(
    desk: Desk, spec: ListSpec, fields: Mapping[str, str], others: list[Entry], entry: Entry | None
) -> dict[str, Any]:
    by_name = {f.name: f for f in spec.fields}
    return {by_name[name].column: _value(desk, by_name[name], text, others) for name, text in fields.items()}


def _value(desk: Desk, field: FieldSpec, text: str, others: list[Entry]) -> object:
    words = clean(text)
    if field.kind == "letter":
        return _letter(words, others)
    if field.kind == "step":
        read_default(desk, words)
        return " ".join(words.split())
    if field.kind == "number":
        if fold(words) == "none":
            return None
        if not words.isdigit() or int(words) > (100 if field.name == "probability" else 3650):
            raise InvalidError(f"'{text}' is not a {field.name}.", hint="Write a whole number.")
        return int(words)
    if words not in field.choices:
        raise InvalidError(f"'{text}' is not a {field.name}.", hint=f"It is one of: {', '.join(field.choices)}.")
    return words


def _letter(text: str, others: list[Entry]) -> str:
    letter = text.lower()
    if len(letter) != 1 or letter not in _ALPHABET:
        raise InvalidError(f"'{text}' is not a letter that can be pressed.", hint="Take one of a to z, or a digit.")
    holder = next((e for e in others if e.values["letter"] == letter), None)
    if holder:
        raise InvalidError(
            f"The letter {letter} is taken by {holder.name}.", hint="Choose another, or change that one."
        )
    return letter


def _must_be_left(spec: ListSpec, others: list[Entry], entry: Entry, meaning: str) -> None:
    """InvalidError when without this entry, or with another meaning of it, none of a needed meaning is left."""
    lost = entry.meaning in spec.needed and meaning != entry.meaning
    if lost and all(e.meaning != entry.meaning for e in others):
        raise InvalidError(f"{entry.name} is the only {spec.noun} that means {entry.meaning}, and one is needed.")
    if not meaning and not others and spec.every:
        raise InvalidError(f"{entry.name} is the last {spec.noun} there, and one is needed.")
