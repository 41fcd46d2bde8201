"""By hand: what deals came to, what is open, what is expected, quotas."""

import statistics
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

from tests.kpis.byhand.facts import Answer, Book, Row, between, by_hand, ninetieth, rounded, share

First = Callable[[Book, Row], str | None]


def closed(book: Book, state: str, days: Any = None) -> list[Row]:
    """The deals of the group won or lost on these days."""
    asked = days or book.days
    return [d for d in book.of("deal") if d["state"] == state and asked.has(d[f"{state}_on"])]


def undated(book: Book, state: str) -> int:
    """Closed deals nobody knows the day of."""
    return len([d for d in book.of("deal") if d["state"] == state and d[f"{state}_on"] is None])


def unfit(book: Book, deal: Row) -> bool:
    """Lost for a reason that disqualifies leads."""
    return bool(book.facts.said("lost_reason", deal["lost_reason_id"], "applies_to") == "lead")


def worth(book: Book, deals: list[Row]) -> list[int]:
    """The values in the base currency, of those that have one."""
    return [d["value_minor"] for d in deals if d["value_minor"] is not None and book.in_base(d)]


def first_day(book: Book, deal: Row) -> str | None:
    """The earliest of the arrivals of its leads, the first contact with it or them, and its opening."""
    facts = book.facts
    mine = {link["lead_id"] for link in facts.leads_of.get(deal["id"], ())}
    leads = [lead for key in mine if (lead := facts.live("lead", key))]
    days = [deal["opened_on"], *(lead["arrived_on"] for lead in leads)]
    for act in facts.rows("activity"):
        if act["deal_id"] == deal["id"] or act["lead_id"] in mine:
            meaning = facts.said("activity_kind", act["kind_id"], "meaning")
            days += [act["done_on"]] if meaning and meaning not in ("note", "task") else []
    return min((day for day in days if day), default=None)


def opening(_book: Book, deal: Row) -> str | None:
    """The day a deal was opened."""
    return str(deal["opened_on"]) if deal["opened_on"] else None


def cycle(book: Book, state: str, days: Any = None, first: First = first_day) -> tuple[list[int], int, int]:
    """The days from the first day to the close, of deals that were a chance; how many are negative, how many have no first
    day."""
    fair = [d for d in closed(book, state, days) if state == "won" or not unfit(book, d)]
    firsts = [(first(book, d), d[f"{state}_on"]) for d in fair]
    spans = [between(start, last) for start, last in firsts if start]
    return [n for n in spans if n >= 0], len([n for n in spans if n < 0]), len(firsts) - len(spans)


def left_out(book: Book, won: list[Row]) -> dict[str, int]:
    """Won deals without a day, without a value, in another currency."""
    valued = [d for d in won if d["value_minor"] is not None]
    return {
        "no close date": undated(book, "won"),
        "without value": len(won) - len(valued),
        "unconverted": len([d for d in valued if not book.in_base(d)]),
    }


