"""From the lines of a calendar to meetings: when, with whom, called off or not; recurring ones for a while."""

import datetime as dt
import re
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from salesdesk.domain.people import mail_key
from salesdesk.domain.text import clean
from salesdesk.exchange.ics_in import BadLineError, Calendar, Moment, Problem, Property, Raw, load, moment

# Long enough for a quarter of weekly meetings, short enough that a daily one does not fill the queue.
MOST_OCCURRENCES = 60
_SECONDS = 10.0
_RULE = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)")
# With these a rule may never come true, and looking for its next day takes until the year 9999.
_RARE = re.compile(r"BY(?:YEARDAY|WEEKNO|HOUR|MINUTE|SECOND)=|FREQ=(?:DAILY|WEEKLY)\b.*BYMONTHDAY=")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: `occurrence` tells those of a series apart and is '' for a single one. `people` are the mail
    addresses of all who take part, `declined` of those who said no."""

    uid: str
    occurrence: str
    summary: str
    location: str
    start: Moment
    minutes: int | None
    people: tuple[str, ...]
    declined: tuple[str, ...]
    cancelled: bool
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: its meetings, the UIDs of which all was understood, and what was not, by line."""

    meetings: list[Meeting]
    whole: frozenset[str]
    problems: list[Problem]


def read_meetings(path: Path, zone: str, start: dt.date, end: dt.date) -> Reading:
    """The meetings of an .ics file: single ones all, of series those from `start` to `end`.

    InvalidError when the file is no calendar; what else is wrong with it is among the problems.
    """
    problems: list[Problem] = []
    broken: set[str] = set()
    calendar = load(path, zone, problems)
    series: dict[str, list[tuple[Raw, Meeting]]] = {}
    for raw in calendar.events:
        try:
            found = _meeting(raw, calendar, problems)
        except BadLineError as error:
            problems.append(Problem(error.line, error.message))
            broken.add(raw.text("UID"))
            continue
        series.setdefault(found.uid, []).append((raw, found))
    meetings: list[Meeting] = []
    until = time.monotonic() + _SECONDS
    for versions in series.values():
        # What changes one occurrence stands beside the series; its key says which one it is.
        moved = [meeting for _, meeting in versions if meeting.occurrence]
        meetings += moved
        for raw, meeting in versions:
            if meeting.occurrence:
                continue
            if not (raw.one("RRULE") or raw.one("RDATE")):
                meetings.append(meeting)
                continue
            try:
                if time.monotonic() > until:
                    raise BadLineError(raw.line, "Too many series in one file; this one is left out.")
                taken = {one.occurrence for one in moved}
                window = _Window(start, end, calendar, problems)
                meetings += [one for one in window.occurrences(raw, meeting) if one.occurrence not in taken]
            except BadLineError as error:
                problems.append(Problem(error.line, error.message))
                broken.add(meeting.uid)
    # Of what is wrong with a line the last says what it means for the event.
    by_line = {problem.line: problem for problem in problems}
    return Reading(meetings, frozenset(series.keys() - broken), [by_line[line] for line in sorted(by_line)])


def _meeting(raw: Raw, calendar: Calendar, problems: list[Problem]) -> Meeting:
    begin = raw.one("DTSTART")
    if begin is None:
        bad = next((p.line for p in raw.properties.get("!", ()) if p.name.upper().startswith("DTSTART")), raw.line)
        raise BadLineError(bad, "This event has no start that can be read; it is left out.")
    start = moment(begin, calendar.zones, problems)
    summary = raw.text("SUMMARY")
    people, declined = _people(raw)
    recurrence = raw.one("RECURRENCE-ID")
    uid = raw.text("UID") or f"none-{blake2b(f'{summary}|{start}'.encode(), digest_size=8).hexdigest()}"
    return Meeting(
        uid,
        _key(moment(recurrence, calendar.zones, problems)) if recurrence else "",
        summary,
        raw.text("LOCATION"),
        start,
        _minutes(raw, start, calendar, problems),
        people,
        declined,
        calendar.cancels or raw.text("STATUS").upper() == "CANCELLED",
        raw.line,
    )


