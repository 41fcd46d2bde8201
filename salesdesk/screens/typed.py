"""What is typed into the dialogs of the verbs: a deal in one line, the letters of fields."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.domain.dates import parse_day
from salesdesk.domain.money import read_money
from salesdesk.errors import InvalidError
from salesdesk.screens.dialogs.prompt import Field
from salesdesk.services import prospecting
from salesdesk.services.desk import Desk


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


# What one goes on writing at; any other value is typed anew.
PROSE = frozenset({"text", "name", "tags", "note"})


def lettered(fields: Sequence[tuple[str, str, str, str]]) -> list[Field]:
    """Fields (name, label, value, kind) with a letter each: the first free one of the label, else any."""
    taken: set[str] = set()
    made = []
    for name, label, value, kind in fields:
        letters = [*label.lower(), *"abcdefghijklmnopqrstuvwxyz0123456789"]
        key = next((c for c in letters if c.isalnum() and c not in taken), "")
        taken.add(key)
        made.append(Field(name, key, label, value, kind in PROSE))
    return made
