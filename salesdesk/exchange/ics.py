"""Calendars for other programs (RFC 5545): events that Outlook, Google and Apple read the same way.

Times are written in UTC, so that no zone has to be understood; an all-day step is an event on a date that keeps
nobody from being free, since none of the three imports VTODO.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from salesdesk.domain.text import NOTE_LIMIT, clean

_FOLD_OCTETS = 75
_REFRESH = "PT15M"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `start` and `end` are two aware instants, or two days, the end not being part of it.

    `uid` stays the same for ever, `sequence` grows with each change, the last of which was at `changed`.
    """

    uid: str
    summary: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    changed: dt.datetime
    sequence: int = 0
    description: str = ""
    location: str = ""
    category: str = ""
    busy: bool = True
    alarm_minutes: int | None = None


def calendar_text(events: Iterable[Event], *, name: str = "salesdesk") -> str:
    """A calendar as the text of a file: CRLF line ends, no line over 75 octets. The same events give the same text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//salesdesk//salesdesk//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]
    lines += [f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}", f"X-PUBLISHED-TTL:{_REFRESH}"]
    for event in events:
        lines += _event_lines(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event_lines(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_utc(event.changed)}"
    yield f"LAST-MODIFIED:{_utc(event.changed)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART{_moment(event.start)}"
    yield f"DTEND{_moment(event.end)}"
    yield f"SUMMARY:{escaped(event.summary)}"
    for name, text in (
        ("DESCRIPTION", event.description),
        ("LOCATION", event.location),
        ("CATEGORIES", event.category),
    ):
        if text:
            yield f"{name}:{escaped(text)}"
    yield "STATUS:CONFIRMED"
    yield f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}"
    if event.alarm_minutes is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(event.summary)}")
        yield from (f"TRIGGER:-PT{event.alarm_minutes}M", "END:VALARM")
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a TEXT value (RFC 5545 3.3.11), without anything that could end its line."""
    return clean(text, multiline=True, limit=NOTE_LIMIT).replace("\t", " ").translate(_ESCAPED)


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, never parted inside a character (RFC 5545 3.1)."""
    if len(line.encode()) <= _FOLD_OCTETS:
        return line
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _FOLD_OCTETS:
            pieces.append(piece)
            # The space that marks the next line as a continuation counts too.
            piece, size = "", 1
        piece += character
        size += octets
    return "\r\n ".join([*pieces, piece])


def _moment(value: dt.date | dt.datetime) -> str:
    if isinstance(value, dt.datetime):
        return f":{_utc(value)}"
    return f";VALUE=DATE:{value:%Y%m%d}"


def _utc(instant: dt.datetime) -> str:
    return f"{instant.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