def _minutes(raw: Raw, start: Moment, calendar: Calendar, problems: list[Problem]) -> int | None:
    """How long it takes; None for all day, or when nothing sensible is said."""
    if not isinstance(start, dt.datetime):
        return None
    end, duration = raw.one("DTEND"), raw.one("DURATION")
    if end is not None:
        finish = moment(end, calendar.zones, problems)
        length = finish - start if isinstance(finish, dt.datetime) else dt.timedelta()
    elif duration is not None:
        from icalendar import vDuration

        try:
            length = vDuration.from_ical(duration.value)  # type: ignore[no-untyped-call]
        except ValueError:
            raise BadLineError(duration.line, f"'{clean(duration.value)[:40]}' is not a duration.") from None
    else:
        return None
    minutes = round(length.total_seconds() / 60)
    return minutes if 0 < minutes <= 14 * 24 * 60 else None


def _people(raw: Raw) -> tuple[tuple[str, ...], tuple[str, ...]]:
    coming: list[str] = []
    declined: list[str] = []
    for name in ("ATTENDEE", "ORGANIZER"):
        for found in raw.properties.get(name, ()):
            address = mail_key(found.parameters.get("EMAIL", "")) or mail_key(found.value.lower())
            if address:
                said_no = found.parameters.get("PARTSTAT", "").upper() == "DECLINED"
                (declined if said_no else coming).append(address)
    return tuple(dict.fromkeys(coming)), tuple(dict.fromkeys(declined))


def _key(at: Moment) -> str:
    return at.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ") if isinstance(at, dt.datetime) else at.strftime("%Y%m%d")


@dataclass(frozen=True)
class _Window:
    """The days in which the occurrences of a series are looked for."""

    start: dt.date
    end: dt.date
    calendar: Calendar
    problems: list[Problem]

    def occurrences(self, raw: Raw, meeting: Meeting) -> Iterator[Meeting]:
        """The meetings of a series in the window; those taken out of it as cancelled ones."""
        out = {_key(at): at for at in self._moments(raw, "EXDATE")}
        times = {_key(at): at for at in self._moments(raw, "RDATE")} | {_key(meeting.start): meeting.start}
        for rule in raw.properties.get("RRULE", ()):
            times |= {_key(at): at for at in self._by_rule(rule, meeting.start)}
        inside = sorted((key, at) for key, at in (times | out).items() if self.start <= _day(at) <= self.end)
        for key, at in inside[:MOST_OCCURRENCES]:
            yield replace(meeting, occurrence=key, start=at, cancelled=meeting.cancelled or key in out)

    def _moments(self, raw: Raw, name: str) -> Iterator[Moment]:
        for found in raw.properties.get(name, ()):
            if found.parameters.get("VALUE", "").upper() == "PERIOD":
                continue
            for part in found.value.split(","):
                yield moment(replace(found, value=part), self.calendar.zones, self.problems)

    def _by_rule(self, rule: Property, start: Moment) -> Iterator[Moment]:
        """The times a rule gives, on the clock of the place: nine o'clock stays nine through the change of the clock."""
        from dateutil.rrule import rrulestr

        text = rule.value.strip().upper()
        steps = re.search(r"INTERVAL=(\d+)", text)
        if not _RULE.search(text) or _RARE.search(text) or (steps and not 1 <= int(steps[1]) <= 400):
            raise BadLineError(rule.line, f"The series '{clean(text)[:60]}' is of a kind that is not taken in.")
        zone = start.tzinfo if isinstance(start, dt.datetime) else None
        local = start.replace(tzinfo=None) if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
        first = dt.datetime.combine(self.start, dt.time()) - dt.timedelta(days=1)
        last = dt.datetime.combine(self.end, dt.time.max) + dt.timedelta(days=1)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = rrulestr(self._local_until(rule, text, zone), dtstart=local).between(first, last, inc=True)
        except (ValueError, TypeError, OverflowError, AttributeError, KeyError, IndexError):
            raise BadLineError(rule.line, f"The series '{clean(text)[:60]}' cannot be understood.") from None
        for at in found:
            yield at.replace(tzinfo=zone) if isinstance(start, dt.datetime) else at.date()

    def _local_until(self, rule: Property, text: str, zone: dt.tzinfo | None) -> str:
        """The rule with its UNTIL, which is given in UTC, on the clock of the place."""
        match = re.search(r"UNTIL=([0-9TZ]+)", text)
        if not match:
            return text
        until = moment(replace(rule, value=match[1], parameters={}), self.calendar.zones, self.problems)
        if isinstance(until, dt.datetime):
            local = (until.astimezone(zone) if zone else until).replace(tzinfo=None)
        else:
            local = dt.datetime.combine(until, dt.time.max)
        return text.replace(match[0], f"UNTIL={local:%Y%m%dT%H%M%S}")


def _day(at: Moment) -> dt.date:
    return at.date() if isinstance(at, dt.datetime) else at
