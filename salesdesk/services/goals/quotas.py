"""Quotas: what a member or a team is to sell in a span; never two for the same days; copied forward; prorated."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from salesdesk.domain.dates import shift
from salesdesk.domain.goals import REVENUE, read_target
from salesdesk.domain.goals import metric_named as _metric
from salesdesk.domain.periods import Period, parse_period
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import QUOTA, SPAN, Goal, change, find_goal, goals, insert, read_span, scope_of

_ONE_DAY = dt.timedelta(days=1)


def quotas(desk: Desk, span: tuple[dt.date, dt.date] | None = None) -> list[Goal]:
    """All quotas, those of members before those of teams and of everyone, or those that touch a span of days."""
    found = [g for g in goals(desk.connection, everyone=True, kind=QUOTA) if g.starts_on and g.ends_on]
    if span is not None:
        found = [g for g in found if g.starts_on and g.ends_on and g.starts_on <= span[1] and g.ends_on >= span[0]]
    return sorted(found, key=lambda g: (g.starts_on or dt.date.min, not g.member, g.whose))


def set_quota(desk: Desk, who: str, amount: str, start: str, end: str = "") -> str:
    """So much revenue for somebody from one day to another, or in a period; a quota of just these days gets the new
    amount. A sentence. InvalidError names a quota that overlaps."""
    scope = scope_of(desk, who)
    first, last = read_span(desk, start, end, what="quota")
    target = read_target(amount, _metric(REVENUE), desk.currency).amount
    if target is None:
        raise InvalidError(
            tr("A quota is an amount, not a change."), hint=tr("Copy the last one with a factor: quota copy.")
        )
    same = [q for q in quotas(desk, (first, last)) if (q.member_id, q.team_id) == (scope.member_id, scope.team_id)]
    for quota in same:
        if (quota.starts_on, quota.ends_on) == (first, last):
            return change(desk, quota, {"target": target, "currency": desk.currency})
        raise InvalidError(
            tr(
                "{whose} already has a quota from {first} to {last} ({ref}).",
                whose=quota.whose.capitalize() if not quota.member else quota.member,
                first=quota.starts_on,
                last=quota.ends_on,
                ref=quota.ref,
            ),
            hint=tr("Delete it first, or choose other days."),
        )
    return insert(
        desk,
        Goal(
            b"",
            "",
            scope.member_id,
            scope.name if scope.member_id else "",
            scope.team_id,
            scope.name if scope.team_id else "",
            QUOTA,
            "",
            REVENUE,
            "",
            SPAN,
            target,
            desk.currency,
            starts_on=first,
            ends_on=last,
        ),
    )


def copy_quotas(desk: Desk, source: str, target: str, factor: str = "1") -> str:
    """Give everybody who had a quota in one period one for another, times a factor; as one operation. A sentence.

    Spans move by as many months as lie between the periods, so that those that are no calendar quarters stay what they
    are. Who left, and who has a quota there already, is passed over and counted.
    """
    old, new = (parse_period(text, desk.today, desk.calendar) for text in (source, target))
    times = _factor(factor)
    active = {m.id for m in desk.members()}
    made, passed = [], 0
    for quota in quotas(desk):
        assert quota.starts_on
        assert quota.ends_on
        if not old.start <= quota.starts_on < old.end:
            continue
        moved = _moved(quota, old, new)
        if (quota.member_id and quota.member_id not in active) or moved is None or _taken(desk, quota, moved):
            passed += 1
            continue
        made.append((quota, moved))
    if not made:
        raise NotFoundError(
            tr("There is no quota of {period} to copy.", period=old.label)
            if not passed
            else tr(
                "All {count} quotas of {period} are there already or belong to people who left.",
                count=passed,
                period=old.label,
            ),
            hint=tr("salesdesk quota list shows them."),
        )
    sentence = tr(
        "{quotas} of {old} copied to {new}", quotas=plural(len(made), "quota", "quotas"), old=old.label, new=new.label
    )
    with desk.operation(sentence) as unit:
        for quota, (first, last) in made:
            amount = int((quota.target * times).to_integral_value())
            values = {"kind": QUOTA, "metric": REVENUE, "period": SPAN, "target": amount, "currency": quota.currency}
            whose = {"member_id": quota.member_id, "team_id": quota.team_id, "parent_id": quota.parent_id}
            unit.insert("goal", {**values, **whose, "starts_on": first, "ends_on": last})
    return tr("{sentence}, {count} passed over", sentence=sentence, count=passed) if passed else sentence


def _factor(text: str) -> Decimal:
    words = clean(text).replace(",", ".")
    share = words.endswith("%")
    try:
        factor = Decimal(words.removesuffix("%").strip())
    except ArithmeticError:
        raise InvalidError(tr("'{text}' is not a factor.", text=text), hint=tr("Write 1.1 or +10 %.")) from None
    if share:
        factor = 1 + factor / 100 if words[:1] in "+-" else factor / 100
    if not factor.is_finite() or factor <= 0:
        raise InvalidError(tr("A factor is above 0."), hint=tr("Write 1.1 or +10 %."))
    return factor


def _moved(quota: Goal, old: Period, new: Period) -> tuple[dt.date, dt.date] | None:
    assert quota.starts_on
    assert quota.ends_on
    months = (new.start.year - old.start.year) * 12 + new.start.month - old.start.month
    if not months or old.start.day != new.start.day:
        days = (new.start - old.start).days
        first, end = shift(quota.starts_on, days, "d"), shift(quota.ends_on + _ONE_DAY, days, "d")
    else:
        first, end = shift(quota.starts_on, months, "m"), shift(quota.ends_on + _ONE_DAY, months, "m")
    return (first, end - _ONE_DAY) if first and end else None


def _taken(desk: Desk, quota: Goal, span: tuple[dt.date, dt.date]) -> bool:
    return any((q.member_id, q.team_id) == (quota.member_id, quota.team_id) for q in quotas(desk, span))


def find_quota(desk: Desk, words: str) -> Goal:
    """The quota of that reference."""
    return find_goal(desk, words, kind=QUOTA)


@dataclass(frozen=True, slots=True)
class Attainment:
    """What a member reached of their quota in a span: both in minor units; `quota` is prorated, None without one."""

    member_id: bytes | None
    name: str
    quota: int | None
    won: int

    @property
    def share(self) -> float | None:
        """Won of quota; None without a quota."""
        return self.won / self.quota if self.quota else None


def leaderboard(desk: Desk, period: Period) -> list[Attainment]:
    """What everybody won in a period beside their quota, the highest share first, then the highest revenue."""
    from salesdesk.domain.kpis.declared import KPIS
    from salesdesk.domain.money import Money
    from salesdesk.services import measuring

    last = period.end - _ONE_DAY
    found = measuring.show(
        desk,
        [f"period:{period.start}..{last}"],
        by="owner",
        only=[k for k in ("won_revenue", "quota_attainment") if k in KPIS],
    )
    members = {m.name: m for m in desk.members(active_only=False)}
    rows = []
    for row in found.by.rows if found.by else []:
        won = row.kpis["won_revenue"].value
        quota = row.kpis["quota_attainment"].denominator if "quota_attainment" in row.kpis else None
        member = members.get(row.key or "")
        rows.append(
            Attainment(
                member.id if member else None,
                row.key or tr("nobody"),
                quota.minor if isinstance(quota, Money) and quota.minor else None,
                won.minor if isinstance(won, Money) else 0,
            )
        )
    known = {row.name for row in rows}
    rows += [Attainment(m.id, m.name, None, 0) for m in desk.members() if m.name not in known and m.role == "rep"]
    return sorted(rows, key=lambda r: (-(r.share if r.share is not None else -1), -r.won, r.name))


def shows_leaderboard(desk: Desk) -> bool:
    """Whether the team wants one: the setting `leaderboard`."""
    return desk.settings.get("leaderboard", "on") != "off"
