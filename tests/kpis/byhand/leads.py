"""By hand: leads, what is done with them, and the next steps."""

import datetime as dt
import statistics
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.kpis.byhand.facts import ALL, Answer, Book, Row, by_hand, ninetieth, share

QUARTER = 15 * 60
# The years all of this happens in, from the first quarter of an hour to the last.
YEARS = tuple(int(dt.datetime(year, 1, 1, tzinfo=dt.UTC).timestamp()) // QUARTER for year in (2025, 2028))


def meaning(book: Book, lead: Row) -> str:
    """open, converted or closed."""
    return str(book.facts.said("lead_status", lead["status_id"], "meaning") or "open")


def existing(book: Book, lead: Row) -> bool:
    """Its company (or the person, where there is no company) was a customer before it arrived."""
    key = "account_id" if lead["account_id"] else "contact_id"
    won = [
        d["won_on"]
        for d in book.facts.rows("deal")
        if d["state"] == "won" and d["won_on"] and lead[key] and d[key] == lead[key]
    ]
    return bool(won) and bool(lead["arrived_on"]) and min(won) < lead["arrived_on"]


def arrived(book: Book) -> tuple[list[Row], int]:
    """The leads of the period that are new, and how many were customers already."""
    everyone = book.days.start == ALL.start and not book.of_time
    came = [r for r in book.of("lead") if book.days.has(r["arrived_on"]) or (everyone and not r["arrived_on"])]
    fresh = [lead for lead in came if not existing(book, lead)]
    return fresh, len(came) - len(fresh)


def _qualified(book: Book, leads: list[Row]) -> int:
    return len([r for r in leads if meaning(book, r) == "converted" or book.facts.deals_of.get(r["id"])])


def fate(book: Book, lead: Row) -> tuple[str, str | None]:
    """What became of a lead, and on which day: its first win; its last loss when nothing is open; the day it was closed."""
    deals = book.facts.deals_of.get(lead["id"], [])
    won = [d["won_on"] for d in deals if d["state"] == "won"]
    if won:
        return "won", min((day for day in won if day), default=None)
    if deals:
        lost = [d["lost_on"] for d in deals if d["lost_on"]]
        return ("", None) if any(d["state"] == "open" for d in deals) else ("lost", max(lost, default=None))
    return ("disqualified", lead["closed_on"]) if meaning(book, lead) == "closed" else ("", None)


@by_hand("lead_conversion")
def lead_conversion(book: Book) -> Answer | None:
    if not book.tells("lead"):
        return None
    fresh, known = arrived(book)
    became = [lead for lead in fresh if fate(book, lead)[0] == "won"]
    fates = [fate(book, lead) for lead in book.of("lead") if not existing(book, lead)]
    settled = [what for what, day in fates if what and book.days.has(day)]
    return {
        "value": share(len(became), len(fresh)),
        "numerator": len(became),
        "denominator": len(fresh),
        "qualified": _qualified(book, fresh),
        "excluded": {"existing": known},
        "resolved": {
            "value": share(settled.count("won"), len(settled)),
            "numerator": settled.count("won"),
            "denominator": len(settled),
            "lost": settled.count("lost"),
            "disqualified": settled.count("disqualified"),
        },
    }


@by_hand("lead_qualification")
def lead_qualification(book: Book) -> Answer | None:
    if not book.tells("lead"):
        return None
    fresh, known = arrived(book)
    count = _qualified(book, fresh)
    return {
        "value": share(count, len(fresh)),
        "numerator": count,
        "denominator": len(fresh),
        "excluded": {"existing": known},
    }


def done(book: Book) -> Iterator[tuple[Row, str | None, str | None, str | None]]:
    """What was done in the period: the activity, the name and the meaning of its kind, the meaning of its outcome."""
    for act in book.of("activity"):
        if book.days.has(act["done_on"]):
            kind = book.facts.every("activity_kind").get(act["kind_id"] or "", {})
            result = book.facts.said("outcome", act["outcome_id"], "meaning")
            yield act, kind.get("name"), kind.get("meaning"), result


@by_hand("activities")
def activities(book: Book) -> Answer | None:
    if not book.tells("activity"):
        return None
    acts = [act for act in done(book) if act[2] != "note"]
    kinds: dict[str, int] = {}
    for _, name, _, _ in acts:
        kinds[name or "-"] = kinds.get(name or "-", 0) + 1
    calls = [act for act in acts if act[2] == "call"]
    met = [act for act in acts if act[2] in ("meeting", "demo", "visit") and act[3] in ("reached", None)]
    return {
        "value": len(acts),
        "by_kind": kinds,
        "reached": len([act for act in acts if act[3] == "reached"]),
        "calls": len(calls),
        "talks": len([act for act in calls if act[3] == "reached"]),
        "meetings": len(met),
        "excluded": {"notes": len(list(done(book))) - len(acts)},
    }


@by_hand("contact_rate")
def contact_rate(book: Book) -> Answer | None:
    if not book.tells("activity"):
        return None
    calls, came_in = attempts(book)
    talks = [act for act in calls if act[3] == "reached"]
    parts = {"numerator": len(talks), "denominator": len(calls), "excluded": {"came in": came_in}}
    return {"value": share(len(talks), len(calls)), **parts}


def attempts(book: Book) -> tuple[list[tuple[Row, str | None, str | None, str | None]], int]:
    """The calls we made, and how many came in."""
    calls = [act for act in done(book) if act[2] == "call"]
    made = [act for act in calls if act[0]["direction"] != "in"]
    return made, len(calls) - len(made)


@by_hand("meeting_rate")
def meeting_rate(book: Book) -> Answer | None:
    """A call booked a meeting when it reached somebody and its outcome is followed by one."""
    if not book.tells("activity"):
        return None
    calls, came_in = attempts(book)
    after = {key: row["next_step"].split() for key, row in book.facts.every("outcome").items()}
    met = [act for act in calls if act[3] == "reached" and after[act[0]["outcome_id"]][:1] == ["meet"]]
    parts = {"numerator": len(met), "denominator": len(calls), "excluded": {"came in": came_in}}
    return {"value": share(len(met), len(calls)), **parts}


def next_step(book: Book, table: str, record: Row) -> str | None:
    """The day of the next thing planned for a record."""
    planned = [
        act["due_on"]
        for act in book.facts.rows("activity")
        if act[f"{table}_id"] == record["id"] and act["done_on"] is None and act["due_on"]
    ]
    return min(planned, default=None)


@by_hand("follow_up_discipline")
def follow_up(book: Book) -> Answer | None:
    if book.of_time or not (book.tells("lead") or book.tells("deal")):
        return None
    leads = [lead for lead in book.of("lead") if meaning(book, lead) == "open"] if book.tells("lead") else []
    deals = [d for d in book.of("deal") if d["state"] == "open"] if book.tells("deal") else []
    steps = [next_step(book, "lead", r) for r in leads] + [next_step(book, "deal", r) for r in deals]
    planned = [day for day in steps if day and day >= book.today]
    return {
        "value": share(len(planned), len(steps)),
        "numerator": len(planned),
        "denominator": len(steps),
        "overdue": len([day for day in steps if day and day < book.today]),
        "no_next_step": steps.count(None),
        "leads": len(leads),
        "deals": len(deals),
    }


@cache
def _worked_before(zone: dt.tzinfo, calling_hours: str, days_off: frozenset[str]) -> list[int]:
    """For each quarter of an hour of YEARS, and for their end, how many before it lie in the calling hours."""
    opens, closes = (dt.time.fromisoformat(part.zfill(2)) for part in calling_hours.split("-"))
    before = [0]
    for number in range(*YEARS):
        local = dt.datetime.fromtimestamp(number * QUARTER, zone)
        off = local.weekday() > 4 or local.date().isoformat() in days_off
        before.append(before[-1] + (not off and opens <= local.time() < closes))
    return before


def worked(book: Book, start: dt.datetime, end: dt.datetime) -> int:
    """The seconds between that lie in the calling hours of working days, counted quarter of an hour by quarter."""
    facts = book.facts
    before = _worked_before(facts.zone, facts.settings["calling_hours"], frozenset(facts.days_off))

    def until(instant: dt.datetime) -> float:
        number, part = divmod(instant.timestamp(), QUARTER)
        here = int(number) - YEARS[0]
        assert 0 <= here < len(before) - 1, "outside YEARS"
        return before[here] * QUARTER + (before[here + 1] - before[here]) * part

    return round(until(end) - until(start)) if start < end else 0


def first_attempt(book: Book, lead: Row) -> tuple[str | None, str | None]:
    """The day and the instant somebody first tried to reach a lead."""
    mine = [
        act
        for act in book.facts.rows("activity")
        if act["lead_id"] == lead["id"]
        and act["done_on"]
        and act["direction"] == "out"
        and book.facts.said("activity_kind", act["kind_id"], "meaning") not in ("note", "task", None)
    ]
    times = [act["done_at"] for act in mine if act["done_at"]]
    return min((act["done_on"] for act in mine), default=None), min(times, default=None)


def waited(book: Book, lead: Row) -> tuple[str, dt.datetime, dt.datetime]:
    """`tried`, `waiting` or why a lead is left out, from when, until when."""
    made = book.facts.every("operation").get(lead["created_op"] or "", {})
    entered = made.get("at") if made.get("source") not in ("import", "demo") else None
    text = lead["arrived_at"] or entered
    day, at = first_attempt(book, lead)
    now = book.facts.now
    if lead["do_not_contact"]:
        return "not to be contacted", now, now
    came = dt.datetime.fromisoformat(text) if text else None
    if came is None or came.astimezone(book.facts.zone).date().isoformat() != lead["arrived_on"] or (day and not at):
        return "no time of day", now, now
    if at is None:
        return ("waiting" if meaning(book, lead) == "open" else "closed without an attempt"), came, max(now, came)
    tried = dt.datetime.fromisoformat(at)
    return ("tried" if tried >= came else "contacted before"), came, tried


@by_hand("speed_to_lead")
def speed_to_lead(book: Book) -> Answer | None:
    if not book.tells("lead"):
        return None
    found: dict[str, list[tuple[int, int]]] = {"tried": [], "waiting": []}
    excluded: dict[str, int] = {}
    for lead in book.of("lead"):
        if not book.days.has(lead["arrived_on"]):
            continue
        what, came, until = waited(book, lead)
        if what in found:
            found[what].append((int((until - came).total_seconds()), worked(book, came, until)))
        else:
            excluded[what] = excluded.get(what, 0) + 1
    tried, waiting = found["tried"], found["waiting"]
    clock = _told([wall for wall, _ in tried], [wall for wall, _ in waiting])
    return {
        **clock,
        "value": clock["median"],
        "count": len(tried),
        "waiting": len(waiting),
        "excluded": excluded,
        "small_sample": 0 < len(tried) + len(waiting) < 10,
        "business_hours": _told([hours for _, hours in tried], [hours for _, hours in waiting]),
    }


def _told(tried: list[int], waiting: list[int]) -> dict[str, Any]:
    ninety = ninetieth(tried)
    told: dict[str, Any] = {
        "median": statistics.median(tried) / 60 if tried else None,
        "p90": ninety / 60 if ninety is not None else None,
    }
    for name, limit in (("within_5_min", 300), ("within_1_hour", 3600)):
        inside = len([seconds for seconds in tried if seconds <= limit])
        known = len(tried) + len([seconds for seconds in waiting if seconds > limit])
        told[name] = {"value": share(inside, known), "numerator": inside, "denominator": known}
    return told
