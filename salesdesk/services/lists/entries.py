"""The entries of a list, and the one somebody means."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from salesdesk.domain.text import clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services.desk import Desk
from salesdesk.services.lists.declared import Entry, ListSpec
from salesdesk.services.outreach import kind_named
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import choices


def entries(connection: Connection, spec: ListSpec, of: object = None) -> list[Entry]:
    """The live entries in order, of one thing they belong to or of all."""
    columns = "".join(f", x.{field.column}" for field in spec.fields)
    position, by = ("x.position", "x.position") if spec.placed else ("0", "x.name_key")
    join = f" JOIN {spec.of} p ON p.id = x.{spec.of_column} AND p.deleted_op IS NULL" if spec.of else ""
    owner = "p.name" if spec.of else f"x.{spec.of_column}" if spec.of_column else "''"
    order = "p.position, p.id, " if spec.of else f"x.{spec.of_column}, " if spec.of_column else ""
    where, params = (f" AND x.{spec.of_column} = ?", (of,)) if of is not None else ("", ())
    rows = connection.rows(
        f"SELECT x.id, x.name, {owner}, x.{spec.of_column or 'id'}, {position}{columns} FROM {spec.table} x{join}"
        f" WHERE x.deleted_op IS NULL{where} ORDER BY {order}{by}, x.id",
        params,
    )
    names = [field.name for field in spec.fields]
    return [
        Entry(key, name, owner, of_key, place, dict(zip(names, values, strict=True)))
        for key, name, owner, of_key, place, *values in rows
    ]


def parent_named(desk: Desk, spec: ListSpec, name: str) -> object:
    """The key of what entries belong to, such as a kind of activity or a pipeline; None for a list of its own."""
    if not spec.of_column:
        return None
    if spec.of_choices:
        if fold(name) not in spec.of_choices:
            raise InvalidError(
                f"A {spec.noun} is of a {' or '.join(spec.of_choices)}, not of '{name}'.", hint="Say which of them."
            )
        return fold(name)
    if spec.of == "activity_kind":
        return kind_named(desk, clean(name)).id
    return named(choices(desk.connection, spec.of), name, spec.of).id


def find(connection: Connection, spec: ListSpec, of: object, name: str) -> Entry:
    """The live entry of that name, or the only one whose name begins so."""
    return named(entries(connection, spec, of), name, spec.noun)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=_Named)


def named(every: Sequence[T], name: str, what: str) -> T:
    """The one of these that is called so, or alone begins so; NotFoundError or AmbiguousError with what there is."""
    asked = fold(clean(name))
    found = [e for e in every if fold(e.name) == asked] or [
        e for e in every if asked and fold(e.name).startswith(asked)
    ]
    if not found:
        there = ", ".join(e.name for e in every) or "none yet"
        raise NotFoundError(f"No {what.replace('_', ' ')} is called '{name}'.", hint=f"There are: {there}.")
    if len(found) > 1:
        raise AmbiguousError(f"Several fit '{name}'.", [e.name for e in found], hint="Type more of it.")
    return found[0]
