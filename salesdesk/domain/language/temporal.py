"""Conditions on days: a value is a span of days, an age counts back from today."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from salesdesk import clock
from salesdesk.domain.dates import Span, parse_span, shift
from salesdesk.domain.language.fields import Where
from salesdesk.domain.language.refusal import MeaninglessError
from salesdesk.domain.language.tree import Range, Value
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.domain.language.fields import Context, Field, Param

_AGE = re.compile(r"(\d{1,5})(d|w|m|y|days?|weeks?|months?|years?)?", re.IGNORECASE)


def day_condition(field: Field, column: Where, op: str, value: Value | Range, context: Context) -> Where:
    """The condition that a day or instant lies in, before or after what `value` says."""
    low, high = _bounds(field, op, value, context)
    parts, params = [], list(column.params)
    if low is not None:
        parts.append(f"{column.sql} >= ?")
        params.append(_param(field, low, context))
    if high is not None:
        if low is not None:
            params.extend(column.params)
        parts.append(f"{column.sql} < ?")
        params.append(_param(field, high, context))
    return Where(" AND ".join(parts) or f"{column.sql} IS NOT NULL", tuple(params))


def _bounds(field: Field, op: str, value: Value | Range, context: Context) -> tuple[date | None, date | None]:
    """The half-open days `[low, high)`; None is open."""
    if isinstance(value, Range):
        ends = [end for end in (value.low, value.high) if end is not None]
        ages = [end for end in ends if _is_age(field, end)]
        if ages and len(ages) < len(ends):
            raise MeaninglessError(tr("One end is an age, the other a day."), value, tr("Write 7d..14d or two days."))
        if ages:
            # More days ago is earlier: 7d..14d starts 14 days back.
            return (
                _age_day(value.high, context).start if value.high else None,
                _age_day(value.low, context).end if value.low else None,
            )
        low = _span(field, value.low, context).start if value.low else None
        high = _span(field, value.high, context).end if value.high else None
        if low and high and low >= high:
            raise MeaninglessError(tr("The range ends before it starts."), value)
        return low, high
    is_age = _is_age(field, value)
    span = _age_day(value, context) if is_age else _span(field, value, context)
    if op in "<>":
        later = (op == ">") != is_age
        return (span.end, None) if later else (None, span.start)
    return span.start, span.end


def _is_age(field: Field, value: Value) -> bool:
    # A bare year is a span, though it looks like an age in days.
    return field.kind == "age" and bool(_AGE.fullmatch(value.text)) and not re.fullmatch(r"(19|20)\d\d", value.text)


def _age_day(value: Value, context: Context) -> Span:
    match = _AGE.fullmatch(value.text)
    if match is None:
        raise MeaninglessError(tr("'{text}' is not an age.", text=value.text), value, tr("Write 14d, 2w or 3m."))
    day = shift(context.today, -int(match[1]), (match[2] or "d")[0].lower())
    if day is None:
        raise MeaninglessError(tr("'{text}' is too long ago.", text=value.text), value)
    return Span(day, day + timedelta(days=1))


def _span(field: Field, value: Value, context: Context) -> Span:
    span = parse_span(value.text, context.today, context.calendar, lean=field.lean)
    if span is None:
        hint = tr("Use today, mon, +3d, 30nov, 2026-11-30, nov or q4.")
        if _AGE.fullmatch(value.text):
            hint = tr("Use +{age} for later or -{age} for earlier.", age=value.text)
        raise MeaninglessError(tr("'{text}' is not a day.", text=value.text), value, hint)
    return span


def _param(field: Field, day: date, context: Context) -> Param:
    if field.kind == "custom":
        return day.isoformat()
    if not field.instant:
        return context.dialect.day(day)
    midnight = datetime.combine(day, time(), clock.zone(context.time_zone))
    return context.dialect.instant(midnight.astimezone(UTC))
