"""The tallies of a past day from those of the present: what was changed since is taken away as it is and added as it was.

So the time goes with what was changed, not with what there is. They equal what is read from the rows of that day.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from salesdesk.domain.kpis.declared import TRAILING_DAYS
from salesdesk.domain.kpis.tallies import Tally
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Past, Scope, sql

Found = dict[Any, Any] | None
_Read = Callable[[Connection, Scope], Found]
_KINDS: dict[str, str] = {
    **dict.fromkeys(("closed", "since_opening", "year_before", "opened", *TRAILING_DAYS, "open", "outlook"), "deal"),
    "leads": "lead",
    "activities": "activity",
}
# They split a record by nothing but itself.
_DIMENSIONS = {"", "owner", "source", "stage", "pipeline", "competitor", "month", "quarter"}
# One record in so many: where more may count differently, all are read as they were.
_MOST = 4
_T = TypeVar("_T")


def applies(connection: Connection, scope: Scope, need: str) -> bool:
    """Whether that need of a past day is answered so."""
    past, dimension = scope.past, scope.dimension
    if past is None or past.undone or need not in _KINDS or scope.filters or not connection.may_make():
        return False
    if dimension and (dimension.custom or dimension.name not in _DIMENSIONS):
        return False
    return _are_few(connection, scope, _KINDS[need])


def tallies(connection: Connection, scope: Scope, need: str, read: _Read, present: _Read | None = None) -> Found:
    """What `read` says of the past day, group by group; `present` is a shorter way to what it says of the present."""
    now, before, then = _scopes(scope, _KINDS[need])
    found = (present or read)(connection, now)
    if found is None:
        return None
    less, more = read(connection, before) or {}, read(connection, then) or {}
    for key, tally in more.items():
        _added(found, key, tally)
    for key, tally in less.items():
        _added(found, key, type(tally)()).subtract(tally)
    return {key: tally for key, tally in found.items() if tally != type(tally)()}


def sums(
    connection: Connection, scope: Scope, need: str, read: Callable[[Connection, Scope], Mapping[_T, tuple[int, int]]]
) -> dict[_T, tuple[int, int]]:
    """As `tallies`, of a sum and of how many; without those that are of none."""
    now, before, then = (read(connection, part) for part in _scopes(scope, _KINDS[need]))
    found: dict[_T, tuple[int, int]] = {}
    for key in (*now, *then):
        (total, count), less, more = (part.get(key, (0, 0)) for part in (now, before, then))
        found[key] = total - less[0] + more[0], count - less[1] + more[1]
    return {key: one for key, one in found.items() if one[1]}


def _added(found: dict[Any, Tally], key: Any, tally: Tally) -> Tally:
    if key in found:
        found[key].add(tally)
    else:
        found[key] = tally
    return found[key]


def _scopes(scope: Scope, kind: str) -> tuple[Scope, Scope, Scope]:
    """All at present; what may count differently as it is, and as it was."""
    then = _among(scope, kind)
    return (
        replace(scope, past=None, end=scope.last),
        replace(scope, past=replace(then, present=True)),
        replace(scope, past=then),
    )


def _among(scope: Scope, kind: str) -> Past:
    assert scope.past is not None
    return replace(scope.past, among=kind, start=scope.start if kind == "lead" else date.min)


def _are_few(connection: Connection, scope: Scope, kind: str) -> bool:
    """Whether few records of the kind may count differently."""
    relations = Relations(connection, _among(scope, kind))
    keys = {"deal": ("touched_deal",), "lead": ("touched_lead", "kin_deal"), "activity": ("changed_activity",)}[kind]
    some = sum(int(relations.value(sql(f"SELECT count(*) FROM then_{table} h")) or 0) for table in keys)
    enough = f"SELECT count(*) FROM (SELECT 1 FROM {kind} LIMIT {some * _MOST}) t"
    return int(connection.value(enough) or 0) == some * _MOST
