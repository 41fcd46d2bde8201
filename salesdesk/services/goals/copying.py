"""Quotas copied from one period to another, times a factor."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from salesdesk.domain.dates import shift
from salesdesk.domain.goals import REVENUE
from salesdesk.domain.money import Money, format_money
from salesdesk.domain.periods import Period, parse_period
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.plain import Plain
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import QUOTA, SPAN, Goal
from salesdesk.services.goals.quotas import kept_amount, quotas

_ONE_DAY = dt.timedelta(days=1)
LEFT, THERE = "left", "there"


class Copy(Plain):
    """A quota as it would be copied: its days and its amount; `passed` says why it is not (`LEFT`: they work here no
    more, `THERE`: they have one in these days)."""

    quota: Goal
    first: dt.date
    last: dt.date
    target: int
    passed: str = ""


def plan_copy(desk: Desk, source: Period, target: Period, times: Decimal = Decimal(1)) -> list[Copy]:
    """What copying the quotas that begin in one period to another would give, member by member; nothing is written.
    InvalidError for a factor that leaves nothing of one, or too much.

    Spans move by as many months as lie between the periods, so that those that are no calendar quarters stay what they
    are; one that is the whole period becomes the other period.
    """
    active = {m.id for m in desk.members()}
    every = quotas(desk)
    made = []
    for quota in every:
        assert quota.starts_on
        if not source.start <= quota.starts_on < source.end or not (moved := _moved(quota, source, target)):
            continue
        amount = kept_amount(int((quota.target * times).to_integral_value()))
        gone = quota.member_id and quota.member_id not in active
        passed = LEFT if gone else THERE if _taken(every, quota, moved) else ""
        made.append(Copy(quota, *moved, amount, passed))
    return made


def plan(desk: Desk, source: str, target: str, factor: str = "1") -> list[Copy]:
    """The same of periods and a factor as they are written; NotFoundError where there is nothing to copy."""
    old, new = (parse_period(text, desk.today, desk.calendar) for text in (source, target))
    found = plan_copy(desk, old, new, read_factor(factor))
    if all(one.passed for one in found):
        raise nothing_to_copy(found, old)
    return found


def say_copy(copy: Copy) -> str:
    """`Maya Kessler: €198,000 from 2027-01-01 to 2027-03-31`, or why it is passed over."""
    quota = copy.quota
    if copy.passed:
        why = tr("left") if copy.passed == LEFT else tr("has one there already")
        return tr("{whose}: passed over, {why}", whose=quota.whose, why=why)
    amount = format_money(copy.target, quota.currency)
    return tr(
        "{whose}: {amount} from {first} to {last}", whose=quota.whose, amount=amount, first=copy.first, last=copy.last
    )


def as_plain(copy: Copy) -> dict[str, object]:
    """A copy as JSON has it."""
    quota = copy.quota
    money = Money(copy.target, quota.currency)
    return {
        "member": quota.whose,
        "from": copy.first,
        "to": copy.last,
        "quota": money,
        "passed_over": copy.passed or None,
    }


def copy_quotas(desk: Desk, source: str, target: str, factor: str = "1") -> str:
    """Give everybody who had a quota in one period one for another, times a factor; as one operation. A sentence.

    Who left, and who has a quota there already, is passed over and counted. NotFoundError where there is none to copy.
    """
    old, new = (parse_period(text, desk.today, desk.calendar) for text in (source, target))
    found = plan(desk, source, target, factor)
    made = [one for one in found if not one.passed]
    count, passed = len(made), len(found) - len(made)
    sentence = tr(
        "{quotas} of {old} copied to {new}", quotas=plural(count, "quota", "quotas"), old=old.label, new=new.label
    )
    with desk.operation(sentence) as unit:
        for one in made:
            quota = one.quota
            values = {
                "kind": QUOTA,
                "metric": REVENUE,
                "period": SPAN,
                "target": one.target,
                "currency": quota.currency,
            }
            whose = {"member_id": quota.member_id, "team_id": quota.team_id, "parent_id": quota.parent_id}
            unit.insert("goal", {**values, **whose, "starts_on": one.first, "ends_on": one.last})
    return tr("{sentence}, {count} passed over", sentence=sentence, count=passed) if passed else sentence


def nothing_to_copy(found: Sequence[Copy], source: Period) -> NotFoundError:
    """Why a plan copies nothing."""
    return NotFoundError(
        tr(
            "All {count} quotas of {period} are there already or belong to people who left.",
            count=len(found),
            period=source.label,
        )
        if found
        else tr("There is no quota of {period} to copy.", period=source.label),
        hint=tr("salesdesk quota list shows them."),
    )


def say_passed(found: Sequence[Copy]) -> str:
    """`2 have one there already, 1 left`; empty when all are copied."""
    counted = Counter(one.passed for one in found)
    words = [
        (counted[THERE], tr("{count} there already", count=counted[THERE])),
        (counted[LEFT], tr("{count} of people who left", count=counted[LEFT])),
    ]
    return ", ".join(text for count, text in words if count)


def read_factor(text: str) -> Decimal:
    """`1.1`, `110 %` or `+10 %` as what an amount is multiplied by; InvalidError for anything else."""
    words = clean(text).replace(",", ".")
    share = words.endswith("%")
    try:
        factor = Decimal(words.removesuffix("%").replace(" ", ""))
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
    if (quota.starts_on, quota.ends_on + _ONE_DAY) == (old.start, old.end):
        return new.start, new.end - _ONE_DAY
    months = (new.start.year - old.start.year) * 12 + new.start.month - old.start.month
    if not months or old.start.day != new.start.day:
        days = (new.start - old.start).days
        first, end = shift(quota.starts_on, days, "d"), shift(quota.ends_on + _ONE_DAY, days, "d")
    else:
        first, end = shift(quota.starts_on, months, "m"), shift(quota.ends_on + _ONE_DAY, months, "m")
    return (first, end - _ONE_DAY) if first and end else None


def _taken(every: Sequence[Goal], quota: Goal, span: tuple[dt.date, dt.date]) -> bool:
    """Whether who has a quota has another that touches these days."""
    first, last = span
    return any(
        (q.member_id, q.team_id) == (quota.member_id, quota.team_id)
        and q.starts_on is not None
        and q.ends_on is not None
        and q.starts_on <= last
        and q.ends_on >= first
        for q in every
    )
