"""By hand: new customers and what they cost, subscriptions from the start of a period to its end."""

import datetime as dt
from fractions import Fraction
from typing import Any

from tests.kpis.byhand.facts import ALL, Answer, Book, Row, by_hand, share


def customer(book: Book, deal: Row) -> str:
    """The account; of a deal without one its contact, else its first lead, else the deal itself."""
    links = book.facts.leads_of.get(deal["id"], [])
    return str(deal["account_id"] or deal["contact_id"] or (links[0]["lead_id"] if links else deal["id"]))


def new_customers(book: Book) -> int:
    """Customers whose first won deal, or first order that came without a deal, is of the period (and the group)."""
    sales: dict[str, list[tuple[str, bool, str, Row | None]]] = {}
    for deal in book.facts.rows("deal"):
        if deal["state"] == "won" and deal["won_on"]:
            sales.setdefault(customer(book, deal), []).append((deal["won_on"], False, deal["id"], deal))
    for order in book.facts.rows("sales_order"):
        if order["account_id"] and not order["deal_id"]:
            sales.setdefault(order["account_id"], []).append((order["ordered_on"], True, order["id"], None))
    count = 0
    for bought in sales.values():
        day, _, _, first = min(bought, key=lambda sale: sale[:3])
        count += book.days.has(day) and book.belongs("deal", first or {})
    return count


def costs(book: Book) -> list[Row]:
    """What was booked in the period."""
    return [c for c in book.of("cost") if book.days.has(c["month_on"])]


def cost_of_one(book: Book) -> tuple[Fraction | None, int, int]:
    """What a new customer costs, the whole cost in the base currency, and how many new ones there are. No cost at all is
    no cost of 0."""
    booked, new = costs(book), new_customers(book)
    mine = [c["amount_minor"] for c in booked if book.in_base(c)]
    return (Fraction(sum(mine), new) if mine and new else None), sum(mine), new


@by_hand("cac")
def cac(book: Book) -> Answer | None:
    if not book.tells("cost"):
        return None
    each, total, new = cost_of_one(book)
    booked = costs(book)
    categories: dict[str, int] = {}
    for cost in booked:
        own = cost["amount_minor"] if book.in_base(cost) else 0
        categories[cost["category"]] = categories.get(cost["category"], 0) + own
    paid = [c["amount_minor"] for c in booked if c["category"] == "marketing" and book.in_base(c)]
    return {
        "value": None if each is None else book.money(each),
        "exact_minor": each,
        "numerator": book.money(total),
        "denominator": new,
        "costs": {name: book.money(minor) for name, minor in categories.items()},
        "paid_only": book.money(Fraction(sum(paid), new)) if paid and new else None,
        "excluded": {"unconverted": len([c for c in booked if not book.in_base(c)])},
        "unconverted": book.foreign(booked, "amount_minor"),
    }


def subscriptions(book: Book) -> dict[str, list[Row]]:
    """The subscriptions of each customer of the group: its account, else the subscription itself."""
    found: dict[str, list[Row]] = {}
    for sub in book.facts.rows("subscription"):
        account = book.facts.every("account").get(sub["account_id"] or "", {})
        if book.belongs("account", account):
            found.setdefault(sub["account_id"] or sub["id"], []).append(sub)
    return found


def starters(book: Book) -> list[list[Row]]:
    """Of each customer whose first subscription started in the period: those it started with."""
    found = []
    for subs in subscriptions(book).values():
        first = min(sub["started_on"] for sub in subs)
        if book.days.has(first):
            found.append([sub for sub in subs if sub["started_on"] == first])
    return found


@by_hand("cac_payback_months")
def payback(book: Book) -> Answer | None:
    if not (book.tells("cost") and book.tells("account")) or not book.facts.rows("subscription"):
        return None
    each, total, new = cost_of_one(book)
    fresh = starters(book)
    begun = [sub for subs in fresh for sub in subs]
    monthly = sum(sub["mrr_minor"] or 0 for sub in begun if book.in_base(sub))
    margin = Fraction(int(book.facts.settings["gross_margin"]), 100)
    earns = monthly * margin / len(fresh) if fresh else Fraction(0)
    return {
        "value": each / earns if each is not None and earns > 0 else None,
        "numerator": book.money(Fraction(total, new) if new else 0),
        "denominator": book.money(earns),
        "new_subscribers": len(fresh),
        "new_monthly_revenue": book.money(monthly),
        "gross_margin": margin,
        "excluded": {
            "unconverted": len([c for c in costs(book) if not book.in_base(c)])
            + len([s for s in begun if s["mrr_minor"] is not None and not book.in_base(s)]),
            "without revenue": len([s for s in begun if s["mrr_minor"] is None]),
        },
    }


def runs(sub: Row, day: str) -> bool:
    """Whether a subscription runs when that day begins."""
    return bool(sub["started_on"] < day and (sub["ended_on"] is None or sub["ended_on"] >= day))


