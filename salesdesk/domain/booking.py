"""Which outcomes of a contact book a meeting: those that are followed by one."""

from collections.abc import Iterable

from salesdesk.domain.text import fold

# What a kind of activity means that is a meeting with a day of its own.
MEETINGS = frozenset({"meeting", "demo"})
_WORDS = frozenset({"meet", *MEETINGS})


def books_meeting(next_step: str, called: Iterable[str] = ()) -> bool:
    """Whether an outcome with that default next step (`meet +7d`) books a meeting; `called` are more names of meetings."""
    step = f"{fold(next_step.strip())} "
    return any(step.startswith(f"{word} ") for word in (*_WORDS, *map(fold, called)))
