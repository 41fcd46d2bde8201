"""Quotas of the days asked about, prorated, by group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from salesdesk.domain.kpis.tallies import Quotas
from salesdesk.domain.language.where import Where
from salesdesk.hints import TYPE_CHECKING, Any
from salesdesk.plain import Plain, replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.dimensions import split
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql
from salesdesk.store.read.values import with_days

if TYPE_CHECKING:
    from salesdesk.domain.goals import Presence

_ONE_DAY = timedelta(days=1)
# Whose a quota is: everyone's together, a team's, a member's. The highest level there is counts.
_LEVELS = ("everyone", "team", "member")


class Quota(Plain):
    """A quota and the part of it that lies in the days asked about (`part`), and in those of them that are over."""

    id: bytes
    code: str
    whose: str
    member: bytes | None
    member_team: bytes | None
    team: bytes | None
    manager: bytes | None
    target: int
    currency: str
    starts_on: date
    ends_on: date
    part: int = 0
    over: int = 0

    @property
    def level(self) -> str:
        """One of `_LEVELS`."""
        return "member" if self.member is not None else "team" if self.team is not None else "everyone"


def quotas(connection: Connection, scope: Scope) -> dict[Any, Quotas] | None:
    """Quotas by group, of the whole days of the period (also those to come); None when the dimension does not split
    them. A team's quota is its own number; where there is none, it is the sum of its members' (kpis.md 3.2)."""
    dimension = scope.dimension
    if dimension is not None and (dimension.custom or dimension.name not in _GROUPS):
        return None
    found: dict[Any, Quotas] = defaultdict(Quotas)
    for key, quota in _grouped(connection, scope, dimension.name if dimension else None):
        found[key].count += 1
        found[key].amounts[quota.currency] += quota.part
        found[key].to_date[quota.currency] += quota.over
    if dimension is None or dimension.name != "owner":
        _set_apart(connection, scope, found)
    return dict(found)


def of_members(connection: Connection, scope: Scope) -> tuple[bytes, ...]:
    """The members whose quotas are added up to the whole one; none where a team or everyone has a quota of its own."""
    read = list(_read(connection, scope))
    return tuple({q.member for q in read if q.member}) if all(q.level == "member" for q in read) else ()


def without_quota(members: tuple[bytes, ...]) -> Where:
    """The condition for deals that count for nobody who has a quota."""
    marks = ", ".join("?" * len(members))
    return Where(f"(d.rep_id IS NULL OR d.rep_id NOT IN ({marks}))", members) if members else sql("1=0")


def _set_apart(connection: Connection, scope: Scope, found: dict[Any, Quotas]) -> None:
    """What members without a quota won and expect, where the quotas of members are added up."""
    members = of_members(connection, scope)
    relations = Relations(connection, scope.past)
    for state, day in (("won", "d.won_on"), ("open", "d.close_on")):
        by = split("deal", scope.dimension, day, relations)
        if not members or by is None:
            return
        query = compose(
            "SELECT {key}, d.currency, count(*), sum(d.value_minor),"
            " sum(d.value_minor * COALESCE(d.probability, g.probability, 0))"
            " FROM {deal} d LEFT JOIN stage g ON g.id = d.stage_id{joins}"
            " WHERE d.state = '{state}' AND {day} >= {start} AND {day} < {end} AND d.value_minor IS NOT NULL"
            " AND {others} AND {where} GROUP BY 1, 2",
            key=by.key,
            deal=relations.deal(),
            joins=by.joins,
            state=sql(state),
            day=sql(day),
            start=scope.start if state == "won" else max(scope.start, scope.today),
            end=scope.last if state == "won" else scope.expected_end,
            others=without_quota(members),
            where=scope.where("deal"),
        )
        for key, currency, count, total, weight in relations.rows(query):
            code = currency or scope.currency
            if key not in found:
                continue
            # Those in another currency are left out for that already.
            own = count if code == scope.currency else 0
            if state == "won":
                found[key].other_deals += own
                found[key].other_won[code] += total
            else:
                found[key].other_coming += own
                found[key].other_value[code] += total
                found[key].other_weight[code] += weight


def counted(connection: Connection, scope: Scope) -> Iterator[Quota]:
    """The quotas behind the whole figure, prorated."""
    for _, quota in _grouped(connection, scope, None):
        yield quota


def _grouped(connection: Connection, scope: Scope, by: str | None) -> Iterator[tuple[Any, Quota]]:
    groups: dict[Any, list[Quota]] = defaultdict(list)
    for quota in _read(connection, scope):
        for key in _GROUPS[by](quota, scope):
            groups[key].append(quota)
    if not groups:
        return
    from salesdesk.store.read.presence import presence

    people = presence(connection)
    for key, its in groups.items():
        levels = {quota.level for quota in its}
        level = "member" if by in {"owner", "manager"} else next(one for one in _LEVELS if one in levels)
        span = _month(key, scope) if isinstance(key, str) else (scope.start, scope.expected_end)
        for quota in its:
            if quota.level == level:
                yield key, _prorated(quota, *span, scope.today, people)


def _read(connection: Connection, scope: Scope) -> Iterator[Quota]:
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT g.id, g.code, COALESCE(m.name, e.name, ''), g.member_id, m.team_id, g.team_id, m.manager_id, g.target,"
        " COALESCE(NULLIF(g.currency, ''), {currency}), g.starts_on, g.ends_on FROM {goal} g LEFT JOIN member m ON m.id = g.member_id"
        " LEFT JOIN team e ON e.id = g.team_id WHERE g.kind = 'quota' AND g.starts_on < {end} AND g.ends_on >= {start}"
        " AND {where} ORDER BY g.starts_on, g.id",
        goal=relations.link("goal"),
        currency=scope.currency,
        start=scope.start,
        end=scope.expected_end,
        where=scope.where("quota"),
    )
    for row in relations.rows(query):
        yield Quota(*with_days(row, 9, 10))


def _prorated(quota: Quota, start: date, end: date, today: date, people: "dict[bytes, Presence]") -> Quota:
    """With the part that lies in `[start, end)`. Public holidays are in every year's quota: working days are Mondays to
    Fridays here, less absences and ramp."""
    from salesdesk.domain.goals import workload

    who = people.get(quota.member) if quota.member else None
    whole = workload(quota.starts_on, quota.ends_on, quota.ends_on, ())
    part = workload(max(quota.starts_on, start), min(quota.ends_on, end - _ONE_DAY), today, (), who)
    if not whole.days:
        return quota
    return replace(
        quota,
        part=round(quota.target * part.owed / whole.days),
        over=round(quota.target * part.gone / whole.days),
    )


def _months_of(quota: Quota, scope: Scope) -> Iterable[str]:
    day = max(scope.start, quota.starts_on).replace(day=1)
    last = min(scope.expected_end - _ONE_DAY, quota.ends_on)
    while day <= last:
        yield day.isoformat()[:7]
        day = (day + timedelta(days=32)).replace(day=1)


def _month(key: str, scope: Scope) -> tuple[date, date]:
    first = date.fromisoformat(f"{key}-01")
    after = (first + timedelta(days=32)).replace(day=1)
    return max(first, scope.start), min(after, scope.expected_end)


_GROUPS: dict[str | None, Any] = {
    None: lambda quota, scope: (None,),
    "owner": lambda quota, scope: (quota.member,) if quota.member is not None else (),
    "manager": lambda quota, scope: (quota.manager,) if quota.member is not None else (),
    "team": lambda quota, scope: _some(quota.team or quota.member_team),
    "month": _months_of,
    # Quarters are put together from their months, as the other figures are.
    "quarter": _months_of,
}


def _some(key: bytes | None) -> tuple[bytes, ...]:
    return (key,) if key is not None else ()
