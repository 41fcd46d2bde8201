"""The tallies of a past day from those of the present: what was changed since is taken away as it is and added as it was.

So the time goes with what was changed, not with what there is. They equal what is read from the rows of that day.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from salesdesk.domain.kpis.kpi import TRAILING_DAYS
from salesdesk.domain.kpis.tallies import Tally
from salesdesk.domain.language.where import Where
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.lookups import hangs_on
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Past, Scope, sql

Found = dict[Any, Any] | None
_Read = Callable[[Connection, Scope], Found]
# Which records each need counts.
KINDS: dict[str, str] = {
    **dict.fromkeys(("closed", "since_opening", "year_before", "opened", *TRAILING_DAYS, "open", "outlook"), "deal"),
    "leads": "lead",
    "activities": "activity",
}
# What splits a record by itself, or by a record of another table that a column of it names.
_BY_ITSELF = {"owner", "source", "stage", "pipeline", "competitor", "product", "month", "quarter"}
_BY_OTHERS = {
    **dict.fromkeys(("team", "manager"), ("member", "owner_id")),
    **dict.fromkeys(("region", "sector"), ("account", "account_id")),
}
# A day that is later than the one looked from is not there when a lead is asked for it.
_OF_LATER = re.compile(r"\bl\.(closed|qualified)_on\b")
# One record in so many: where more may count differently, all are read as they were.
_MOST = 4
_T = TypeVar("_T")


def applies(connection: Connection, scope: Scope, need: str) -> bool:
    """Whether that need of a past day is answered so."""
    past, kind = scope.past, KINDS.get(need)
    if past is None or past.undone or kind is None or not connection.may_make():
        return False
    return knows(scope, kind) and _are_few(connection, scope, kind)


def knows(scope: Scope, kind: str) -> bool:
    """Whether it is known which records of the kind may count differently, or in another group."""
    dimension = scope.dimension
    if kind == "lead" and scope.filters and _OF_LATER.search(_condition(scope, kind).sql):
        return False
    if dimension is None or dimension.custom or dimension.name in _BY_ITSELF or dimension.name in _BY_OTHERS:
        return True
    # A deal has the campaign of one of its leads.
    return dimension.name == "campaign" and kind != "deal"


def tallies(connection: Connection, scope: Scope, need: str, read: _Read, present: _Read | None = None) -> Found:
    """What `read` says of the past day, group by group; `present` is a shorter way to what it says of the present."""
    now, before, then = _scopes(connection, scope, KINDS[need])
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
    now, before, then = (read(connection, part) for part in _scopes(connection, scope, KINDS[need]))
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


def _scopes(connection: Connection, scope: Scope, kind: str) -> tuple[Scope, Scope, Scope]:
    """All at present; what may count differently as it is, and as it was."""
    then = _among(connection, scope, kind)
    return (
        replace(scope, past=None, end=scope.last),
        replace(scope, past=replace(then, present=True)),
        replace(scope, past=then),
    )


def _condition(scope: Scope, kind: str) -> Where:
    return replace(scope, past=None).where(kind)


def _among(connection: Connection, scope: Scope, kind: str) -> Past:
    assert scope.past is not None
    start = scope.start if kind == "lead" else date.min
    # Where none of them was changed since, the question has the same tables as one that does not look them up.
    relations = Relations(connection, scope.past)
    hangs = (on for on in _hangs(scope, kind) if relations.rows(sql(f"SELECT 1 FROM then_changed_{on[0]} h LIMIT 1")))
    return replace(scope.past, among=kind, start=start, hangs=tuple(sorted(hangs)))


def _hangs(scope: Scope, kind: str) -> set[tuple[str, str]]:
    """What else tells whether a record counts, and in which group."""
    found = hangs_on(_condition(scope, kind))
    dimension = scope.dimension
    if dimension is None:
        return found
    if dimension.custom:
        # An activity has no fields of its own.
        return found | ({("account", "account_id")} if "account" in dimension.custom and kind != "lead" else set())
    if dimension.name not in _BY_OTHERS or (kind == "lead" and dimension.name in {"region", "sector"}):
        return found
    return found | {_BY_OTHERS[dimension.name]}


def _are_few(connection: Connection, scope: Scope, kind: str) -> bool:
    """Whether few records of the kind may count differently."""
    relations = Relations(connection, _among(connection, scope, kind))
    keys = [f"touched_{kind}", *(["kin_deal"] if kind == "lead" else [])]
    some = sum(int(relations.value(sql(f"SELECT count(*) FROM then_{table} h")) or 0) for table in keys)
    enough = f"SELECT count(*) FROM (SELECT 1 FROM {kind} LIMIT {some * _MOST}) t"
    return int(connection.value(enough) or 0) == some * _MOST
