"""Spans of days that targets are for, first and last day included: those before, the one after, what one is called."""

import datetime as dt

from salesdesk.domain.dates import shift, short_month
from salesdesk.i18n import tr


def earlier_spans(first: dt.date, last: dt.date, count: int, *, before: dt.date) -> list[tuple[dt.date, dt.date]]:
    """The last `count` spans of that length that were over `before` a day, oldest first: the span moved back by its own
    length again and again, by months where it is whole months, else by days."""
    one = dt.timedelta(days=1)
    end = last + one
    months = _months(first, end)
    spans: list[tuple[dt.date, dt.date]] = []
    back = 0
    while len(spans) < count:
        back += 1
        length, unit = (-months * back, "m") if months else (-(end - first).days * back, "d")
        start, stop = shift(first, length, unit), shift(end, length, unit)
        if start is None or stop is None:
            break
        if stop <= before:
            spans.append((start, stop - one))
    return spans[::-1]


def following_span(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date] | None:
    """The span of the same length that begins when this one is over; None past the end of the calendar."""
    one = dt.timedelta(days=1)
    if last == dt.date.max:
        return None
    start = last + one
    months = _months(first, start)
    end = shift(start, months, "m") if months else shift(start, (start - first).days, "d")
    return (start, end - one) if end else None


def _months(first: dt.date, end: dt.date) -> int:
    """How many whole calendar months `[first, end)` is, 0 when it is something else."""
    return (end.year - first.year) * 12 + end.month - first.month if first.day == end.day == 1 else 0


def span_label(first: dt.date, last: dt.date, *, dated: bool = False) -> str:
    """`2027`, `H1 2027`, `Q4 2026`, `Dec 2026`, else `1 Dec to 24 Dec` (`dated`: with its year): a span of days, both
    included."""
    months = _months(first, last + dt.timedelta(days=1))
    if months == 12 and first.month == 1:
        return str(first.year)
    if months == 6 and first.month in {1, 7}:
        return f"H{1 if first.month == 1 else 2} {first.year}"
    if months == 3 and first.month % 3 == 1:
        return f"Q{first.month // 3 + 1} {first.year}"
    if months == 1:
        return f"{short_month(first)} {first.year}"
    days = f"{first.day} {short_month(first)}", f"{last.day} {short_month(last)}"
    if first.year != last.year:
        return tr("{first} to {last}", first=f"{days[0]} {first.year}", last=f"{days[1]} {last.year}")
    label = days[0] if first == last else tr("{first} to {last}", first=days[0], last=days[1])
    return f"{label} {last.year}" if dated else label
