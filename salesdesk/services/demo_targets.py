"""What the demo's leaders ask for: quotas of the quarters, the goal they serve, one for next year; who is away. And what
the reps said the last quarters would bring."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING

from salesdesk.domain.dates import shift, unit_around
from salesdesk.services import absences
from salesdesk.services.demo_cast import LEAVER, REPS
from salesdesk.services.goals import closing, goals, setting

if TYPE_CHECKING:
    from salesdesk.services.demo_days import Days

# In whole units a quarter; the year's best quarter is asked for in full, the ones before a fifth less each.
_QUOTA = {
    "Maya Kessler": 180_000, "Omar Farouk": 150_000, "Kinga Rédei": 70_000, "Lena Vogt": 110_000, "Iker Solano": 100_000,
    "Ingrid Solheim": 80_000, "Petr Havlík": 60_000,
}  # fmt: skip
_QUARTERS = 3
# Who never gets round to it.
_SILENT = "Petr Havlík"
_ONE_DAY = dt.timedelta(days=1)


def last_week(days: "Days") -> None:
    """Goals and quotas as they were set a week ago, before the reviews."""
    monday = days.story.today - dt.timedelta(days=7)
    desk = days.at("Ágnes Halmos", monday, 9, 0)
    quarter = unit_around(days.story.today, "q", desk.calendar)
    assert quarter is not None
    last = quarter.end - _ONE_DAY
    setting.add(
        desk,
        setting.read(
            desk,
            {
                "metric": "revenue", "target": "600k", "from": quarter.start.isoformat(), "to": last.isoformat(),
                "for": "team", "because": "a second warehouse team can be hired on it",
            },
        ),
    )  # fmt: skip
    company = goals(desk.connection, everyone=True)[-1]
    _quotas(days, company.id, quarter.start, quarter.end)
    year = days.story.today.year + 1
    setting.add(
        desk,
        setting.read(
            desk,
            setting.read_line(f"average order value +30% in {year}-H1 for team because fewer, larger orders"),
        ),
    )
    setting.add(
        desk,
        setting.read(
            desk,
            setting.read_line(
                f"win rate 60% from {quarter.start} to {last} for Maya serves {company.ref} because discovery before demo"
            ),
        ),
    )
    closing.hand_down(desk, company, "Omar", "Ask ten customers of last year for a referral", days.story.today)
    absences.add_absence(desk, "Ingrid", _ahead(days, 8), _ahead(days, 9), "moving house")


def _ahead(days: "Days", count: int) -> str:
    return (days.story.today + dt.timedelta(days=count)).isoformat()


def _quotas(days: "Days", serves: bytes, first: dt.date, end: dt.date) -> None:
    desk = days.at("Ágnes Halmos", days.story.today - dt.timedelta(days=7), 9, 5)
    with desk.operation("Quotas of the last quarters") as unit:
        for back in range(_QUARTERS):
            start, stop = shift(first, -3 * back, "m"), shift(end, -3 * back, "m")
            assert start
            assert stop
            for rep in REPS:
                if rep.name == LEAVER:
                    continue
                row = {"kind": "quota", "metric": "revenue", "period": "span", "currency": "EUR"}
                target = round(_QUOTA[rep.name] * 0.8**back / 1000) * 100_000
                span = {"starts_on": start, "ends_on": stop - _ONE_DAY, "parent_id": serves if not back else None}
                unit.insert("goal", {**row, **span, "member_id": days.story.member[rep.name], "target": target})


def submitted(days: "Days", rng: Random) -> None:
    """What each rep committed to on the Mondays of the last two quarters: far off at first, nearer as it went on."""
    story, monday = days.story, days.story.today - dt.timedelta(days=7)
    desk = days.at("Ágnes Halmos", monday, 9, 10)
    with desk.operation("Forecasts of the last quarters") as unit:
        for back in (-2, -1):
            quarter = unit_around(story.today, "q", desk.calendar, back)
            assert quarter is not None
            for rep in REPS:
                if rep.name in {LEAVER, _SILENT}:
                    continue
                member = story.member[rep.name]
                won = unit.connection.value(
                    "SELECT sum(value_minor) FROM deal WHERE closed_owner_id = ? AND won_on >= ? AND won_on < ?",
                    (member, quarter.start.isoformat(), quarter.end.isoformat()),
                )
                span = {"member_id": member, "starts_on": quarter.start, "ends_on": quarter.end - _ONE_DAY}
                for day, thousands in _commits(quarter.start, int(won or 0) / 100_000, rng):
                    said = {"commit_minor": thousands * 100_000, "currency": "EUR", "at": desk.instant(day, dt.time(9))}
                    unit.insert("forecast", span | said)


def _commits(start: dt.date, won: float, rng: Random) -> Iterator[tuple[dt.date, int]]:
    """The Mondays of a quarter on which a rep said something new, and how many thousands; `won` came of it."""
    first = start + dt.timedelta(days=-start.weekday() % 7)
    bias, before = rng.uniform(-0.2, 0.9), -1
    for week in range(13):
        off = bias * (1 - week / 12) + rng.uniform(-0.08, 0.08)
        said = max(0, round((won or 6) * (1 + off)))
        if said != before:
            yield first + dt.timedelta(days=7 * week), said
        before = said
