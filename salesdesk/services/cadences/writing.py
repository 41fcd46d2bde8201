"""Cadences as they are written: what one says, and whether all it names is there."""

from difflib import get_close_matches
from functools import lru_cache

from salesdesk.domain import cadence as text_of
from salesdesk.domain.cadence import Cadence
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow

KIND = "cadence"


@lru_cache(maxsize=64)
def read(text: str) -> Cadence:
    """The cadence a text means; the same text is read once."""
    return text_of.parse(text)


def sum_up(desk: Desk, text: str) -> str:
    """`5 steps over 14 working days`; TextError for a mistake, or a mail whose template is not there."""
    cadence = text_of.parse(text)
    rows = desk.connection.rows("SELECT name FROM template WHERE deleted_op IS NULL ORDER BY name_key, id")
    names = {fold(name): name for (name,) in rows}
    for step in cadence.steps:
        if step.kind == "mail" and fold(step.words) not in names:
            near = get_close_matches(fold(step.words), names, n=1, cutoff=0.5)
            hint = tr("Did you mean '{name}'?", name=names[near[0]]) if near else _there_are(list(names.values()))
            line = next(n for n, row in enumerate(text.split("\n"), 1) if row.rstrip().endswith(step.words))
            raise TextError(tr("no template is called '{name}'.", name=step.words), line, hint=hint)
    return cadence.summary()


def _there_are(names: list[str]) -> str:
    shown = ", ".join(names[:12]) or tr("none yet")
    return tr("There are: {names}.", names=shown)


def usable(row: TextRow) -> Cadence:
    """What a cadence says, for enrolling somebody; InvalidError when it rests or was never understood."""
    if not row.active:
        raise InvalidError(tr("{name} rests.", name=row.name), hint=f"salesdesk cadence on '{row.name}'")
    if not row.text:
        raise InvalidError(tr("{name} is a draft.", name=row.name), hint=f"salesdesk cadence edit '{row.name}'")
    return read(row.text)


__all__ = ["KIND", "read", "sum_up", "usable"]
