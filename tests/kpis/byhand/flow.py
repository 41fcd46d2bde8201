"""By hand: stages, pushed days, and what comes through in a day."""

import datetime as dt
import statistics
from fractions import Fraction
from itertools import pairwise

from tests.kpis.byhand.deals import closed, cycle, still_open, unfit, worth
from tests.kpis.byhand.facts import Answer, Book, Days, Row, between, by_hand, ninetieth, share

NOT_CREDIBLE = 3


def steps(book: Book, deal: Row) -> list[Row]:
    """The stages a deal was put into until today, in order."""
    mine = [c for c in book.facts.rows("stage_change") if c["deal_id"] == deal["id"] and c["changed_on"] <= book.today]
    return sorted(mine, key=lambda change: (change["changed_on"], change["id"]))


def _open_stages(book: Book, pipeline: str | None) -> list[Row]:
    return [s for s in book.facts.rows("stage") if s["pipeline_id"] == pipeline and s["meaning"] == "open"]


@by_hand("stage_conversion")
def stage_conversion(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    stages = book.facts.every("stage")
    entered = passed = left = 0
    for deal in book.of("deal"):
        places = []
        for change in steps(book, deal):
            stage = stages.get(change["to_stage_id"] or "", {})
            if stage.get("meaning") == "open":
                places.append((stage["pipeline_id"], stage["position"], change["changed_on"]))
        here = stages.get(deal["stage_id"] or "", {}).get("position", -1)
        lines = {pipeline for pipeline, _, _ in places}
        for pipeline in lines:
            mine = [(place, day) for line, place, day in places if line == pipeline]
            if deal["state"] == "won" and deal["won_on"] and deal["pipeline_id"] == pipeline:
                mine.append((10**6, deal["won_on"]))
            for stage in _open_stages(book, pipeline):
                came = min((day for place, day in mine if place >= stage["position"]), default=None)
                if not book.days.has(came):
                    continue
                further = any(place > stage["position"] for place, _ in mine)
                entered += 1
                passed += further
                left += further or deal["state"] != "open" or here < stage["position"]
    return {
        "value": share(passed, left),
        "numerator": passed,
        "denominator": left,
        "excluded": {"still there": entered - left},
    }


@by_hand("stage_days")
def stage_days(book: Book) -> Answer | None:
    if not book.tells("deal"):
        return None
    stages = book.facts.every("stage")
    days = [
        between(one["changed_on"], following["changed_on"])
        for deal in book.of("deal")
        for one, following in pairwise(steps(book, deal))
        if book.days.has(following["changed_on"]) and stages.get(one["to_stage_id"] or "", {}).get("meaning") == "open"
    ]
    return {
        "value": share(sum(days), len(days)),
        "numerator": sum(days),
        "denominator": len(days),
        "count": len(days),
        "median": statistics.median(days) if days else None,
        "p90": ninetieth(days),
    }


def pushes(book: Book) -> dict[str, list[str]]:
    """When the expected day of each deal was set to a later one, as far as that was not taken back."""
    operations = book.facts.every("operation")
    found: dict[str, list[str]] = {}
    for line in book.facts.rows("history"):
        if line["table_name"] != "deal" or line["column_name"] != "close_on" or not line["old"] or not line["new"]:
            continue
        operation = operations[line["operation_id"]]
        if operation["action"] == "change" and not operation["undone_by"] and line["new"] > line["old"]:
            found.setdefault(line["record_id"], []).append(operation["at"])
    return found


@by_hand("slippage")
def slippage(book: Book) -> Answer | None:
    if not book.tells("deal") or book.of_time:
        return None
    ever, deals = pushes(book), still_open(book)
    start, end = book.midnight(book.days.start), book.midnight(book.days.end)
    recent = {d["id"]: len([at for at in ever.get(d["id"], ()) if start <= at < end]) for d in deals}
    slipped = len([count for count in recent.values() if count])
    return {
        "value": share(slipped, len(deals)),
        "numerator": slipped,
        "denominator": len(deals),
        "pushes": sum(recent.values()),
        "not_credible": len([d for d in deals if len(ever.get(d["id"], ())) >= NOT_CREDIBLE]),
    }


@by_hand("pipeline_velocity")
def velocity(book: Book) -> Answer | None:
    return _velocity(book, 90)


@by_hand("pipeline_velocity_180")
def velocity_of_half_a_year(book: Book) -> Answer | None:
    return _velocity(book, 180)


def _velocity(book: Book, trailing: int) -> Answer | None:
    """The rate, the value and the cycle are of the trailing days."""
    if not book.tells("deal") or book.of_time:
        return None
    tomorrow = dt.date.fromisoformat(book.today) + dt.timedelta(days=1)
    days = Days((tomorrow - dt.timedelta(days=trailing)).isoformat(), tomorrow.isoformat())
    won, deals = closed(book, "won", days), still_open(book)
    fair = len(won) + len([d for d in closed(book, "lost", days) if not unfit(book, d)])
    sizes = [value for value in worth(book, won) if value]
    spans = cycle(book, "won", days)[0]
    parts: Answer = {
        "open": len(deals),
        "win_rate": share(len(won), fair),
        "average_deal": book.money(Fraction(sum(sizes), len(sizes))) if sizes else None,
        "cycle_days": share(sum(spans), len(spans)),
    }
    if not fair or not sizes or not sum(spans):
        return parts | {"value": None}
    brings = len(deals) * Fraction(len(won), fair) * Fraction(sum(sizes), len(sizes))
    return parts | {
        "value": book.money(brings * len(spans) / sum(spans)),
        "numerator": book.money(brings),
        "denominator": Fraction(sum(spans), len(spans)),
        "count": len(deals),
        "small_sample": fair < 10,
    }
