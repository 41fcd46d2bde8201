"""What the demo's weekly review has to talk about: slipped dates, changed values, and the review of last week."""

import datetime as dt
from typing import TYPE_CHECKING

from salesdesk.services import editing, reviewing
from salesdesk.services.demo_cast import ME, working

if TYPE_CHECKING:
    from salesdesk.services.demo_days import Days

# How these deals of hers stood before: the close day in working days from today, or the value in whole units.
_SLIPPED, _GREW, _SHRANK = "Hafenkai Logistik", "Larkspur AI", "Dunmore Dairy"
_VALUES = {_GREW: 60_000, _SHRANK: 45_000}
_AGREED = "Ask in the first talk who else decides, and write the name down"
_MINUTES = """# Pipeline review: Maya Kessler

**Acme Nordic**: Negotiation

- The board meets on the 12th: one page on the third year, before that

## What we change

{agreed}
"""


def as_before(days: "Days") -> None:
    """The rows of the story as they were before what follows changed them."""
    keys = {days.maya.deals[name]: name for name in (_SLIPPED, _GREW, _SHRANK)}
    for _, table, row in days.story.book.rows:
        name = keys.get(row.get("id", b"")) if table == "deal" else None
        if name == _SLIPPED:
            days.closes = row["close_on"]
            row["close_on"] = working(days.story.today, -9)
        elif name:
            days.values[name] = row["value_minor"] // 100
            row["value_minor"] = _VALUES[name] * 100


def last_week(days: "Days") -> None:
    """The review of a week ago, with what was agreed and is still to be done."""
    monday = days.story.today - dt.timedelta(days=7)
    desk = days.at("Ágnes Halmos", monday, 9, 30)
    review = reviewing.start(desk, days.story.member[ME])
    acme = days.ref("deal", days.maya.deals["Acme Nordic"])
    reviewing.note(desk, review, acme, "The board meets on the 12th: one page on the third year, before that")
    reviewing.agree(desk, review, _AGREED, "@agnes +8d")
    with desk.operation("Review of Maya Kessler closed") as unit:
        unit.update("review", review.id, {"state": "closed", "notes": _MINUTES.format(agreed=_AGREED)})


def this_week(days: "Days") -> None:
    """A close day that was put off twice, a deal that grew and one that shrank."""
    today = days.story.today
    slipped = days.ref("deal", days.maya.deals[_SLIPPED])
    for back, day in ((4, working(today, -3)), (3, days.closes)):
        desk = days.at(ME, working(today, -back), 17, 10)
        if day is not None:
            editing.edit(desk, [slipped], {"close": day.isoformat()})
    for back, name in ((3, _GREW), (2, _SHRANK)):
        desk = days.at(ME, working(today, -back), 15, 25)
        editing.edit(desk, [days.ref("deal", days.maya.deals[name])], {"value": str(days.values[name])})
