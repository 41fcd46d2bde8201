"""Quotas: what a member or a team is to sell in a span; never two for the same days; who reached how much of theirs."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass

from salesdesk.domain.goals import REVENUE, read_target
from salesdesk.domain.goals import metric_named as _metric
from salesdesk.domain.ids import reference_code
from salesdesk.domain.money import LARGEST
from salesdesk.domain.periods import Period
from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.plain import Plain, replace
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import (
    QUOTA,
    SPAN,
    Goal,
    Scope,
    change,
    find_goal,
    goals,
    insert,
    read_span,
    scope_of,
    values_of,
)

_ONE_DAY = dt.timedelta(days=1)


def quotas(desk: Desk, span: tuple[dt.date, dt.date] | None = None) -> list[Goal]:
    """All quotas, those of members before those of teams and of everyone, or those that touch a span of days."""
    found = [g for g in goals(desk.connection, everyone=True, kind=QUOTA) if g.starts_on and g.ends_on]
    if span is not None:
        found = [g for g in found if g.starts_on and g.ends_on and g.starts_on <= span[1] and g.ends_on >= span[0]]
    return sorted(found, key=lambda g: (g.starts_on or dt.date.min, not g.member, g.whose))


class QuotaDraft(Plain):
    """A quota as it is being set: whose, for which days, how much; `present` is the one it changes, if any."""

    scope: Scope
    first: dt.date
    last: dt.date
    target: int
    currency: str
    present: Goal | None = None


def read_amount(desk: Desk, text: str, present: Goal | None = None) -> int:
    """`180k` in minor units; of a quota that is there already, also a change of it: `+10 %`. InvalidError says what is
    wrong."""
    wish = read_target(text, _metric(REVENUE), desk.currency, what="quota")
    if wish.amount is not None:
        return wish.amount
    if present is None:
        raise InvalidError(
            tr("A quota is an amount, not a change."),
            hint=tr("Write it like 180k; the last quotas are copied with a factor."),
        )
    return kept_amount(wish.of(present.target))


def kept_amount(minor: int) -> int:
    """The same, when it can be a quota; InvalidError for one of nothing and for one too large to be kept."""
    if minor <= 0:
        raise InvalidError(tr("That leaves no quota."), hint=tr("Give an amount above 0, or delete the quota."))
    if minor > LARGEST:
        raise InvalidError(tr("That amount is too large."))
    return minor


def same_days(desk: Desk, scope: Scope, span: tuple[dt.date, dt.date]) -> Goal | None:
    """The quota somebody has for just these days."""
    return next((q for q in _of(desk, scope, span) if (q.starts_on, q.ends_on) == span), None)


def check_free(desk: Desk, scope: Scope, span: tuple[dt.date, dt.date], present: Goal | None = None) -> None:
    """InvalidError names a quota of theirs, other than `present`, that has some of these days."""
    for quota in _of(desk, scope, span):
        if present is None or quota.id != present.id:
            raise InvalidError(
                tr(
                    "{whose} already has a quota from {first} to {last} ({ref}).",
                    whose=quota.whose.capitalize() if not quota.member else quota.member,
                    first=quota.starts_on,
                    last=quota.ends_on,
                    ref=quota.ref,
                ),
                hint=tr("Change or delete that one, or choose other days."),
            )


def _of(desk: Desk, scope: Scope, span: tuple[dt.date, dt.date]) -> list[Goal]:
    return [q for q in quotas(desk, span) if (q.member_id, q.team_id) == (scope.member_id, scope.team_id)]


def read_quota(desk: Desk, who: str, amount: str, start: str, end: str = "", present: Goal | None = None) -> QuotaDraft:
    """A quota from what was written; what is empty stays as it is at `present`, the quota it changes. Without one, a
    quota of just these days is what it changes. InvalidError says what is wrong, NotFoundError who there is."""
    if present is None:
        scope, span, target = scope_of(desk, who), read_span(desk, start, end, what="quota"), read_amount(desk, amount)
        there = same_days(desk, scope, span)
        check_free(desk, scope, span, there)
        return QuotaDraft(scope, *span, target, desk.currency, there)
    assert present.starts_on
    assert present.ends_on
    scope = scope_of(desk, who) if who else scope_at(present)
    span = (present.starts_on, present.ends_on)
    if start or end:
        ends = (start, end) if start else (present.starts_on.isoformat(), end)
        span = read_span(desk, *ends, what="quota")
    target = read_amount(desk, amount, present) if amount else present.target
    check_free(desk, scope, span, present)
    return QuotaDraft(scope, *span, target, desk.currency if amount else present.currency, present)


def blank(desk: Desk, scope: Scope, span: tuple[dt.date, dt.date]) -> Goal:
    """A quota of nothing for somebody in these days, to be filled."""
    member, team = (scope.name if scope.member_id else ""), (scope.name if scope.team_id else "")
    return Goal(
        b"", "", scope.member_id, member, scope.team_id, team, QUOTA, "", REVENUE, "", SPAN, 0, desk.currency,
        starts_on=span[0], ends_on=span[1],
    )  # fmt: skip


def scope_at(quota: Goal) -> Scope:
    """Whose a quota is."""
    return Scope(quota.member_id, quota.team_id, quota.whose)


def save_quota(desk: Desk, draft: QuotaDraft) -> str:
    """Keep a drafted quota; a sentence."""
    present = draft.present
    made = blank(desk, draft.scope, (draft.first, draft.last))
    whose = {name: getattr(made, name) for name in ("member_id", "member", "team_id", "team", "starts_on", "ends_on")}
    after = replace(present or made, **whose, target=draft.target, currency=draft.currency)
    if present is None:
        return insert(desk, after)
    before = values_of(present)
    changed = {name: value for name, value in values_of(after).items() if value != before[name]}
    return change(desk, present, changed, after=after) if changed else tr("Nothing to change.")


def set_quota(desk: Desk, who: str, amount: str, start: str, end: str = "") -> str:
    """So much revenue for somebody from one day to another, or in a period; a quota of just these days gets the new
    amount. A sentence. InvalidError names a quota that overlaps."""
    return save_quota(desk, read_quota(desk, who, amount, start, end))


def edit_quota(desk: Desk, quota: Goal, *, who: str = "", amount: str = "", start: str = "", end: str = "") -> str:
    """Change whose a quota is, how much, or its days; what is empty stays. A sentence."""
    return save_quota(desk, read_quota(desk, who, amount, start, end, quota))


def whose_text(desk: Desk, quota: Goal) -> str:
    """How the owner of a quota is written so that it is read again: a name, or a reference where two have that name."""
    if quota.member_id is None and quota.team_id is None:
        return "team"
    with suppress(SalesdeskError):
        found = scope_of(desk, quota.whose)
        if (found.member_id, found.team_id) == (quota.member_id, quota.team_id):
            return quota.whose
    return f"M-{reference_code(quota.member_id)}" if quota.member_id else quota.whose


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
    members = {f"M-{reference_code(m.id)}": m for m in desk.members(active_only=False)}
    rows = []
    for row in found.by.rows if found.by else []:
        won = row.kpis["won_revenue"].value
        quota = row.kpis["quota_attainment"].denominator if "quota_attainment" in row.kpis else None
        member = members.get(row.ref or "")
        rows.append(
            Attainment(
                member.id if member else None,
                row.key or tr("nobody"),
                quota.minor if isinstance(quota, Money) and quota.minor else None,
                won.minor if isinstance(won, Money) else 0,
            )
        )
    known = {row.member_id for row in rows}
    rows += [Attainment(m.id, m.name, None, 0) for m in desk.members() if m.id not in known and m.role == "rep"]
    return sorted(rows, key=lambda r: (-(r.share if r.share is not None else -1), -r.won, r.name))


def shows_leaderboard(desk: Desk) -> bool:
    """Whether the team wants one: the setting `leaderboard`."""
    return desk.settings.get("leaderboard", "on") != "off"
