"""What is typed into the dialogs of the verbs: a deal in one line, a note with its time, the letters of fields."""

import datetime as dt
import re
from collections.abc import Sequence

from salesdesk.domain.dates import parse_day, parse_time
from salesdesk.domain.money import read_money
from salesdesk.errors import InvalidError
from salesdesk.screens.dialogs.prompt import Field
from salesdesk.services import prospecting
from salesdesk.services.desk import Desk

_AT = re.compile(r"^at\s+([^,]+)(?:,\s*(.*))?$", re.IGNORECASE | re.DOTALL)


def conversion(desk: Desk, text: str) -> prospecting.Conversion:
    """`Acme Nordic, 12k eur, 30nov` as a new deal; value and day in any order, `-` for none."""
    parts = [part.strip() for part in text.split(",")]
    value, day = None, None
    # From the end on, so that `Acme, Inc.` is a name: what is no amount and no day belongs to it.
    while len(parts) > 1:
        money = read_money(parts[-1], desk.currency)
        found = parse_day(parts[-1], desk.today, desk.calendar)
        if parts[-1] in {"", "-"}:
            pass
        elif found is not None and day is None and (money is None or "-" in parts[-1][1:]):
            day = found
        elif money is not None and value is None:
            value = money
        elif value is None and day is None:
            raise InvalidError(f"'{parts[-1]}' is neither an amount nor a day.")
        else:
            break
        parts.pop()
    name = ", ".join(parts)
    if not name:
        raise InvalidError("A deal needs a name.")
    return prospecting.Conversion(name, value, day or desk.today + dt.timedelta(days=30))


def back_dated(desk: Desk, note: str) -> tuple[str, dt.datetime | None]:
    """`at yesterday 15:00, she agreed`: the note without its time, and the instant."""
    match = _AT.match(note)
    if not match:
        return note, None
    words = match[1].split()
    for split in range(len(words), -1, -1):
        day_text, time_text = " ".join(words[:split]), " ".join(words[split:])
        day = parse_day(day_text, desk.today, desk.calendar, lean="past") if day_text else desk.today
        time = parse_time(time_text) if time_text else dt.time(12, 0)
        if day is not None and time is not None:
            return match[2] or "", desk.instant(day, time)
    return note, None


def lettered(fields: Sequence[tuple[str, str, str]]) -> list[Field]:
    """Fields with a letter each: the first free one of the label, else any."""
    taken: set[str] = set()
    made = []
    for name, label, value in fields:
        letters = [*label.lower(), *"abcdefghijklmnopqrstuvwxyz0123456789"]
        key = next((c for c in letters if c.isalnum() and c not in taken), "")
        taken.add(key)
        made.append(Field(name, key, label, value))
    return made