class Cohort:
    """The customers who have a subscription when the period starts."""

    def __init__(self, book: Book) -> None:
        start, end = book.days.start, book.days.end
        every = subscriptions(book)
        self.book = book
        self.there = [subs for subs in every.values() if any(runs(s, start) for s in subs)]
        self.opening = [self._monthly(subs, start) for subs in self.there]
        self.closing = [self._monthly(subs, end) for subs in self.there]
        self.gone = [not any(runs(s, end) for s in subs) for subs in self.there]
        self.ended = [len([s for s in subs if runs(s, start) and not runs(s, end)]) for subs in self.there]
        # Were there once, not when the period started, and again when it ended.
        self.back = [
            self._monthly(subs, end)
            for subs in every.values()
            if subs not in self.there and any(s["started_on"] < start for s in subs) and any(runs(s, end) for s in subs)
        ]

    def _monthly(self, subs: list[Row], day: str) -> int:
        return sum(s["mrr_minor"] or 0 for s in subs if runs(s, day) and self.book.in_base(s))

    def lines(self) -> dict[str, int]:
        """Monthly revenue churned, reduced and added, customer by customer."""
        pairs = list(zip(self.opening, self.closing, self.gone, strict=True))
        return {
            "churned": sum(before for before, _, gone in pairs if gone),
            "contraction": sum(max(before - after, 0) for before, after, gone in pairs if not gone),
            "expansion": sum(max(after - before, 0) for before, after, gone in pairs if not gone),
        }

    def left_out(self) -> dict[str, int]:
        """Subscriptions that run when the period starts or ends, whose money cannot be counted."""
        days = (self.book.days.start, self.book.days.end)
        mine = [s for subs in self.there for s in subs if any(runs(s, day) for day in days)]
        return {
            "unconverted": len([s for s in mine if s["mrr_minor"] is not None and not self.book.in_base(s)]),
            "without revenue": len([s for s in mine if s["mrr_minor"] is None]),
        }


def _retention(book: Book, amount: str) -> Answer | None:
    if not book.tells("account") or book.days.start == ALL.start or not book.facts.rows("subscription"):
        return None
    cohort = Cohort(book)
    opening, lines = sum(cohort.opening), cohort.lines()
    kept = {
        "lost": lines["churned"] + lines["contraction"],
        "kept": opening - lines["churned"] - lines["contraction"],
        "net": opening - lines["churned"] - lines["contraction"] + lines["expansion"],
    }[amount]
    if opening <= 0:
        return {"value": None}
    parts: Answer = {name: book.money(lines[name]) for name in ("churned", "contraction")}
    if amount == "net":
        parts["expansion"] = book.money(lines["expansion"])
        parts["reactivated"] = {"count": len(cohort.back), "value": book.money(sum(cohort.back))}
    return parts | {
        "value": Fraction(kept, opening),
        "numerator": book.money(kept),
        "denominator": book.money(opening),
        "count": len(cohort.there),
        "small_sample": len(cohort.there) < 10,
        "excluded": cohort.left_out() | {"reactivated": len(cohort.back) if amount == "net" else 0},
    }


@by_hand("revenue_churn")
def revenue_churn(book: Book) -> Answer | None:
    return _retention(book, "lost")


@by_hand("grr")
def grr(book: Book) -> Answer | None:
    return _retention(book, "kept")


@by_hand("nrr")
def nrr(book: Book) -> Answer | None:
    return _retention(book, "net")


def _earlier(book: Book, day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=int(book.facts.settings["churn_days"]))).isoformat()


def _buyers(book: Book) -> tuple[int, int]:
    """Who had bought lately when the period started, and who of them had not when it ended."""
    bought: dict[str, list[str]] = {}
    for order in book.facts.rows("sales_order"):
        account = book.facts.every("account").get(order["account_id"] or "", {})
        if order["account_id"] and order["ordered_on"] < book.days.end and book.belongs("account", account):
            bought.setdefault(order["account_id"], []).append(order["ordered_on"])
    start = book.days.start
    there = [days for days in bought.values() if any(_earlier(book, start) <= day < start for day in days)]
    return len([days for days in there if max(days) < _earlier(book, book.days.end)]), len(there)


@by_hand("customer_churn")
def customer_churn(book: Book) -> Answer | None:
    way = book.facts.settings["churn_by"]
    if not book.tells("account") or book.days.start == ALL.start:
        return None
    if way != "orders" and not book.facts.rows("subscription"):
        return None
    cohort = Cohort(book)
    lost, there = {
        "customers": (sum(cohort.gone), len(cohort.there)),
        "subscriptions": (sum(cohort.ended), sum(runs(s, book.days.start) for subs in cohort.there for s in subs)),
        "any": (len([n for n in cohort.ended if n]), len(cohort.there)),
        "orders": _buyers(book) if way == "orders" else (0, 0),
    }[way]
    opened = [sum(runs(s, book.days.start) for s in subs) for subs in cohort.there]
    back = [True for n, ended, gone in zip(opened, cohort.ended, cohort.gone, strict=True) if n == ended and not gone]
    rate = share(lost, there)
    answer: dict[str, Any] = {"value": rate, "numerator": lost, "denominator": there, "definition": way}
    if way != "orders":
        answer["returned"] = len(back)
    if rate is not None:
        answer["yearly_if_monthly"] = 1 - (1 - rate) ** 12
    return answer
