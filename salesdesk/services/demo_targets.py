"""What the demo's leaders ask for: quotas of the quarters, the goal they serve, one for next year; who is away."""

import datetime as dt
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
    absences.add_absence(desk, "Ingrid", *(_away(days.story.today, n) for n in (8, 9)), "moving house")


def _away(today: dt.date, ahead: int) -> str:
    day = today + dt.timedelta(days=ahead)
    return day.isoformat()


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
