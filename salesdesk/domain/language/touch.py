"""The note of a touch: who began it, how long it took, when it was, the buyer's own words, and what is left to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from salesdesk.domain.dates import DEFAULT, Calendar, parse_day
from salesdesk.domain.text import fold
from salesdesk.domain.times import parse_duration, parse_time

_DIRECTIONS = {
    **dict.fromkeys(("in", "inbound", "incoming", "bejovo"), "in"),
    **dict.fromkeys(("out", "outbound", "outgoing", "kimeno"), "out"),
}
# Where a demo or a meeting was held, as it is kept.
PLACES = ("in person", "online")
_PLACES = {
    **dict.fromkeys(("online", "remote", "remotely", "video", "zoom", "teams", "tavoli"), "online"),
    **dict.fromkeys(("in person", "in-person", "on site", "onsite", "face to face", "szemelyesen"), "in person"),
}
_BREAK = " \t,;"
_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|„([^”“]+)[”“]|«([^»]+)»')
# What the buyer says up to the end of the line.
_THEIRS = re.compile(r'(?:^|(?<=\s))b:\s*(.*\S)|^\s*["“„«]([^"”“»]*\S)\s*$')
_MOST_WORDS = 5
# Nobody talks for longer; `24h support` is what they want.
_LONGEST = 12 * 60


@dataclass(frozen=True, slots=True)
class TouchNote:
    """What a note says: `quote` holds the buyer's own words, `direction` is in, out or empty; `on` and `time` say
    when it was, on the clocks of the workspace."""

    note: str = ""
    quote: str = ""
    direction: str = ""
    minutes: int | None = None
    on: date | None = None
    time: time | None = None
    place: str = ""


def read_place(text: str) -> str | None:
    """`online` or `in person` of the words people use for it; None for other words."""
    return _PLACES.get(fold(text.strip()))


def read_note(text: str, now: datetime, calendar: Calendar = DEFAULT, *, placed: bool = False) -> TouchNote:
    """What a note says, seen from the local time `now`. Nothing raises; what is not understood is the note.

    First may stand, in any order: `in` or `out`, a duration (`12m`), a time that has passed (`at yesterday 15:00`); of
    what has a place (`placed`) `online` or `in person`.
    Words in double quotes, a line that begins with such a sign, and what follows `b:` are the buyer's own.
    """
    rest = text.strip()
    direction, minutes, when, place = "", None, None, ""
    while rest:
        if placed and not place and (held := _place(rest)):
            place, rest = held
        elif not direction and (found := _direction(rest, now, calendar)):
            direction, rest = found
        elif minutes is None and (taken := _duration(rest)):
            minutes, rest = taken
        elif when is None and (moment := _moment(rest, now, calendar)):
            when, rest = moment
        else:
            break
        rest = rest.lstrip(_BREAK)
    quotes: list[str] = []
    lines = [_without_quotes(line, quotes) for line in rest.split("\n")]
    on, at = when or (None, None)
    return TouchNote("\n".join(lines).strip(), " … ".join(quotes), direction, minutes, on, at, place)


def read_when(text: str, now: datetime, calendar: Calendar = DEFAULT) -> tuple[date, time] | None:
    """The day and time of something that happened: `yesterday 15:00`, `fri`, `9:30`, or None.

    A day without a time is its noon, today at most now; a time without a day is today's.
    """
    words = text.split()
    today = now.date()
    for split in range(len(words), -1, -1) if words else ():
        before, after = " ".join(words[:split]), " ".join(words[split:])
        day = parse_day(before, today, calendar, lean="past") if before else today
        at = parse_time(after) if after else time(12)
        if day is not None and at is not None:
            return day, min(at, now.time().replace(microsecond=0)) if day == today and not after else at
    return None


def _place(text: str) -> tuple[str, str] | None:
    """The longest words at the start that name a place."""
    return next(((found, rest) for head, rest in _heads(text, 3) if (found := read_place(head.rstrip(_BREAK)))), None)


def _direction(text: str, now: datetime, calendar: Calendar) -> tuple[str, str] | None:
    """`in` and `out` are everyday words: they count alone, before a comma, or before something else of a head."""
    match = re.match(r"[^\W\d_]+", text)
    direction = _DIRECTIONS.get(fold(match[0])) if match else None
    if match is None or direction is None:
        return None
    rest = text[match.end() :]
    following = rest.lstrip()
    known = not following or rest[0] in ",;:" or following[0] in '"“„«' or following.startswith("b:")
    if known or (rest[0].isspace() and (_duration(following) or _moment(following, now, calendar))):
        return direction, rest.lstrip(":")
    return None


def _duration(text: str) -> tuple[int, str] | None:
    if not text[:1].isdigit():
        return None
    for head, rest in _heads(text, 3):
        minutes = parse_duration(head.rstrip(_BREAK))
        if minutes and minutes <= _LONGEST:
            return minutes, rest
    return None


def _moment(text: str, now: datetime, calendar: Calendar) -> tuple[tuple[date, time], str] | None:
    """`at yesterday 15:00`; a time to come counts only when a comma or nothing follows, to be refused then."""
    if not re.match(r"at\s", text, re.IGNORECASE):
        return None
    for head, rest in _heads(text[2:].lstrip(), _MOST_WORDS):
        when = read_when(head.rstrip(_BREAK), now, calendar)
        if when is None:
            continue
        past = datetime.combine(*when, now.tzinfo) <= now + timedelta(minutes=1)
        if past or not rest or head[-1] in ",;":
            return when, rest
    return None


def _heads(text: str, most: int) -> list[tuple[str, str]]:
    """The first words of a text and what follows them, the longest first; a comma ends them."""
    words = list(re.finditer(r"\S+", text))
    count = next((n for n, word in enumerate(words[:most], 1) if word[0][-1] in ",;"), min(most, len(words)))
    return [(text[: words[n - 1].end()], text[words[n - 1].end() :].lstrip()) for n in range(count, 0, -1)]


def _without_quotes(line: str, quotes: list[str]) -> str:
    """The line without what the buyer said, which goes to `quotes`. Inside a sentence the words stay, so that it
    still reads; one word in quotes is a name or a tone, unless it is all there is."""
    theirs = _THEIRS.search(line)
    said = [theirs[1] or theirs[2]] if theirs else []
    line = line[: theirs.start()] if theirs else line
    for match in list(_QUOTED.finditer(line)):
        words = next(part for part in match.groups() if part).strip()
        if not words or (" " not in words and match[0] != line.strip()):
            continue
        quotes.append(words)
        before, _, after = line.partition(match[0])
        if not before.strip(_BREAK) or not after.strip(f"{_BREAK}.:"):
            line = f"{before}{after}".strip(f"{_BREAK}:")
    quotes += [words.strip('"“”„«» ') for words in said if words.strip('"“”„«» ')]
    return line.strip()
