"""By hand: quotas against what was won and what is coming."""

import datetime as dt
from fractions import Fraction

from tests.kpis.byhand.deals import closed, expected, left_out, unfit, weighed, worth
from tests.kpis.byhand.facts import Answer, Book, Row, between, by_hand, rounded


def weekdays(first: str, last: str) -> int:
    """Mondays to Fridays from one day to another, both included."""
    start = dt.date.fromisoformat(first)
    return sum((start + dt.timedelta(days=n)).weekday() < 5 for n in range(between(first, last) + 1))


def owed(book: Book, quota: Row) -> int:
    """The part of a quota that lies in the period, by working days."""
    last = (dt.date.fromisoformat(book.days.expected or book.days.end) - dt.timedelta(days=1)).isoformat()
    whole = weekdays(quota["starts_on"], quota["ends_on"])
    inside = weekdays(max(quota["starts_on"], book.days.start), min(quota["ends_on"], last))
    return round(Fraction(quota["target"] * inside, whole))


def quotas(book: Book) -> tuple[list[Row], set[str]]:
    """The quotas of the group in these days, and the members they are of. Where members' quotas are added up, what others
    sell does not count towards them."""
    last = book.days.expected or book.days.end
    found = [
        goal
        for goal in book.of("goal")
        if goal["kind"] == "quota" and goal["starts_on"] < last and goal["ends_on"] >= book.days.start
    ]
    return found, {goal["member_id"] for goal in book.facts.rows("goal") if goal["kind"] == "quota"}


def _of_members(book: Book, deals: list[Row], members: set[str]) -> list[Row]:
    return [d for d in deals if book.facts.credit(d)[0] in members]


@by_hand("quota_attainment")
def quota_attainment(book: Book) -> Answer | None:
    if not book.tells("deal", "quota"):
        return None
    found, members = quotas(book)
    won = closed(book, "won")
    mine = _of_members(book, won, members) if found else won
    revenue, quota = sum(worth(book, mine)), sum(owed(book, goal) for goal in found)
    bare = left_out(book, won)
    others = worth(book, [d for d in won if d not in mine])
    return {
        "value": Fraction(revenue, quota) if quota else None,
        "numerator": book.money(revenue),
        "denominator": book.money(quota),
        "count": len(found),
        "excluded": bare | {"owner without a quota": len(others)},
    }


@by_hand("pipeline_coverage")
def pipeline_coverage(book: Book) -> Answer | None:
    if not book.tells("deal", "quota"):
        return None
    found, members = quotas(book)
    quota = sum(owed(book, goal) for goal in found)
    if not quota:
        return {"value": None}
    won, (coming, overdue, no_day) = closed(book, "won"), expected(book)
    left = quota - sum(worth(book, _of_members(book, won, members)))
    mine = _of_members(book, coming, members)
    fair = [d for d in closed(book, "lost") if not unfit(book, d)]
    bare, valued = left_out(book, won), [d for d in coming if d["value_minor"] is not None]
    outside = [d for d in [*won, *coming] if book.facts.credit(d)[0] not in members]
    return {
        "value": Fraction(sum(worth(book, mine)), left) if left > 0 else None,
        "numerator": book.money(sum(worth(book, mine))),
        "denominator": book.money(max(left, 0)),
        "count": len(coming),
        "needed": Fraction(len(won) + len(fair), len(won)) if won else None,
        "weighted": Fraction(rounded(Fraction(weighed(book, mine), 100)), left) if left > 0 else None,
        "excluded": {
            "overdue": len(overdue),
            "no expected day": len(no_day),
            "no close date": bare["no close date"],
            "without value": bare["without value"] + len(coming) - len(valued),
            "unconverted": bare["unconverted"] + len([d for d in valued if not book.in_base(d)]),
            "owner without a quota": len(worth(book, outside)),
        },
    }
