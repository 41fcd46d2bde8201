"""Calendars in: the meetings of an .ics file, each problem with its line. Nothing a file holds can stop the reading."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salesdesk import clock
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.exchange.decoding import detect, opened
from salesdesk.exchange.ics_zones import Zones, zone_named

MOST_BYTES = 50_000_000
_DEPTH = 12
_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?")
_ESCAPES = re.compile(r"\\([nN\\;,:\"])")
Moment = dt.date | dt.datetime


class BadLineError(Exception):
    """A line that cannot be understood; `message` says why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be understood, and where."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: its name, parameters and value as written."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Raw:
    """An event as its lines."""

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def one(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(iter(self.properties.get(name, ())), None)

    def text(self, name: str) -> str:
        """The cleaned text of a property, or ''."""
        found = self.one(name)
        return clean(unescaped(found.value)) if found else ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The lines of a file, taken apart: its events and what its zones mean."""

    events: Sequence[Raw]
    zones: Zones
    cancels: bool


def load(path: Path, zone: str, problems: list[Problem]) -> Calendar:
    """The events of a file; times without a zone are in the calendar's own, else in `zone`.

    InvalidError for a file that is missing, no text, too big, or no calendar; smaller things go to `problems`.
    """
    decoding = detect(path)
    if path.stat().st_size > MOST_BYTES:
        raise InvalidError(f"'{path}' is too big for a calendar.", hint="Export a shorter time.")
    with opened(path, decoding) as file:
        text = file.read()
    events: list[Raw] = []
    explained: dict[str, str] = {}
    header: dict[str, str] = {}
    seen = False
    for kind, raw, lines in _components(text, problems):
        seen = seen or kind == "VCALENDAR"
        if kind == "VEVENT":
            events.append(raw)
        elif kind == "VTIMEZONE":
            explained[raw.text("TZID")] = "\r\n".join(lines) + "\r\n"
        elif kind == "VCALENDAR":
            header |= {name: raw.text(name) for name in ("X-WR-TIMEZONE", "METHOD") if raw.one(name)}
    if not seen:
        raise InvalidError(f"'{path}' is not a calendar.", hint="A calendar begins with BEGIN:VCALENDAR.")
    fallback = zone_named(header.get("X-WR-TIMEZONE", "")) or clock.zone(zone)
    return Calendar(events, Zones(fallback, explained), header.get("METHOD", "").upper() == "CANCEL")


Component = tuple[str, Raw, list[str]]


def _components(text: str, problems: list[Problem]) -> Iterator[Component]:
    """The calendars, zones and events of a text as they end; what is inside an event but no property is left out."""
    open_ones: list[Component] = []
    for number, line in content_lines(text):
        word, _, rest = line.partition(":")
        name = rest.strip().upper()
        for kind, _, lines in open_ones:
            if kind == "VTIMEZONE":
                lines.append(line)
        if word.upper() == "BEGIN":
            if len(open_ones) == _DEPTH:
                raise InvalidError(f"Line {number}: no calendar is nested so deeply.", hint="Export it again.")
            open_ones.append((name, Raw(number), [line]))
        elif word.upper() == "END":
            yield from _ended(open_ones, name, number, problems)
        elif open_ones and open_ones[-1][0] in {"VEVENT", "VTIMEZONE", "VCALENDAR"}:
            _add(open_ones[-1][1], number, line, problems)
    # A file that was cut off: what is whole of its calendar counts.
    while open_ones:
        yield from _ended(open_ones, "", 0, problems)


def _ended(open_ones: list[Component], name: str, number: int, problems: list[Problem]) -> Iterator[Component]:
    """What an END closes; what stands open inside of it has lost its own."""
    if name and name not in [kind for kind, _, _ in open_ones]:
        problems.append(Problem(number, f"END:{clean(name)[:40]} without its BEGIN."))
        return
    while open_ones:
        found = open_ones.pop()
        if found[0] == name:
            yield found
            return
        problems.append(Problem(found[1].line, f"{clean(found[0])[:40]} has no END."))
        if found[0] == "VCALENDAR":
            yield found


def _add(raw: Raw, number: int, line: str, problems: list[Problem]) -> None:
    from icalendar.parser import Contentline

    try:
        name, parameters, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except Exception:
        # The library names several errors, some of them of its inside.
        problems.append(Problem(number, f"'{clean(line)[:60]}' is not a line of a calendar."))
        raw.properties.setdefault("!", []).append(Property(number, line.partition(":")[0], {}, ""))
        return
    plain = {key: str(found[0] if isinstance(found, list) and found else found) for key, found in parameters.items()}
    raw.properties.setdefault(name.upper(), []).append(Property(number, name.upper(), plain, str(value)))


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """The content lines of a text, unfolded, each with the number of the line it begins in; empty ones are left out."""
    start, held = 0, ""
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line[:1] in {" ", "\t"} and held:
            held += line[1:]
            continue
        if not line.strip():
            continue
        if held:
            yield start, held
        start, held = number, line
    if held:
        yield start, held


def moment(found: Property, zones: Zones, problems: list[Problem]) -> Moment:
    """The day or the instant of a property; BadLineError when there is none."""
    match = _DATE.fullmatch(found.value.strip())
    if not match:
        raise BadLineError(found.line, f"'{clean(found.value)[:40]}' is neither a day nor a time.")
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        if hour is None or found.parameters.get("VALUE", "").upper() == "DATE":
            return dt.date(int(year), int(month), int(day))
        local = dt.datetime(int(year), int(month), int(day), int(hour), int(minute), min(59, int(second or 0)))
    except ValueError:
        raise BadLineError(found.line, f"There is no such day or time as '{found.value.strip()}'.") from None
    if utc:
        return local.replace(tzinfo=dt.UTC)
    tzid = found.parameters.get("TZID", "")
    zone = zones.named(tzid) if tzid else zones.fallback
    if zone is None:
        zone = zones.fallback
        if not any(clean(tzid)[:60] in problem.message for problem in problems):
            message = f"The time zone '{clean(tzid)[:60]}' is not known; its times are taken as those of {zone}."
            problems.append(Problem(found.line, message))
    return local.replace(tzinfo=zone)


def unescaped(value: str) -> str:
    """A TEXT value as it was meant (RFC 5545 3.3.11)."""
    return _ESCAPES.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
