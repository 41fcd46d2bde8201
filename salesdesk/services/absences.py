"""Who is away when, and how much of a quota a newcomer owes: targets shrink with both."""

import datetime as dt
from dataclasses import dataclass

from salesdesk.domain.dates import parse_day, parse_span, working_days
from salesdesk.domain.goals import read_ramp
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.store.read.values import with_days


@dataclass(frozen=True, slots=True)
class Absence:
    """Days a member is away, both included."""

    id: bytes
    code: str
    member: str
    starts_on: dt.date
    ends_on: dt.date
    reason: str


def absences(desk: Desk, *, since: dt.date | None = None) -> list[Absence]:
    """Absences that end `since` that day or later (all when None), by their first day."""
    rows = desk.connection.rows(
        "SELECT b.id, b.code, m.name, b.starts_on, b.ends_on, b.reason FROM absence b JOIN member m ON m.id = b.member_id"
        " WHERE b.deleted_op IS NULL AND b.ends_on >= ? ORDER BY b.starts_on, m.name_key",
        ((since or dt.date.min).isoformat(),),
    )
    return [Absence(*with_days(row, 3, 4)) for row in rows]


def add_absence(desk: Desk, who: str, first: str, last: str = "", reason: str = "") -> str:
    """A member is away from one day to another, or in a period (`2026-W52`); a sentence. InvalidError when they are
    away on some of these days already."""
    member = desk.member(who)
    start, end = _days(desk, first, last)
    for row in desk.connection.rows(
        "SELECT starts_on, ends_on FROM absence WHERE deleted_op IS NULL AND member_id = ? AND starts_on <= ?"
        " AND ends_on >= ?",
        (member.id, end.isoformat(), start.isoformat()),
    ):
        raise InvalidError(
            tr("{who} is away from {first} to {last} already.", who=member.name, first=row[0], last=row[1])
        )
    days = plural(working_days(start, end + dt.timedelta(days=1)), tr("working day"), tr("working days"))
    sentence = tr("{who} is away {first} to {last}, {days}", who=member.name, first=start, last=end, days=days)
    with desk.operation(sentence) as unit:
        values = {"member_id": member.id, "starts_on": start, "ends_on": end, "reason": clean(reason)}
        unit.insert("absence", values)
    return sentence


def _days(desk: Desk, first: str, last: str) -> tuple[dt.date, dt.date]:
    if last.strip():
        start, end = (parse_day(text, desk.today, desk.calendar) for text in (first, last))
    else:
        span = parse_span(first, desk.today, desk.calendar, lean="future")
        start, end = (span.start, span.end - dt.timedelta(days=1)) if span else (None, None)
    if start is None or end is None:
        wrong = first if start is None else last
        raise InvalidError(tr("'{text}' is not a day.", text=wrong), hint=tr("Write 2026-12-24, or 2026-W52."))
    if end < start:
        raise InvalidError(tr("The absence ends before it begins: {last} is before {first}.", first=start, last=end))
    return start, end


def delete_absence(desk: Desk, words: str) -> str:
    """Take an absence back, by its reference or the name of who is away next; a sentence."""
    asked = fold(clean(words)).removeprefix("b-")
    every = absences(desk)
    found = [a for a in every if a.code.lower() == asked] or [
        a for a in every if asked and asked in fold(a.member) and a.ends_on >= desk.today
    ]
    if len(found) != 1:
        names = "; ".join(f"B-{a.code} {a.member} {a.starts_on} to {a.ends_on}" for a in found or every)
        raise NotFoundError(
            tr("No absence is '{words}'.", words=words)
            if not found
            else tr("Several absences fit '{words}'.", words=words),
            hint=tr("There are: {names}.", names=names or tr("none")),
        )
    sentence = tr(
        "{who} is there {first} to {last} after all",
        who=found[0].member,
        first=found[0].starts_on,
        last=found[0].ends_on,
    )
    with desk.operation(sentence) as unit:
        unit.delete("absence", found[0].id)
    return sentence


def set_ramp(desk: Desk, who: str, joined: str, ramp: str = "") -> str:
    """The day a member joined, and the percent of a full quota they owe in each month from then; a sentence."""
    member = desk.member(who)
    day = parse_day(joined, desk.today, desk.calendar, lean="past")
    if day is None:
        raise InvalidError(tr("'{text}' is not a day.", text=joined), hint=tr("Write it like 2026-10-01."))
    shares = read_ramp(ramp)
    words = ", ".join(f"{share} %" for share in shares)
    sentence = (
        tr("{who} joined {day}; quota by month: {shares}, then all of it", who=member.name, day=day, shares=words)
        if shares
        else tr("{who} joined {day}, with a full quota", who=member.name, day=day)
    )
    with desk.operation(sentence) as unit:
        unit.update("member", member.id, {"joined_on": day, "ramp": " ".join(map(str, shares))})
    return sentence
