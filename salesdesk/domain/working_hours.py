"""The hours a team works, on its own clock: how much of a span of time lies in them."""

import datetime as dt
from collections.abc import Container

from salesdesk.plain import Plain


class WorkingHours(Plain):
    """From `opens` to `closes` on Mondays to Fridays that are no days off, in a time zone."""

    zone: dt.tzinfo = dt.UTC
    opens: dt.time = dt.time(8)
    closes: dt.time = dt.time(19)
    days_off: Container[dt.date] = ()

    def seconds(self, start: dt.datetime, end: dt.datetime) -> int:
        """The seconds of `[start, end)` that are working hours; both are aware instants."""
        total = dt.timedelta()
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        while day <= last:
            if day.weekday() < 5 and day not in self.days_off:
                opened = max(dt.datetime.combine(day, self.opens, self.zone).astimezone(dt.UTC), start)
                closed = min(dt.datetime.combine(day, self.closes, self.zone).astimezone(dt.UTC), end)
                total += max(closed - opened, dt.timedelta())
            day += dt.timedelta(days=1)
        return int(total.total_seconds())

    def day_of(self, instant: dt.datetime) -> dt.date:
        """The day of an instant on the team's clock."""
        return instant.astimezone(self.zone).date()