@by_hand("won_revenue")
def won_revenue(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    won = closed(book, "won")
    value = book.money(sum(worth(book, won)))
    return {
        "value": value,
        "count": len(won),
        "excluded": left_out(book, won),
        "unconverted": book.foreign(won),
    }


@by_hand("win_rate")
def win_rate(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    won, lost = closed(book, "won"), closed(book, "lost")
    fair = [d for d in lost if not unfit(book, d)]
    gained, gone = sum(worth(book, won)), sum(worth(book, fair))
    born = [d for d in book.of("deal") if book.days.has(d["opened_on"])]
    able = [d for d in born if d["state"] != "lost" or not unfit(book, d)]
    chosen = [d for d in able if d["state"] == "won"]
    return {
        "value": share(len(won), len(won) + len(fair)),
        "numerator": len(won),
        "denominator": len(won) + len(fair),
        "excluded": {
            "disqualified": len(lost) - len(fair),
            "no close date": undated(book, "won") + undated(book, "lost"),
        },
        "by_value": {"numerator": book.money(gained), "denominator": book.money(gained + gone)},
        "cohort": {
            "numerator": len(chosen),
            "denominator": len(able),
            "value": share(len(chosen), len(able)),
            "open": len([d for d in able if d["state"] == "open"]),
        },
    }


def _spread(days: list[int], negative: int, no_start: int) -> Answer:
    return {
        "value": share(sum(days), len(days)),
        "median": statistics.median(days) if days else None,
        "p90": ninetieth(days),
        "count": len(days),
        "excluded": {"negative": negative, "no start": no_start},
    }


@by_hand("sales_cycle_days")
def sales_cycle(book: Book) -> Answer | None:
    return _to_close(book, first_day)


@by_hand("opening_to_win_days")
def opening_to_win(book: Book) -> Answer | None:
    return _to_close(book, opening)


def _to_close(book: Book, first: First) -> Answer | None:
    if not book.tells("deal"):
        return None
    won, lost = cycle(book, "won", first=first), cycle(book, "lost", first=first)
    both = _spread(won[0] + lost[0], won[1] + lost[1], won[2] + lost[2])
    totals = {"numerator": sum(won[0]), "denominator": len(won[0])}
    return {**_spread(*won), **totals, "lost": _spread(*lost), "closed": both}


@by_hand("sales_growth")
def sales_growth(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    if book.days.before is None:
        return {"value": None}

    def revenue(start: str, end: str) -> int:
        won = [d for d in book.of("deal") if d["state"] == "won" and d["won_on"] and start <= d["won_on"] < end]
        return sum(worth(book, won))

    now, before = revenue(book.days.start, book.days.end), revenue(*book.days.before)
    answer: Answer = {
        "value": Fraction(now - before, before) if before > 0 else None,
        "numerator": book.money(now - before),
        "denominator": book.money(before),
        "excluded": left_out(book, closed(book, "won")),
        "unconverted": book.foreign(closed(book, "won")),
    }
    if book.days.months and book.belongs.__name__ == "_everything":
        each = [revenue(month, after) for month, after in zip(book.days.months, book.days.months[1:], strict=False)]
        grown = each[0] > 0 and each[-1] > 0
        answer["monthly_average"] = (each[-1] / each[0]) ** (1 / (len(each) - 1)) - 1 if grown else None
    return answer


@by_hand("average_deal")
def average_deal(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    won = closed(book, "won")
    values = worth(book, won)
    sizes = [value for value in values if value]
    return {
        "value": book.money(Fraction(sum(sizes), len(sizes))) if sizes else None,
        "numerator": book.money(sum(sizes)),
        "denominator": len(sizes),
        "median": book.money(Fraction(statistics.median(sizes))) if sizes else None,
        "count": len(sizes),
        "excluded": left_out(book, won) | {"zero value": values.count(0)},
        "unconverted": book.foreign(won),
    }


@by_hand("average_order_value")
def average_order(book: Book) -> Answer | None:
    if not book.facts.rows("sales_order"):
        found = average_deal(book)
        return found | {"basis": "won deals"} if found else None
    if not book.tells("order"):
        return None
    orders = [o for o in book.of("order") if book.days.has(o["ordered_on"])]
    amounts = [o["amount_minor"] for o in orders if book.in_base(o)]
    bought = len([amount for amount in amounts if amount >= 0])
    return {
        "value": book.money(Fraction(sum(amounts), bought)) if bought else None,
        "numerator": book.money(sum(amounts)),
        "denominator": bought,
        "count": bought,
        "refunds": len(amounts) - bought,
        "excluded": {"unconverted": len(orders) - len(amounts)},
        "unconverted": book.foreign(orders, "amount_minor"),
        "basis": "orders",
    }


def still_open(book: Book) -> list[Row]:
    """The open deals of the group."""
    return [d for d in book.of("deal") if d["state"] == "open"]


def list_price(book: Book, deal: Row) -> int | None:
    """What the products of a deal cost by the catalogue."""
    prices = []
    for line in book.facts.rows("deal_line"):
        price = book.facts.said("product", line["product_id"], "price_minor")
        if line["deal_id"] == deal["id"] and price is not None:
            prices.append(line["quantity"] * price)
    return sum(prices) if prices else None


@by_hand("open_pipeline")
def open_pipeline(book: Book) -> Answer | None:
    if not book.tells("deal") or book.of_time:
        return None
    deals = still_open(book)
    bare = [d for d in deals if d["value_minor"] is None]
    by_stage: dict[str | None, int] = {}
    for deal in deals:
        name = book.facts.said("stage", deal["stage_id"], "name")
        by_stage[name] = by_stage.get(name, 0) + 1
    return {
        "value": book.money(sum(worth(book, deals))),
        "count": len(deals),
        "without_value": len(bare),
        "at_list_price": book.money(sum(list_price(book, d) or 0 for d in bare)),
        "excluded": {
            "without value": len(bare),
            "unconverted": len(deals) - len(bare) - len(worth(book, deals)),
        },
        "unconverted": book.foreign(deals),
        "stages": by_stage,
    }


def chance(book: Book, deal: Row) -> int:
    """The deal's own probability, else that of its stage at present."""
    if deal["probability"] is not None:
        return int(deal["probability"])
    return int(book.facts.said("stage", deal["stage_id"], "probability") or 0)


def expected(book: Book) -> tuple[list[Row], list[Row], list[Row]]:
    """Open deals expected in the period from today on, those whose day has passed, those without a day."""
    deals, last = still_open(book), book.days.expected or book.days.end
    overdue = [d for d in deals if d["close_on"] and d["close_on"] < book.today]
    coming = [
        d for d in deals if d["close_on"] and d["close_on"] >= book.today and book.days.start <= d["close_on"] < last
    ]
    return coming, overdue, [d for d in deals if not d["close_on"]]


def weighed(book: Book, deals: list[Row]) -> int:
    """Value times probability in the base currency, in hundredths."""
    valued = [d for d in deals if d["value_minor"] is not None and book.in_base(d)]
    return sum(d["value_minor"] * chance(book, d) for d in valued)


@by_hand("weighted_forecast")
def weighted_forecast(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    won, (coming, overdue, no_day) = closed(book, "won"), expected(book)
    weight = rounded(Fraction(weighed(book, coming), 100))
    revenue = sum(worth(book, won))
    bare = left_out(book, won)
    both: dict[str, int] = {}
    for money in book.foreign(won) + book.foreign(coming, percent=partial(chance, book)):
        both[money["currency"]] = both.get(money["currency"], 0) + money["minor"]
    valued = [d for d in coming if d["value_minor"] is not None]
    return {
        "value": book.money(revenue + weight),
        "count": len(coming),
        "won": book.money(revenue),
        "weighted_open": book.money(weight),
        "overdue": {"count": len(overdue), "weighted": book.money(Fraction(weighed(book, overdue), 100))},
        "no_expected_day": {"count": len(no_day), "weighted": book.money(Fraction(weighed(book, no_day), 100))},
        "excluded": {
            "overdue": len(overdue),
            "no expected day": len(no_day),
            "without value": bare["without value"] + len(coming) - len(valued),
            "no close date": bare["no close date"],
            "unconverted": bare["unconverted"] + len([d for d in valued if not book.in_base(d)]),
        },
        "unconverted": [{"minor": minor, "currency": code} for code, minor in sorted(both.items()) if minor],
    }


def category(book: Book, deal: Row) -> str:
    """What its rep said, else what the chance of its stage says."""
    by_stage = book.facts.said("stage", deal["stage_id"], "probability") or 0
    return str(deal["forecast"] or ("commit" if by_stage >= 75 else "best" if by_stage >= 50 else "pipeline"))


@by_hand("forecast")
def forecast(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    won, (coming, overdue, no_day) = closed(book, "won"), expected(book)
    revenue, bare = sum(worth(book, won)), left_out(book, won)
    groups = {
        name: [d for d in coming if category(book, d) == name] for name in ("commit", "best", "pipeline", "omitted")
    }
    sums = {name: sum(worth(book, deals)) for name, deals in groups.items()}
    commit = [d for d in groups["commit"] if d["value_minor"] is not None]
    parts: Answer = {
        name: {
            "value": book.money(sums[name]),
            "count": len(deals),
            "said_by_rep": len([d for d in deals if d["forecast"]]),
            "without_value": len([d for d in deals if d["value_minor"] is None]),
        }
        for name, deals in groups.items()
    }
    best = revenue + sums["commit"] + sums["best"]
    return parts | {
        "value": book.money(revenue + sums["commit"]),
        "count": len(groups["commit"]),
        "closed": book.money(revenue),
        "best_case": book.money(best),
        "with_pipeline": book.money(best + sums["pipeline"]),
        "excluded": {
            "overdue": len(overdue),
            "no expected day": len(no_day),
            "without value": bare["without value"] + len(groups["commit"]) - len(commit),
            "no close date": bare["no close date"],
            "unconverted": bare["unconverted"] + len([d for d in commit if not book.in_base(d)]),
            **{name: len(groups[name]) for name in ("best", "pipeline", "omitted")},
        },
        "unconverted": book.foreign([*won, *groups["commit"]]),
    }
